"""What "since" counts from, in English."""

from __future__ import annotations

from typing import assert_never

from summitry.model.claims import Anchor, SinceDays, SinceEvent, SinceLandmark, SinceTenure
from summitry.model.selection import Selection
from summitry.telling.parties import are_named, own
from summitry.telling.phrases import noun
from summitry.telling.voice import Voice
from summitry.telling.windows import is_one_day


def anchor(voice: Voice, since: Anchor, *, parties: Selection | None = None) -> str:
    """The anchor with "since" before it.

    ``parties``: the selection whose parties the sentence has named, so that a pronoun takes them
    up where the anchor's are the same.
    """
    return f"since {_anchored(voice, since, parties)}"


def _anchored(voice: Voice, since: Anchor, parties: Selection | None) -> str:
    match since:
        case SinceDays():
            return voice.bare(since.window)
        case SinceLandmark():
            return voice.landmark(since.landmark)
        case SinceEvent():
            return _event(voice, since.selection, parties)
        case SinceTenure():
            return f"{voice.person(since.person)} became {voice.office(since.office)}"
        case _:
            assert_never(since)


def _event(voice: Voice, event: Selection, parties: Selection | None) -> str:
    named = is_one_day(event.window) or event.occasion is not None
    same = parties is not None and same_parties(event, parties) and are_named(event)
    pronoun = own(voice, event) if same else ""
    return noun(voice, event, ordinal="" if named else "last", pronoun=pronoun)


def same_parties(a: Selection, b: Selection) -> bool:
    """Whether two selections are of one kind and name the same parties in the same capacities."""
    return (a.kind, a.who, a.whom) == (b.kind, b.who, b.whom)
