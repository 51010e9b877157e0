"""Whether a person held an office, and when."""

from __future__ import annotations

from typing import Final

import pytest

from summitry.model.claims import Elected, Held, SomeDay, Spell, Throughout, TimeInOffice
from summitry.model.findings import Gap, Lack
from tests.reckoning.cases import (
    OPEN,
    REFUTED,
    SUPPORTED,
    Case,
    Parts,
    check,
    days,
    each,
    judge,
    window,
)
from tests.records import covers, person, record, tenure

OFFICE: Final = "us-president"
COMPLETE: Final = covers("office:us-president", kind="tenure", id="c")


def term(id: str, when: str, **parts: Parts) -> Parts:
    return tenure("ann", OFFICE, when, id=id, **parts)


ONE: Final = (term("t", "2001-01-20/2009-01-20", elected="2000-11-07 2004-11"),)
TWO: Final = (term("t1", "2001-01-20/2005-01-20"), term("t2", "2009-01-20/2013-01-20"))
JOINED: Final = (term("t1", "2001-01-20/2005-01-19"), term("t2", "2005-01-20/2009-01-20"))
ACTING: Final = (
    term("a", "2000-12-31/2001-01-19", acting=True),
    term("t", "2001-01-20/2009-01-20"),
)
VAGUE: Final = (term("t", "2001-01/2009-01"),)
GOES_ON: Final = (term("t", "2017-01-20/.."),)


def was(
    tenures: Parts,
    time: TimeInOffice,
    verdict: str,
    *,
    acting: bool | None = None,
    covered: Parts = COMPLETE,
    **finding: Parts,
) -> Case:
    parts = {name: finding.pop(name) for name in ("people",) if name in finding}
    return Case(
        record=record(tenures=tenures, coverage=[covered] if covered else [], **parts),
        claim=Held(person="ann", office=OFFICE, time=time, acting=acting),
        verdict=verdict,
        rule="",
        tally="",
        **finding,
    )


def some_day(text: str) -> TimeInOffice:
    return SomeDay(window(text))


def throughout(text: str) -> TimeInOffice:
    return Throughout(window(text))


def elected(text: str) -> TimeInOffice:
    return Elected(window(text))


def spell(began: str = "", ended: str = "") -> TimeInOffice:
    return Spell(window(began) if began else None, window(ended) if ended else None)


