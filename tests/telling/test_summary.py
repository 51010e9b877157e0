from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.model.problems import InputError
from summitry.telling.dates import DateStyle
from summitry.telling.layout import ToldFact, lay_out
from summitry.telling.page import as_paragraph, as_text
from summitry.telling.summary import sentences, shortened
from tests.telling.small_history import BARE_HISTORY, HISTORY


def key_facts(style: DateStyle) -> tuple[ToldFact, ...]:
    return lay_out(HISTORY, style=style).key_facts


@given(st.integers(0, 200), st.sampled_from(DateStyle))
def test_a_summary_has_no_more_words_than_asked_for(words: int, style: DateStyle) -> None:
    least = min(len(fact.says.split()) for fact in key_facts(style))
    if words < least:
        with pytest.raises(InputError, match=f"no sentence has {words} words.*{least} or more"):
            shortened(HISTORY, words, style=style)
        return
    short = shortened(HISTORY, words, style=style)
    said = sentences(short, style=style)
    assert 0 < len(said.split()) <= words
    told = [fact.says for fact in lay_out(short, style=style).key_facts]
    assert said == " ".join(told)
    whole = " ".join(as_text(HISTORY, style=style).split())
    assert all(one in whole for one in told)


def test_more_words_lose_no_sentence_that_says_most() -> None:
    firsts = [shortened(HISTORY, words).key_facts[0] for words in (60, 100, 200)]
    assert len(set(firsts)) == 1


def test_nothing_but_the_key_facts_is_left() -> None:
    told = lay_out(shortened(HISTORY, 100))
    left = (told.counts, told.sections, told.themes, told.not_held, told.complete, told.lacking)
    assert [part for part in left if part] == []


def test_a_history_with_nothing_to_tell_has_an_empty_summary() -> None:
    assert shortened(BARE_HISTORY, 1) == BARE_HISTORY
    assert as_paragraph(BARE_HISTORY) == "\n"


@pytest.mark.parametrize("width", [40, 72, None])
def test_a_paragraph_is_as_wide_as_asked_for(width: int | None) -> None:
    text = as_paragraph(replace(HISTORY), width=width)
    assert " ".join(text.split()) == sentences(HISTORY)
    assert text.endswith("\n")
    lines = text.splitlines()
    assert lines
    assert len(lines) == 1 or width is not None
    assert all(len(line) <= (width or len(line)) for line in lines)
