"""Why a finding is as it is, in one sentence: the number, the events, the reading taken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final, assert_never

from summitry.model.bounds import Tally
from summitry.model.claims import (
    EVERY_ENCOUNTER,
    Claim,
    Detail,
    Elected,
    FirstSince,
    Held,
    HowMany,
    NoneSince,
    NthOf,
    TookPlace,
    WhichOne,
    Who,
)
from summitry.model.coverage import Coverage
from summitry.model.events import Encounter, Event, EventKind, Visit
from summitry.model.findings import Bearing, Finding, Verdict
from summitry.model.names import Names
from summitry.model.people import PersonId, Tenure
from summitry.model.selection import Selection
from summitry.telling.anchors import anchor
from summitry.telling.dates import DateStyle
from summitry.telling.event import MOST_LISTED, as_noun, listed, mention
from summitry.telling.facts import recorded
from summitry.telling.gaps import gaps
from summitry.telling.numbers import in_all, number, ordinal, tallied
from summitry.telling.phrases import described, noun, nouns
from summitry.telling.rosters import in_order
from summitry.telling.spells import elections, terms
from summitry.telling.tell import counted_kind
from summitry.telling.voice import Voice
from summitry.telling.words import a, joined, sentence, spaced

_NOTHING_KNOWN: Final = Tally(0, None)
_OPEN: Final = frozenset({Verdict.NOT_ENOUGH_EVIDENCE, Verdict.CONFLICTING_EVIDENCE})


def explain(finding: Finding, names: Names, *, style: DateStyle = DateStyle.PLAIN) -> str:
    """One sentence: what the record holds, the counting rule taken, the number under others.

    Of a finding that is open it goes on to what is missing.
    """
    voice = Voice(names, style)
    missing = gaps(voice, finding) if finding.verdict in _OPEN else ""
    return sentence(_held(voice, finding), f", but {missing}" if missing else "")


def _held(voice: Voice, finding: Finding) -> str:
    claim: Claim = finding.claim
    match claim:
        case TookPlace():
            return _took_place(voice, finding, claim.selection)
        case HowMany():
            return spaced(_counted(voice, finding, claim.selection), _by_rules(finding, in_all))
        case WhichOne():
            return _which_one(voice, finding, claim)
        case FirstSince():
            return _first_since(voice, finding, claim)
        case NoneSince():
            return _none_since(voice, finding, claim)
        case Who():
            return _who(voice, finding, claim)
        case Held():
            return _in_office(voice, finding, claim)
        case Detail():
            return _detail(voice, finding, claim)
        case _:
            assert_never(claim)


# --- the parts ------------------------------------------------------------------------------


def _events(finding: Finding, bearing: Bearing = Bearing.COUNTS) -> list[Event]:
    return [
        row
        for row in (e.row for e in finding.evidence if e.bearing is bearing)
        if isinstance(row, Encounter | Visit)
    ]


def _counted(voice: Voice, finding: Finding, selection: Selection) -> str:
    """The record holds seven meetings between A and B: their places and days where they are few."""
    tally = _known(finding)
    many = (tally.surely, tally.possibly) != (1, 1) and tally.possibly != 0
    held = noun(voice, selection, article=tallied(tally), many=many)
    events = _events(finding)
    told = listed(voice, events) if len(events) == tally.surely else ""
    return f"the record holds {held}" + (f" ({told})" if told else "")


def _known(finding: Finding) -> Tally:
    """The number on record: where it is open upwards, what is surely there."""
    tally = finding.tally or Tally(len(_events(finding)), None)
    return Tally(tally.surely, tally.surely) if tally.possibly is None else tally


def _by_rules(finding: Finding, say: Callable[[Tally], str]) -> str:
    """The rule taken, and what the others give where that differs: once for each number."""
    if finding.rule is None or _goes_without_saying(finding):
        return ""
    kind = counted_kind(finding.claim)
    parts = [f", counting {finding.rule.says_of(kind)}"]
    told = {finding.tally}
    for count in finding.counts:
        if count.tally not in told and count.tally != _NOTHING_KNOWN:
            told.add(count.tally)
            parts.append(f"; {say(count.tally)} counting {count.rule.says_of(kind)}")
    return "".join(parts)


def _goes_without_saying(finding: Finding) -> bool:
    """Whether the only rule counts each event once, of events that are not counted in units."""
    claim = finding.claim
    visits = isinstance(claim, HowMany) and claim.selection.kind is EventKind.VISIT
    return claim.rules == EVERY_ENCOUNTER and (visits or not isinstance(claim, HowMany))


def _complete(finding: Finding) -> str:
    """Why the record's silence decides: it is complete, where a finding rests on its saying so."""
    claim = finding.claim
    covers = any(isinstance(e.row, Coverage) and e.row.complete for e in finding.evidence)
    if finding.verdict in _OPEN or not covers or isinstance(claim, Held):
        return ""
    return f", and it is complete for such {nouns(claim.selection)}"


# --- the kinds ------------------------------------------------------------------------------


