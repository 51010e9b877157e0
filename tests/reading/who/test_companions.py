"""Who came along with somebody who is named."""

from __future__ import annotations

import pytest

from tests.reading.who.test_references import HELSINKI, lines

ALONG = [
    "Trump and his wife Melania met Putin in Helsinki.",
    "Trump and his wife, Melania, met Putin in Helsinki.",
    "President Trump and first lady Melania Trump met Putin in Helsinki.",
    "President Donald Trump and the First Lady met Putin in Helsinki.",
    "President and Mrs. Trump met Putin in Helsinki.",
    "Donald and Melania Trump met Putin in Helsinki.",
    "Donald Trump and Melania Trump met Putin in Helsinki.",
    "Trump met Putin and his daughters in Helsinki.",
    "Trump and his son-in-law Jared Kushner met Putin in Helsinki.",
    "Trump, accompanied by his daughter Ivanka, met Putin in Helsinki.",
    "Trump met Putin and Prince Albert in Helsinki.",
    "Trump (L) met Putin (R) in Helsinki.",
    "Trump, left, met Putin, second from right, in Helsinki.",
]


@pytest.mark.parametrize("text", ALONG)
def test_those_who_came_along_change_nothing(text: str) -> None:
    assert [line for line in lines(text) if line.startswith("took place")] == [HELSINKI]


APART = [
    # They did something themselves, or they were met.
    "Putin's wife met Trump in Helsinki.",
    "Trump and his wife met Putin's wife in Helsinki.",
    "Trump's wife Melania met Putin in Helsinki.",
    "Mrs. Trump met Putin in Helsinki.",
    # Who else was met isn't known.
    "Trump met Putin and Niinistö in Helsinki.",
    "Trump and his adviser met in Helsinki.",
    "Trump and his wife met in Helsinki.",
]


@pytest.mark.parametrize("text", APART)
def test_of_others_nothing_is_claimed(text: str) -> None:
    assert lines(text) == []


def test_another_who_does_something_herself_takes_no_part() -> None:
    text = "Trump met Putin in Helsinki and his wife Melania visited Russia."
    assert lines(text) == [HELSINKI]
