"""A time said with another verb holds of a clause, too, and is not left unread."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.model.statements import Document, Reading
from summitry.reading import read
from tests.reading.notation import short
from tests.reading.some_names import some_names

NAMES = some_names()


def reading(text: str) -> Reading:
    return read(Document(text=text, as_of=date(2025, 8, 16)), NAMES)


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("Obama visited Moscow in July 2009 and met Putin.",
         ["took place visit barack-obama moscow 2009-07-01..2009-07-31",
          "took place barack-obama+vladimir-putin in-person 2009-07-01..2009-07-31"]),
        ("Obama turned back in 2009 and met Putin.", []),
        ("Obama flew to Moscow to see Putin in 2009.", []),
    ],
)  # fmt: skip
def test_what_is_said_with_another_verb_may_hold_of_this_one(text: str, read_as: list[str]) -> None:
    claims = [short(c) for found in reading(text).statements for c in found.claims]
    assert claims == read_as
