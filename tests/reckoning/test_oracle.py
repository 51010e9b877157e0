"""Reckoning held to the histories: what it says surely is so in each one that can be made.

``make oracle`` runs these at length; as a part of the usual tests they look at a few cases each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import pytest
from hypothesis import assume, event, given, settings
from hypothesis import strategies as st

from summitry.model.claims import ClaimKind, HowMany
from summitry.model.coverage import Coverage
from summitry.model.findings import Count, Finding, Verdict
from summitry.model.people import Tenure
from summitry.model.rules import CountingRule
from summitry.reckoning import evaluate
from tests.reckoning.history import World, number_in, true_in
from tests.reckoning.refining import refined
from tests.reckoning.small_claims import KINDS, Case, cases
from tests.reckoning.small_records import SmallRecord, dice
from tests.reckoning.worlds import NEUTRAL, worlds

FEWEST: Final = 40
"""Cases of each kind of claim, where the profile has no more than the usual number."""

_MOST: Final = max(FEWEST, settings().max_examples // len(KINDS))
CASES: Final = settings(max_examples=_MOST)
FEWER: Final = settings(max_examples=_MOST // 4)
SETTLED: Final = (Verdict.SUPPORTED, Verdict.REFUTED)


@pytest.mark.oracle
@pytest.mark.parametrize("kind", KINDS)
@CASES
@given(data=st.data())
def test_a_finding_holds_in_every_history(kind: ClaimKind, data: st.DataObject) -> None:
    case = data.draw(cases(kind))
    finding = judged(case)
    event(finding.verdict)
    assert list(faults(case, finding)) == []


@pytest.mark.oracle
@pytest.mark.parametrize("kind", KINDS)
@FEWER
@given(data=st.data())
def test_a_finer_record_never_turns_a_verdict_round(kind: ClaimKind, data: st.DataObject) -> None:
    case = data.draw(cases(kind))
    before = judged(case).verdict
    assume(before in SETTLED)
    finer = Case(refined(case.record, data.draw(dice())), case.claim, case.rules, case.as_of)
    after = judged(finer).verdict
    if after in SETTLED and after is not before:
        histories = worlds(finer.record, finer.claim, finer.as_of, finer.rules)
        assert next(histories, None) is None, "the finer record still has histories"


# --- what may be wrong with a finding ---------------------------------------------------------


def judged(case: Case) -> Finding:
    """What reckoning makes of a case."""
    return evaluate(case.claim, case.record, as_of=case.as_of, rules=case.rules)


def faults(case: Case, finding: Finding, *, cap: int = 600) -> Iterator[str]:
    """What is wrong with a finding, by the histories."""
    rules = {rule.id: rule for rule in case.rules} or {NEUTRAL.id: NEUTRAL}
    taken = NEUTRAL if finding.rule is None else rules[finding.rule.id]
    yield from _strange(finding, case.record)
    if finding.verdict is Verdict.NOT_ENOUGH_EVIDENCE and not finding.counts:
        return
    found = list(worlds(case.record, case.claim, case.as_of, case.rules, cap=cap))
    if not found:
        return
    match finding.verdict:
        case Verdict.SUPPORTED:
            yield from _unlike(found, case, taken, truth=True)
        case Verdict.REFUTED:
            for rule in rules.values():
                yield from _unlike(found, case, rule, truth=False)
        case Verdict.CONFLICTING_EVIDENCE:
            yield from _undecided(found, case, taken)
        case Verdict.NOT_ENOUGH_EVIDENCE:
            pass  # nothing is said to be sure
    for count in finding.counts:
        yield from _miscounts(found, case, count)


def _unlike(
    found: Sequence[World], case: Case, rule: CountingRule, *, truth: bool
) -> Iterator[str]:
    other = [w for w in found if true_in(w, rule, case.as_of) is not truth]
    for world in other[:1]:
        yield f"{not truth} under {rule.id} in {world}"


def _undecided(found: Sequence[World], case: Case, rule: CountingRule) -> Iterator[str]:
    """Whether neither all disputed rows nor none of them would decide the claim."""
    truths = {
        side: {true_in(w, rule, case.as_of) for w in found if w.disputes is side}
        for side in (True, False)
    }
    if all(len(of_side) > 1 for of_side in truths.values()):
        yield f"no dispute decides it under {rule.id}"
    if not any(w.disputes is not None for w in found):
        yield "conflicting evidence without a dispute"


def _miscounts(found: Sequence[World], case: Case, count: Count) -> Iterator[str]:
    for world in found:
        if isinstance(world.claim, HowMany):
            number = number_in(world, count.rule, case.as_of, world.claim.selection)
            if number not in count.tally.bounds:
                yield f"{number}, not {count.tally} under {count.rule.id} in {world}"
                return
    if count.verdict in SETTLED:
        yield from _unlike(found, case, count.rule, truth=count.verdict is Verdict.SUPPORTED)


def _strange(finding: Finding, record: SmallRecord) -> Iterator[str]:
    """Evidence that is no row of the record."""
    for evidence in finding.evidence:
        row = evidence.row
        of_table: Sequence[object]
        match row:
            case Tenure():
                of_table = record.terms
            case Coverage():
                of_table = record.statements
            case _:
                of_table = record.rows
        if row not in of_table:
            yield f"{row} is no row of the record"
