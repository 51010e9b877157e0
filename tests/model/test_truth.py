"""Truth is Kleene's logic: what the possible answers of both sides leave possible."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.model.truth import Truth, every, some
from tests.model.drawn import TRUTHS

ANSWERS = {
    Truth.FALSE: {False},
    Truth.UNKNOWN: {False, True},
    Truth.TRUE: {True},
}
PAIRS = list(product(Truth, Truth))


def of_answers(answers: set[bool]) -> Truth:
    return Truth.between(surely=answers == {True}, possibly=True in answers)


@pytest.mark.parametrize(("a", "b"), PAIRS)
@pytest.mark.parametrize(
    ("joined", "meant"),
    [(Truth.__and__, bool.__and__), (Truth.__or__, bool.__or__)],
    ids=["and", "or"],
)
def test_a_connective_leaves_possible_what_its_sides_do(
    a: Truth,
    b: Truth,
    joined: Callable[[Truth, Truth], Truth],
    meant: Callable[[bool, bool], bool],
) -> None:
    assert joined(a, b) is of_answers({meant(x, y) for x in ANSWERS[a] for y in ANSWERS[b]})


@pytest.mark.parametrize("a", Truth)
def test_not_turns_every_answer_round(a: Truth) -> None:
    assert ~a is of_answers({not x for x in ANSWERS[a]})


@given(TRUTHS, TRUTHS, TRUTHS)
def test_the_laws_of_a_kleene_algebra_hold(a: Truth, b: Truth, c: Truth) -> None:
    assert a & b is b & a
    assert a | b is b | a
    assert (a & b) & c is a & (b & c)
    assert (a | b) | c is a | (b | c)
    assert a & (b | c) is (a & b) | (a & c)
    assert a | (b & c) is (a | b) & (a | c)
    assert a & (a | b) is a
    assert a | (a & b) is a
    assert ~(a & b) is ~a | ~b
    assert ~(a | b) is ~a & ~b
    assert ~~a is a
    assert (a & ~a) & (b | ~b) is a & ~a


@pytest.mark.parametrize("a", Truth)
def test_surely_and_possibly_say_the_answers(a: Truth) -> None:
    assert a.surely() is (ANSWERS[a] == {True})
    assert a.possibly() is (True in ANSWERS[a])
    assert Truth.between(surely=a.surely(), possibly=a.possibly()) is a


@pytest.mark.parametrize("known", [False, True])
def test_what_is_known_is_one_answer(known: bool) -> None:  # noqa: FBT001 - the case
    assert ANSWERS[Truth.of(known)] == {known}


@given(st.lists(TRUTHS, max_size=5))
def test_every_and_some_join_all_of_them(truths: list[Truth]) -> None:
    assert every(iter(truths)) is min(truths, key=lambda truth: truth.value, default=Truth.TRUE)
    assert some(iter(truths)) is max(truths, key=lambda truth: truth.value, default=Truth.FALSE)


@pytest.mark.parametrize("a", Truth)
def test_a_truth_is_no_bool(a: Truth) -> None:
    with pytest.raises(TypeError, match=r"^a Truth is not a bool: ask 'is Truth.TRUE', surely"):
        bool(a)
