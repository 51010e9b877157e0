"""Who: which holders of an office had an event."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import assert_never

from summitry.model.bounds import Tally
from summitry.model.claims import EachOf, FirstOf, NoneBut, Roster, SoMany, Who
from summitry.model.days import LAST_DAY, Days
from summitry.model.events import Event
from summitry.model.findings import Correction, Fault, Gap, Lack
from summitry.model.people import PersonId
from summitry.model.rules import CountingRule, Standing
from summitry.model.selection import ANY_CAPACITY, Capacity, Party, Selection, Someone
from summitry.model.truth import Truth, every
from summitry.reckoning.asked import ask
from summitry.reckoning.extent import supports
from summitry.reckoning.frame import Frame
from summitry.reckoning.gather import Gathered, gather
from summitry.reckoning.outcome import Outcome


def who(claim: Who, rule: CountingRule, frame: Frame) -> Outcome:
    """Whether the holders of the office who had an event are those that the claim says."""
    roll = _call(claim, rule, frame)
    truth = _truth(claim.roster, roll)
    firsts = roll.firsts()
    return Outcome(
        truth=truth,
        tally=roll.tally(),
        counts=firsts,
        maybe=tuple(e for had in roll.had.values() for e in had.maybe if e not in firsts),
        context=supports(roll.whole.asked, frame),
        gaps=roll.gaps(),
        correction=_correct(claim.roster, roll) if truth is Truth.FALSE else None,
    )


@dataclass(frozen=True, slots=True)
class Roll:
    """Everyone on record who held the office, in order, with the events that each had.

    ``holds``: whether the person held the office by the as-of day; ``starts``: the bounds of the
    start of their first tenure; ``strangers``: the days on which someone not on record may have
    held the office; ``whole``: the events of whoever held it.
    """

    had: dict[PersonId, Gathered]
    holds: dict[PersonId, Truth]
    starts: dict[PersonId, Days]
    ends: dict[PersonId, Days]
    strangers: Days
    unrecorded_event: bool
    whole: Gathered

    def exists(self, person: PersonId) -> Truth:
        """Whether the person, if a holder, had an event."""
        return self.had[person].exists()

    def tally(self) -> Tally:
        """How many holders had an event."""
        truths = [self.holds[p] & self.exists(p) for p in self.had]
        surely = sum(truth.surely() for truth in truths)
        possibly = sum(truth.possibly() for truth in truths)
        return Tally(surely, None if self.unrecorded_event else possibly)

    def firsts(self) -> tuple[Event, ...]:
        """The first sure event of each, by earliest day: what shows that they had one."""
        firsts = _distinct(e for had in self.had.values() for e in had.sure[:1])
        return tuple(sorted(firsts, key=lambda e: (e.when.start.possible.first, e.id)))

    def gaps(self) -> frozenset[Gap]:
        """What keeps the roll from being known."""
        gaps = {gap for had in self.had.values() for gap in had.gaps}
        if not self.strangers.is_empty():
            gaps.add(Gap(Lack.TENURE, None, self.strangers))
        return frozenset(gaps)


def _call(claim: Who, rule: CountingRule, frame: Frame) -> Roll:
    office, terms = claim.among.office, frame.terms
    people = {
        person: days
        for person in frame.names.people
        if not (days := terms.holding(person, {office}).possibly & frame.past).is_empty()
    }
    whole = gather(ask(claim.selection, rule, frame.names), frame)
    strangers = terms.unrecorded(None, office) & frame.past
    anyone = rule.standing is Standing.ANY
    return Roll(
        had={p: gather(ask(_put(claim, p, rule), rule, frame.names), frame) for p in people},
        holds={
            p: Truth.between(
                surely=terms.holding(p, {office}).surely.meets(frame.past), possibly=True
            )
            for p in people
        },
        starts={p: _first_start(p, office, frame) for p in people},
        ends={p: _last_start(p, office, frame) for p in people},
        strangers=strangers,
        unrecorded_event=(not strangers.is_empty())
        if anyone
        else whole.open.meets(terms.unrecorded(None, office)),
        whole=whole,
    )


def _put(claim: Who, person: PersonId, rule: CountingRule) -> Selection:
    """The selection with the person in the office's stead, in its capacity unless any will do."""
    offices = frozenset({claim.among.office})
    capacity = ANY_CAPACITY if rule.standing is Standing.ANY else Capacity(offices)
    party: Party = Someone(person, capacity)
    if claim.selection.who == claim.among:
        return replace(claim.selection, who=party)
    return replace(claim.selection, whom=party)


def _first_start(person: PersonId, office: str, frame: Frame) -> Days:
    """The days on which the person's first tenure may have started."""
    starts = [t.when.start.possible for t in frame.terms.tenures(person, office)]
    missing = frame.terms.unrecorded(person, office)
    latest = min(
        (days.last for days in starts), default=missing.last if not missing.is_empty() else LAST_DAY
    )
    hull = Days(*(span for days in starts for span in days.spans)) | missing
    return hull & Days((hull.first, latest))


def _last_start(person: PersonId, office: str, frame: Frame) -> Days:
    """The days on which the person's last tenure up to the as-of day may have started."""
    starts = [t.when.start.possible for t in frame.terms.tenures(person, office)]
    missing = frame.terms.unrecorded(person, office)
    hull = (Days(*(span for days in starts for span in days.spans)) | missing) & frame.past
    sure = [days.first for days in starts if days <= frame.past]
    return hull & Days((max(sure, default=hull.first), hull.last))


