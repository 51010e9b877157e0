"""Meetings told by what was said or done at them: "pressed Putin on Syria in talks in Geneva"."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.model.statements import Document
from summitry.reading import read
from tests.reading.notation import short
from tests.reading.some_names import some_names

NAMES = some_names()
HELSINKI = "took place donald-trump+vladimir-putin in-person helsinki 2018-07-16"
CALL = "took place donald-trump+vladimir-putin phone 2018-03-20"


def lines(text: str) -> list[str]:
    reading = read(Document(text=text, as_of=date(2025, 8, 16)), NAMES)
    return [short(claim) for statement in reading.statements for claim in statement.claims]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Trump raised the row in a meeting with Putin in Helsinki on 16 July 2018.", [HELSINKI]),
        ("On 16 July 2018 Trump told Putin at a meeting in Helsinki that it was over.", [HELSINKI]),
        (
            "Trump, at a summit with Putin in Helsinki on 16 July 2018, refused to blame him.",
            [HELSINKI],
        ),
        ("Trump signed nothing with Putin at a summit in Helsinki on 16 July 2018.", [HELSINKI]),
        ("Trump and Putin discussed a deal during talks in Helsinki on 16 July 2018.", [HELSINKI]),
        ("During talks in Helsinki on 16 July 2018 Trump and Putin discussed a deal.", [HELSINKI]),
        ("Trump congratulated Putin in a phone call on 20 March 2018.", [CALL]),
        ("On 20 March 2018 Trump thanked Putin in a phone call.", [CALL]),
        ("Trump discussed a deal with Putin in a phone call on 20 March 2018.", [CALL]),
    ],
)
def test_who_said_it_took_part(text: str, claims: list[str]) -> None:
    assert lines(text) == claims


@pytest.mark.parametrize(
    "text",
    [
        "Trump warned Putin at a summit in Brussels on 11 July 2018.",
        "Trump condemned Putin in a meeting in Helsinki on 16 July 2018.",
        "Trump plans to press Putin in a meeting in Helsinki on 16 July 2018.",
        "Trump would have told Putin in a meeting in Helsinki on 16 July 2018.",
        "Trump did not press Putin in a meeting in Helsinki on 16 July 2018.",
        "An aide told Putin in a meeting in Helsinki on 16 July 2018 that it was over.",
        "Trump was praised by his aides in a meeting with Putin in Helsinki.",
        "Trump told aides in a meeting in Helsinki on 16 July 2018 that Putin was strong.",
        "Trump told Putin what Macron had said in a meeting in Paris on 13 July 2018.",
    ],
)
def test_nobody_else_did(text: str) -> None:
    assert lines(text) == []


def test_a_caller_is_where_he_is_and_not_the_call() -> None:
    assert lines(
        "Speaking in Moscow, Putin told Trump in a phone call on 20 March 2018 to wait."
    ) == ["took place vladimir-putin+donald-trump phone 2018-03-20"]
