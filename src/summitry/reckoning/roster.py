"""Who: which holders of an office had an event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from summitry.model.bounds import Tally
from summitry.model.claims import EachOf, NoneBut, NthOf, Roster, SoMany, Who
from summitry.model.days import ANY_DAY, LAST_DAY, Days
from summitry.model.events import Event
from summitry.model.findings import Correction, Fault, Gap, Lack
from summitry.model.people import PersonId, Tenure
from summitry.model.rules import CountingRule, Standing
from summitry.model.selection import ANY_CAPACITY, Capacity, Party, Selection, Someone
from summitry.model.truth import Truth, every
from summitry.reckoning.asked import ask
from summitry.reckoning.extent import supports
from summitry.reckoning.frame import Frame
from summitry.reckoning.gather import Gathered, gather
from summitry.reckoning.groups import starts_before
from summitry.reckoning.outcome import Outcome


def who(claim: Who, rule: CountingRule, frame: Frame) -> Outcome:
    """Whether the holders of the office who had an event are those that the claim says."""
    roll = _call(claim, rule, frame)
    truth = _truth(claim.roster, roll)
    complete = frame.terms.complete(None, claim.among.office)
    return Outcome(
        truth=truth,
        tally=roll.tally(),
        counts=roll.firsts(Truth.TRUE),
        maybe=(*roll.firsts(Truth.UNKNOWN), *_bearing(claim.roster, roll)),
        context=(*supports(roll.whole.asked, frame), *complete),
        gaps=roll.gaps(),
        correction=_correct(claim.roster, roll) if truth is Truth.FALSE else None,
    )


def who_had(claim: Who, rule: CountingRule, frame: Frame) -> tuple[PersonId, ...]:
    """The holders who surely had an event, by the first that each surely had."""
    roll = _call(claim, rule, frame)
    had = [person for person in roll.had if roll.had_one(person) is Truth.TRUE]
    first = {p: min(map(_last, roll.had[p].sure), default=LAST_DAY) for p in had}
    return tuple(sorted(had, key=lambda p: (first[p], p)))


@dataclass(frozen=True, slots=True)
class Roll:
    """Those on record who may have held the office, in order, with the events that each had.

    ``holds``: whether the person held the office by the as-of day; ``starts``: the bounds of the
    start of their first tenure; ``vague``: the tenures of which the days are not exactly known;
    ``strangers``: the days on which someone not on the roll may have held the office;
    ``unrecorded``: those on which they may have had an event; ``whole``: the events of whoever held
    it.
    """

    had: dict[PersonId, Gathered]
    holds: dict[PersonId, Truth]
    starts: dict[PersonId, Days]
    ends: dict[PersonId, Days]
    vague: tuple[Tenure, ...]
    strangers: Days
    unrecorded: Days
    whole: Gathered

    def exists(self, person: PersonId) -> Truth:
        """Whether the person, if a holder, had an event."""
        return self.had[person].exists()

    def had_one(self, person: PersonId) -> Truth:
        """Whether the person is a holder who had an event."""
        return self.holds[person] & self.exists(person)

    def tally(self) -> Tally:
        """How many holders had an event."""
        truths = list(map(self.had_one, self.had))
        surely = sum(truth.surely() for truth in truths)
        possibly = sum(truth.possibly() for truth in truths)
        return Tally(surely, possibly if self.unrecorded.is_empty() else None)

    def firsts(self, holds: Truth) -> tuple[Event, ...]:
        """The first sure event of each who surely (or perhaps) held the office, by earliest day."""
        firsts = _distinct(
            e for p, had in self.had.items() if self.holds[p] is holds for e in had.sure[:1]
        )
        return tuple(sorted(firsts, key=lambda e: (e.when.start.possible.first, e.id)))

    def gaps(self) -> frozenset[Gap]:
        """What keeps the roll from being known."""
        gaps = {gap for had in self.had.values() for gap in had.gaps}
        gaps |= {Gap(Lack.DATE, tenure.id) for tenure in self.vague}
        if not self.strangers.is_empty():
            gaps.add(Gap(Lack.TENURE, None, self.strangers))
        return frozenset(gaps)


def _call(claim: Who, rule: CountingRule, frame: Frame) -> Roll:
    office, terms = claim.among.office, frame.terms
    whole = gather(ask(claim.selection, rule, frame.names), frame)
    strangers = terms.unrecorded(None, office) & frame.past
    people = _people(claim, whole, frame)
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
        vague=tuple(
            t for p in people for t in terms.tenures(p, office) if t.when.core != t.when.outer
        ),
        strangers=strangers,
        unrecorded=_unrecorded(whole.open & strangers, strangers, rule),
        whole=whole,
    )


def _people(claim: Who, whole: Gathered, frame: Frame) -> list[PersonId]:
    """Those on record who may have held the office and bear on the claim.

    They are those with a tenure of it on record, those that the claim names, and those with an
    event of the kind while they may have held it. Of the rest each is as good as a stranger.
    """
    office = claim.among.office
    bearing = {tenure.person for tenure in frame.names.tenures if tenure.office == office}
    bearing |= _named(claim.roster)
    bearing |= {person for m in whole.matches for person in m.event.people}
    holding = frame.terms.holding
    return [
        person
        for person in frame.names.people
        if person in bearing and holding(person, {office}).possibly.meets(frame.past)
    ]


def _bearing(roster: Roster, roll: Roll) -> tuple[Event, ...]:
    """The events that may count: of an order those that may come by the first of the one named."""
    maybe = tuple(event for had in roll.had.values() for event in had.maybe)
    own = roll.had.get(roster.person) if isinstance(roster, NthOf) else None
    by = () if own is None else _by(own)
    return tuple(e for e in maybe if all(e.when.start.possible.first <= last for last in by))


def _named(roster: Roster) -> frozenset[PersonId]:
    match roster:
        case EachOf(since, until, but):
            return but | {person for person in (since, until) if person is not None}
        case NoneBut(people):
            return people
        case NthOf(person):
            return frozenset({person})
        case SoMany():
            return frozenset()
        case _:
            assert_never(roster)


def _unrecorded(in_office: Days, strangers: Days, rule: CountingRule) -> Days:
    """The days on which a stranger to the roll may have had an event: in office, or on any day."""
    anyone = rule.standing is Standing.ANY and not strangers.is_empty()
    return ANY_DAY if anyone else in_office


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
        case NthOf(person, position):
            return _nth_of(person, position, roll)
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
    truth = Truth.TRUE if roll.unrecorded.is_empty() else Truth.UNKNOWN
    if not people <= roll.had.keys():
        truth &= Truth.FALSE if roll.strangers.is_empty() else Truth.UNKNOWN
    for person in roll.had:
        had = roll.had_one(person)
        truth &= had if person in people else ~had
    return truth


def _nth_of(person: PersonId, position: int, roll: Roll) -> Truth:
    """Whether so many others, less one, had an event before the person's first."""
    if person not in roll.had:
        return Truth.FALSE if roll.strangers.is_empty() else Truth.UNKNOWN
    own, others = roll.had[person], [p for p in roll.had if p != person]
    known = roll.unrecorded.is_empty() or all(last < roll.unrecorded.first for last in _by(own))
    before = [p for p in others if _surely_before(p, own, roll)]
    after = [p for p in others if _surely_after(p, own, roll)]
    ranked = len(before) + len(after) == len(others) and len(before) == position - 1
    surely = bool(own.sure) and known and ranked
    possibly = any(
        least < position <= (position if most is None else most + 1)
        for least, most in _ranks(own, others, roll)
    )
    return roll.holds[person] & Truth.between(surely=surely, possibly=possibly)


