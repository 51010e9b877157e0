"""Where an event was: its place, the larger ones around it, and a point on the map."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from summitry.model.events import Event, Visit
from summitry.model.names import Names
from summitry.model.places import Place, PlaceId, PlaceKind, around

_POINTS: Final = frozenset({PlaceKind.VENUE, PlaceKind.CITY})
"""The kinds of place that a point stands for: a country's middle is not where leaders met."""


def place_of(event: Event) -> PlaceId | None:
    """The smallest place known: of a visit at least the country."""
    return event.place or (event.country if isinstance(event, Visit) else None)


def chain(place: PlaceId | None, names: Names) -> Iterator[Place]:
    """The place and those that it is within, the smallest first."""
    return around(names.places, place or "")


def point(event: Event, names: Names) -> Place | None:
    """The smallest venue or city of the event whose coordinates are known."""
    for place in chain(place_of(event), names):
        if place.kind in _POINTS and place.latitude is not None and place.longitude is not None:
            return place
    return None


def country(place: PlaceId | None, names: Names) -> str | None:
    """The ISO 3166-1 alpha-2 code of the country that the place is in."""
    return next((found.country for found in chain(place, names) if found.country), None)


def named(event: Event, kind: PlaceKind, names: Names) -> str | None:
    """The event's place of one kind, by name."""
    return next((p.name for p in chain(place_of(event), names) if p.kind is kind), None)


def address(event: Event, names: Names) -> str:
    """The event's place in full, smallest first: "Villa La Grange, Geneva, Switzerland"."""
    return ", ".join(place.name for place in chain(place_of(event), names))
