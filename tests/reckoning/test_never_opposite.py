"""Verdicts that never turn round: by denying a claim, by knowing less, or by what says nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest
from hypothesis import event, given, note, settings
from hypothesis import strategies as st

from summitry.model.claims import Claim, ClaimKind
from summitry.model.coverage import Covered
from summitry.model.findings import Finding, Verdict
from tests.reckoning.denials import denials, rivals, synonyms
from tests.reckoning.renaming import OTHERS, other_ids, renamed, shuffled, with_strangers
from tests.reckoning.shown import shown
from tests.reckoning.small_claims import KINDS, Case, cases
from tests.reckoning.small_records import dice
from tests.reckoning.test_oracle import SETTLED, judged
from tests.reckoning.weakening import weakened
from tests.reckoning.worlds import worlds

FEWEST: Final = 30
CASES: Final = settings(max_examples=max(FEWEST, settings().max_examples // 10))
"""Cases of each kind of claim."""

SWAPPED: Final = {Verdict.SUPPORTED: Verdict.REFUTED, Verdict.REFUTED: Verdict.SUPPORTED}


def under_one_rule(case: Case) -> Case:
    """The case under the first of its rules alone: two rules may well say opposite things."""
    rules = case.rules[:1]
    claim = case.claim if not rules else replace(case.claim, rules=(rules[0].id,))
    return replace(case, claim=claim, rules=rules)


def verdict(case: Case, claim: Claim) -> Verdict:
    return judged(replace(case, claim=claim)).verdict


@pytest.mark.oracle
@pytest.mark.parametrize("kind", KINDS)
@CASES
@given(data=st.data())
def test_denying_a_claim_swaps_supported_and_refuted(kind: ClaimKind, data: st.DataObject) -> None:
    case = under_one_rule(data.draw(cases(kind)))
    note(shown(case))
    before = judged(case).verdict
    for denial in denials(case.claim):
        note(shown(denial))
        event(before)
        assert verdict(case, denial) is SWAPPED.get(before, before)


@pytest.mark.oracle
@pytest.mark.parametrize("kind", KINDS)
@CASES
@given(data=st.data())
def test_claims_that_shut_each_other_out_are_not_both_supported(
    kind: ClaimKind, data: st.DataObject
) -> None:
    case = under_one_rule(data.draw(cases(kind)))
    note(shown(case))
    if judged(case).verdict is not Verdict.SUPPORTED:
        return
    for rival in rivals(case.claim):
        note(shown(rival))
        if verdict(case, rival) is Verdict.SUPPORTED:
            assert is_absurd(case), "both are supported"


@pytest.mark.oracle
@pytest.mark.parametrize("kind", KINDS)
@CASES
@given(data=st.data())
def test_the_same_in_other_words_is_not_the_opposite(kind: ClaimKind, data: st.DataObject) -> None:
    case = under_one_rule(data.draw(cases(kind)))
    note(shown(case))
    before = judged(case).verdict
    for synonym in synonyms(case.claim):
        note(shown(synonym))
        after = verdict(case, synonym)
        event(f"{before} {after}")
        assert {before, after} != set(SETTLED) or is_absurd(case)


@pytest.mark.oracle
@pytest.mark.parametrize("kind", KINDS)
@CASES
@given(data=st.data())
def test_knowing_less_never_turns_a_verdict_round(kind: ClaimKind, data: st.DataObject) -> None:
    case = data.draw(cases(kind))
    note(shown(case))
    before = judged(case).verdict
    if before not in SETTLED:
        return
    weaker = replace(case, record=weakened(case.record, data.draw(dice())))
    note(shown(weaker))
    after = judged(weaker).verdict
    event(after)
    assert after is before or after not in SETTLED or is_absurd(case)


@pytest.mark.oracle
@pytest.mark.parametrize("kind", KINDS)
@CASES
@given(data=st.data())
def test_other_names_and_ids_change_nothing(kind: ClaimKind, data: st.DataObject) -> None:
    case = data.draw(cases(kind))
    note(shown(case))
    names = {**OTHERS, **other_ids(case.record)}
    other = replace(case, record=renamed(case.record, names), claim=renamed(case.claim, names))
    same(renamed(judged(case), names), judged(other))


@pytest.mark.oracle
@pytest.mark.parametrize("kind", KINDS)
@CASES
@given(data=st.data())
def test_the_order_of_rows_changes_nothing(kind: ClaimKind, data: st.DataObject) -> None:
    case = data.draw(cases(kind))
    note(shown(case))
    mixed = replace(case, record=shuffled(case.record, data.draw(dice())))
    same(judged(case), judged(mixed))


@pytest.mark.oracle
@pytest.mark.parametrize("kind", KINDS)
@CASES
@given(data=st.data())
def test_strangers_change_nothing(kind: ClaimKind, data: st.DataObject) -> None:
    case = data.draw(cases(kind))
    note(shown(case))
    if any(c.kind is Covered.TENURE and not c.complete for c in case.record.statements):
        return  # they may have held an office, for all that is known
    crowded = replace(case, record=with_strangers(case.record, data.draw(dice())))
    note(shown(crowded))
    same(judged(case), judged(crowded))


def same(one: Finding, other: Finding) -> None:
    """That two findings say the same, on the same rows, in whatever order these are told."""
    assert other.verdict is one.verdict
    assert (other.rule, other.tally, other.counts) == (one.rule, one.tally, one.counts)
    assert set(other.evidence) == set(one.evidence)
    assert set(other.gaps) == set(one.gaps)


def is_absurd(case: Case) -> bool:
    """Whether no history fits the record: of it anything may be said."""
    return next(worlds(case.record, case.claim, case.as_of, case.rules), None) is None
