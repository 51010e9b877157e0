"""Nouns that are left out after a second place in an order, and orders told beside a count."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.model.statements import Document
from summitry.reading import read
from tests.reading.notation import short
from tests.reading.some_names import some_names

NAMES = some_names()
TWO = "barack-obama+angela-merkel in-person"
YEAR = "{0}-01-01..{0}-12-31".format


def lines(text: str) -> list[str]:
    reading = read(Document(text=text, as_of=date(2025, 8, 16)), NAMES)
    return [short(claim) for statement in reading.statements for claim in statement.claims]


MET = "Obama met Merkel in Hamburg on 5 July 2013. "
TOLD = [f"took place {TWO} hamburg 2013-07-05"]

READ = [
    (MET + "It was the seventh meeting between the two and the first since June 2009.",
     [*TOLD, f"#7 of {TWO} is hamburg 2013-07-05",
      f"hamburg 2013-07-05 first of {TWO} since 2009-06-01..2009-06-30"]),
    ("Obama met Merkel nine times, first in Moscow in 2009 and last in Hamburg in 2016.",
     [f"9 of {TWO}", f"#1 of {TWO} is moscow {YEAR(2009)}",
      f"#-1 of {TWO} is hamburg {YEAR(2016)}"]),
    ("Obama visited Russia twice in all, the last time in 2013.",
     ["2 of visit barack-obama ru", f"#-1 of visit barack-obama ru is {YEAR(2013)}"]),
    ("Obama met Merkel for the first time in Moscow in 2009, and for the last in Hamburg in 2016.",
     [f"#1 of {TWO} is moscow {YEAR(2009)}", f"#-1 of {TWO} is hamburg {YEAR(2016)}"]),
]  # fmt: skip

SILENT = [
    "It was neither the first meeting between Obama and Merkel nor the last.",
    "The second meeting of ministers and the first of clerks followed.",
]


@pytest.mark.parametrize(("text", "claims"), READ)
def test_a_second_place_in_an_order_is_of_the_same_noun(text: str, claims: list[str]) -> None:
    assert lines(text) == claims


@pytest.mark.parametrize("text", SILENT)
def test_what_is_put_in_no_order_is_not_read(text: str) -> None:
    assert lines(text) == []
