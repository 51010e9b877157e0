"""Times that count from the day of the text, or from the time told of before them."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.reading.when.times import times
from tests.reading.notation import window

WRITTEN = date(2018, 7, 14)  # a Saturday

BY_THE_TEXT = [
    ("met yesterday in Lima", "2018-07-13"),
    ("yesterday evening", "2018-07-13"),
    ("earlier today", "2018-07-14"),
    ("this morning", "2018-07-14"),
    ("the day before yesterday", "2018-07-12"),
    ("on Tuesday", "2018-07-10"),
    ("Monday evening", "2018-07-09"),
    ("on Saturday", "2018-07-14"),
    ("last Friday", "2018-07-13"),
    ("last Saturday", "2018-07-07"),
    ("last Friday's talks", "2018-07-13"),
    ("Friday's talks", "?"),
    ("from Sunday to Wednesday", "2018-07-08..2018-07-11"),
    ("between 30 September and 1 October 2017", "2017-09-30..2017-10-01"),
    ("last week", "2018-07-01..2018-07-08~2018-07-02..2018-07-08"),
    ("earlier this month", "2018-07-01..2018-07-14"),
    ("last month", "2018-06-01..2018-06-30"),
    ("this year", "2018-01-01..2018-07-14"),
    ("so far this year", "2018-01-01..2018-07-14"),
    ("last July", "2017-07-01..2017-07-31"),
    ("last November", "2017-11-01..2017-11-30"),
    ("last March", "2017-03-01..2017-03-31,2018-03-01..2018-03-31~"),
    ("last summer", "2017-05-02..2017-09-30~2017-06-01..2017-08-31"),
    ("late last year", "2017-09-01..2017-12-31~2017-12-01..2017-12-31"),
    ("on July 7 last year", "2017-07-07"),
    ("April of last year", "2017-04-01..2017-04-30"),
    ("on Sept. 25", "2017-09-25"),
    ("in June", "2018-06-01..2018-06-30"),
    ("since November, when", "2017-11-01..2017-11-30"),
    ("on Christmas Day", "2017-12-25"),
    ("June 29 to July 3", "2018-06-29..2018-07-03"),
    ("between 29 June and 3 July", "2018-06-29..2018-07-03"),
    ("ten days ago", "2018-07-04"),
    ("two weeks ago", "2018-06-26..2018-07-04~2018-06-28..2018-07-02"),
    ("a year ago", "2016-01-01..2018-12-31~2017-03-30..2017-10-28"),
    ("six years ago", "2011-01-01..2013-12-31~2012-01-01..2012-12-31"),
    ("Ten years ago today", "2008-07-14"),
    ("50 yrs ago next week", "1968-07-12..1968-07-24~"),
    ("over the last decade", "2003-07-14..2018-07-14~2011-01-12..2018-07-14"),
    ("next week", "2018-07-16..2018-07-22"),
]

BY_WHAT_WAS_TOLD = [
    ("In May 1972 Nixon came. Brezhnev came the following year", "1973-01-01..1973-12-31"),
    ("They met in November 2001; that month", "2001-11-01..2001-11-30"),
    ("They met on July 7, 2017. That evening", "2017-07-07"),
    ("They met on 16 June 2001. The following day", "2001-06-17"),
    ("They met on 16 June 2001 and again two days later", "2001-06-18"),
    ("They met in July 2016. Later that same year", "2016-01-01..2016-12-31"),
    ("They met in May 1972. In November of that year", "1972-11-01..1972-11-30"),
    ("They met in July 1967. October of the same year", "1967-10-01..1967-10-31"),
    ("They met on 7 July 2017. Four months later", "2017-11-01..2017-11-30"),
    (
        "They met on 1 April 2009. Three months later",
        "2009-06-16..2009-07-31~2009-07-01..2009-07-31",
    ),
    ("It ended in 1991. Two years later", "1993-01-01..1993-12-31"),
    ("in June 1961 and again two years later.", "1963-01-01..1963-12-31"),
    (
        "They met in June 2001. A year earlier",
        "2000-01-01..2000-12-31~2000-03-01..2000-09-30",
    ),
    ("They met on June 16, 2001. Only weeks later", "2001-06-26..2001-08-29~"),
    (
        "in August 1989, and again the summer after.",
        "1990-05-02..1990-09-30~1990-06-01..1990-08-31",
    ),
    ("It began in March 2010. The previous September", "2009-09-01..2009-09-30"),
    ("They met on 11 May 2012. The next Tuesday", "2012-05-15"),
    ("They met in November 2018 and on the last day of the month", "2018-11-30"),
    ("They met in London in April 2009, in Moscow in July", "2009-07-01..2009-07-31"),
    ("| 1972 | May 22–30 |", "1972-05-22..1972-05-30"),
    ("They met in 2005, and since then", "2005-01-01..2005-12-31"),
    ("They last met in 1999. The two met in May", "1999-05-01..1999-05-31"),
    (
        "They met in June 1999 and in March",
        "1999-03-01..1999-03-31,2000-03-01..2000-03-31~",
    ),
]


@pytest.mark.parametrize(("text", "expected"), BY_THE_TEXT)
def test_times_by_the_day_of_the_text(text: str, expected: str) -> None:
    assert [window(time.window) for time in times(text, written=WRITTEN)] == [expected]


@pytest.mark.parametrize(("text", "expected"), BY_WHAT_WAS_TOLD)
def test_times_by_what_was_told(text: str, expected: str) -> None:
    *_, time = times(text)
    assert window(time.window) == expected


@pytest.mark.parametrize(
    "text",
    ["that month", "three months later", "the previous day", "later that year", "in June",
     "yesterday", "on Friday", "last March", "two weeks ago"],
)  # fmt: skip
def test_a_time_that_counts_from_an_unknown_day_has_no_window(text: str) -> None:
    assert [time.window for time in times(text)] == [None]


@pytest.mark.parametrize(
    "text",
    ["the day after the summit", "a week before the war began", "the second day", "this man",
     "every year", "years of talks", "the same place", "she may go", "they march on", "a year"],
)  # fmt: skip
def test_what_tells_no_time_by_itself(text: str) -> None:
    assert times(text, written=WRITTEN) == ()


def test_what_only_bounds_a_time_is_not_told_of() -> None:
    *_, time = times("They met in March 2010, a year after 2009. That month", written=WRITTEN)
    assert window(time.window) == "2010-03-01..2010-03-31"


@pytest.mark.parametrize(("told", "expected"), [("2018", "2018"), ("December 2017", "2018")])
def test_a_day_of_no_year_is_of_the_time_of_the_text_where_that_is_told_of(
    told: str, expected: str
) -> None:
    *_, time = times(f"They spoke in {told}. On February 12 they talked.", written=WRITTEN)
    assert window(time.window) == f"{expected}-02-12"


def test_a_month_of_no_year_after_another_year_may_be_of_either() -> None:
    text = "They met in 2005.\nThey talked of much.\nIn June he spoke."
    *_, time = times(text, written=WRITTEN)
    assert window(time.window) == "2005-06-01..2005-06-30,2018-06-01..2018-06-30~"
