"""Reckoning held to the histories: what it says surely is so in each one that can be made.

``make oracle`` runs these at length; as a part of the usual tests they look at a few cases each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import pytest
from hypothesis import assume, event, given, note, settings
from hypothesis import strategies as st

from summitry.model.bounds import Tally
from summitry.model.claims import ClaimKind, HowMany
from summitry.model.coverage import Coverage
from summitry.model.findings import Finding, Verdict
from summitry.model.people import Tenure
from summitry.model.rules import CountingRule
from summitry.reckoning import evaluate
from tests.reckoning.history import World, numbers_in, true_in
from tests.reckoning.refining import refined
from tests.reckoning.shown import shown
from tests.reckoning.small_claims import KINDS, Case, cases
from tests.reckoning.small_records import SmallRecord, dice
from tests.reckoning.worlds import NEUTRAL, is_doubted, is_of_all, lies_between, wider, worlds

FEWEST: Final = 40
"""Cases of each kind of claim, where the profile has too few for all of them to share."""

_SHARE: Final = settings().max_examples // (5 * len(KINDS))
CASES: Final = settings(max_examples=max(FEWEST, 4 * _SHARE))
FEWER: Final = settings(max_examples=max(FEWEST // 4, _SHARE))
SETTLED: Final = (Verdict.SUPPORTED, Verdict.REFUTED)


@pytest.mark.oracle
@pytest.mark.parametrize("kind", KINDS)
@CASES
@given(data=st.data())
def test_a_finding_holds_in_every_history(kind: ClaimKind, data: st.DataObject) -> None:
    case = data.draw(cases(kind))
    note(shown(case))
    finding = judged(case)
    event(finding.verdict)
    assert list(faults(case, finding)) == []


@pytest.mark.oracle
@pytest.mark.parametrize("kind", KINDS)
@FEWER
@given(data=st.data())
def test_a_finer_record_never_turns_a_verdict_round(kind: ClaimKind, data: st.DataObject) -> None:
    case = data.draw(cases(kind))
    note(shown(case))
    before = judged(case).verdict
    assume(before in SETTLED)
    finer = Case(refined(case.record, data.draw(dice())), case.claim, case.rules, case.as_of)
    note(shown(finer))
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
    yield from _strange(finding, case.record)
    sure = _said_to_be_sure(case, finding)
    tallies = {c.rule: c.tally for c in finding.counts if isinstance(case.claim, HowMany)}
    disputed = finding.verdict is Verdict.CONFLICTING_EVIDENCE
    if not sure and not tallies and not disputed:
        return
    found = list(worlds(case.record, case.claim, case.as_of, case.rules, cap=cap))
    for rule, truth in sure.items():
        yield from (_supported_amiss if truth else _refuted_amiss)(found, case, rule)
    for rule, tally in tallies.items():
        yield from _miscounts(found, case, rule, tally)
        refuted = finding.verdict is Verdict.REFUTED
        if refuted and lies_between(case.claim, found, case.rules, case.as_of):
            yield "refuted, though a rule between two of these may give the number"
    if disputed:
        yield from _undecided(found, case, _taken(case, finding))


def _taken(case: Case, finding: Finding) -> CountingRule:
    """The rule that a finding names; of a claim that admits none, one that narrows nothing."""
    return next((rule for rule in case.rules if rule == finding.rule), NEUTRAL)


def _said_to_be_sure(case: Case, finding: Finding) -> dict[CountingRule, bool]:
    """Whether the claim is true, by the rules under which the finding is sure of it."""
    sure = {c.rule: c.verdict is Verdict.SUPPORTED for c in finding.counts if c.verdict in SETTLED}
    if finding.verdict is Verdict.SUPPORTED:
        sure[_taken(case, finding)] = True
    if finding.verdict is Verdict.REFUTED:
        sure |= dict.fromkeys(case.rules or (NEUTRAL,), False)
    return sure


def _supported_amiss(found: Sequence[World], case: Case, rule: CountingRule) -> Iterator[str]:
    world = _first(found, case, rule, truth=False)
    if world is not None:
        yield f"false under {rule.id} in {shown(world)}"
    elif found and _is_refuted_more_widely(found, case, rule):
        yield f"refuted in a wider standing than that of {rule.id}"
    elif is_of_all(case.claim):
        for one in wider(rule, case.rules):
            if is_doubted(found, one, case.as_of):
                yield f"perhaps refuted by what the record has, under {one.id}"


def _refuted_amiss(found: Sequence[World], case: Case, rule: CountingRule) -> Iterator[str]:
    world = _first(found, case, rule, truth=True)
    if world is not None and not _is_refuted_more_widely(found, case, rule):
        yield f"true under {rule.id} in {shown(world)}"


def _is_refuted_more_widely(found: Sequence[World], case: Case, rule: CountingRule) -> bool:
    """Whether a claim of all is false in every history under the same rule of a wider standing."""
    return is_of_all(case.claim) and any(
        _first(found, case, one, truth=True) is None for one in wider(rule, case.rules)
    )


def _first(found: Sequence[World], case: Case, rule: CountingRule, *, truth: bool) -> World | None:
    return next((w for w in found if true_in(w, rule, case.as_of) is truth), None)


def _undecided(found: Sequence[World], case: Case, rule: CountingRule) -> Iterator[str]:
    """Whether neither all disputed rows nor none of them would decide the claim."""
    if found and all(w.disputes is None for w in found):
        yield "conflicting evidence without a dispute"
    for side in (True, False):
        truths = {true_in(w, rule, case.as_of) for w in found if w.disputes is side}
        if len(truths) < 2:
            return
    yield f"no dispute decides it under {rule.id}"


def _miscounts(
    found: Sequence[World], case: Case, rule: CountingRule, tally: Tally
) -> Iterator[str]:
    for world in found:
        (number,) = numbers_in(world, rule, case.as_of)
        if number not in tally.bounds:
            yield f"{number}, not {tally} under {rule.id} in {shown(world)}"
            return


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
