"""The land of the world, without borders: those of today were others at the time of a meeting."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Final

from summitry.telling.pictures.canvas import Json

Ring = list[list[float]]
Polygon = list[Ring]

COARSE: Final = "land-110m.json"
FINE: Final = "land-50m.json"
"""For the world, and for a region of it; ``world/README.md`` says whence."""

_REACH: Final = (70.0, 40.0)


def world() -> Json:
    """All land but Antarctica, for a map of the world."""
    return _feature(_polygons(COARSE))


def region(centre: tuple[float, float]) -> Json:
    """The land about a place, in more detail: some way farther than a region's map shows."""
    return _feature(list(_near(_polygons(FINE), centre)))


def _feature(polygons: list[Polygon]) -> Json:
    return {"type": "Feature", "geometry": {"type": "MultiPolygon", "coordinates": polygons}}


@cache
def _polygons(name: str) -> list[Polygon]:
    text = files(__package__).joinpath("world", name).read_text("utf-8")
    polygons: list[Polygon] = json.loads(text)["coordinates"]
    return polygons


def _near(polygons: list[Polygon], centre: tuple[float, float]) -> Iterator[Polygon]:
    """The islands and continents that come near a place."""
    for polygon in polygons:
        outline = polygon[0]
        souths = [point[1] for point in outline]
        if min(souths) > centre[1] + _REACH[1] or max(souths) < centre[1] - _REACH[1]:
            continue
        if any(abs((p[0] - centre[0] + 180) % 360 - 180) < _REACH[0] for p in outline):
            yield polygon
