"""What a clause takes for granted: "Nixon's visit to China in 1972 was a triumph"."""

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


VISIT = "took place visit ronald-reagan moscow 1988-05-01..1988-05-31"


@pytest.mark.parametrize(
    "told",
    [
        "was a triumph",
        "was among the first of its kind",
        "was long and tiring",
    ],
)
def test_a_visit_that_something_is_told_of_took_place(told: str) -> None:
    assert lines(f"Reagan's visit to Moscow in May 1988 {told}.") == [VISIT]


@pytest.mark.parametrize(
    "told",
    [
        "was impossible",
        "was a hoax",
        "was to have been announced",
        "was cancelled",
        "was planned for years",
        "was never on",
        "is a dream",
    ],
)
def test_a_visit_that_never_came_to_be_did_not(told: str) -> None:
    assert lines(f"Reagan's visit to Moscow in May 1988 {told}.") == []


def test_the_order_of_a_visit_is_all_that_is_told() -> None:
    text = "Reagan's visit to Moscow in May 1988 was his first."
    assert lines(text) == ["#1 of visit ronald-reagan moscow is 1988-05-01..1988-05-31"]
