"""Where the meetings of one counterpart were, named above them on a timeline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from summitry.model.names import Names
from summitry.telling.history import city_of
from summitry.telling.pictures.axis import Axis
from summitry.telling.pictures.letters import width
from summitry.telling.pictures.look import Size
from summitry.telling.pictures.tracks import Placed

MOST_TIERS: Final = 4
MOST_NAMED: Final = 2
"""How many places of meetings that stand together are named before the others are counted."""

MOST_TRIED: Final = 24
"""How many layouts are followed at a time."""

_APART: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Callout:
    """A name from ``left`` to ``right``, ``tier`` lines above the meetings at ``x``."""

    text: str
    x: float
    left: float
    right: float
    tier: int
    level: int


def callouts(
    marks: Sequence[Placed], axis: Axis, names: Names, as_of: int, size: float
) -> tuple[Callout, ...]:
    """Names for as many groups of meetings as have room, none over another nor over its line.

    Of the layouts that are tried, the one that names most in fewest lines is taken.
    """
    layouts: list[tuple[Callout, ...]] = [()]
    for group in reversed(list(_groups(marks, axis, as_of, size))):
        x = sum(_middle(mark, axis, as_of) for mark in group) / len(group)
        level = max(mark.level for mark in group)
        options = list(_options(_named(group, names), x, level, axis))
        further = [
            (*layout, one)
            for layout in layouts
            for one in options
            if not any(_clash(one, other) for other in layout)
        ]
        layouts = sorted([*layouts, *further], key=_cost)[:MOST_TRIED]
    return layouts[0]


def _cost(layout: tuple[Callout, ...]) -> tuple[int, int, int]:
    """Few names cost most, then high ones, then those to the left of their line."""
    tiers = [one.tier for one in layout]
    to_the_left = sum(one.left < one.x - 3 for one in layout)
    return -len(layout), max(tiers, default=0) * 2 + sum(tiers), to_the_left


def _options(text: str, x: float, level: int, axis: Axis) -> Iterator[Callout]:
    """Where a name may stand: low before high, to the right before the left."""
    wide = width(text, Size.SMALL)
    for tier in range(MOST_TIERS if text else 0):
        for start in (x - 2, x + 2 - wide):
            end = start + wide
            if axis.left - 2 <= start and end <= axis.right + 2:
                yield Callout(text=text, x=x, left=start, right=end, tier=tier, level=level)


def _clash(a: Callout, b: Callout) -> bool:
    """Whether the names overlap, or the line down from one crosses the other."""
    if a.tier == b.tier:
        return a.left < b.right + _APART and b.left < a.right + _APART
    high, low = (a, b) if a.tier > b.tier else (b, a)
    return low.left - 3 < high.x < low.right + 3


def _groups(marks: Sequence[Placed], axis: Axis, as_of: int, size: float) -> Iterator[list[Placed]]:
    """The meetings that stand together, from left to right."""
    group: list[Placed] = []
    last = 0.0
    for mark in sorted(marks, key=lambda m: (_middle(m, axis, as_of), m.event.id)):
        at = _middle(mark, axis, as_of)
        if group and at - last >= size:
            yield group
            group = []
        group.append(mark)
        last = at
    if group:
        yield group


def _middle(mark: Placed, axis: Axis, as_of: int) -> float:
    left, right = mark.within(axis, as_of)
    return (left + right) / 2


def _named(group: Sequence[Placed], names: Names) -> str:
    places = (city_of(names, mark.event.place) for mark in group)
    found = list(dict.fromkeys(names.places[place].name for place in places if place))
    more = len(found) - MOST_NAMED
    return ", ".join([*found[:MOST_NAMED], *([f"{more} more"] if more > 0 else [])])
