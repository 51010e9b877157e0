"""The axis of time: the days that a timeline or a calendar of years reaches over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from summitry.model.days import FIRST_DAY, LAST_DAY, NO_DAY, Days, until
from summitry.model.people import Tenure
from summitry.telling.pictures.canvas import Json
from summitry.telling.pictures.letters import width
from summitry.telling.pictures.look import Size
from summitry.telling.pictures.shown import Shown, leading

_STEPS: Final = (1, 2, 5, 10, 20, 50, 100)
_LEAST_DAYS: Final = 730
_MORE: Final = 60
"""What part of the time is left free at the end."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Days, from ``first`` to ``last`` included (ordinals), between two places on the sheet."""

    first: int
    last: int
    left: float
    right: float

    @property
    def days(self) -> Days:
        """Its days."""
        return Days((self.first, self.last))

    @property
    def years(self) -> range:
        """The years that begin or end on it."""
        return range(_year(self.first), _year(self.last) + 1)

    def x(self, day: float) -> float:
        """Where a day begins, by its ordinal; a day off the axis is put at its end."""
        reach = self.last + 1 - self.first
        share = (min(max(day, self.first), self.last + 1) - self.first) / reach
        return self.left + share * (self.right - self.left)

    def ticks(self) -> Iterator[tuple[str, float]]:
        """The years to be named, as many as have room, and where each begins."""
        room = width("2000", Size.SMALL) + 14
        a_year = (self.right - self.left) / (self.last + 1 - self.first) * 365.25
        step = next((step for step in _STEPS if a_year * step >= room), _STEPS[-1])
        for year in self.years:
            begins = date(year, 1, 1).toordinal()
            if year % step == 0 and self.first <= begins:
                yield str(year), self.x(begins)

    def scale(self) -> Json:
        """The axis as a scale of Vega-Lite, from the first day's start to the last one's end."""
        ends = (date.fromordinal(day) for day in (self.first, self.last + 1))
        return {
            "type": "utc",
            "domain": [
                {"year": one.year, "month": one.month, "date": one.day, "utc": True} for one in ends
            ],
            "range": [self.left, self.right],
            "nice": False,
        }


def axis_of(shown: Shown, left: float, right: float) -> Axis | None:
    """The time of everything shown, and of the days on which both parties held office.

    Where there are neither, those in which one of them did; None where nothing is known at all.
    """
    past = until(shown.as_of.toordinal())
    asked = past & shown.window
    ours = _held(shown.tenures())
    times = [event.when.outer & past for row in shown.rows for event in row.events]
    for row in shown.rows:
        theirs = _held(row.tenures)
        times.append((theirs if ours.is_empty() else ours & theirs) & asked)
    days = _ends(times)
    if days.is_empty():
        held = (_held(leading(shown.names, row.tenures)) for row in shown.rows)
        days = _ends(one & asked for one in (ours, *held))
    if days.is_empty():
        return None
    first = date.fromordinal(days.first).replace(day=1).toordinal()
    last = max(days.last, first + _LEAST_DAYS)
    return Axis(first, min(last + (last - first) // _MORE, LAST_DAY - 1), left, right)


def _year(day: int) -> int:
    return date.fromordinal(day).year


def _held(tenures: Iterable[Tenure]) -> Days:
    return Days(*(span for tenure in tenures for span in tenure.when.outer.spans))


def _ends(times: Iterable[Days]) -> Days:
    """The first and the last day of all, save those that stand for no bound."""
    ends = {day for days in times for span in days.spans for day in span}
    known = [day for day in ends if FIRST_DAY < day < LAST_DAY]
    return Days((min(known), max(known))) if known else NO_DAY
