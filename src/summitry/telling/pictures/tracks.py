"""Where the events of a row stand on a timeline: at their days, and apart from one another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from summitry.model.days import FIRST_DAY, LAST_DAY
from summitry.model.events import Event
from summitry.model.when import Stretch
from summitry.telling.pictures.axis import Axis
from summitry.telling.pictures.canvas import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An event on the axis: the days that it may touch, and how high it stands.

    ``first`` and ``last`` are the ordinals of its outer days, ``sure`` the days that it surely
    had, if a stretch has any; ``level`` counts from the foot of the track.
    """

    event: Event
    first: int
    last: int
    sure: tuple[int, int] | None
    level: int = 0

    @property
    def is_open(self) -> tuple[bool, bool]:
        """Whether its first and last day are without a bound."""
        return self.first == FIRST_DAY, self.last == LAST_DAY

    @property
    def is_vague(self) -> bool:
        """Whether it may have been on any one of several days."""
        return self.sure is None and self.first != self.last

    def within(self, axis: Axis, as_of: int) -> tuple[float, float]:
        """Where its first day begins and its last ends, as far as the axis and the day reach."""
        return axis.x(self.first), axis.x(min(self.last, as_of) + 1)

    def values(self, axis: Axis, as_of: int) -> Json:
        """What a specification says of it: its bounds as days, and as moments where it is drawn."""
        first = min(max(self.first, axis.first), axis.last)
        last = max(first, min(self.last, as_of, axis.last))
        return {
            "event": self.event.id,
            "start": None if self.is_open[0] else date.fromordinal(self.first).isoformat(),
            "end": None if self.is_open[1] else date.fromordinal(self.last).isoformat(),
            "from": _moment(first),
            "at": _moment((first + last + 1) / 2),
            "to": _moment(last + 1),
        }


def placed(event: Event) -> Placed:
    """An event, at the foot of a track."""
    days = event.when.outer
    sure = None
    if isinstance(event.when, Stretch) and not event.when.core.is_empty():
        core = event.when.core
        sure = (core.first, core.last)
    return Placed(event=event, first=days.first, last=days.last, sure=sure)


def stacked(events: Iterable[Event], axis: Axis, as_of: int, size: float) -> list[Placed]:
    """Events on so many levels that symbols of a size, and what they span, don't touch."""
    filled: list[float] = []
    found: list[Placed] = []
    for one in sorted(map(placed, events), key=lambda p: (p.first, p.last, p.event.id)):
        left, right = one.within(axis, as_of)
        middle = (left + right) / 2
        start, end = min(left, middle - size / 2), max(right, middle + size / 2)
        level = next((n for n, taken in enumerate(filled) if taken <= start), len(filled))
        filled[level : level + 1] = [end]
        found.append(
            Placed(event=one.event, first=one.first, last=one.last, sure=one.sure, level=level)
        )
    return found


def _moment(day: float) -> str:
    """A moment in UTC: the start of an ordinal's day, and a part of a day more."""
    whole = int(day)
    if whole > LAST_DAY:
        return f"{date.max.isoformat()}T23:59Z"
    at = datetime.combine(date.fromordinal(whole), time()) + timedelta(days=day - whole)
    return f"{at.isoformat(timespec='minutes')}Z"
