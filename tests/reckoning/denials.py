"""Claims beside others: what denies a claim, what shuts it out, and what says it otherwise.

Each holds of two claims under one counting rule; a claim without one of them has nothing to be
said against it in a claim of a kind that there is ("on some day" of an office, say).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from summitry.model.bounds import Bounds
from summitry.model.claims import (
    Claim,
    Detail,
    EachOf,
    FirstSince,
    Held,
    HowMany,
    NoneBut,
    NoneSince,
    NthOf,
    SinceEvent,
    SoMany,
    SomeDay,
    Throughout,
    TookPlace,
    WasAbout,
    WasAt,
    WasPartOf,
    WasPartOfSeries,
    WhichOne,
    Who,
)
from tests.reckoning.small_records import PEOPLE

NONE: Final = Bounds.exactly(0)
SOME: Final = Bounds(1, None)


def denials(claim: Claim) -> Iterator[Claim]:
    """Claims that are true in a history just where this one is false."""
    match claim:
        case TookPlace(selection=selection, rules=rules):
            yield HowMany(selection=selection, number=NONE, rules=rules)
        case HowMany(selection=selection, number=number, rules=rules):
            yield from (replace(claim, number=other) for other in _others(number))
            if number == NONE:
                yield TookPlace(selection=selection, rules=rules)
        case Who(roster=SoMany(number)):
            yield from (replace(claim, roster=SoMany(other)) for other in _others(number))
            if number == SOME:
                yield replace(claim, roster=NoneBut(frozenset()))
        case Who(roster=NoneBut(people)) if not people:
            yield replace(claim, roster=SoMany(SOME))
        case _:
            return


def _others(number: Bounds) -> Iterator[Bounds]:
    """Every other number, where these are bounds again."""
    if number.most is None and number.least > 0:
        yield Bounds(0, number.least - 1)
    if number.most is not None and number.least == 0:
        yield Bounds(number.most + 1, None)


def rivals(claim: Claim) -> Iterator[Claim]:
    """Claims of which none is true in a history where this one is."""
    match claim:
        case HowMany(number=number):
            yield from (replace(claim, number=other) for other in _beside(number))
        case WhichOne(selection=selection, position=position, rules=rules):
            fewer = Bounds(0, abs(position) - 1)
            yield HowMany(selection=selection, number=fewer, rules=rules)
            yield HowMany(selection=claim.that, number=NONE, rules=rules)
        case FirstSince(selection=selection, anchor=anchor, rules=rules):
            yield HowMany(selection=selection, number=NONE, rules=rules)
            if not isinstance(anchor, SinceEvent):
                yield NoneSince(selection=selection, anchor=anchor, rules=rules)
        case NoneSince(selection=selection, anchor=anchor, rules=rules):
            if not isinstance(anchor, SinceEvent):
                yield FirstSince(selection=selection, anchor=anchor, that=selection, rules=rules)
        case Detail(selection=selection, rules=rules):
            yield HowMany(selection=selection, number=NONE, rules=rules)
        case Who():
            yield from _rival_rosters(claim)
        case _:
            return


def _beside(number: Bounds) -> Iterator[Bounds]:
    if number.least > 0:
        yield Bounds(0, number.least - 1)
    if number.most is not None:
        yield Bounds(number.most + 1, None)


def _rival_rosters(claim: Who) -> Iterator[Who]:
    match claim.roster:
        case NoneBut(people):
            yield from (replace(claim, roster=NoneBut(people ^ {one})) for one in PEOPLE)
        case EachOf(but=but):
            for one in but:
                yield replace(claim, roster=replace(claim.roster, but=but - {one}))
        case NthOf(person, position):
            others = (one for one in PEOPLE if one != person)
            yield from (replace(claim, roster=NthOf(one, position)) for one in others)
            yield replace(claim, roster=NthOf(person, position + 1))
            yield replace(claim, roster=SoMany(Bounds(0, position - 1)))
        case SoMany(number):
            yield from (replace(claim, roster=SoMany(other)) for other in _beside(number))


def synonyms(claim: Claim) -> Iterator[Claim]:
    """Claims that are true in the same histories."""
    match claim:
        case TookPlace(selection=selection, rules=rules):
            yield HowMany(selection=selection, number=SOME, rules=rules)
            yield WhichOne(selection=selection, position=1, that=selection, rules=rules)
            yield WhichOne(selection=selection, position=-1, that=selection, rules=rules)
        case HowMany(selection=selection, number=Bounds(least, None), rules=rules) if least > 0:
            yield WhichOne(selection=selection, position=least, that=selection, rules=rules)
        case Held(time=SomeDay(window)) if window.is_exact and window.possibly.only is not None:
            yield replace(claim, time=Throughout(window))
        case Detail(selection=selection, aspect=aspect, rules=rules):
            yield from _in_the_selection(TookPlace(selection=selection, rules=rules), aspect)
        case Who(roster=SoMany(number)) if number == NONE:
            yield replace(claim, roster=NoneBut(frozenset()))
        case _:
            return


def _in_the_selection(claim: TookPlace, aspect: object) -> Iterator[TookPlace]:
    """That an event took place which has the aspect, where its selection says nothing of that."""
    selection = claim.selection
    match aspect:
        case WasAt(place) if selection.place is None:
            yield replace(claim, selection=replace(selection, place=place))
        case WasAbout(topic) if selection.topic is None and selection.kind.value == "encounter":
            yield replace(claim, selection=replace(selection, topic=topic))
        case WasPartOf(occasion) if selection.occasion is None and selection.series is None:
            yield replace(claim, selection=replace(selection, occasion=occasion))
        case WasPartOfSeries(series) if selection.occasion is None and selection.series is None:
            yield replace(claim, selection=replace(selection, series=series))
        case _:
            return
