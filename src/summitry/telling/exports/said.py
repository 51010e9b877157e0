"""The words of an event that several formats share."""

from __future__ import annotations

from typing import Final

from summitry.model.events import Encounter, Event, Status, Visit
from summitry.telling import dates, modes
from summitry.telling.basis import source_label
from summitry.telling.event import destination, where
from summitry.telling.exports.exported import Exported
from summitry.telling.exports.known import is_exact
from summitry.telling.voice import Voice
from summitry.telling.words import capitalised, joined, spaced

MOST_NAMED: Final = 4


def headline(event: Event, voice: Voice) -> str:
    """The event in a few words, without its day; what was not held, or is disputed, says so.

    "Meeting between Joe Biden and Vladimir Putin at Villa La Grange in Geneva".
    """
    text = capitalised(_of_visit(event, voice) if isinstance(event, Visit) else _of(event, voice))
    return text if event.status is Status.HELD else f"{event.status.value.capitalize()}: {text}"


def _of_visit(visit: Visit, voice: Voice) -> str:
    kind = next(iter(visit.kinds)).value if len(visit.kinds) == 1 else ""
    return spaced(kind, "visit of", voice.person(visit.person), "to", destination(voice, visit))


def _of(event: Encounter, voice: Voice) -> str:
    words = modes.words_for(frozenset({event.mode}))
    named = sorted(map(voice.person, event.people))
    if len(named) > MOST_NAMED:
        named = [*named[: MOST_NAMED - 1], f"{len(named) - MOST_NAMED + 1} others"]
    between = "between" if len(named) == 2 else "of"
    return spaced(words.noun, between, joined(named), where(voice, event))


def days(event: Event) -> str:
    """The days in words, a capital first: "16 June 2021", "Between 18 and 19 August 2025"."""
    told = dates.moment(event.when)
    return capitalised(told.removeprefix("on ").removeprefix("in "))


def caveat(event: Event) -> str:
    """What a reader must know before taking the dates for certain; empty where they are."""
    if is_exact(event.when):
        return ""
    return f"The exact days are not known: {dates.moment(event.when)}."


def source_lines(event: Event, exported: Exported) -> list[tuple[str, str]]:
    """The sources of an event: each one's label and address ("" where it has none)."""
    return [(source_label(source), source.url) for source in exported.cited(event)]


def addresses(event: Event, exported: Exported) -> list[str]:
    """The addresses of an event's sources."""
    return [source.url for source in exported.cited(event) if source.url]


def topics(event: Event, voice: Voice) -> list[str]:
    """What was talked about, as far as it is known."""
    return [] if isinstance(event, Visit) else sorted(map(voice.topic, event.topics))


def kinds(event: Event) -> list[str]:
    """The setting of an encounter, or the kind of a visit: those that are possible."""
    possible = event.kinds if isinstance(event, Visit) else event.settings
    return sorted(one.value for one in possible)
