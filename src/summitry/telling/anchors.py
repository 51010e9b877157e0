"""What "since" counts from, in English."""

from __future__ import annotations

from typing import assert_never

from summitry.model.claims import Anchor, SinceDays, SinceEvent, SinceLandmark, SinceTenure
from summitry.model.events import EventKind
from summitry.model.selection import Selection, Someone
from summitry.telling.parties import are_named, counterpart, is_someone, own
from summitry.telling.phrases import noun, tail
from summitry.telling.voice import Voice
from summitry.telling.windows import is_a_few_days
from summitry.telling.words import spaced


def anchor(
    voice: Voice, since: Anchor, *, parties: Selection | None = None, of: Selection | None = None
) -> str:
    """The anchor with "since" before it.

    ``parties``: the selection whose parties the sentence has named, so that a pronoun takes them
    up where the anchor's are the same. ``of``: the selection of which the sentence tells the first,
    so that an event like those is "the one".
    """
    return f"since {_anchored(voice, since, parties, of)}"


def _anchored(voice: Voice, since: Anchor, parties: Selection | None, of: Selection | None) -> str:
    match since:
        case SinceDays():
            return voice.bare(since.window)
        case SinceLandmark():
            return voice.landmark(since.landmark)
        case SinceEvent():
            return _event(voice, since.selection, parties, of)
        case SinceTenure():
            return f"{voice.person(since.person)} became {voice.office(since.office)}"
        case _:
            assert_never(since)


def _event(voice: Voice, event: Selection, parties: Selection | None, of: Selection | None) -> str:
    named = is_a_few_days(event.window) or event.occasion is not None
    ordinal = "" if named else "last"
    if of is not None and named and same_words(event, of) and counterpart(voice, event, of):
        return the_one(voice, event, of)
    if parties is None or parties.kind is not event.kind or parties.who != event.who:
        return noun(voice, event, ordinal=ordinal)
    if same_parties(event, parties) and are_named(event):
        return noun(voice, event, ordinal=ordinal, pronoun=own(voice, event))
    if of is None and isinstance(event.who, Someone) and is_someone(event.whom):
        pronoun = voice.own(event.who.person)
        return noun(voice, event, ordinal=ordinal, pronoun=pronoun, owned=True)
    return noun(voice, event, ordinal=ordinal)


def the_one(voice: Voice, event: Selection, of: Selection) -> str:
    """An event like those of a selection: "the one with Joe Biden in Geneva on 16 June 2021"."""
    moved = event.kind is EventKind.VISIT and event.place != of.place
    told = tail(voice, event, takes_over=True, says_setting=False, to_place=moved)
    return spaced("the one", counterpart(voice, event, of), told)


def same_words(a: Selection, b: Selection) -> bool:
    """Whether two selections have the modes, settings and kinds in common."""
    return (a.modes, a.settings, a.visit_kinds) == (b.modes, b.settings, b.visit_kinds)


def same_parties(a: Selection, b: Selection) -> bool:
    """Whether two selections are of one kind and name the same parties in the same capacities."""
    return (a.kind, a.who, a.whom) == (b.kind, b.who, b.whom)
