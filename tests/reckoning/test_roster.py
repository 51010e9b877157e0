"""Which holders of an office had an event."""

from __future__ import annotations

from datetime import date
from typing import Final

from summitry.model.bounds import Bounds
from summitry.model.claims import EachOf, NoneBut, NthOf, Roster, SoMany, Who
from summitry.model.rules import counting_rules
from summitry.model.selection import Holder, Selection, Someone
from summitry.reckoning import Frame
from summitry.reckoning.roster import who_had
from tests.reckoning.cases import (
    CONFLICTING,
    OPEN,
    REFUTED,
    SUPPORTED,
    Case,
    Parts,
    check,
    each,
    met,
    went,
)
from tests.records import covers, encounter, record, tenure

ANN: Final = tenure("ann", "us-president", "1993-01-20/2001-01-19", id="ta")
BOB: Final = tenure("bob", "us-president", "2001-01-20/2009-01-19", id="tb")
CAT: Final = tenure("cat", "us-president", "2009-01-20/2017-01-19", id="tc")
ALL_TENURES: Final = covers("office:us-president", kind="tenure", id="t")
ALL_MET: Final = covers("office:us-president", "person:vlad", id="m")
COMPLETE: Final = (ALL_MET, ALL_TENURES)

WITH_ANN: Final = encounter("ann vlad", "1995-05-01", id="a")
WITH_BOB: Final = encounter("bob vlad", "2003-05-01", id="b")
AGAIN: Final = encounter("bob vlad", "2004-05-01", id="b2")
WITH_CAT: Final = encounter("cat vlad", "2010-05-01", id="c3")
PRESIDENTS: Final = Holder("us-president")
AS_PRESIDENT: Final = ("every-encounter-as-presidents",)
IN_THE_OFFICE: Final = ("every-encounter-in-office",)


def of(*people: str) -> frozenset[str]:
    return frozenset(people)


def who(
    roster: Roster,
    *events: Parts,
    verdict: str,
    covered: Parts = COMPLETE,
    tenures: Parts = (ANN, BOB, CAT),
    chosen: Selection | None = None,
    rules: tuple[str, ...] = IN_THE_OFFICE,
    **finding: Parts,
) -> Case:
    vlad = tenure("vlad", "ru-president", "1990-01-01/..", id="tv")
    return Case(
        record=record(
            people=["dan"], encounters=events, coverage=covered, tenures=(*tenures, vlad)
        ),
        claim=Who(
            among=PRESIDENTS,
            selection=chosen or met("@us-president", "vlad"),
            roster=roster,
            rules=rules,
        ),
        verdict=verdict,
        **finding,
    )


