"""First since and none since: whether nothing comes between an anchor and an event, or now."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import takewhile
from typing import assert_never

from summitry.model.bounds import Tally
from summitry.model.claims import (
    Anchor,
    FirstSince,
    NoneSince,
    SinceDays,
    SinceEvent,
    SinceLandmark,
    SinceTenure,
)
from summitry.model.days import ANY_DAY, FIRST_DAY, LAST_DAY, Days, after, until
from summitry.model.events import Event
from summitry.model.findings import Correction, Fault, Gap, Lack
from summitry.model.people import OfficeId, PersonId, Tenure
from summitry.model.rules import CountingRule
from summitry.model.truth import Truth
from summitry.reckoning.asked import ask
from summitry.reckoning.extent import supports
from summitry.reckoning.frame import Frame
from summitry.reckoning.gather import Gathered, gather
from summitry.reckoning.groups import starts_before
from summitry.reckoning.nearest import near_miss
from summitry.reckoning.outcome import Outcome


@dataclass(frozen=True, slots=True)
class AnchorDay:
    """The day after which counting starts: its bounds as ordinals, and whether there is one.

    ``rows`` are what it follows from, ``gaps`` what keeps it from being known.
    """

    first: int
    last: int
    exists: Truth = Truth.TRUE
    rows: tuple[Event | Tenure, ...] = ()
    gaps: frozenset[Gap] = frozenset()

    def lacks(self) -> frozenset[Gap]:
        """Why it is open, if it is."""
        if self.exists is Truth.TRUE and self.first == self.last:
            return frozenset()
        return self.gaps


NO_ANCHOR = AnchorDay(FIRST_DAY, LAST_DAY, Truth.FALSE)


def none_since(claim: NoneSince, rule: CountingRule, frame: Frame) -> Outcome:
    """Whether no event comes after the anchor's day."""
    gathered = gather(ask(claim.selection, rule, frame.names), frame)
    anchor = _anchor_day(claim.anchor, rule, frame, None)
    later = [m for m in gathered.matches if _first(m.event) > anchor.last and m.truth is Truth.TRUE]
    maybe = [m.event for m in gathered.matches if _last(m.event) > anchor.first]
    unrecorded = gathered.open & after(anchor.first)
    some_later = Truth.between(
        surely=bool(later), possibly=bool(maybe) or not unrecorded.is_empty()
    )
    truth = ~some_later & anchor.exists
    events = tuple(m.event for m in later)
    refuted = truth is Truth.FALSE
    return Outcome(
        truth=truth,
        tally=Tally(len(events), len(maybe) if unrecorded.is_empty() else None),
        counts=events,
        maybe=tuple(e for e in maybe if e not in events),
        context=(*anchor.rows, *supports(gathered.asked, frame)),
        gaps=_gaps_after(anchor.first, gathered, anchor),
        correction=Correction(Fault.BETWEEN, events=events) if refuted and events else None,
    )


def first_since(claim: FirstSince, rule: CountingRule, frame: Frame) -> Outcome:
    """Whether an event that is meant comes after the anchor's day with none between."""
    gathered = gather(ask(claim.selection, rule, frame.names), frame)
    meant = gather(ask(claim.that, rule, frame.names), frame)
    anchor = _anchor_day(claim.anchor, rule, frame, None)
    own = partial(_anchor_day, claim.anchor, rule, frame)
    steps = list(_steps(claim, anchor, own, gathered, meant))
    surely = any(step.surely() for step in steps)
    possibly = any(step.possibly() for step in steps) or _unrecorded_first(
        claim, anchor, gathered, meant
    )
    truth = Truth.between(surely=surely, possibly=possibly)
    first = tuple(step.event for step in steps if step.surely())
    refuted = truth is Truth.FALSE
    maybe = [step for step in steps if step.possibly()]
    anchors = dict.fromkeys(row for step in maybe or steps for row in step.anchor.rows)
    return Outcome(
        truth=truth,
        tally=Tally(len(first), None),
        counts=first,
        maybe=tuple(step.event for step in maybe),
        context=(*anchors, *supports(gathered.asked, frame)),
        gaps=_first_since_gaps(claim, anchor, gathered, meant, steps)
        if truth is Truth.UNKNOWN
        else frozenset(),
        correction=_correct(claim, meant, steps, rule, frame) if refuted else None,
    )


