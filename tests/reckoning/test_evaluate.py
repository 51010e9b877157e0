"""A finding over the rules that a claim's words admit, and what it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import permutations
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summitry.model.bounds import Bounds
from summitry.model.claims import (
    Claim,
    ClaimKind,
    FirstSince,
    Held,
    HowMany,
    NoneSince,
    SinceDays,
    SinceTenure,
    SoMany,
    SomeDay,
    TookPlace,
    WhichOne,
    Who,
)
from summitry.model.findings import Bearing, Lack, Verdict
from summitry.model.rules import CountingRule, Standing, counting_rules
from summitry.model.selection import Holder
from summitry.reckoning import Frame, evaluate, evaluate_in
from summitry.reckoning import frame as frames
from summitry.reckoning.evaluate import over_rules
from tests.reckoning.cases import (
    CONFLICTING,
    OPEN,
    REFUTED,
    SUPPORTED,
    Case,
    Parts,
    check,
    each,
    judge,
    met,
    table_of,
    went,
    window,
)
from tests.reckoning.small_claims import KINDS, cases
from tests.records import cites, covers, encounter, record, tenure, visit

LEADERS: Final = (
    tenure("ann", "us-president", "2009-01-20/2017-01-20", id="ta"),
    tenure("bob", "ru-president", "2000-05-07/..", id="tb"),
)
COMPLETE: Final = (
    covers("person:ann", id="c"),
    covers("person:ann", kind="tenure", id="ct"),
    covers("person:bob", kind="tenure", id="cu"),
)
TALK: Final = encounter("ann bob", "2010-05-01", id="talk")
ASIDE: Final = encounter("ann bob", "2011-05-01", id="aside", setting="pull-aside")
GROUP: Final = encounter("ann bob", "2012-05-01", id="group", setting="multilateral")
EARLY: Final = encounter("ann bob", "2005-05-01", id="early")
RUMOUR: Final = encounter("ann bob", "2013-05-01", id="rumour", status="disputed")
FOUR: Final = (EARLY, TALK, ASIDE, GROUP)

TALKS: Final = "talks"
NO_GROUPS: Final = "apart-from-group-sessions"
EVERY: Final = "every-encounter"
LEADING: Final = "every-encounter-as-leaders"


def counted(
    number: int | Bounds,
    rules: Sequence[str],
    *events: Parts,
    verdict: str,
    covered: Parts = COMPLETE,
    **finding: Parts,
) -> Case:
    bounds = Bounds.exactly(number) if isinstance(number, int) else number
    return Case(
        record=record(encounters=events, coverage=covered, tenures=LEADERS),
        claim=HowMany(selection=met(), number=bounds, rules=tuple(rules)),
        verdict=verdict,
        **finding,
    )


RULES: Final = {
    "the one rule": counted(
        4,
        [EVERY],
        *FOUR,
        verdict=SUPPORTED,
        rule=EVERY,
        tally="4",
        counts="every-encounter 4 supported",
    ),
    "the first of the rules": counted(
        4,
        [EVERY, TALKS],
        *FOUR,
        verdict=SUPPORTED,
        rule=EVERY,
        counts="every-encounter 4 supported, talks 1 refuted",
    ),
    "at least so many, and perhaps more": counted(
        Bounds(1, None), [EVERY], TALK, verdict=SUPPORTED, covered=(), tally="1-"
    ),
    "a later rule": counted(
        1,
        [EVERY, TALKS],
        *FOUR,
        verdict=SUPPORTED,
        rule=TALKS,
        tally="1",
        counts="every-encounter 4 refuted, talks 1 supported",
        evidence="counts talk, context c",
    ),
    "the first of two that give it": counted(
        1,
        [EVERY, TALKS, NO_GROUPS],
        TALK,
        EARLY,
        verdict=SUPPORTED,
        rule=TALKS,
    ),
    "none of the rules": counted(
        5,
        [LEADING, EVERY],
        *FOUR,
        verdict=REFUTED,
        rule=LEADING,
        tally="3",
        counts="every-encounter-as-leaders 3 refuted, every-encounter 4 refuted",
        correction="count talk aside group 3",
    ),
    "none of the rules, fewer": counted(0, [TALKS, EVERY], *FOUR, verdict=REFUTED, rule=TALKS),
    "between two of the rules": counted(
        2,
        [TALKS, EVERY],
        *FOUR,
        verdict=OPEN,
        rule=TALKS,
        gaps="rule",
        correction="",
        counts="talks 1 refuted, every-encounter 4 refuted",
        evidence="counts talk, context c",
    ),
    "at least so many, between two of the rules": counted(
        Bounds(5, None), [TALKS, EVERY], *FOUR, verdict=REFUTED, rule=TALKS
    ),
    "more than two of the rules surely give": counted(
        5,
        [TALKS, EVERY],
        TALK,
        verdict=OPEN,
        covered=COMPLETE[1:],
        gaps="coverage",
    ),
    "refuted by one, open by another": counted(
        2,
        [LEADING, EVERY],
        TALK,
        ASIDE,
        GROUP,
        verdict=REFUTED,
        covered=(),
        rule=LEADING,
    ),
    "open under one": counted(
        3,
        [TALKS, EVERY],
        TALK,
        EARLY,
        verdict=OPEN,
        rule=EVERY,
        covered=[*COMPLETE[1:], covers("person:ann", when="2009-01-20/2017-01-20", id="c")],
        counts="talks 1 refuted, every-encounter 2- not_enough_evidence",
        gaps="coverage",
    ),
    "sources disagree under one": counted(
        2,
        [EVERY, TALKS],
        TALK,
        ASIDE,
        EARLY,
        RUMOUR,
        verdict=CONFLICTING,
        rule=TALKS,
        counts="every-encounter 3-4 refuted, talks 1-2 conflicting_evidence",
        evidence="counts talk, may-count rumour, context c",
        gaps="dispute rumour",
    ),
    "sources disagree under one, and another is open": counted(
        2,
        [EVERY, TALKS],
        TALK,
        RUMOUR,
        verdict=CONFLICTING,
        rule=TALKS,
        covered=[*COMPLETE[1:], covers("person:ann", when="2009-01-20/2017-01-20", id="c")],
    ),
}


def nth(position: int, rules: Sequence[str], *, verdict: str, **finding: Parts) -> Case:
    return Case(
        record=record(encounters=FOUR, coverage=COMPLETE, tenures=LEADERS),
        claim=WhichOne(
            selection=met(), position=position, that=met(window="2012"), rules=tuple(rules)
        ),
        verdict=verdict,
        **finding,
    )


POSITIONS: Final = {
    "by the second rule": nth(4, [LEADING, EVERY], verdict=SUPPORTED, rule=EVERY, tally="4"),
    "by no rule": nth(
        2,
        [LEADING, EVERY],
        verdict=REFUTED,
        counts="every-encounter-as-leaders 3 refuted, every-encounter 4 refuted",
        correction="position aside 3",
    ),
    "not counted by one of the rules": nth(1, [TALKS, EVERY], verdict=REFUTED, rule=TALKS),
}


@each(RULES, POSITIONS)
def test_a_claim_holds_if_it_holds_under_a_rule_that_its_words_admit(case: Case) -> None:
    check(case)


@pytest.mark.parametrize(
    ("verdicts", "over_all"),
    [
        ([], REFUTED),
        ([SUPPORTED, REFUTED, CONFLICTING, OPEN], SUPPORTED),
        ([REFUTED, REFUTED], REFUTED),
        ([REFUTED, CONFLICTING, OPEN], CONFLICTING),
        ([REFUTED, OPEN], OPEN),
        ([OPEN], OPEN),
    ],
)
def test_verdicts_over_rules_do_not_hang_on_their_order(verdicts: list[str], over_all: str) -> None:
    for order in permutations(map(Verdict, verdicts)):
        assert over_rules(order) is Verdict(over_all)


def test_without_a_rule_nothing_is_narrowed_and_no_rule_is_named() -> None:
    claim = HowMany(selection=met(), number=Bounds.exactly(4), rules=())
    finding = evaluate(claim, record(encounters=FOUR, coverage=COMPLETE), as_of=date(2020, 1, 1))
    assert finding.verdict is Verdict.SUPPORTED
    assert finding.rule is None
    assert finding.counts == ()


AS_PRESIDENTS: Final = "every-encounter-as-presidents"
IN_OFFICE: Final = "every-encounter-in-office"


def never(rules: Sequence[str], *events: Parts, verdict: str, **finding: Parts) -> Case:
    return counted(0, rules, *events, verdict=verdict, **finding)


def none_since(rules: Sequence[str], *events: Parts, verdict: str, **finding: Parts) -> Case:
    return Case(
        record=record(
            encounters=events, tenures=LEADERS, coverage=finding.pop("covered", COMPLETE)
        ),
        claim=NoneSince(selection=met(), anchor=SinceDays(window("2002")), rules=tuple(rules)),
        verdict=verdict,
        **finding,
    )


IN_OFFICE_ONLY: Final = [
    *COMPLETE[1:],
    covers("office:us-president", "person:bob", id="c"),
]
MAYBE_EARLY: Final = encounter("ann bob", "2005-05-01", id="early", status="disputed")
SOME_TIME: Final = encounter("ann bob", "[2001,2005]", id="early")
OF_ALL: Final = {
    "never in office, but out of it": never(
        [IN_OFFICE, EVERY], EARLY, verdict=REFUTED, rule=IN_OFFICE
    ),
    "never in office, but out of it, the wider rule first": never(
        [EVERY, IN_OFFICE], EARLY, verdict=REFUTED, rule=EVERY, correction="count early 1"
    ),
    "never in office, and perhaps never at all": never(
        [IN_OFFICE, EVERY], verdict=SUPPORTED, rule=IN_OFFICE, covered=IN_OFFICE_ONLY
    ),
    "never in office, but perhaps out of it": never(
        [EVERY, IN_OFFICE], MAYBE_EARLY, verdict=CONFLICTING, gaps="dispute early"
    ),
    "never in office, but perhaps out of it, the narrower rule first": never(
        [IN_OFFICE, EVERY],
        MAYBE_EARLY,
        verdict=CONFLICTING,
        rule=IN_OFFICE,
        gaps="dispute early",
        counts="every-encounter-in-office 0 conflicting_evidence,"
        " every-encounter 0-1 conflicting_evidence",
    ),
    "never in talks, but otherwise": never([TALKS, EVERY], GROUP, verdict=SUPPORTED, rule=TALKS),
    "none since in office, but out of it": none_since(
        [AS_PRESIDENTS, EVERY], EARLY, verdict=REFUTED
    ),
    "none since in office, but out of it, the wider rule first": none_since(
        [EVERY, AS_PRESIDENTS], EARLY, verdict=REFUTED, rule=EVERY, correction="between early"
    ),
    "none since in office, but who knows when out of it": none_since(
        [EVERY, AS_PRESIDENTS], SOME_TIME, verdict=OPEN, gaps="date early"
    ),
    "none since in office, and perhaps none at all": none_since(
        [EVERY, IN_OFFICE], verdict=SUPPORTED, rule=IN_OFFICE, covered=IN_OFFICE_ONLY
    ),
}


@each(OF_ALL)
def test_a_claim_of_all_is_of_every_capacity_that_the_record_can_decide(case: Case) -> None:
    check(case)


def test_a_claim_without_a_number_stops_at_the_first_rule_that_supports_it() -> None:
    case = Case(
        record=record(encounters=[GROUP], tenures=LEADERS, coverage=COMPLETE),
        claim=TookPlace(selection=met(), rules=(TALKS, LEADING, EVERY)),
        verdict=SUPPORTED,
        rule=LEADING,
        counts="talks 0 refuted, every-encounter-as-leaders 1 supported",
    )
    check(case)


# --- what a finding rests on ------------------------------------------------------------------

CITED: Final = record(
    encounters=[
        encounter("ann bob", "2010-05-01/2010-05", id="long"),
        encounter("ann bob", "2012-05-01", id="rumour", status="disputed"),
    ],
    visits=[visit("ann", "ru", "2010-05-01", id="stay")],
    tenures=LEADERS,
    coverage=[*COMPLETE, covers("person:ann", kind="visit", id="cv")],
    citations=[
        cites("encounters", "long", id="1"),
        cites("encounters", "long", id="2", field="when"),
        cites("encounters", "rumour", id="3"),
        cites("visits", "stay", id="4"),
        cites("tenures", "ta", id="5"),
        cites("coverage", "c", id="6"),
        cites("visits", "long", id="7"),
    ],
)
AN_ANCHOR: Final = SinceTenure("ann", "us-president")
CLAIMS: Final[dict[str, tuple[Claim, str]]] = {
    "took place": (TookPlace(selection=met()), "1 2"),
    "how many": (HowMany(selection=met(), number=Bounds(1, 2)), "1 2 6"),
    "which one": (WhichOne(selection=went(), position=1, that=went(place="ru")), "4"),
    "first since": (
        FirstSince(selection=met(), anchor=AN_ANCHOR, that=met(window="2010")),
        "1 2 5 6",
    ),
    "none since": (NoneSince(selection=met(), anchor=AN_ANCHOR), "1 2 5 6"),
    "who": (
        Who(
            among=Holder("us-president"),
            selection=met("@us-president", "bob"),
            roster=SoMany(Bounds(1, None)),
        ),
        "1 2",
    ),
    "held": (Held(person="ann", office="us-president", time=SomeDay(window("2010"))), "5"),
}


@pytest.mark.parametrize(
    ("claim", "cited"), [pytest.param(*row, id=name) for name, row in CLAIMS.items()]
)
def test_each_row_of_evidence_comes_with_its_citations(claim: Claim, cited: str) -> None:
    finding = judge(Case(record=CITED, claim=claim, verdict=""))
    for one in finding.evidence:
        assert one.citations == CITED.citations(table_of(one.row), one.row.id)
    found = [citation.id for one in finding.evidence for citation in one.citations]
    assert found == cited.split()


def test_evidence_is_as_recorded_and_not_as_it_stood_on_the_day() -> None:
    case = Case(
        record=CITED, claim=TookPlace(selection=met()), as_of="2010-05-02", verdict=SUPPORTED
    )
    (one,) = judge(case).evidence
    assert one.row == CITED.event("long")
    assert one.bearing is Bearing.COUNTS


@pytest.mark.parametrize("most", [frames.MOST_KNOWN, 3])
def test_a_frame_serves_many_claims(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frames, "MOST_KNOWN", most)
    frame = Frame.of(CITED, date(2020, 12, 31))
    rules = list(counting_rules().values())
    for claim, _ in [*CLAIMS.values(), *CLAIMS.values()]:
        alone = evaluate(claim, CITED, as_of=frame.as_of, rules=rules)
        assert evaluate_in(frame, claim, rules) == alone


# --- what holds of every finding --------------------------------------------------------------


_EVERY: Final = list(counting_rules().values())
_NARROWEST: Final = [rule for rule in _EVERY if rule.standing is Standing.PRESIDENT]
_OF_ALL: Final = (
    ClaimKind.HOW_MANY,
    ClaimKind.WHICH_ONE,
    ClaimKind.FIRST_SINCE,
    ClaimKind.NONE_SINCE,
)
"""Kinds of which some claims are of every capacity: a rule of wider standing may refute them."""


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=30)
@given(data=st.data())
def test_a_further_rule_never_takes_support_away(kind: ClaimKind, data: st.DataObject) -> None:
    case = data.draw(cases(kind))
    rules: list[CountingRule] = list(case.rules)
    before = evaluate(case.claim, case.record, as_of=case.as_of, rules=rules)
    more = data.draw(st.sampled_from(_NARROWEST if kind in _OF_ALL else _EVERY))
    at = data.draw(st.integers(0, len(rules)))
    if rules and before.verdict is Verdict.SUPPORTED:
        rules.insert(at, more)
        after = evaluate(case.claim, case.record, as_of=case.as_of, rules=rules)
        assert after.verdict is Verdict.SUPPORTED


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=30)
@given(data=st.data())
def test_a_finding_says_what_its_verdict_asks_for(kind: ClaimKind, data: st.DataObject) -> None:
    case = data.draw(cases(kind))
    finding = evaluate(case.claim, case.record, as_of=case.as_of, rules=case.rules)
    settled = finding.verdict in (Verdict.SUPPORTED, Verdict.REFUTED)
    assert bool(finding.gaps) is not settled
    assert len(set(finding.gaps)) == len(finding.gaps)
    assert finding.correction is None or finding.verdict is Verdict.REFUTED
    rows = [(table_of(one.row), one.row.id) for one in finding.evidence]
    assert len(set(rows)) == len(rows)
    bearings = {one.bearing for one in finding.evidence}
    assert Bearing.MAY_COUNT not in bearings or not settled
    assert Bearing.INSTEAD not in bearings or finding.verdict is Verdict.REFUTED
    disputes = any(gap.lack is Lack.DISPUTE for gap in finding.gaps)
    assert disputes or finding.verdict is not Verdict.CONFLICTING_EVIDENCE
