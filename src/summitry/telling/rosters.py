"""Which holders of an office, in English: the subject of a *who* claim."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import assert_never

from summitry.model.bounds import Bounds
from summitry.model.claims import EachOf, NoneBut, NthOf, SoMany, Who
from summitry.model.people import PersonId
from summitry.model.selection import Selection
from summitry.telling.numbers import how_many, ordinal
from summitry.telling.phrases import Form, tail, verb
from summitry.telling.voice import Voice
from summitry.telling.words import joined, spaced


def who(voice: Voice, claim: Who) -> str:
    """The claim without its counting clause, the office asked about as the subject."""
    selection = _asked_first(claim)
    office = claim.among.office
    match claim.roster:
        case EachOf():
            return _did(voice, selection, _each(voice, office, claim.roster))
        case NoneBut():
            return _none_but(voice, selection, office, claim.roster)
        case NthOf(person, position):
            return spaced(
                f"{voice.person(person)} was the {ordinal(position)} {voice.office(office)} to",
                verb(voice, selection, Form.BASE),
                tail(voice, selection),
            )
        case SoMany():
            return _so_many(voice, selection, office, claim.roster.number)
        case _:
            assert_never(claim.roster)


def _asked_first(claim: Who) -> Selection:
    """The selection with the office asked about as ``who``."""
    selection = claim.selection
    if selection.who == claim.among or selection.whom is None:
        return selection
    return replace(selection, who=selection.whom, whom=selection.who)


def _did(
    voice: Voice, selection: Selection, doers: str, *, plural: bool = False, negated: bool = False
) -> str:
    did = verb(voice, selection, plural=plural, negated=negated)
    return spaced(doers, did, tail(voice, selection))


def _each(voice: Voice, office: str, roster: EachOf) -> str:
    span = ""
    if roster.since is not None and roster.until is not None:
        span = f"from {voice.person(roster.since)} to {voice.person(roster.until)}"
    elif roster.since is not None:
        span = f"since {voice.person(roster.since)}"
    elif roster.until is not None:
        span = f"up to {voice.person(roster.until)}"
    but = f"except {_people(voice, roster.but)}" if roster.but else ""
    return spaced(f"every {voice.office(office)}", span, but)


def _none_but(voice: Voice, selection: Selection, office: str, roster: NoneBut) -> str:
    of = f"of the {voice.offices(office)},"
    if not roster.people:
        return _did(voice, selection, f"{of} none", negated=True)
    only = f"{of} only {_people(voice, roster.people)}"
    return _did(voice, selection, only, plural=len(roster.people) > 1)


def _so_many(voice: Voice, selection: Selection, office: str, many: Bounds) -> str:
    if many == Bounds(0, 0):
        return _did(voice, selection, f"not one {voice.office(office)}", negated=True)
    one = many.most == 1 or (many.most is None and many.least == 1)
    holders = voice.office(office) if one else voice.offices(office)
    return _did(voice, selection, f"{how_many(many)} {holders}", plural=not one)


def _people(voice: Voice, people: frozenset[PersonId]) -> str:
    """The people by when they first held an office of the record, then by name."""
    return joined(voice.person(person) for person in in_order(voice, people))


def in_order(voice: Voice, people: AbstractSet[PersonId]) -> list[PersonId]:
    """People by the start of their first tenure, those without one last, then by name."""
    held = voice.names.tenures_of
    starts = {
        one: min(tenure.when.start.possible.first for tenure in held[one])
        for one in people
        if one in held
    }
    last = max(starts.values(), default=0) + 1
    return sorted(people, key=lambda one: (starts.get(one, last), voice.person(one)))
