"""Counts and denials in the past perfect, which are up to a day that the text tells of."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.model.statements import Document
from summitry.reading import read
from tests.reading.notation import short
from tests.reading.some_names import some_names

NAMES = some_names()
TWO = "barack-obama+angela-merkel in-person"


def lines(text: str) -> list[str]:
    reading = read(Document(text=text, as_of=date(2025, 8, 16)), NAMES)
    return [short(claim) for statement in reading.statements for claim in statement.claims]


READ = [
    # by what the clause says itself
    ("By July 2013 Obama and Merkel had met twice.", [f"2 of {TWO} ..2013-07-31~..2013-06-30"]),
    ("Obama and Merkel had met nine times by the end of 2016.",
     [f"9 of {TWO} ..2016-12-31"]),
    ("Before 2012, Obama had met Merkel only once.", [f"1 of {TWO} ..2011-12-31"]),
    ("By the time Obama left office, he had met Merkel nine times.",
     [f"9 of {TWO} ..2017-01-20~..2017-01-19"]),
    ("Obama and Merkel had met twice in 2009.", [f"2 of {TWO} 2009-01-01..2009-12-31"]),
    # by what was told of right before
    ("Obama met Merkel in Hamburg on 5 July 2013. They had met twice before.",
     [f"took place {TWO} hamburg 2013-07-05", f"2 of {TWO} ..2013-07-04"]),
    ("When Clinton landed in Moscow in May 1994, no U.S. president had ever set foot in Moscow.",
     ["took place visit bill-clinton moscow 1994-05-01..1994-05-31",
      "0 of visit @us-president moscow ..1994-04-30"]),
]  # fmt: skip

SILENT = [
    # no day that they count up to, or of others
    "Obama and Merkel had met nine times.",
    "By then Obama and Merkel had met nine times.",
    "In 2016 Obama and Merkel had met twice.",
    "Obama and Merkel had met nine times when they said goodbye.",
    "Until 2009, Obama had never met Merkel.",
]


@pytest.mark.parametrize(("text", "claims"), READ)
def test_what_had_been_counts_up_to_the_day_told_of(text: str, claims: list[str]) -> None:
    assert lines(text) == claims


@pytest.mark.parametrize("text", SILENT)
def test_without_such_a_day_nothing_is_read(text: str) -> None:
    assert lines(text) == []


def test_an_event_of_others_is_no_such_day() -> None:
    earlier = "Trump met Putin in Hamburg on 7 July 2017. "
    told = "took place donald-trump+vladimir-putin in-person hamburg 2017-07-07"
    assert lines(earlier + "Obama had met Merkel nine times.") == [told]
