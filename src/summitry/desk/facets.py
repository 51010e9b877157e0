"""Facets: by what a list of events can be narrowed further, and how many would be left."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Final

from summitry.desk.find import COUNTED, Finder, Wanted, countries_of, is_in, parties_of
from summitry.desk.resolve import Named, resolve_occasion, resolve_place
from summitry.model.days import Days
from summitry.model.events import Encounter, Event, EventKind, Setting, Status, Visit
from summitry.model.names import Names
from summitry.model.occasions import Occasion
from summitry.model.people import OfficeId, PersonId
from summitry.model.places import PlaceId, PlaceKind
from summitry.model.selection import Holder, Party, Someone
from summitry.model.truth import Truth
from summitry.reckoning.atlas import Ground
from summitry.reckoning.match import was_in
from summitry.reckoning.terms import ALL_DAYS
from summitry.telling.facets import Facet, FacetKind, FacetValue

MOST_VALUES: Final = 12
"""How many values of a facet are given, those of most events; years are given all."""


def facets(wanted: Wanted, finder: Finder, *, most: int = MOST_VALUES) -> tuple[Facet, ...]:
    """Every facet that has values, each counted under all the filters but its own.

    A number is that of the events which :func:`summitry.desk.find.find` would find if the facet's
    parameters had the value. Where a place is wanted, the places next smaller are offered, where a
    series, its gatherings, and where days of one decade, its years; where one party is named, those
    who met it. Raises what ``find`` raises.
    """
    made = _Facets(wanted, finder, most)
    return tuple(facet for facet in made.all() if facet.values)


@dataclass(frozen=True)
class _Facets:
    """The facets of what is wanted."""

    wanted: Wanted
    finder: Finder
    most: int

    @property
    def names(self) -> Names:
        return self.finder.frame.names

    def all(self) -> Iterator[Facet]:
        """Every facet, also those without values."""
        yield from self.parties()
        yield self.years()
        yield self.places()
        yield from self.gatherings()
        yield self.topics()
        yield from self.kinds()

    def facet(
        self,
        kind: FacetKind,
        counts: Mapping[str, int],
        name: Callable[[str], str],
        *parameters: str,
        chosen: Iterable[str] = (),
    ) -> Facet:
        """A facet of the values counted, those of most events first."""
        among = frozenset(chosen)
        most = sorted(counts.items(), key=lambda one: (one[0] not in among, -one[1], name(one[0])))
        return Facet(
            kind=kind,
            parameters=parameters or (kind.value,),
            values=tuple(
                FacetValue(value=value, name=name(value), events=events, chosen=value in among)
                for value, events in most[: self.most]
            ),
            total=len(counts),
        )

    # --- who ------------------------------------------------------------------------------------

    @cached_property
    def wanted_parties(self) -> tuple[Party, ...]:
        """The parties that are named."""
        return parties_of(self.wanted, self.names)

    def parties(self) -> Iterator[Facet]:
        """People and offices: of all, or of those with whom the one that is named was."""
        match self.wanted_parties:
            case ():
                events, parameter = self.finder.events(self.wanted), "a"
                people = Counter(chain.from_iterable(event.people for event in events))
                offices = Counter(chain.from_iterable(map(self.offices, events)))
            case (party,) if self.wanted.kind is not EventKind.VISIT:
                parameter = "b" if self.wanted.b is None else "a"
                counts = self.others(party)
                people = Counter({p.person: counts[p] for p in counts if isinstance(p, Someone)})
                offices = Counter({p.office: counts[p] for p in counts if isinstance(p, Holder)})
            case _:
                return
        names = self.names
        yield self.facet(FacetKind.PERSON, people, _named(names.people), parameter)
        yield self.facet(FacetKind.OFFICE, offices, _named(names.offices), parameter)

    def offices(self, event: Event) -> frozenset[OfficeId]:
        """The offices that someone who took part is known to have had then."""
        return frozenset(office for person in event.people for office in self.held(person, event))

    def held(self, person: PersonId, event: Event) -> Iterator[OfficeId]:
        """The offices that a person is known to have had on a day of an event."""
        found = self.terms.get(person)
        if found is None:
            tenures = [(t.office, t.when.outer) for t in self.names.tenures_of.get(person, ())]
            found = [(office, held.first, held.last, held) for office, held in tenures]
            self.terms[person] = found
        first, last, when = self.finder.days_of(event)
        for office, begun, ended, held in found:
            if last < begun or ended < first:
                continue
            whole = len(held.spans) == 1 and begun <= first and last <= ended
            if whole or when.touches(held).possibly():
                yield office

    @cached_property
    def terms(self) -> dict[PersonId, list[tuple[OfficeId, int, int, Days]]]:
        """The offices of each person so far: from when to when at most, and the days."""
        return {}

    def others(self, party: Party) -> Counter[Party]:
        """Those who were with a party at an encounter, each with all events of the two.

        ``find`` has the visits of one to the other's country among them.
        """
        encounters = self.finder.events(replace(self.wanted, kind=EventKind.ENCOUNTER))
        counts = Counter(other for event in encounters for other in self.beside(party, event))
        del counts[party]
        if self.wanted.kind is None:
            alone = replace(self.wanted, a=None, b=None, kind=EventKind.VISIT)
            own = frozenset(countries_of(party, self.names))
            visits = (event for event in self.finder.events(alone) if isinstance(event, Visit))
            for visit in visits:
                both = self.host_or_guest(party, own, visit)
                counts.update(one for one in both if one in counts)
        return counts

    def beside(self, party: Party, event: Event) -> frozenset[Party]:
        """Whoever took part besides someone who is the party."""
        roles = {one: self.roles(one, event) for one in event.people}
        of_party = [one for one in event.people if party in roles[one]]
        return frozenset(
            role
            for one in event.people
            if any(other != one for other in of_party)
            for role in roles[one]
        )

    def roles(self, person: PersonId, event: Event) -> frozenset[Party]:
        """The person, and the holder of each office that the person is known to have had then."""
        return frozenset((Someone(person), *map(Holder, self.held(person, event))))

    def host_or_guest(
        self, party: Party, own: frozenset[PlaceId], visit: Visit
    ) -> frozenset[Party]:
        """Who the other one is of a visit between the party and another; nobody of other visits."""
        guests, to = self.roles(visit.person, visit), self.states_of(visit)
        found: set[Party] = set()
        if party in guests:
            found |= {host for state in to for host in self.of_country.get(state, ())}
        if not own.isdisjoint(to):
            found |= guests
        return frozenset(found)

    def states_of(self, visit: Visit) -> frozenset[PlaceId]:
        """The states that a visit surely was to."""
        frame = self.finder.frame
        at = visit.place or visit.country
        return frozenset(
            state
            for state in {visit.country, *(state for state, _ in frame.atlas.ground(at))}
            if was_in(visit, state, frame) is Truth.TRUE
        )

    @cached_property
    def of_country(self) -> Mapping[PlaceId, frozenset[Party]]:
        """Who held an office of each country, and these offices."""
        names = self.names
        parties: list[Party] = [*map(Someone, names.tenures_of), *map(Holder, names.offices)]
        found: defaultdict[PlaceId, set[Party]] = defaultdict(set)
        for party in parties:
            for country in countries_of(party, names):
                found[country].add(party)
        return {country: frozenset(those) for country, those in found.items()}

    # --- when -----------------------------------------------------------------------------------

    def years(self) -> Facet:
        """The decades or, where days of one are wanted, its years; in order, all of them."""
        since, until = self.wanted.since, self.wanted.until
        events = self.finder.events(replace(self.wanted, since=None, until=None))
        decade = None
        if since is not None and until is not None and since.year // 10 == until.year // 10:
            decade = since.year // 10
        counts = self.spans(events, 10 if decade is None else 1)
        values = tuple(
            FacetValue(
                value=f"{at:03}X" if decade is None else f"{at:04}",
                name=f"{at}0s" if decade is None else str(at),
                events=counts[at],
                chosen=decade is not None and (since, until) == _ends(at, at),
            )
            for at in sorted(counts)
            if decade in {None, at // 10}
        )
        return Facet(
            kind=FacetKind.YEAR, parameters=("since", "until"), values=values, total=len(values)
        )

    def spans(self, events: Sequence[Event], years: int) -> Mapping[int, int]:
        """How many events may have touched each span of so many years in which one began."""
        counts: Counter[int] = Counter()
        long: list[tuple[Event, int, int]] = []
        for event in events:
            first, last, _ = self.finder.days_of(event)
            begun = date.fromordinal(first).year // years
            if last > first and (ended := date.fromordinal(last).year // years) > begun:
                long.append((event, begun, ended))
            else:
                counts[begun] += 1
        latest = max((*counts, *(begun for _, begun, _ in long)), default=0)
        for event, begun, ended in long:
            for at in range(begun, min(ended, latest) + 1):
                span = Days.between(*_ends(max(1, at * years), at * years + years - 1))
                counts[at] += self.finder.may_fall(event, span)
        return {at: n for at, n in counts.items() if n}

    # --- where ----------------------------------------------------------------------------------

    def places(self) -> Facet:
        """The states or, where a place is wanted, the next smaller ones in it."""
        frame, names = self.finder.frame, self.names
        events = self.finder.events(self.wanted)
        counts: Counter[PlaceId] = Counter()
        if self.wanted.place is None:
            counts.update(chain.from_iterable(map(self.countries, events)))
        else:
            inside = resolve_place(self.wanted.place, names).id
            smaller = [one.id for one in names.places.values() if one.within == inside]
            for event in events:
                counts.update(one for one in smaller if is_in(event, one, frame))
        return self.facet(FacetKind.PLACE, counts, _named(names.places))

    def countries(self, event: Event) -> frozenset[PlaceId]:
        """The states of whose land an event was on, as ``find`` has it."""
        visited = event.country if isinstance(event, Visit) else None
        at = event.place or visited
        if at is None:
            return frozenset()
        found = self.grounds.get((at, visited))
        if found is None:
            found = self.grounds[at, visited] = self.ground(at, visited)
        always, sometimes = found
        if not sometimes:
            return always
        then = (state for state, days in sometimes if days.on(event.when).possibly())
        return always.union(then)

    def ground(self, at: PlaceId, visited: PlaceId | None) -> tuple[frozenset[PlaceId], Ground]:
        """The states of a spot on any day, and those that it may have been in on some."""
        states = self.finder.frame.atlas.ground(at)
        always = {state for state, days in states if days == ALL_DAYS}
        always |= {at} if self.names.places[at].kind is PlaceKind.COUNTRY else set()
        always |= set() if visited is None else {visited}
        return frozenset(always), tuple(one for one in states if one[0] not in always)

    @cached_property
    def grounds(self) -> dict[tuple[PlaceId, PlaceId | None], tuple[frozenset[PlaceId], Ground]]:
        """The same of each spot, and of each country visited, so far."""
        return {}

    # --- at what, and how -----------------------------------------------------------------------

    def gatherings(self) -> Iterator[Facet]:
        """Series and gatherings; where a series is wanted, its gatherings."""
        names = self.names
        at = self.wanted.occasion
        found = None if at is None else resolve_occasion(at, names)
        if isinstance(found, Occasion):
            return
        events = self.finder.events(self.wanted)
        occasions = Counter(event.occasion for event in events if event.occasion is not None)
        if found is None:
            series: Counter[str] = Counter()
            for occasion, number in occasions.items():
                of = names.occasions[occasion].series
                if of is not None:
                    series[of] += number
            yield self.facet(FacetKind.SERIES, series, _named(names.series), "occasion")
        yield self.facet(FacetKind.OCCASION, occasions, _named(names.occasions))

    def topics(self) -> Facet:
        """What was talked about, unless a topic is wanted."""
        topics = self.names.topics
        events = () if self.wanted.topic is not None else self.finder.events(self.wanted)
        counts = Counter(
            topic for event in events if isinstance(event, Encounter) for topic in event.topics
        )
        return self.facet(FacetKind.TOPIC, counts, _named(topics))

    def kinds(self) -> Iterator[Facet]:
        """Encounters or visits, the modes and settings of encounters, and statuses."""
        wanted = self.wanted
        finder = self.finder
        kinds = Counter(event.kind.value for event in finder.events(replace(wanted, kind=None)))
        chosen = () if wanted.kind is None else (wanted.kind,)
        yield self.facet(FacetKind.KIND, kinds, str, chosen=chosen)
        modes = Counter(
            event.mode.value
            for event in finder.events(replace(wanted, modes=frozenset()))
            if isinstance(event, Encounter)
        )
        yield self.facet(FacetKind.MODE, modes, str, chosen=wanted.modes)
        sets = Counter(
            event.settings
            for event in finder.events(replace(wanted, settings=frozenset()))
            if isinstance(event, Encounter)
        )
        settings: Counter[str] = Counter()
        for settings_of, number in sets.items():
            settings.update(dict.fromkeys(settings_of or Setting, number))
        yield self.facet(FacetKind.SETTING, settings, str, chosen=wanted.settings)
        every = finder.events(replace(wanted, statuses=frozenset(Status)))
        statuses = Counter(event.status.value for event in every)
        chosen_statuses = () if wanted.statuses == COUNTED else wanted.statuses
        yield self.facet(FacetKind.STATUS, statuses, str, chosen=chosen_statuses)


def _named(rows: Mapping[str, Named]) -> Callable[[str], str]:
    """What each row is called."""
    return lambda key: rows[key].name


def _ends(first: int, last: int) -> tuple[date, date]:
    """The first day of a year and the last of another."""
    return date(first, 1, 1), date(last, 12, 31)
