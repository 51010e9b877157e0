from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.model.days import Days
from summitry.reading.when.spans import (
    shifted_by_days,
    shifted_by_months,
    unit_around,
    weekday_from,
)

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
UNITS = ("day", "week", "month", "year", "decade")


@given(DAYS, st.sampled_from(UNITS))
def test_a_unit_holds_its_day_and_follows_the_one_before(day: date, unit: str) -> None:
    this, next_ = (unit_around(Days.on(day), unit, steps) for steps in (0, 1))
    assert this is not None
    assert next_ is not None
    assert day in this
    assert next_.first == this.last + 1


@pytest.mark.parametrize("unit", UNITS[1:])
def test_days_of_two_units_have_none(unit: str) -> None:
    assert unit_around(Days.between(date(2009, 12, 31), date(2010, 1, 1)), "year") is None
    assert unit_around(Days.between(date(2009, 12, 27), date(2010, 1, 4)), unit) is None


@given(DAYS, st.integers(0, 6), st.sampled_from((-1, 0, 1)))
def test_a_weekday_is_within_a_week(day: date, weekday: int, steps: int) -> None:
    found = weekday_from(day, weekday, steps)
    assert found.weekday() == weekday
    low, high = {-1: (-7, -1), 0: (-6, 0), 1: (1, 7)}[steps]
    assert low <= (found - day).days <= high


@given(DAYS, st.integers(-40, 40), st.sampled_from((1, 7)))
def test_what_is_counted_in_days_holds_the_day_so_far_off(day: date, n: int, length: int) -> None:
    found = shifted_by_days(Days.on(day), length, n, n, vague=False)
    assert day + timedelta(days=n * length) in found.surely


@given(DAYS, st.integers(1, 30))
def test_months_on_and_back_hold_the_month(day: date, months: int) -> None:
    on = shifted_by_months(Days.on(day), months, months, vague=False)
    assert on is not None
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    assert date(year, month + 1, 15) in on.surely