def _by(own: Gathered) -> tuple[int, ...]:
    """The day by which somebody surely had an event, if they surely had one."""
    return tuple(sorted(map(_last, own.sure))[:1])


def _surely_before(person: PersonId, own: Gathered, roll: Roll) -> bool:
    """Whether the person surely had an event before any that may be the other's own."""
    return roll.holds[person].surely() and any(
        all(starts_before(event, m.event).surely() for m in own.matches)
        and (own.open.is_empty() or _last(event) < own.open.first)
        for event in roll.had[person].sure
    )


def _surely_after(person: PersonId, own: Gathered, roll: Roll) -> bool:
    """Whether the other surely had an event of their own before any that the person may have."""
    had = roll.had[person]
    return any(
        all(starts_before(event, m.event).surely() for m in had.matches)
        and (had.open.is_empty() or _last(event) < had.open.first)
        for event in own.sure
    )


def _ranks(
    own: Gathered, others: Iterable[PersonId], roll: Roll
) -> Iterator[tuple[int, int | None]]:
    """The bounds of how many had one before, for each event that may be somebody's own first."""
    others = list(others)
    for found in own.matches:
        event = found.event
        if any(starts_before(sure, event).surely() for sure in own.sure):
            continue
        least = sum(
            roll.holds[p].surely() and any(not _may_precede(event, e) for e in roll.had[p].sure)
            for p in others
        )
        may = (
            any(_may_precede(m.event, event) for m in roll.had[p].matches)
            or _opens_by(roll.had[p].open, _last(event))
            for p in others
        )
        yield least, None if _opens_by(roll.unrecorded, _last(event)) else sum(may)
    latest = min((*_by(own), LAST_DAY))
    if _opens_by(own.open, latest):
        least = sum(
            roll.holds[p].surely() and any(_last(e) < own.open.first for e in roll.had[p].sure)
            for p in others
        )
        may = (
            any(m.event.when.start.possible.first <= latest for m in roll.had[p].matches)
            or _opens_by(roll.had[p].open, latest)
            for p in others
        )
        yield least, None if _opens_by(roll.unrecorded, latest) else sum(may)


