"""Places in groups under their times: each place is of the time of its own group."""

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


def met(*said: tuple[str, int]) -> list[str]:
    one = "took place barack-obama+angela-merkel in-person"
    return [f"{one} {place} {year}-01-01..{year}-12-31" for place, year in said]


THREE = met(("hamburg", 2009), ("geneva", 2009), ("helsinki", 2010))


@pytest.mark.parametrize(
    "text",
    [
        "Obama and Merkel met in 2009, in Hamburg and Geneva; in 2010, in Helsinki.",
        "Obama met Merkel in 2009 in Hamburg and Geneva and in 2010 in Helsinki alone.",
        "Obama met Merkel in Hamburg and Geneva in 2009 and in Helsinki in 2010.",
        "Obama and Merkel met in Hamburg and Geneva in 2009, Helsinki in 2010.",
        "In 2009 Obama and Merkel met in Hamburg and Geneva; in 2010, only Helsinki.",
    ],
)
def test_each_place_is_of_the_time_of_its_group(text: str) -> None:
    assert lines(text) == THREE


@pytest.mark.parametrize(
    "text",
    [
        "Obama and Merkel did not meet in 2009 in Hamburg and Geneva, or in 2010 in Helsinki.",
        "Obama and Merkel will meet in 2009 in Hamburg and Geneva and in 2010 in Helsinki.",
    ],
)
def test_what_is_denied_or_planned_of_groups_is_claimed_of_none(text: str) -> None:
    assert not [line for line in lines(text) if line.startswith("took place")]
