"""What an import says of what it did, and of what it could not use."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

import pytest

from summitry.faces.imports import KEPT, ROWS
from summitry.record.tables import VALUES
from tests.faces.command import call

TABLE: Final = """Who,Day,Whom
Ann,2023-03-14,Acme
Bob,2023-13-14,Acme
"""

MAP: Final = """
id = "t"
source = { id = "{file}", title = "Meetings: {file}" }
when = { column = "Day", formats = ["%Y-%m-%d"] }
[[participants]]
name = "Who"
[[participants]]
name = "Whom"
kind = "organisation"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "table.csv").write_text(TABLE)
    (tmp_path / "in" / "map.toml").write_text(MAP)
    return tmp_path


def imported(folder: Path, *more: str) -> tuple[int, list[str], list[str]]:
    """The status, and the lines that were written to each stream."""
    given = ("in/table.csv", "--map", "in/map.toml", "--record", "own.sqlite")
    ran = call("import", "csv", *given, *more, cwd=folder)
    return ran.status, ran.out.splitlines(), ran.err.splitlines()


def test_what_was_added_is_counted_and_faults_are_named_by_the_path_given(folder: Path) -> None:
    assert imported(folder) == (
        1,
        ["own.sqlite: added 2 people, 1 encounter, 1 source, 3 citations"],
        ["summitry: in/table.csv:3: Day: there is no day '2023-13-14' (expected 2023-03-14)"],
    )
    (folder / "in" / "table.csv").write_text(TABLE.rpartition("Bob")[0])
    assert imported(folder) == (0, ["own.sqlite: added nothing"], [])


def test_the_title_of_a_record_names_no_file(folder: Path) -> None:
    imported(folder)
    shown = call("history", "Ann", "Acme", "--record", "own.sqlite", cwd=folder).out
    assert "Meetings, version 1" in shown


def test_rows_that_differ_are_told_of_and_what_to_do_about_them(folder: Path) -> None:
    imported(folder)
    shutil.copy(folder / "own.sqlite", folder / "before.sqlite")
    written = (folder / "in" / "map.toml").read_text()
    (folder / "in" / "map.toml").write_text(written.replace("Meetings:", "Talks:"))
    _, kept, _ = imported(folder)
    assert kept == [
        "own.sqlite: added nothing",
        "own.sqlite: kept as on record, though the import differs: 1 source",
        KEPT,
    ]
    _, replaced, _ = imported(folder, "--replace")
    assert replaced == [
        "own.sqlite: added nothing",
        "own.sqlite: replaced, for the import differs: 1 source",
    ]
    changed = call("record", "diff", "before.sqlite", "own.sqlite", cwd=folder).out
    assert "sources table changed" in changed


def test_every_table_has_a_word_for_its_rows() -> None:
    assert list(ROWS) == [table.name for table in VALUES]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("wikidata", "in/table.csv"), 'not SPARQL results in JSON: "in/table.csv" (expected '),
        (("wikidata", "none.json"), 'can\'t read "none.json": no such file or directory'),
        (("historian", "in", "out"), "not the two data sets: 'in', 'out' (expected a folder"),
        (("csv", "in", "--map", "in/map.toml"), "can't read 'in': is a directory (expected a CSV"),
        (("csv", "none.csv", "--map", "in/map.toml"), "can't read 'none.csv': no such file"),
        (("csv", "in/table.csv", "--map", "in"), "can't read 'in': is a directory (expected a map"),
    ],
)
def test_what_an_importer_does_not_read_is_refused_in_one_line(
    folder: Path, arguments: tuple[str, ...], said: str
) -> None:
    ran = call("import", *arguments, "--record", "own.sqlite", cwd=folder)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert not (folder / "own.sqlite").exists()
