from __future__ import annotations

import pytest

from summitry.model.edtf import parse, write
from summitry.model.when import When
from summitry.sources.wikidata.times import Unknown, agreed, read_time, widened
from tests.records import day

TIMES = [
    ("2009-01-20T00:00:00Z", 11, "2009-01-20"),
    ("2009-01-20T13:00:00Z", 12, "2009-01-20"),
    ("+2009-01-20T00:00:00Z", 11, "2009-01-20"),
    ("2009-01-01T00:00:00Z", 10, "2009-01"),
    ("2009-01-01T00:00:00Z", 9, "2009"),
    ("2009-00-00T00:00:00Z", 9, "2009"),
    ("2009-00-00T00:00:00Z", 10, "2009"),
    ("1900-02-29T00:00:00Z", 11, "1900-02"),
    ("1990-01-01T00:00:00Z", 8, "199X"),
    ("1950-01-01T00:00:00Z", 7, "[1901..2000]"),
    ("1901-01-01T00:00:00Z", 7, "[1901..2000]"),
    ("1900-01-01T00:00:00Z", 7, "[1801..1999]"),
    ("0014-08-19T00:00:00Z", 11, "0014-08-19"),
    ("9999-12-31T00:00:00Z", 7, "[9901..9999]"),
]


@pytest.mark.parametrize(("text", "precision", "written"), TIMES)
def test_a_time_is_as_exact_as_its_precision(text: str, precision: int, written: str) -> None:
    time = read_time(text, precision)
    assert time == parse(written)
    assert isinstance(time, When)
    assert parse(write(time)) == time


def test_less_than_a_century_is_written_as_it_is_known() -> None:
    for text, precision, written in TIMES:
        if precision >= 8:
            time = read_time(text, precision)
            assert isinstance(time, When)
            assert write(time) == written


@pytest.mark.parametrize(
    ("text", "precision", "unknown"),
    [
        ("-0043-03-15T00:00:00Z", 11, Unknown.OUTSIDE),
        ("0000-01-01T00:00:00Z", 9, Unknown.OUTSIDE),
        ("10191-01-01T00:00:00Z", 9, Unknown.OUTSIDE),
        ("2000-01-01T00:00:00Z", 6, Unknown.COARSE),
        ("2000-01-01T00:00:00Z", 0, Unknown.COARSE),
        ("2009-01-20", 11, Unknown.UNREADABLE),
        ("t1514691780", 11, Unknown.UNREADABLE),
        ("", 11, Unknown.UNREADABLE),
    ],
)
def test_a_time_of_no_days_is_unknown(text: str, precision: int, unknown: Unknown) -> None:
    assert read_time(text, precision) is unknown


def test_times_that_agree_leave_the_days_that_they_share() -> None:
    exact, year, other = day("2009-01-20"), day("2009"), day("2010")
    assert agreed(frozenset({exact, year, Unknown.VALUE})) == exact
    assert widened(frozenset({exact, year})) == exact
    assert agreed(frozenset({year, other})) is None
    assert widened(frozenset({year, other})) == When(year.possible | other.possible)
    assert agreed(frozenset({Unknown.VALUE})) is None
    assert widened(frozenset()) is None
