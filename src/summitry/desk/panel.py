"""A panel: how often two people or offices met in each year, as far as the record can know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import combinations, product

from summitry.desk.find import COUNTED, Wanted, basis_of, countries_of, parties_of
from summitry.desk.standing import tenures_of
from summitry.desk.yearly import Yearly, years_of
from summitry.model.bounds import Tally
from summitry.model.coverage import Coverage, Covered
from summitry.model.days import ANY_DAY, LAST_DAY, Days
from summitry.model.events import Event, EventKind, Visit
from summitry.model.names import Names
from summitry.model.people import PersonId
from summitry.model.places import PlaceId
from summitry.model.problems import InputError
from summitry.model.rules import counting_rules
from summitry.model.selection import Holder, Party, Selection, Someone
from summitry.model.when import Moment
from summitry.reckoning import Frame
from summitry.reckoning.asked import ask
from summitry.record.view import View
from summitry.telling.event import tenures_on
from summitry.telling.exports.panel import Measure, PairYear, Panel, Side, measures


class Pairs(StrEnum):
    """What a panel pairs where it isn't said: the people, or the offices, of the record."""

    OFFICES = "offices"
    PEOPLE = "people"


Pair = tuple[Party, Party]


def panel(view: View, wanted: Wanted, kind: Pairs = Pairs.OFFICES) -> Panel:
    """The panel of the pair named, of one party with every other, or of all pairs of a kind.

    A pair has a row for each year in which both held an office as far as the record knows, and for
    each in which they met or one visited the other's country; from the year of ``since`` to that
    of ``until`` or, without it, to the last that the record reaches. Not named, a pair is of two
    that met, or of whom one visited the other's country, and of different countries.

    Raises UnknownName for a name that the record doesn't hold or holds more than once, and
    InputError where both mean the same, where the days are not whole years, or where more is
    wanted than names and years: a panel has columns for the rest.
    """
    if wanted != Wanted(a=wanted.a, b=wanted.b, since=wanted.since, until=wanted.until):
        raise InputError(
            "a panel counts every kind, mode, setting and place"
            " (expected names, since and until alone)"
        )
    first, last = _years(wanted.since, wanted.until)
    names = view.names()
    named = parties_of(wanted, names)
    frame = Frame.of(view, date.max)
    events = tuple(event for event in view.events() if event.status in COUNTED)
    reach = _reach(events, frame.coverage) if last is None else last
    making = _Making(names, Yearly(frame, events, reach), first)
    found = [(named[0], named[1])] if len(named) == 2 else making.pairs(set(named), kind)
    return Panel(
        record=view.about().name,
        basis=basis_of(view),
        rows=tuple(row for pair in found for row in making.rows(pair)),
    )


def _years(since: date | None, until: date | None) -> tuple[int, int | None]:
    """The first and the last year; InputError where a year is cut."""
    if since is not None and (since.month, since.day) != (1, 1):
        raise InputError(f'a panel counts whole years: since "{since}" (expected a year)')
    if until is not None and (until.month, until.day) != (12, 31):
        raise InputError(f'a panel counts whole years: until "{until}" (expected a year)')
    if since is not None and until is not None and until < since:
        raise InputError(
            f'no year is both since "{since.year}" and until "{until.year}" '
            "(expected the first to be the earlier)"
        )
    return since.year if since else date.min.year, until.year if until else None


