"""What the record has instead, in one sentence, where a claim goes wrong by one detail."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from summitry.model.bounds import Tally
from summitry.model.claims import (
    Aspect,
    Claim,
    Detail,
    EachOf,
    Elected,
    FirstSince,
    Held,
    HowMany,
    Lasted,
    NoneBut,
    NoneSince,
    NthOf,
    SoMany,
    SomeDay,
    WasAbout,
    WasAt,
    WasHostedBy,
    WasPartOf,
    WasPartOfSeries,
    WasSetting,
    WasWithin,
    WhichOne,
    Who,
)
from summitry.model.events import Encounter, Event, EventKind, Visit, VisitKind
from summitry.model.findings import Correction, Fault, Finding
from summitry.model.names import Names
from summitry.model.people import PersonId
from summitry.model.places import PlaceId, PlaceKind, around
from summitry.model.selection import Selection, Someone
from summitry.model.when import When, Window
from summitry.telling import dates
from summitry.telling.aspects import aspect
from summitry.telling.dates import DateStyle
from summitry.telling.event import (
    MOST_LISTED,
    as_noun,
    capacity,
    destination,
    holders,
    listed,
    mention,
    where,
)
from summitry.telling.facts import fact
from summitry.telling.modes import words_for
from summitry.telling.numbers import how_often, in_all, number, ordinal, times
from summitry.telling.phrases import described
from summitry.telling.rosters import in_order
from summitry.telling.spells import elections, terms
from summitry.telling.voice import Voice
from summitry.telling.windows import is_one_day
from summitry.telling.words import a, joined, sentence, spaced

MOST_DAYS: Final = 31
"""The longest time that a visit to somewhere else within it has to do with."""


def correct(finding: Finding, names: Names, *, style: DateStyle = DateStyle.PLAIN) -> str | None:
    """What is right instead: "It was on 7 July 2017, not on 8 July 2017."; None if nothing is."""
    correction = finding.correction
    if correction is None:
        return None
    told = _FAULTS[correction.fault](Voice(names, style), finding.claim, correction)
    return sentence(told) if told else None


def _meant(claim: Claim) -> Selection | None:
    """The selection of the one event that the claim speaks of."""
    match claim:
        case WhichOne() | FirstSince():
            return claim.that
        case Held():
            return None
        case _:
            return claim.selection


# --- one detail of an event -----------------------------------------------------------------


def _detail(voice: Voice, claim: Claim, correction: Correction) -> str:
    """One event that has another detail than the claim says, or the few events that are near."""
    selection = _meant(claim)
    if not correction.events or selection is None:
        return ""
    if len(correction.events) > 1:
        return _on_record(voice, correction.events)
    (event,) = correction.events
    what = claim.aspect if isinstance(claim, Detail) else _aspect(selection, correction.fault)
    if what is None:
        return _on_record(voice, (event,))
    return f"{_has(voice, what, event)}, not {_claimed(voice, what, selection)}"


def _on_record(voice: Voice, events: Iterable[Event]) -> str:
    near = dict.fromkeys(f"the {as_noun(voice, event)}" for event in events)
    return f"the record has {joined(near)}"


def _place(voice: Voice, claim: Claim, correction: Correction) -> str:
    """Where else it was; of a visit what others there were nearby, or at the time."""
    selection = _meant(claim)
    if selection is None or selection.kind is EventKind.ENCOUNTER or isinstance(claim, Detail):
        return _detail(voice, claim, correction)
    days = selection.window.possibly
    at_the_time = not days.is_empty() and days.last - days.first < MOST_DAYS
    country = _country(voice, selection.place)
    near = [
        event
        for event in correction.events
        if at_the_time or (isinstance(event, Visit) and event.country == country)
    ]
    return _on_record(voice, near) if near else ""


def _country(voice: Voice, place: PlaceId | None) -> PlaceId | None:
    larger = around(voice.names.places, place or "")
    return next((one.id for one in larger if one.kind is PlaceKind.COUNTRY), None)


def _aspect(selection: Selection, fault: Fault) -> Aspect | None:
    """The detail of a selection that is at fault, as an aspect."""
    match fault:
        case Fault.DATE:
            return WasWithin(selection.window)
        case Fault.PLACE if selection.place is not None:
            return WasAt(selection.place)
        case Fault.SETTING:
            return WasSetting(selection.settings)
        case Fault.OCCASION if selection.occasion is not None:
            return WasPartOf(selection.occasion)
        case Fault.OCCASION if selection.series is not None:
            return WasPartOfSeries(selection.series)
        case Fault.HOST if selection.host is not None:
            return WasHostedBy(selection.host)
        case Fault.TOPIC if selection.topic is not None:
            return WasAbout(selection.topic)
        case _:
            return None


def _has(voice: Voice, what: Aspect, event: Event) -> str:
    match what:
        case WasAt():
            return f"it was {_where(voice, event)}"
        case WasWithin():
            return f"it was {dates.moment(event.when, voice.style)}"
        case _:
            return f"it was {fact(voice, what, event) or 'otherwise'}"


def _where(voice: Voice, event: Event) -> str:
    if isinstance(event, Visit):
        return f"to {destination(voice, event)}"
    return where(voice, event) or "at a place not on record"


def _claimed(voice: Voice, what: Aspect, selection: Selection) -> str:
    if isinstance(what, WasAt) and selection.kind is selection.kind.VISIT:
        return f"to {voice.place(what.place)}"
    said = aspect(voice, what).removeprefix("was ").removeprefix("lasted ")
    return f"{said} long" if isinstance(what, Lasted) else said


def _mode(voice: Voice, claim: Claim, correction: Correction) -> str:
    selection = _meant(claim)
    if selection is None or len(correction.events) != 1:
        return _detail(voice, claim, correction)
    (event,) = correction.events
    if not isinstance(event, Encounter):
        return _detail(voice, claim, correction)
    was = a(words_for(frozenset({event.mode})).noun)
    return f"it was {was}, not {a(words_for(selection.modes).noun)}"


def _kind(voice: Voice, claim: Claim, correction: Correction) -> str:
    selection = _meant(claim)
    if selection is None or len(correction.events) != 1:
        return _detail(voice, claim, correction)
    (event,) = correction.events
    if not isinstance(event, Visit) or not event.kinds:
        return _detail(voice, claim, correction)
    kinds = joined((kind.value for kind in VisitKind if kind in event.kinds), "or")
    return f"it was {a(f'{kinds} visit')}, not {a(described(selection))}"


def _capacity(voice: Voice, claim: Claim, correction: Correction) -> str:
    """What each party that the claim gives a capacity was on the day."""
    selection = _meant(claim)
    if selection is None or not correction.events:
        return ""
    bound = [
        party.person
        for party in (selection.who, selection.whom)
        if isinstance(party, Someone) and not party.capacity.is_open
    ]
    told = [
        f"the {as_noun(voice, event)}, when {joined(_was(voice, one, event) for one in bound)}"
        for event in correction.events
    ]
    return f"the record has {', and '.join(told)}" if bound else ""


def _was(voice: Voice, person: PersonId, event: Event) -> str:
    was = capacity(voice.names, person, event.when) or "in no office that the record knows"
    return f"{voice.person(person)} was {was}"


# --- numbers and positions ------------------------------------------------------------------


def _count(voice: Voice, claim: Claim, correction: Correction) -> str:
    if correction.number is None or not isinstance(claim, HowMany):
        return ""
    often = _often(correction.number)
    if claim.number.most == 0:
        at = listed(voice, correction.events)
        return f"it happened {often}" + (f": {at}" if at else "")
    exact = times(claim.number.least) if claim.number.is_exact else how_often(claim.number)
    if correction.number.possibly == 0:
        return f"it never happened, not {exact}"
    return f"it happened {often}, not {exact}"


def _often(tally: Tally) -> str:
    if tally.surely == tally.possibly:
        return times(tally.surely)
    return how_often(tally.bounds)


def _position(voice: Voice, claim: Claim, correction: Correction) -> str:
    if not isinstance(claim, WhichOne):
        return ""
    sign = 1 if claim.position > 0 else -1
    place = ordinal(claim.position)
    ones = [f"the one {mention(voice, event)}" for event in correction.events]
    at = joined(ones, "or") if len(ones) <= MOST_LISTED else ""
    there = f"the {place} was {at}" if at else ""
    tally = correction.number
    if tally is None or tally.surely != tally.possibly or sign * tally.surely == claim.position:
        return there
    return f"it was the {ordinal(sign * tally.surely)}, not the {place}" + (
        f"; {there}" if there else ""
    )


def _between(voice: Voice, claim: Claim, correction: Correction) -> str:
    if not correction.events or not isinstance(claim, NoneSince | FirstSince):
        return ""
    many = len(correction.events) != 1
    held = f"{number(len(correction.events))} {described(claim.selection, many=many)}"
    when = "since then" if isinstance(claim, NoneSince) else "in between"
    return f"the record has {held} {when}: {listed(voice, correction.events)}"


# --- people and their offices -----------------------------------------------------------------


def _person(voice: Voice, claim: Claim, correction: Correction) -> str:
    if not isinstance(claim, Who):
        return _detail(voice, claim, correction)
    people = in_order(voice, frozenset(correction.people))
    named = joined(voice.person(one) for one in people)
    noun = described(claim.selection)
    match claim.roster:
        case EachOf(but=but):
            return _misfits(voice, people, but, noun)
        case NthOf(position=position) if people:
            at = mention(voice, correction.events[0]) if correction.events else ""
            return spaced(f"the {ordinal(position)} was {named},", at)
        case NoneBut(people=named_only):
            extra = [one for one in people if one not in named_only]
            missing = in_order(voice, named_only.difference(people))
            return _misfits(voice, [*extra, *missing], frozenset(extra), noun)
        case SoMany() if correction.number is not None:
            many = in_all(correction.number)
            return f"the record has {many}" + (f": {named}" if named else "")
        case _:
            return f"the record has {named} with {a(noun)} of this kind" if named else ""


def _misfits(voice: Voice, people: Iterable[str], but: frozenset[str], noun: str) -> str:
    """The people of whom the roster says the wrong thing: they had one, or had none."""
    found = list(people)
    had = joined(voice.person(one) for one in found if one in but)
    had_none = joined(voice.person(one) for one in found if one not in but)
    parts = [
        f"{had} had {a(noun)} of this kind" if had else "",
        f"{had_none} had no {noun} of this kind" if had_none else "",
    ]
    return joined(part for part in parts if part)


def _term(voice: Voice, claim: Claim, correction: Correction) -> str:
    if not isinstance(claim, Held):
        return ""
    person = voice.person(claim.person)
    if isinstance(claim.time, SomeDay) and is_one_day(claim.time.window):
        return _on_the_day(voice, claim, claim.time.window)
    if not correction.tenures:
        return f"the record has no time of {person} as {voice.office(claim.office)}"
    elected = elections(voice, correction.tenures) if isinstance(claim.time, Elected) else ""
    was_elected = f"elected {elected} and was " if elected else ""
    return f"on record, {person} was {was_elected}{terms(voice, correction.tenures)}"


def _on_the_day(voice: Voice, claim: Held, window: Window) -> str:
    """What the person was on the day, and who held the office."""
    day = When(window.surely)
    was = capacity(voice.names, claim.person, day) or "in no office that the record knows"
    others = holders(voice.names, claim.office, day)
    held_by = joined(voice.person(one) for one in others if one != claim.person)
    verb = "were" if len(others) > 1 else "was"
    office = voice.offices(claim.office) if len(others) > 1 else voice.office(claim.office)
    return f"{voice.within(window)}, {voice.person(claim.person)} was {was}" + (
        f", and {held_by} {verb} {office}" if held_by else ""
    )


_FAULTS: Final[dict[Fault, Callable[[Voice, Claim, Correction], str]]] = {
    Fault.DATE: _detail,
    Fault.PLACE: _place,
    Fault.MODE: _mode,
    Fault.SETTING: _detail,
    Fault.OCCASION: _detail,
    Fault.COUNT: _count,
    Fault.POSITION: _position,
    Fault.LENGTH: _detail,
    Fault.HOST: _detail,
    Fault.TOPIC: _detail,
    Fault.CAPACITY: _capacity,
    Fault.KIND: _kind,
    Fault.BETWEEN: _between,
    Fault.PERSON: _person,
    Fault.TERM: _term,
}
