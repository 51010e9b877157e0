"""How long it is from one day to another: years, months and days."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from summitry.model.days import FIRST_DAY, Days
from summitry.telling.numbers import number
from summitry.telling.words import joined

_UNITS = ("year", "month", "day")


def elapsed(since: Days, until: date) -> str:
    """The time from a day, of which only bounds are known, to a later one.

    "nine years, one month and 17 days"; of days not exactly known as much as is sure: "nine
    years". Empty where not even that is.
    """
    if since.is_empty() or since.first == FIRST_DAY or since.last >= until.toordinal():
        return ""
    longest, shortest = (_apart(date.fromordinal(day), until) for day in (since.first, since.last))
    sure = 0
    while sure < len(_UNITS) and longest[sure] == shortest[sure]:
        sure += 1
    parts = zip(longest[:sure], _UNITS, strict=False)
    told = joined(f"{number(n)} {unit}{'' if n == 1 else 's'}" for n, unit in parts if n)
    return told if sure == len(_UNITS) or not told else f"more than {told}"


def _apart(first: date, last: date) -> tuple[int, int, int]:
    """Whole years, then whole months, then days, as a calendar counts them."""
    months = (last.year - first.year) * 12 + last.month - first.month
    if last.day < _day_in(first, last):
        months -= 1
    start = _later(first, months)
    return months // 12, months % 12, (last - start).days


def _day_in(first: date, month: date) -> int:
    """The day of ``first`` in another month, or the last that it has."""
    return min(first.day, monthrange(month.year, month.month)[1])


def _later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    of = date(day.year + years, month + 1, 1)
    return of.replace(day=_day_in(day, of))