@dataclass(frozen=True)
class _Making:
    names: Names
    yearly: Yearly
    first: int

    # --- pairs ---------------------------------------------------------------------------------

    def pairs(self, named: set[Party], kind: Pairs) -> list[Pair]:
        """The pairs of the record, or those of the party that is named, by id."""
        found = {
            (a, b)
            for a, b in self.met
            if (a in named if named else _is_of(kind, a) and _id(a) < _id(b))
            and _is_of(kind, b)
            and not self.are_compatriots(a, b)
        }
        return sorted(found, key=lambda pair: (_id(pair[0]), _id(pair[1])))

    @cached_property
    def met(self) -> Mapping[Pair, tuple[Event, ...]]:
        """The events of every pair that may have taken part as such, in both orders."""
        met: defaultdict[Pair, dict[str, Event]] = defaultdict(dict)
        for event in self.yearly.events:
            was: dict[PersonId, tuple[Party, ...]] = {}
            for one, other in self.together(event):
                for person in (one, other):
                    if person not in was:
                        was[person] = self.was(person, event)
                for a, b in product(was[one], was[other]):
                    met[a, b][event.id] = event
                    met[b, a][event.id] = event
        return {pair: tuple(events.values()) for pair, events in met.items()}

    def together(self, event: Event) -> Iterator[tuple[PersonId, PersonId]]:
        """Two people of an encounter; of a visit the visitor and who led the country."""
        if not isinstance(event, Visit):
            yield from combinations(sorted(event.people), 2)
            return
        days = event.when.outer
        for held, person in self.leaders.get(event.country, ()):
            if held.meets(days):
                yield event.person, person

    @cached_property
    def leaders(self) -> Mapping[PlaceId, list[tuple[Days, PersonId]]]:
        """Who may have led a country on which days, by country."""
        found: defaultdict[PlaceId, list[tuple[Days, PersonId]]] = defaultdict(list)
        for id, tenures in self.names.tenures_in.items():
            office = self.names.offices[id]
            if office.leads and office.country is not None:
                found[office.country] += [(one.when.outer, one.person) for one in tenures]
        return found

    def was(self, person: PersonId, event: Event) -> tuple[Party, ...]:
        """The person, and the offices that the person may have held at the event."""
        held = tenures_on(self.names, person, event.when)
        return (Someone(person), *(Holder(tenure.office) for tenure in held))

    def are_compatriots(self, one: Party, other: Party) -> bool:
        """Whether both are one, or of the same countries."""
        countries = self.countries(one)
        return one == other or (bool(countries) and countries == self.countries(other))

    def countries(self, party: Party) -> tuple[PlaceId, ...]:
        """The countries of the party's offices."""
        if party not in self._countries:
            self._countries[party] = countries_of(party, self.names)
        return self._countries[party]

    @cached_property
    def _countries(self) -> dict[Party, tuple[PlaceId, ...]]:
        return {}

    # --- rows ----------------------------------------------------------------------------------

    def rows(self, pair: Pair) -> Iterator[PairYear]:
        """The pair's years, each with every tally."""
        a, b = (self.side(party) for party in pair)
        years = self.years(pair)
        tallies = {measure.name: self.tallies(measure, pair, years) for measure in measures()}
        for year in years:
            of_year = {name: found.get(year) for name, found in tallies.items()}
            yield PairYear(a=a, b=b, year=year, tallies=of_year)

    def side(self, party: Party) -> Side:
        """A party as the panel names it."""
        places = self.countries(party)
        country = self.names.places[places[0]].country if len(places) == 1 else None
        match party:
            case Someone(person):
                name, kind = self.names.people[person].name, "person"
            case Holder(office):
                name, kind = self.names.offices[office].name, "office"
        return Side(id=_id(party), name=name, kind=kind, country=country)

    def years(self, pair: Pair) -> list[int]:
        """The years of the pair's rows."""
        a, b = (self.years_in_office(party) for party in pair)
        met = (_years_known(event.when, self.yearly.last) for event in self.met.get(pair, ()))
        return sorted(year for year in (a & b).union(*met) if self.first <= year)

    def years_in_office(self, party: Party) -> set[int]:
        """The years of the times in office of a person, or of an office's holders."""
        spans = (tenure.when for tenure in tenures_of(party, self.names))
        return {year for when in spans for year in _years_known(when, self.yearly.last)}

    # --- tallies -------------------------------------------------------------------------------

    def tallies(self, measure: Measure, pair: Pair, years: list[int]) -> Mapping[int, Tally]:
        """How many events of the measure each year had; nothing where there can be none."""
        rule = counting_rules()[measure.rule]
        asked = [ask(one, rule, self.names) for one in self.selections(measure, pair)]
        counted = [self.yearly.tallies(one, years) for one in asked]
        return {year: _sum(one[year] for one in counted) for year in years if counted}

    def selections(self, measure: Measure, pair: Pair) -> Iterator[Selection]:
        """The encounters of the pair, or the visits of one of it to the countries of the other."""
        a, b = pair
        if not measure.visitor:
            yield Selection(who=a, whom=b, modes=measure.modes, settings=measure.settings)
            return
        guest, host = (a, b) if measure.visitor == "a" else (b, a)
        for country in self.countries(host):
            yield Selection(kind=EventKind.VISIT, who=guest, place=country)


def _is_of(kind: Pairs, party: Party) -> bool:
    """Whether the party is one of the people, or of the offices."""
    return isinstance(party, Someone if kind is Pairs.PEOPLE else Holder)


def _id(party: Party) -> str:
    return party.office if isinstance(party, Holder) else party.person


def _reach(events: Iterable[Event], coverage: Iterable[Coverage]) -> int:
    """The last year of an event or of a complete coverage statement that has an end."""
    spans = [event.when.outer for event in events]
    spans += [one.when.core for one in coverage if one.complete and one.kind is not Covered.TENURE]
    ends = [days.latest for days in spans]
    return max((end.year for end in ends if end is not None), default=date.min.year)


def _years_known(when: Moment, last: int) -> range:
    """The years that it may touch, as far as the year ``last``.

    A start or end of which the record knows one bound only is taken to be there.
    """
    start = when.start.possible
    if start == ANY_DAY:
        return range(0)
    first = start.last if start.earliest is None else start.first
    end = None if when.end is None else when.end.possible
    latest = LAST_DAY if end is None else end.first if end.latest is None else end.last
    return years_of(Days((min(first, latest), max(first, latest))), last)


def _sum(tallies: Iterable[Tally]) -> Tally:
    surely, possibly = 0, 0
    is_open = False
    for tally in tallies:
        surely += tally.surely
        is_open = is_open or tally.possibly is None
        possibly += tally.possibly or 0
    return Tally(surely, None if is_open else possibly)
