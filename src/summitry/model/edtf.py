"""Dates as they are written: the Extended Date/Time Format (ISO 8601-2:2019), levels 0 to 2.

The specification is the Library of Congress's (https://www.loc.gov/standards/datetime/). What
the text says is held as bounds on days:

- A date with less than a day's precision (``2021-06``, ``2021``, ``202X``, ``2021-06-XX``,
  ``1950S2``) is one day, any of those that it leaves open.
- A season is generous: it takes in every month that some calendar gives it, in either hemisphere
  where the code (21 to 24) names none; a winter may lie at either end of its year.
- ``~`` at the end widens a date by one unit of its precision on each side; inside a date it
  widens the part that it stands before (``2004-06-~11``, within the month) or the date as far as
  the part that it follows (``2004-06~-11``).
- ``?`` and ``%`` free a date altogether, for the value stated may be wrong; before a month or day
  they free that part and what is finer. ``written`` keeps what was stated.
- A set ``[a,b..c]`` is one day, any of its days.
- An interval is a stretch: ``..`` as its end is no end, an empty end is any day from its start
  on; either as its start is any day up to its end.
- A time of day is dropped: the day is the local one.

Two extensions: the ends of an interval may be sets, and may have a time of day. A date that fits
more than 4,000 separate spans (no more fit in a century) is held as all the days from the first of
them to the last.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import product
from typing import Final

from summitry.model.days import ANY_DAY, FIRST_DAY, LAST_DAY, Days, Span, until
from summitry.model.problems import InputError
from summitry.model.when import Moment, Stretch, When

_EXPECTED: Final = (
    "expected for example 2021-06-16, 2021-06, 2001-11-13/2001-11-15 or [2001-06-15,2001-06-16]"
)
_OUTSIDE: Final = "years are from 0001 to 9999"
_BACKWARDS: Final = "it ends before it starts"
_NO_SUCH_DAY: Final = "there is no such day"
_LIST: Final = "a list of days: write one row for each"
_SHORT: Final = "Y marks a year of more than four digits"

_LAST_YEAR: Final = 9999
_MOST_SPANS: Final = 4_000

_MARK: Final = "([?~%]?)"
_DATE: Final = re.compile(
    f"{_MARK}([0-9X]{{4}}){_MARK}(?:-{_MARK}([0-9X]{{2}}){_MARK}(?:-{_MARK}([0-9X]{{2}}){_MARK})?)?"
)
_TIMED: Final = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"T(?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)"
    r"(?:Z|[+-](?:[01][0-9]|2[0-3])(?::[0-5][0-9])?)?"
)
_LONG_YEAR: Final = re.compile(
    r"(?:Y(-?[1-9][0-9]*)(?:E([0-9]{1,4}))?|([0-9]{4})(?=S))(?:S([1-9][0-9]{0,3}))?" + _MARK
)
_NEGATIVE: Final = re.compile(r"-[0-9X]{4}.*")

_Months = tuple[int, int]

# The months that a number in the month's place stands for, counted from January (1) of the year;
# 0 is the December before, 13 the January after. A season takes in the months of the equinox and
# solstice at its ends, so that it holds the season of astronomers and that of meteorologists.
_SPRING: Final = ((3, 6),)
_SUMMER: Final = ((6, 9),)
_AUTUMN: Final = ((9, 12),)
_WINTER: Final = ((0, 3), (12, 15))
_NORTH: Final[tuple[tuple[_Months, ...], ...]] = (_SPRING, _SUMMER, _AUTUMN, _WINTER)
_SOUTH: Final[tuple[tuple[_Months, ...], ...]] = (_AUTUMN, _WINTER, _SPRING, _SUMMER)
_PARTS_OF_YEAR: Final[dict[int, tuple[_Months, ...]]] = {
    **{1 + n: ((1 + n, 1 + n),) for n in range(12)},
    **{21 + n: _NORTH[n] + _SOUTH[n] for n in range(4)},
    **{25 + n: _NORTH[n] for n in range(4)},
    **{29 + n: _SOUTH[n] for n in range(4)},
    **{33 + n: ((3 * n + 1, 3 * n + 3),) for n in range(4)},
    **{37 + n: ((4 * n + 1, 4 * n + 4),) for n in range(3)},
    **{40 + n: ((6 * n + 1, 6 * n + 6),) for n in range(2)},
}
_MONTHS_OF_YEAR: Final = range(1, 13)


class _Refused(Exception):
    """A reason why a text is no date."""


def parse(text: str) -> Moment:
    """The moment that ``text`` writes; InputError, with the reason, where it is no EDTF date."""
    try:
        first, slash, last = text.partition("/")
        return _stretch(first, last, text) if slash else _when(text)
    except _Refused as refused:
        quoted = json.dumps(text, ensure_ascii=not text.isprintable())
        raise InputError(f"not an EDTF date: {quoted} ({refused})") from None


def write(moment: Moment) -> str:
    """EDTF that :func:`parse` reads back as the same moment: as it was written, where it was."""
    if moment.written and _reads_back(moment):
        return moment.written
    if isinstance(moment, When):
        return _text_of(moment.possible)
    return f"{_text_of_start(moment)}/{_text_of_end(moment)}"


# --- intervals and sets -----------------------------------------------------------------------


def _stretch(first: str, last: str, text: str) -> Stretch:
    if not first and not last:
        raise _Refused(_EXPECTED)
    start = None if first in ("", "..") else _when(first)
    end = None if last in ("", "..") else _when(last)
    if start is None:
        start = When(ANY_DAY if end is None else until(end.possible.last))
    if last == "":
        end = When(Days((start.possible.first, LAST_DAY)))
    if end is not None and end.possible.last < start.possible.first:
        raise _Refused(_BACKWARDS)
    return Stretch(start, end, text)


@lru_cache(maxsize=16_384)
def _when(text: str) -> When:
    if text.startswith("{"):
        raise _Refused(_LIST)
    if text.startswith("[") and text.endswith("]"):
        return When(_set(text[1:-1].split(",")), text)
    return When(_days(text), text)


def _set(elements: list[str]) -> Days:
    spans: list[Span] = []
    for place, element in enumerate(elements):
        first, dots, last = element.partition("..")
        if not dots:
            spans += _days(element).spans
            continue
        opens, closes = not first and place == 0, not last and place == len(elements) - 1
        if opens and closes:
            raise _Refused(_EXPECTED)
        start = FIRST_DAY if opens else _days(first).first
        end = LAST_DAY if closes else _days(last).last
        if end < start:
            raise _Refused(_BACKWARDS)
        spans.append((start, end))
    return Days(*spans)


# --- dates ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Part:
    """A year, month or day as written, ``X`` for an unspecified digit.

    A mark ``before`` qualifies the part alone; a mark ``after`` the date as far as the part.
    """

    before: str
    digits: str
    after: str

    @property
    def is_free(self) -> bool:
        """Whether the mark before it says that the value may be wrong."""
        return self.before in ("?", "%")

    def values(self) -> set[int]:
        """The numbers that fit the digits."""
        choices = ("0123456789" if digit == "X" else digit for digit in self.digits)
        return {int("".join(digits)) for digits in product(*choices)}

    def bare(self) -> _Part:
        """The part without its marks."""
        return _Part("", self.digits, "")


def _days(text: str) -> Days:
    """The days that one date leaves open."""
    timed = _TIMED.fullmatch(text)
    found = _DATE.fullmatch(timed.group(1) if timed else text)
    if found is None:
        return _days_of_long_year(text)
    groups = [group or "" for group in found.groups()]
    year, month, day = (_Part(*groups[n : n + 3]) for n in (0, 3, 6))
    stated = _open_days(year.bare(), month.bare(), day.bare())
    if stated.is_empty():
        raise _Refused(_NO_SUCH_DAY)
    if year.is_free or any(part.after in ("?", "%") for part in (year, month, day)):
        return ANY_DAY
    return _open_days(year, month, day)


def _open_days(year: _Part, month: _Part, day: _Part) -> Days:
    years = _years(year)
    if not month.digits:
        return Days(*(_whole_months(12 * y, 12 * y + 11) for y in years))
    parts = _parts_of_year(month, has_day=bool(day.digits))
    months = [(12 * y + first - 1, 12 * y + last - 1) for y in years for first, last in parts]
    if month.is_free or day.is_free or day.digits in ("", "XX"):
        days = Days(*(_whole_months(first, last) for first, last in months))
    else:
        days = Days(*_single_days(months, day))
    if day.after == "~":
        days = Days(*((first - 1, last + 1) for first, last in days.spans))
    if len(days.spans) > _MOST_SPANS:
        return Days((days.first, days.last))
    return days


def _years(year: _Part) -> list[int]:
    values = year.values()
    if "~" in (year.before, year.after):
        unit = 10 ** (len(year.digits) - len(year.digits.rstrip("X")))
        values |= {value + by for value in values for by in (-unit, unit)}
    years = [value for value in values if 1 <= value <= _LAST_YEAR]
    if not years:
        raise _Refused(_OUTSIDE)
    return years


def _parts_of_year(month: _Part, *, has_day: bool) -> list[_Months]:
    """The months of a year that are left open, as spans that may spill over its ends."""
    known = _MONTHS_OF_YEAR if has_day or "X" in month.digits else _PARTS_OF_YEAR
    parts = [part for value in month.values() if value in known for part in _PARTS_OF_YEAR[value]]
    if not parts:
        raise _Refused(_EXPECTED)
    if month.is_free:
        return [(min(first, 1), max(last, 12)) for first, last in parts]
    if month.before == "~":
        parts = [
            (max(wide_first, min(first, 1)), min(wide_last, max(last, 12)))
            for (first, last), (wide_first, wide_last) in zip(parts, _widened(parts), strict=True)
        ]
    return _widened(parts) if month.after == "~" else parts


def _widened(parts: list[_Months]) -> list[_Months]:
    """Each with as many months again on both sides."""
    return [(2 * first - last - 1, 2 * last - first + 1) for first, last in parts]


def _single_days(months: Iterable[_Months], day: _Part) -> Iterator[Span]:
    values = day.values()
    if day.before == "~":
        values |= {value + by for value in values for by in (-1, 1)}
    for first, last in months:
        for month in range(first, last + 1):
            start, end = _whole_months(month, month)
            for value in values:
                if 1 <= value <= end - start + 1:
                    yield start + value - 1, start + value - 1


def _whole_months(first: int, last: int) -> Span:
    """The days from one month to another, each counted as 12 times its year and 0 to 11.

    Months beyond the calendar have no days.
    """
    return _first_day(first), _first_day(last + 1) - 1


def _first_day(month: int) -> int:
    year, of_year = divmod(month, 12)
    if year < 1:
        return FIRST_DAY
    return LAST_DAY + 1 if year > _LAST_YEAR else date(year, of_year + 1, 1).toordinal()


def _days_of_long_year(text: str) -> Days:
    """The days of a year written with ``Y``, an exponent or significant digits."""
    found = _LONG_YEAR.fullmatch(text)
    if found is None:
        raise _Refused(_OUTSIDE if _NEGATIVE.fullmatch(text) else _EXPECTED)
    prefixed, exponent, plain, significant, mark = found.groups()
    if prefixed and not exponent and len(prefixed.lstrip("-")) <= len(str(_LAST_YEAR)):
        raise _Refused(_SHORT)
    digits = (prefixed or plain.lstrip("0")) + "0" * int(exponent or 0)
    if not digits or digits.startswith("-") or len(digits) > len(str(_LAST_YEAR)):
        raise _Refused(_OUTSIDE)
    open_digits = len(digits) - int(significant or len(digits))
    if open_digits < 0:
        raise _Refused(_EXPECTED)
    if mark in ("?", "%"):
        return ANY_DAY
    unit = 10**open_digits
    first = int(digits) // unit * unit
    by = unit if mark == "~" else 0
    return Days(_whole_months(12 * (first - by), 12 * (first + unit - 1 + by) + 11))


# --- writing ----------------------------------------------------------------------------------


def _reads_back(moment: Moment) -> bool:
    try:
        return parse(moment.written) == moment
    except InputError:  # words, such as "late 1999"
        return False


def _text_of(days: Days) -> str:
    if days == ANY_DAY:
        return "XXXX"
    if len(days.spans) == 1:
        ((first, last),) = days.spans
        whole = _text_of_whole(first, last)
        if whole:
            return whole
    return f"[{','.join(_text_of_span(first, last) for first, last in days.spans)}]"


def _text_of_whole(first: int, last: int) -> str:
    """A day, month or year; nothing where the span is none."""
    start, end = date.fromordinal(first), date.fromordinal(last)
    month = 12 * start.year + start.month - 1
    if first == last:
        return start.isoformat()
    if (first, last) == _whole_months(month, month):
        return start.isoformat()[: len("2021-06")]
    if (first, last) == _whole_months(12 * end.year, 12 * end.year + 11):
        return start.isoformat()[: len("2021")]
    return ""


def _text_of_span(first: int, last: int) -> str:
    if first == last:
        return date.fromordinal(first).isoformat()
    start = "" if first == FIRST_DAY else date.fromordinal(first).isoformat()
    end = "" if last == LAST_DAY else date.fromordinal(last).isoformat()
    return f"{start}..{end}"


def _text_of_start(stretch: Stretch) -> str:
    """``..`` where it is any day up to the end."""
    latest = ANY_DAY if stretch.end is None else until(stretch.end.possible.last)
    return ".." if stretch.start.possible == latest else write(stretch.start)


def _text_of_end(stretch: Stretch) -> str:
    """``..`` where there is none, nothing where it is any day from the start on."""
    if stretch.end is None:
        return ".."
    earliest = Days((stretch.start.possible.first, LAST_DAY))
    return "" if stretch.end.possible == earliest else write(stretch.end)
