"""Readers of times that count from the day of the text, or from the time told of before them.

Each makes a window of what its form matched; None where the day that it needs isn't known, or
more than one may be meant.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from summitry.lexicon.tables import table
from summitry.model.days import NO_DAY, Days
from summitry.model.when import Window
from summitry.reading.when.base import Base, count_of, month_number, whole_number
from summitry.reading.when.dated import feast
from summitry.reading.when.spans import (
    exact,
    last_before,
    month_of,
    part_of_month,
    part_of_year,
    season_of,
    shifted_by_days,
    shifted_by_months,
    unit_around,
    weekday_from,
    years,
)

_Match = re.Match[str]
_RECENT: Final = 366
"""Days before the text within which a day without its year is of the text's own time."""


def _table(name: str) -> dict[str, int]:
    found: dict[str, int] = table("calendar")[name]
    return found


def _unit(word: str) -> str:
    """The unit of the calendar that a word means: "yr" is a year."""
    whole = {"yr": "year", "wk": "week", "hr": "hour"}
    return whole.get(word, word)


def _on(days: Days | None) -> Window | None:
    return None if days is None else Window.of(days)


def _today(base: Base) -> Days | None:
    return None if base.written is None else Days.on(base.written)


def _told(base: Base) -> Days | None:
    return None if base.told is None else base.told.possibly


# --- by the year told of, or that of the text ---


def _of_no_year(base: Base, month: int, number: int | None = None) -> Window | None:
    """A month or day of which the year isn't said.

    It is the last one before the text where the text tells of its own time. Where it tells of an
    earlier year nearby, it is of that one, or of the next if it comes earlier in it; where it told
    of one farther back, either may be meant.
    """
    recent = None if base.written is None else last_before(base.written, month, number)
    told = None if base.told is None else unit_around(base.told.possibly, "year")
    if told is None or base.told is None:
        return _on(recent)
    year = date.fromordinal(told.first).year
    if base.written is not None and recent is not None:
        written = base.written.toordinal()
        if written - told.last < _RECENT or year == base.written.year:
            return Window.of(recent)
    days, next_ = (_of_year(year + n, month, number) for n in (0, 1))
    earlier = days.last < base.told.possibly.first
    if base.near or recent is None:
        return Window(NO_DAY, days | next_) if earlier else Window.of(days)
    return Window(NO_DAY, days | recent)


def _of_year(year: int, month: int, number: int | None) -> Days:
    return month_of(year, month) if number is None else Days.on(date(year, month, number))


def day(m: _Match, base: Base) -> Window | None:
    """Of "July 7"."""
    return _of_no_year(base, month_number(m["M"]), whole_number(m["D"]))


def this_day_in(m: _Match, base: Base) -> Window | None:
    """Of "On this day in 1961": that day, or the year where the text's own isn't known."""
    year = whole_number(m["Y"])
    written = base.written
    if written is None or (written.month, written.day) == _LEAP_DAY:
        return Window.of(years(year, year))
    return Window.on(date(year, written.month, written.day))


_LEAP_DAY: Final = (2, 29)


def days(m: _Match, base: Base) -> Window | None:
    """Of "May 22–30"."""
    groups = m.groupdict()
    month = month_number(m["M"])
    first = _of_no_year(base, month, whole_number(m["D"]))
    start = None if first is None else first.possibly.only
    if start is None:
        return None
    last = month_number(groups["M2"]) if groups.get("M2") else month
    year = start.year + (1 if last < month else 0)
    return exact(start, date(year, last, whole_number(m["D2"])))


def holiday(m: _Match, base: Base) -> Window | None:
    """Of "Christmas Day"."""
    at, number = table("calendar")["holidays"][m["H"]]
    found = _of_no_year(base, at, number)
    only = None if found is None else found.possibly.only
    return found if only is None else feast(m["H"], only.year)


def month(m: _Match, base: Base) -> Window | None:
    """Of "in June"."""
    found = _of_no_year(base, month_number(m["M"]))
    part = m["P"] or m["O"]
    if found is None or not part:
        return found
    return part_of_month(found.possibly, part) if found.is_exact else None


def in_which_year(m: _Match, base: Base) -> Window | None:
    """Of "April of last year", "November of that year"."""
    whole = _which_year(m["which"], base)
    if whole is None:
        return None
    groups = m.groupdict()
    at = next(groups[name] for name in ("M", "M_2") if groups.get(name))
    number = next((groups[name] for name in ("D", "D_2") if groups.get(name)), None)
    year = date.fromordinal(whole.first).year
    if number is not None:
        return Window.on(date(year, month_number(at), whole_number(number)))
    part = groups.get("P") or groups.get("O")
    found = month_of(year, month_number(at))
    return part_of_month(found, part) if part else Window.of(found)


