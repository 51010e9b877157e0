from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.record.sheets import read_sheet, write_sheet
from summitry.record.tables import VALUES
from tests.record.generated import NAMES, TEXTS

TOPICS = next(table for table in VALUES if table.name == "topics")


@given(st.lists(st.tuples(TEXTS, TEXTS, st.lists(NAMES).map(tuple)), max_size=3))
def test_rows_are_read_back_as_written(rows: list[tuple[str, str, tuple[str, ...]]]) -> None:
    text = write_sheet(TOPICS, rows)
    sheet = read_sheet(TOPICS, text)

    assert sheet.problems == []
    assert sheet.rows == rows


@given(st.lists(st.tuples(TEXTS, TEXTS, st.just(())), max_size=3))
def test_what_is_written_is_csv_to_others(rows: list[tuple[str, str, tuple[str, ...]]]) -> None:
    others = list(csv.reader(io.StringIO(write_sheet(TOPICS, rows), newline="")))

    assert others == [["id", "name", "aliases"], *([*row[:2], ""] for row in rows)]


@pytest.mark.parametrize(
    "text",
    [
        "aliases,id,name\nthe war,chechnya,Chechnya\n",
        "\ufeffid,name,aliases\r\nchechnya,Chechnya,the war\r\n",
        'id,name,aliases\n\n"chechnya","Chechnya","the war"',
    ],
)
def test_tables_may_be_laid_out_otherwise(text: str) -> None:
    assert read_sheet(TOPICS, text).rows == [("chechnya", "Chechnya", ("the war",))]


def test_rows_know_the_line_on_which_they_start() -> None:
    sheet = read_sheet(TOPICS, 'id,name,aliases\na,"of two\nlines",\n\nb,B,\n')

    assert sheet.lines == [2, 5]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (
            "",
            [
                "topics.csv:1: there is no column 'id' (expected id,name,aliases)",
                "topics.csv:1: there is no column 'name' (expected id,name,aliases)",
                "topics.csv:1: there is no column 'aliases' (expected id,name,aliases)",
            ],
        ),
        ("id,name\n", ["topics.csv:1: there is no column 'aliases' (expected id,name,aliases)"]),
        (
            "id,name,aliases,note\n",
            ["topics.csv:1: column 'note' is unknown (expected id,name,aliases)"],
        ),
        (
            "id,name,aliases,name\n",
            ["topics.csv:1: column 'name' stands twice (expected id,name,aliases)"],
        ),
        (
            "id,name,aliases\na,A\nb,B,,\n",
            [
                "topics.csv:2: the row has 2 cells (expected 3, as the header has)",
                "topics.csv:3: the row has 4 cells (expected 3, as the header has)",
            ],
        ),
        (
            "id,name,aliases\n,,x\n",
            [
                "topics.csv:2: id is empty (expected an id)",
                "topics.csv:2: name is empty (expected text)",
            ],
        ),
        ('id,name,aliases\na,"A" x,\n', ["topics.csv:2: it is not CSV: ',' expected after '\"'"]),
        ('id,name,aliases\na,A,\nb,"B,\n', ["topics.csv:3: it is not CSV: unexpected end of data"]),
    ],
)
def test_every_fault_is_told(text: str, problems: list[str]) -> None:
    assert [str(problem) for problem in read_sheet(TOPICS, text).problems][
        : len(problems)
    ] == problems


def test_rows_with_a_fault_are_left_out_and_the_others_read() -> None:
    sheet = read_sheet(TOPICS, "id,name,aliases\na,A,\nb,,\nc,C,\n")

    assert [row[0] for row in sheet.rows] == ["a", "c"]
    assert sheet.lines == [2, 4]
    assert len(sheet.problems) == 1