EACH: Final = {
    "every one": who(
        EachOf(),
        WITH_ANN,
        WITH_BOB,
        AGAIN,
        WITH_CAT,
        verdict=SUPPORTED,
        tally="3",
        evidence="counts a, counts b, counts c3, context m, context t",
    ),
    "every one, as the counterpart": who(
        EachOf(),
        WITH_ANN,
        WITH_BOB,
        WITH_CAT,
        verdict=SUPPORTED,
        chosen=met("vlad", "@us-president"),
    ),
    "not every one": who(
        EachOf(),
        WITH_BOB,
        WITH_CAT,
        verdict=REFUTED,
        tally="2",
        evidence="counts b, counts c3, context m, context t",
        correction="person ann",
    ),
    "every one since": who(EachOf(since="bob"), WITH_BOB, WITH_CAT, verdict=SUPPORTED),
    "every one up to": who(EachOf(until="bob"), WITH_ANN, WITH_BOB, verdict=SUPPORTED),
    "every one from and to": who(EachOf(since="bob", until="bob"), WITH_BOB, verdict=SUPPORTED),
    "every one but": who(EachOf(but=of("ann")), WITH_BOB, WITH_CAT, verdict=SUPPORTED),
    "every one but one who had": who(
        EachOf(but=of("ann", "bob")),
        WITH_BOB,
        WITH_CAT,
        verdict=REFUTED,
        correction="person b bob",
    ),
    "but one out of the range": who(
        EachOf(since="bob", but=of("ann")),
        WITH_BOB,
        WITH_CAT,
        verdict=REFUTED,
        correction="person",
    ),
    "since one who never held it": who(
        EachOf(since="dan"), WITH_ANN, WITH_BOB, WITH_CAT, verdict=REFUTED, correction="person"
    ),
    "since one who did not hold it yet": who(
        EachOf(since="cat"), WITH_ANN, WITH_BOB, verdict=REFUTED, as_of="2005-01-01"
    ),
    "one who did not hold it yet doesn't matter": who(
        EachOf(), WITH_ANN, WITH_BOB, verdict=SUPPORTED, as_of="2005-01-01"
    ),
    "perhaps not every one": who(
        EachOf(),
        WITH_BOB,
        WITH_CAT,
        verdict=OPEN,
        covered=[ALL_TENURES],
        tally="2-3",
        gaps="coverage, coverage, coverage",
    ),
    "not every one, perhaps none of another": who(
        EachOf(),
        WITH_CAT,
        verdict=REFUTED,
        covered=[covers("person:ann", id="m"), ALL_TENURES],
        correction="person ann",
    ),
    "perhaps others held it": who(
        EachOf(),
        WITH_ANN,
        WITH_BOB,
        WITH_CAT,
        verdict=OPEN,
        covered=[covers("person:vlad")],
        gaps="tenure",
    ),
    "perhaps others held it before": who(
        EachOf(since="bob"),
        WITH_BOB,
        WITH_CAT,
        verdict=SUPPORTED,
        covered=[
            ALL_MET,
            covers("office:us-president", when="2001-01-20/..", kind="tenure"),
            *(covers(f"person:{one}", kind="tenure") for one in ("ann", "bob", "cat")),
        ],
    ),
    "perhaps the first held it before": who(
        EachOf(since="bob"),
        WITH_BOB,
        WITH_CAT,
        verdict=OPEN,
        covered=[
            covers("person:vlad"),
            covers("office:us-president", when="2001-01-20/..", kind="tenure"),
        ],
        gaps="tenure",
    ),
    "perhaps the one named held it": who(
        EachOf(since="dan"),
        WITH_BOB,
        verdict=OPEN,
        covered=[covers("person:vlad")],
        tenures=[BOB],
        gaps="tenure",
    ),
    "sources disagree on one": who(
        EachOf(since="cat"),
        encounter("cat vlad", "2010-05-01", id="c3", status="disputed"),
        verdict=CONFLICTING,
        evidence="may-count c3, context m, context t",
        gaps="dispute c3",
    ),
    "again in the office, up to the last time": who(
        EachOf(until="ann"),
        WITH_ANN,
        WITH_BOB,
        WITH_CAT,
        verdict=SUPPORTED,
        tenures=[ANN, BOB, CAT, tenure("ann", "us-president", "2017-01-20/2020-01-20", id="ta2")],
    ),
    "again in the office, since the first time": who(
        EachOf(since="ann"),
        WITH_ANN,
        WITH_CAT,
        verdict=REFUTED,
        tenures=[ANN, BOB, CAT, tenure("ann", "us-president", "2017-01-20/2020-01-20", id="ta2")],
        correction="person bob",
    ),
    "a start not known well": who(
        EachOf(since="bob"),
        WITH_CAT,
        WITH_BOB,
        verdict=OPEN,
        tenures=[tenure("ann", "us-president", "2001/2003-01-01", id="ta"), BOB, CAT],
        covered=[covers("person:vlad"), ALL_TENURES],
        gaps="date ta",
    ),
}
OTHERS: Final = {
    "none but these": who(
        NoneBut(of("bob", "cat")), WITH_BOB, WITH_CAT, verdict=SUPPORTED, tally="2"
    ),
    "one more": who(
        NoneBut(of("cat")), WITH_BOB, WITH_CAT, verdict=REFUTED, correction="person bob cat 2"
    ),
    "one fewer": who(
        NoneBut(of("ann", "bob")), WITH_BOB, verdict=REFUTED, correction="person bob 1"
    ),
    "one more, and perhaps one of those named": who(
        NoneBut(of("cat")),
        WITH_BOB,
        encounter("cat vlad", "2010-05-01", id="c3", status="disputed"),
        verdict=REFUTED,
        correction="person bob cat 1-2",
    ),
    "none": who(NoneBut(of()), verdict=SUPPORTED, tally="0"),
    "one who never held it": who(NoneBut(of("dan")), verdict=REFUTED, correction="person 0"),
    "perhaps one who held it": who(NoneBut(of("dan")), verdict=OPEN, covered=()),
    "perhaps one who held it, but had none": who(
        NoneBut(of("dan")), verdict=REFUTED, covered=[covers("person:vlad")]
    ),
    "one whom the record doesn't hold": who(NoneBut(of("eve")), verdict=OPEN, covered=()),
    "perhaps others": who(
        NoneBut(of("bob")), WITH_BOB, verdict=OPEN, covered=[ALL_TENURES], tally="1-3"
    ),
    "so many": who(SoMany(Bounds.exactly(2)), WITH_BOB, WITH_CAT, verdict=SUPPORTED),
    "not so many": who(
        SoMany(Bounds.exactly(3)),
        WITH_BOB,
        AGAIN,
        WITH_CAT,
        verdict=REFUTED,
        correction="person bob cat 2",
    ),
    "at least so many, whoever else held it": who(
        SoMany(Bounds(2, None)), WITH_BOB, WITH_CAT, verdict=SUPPORTED, covered=(), tally="2-"
    ),
    "perhaps so many": who(
        SoMany(Bounds.exactly(2)), WITH_BOB, verdict=OPEN, covered=[ALL_TENURES], tally="1-3"
    ),
    "so many together": who(
        SoMany(Bounds.exactly(2)),
        encounter("bob cat vlad", "2009-01-19/2009-01-20", id="bc", setting="multilateral"),
        verdict=SUPPORTED,
        evidence="counts bc, context m, context t",
    ),
}
FIRSTS: Final = {
    "the second": who(NthOf("cat", 2), WITH_BOB, WITH_CAT, verdict=SUPPORTED),
    "the second was the first": who(
        NthOf("bob", 2), WITH_BOB, WITH_CAT, verdict=REFUTED, correction="person c3 cat"
    ),
    "the third of two": who(
        NthOf("cat", 3), WITH_BOB, WITH_CAT, verdict=REFUTED, correction="person"
    ),
    "the second, or perhaps the third": who(
        NthOf("cat", 2),
        WITH_BOB,
        WITH_CAT,
        verdict=OPEN,
        covered=[covers("person:bob"), covers("person:cat"), ALL_TENURES],
        gaps="coverage",
    ),
    "perhaps the second, if another had none": who(
        NthOf("cat", 2), WITH_CAT, verdict=OPEN, covered=[ALL_TENURES]
    ),
    "what may have come before bears on it, and nothing later": who(
        NthOf("bob"),
        encounter("ann vlad", "1995-05-01", id="early", status="disputed"),
        WITH_BOB,
        encounter("cat vlad", "2012-05-01", id="late", status="disputed"),
        verdict=CONFLICTING,
        evidence="counts b, may-count early, context m, context t",
    ),
    "surely not the first, with others unknown": who(
        NthOf("cat", 1), WITH_BOB, WITH_CAT, verdict=REFUTED, covered=[covers("person:cat")]
    ),
    "the first": who(NthOf("bob"), WITH_BOB, WITH_CAT, verdict=SUPPORTED),
    "the second, who had two": who(
        NthOf("bob", 2), WITH_ANN, WITH_BOB, AGAIN, WITH_CAT, verdict=SUPPORTED
    ),
    "the second is not the third by having two": who(
        NthOf("bob", 3),
        WITH_ANN,
        WITH_BOB,
        AGAIN,
        WITH_CAT,
        verdict=REFUTED,
        correction="person c3 cat",
    ),
    "the first of all": who(NthOf("ann"), WITH_ANN, WITH_BOB, verdict=SUPPORTED),
    "not the first": who(
        NthOf("cat"), WITH_BOB, WITH_CAT, verdict=REFUTED, correction="person b bob"
    ),
    "the first had none": who(NthOf("ann"), WITH_BOB, verdict=REFUTED, correction="person b bob"),
    "nobody had one": who(NthOf("ann"), verdict=REFUTED, correction="person"),
    "one who never held it": who(
        NthOf("dan"), WITH_BOB, verdict=REFUTED, correction="person b bob"
    ),
    "perhaps one who held it": who(NthOf("dan"), verdict=OPEN, covered=()),
    "perhaps one who held it, but had none": who(
        NthOf("dan"), verdict=REFUTED, covered=[covers("person:vlad")]
    ),
    "one whom the record doesn't hold": who(NthOf("eve"), verdict=OPEN, covered=()),
    "perhaps another before": who(
        NthOf("bob"),
        WITH_BOB,
        verdict=OPEN,
        covered=[covers("person:bob"), ALL_TENURES],
        gaps="coverage, coverage",
    ),
    "perhaps one not on record before": who(
        NthOf("bob"),
        WITH_BOB,
        verdict=OPEN,
        covered=[covers("person:vlad", when="2000-01-01/.."), ALL_TENURES],
        gaps="coverage",
    ),
    "perhaps another holder before": who(
        NthOf("bob"),
        WITH_BOB,
        verdict=OPEN,
        covered=[covers("person:ann")],
        gaps="coverage, tenure",
    ),
    "not before another, whoever else": who(
        NthOf("cat"), WITH_BOB, WITH_CAT, verdict=REFUTED, covered=[covers("person:cat")]
    ),
    "on one day, in order": who(
        NthOf("bob"),
        encounter("bob vlad", "2009-01-19/2009-01-20", id="b", sequence=1),
        encounter("cat vlad", "2009-01-20", id="c3", sequence=2),
        verdict=SUPPORTED,
    ),
    "on one day, by their order": who(
        NthOf("cat"),
        encounter("bob vlad", "2009-01-20", id="b", sequence=2),
        encounter("cat vlad", "2009-01-20", id="c3", sequence=1),
        verdict=SUPPORTED,
        tenures=[tenure("bob", "us-president", "2001-01-20/2009-01-20"), CAT],
    ),
    "on one day, without order": who(
        NthOf("cat"),
        encounter("bob vlad", "2009-01-20", id="b"),
        encounter("cat vlad", "2009-01-20", id="c3"),
        verdict=OPEN,
        tenures=[tenure("bob", "us-president", "2001-01-20/2009-01-20"), CAT],
    ),
    "both at once": who(
        NthOf("cat"),
        encounter("bob cat vlad", "2009-01-20", id="b", setting="multilateral"),
        verdict=REFUTED,
        tenures=[tenure("bob", "us-president", "2001-01-20/2009-01-20"), CAT],
    ),
}
STANDINGS: Final = {
    "out of office": who(
        SoMany(Bounds.exactly(1)),
        encounter("bob vlad", "1999-05-01", id="early"),
        WITH_CAT,
        verdict=SUPPORTED,
        covered=[*COMPLETE, covers("person:vlad")],
    ),
    "in any capacity": who(
        SoMany(Bounds.exactly(2)),
        encounter("bob vlad", "1999-05-01", id="early"),
        WITH_CAT,
        verdict=SUPPORTED,
        covered=[*COMPLETE, covers("person:vlad", id="v")],
        rules=("every-encounter",),
        evidence="counts early, counts c3, context m, context v, context t",
    ),
    "in any capacity, perhaps of others": who(
        SoMany(Bounds.exactly(1)),
        WITH_CAT,
        encounter("dan vlad", "2011-05-01", id="d"),
        verdict=OPEN,
        covered=[covers("person:vlad", id="v")],
        rules=("every-encounter",),
        tally="1-",
        evidence="counts c3, may-count d, context v",
        gaps="tenure",
    ),
    "by either rule": who(
        SoMany(Bounds.exactly(2)),
        encounter("bob vlad", "1999-05-01", id="early"),
        WITH_CAT,
        verdict=SUPPORTED,
        covered=[*COMPLETE, covers("person:vlad", id="v")],
        rules=(*IN_THE_OFFICE, "every-encounter"),
        rule="every-encounter",
    ),
    "visits": Case(
        record=record(
            tenures=[ANN, BOB],
            visits=[],
            coverage=[covers("office:us-president", kind="visit", id="v"), ALL_TENURES],
        ),
        claim=Who(among=PRESIDENTS, selection=went("@us-president"), roster=NoneBut(of())),
        rules=(),
        verdict=OPEN,
        rule="",
    ),
}


