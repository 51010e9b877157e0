"""Choosing: of the numbers that the counting rules give, the one to answer with."""

from __future__ import annotations

from collections.abc import Sequence

from summitry.model.findings import Count, Verdict
from summitry.model.rules import CountingRule, Standing


def best(counts: Sequence[Count]) -> Count | None:
    """The count to answer with, of those by each rule, best first; None if nothing is known.

    Some is better than none, and with an upper bound better than without. That there was none is
    said by the rule that lets in the most of those that know it.
    """
    some = [count for count in counts if count.tally.surely]
    closed = [count for count in counts if count.tally.possibly is not None]
    both = [count for count in some if count in closed]
    if some:
        return (both or some)[0]
    return widest(closed) if closed else None


def widest(counts: Sequence[Count]) -> Count:
    """The count by the rule that lets in the most: settings, modes and kinds before standings."""
    return max(counts, key=_breadth)


def is_overruled(rule: CountingRule, counts: Sequence[Count]) -> bool:
    """Whether a rule of wider standing refutes what is to be told by this one."""
    wider = list(Standing)[: list(Standing).index(rule.standing)]
    return any(
        count.verdict is Verdict.REFUTED and count.rule.standing in wider for count in counts
    )


def _breadth(count: Count) -> tuple[bool, int]:
    rule = count.rule
    narrows = bool(rule.settings or rule.modes or rule.visit_kinds)
    return not narrows, -list(Standing).index(rule.standing)
