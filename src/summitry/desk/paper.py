"""Paper: what a page for readers tells of two parties, besides their history."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Final

from summitry.desk.facts import Facts, is_apart
from summitry.desk.find import citations_of, countries_of
from summitry.desk.history import Gathering, gathering
from summitry.desk.scope import EVERYTHING, Scope
from summitry.desk.standing import days_of, may_stand
from summitry.lexicon.tables import told
from summitry.model.bounds import Bounds, Tally
from summitry.model.claims import (
    Claim,
    ClaimKind,
    EachOf,
    FirstSince,
    HowMany,
    NoneSince,
    SinceEvent,
    Who,
    kind_of,
)
from summitry.model.days import FIRST_DAY, until
from summitry.model.events import Event, EventKind, Mode, Setting
from summitry.model.people import PersonId
from summitry.model.places import PlaceId
from summitry.model.rules import CountingRule
from summitry.model.selection import Holder, Party, Selection, Someone
from summitry.record.view import View
from summitry.telling.exports.exported import Exported
from summitry.telling.history import Fact, History
from summitry.telling.paper import Paper, Total

MOST_HEADLINES: Final = 5
"""How many facts that are worth a headline a page has."""

MOST_OF_A_KIND: Final = 3
"""How many of them are of one kind of claim."""

LEAST_TO_REMARK: Final = 3
"""How many meetings there must have been for one that was the only one of its kind."""


def paper(
    a: str,
    b: str,
    view: View,
    *,
    as_of: date | None,
    today: date,
    scope: Scope = EVERYTHING,
) -> Paper:
    """What a page of two people or offices tells; raises what ``history`` raises."""
    return paper_of(gathering(a, b, view, as_of=as_of, today=today, scope=scope))


def paper_of(gathering: Gathering) -> Paper:
    """What a page tells of what was gathered."""
    return _Writing(gathering).paper()


@dataclass(frozen=True, slots=True)
class _Ranked:
    """A fact, and for how many days it has been so."""

    fact: Fact
    days: int


@dataclass(frozen=True, slots=True)
class _Writing:
    gathering: Gathering

    @property
    def facts(self) -> Facts:
        return self.gathering.facts

    @property
    def as_of(self) -> int:
        return self.gathering.frame.as_of.toordinal()

    def paper(self) -> Paper:
        history = self.gathering.history()
        return Paper(
            history=history,
            headlines=self.headlines(history),
            totals=tuple(self.totals()),
            related=tuple(dict.fromkeys(self.related(history))),
            exported=self.exported(history),
        )

    # --- headlines ------------------------------------------------------------------------------

    def headlines(self, history: History) -> tuple[Fact, ...]:
        """What is first, only or never, that which has been so for longest first."""
        counted = [fact for section in history.sections for fact in section.facts]
        known = (*history.key_facts, *counted)
        ranked = [
            _Ranked(fact, days) for fact in known if (days := self.lasts(fact.claim)) is not None
        ]
        ranked += self.rare(but=frozenset(_unvisited(one.fact.claim for one in ranked)))
        ranked.sort(key=lambda one: -one.days)
        kept: list[Fact] = []
        kinds: Counter[ClaimKind] = Counter()
        for one in ranked:
            kind = kind_of(one.fact.claim)
            if one.fact not in kept and kinds[kind] < MOST_OF_A_KIND:
                kept.append(one.fact)
                kinds[kind] += 1
        return tuple(kept[:MOST_HEADLINES])

    def lasts(self, claim: Claim) -> int | None:
        """For how many days it has been so; None if it is no such claim."""
        match claim:
            case FirstSince(anchor=SinceEvent(before), that=that):
                return that.window.possibly.first - before.window.possibly.last
            case NoneSince(anchor=SinceEvent(before)):
                return self.as_of - before.window.possibly.last
            case Who(roster=EachOf(since=since)) if since is not None:
                first = self.entered(since)
                return None if first is None else self.as_of - first
            case HowMany(number=number, selection=Selection(kind=EventKind.VISIT)):
                return self.together() if number.most == 0 else None
            case _:
                return None

    def entered(self, person: PersonId) -> int | None:
        """The first day on which a person may have held an office."""
        tenures = self.gathering.frame.names.tenures_of.get(person, ())
        first = min((t.when.start.possible.first for t in tenures), default=FIRST_DAY)
        return first if first > FIRST_DAY else None

    def together(self) -> int:
        """On how many days up to the as-of day both may have held an office."""
        names = self.gathering.frame.names
        one, other = (
            days_of(party, names.offices, names)
            for party in (self.gathering.one, self.gathering.other)
        )
        return len(one & other & until(self.as_of))

    def rare(self, *, but: frozenset[PlaceId]) -> Iterator[_Ranked]:
        """What the two never did, or only once, of what they might have done often.

        That they never met in a country that one never visited goes without saying.
        """
        scope = self.gathering.scope
        known = all(map(self.facts.knows, (self.gathering.one, self.gathering.other)))
        if not known or not scope.encounters or scope.counted != {Mode.IN_PERSON}:
            return
        met = self.facts.met(self.gathering.one, self.gathering.other)
        held = tuple(filter(is_apart, self.facts.held([met])))
        if len(held) < LEAST_TO_REMARK:
            return
        names = self.gathering.frame.names
        parties = (self.gathering.one, self.gathering.other)
        countries = {c for party in parties for c in countries_of(party, names)}
        wanted = [replace(met, place=country) for country in sorted(countries - but)]
        wanted.append(replace(met, settings=frozenset({Setting.BILATERAL})))
        for selection in wanted:
            found = self.facts.held([selection])
            if len(found) > 1:
                continue
            claim = HowMany(
                selection=selection, number=Bounds.exactly(len(found)), rules=told("negative")
            )
            for fact in self.facts.supported([self.facts.widest(claim)]):
                yield _Ranked(fact, _without(held, found))

    # --- totals ---------------------------------------------------------------------------------

    def totals(self) -> Iterator[Total]:
        """How often the two met by each rule, those that give one number together."""
        scope = self.gathering.scope
        if not scope.encounters:
            return
        met = self.facts.met(self.gathering.one, self.gathering.other)
        by_number: dict[Tally, list[CountingRule]] = {}
        for rule in scope.rules(EventKind.ENCOUNTER):
            stands = may_stand(met, rule.standing, self.gathering.frame.names)
            if not stands or not rule.is_meant_for(EventKind.ENCOUNTER):
                continue
            tally = self.facts.tally(met, rule)
            if tally.surely or tally.possibly is not None:
                by_number.setdefault(tally, []).append(rule)
        for tally, rules in by_number.items():
            ids = tuple(rule.id for rule in rules)
            yield Total(claim=HowMany(selection=met, number=tally.bounds, rules=ids[:1]), rules=ids)

    # --- other pages and other formats ----------------------------------------------------------

    def related(self, history: History) -> Iterator[tuple[Party, Party]]:
        """Histories that a reader may want next: of which the record has a meeting."""
        one, other = self.gathering.one, self.gathering.other
        if isinstance(other, Holder):
            for section in reversed(history.sections):
                if section.meetings and Someone(section.person) != one:
                    yield one, Someone(section.person)
        else:
            yield from ((one, office) for office in self.offices(other))
        if isinstance(one, Someone):
            yield from ((other, office) for office in self.offices(one))
        for mine in self.offices(one):
            yield from ((mine, theirs) for theirs in self.offices(other) if mine != theirs)

    def offices(self, party: Party) -> Iterable[Holder]:
        """The offices that the person held and that lead a state or government, the last first."""
        names = self.gathering.frame.names
        if isinstance(party, Holder):
            return (party,)
        tenures = reversed(names.tenures_of.get(party.person, ()))
        return dict.fromkeys(Holder(t.office) for t in tenures if names.offices[t.office].leads)

    def exported(self, history: History) -> Exported:
        """The events of the page, for its data."""
        view = self.gathering.view
        events: dict[str, Event] = {
            entry.event.id: entry.event
            for section in history.sections
            for entry in (*section.meetings, *section.contacts, *section.visits)
        }
        ordered = sorted(events.values(), key=lambda e: (e.when.start.possible.first, e.id))
        return Exported(
            record=view.about().name,
            basis=history.basis,
            names=history.names,
            events=tuple(ordered),
            citations={event.id: citations_of(event, view) for event in ordered},
            sources=history.sources,
        )


def _unvisited(claims: Iterable[Claim]) -> Iterator[PlaceId]:
    """The countries of which a claim says that there was no visit to them."""
    for claim in claims:
        match claim:
            case HowMany(
                selection=Selection(kind=EventKind.VISIT, place=str(place)),
                number=Bounds(most=0),
            ):
                yield place
            case _:
                pass


def _without(held: tuple[Event, ...], found: tuple[Event, ...]) -> int:
    """The longest time, from the first of the events to the last, without one of those found."""
    days = [event.when.outer for event in (held[0], *found, held[-1])]
    return max(after.first - before.last for before, after in pairwise(days))
