"""Remarks, read: whom the row's person met, on which days, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final

from summitry.model.days import Days
from summitry.sources.historian.mentions import Mention, listed
from summitry.sources.historian.tables import table

MARGIN: Final = timedelta(days=21)
"""How far from the row's days a day that the remarks give may lie and still be of the same year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """That somebody was met: on one of ``days`` (None: some day of the row).

    ``place`` is what the text says of where, "" where it says nothing; ``clause`` the words.
    """

    mention: Mention
    days: Days | None
    place: str
    clause: str


def tells_of_meeting(remarks: str) -> bool:
    """Whether a word of meeting is in the remarks."""
    return _telling().search(remarks) is not None


@cache
def _telling() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table('remarks')['telling'])})\b")


def read(remarks: str, start: date, end: date) -> tuple[Met, ...]:
    """Everyone whom the remarks surely say the row's person met, in their order."""
    found: list[Met] = []
    anchored = False
    for clause in clauses(remarks):
        spoiled = any(words.lower() in clause.lower() for words in table("remarks")["spoilers"])
        if spoiled:
            anchored = False
            continue
        met = list(_read_clause(clause, start, end, anchored=anchored))
        anchored = bool(met)
        found += met
    return tuple(found)


@cache
def _abbreviation() -> re.Pattern[str]:
    """The end of a text whose last stop ends no sentence."""
    return re.compile(rf"\b(?:[A-Z]|{'|'.join(table('remarks')['abbreviations'])})\.$")


def clauses(remarks: str) -> Iterator[str]:
    """The remarks in parts: sentences, and what semicolons divide."""
    start = 0
    for stop in re.finditer(r"[.;](?=\s|$)", remarks):
        until = remarks[start : stop.end()]
        follows = remarks[stop.end() : stop.end() + 3].strip()
        if stop.group() == "." and follows and _abbreviation().search(until):
            if not until.endswith(("U.S.", "U.N.", "D.C.")) or not follows[:1].isupper():
                continue
            if not re.match(
                r"\s+(?:Also|Met|Attended|Addressed|Returned|Departed|Arrived|Afterward)",
                remarks[stop.end() :],
            ):
                continue
        yield remarks[start : stop.start()].strip()
        start = stop.end()
    if rest := remarks[start:].strip():
        yield rest


def _read_clause(clause: str, start: date, end: date, *, anchored: bool) -> Iterator[Met]:
    begun = 0
    for at in _openings(clause, anchored=anchored):
        if at < begun:
            continue
        people = list(listed(clause, at))
        if not people:
            continue
        yield from _dated(clause, at, people, start, end)
        begun = people[-1].end


def _openings(clause: str, *, anchored: bool) -> Iterator[int]:
    """The places in a clause after which those who were met may be named."""
    if anchored and (more := re.match(r"and (?:also )?(?:with )?", clause)):
        yield more.end()
    for found in _opening().finditer(clause):
        if found.group("bare") or _governed(clause[: found.start()]):
            yield found.end()


@cache
def _opening() -> re.Pattern[str]:
    bare = "|".join(table("remarks")["bare"])
    return re.compile(rf"\b(?:[Ww]ith (?:both )?|(?P<bare>(?:{bare}) (?=(?:the )?[A-Z])))")


def _governed(before: str) -> bool:
    """Whether the last telling word before "with" is one of meeting."""
    rows = table("remarks")
    anchors, blockers = set(rows["anchors"]), set(rows["blockers"])
    words = re.findall(r"[A-Za-z]+", before)
    if (
        words
        and words[-1].lower() in rows["taking"]
        and not {"Discussed", "discussed"} & set(words)
    ):
        return False
    for word in reversed(words):
        if word.lower() in blockers:
            return False
        if word.lower() in anchors:
            return True
    return False


# --- days and places --------------------------------------------------------------------------

_MONTH: Final = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
)
_DATE: Final = re.compile(
    rf"(?P<month>{_MONTH}) (?P<first>\d{{1,2}})"
    rf"(?:(?:[–\-]| to )(?:(?P<other>{_MONTH}) )?(?P<last>\d{{1,2}}))?"
    r"(?! ?\d)(?:,? (?P<year>\d{4}))?"
)
_TAIL: Final = re.compile(
    r"(?:,? (?:in|at) (?P<place>[^;]*?))?(?:,? (?:on )?\(?(?P<date>(?:"
    + _MONTH
    + r") \d[^a-z;]*?)\)?)?"
    r"(?=$|;|, (?:and )?[a-z]| and [a-z]| while | during | to | before | after | en route| where "
    r"| for | as | following )"
)


def _dated(clause: str, at: int, people: list[Mention], start: date, end: date) -> Iterator[Met]:
    """Each of a list, with the days and the place that the clause gives them."""
    general = _date_before(clause, at, start, end)
    tail = clause[people[-1].end :]
    place, last = _of_tail(tail, start, end)
    days: list[Days | None] = []
    for index, mention in enumerate(people):
        after = clause[mention.end : people[index + 1].end] if index + 1 < len(people) else ""
        own = re.match(rf",? (?:on )?\(?(?={_MONTH})", after)
        days.append(_days(_DATE.match(after, own.end()), start, end) if own else None)
    days[-1] = last
    known: Days | None = None
    for index in reversed(range(len(people))):
        mine = days[index]
        known = known if mine is None else mine
        days[index] = known
    for mention, own_days in zip(people, days, strict=True):
        yield Met(
            mention=mention,
            days=general if own_days is None else own_days,
            place=place,
            clause=clause,
        )


def _date_before(clause: str, at: int, start: date, end: date) -> Days | None:
    """A date between the word of meeting and the names: "Met May 11 with"."""
    before = list(_DATE.finditer(clause[:at]))
    if not before or not re.match(r"\)?,? (?:with )?(?:both )?$", clause[before[-1].end() : at]):
        return None
    return _days(before[-1], start, end)


def _of_tail(tail: str, start: date, end: date) -> tuple[str, Days | None]:
    found = _TAIL.match(tail)
    if found is None:
        return ("?" if re.match(r",? (?:in|at) ", tail) else ""), None
    place = (found.group("place") or "").strip(" ,")
    dated = _DATE.search(found.group("date") or "") or _DATE.search(place)
    place = re.sub(rf",?\s*(?:on )?\(?(?:{_MONTH}) \d.*$", "", place).strip(" ,.")
    place = re.sub(r" (?:on|to|for|while|during|before|after|following|regarding) .*$", "", place)
    return place, _days(dated, start, end) if dated else None


def _days(found: re.Match[str] | None, start: date, end: date) -> Days | None:
    """The days of a date without a year, in a year of the row's; None if they are far from it."""
    if found is None:
        return None
    months = _MONTH.split("|")
    month = months.index(found["month"]) + 1
    last_month = months.index(found["other"]) + 1 if found["other"] else month
    for year in sorted({start.year, end.year}):
        try:
            first = date(year, month, int(found["first"]))
            last = date(year, last_month, int(found["last"] or found["first"]))
        except ValueError:
            return None
        if first <= last and start - MARGIN <= first and last <= end + MARGIN:
            return Days.between(first, last)
    return None
