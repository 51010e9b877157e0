"""Spans of the calendar and vague windows over them: what readers of times reckon with."""

from __future__ import annotations

import calendar
import math
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from summitry.lexicon.tables import table
from summitry.model.days import NO_DAY, Days
from summitry.model.when import Window

_YEAR: Final = 12
"""Months."""
_EDGE: Final = 5
"""Days from the edge of a month within which what is counted in months may lie beyond it."""
_SLACK: Final = 0.25
"""How far, of its length, a number of weeks or months may be rounded."""


def month_of(year: int, month: int) -> Days:
    """The days of a month; ``month`` may run on into other years."""
    year, month = year + (month - 1) // _YEAR, (month - 1) % _YEAR + 1
    return Days.between(
        date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    )


def years(first: int, last: int) -> Days:
    """The days of the years from one to another, both included."""
    return Days.between(date(first, 1, 1), date(last, 12, 31))


def exact(first: date, last: date) -> Window:
    """From one day to another; :class:`ValueError` if they cross."""
    if last < first:
        raise ValueError(f"a span can't end before it starts, got {first} to {last}")
    return Window.of(Days.between(first, last))


def season_of(name: str, year: int) -> Window:
    """A season of the north, whose edges are vague by a month."""
    first, last = table("calendar")["seasons"][name]
    sure = Days((month_of(year, first).first, month_of(year, last).last))
    return Window(sure, Days((sure.first - 30, sure.last + 30)))


def part_of(cuts: Sequence[int], part: str) -> Window:
    """A vague part ("early") of a span of days, cut into steps at these ordinals.

    The last cut is the day after the span. The possible edges are rounded outwards to whole steps,
    the sure ones inwards.
    """
    outer_from, inner_from, inner_to, outer_to = table("calendar")["parts"][part]
    steps = len(cuts) - 1
    possibly = Days((cuts[math.floor(outer_from * steps)], cuts[math.ceil(outer_to * steps)] - 1))
    surely = Days((cuts[math.ceil(inner_from * steps)], cuts[math.floor(inner_to * steps)] - 1))
    return Window(surely & possibly, possibly)


def part_of_month(days: Days, part: str) -> Window:
    """A vague part of a month."""
    return part_of(list(range(days.first, days.last + 2)), part)


def part_of_year(year: int, part: str) -> Window:
    """A vague part of a year, by its months."""
    return part_of([month_of(year, n + 1).first for n in range(_YEAR + 1)], part)


def part_of_decade(decade: int, part: str) -> Window:
    """A vague part of ten years, by its years."""
    return part_of([date(decade + n, 1, 1).toordinal() for n in range(11)], part)


def within(first: Window | None, last: Window | None) -> Window:
    """The span from one time to another, both included; open where there is none."""
    return Window(
        Days((_start(first, sure=True), _end(last, sure=True))),
        Days((_start(first, sure=False), _end(last, sure=False))),
    )


def between(first: Window, last: Window) -> Window:
    """The span between two times, which it may include or not unless they are days."""
    around = within(first, last)
    if len(first.possibly) == len(last.possibly) == 1:
        return around
    return Window(Days((first.possibly.last + 1, last.possibly.first - 1)), around.possibly)


def _start(window: Window | None, *, sure: bool) -> int:
    """The first day of a span that starts in ``window``."""
    if window is None:
        return date.min.toordinal()
    return window.possibly.last if sure and not window.is_exact else window.possibly.first


def _end(window: Window | None, *, sure: bool) -> int:
    """The last day of a span that ends in ``window``."""
    if window is None:
        return date.max.toordinal()
    return window.possibly.first if sure and not window.is_exact else window.possibly.last


# --- from a time to another ----------------------------------------------------------------------


def is_bounded(window: Window) -> bool:
    """Whether a window has a first and a last day."""
    return None not in (window.possibly.earliest, window.possibly.latest)


