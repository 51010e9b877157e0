"""Names beside points: where there is room, with a line from the point if they stand apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin
from typing import Final

from summitry.telling.pictures.letters import width
from summitry.telling.pictures.look import Size
from summitry.telling.pictures.projection import Panel, Point

_UP: Final = Size.SMALL * 0.74
_DOWN: Final = Size.SMALL * 0.22
_NEAR: Final = 3
_FAR: Final = (14, 26, 42)
_DIRECTIONS: Final = 16
_APART: Final = 1.5
_OWN: Final = 1
_CLEAR: Final = 4
"""How far a name stands from its own disc at least, and from another, whose it might seem."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A disc on the sheet that is to be named."""

    text: str
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A text from ``left`` to ``right`` at a baseline; a ``line`` leads to one that is away."""

    spot: Spot
    left: float
    right: float
    base: float
    line: tuple[Point, Point] | None = None

    @property
    def box(self) -> tuple[float, float, float, float]:
        """What the text covers: left, top, right, bottom."""
        return self.left, self.base - _UP, self.right, self.base + _DOWN


def labelled(
    spots: Sequence[Spot], panel: Panel, *, around: Sequence[Spot] = ()
) -> tuple[Label, ...]:
    """Names for as many spots as have room, the first spots first, clear of those ``around``."""
    every = (*spots, *around)
    found: list[Label] = []
    for spot in spots:
        label = next((one for one in _places(spot) if _fits(one, every, found, panel)), None)
        if label is not None:
            found.append(label)
    return tuple(found)


def _places(spot: Spot) -> Iterator[Label]:
    """Where a name may stand: close to the disc first, on its right before anywhere else."""
    wide, away = width(spot.text, Size.SMALL), spot.radius + _NEAR
    middle = spot.y + (_UP - _DOWN) / 2
    slant = away * 0.72
    near = (
        (spot.x + away, middle),
        (spot.x - away - wide, middle),
        (spot.x - wide / 2, spot.y - away - _DOWN),
        (spot.x - wide / 2, spot.y + away + _UP),
        (spot.x + slant, spot.y - slant),
        (spot.x + slant, spot.y + slant + _UP),
        (spot.x - slant - wide, spot.y - slant),
        (spot.x - slant - wide, spot.y + slant + _UP),
    )
    for left, base in near:
        yield Label(spot=spot, left=left, right=left + wide, base=base)
    for far in _FAR:
        for number in range(_DIRECTIONS):
            angle = 2 * pi * number / _DIRECTIONS
            x, y = cos(angle), sin(angle)
            end = (spot.x + x * (spot.radius + far), spot.y + y * (spot.radius + far))
            start = (spot.x + x * spot.radius, spot.y + y * spot.radius)
            left = end[0] + 2 if x > 0.1 else end[0] - 2 - wide if x < -0.1 else end[0] - wide / 2
            base = end[1] + (_UP - _DOWN) / 2 + y * (_UP + _DOWN) / 2
            line = (start, end)
            yield Label(spot=spot, left=left, right=left + wide, base=base, line=line)


def _fits(label: Label, spots: Sequence[Spot], others: Sequence[Label], panel: Panel) -> bool:
    left, top, right, bottom = label.box
    if not (panel.holds((left - 2, top)) and panel.holds((right + 2, bottom))):
        return False
    if any(_touches(label.box, spot, _OWN if spot is label.spot else _CLEAR) for spot in spots):
        return False
    if label.line is not None and any(
        _crosses_disc(label.line, spot) for spot in spots if spot is not label.spot
    ):
        return False
    return not any(_clash(label, other) for other in others)


def _clash(a: Label, b: Label) -> bool:
    (al, at, ar, ab), (bl, bt, br, bb) = a.box, b.box
    if al < br + _APART and bl < ar + _APART and at < bb + _APART and bt < ab + _APART:
        return True
    return any(
        one.line is not None and _crosses(one.line, other.box) for one, other in ((a, b), (b, a))
    ) or (a.line is not None and b.line is not None and _cross(a.line, b.line))


def _touches(box: tuple[float, float, float, float], spot: Spot, clear: float) -> bool:
    left, top, right, bottom = box
    if not (left - 20 < spot.x < right + 20):
        return False
    x, y = max(left, min(spot.x, right)), max(top, min(spot.y, bottom))
    return hypot(spot.x - x, spot.y - y) < spot.radius + clear


def _crosses_disc(line: tuple[Point, Point], spot: Spot) -> bool:
    (ax, ay), (bx, by) = line
    length = hypot(bx - ax, by - ay) or 1
    along = ((spot.x - ax) * (bx - ax) + (spot.y - ay) * (by - ay)) / length**2
    part = max(0.0, min(1.0, along))
    away = hypot(spot.x - ax - part * (bx - ax), spot.y - ay - part * (by - ay))
    return away < spot.radius + 1


def _crosses(line: tuple[Point, Point], box: tuple[float, float, float, float]) -> bool:
    left, top, right, bottom = box
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    sides = zip(corners, (*corners[1:], corners[0]), strict=True)
    inside = any(left <= x <= right and top <= y <= bottom for x, y in line)
    return inside or any(_cross(line, side) for side in sides)


def _cross(a: tuple[Point, Point], b: tuple[Point, Point]) -> bool:
    """Whether two lines cross."""
    return _side(a, b[0]) * _side(a, b[1]) < 0 and _side(b, a[0]) * _side(b, a[1]) < 0


def _side(line: tuple[Point, Point], point: Point) -> float:
    (ax, ay), (bx, by) = line
    return (bx - ax) * (point[1] - ay) - (by - ay) * (point[0] - ax)
