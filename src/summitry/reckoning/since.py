"""First since and none since: whether nothing comes between an anchor and an event, or now."""

from __future__ import annotations

from dataclasses import dataclass
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
from summitry.model.days import FIRST_DAY, LAST_DAY, NO_DAY, Days, after, until
from summitry.model.events import Event
from summitry.model.findings import Correction, Fault, Gap, Lack
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

    ``gaps`` are what keeps it from being known.
    """

    first: int
    last: int
    exists: Truth = Truth.TRUE
    gaps: frozenset[Gap] = frozenset()


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
        context=supports(gathered.asked, frame),
        gaps=_gaps(gathered, anchor, unrecorded),
        correction=Correction(Fault.BETWEEN, events=events) if refuted else None,
    )


def first_since(claim: FirstSince, rule: CountingRule, frame: Frame) -> Outcome:
    """Whether an event that is meant comes after the anchor's day with none between."""
    gathered = gather(ask(claim.selection, rule, frame.names), frame)
    meant = gather(ask(claim.that, rule, frame.names), frame)
    steps = [
        _Step(event, _anchor_day(claim.anchor, rule, frame, event), gathered, meant)
        for event in (m.event for m in gathered.matches)
        if meant.truth_of(event).possibly()
    ]
    surely = any(step.surely() for step in steps)
    possibly = any(step.possibly() for step in steps) or _unrecorded_first(
        claim, rule, frame, gathered, meant
    )
    truth = Truth.between(surely=surely, possibly=possibly)
    first = tuple(step.event for step in steps if step.surely())
    refuted = truth is Truth.FALSE
    return Outcome(
        truth=truth,
        tally=Tally(len(first), None),
        counts=first,
        maybe=tuple(s.event for s in steps if s.possibly() and s.event not in first),
        context=supports(gathered.asked, frame),
        gaps=_first_since_gaps(gathered, meant, steps),
        correction=_correct(claim, steps, rule, frame) if refuted else None,
    )


@dataclass(frozen=True, slots=True)
class _Step:
    """One event that may be the first since its anchor."""

    event: Event
    anchor: AnchorDay
    gathered: Gathered
    meant: Gathered

    def surely(self) -> bool:
        """It is, or another event that is meant is, in every history."""
        unrecorded = self.gathered.open & after(self.anchor.first) & until(_last(self.event))
        return (
            (self.gathered.truth_of(self.event) & self.meant.truth_of(self.event)).surely()
            and self.anchor.exists.surely()
            and _first(self.event) > self.anchor.last
            and unrecorded.is_empty()
            and all(self.meant.truth_of(other).surely() for other in self.between())
        )

    def possibly(self) -> bool:
        """It is in some history."""
        return (
            self.anchor.exists.possibly()
            and _last(self.event) > self.anchor.first
            and not self.surely_between()
        )

    def surely_between(self) -> tuple[Event, ...]:
        """The events that surely come after the anchor and before it."""
        return tuple(
            other
            for other in self.gathered.sure
            if other.id != self.event.id
            and _first(other) > self.anchor.last
            and starts_before(other, self.event).surely()
        )

    def between(self) -> tuple[Event, ...]:
        """The events that may come after the anchor and before it."""
        return tuple(
            other
            for other in (m.event for m in self.gathered.matches)
            if other.id != self.event.id
            and _last(other) > self.anchor.first
            and starts_before(other, self.event).possibly()
        )


def _unrecorded_first(
    claim: FirstSince,
    rule: CountingRule,
    frame: Frame,
    gathered: Gathered,
    meant: Gathered,
) -> bool:
    """Whether an event that the record doesn't hold may be the first since the anchor."""
    days = gathered.open & meant.open
    if days.is_empty():
        return False
    anchor = _anchor_day(claim.anchor, rule, frame, None)
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
            return AnchorDay(least, possibly.last)
        case SinceLandmark(landmark):
            known = frame.names.landmarks.get(landmark)
            if known is None:
                return NO_ANCHOR
            start = known.when.start.possible
            return AnchorDay(start.first, start.last)
        case SinceTenure(person, office):
            return _tenure_day(person, office, frame)
        case SinceEvent(selection):
            return _event_day(gather(ask(selection, rule, frame.names), frame), event)
        case _:
            assert_never(anchor)


def _tenure_day(person: str, office: str, frame: Frame) -> AnchorDay:
    """The day before the start of the person's latest tenure that starts by the as-of day."""
    past = frame.past
    starts = [t.when.start.possible for t in frame.terms.tenures(person, office)]
    sure = [days for days in starts if days <= past]
    possible = [days & past for days in starts if days.meets(past)]
    missing = frame.terms.unrecorded(person, office) & past
    if not missing.is_empty():
        possible.append(missing)
    if not possible:
        return NO_ANCHOR
    least = max((days.first for days in sure), default=min(days.first for days in possible))
    most = max(days.last for days in possible)
    return AnchorDay(least - 1, most - 1, Truth.between(surely=bool(sure), possibly=True))


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
    exists = Truth.between(surely=bool(sure), possibly=True)
    return AnchorDay(least, max(ends), exists, anchors.gaps)


# --- gaps and corrections --------------------------------------------------------------------


def _gaps(gathered: Gathered, anchor: AnchorDay, unrecorded: Days) -> frozenset[Gap]:
    gaps = {gap for gap in gathered.gaps if gap.lack is not Lack.COVERAGE}
    if anchor.exists is Truth.UNKNOWN or anchor.first < anchor.last:
        gaps |= anchor.gaps
    if not unrecorded.is_empty():
        gaps.add(Gap(Lack.COVERAGE, None, unrecorded))
    if anchor.exists is Truth.UNKNOWN or anchor.first < anchor.last:
        gaps.add(Gap(Lack.DATE, None, Days((anchor.first, anchor.last))))
    gaps |= {
        Gap(Lack.DATE, e.id)
        for e in (m.event for m in gathered.matches)
        if _first(e) <= anchor.last < _last(e)
    }
    return frozenset(gaps)


def _first_since_gaps(gathered: Gathered, meant: Gathered, steps: list[_Step]) -> frozenset[Gap]:
    gaps = set(gathered.gaps | meant.gaps)
    for step in steps:
        gaps |= _gaps(gathered, step.anchor, NO_DAY)
        gaps |= {Gap(Lack.ORDER, other.id) for other in step.between()}
    return frozenset(gaps)


def _correct(
    claim: FirstSince, steps: list[_Step], rule: CountingRule, frame: Frame
) -> Correction | None:
    between = {e.id: e for step in steps for e in step.surely_between()}
    if between:
        return Correction(Fault.BETWEEN, events=tuple(between.values()))
    return near_miss(claim.that, rule, frame)


def _first(event: Event) -> int:
    return event.when.start.possible.first


def _last(event: Event) -> int:
    return event.when.start.possible.last
