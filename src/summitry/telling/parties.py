"""Who takes part, and in what capacity."""

from __future__ import annotations

from typing import assert_never

from summitry.model.events import EventKind
from summitry.model.selection import Holder, Party, Selection, Someone
from summitry.telling.voice import Voice
from summitry.telling.words import joined


def party(voice: Voice, who: Party | None, *, many: bool = False, negated: bool = False) -> str:
    """A party as a noun: "Joe Biden", "a president of the United States", "someone".

    ``many``: holders of an office in the plural. ``negated``: in a sentence that denies.
    """
    match who:
        case Someone():
            return voice.person(who.person)
        case Holder():
            return voice.offices(who.office) if many else voice.a_holder(who.office)
        case None:
            return "anyone" if negated else "someone"
        case _:
            assert_never(who)


def is_pair(selection: Selection) -> bool:
    """Whether the selection is of encounters of two people who are named."""
    return isinstance(selection.who, Someone) and isinstance(selection.whom, Someone)


def are_named(selection: Selection) -> bool:
    """Whether no party is an office or anyone at all, so that a pronoun can take them up."""
    if selection.kind is EventKind.VISIT or selection.whom is None:
        return isinstance(selection.who, Someone)
    return is_pair(selection)


def counterpart(voice: Voice, event: Selection, of: Selection) -> str:
    """Who took part in one of the events of a selection: "with Joe Biden", "by Joe Biden".

    Empty where the selection is of two people who are named, or the words would leave out more.
    """
    if event.kind is not of.kind or is_pair(of):
        return ""
    if event.kind is EventKind.VISIT:
        told = isinstance(of.who, Holder) and is_someone(event.who)
        return f"by {party(voice, event.who)}" if told else ""
    told = isinstance(of.whom, Holder) and event.who == of.who and is_someone(event.whom)
    return f"with {party(voice, event.whom)}" if told and isinstance(of.who, Someone) else ""


def is_someone(who: Party | None) -> bool:
    """Whether the party is a person in any capacity."""
    return isinstance(who, Someone) and who.capacity.is_open


def own(voice: Voice, selection: Selection) -> str:
    """The possessive pronoun for the parties of a selection: "their", "his", "her"."""
    if is_pair(selection) or not isinstance(selection.who, Someone):
        return "their"
    return voice.own(selection.who.person)


def in_capacity(voice: Voice, selection: Selection, *, host_only: bool = False) -> str:
    """The while-clause of a selection; empty where every capacity will do.

    ``host_only`` leaves out the parties, whose capacity another part of the sentence says.
    """
    parties: list[Party | None] = [] if host_only else [selection.who, selection.whom]
    bound: list[Someone] = []
    for one in (*parties, selection.host):
        if isinstance(one, Someone) and not one.capacity.is_open and one not in bound:
            bound.append(one)
    in_office = [one for one in bound if one in parties and one.capacity.in_office]
    both = is_pair(selection) and len(in_office) == 2
    held = [_held(voice, one) for one in bound if not (both and one in in_office)]
    parts = (["both were in office"] if both else []) + held
    return f"while {joined(parts)}" if parts else ""


def capacity(voice: Voice, who: Party) -> str:
    """The while-clause of one party; empty where every capacity will do."""
    if isinstance(who, Holder) or who.capacity.is_open:
        return ""
    return f"while {_held(voice, who)}"


def _held(voice: Voice, one: Someone) -> str:
    if one.capacity.in_office:
        return f"{voice.again(one.person)} was in office"
    offices = sorted(voice.office(office) for office in one.capacity.offices)
    return f"{voice.again(one.person)} was {joined(offices, 'or')}"
