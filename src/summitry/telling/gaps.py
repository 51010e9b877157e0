"""What is missing, in words: why the record does not decide a claim."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from summitry.model.claims import Claim, Detail, FirstSince, Held, WasAt, WhichOne
from summitry.model.days import NO_DAY, Days
from summitry.model.events import Encounter, Visit
from summitry.model.findings import Finding, Gap, Lack
from summitry.model.people import Tenure
from summitry.model.places import PlaceId
from summitry.telling import dates
from summitry.telling.event import as_noun
from summitry.telling.phrases import nouns
from summitry.telling.voice import Voice
from summitry.telling.words import joined, spaced

MOST_TOLD: Final = 3
"""How many gaps one sentence names."""

_MOST_SPANS: Final = 3

# What of an event is open. {event} is a noun phrase with its article.
_OF_EVENT: Final = {
    Lack.COVERAGE: "the record is not complete around {event}",
    Lack.DATE: "the date of {event} is not known exactly enough",
    Lack.PLACE: "the place of {event} is not known exactly enough",
    Lack.SETTING: "the setting of {event} is not known exactly enough",
    Lack.MODE: "how {event} took place is not known",
    Lack.OCCASION: "it is not known whether {event} belonged to a larger gathering",
    Lack.TOPIC: "not every topic of {event} is on record",
    Lack.LENGTH: "the length of {event} is not known exactly enough",
    Lack.HOST: "the host of {event} is not on record",
    Lack.KIND: "the kind of {event} is not known exactly enough",
    Lack.CAPACITY: "it is not known in what capacity all took part in {event}",
    Lack.ORDER: "the order of {event} and others of about that day is not known",
    Lack.VAGUE: "the words are too vague to say whether they mean {event}",
    Lack.DISPUTE: "sources disagree on {event}",
    Lack.TENURE: "who held the office at {event} is not fully on record",
}

# Of an event before the state that the claim names: on its land, or perhaps so.
_NOT_YET: Final = "{state} was not yet a state of its own at {event}"

# What is open of no one event. {what} is what the claim speaks of, {days} when.
_AT_LARGE: Final = {
    Lack.COVERAGE: "the record is not complete for {what} {days}",
    Lack.DATE: "the day to count from is not known exactly enough",
    Lack.VAGUE: "the words are too vague to decide it",
    Lack.DISPUTE: "sources disagree on some {what}",
    Lack.TENURE: "who held the office {days} is not fully on record",
    Lack.RULE: "no counting rule known here gives that number, though some give less and some more",
}


def gaps(voice: Voice, finding: Finding) -> str:
    """The gaps of a finding as one clause; empty where there are none.

    What the record lacks altogether is told first; the others are told once each.
    """
    return ", and ".join(each_gap(voice, finding)[:MOST_TOLD])


def each_gap(voice: Voice, finding: Finding) -> tuple[str, ...]:
    """Each gap of a finding as a clause, in the same order."""
    found = sorted(_joined_spans(finding.gaps), key=lambda gap: gap.event is not None)
    return tuple(dict.fromkeys(_gap(voice, finding, gap) for gap in found))


def _joined_spans(found: tuple[Gap, ...]) -> list[Gap]:
    """The gaps, those of coverage as one over all their days."""
    lacking = [gap for gap in found if gap.lack is Lack.COVERAGE and gap.event is None]
    days = NO_DAY
    for gap in lacking:
        days |= NO_DAY if gap.days is None else gap.days
    rest = [gap for gap in found if gap not in lacking]
    return [Gap(Lack.COVERAGE, None, days), *rest] if lacking else rest


def _gap(voice: Voice, finding: Finding, gap: Gap) -> str:
    if gap.event is not None and gap.lack in _OF_EVENT:
        event = _event(voice, finding, gap.event)
        state = _state_to_come(voice, finding, gap.event) if gap.lack is Lack.PLACE else None
        if state is not None:
            return _NOT_YET.format(state=voice.place(state), event=event)
        return _OF_EVENT[gap.lack].format(event=event)
    form = _AT_LARGE.get(gap.lack, "the record is not exact enough about {what}")
    return spaced(form.format(what=_what(voice, finding.claim), days=_days(voice, gap.days)))


def _event(voice: Voice, finding: Finding, id: str) -> str:
    for evidence in finding.evidence:
        match evidence.row:
            case Encounter() | Visit() as event if event.id == id:
                return f"the {as_noun(voice, event)}"
            case Tenure() as tenure if tenure.id == id:
                person = voice.person(tenure.person)
                return f"the time of {person} as {voice.office(tenure.office)}"
            case _:
                pass
    return "one event"


def _state_to_come(voice: Voice, finding: Finding, id: str) -> PlaceId | None:
    """The state that the claim names, if it was not there yet at an event."""
    rows = (evidence.row for evidence in finding.evidence)
    events = [row for row in rows if isinstance(row, Encounter | Visit) and row.id == id]
    for place in _places(finding.claim):
        days = None if place not in voice.names.places else voice.names.places[place].when
        if days is not None and any(e.when.outer.last < days.outer.first for e in events):
            return place
    return None


def _places(claim: Claim) -> Iterator[PlaceId]:
    """The places that a claim says something was in."""
    match claim:
        case Held():
            return
        case WhichOne() | FirstSince():
            chosen = [claim.selection.place, claim.that.place]
        case Detail(aspect=WasAt(place)):
            chosen = [claim.selection.place, place]
        case _:
            chosen = [claim.selection.place]
    yield from (place for place in chosen if place is not None)


def _what(voice: Voice, claim: Claim) -> str:
    if isinstance(claim, Held):
        return f"holders of the office of {voice.office(claim.office)}"
    return f"such {nouns(claim.selection)}"


def _days(voice: Voice, days: Days | None) -> str:
    if days is None or days.is_empty():
        return ""
    if len(days.spans) > _MOST_SPANS:
        return f"at times {dates.within((days.first, days.last), voice.style)}"
    return joined(dates.within(span, voice.style) for span in days.spans)
