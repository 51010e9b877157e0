from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.reading.text.wordlist import WordList, lowered

WORDS = st.sampled_from(["met", "met with", "meeting", "a", "the two", "the two men", "tête-à"])
TEXTS = st.lists(
    st.one_of(WORDS, st.sampled_from([" ", "-", "'", ".", "men", "x", "É", "\n"])), max_size=12
).map("".join)


@given(st.sets(WORDS, min_size=1), TEXTS)
def test_words_are_found_where_a_pattern_finds_them(words: set[str], text: str) -> None:
    found = {(start, end) for _, start, end in WordList(words).find(text)}
    assert found == {
        match.span(1)
        for word in words
        for match in re.finditer(rf"(?<![^\W_])(?=({re.escape(word)})(?![^\W_]))", text)
    }


@given(st.sets(WORDS, min_size=1), TEXTS, st.integers(0, 20), st.integers(0, 20))
def test_words_apart_are_those_that_one_pattern_finds(
    words: set[str], text: str, start: int, end: int
) -> None:
    longest = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w'-])(?:{longest})(?![\w-])")
    found = list(WordList(words).apart(text, start, end))
    assert found == [match.span() for match in pattern.finditer(text, start, end)]


def test_a_word_is_told_by_its_number() -> None:
    words = WordList(["meeting", "met", "", "met"])
    assert words.words == ("meeting", "met")
    assert list(words.find("they met.")) == [(1, 5, 8)]


@pytest.mark.parametrize(("text", "low"), [("MET Ümit", "met ümit"), ("İX", "İx")])
def test_lower_case_keeps_each_letter_in_its_place(text: str, low: str) -> None:
    assert lowered(text) == low
