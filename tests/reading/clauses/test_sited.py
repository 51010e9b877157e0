"""Clauses that hang on a place, and what is told of a meeting at the end of its sentence."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.model.statements import Document
from summitry.reading import read
from tests.reading.notation import short
from tests.reading.some_names import some_names

NAMES = some_names()
TRUMP = "took place donald-trump+vladimir-putin in-person helsinki"
BUSH = "took place george-h-w-bush+mikhail-gorbachev in-person helsinki"
LAST = "donald-trump+vladimir-putin in-person is helsinki 2018-01-01..2018-12-31"
Y1990, Y2018 = "1990-01-01..1990-12-31", "2018-01-01..2018-12-31"


def lines(text: str) -> list[str]:
    document = Document(text=text, as_of=date(2025, 8, 16))
    return [short(c) for s in read(document, NAMES).statements for c in s.claims]


READ = [
    ("Trump met Putin in Helsinki, where Bush had met Gorbachev in 1990.",
     [TRUMP, f"{BUSH} {Y1990}"]),
    ("Trump met Putin in Helsinki, the city in which Bush had met Gorbachev in 1990.",
     [f"{BUSH} {Y1990}"]),
    ("Helsinki, where Bush met Gorbachev in September 1990, is by the sea.",
     [f"{BUSH} 1990-09-01..1990-09-30"]),
    ("Clinton flew to Helsinki in March 1997, where he met Yeltsin.",
     ["took place visit bill-clinton helsinki 1997-03-01..1997-03-31",
      "took place bill-clinton+boris-yeltsin in-person helsinki 1997-03-01..1997-03-31"]),
    ("During a visit to Germany in 2018, Trump met Putin in Helsinki.", [f"{TRUMP} {Y2018}"]),
    ("During his visit to Russia in 1994, Clinton met Yeltsin.",
     ["took place visit bill-clinton ru 1994-01-01..1994-12-31",
      "took place bill-clinton+boris-yeltsin in-person ru 1994-01-01..1994-12-31"]),
    ("Trump met Putin in Helsinki in 2018, their last meeting.",
     [f"{TRUMP} {Y2018}", f"#-1 of {LAST}"]),
    ("Trump met Putin in Helsinki in 2018, their first meeting.",
     [f"{TRUMP} {Y2018}", f"#1 of {LAST}"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), READ)
def test_the_clause_is_read_with_its_place_or_event(text: str, claims: list[str]) -> None:
    assert lines(text) == claims


SILENT = [
    # The place isn't known, or the clause names another.
    "On the island, in which Bush met Gorbachev in 1990, it rained.",
    # A plan; a story; what is only announced.
    "In Helsinki, where Trump was to meet Putin in 2018, it rained.",
    "In the film, Trump met Putin in Helsinki.",
    "In an alternate history, Trump met Putin in Helsinki in 2019.",
    "Trump announced a second meeting with Putin, in Helsinki.",
    "Trump proposed a summit with Putin in Helsinki in 2019.",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_no_claim(text: str) -> None:
    assert lines(text) == []
