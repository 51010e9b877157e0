"""Whether a claim that was read is the one that was told."""

from __future__ import annotations

from dataclasses import replace

from summitry.model.claims import Claim, Who
from summitry.telling.tell import counting


def is_again(read: Claim, told: Claim) -> bool:
    """Whether the two are equal; of rules that go without saying the words admit some row."""
    told = as_told(told)
    if counting(told):
        return read == told
    return not counting(read) and replace(read, rules=told.rules) == told


def as_told(claim: Claim) -> Claim:
    """The claim with the office that it asks about first, as a sentence has it."""
    if not isinstance(claim, Who) or claim.selection.who == claim.among:
        return claim
    who, whom = claim.selection.who, claim.selection.whom
    assert whom is not None
    return replace(claim, selection=replace(claim.selection, who=whom, whom=who))
