"""Dates of tables are as exact as they are written, and no more."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.model import edtf
from summitry.sources.table.dates import Dates, date_format

FRENCH = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)


def read(text: str, *formats: str, until: str = "", within: str = "") -> str:
    days = edtf.parse(within).outer if within else None
    dates = Dates(formats=tuple(map(date_format, formats)), within=days)
    return edtf.write(dates.read(text, until))


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("14/03/2023", "%d/%m/%Y", "2023-03-14"),
        ("3/14/2023", "%m/%d/%Y", "2023-03-14"),
        ("3/14/14 9:30", "%m/%d/%y %H:%M", "2014-03-14"),
        ("3/14/69 9:30", "%m/%d/%y %H:%M", "1969-03-14"),
        ("14th March 2023", "%d %B %Y", "2023-03-14"),
        ("Tuesday,  14 mar. 2023", "%A, %d %b %Y", "2023-03-14"),
        ("19-Mar-11", "%d-%b-%y", "2011-03-19"),
        ("March 2023", "%B %Y", "2023-03"),
        ("Feb-11", "%b-%y", "2011-02"),
        ("Sept 2023", "%b %Y", "2023-09"),
        ("2023", "%Y", "2023"),
        ("2023-03-14 09:30:00.000", "%Y-%m-%d %H:%M:%S", "2023-03-14"),
        ("02:15 PM 14.3.2023", "%I:%M %p %d.%m.%Y", "2023-03-14"),
        ("41681.3125", "serial", "2014-02-11"),
        ("44999", "serial", "2023-03-14"),
        ("2023-03-14/2023-03-16", "edtf", "2023-03-14/2023-03-16"),
        ("[2023-03-14,2023-03-15]", "edtf", "[2023-03-14,2023-03-15]"),
    ],
)
def test_a_date_is_as_exact_as_it_is_written(text: str, form: str, expected: str) -> None:
    assert read(text, form) == expected


@given(st.dates(), st.sampled_from(["%d/%m/%Y", "%Y-%m-%d", "%d %B %Y", "%b %d, %Y"]))
def test_what_strftime_writes_is_read(day: date, form: str) -> None:
    assert read(day.strftime(form.replace("%Y", f"{day.year:04}")), form) == day.isoformat()


def test_the_first_format_that_fits_is_taken() -> None:
    assert read("01/02/2023", "%d/%m/%Y", "%m/%d/%Y") == "2023-02-01"
    assert read("01/22/2023", "%d/%m/%Y", "%m/%d/%Y") == "2023-01-22"


def test_months_are_named_as_the_map_says() -> None:
    dates = Dates(formats=(date_format("%d %B %Y", FRENCH),))
    assert edtf.write(dates.read("3 fevr. 2023")) == "2023-02-03"
    assert edtf.write(dates.read("1 Août 2023")) == "2023-08-01"


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("July", "%B", "2016-07"),
        ("3 August", "%d %B", "2016-08-03"),
        ("30/9", "%d/%m", "2016-09-30"),
    ],
)
def test_the_days_of_the_table_lend_their_year(text: str, form: str, expected: str) -> None:
    assert read(text, form, within="2016-07/2016-09") == expected


def test_several_days_are_a_stretch() -> None:
    assert read("1/3/2023", "%d/%m/%Y", until="3/3/2023") == "2023-03-01/2023-03-03"
    assert read("1/3/2023", "%d/%m/%Y", until="01/03/2023") == "2023-03-01"
    assert read("March 2023", "%B %Y", until="April 2023") == "2023-03/2023-04"


@pytest.mark.parametrize(
    ("text", "form", "within", "reason"),
    [
        ("31/02/2023", "%d/%m/%Y", "", "there is no day '31/02/2023'"),
        ("soon", "%d/%m/%Y", "", "'soon' is not a date"),
        ("3 Brumaire 2023", "%d %B %Y", "", "'Brumaire' is no month"),
        ("ma 2023", "%B %Y", "", "'ma' is no month"),
        ("14/03/2032", "%d/%m/%Y", "2023-01/2023-03", "'14/03/2032' is outside the days"),
        ("July", "%B", "", "it has no year"),
        ("July", "%B", "2015/2016", "the days that the table is about give it none"),
        ("July", "%B", "2016-01/2016-03", "the days that the table is about give it none"),
    ],
)
def test_what_can_not_be_read_is_said_why(text: str, form: str, within: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        read(text, form, within=within)


def test_a_stretch_does_not_run_backwards() -> None:
    with pytest.raises(ValueError, match="is later than"):
        read("3/3/2023", "%d/%m/%Y", until="1/3/2023")


@pytest.mark.parametrize(
    ("form", "reason"),
    [
        ("%d/%q", "%q is unknown"),
        ("%d/", "it has a day, but no month"),
        ("on %H", "it has neither a month nor a year"),
        ("%d %d/%m", "a part of the date stands twice"),
    ],
)
def test_a_format_that_gives_no_date_is_refused(form: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        date_format(form)


@pytest.mark.parametrize("form", ["%d/%m/%Y", "%b-%y", "%Y-%m-%d %H:%M", "edtf", "serial"])
def test_an_example_is_in_its_format(form: str) -> None:
    assert read(date_format(form).example, form).startswith("2023-03")


def test_an_example_is_in_the_months_of_the_map() -> None:
    months = ["Januar", "Februar", "März", *(f"Monat{letter}" for letter in "abcdefghi")]
    assert date_format("%d. %B %Y", months).example == "14. März 2023"
    assert date_format("%b-%y", months).example == "Mär-23"
