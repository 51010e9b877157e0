"""What a detail claim says of an event, after the noun phrase of the event."""

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
from summitry.model.selection import Party
from summitry.telling import settings
from summitry.telling.numbers import length
from summitry.telling.parties import capacity, party
from summitry.telling.voice import Voice
from summitry.telling.words import spaced


def aspect(voice: Voice, what: Aspect) -> str:
    """The predicate: "lasted exactly 136 minutes", "was in Geneva", "was about Syria"."""
    match what:
        case Lasted():
            return f"lasted {length(what.minutes)}"
        case WasAt():
            return f"was {voice.in_place(what.place)}"
        case WasHostedBy():
            return f"was {_hosted(voice, what.host)}"
        case WasPartOf():
            return f"was part of {voice.occasion(what.occasion)}"
        case WasPartOfSeries():
            return f"was part of {voice.gathering(what.series)}"
        case WasAbout():
            return f"was about {voice.topic(what.topic)}"
        case WasSetting():
            return f"was {_set(what)}"
        case WasWithin():
            return f"was {voice.at(what.window)}"
        case _:
            assert_never(what)


def _hosted(voice: Voice, host: Party) -> str:
    return spaced(f"hosted by {party(voice, host)}", capacity(voice, host))


def _set(what: WasSetting) -> str:
    words = settings.words_for(what.settings).predicate.strip(" ,")
    return words.format(gathering=settings.LARGER) or "in some setting"
