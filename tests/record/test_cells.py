from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summitry.model import edtf
from summitry.model.bounds import Bounds
from summitry.model.events import Mode, Setting
from summitry.model.problems import InputError
from summitry.model.selection import Capacity, Holder, Someone
from summitry.record import cells
from summitry.record.cells import Cell
from summitry.record.content import Content
from summitry.record.tables import TABLES
from tests.record.generated import FEW, contents

BOTH = frozenset({"us-president", "us-vice-president"})
EITHER = frozenset({Setting.SIDELINES, Setting.PULL_ASIDE})
READ: list[tuple[Cell, str, object]] = [
    (cells.LIST, "a;b c", ("a", "b c")),
    (cells.COUNTRY_CODE, "US", "US"),
    (cells.POSITION, "2", 2),
    (cells.MINUTES, "135", Bounds(135, 135)),
    (cells.MINUTES, "120..150", Bounds(120, 150)),
    (cells.MINUTES, "120..", Bounds(120, None)),
    (cells.LATITUDE, "-36.85", -36.85),
    (cells.LONGITUDE, "174", 174.0),
    (cells.BOOLEAN, "true", True),
    (cells.BOOLEAN, "false", False),
    (cells.one_of(Mode), "in-person", Mode.IN_PERSON),
    (cells.some_of(Setting), "multilateral", frozenset({Setting.MULTILATERAL})),
    (
        cells.some_of(Setting),
        "sidelines|pull-aside",
        EITHER,
    ),
    (cells.word_of(("people", "offices")), "offices", "offices"),
    (cells.PARTY, "office:us-president", Holder("us-president")),
    (cells.PARTY, "person:joe-biden", Someone("joe-biden")),
    (cells.PARTY, "person:joe-biden@in-office", Someone("joe-biden", Capacity(in_office=True))),
    (
        cells.PARTY,
        "person:joe-biden@office:us-president|office:us-vice-president",
        Someone("joe-biden", Capacity(BOTH)),
    ),
]


@pytest.mark.parametrize(("cell", "text", "value"), READ)
def test_cells_are_read_and_written(cell: Cell, text: str, value: object) -> None:
    assert cell.read(text) == value
    assert cell.write(value) == text


@pytest.mark.parametrize(
    ("cell", "text", "value"),
    [
        (cells.LIST, "a ; b;;", ("a", "b")),
        (cells.MINUTES, "135..135", Bounds(135, 135)),
        (cells.LATITUDE, "55.750", 55.75),
        (cells.some_of(Setting), "pull-aside|sidelines|sidelines", EITHER),
    ],
)
def test_cells_are_read_as_what_is_written_otherwise(cell: Cell, text: str, value: object) -> None:
    assert cell.read(text) == value
    assert cell.read(cell.write(value)) == value


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (cells.COUNTRY_CODE, "us"),
        (cells.COUNTRY_CODE, "USA"),
        (cells.COUNTRY_CODE, "U1"),
        (cells.COUNTRY_CODE, "SUH"),
        (cells.COUNTRY_CODE, "ÄÖ"),
        (cells.POSITION, "0"),
        (cells.POSITION, "-1"),
        (cells.POSITION, "1.0"),
        (cells.POSITION, "²"),
        (cells.MINUTES, "two hours"),
        (cells.MINUTES, "..150"),
        (cells.MINUTES, "150..120"),
        (cells.MINUTES, "120...150"),
        (cells.MINUTES, "+5"),
        (cells.LATITUDE, "90.1"),
        (cells.LATITUDE, "nan"),
        (cells.LONGITUDE, "-180.5"),
        (cells.LONGITUDE, "12° 30'"),
        (cells.BOOLEAN, "True"),
        (cells.BOOLEAN, "1"),
        (cells.one_of(Mode), "in person"),
        (cells.one_of(Mode), "phone|video"),
        (cells.some_of(Setting), "bilateral;sidelines"),
        (cells.some_of(Setting), "bilateral|"),
        (cells.word_of(("people",)), "persons"),
        (cells.PARTY, "joe-biden"),
        (cells.PARTY, "person:"),
        (cells.PARTY, "office:"),
        (cells.PARTY, "people:joe-biden"),
        (cells.PARTY, "person:joe-biden@"),
        (cells.PARTY, "person:joe-biden@us-president"),
        (cells.PARTY, "person:joe-biden@office:us-president|"),
        (cells.DAY, "2021-06-16/2021-06-18"),
        (cells.STRETCH, "2021-06-16"),
        (cells.DAYS, "1992-11-03;1993/1994"),
    ],
)
def test_cells_refuse(cell: Cell, text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - its message is made by the reader of a sheet
        cell.read(text)


@pytest.mark.parametrize("cell", [cells.DAY, cells.MOMENT, cells.STRETCH, cells.DAYS])
def test_cells_of_dates_say_why_a_date_is_none(cell: Cell) -> None:
    with pytest.raises(InputError, match="2021-02-30"):
        cell.read("2021-02-30")


def test_equal_degrees_are_written_alike() -> None:
    assert cells.LATITUDE.write(-0.0) == cells.LATITUDE.write(0) == "0"


@example("2021-06-16")
@example("2021-+6-16")
@example("2021-W05-1")
@example("2021-02-30")
@given(st.from_regex(r"[0-9X ]{4}-[0-9X+ ]{2}-[0-9X ]{2}", fullmatch=True))
def test_the_short_way_to_a_plain_day_is_the_long_one(text: str) -> None:
    try:
        moment = edtf.parse(text)
    except InputError:
        with pytest.raises(InputError):
            cells.MOMENT.read(text)
    else:
        assert cells.MOMENT.read(text) == moment
        assert cells.MOMENT.read(text).written == moment.written


@FEW
@given(contents(), st.data())
def test_cells_write_what_they_read_and_what_table_schema_expects(
    of: Content, data: st.DataObject
) -> None:
    table = data.draw(st.sampled_from(TABLES))
    for row in of.rows(table):
        for column, value in zip(table.columns, row, strict=True):
            if value == column.cell.empty:
                continue
            for write in (column.cell.write, column.cell.normal or column.cell.write):
                text = write(value)
                assert column.cell.read(text) == value
                limits = column.cell.field.get("constraints", {})
                assert re.fullmatch(limits.get("pattern", "(?s:.*)"), text)
                assert text in limits.get("enum", [text])
