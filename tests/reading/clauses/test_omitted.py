"""What a claim may leave out: what claims nothing of the record's kind, and chooses no events."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.model.statements import Document, Reading
from summitry.reading import read
from tests.reading.notation import short
from tests.reading.some_names import some_names

NAMES = some_names()
HELSINKI = "took place donald-trump+vladimir-putin in-person helsinki 2018-07-01..2018-07-31"


def reading(text: str) -> Reading:
    return read(Document(text=text, as_of=date(2025, 8, 16)), NAMES)


MET = "Trump met Putin in Helsinki in July 2018"


@pytest.mark.parametrize(
    "rest",
    [
        ", when an open microphone caught his words",
        ", weeks before the markets collapsed",
        " after signing the treaty",
        ", after the football was over",
        " for the signing of a treaty",
        " in fur hats",
        " in freezing cold",
        " over breakfast",
        ", beside a fire",
        " on a beach",
        ", as everyone knows",
        ", wearing fur hats",
        " instead",
        ", though",
        ", in the hope of better times",
        ", when he became the first president to swim there",
        ", four years after taking the oath",
        ", while Finland was celebrating a holiday",
        ", less than four months before the fall of the Italian government",
        ", where Trump spoke of an election",
        " with no breakthroughs",
        " without a single visible result",
    ],
)
def test_what_claims_nothing_may_be_left_out(rest: str) -> None:
    claims = [short(c) for found in reading(f"{MET}{rest}.").statements for c in found.claims]
    assert claims == [HELSINKI]


@pytest.mark.parametrize(
    "rest",
    [
        ", two years after Geneva",
        ", weeks before the G20",
        ", two weeks before the vote in 2016",
        ", a year after he was elected",
        ", when he was a senator",
        ", when nobody was there but Merkel",
        " two years later",
        " after meeting Medvedev in Geneva",
        ", without Putin",
        " without aides",
        " before he became president",
        ", when he last went to Geneva",
        " in Room 303",
        " at the Mäntyniemi",
    ],
)
def test_what_claims_something_itself_may_not(rest: str) -> None:
    assert reading(f"{MET}{rest}.").statements == ()


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        # set apart, after the time that says which are meant
        ("Trump met Putin twice in 2018, when the sun was shining.",
         ["2 of donald-trump+vladimir-putin in-person 2018-01-01..2018-12-31"]),
        # it may choose the events that are counted, or denied
        ("Trump met Putin twice when the sun was shining.", []),
        ("Trump met Putin twice in 2018 when the sun was shining.", []),
        ("Trump never met Putin, when all is said.", []),
        ("Trump never met Putin in a garden.", []),
        # without a time it may say of when it was
        ("Trump met Putin when the sun was shining.", []),
    ],
)  # fmt: skip
def test_of_a_count_or_a_denial_less_may_be_left_out(text: str, read_as: list[str]) -> None:
    claims = [short(c) for found in reading(text).statements for c in found.claims]
    assert claims == read_as


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("By the time Obama met Putin in Moscow, the mood had turned.",
         ["took place barack-obama+vladimir-putin in-person moscow"]),
        ("Obama never once met Putin.", ["0 of barack-obama+vladimir-putin in-person"]),
        ("Obama never even met Putin.", ["0 of barack-obama+vladimir-putin in-person"]),
    ],
)  # fmt: skip
def test_what_is_taken_for_granted_and_what_only_stresses_may_be_left_out(
    text: str, read_as: list[str]
) -> None:
    claims = [short(c) for found in reading(text).statements for c in found.claims]
    assert claims == read_as
