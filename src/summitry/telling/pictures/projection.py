"""How places on the globe come to lie on a sheet: two projections that keep areas true.

Equal Earth (Šavrič, Patterson and Jenny, 2018) for the world and large parts of it, Lambert's
azimuthal one for a region. Both are reckoned here as the library reckons them, so that names can
be laid out beside the points.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt
from typing import Final

from summitry.telling.pictures.canvas import Json

Point = tuple[float, float]
"""A longitude and a latitude in degrees (WGS 84), or a place on the sheet in pixels."""

EQUAL_EARTH: Final = "equalEarth"
LAMBERT: Final = "azimuthalEqualArea"

_A: Final = (1.340264, -0.081106, 0.000893, 0.003796)
_M: Final = sqrt(3) / 2

WORLD_CENTRE: Final = 11.0
"""The meridian in the middle of a map of the world: no land but Antarctica is cut at its other."""

_WORLD_ARC: Final = 190.0
_REGION_ARC: Final = 75.0
_REGION_HEIGHT: Final = 45.0
_LEAST: Final = (0.72, 0.36)
"""The least that is shown of the globe, wide and high, in radians: some 40 by 20 degrees."""

_AROUND: Final = 0.13
"""What is left free around the points, as a part of what they span."""

_NORTH, _SOUTH = 76.0, -56.0
_POLE: Final = 1.29
"""How far up a map shows at most, as Equal Earth has it: about to 85 degrees."""


@dataclass(frozen=True, slots=True)
class Panel:
    """A rectangle of the sheet that a map is drawn in."""

    x: float
    y: float
    wide: float
    high: float

    def holds(self, point: Point) -> bool:
        """Whether a point lies in it."""
        x, y = point
        return self.x <= x <= self.x + self.wide and self.y <= y <= self.y + self.high


@dataclass(frozen=True, slots=True)
class Projection:
    """One of the two, about a centre; ``scale`` in pixels, the centre at (``x``, ``y``)."""

    kind: str
    centre: Point
    scale: float = 1
    x: float = 0
    y: float = 0

    def at(self, point: Point) -> Point:
        """Where a point lies on the sheet."""
        right, up = self._raw(point)
        return self.x + self.scale * right, self.y - self.scale * up

    def _raw(self, point: Point) -> Point:
        turned = (point[0] - self.centre[0] + 180) % 360 - 180
        along, north = radians(turned), radians(point[1])
        if self.kind == EQUAL_EARTH:
            return _equal_earth(along, north)
        return _lambert(along, north, radians(self.centre[1]))

    def placed(self, span: tuple[float, float, float, float], panel: Panel) -> Projection:
        """The same, scaled so that a span of it (left, low, right, high) fills a panel."""
        left, low, right, high = span
        scale = min(panel.wide / (right - left), panel.high / (high - low))
        x = panel.x + panel.wide / 2 - scale * (left + right) / 2
        y = panel.y + panel.high / 2 + scale * (low + high) / 2
        if self.kind == EQUAL_EARTH:
            y = min(y, panel.y + scale * _POLE)  # there is nothing beyond it to be shown
        return Projection(self.kind, self.centre, scale, x, y)

    def spec(self, panel: Panel) -> Json:
        """The projection as Vega-Lite has it, cut off at a panel's edge."""
        return {
            "type": self.kind,
            "rotate": [-self.centre[0], -self.centre[1], 0],
            "scale": round(self.scale, 3),
            "translate": [round(self.x, 2), round(self.y, 2)],
            "clipExtent": [[panel.x, panel.y], [panel.x + panel.wide, panel.y + panel.high]],
        }


@dataclass(frozen=True, slots=True)
class Fit:
    """A projection that shows some points, and which part of it to show."""

    projection: Projection
    span: tuple[float, float, float, float]
    is_world: bool = False

    @property
    def shape(self) -> float:
        """How high the part is for its width."""
        left, low, right, high = self.span
        return (high - low) / (right - left)


def fit(points: Sequence[Point]) -> Fit:
    """The map for points: of the world where they lie all over it, else of the region of them."""
    west, arc = _arc(sorted({point[0] for point in points}))
    south, north = min(p[1] for p in points), max(p[1] for p in points)
    if arc > _WORLD_ARC:
        world = Projection(EQUAL_EARTH, (WORLD_CENTRE, 0))
        low = max(_SOUTH, min(south - 8, 0))
        side = world.at((WORLD_CENTRE + 179.99, 0))[0]
        return Fit(
            world,
            (-side, -world.at((WORLD_CENTRE, low))[1], side, _up(world, _NORTH)),
            is_world=True,
        )
    middle = (west + arc / 2 + 180) % 360 - 180
    if arc <= _REGION_ARC and north - south <= _REGION_HEIGHT:
        return _around(Projection(LAMBERT, (round(middle), round((south + north) / 2))), points)
    return _around(Projection(EQUAL_EARTH, (round(middle), 0)), points)


def _up(projection: Projection, latitude: float) -> float:
    return -projection.at((projection.centre[0], latitude))[1]


def _around(projection: Projection, points: Sequence[Point]) -> Fit:
    at = [projection.at(point) for point in points]
    spans = []
    for ends, least in zip(([x for x, _ in at], [-y for _, y in at]), _LEAST, strict=True):
        low, high = min(ends), max(ends)
        half = max((high - low) * (0.5 + _AROUND), least / 2)
        spans.append(((low + high) / 2 - half, (low + high) / 2 + half))
    (left, right), (low, high) = spans
    return Fit(projection, (left, low, right, high))


def _arc(longitudes: Sequence[float]) -> tuple[float, float]:
    """The shortest arc that holds all of the longitudes: its western end, and its length."""
    round_ = [*longitudes, longitudes[0] + 360]
    gap, east = max((b - a, b) for a, b in pairwise(round_))
    return (east + 180) % 360 - 180, 360 - gap


def _equal_earth(along: float, north: float) -> Point:
    a1, a2, a3, a4 = _A
    low = asin(_M * sin(north))
    square = low * low
    sixth = square * square * square
    x = along * cos(low) / (_M * (a1 + 3 * a2 * square + sixth * (7 * a3 + 9 * a4 * square)))
    return x, low * (a1 + a2 * square + sixth * (a3 + a4 * square))


def _lambert(along: float, north: float, middle: float) -> Point:
    away = sin(middle) * sin(north) + cos(middle) * cos(north) * cos(along)
    k = sqrt(2 / max(1e-9, 1 + away))
    up = cos(middle) * sin(north) - sin(middle) * cos(north) * cos(along)
    return k * cos(north) * sin(along), k * up
