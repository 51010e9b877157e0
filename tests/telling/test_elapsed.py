from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.model.days import FIRST_DAY, Days
from summitry.telling.elapsed import _apart, _later, elapsed


@pytest.mark.parametrize(
    ("since", "until", "told"),
    [
        ("2025-08-15", "2026-12-01", "one year, three months and 16 days"),
        ("2025-08-15", "2026-08-15", "one year"),
        ("2025-08-15", "2025-08-16", "one day"),
        ("2024-02-29", "2025-02-28", "one year"),
        ("2025-01-31", "2025-02-28", "one month"),
        ("2025-01-31", "2025-03-01", "one month and one day"),
        ("2009-07-07", "2026-12-07", "17 years and five months"),
    ],
)
def test_a_time_is_told_in_years_months_and_days(since: str, until: str, told: str) -> None:
    first, last = date.fromisoformat(since), date.fromisoformat(until)
    assert elapsed(Days.on(first), last) == told


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2017-11-08", "2017-11-10", "more than eight years and six months"),
        ("2017-01-01", "2017-12-31", ""),
        ("2017-01-01", "2017-05-01", "more than nine years"),
        ("2026-05-01", "2026-05-20", ""),
    ],
)
def test_of_a_day_not_exactly_known_as_much_is_told_as_is_sure(
    first: str, last: str, told: str
) -> None:
    days = Days.between(date.fromisoformat(first), date.fromisoformat(last))
    assert elapsed(days, date(2026, 5, 14)) == told


def test_nothing_is_told_from_a_day_without_bound_or_not_before() -> None:
    assert elapsed(Days((FIRST_DAY, 700_000)), date(2026, 5, 14)) == ""
    assert elapsed(Days.on(date(2026, 5, 14)), date(2026, 5, 14)) == ""


DAYS = st.dates(date(1800, 1, 1), date(2200, 1, 1))


@given(DAYS, DAYS)
def test_what_is_told_leads_from_one_day_to_the_other(a: date, b: date) -> None:
    first, last = min(a, b), max(a, b)
    years, months, days = _apart(first, last)
    assert 0 <= months < 12
    assert 0 <= days < 31
    assert _later(first, 12 * years + months).toordinal() + days == last.toordinal()
