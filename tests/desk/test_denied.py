"""Sentences and their denials: the verdict of the one is the other's, turned round."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import Final

import pytest

from summitry.desk.check import check
from summitry.desk.records import open_record
from summitry.model.findings import Verdict
from summitry.model.statements import Document

SWAPPED: Final = {
    Verdict.SUPPORTED: Verdict.REFUTED,
    Verdict.REFUTED: Verdict.SUPPORTED,
}
"""Any other verdict stays as it is."""

PAIRS: Final = (
    ("Vladimir Putin", "Joe Biden"),
    ("Barack Obama", "Dmitry Medvedev"),
    ("Ronald Reagan", "Mikhail Gorbachev"),
    ("Jimmy Carter", "Leonid Brezhnev"),
)
TIMES: Final = (
    "", " in 2021", " in 2010", " in June 1979", " on 16 June 2021", " before 1980", " in Geneva",
    " in Vienna", " at the G20", " in the 1980s", " since 2015",
)  # fmt: skip

# A sentence, and what denies it.
DENIED: Final = (
    ("{a} and {b} met{t}.", "{a} and {b} did not meet{t}."),
    ("{a} and {b} met{t}.", "{a} and {b} didn’t meet{t}."),
    ("{a} met {b}{t}.", "{a} never met {b}{t}."),
    ("{a} met with {b}{t}.", "{a} did not meet with {b}{t}."),
    ("{a} has met {b}{t}.", "{a} has never met {b}{t}."),
    ("{a} had met {b}{t}.", "{a} had never met {b}{t}."),
    ("{a} had met {b}{t}.", "{a} had not met {b}{t}."),
    ("{a} has met {b}{t}.", "{a} has not met {b}{t}."),
    ("{a} met {b}{t}.", "There was no meeting between {a} and {b}{t}."),
    ("{a} and {b} spoke by phone{t}.", "{a} and {b} did not speak by phone{t}."),
    ("{a} and {b} spoke by phone{t}.", "{a} and {b} never spoke by phone{t}."),
    ("{a} met {b} at least once{t}.", "{a} never met {b}{t}."),
    ("{a} visited Switzerland{t}.", "{a} did not visit Switzerland{t}."),
    ("{a} visited Switzerland{t}.", "{a} never visited Switzerland{t}."),
)

# The same of numbers: two rules may each give what the other doesn't, but not both neither.
COUNTED: Final = (
    ("{a} met {b} at least twice{t}.", "{a} met {b} at most once{t}."),
    ("{a} met {b} more than three times{t}.", "{a} met {b} at most three times{t}."),
    (
        "{a} and {b} spoke by phone at least twice{t}.",
        "{a} and {b} spoke by phone at most once{t}.",
    ),
)


def verdicts(form: str) -> list[list[Verdict]]:
    """Of the sentences of a form, about each of the pairs at each of the times: the verdicts."""
    lines = [form.format(a=a, b=b, t=t) for (a, b), t in product(PAIRS, TIMES)]
    text = "\n\n".join(lines)
    checked = check(Document(text=text, as_of=date(2025, 8, 16)), open_record(None))
    found = {one.statement.quote.text: one.findings for one in checked.statements}
    return [[finding.verdict for finding in found.get(line, ())] for line in lines]


@pytest.mark.parametrize("forms", DENIED, ids=" / ".join)
def test_denying_a_sentence_turns_its_verdict_round(forms: tuple[str, str]) -> None:
    both = answered(forms)
    assert [theirs for _, theirs in both] == [
        [SWAPPED.get(one, one) for one in ours] for ours, _ in both
    ]


@pytest.mark.parametrize("forms", COUNTED, ids=" / ".join)
def test_a_number_and_its_denial_are_not_both_refuted(forms: tuple[str, str]) -> None:
    assert ([Verdict.REFUTED], [Verdict.REFUTED]) not in answered(forms)


def answered(forms: tuple[str, str]) -> list[tuple[list[Verdict], list[Verdict]]]:
    """The verdicts of those sentences that both are read."""
    said, denied = map(verdicts, forms)
    both = [(ours, theirs) for ours, theirs in zip(said, denied, strict=True) if ours and theirs]
    assert len(both) >= 2 * len(PAIRS)
    return both
