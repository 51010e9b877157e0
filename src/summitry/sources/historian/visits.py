"""The rows of visits, and of the gatherings that they were for."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from summitry.model.events import Visit
from summitry.model.occasions import Occasion
from summitry.model.people import PersonId
from summitry.model.places import PlaceId
from summitry.sources.historian.countries import atlas
from summitry.sources.historian.crowd import Sighting
from summitry.sources.historian.entries import Row, Stay, Trip
from summitry.sources.historian.making import (
    Making,
    american_of,
    canonical_of,
    person_of,
)
from summitry.sources.historian.meetings import Seen, row_id
from summitry.sources.historian.occasions import gathering_of, occasion_id, series
from summitry.sources.historian.stays import (
    days_in_country,
    days_of,
    kinds_of,
    next_to,
    status_of,
)
from summitry.sources.historian.whereabouts import (
    american_place,
    american_places,
    land,
    locales,
)


def add_visits(making: Making, seen: list[Seen]) -> None:
    """Every trip, and every visitor's stay."""
    stays: defaultdict[PersonId, list[Stay]] = defaultdict(list)
    visits: list[tuple[Sighting, Stay, int]] = []
    for one in seen:
        for named in american_places(one.row.remarks):
            making.where.american(named, row_id(one.row))
        if isinstance(one.row, Trip):
            _add_trip(making, one.row)
        elif isinstance(one.row, Stay):
            for number, visitor in enumerate(one.visitors, 1):
                if person := person_of(making, visitor):
                    stays[canonical_of(making, visitor) or person].append(one.row)
                    visits.append((visitor, one.row, number))
    neighbours = {person: next_to(rows) for person, rows in stays.items()}
    for visitor, row, number in visits:
        around = neighbours[canonical_of(making, visitor) or ""][row.number]
        _add_stay(making, visitor, row, number, around)


def _add_trip(making: Making, trip: Trip) -> None:
    country = land(trip)
    if country is None:
        return
    id = row_id(trip)
    again = (trip.who, country, trip.start, trip.end, trip.locales)
    if again in making.trips:
        making.cite("visits", making.trips[again], id, trip.remarks)
        return
    making.trips[again] = id
    making.where.country(country, id)
    cities = locales(trip)
    named = [making.where.city(city, country, id) for city in cities]
    place = named[0] if named and named[0] != country else None
    making.visits.append(
        Visit(
            id=id,
            when=days_of(trip),
            person=american_of(making, making.us.people[trip.who], id),
            country=country,
            kinds=kinds_of(trip),
            status=status_of(trip),
            place=place,
            elsewhere=place is not None,
            occasion=_occasion(making, trip, country, place if len(named) == 1 else None),
            note=_told(trip),
        )
    )
    making.cite("visits", id, id, trip.remarks)


def _told(trip: Trip) -> str:
    """What the list tells of a trip: its locales, which need not be all, are no more than that."""
    named = f"The list names {trip.locales}." if trip.locales else ""
    return " ".join(filter(None, (trip.remarks, named)))


def _add_stay(
    making: Making,
    visitor: Sighting,
    stay: Stay,
    number: int,
    around: tuple[date | None, date | None],
) -> None:
    person = person_of(making, visitor)
    if person is None:
        return
    row = row_id(stay)
    id = row if number == 1 else f"{row}-{number}"
    making.visits.append(
        Visit(
            id=id,
            when=days_in_country(stay, *around),
            person=person,
            country=making.where.country("us", row),
            kinds=kinds_of(stay),
            status=status_of(stay),
            occasion=_occasion(making, stay, "us", None),
            note=stay.remarks,
        )
    )
    making.cite("visits", id, row, stay.visitor)


def _occasion(making: Making, row: Row, country: PlaceId, place: PlaceId | None) -> str | None:
    """The gathering that the row's person attended, made when it is first told of."""
    gathering = gathering_of(row)
    if gathering is None:
        return None
    city = making.where.places[place].name if place else ""
    if isinstance(row, Stay) and (found := american_place(_after_in(row.remarks))):
        place = making.where.american(found, row_id(row))
        city = making.where.places[place].name
    id = occasion_id(gathering, row, country, city)
    if id not in making.occasions:
        land_name = city or atlas().places[country].name
        name = f"{gathering.name} {row.start.year}"
        if not gathering.everywhere:
            name = f"{gathering.name} {land_name} {row.start.year}"
            if any(o.name == name for o in making.occasions.values()):
                name = f"{gathering.name} {land_name} {row.start:%B %Y}"
        making.occasions[id] = Occasion(
            id=id,
            name=name,
            series=gathering.series,
            place=None if gathering.everywhere else place or country,
        )
        making.series.setdefault(gathering.series, series(gathering.series))
        making.cite("series", gathering.series, row_id(row), row.remarks)
    making.cite("occasions", id, row_id(row), row.remarks) if len(
        making.citations["occasions", id]
    ) < 2 else None
    return id


def _after_in(remarks: str) -> str:
    _, _, place = remarks.rstrip(". ").rpartition(" in ")
    return place
