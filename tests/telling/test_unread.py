from __future__ import annotations

import re
from pathlib import Path

import pytest

import summitry.reading
from summitry.lexicon.tables import table
from summitry.model.claims import Quote
from summitry.model.statements import Silence
from summitry.telling.unread import why

READING = Path(summitry.reading.__file__).parent
REASONS = "\n".join(path.read_text("utf-8") for path in READING.rglob("*.py"))


def told(reason: str) -> str:
    return why(Silence(Quote("They met.", 0, 9), reason))


@pytest.mark.parametrize("reason", sorted(table("reasons")))
def test_every_reason_of_the_table_is_one_of_readings(reason: str) -> None:
    assert f'"{reason}"' in REASONS


@pytest.mark.parametrize("reason", sorted(table("reasons")))
def test_a_reason_is_told_as_a_sentence(reason: str) -> None:
    assert re.fullmatch(r"[A-Z“].+[.?]", told(reason))
    assert told(reason) != reason


def test_a_reason_that_no_table_has_is_told_as_it_is() -> None:
    assert told("it isn't clear later than what") == "It isn't clear later than what."


def test_words_that_were_not_read_are_quoted() -> None:
    words = told("a phrase that restricts it was not read: “before Helsinki”")
    assert words.endswith("could not be read: “before Helsinki”.")
