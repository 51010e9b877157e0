"""How much of a date is known: for formats that know years, months and days but no bounds."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from summitry.model.when import Moment, Stretch, When


@dataclass(frozen=True, slots=True)
class Known:
    """A year, with the month and the day as far as they are known."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def iso(self) -> str:
        """ISO 8601 of the same precision: "2021-06-16", "2021-06", "2021"."""
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)]
        return "-".join(parts)

    @property
    def first(self) -> date:
        """The first day of it."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day of it."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])


def known(when: When) -> Known | None:
    """The day, month or year that surely holds the day; None if no year does."""
    first, last = when.possible.earliest, when.possible.latest
    if first is None or last is None or first.year != last.year:
        return None
    if first == last:
        return Known(first.year, first.month, first.day)
    return Known(first.year, first.month if first.month == last.month else None)


def is_exact(moment: Moment) -> bool:
    """Whether every day of it is known."""
    if isinstance(moment, Stretch) and moment.end is None:
        return False
    ends = (moment.start, moment.end)
    return all(end is not None and end.possible.only is not None for end in ends)


def bounds(moment: Moment) -> tuple[date, date] | None:
    """The first and the last day that it may touch; None where one has no bound."""
    first, last = moment.outer.earliest, moment.outer.latest
    return None if first is None or last is None else (first, last)


def iso_days(moment: Moment) -> tuple[str | None, str | None]:
    """Start and end in ISO 8601 with only what is known of each; None where it is no year."""
    start = known(moment.start)
    end = None if moment.end is None else known(moment.end)
    return (None if start is None else start.iso), (None if end is None else end.iso)