# --- rosters ---------------------------------------------------------------------------------


def _truth(roster: Roster, roll: Roll) -> Truth:
    match roster:
        case EachOf():
            return _each_of(roster, roll)
        case NoneBut(people):
            return _none_but(people, roll)
        case FirstOf(person):
            return _first_of(person, roll)
        case SoMany(number):
            return roll.tally().bounds.within(number)
        case _:
            assert_never(roster)


def _in_range(person: PersonId, roster: EachOf, roll: Roll) -> Truth:
    """Whether the person's first tenure starts within the range."""
    truth = roll.holds[person]
    if roster.since is not None:
        truth &= _not_after(
            roll.starts[roster.since], roll.starts[person], same=roster.since == person
        )
    if roster.until is not None:
        truth &= _not_after(
            roll.starts[person], roll.ends[roster.until], same=roster.until == person
        )
    return truth


def _not_after(one: Days, other: Days, *, same: bool) -> Truth:
    if same:
        return Truth.TRUE
    return Truth.between(surely=one.last <= other.first, possibly=one.first <= other.last)


def _each_of(roster: EachOf, roll: Roll) -> Truth:
    named = {roster.since, roster.until} - {None} | roster.but
    if not named <= roll.had.keys():
        return Truth.FALSE if roll.strangers.is_empty() else Truth.UNKNOWN
    inside = {p: _in_range(p, roster, roll) for p in roll.had}
    truth = every(inside[p] for p in named if p is not None)
    for person, within in inside.items():
        had = roll.exists(person)
        truth &= ~within | (~had if person in roster.but else had)
    first = roll.starts[roster.since].first if roster.since is not None else None
    return truth & _complete(roll, first)


def _complete(roll: Roll, first: int | None) -> Truth:
    """Whether the roll surely has everyone from a day on."""
    days = roll.strangers if first is None else roll.strangers & Days((first, LAST_DAY))
    return Truth.TRUE if days.is_empty() else Truth.UNKNOWN


def _none_but(people: frozenset[PersonId], roll: Roll) -> Truth:
    truth = Truth.UNKNOWN if roll.unrecorded_event else Truth.TRUE
    if not people <= roll.had.keys():
        truth &= Truth.FALSE if roll.strangers.is_empty() else Truth.UNKNOWN
    for person in roll.had:
        had = roll.holds[person] & roll.exists(person)
        truth &= had if person in people else ~had
    return truth


def _first_of(person: PersonId, roll: Roll) -> Truth:
    if person not in roll.had:
        return Truth.FALSE if roll.strangers.is_empty() else Truth.UNKNOWN
    own, others = roll.had[person], [p for p in roll.had if p != person]
    surely_before = _latest_first(own)
    rivals = [day for other in others if (day := _earliest_possible(roll.had[other])) is not None]
    unrecorded = roll.whole.open & roll.strangers
    if roll.unrecorded_event:
        rivals.append(unrecorded.first if not unrecorded.is_empty() else 0)
    surely = (
        roll.holds[person].surely()
        and surely_before is not None
        and all(surely_before < day for day in rivals)
    )
    earliest = _earliest_possible(own)
    beaten = [
        day
        for other in others
        if roll.holds[other].surely() and (day := _latest_first(roll.had[other])) is not None
    ]
    possibly = earliest is not None and all(earliest <= day for day in beaten)
    return Truth.between(surely=surely, possibly=possibly)


def _latest_first(had: Gathered) -> int | None:
    """The latest day on which the first event may start; None if there may be none."""
    return min((e.when.start.possible.last for e in had.sure), default=None)


def _earliest_possible(had: Gathered) -> int | None:
    """The earliest day on which an event may start; None if there can be none."""
    days = [m.event.when.start.possible.first for m in had.matches]
    if not had.open.is_empty():
        days.append(had.open.first)
    return min(days, default=None)


def _correct(roster: Roster, roll: Roll) -> Correction:
    had = [p for p in roll.had if (roll.holds[p] & roll.exists(p)) is Truth.TRUE]
    match roster:
        case EachOf():
            people = tuple(
                p
                for p in roll.had
                if _named_in_range(p, roster, roll) and (p in had) == (p in roster.but)
            )
            events = _distinct(e for p in people for e in roll.had[p].sure[:1])
            return Correction(Fault.PERSON, events=events, people=people)
        case FirstOf():
            ranked = sorted(had, key=lambda p: _latest_first(roll.had[p]) or LAST_DAY)
            first = tuple(ranked[:1])
            return Correction(
                Fault.PERSON,
                events=tuple(e for p in first for e in roll.had[p].sure[:1]),
                people=first,
            )
        case NoneBut() | SoMany():
            return Correction(Fault.PERSON, people=tuple(had), number=roll.tally())
        case _:
            assert_never(roster)


def _named_in_range(person: PersonId, roster: EachOf, roll: Roll) -> bool:
    known = {roster.since, roster.until} - {None} <= roll.had.keys()
    return known and _in_range(person, roster, roll).surely()


def _distinct(events: Iterable[Event]) -> tuple[Event, ...]:
    return tuple({event.id: event for event in events}.values())
