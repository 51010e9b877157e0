"""When something at one place was in another: on which days, where that is a state."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from summitry.model.days import ANY_DAY, NO_DAY, Days
from summitry.model.places import (
    Place,
    PlaceId,
    PlaceKind,
    Places,
    around,
    beyond,
    former_states,
    may_lie_in,
)
from summitry.model.when import Moment
from summitry.reckoning.terms import ALL_DAYS, NEVER, HeldDays

_PERHAPS = HeldDays(NO_DAY, ANY_DAY)

Ground = tuple[tuple[PlaceId, HeldDays], ...]
"""The states whose land a spot is on, each with the days on which what is there is in it."""


@dataclass(frozen=True)
class Atlas:
    """The record's places.

    A spot is taken as just there: at none of the smaller places of the record. Whether it lies in a
    region is open where the record names its country alone.
    """

    places: Places

    def existence(self, place: PlaceId) -> HeldDays:
        """When something may be said to be in the place, for all that its own days tell.

        One speaks of the land of a state that goes on by its name for the time before it, too
        ("in Russia in 1972"), but of a former state only for its own days.
        """
        found = self.places.get(place)
        if found is None or found.kind is not PlaceKind.COUNTRY or found.when is None:
            return ALL_DAYS
        core, goes_on = found.when.core, found.when.end is None
        return HeldDays(core, ANY_DAY if goes_on else found.when.outer)

    def days_of(self, state: PlaceId) -> Days:
        """The days on which a state may have been there."""
        found = self.places.get(state)
        return ANY_DAY if found is None or found.when is None else found.when.outer

    def ground(self, spot: PlaceId) -> Ground:
        """The states that a spot is in: those around it, and the former ones that these were in.

        On the days of a former state that something smaller than a state around it was part of,
        the spot isn't surely in that state.
        """
        found: dict[PlaceId, HeldDays] = {}
        elsewhere = NO_DAY
        former: list[Place] = []
        for place in around(self.places, spot):
            if place.kind is PlaceKind.COUNTRY:
                own = self.existence(place.id)
                found[place.id] = HeldDays(own.surely - elsewhere, own.possibly)
            for state in former_states(self.places, place):
                former.append(state)
                elsewhere |= ANY_DAY if state.when is None else state.when.outer
        for state in former:
            found.setdefault(state.id, self.existence(state.id))
        return tuple(found.items())

    def days_at(self, spot: PlaceId, asked: PlaceId) -> HeldDays:
        """The days on which something at the spot was in ``asked``."""
        states = dict(self.ground(spot))
        if asked in states:
            return states[asked]
        near = any(asked in (p.id, p.near) for p in around(self.places, spot))
        if near or spot == asked:
            return ALL_DAYS
        return _PERHAPS if may_lie_in(self.places, spot, asked) else NEVER

    def days_in(self, place: PlaceId | None, asked: PlaceId) -> HeldDays:
        """The days on which what the record puts at ``place`` (None: nowhere) was in ``asked``.

        It may have been at any smaller place. What is put in a state was in it on any day.
        """
        if place is None:
            return HeldDays(NO_DAY, self.existence(asked).possibly)
        if place == asked:
            return ALL_DAYS
        possibly = NO_DAY
        for spot in self._spots(place):
            possibly |= self.days_at(spot, asked).possibly
        return HeldDays(self.days_at(place, asked).surely, possibly)

    def grounds(self, asked: PlaceId) -> frozenset[tuple[HeldDays, Ground]]:
        """What something in ``asked`` may be on, each with the days on which it is in ``asked``."""
        spots = {asked, *(p for p in self.places if self.days_at(p, asked) != NEVER)}
        return frozenset((self.days_at(spot, asked), self.ground(spot)) for spot in spots)

    def countries(self, place: PlaceId, when: Moment) -> tuple[frozenset[PlaceId], ...]:
        """The country of today and the former states that something there was in then.

        Two sets: surely, and possibly. That of today counts at any time, a former state on its own
        days; both are empty where the record doesn't say.
        """
        surely = self._countries_at(place, lambda days: days.on(when).surely())
        possibly = (
            self._countries_at(spot, lambda days: days.on(when).possibly())
            for spot in self._spots(place)
        )
        return surely, surely.union(*possibly)

    def _countries_at(
        self, spot: PlaceId, counts: Callable[[HeldDays], bool]
    ) -> frozenset[PlaceId]:
        larger = around(self.places, spot)
        today = [place.id for place in larger if place.kind is PlaceKind.COUNTRY]
        states = self.ground(spot)
        former = (state for state, days in states if state not in today and counts(days))
        return frozenset((*today[:1], *former))

    def _spots(self, place: PlaceId) -> Iterator[PlaceId]:
        """The place, and every smaller one that is within it, was a part of it or may lie in it."""
        yield place
        yield from self._inside.get(place, ())
        found = self.places.get(place)
        if found is not None:
            for larger in around(self.places, place):
                yield from self._unplaced.get((found.kind, larger.id), ())

    @cached_property
    def _inside(self) -> Mapping[PlaceId, list[PlaceId]]:
        """What is within each place, or was a part of it."""
        inside = defaultdict(list)
        for spot in self.places:
            larger = {p.id for p in around(self.places, spot)}
            larger |= {
                state.id
                for p in around(self.places, spot)
                for state in former_states(self.places, p)
            }
            for place in larger - {spot}:
                inside[place].append(spot)
        return inside

    @cached_property
    def _unplaced(self) -> Mapping[tuple[PlaceKind, PlaceId], list[PlaceId]]:
        """What may lie in any place of a kind that is within a larger one."""
        unplaced = defaultdict(list)
        for spot in self.places:
            for kind in PlaceKind:
                larger = beyond(self.places, spot, kind)
                if larger is not None:
                    unplaced[kind, larger.id].append(spot)
        return unplaced
