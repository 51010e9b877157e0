"""Which texts may tell of a time, told before they are searched for one."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.model.when import Window
from summitry.reading.when.base import Base
from summitry.reading.when.times import read_on, tells_of_time
from tests.reading.gold.labels import corpus

BASE = Base(date(2021, 6, 30), Window.on(date(2021, 6, 16)), near=True)
TEXTS = [text.text for text in corpus() if not text.held_out]
WORDS = sorted({word for text in TEXTS for word in re.findall(r"[a-z']+", text.lower())})
"""Words of prose, those of the calendar among them."""


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("They met.", False),
        ("He may be from the last of these.", True),
        ("a monk", False),
        ("that Monday", True),
        ("some weeks later", True),
        ("a room with 2 doors", True),
    ],
)
def test_what_may_tell_of_a_time(text: str, tells: bool) -> None:  # noqa: FBT001
    assert tells_of_time(text) is tells


@given(st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join))
def test_no_time_is_told_without_them(text: str) -> None:
    if not tells_of_time(text):
        assert read_on(text, BASE) == ((), BASE)


def test_no_time_of_the_gold_corpus_is_told_without_them() -> None:
    parts = [part for text in TEXTS for part in re.split(r"[.;,:()–—\n]", text)]
    without = [part for part in parts if not tells_of_time(part)]
    assert len(without) > len(parts) / 8
    assert [part for part in without if read_on(part, BASE) != ((), BASE)] == []
