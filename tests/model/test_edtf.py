"""Dates as they are written: a table of texts with their days, and laws."""

from __future__ import annotations

import calendar
import csv
import json
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summitry.model.days import ANY_DAY, FIRST_DAY, LAST_DAY, Days
from summitry.model.edtf import parse, write
from summitry.model.problems import InputError
from summitry.model.when import Moment, Stretch, When
from tests.model.drawn import MOMENTS

REASONS = {
    "form": "expected for example 2021-06-16, 2021-06, 2001-11-13/2001-11-15"
    " or [2001-06-15,2001-06-16]",
    "years": "years are from 0001 to 9999",
    "backwards": "it ends before it starts",
    "no such day": "there is no such day",
    "list": "a list of days: write one row for each",
    "short": "Y marks a year of more than four digits",
}


def _rows() -> list[dict[str, str]]:
    lines = Path(__file__).with_name("edtf.csv").read_text("utf-8").splitlines()
    table = (line for line in lines if not line.startswith("#"))
    return list(csv.DictReader(table, delimiter=";", quoting=csv.QUOTE_NONE))


ROWS = _rows()
GOOD = [row for row in ROWS if not row["reason"]]
BAD = [row for row in ROWS if row["reason"]]


def _expected_days(text: str) -> Days:
    """``1985-04-12 1986-01-01..1986-01-31`` as a set of days; ``any`` is every day."""
    if text == "any":
        return ANY_DAY
    spans = (span.partition("..") for span in text.split(" "))
    return Days(
        *(
            (
                date.fromisoformat(first).toordinal() if first else FIRST_DAY,
                date.fromisoformat(last or first).toordinal() if last or not dots else LAST_DAY,
            )
            for first, dots, last in spans
        )
    )


def _expected(row: dict[str, str]) -> Moment:
    start = When(_expected_days(row["days"]))
    if not row["end"]:
        return start
    return Stretch(start, None if row["end"] == "goes on" else When(_expected_days(row["end"])))


def test_no_text_stands_twice_in_the_table() -> None:
    texts = [row["text"] for row in ROWS]
    assert sorted(texts) == sorted(set(texts))
    assert len(texts) >= 150


@pytest.mark.parametrize("row", GOOD, ids=[row["text"] for row in GOOD])
def test_a_date_leaves_open_the_days_in_the_table(row: dict[str, str]) -> None:
    assert parse(row["text"]) == _expected(row)


@pytest.mark.parametrize("row", GOOD, ids=[row["text"] for row in GOOD])
def test_a_date_is_written_again_as_it_was(row: dict[str, str]) -> None:
    moment = parse(row["text"])
    assert moment.written == row["text"]
    assert write(moment) == row["text"]


@pytest.mark.parametrize("row", BAD, ids=[row["text"] for row in BAD])
def test_what_is_no_date_is_refused_with_the_reason(row: dict[str, str]) -> None:
    quoted = json.dumps(row["text"], ensure_ascii=False)  # escapes backslashes
    message = f"not an EDTF date: {quoted} ({REASONS[row['reason']]})"
    with pytest.raises(InputError, match=f"^{re.escape(message)}$"):
        parse(row["text"])


@pytest.mark.parametrize("text", ["2021\n", "2021\x85", "\u2028", "\ud800"])
def test_what_can_t_be_printed_is_quoted_by_its_code(text: str) -> None:
    with pytest.raises(InputError, match=r"^not an EDTF date: [ -~]+$"):
        parse(text)


# Characters of dates most of the time, so that some texts are nearly good.
DATE_LIKE = st.text(alphabet="0123456789-/.,[]{}?~%XYESTZ+: ", max_size=24)
NEARLY_GOOD = st.builds(
    lambda text, at, more: text[: at % (len(text) + 1)] + more + text[at % (len(text) + 1) :],
    st.sampled_from([row["text"] for row in GOOD]),
    st.integers(min_value=0),
    st.text(alphabet="0123456789-/.,[]?~%XYES", max_size=2),
)


@given(st.text() | DATE_LIKE | NEARLY_GOOD)
def test_every_text_is_read_and_written_again_or_refused_in_one_line(text: str) -> None:
    refusal = ""
    try:
        moment = parse(text)
    except InputError as error:
        refusal = str(error)
    assert len(refusal.splitlines()) == 1 if refusal else write(moment) == text


