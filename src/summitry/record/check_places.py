"""Checks of places: what lies within what, in which country, and when there was one."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.model.coverage import Coverage
from summitry.model.events import Event
from summitry.model.places import Place, PlaceId, PlaceKind, Places, around, former_states
from summitry.model.problems import Problem
from summitry.record.integrity import where_of
from summitry.record.memory import MemoryRecord
from summitry.record.tables import VALUES


def place_within_itself(record: MemoryRecord) -> Iterator[Problem]:
    """A place is said to lie within itself, or within a place that does."""
    places = record.places()
    for place in places.values():
        if list(around(places, place.id))[-1].within is not None:
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
    """What stands as a country, or as a former state, is a place of another kind."""
    places = record.places()
    for table in VALUES:
        for column in table.columns:
            if column.name not in {"country", "formerly"} or column.refers != "places":
                continue
            for row in getattr(record.content, table.name):
                named = places.get(getattr(row, column.field))
                if named is not None and named.kind is not PlaceKind.COUNTRY:
                    where = where_of(table.name, row.id)
                    message = f"{column.name} {named.id!r} is a {named.kind}"
                    yield Problem("not-a-country", where, message, "expected a country")


def formerly_itself(record: MemoryRecord) -> Iterator[Problem]:
    """A place is said to have been part of itself, or of a state that is said to."""
    places = record.places()
    for place in places.values():
        states = [place, *former_states(places, place)]
        if states[-1].formerly is not None:
            where = where_of("places", place.id)
            message = f"formerly {place.formerly!r} leads round in a circle"
            yield Problem("formerly-itself", where, message, "expected a state before it")


def former_state_without_days(record: MemoryRecord) -> Iterator[Problem]:
    """It isn't said when a state that is no more was there, or when it ended."""
    places = record.places()
    for id in sorted({place.formerly for place in places.values() if place.formerly is not None}):
        when = places[id].when
        if when is None or when.end is None:
            where = where_of("places", id)
            message = f"the former state has no {'days' if when is None else 'end'}"
            hint = "expected the days in which it existed"
            yield Problem("former-state-without-days", where, message, hint)


def outside_state_days(record: MemoryRecord) -> Iterator[Problem]:
    """Something is put in a state at a time at which there was none.

    A statement of coverage of such a time speaks of the land of a state that goes on.
    """
    places, content = record.places(), record.content
    put: list[tuple[str, Event | Coverage, PlaceId | None]] = [
        *(("visits", visit, visit.country) for visit in content.visits),
        *(("encounters", event, event.place) for event in content.encounters),
        *(
            ("coverage", statement, country)
            for statement in content.coverage
            if (country := statement.country) is not None and _is_over(places[country])
        ),
    ]
    for table, row, id in put:
        state = None if id is None else places[id]
        if state is None or state.when is None or row.when.outer.meets(state.when.outer):
            continue
        message = f"when {row.when.written!r} is outside the days of {state.id!r}"
        hint = f"expected a day of {state.when.written!r}, or the state of that time"
        yield Problem("outside-state-days", where_of(table, row.id), message, hint)


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


def _lands(places: Places, place: PlaceId) -> set[PlaceId]:
    """The place, those around it, and the former states that they were part of."""
    return {
        land.id
        for larger in around(places, place)
        for land in (larger, *former_states(places, larger))
    }


def _country(places: Places, place: PlaceId) -> Place | None:
    larger = around(places, place)
    return next((found for found in larger if found.kind is PlaceKind.COUNTRY), None)


def _is_over(state: Place) -> bool:
    return state.when is not None and state.when.end is not None
