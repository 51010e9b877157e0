"""The two data sets as one record's content."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.model.citations import Citation
from summitry.model.problems import Problem
from summitry.record.content import Content
from summitry.sources.historian.americans import americans
from summitry.sources.historian.coverage import coverage, sources
from summitry.sources.historian.encounters import add_encounters
from summitry.sources.historian.entries import Lists, Stay, Trip
from summitry.sources.historian.joining import join_stays
from summitry.sources.historian.making import (
    TRAVELS,
    VISITS,
    Making,
)
from summitry.sources.historian.meetings import Seen, row_id, seen_in
from summitry.sources.historian.people import identify
from summitry.sources.historian.people_rows import add_americans, add_people
from summitry.sources.historian.proofs import add_evidence, add_tenures
from summitry.sources.historian.visits import add_visits
from summitry.sources.historian.whereabouts import (
    land,
)


def content_of(lists: Lists) -> tuple[Content, tuple[Problem, ...]]:
    """The lists as a record's content, and the rows of which something could not be used."""
    us = americans(lists.presidents, lists.trips)
    seen = list(seen_in((*lists.trips, *lists.stays), us))
    sightings = [v for s in seen for v in s.visitors]
    sightings += [m.sighting for s in seen for m in s.meetings if m.sighting]
    making = Making(lists, us, identify(sightings))
    making.rows = {row_id(row): row for row in (*lists.trips, *lists.stays)}
    problems = list(_unknown(seen))
    add_people(making)
    add_americans(making)
    add_visits(making, seen)
    join_stays(making)
    add_encounters(making, seen)
    add_evidence(making, sightings)
    add_tenures(making)
    return _content(making), (*lists.problems, *problems)


def _unknown(seen: list[Seen]) -> Iterator[Problem]:
    """Rows whose visitor or country is not known: the rest of the lists goes in without them."""
    for one in seen:
        row, where = one.row, one.row.where
        if isinstance(row, Trip) and land(row) is None:
            message = f"country {row.country_name!r} is not known"
            yield Problem("unknown-country", where, message, "the trip is left out")
        elif isinstance(row, Stay) and not one.visitors:
            message = f"visitor {row.visitor!r} from {row.country_name!r} can't be read"
            yield Problem("unread-visitor", where, message, "the visit is left out")


def _content(making: Making) -> Content:
    declared = tuple(
        coverage(
            making.lists.trips,
            making.lists.stays,
            making.lists.presidents,
            making.offices.values(),
            {who: american.id for who, american in making.us.people.items()},
        )
    )
    for one in declared:
        making.citations["coverage", one.statement.id] += one.cites
        country = one.statement.country
        if country is not None and country not in making.where.places:
            making.where.country(country)
            making.citations["places", country] += one.cites
    for place, row in making.where.first.items():
        making.cite("places", place, row)
    return Content(
        name="historian",
        title="Trips of U.S. presidents and secretaries of state, and visits by foreign leaders",
        version="1",
        licence="CC0-1.0",
        people=tuple(making.people.values()),
        offices=tuple(making.offices.values()),
        tenures=tuple(making.tenures),
        series=tuple(making.series.values()),
        occasions=tuple(making.occasions.values()),
        places=tuple(making.where.told_apart().values()),
        encounters=tuple(making.encounters),
        visits=tuple(making.visits),
        coverage=tuple(one.statement for one in declared),
        sources=(TRAVELS, VISITS, *sources(declared)),
        citations=tuple(_citations(making)),
        judgements=tuple(making.judgements),
    )


def _citations(making: Making) -> Iterator[Citation]:
    for (table, row), cited in making.citations.items():
        for number, (source, locator, quote) in enumerate(cited, 1):
            yield Citation(
                id=f"historian-{table}-{row.removeprefix('historian-')}-{number}",
                table=table,
                row=row,
                source=source,
                locator=locator,
                quote=quote,
            )
