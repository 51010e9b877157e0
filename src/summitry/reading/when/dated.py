"""Readers of times that name their year: each makes a window of what its form matched."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from summitry.lexicon.tables import table
from summitry.model.days import NO_DAY, Days
from summitry.model.when import Window
from summitry.reading.when.base import Base, month_number, whole_number
from summitry.reading.when.spans import (
    between,
    exact,
    month_of,
    part_of_decade,
    part_of_month,
    part_of_year,
    season_of,
    years,
)

_Match = re.Match[str]


def _part(m: _Match) -> str:
    groups = m.groupdict()
    return groups.get("P") or groups.get("O") or ""


def iso(m: _Match, _: Base) -> Window:
    """Of "2021-06-16"."""
    return Window.on(date.fromisoformat(m["iso"]))


def year_first(m: _Match, _: Base) -> Window:
    """Of "2021/06/16"."""
    return Window.on(date(int(m["Y"]), int(m["a"]), int(m["b"])))


def numbers(m: _Match, _: Base) -> Window | None:
    """Of "16/6/2021" and "6/16/2021": either of two days, where both could be meant."""
    a, b, year = int(m["a"]), int(m["b"]), int(m["Y"])
    found = [
        Days.on(date(year, month, day))
        for month, day in dict.fromkeys(((a, b), (b, a)))
        if month <= 12
    ]
    if not found:
        return None
    if len(found) == 1:
        return Window.of(found[0])
    return Window(NO_DAY, found[0] | found[1])


def days(m: _Match, _: Base) -> Window:
    """Of "29 June to 3 July 2013"."""
    first, last = _days(m)
    return exact(first, last)


def _days(m: _Match) -> tuple[date, date]:
    year, groups = int(m["Y"]), m.groupdict()
    month = month_number(m["M"])
    last_month = month_number(groups["M2"]) if groups.get("M2") else month
    first_year = int(groups["Y1"]) if groups.get("Y1") else year
    first = date(first_year, month, whole_number(m["D"]))
    return first, date(year, last_month, whole_number(m["D2"]))


def day(m: _Match, _: Base) -> Window:
    """Of "7 July 2017"."""
    return Window.on(date(int(m["Y"]), month_number(m["M"]), whole_number(m["D"])))


def months(m: _Match, _: Base) -> Window:
    """Of "May–June 1988"."""
    first, last = _months(m)
    if last.last < first.first:
        raise ValueError(f"a span can't end before it starts, got {m.group()!r}")
    return Window.of(Days((first.first, last.last)))


def between_months(m: _Match, _: Base) -> Window:
    """Of "between June and August 2013"."""
    first, last = _months(m)
    return between(Window.of(first), Window.of(last))


def _months(m: _Match) -> tuple[Days, Days]:
    first_year = int(m["Y1"]) if m["Y1"] else int(m["Y"])
    first = month_of(first_year, month_number(m["M"]))
    return first, month_of(int(m["Y"]), month_number(m["M2"]))


def month(m: _Match, _: Base) -> Window:
    """Of "July 2009", "late June 2009"."""
    whole, part = month_of(int(m["Y"]), month_number(m["M"])), _part(m)
    return part_of_month(whole, part) if part else Window.of(whole)


_FIRST: Final = ("first", "opening", "early")


def end_of_month(m: _Match, _: Base) -> Window:
    """Of "the last day of May 2000"."""
    whole = month_of(int(m["Y"]), month_number(m["M"]))
    day = whole.first if m["end"] in _FIRST else whole.last
    return Window.of(Days((day, day)))


def ends_of_month(m: _Match, _: Base) -> Window:
    """Of "the first days of July 2007"."""
    whole = month_of(int(m["Y"]), month_number(m["M"]))
    return part_of_month(whole, "early" if m["end"] in _FIRST else "late")


_TURN: Final = 32
"""Two digits from here on are a year's, as no day of a month has them."""
_CENTURY: Final = 30
"""Years of two digits up to here are of this century."""


def _short(digits: str) -> int:
    return int(digits) + (2000 if int(digits) <= _CENTURY else 1900)


def month_short(m: _Match, _: Base) -> Window | None:
    """Of "Dec 87", "June '05"; not of "June 16", which is a day."""
    if int(m["yy"]) < _TURN and "'" not in m.group():
        return None
    return Window.of(month_of(_short(m["yy"]), month_number(m["M"])))


def year_short(m: _Match, _: Base) -> Window:
    """Of "'88"."""
    return Window.of(years(_short(m["yy"]), _short(m["yy"])))


def season(m: _Match, _: Base) -> Window:
    """Of "the fall of 1974"; of a part of it the sure days aren't told."""
    whole = season_of(m["S"], int(m["Y"]))
    return Window(NO_DAY, whole.possibly) if _part(m) else whole


def decade(m: _Match, _: Base) -> Window:
    """Of "the mid-1990s", "the nineties"."""
    groups = m.groupdict()
    first = 1900 + table("calendar")["decades"][groups["T"]] if groups.get("T") else int(m["Y"])
    part = _part(m)
    if part:
        return part_of_decade(first, part)
    return Window.of(years(first, first + (9 if first % 10 == 0 else 0)))


def part_of_a_year(m: _Match, _: Base) -> Window:
    """Of "late 1999"."""
    return part_of_year(int(m["Y"]), _part(m))


def span_of_years(m: _Match, _: Base) -> Window:
    """Of "2017–21"."""
    first, last = _ends(m)
    return exact(date(first, 1, 1), date(last, 12, 31))


def _ends(m: _Match) -> tuple[int, int]:
    return int(m["Y"]), int(m["Y"][: 4 - len(m["tail"])] + m["tail"])


def ends_of(reads: Callable[..., object], m: _Match) -> tuple[Window, Window] | None:
    """The two ends of a span, if it is one that a reader of spans has read."""
    if reads is days:
        first, last = _days(m)
        return Window.on(first), Window.on(last)
    if reads in (months, between_months):
        start, end = _months(m)
        return Window.of(start), Window.of(end)
    if reads is span_of_years:
        began, ended = _ends(m)
        return Window.of(years(began, began)), Window.of(years(ended, ended))
    return None


def iso_month(m: _Match, _: Base) -> Window:
    """Of "2021-06"."""
    return Window.of(month_of(int(m["Y"]), int(m["month"])))


def year(m: _Match, _: Base) -> Window:
    """Of "1972"."""
    return Window.of(years(int(m["Y"]), int(m["Y"])))


def holiday(m: _Match, _: Base) -> Window:
    """Of "Christmas Day 1991"."""
    return feast(m["H"], int(m["Y"]))


def feast(name: str, in_year: int) -> Window:
    """The day of a holiday; of "Christmas" the days around it may be meant, too."""
    at, number = table("calendar")["holidays"][name]
    found = date(in_year, at, number).toordinal()
    edge = 0 if " " in name else 7
    return Window(Days((found, found)), Days((found - edge, found + edge)))


def century(m: _Match, _: Base) -> Window:
    """Of "the 20th century"."""
    first = (int(m["nth"]) - 1) * 100 + 1
    return Window.of(years(first, first + 99))
