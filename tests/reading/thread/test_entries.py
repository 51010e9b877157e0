"""Entries of a timeline beneath a date that stands alone."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.model.statements import Document
from summitry.reading import read
from tests.reading.some_names import some_names
from tests.reading.who.test_references import lines

HELSINKI = "took place donald-trump+vladimir-putin in-person helsinki 2018-07-16"
RUSSIA = "took place visit bill-clinton ru 1994-01-01..1994-12-31"

ENTRIES = [
    (
        "1994:\nClinton visits Russia.\n16 July 2018:\nTrump meets Putin in Helsinki.",
        [RUSSIA, HELSINKI],
    ),
    (
        "1994\n\nClinton visits Russia.\n\nJuly 16, 2018\n\nTrump meets Putin in Helsinki.",
        [RUSSIA, HELSINKI],
    ),
    (
        "Date: 1994\n\nClinton visits Russia\n\nDate: July 16, 2018\n\nTrump met Putin in Helsinki",
        [RUSSIA, HELSINKI],
    ),
    (
        "**1994**\n\nClinton visited Russia. He liked it.",
        ["took place visit bill-clinton ru"],
    ),
    # So is one that is a sentence of its own, or runs over two months.
    (
        "1994. Clinton visits Russia.\n-- July 16, 2018. Trump meets Putin in Helsinki.",
        [RUSSIA, HELSINKI],
    ),
    (
        "June 30-July 2, 1994. Clinton visits Russia.\n1 May 1995. He rested.",
        ["took place visit bill-clinton ru 1994-06-30..1994-07-02"],
    ),
    # The date is of the entry below it alone, and a time that the entry says itself is its own.
    (
        "1993:\nHe rested.\n1994:\nClinton rested. He visited Russia.",
        ["took place visit bill-clinton ru"],
    ),
    (
        "1993:\nClinton visited Russia in 1994.",
        [RUSSIA],
    ),
]


@pytest.mark.parametrize(("text", "claims"), ENTRIES)
def test_an_entry_is_told_on_the_date_above_it(text: str, claims: list[str]) -> None:
    assert lines(text) == claims


@pytest.mark.parametrize("sign", [":", " –", " -", " —", ","])
@pytest.mark.parametrize("said", ["Trump met Putin in Helsinki", "Trump meets Putin in Helsinki."])
def test_a_date_before_an_entry_is_its_own(sign: str, said: str) -> None:
    assert lines(f"July 16, 2018{sign} {said}") == [HELSINKI]


def test_the_day_of_a_text_is_no_date_of_an_entry() -> None:
    text = "July 17, 2018\n\nTrump met Putin in Helsinki."
    assert lines(text) == [HELSINKI.removesuffix(" 2018-07-16")]


def test_quotes_stand_where_the_entry_does() -> None:
    text = "1994:\nClinton visits Russia."
    (statement,) = read(Document(text=text, as_of=date(2020, 1, 1)), some_names()).statements
    assert text[statement.quote.start : statement.quote.end] == "Clinton visits Russia."
    for claim in statement.claims:
        assert claim.quote is not None
        assert text[claim.quote.start : claim.quote.end] in statement.quote.text