def _which_year(which: str, base: Base) -> Days | None:
    which = " ".join(which.split())
    steps = {**_table("which"), **_table("told")}[which]
    around = _today(base) if which in _table("which") else _told(base)
    return None if around is None else unit_around(around, "year", steps)


def part(m: _Match, base: Base) -> Window | None:
    """Of "late last year", "the end of the month"."""
    which, unit = m["which"], _unit(m["U"])
    told = which in ("that", "the")
    around = _told(base) if told and base.told is not None else _today(base)
    steps = 0 if told else _table("which")[which]
    whole = None if around is None else unit_around(around, unit, steps)
    if whole is None:
        return None
    name = (m["P"] or m["O"]).removesuffix(" in")
    if unit == "year":
        return part_of_year(date.fromordinal(whole.first).year, name)
    return part_of_month(whole, name) if unit in ("month", "week") else None


# --- by the day of the text ---


def today(_: _Match, base: Base) -> Window | None:
    """Of "this morning"."""
    return _on(_today(base))


def beside_today(m: _Match, base: Base) -> Window | None:
    """Of "yesterday evening"."""
    if base.written is None:
        return None
    words = m["day"].split()
    steps = (1 if words[-1] == "tomorrow" else -1) * (2 if len(words) > 1 else 1)
    return Window.on(base.written + timedelta(days=steps))


def weekday(m: _Match, base: Base) -> Window | None:
    """Of "on Tuesday", "last Friday": of a past week unless "this" or "next" says otherwise.

    "Friday's meeting" may be still to come.
    """
    if base.written is None or m["which"] == "this" or (m["own"] is not None and not m["which"]):
        return None
    steps = 0 if m["which"] is None else _table("which")[m["which"]]
    return Window.on(weekday_from(base.written, _table("weekdays")[m["W"]], steps))


def which_unit(m: _Match, base: Base) -> Window | None:
    """Of "last year", "earlier this month"; of the present one, up to the day of the text."""
    if base.written is None:
        return None
    unit, steps = _unit(m["U"]), _table("which")[m["which"]]
    if unit in ("minute", "hour", "day", "fortnight", "century"):
        return None
    whole = unit_around(Days.on(base.written), unit, steps)
    if whole is None:
        return None
    if unit == "week" and steps < 0:
        # "Last week" may end on the day before, or on Sunday.
        return Window(whole, Days((whole.first - 1, max(whole.last, whole.last))))
    return Window.of(whole if steps > 0 else Days((whole.first, min(whole.last, _last(base)))))


def _last(base: Base) -> int:
    return base.written.toordinal() if base.written is not None else date.max.toordinal()


def which_season(m: _Match, base: Base) -> Window | None:
    """Of "last summer": the last that was over, or begun, by the day of the text."""
    if base.written is None or m["which"] == "next":
        return None
    this, past = (season_of(m["S"], base.written.year - back) for back in (0, 1))
    if m["which"] == "this":
        return this
    if this.surely.last < base.written.toordinal() - _RECENT // 3:
        return Window(NO_DAY, this.possibly | past.possibly)
    return this if this.possibly.last < base.written.toordinal() else past


def which_month(m: _Match, base: Base) -> Window | None:
    """Of "last July": of this year or the last, where it lies some months back in this one."""
    if base.written is None or m["which"] == "next":
        return None
    number = month_number(m["M"])
    this, past = (month_of(base.written.year - back, number) for back in (0, 1))
    if m["which"] == "this":
        return Window.of(this)
    if this.last >= base.written.toordinal():
        return Window.of(past)
    return Window(NO_DAY, this | past)


