from __future__ import annotations

from datetime import date

import pytest

from summitry.model.days import FIRST_DAY, LAST_DAY, Days
from summitry.model.when import Moment, Stretch, When
from summitry.telling import dates
from summitry.telling.dates import DateStyle
from tests.telling.small_names import days, on, span, window


@pytest.mark.parametrize(
    ("first", "last", "plain", "ap"),
    [
        ("2021-06-16", "2021-06-16", "on 16 June 2021", "on June 16, 2021,"),
        ("2025-08-15", "2025-08-15", "on 15 August 2025", "on Aug. 15, 2025,"),
        ("2021-06-01", "2021-06-30", "in June 2021", "in June 2021"),
        ("2024-02-01", "2024-02-29", "in February 2024", "in February 2024"),
        ("2021-01-01", "2021-12-31", "in 2021", "in 2021"),
        ("2001-01-01", "2009-12-31", "from 2001 to 2009", "from 2001 to 2009"),
        ("2000-05-01", "2004-06-30", "from May 2000 to June 2004", "from May 2000 to June 2004"),
        ("2004-05-01", "2004-06-30", "from May to June 2004", "from May to June 2004"),
        (
            "2001-11-13",
            "2001-11-15",
            "from 13 to 15 November 2001",
            "from Nov. 13 to 15, 2001,",
        ),
        (
            "2021-06-28",
            "2021-07-02",
            "from 28 June to 2 July 2021",
            "from June 28 to July 2, 2021,",
        ),
        (
            "2000-05-01",
            "2008-05-07",
            "from 1 May 2000 to 7 May 2008",
            "from May 1, 2000, to May 7, 2008,",
        ),
        ("2013-01-01", None, "from 2013 on", "from 2013 on"),
        ("2013-05-02", None, "from 2 May 2013 on", "from May 2, 2013, on"),
        (None, "2013-12-31", "up to 2013", "up to 2013"),
        (None, "2013-05-31", "up to May 2013", "up to May 2013"),
        (None, None, "", ""),
    ],
)
def test_a_span_is_told_as_finely_as_its_ends_ask(
    first: str | None, last: str | None, plain: str, ap: str
) -> None:
    (found,) = window(first, last).surely.spans
    assert dates.within(found) == plain
    assert dates.within(found, DateStyle.AP) == ap


@pytest.mark.parametrize(
    ("first", "last", "iso"),
    [
        ("2021-06-16", "2021-06-16", "on 2021-06-16"),
        ("2021-06-01", "2021-06-30", "in 2021-06"),
        ("2021-01-01", "2021-12-31", "in 2021"),
        ("2004-05-01", "2004-06-30", "from 2004-05 to 2004-06"),
        ("2001-11-13", "2001-11-15", "from 2001-11-13 to 2001-11-15"),
        ("2000-05-01", "2008-05-07", "from 2000-05-01 to 2008-05-07"),
        ("2013-05-02", None, "from 2013-05-02 on"),
        (None, "2013-05-31", "up to 2013-05"),
    ],
)
def test_in_the_iso_style_every_end_is_whole(first: str | None, last: str | None, iso: str) -> None:
    (found,) = window(first, last).surely.spans
    assert dates.within(found, DateStyle.ISO) == iso


@pytest.mark.parametrize(
    ("first", "last", "bare"),
    [
        ("2021-06-16", "2021-06-16", "16 June 2021"),
        ("2021-01-01", "2021-12-31", "2021"),
        ("2001-01-01", "2009-12-31", "the time from 2001 to 2009"),
        (None, None, "all time"),
    ],
)
def test_a_span_is_a_noun_too(first: str | None, last: str | None, bare: str) -> None:
    (found,) = window(first, last).surely.spans
    assert dates.bare(found) == bare


def between(first: tuple[str, str], last: tuple[str, str]) -> Stretch:
    return Stretch(When(days(*first)), When(days(*last)))


MOMENTS: list[tuple[Moment, str]] = [
    (on("2021-06-16"), "on 16 June 2021"),
    (When(days("2001-11-01", "2001-11-30")), "in November 2001"),
    (When(days("2001-11-13", "2001-11-15")), "between 13 and 15 November 2001"),
    (
        When(Days.on(date(2001, 11, 13)) | Days.on(date(2001, 11, 15))),
        "on 13 November 2001 or on 15 November 2001",
    ),
    (span("2001-11-13", "2001-11-15"), "from 13 to 15 November 2001"),
    (span("2012-05-07", None), "from 7 May 2012 on"),
    (
        Stretch(When(days("2001-11-01", "2001-11-30")), on("2002-01-03")),
        "from November 2001 to 3 January 2002",
    ),
    (
        between(("1999-09-12", "1999-09-13"), ("1999-09-12", "1999-09-13")),
        "between 12 and 13 September 1999",
    ),
    (between(("1957-10-01", "1957-10-31"), ("1957-10-01", "1957-10-31")), "in October 1957"),
    (
        between(("1957-10-14", "1957-10-17"), ("1957-10-20", "1957-10-23")),
        "from a day between 14 and 17 to one between 20 and 23 October 1957",
    ),
    (
        between(("2022-11-28", "2022-11-30"), ("2022-12-01", "2022-12-04")),
        "from a day between 28 and 30 November to one between 1 and 4 December 2022",
    ),
    (
        between(("2022-11-28", "2022-12-01"), ("2022-12-01", "2022-12-04")),
        "from a day between 28 November and 1 December to one between 1 and 4 December 2022",
    ),
    (
        between(("2022-12-28", "2022-12-30"), ("2023-01-01", "2023-01-04")),
        "from a day between 28 and 30 December 2022 to a day between 1 and 4 January 2023",
    ),
    (
        Stretch(When(Days((FIRST_DAY, 730_792))), When(Days((730_800, LAST_DAY)))),
        "from 3 November 2001 or earlier to 11 November 2001 or later",
    ),
]


@pytest.mark.parametrize(("moment", "told"), MOMENTS, ids=[told for _, told in MOMENTS])
def test_an_uncertain_day_and_a_long_one_are_told_apart(moment: Moment, told: str) -> None:
    assert dates.moment(moment) == told


@pytest.mark.parametrize(
    ("last", "told"),
    [
        ("1957-10-17", "from a day between Oct. 14 and 17 to one between Oct. 20 and 23, 1957,"),
        (
            "1957-11-02",
            "from a day between Oct. 14 and Nov. 2 to one between Oct. 20 and 23, 1957,",
        ),
    ],
)
def test_two_uncertain_days_in_the_ap_style(last: str, told: str) -> None:
    moment = between(("1957-10-14", last), ("1957-10-20", "1957-10-23"))
    assert dates.moment(moment, DateStyle.AP) == told


def test_two_uncertain_days_in_the_iso_style() -> None:
    moment = between(("1957-10-14", "1957-10-17"), ("1957-10-20", "1957-10-23"))
    assert dates.moment(moment, DateStyle.ISO) == (
        "from a day between 1957-10-14 and 1957-10-17 to one between 1957-10-20 and 1957-10-23"
    )