def _steps(
    claim: FirstSince,
    anchor: AnchorDay,
    own: Callable[[Event], AnchorDay],
    gathered: Gathered,
    meant: Gathered,
) -> Iterator[_Step]:
    """Each event that matches and may be meant, with those that may come after its anchor.

    That is one of its own where it is the last event before.
    """
    later = None if isinstance(claim.anchor, SinceEvent) else _after(anchor, gathered, meant)
    for event in (m.event for m in gathered.matches):
        if meant.truth_of(event).possibly():
            day = anchor if later else own(event)
            yield _Step(event, day, gathered, meant, later or _after(day, gathered, meant))


def _after(anchor: AnchorDay, gathered: Gathered, meant: Gathered) -> _Later:
    maybe = tuple(m.event for m in gathered.matches if _last(m.event) > anchor.first)
    return _Later(
        sure=tuple(event for event in gathered.sure if _first(event) > anchor.last),
        maybe=maybe,
        others=tuple(event for event in maybe if not meant.truth_of(event).surely()),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Later:
    """Events after an anchor, by earliest day.

    ``sure`` surely match and surely come after it, ``maybe`` may do both, and of these ``others``
    aren't surely meant.
    """

    sure: tuple[Event, ...]
    maybe: tuple[Event, ...]
    others: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class _Step:
    """One event that may be the first since its anchor."""

    event: Event
    anchor: AnchorDay
    gathered: Gathered
    meant: Gathered
    later: _Later

    def surely(self) -> bool:
        """It is, or another event that is meant is, in every history."""
        unrecorded = self.gathered.open & after(self.anchor.first) & until(_last(self.event))
        return (
            (self.gathered.truth_of(self.event) & self.meant.truth_of(self.event)).surely()
            and self.anchor.exists.surely()
            and _first(self.event) > self.anchor.last
            and unrecorded.is_empty()
            and next(self._that_may_precede(self.later.others), None) is None
        )

    def possibly(self) -> bool:
        """It is in some history."""
        return (
            self.anchor.exists.possibly()
            and _last(self.event) > self.anchor.first
            and next(self.surely_between(), None) is None
        )

    def surely_between(self) -> Iterator[Event]:
        """The events that surely come after the anchor and before it."""
        return (
            other
            for other in self._that_may_precede(self.later.sure)
            if starts_before(other, self.event).surely()
        )

    def between(self) -> Iterator[Event]:
        """The events that may come after the anchor and before it."""
        return self._that_may_precede(self.later.maybe)

    def _that_may_precede(self, events: tuple[Event, ...]) -> Iterator[Event]:
        last = _last(self.event)
        return (
            other
            for other in takewhile(lambda other: _first(other) <= last, events)
            if other.id != self.event.id and starts_before(other, self.event).possibly()
        )

    def unordered(self) -> tuple[Event, ...]:
        """Those of them of which it is open whether they come before it."""
        return tuple(
            other for other in self.between() if starts_before(other, self.event) is Truth.UNKNOWN
        )


def _unrecorded_first(
    claim: FirstSince, anchor: AnchorDay, gathered: Gathered, meant: Gathered
) -> bool:
    """Whether an event that the record doesn't hold may be the first since the anchor."""
    days = gathered.open & meant.open
    if days.is_empty():
        return False
    if isinstance(claim.anchor, SinceEvent):
        return anchor.exists.possibly()
    days &= after(anchor.first)
    if days.is_empty() or not anchor.exists.possibly():
        return False
    return not any(
        _first(event) > anchor.last and _last(event) < days.first for event in gathered.sure
    )


# --- anchors ---------------------------------------------------------------------------------


def _anchor_day(anchor: Anchor, rule: CountingRule, frame: Frame, event: Event | None) -> AnchorDay:
    """The anchor's day for an event in question; ``event`` None: as of the day."""
    match anchor:
        case SinceDays(window):
            surely, possibly = window.surely, window.possibly
            least = possibly.first if surely.is_empty() else surely.last
            return AnchorDay(least, possibly.last, gaps=frozenset({Gap(Lack.VAGUE)}))
        case SinceLandmark(landmark):
            known = frame.names.landmarks.get(landmark)
            if known is None:
                return AnchorDay(FIRST_DAY, LAST_DAY, Truth.UNKNOWN, gaps=_dated(ANY_DAY))
            start = known.when.start.possible
            return AnchorDay(start.first, start.last, gaps=_dated(start))
        case SinceTenure(person, office):
            return _tenure_day(person, office, frame)
        case SinceEvent(selection):
            return _event_day(gather(ask(selection, rule, frame.names), frame), event)
        case _:
            assert_never(anchor)


def _tenure_day(person: PersonId, office: OfficeId, frame: Frame) -> AnchorDay:
    """The day before the start of the person's latest tenure that starts by the as-of day."""
    past = frame.past
    tenures = [t for t in frame.terms.tenures(person, office) if t.when.start.possible.meets(past)]
    missing = frame.terms.unrecorded(person, office) & past
    possible = [t.when.start.possible & past for t in tenures]
    gaps = {Gap(Lack.DATE, t.id) for t in tenures if t.when.start.possible.only is None}
    if not missing.is_empty():
        possible.append(missing)
        gaps.add(Gap(Lack.TENURE, None, missing))
    if not possible:
        return NO_ANCHOR
    sure = [t.when.start.possible for t in tenures if t.when.start.possible <= past]
    least = max((days.first for days in sure), default=min(days.first for days in possible))
    most = max(days.last for days in possible)
    return AnchorDay(
        least - 1,
        most - 1,
        Truth.between(surely=bool(sure), possibly=True),
        rows=tuple(t for t in tenures if t.when.start.possible.last >= least),
        gaps=frozenset(gaps),
    )


def _event_day(anchors: Gathered, event: Event | None) -> AnchorDay:
    """The start of the last of the events, or the last that comes before the event in question."""
    others = [m for m in anchors.matches if event is None or m.event.id != event.id]
    sure = [
        m.event
        for m in others
        if m.truth is Truth.TRUE and (event is None or starts_before(m.event, event).surely())
    ]
    possible = [
        m.event for m in others if event is None or starts_before(m.event, event).possibly()
    ]
    days = anchors.open if event is None else anchors.open & until(_last(event))
    ends = [_last(e) for e in possible] + ([] if days.is_empty() else [days.last])
    if not ends:
        return NO_ANCHOR
    starts = [_first(e) for e in possible] + ([] if days.is_empty() else [days.first])
    least = max((_first(e) for e in sure), default=min(starts))
    return AnchorDay(
        least,
        max(ends),
        Truth.between(surely=bool(sure), possibly=True),
        rows=tuple(e for e in possible if _last(e) >= least),
        gaps=anchors.gaps | _dated(Days((least, max(ends)))),
    )


# --- gaps and corrections --------------------------------------------------------------------


def _dated(days: Days) -> frozenset[Gap]:
    """That the day to count from may be any of these."""
    return frozenset({Gap(Lack.DATE, None, days)})


def _gaps_after(day: int, gathered: Gathered, *anchors: AnchorDay) -> frozenset[Gap]:
    """What keeps the events after a day from being known, and whether they come after an anchor."""
    later = [m for m in gathered.matches if _last(m.event) > day]
    gaps = {Gap(lack, m.event.id) for m in later for lack in m.lacks}
    unrecorded = gathered.open & after(day)
    if not unrecorded.is_empty():
        gaps.add(Gap(Lack.COVERAGE, None, unrecorded))
    for anchor in anchors:
        gaps |= anchor.lacks()
        gaps |= {
            Gap(Lack.DATE, m.event.id)
            for m in later
            if _first(m.event) <= anchor.last < _last(m.event)
        }
    return frozenset(gaps)


def _first_since_gaps(
    claim: FirstSince, anchor: AnchorDay, gathered: Gathered, meant: Gathered, steps: list[_Step]
) -> frozenset[Gap]:
    # Each event has an anchor of its own where that is the last event before it.
    day = FIRST_DAY - 1 if isinstance(claim.anchor, SinceEvent) else anchor.first
    anchors = [anchor, *(step.anchor for step in steps)]
    gaps = set(_gaps_after(day, gathered, *anchors) | _gaps_after(day, meant))
    for step in steps:
        gaps |= {Gap(Lack.ORDER, other.id) for other in step.unordered()}
    return frozenset(gaps)


def _correct(
    claim: FirstSince, meant: Gathered, steps: list[_Step], rule: CountingRule, frame: Frame
) -> Correction | None:
    between = {e.id: e for step in steps for e in step.surely_between()}
    if between:
        return Correction(Fault.BETWEEN, events=tuple(between.values()))
    return None if meant.sure else near_miss(claim.that, rule, frame)


def _first(event: Event) -> int:
    return event.when.start.possible.first


def _last(event: Event) -> int:
    return event.when.start.possible.last
