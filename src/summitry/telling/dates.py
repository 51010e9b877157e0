"""Days, months, years and spans of them in English, in one of three styles."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from summitry.model.days import FIRST_DAY, LAST_DAY, Days, Span
from summitry.model.when import Moment, Stretch, When
from summitry.telling.words import joined

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
# Associated Press: these months are cut short before a day, and the others never.
_AP_MONTHS: Final = {
    1: "Jan.", 2: "Feb.", 8: "Aug.", 9: "Sept.", 10: "Oct.", 11: "Nov.", 12: "Dec.",
}  # fmt: skip


class DateStyle(StrEnum):
    """How a day is written: plain "16 June 2021", ap "June 16, 2021", iso "2021-06-16"."""

    PLAIN = "plain"
    AP = "ap"
    ISO = "iso"


def day(on: date, style: DateStyle = DateStyle.PLAIN) -> str:
    """One day: "16 June 2021"; in the ap style "June 16, 2021,".

    The comma after the year is dropped at the end of a sentence by :func:`words.sentence`.
    """
    if style is DateStyle.ISO:
        return on.isoformat()
    comma = "," if style is DateStyle.AP else ""
    return f"{_day_of_year(on, style)}{comma} {on.year}{comma}"


def _day_of_year(on: date, style: DateStyle) -> str:
    if style is DateStyle.AP:
        return f"{_AP_MONTHS.get(on.month, _MONTHS[on.month - 1])} {on.day}"
    return f"{on.day} {_MONTHS[on.month - 1]}"


def month(of: date, style: DateStyle = DateStyle.PLAIN) -> str:
    """The month of a day: "June 2021"; in the iso style "2021-06"."""
    if style is DateStyle.ISO:
        return of.isoformat()[:7]
    return f"{_MONTHS[of.month - 1]} {of.year}"


def year(of: date) -> str:
    """The year of a day."""
    return str(of.year)


@dataclass(frozen=True, slots=True)
class Unit:
    """How finely the ends of a span are told, and the word before one unit alone."""

    before: str
    tell: Callable[[date, DateStyle], str]


_DAY: Final = Unit("on", day)
_MONTH: Final = Unit("in", month)
_YEAR: Final = Unit("in", lambda of, _: year(of))


def _unit(first: date | None, last: date | None) -> Unit:
    """The largest unit that the ends, as far as there are any, fit exactly."""
    starts_month = first is None or first.day == 1
    ends_month = last is None or last.day == monthrange(last.year, last.month)[1]
    if not (starts_month and ends_month):
        return _DAY
    starts_year = first is None or first.month == 1
    ends_year = last is None or last.month == 12
    return _YEAR if starts_year and ends_year else _MONTH


def _ends(span: Span) -> tuple[date | None, date | None]:
    first, last = span
    return (
        None if first == FIRST_DAY else date.fromordinal(first),
        None if last == LAST_DAY else date.fromordinal(last),
    )


def _is_one(unit: Unit, first: date, last: date) -> bool:
    return unit.tell(first, DateStyle.PLAIN) == unit.tell(last, DateStyle.PLAIN)


def _from_to(unit: Unit, first: date, last: date, style: DateStyle) -> tuple[str, str]:
    """Both ends, the first shortened where the last says its month or year."""
    end = unit.tell(last, style)
    if unit is _YEAR or first.year != last.year or style is DateStyle.ISO:
        return unit.tell(first, style), end
    if unit is _MONTH:
        return _MONTHS[first.month - 1], end
    if first.month != last.month:
        return _day_of_year(first, style), end
    if style is DateStyle.AP:
        return _day_of_year(first, style), f"{last.day}, {last.year},"
    return str(first.day), end


def within(span: Span, style: DateStyle = DateStyle.PLAIN) -> str:
    """A span as when something happened: "on 16 June 2021", "from 2001 to 2009", "from 2013 on".

    Empty for the span without ends.
    """
    first, last = _ends(span)
    unit = _unit(first, last)
    if first is None:
        return "" if last is None else f"up to {unit.tell(last, style)}"
    if last is None:
        return f"from {unit.tell(first, style)} on"
    if _is_one(unit, first, last):
        return f"{unit.before} {unit.tell(first, style)}"
    start, end = _from_to(unit, first, last, style)
    return f"from {start} to {end}"


def is_one_unit(span: Span) -> bool:
    """Whether the span is one day, one month or one year."""
    first, last = _ends(span)
    return first is not None and last is not None and _is_one(_unit(first, last), first, last)


def bare(span: Span, style: DateStyle = DateStyle.PLAIN) -> str:
    """A span as a noun: "16 June 2021", "2021", "the time from 2001 to 2009"."""
    told = within(span, style)
    if is_one_unit(span):
        return told.partition(" ")[2]
    return f"the time {told}" if told else "all time"


def moment(when: Moment, style: DateStyle = DateStyle.PLAIN) -> str:
    """The time of an event: "on 16 June 2021", "from 13 to 15 November 2001".

    A day not exactly known is told as such: "in June 2021", "between 13 and 15 November 2001".
    """
    match when:
        case When():
            return _uncertain(when.possible, style)
        case Stretch():
            return _stretch(when, style)


def _uncertain(possible: Days, style: DateStyle) -> str:
    return joined((one_of(span, style) for span in possible.spans), "or")


def one_of(span: Span, style: DateStyle) -> str:
    """One day of a span, not known which: "between 13 and 15 November 2001"."""
    first, last = _ends(span)
    if first is None or last is None or is_one_unit(span):
        return within(span, style) or "on a day not known"
    start, end = _from_to(_unit(first, last), first, last, style)
    return f"between {start} and {end}"


def _stretch(when: Stretch, style: DateStyle) -> str:
    start = when.start.possible
    if when.end is None:
        return f"from {_end(start, style)} on"
    end = when.end.possible
    if start.only is not None and end.only is not None:
        return within((start.first, end.last), style)
    if len(start.spans) == len(end.spans) == 1:
        return _between_spans(start.spans[0], end.spans[0], style)
    return f"from {_end(start, style)} to {_end(end, style)}"


def _between_spans(start: Span, end: Span, style: DateStyle) -> str:
    """From some day of one span to some day of another; a year of both is said once."""
    if start == end:
        return within(start, style) if is_one_unit(start) else one_of(start, style)
    (a, b), (c, d) = _ends(start), _ends(end)
    if a is None or b is None or c is None or d is None or len({a.year, b.year, d.year}) > 1:
        return f"from {_end(Days(start), style)} to {_end(Days(end), style)}"
    if is_one_unit(start) or is_one_unit(end):
        return f"from {_end(Days(start), style)} to {_end(Days(end), style)}"
    return f"from a day between {_days_of_year(a, b, d, style)} to one {one_of(end, style)}"


def _days_of_year(first: date, last: date, said: date, style: DateStyle) -> str:
    """Two days without their year, and in the plain style without a month that is said after.

    In the iso style a day is always whole.
    """
    if style is DateStyle.ISO:
        return f"{day(first, style)} and {day(last, style)}"
    if style is DateStyle.AP:
        end = str(last.day) if first.month == last.month else _day_of_year(last, style)
        return f"{_day_of_year(first, style)} and {end}"
    start = str(first.day) if first.month == last.month else _day_of_year(first, style)
    end = str(last.day) if first.month == last.month == said.month else _day_of_year(last, style)
    return f"{start} and {end}"


def _end(possible: Days, style: DateStyle) -> str:
    if len(possible.spans) == 1:
        first, last = _ends(possible.spans[0])
        if first is not None and last is None:
            return f"{bare((possible.first, possible.first), style)} or later"
        if first is None and last is not None:
            return f"{bare((possible.last, possible.last), style)} or earlier"
        if is_one_unit(possible.spans[0]):
            return bare(possible.spans[0], style)
    return f"a day {_uncertain(possible, style)}"
