"""Took place, how many, detail: claims on whether and how often there is an event."""

from __future__ import annotations

from typing import assert_never

from summitry.model.bounds import Bounds, Tally
from summitry.model.claims import (
    Aspect,
    Detail,
    HowMany,
    Lasted,
    TookPlace,
    WasAbout,
    WasAt,
    WasHostedBy,
    WasPartOf,
    WasPartOfSeries,
    WasSetting,
    WasWithin,
)
from summitry.model.events import Encounter, Event
from summitry.model.findings import Correction, Fault, Gap, Lack
from summitry.model.rules import CountingRule, Standing, Unit
from summitry.model.selection import Selection
from summitry.model.truth import Truth
from summitry.reckoning.asked import ask, part_of
from summitry.reckoning.extent import open_days, supports
from summitry.reckoning.frame import Frame
from summitry.reckoning.gather import Gathered, gather, surely
from summitry.reckoning.groups import tally
from summitry.reckoning.match import belonged, belonged_to_series, hosted, set_in, was_in
from summitry.reckoning.nearest import near_miss
from summitry.reckoning.outcome import Outcome


def tally_of(selection: Selection, rule: CountingRule, frame: Frame) -> Tally:
    """How many units of a selection there are by a rule: surely, and possibly."""
    return tally(gather(ask(selection, rule, frame.names), frame), frame)


def took_place(claim: TookPlace, rule: CountingRule, frame: Frame) -> Outcome:
    """Whether some event matches."""
    gathered = gather(ask(claim.selection, rule, frame.names), frame)
    truth = gathered.exists()
    refuted = truth is Truth.FALSE
    return Outcome(
        truth=truth,
        tally=tally(gathered, frame),
        counts=gathered.sure,
        maybe=gathered.maybe,
        context=supports(gathered.asked, frame) if refuted else (),
        gaps=gathered.gaps,
        correction=near_miss(claim.selection, rule, frame) if refuted else None,
    )


def how_many(claim: HowMany, rule: CountingRule, frame: Frame) -> Outcome:
    """Whether the number of units that match is within the claim's bounds."""
    asked = ask(claim.selection, rule, frame.names)
    if claim.number.most is None and asked.unit is Unit.EVENT:
        sure = surely(asked, frame)
        if len(sure) >= claim.number.least and not open_days(asked, frame).is_empty():
            # Whatever else may match, there are enough: of an office that may be thousands.
            return Outcome(truth=Truth.TRUE, tally=Tally(len(sure), None), counts=sure)
    gathered = gather(asked, frame)
    number = tally(gathered, frame)
    truth = number.bounds.within(claim.number)
    enough = truth is Truth.TRUE and claim.number.most is None
    return Outcome(
        truth=truth,
        tally=number,
        counts=gathered.sure,
        maybe=gathered.maybe,
        context=() if enough else supports(gathered.asked, frame),
        gaps=gathered.gaps,
        correction=Correction(Fault.COUNT, events=gathered.sure, number=number),
    )


def detail(claim: Detail, rule: CountingRule, frame: Frame) -> Outcome:
    """Whether some event that matches has the aspect."""
    gathered = gather(ask(claim.selection, rule, frame.names), frame)
    having = [(m, has(claim.aspect, m.event, frame)) for m in gathered.matches]
    surely = tuple(m.event for m, one in having if (m.truth & one) is Truth.TRUE)
    maybe = tuple(m.event for m, one in having if (m.truth & one) is Truth.UNKNOWN)
    unrecorded = _unrecorded(claim.aspect, gathered)
    truth = Truth.between(surely=bool(surely), possibly=bool(maybe) or unrecorded)
    refuted = truth is Truth.FALSE
    lacks = {
        Gap(_LACKS[type(claim.aspect)], m.event.id) for m, one in having if one is Truth.UNKNOWN
    }
    return Outcome(
        truth=truth,
        tally=tally(gathered, frame),
        counts=surely or gathered.sure,
        maybe=maybe,
        context=supports(gathered.asked, frame) if refuted else (),
        gaps=gathered.gaps | lacks,
        correction=_correct(claim, gathered, rule, frame) if refuted else None,
    )


def has(aspect: Aspect, event: Event, frame: Frame) -> Truth:
    """Whether the event has the aspect."""
    match aspect:
        case WasAt(place):
            return was_in(event, place, frame)
        case WasPartOf(occasion):
            return belonged(event, occasion)
        case WasPartOfSeries(series):
            return belonged_to_series(event, series, frame)
        case WasWithin(window):
            return window.holds(event.when)
        case _ if not isinstance(event, Encounter):
            return Truth.FALSE
        case Lasted(minutes):
            return (event.minutes or Bounds(0, None)).within(minutes)
        case WasHostedBy(host):
            return hosted(event, part_of(host, Standing.ANY, frame.names), frame)
        case WasAbout(topic):
            return Truth.between(surely=topic in event.topics, possibly=True)
        case WasSetting(settings):
            return set_in(event, settings)
        case _:
            assert_never(aspect)


_LACKS = {
    WasAt: Lack.PLACE,
    WasPartOf: Lack.OCCASION,
    WasPartOfSeries: Lack.OCCASION,
    WasWithin: Lack.DATE,
    Lasted: Lack.LENGTH,
    WasHostedBy: Lack.HOST,
    WasAbout: Lack.TOPIC,
    WasSetting: Lack.SETTING,
}

_FAULTS = {
    WasAt: Fault.PLACE,
    WasPartOf: Fault.OCCASION,
    WasPartOfSeries: Fault.OCCASION,
    WasWithin: Fault.DATE,
    Lasted: Fault.LENGTH,
    WasHostedBy: Fault.HOST,
    WasAbout: Fault.TOPIC,
    WasSetting: Fault.SETTING,
}


def _unrecorded(aspect: Aspect, gathered: Gathered) -> bool:
    """Whether an event that the record doesn't hold may match and have the aspect."""
    if isinstance(aspect, WasWithin):
        return gathered.open.meets(aspect.window.possibly)
    return not gathered.open.is_empty()


def _correct(
    claim: Detail, gathered: Gathered, rule: CountingRule, frame: Frame
) -> Correction | None:
    if gathered.sure:
        return Correction(_FAULTS[type(claim.aspect)], events=gathered.sure)
    return near_miss(claim.selection, rule, frame)
