"""A finding says what is missing, and a statement is as strong as its weakest claim."""

from __future__ import annotations

from itertools import product

import pytest

from summitry.model.claims import TookPlace
from summitry.model.findings import Finding, Gap, Lack, Verdict, weakest
from summitry.model.selection import Selection, Someone

CLAIM = TookPlace(selection=Selection(who=Someone("joe-biden")))
WEAKEST_FIRST = [
    Verdict.REFUTED,
    Verdict.CONFLICTING_EVIDENCE,
    Verdict.NOT_ENOUGH_EVIDENCE,
    Verdict.SUPPORTED,
]


@pytest.mark.parametrize("verdict", Verdict)
def test_only_not_enough_evidence_needs_a_gap(verdict: Verdict) -> None:
    gaps = (Gap(Lack.COVERAGE),)
    assert Finding(claim=CLAIM, verdict=verdict, gaps=gaps).gaps == gaps
    if verdict is Verdict.NOT_ENOUGH_EVIDENCE:
        message = r"^not enough evidence needs a gap that says what is missing$"
        with pytest.raises(ValueError, match=message):
            Finding(claim=CLAIM, verdict=verdict)
    else:
        assert Finding(claim=CLAIM, verdict=verdict).gaps == ()


@pytest.mark.parametrize(("a", "b"), list(product(Verdict, Verdict)))
def test_the_weakest_verdict_is_a_statement_s(a: Verdict, b: Verdict) -> None:
    weaker = next(verdict for verdict in WEAKEST_FIRST if verdict in (a, b))
    assert weakest((a, b)) is weakest((b, a)) is weakest((a, a, b)) is weaker
    assert weakest((a,)) is a