@each(EACH)
def test_each_holder_in_a_range_had_one(case: Case) -> None:
    check(case)


@each(OTHERS)
def test_these_or_so_many_holders_had_one(case: Case) -> None:
    check(case)


@each(FIRSTS)
def test_a_holder_had_one_before_any_other(case: Case) -> None:
    check(case)


@each(STANDINGS)
def test_a_holder_counts_in_the_office_unless_any_capacity_will_do(case: Case) -> None:
    check(case)


def test_those_who_surely_had_one_come_in_the_order_of_their_first() -> None:
    parts = {
        "encounters": [WITH_CAT, AGAIN, WITH_BOB, WITH_ANN],
        "tenures": [ANN, BOB, CAT, tenure("vlad", "ru-president", "1990-01-01/..")],
        "coverage": COMPLETE,
    }
    frame = Frame.of(record(**parts), date(2012, 1, 1))
    nobody = NoneBut(frozenset())
    selection = Selection(who=PRESIDENTS, whom=Someone("vlad"))
    claim = Who(among=PRESIDENTS, selection=selection, roster=nobody)
    rule = counting_rules()["every-encounter-in-office"]
    assert who_had(claim, rule, frame) == ("ann", "bob", "cat")
    assert who_had(claim, rule, Frame.of(record(**parts), date(2005, 1, 1))) == ("ann", "bob")
