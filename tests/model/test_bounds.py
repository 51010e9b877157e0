"""Numbers within bounds, held to the numbers that they leave open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.model.bounds import Bounds, Tally
from summitry.model.truth import Truth

# No bound is one beyond every number that a bound can have here.
MOST, BEYOND = 6, 9
BOUNDS = st.tuples(st.integers(0, MOST), st.none() | st.integers(0, MOST)).map(
    lambda ends: Bounds(ends[0], None if ends[1] is None else max(ends))  # type: ignore[type-var]
)


def numbers(bounds: Bounds) -> set[int]:
    return set(range(bounds.least, (BEYOND if bounds.most is None else bounds.most) + 1))


@given(BOUNDS)
def test_bounds_hold_their_numbers(bounds: Bounds) -> None:
    assert {n for n in range(-2, BEYOND + 1) if n in bounds} == numbers(bounds)
    assert bounds.is_exact is (len(numbers(bounds)) == 1)


@given(BOUNDS, BOUNDS)
def test_within_asks_each_number_left_open(a: Bounds, b: Bounds) -> None:
    answers = [n in numbers(b) for n in numbers(a)]
    assert a.within(b) is Truth.between(surely=all(answers), possibly=any(answers))


@given(st.integers(0, MOST))
def test_exactly_one_number_is_exact(number: int) -> None:
    assert numbers(Bounds.exactly(number)) == {number}


@given(st.integers(0, MOST), st.none() | st.integers(0, MOST))
def test_a_tally_is_its_bounds(surely: int, more: int | None) -> None:
    possibly = None if more is None else surely + more
    assert Tally(surely, possibly).bounds == Bounds(surely, possibly)


@pytest.mark.parametrize(
    ("least", "most", "message"),
    [
        (-1, None, r"^a bound can't be negative, got -1$"),
        (-1, 2, r"^a bound can't be negative, got -1$"),
        (3, 2, r"^bounds cross: 3 to 2$"),
    ],
)
def test_bounds_that_hold_nothing_are_refused(least: int, most: int | None, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Bounds(least, most)


@pytest.mark.parametrize(
    ("surely", "possibly", "message"),
    [
        (-1, None, r"^a tally can't be negative, got -1$"),
        (-1, 2, r"^a tally can't be negative, got -1$"),
        (3, 2, r"^a tally crosses: surely 3, possibly 2$"),
    ],
)
def test_a_tally_that_crosses_is_refused(surely: int, possibly: int | None, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Tally(surely, possibly)
