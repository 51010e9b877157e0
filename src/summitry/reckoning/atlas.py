"""Whether one place is in another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from summitry.model.places import Place, PlaceId, PlaceKind
from summitry.model.truth import Truth


@dataclass(frozen=True, slots=True)
class Atlas:
    """The record's places."""

    places: Mapping[PlaceId, Place]

    def around(self, place: PlaceId) -> Iterator[Place]:
        """The place and every larger one that it is within."""
        seen: set[PlaceId] = set()
        at: PlaceId | None = place
        while at is not None and at not in seen and at in self.places:
            seen.add(at)
            yield self.places[at]
            at = self.places[at].within

    def lies_in(self, place: PlaceId, larger: PlaceId) -> bool:
        """Whether it is ``larger``, within it, or marked as near it (or within such a place)."""
        return place == larger or any(
            larger in (around.id, around.near) for around in self.around(place)
        )

    def is_in(self, place: PlaceId | None, asked: PlaceId) -> Truth:
        """Whether something at ``place``, or somewhere within it, was in ``asked``."""
        if place is None:
            return Truth.UNKNOWN
        if self.lies_in(place, asked):
            return Truth.TRUE
        finer = (q for q in self.places if any(a.id == place for a in self.around(q)))
        return Truth.UNKNOWN if any(self.lies_in(q, asked) for q in finer) else Truth.FALSE

    def countries_of(self, asked: PlaceId) -> frozenset[PlaceId | None]:
        """The countries in which something that was in ``asked`` may have been."""
        inside = (q for q in self.places if self.lies_in(q, asked))
        return frozenset((self.country(asked), *map(self.country, inside)))

    def country(self, place: PlaceId) -> PlaceId | None:
        """The country that the place is in; None where the record doesn't say."""
        for around in self.around(place):
            if around.kind is PlaceKind.COUNTRY:
                return around.id
        return None
