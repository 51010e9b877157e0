"""Sets of days behave as sets of their ordinals do, and nothing lies beyond the calendar."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.model.days import ANY_DAY, FIRST_DAY, LAST_DAY, NO_DAY, Days, after, until
from tests.model.drawn import FEW, days, spans

UNIVERSE = Days((FEW[0], FEW[-1]))


def members(held: Days) -> set[int]:
    """The ordinals in it, among the few."""
    return {n for n in FEW if date.fromordinal(n) in held}


@given(st.lists(spans(FEW[0], FEW[-1]), max_size=5))
def test_a_set_holds_the_days_of_its_spans(drawn: list[tuple[int, int]]) -> None:
    expected = {n for first, last in drawn for n in range(first, last + 1)}
    held = Days(*drawn)
    assert members(held) == expected
    assert len(held) == len(expected)
    assert held.is_empty() is (not expected)


@given(days(), days())
def test_sets_are_equal_where_their_days_are(a: Days, b: Days) -> None:
    assert (a == b) is (members(a) == members(b))
    if a == b:
        assert hash(a) == hash(b)


@given(days())
def test_spans_are_in_order_and_apart(held: Days) -> None:
    assert all(first <= last for first, last in held.spans)
    assert all(a[1] + 1 < b[0] for a, b in zip(held.spans, held.spans[1:], strict=False))


@given(days(), days())
def test_the_algebra_is_that_of_sets(a: Days, b: Days) -> None:
    assert members(a & b) == members(a) & members(b)
    assert members(a | b) == members(a) | members(b)
    assert members(a - b) == members(a) - members(b)
    assert members(~a) == set(FEW) - members(a)
    assert (a <= b) is (members(a) <= members(b))
    assert a.meets(b) is bool(members(a) & members(b))


@given(days(FIRST_DAY, LAST_DAY), days(FIRST_DAY, LAST_DAY))
def test_the_laws_of_a_boolean_algebra_hold_over_the_calendar(a: Days, b: Days) -> None:
    assert ~~a == a
    assert ~(a & b) == ~a | ~b
    assert ~(a | b) == ~a & ~b
    assert a & ~a == NO_DAY
    assert a | ~a == ANY_DAY
    assert (a & b) | (a - b) == a
    assert (a <= b) is (a & b == a)
    assert len(a) + len(~a) == len(ANY_DAY)


@given(days())
def test_the_ends_are_the_least_and_greatest_day(held: Days) -> None:
    inside = members(held)
    if inside:
        assert (held.first, held.last) == (min(inside), max(inside))
        assert held.earliest == date.fromordinal(min(inside))
        assert held.latest == date.fromordinal(max(inside))
    else:
        assert (held.earliest, held.latest) == (None, None)


def test_the_empty_set_has_no_ends() -> None:
    with pytest.raises(ValueError, match=r"^the empty set of days has no first day$"):
        _ = NO_DAY.first
    with pytest.raises(ValueError, match=r"^the empty set of days has no last day$"):
        _ = NO_DAY.last


@given(days())
def test_only_is_the_day_of_a_set_of_one(held: Days) -> None:
    inside = members(held)
    assert held.only == (date.fromordinal(inside.pop()) if len(inside) == 1 else None)


@given(st.dates(), st.dates())
def test_between_holds_both_ends_or_nothing(first: date, last: date) -> None:
    held = Days.between(first, last)
    assert held.is_empty() is (last < first)
    assert (first in held) is (last in held) is (first <= last)
    assert len(held) == max(0, (last - first).days + 1)


@given(st.dates())
def test_an_end_that_is_not_given_is_no_bound(day: date) -> None:
    assert Days.between(None, day) == until(day.toordinal())
    assert Days.between(day, None) == Days.on(day) | after(day.toordinal())
    assert Days.between(None, day).earliest is None
    assert Days.between(day, None).latest is None
    assert Days.between(None, None) == ANY_DAY


@given(st.dates())
def test_after_and_until_part_the_calendar(day: date) -> None:
    assert after(day.toordinal()) == ~until(day.toordinal())
    assert day in until(day.toordinal())


@given(st.integers(-5, 5), st.integers(-5, 5))
def test_nothing_lies_beyond_the_calendar(by: int, more: int) -> None:
    assert Days((FIRST_DAY - 9, FIRST_DAY + by)) == until(FIRST_DAY + by)
    assert Days((LAST_DAY + by, LAST_DAY + 9)) == after(LAST_DAY + by - 1)
    assert Days((FIRST_DAY + by, FIRST_DAY + by + more)) <= ANY_DAY


@given(days())
def test_a_set_of_days_is_no_bool(held: Days) -> None:
    with pytest.raises(TypeError, match=r"^a set of days is not a bool: ask is_empty\(\)$"):
        bool(held)
