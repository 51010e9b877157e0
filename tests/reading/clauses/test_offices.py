"""Taking an office that the words don't name: the one by which somebody led their country."""

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


TOOK = [
    ("Biden took office on 20 January 2021.", "joe-biden us-president from 2021-01-20 to ?"),
    ("Biden was sworn in on 20 January 2021.", "joe-biden us-president from 2021-01-20 to ?"),
    ("Obama, inaugurated on 20 January 2009, spoke.",
     "barack-obama us-president from 2009-01-20 to ?"),
    ("Medvedev was inaugurated on 7 May 2008.",
     "dmitry-medvedev ru-president from 2008-05-07 to ?"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claim"), TOOK)
def test_taking_an_office_is_read_without_its_name(text: str, claim: str) -> None:
    assert lines(text) == [claim]


SILENT = [
    "Biden will be inaugurated on 20 January 2021.",
    "Biden hoped to be sworn in on 20 January 2021.",
    "If Biden took office in 2021, all was well.",
    "Medvedev took office in 2008.",
    "Biden's minister was sworn in on 20 January 2021.",
]


@pytest.mark.parametrize("text", SILENT)
def test_which_office_or_whether_is_not_guessed(text: str) -> None:
    assert lines(text) == []
