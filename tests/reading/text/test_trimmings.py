"""What stands around a sentence and tells nothing."""

from __future__ import annotations

import pytest

from summitry.reading.text.trimmings import trimmed

SAID = "Nixon visited Moscow in 1972"


@pytest.mark.parametrize(
    "text",
    [
        "Fun fact: Nixon visited Moscow in 1972",
        "Reminder that Nixon visited Moscow in 1972",
        "TIL Nixon visited Moscow in 1972",
        "TIL that Nixon visited Moscow in 1972",
        "Everyone forgets Nixon visited Moscow in 1972",
        "It is worth recalling that Nixon visited Moscow in 1972",
        "As is known, Nixon visited Moscow in 1972",
        "b) Nixon visited Moscow in 1972",
        "**Answer:** Nixon visited Moscow in 1972",
        "Actually, fun fact: Nixon visited Moscow in 1972",
        "Nixon visited Moscow in 1972, look it up",
        "Nixon visited Moscow in 1972 \U0001f1fa\U0001f1f8\U0001f1f7\U0001f1fa",
        "Nixon visited Moscow in 1972 #history #coldwar",
        "Nixon visited Moscow in 1972, more than any of his predecessors",
        "Nixon visited Moscow in 1972 – more often than with any other leader",
        "Nixon visited Moscow in 1972, in the following places",
        "Nixon visited Moscow in 1972 (the most of any year)",
        'Nixon visited Moscow in 1972, "they were so kind to me"',
        "Nixon visited Moscow in 1972, of course",
        "Nixon visited Moscow in 1972 without result",
        "Nixon visited Moscow in 1972 for a few hours",
        "(L-R) Nixon visited Moscow in 1972",
    ],
)
def test_trimmings_are_taken_off(text: str) -> None:
    left = trimmed(text)
    assert left.strip() == SAID
    assert len(left) == len(text)
    assert left.index("Nixon") == text.index("Nixon")


@pytest.mark.parametrize(
    "text",
    [
        SAID,
        "Fact check: Nixon visited Moscow in 1972",
        "Myth: Nixon visited Moscow in 1972",
        "False: Nixon visited Moscow in 1972",
        "It is not true that Nixon visited Moscow in 1972",
        "People think Nixon visited Moscow in 1972",
        "Nixon visited Moscow in 1972 more often than any other city",
        "Nixon visited Moscow in 1972, in the following month",
        "Factbook editors say Nixon visited Moscow in 1972",
        "Answer he did: Nixon visited Moscow in 1972",
        "Fun fact:",
        'Nixon said, "I visited Moscow" and left',
        'Nixon "visited Moscow in 1972"',
        "Nixon has not visited Moscow for a few hours",
        "Nixon never visited Moscow without result",
        "Nixon visited Moscow without Ford",
        "Nixon left, and visited Moscow",
        "Nixon visited Moscow (D)",
    ],
)
def test_words_that_tell_something_stay(text: str) -> None:
    assert trimmed(text) == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Nixon (R) met Mao (L) in 1972", "Nixon met Mao in 1972"),
        ("Nixon, right, met Mao, left, in 1972", "Nixon met Mao in 1972"),
        ("Nixon, far right, Mao, left, and Zhou in 1972", "Nixon , Mao and Zhou in 1972"),
        ("Nixon, second from left, meets Mao", "Nixon meets Mao"),
        ("Nixon's first-ever visit", "Nixon's first visit"),
    ],
)
def test_where_somebody_is_in_a_picture_is_taken_off(text: str, left: str) -> None:
    assert trimmed(text).split() == left.split()


def test_whose_leader_somebody_was_is_taken_off_by_itself() -> None:
    left = trimmed("Nixon met Brezhnev, leader of the Communist Party, in Moscow")
    assert "Party" not in left