def _took_place(voice: Voice, finding: Finding, selection: Selection) -> str:
    events = _events(finding)
    if not events:
        return f"the record holds {noun(voice, selection, article='no')}{_complete(finding)}"
    told = joined(f"the {as_noun(voice, event)}" for event in events[:MOST_LISTED])
    among = f"{number(len(events))} that fit, among them " if len(events) > MOST_LISTED else ""
    return f"the record holds {among}{told}"


def _which_one(voice: Voice, finding: Finding, claim: WhichOne) -> str:
    meant = noun(voice, claim.that)

    def place(tally: Tally) -> str:
        sign = 1 if claim.position > 0 else -1
        if tally.surely == tally.possibly:
            return f"the {ordinal(sign * tally.surely)}"
        if tally.possibly is None:
            other = "a later" if sign > 0 else "an earlier"
            return f"the {ordinal(sign * tally.surely)} or {other} one"
        return f"from the {ordinal(sign * tally.surely)} to the {ordinal(sign * tally.possibly)}"

    if finding.tally is not None and finding.tally.surely:
        return f"{meant} is {place(finding.tally)} on record{_by_rules(finding, place)}"
    events = _events(finding)
    last = f", the last {mention(voice, events[-1])}" if events else ""
    chosen = noun(voice, claim.selection, article=number(len(events)), many=len(events) != 1)
    return f"the record holds {chosen}{last}{_by_rules(finding, place)}"


def _first_since(voice: Voice, finding: Finding, claim: FirstSince) -> str:
    since = anchor(voice, claim.anchor)
    between = _events(finding, Bearing.INSTEAD)
    events = _events(finding)
    if finding.verdict is Verdict.SUPPORTED and events:
        none = noun(voice, claim.selection, article="no other")
        return f"the record holds {none} {since} before the one {mention(voice, events[0])}"
    if finding.verdict is Verdict.REFUTED and between:
        others = noun(voice, claim.selection, article=number(len(between)), many=len(between) != 1)
        return f"the record holds {others} {since} before that one: {listed(voice, between)}"
    possible = _events(finding, Bearing.MAY_COUNT)
    if possible:
        return f"the {as_noun(voice, possible[0])} may have been the first {since}"
    return f"the record does not hold {noun(voice, claim.that)} as the first {since}"


def _none_since(voice: Voice, finding: Finding, claim: NoneSince) -> str:
    events = _events(finding)
    since = anchor(voice, claim.anchor)
    if not events:
        none = noun(voice, claim.selection, article="no")
        return f"the record holds {none} {since}{_complete(finding)}"
    many = len(events) != 1
    held = noun(voice, claim.selection, article=number(len(events)), many=many)
    return f"the record holds {held} {since}: {listed(voice, events)}"


def _who(voice: Voice, finding: Finding, claim: Who) -> str:
    office = claim.among.office
    events = _events(finding)
    ever = {tenure.person for tenure in voice.names.tenures_in.get(office, ())}
    held_by = {person for event in events for person in _people(event)} & ever
    what = a(described(claim.selection))
    if not held_by:
        return f"the record has no {voice.office(office)} with {what} of this kind"
    holders = joined(voice.person(one) for one in in_order(voice, held_by))
    rule = _by_rules(replace(finding, counts=()), in_all)
    if isinstance(claim.roster, NthOf) and claim.roster.person in held_by:
        first = next(e for e in events if claim.roster.person in _people(e))
        earlier = {p for e in events[: events.index(first)] for p in _people(e)} & held_by
        placed = earlier if claim.roster.position > 1 else held_by - {claim.roster.person}
        others = joined(voice.person(p) for p in in_order(voice, placed))
        known = finding.verdict is Verdict.SUPPORTED and others
        order = "after those of" if claim.roster.position > 1 else "before any of"
        before = f", {order} {others}" if known else ""
        person = voice.person(claim.roster.person)
        return f"{person}'s first is the {as_noun(voice, first)}{before}{rule}"
    if len(held_by) == 1:
        one = f"the one {voice.office(office)}"
        return f"{holders} is {one} with {what} of this kind on record{rule}"
    return f"the {voice.offices(office)} with {what} of this kind on record are {holders}{rule}"


def _people(event: Event) -> frozenset[PersonId]:
    return event.people if isinstance(event, Encounter) else frozenset({event.person})


def _in_office(voice: Voice, finding: Finding, claim: Held) -> str:
    tenures = [e.row for e in finding.evidence if isinstance(e.row, Tenure)]
    person = voice.person(claim.person)
    if not tenures:
        return f"the record has no time of {person} as {voice.office(claim.office)}"
    elected = elections(voice, tenures) if isinstance(claim.time, Elected) else ""
    was_elected = f"elected {elected} and was " if elected else ""
    return f"on record, {person} was {was_elected}{terms(voice, tenures)}"


def _detail(voice: Voice, finding: Finding, claim: Detail) -> str:
    events = _events(finding)
    if not events:
        return f"the record holds {noun(voice, claim.selection, article='no')}"
    told = [
        f"the {as_noun(voice, event)} {recorded(voice, claim.aspect, event)}"
        for event in events[:MOST_LISTED]
    ]
    return f"the record has {joined(told)}"
