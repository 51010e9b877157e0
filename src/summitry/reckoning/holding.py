"""Held: whether a person held an office in a span, on a day, from then to then."""

from __future__ import annotations

from itertools import combinations
from typing import assert_never

from summitry.model.claims import Elected, Held, SomeDay, Spell, Throughout, TimeInOffice
from summitry.model.days import ANY_DAY, FIRST_DAY, LAST_DAY, NO_DAY, Days
from summitry.model.findings import Correction, Fault, Gap, Lack
from summitry.model.people import Tenure
from summitry.model.rules import CountingRule
from summitry.model.truth import Truth, every, some
from summitry.model.when import When, Window
from summitry.reckoning.frame import Frame
from summitry.reckoning.outcome import Outcome


def held(claim: Held, _rule: CountingRule, frame: Frame) -> Outcome:
    """Whether the person held the office as the claim says."""
    every_tenure = frame.terms.tenures(claim.person, claim.office)
    tenures = tuple(t for t in every_tenure if claim.acting is None or t.acting is claim.acting)
    missing = frame.terms.unrecorded(claim.person, claim.office)
    truth = _truth(claim, tenures, missing)
    match truth:
        case Truth.TRUE:
            return Outcome(truth=truth, context=_shown(claim.time, tenures, missing))
        case Truth.FALSE:
            complete = frame.terms.complete(claim.person, claim.office)
            return Outcome(
                truth=truth,
                context=(*every_tenure, *complete),
                correction=Correction(Fault.TERM, tenures=every_tenure),
            )
        case Truth.UNKNOWN:
            gaps = _gaps(claim.time, tenures, missing)
            return Outcome(truth=truth, context=every_tenure, gaps=gaps)
        case _:
            assert_never(truth)


def _shown(time: TimeInOffice, tenures: tuple[Tenure, ...], missing: Days) -> tuple[Tenure, ...]:
    """The tenures that show that the claim is true."""
    match time:
        case SomeDay(window) | Throughout(window):
            return tuple(t for t in tenures if window.holds(t.when).possibly())
        case Elected(window):
            return tuple(t for t in tenures if some(map(window.holds, t.elected)).possibly())
        case Spell(began, ended):
            runs = _runs(tenures)
            return next(run for run in runs if _chain(run, began, ended, tenures, missing).surely())
        case _:
            assert_never(time)


def _gaps(time: TimeInOffice, tenures: tuple[Tenure, ...], missing: Days) -> frozenset[Gap]:
    match time:
        case Spell(began, ended):
            windows = [window for window in (began, ended) if window is not None]
            days = ANY_DAY
        case SomeDay(window) | Throughout(window) | Elected(window):
            windows = [window]
            days = window.possibly
        case _:
            assert_never(time)
    vague = [t for t in tenures if _vague_days(t, time).meets(days)]
    gaps = {Gap(Lack.DATE, t.id) for t in vague}
    if not all(window.is_exact for window in windows):
        gaps.add(Gap(Lack.VAGUE))
    if missing.meets(days):
        gaps.add(Gap(Lack.TENURE, None, missing & days))
    return frozenset(gaps)


def _vague_days(tenure: Tenure, time: TimeInOffice) -> Days:
    """The days of which it is not known whether they are the tenure's, or its elections'."""
    if not isinstance(time, Elected):
        return tenure.when.outer - tenure.when.core
    vague = (day.possible for day in tenure.elected if day.possible.only is None)
    return Days(*(span for days in vague for span in days.spans))


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
    starts = [t.when.start.possible for t in tenures]
    ends = [t.when.end.possible for t in tenures if t.when.end is not None]
    shut = any(
        window is not None
        and not missing.meets(_widened(window.possibly))
        and not any(days.meets(window.possibly) for days in edges)
        for window, edges in ((began, starts), (ended, ends))
    )
    return found | Truth.between(surely=False, possibly=not shut)


def _runs(tenures: tuple[Tenure, ...]) -> list[tuple[Tenure, ...]]:
    """Every choice of tenures that may make one unbroken time, each by earliest day."""
    return [run for n in range(1, len(tenures) + 1) for run in combinations(tenures, n)]


def _chain(
    run: tuple[Tenure, ...],
    began: Window | None,
    ended: Window | None,
    tenures: tuple[Tenure, ...],
    missing: Days,
) -> Truth:
    """Whether the run is one unbroken time, as long as it was, between the two windows."""
    truth = every(_joins(run[:i], run[i]) for i in range(1, len(run)))
    truth &= every(~_joins(run, other) for other in tenures if other not in run)
    truth &= _fits(run, began, ended)
    beside = _widened(_hull(run)) - _hull(run)
    return truth & (Truth.UNKNOWN if missing.meets(beside) else Truth.TRUE)


def _fits(run: tuple[Tenure, ...], began: Window | None, ended: Window | None) -> Truth:
    """Whether the run starts within the one window and ends within the other."""
    truth = Truth.TRUE if began is None else began.holds(_start(run))
    if ended is None:
        return truth
    end = _end(run)
    return truth & (Truth.FALSE if end is None else ended.holds(end))


def _joins(run: tuple[Tenure, ...], other: Tenure) -> Truth:
    """Whether there is no day between the time of the run and a tenure, whichever comes first."""
    return _reaches(_end(run), other.when.start) & _reaches(other.when.end, _start(run))


def _reaches(end: When | None, start: When) -> Truth:
    """Whether what ends then, if ever, goes on at least to the day before a start."""
    if end is None:
        return Truth.TRUE
    return Truth.between(
        surely=start.possible.last <= end.possible.first + 1,
        possibly=start.possible.first <= end.possible.last + 1,
    )


def _start(run: tuple[Tenure, ...]) -> When:
    """The day on which the first of the tenures starts."""
    starts = [t.when.start.possible for t in run]
    if len(starts) == 1:
        return run[0].when.start
    return When(Days((min(days.first for days in starts), min(days.last for days in starts))))


def _end(run: tuple[Tenure, ...]) -> When | None:
    """The day on which the last of the tenures ends; None where one goes on."""
    ends = [t.when.end.possible for t in run if t.when.end is not None]
    if len(ends) < len(run):
        return None
    if len(ends) == 1:
        return run[0].when.end
    return When(Days((max(days.first for days in ends), max(days.last for days in ends))))


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
