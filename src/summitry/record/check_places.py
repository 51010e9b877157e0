"""Checks of places: what lies within what, and in which country."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from summitry.model.places import Place, PlaceId, PlaceKind, around, former_states
from summitry.model.problems import Problem
from summitry.record.integrity import where_of
from summitry.record.memory import MemoryRecord
from summitry.record.tables import VALUES


def place_within_itself(record: MemoryRecord) -> Iterator[Problem]:
    """A place is said to lie within itself, or within a place that does."""
    places = record.places()
    for place in places.values():
        if _around(places, place.id)[-1].within is not None:
            where = where_of("places", place.id)
            message = f"within {place.within!r} leads round in a circle"
            yield Problem("place-within-itself", where, message, "expected a larger place")


def place_without_country(record: MemoryRecord) -> Iterator[Problem]:
    """A venue or city is in no country, or a country has no code. A region may be anywhere."""
    places = record.places()
    for place in places.values():
        where = where_of("places", place.id)
        if place.kind is PlaceKind.COUNTRY:
            if place.country is None:
                message, hint = "the country has no code", "expected its ISO 3166-1 alpha-2 code"
                yield Problem("place-without-country", where, message, hint)
        elif place.kind is not PlaceKind.REGION and _country(places, place.id) is None:
            message, hint = "it is in no country", "expected it within a country, at last"
            yield Problem("place-without-country", where, message, hint)


def country_mismatch(record: MemoryRecord) -> Iterator[Problem]:
    """A place has a code that is not that of the country it lies within."""
    places = record.places()
    for place in places.values():
        country = _country(places, place.id)
        if country and place.country and country.country not in {None, place.country}:
            where = where_of("places", place.id)
            message = f"country {place.country!r} is not that of {country.id!r}"
            hint = f"expected {country.country!r} or nothing"
            yield Problem("country-mismatch", where, message, hint)


def not_a_country(record: MemoryRecord) -> Iterator[Problem]:
    """What stands as a country is a place of another kind."""
    places = record.places()
    for table in VALUES:
        for column in table.columns:
            if (column.name, column.refers) != ("country", "places"):
                continue
            for row in getattr(record.content, table.name):
                named = places.get(getattr(row, column.field))
                if named is not None and named.kind is not PlaceKind.COUNTRY:
                    where = where_of(table.name, row.id)
                    message = f"country {named.id!r} is a {named.kind}"
                    yield Problem("not-a-country", where, message, "expected a country")


def visit_outside_country(record: MemoryRecord) -> Iterator[Problem]:
    """The place of a visit doesn't lie in the country visited."""
    places = record.places()
    for visit in record.content.visits:
        if visit.place is None:
            continue
        if visit.country not in _lands(places, visit.place):
            where = where_of("visits", visit.id)
            message = f"place {visit.place!r} is not in {visit.country!r}"
            hint = f"expected a place within {visit.country!r}"
            yield Problem("visit-outside-country", where, message, hint)


def _lands(places: Mapping[PlaceId, Place], place: PlaceId) -> set[PlaceId]:
    """The place, those around it, and the former states that they were part of."""
    near = list(around(places, place))
    former = (state.id for larger in near for state in former_states(places, larger))
    return {*(larger.id for larger in near), *former}


def _around(places: Mapping[PlaceId, Place], place: PlaceId) -> list[Place]:
    """The place and those around it, from within; in a circle, each once."""
    found = [places[place]]
    while (within := found[-1].within) and places[within] not in found:
        found.append(places[within])
    return found


def _country(places: Mapping[PlaceId, Place], place: PlaceId) -> Place | None:
    larger = _around(places, place)
    return next((found for found in larger if found.kind is PlaceKind.COUNTRY), None)
