from __future__ import annotations

import pytest

from summitry.model.bounds import Bounds, Tally
from summitry.telling.numbers import (
    how_many,
    how_often,
    in_all,
    length,
    number,
    ordinal,
    plain_length,
    tallied,
    times,
)


@pytest.mark.parametrize(
    ("n", "told"), [(0, "no"), (1, "one"), (10, "ten"), (11, "11"), (1200, "1,200")]
)
def test_a_number_is_in_words_to_ten(n: int, told: str) -> None:
    assert number(n) == told


@pytest.mark.parametrize(
    ("position", "told"),
    [
        (1, "first"),
        (10, "tenth"),
        (11, "11th"),
        (12, "12th"),
        (21, "21st"),
        (22, "22nd"),
        (103, "103rd"),
        (111, "111th"),
        (-1, "last"),
        (-2, "second to last"),
        (-11, "11th to last"),
    ],
)
def test_a_position_is_an_ordinal_from_either_end(position: int, told: str) -> None:
    assert ordinal(position) == told


@pytest.mark.parametrize(("n", "told"), [(1, "once"), (2, "twice"), (3, "three times")])
def test_times_have_their_own_words_to_two(n: int, told: str) -> None:
    assert times(n) == told


@pytest.mark.parametrize(
    ("bounds", "often", "many"),
    [
        (Bounds(0, None), "any number of times", "any number of"),
        (Bounds(1, 1), "only once", "exactly one"),
        (Bounds(9, 9), "exactly nine times", "exactly nine"),
        (Bounds(1, None), "at least once", "at least one"),
        (Bounds(0, 2), "at most twice", "at most two"),
        (Bounds(1, 2), "once or twice", "one or two"),
        (Bounds(2, 3), "two or three times", "two or three"),
        (Bounds(9, 12), "between nine and 12 times", "between nine and 12"),
    ],
)
def test_bounds_are_told_as_adverb_and_before_a_noun(bounds: Bounds, often: str, many: str) -> None:
    assert (how_often(bounds), how_many(bounds)) == (often, many)


@pytest.mark.parametrize(
    ("tally", "told", "alone"),
    [
        (Tally(0, 0), "no", "none"),
        (Tally(7, 7), "seven", "seven"),
        (Tally(7, 9), "seven to nine", "seven to nine"),
        (Tally(0, 2), "at most two", "at most two"),
        (Tally(7, None), "at least seven", "at least seven"),
        (Tally(0, None), "any number of", "any number"),
    ],
)
def test_a_tally_is_told_with_what_is_open(tally: Tally, told: str, alone: str) -> None:
    assert (tallied(tally), in_all(tally)) == (told, alone)


@pytest.mark.parametrize(
    ("minutes", "told", "plain"),
    [
        (Bounds(136, 136), "exactly 136 minutes", "136 minutes"),
        (Bounds(60, 60), "exactly one hour", "60 minutes"),
        (Bounds(1, 1), "exactly one minute", "1 minute"),
        (Bounds(121, None), "more than two hours", "at least 121 minutes"),
        (Bounds(91, None), "more than 90 minutes", "at least 91 minutes"),
        (Bounds(120, None), "at least two hours", "at least 120 minutes"),
        (Bounds(0, 29), "less than 30 minutes", "0 to 29 minutes"),
        (Bounds(0, 30), "at most 30 minutes", "0 to 30 minutes"),
        (Bounds(60, 120), "between one and two hours", "60 to 120 minutes"),
        (Bounds(105, 135), "between 105 and 135 minutes", "105 to 135 minutes"),
        (Bounds(0, None), "some time", "at least 0 minutes"),
    ],
)
def test_a_length_is_told_as_a_claim_and_as_a_label(minutes: Bounds, told: str, plain: str) -> None:
    assert (length(minutes), plain_length(minutes)) == (told, plain)
