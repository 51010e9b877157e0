"""Times told by a term, by how far into it something was, and by the house that goes with it."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.model.statements import Document
from summitry.reading import read
from tests.reading.notation import short
from tests.reading.some_names import some_names

NAMES = some_names()


def lines(text: str) -> list[str]:
    reading = read(Document(text=text, as_of=date(2025, 8, 16)), NAMES)
    return [short(claim) for statement in reading.statements for claim in statement.claims]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Since returning to the White House, Trump has met Putin twice.",
            "2 of donald-trump+vladimir-putin in-person 2025-01-20..~2025-01-21..",
        ),
        (
            "Since Trump returned to the White House in January, he and Putin have met twice.",
            "2 of donald-trump+vladimir-putin in-person 2025-01-20..~2025-01-21..",
        ),
        (
            "Since entering the White House, Biden has met Putin once.",
            "1 of joe-biden+vladimir-putin in-person 2021-01-20..~2021-01-21..",
        ),
        (
            "Obama has not been to Russia since leaving the White House.",
            "none of visit barack-obama ru since 2017-01-20",
        ),
        (
            "During Trump's first presidential term in 2017-2021 he met Putin six times.",
            "6 of donald-trump+vladimir-putin in-person 2017-01-20..2021-01-20",
        ),
        (
            "Trump met Putin six times during the American's first term.",
            "6 of donald-trump+vladimir-putin in-person 2017-01-20..2021-01-20",
        ),
        (
            "Three months into his presidency, Obama met Putin.",
            "took place barack-obama+vladimir-putin in-person 2009-04-01..2009-04-30",
        ),
        (
            "Putin and Biden met once while holding the presidency.",
            "1 of vladimir-putin[ru-president]+joe-biden[us-president] in-person",
        ),
    ],
)
def test_times_in_office_are_told_by_the_house_or_the_term(text: str, claim: str) -> None:
    assert lines(text) == [claim]


@pytest.mark.parametrize(
    "text",
    [
        "During Trump's first term (2016-2020) he met Putin six times.",
        "Trump has met Putin twice since returning to the Kremlin.",
    ],
)
def test_what_is_no_time_in_office_is_none(text: str) -> None:
    assert lines(text) == []


def test_less_than_a_year_after_is_any_day_of_it() -> None:
    text = "Obama met Putin less than three months after he took office."
    (line,) = lines(text)
    assert line.split(" ", 4)[4] == "2009-01-20..2009-05-30~2009-01-20..2009-04-30"
