"""What summitry tells, it reads back: every kind of claim, with every part."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summitry.model.claims import Claim
from summitry.model.statements import Document
from summitry.reading import Reader
from summitry.telling.tell import tell
from tests.reading.said_again import is_again
from tests.reading.sayable import KINDS
from tests.telling.drawn_claims import claims
from tests.telling.golden_claims import GOLDEN
from tests.telling.small_names import NAMES

AS_OF: Final = date(2026, 1, 1)
READER: Final = Reader(NAMES)


def read_again(told: str) -> list[Claim]:
    found = READER.read(Document(text=told, as_of=AS_OF))
    return [claim for statement in found.statements for claim in statement.claims]


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=60)
@given(data=st.data())
def test_a_claim_that_is_told_is_read_as_itself(kind: str, data: st.DataObject) -> None:
    claim = data.draw(KINDS[kind])
    told = tell(claim, NAMES)
    (read,) = read_again(told)
    assert is_again(read, claim), told


@settings(max_examples=150)
@given(claims())
def test_whatever_is_told_can_be_read(claim: Claim) -> None:
    for read in read_again(tell(claim, NAMES)):
        assert tell(read, NAMES)


UNREAD: Final = {
    "Joe Biden and Vladimir Putin met in St. Petersburg, the United States, in 2013.": (
        "no such name"
    ),
    "Joe Biden and Vladimir Putin met in the early 2000s.": "how vague the words are, reading says",
    "Joe Biden and Vladimir Putin have not spoken by phone since the early 2000s.": "the same",
    "Joe Biden and Vladimir Putin met or spoke by phone.": "a claim of each",
    "George W. Bush and Vladimir Putin met while George W. Bush was in office.": "his one office",
    "Joe Biden spoke by phone with someone.": "somebody told before",
    "Barack Obama paid a visit in 2013.": "a place told before",
    "Joe Biden never met anyone.": "somebody told before",
    "Angela Merkel has not met anyone since Brexit.": "somebody told before",
    "Of the presidents of the United States, none met anyone.": "somebody told before",
    "Vladimir Putin was president of Russia at some time.": "a time told before",
}
"""The sentences of the table that are not read as they were told, each with what they may mean."""


@pytest.mark.parametrize(("claim", "told"), GOLDEN, ids=[told for _, told in GOLDEN])
def test_the_table_of_sentences_is_read_as_told(claim: Claim, told: str) -> None:
    found = read_again(told)
    again = len(found) == 1 and is_again(found[0], claim)
    assert again != (told in UNREAD)
