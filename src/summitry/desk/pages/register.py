"""A register: which events of a record belong to which person, place, gathering, year and pair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import combinations
from typing import TypeVar

from summitry.desk.facts import Facts
from summitry.desk.find import basis_of, citations_of
from summitry.model.citations import Citation
from summitry.model.events import Encounter, Event, EventKind, Visit
from summitry.model.names import Names
from summitry.model.occasions import OccasionId, SeriesId, TopicId
from summitry.model.people import PersonId
from summitry.model.places import PlaceId, around, state_at
from summitry.model.selection import Holder, Party, Someone
from summitry.reckoning import Frame
from summitry.record.view import View
from summitry.telling.addresses import in_order
from summitry.telling.event import tenures_on
from summitry.telling.exports.where import place_of
from summitry.telling.pages.ground import Ground

K = TypeVar("K", bound=Hashable)
Pair = tuple[Party, Party]
Events = tuple[Event, ...]

MOST_FRAMES = 64
"""How many days' frames are kept at a time."""


@dataclass(frozen=True)
class Register:
    """A record, and what belongs together in it; each part is reckoned when it is first asked for.

    ``as_of``: what may have begun later is not in it. Without it everything is, and what is told is
    told as of ``today``.
    """

    view: View
    as_of: date | None
    today: date
    _frames: dict[date, Frame] = field(default_factory=dict, compare=False, repr=False)

    def frame(self, day: date) -> Frame:
        """The record as of a day."""
        if day not in self._frames:
            if len(self._frames) >= MOST_FRAMES:
                self._frames.clear()
            self._frames[day] = self._frame.on(day)
        return self._frames[day]

    @cached_property
    def _frame(self) -> Frame:
        return Frame.of(self.view, self.day)

    @property
    def day(self) -> date:
        """The day as of which pages tell, but for histories, which reach as far as is known."""
        return self.as_of or self.today

    @property
    def facts(self) -> Facts:
        """What the record supports."""
        return Facts(self.frame(self.day))

    @cached_property
    def names(self) -> Names:
        """The record's names."""
        return self.view.names()

    @cached_property
    def ground(self) -> Ground:
        """What pages stand on."""
        return Ground(
            record=self.view.about().name,
            basis=basis_of(self.view),
            names=self.names,
            sources=self.view.sources(),
        )

    def citations(self, event: Event) -> tuple[Citation, ...]:
        """The citations of an event."""
        return citations_of(event, self.view)

    # --- events ---------------------------------------------------------------------------------

    @cached_property
    def events(self) -> Events:
        """Every event, by earliest day."""
        found = self.view.events()
        if self.as_of is None:
            return found
        last = self.as_of.toordinal()
        return tuple(event for event in found if event.when.start.possible.first <= last)

    @cached_property
    def by_row(self) -> Mapping[tuple[EventKind, str], Event]:
        """Each event by its kind and id."""
        return {(event.kind, event.id): event for event in self.events}

    @cached_property
    def of_person(self) -> Mapping[PersonId, Events]:
        """The events that each took part in."""
        return _grouped((person, event) for event in self.events for person in event.people)

    @cached_property
    def at_occasion(self) -> Mapping[OccasionId, Events]:
        """The events of each gathering."""
        return _grouped((e.occasion, e) for e in self.events if e.occasion is not None)

    @cached_property
    def on_topic(self) -> Mapping[TopicId, tuple[Encounter, ...]]:
        """The encounters at which each topic was talked about."""
        held = (event for event in self.events if isinstance(event, Encounter))
        return _grouped((topic, event) for event in held for topic in event.topics)

    @cached_property
    def all_occasions(self) -> tuple[OccasionId, ...]:
        """Every gathering, by earliest day; those without a day last."""
        found = sorted(
            self.names.occasions.values(),
            key=lambda one: (
                one.when is None,
                0 if one.when is None else one.when.start.possible.first,
                one.id,
            ),
        )
        return tuple(one.id for one in found)

    @cached_property
    def occasions_of(self) -> Mapping[SeriesId, tuple[OccasionId, ...]]:
        """The gatherings of each series, in the same order."""
        occasions = self.names.occasions
        series = ((occasions[one].series, one) for one in self.all_occasions)
        return _grouped((id, one) for id, one in series if id is not None)

    @cached_property
    def occasions_in(self) -> Mapping[PlaceId, tuple[OccasionId, ...]]:
        """The gatherings held at each place or within it, in the same order."""
        held = ((one, self.names.occasions[one].place) for one in self.all_occasions)
        return _grouped(
            (place.id, one)
            for one, spot in held
            if spot is not None
            for place in around(self.names.places, spot)
        )

    @cached_property
    def within(self) -> Mapping[PlaceId, tuple[PlaceId, ...]]:
        """The next smaller places of each."""
        places = self.names.places.values()
        return _grouped((one.within, one.id) for one in places if one.within is not None)

    @cached_property
    def in_place(self) -> Mapping[PlaceId, Events]:
        """The events at each place or within it, in a former state if they were in it then."""
        return _grouped((place, e) for e in self.events for place in self._places_of(e))

    def _places_of(self, event: Event) -> frozenset[PlaceId]:
        spot, places = place_of(event), self.names.places
        if spot is None:
            return frozenset()
        state = state_at(places, spot, event.when)
        near = places[spot].near if spot in places else None
        found = {place.id for at in (spot, near) if at for place in around(places, at)}
        found |= {event.country} if isinstance(event, Visit) else set()
        return frozenset(found if state is None else found | {state.id})

    @cached_property
    def in_year(self) -> Mapping[int, Events]:
        """The events that may have begun in each year, by the earliest day."""
        days = ((event, event.when.start.possible.earliest) for event in self.events)
        return _grouped((day.year, event) for event, day in days if day is not None)

    # --- pairs ----------------------------------------------------------------------------------

    @cached_property
    def between(self) -> Mapping[Pair, Events]:
        """The events of each two parties, in the order of their page.

        They are what both took part in, and the visits of one to a country that the other led then.
        """
        found = _grouped((pair, event) for event in self.events for pair in self.pairs_of(event))
        return dict(sorted(found.items(), key=lambda item: _by_ids(item[0])))

    def pairs_of(self, event: Event) -> frozenset[Pair]:
        """The pairs that an event is of."""
        hosts = self._hosts(event) if isinstance(event, Visit) else frozenset[PersonId]()
        people = sorted(event.people | hosts)
        roles = {person: tuple(self._roles(person, event)) for person in people}
        return frozenset(
            in_order(mine, theirs)
            for one, other in combinations(people, 2)
            if not hosts or (one in hosts) != (other in hosts)
            for mine in roles[one]
            for theirs in roles[other]
            if mine != theirs
        )

    def _roles(self, person: PersonId, event: Event) -> Iterator[Party]:
        """The person, and the offices that the record knows of the person then."""
        yield Someone(person)
        for tenure in tenures_on(self.names, person, event.when):
            yield Holder(tenure.office)

    def _hosts(self, visit: Visit) -> frozenset[PersonId]:
        """Who surely led the country visited on a day of the visit, but the visitor."""
        tenures = (
            t
            for o in self._leading.get(visit.country, ())
            for t in self.names.tenures_in.get(o, ())
        )
        return frozenset(
            tenure.person
            for tenure in tenures
            if tenure.when.core.meets(visit.when.outer) and tenure.person != visit.person
        )

    @cached_property
    def _leading(self) -> Mapping[PlaceId, tuple[str, ...]]:
        offices = self.names.offices.values()
        return _grouped((o.country, o.id) for o in offices if o.leads and o.country is not None)

    @cached_property
    def with_party(self) -> Mapping[Party, tuple[tuple[Party, Events], ...]]:
        """The others with whom each party has a page, with their events, most first."""
        found = _grouped(
            item
            for (one, other), events in self.between.items()
            for item in ((one, (other, events)), (other, (one, events)))
        )
        return {party: tuple(sorted(o, key=lambda x: -len(x[1]))) for party, o in found.items()}


def _by_ids(pair: Pair) -> tuple[tuple[bool, str], ...]:
    return tuple(
        (isinstance(one, Holder), one.office if isinstance(one, Holder) else one.person)
        for one in pair
    )


V = TypeVar("V")


def _grouped(items: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    groups: defaultdict[K, list[V]] = defaultdict(list)
    for key, value in items:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
