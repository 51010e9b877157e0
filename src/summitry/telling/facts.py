"""What the record says of an event, by the aspect that a claim asked about."""

from __future__ import annotations

from typing import Final, assert_never

from summitry.model.claims import (
    Aspect,
    Lasted,
    WasAbout,
    WasAt,
    WasHostedBy,
    WasPartOf,
    WasPartOfSeries,
    WasSetting,
    WasWithin,
)
from summitry.model.events import Encounter, Event
from summitry.telling.event import setting_predicate
from summitry.telling.numbers import plain_length
from summitry.telling.voice import Voice
from summitry.telling.words import joined

# How an event without the aspect is told; place and day are part of its noun phrase.
_LACKING: Final[dict[type[Aspect], str]] = {
    Lasted: "with no length given",
    WasAt: "",
    WasHostedBy: "with no host given",
    WasPartOf: "as part of no gathering that it names",
    WasPartOfSeries: "as part of no gathering that it names",
    WasAbout: "with no topics given",
    WasSetting: "with no setting given",
    WasWithin: "",
}


def recorded(voice: Voice, aspect: Aspect, event: Event) -> str:
    """How the record has an event: "as 175 minutes long", "with no host given".

    Empty where the event's place and day say it already.
    """
    said = fact(voice, aspect, event)
    return f"as {said}" if said else _LACKING[type(aspect)]


def fact(voice: Voice, aspect: Aspect, event: Event) -> str:
    """What stands after "it was": "175 minutes long"; empty if not known, or of place and day."""
    encounter = event if isinstance(event, Encounter) else None
    match aspect:
        case WasAt() | WasWithin():
            return ""
        case WasPartOf() | WasPartOfSeries():
            return f"part of {voice.occasion(event.occasion)}" if event.occasion else ""
        case Lasted():
            known = None if encounter is None else encounter.minutes
            return f"{plain_length(known)} long" if known else ""
        case WasHostedBy():
            host = None if encounter is None else encounter.host
            return f"hosted by {voice.person(host)}" if host else ""
        case WasAbout():
            topics = frozenset() if encounter is None else encounter.topics
            named = joined(sorted(voice.topic(topic) for topic in topics))
            return f"about {named}" if named else ""
        case WasSetting():
            return "" if encounter is None else setting_predicate(encounter)
        case _:
            assert_never(aspect)
