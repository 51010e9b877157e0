"""Lists of times that share a month or a year."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.reading.when.elided import listed
from summitry.reading.when.times import times
from tests.reading.notation import window

WRITTEN = date(2020, 1, 1)

LISTS = [
    ("on June 18 and 20, 2013", {"June 18": "2013-06-18", "20, 2013": "2013-06-20"}),
    ("on 18 and 20 June 2013", {"18": "2013-06-18", "20 June 2013": "2013-06-20"}),
    ("on June 18 and 19, 2013", {"June 18": "2013-06-18", "19, 2013": "2013-06-19"}),
    ("on 18 or 19 June 2013", {"18": "2013-06-18", "19 June 2013": "2013-06-19"}),
    ("3, 5 and 8 June 2010",
     {"3": "2010-06-03", "5": "2010-06-05", "8 June 2010": "2010-06-08"}),
    ("June 17 and July 3, 2013", {"June 17": "2013-06-17", "July 3, 2013": "2013-07-03"}),
    ("in June or July 2013",
     {"June": "2013-06-01..2013-06-30", "July 2013": "2013-07-01..2013-07-31"}),
    ("in June and in November 2013",
     {"June": "2013-06-01..2013-06-30", "November 2013": "2013-11-01..2013-11-30"}),
    ("in early and mid-2013",
     {"early": "2013-01-01..2013-06-30~2013-01-01..2013-03-31",
      "mid-2013": "2013-04-01..2013-09-30~2013-06-01..2013-07-31"}),
    ("the spring and autumn of 2013",
     {"the spring": "2013-01-30..2013-06-30~2013-03-01..2013-05-31",
      "autumn of 2013": "2013-08-02..2013-12-30~2013-09-01..2013-11-30"}),
    ("on June 3 and 5.", {"June 3": "2019-06-03", "5": "2019-06-05"}),
    ("on 30 and 31 February 2013", {"30": "?", "31 February 2013": "?"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_each_member_has_what_all_share(text: str, expected: dict[str, str]) -> None:
    found = times(text, written=WRITTEN)
    assert {text[time.start : time.end]: window(time.window) for time in found} == expected


@pytest.mark.parametrize(
    "text", ["June 2012 and November 2013", "on June 3 and 12 others", "June 3 to 5, 2013", "2013"]
)
def test_what_shares_nothing_is_no_such_list(text: str) -> None:
    assert listed(text) == ()


@given(st.text(alphabet="June May and, or 0123456789"))
def test_members_are_in_order_and_apart(text: str) -> None:
    edges = [edge for time in listed(text) for edge in (time.start, time.end)]
    assert edges == sorted(edges)
