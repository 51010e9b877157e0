from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from summitry.telling.pictures.labels import Label, Spot, labelled
from summitry.telling.pictures.projection import Panel

PANEL = Panel(0, 0, 300, 200)
SPOTS = st.lists(
    st.builds(
        Spot,
        text=st.sampled_from(["Moscow 9", "Oslo", "Bandar Seri Begawan 2"]),
        x=st.floats(10, 290),
        y=st.floats(10, 190),
        radius=st.floats(2, 14),
    ),
    max_size=14,
)


def overlap(a: Label, b: Label) -> bool:
    (al, at, ar, ab), (bl, bt, br, bb) = a.box, b.box
    return al < br and bl < ar and at < bb and bt < ab


@given(SPOTS)
def test_names_lie_on_the_panel_and_not_on_one_another_nor_on_a_disc(spots: list[Spot]) -> None:
    labels = labelled(spots, PANEL)
    for label in labels:
        left, top, right, bottom = label.box
        assert PANEL.holds((left, top))
        assert PANEL.holds((right, bottom))
        for spot in spots:
            x, y = max(left, min(spot.x, right)), max(top, min(spot.y, bottom))
            assert (spot.x - x) ** 2 + (spot.y - y) ** 2 > spot.radius**2
    assert not any(overlap(a, b) for a, b in combinations(labels, 2))


def test_a_name_alone_stands_close_on_the_right() -> None:
    (label,) = labelled([Spot(text="Oslo", x=100, y=100, radius=4)], PANEL)
    assert (label.left, label.line) == (107, None)


def test_where_there_is_no_room_there_is_no_name() -> None:
    assert (
        labelled([Spot(text="Bandar Seri Begawan", x=10, y=10, radius=4)], Panel(0, 0, 40, 20))
        == ()
    )
