"""What a *held* claim says of a person's time in an office."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from summitry.model.claims import Elected, Held, SomeDay, Spell, Throughout
from summitry.model.people import Tenure
from summitry.model.when import ALWAYS
from summitry.telling import dates
from summitry.telling.voice import Voice
from summitry.telling.words import joined, spaced

_STANDINGS = {True: "acting", False: "full", None: ""}


def held(voice: Voice, claim: Held) -> str:
    """The claim: "Vladimir Putin was acting president of Russia in January 2000"."""
    person = voice.person(claim.person)
    office = spaced(_STANDINGS[claim.acting], voice.office(claim.office))
    match claim.time:
        case SomeDay(window):
            return f"{person} was {office} {voice.at(window)}"
        case Throughout(window):
            return f"{person} was {office} throughout {voice.bare(window)}"
        case Spell():
            return _spell(voice, person, office, claim.time)
        case Elected(window):
            return f"{person} was elected {office} {voice.at(window)}"
        case _:
            assert_never(claim.time)


def terms(voice: Voice, tenures: Iterable[Tenure]) -> str:
    """Times in office: "president of Russia from 7 May 2000 to 7 May 2008"."""
    by_office: dict[str, list[str]] = {}
    for tenure in tenures:
        office = spaced(_STANDINGS[True] if tenure.acting else "", voice.office(tenure.office))
        by_office.setdefault(office, []).append(dates.moment(tenure.when, voice.style))
    return joined(f"{office} {joined(spans)}" for office, spans in by_office.items())


def elections(voice: Voice, tenures: Iterable[Tenure]) -> str:
    """The days of election: "on 8 November 2016 and on 5 November 2024"; empty where none is."""
    return joined(dates.moment(day, voice.style) for t in tenures for day in t.elected)


def _spell(voice: Voice, person: str, office: str, spell: Spell) -> str:
    if spell.began is not None and spell.ended is not None:
        return f"{person} was {office} from {voice.bare(spell.began)} to {voice.bare(spell.ended)}"
    if spell.began is not None:
        return f"{person} became {office} {voice.at(spell.began)}"
    return f"{person} ceased to be {office} {voice.at(spell.ended or ALWAYS)}"
