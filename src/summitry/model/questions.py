"""Questions: claims with a hole, and what a record answers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from summitry.model.bounds import Bounds
from summitry.model.claims import (
    Claim,
    Detail,
    Elected,
    FirstSince,
    Held,
    HowMany,
    Lasted,
    NoneBut,
    NoneSince,
    NthOf,
    Quote,
    SinceDays,
    SoMany,
    SomeDay,
    Spell,
    TookPlace,
    WasAt,
    WasWithin,
    WhichOne,
    Who,
)
from summitry.model.events import EventKind
from summitry.model.findings import Finding, Verdict, weakest
from summitry.model.people import PersonId
from summitry.model.selection import Selection, Someone
from summitry.model.when import ALWAYS


class Hole(StrEnum):
    """What a question asks for.

    truth: whether the claim is true; number: how many; time, year: when it was; place, country:
    where it was; person: who it was; people: which holders of an office; length: how many
    minutes; since: after what it was not again.
    """

    TRUTH = "truth"
    NUMBER = "number"
    TIME = "time"
    YEAR = "year"
    PLACE = "place"
    COUNTRY = "country"
    PERSON = "person"
    PEOPLE = "people"
    LENGTH = "length"
    SINCE = "since"


SOMEBODY: Final[PersonId] = ""
"""Stands in a claim where the hole is a person and no other value says that it is open."""

ANY_NUMBER: Final = Bounds(0, None)


@dataclass(frozen=True, slots=True)
class Question:
    """A question as asked, what it asks for, and the claim whose slot of that is open.

    Of a question for truth, all the claims that it asks about, and nothing in them is open.
    """

    text: str
    hole: Hole
    claims: tuple[Claim, ...]

    def __post_init__(self) -> None:
        if not self.claims:
            raise ValueError("a question needs a claim")
        if len(self.claims) > 1 and self.hole is not Hole.TRUTH:
            raise ValueError(f"a question for one {self.hole.value} has one claim")

    @property
    def claim(self) -> Claim:
        """The claim that is asked about: of several, the first."""
        return self.claims[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a record answers.

    ``found`` are the claims with their holes filled, each Supported, in the order in which they
    are told; of a question for truth, the findings of its claims, whatever they are. ``ground`` is
    the finding that says why the answer is as it is: Supported where the answer is whole, else
    what the record would need to know, or that what was asked about did not happen.
    """

    question: Question
    found: tuple[Finding, ...] = ()
    ground: Finding | None = None

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left open."""
        return bool(self.found) and (
            self.ground is None or self.ground.verdict is Verdict.SUPPORTED
        )

    @property
    def verdict(self) -> Verdict | None:
        """Of a question for truth, the weakest of its claims' verdicts."""
        if self.question.hole is not Hole.TRUTH:
            return None
        return weakest(tuple(finding.verdict for finding in self.found))


def opened(claim: Claim, hole: Hole, person: PersonId = SOMEBODY) -> Claim | None:
    """The claim with its slot of the hole open; None if it has none.

    ``person`` is the one who stands in the slot, where the hole is a person.
    """
    match hole:
        case Hole.TRUTH:
            return claim
        case Hole.NUMBER | Hole.PEOPLE:
            return _without_number(claim, hole)
        case Hole.TIME | Hole.YEAR:
            return _without_time(claim)
        case Hole.PLACE | Hole.COUNTRY:
            return _without_place(claim)
        case Hole.PERSON:
            return _without_person(claim, person)
        case Hole.LENGTH if isinstance(claim, Detail) and isinstance(claim.aspect, Lasted):
            return replace(claim, aspect=Lasted(ANY_NUMBER))
        case Hole.SINCE if isinstance(claim, NoneSince):
            return replace(claim, anchor=SinceDays(ALWAYS))
        case _:
            return None


def _without_number(claim: Claim, hole: Hole) -> Claim | None:
    match claim:
        case HowMany() if hole is Hole.NUMBER:
            return replace(claim, number=ANY_NUMBER)
        case Who(roster=SoMany()):
            nobody = NoneBut(frozenset())
            return replace(claim, roster=nobody if hole is Hole.PEOPLE else SoMany(ANY_NUMBER))
        case _:
            return None


def _without_time(claim: Claim) -> Claim | None:
    match claim:
        case TookPlace():
            return replace(claim, selection=claim.selection.narrowed(ALWAYS))
        case Detail(aspect=WasWithin()):
            return _happened(claim.selection, claim.quote)
        case WhichOne() | FirstSince():
            return replace(claim, that=claim.that.narrowed(ALWAYS))
        case Held(time=SomeDay()):
            return replace(claim, time=SomeDay(ALWAYS))
        case Held(time=Elected()):
            return replace(claim, time=Elected(ALWAYS))
        case Held(time=Spell(began, None)) if began is not None:
            return replace(claim, time=Spell(began=ALWAYS))
        case Held(time=Spell(None, ended)) if ended is not None:
            return replace(claim, time=Spell(ended=ALWAYS))
        case _:
            return None


def _without_place(claim: Claim) -> Claim | None:
    match claim:
        case TookPlace():
            return replace(claim, selection=replace(claim.selection, place=None))
        case Detail(aspect=WasAt()):
            return _happened(claim.selection, claim.quote)
        case WhichOne() | FirstSince():
            return replace(claim, that=replace(claim.that, place=None))
        case _:
            return None


def _happened(selection: Selection, quote: Quote | None) -> Claim:
    """Of "the meeting was in Geneva": where it was, it took place."""
    return TookPlace(selection=selection, quote=quote)


def _without_person(claim: Claim, person: PersonId) -> Claim | None:
    match claim:
        case TookPlace():
            selection = _without(claim.selection, person)
            return None if selection is None else replace(claim, selection=selection)
        case Held() if claim.person == person:
            return replace(claim, person=SOMEBODY)
        case Who(roster=NthOf(named, position)) if named == person:
            return replace(claim, roster=NthOf(SOMEBODY, position))
        case _:
            return None


def _without(selection: Selection, person: PersonId) -> Selection | None:
    """The selection with anyone in the person's place."""
    who, whom = selection.who, selection.whom
    if isinstance(whom, Someone) and whom.person == person:
        return replace(selection, whom=None)
    if not isinstance(who, Someone) or who.person != person:
        return None
    if selection.kind is EventKind.VISIT:
        return replace(selection, who=replace(who, person=SOMEBODY))
    return None if whom is None else replace(selection, who=whom, whom=None)
