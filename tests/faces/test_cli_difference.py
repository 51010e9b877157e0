from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from summitry.model.citations import Source
from summitry.record.package import write_package
from summitry.record.sql_record import build
from tests.faces.command import answered, call, run
from tests.faces.shapes import DIFFERENCE, mismatches
from tests.record.full import FULL
from tests.records import day, source

OTHER = replace(
    FULL,
    version="1.3",
    visits=FULL.visits[:1],
    encounters=(replace(FULL.encounters[0], when=day("1999-09-13"), note=""), *FULL.encounters[1:]),
    sources=(*FULL.sources, source("pool-report", title="A “pool” report", published="2000-06")),
)
KINDS = ("added", "removed", "changed")


@pytest.fixture
def two(tmp_path: Path) -> tuple[str, str]:
    write_package(FULL, tmp_path / "a")
    build(OTHER, tmp_path / "b.sqlite")
    return str(tmp_path / "a"), str(tmp_path / "b.sqlite")


def test_a_record_and_its_file_do_not_differ(two: tuple[str, str], tmp_path: Path) -> None:
    build(FULL, tmp_path / "a.sqlite")
    assert answered("record", "diff", two[0], str(tmp_path / "a.sqlite")).out == "no difference\n"
    assert answered("record", "diff", two[1], two[1]).out == "no difference\n"


def test_a_difference_is_told_by_row_and_field(two: tuple[str, str]) -> None:
    ran = call("record", "diff", *two)
    (gone,) = set(FULL.visits) - set(OTHER.visits)
    changed = FULL.encounters[0]
    assert (ran.status, ran.err) == (1, "")
    assert ran.out.splitlines() == [
        'the record\'s version was "1.2", is "1.3"',
        f"encounters {changed.id} changed",
        f'  when was "{changed.when.written}", is "1999-09-13"',
        '  note was "Two sources, “one” line\\nand another.", is empty',
        f"visits {gone.id} removed",
        f'  person was "{gone.person}"',
        f'  country was "{gone.country}"',
        f'  when was "{gone.when.written}"',
        '  status was "held"',
        '  elsewhere was "false"',
        "sources pool-report added",
        '  title is "A “pool” report"',
        '  published is "2000-06"',
        '  kind is "primary"',
        "rows: 1 added, 1 removed, 1 changed",
    ]


def test_the_difference_as_json(two: tuple[str, str]) -> None:
    ran = call("record", "diff", *two, "--format", "json")
    found = ran.json
    assert ran.status == 1
    assert mismatches(found, DIFFERENCE) == []
    assert [found[side]["version"] for side in "ab"] == ["1.2", "1.3"]
    assert found["summary"] == dict.fromkeys(KINDS, 1)
    assert found["description"] == [{"field": "version", "before": "1.2", "after": "1.3"}]
    assert [row["change"] for row in found["rows"]] == ["changed", "removed", "added"]
    same = answered("record", "diff", two[0], two[0], "--format", "json").json
    assert (same["summary"], same["rows"]) == (dict.fromkeys(KINDS, 0), [])


def test_a_record_that_is_not_there_is_a_bad_call(two: tuple[str, str]) -> None:
    ran = run("record", "diff", two[0], "nowhere")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("summitry: no record at 'nowhere': expected ")
    assert ran.err.count("\n") == 1


def test_sources_of_one_id_are_one_row(two: tuple[str, str], tmp_path: Path) -> None:
    (held, *_) = FULL.sources
    assert isinstance(held, Source)
    write_package(replace(FULL, sources=(replace(held, url=""),)), tmp_path / "c")
    ran = call("record", "diff", two[0], str(tmp_path / "c"))
    assert ran.out.splitlines() == [
        f"sources {held.id} changed",
        f'  url was "{held.url}", is empty',
        "rows: 0 added, 0 removed, 1 changed",
    ]
