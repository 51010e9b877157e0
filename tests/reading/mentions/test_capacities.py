"""In what capacity people took part, who is meant by a title before names, and whose years."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.model.statements import Document
from summitry.reading.read import read
from tests.reading.notation import short
from tests.reading.some_names import some_names

NAMES = some_names()
AS_OF = date(2025, 8, 16)


def _claims(text: str) -> list[str]:
    reading = read(Document(text=text, as_of=AS_OF), NAMES)
    return [short(claim) for statement in reading.statements for claim in statement.claims]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Obama never visited Russia while in office.",
            ["0 of visit barack-obama[us-president] ru"],
        ),
        (
            "Neither Clinton nor Obama ever visited Russia while in office.",
            [
                "0 of visit bill-clinton[us-president] ru",
                "0 of visit barack-obama[us-president] ru",
            ],
        ),
        (
            "Obama met Putin nine times while in office.",
            ["9 of barack-obama[us-president]+vladimir-putin in-person"],
        ),
        (
            "Obama and Putin met nine times while still in office.",
            ["9 of barack-obama[us-president]+vladimir-putin[in office] in-person"],
        ),
        (
            "Obama visited Russia twice while president.",
            ["2 of visit barack-obama[us-president] ru"],
        ),
        (
            "Obama himself visited Russia in 2013.",
            ["took place visit barack-obama ru 2013-01-01..2013-12-31"],
        ),
        (
            "The leaders Obama and Putin met in Moscow in 2009.",
            ["took place barack-obama+vladimir-putin in-person moscow 2009-01-01..2009-12-31"],
        ),
        (
            "Obama met Putin nine times during his presidency (2009–2017).",
            ["9 of barack-obama+vladimir-putin in-person 2009-01-20..2017-01-20"],
        ),
        ("Obama met Putin nine times during his presidency (2008–2017).", []),
        (
            "Dubya met Gorby in Moscow in 2002.",
            ["took place george-w-bush+mikhail-gorbachev in-person moscow 2002-01-01..2002-12-31"],
        ),
        (
            "The heads of state Obama and Putin passed their first meeting in Moscow in 2009.",
            ["#1 of barack-obama+vladimir-putin in-person is moscow 2009-01-01..2009-12-31"],
        ),
        ("Bill Clinton, himself a lawyer, hoped to meet Putin in Moscow in 2009.", []),
    ],
)
def test_capacities_and_titles(text: str, claims: list[str]) -> None:
    assert _claims(text) == claims