def unit_around(days: Days, unit: str, steps: int = 0) -> Days | None:
    """The day, week, month, year or decade that holds some days, or one so many after it.

    A week begins on Monday. None where the days lie in more than one.
    """
    first, last = date.fromordinal(days.first), date.fromordinal(days.last)
    match unit:
        case "day":
            starts = [day.toordinal() for day in (first, last)]
            found = Days((starts[0] + steps, starts[0] + steps))
        case "week":
            starts = [day.toordinal() - day.weekday() for day in (first, last)]
            found = Days((starts[0] + 7 * steps, starts[0] + 7 * steps + 6))
        case "month":
            starts = [day.year * _YEAR + day.month for day in (first, last)]
            found = month_of(first.year, first.month + steps)
        case "year":
            starts = [first.year, last.year]
            found = years(first.year + steps, first.year + steps)
        case _:
            starts = [first.year // 10, last.year // 10]
            decade = (first.year // 10 + steps) * 10
            found = years(decade, decade + 9)
    return found if starts[0] == starts[1] else None


def shifted_by_days(days: Days, length: int, least: int, most: int, *, vague: bool) -> Window:
    """So many spans of ``length`` days after some days (before them, if the numbers are negative).

    Days are counted as they are said; weeks are rounded.
    """
    near, far = sorted((least * length, most * length))
    rounded = 0 if length <= 1 and not vague else max(3, round(_SLACK * abs(near)))
    possibly = Days((days.first + near - rounded, days.last + far + rounded))
    if least != most or days.first != days.last:
        return Window(NO_DAY if rounded or least != most else possibly, possibly)
    half = rounded // 2
    return Window(Days((days.first + near - half, days.last + far + half)), possibly)


def shifted_by_months(days: Days, least: int, most: int, *, vague: bool) -> Window | None:
    """So many months after some days, which lie in one month; or after a year, in whole years.

    They are counted in whole months, and near the edge of one by the days beyond it.
    """
    whole = least % _YEAR == most % _YEAR == 0
    if whole and (unit_around(days, "month") is None or abs(least) > 2 * _YEAR):
        around = unit_around(days, "year")
        if around is None:
            return None
        year = date.fromordinal(around.first).year
        near, far = sorted((year + least // _YEAR, year + most // _YEAR))
        edge = 1 if vague else 0
        sure = years(near, far) if near == far else NO_DAY
        return Window(sure, years(near - edge, far + edge))
    month = unit_around(days, "month")
    if month is None:
        return None
    at = date.fromordinal(month.first)
    near, far = sorted((at.month + least, at.month + most))
    if whole:
        return _years_after(at, near, far)
    possibly = Days((month_of(at.year, near).first, month_of(at.year, far).last))
    sure = possibly if near == far else NO_DAY
    if vague:
        possibly = Days((possibly.first - 30, possibly.last + 30))
    if len(days) == 1:
        first = date.fromordinal(days.first).day
        if first <= _EDGE:
            possibly |= Days((possibly.first - 15, possibly.first))
        if first > month.last - month.first + 1 - _EDGE:
            possibly |= Days((possibly.last, possibly.last + 15))
    return Window(sure, possibly)


def _years_after(month: date, near: int, far: int) -> Window:
    """The years in which a time lies that is a year or two from a month, by the calendar.

    Of one year near the edge of a year also the months beyond it.
    """
    first, last = (month.year + (at - 1) // _YEAR for at in (near, far))
    one = near == far and abs(near - month.month) == _YEAR
    sure = years(first, last) if near == far else NO_DAY
    if one:
        sure &= Days((month_of(month.year, near - 3).first, month_of(month.year, near + 3).last))
    edge = 2 if one else 0
    around = Days((month_of(month.year, near - edge).first, month_of(month.year, far + edge).last))
    return Window(sure, years(first, last) | around)


def last_before(day: date, month: int, number: int | None = None) -> Days:
    """The last such month, or day of it, that begins by a day."""
    year = day.year if date(day.year, month, number or 1) <= day else day.year - 1
    if number is None:
        return month_of(year, month)
    return Days.on(date(year, month, number))


def weekday_from(day: date, weekday: int, steps: int) -> date:
    """The nearest such weekday: the last one up to a day (0), before it (-1), or after it (1)."""
    back = (day.weekday() - weekday) % 7
    if steps > 0:
        return day + timedelta(days=7 - back)
    return day - timedelta(days=back or (7 if steps < 0 else 0))
