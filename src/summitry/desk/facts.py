"""Facts: the claims about two parties that are worth telling and that the record supports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from summitry.desk.find import countries_of, is_to
from summitry.desk.scope import EVERYTHING, Scope
from summitry.desk.standing import days_of, governing, may_act, may_stand
from summitry.lexicon.tables import admitted, told
from summitry.model.bounds import Bounds, Tally
from summitry.model.citations import Citation
from summitry.model.claims import (
    Claim,
    EachOf,
    FirstSince,
    HowMany,
    NoneSince,
    SinceEvent,
    WhichOne,
    Who,
)
from summitry.model.events import Encounter, Event, EventKind, Setting, Status, Visit
from summitry.model.findings import Bearing, Finding, Verdict
from summitry.model.occasions import TopicId
from summitry.model.people import PersonId
from summitry.model.places import PlaceId
from summitry.model.rules import CountingRule, Standing, Unit, counting_rules
from summitry.model.selection import Holder, Party, Selection, Someone
from summitry.model.when import ALWAYS, Window
from summitry.reckoning import Frame, evaluate_in, search, surely, tally_of
from summitry.telling.event import holders
from summitry.telling.history import Fact, Theme, city_of

LONG_GAP: Final = 365
"""Days without a meeting from which on a gap is worth telling."""

MOST_CITED: Final = 3
"""Rows of evidence up to which a fact cites each of them; beyond, the lists do."""

LEAST_OF_A_THEME: Final = 2
"""How many encounters about a topic make it a theme."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a record supports as of a day, of the events in scope."""

    frame: Frame
    scope: Scope = EVERYTHING

    def supported(self, claims: Iterable[Claim]) -> tuple[Fact, ...]:
        """The claims that are Supported, in their order, with their citations."""
        found = ((claim, self.support(claim)) for claim in claims)
        return tuple(
            Fact(claim=claim, citations=_citations(finding))
            for claim, finding in found
            if finding is not None
        )

    def support(self, claim: Claim) -> Finding | None:
        """The finding under the first rule that the words admit and that supports the claim."""
        alone: list[tuple[CountingRule, ...]] = [(rule,) for rule in rules_of(claim)]
        for rules in alone or [()]:
            finding = evaluate_in(self.frame, claim, rules)
            if finding.verdict is Verdict.SUPPORTED:
                return finding
        return None

    def widest(self, claim: Claim) -> Claim:
        """The claim by the one rule that supports it, of those that it admits: the first, if any.

        A page says by which rule it tells of all.
        """
        finding = self.support(claim)
        taken = None if finding is None else finding.rule
        return claim if taken is None else replace(claim, rules=(taken.id,))

    def find(self, claim: Claim) -> Finding:
        """The claim's finding."""
        return evaluate_in(self.frame, claim, rules_of(claim))

    def held(self, selections: Iterable[Selection]) -> tuple[Event, ...]:
        """The held events that may have started by the as-of day, by earliest day."""
        return search(self.frame, selections, statuses={Status.HELD})

    # --- of two parties ------------------------------------------------------------------------

    def how_often(self, one: Party, other: Party) -> tuple[Claim, ...]:
        """How often the two met in person, by each rule that gives another number, best first."""
        return self.counts(self.met(one, other)) if self.scope.encounters else ()

    def met(self, one: Party, other: Party) -> Selection:
        """Their encounters in scope; of a person and an office the person comes first."""
        if isinstance(one, Holder) and isinstance(other, Someone):
            one, other = other, one
        return self.scope.narrow(Selection(who=one, whom=other, modes=self.scope.counted))

    def meetings(self, one: Party, other: Party) -> Iterator[Claim]:
        """When the two met in person first and last, after how long, and if not for long, since."""
        selection = self.met(one, other)
        known = self.knows(one) and self.knows(other)
        held = tuple(filter(is_apart, self.held([selection]))) if known else ()
        if not held or not self.scope.encounters:
            return
        first, last = (self.meant(selection, event) for event in (held[0], held[-1]))
        yield self.widest(
            WhichOne(selection=selection, position=1, that=first, rules=told("first"))
        )
        since = NoneSince(
            selection=selection.narrowed(ALWAYS), anchor=SinceEvent(last), rules=told("negative")
        )
        may = (may_act(party, self.frame.as_of, self.frame.names) for party in (one, other))
        long = self.frame.as_of.toordinal() - held[-1].when.outer.last >= LONG_GAP
        lasts = all(may) and long and self.scope.until is None and self.support(since)
        if len(held) > 1 and not lasts:
            yield self.widest(
                WhichOne(selection=selection, position=-1, that=last, rules=told("first"))
            )
        if len(held) > 1:
            yield from self.longest_gap(selection, held)
        if lasts:
            yield self.widest(since)

    def longest_gap(self, selection: Selection, held: tuple[Event, ...]) -> Iterator[Claim]:
        """The meeting that ended the longest time without one."""
        before, after = max(pairwise(held), key=_days_apart)
        if _days_apart((before, after)) >= LONG_GAP:
            anchor = SinceEvent(self.meant(selection, before))
            that = self.meant(selection, after)
            claim = FirstSince(
                selection=selection, anchor=anchor, that=that, rules=told("negative")
            )
            yield self.widest(claim)

    def visits(self, one: Party, other: Party) -> Iterator[Claim]:
        """How often each visited the other's country, and when last."""
        for guest, host in ((one, other), (other, one)) if self.scope.visits else ():
            own = countries_of(guest, self.frame.names)
            for country in countries_of(host, self.frame.names):
                if country not in own:
                    yield from self.visits_to(country, guest, host)

    def visits_to(self, country: PlaceId, guest: Party, host: Party) -> Iterator[Claim]:
        """How often the guest visited the country, and when last, if that is of the host's time.

        It is where the last visit was while the host held an office of the country or, without a
        visit, where the two ever held office at one time.
        """
        hosting = governing(host, country, self.frame.names)
        visiting = days_of(guest, self.frame.names.offices, self.frame.names)
        selection = self.scope.narrow(Selection(kind=EventKind.VISIT, who=guest, place=country))
        known = self.knows(guest)
        stays = self.held([selection]) if known else surely(self.frame, selection)
        held = [stay for stay in stays if is_to(stay, [country], self.frame)]
        if not hosting.meets(held[-1].when.outer if held else visiting):
            return
        yield from self.counts(selection)
        if len(held) > 1 and known:
            last = self.meant(selection, held[-1])
            yield self.widest(
                WhichOne(selection=selection, position=-1, that=last, rules=told("visit"))
            )

    def roster(self, one: Party, office: Holder, people: tuple[PersonId, ...]) -> Iterator[Claim]:
        """Which holders of the office the party met, from the first of these people on."""
        known = self.knows(one) and self.knows(office)
        if self.scope.window != ALWAYS or not self.scope.encounters or not known:
            return
        selection = Selection(who=one, whom=office, modes=self.scope.counted)
        tried = [EachOf(since=people[0])] if people else []
        tried += [EachOf(since=people[0], but=frozenset({p})) for p in people[1:]]
        for roster in tried:
            claim = Who(among=office, selection=selection, roster=roster, rules=admitted("who"))
            if self.support(claim) is not None:
                yield claim
                return

    def themes(self, selections: Iterable[Selection]) -> tuple[Theme, ...]:
        """The topics talked about at several of the encounters, the commonest first."""
        one = list(selections)
        topics = Counter(
            topic
            for event in self.held(one)
            if isinstance(event, Encounter)
            for topic in event.topics
        )
        common = sorted((-n, topic) for topic, n in topics.items() if n >= LEAST_OF_A_THEME)
        themes = (Theme(topic=topic, facts=self.theme(one, topic)) for _, topic in common)
        return tuple(theme for theme in themes if theme.facts)

    def theme(self, selections: list[Selection], topic: TopicId) -> tuple[Fact, ...]:
        """At how many encounters the topic was talked about, at least."""
        claims: list[Claim] = []
        for selection in selections:
            about = replace(selection, topic=topic)
            if sure := surely(self.frame, about):
                claims.append(HowMany(selection=about, number=Bounds(len(sure), None)))
        return self.supported(claims)

    # --- numbers -------------------------------------------------------------------------------

    def counts(self, selection: Selection) -> tuple[Claim, ...]:
        """The number under each rule that gives another; a lower bound if all are open.

        A rule of a standing that the two never had together is left out.
        """
        closed: dict[Tally, Claim] = {}
        rough: Claim | None = None
        stood = {s for s in Standing if may_stand(selection, s, self.frame.names)}
        for rule in self.scope.rules(selection.kind):
            if rule.standing not in stood or not rule.is_meant_for(selection.kind):
                continue
            claim = HowMany(selection=selection, number=Bounds(0, None), rules=(rule.id,))
            tally = self.tally(selection, rule)
            if tally.possibly is not None:
                closed.setdefault(tally, replace(claim, number=tally.bounds))
            elif rough is None and tally.surely:
                rough = replace(claim, number=Bounds(tally.surely, None))
        if rough is not None and not closed:
            return (rough,)
        # Beside "only once", counted in a better way, "at most once" says nothing more.
        return tuple(
            claim
            for n, (tally, claim) in enumerate(closed.items())
            if not n or tally.bounds.is_exact
        )

    def tally(self, selection: Selection, rule: CountingRule) -> Tally:
        """How many there are by the rule; at least, of an office that anyone may have held."""
        if self.knows(selection.who) and self.knows(selection.whom):
            return tally_of(selection, rule, self.frame)
        sure = surely(self.frame, selection, rule) if rule.unit is Unit.EVENT else ()
        return Tally(len(sure), None)

    def knows(self, party: Party | None) -> bool:
        """Whether the record is complete, at some time, for who held the office.

        If it never is, whoever met anyone may have met a holder of it: nothing is told of these but
        how often there was one at least.
        """
        return not isinstance(party, Holder) or bool(self.frame.terms.complete(None, party.office))

    def meant(self, selection: Selection, event: Event) -> Selection:
        """The selection narrowed to the day and place of one event, and to who took part in it."""
        place = city_of(self.frame.names, event.place)
        if place is None and isinstance(event, Visit):
            place = event.country
        window = Window.of(event.when.outer)
        selection = replace(selection, place=place, window=window)
        if isinstance(event, Visit):
            return replace(selection, who=Someone(event.person))
        who, whom = selection.who, selection.whom
        named = {p.person for p in (who, whom) if isinstance(p, Someone)}
        whom = None if whom is None else self.known(whom, event, named)
        return replace(selection, who=self.known(who, event, named), whom=whom)

    def known(self, party: Party, event: Encounter, named: set[PersonId]) -> Party:
        """Who took part as the holder of the office, if that is one and not named besides."""
        if isinstance(party, Someone):
            return party
        there = event.people - named
        there &= set(holders(self.frame.names, party.office, event.when))
        return Someone(min(there)) if len(there) == 1 else party


def is_apart(event: Event) -> bool:
    """Whether the two may have met apart from a group session."""
    return not isinstance(event, Encounter) or event.settings != {Setting.MULTILATERAL}


def rules_of(claim: Claim) -> tuple[CountingRule, ...]:
    """The counting rules that the claim's words admit, in its order."""
    table = counting_rules()
    return tuple(table[rule] for rule in claim.rules)


def _citations(finding: Finding) -> tuple[Citation, ...]:
    rows = [e for e in finding.evidence if e.bearing is Bearing.COUNTS]
    return tuple(c for e in rows for c in e.citations) if len(rows) <= MOST_CITED else ()


def _days_apart(pair: tuple[Event, Event]) -> int:
    before, after = pair
    return after.when.start.possible.first - before.when.start.possible.last
