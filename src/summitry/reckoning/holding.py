"""Held: whether a person held an office in a span, on a day, from then to then."""

from __future__ import annotations

from itertools import pairwise
from typing import assert_never

from summitry.model.claims import Elected, Held, SomeDay, Spell, Throughout
from summitry.model.days import FIRST_DAY, LAST_DAY, NO_DAY, Days
from summitry.model.findings import Correction, Fault, Gap, Lack
from summitry.model.people import Tenure
from summitry.model.rules import CountingRule
from summitry.model.truth import Truth, some
from summitry.model.when import When, Window
from summitry.reckoning.frame import Frame
from summitry.reckoning.outcome import Outcome


def held(claim: Held, _rule: CountingRule, frame: Frame) -> Outcome:
    """Whether the person held the office as the claim says."""
    every_tenure = frame.terms.tenures(claim.person, claim.office)
    tenures = tuple(t for t in every_tenure if claim.acting is None or t.acting is claim.acting)
    missing = frame.terms.unrecorded(claim.person, claim.office)
    truth = _truth(claim, tenures, missing)
    refuted = truth is Truth.FALSE
    return Outcome(
        truth=truth,
        context=tenures if truth is Truth.TRUE else every_tenure,
        gaps=_gaps(tenures, missing),
        correction=Correction(Fault.TERM, tenures=every_tenure) if refuted else None,
    )


def _gaps(tenures: tuple[Tenure, ...], missing: Days) -> frozenset[Gap]:
    vague = [t for t in tenures if t.when.core != t.when.outer]
    gaps = {Gap(Lack.VAGUE), *(Gap(Lack.DATE, t.id) for t in vague)}
    if not missing.is_empty():
        gaps.add(Gap(Lack.TENURE, None, missing))
    return frozenset(gaps)


def _truth(claim: Held, tenures: tuple[Tenure, ...], missing: Days) -> Truth:
    match claim.time:
        case SomeDay(window):
            known = some(window.holds(t.when) for t in tenures)
            return known | Truth.between(surely=False, possibly=missing.meets(window.possibly))
        case Throughout(window):
            return _throughout(window, tenures, missing)
        case Spell(began, ended):
            return _spell(began, ended, tenures, missing)
        case Elected(window):
            days = [day for t in tenures for day in t.elected]
            known = some(window.holds(day) for day in days)
            return known | Truth.between(surely=False, possibly=missing.meets(window.possibly))
        case _:
            assert_never(claim.time)


def _throughout(window: Window, tenures: tuple[Tenure, ...], missing: Days) -> Truth:
    core, outer = NO_DAY, missing
    for tenure in tenures:
        core |= tenure.when.core
        outer |= tenure.when.outer
    return Truth.between(surely=window.possibly <= core, possibly=window.surely <= outer)


def _spell(
    began: Window | None, ended: Window | None, tenures: tuple[Tenure, ...], missing: Days
) -> Truth:
    found = some(_chain(run, began, ended, tenures, missing) for run in _runs(tenures))
    if found is Truth.TRUE or missing.is_empty():
        return found
    shut = any(
        window is not None
        and not missing.meets(_widened(window.possibly))
        and not any(_end(t, start=window is began).meets(window.possibly) for t in tenures)
        for window in (began, ended)
    )
    return found | Truth.between(surely=False, possibly=not shut)


def _runs(tenures: tuple[Tenure, ...]) -> list[tuple[Tenure, ...]]:
    """Every run of tenures that follow one another."""
    count = len(tenures)
    return [tenures[i:j] for i in range(count) for j in range(i + 1, count + 1)]


def _chain(
    run: tuple[Tenure, ...],
    began: Window | None,
    ended: Window | None,
    tenures: tuple[Tenure, ...],
    missing: Days,
) -> Truth:
    """Whether the run is one unbroken time, as long as it was, between the two windows."""
    first, last = tenures.index(run[0]), tenures.index(run[-1])
    truth = Truth.TRUE
    for one, other in pairwise(run):
        truth &= _joins(one, other)
    if first > 0:
        truth &= ~_joins(tenures[first - 1], run[0])
    if last + 1 < len(tenures):
        truth &= ~_joins(run[-1], tenures[last + 1])
    if began is not None:
        truth &= began.holds(run[0].when.start)
    end = _final(run)
    if ended is not None:
        truth &= Truth.FALSE if end is None else ended.holds(end)
    beside = _widened(_hull(run)) - _hull(run)
    return truth & (Truth.UNKNOWN if missing.meets(beside) and truth.possibly() else Truth.TRUE)


def _joins(one: Tenure, other: Tenure) -> Truth:
    """Whether the second follows the first without a day between."""
    start = other.when.start.possible
    if one.when.end is None:
        return Truth.TRUE
    end = one.when.end.possible
    return Truth.between(surely=start.last <= end.first + 1, possibly=start.first <= end.last + 1)


def _final(run: tuple[Tenure, ...]) -> When | None:
    """The end of the last tenure; None where it goes on."""
    return run[-1].when.end


def _end(tenure: Tenure, *, start: bool) -> Days:
    if start:
        return tenure.when.start.possible
    return NO_DAY if tenure.when.end is None else tenure.when.end.possible


def _hull(run: tuple[Tenure, ...]) -> Days:
    days = NO_DAY
    for tenure in run:
        days |= tenure.when.outer
    return Days((days.first, days.last))


def _widened(days: Days) -> Days:
    """The days with one more on either side of each span."""
    return Days(
        *((max(first - 1, FIRST_DAY), min(last + 1, LAST_DAY)) for first, last in days.spans)
    )
