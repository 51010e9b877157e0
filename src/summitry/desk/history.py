"""History: what a record holds of two parties, gathered for a page.

Every sentence of the page is a claim that the record itself supports: a claim that comes out
otherwise, for want of coverage say, is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from summitry.desk.facts import Facts
from summitry.desk.find import basis_of, citations_of, countries_of, is_to
from summitry.desk.resolve import resolve_party
from summitry.desk.scope import EVERYTHING, Scope
from summitry.desk.standing import days_of
from summitry.model.claims import Claim
from summitry.model.coverage import Coverage, Covered
from summitry.model.events import Encounter, Event, EventKind, Mode, Status, Visit
from summitry.model.people import PersonId, Tenure
from summitry.model.problems import InputError
from summitry.model.selection import Holder, Party, Selection, Someone
from summitry.model.when import When
from summitry.reckoning import Frame, means, search
from summitry.record.view import View
from summitry.telling.event import tenures_on
from summitry.telling.history import Entry, Fact, History, Section, event_claim
from summitry.telling.voice import Voice
from summitry.telling.words import capitalised

HELD = frozenset({Status.HELD})
NOT_HELD = frozenset(Status) - HELD


def history(
    a: str,
    b: str,
    view: View,
    *,
    as_of: date | None,
    today: date,
    scope: Scope = EVERYTHING,
) -> History:
    """The history of two people or offices as of a day, of the events in scope.

    Without one it is as of today, or of the last day for which the record is complete for the two:
    of the days after it, silence would say nothing. Raises UnknownName for a name that the record
    doesn't hold or holds more than once, and InputError where both are the same.
    """
    return gathering(a, b, view, as_of=as_of, today=today, scope=scope).history()


def gathering(
    a: str, b: str, view: View, *, as_of: date | None, today: date, scope: Scope
) -> Gathering:
    """What a history of the two is gathered by; raises what :func:`history` raises."""
    names = view.names()
    one, other = resolve_party(a, names), resolve_party(b, names)
    if one == other:
        raise InputError(f'"{a}" and "{b}" are the same (expected two leaders or offices)')
    return gathered(one, other, view, as_of=as_of, today=today, scope=scope)


def gathered(
    one: Party,
    other: Party,
    view: View,
    *,
    as_of: date | None,
    today: date,
    scope: Scope = EVERYTHING,
    frame_of: Callable[[date], Frame] | None = None,
) -> Gathering:
    """The same for two parties of the record; ``frame_of`` gives its frames, kept for further use.

    Without it one is made.
    """

    def made(day: date) -> Frame:
        return Frame.of(view, day)

    frame_of = frame_of or made
    found = Gathering(view, one, other, frame_of(as_of or today), scope)
    reach = None if as_of else found.reach()
    return found if reach is None or reach >= today else replace(found, frame=frame_of(reach))


@dataclass(frozen=True, slots=True)
class Gathering:
    """Two parties of a record as of a day, and of which of their events is told."""

    view: View
    one: Party
    other: Party
    frame: Frame
    scope: Scope

    @property
    def facts(self) -> Facts:
        """What the record supports of them."""
        return Facts(self.frame, self.scope)

    def reach(self) -> date | None:
        """The last day for which the record is complete for some events of the two."""
        complete = (c.when.core for c in self.coverage() if c.complete)
        ends = [days.last for days in complete if not days.is_empty()]
        return date.fromordinal(max(ends)) if ends else None

    def history(self) -> History:
        """The history."""
        sections = self.sections()
        people = tuple(section.person for section in sections)
        office = isinstance(self.other, Holder)
        how_often = self.facts.how_often(self.one, self.other) if office else ()
        key_facts = self.key_facts(people, how_often)
        counts = self.facts.supported(how_often[1:])
        if not office:
            # Of two people, what is told of the one is told of both.
            key_facts = (*(fact for one in sections for fact in one.facts), *key_facts)
            counts = tuple(fact for one in sections for fact in one.counts)
            sections = tuple(replace(one, facts=(), counts=()) for one in sections)
        return History(
            title=capitalised(f"{self.title(self.one)} and {self.title(self.other)}"),
            as_of=self.frame.as_of,
            basis=basis_of(self.view),
            names=self.frame.names,
            sources=self.view.sources(),
            key_facts=key_facts,
            counts=counts,
            sections=sections,
            themes=self.facts.themes(self.contacts(self.other)),
            not_held=self.not_held(),
            coverage=tuple(c for c in self.coverage() if self.scope.bears(c) and self.in_time(c)),
            window=self.scope.window,
            only=self.scope.modes,
            visits=self.scope.visits,
            parties=(self.one, self.other),
        )

    def contacts(self, other: Party) -> list[Selection]:
        """The first party's encounters with another, of the modes in scope."""
        if not self.scope.encounters:
            return []
        modes = self.scope.modes or frozenset()
        return [self.scope.narrow(Selection(who=self.one, whom=other, modes=modes))]

    def title(self, party: Party) -> str:
        """A person's name, or the office's holders: "the presidents of the United States"."""
        voice = Voice(self.frame.names)
        match party:
            case Someone(person, _):
                return voice.person(person)
            case Holder(office):
                return f"the {voice.offices(office)}"

    def key_facts(
        self, people: tuple[PersonId, ...], how_often: tuple[Claim, ...]
    ) -> tuple[Fact, ...]:
        """What is told of the two before their encounters."""
        claims: list[Claim] = []
        if isinstance(self.other, Holder):
            claims += how_often[:1]
            claims += self.facts.meetings(self.one, self.other)
            claims += self.facts.roster(self.one, self.other, people)
        claims += self.facts.visits(self.one, self.other)
        return self.facts.supported(claims)

    # --- people and events ---------------------------------------------------------------------

    def people_of(self, party: Party) -> tuple[PersonId, ...]:
        """The person, or everyone who held the office by the as-of day, by first tenure."""
        match party:
            case Someone(person, _):
                return (person,)
            case Holder(office):
                tenures = self.view.tenures(office=office)
                past = (
                    t
                    for t in tenures
                    if t.when.start.possible.first <= self.frame.as_of.toordinal()
                )
                return tuple(dict.fromkeys(t.person for t in past))

    def sections(self) -> tuple[Section, ...]:
        """A section for each person of the second party of whom something is to be told."""
        people = [p for p in self.people_of(self.other) if Someone(p) != self.one]
        sections = map(self.section, people)
        if isinstance(self.other, Someone):
            return tuple(sections)
        return tuple(section for section in sections if _tells(section))

    def encounters(self, person: PersonId, statuses: frozenset[Status]) -> tuple[Encounter, ...]:
        """The encounters of the first party with this person."""
        found = search(self.frame, self.contacts(Someone(person)), statuses=statuses)
        return tuple(
            event
            for event in found
            if isinstance(event, Encounter) and self.present(event, person) is not None
        )

    def visits(self, person: PersonId, statuses: frozenset[Status]) -> tuple[Event, ...]:
        """Their visits to each other's country while the one visited held office."""
        there = self.stays(self.one, self.other, statuses)
        here = self.stays(Someone(person), self.one, statuses)
        offices = self.frame.names.offices
        leading = tuple(t for t in self.tenures(person) if offices[t.office].leads)
        visits = [v for v in there if _in_time(v, leading)]
        if isinstance(self.one, Someone):
            tenures = self.view.tenures(person=self.one.person)
            here = [v for v in here if _in_time(v, tenures)]
        return tuple(sorted({*visits, *here}, key=_by_day))

    def stays(self, guest: Party, host: Party, statuses: frozenset[Status]) -> list[Event]:
        """The visits of one party to the countries of another's offices."""
        key = ("stays", guest, host, statuses, self.scope)
        return self.frame.once(key, lambda: self.found_stays(guest, host, statuses))

    def found_stays(self, guest: Party, host: Party, statuses: frozenset[Status]) -> list[Event]:
        """The same, found among the events of those who are known as the guest."""
        countries = countries_of(host, self.frame.names) if self.scope.visits else ()
        wanted = [
            Selection(kind=EventKind.VISIT, who=Someone(person), place=country)
            for country in countries
            for person in self.people_of(guest)
        ]
        found = search(self.frame, map(self.scope.narrow, wanted), statuses=statuses)
        return [
            visit
            for visit in found
            if is_to(visit, countries, self.frame)
            and isinstance(visit, Visit)
            and self.is_of(guest, visit.person, visit)
        ]

    def is_of(self, party: Party, person: PersonId, event: Event) -> bool:
        """Whether the record knows the person as the party at the time of the event."""
        if isinstance(party, Someone):
            return person == party.person
        held = tenures_on(self.frame.names, person, event.when)
        return any(tenure.office == party.office for tenure in held)

    def not_held(self) -> tuple[Entry, ...]:
        """What did not take place, or is disputed, of the two and of what would be listed."""
        people = [p for p in self.people_of(self.other) if Someone(p) != self.one]
        found = {
            event
            for person in people
            for event in (*self.encounters(person, NOT_HELD), *self.visits(person, NOT_HELD))
        }
        return tuple(
            Entry(event=event, citations=citations_of(event, self.view))
            for event in sorted(found, key=_by_day)
        )

    def section(self, person: PersonId) -> Section:
        """What happened with one counterpart."""
        encounters = self.encounters(person, HELD)
        counterpart = Someone(person)
        how_often = self.facts.how_often(self.one, counterpart)
        meetings = self.facts.meetings(self.one, counterpart)
        return Section(
            person=person,
            tenures=self.tenures(person),
            facts=self.facts.supported([*how_often[:1], *meetings]),
            counts=self.facts.supported(how_often[1:]),
            meetings=self.entries((e for e in encounters if e.mode is Mode.IN_PERSON), person),
            contacts=self.entries((e for e in encounters if e.mode is not Mode.IN_PERSON), person),
            visits=self.entries(self.visits(person, HELD), person),
        )

    def tenures(self, person: PersonId) -> tuple[Tenure, ...]:
        """The tenures that head the counterpart's section."""
        office = self.other.office if isinstance(self.other, Holder) else None
        return self.view.tenures(person=person, office=office)

    def entries(self, events: Iterable[Event], person: PersonId) -> tuple[Entry, ...]:
        """Events of the first party with this person, each as an entry."""
        return tuple(self.entry(event, person) for event in events)

    def entry(self, event: Event, person: PersonId) -> Entry:
        """An event, told from the first party's side; a disputed one has no facts."""
        if isinstance(event, Visit):
            claim = event_claim(event, self.frame.names, event.person)
        else:
            who = self.present(event, person) or person
            claim = event_claim(event, self.frame.names, who, person)
        citations = citations_of(event, self.view)
        one_day = isinstance(event.when, When)
        told = event.status is Status.HELD and means(self.frame, claim.selection, event)
        fact = Fact(claim=claim, citations=citations, one_day=one_day)
        return Entry(event=event, facts=(fact,) if told else (), citations=citations)

    def present(self, event: Encounter, person: PersonId) -> PersonId | None:
        """Who of the first party took part beside the counterpart."""
        if person not in event.people:
            return None
        people = reversed(self.people_of(self.one))
        beside = (p for p in people if p in event.people and p != person)
        return next((p for p in beside if self.is_of(self.one, p, event)), None)

    def coverage(self) -> tuple[Coverage, ...]:
        """The coverage statements that speak of the two parties."""
        kin = {*self.kin(self.one), *self.kin(self.other), None}
        return tuple(
            c
            for c in self.view.coverage()
            if c.kind is not Covered.TENURE and c.who in kin and c.whom in kin
        )

    def in_time(self, coverage: Coverage) -> bool:
        """Whether it speaks of them while they held the offices named, and of their countries."""
        names = self.frame.names
        countries = {c for party in (self.one, self.other) for c in countries_of(party, names)}
        offices = {p for p in (coverage.who, coverage.whom) if isinstance(p, Holder)}
        days = (
            days_of(party, [office.office], names)
            for office in offices - {self.one, self.other}
            for party in (self.one, self.other)
            if office in self.kin(party)
        )
        return coverage.country in {None, *countries} and all(
            one.meets(coverage.when.outer) for one in days
        )

    def kin(self, party: Party) -> set[Party]:
        """The party, the offices that it held, and, of an office, its holders."""
        match party:
            case Someone(person, _):
                return {party, *(Holder(t.office) for t in self.view.tenures(person=person))}
            case Holder():
                return {party, *(Someone(person) for person in self.people_of(party))}


def _in_time(visit: Event, tenures: tuple[Tenure, ...]) -> bool:
    return any(tenure.when.core.meets(visit.when.outer) for tenure in tenures)


def _by_day(event: Event) -> tuple[int, str]:
    return event.when.start.possible.first, event.id


def _tells(section: Section) -> bool:
    """Whether a section says more than who held the office."""
    told = (section.facts, section.counts, section.meetings, section.contacts, section.visits)
    return any(told)
