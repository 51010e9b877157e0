"""The entries of the data sets as values: trips, stays of leaders, presidents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from summitry.model.problems import InputError, Problem
from summitry.sources.historian.markup import Entry, entries


class Role(StrEnum):
    """Whose trips a file lists."""

    PRESIDENT = "president"
    SECRETARY = "secretary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of the lists: a span of days in one country, and what is told of them.

    ``number`` is the row's id in its data set; ``country`` that data set's id of a country, and
    ``country_name`` its name as written; ``remarks`` is prose, and may be empty; ``where`` is the
    file and line.
    """

    number: str
    where: str
    start: date
    end: date
    country: str
    country_name: str
    remarks: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trip(Row):
    """A trip abroad; ``locales`` are cities, as written, with commas between them."""

    role: Role
    who: str
    name: str
    locales: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay(Row):
    """A foreign leader's visit to the United States; ``country`` is the visitor's."""

    visitor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class President:
    """One time in office of a president; ``left`` None: it goes on."""

    who: str
    name: str
    number: int
    took: date
    left: date | None
    born: int | None
    died: int | None


@dataclass(frozen=True, slots=True)
class Lists:
    """All that the data sets hold, rows by their first day, and what could not be used."""

    trips: tuple[Trip, ...] = ()
    stays: tuple[Stay, ...] = ()
    presidents: tuple[President, ...] = ()
    problems: tuple[Problem, ...] = ()


class _Unusable(Exception):
    """Why an entry can't be used."""


Made = TypeVar("Made", Trip, Stay, President)
Listed = TypeVar("Listed", Trip, Stay)


def read_lists(travels: Path, visits: Path) -> Lists:
    """Everything in the two folders; InputError where one is not the data set that it should be."""
    problems: list[Problem] = []
    presidents = _read(
        [travels / "presidents" / "presidents.xml"], "president", _president, problems
    )
    trips = _read(
        [
            *sorted((travels / "president-travels").glob("*.xml")),
            *sorted((travels / "secretary-travels").glob("*.xml")),
        ],
        "trip",
        _trip,
        problems,
    )
    stays = _read(sorted((visits / "data").glob("*.xml")), "visit", _stay, problems)
    for rows, folder, wanted in (
        (trips, travels, "president-travels and secretary-travels"),
        (stays, visits, "data"),
    ):
        if not rows:
            raise InputError(f"no entries in {str(folder)!r} (expected XML files in {wanted})")
    return Lists(
        tuple(sorted(_once(trips, problems), key=_order)),
        tuple(sorted(_once(stays, problems), key=_order)),
        presidents,
        tuple(problems),
    )


def _order(row: Row) -> tuple[date, int]:
    return row.start, int(row.number)


def _read(
    paths: Iterable[Path], tag: str, make: Callable[[Entry], Made], problems: list[Problem]
) -> tuple[Made, ...]:
    made: list[Made] = []
    for path in paths:
        found, faults = entries(path, tag)
        problems += faults
        for entry in found:
            try:
                made.append(make(entry))
            except _Unusable as fault:
                hint = "the entry is left out"
                problems.append(Problem("broken-entry", entry.where, str(fault), hint))
    return tuple(made)


def _once(rows: Iterable[Listed], problems: list[Problem]) -> Iterator[Listed]:
    seen: set[str] = set()
    for row in rows:
        if row.number in seen:
            message = f"id {row.number!r} is given twice"
            problems.append(Problem("repeated-entry", row.where, message, "the first is kept"))
        else:
            seen.add(row.number)
            yield row


def _trip(entry: Entry) -> Trip:
    role = _needed(entry, "role")
    if role not in set(Role):
        raise _Unusable(f"role {role!r} is not known, expected {' or '.join(Role)}")
    start, end = _span(entry)
    return Trip(
        number=_number(entry),
        where=entry.where,
        start=start,
        end=end,
        country=_attribute(entry, "country", "id"),
        country_name=_needed(entry, "country"),
        remarks=entry.text.get("remarks", ""),
        role=Role(role),
        who=_attribute(entry, "trip", "who"),
        name=_needed(entry, "name"),
        locales=entry.text.get("locale", ""),
    )


def _stay(entry: Entry) -> Stay:
    start, end = _span(entry)
    return Stay(
        number=_number(entry),
        where=entry.where,
        start=start,
        end=end,
        country=_attribute(entry, "from", "id"),
        country_name=_needed(entry, "from"),
        remarks=entry.text.get("description", ""),
        visitor=_needed(entry, "visitor"),
    )


def _president(entry: Entry) -> President:
    left = entry.text.get("left-office-date", "")
    return President(
        who=_needed(entry, "id"),
        name=_needed(entry, "name"),
        number=int(_attribute(entry, "president", "n")),
        took=_day(entry, "took-office-date"),
        left=_day(entry, "left-office-date") if left else None,
        born=_year(entry, "birth-year"),
        died=_year(entry, "death-year"),
    )


def _span(entry: Entry) -> tuple[date, date]:
    start, end = _day(entry, "start-date"), _day(entry, "end-date")
    if end < start:
        raise _Unusable(f"it ends on {end} before it starts on {start}")
    return start, end


def _day(entry: Entry, tag: str) -> date:
    written = _needed(entry, tag)
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise _Unusable(f"{tag} {written!r} is no day (expected one like 2009-02-24)") from None


def _year(entry: Entry, tag: str) -> int | None:
    written = entry.text.get(tag, "")
    return int(written) if written.isdecimal() else None


def _number(entry: Entry) -> str:
    written = _needed(entry, "id")
    if not (written.isascii() and written.isdecimal()):
        raise _Unusable(f"id {written!r} is no number")
    return written


def _needed(entry: Entry, tag: str) -> str:
    written = entry.text.get(tag, "")
    if not written:
        raise _Unusable(f"{tag} is missing")
    return written


def _attribute(entry: Entry, tag: str, name: str) -> str:
    written = entry.attributes.get((tag, name), "")
    if not written:
        raise _Unusable(f"the {name} of {tag} is missing")
    return written
