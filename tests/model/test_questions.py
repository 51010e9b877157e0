from __future__ import annotations

import pytest

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
    SinceDays,
    SoMany,
    SomeDay,
    Spell,
    Throughout,
    TookPlace,
    WasAbout,
    WasAt,
    WasWithin,
    WhichOne,
    Who,
)
from summitry.model.events import EventKind
from summitry.model.findings import Finding, Gap, Lack, Verdict
from summitry.model.questions import ANY_NUMBER, SOMEBODY, Answer, Hole, Question, opened
from summitry.model.selection import Holder, Selection, Someone
from summitry.model.when import ALWAYS, Window

YEAR = Window.between(None, None)
A, B = Someone("a"), Someone("b")
MET = Selection(who=A, whom=B)
THERE = Selection(who=A, whom=B, place="geneva")
OFFICE = Holder("us-president")
VISIT = Selection(kind=EventKind.VISIT, who=A, place="ru")
SOME = Bounds(3, 3)


def held(time: SomeDay | Spell | Elected | Throughout) -> Held:
    return Held(person="a", office="us-president", time=time)


OPENED: list[tuple[Claim, Hole, Claim | None]] = [
    (HowMany(selection=MET, number=SOME), Hole.NUMBER, HowMany(selection=MET, number=ANY_NUMBER)),
    (
        Who(among=OFFICE, selection=Selection(who=OFFICE, whom=B), roster=SoMany(SOME)),
        Hole.PEOPLE,
        Who(among=OFFICE, selection=Selection(who=OFFICE, whom=B), roster=NoneBut(frozenset())),
    ),
    (TookPlace(selection=THERE), Hole.PLACE, TookPlace(selection=MET)),
    (TookPlace(selection=THERE), Hole.COUNTRY, TookPlace(selection=MET)),
    (Detail(selection=MET, aspect=WasAt("geneva")), Hole.PLACE, TookPlace(selection=MET)),
    (Detail(selection=MET, aspect=WasWithin(YEAR)), Hole.TIME, TookPlace(selection=MET)),
    (
        WhichOne(selection=MET, position=1, that=THERE),
        Hole.PLACE,
        WhichOne(selection=MET, position=1, that=MET),
    ),
    (
        Detail(selection=MET, aspect=Lasted(SOME)),
        Hole.LENGTH,
        Detail(selection=MET, aspect=Lasted(ANY_NUMBER)),
    ),
    (
        NoneSince(selection=MET, anchor=SinceDays(YEAR)),
        Hole.SINCE,
        NoneSince(selection=MET, anchor=SinceDays(ALWAYS)),
    ),
    (held(Spell(began=YEAR)), Hole.TIME, held(Spell(began=ALWAYS))),
    (held(Spell(ended=YEAR)), Hole.TIME, held(Spell(ended=ALWAYS))),
    (held(Elected(YEAR)), Hole.YEAR, held(Elected(ALWAYS))),
    (TookPlace(selection=MET), Hole.TRUTH, TookPlace(selection=MET)),
    # without such a slot
    (TookPlace(selection=MET), Hole.NUMBER, None),
    (TookPlace(selection=MET), Hole.LENGTH, None),
    (HowMany(selection=MET, number=SOME), Hole.TIME, None),
    (HowMany(selection=MET, number=SOME), Hole.PLACE, None),
    (HowMany(selection=MET, number=SOME), Hole.PEOPLE, None),
    (HowMany(selection=MET, number=SOME), Hole.PERSON, None),
    (Detail(selection=MET, aspect=WasAbout("syria")), Hole.LENGTH, None),
    (held(Throughout(YEAR)), Hole.TIME, None),
    (held(Spell(began=YEAR, ended=YEAR)), Hole.TIME, None),
    (
        FirstSince(selection=MET, anchor=SinceDays(YEAR), that=THERE),
        Hole.SINCE,
        None,
    ),
]


@pytest.mark.parametrize(("claim", "hole", "whole"), OPENED)
def test_the_slot_of_the_hole_is_open_and_nothing_else(
    claim: Claim, hole: Hole, whole: Claim | None
) -> None:
    assert opened(claim, hole) == whole


@pytest.mark.parametrize(
    ("claim", "person", "whole"),
    [
        (TookPlace(selection=MET), "b", TookPlace(selection=Selection(who=A))),
        (TookPlace(selection=MET), "a", TookPlace(selection=Selection(who=B))),
        (TookPlace(selection=MET), "c", None),
        (
            TookPlace(selection=VISIT),
            "a",
            TookPlace(selection=Selection(kind=EventKind.VISIT, who=Someone(SOMEBODY), place="ru")),
        ),
        (
            held(SomeDay(YEAR)),
            "a",
            Held(person=SOMEBODY, office="us-president", time=SomeDay(YEAR)),
        ),
        (held(SomeDay(YEAR)), "b", None),
        (
            Who(among=OFFICE, selection=Selection(who=OFFICE, whom=B), roster=NthOf("a")),
            "a",
            Who(among=OFFICE, selection=Selection(who=OFFICE, whom=B), roster=NthOf(SOMEBODY)),
        ),
    ],
)
def test_anyone_stands_in_the_place_of_the_person(
    claim: Claim, person: str, whole: Claim | None
) -> None:
    assert opened(claim, Hole.PERSON, person) == whole


def test_a_question_has_a_claim_and_but_one_unless_it_asks_for_truth() -> None:
    one = TookPlace(selection=MET)
    with pytest.raises(ValueError, match="needs a claim"):
        Question("?", Hole.TRUTH, ())
    with pytest.raises(ValueError, match="has one claim"):
        Question("?", Hole.TIME, (one, one))
    assert Question("?", Hole.TRUTH, (one, one)).claim == one


def finding(verdict: Verdict) -> Finding:
    gaps = (Gap(Lack.COVERAGE),) if verdict is Verdict.NOT_ENOUGH_EVIDENCE else ()
    return Finding(claim=TookPlace(selection=MET), verdict=verdict, gaps=gaps)


YES, NO, OPEN = map(finding, (Verdict.SUPPORTED, Verdict.REFUTED, Verdict.NOT_ENOUGH_EVIDENCE))


@pytest.mark.parametrize(
    ("found", "ground", "whole"),
    [((YES,), None, True), ((YES,), YES, True), ((YES,), OPEN, False), ((), OPEN, False),
     ((), None, False)],
)  # fmt: skip
def test_an_answer_is_whole_where_nothing_is_open(
    found: tuple[Finding, ...], ground: Finding | None, *, whole: bool
) -> None:
    asked = Question("?", Hole.TIME, (TookPlace(selection=MET),))
    assert Answer(question=asked, found=found, ground=ground).is_whole is whole
    assert Answer(question=asked, found=found, ground=ground).verdict is None


def test_the_verdict_of_a_question_for_truth_is_its_weakest() -> None:
    asked = Question("?", Hole.TRUTH, (TookPlace(selection=MET), TookPlace(selection=THERE)))
    assert Answer(question=asked, found=(YES, NO)).verdict is Verdict.REFUTED
