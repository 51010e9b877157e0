"""Whatever a file is like, its good rows are read and its faulty ones are named by their lines."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from summitry.model.problems import InputError
from summitry.sources.table.rows import LONGEST_ROW
from tests.sources.table.tables import HEADER, a_map, told, told_by

ROW = "Ann,2023-03-14,Example plc,Talks"
OTHER = "Bob,2023-03-15,Example plc,More talks"


@pytest.mark.parametrize(
    ("row", "code", "message"),
    [
        ("Cid,2023-03-14", "ragged-row", "the row has 2 cells (expected 4, as the header has)"),
        (f"{ROW},further", "ragged-row", "the row has 5 cells"),
        ('"Cid" or "Dan",2023-03-14,A,B', "not-csv", "line 3 is not CSV"),
        (f'Cid,2023-03-14,A,"{"x" * 200_000}"', "not-csv", "the row is longer than 131,072"),
        ("Cid,14/03/2023,A,B", "bad-date", "Day: '14/03/2023' is not a date (expected 2023-03-14"),
        ("Cid,,A,B", "bad-date", "Day is empty"),
        (",2023-03-14,A,B", "no-name", "Who '' names nobody"),
        (ROW, "repeated-row", "it says the same as line 2"),
    ],
)
def test_a_faulty_row_is_named_and_the_rest_goes_in(row: str, code: str, message: str) -> None:
    of = told(ROW, row, OTHER)
    assert of.codes == [(code, "table.csv:3")]
    assert message in str(of.problems[0])
    assert [event.note for event in of.content.encounters] == ["Talks", "More talks"]


@pytest.fixture
def unlimited() -> Iterator[None]:
    """The process's own limit on cells, out of the way as other libraries put it."""
    limit = csv.field_size_limit(10**9)
    yield
    csv.field_size_limit(limit)


@pytest.mark.parametrize(("length", "fits"), [(LONGEST_ROW, True), (LONGEST_ROW + 1, False)])
@pytest.mark.usefixtures("unlimited")
def test_no_row_is_longer_than_our_own_limit(length: int, *, fits: bool) -> None:
    row = 'Cid,2023-03-14,A,"of\nlines"\n'
    of = told(ROW, row.replace("of", "x" * (length - len(row) + 2)).rstrip(), OTHER)
    assert len(of.content.encounters) == (3 if fits else 2)
    assert of.codes == ([] if fits else [("not-csv", "table.csv:3")])


@pytest.mark.usefixtures("unlimited")
def test_a_quote_left_open_swallows_no_more_than_a_row_may_have() -> None:
    rows = [f"Ann,2023-03-14,Acme,{n:05}" for n in range(6_000)]
    of = told('Cid,2023-03-14,A,"open', *rows)
    swallowed = (LONGEST_ROW - 23) // 26 + 1
    assert of.codes == [("not-csv", "table.csv:2")]
    assert f"lines 2 to {swallowed + 2} are not CSV" in str(of.problems[0])
    assert len(of.content.encounters) == len(rows) - swallowed


def test_lines_are_those_of_the_file() -> None:
    of = told('Ann,2023-03-14,Example plc,"a note\nof three\nlines"', "", OTHER, "Cid,never,A,B")
    assert [c.locator for c in of.content.citations if c.table == "encounters"] == [
        "line 2",
        "line 6",
    ]
    assert of.codes == [("bad-date", "table.csv:7")]


def test_an_open_quote_costs_the_rows_that_it_swallows() -> None:
    of = told(ROW, 'Cid,2023-03-14,A,"open', "Dan,2023-03-14,A,B", 'Eve,2023-03-14,"A",B', OTHER)
    assert of.codes == [("not-csv", "table.csv:3")]
    assert "lines 3 to 5 are not CSV" in str(of.problems[0])
    assert [event.note for event in of.content.encounters] == ["Talks", "More talks"]


def test_titles_and_notes_may_stand_around_the_rows() -> None:
    of = told("", HEADER, ROW, ",,,", "Ann,2023-03-15,A,B,,", header="Meetings of 2023,,,")
    assert of.problems == []
    assert len(of.content.encounters) == 2


def test_a_column_goes_by_one_of_several_names_whatever_the_case() -> None:
    names = {"who": ["Minister", "Name of Minister"]}
    casts = [{"name": "who"}, {"name": "Whom"}]
    for header in ("MINISTER,Day,Whom,What", " name  of minister ,day,whom,what"):
        of = told(ROW, header=header, columns=names, participants=casts)
        assert of.names() == {"Ann", "Example plc"}


def test_every_column_that_is_missing_is_named_before_any_row_is_read() -> None:
    with pytest.raises(InputError) as refused:
        told(ROW, header="Who,Date,Whom,Wat")
    assert [str(problem) for problem in refused.value.problems] == [
        "table.csv:1: there is no column 'Day' (expected one of Who, Date, Whom, Wat)",
        "table.csv:1: there is no column 'What' (expected 'Wat')",
    ]


def test_each_name_that_a_column_may_have_is_quoted() -> None:
    names = {"by": ["Minister", "Name of Minister"]}
    with pytest.raises(InputError, match="there is no column 'Minister' or 'Name of Minister'"):
        told(ROW, columns=names, participants=[{"name": "by"}])


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Who;Day;Whom;What", ROW.replace(",", ";")),
        ('"Who";"Day";"Whom";"What"', '"Ann";"2023-03-14";"Example plc";"Talks"'),
    ],
)
def test_another_delimiter_is_seen(header: str, row: str) -> None:
    with pytest.raises(InputError) as refused:
        told(row, header=header)
    assert str(refused.value) == (
        "table.csv: its cells are not parted by ',' (expected the map to say delimiter = ';')"
    )


def test_a_file_of_which_no_row_is_csv_is_refused() -> None:
    with pytest.raises(InputError, match=r"table\.csv:1: line 1 is not CSV"):
        told(header='"Who" and "Whom"')


def test_a_file_is_named_by_its_path_as_given(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(f"{HEADER}\n{ROW}\nCid,never,A,B\n")
    assert told_by(a_map(), path).codes == [("bad-date", f"{path}:3")]


@pytest.mark.parametrize(
    ("encoding", "said"), [("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("cp1252", "windows-1252")]
)
def test_encodings(tmp_path: Path, encoding: str, said: str) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(f"{HEADER}\nZoë,2023-03-14,Café,x\n".encode(encoding))
    assert told_by(a_map(encoding=said), path).names() == {"Zoë", "Café"}


def test_what_is_not_in_the_encoding_is_refused_by_its_line(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(f"{HEADER}\n{ROW}\nZoë,2023-03-14,A,B\n".encode("cp1252"))
    with pytest.raises(InputError, match=r"table.csv:3: byte 0xeb is not utf-8 .* \"cp1252\""):
        told_by(a_map(), path)


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(b"")
    with pytest.raises(InputError, match="is empty"):
        told_by(a_map(), path)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters_and_ends_of_lines(tmp_path: Path, newline: str, delimiter: str) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(newline.join([HEADER, ROW, OTHER]).replace(",", delimiter).encode())
    of = told_by(a_map(delimiter=delimiter), path)
    assert [event.note for event in of.content.encounters] == ["Talks", "More talks"]


def test_no_more_faults_are_told_than_anyone_reads() -> None:
    of = told(*(f"Ann,never,{n},B" for n in range(1_200)), ROW)
    assert len(of.problems) == 1_001
    assert "200 more rows have faults; in all: bad-date 1200" in str(of.problems[-1])
    assert of.event.note == "Talks"
