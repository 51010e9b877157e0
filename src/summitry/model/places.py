"""Places: venue < city < region < country, and the states that there are no more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from summitry.model.when import Moment, Stretch

PlaceId = str


class PlaceKind(StrEnum):
    """How large a place is."""

    VENUE = "venue"
    CITY = "city"
    REGION = "region"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place; ``within`` is the next larger one, ``near`` the city that prose names instead of it.

    ``country`` is an ISO 3166-1 alpha-2 code, or an ISO 3166-3 one for a state that is no more;
    latitude and longitude are WGS 84 degrees. ``when`` is the time in which a state existed (None:
    at any time that matters), ``formerly`` the former state that the place was part of: a place
    lies ``within`` the country of today, and what is within it was part of that state with it.
    """

    id: PlaceId
    name: str
    kind: PlaceKind
    within: PlaceId | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    near: PlaceId | None = None
    aliases: tuple[str, ...] = ()
    when: Stretch | None = None
    formerly: PlaceId | None = None


Places = Mapping[PlaceId, Place]


def around(places: Places, place: PlaceId) -> Iterator[Place]:
    """The place and every larger one that it is within, from within; in a circle each once."""
    seen: set[PlaceId] = set()
    at: PlaceId | None = place
    while at is not None and at not in seen and at in places:
        seen.add(at)
        yield places[at]
        at = places[at].within


def may_lie_in(places: Places, spot: PlaceId, larger: PlaceId) -> bool:
    """Whether the spot may lie in a city or region, as the record doesn't say in which one it does.

    So it is where none of the kind is around the spot, and the next larger place is around both.
    """
    asked = places.get(larger)
    around_both = None if asked is None else beyond(places, spot, asked.kind)
    return around_both is not None and around_both in tuple(around(places, larger))


def beyond(places: Places, spot: PlaceId, kind: PlaceKind) -> Place | None:
    """The next place around the spot that is larger than a kind; None if one of the kind is nearer.

    None, too, for a spot that isn't smaller than the kind itself.
    """
    size = _SIZES.index(kind)
    for place in around(places, spot):
        if _SIZES.index(place.kind) >= size:
            return place if place.id != spot and place.kind is not kind else None
    return None


_SIZES: Final = tuple(PlaceKind)


def former_states(places: Places, place: Place) -> Iterator[Place]:
    """The former states that the place itself was part of, from the last; in a circle each once."""
    seen: set[PlaceId] = set()
    state = place.formerly
    while state is not None and state not in seen and state in places:
        seen.add(state)
        yield places[state]
        state = places[state].formerly


def state_at(places: Places, place: PlaceId, when: Moment) -> Place | None:
    """The state by whose name one says where something was then; None where none is around it.

    The country of today, but on days that surely were a former state's that one.
    """
    for larger in around(places, place):
        of_today = larger.kind is PlaceKind.COUNTRY
        if of_today and larger.when is not None and when.touches(larger.when.core).surely():
            return larger
        for state in former_states(places, larger):
            if state.when is not None and when.touches(state.when.core).surely():
                return state
        if of_today:
            return larger
    return None
