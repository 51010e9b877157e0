"""What the record says of an event, by the aspect that a claim asked about."""

from __future__ import annotations

from typing import assert_never

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


def fact(voice: Voice, aspect: Aspect, event: Event) -> str:
    """What stands after "was" on record; empty where the event's place and day say it already."""
    match aspect:
        case WasAt() | WasWithin():
            return ""
        case WasPartOf() | WasPartOfSeries():
            return _gathering(voice, event)
        case Lasted():
            return length(event)
        case WasHostedBy():
            return host(voice, event)
        case WasAbout():
            return topics(voice, event)
        case WasSetting():
            said = setting_predicate(event) if isinstance(event, Encounter) else ""
            return said or "of a setting not known"
        case _:
            assert_never(aspect)


def _gathering(voice: Voice, event: Event) -> str:
    if event.occasion is None:
        return "part of no larger gathering that the record names"
    return f"part of {voice.occasion(event.occasion)}"


def length(event: Event) -> str:
    """The length on record: "175 minutes long", "of a length not known"."""
    if not isinstance(event, Encounter) or event.minutes is None:
        return "of a length not known"
    return f"{plain_length(event.minutes)} long"


def host(voice: Voice, event: Event) -> str:
    """The host on record: "hosted by Guy Parmelin", "of a host not known"."""
    if not isinstance(event, Encounter) or event.host is None:
        return "of a host not known"
    return f"hosted by {voice.person(event.host)}"


def topics(voice: Voice, event: Event) -> str:
    """The topics on record: "about Syria and arms control", "without topics"."""
    if not isinstance(event, Encounter) or not event.topics:
        return "without topics"
    return f"about {joined(sorted(voice.topic(topic) for topic in event.topics))}"
