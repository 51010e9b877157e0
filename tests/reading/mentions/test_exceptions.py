"""Who is left out of all of a group, wherever the words stand."""

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


(EVERY,) = lines("Every U.S. president since Clinton except Biden has met Putin.")


@pytest.mark.parametrize(
    "text",
    [
        "Every U.S. president since Clinton has met Putin; Biden is the exception.",
        "Every U.S. president since Clinton has met Putin – Biden excepted.",
        "Every U.S. president since Clinton has met Putin except for Biden.",
        "Every U.S. president since Clinton has met Putin, with the sole exception of Biden.",
        "Every U.S. president since Clinton, apart from Biden, has met Putin.",
        "With the exception of Biden, every U.S. president since Clinton has met Putin.",
        "Save for Biden, every U.S. president since Clinton has met Putin.",
        "Every U.S. president since Clinton has met Putin, the only exception being Biden.",
    ],
)
def test_who_is_left_out_is_told_in_many_places(text: str) -> None:
    assert lines(text) == [EVERY]


def test_of_none_those_are_left_out_who_did() -> None:
    (only,) = lines("No U.S. president but Biden has met Putin.")
    assert lines("No U.S. president has met Putin except Biden.") == [only]


@pytest.mark.parametrize(
    "text",
    [
        "Every U.S. president since Clinton has met Putin, with one exception.",
        "Every U.S. president since Clinton has met Putin, except in Moscow.",
        "Every U.S. president since Clinton has met Putin, with the exception of a man from Texas.",
    ],
)
def test_who_is_left_out_must_be_known(text: str) -> None:
    assert lines(text) == []