@given(MOMENTS)
def test_every_moment_can_be_written(moment: Moment) -> None:
    assert parse(write(moment)) == moment


@given(MOMENTS, st.sampled_from(["late 1999", "2021-06-16", "2021", "2021/2022", "["]))
def test_words_that_do_not_write_the_moment_are_not_kept(moment: Moment, words: str) -> None:
    renamed: Moment
    match moment:
        case When():
            renamed = When(moment.possible, words)
        case Stretch():
            renamed = Stretch(moment.start, moment.end, words)
    assert parse(write(renamed)) == moment


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        ("2021-06-16", "2021-06-16", "2021-06-16"),
        ("2021-06-01", "2021-06-30", "2021-06"),
        ("2021-01-01", "2021-12-31", "2021"),
        ("2021-06-01", "2021-07-31", "[2021-06-01..2021-07-31]"),
        ("2021-01-01", "2022-12-31", "[2021-01-01..2022-12-31]"),
        ("2021-06-02", "2021-06-30", "[2021-06-02..2021-06-30]"),
        ("0001-01-01", "2021-06-30", "[..2021-06-30]"),
        ("2021-06-16", "9999-12-31", "[2021-06-16..]"),
        ("0001-01-01", "9999-12-31", "XXXX"),
        ("0001-01-01", "0001-12-31", "0001"),
        ("9999-12-01", "9999-12-31", "9999-12"),
    ],
)
def test_days_not_yet_written_are_written_short(first: str, last: str, text: str) -> None:
    days = Days.between(date.fromisoformat(first), date.fromisoformat(last))
    assert write(When(days)) == text


@pytest.mark.parametrize(
    "text",
    ["2021-06-16/2021-06", "2021/..", "2021/", "../2021", "../..", "../", "[2021,2023]/.."],
)
def test_a_stretch_not_yet_written_keeps_the_words_of_its_ends(text: str) -> None:
    moment = parse(text)
    assert isinstance(moment, Stretch)
    assert write(Stretch(moment.start, moment.end)) == text


CENTURY = [
    date.fromordinal(n) for n in range(date(1900, 1, 1).toordinal(), date(2000, 1, 1).toordinal())
]
CENTURY_WRITTEN = " ".join(map(str, CENTURY))


@example(date(1931, 12, 1), {2, 3, 5, 6, 8})
@given(st.sampled_from(CENTURY), st.sets(st.sampled_from([2, 3, 5, 6, 8, 9])))
def test_an_unspecified_digit_is_any_digit(day: date, hidden: set[int]) -> None:
    text = "".join("X" if n in hidden else sign for n, sign in enumerate(day.isoformat()))
    fits = re.findall(text.replace("X", "."), CENTURY_WRITTEN)
    ordinals = [date.fromisoformat(fit).toordinal() for fit in fits]
    assert parse(text) == When(Days(*zip(ordinals, ordinals, strict=True)))


def test_a_date_that_fits_too_many_spans_is_held_as_all_the_days_between() -> None:
    held = parse("XXXX-12-25").start.possible
    assert held == Days.between(date(1, 12, 25), date(9999, 12, 25))


MONTHS = st.builds(
    lambda year, month: f"{year:04}-{month:02}", st.integers(1, 9999), st.integers(1, 12)
)
DATES = st.builds(lambda n: date.fromordinal(n).isoformat(), st.integers(FIRST_DAY, LAST_DAY))
YEARS = st.builds("{:04}".format, st.integers(1, 9999))


@given(DATES | MONTHS | YEARS, st.sampled_from("?~%"))
def test_a_qualifier_only_ever_widens(text: str, mark: str) -> None:
    plain = parse(text).start.possible
    for at in (place for part in re.finditer("[0-9]+", text) for place in part.span()):
        assert plain <= parse(text[:at] + mark + text[at:]).start.possible


@given(MONTHS)
def test_about_a_month_is_the_month_and_those_beside_it(text: str) -> None:
    year, month = map(int, text.split("-"))
    plain, wide = parse(text).start.possible, parse(text + "~").start.possible
    before = calendar.monthrange(year, (month - 2) % 12 + 1)[1]
    after = calendar.monthrange(year, month % 12 + 1)[1]
    assert wide == Days((plain.first - before, plain.last + after))
