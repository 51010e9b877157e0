"""The page of one encounter or visit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, islice
from typing import Final

from summitry.desk.facts import LONG_GAP, Facts, is_apart
from summitry.desk.pages.register import Register
from summitry.desk.standing import may_stand
from summitry.lexicon.tables import told
from summitry.model.claims import Claim, FirstSince, SinceEvent, WhichOne
from summitry.model.days import Days
from summitry.model.events import Encounter, Event, EventKind, Mode, Status, Visit
from summitry.model.selection import Holder, Selection, Someone
from summitry.model.when import When, Window
from summitry.reckoning import tally_of
from summitry.telling.addresses import of_pair
from summitry.telling.history import Entry, Fact, event_claim
from summitry.telling.pages.event import EventPage
from summitry.telling.pages.ground import Between

MOST_TOLD: Final = 3
"""How many pairs of those who took part are told of in a sentence."""

MOST_PAIRS: Final = 12
"""How many histories an event's page leads to."""

_REAL: Final = frozenset({Status.HELD, Status.DISPUTED})


def event_page(event: Event, register: Register) -> EventPage:
    """What is told of an event."""
    before, after = neighbours(event, register)
    pairs = sorted(
        register.pairs_of(event),
        key=lambda pair: (
            sum(isinstance(party, Holder) for party in pair),
            -len(register.between[pair]),
            of_pair(*pair).path,
        ),
    )
    return EventPage(
        ground=register.ground,
        entry=entry(event, register),
        ordinals=tuple(ordinals(event, before, register.facts)),
        before=before,
        after=after,
        between=tuple(
            Between(one=one, other=other, events=register.between[one, other])
            for one, other in pairs[:MOST_PAIRS]
        ),
    )


def entry(event: Event, register: Register) -> Entry:
    """An event with the sentences that the record supports of it, of its first few pairs."""
    people = sorted(event.people)
    pairs = combinations(people, 2) if isinstance(event, Encounter) else [(people[0], None)]
    claims = (event_claim(event, register.names, who, whom) for who, whom in pairs)
    facts = register.facts.supported(islice(claims, MOST_TOLD))
    one_day = isinstance(event.when, When)
    return Entry(
        event=event,
        facts=tuple(replace(fact, one_day=one_day) for fact in facts),
        citations=register.citations(event),
    )


def neighbours(event: Event, register: Register) -> tuple[Event | None, Event | None]:
    """The last such event before and the first after: in person of the same two, or there."""
    alike = [one for one in _alike(event, register) if one.status in _REAL or one == event]
    at = next((n for n, one in enumerate(alike) if one == event), None)
    if at is None:
        return None, None
    return (alike[at - 1] if at else None), (alike[at + 1] if at + 1 < len(alike) else None)


def _alike(event: Event, register: Register) -> Iterator[Event]:
    """The events of the same people: encounters in person or else, or visits to the country."""
    for one in register.of_person[min(event.people)]:
        match event, one:
            case Visit(), Visit():
                if one.country == event.country:
                    yield one
            case Encounter(), Encounter():
                in_person = Mode.IN_PERSON in {one.mode, event.mode}
                if one.people == event.people and (one.mode is event.mode or not in_person):
                    yield one
            case _:
                pass


def ordinals(event: Event, before: Event | None, facts: Facts) -> Iterator[Fact]:
    """Which one it was, by each counting rule that gives another number, and after how long."""
    selection = _counted(event)
    if selection is None or event.status is not Status.HELD:
        return
    that = facts.meant(selection, event)
    yield from facts.supported(_positions(event, selection, that, facts))
    if before is None or not is_apart(before) or before.status is not Status.HELD:
        return
    if event.when.start.possible.first - before.when.start.possible.last >= LONG_GAP:
        anchor = SinceEvent(facts.meant(selection, before))
        claim = FirstSince(selection=selection, anchor=anchor, that=that, rules=told("negative"))
        yield from facts.supported([facts.widest(claim)])


def _counted(event: Event) -> Selection | None:
    """What it is counted among: the two's meetings, or the visitor's stays there."""
    if isinstance(event, Visit):
        who = Someone(event.person)
        return Selection(kind=EventKind.VISIT, who=who, place=event.country)
    if len(event.people) != 2 or event.mode is not Mode.IN_PERSON:
        return None
    one, other = sorted(event.people)
    return Selection(who=Someone(one), whom=Someone(other), modes=frozenset({Mode.IN_PERSON}))


def _positions(
    event: Event, selection: Selection, that: Selection, facts: Facts
) -> Iterator[Claim]:
    """The claim that it was the n-th, by the first rule that gives each n."""
    by_now = selection.narrowed(Window.of(Days((0, event.when.outer.last))))
    found: set[int] = set()
    for rule in facts.scope.rules(selection.kind):
        stands = may_stand(selection, rule.standing, facts.frame.names)
        if not stands or not rule.is_meant_for(selection.kind):
            continue
        tally = tally_of(by_now, rule, facts.frame)
        if tally.possibly != tally.surely or tally.surely in {0, *found}:
            continue
        found.add(tally.surely)
        yield WhichOne(selection=selection, position=tally.surely, that=that, rules=(rule.id,))
