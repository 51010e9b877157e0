from __future__ import annotations

import json
import re

import pytest
import vl_convert
from hypothesis import given
from hypothesis import strategies as st

from summitry.telling.pictures.projection import (
    EQUAL_EARTH,
    LAMBERT,
    Panel,
    Point,
    Projection,
    fit,
)

POINTS = st.tuples(st.floats(-180, 180), st.floats(-55, 75))
PANEL = Panel(20, 40, 700, 350)
SOME: tuple[Point, ...] = ((6.1, 46.2), (37.6, 55.8), (-21.9, 64.1), (31.2, 30.0))


@pytest.mark.parametrize("kind", [EQUAL_EARTH, LAMBERT])
@pytest.mark.parametrize("point", SOME)
def test_a_point_lies_where_the_library_puts_it(kind: str, point: Point) -> None:
    centre = (11.0, 0.0) if kind == EQUAL_EARTH else (20.0, 50.0)
    projection = Projection(kind, centre, 300, 400, 200)
    spec = {
        "width": 800,
        "height": 400,
        "padding": 0,
        "autosize": "none",
        "projection": projection.spec(Panel(0, 0, 800, 400)),
        "data": {"values": [{"longitude": point[0], "latitude": point[1]}]},
        "mark": "circle",
        "encoding": {
            "longitude": {"field": "longitude", "type": "quantitative"},
            "latitude": {"field": "latitude", "type": "quantitative"},
        },
    }
    drawn = vl_convert.vegalite_to_svg(json.dumps(spec), allowed_base_urls=[])
    places = re.findall(r'transform="translate\(([\d.-]+),([\d.-]+)\)" d="M', drawn)
    assert [tuple(map(float, place)) for place in places] == [
        pytest.approx(projection.at(point), abs=0.01)
    ]


@given(st.lists(POINTS, min_size=1, max_size=6))
def test_every_point_lies_on_the_map_that_is_made_for_them(points: list[Point]) -> None:
    fitted = fit(points)
    projection = fitted.projection.placed(fitted.span, PANEL)
    assert all(PANEL.holds(projection.at(point)) for point in points)


@pytest.mark.parametrize(
    ("points", "kind", "world"),
    [
        (((6.1, 46.2),), LAMBERT, False),
        (((6.1, 46.2), (37.6, 55.8)), LAMBERT, False),
        (((170.0, 60.0), (-165.0, 64.0)), LAMBERT, False),
        (((-77.0, 38.9), (37.6, 55.8)), EQUAL_EARTH, False),
        (((-77.0, 38.9), (37.6, 55.8), (116.4, 39.9)), EQUAL_EARTH, True),
    ],
)
def test_the_world_is_shown_where_points_lie_all_over_it(
    points: tuple[Point, ...], kind: str, *, world: bool
) -> None:
    fitted = fit(points)
    assert (fitted.projection.kind, fitted.is_world) == (kind, world)
