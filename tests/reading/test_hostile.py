"""Sentences made to take long: patterns that may match in many ways must not try them all."""

from __future__ import annotations

import re
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


MARKS = 290
"""Words and marks: what has more of them is no sentence."""
SIGNS = [
    "_",
    "*",
    "#",
    "?",
    "\t",
    "\u00a0",
    "\u202e",
    "\u200b",
    "=\n",
    "- ",
    "2001: Putin\n",
    "Putin met Biden. ",
]


def seconds(text: str) -> float:
    start = process_time()
    READER.read(Document(text=text, as_of=date(2025, 8, 16)))
    return process_time() - start


@pytest.mark.parametrize("part", PARTS)
def test_no_sentence_takes_long(part: str) -> None:
    assert seconds("Putin met Biden " + part * (LENGTH // len(part))) < 5


@pytest.mark.parametrize("part", [*PARTS, *SIGNS])
def test_nor_does_one_of_as_many_words_as_are_read(part: str) -> None:
    marks = max(1, len(re.findall(r"\w+|[^\w\s]", part)))
    assert seconds("Putin met Biden " + part * min(LENGTH // len(part), MARKS // marks)) < 8


@pytest.mark.parametrize("part", [". ", "? ", "1. ", "(a) ", "Putin, ", "a", " ", *SIGNS])
def test_a_text_takes_longer_by_its_length_alone(part: str) -> None:
    """Of four times the length at most eight times as long: what grows by squares takes sixteen."""
    short, long = (
        min(seconds(part * (length // len(part)) + " Putin met Biden.") for _ in range(2))
        for length in (10_000, 40_000)
    )
    assert long < 8 * max(short, 0.1)
