"""Dates as tables write them: by a format such as ``%d/%m/%Y``, as EDTF, or as a serial number.

A format says how exact a date is: one without a day of the month gives the whole month, never the
first of it, and one without a month the year.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from summitry.model import edtf
from summitry.model.days import Days
from summitry.model.problems import InputError
from summitry.model.when import Moment, Stretch, When

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""The names that ``%B`` reads where a map gives no others."""

_DIRECTIVES: Final[Mapping[str, tuple[str, str]]] = {
    "%d": (r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", "14"),
    "%m": (r"(?P<month>\d{1,2})", "03"),
    "%B": (r"(?P<name>[^\W\d_]+)\.?", ""),
    "%b": (r"(?P<name>[^\W\d_]+)\.?", ""),
    "%Y": (r"(?P<year>\d{4})", "2023"),
    "%y": (r"(?P<short>\d{2})", "23"),
    "%A": (r"[^\W\d_]+", "Tuesday"),
    "%a": (r"[^\W\d_]+\.?", "Tue"),
    "%H": (r"\d{1,2}", "09"),
    "%I": (r"\d{1,2}", "09"),
    "%M": (r"\d{2}", "30"),
    "%S": (r"\d{2}(?:\.\d+)?", "00"),
    "%p": (r"[ap]\.?m\.?", "AM"),
    "%%": ("%", "%"),
}
"""What each directive fits, and an example: of a month its third name.

Times and days of the week are read past.
"""

_PARTS: Final = re.compile(r"(%.?)|(\s+)|([^%\s]+)", re.DOTALL)

FORMATS: Final = f"a format made of {', '.join(_DIRECTIVES)}, or edtf, or serial"
"""What a map's format may be, as an error says it."""

_SERIAL: Final = re.compile(r"\d{1,7}(?:\.\d+)?")
_DAY_ZERO: Final = date(1899, 12, 30).toordinal()
_LAST_SHORT: Final = 68
"""Years of two digits up to this one are of this century, as POSIX has it."""

_FEWEST_LETTERS: Final = 3
_EXAMPLE_MONTH: Final = 2


class _UnfitError(ValueError):
    """A text is not in a format, for a reason if it nearly is."""


@dataclass(frozen=True, slots=True)
class DateFormat:
    """One way to write a date; ``example`` is a date so written.

    ``read`` takes a text and the days that its table is about (None: any), which lend a year to a
    text without one.
    """

    written: str
    example: str
    read: Callable[[str, Days | None], Moment]


def date_format(written: str, months: Sequence[str] = MONTHS) -> DateFormat:
    """The format; ValueError, with the reason, if it can't be one."""
    if written == "edtf":
        return DateFormat(written, "2023-03-14", _read_edtf)
    if written == "serial":
        return DateFormat(written, "44999", _read_serial)
    parts = _PARTS.findall(written)
    for letter, _, _ in parts:
        if letter and letter not in _DIRECTIVES:
            raise ValueError(f"{letter} is unknown")
    reader = _Pattern(_compiled(parts), _months(months))
    examples = {letter: example for letter, (_, example) in _DIRECTIVES.items()}
    examples |= {"%B": months[_EXAMPLE_MONTH], "%b": months[_EXAMPLE_MONTH][:_FEWEST_LETTERS]}
    example = "".join(
        examples[letter] if letter else " " if blank else text for letter, blank, text in parts
    )
    return DateFormat(written, example, reader.read)


def _compiled(parts: Sequence[tuple[str, str, str]]) -> re.Pattern[str]:
    pattern = "".join(
        _DIRECTIVES[letter][0] if letter else r"\s+" if blank else re.escape(text)
        for letter, blank, text in parts
    )
    try:
        compiled = re.compile(pattern, re.IGNORECASE)
    except re.error:
        raise ValueError("a part of the date stands twice") from None
    known = compiled.groupindex.keys()
    if not known & {"month", "name"}:
        if "day" in known:
            raise ValueError("it has a day, but no month")
        if not known & {"year", "short"}:
            raise ValueError("it has neither a month nor a year")
    return compiled


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """How a table writes its dates: in the first of the formats that fits.

    ``within`` are the days that the table is about, if the map says so: a date outside of them is a
    fault.
    """

    formats: tuple[DateFormat, ...]
    within: Days | None = None

    def read(self, text: str, until: str = "") -> Moment:
        """The day, or the days up to ``until``; ValueError, with the reason, if there is none."""
        moment = self._moment(text)
        if not until or until == text:
            return moment
        start, end = moment.start, self._moment(until).end
        if end is None or end.possible.last < start.possible.first:
            raise ValueError(f"{text!r} is later than {until!r}")
        if end == start and start.possible.only:
            return start
        return Stretch(start, end, f"{edtf.write(start)}/{edtf.write(end)}")

    def _moment(self, text: str) -> Moment:
        reason = ""
        for form in self.formats:
            try:
                moment = form.read(text, self.within)
            except _UnfitError as error:
                reason = reason or str(error)
                continue
            if self.within is not None and not moment.outer.meets(self.within):
                raise ValueError(f"{text!r} is outside the days that the table is about")
            return moment
        raise ValueError(reason or f"{text!r} is not a date")


def _read_edtf(text: str, _: Days | None) -> Moment:
    try:
        return edtf.parse(text)
    except InputError:
        raise _UnfitError from None


def _read_serial(text: str, _: Days | None) -> Moment:
    """A spreadsheet's number of days since 30 December 1899; its fraction is the time of day."""
    if not _SERIAL.fullmatch(text):
        raise _UnfitError
    return When.on(date.fromordinal(_DAY_ZERO + int(float(text))))


@dataclass(frozen=True, slots=True)
class _Pattern:
    """What a format's text must look like, and the number of each month by its name."""

    pattern: re.Pattern[str]
    months: Mapping[str, int]

    def read(self, text: str, within: Days | None) -> Moment:
        found = self.pattern.fullmatch(text)
        if found is None:
            raise _UnfitError
        parts = found.groupdict()
        name = parts.get("name")
        month = parts.get("month") if name is None else self.months.get(_letters(name))
        if month is None and name is not None:
            raise _UnfitError(f"{name!r} is no month")
        day = parts.get("day")
        of_year = "".join(f"-{int(part):02}" for part in (month, day) if part)
        year = _year(parts) or _year_within(of_year, within)
        try:
            if month and day:  # most are days, which the full grammar takes far longer to read
                return When.on(date(year, int(month), int(day)))
            return edtf.parse(f"{year:04}{of_year}")
        except (ValueError, InputError):
            raise _UnfitError(f"there is no day {text!r}") from None


def _year_within(of_year: str, within: Days | None) -> int:
    """The one year in which the month or day lies among the days."""
    if within is None:
        raise _UnfitError("it has no year")
    first, last = (date.fromordinal(end).year for end in (within.first, within.last))
    fitting = [year for year in range(first, last + 1) if _meets(f"{year:04}{of_year}", within)]
    if len(fitting) != 1:
        raise _UnfitError("it has no year, and the days that the table is about give it none")
    return fitting[0]


def _meets(text: str, days: Days) -> bool:
    try:
        return edtf.parse(text).outer.meets(days)
    except InputError:
        return False


def _year(parts: Mapping[str, str | None]) -> int:
    short = parts.get("short")
    if short is None:
        return int(parts.get("year") or 0)
    return int(short) + (2000 if int(short) <= _LAST_SHORT else 1900)


def _months(names: Sequence[str]) -> Mapping[str, int]:
    """The number of each month by every beginning of its name that no other shares."""
    whole = [_letters(name) for name in names]
    numbers: dict[str, int] = {}
    for number, name in enumerate(whole, 1):
        others = [other for other in whole if other != name]
        for length in range(_FEWEST_LETTERS, len(name) + 1):
            if not any(other.startswith(name[:length]) for other in others):
                numbers[name[:length]] = number
    return numbers | {name: number for number, name in enumerate(whole, 1)}


def _letters(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in plain if letter.isalpha())
