"""What has ended by the day of a text: "The summit has now concluded"."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.model.statements import Document
from summitry.reading import read
from tests.reading.notation import short
from tests.reading.some_names import some_names

NAMES = some_names()
MET = "took place donald-trump+vladimir-putin in-person helsinki"


def lines(text: str, day: date) -> list[str]:
    reading = read(Document(text=text, as_of=day, published=day), NAMES)
    return [short(claim) for statement in reading.statements for claim in statement.claims]


@pytest.mark.parametrize("ended", ["has now concluded", "has ended", "has now taken place"])
def test_what_has_ended_is_of_the_days_of_the_text(ended: str) -> None:
    text = f"Trump met Putin in Helsinki on Monday. The summit {ended}."
    monday = f"{MET} 2018-07-16"
    assert lines(text, date(2018, 7, 17)) == [monday, monday]
    assert lines(text, date(2018, 7, 20)) == [monday]


def test_what_ended_is_of_the_day_told_before() -> None:
    text = "Trump met Putin in Helsinki on Monday. The talks lasted two hours."
    assert len(lines(text, date(2018, 7, 20))) == 2
