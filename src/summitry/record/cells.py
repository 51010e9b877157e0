"""How a value is written in one cell of a table, and read back.

A cell is text, and an empty cell means "not known". Each :class:`Cell` reads and writes one type
of value, says what it accepts, and how Table Schema and SQL describe it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum, StrEnum
from functools import lru_cache
from math import isfinite
from typing import Any, Final

from summitry.model import edtf
from summitry.model.bounds import Bounds
from summitry.model.selection import Capacity, Holder, Party, Someone
from summitry.model.when import Moment, Stretch, When

LIST_MARK: Final = ";"
EITHER_MARK: Final = "|"


class Stored(Enum):
    """How SQL stores a value: as the cell's text (with the bounds of a date), or as it is."""

    TEXT = "text"
    DATE = "date"
    INTEGER = "integer"
    REAL = "real"
    BOOLEAN = "boolean"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One type of cell.

    ``read`` takes text that isn't empty and raises ValueError or InputError; ``write`` is its
    inverse. ``normal`` is ``write`` for values that may be written in two ways though equal: it
    writes them in one. ``accepts`` finishes the sentence "expected ...". ``empty`` is the value of
    an empty cell. ``field`` describes the cell to Table Schema. ``mentions`` gives the rows that a
    value names, as pairs of table and id; ``led`` is the value with each such id replaced by what
    it is shown as.
    """

    read: Callable[[str], Any]
    write: Callable[[Any], str]
    normal: Callable[[Any], str] | None = None
    accepts: str
    empty: Any = None
    stored: Stored = Stored.TEXT
    field: Mapping[str, Any] = field(default_factory=lambda: {"type": "string"})
    mentions: Callable[[Any], Iterable[tuple[str, str]]] | None = None
    led: Callable[[Any, Callable[[str, str], str]], Any] | None = None


# --- text and lists of text -------------------------------------------------------------------


def _read_list(text: str) -> tuple[str, ...]:
    return tuple(part for raw in text.split(LIST_MARK) if (part := raw.strip()))


TEXT: Final = Cell(read=str, write=str, accepts="text", empty="")
ID: Final = Cell(read=str, write=str, accepts="an id")
LIST: Final = Cell(
    read=_read_list, write=LIST_MARK.join, accepts=f"names joined by {LIST_MARK!r}", empty=()
)


def _read_country(text: str) -> str:
    if len(text) in {2, 4} and text.isascii() and text.isalpha() and text.isupper():
        return text
    raise ValueError(text)


COUNTRY_CODE: Final = Cell(
    read=_read_country,
    write=str,
    accepts="two capital letters of ISO 3166-1, or four of ISO 3166-3",
    field={"type": "string", "constraints": {"pattern": "[A-Z]{2}([A-Z]{2})?"}},
)

# --- dates ------------------------------------------------------------------------------------


# A record names the same days again and again (a trip, its meetings, the day a source was seen).
@lru_cache(maxsize=4096)
def _parse(text: str) -> Moment:
    # Most are plain days, and the full grammar takes ten times as long to read one.
    if len(text) == 10 and text[4] == text[7] == "-":
        with suppress(ValueError):
            return When.on(date.fromisoformat(text))
    return edtf.parse(text)


def _read_day(text: str) -> When:
    moment = _parse(text)
    if isinstance(moment, When):
        return moment
    raise ValueError(text)


def _read_stretch(text: str) -> Stretch:
    moment = _parse(text)
    if isinstance(moment, Stretch):
        return moment
    raise ValueError(text)


def _write_normally(moment: Moment) -> str:
    """Equal moments alike, however they were written."""
    if isinstance(moment, When):
        if day := moment.possible.only:
            return day.isoformat()
        return edtf.write(When(moment.possible))
    end = None if moment.end is None else When(moment.end.possible)
    return edtf.write(Stretch(When(moment.start.possible), end))


def _read_days(text: str) -> tuple[When, ...]:
    return tuple(map(_read_day, _read_list(text)))


def _write_days(days: tuple[When, ...]) -> str:
    return LIST_MARK.join(map(edtf.write, days))


def _write_days_normally(days: tuple[When, ...]) -> str:
    return LIST_MARK.join(map(_write_normally, days))


MOMENT: Final = Cell(
    read=_parse,
    write=edtf.write,
    normal=_write_normally,
    accepts="an EDTF date or interval, like 2021-06-16, 2021-06 or 2021-06-16/2021-06-18",
    stored=Stored.DATE,
)
DAY: Final = Cell(
    read=_read_day,
    write=edtf.write,
    normal=_write_normally,
    accepts="an EDTF date, like 2021-06-16 or 2021-06",
    stored=Stored.DATE,
)
STRETCH: Final = Cell(
    read=_read_stretch,
    write=edtf.write,
    normal=_write_normally,
    accepts="an EDTF interval, like 2001-01-20/2009-01-20 or 2025-01-20/..",
    stored=Stored.DATE,
)
DAYS: Final = Cell(
    read=_read_days,
    write=_write_days,
    normal=_write_days_normally,
    accepts=f"EDTF dates joined by {LIST_MARK!r}",
    empty=(),
)

# --- numbers ----------------------------------------------------------------------------------


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise ValueError(text)
    return int(text)


def _read_position(text: str) -> int:
    number = _whole(text)
    if number < 1:
        raise ValueError(text)
    return number


def _read_minutes(text: str) -> Bounds:
    least, dots, most = text.partition("..")
    if not dots:
        return Bounds.exactly(_whole(least))
    return Bounds(_whole(least), _whole(most) if most else None)


def _write_minutes(bounds: Bounds) -> str:
    if bounds.is_exact:
        return str(bounds.least)
    return f"{bounds.least}..{'' if bounds.most is None else bounds.most}"


def _write_degrees(degrees: float) -> str:
    return repr(degrees + 0.0).removesuffix(".0")  # -0.0 equals 0.0, and is written alike


def _degrees(most: int) -> Cell:
    def read(text: str) -> float:
        degrees = float(text)
        if not (isfinite(degrees) and -most <= degrees <= most):
            raise ValueError(text)
        return degrees

    return Cell(
        read=read,
        write=_write_degrees,
        accepts=f"degrees from -{most} to {most}",
        stored=Stored.REAL,
        field={"type": "number", "constraints": {"minimum": -most, "maximum": most}},
    )


POSITION: Final = Cell(
    read=_read_position,
    write=str,
    accepts="a whole number from 1",
    stored=Stored.INTEGER,
    field={"type": "integer", "constraints": {"minimum": 1}},
)
MINUTES: Final = Cell(
    read=_read_minutes,
    write=_write_minutes,
    accepts="whole minutes, like 135, 120..150 or 120..",
    field={"type": "string", "constraints": {"pattern": r"\d+(\.\.(\d+)?)?"}},
)
LATITUDE: Final = _degrees(90)
LONGITUDE: Final = _degrees(180)

# --- choices ----------------------------------------------------------------------------------

_TRUTHS: Final = {"true": True, "false": False}


def _read_boolean(text: str) -> bool:
    if text not in _TRUTHS:
        raise ValueError(text)
    return _TRUTHS[text]


BOOLEAN: Final = Cell(
    read=_read_boolean,
    write=lambda value: "true" if value else "false",
    accepts="true or false",
    stored=Stored.BOOLEAN,
    field={"type": "boolean"},
)


def one_of(choices: type[StrEnum]) -> Cell:
    """A cell that holds one member of the enumeration."""
    return _choice(tuple(choices), choices)


def word_of(words: Iterable[str]) -> Cell:
    """A cell that holds one of the words."""
    known = dict.fromkeys(words)

    def read(text: str) -> str:
        if text not in known:
            raise ValueError(text)
        return text

    return _choice(tuple(known), read)


def _choice(words: tuple[str, ...], read: Callable[[str], str]) -> Cell:
    return Cell(
        read=read,
        write=str,
        accepts="one of " + ", ".join(words),
        field={"type": "string", "constraints": {"enum": list(words)}},
    )


def some_of(choices: type[StrEnum]) -> Cell:
    """A cell that holds those members that are possible, joined by ``|``; empty: not known."""
    word = "|".join(choices)

    # A few combinations come again and again.
    @lru_cache(maxsize=256)
    def read(text: str) -> frozenset[StrEnum]:
        return frozenset(map(choices, text.split(EITHER_MARK)))

    def write(values: frozenset[StrEnum]) -> str:
        return EITHER_MARK.join(choice for choice in choices if choice in values)

    return Cell(
        read=read,
        write=write,
        accepts=f"one or more of {', '.join(choices)}, joined by {EITHER_MARK!r}",
        empty=frozenset(),
        field={"type": "string", "constraints": {"pattern": rf"({word})(\|({word}))*"}},
    )


# --- parties ----------------------------------------------------------------------------------

_PERSON: Final = "person:"
_OFFICE: Final = "office:"
_IN_OFFICE: Final = "in-office"


def _tail(text: str, mark: str) -> str:
    head, found, tail = text.partition(mark)
    if head or not found or not tail:
        raise ValueError(text)
    return tail


def _read_party(text: str) -> Party:
    """``office:ID``, ``person:ID``, ``person:ID@in-office``, ``person:ID@office:ID|office:ID``."""
    if text.startswith(_OFFICE):
        return Holder(_tail(text, _OFFICE))
    person, at, capacity = text.partition("@")
    if not at:
        return Someone(_tail(person, _PERSON))
    if capacity == _IN_OFFICE:
        return Someone(_tail(person, _PERSON), Capacity(in_office=True))
    offices = frozenset(_tail(office, _OFFICE) for office in capacity.split(EITHER_MARK))
    return Someone(_tail(person, _PERSON), Capacity(offices))


def _write_party(party: Party) -> str:
    match party:
        case Holder(office):
            return _OFFICE + office
        case Someone(person, Capacity(in_office=True)):
            return f"{_PERSON}{person}@{_IN_OFFICE}"
        case Someone(person, Capacity(offices=offices)) if offices:
            held = EITHER_MARK.join(_OFFICE + office for office in sorted(offices))
            return f"{_PERSON}{person}@{held}"
        case Someone(person):
            return _PERSON + person


def _mentions(party: Party | None) -> Iterable[tuple[str, str]]:
    match party:
        case None:
            return
        case Holder(office):
            yield "offices", office
        case Someone(person, capacity):
            yield "people", person
            for office in sorted(capacity.offices):
                yield "offices", office


def _led(party: Party | None, shown: Callable[[str, str], str]) -> Party | None:
    match party:
        case None:
            return None
        case Holder(office):
            return Holder(shown("offices", office))
        case Someone(person, capacity):
            offices = frozenset(shown("offices", office) for office in capacity.offices)
            return Someone(shown("people", person), replace(capacity, offices=offices))


PARTY: Final = Cell(
    read=_read_party,
    write=_write_party,
    accepts="office:ID, person:ID, person:ID@in-office or person:ID@office:ID",
    mentions=_mentions,
    led=_led,
)
