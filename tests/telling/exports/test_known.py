from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.model import edtf
from summitry.model.days import Days
from summitry.model.when import When
from summitry.telling.exports.known import bounds, is_exact, iso_days, known
from tests.records import day

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2021-06-16", "2021-06-16"),
        ("2021-06", "2021-06"),
        ("2021", "2021"),
        ("[2021-06-15,2021-06-16]", "2021-06"),
        ("[2021-06-15,2021-07-16]", "2021"),
        ("[2021-12-31,2022-01-01]", None),
        ("202X", None),
        ("[..2021-06-16]", None),
    ],
)
def test_a_date_is_told_as_fine_as_it_is_known(written: str, iso: str | None) -> None:
    found = known(day(written))
    assert (None if found is None else found.iso) == iso


@given(first=DAYS, longer=st.integers(0, 800))
def test_what_is_known_holds_every_possible_day_and_nothing_finer_does(
    first: date, longer: int
) -> None:
    last = first + timedelta(days=longer)
    found = known(When(Days.between(first, last)))
    if found is None:
        assert first.year != last.year
        return
    assert found.first <= first
    assert last <= found.last
    assert (found.day is not None) is (first == last)
    assert (found.month is not None) is (first.month == last.month)


@pytest.mark.parametrize(
    ("written", "days", "exact", "outer"),
    [
        ("2021-06-16", ("2021-06-16", "2021-06-16"), True, ("2021-06-16", "2021-06-16")),
        ("2021-06", ("2021-06", "2021-06"), False, ("2021-06-01", "2021-06-30")),
        ("2021-06-15/2021-06-16", ("2021-06-15", "2021-06-16"), True, ("2021-06-15", "2021-06-16")),
        ("2021-06-15/2021-07", ("2021-06-15", "2021-07"), False, ("2021-06-15", "2021-07-31")),
        ("2021-06-15/..", ("2021-06-15", None), False, None),
        ("2021-06-15/", ("2021-06-15", None), False, None),
    ],
)
def test_both_ends_of_a_stretch_are_told(
    written: str,
    days: tuple[str, str],
    exact: bool,  # noqa: FBT001 - a column of the table
    outer: tuple[str, str] | None,
) -> None:
    moment = edtf.parse(written)
    assert iso_days(moment) == days
    assert is_exact(moment) is exact
    found = bounds(moment)
    assert (None if found is None else tuple(map(str, found))) == outer