def ago(m: _Match, base: Base) -> Window | None:
    """Of "ten days ago", "fifty years ago today"."""
    if base.written is None:
        return None
    back, words = base.written, m["mark"]
    (least, most), unit = count_of(m["N"]), m["U"]
    if words is not None and least == most:
        return _anniversary(base.written, unit, least, " ".join(words.split()))
    row = table("calendar")["units"][unit]
    vague = m["hedge"] in table("calendar")["hedged"]["vague"]
    if "days" in row:
        return shifted_by_days(Days.on(back), row["days"], -most, -least, vague=vague)
    months = row["months"]
    if months >= 12:
        near, far = (back.year - n * months // 12 for n in (least, most))
        edge = max(1, months // 120)
        sure = years(far, near) & _about(back, least) if least == most else NO_DAY
        return Window(sure, years(far - edge, near + edge))
    return shifted_by_months(Days.on(back), -most, -least, vague=True)


def _about(written: date, number: int) -> Days:
    """The days that are surely meant by so many years ago: the fewer the years, the nearer."""
    centre, around = written.toordinal() - round(number * 365.25), 80 + 26 * number
    return Days((centre - around, centre + around))


def _anniversary(written: date, unit: str, number: int, mark: str) -> Window | None:
    """The day or week so many years before the day of the text, or before the week beside it."""
    if _unit(unit) != "year":
        return None
    then = date(written.year - number, written.month, written.day)
    if mark == "today":
        return Window.on(then)
    which, around = mark.split()
    found = unit_around(Days.on(then), around, _table("which")[which])
    if found is None or around != "week":
        return _on(found)
    return Window(NO_DAY, Days((found.first - 3, found.last + 3)))


def past(m: _Match, base: Base) -> Window | None:
    """Of "in the past three years": up to the day of the text."""
    if base.written is None:
        return None
    least, most = count_of(m["N"]) if m["N"] else (1, 1)
    row = table("calendar")["units"][m["U"]]
    today = base.written.toordinal()
    length = row.get("days", 0) or round(row.get("months", 0) * 30.44)
    if not length:
        return None
    near, far = today - least * length, today - most * length
    return Window(Days((near + length // 4, today)), Days((far - max(1, length // 2), today)))


# --- by the time told of ---


def told_unit(m: _Match, base: Base) -> Window | None:
    """Of "that month", "the following day", "that evening", "that November"."""
    told, groups = _told(base), m.groupdict()
    if told is None:
        return None
    steps = _table("told")[" ".join(m["told"].split())]
    if groups["W"]:
        return _weekday_by(told, _table("weekdays")[groups["W"]], steps)
    if groups["S"] or groups["M"]:
        return _yearly(told, groups["S"], groups["M"], steps)
    if groups["U"] is None:
        return _on(unit_around(told, "day", steps))
    unit = _unit(groups["U"])
    if unit in ("minute", "hour"):
        return _on(unit_around(told, "day"))
    if unit in ("fortnight", "century"):
        return None
    return _on(unit_around(told, unit, steps))


def _weekday_by(told: Days, weekday: int, steps: int) -> Window | None:
    day = told.only
    if day is None:
        return None
    if steps == 0:
        week = unit_around(told, "week")
        return None if week is None else Window.of(Days((week.first + weekday,) * 2))
    return Window.on(weekday_from(day, weekday, steps))


def _yearly(told: Days, season: str | None, month: str | None, steps: int) -> Window | None:
    """The season or month of the year told of, or the one that comes before or after it."""
    around = unit_around(told, "year")
    if around is None:
        return None
    year = date.fromordinal(around.first).year

    def of(year: int) -> Window:
        if month is None:
            return season_of(season or "", year)
        return Window.of(month_of(year, month_number(month)))

    if steps == 0:
        return of(year)
    found = [of(year + n) for n in (-1, 0, 1)]
    if steps > 0:
        return next((w for w in found if w.surely.first > told.last), None)
    return next((w for w in reversed(found) if w.surely.last < told.first), None)


def beside_told(m: _Match, base: Base) -> Window | None:
    """Of "the day before", "a year later", "the summer after"."""
    told, groups = _told(base), m.groupdict()
    if told is None:
        return None
    steps = _table("sides")[m["side"]]
    if groups["W"]:
        return _weekday_by(told, _table("weekdays")[groups["W"]], steps)
    if groups["S"] or groups["M"]:
        return _yearly(told, groups["S"], groups["M"], steps)
    if m.group().startswith("a"):
        return _shift(told, groups["U"], (1, 1), steps, vague=False)
    unit = _unit(groups["U"])
    if unit in ("minute", "hour", "fortnight", "century"):
        return None
    return _on(unit_around(told, unit, steps))


def shifted(m: _Match, base: Base) -> Window | None:
    """Of "three months later", "only weeks later"."""
    told, groups = _told(base), m.groupdict()
    if told is None:
        return None
    vague = groups.get("hedge") in table("calendar")["hedged"]["vague"]
    steps = _table("sides")[m["side"]]
    return _shift(told, m["U"], count_of(groups.get("N")), steps, vague=vague)


def _shift(
    told: Days, unit: str, count: tuple[int, int], steps: int, *, vague: bool
) -> Window | None:
    row = table("calendar")["units"][unit]
    least, most = sorted(n * steps for n in count)
    if "months" in row:
        return shifted_by_months(told, least * row["months"], most * row["months"], vague=vague)
    if not row["days"]:
        return _on(unit_around(told, "day"))
    if unit_around(told, "month") is None:
        return None
    return shifted_by_days(told, row["days"], least, most, vague=vague)


def then(_: _Match, base: Base) -> Window | None:
    """Of "since then"."""
    return base.told


def end_of(m: _Match, base: Base) -> Window | None:
    """Of "the last day of the month"."""
    told, unit = _told(base), _unit(m["U"])
    if told is None or unit not in ("week", "month", "year", "decade"):
        return None
    whole = unit_around(told, unit)
    if whole is None:
        return None
    at = whole.first if m["end"] == "first" else whole.last
    return Window.of(Days((at, at)))
