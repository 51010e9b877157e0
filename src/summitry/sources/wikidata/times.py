"""Wikidata's dates: a point in time with its precision, or a value that is unknown."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date
from enum import Enum
from typing import Final

from summitry.model.days import Days
from summitry.model.when import When


class Unknown(Enum):
    """There is a date, but of no days that a record can hold."""

    VALUE = "a date that is not known"
    UNREADABLE = "a date that can't be read"
    COARSE = "a date known to the millennium at best"
    OUTSIDE = "a date outside the years 1 to 9999"


Time = When | Unknown

_DAY: Final = 11
_MONTH: Final = 10
_YEAR: Final = 9
_DECADE: Final = 8
_CENTURY: Final = 7

_TIME: Final = re.compile(r"([+-]?)(\d{4,})-(\d\d)-(\d\d)T\d\d:\d\d:\d\dZ?")


def read_time(text: str, precision: int) -> Time:
    """The day that a value of ``wikibase:timeValue`` means, as far as its precision goes.

    Values are in the Gregorian calendar, with a year 0. A day that the calendar doesn't have (the
    service leaves some Julian dates as they are) is any day of its month. The century of 1950 is
    1901 to 2000; that of 1900, for some count so and some by the first two digits, 1801 to 1999.
    """
    found = _TIME.fullmatch(text)
    if found is None:
        return Unknown.UNREADABLE
    sign, *parts = found.groups()
    year, month, day = map(int, parts)
    if sign == "-" or not MINYEAR <= year <= MAXYEAR:
        return Unknown.OUTSIDE
    if precision >= _MONTH and 1 <= month <= 12:
        last = monthrange(year, month)[1]
        if precision >= _DAY and 1 <= day <= last:
            return When.on(date(year, month, day))
        return _when(date(year, month, 1), date(year, month, last), f"{year:04}-{month:02}")
    if precision >= _YEAR:
        return _years(year, year, f"{year:04}")
    if precision == _DECADE:
        first = year // 10 * 10
        return _years(max(first, MINYEAR), first + 9, f"{year // 10:03}X")
    if precision == _CENTURY:
        first, last = (year - 1) // 100 * 100 + 1, -(-year // 100) * 100
        return _years(first, min(last if year < last else year + 99, MAXYEAR))
    return Unknown.COARSE


def _years(first: int, last: int, written: str = "") -> When:
    return _when(date(first, 1, 1), date(last, 12, 31), written)


def _when(first: date, last: date, written: str) -> When:
    return When(Days.between(first, last), written)


def agreed(times: frozenset[Time]) -> When | None:
    """The day that all the times leave open, those without days aside; None if there is none."""
    days = [time for time in times if isinstance(time, When)]
    if not days:
        return None
    shared = days[0].possible
    for time in days[1:]:
        shared &= time.possible
    return None if shared.is_empty() else _as_known(shared, days)


def widened(times: frozenset[Time]) -> When | None:
    """The day that all the times leave open; where they differ, any that one of them does."""
    days = [time for time in times if isinstance(time, When)]
    if not days:
        return None
    both = agreed(times)
    if both is not None:
        return both
    every = days[0].possible
    for time in days[1:]:
        every |= time.possible
    return _as_known(every, days)


def _as_known(days: Days, known: list[When]) -> When:
    """As one of the times has it in writing, if one does."""
    return next((time for time in known if time.possible == days), When(days))