DAYS: Final = {
    "on a day": was(ONE, some_day("2005-05-05"), SUPPORTED, evidence="context t"),
    "on its first day": was(ONE, some_day("2001-01-20"), SUPPORTED),
    "on its last day": was(ONE, some_day("2009-01-20"), SUPPORTED),
    "on the day before": was(
        ONE,
        some_day("2001-01-19"),
        REFUTED,
        evidence="context t, context c",
        correction="term t",
    ),
    "on some day of a year": was(ONE, some_day("2001"), SUPPORTED),
    "the one of two": was(TWO, some_day("2010"), SUPPORTED, evidence="context t2"),
    "never": was((), some_day("2010"), REFUTED, evidence="context c", correction="term"),
    "perhaps": was(ONE, some_day("2010"), OPEN, covered=None, gaps="tenure", evidence="context t"),
    "no longer, by a statement of the person": was(
        ONE, some_day("2010"), REFUTED, covered=covers("person:ann", kind="tenure", id="c")
    ),
    "no longer, by a statement of others": was(
        ONE, some_day("2010"), OPEN, covered=covers("person:bob", kind="tenure"), gaps="tenure"
    ),
    "surely, though the record is not complete": was(
        ONE, some_day("2005"), SUPPORTED, covered=None
    ),
    "perhaps on its first day": was(VAGUE, some_day("2001-01-15"), OPEN, gaps="date t"),
    "in vague words": was(ONE, some_day("2000~2000-06"), REFUTED),
    "in words that may mean it": was(ONE, some_day("2000/2001~2000"), OPEN, gaps="vague"),
    "after the as-of day": was(GOES_ON, some_day("2024"), SUPPORTED),
    "acting": was(ACTING, some_day("2001-01-01"), SUPPORTED, acting=True, evidence="context a"),
    "acting, in full": was(
        ACTING, some_day("2001-01-01"), REFUTED, acting=False, correction="term a t"
    ),
    "acting or in full": was(ACTING, some_day("2001-01-01"), SUPPORTED),
    "in full, as acting": was(ACTING, some_day("2005"), REFUTED, acting=True),
    "not in a lifetime": was(
        (), some_day("2010"), REFUTED, covered=None, people=[person("ann", died="2009")]
    ),
    "a person that the record doesn't hold": was((), some_day("2010"), REFUTED, correction="term"),
}
THROUGHOUT: Final = {
    "all the time": was(ONE, throughout("2002/2008"), SUPPORTED, evidence="context t"),
    "not all the time": was(ONE, throughout("2001"), REFUTED, correction="term t"),
    "by two that join": was(
        JOINED, throughout("2004/2006"), SUPPORTED, evidence="context t1, context t2"
    ),
    "with a time between": was(TWO, throughout("2004/2010"), REFUTED),
    "perhaps all the time": was(VAGUE, throughout("2001-01-15/2002-01-01"), OPEN, gaps="date t"),
    "by a tenure not on record": was(
        ONE, throughout("2008/2010"), OPEN, covered=None, gaps="tenure"
    ),
    "acting and in full": was(ACTING, throughout("2001"), SUPPORTED),
    "in full alone": was(ACTING, throughout("2001"), REFUTED, acting=False),
}
ELECTED: Final = {
    "on the day": was(ONE, elected("2000-11-07"), SUPPORTED, evidence="context t"),
    "in the month": was(ONE, elected("2004-11"), SUPPORTED),
    "perhaps on the day": was(ONE, elected("2004-11-02"), OPEN, gaps="date t"),
    "at no time": was(ONE, elected("2008"), REFUTED, correction="term t"),
    "by an election not on record": was(
        ONE, elected("2008-11"), OPEN, covered=None, gaps="tenure", evidence="context t"
    ),
    "one not elected": was(ACTING, elected("2000"), REFUTED),
}
SPELLS: Final = {
    "from and to": was(ONE, spell("2001-01-20", "2009-01"), SUPPORTED, evidence="context t"),
    "from": was(ONE, spell("2001"), SUPPORTED),
    "to": was(ONE, spell(ended="2009"), SUPPORTED),
    "from another day": was(ONE, spell("2001-01-21"), REFUTED, correction="term t"),
    "to another day": was(ONE, spell(ended="2008"), REFUTED),
    "from one to the end of another": was(TWO, spell("2001", "2013"), REFUTED),
    "the second of two": was(TWO, spell("2009", "2013"), SUPPORTED, evidence="context t2"),
    "two that join": was(
        JOINED, spell("2001", "2009"), SUPPORTED, evidence="context t1, context t2"
    ),
    "the first of two that join": was(JOINED, spell("2001", "2005"), REFUTED),
    "the second of two that join": was(JOINED, spell("2005", "2009"), REFUTED),
    "two that overlap": was(
        (term("t1", "2001-01-20/2005-01-20"), term("t2", "2004-01-01/2009-01-20")),
        spell("2001", "2009"),
        SUPPORTED,
        evidence="context t1, context t2",
    ),
    "one within another": was(
        (term("t1", "2001-01-20/2009-01-20"), term("t2", "2004-01-01/2005-01-20")),
        spell("2001", "2009"),
        SUPPORTED,
        evidence="context t1, context t2",
    ),
    "two that perhaps join": was(
        (term("t1", "2001-01-20/2005-01"), term("t2", "2005-01-20/2009-01-20")),
        spell("2001", "2009"),
        OPEN,
        gaps="date t1",
    ),
    "two of which either may have come first": was(
        (term("t1", "[2001-01-01,2001-01-03]/2001-01-03"), term("t2", "2001-01-02/2001-01-02")),
        spell("2001-01-02"),
        OPEN,
        gaps="date t1",
    ),
    "one that another may not join": was(
        (term("t1", "[2001-01-01,2001-01-10]/2001-01-10"), term("t2", "2001-01-02/2001-01-03")),
        spell("2001-01-02", "2001-01-03"),
        OPEN,
        gaps="date t1",
    ),
    "two that join around one that may have come between": was(
        (
            term("t1", "2001-01-01/2001-01-05"),
            term("t2", "[2001-01-02,2001-02-01]/2001-02-02"),
            term("t3", "2001-01-06/2001-01-07"),
        ),
        spell("2001-01-01", "2001-01-07"),
        OPEN,
        gaps="date t2",
    ),
    "in full, after acting": was(
        ACTING, spell("2001", "2009"), SUPPORTED, acting=False, evidence="context t"
    ),
    "in full, and acting before": was(ACTING, spell("2001", "2009"), REFUTED),
    "what goes on has begun": was(GOES_ON, spell("2017"), SUPPORTED),
    "what goes on has not ended": was(GOES_ON, spell(ended="2017/2025"), REFUTED),
    "what goes on takes in what follows": was(
        (*GOES_ON, term("t2", "2021-01-20/2025-01-20")), spell(ended="2025"), REFUTED
    ),
    "perhaps it began before": was(ONE, spell("2001"), OPEN, covered=None, gaps="tenure"),
    "perhaps it began then": was(VAGUE, spell("2001-01-15"), OPEN, gaps="date t"),
    "by a tenure not on record": was((), spell("2001"), OPEN, covered=None, gaps="tenure"),
    "neither by one on record nor by another": was(
        ONE,
        spell("2005"),
        REFUTED,
        covered=covers("office:us-president", when="2003-01-01/..", kind="tenure"),
    ),
    "perhaps by one on record that another joins": was(
        ONE,
        spell("2001", "2011"),
        OPEN,
        covered=covers("office:us-president", when="0001-01-01/2008-12-31", kind="tenure"),
        gaps="tenure",
    ),
    "in words that may mean its start": was(ONE, spell("2000/2001~2000"), OPEN, gaps="vague"),
}


@each(DAYS)
def test_an_office_is_held_on_every_day_of_a_tenure(case: Case) -> None:
    check(case)


@each(THROUGHOUT)
def test_an_office_is_held_throughout_if_on_every_day(case: Case) -> None:
    check(case)


@each(ELECTED)
def test_elections_are_days_of_their_tenures(case: Case) -> None:
    check(case)


@each(SPELLS)
def test_a_spell_is_one_unbroken_time(case: Case) -> None:
    check(case)


@pytest.mark.parametrize("time", [some_day("2010"), throughout("2010"), elected("2010")])
def test_what_is_missing_of_an_office_is_said_of_the_days_meant(time: TimeInOffice) -> None:
    case = was(ONE, time, OPEN, covered=None)
    assert judge(case).gaps == (Gap(Lack.TENURE, None, days("2010")),)
