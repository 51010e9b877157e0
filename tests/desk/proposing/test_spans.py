from __future__ import annotations

import pytest

from summitry.desk.proposing.spans import LONGER, span_of, spans
from summitry.model.days import ANY_DAY
from summitry.model.edtf import parse


def test_longer_spans_are_good_for_no_more_than_shorter_ones() -> None:
    found = spans()
    assert [span.most for span in found] == sorted({span.most for span in found})
    assert len({span.name for span in found}) == len(found)
    for shorter, longer in zip(found, (*found[1:], LONGER), strict=True):
        assert shorter.new >= longer.new
        assert shorter.day >= longer.day
        assert shorter.new >= shorter.day


@pytest.mark.parametrize(
    ("when", "name"),
    [
        ("2021-06-16", "a day"),
        ("2021-06-14/2021-06-16", "some days"),
        ("2021-06-14/2021-06-20", "a week"),
        ("2021-07", "a month"),
        ("2021-06/2021-08", "a season"),
        ("2020", "a year"),
        ("2020/2021", "an open time"),
    ],
)
def test_a_time_has_the_name_of_its_length(when: str, name: str) -> None:
    assert span_of(parse(when).outer).name == name


def test_a_time_without_bounds_is_open() -> None:
    assert span_of(ANY_DAY) is LONGER
