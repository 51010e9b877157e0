from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from summitry.model.days import Days
from summitry.model.edtf import parse
from summitry.telling.pictures.axis import Axis, axis_of
from summitry.telling.pictures.shown import Row
from tests.telling.pictures.drawn import PAIRS, bundled, met, small
from tests.telling.small_names import NAMES, days


def ends(axis: Axis | None) -> tuple[date, date]:
    assert axis is not None
    return date.fromordinal(axis.first), date.fromordinal(axis.last)


@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_everything_known_of_what_is_shown_lies_on_the_axis(pair: tuple[str, str]) -> None:
    shown = bundled(*pair)
    axis = axis_of(shown, 0, 100)
    assert axis is not None
    for row in shown.rows:
        assert all(event.when.outer <= axis.days for event in row.events)


def test_the_axis_is_of_the_time_in_office_of_both() -> None:
    first, last = ends(axis_of(small(), 0, 100))
    assert first == date(2009, 1, 1)
    assert date(2017, 1, 20) <= last < date(2017, 6, 1)


def test_what_was_before_or_after_widens_it() -> None:
    first, last = ends(axis_of(small(met("a", "2007-03-05"), met("b", "2020-01-01")), 0, 100))
    assert first == date(2007, 3, 1)
    assert date(2020, 1, 1) <= last < date(2020, 12, 1)


def test_a_bound_that_is_open_does_not_widen_it() -> None:
    shown = small(met("a", parse("[..2010-01-01]")), met("b", parse("[2012-01-01..]")))
    first, last = ends(axis_of(shown, 0, 100))
    assert first == date(2009, 1, 1)
    assert last.year in {2025, 2026}


def test_the_time_that_is_asked_for_narrows_it() -> None:
    shown = small(met("a", "2012-06-01")).kept(lambda _: True, days("2012-01-01", "2014-12-31"))
    first, last = ends(axis_of(shown, 0, 100))
    assert first == date(2012, 1, 1)
    assert date(2014, 12, 31) <= last < date(2015, 3, 1)


def test_who_held_office_at_other_times_is_shown_at_both() -> None:
    row = Row(person="clinton", tenures=NAMES.tenures_of["clinton"])
    shown = small(rows=(row,), window=Days.between(None, date(1999, 1, 1)))
    first, last = ends(axis_of(shown, 0, 100))
    assert first == date(1993, 1, 1)
    assert last < date(1999, 6, 1)


def test_years_that_are_named_have_room() -> None:
    for years in (2, 9, 30, 120):
        axis = Axis(date(1900, 1, 1).toordinal(), date(1899 + years, 12, 31).toordinal(), 0, 320)
        places = [x for _, x in axis.ticks()]
        assert places
        assert all(b - a >= 24 for a, b in pairwise(places))