def _opens_by(days: Days, last: int) -> bool:
    """Whether one of the days is at or before the last."""
    return not days.is_empty() and days.first <= last


def _may_precede(one: Event, other: Event) -> bool:
    """Whether an event may come before another, which it may be itself."""
    return one.id != other.id and starts_before(one, other).possibly()


def _last(event: Event) -> int:
    return event.when.start.possible.last


def _correct(roster: Roster, roll: Roll) -> Correction:
    had = [p for p in roll.had if roll.had_one(p) is Truth.TRUE]
    match roster:
        case EachOf():
            people = tuple(p for p in roll.had if _is_misfit(p, roster, roll))
            events = _distinct(e for p in people for e in roll.had[p].sure[:1])
            return Correction(Fault.PERSON, events=events, people=people)
        case NthOf(_, position):
            ranked = sorted(had, key=lambda p: min(map(_last, roll.had[p].sure)))
            one = tuple(ranked[position - 1 : position])
            if position > 1:
                one = tuple(p for p in one if _nth_of(p, position, roll) is Truth.TRUE)
            return Correction(
                Fault.PERSON,
                events=tuple(e for p in one for e in roll.had[p].sure[:1]),
                people=one,
            )
        case NoneBut(named):
            maybe = (p for p in roll.had if p in named and roll.had_one(p) is Truth.UNKNOWN)
            return Correction(Fault.PERSON, people=(*had, *maybe), number=roll.tally())
        case SoMany():
            return Correction(Fault.PERSON, people=tuple(had), number=roll.tally())
        case _:
            assert_never(roster)


def _is_misfit(person: PersonId, roster: EachOf, roll: Roll) -> bool:
    """Whether the person is one of those meant, and the roster surely says the wrong thing."""
    known = {roster.since, roster.until} - {None} <= roll.had.keys()
    wrong = Truth.of(person in roster.but)
    return known and _in_range(person, roster, roll).surely() and roll.exists(person) is wrong


def _distinct(events: Iterable[Event]) -> tuple[Event, ...]:
    return tuple({event.id: event for event in events}.values())
