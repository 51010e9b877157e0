"""What the data sets are complete for, and what they are known to lack: the table's statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from summitry.model.citations import Source, SourceId, SourceKind
from summitry.model.coverage import Coverage, Covered
from summitry.model.events import VisitKind
from summitry.model.people import Office, OfficeId, PersonId
from summitry.model.selection import Holder, Someone
from summitry.model.when import Stretch, When
from summitry.sources.historian.entries import President, Stay, Trip
from summitry.sources.historian.meetings import is_presidents
from summitry.sources.historian.tables import table

PRESIDENT: Final[OfficeId] = "us-president"
_TRIPS: Final = "historian-us-president-visits"

Cited = tuple[SourceId, str, str]
"""A source, the place in it, and a few of its words."""


@dataclass(frozen=True, slots=True)
class Declared:
    """A statement, and what it rests on."""

    statement: Coverage
    cites: tuple[Cited, ...]


def coverage(
    trips: Iterable[Trip],
    stays: Iterable[Stay],
    presidents: Iterable[President],
    offices: Iterable[Office],
    people: Mapping[str, PersonId],
) -> Iterator[Declared]:
    """The table's statements, within the days that the lists themselves reach.

    ``people``: the ids of the presidents, by what the lists call them.
    """
    yield from _of_trips([trip for trip in trips if is_presidents(trip)])
    terms = list(presidents)
    if terms:
        row = table("coverage")["presidents"]
        first = row["from"] if min(t.number for t in terms) == 1 else min(t.took for t in terms)
        yield Declared(
            Coverage(
                id="historian-us-presidents",
                kind=Covered.TENURE,
                who=Holder(PRESIDENT),
                when=_from_to(date.fromisoformat(str(first)), max(t.took for t in terms)),
                note=row["note"],
            ),
            (("historian-travels", "every row", ""),),
        )
        yield from _of_tenures(terms, people)
    listed = list(stays)
    for office in offices if listed else ():
        if office.leads and office.country not in {None, "us"}:
            yield from _of_visits(office.id, listed)


def _of_tenures(terms: list[President], people: Mapping[str, PersonId]) -> Iterator[Declared]:
    """That the presidents of the table held no other office."""
    row = table("coverage")["alone"]
    last = max(term.took for term in terms)
    for who in dict.fromkeys(t.who for t in terms if t.took.isoformat() >= row["since"]):
        took = min(term.took for term in terms if term.who == who)
        yield Declared(
            Coverage(
                id=f"historian-tenures-{people[who]}",
                kind=Covered.TENURE,
                who=Someone(people[who]),
                when=_from_to(took if who in row["later"] else date.min, last),
                note=row["note"],
            ),
            (("historian-travels", "every row", ""), ("historian-visits", "every row", "")),
        )


def _of_trips(trips: list[Trip]) -> Iterator[Declared]:
    """That trips abroad are complete, and the gaps in them."""
    row = table("coverage")["trips"]
    if not trips:
        return
    told = any(trip.number == row["first"] for trip in trips)
    first = date.fromisoformat(row["from"]) if told else min(t.start for t in trips)
    last = min(date.fromisoformat(row["to"]), max(t.end for t in trips))
    if last < first:
        return
    yield Declared(
        Coverage(
            id=_TRIPS,
            kind=Covered.VISIT,
            who=Holder(PRESIDENT),
            when=_from_to(first, last),
            note=row["note"],
        ),
        _cites(row),
    )
    for gap in table("coverage")["gap"]:
        start, end = _days(gap)
        if first <= end and start <= last:
            yield Declared(
                Coverage(
                    id=f"{_TRIPS}-lack-{gap['country']}-{start.year}",
                    kind=Covered.VISIT,
                    who=Holder(PRESIDENT),
                    country=gap["country"],
                    when=_from_to(start, end),
                    complete=False,
                    note=gap["note"],
                ),
                _cites(gap),
            )


def _of_visits(office: OfficeId, stays: list[Stay]) -> Iterator[Declared]:
    """That visits of a leader to the United States are complete, kind by kind."""
    for row in table("coverage")["visits"]:
        start, end = _days(row)
        first = max(start, min(s.start for s in stays))
        last = min(end, max(s.end for s in stays))
        if first <= last:
            yield Declared(
                Coverage(
                    id=f"historian-visits-{row['kind']}-{office}",
                    kind=Covered.VISIT,
                    who=Holder(office),
                    country="us",
                    visit_kinds=frozenset({VisitKind(row["kind"])}),
                    when=_from_to(first, last),
                    note=row["note"],
                ),
                _cites(row),
            )


def sources(declared: Iterable[Declared]) -> Iterator[Source]:
    """The sources of the table that the statements rest on."""
    rows = table("coverage")["sources"]
    cited = dict.fromkeys(source for one in declared for source, _, _ in one.cites)
    for id in (source for source in cited if source in rows):
        title, publisher, url, kind = rows[id]
        yield Source(id=id, title=title, publisher=publisher, url=url, kind=SourceKind(kind))


def _cites(row: Mapping[str, Any]) -> tuple[Cited, ...]:
    return tuple((source, locator, quote) for source, locator, quote in row["cites"])


def _days(row: Mapping[str, str]) -> tuple[date, date]:
    return date.fromisoformat(row["from"]), date.fromisoformat(row["to"])


def _from_to(first: date, last: date) -> Stretch:
    return Stretch(When.on(first), When.on(last), f"{first}/{last}")
