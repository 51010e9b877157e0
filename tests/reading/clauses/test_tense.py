"""The present tense tells of the past beside a day that is gone, and in a heading."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.model.statements import Document, Reading
from summitry.reading import read
from tests.reading.notation import short
from tests.reading.some_names import some_names

NAMES = some_names()
GENEVA = "took place ronald-reagan+mikhail-gorbachev in-person geneva"


def reading(text: str) -> Reading:
    return read(Document(text=text, as_of=date(2025, 8, 16)), NAMES)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Reagan meets Gorbachev in Geneva, November 1985.", f"{GENEVA} 1985-11-01..1985-11-30"),
        ("In November 1985 Reagan meets Gorbachev in Geneva.", f"{GENEVA} 1985-11-01..1985-11-30"),
        ("19 November 1985: Reagan meets Gorbachev in Geneva.", f"{GENEVA} 1985-11-19"),
        ("Reagan and Gorbachev shake hands in Geneva, Nov. 19, 1985.", f"{GENEVA} 1985-11-19"),
        ("In 1985, Reagan and Gorbachev hold talks in Geneva.", f"{GENEVA} 1985-01-01..1985-12-31"),
        ("Reagan meets Gorbachev in Geneva", GENEVA),
    ],
)
def test_a_present_tense_tells_of_the_past(text: str, claim: str) -> None:
    claims = [short(made) for found in reading(text).statements for made in found.claims]
    assert claims == [claim]


@pytest.mark.parametrize(
    "text",
    [
        "Trump meets Putin in Geneva.",
        "Trump meets Putin in Geneva in December 2025.",
        "Trump meets Putin in Geneva in 2025.",
        "When Trump meets Putin in Geneva in 2018, he will smile.",
        "If Trump meets Putin in Geneva, as in 2018, he will smile.",
        "Trump does not meet Putin in Geneva.",
        "Trump to meet Putin in Geneva",
        "Trump may meet Putin in Geneva",
    ],
)
def test_any_other_present_tense_does_not(text: str) -> None:
    assert reading(text).statements == ()
