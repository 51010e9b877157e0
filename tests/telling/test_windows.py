from __future__ import annotations

import pytest

from summitry.model.days import Days
from summitry.model.when import ALWAYS, Window
from summitry.telling import windows
from tests.telling.small_names import days, one_day, window


def vague(words: str) -> Window:
    return Window(days("2000-01-01", "2001-12-31"), days("2000-01-01", "2004-12-31"), words)


@pytest.mark.parametrize(
    ("words", "within", "bare"),
    [
        ("early 2000s", "in the early 2000s", "the early 2000s"),
        ("the early 2000s", "in the early 2000s", "the early 2000s"),
        ("in the early 2000s", "in the early 2000s", "the early 2000s"),
        ("late 1999", "in late 1999", "late 1999"),
        ("after the war", "after the war", "after the war"),
        ("", "around the time from 2000 to 2004", "about the time from 2000 to 2004"),
        ("2001~", "around the time from 2000 to 2004", "about the time from 2000 to 2004"),
    ],
)
def test_a_vague_window_is_told_by_its_words(words: str, within: str, bare: str) -> None:
    assert windows.within(vague(words)) == within
    assert windows.bare(vague(words)) == bare


def test_the_words_of_an_exact_window_are_not_repeated() -> None:
    assert windows.within(window("2021-01-01", "2021-12-31")) == "in 2021"
    assert windows.within(Window.of(days("2021-01-01", "2021-12-31"), "last year")) == "in 2021"


def test_every_day_says_nothing() -> None:
    assert not windows.within(ALWAYS)
    assert windows.at(ALWAYS) == "at some time"


def test_scattered_days_are_joined() -> None:
    found = Window.of(days("2001-01-01", "2001-12-31") | days("2005-03-04", "2005-03-04"))
    assert windows.within(found) == "in 2001 or on 4 March 2005"


def test_one_moment_of_a_span_is_at_some_time() -> None:
    assert windows.at(window("1999-01-01", "2000-12-31")) == "at some time from 1999 to 2000"
    assert windows.at(one_day("2021-06-16")) == "on 16 June 2021"


@pytest.mark.parametrize(
    ("found", "one"),
    [
        (one_day("2021-06-16"), True),
        (window("2021-06-01", "2021-06-30"), False),
        (vague("early 2000s"), False),
        (Window(Days(), one_day("2021-06-16").surely), False),
    ],
)
def test_one_day_is_known_exactly(found: Window, one: bool) -> None:  # noqa: FBT001
    assert windows.is_one_day(found) is one
