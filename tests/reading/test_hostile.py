"""Sentences made to take long: patterns that may match in many ways must not try them all."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest

from summitry.model.statements import Document
from summitry.reading.read import Reader
from tests.reading.some_names import some_names

READER = Reader(some_names())
LENGTH = 1_900
PARTS = [
    ".", " x", "1 ", "and 3 ", "A.", "Ab ", "Putin, ", "and Biden ", "(", "(a) ", "— a ", '"a" ',
    "in Geneva ", "in June 2021 and ", "in June, ", "met ", "since ", "for the first ",
    "from 2001 to ", "'", "| ", "; ", "president ", "the president of ", "before ", "the two ",
    "who met ", "“a ",
    "U.S. ", "no ", "hours and ", "-Putin", "president Putin ", "(Russia) ", "G20 ", "each ",
]  # fmt: skip


@pytest.mark.parametrize("part", PARTS)
def test_no_sentence_takes_long(part: str) -> None:
    text = "Putin met Biden " + part * (LENGTH // len(part))
    start = process_time()
    READER.read(Document(text=text, as_of=date(2025, 8, 16)))
    assert process_time() - start < 5
