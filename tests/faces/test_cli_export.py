from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import frictionless
import pyarrow.parquet as pq
import pytest

from summitry.desk.panel import Pairs
from summitry.faces.export import ExportFormat, PairsOf
from summitry.telling.exports.texts import TEXTS
from tests.faces.command import BUNDLED, ROOT, answered, call, run

MAP: Final = str(ROOT / "examples" / "wikidata.csv")


def of_ics(text: str) -> list[str]:
    lines = [line for line in text.splitlines() if line.startswith("UID:")]
    return [line.removeprefix("UID:").partition("@")[0].partition("-")[2] for line in lines]


# How to tell which events an export holds.
IDS: Final[dict[str, Callable[[str], list[str]]]] = {
    "jsonld": lambda text: [
        node["identifier"] for node in json.loads(text)["@graph"] if "identifier" in node
    ],
    "ics": of_ics,
    "timelinejs": lambda text: [
        slide["unique_id"].partition("-")[2] for slide in json.loads(text)["events"]
    ],
    "geojson": lambda text: [feature["id"] for feature in json.loads(text)["features"]],
    "ftm": lambda text: [
        entity["properties"]["recordId"][0]
        for entity in map(json.loads, text.splitlines())
        if "recordId" in entity["properties"]
    ],
}

SELECTIONS: Final[tuple[list[str], ...]] = (
    [],
    ["Putin", "Biden"],
    ["Putin", "--kind", "visit"],
    ["--kind", "encounter", "--mode", "phone", "--since", "2021", "--until", "2022-06"],
    ["--status", "cancelled"],
    ["Putin", "Trump", "--setting", "pull-aside"],
    ["--place", "Helsinki"],
    ["--occasion", "G20"],
    ["Putin", "--since", "2030"],
)


def events(arguments: list[str]) -> list[str]:
    found: list[dict[str, Any]] = answered("find", *arguments, "--format", "json").json["events"]
    return [row["id"] for row in found]


def exported(*arguments: str) -> str:
    """What an export shows; of places without coordinates it may say so beside it."""
    ran = call("export", *arguments)
    assert ran.status == 0, ran.err
    assert not ran.err or "without a point" in ran.err
    return ran.out


def test_every_format_is_offered_and_made() -> None:
    assert set(IDS) == set(TEXTS)
    assert {form.value for form in ExportFormat} == {
        *TEXTS,
        "package",
        "csv",
        "parquet",
        "quickstatements",
    }
    assert [one.value for one in PairsOf] == [one.value for one in Pairs]


@pytest.mark.parametrize("arguments", SELECTIONS, ids=" ".join)
def test_an_export_holds_what_find_lists_by_the_same_options(arguments: list[str]) -> None:
    expected = events(arguments)
    for form, ids in IDS.items():
        assert ids(exported(*arguments, "--format", form)) == expected


@pytest.mark.parametrize("form", [*TEXTS, "csv"])
def test_a_file_holds_what_the_screen_shows(form: str, tmp_path: Path) -> None:
    arguments = ("Putin", "Obama", "--format", form)
    shown = exported(*arguments)
    assert exported(*arguments, "-o", str(tmp_path / "made.out")) == ""
    made = (tmp_path / "made.out").read_bytes().decode()
    # What is called within this process shows every line end as a plain one.
    assert made.replace("\r\n", "\n") == shown
    assert shown == exported(*arguments, "--record", str(BUNDLED))


def test_events_without_a_point_are_counted_on_stderr() -> None:
    ran = call("export", "Clinton", "--mode", "in-person", "--format", "geojson")
    features = json.loads(ran.out)["features"]
    bare = sum(feature["geometry"] is None for feature in features)
    assert ran.err.startswith(f"summitry: {bare} events without a point: ")
    assert ran.err.count("\n") == 1


# --- panels -------------------------------------------------------------------------------------


def test_a_panel_s_file_has_its_codebook_beside_it(tmp_path: Path) -> None:
    answered("export", "--format", "csv", "--since", "2021", "-o", str(tmp_path / "panel.csv"))
    assert {path.name for path in tmp_path.iterdir()} == {"panel.csv", "panel.datapackage.json"}
    report = frictionless.validate(str(tmp_path / "panel.datapackage.json"))
    assert report.valid, report.flatten(["message"])


def kinds_of_sides(pairs: str) -> set[str]:
    arguments = ("export", "Biden", "--format", "csv", "--since", "2021", "--pairs", pairs)
    rows = list(csv.DictReader(io.StringIO(answered(*arguments).out)))
    return {row[column] for row in rows for column in ("a_kind", "b_kind")}


def test_a_panel_that_goes_to_no_file_has_no_codebook() -> None:
    arguments = ("export", "Putin", "Biden", "--format", "csv")
    assert run(*arguments, "-o", "/dev/stdout").out == answered(*arguments).out
    assert not Path("/dev/stdout.datapackage.json").exists()


def test_a_panel_is_of_the_offices_or_the_people() -> None:
    kinds = {pairs: kinds_of_sides(pairs) for pairs in ("offices", "people")}
    assert kinds == {"offices": {"person", "office"}, "people": {"person"}}


def test_a_panel_as_parquet_is_the_panel_as_csv(tmp_path: Path) -> None:
    arguments = ("export", "Putin", "U.S. president", "--since", "2001", "--until", "2003")
    answered(*arguments, "--format", "parquet", "-o", str(tmp_path / "panel.parquet"))
    rows = list(csv.DictReader(io.StringIO(answered(*arguments, "--format", "csv").out)))
    read = pq.read_table(tmp_path / "panel.parquet").to_pylist()
    assert [row["year"] for row in read] == [2001, 2002, 2003]
    assert [
        {name: "" if value is None else str(value) for name, value in row.items()} for row in read
    ] == rows


def test_no_other_command_loads_the_parquet_library() -> None:
    code = "import sys, summitry.faces.cli; print('pyarrow' in sys.modules)"
    ran = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code], capture_output=True, check=True, text=True
    )
    assert ran.stdout == "False\n"


# --- packages and QuickStatements ---------------------------------------------------------------


def test_a_package_may_be_of_a_selection(tmp_path: Path) -> None:
    made = str(tmp_path / "made")
    ran = answered("export", "Putin", "Biden", "--format", "package", "-o", made)
    assert ran.out.startswith(
        f"{made}: U.S. presidents and the leaders of the Soviet Union and Russia (a selection), "
    )
    assert events(["--record", made]) == events(["Putin", "Biden"])


def test_a_package_without_a_selection_holds_what_was_not_held_and_one_with_its_statuses_not(
    tmp_path: Path,
) -> None:
    planned = ["--status", "planned", "--status", "cancelled"]
    whole, held = str(tmp_path / "whole"), str(tmp_path / "held")
    answered("export", "--format", "package", "-o", whole)
    counted = ["--status", "held", "--status", "disputed"]
    answered("export", *counted, "--format", "package", "-o", held)
    assert events(["--record", whole, *planned]) == events(planned) != []
    assert events(["--record", held, *planned]) == []


def test_quickstatements_say_what_they_leave_out() -> None:
    arguments = ("export", "Putin", "--format", "quickstatements", "--wikidata", MAP)
    ran = call(*arguments)
    assert ran.status == 0
    assert ran.out.count("CREATE\n") > 10
    left_out = ran.err.splitlines()
    assert left_out
    assert all(line.startswith("summitry: left out ") for line in left_out)
    assert sum(int(line.split()[3]) for line in left_out) + ran.out.count("CREATE\n") == len(
        events(["Putin"])
    )


# --- bad calls ----------------------------------------------------------------------------------

BAD: Final[dict[str, tuple[str, ...]]] = {
    "export": ("'--format'", "try --help"),
    "export --format xml": ("'xml'", "'package', 'csv', 'parquet', 'jsonld'"),
    "export Nobody --format ics": ('"Nobody"', "expected a person or office"),
    "export Putin Putin --format ics": ("are the same",),
    "export --format ics --since 2022 --until 2021": ("to be the earlier",),
    "export --format ics --kind trip": ("'trip'", "'encounter', 'visit'"),
    "export --format package": ('"package"', "expected a folder after -o"),
    "export --format parquet": ('"parquet"', "expected a file after -o"),
    "export --format csv --mode phone": ("expected names, since and until alone",),
    "export --format csv --since 2001-06": ('"2001-06-01"', "expected a year"),
    "export --format ics --pairs people": ('"--pairs"', "csv and parquet", "--format ics"),
    "export --format ics --wikidata map.csv": ('"--wikidata"', "--format ics with it"),
    "export --format quickstatements": ('"--wikidata"', "quickstatements without it"),
    "export --format quickstatements --wikidata none.csv": ('"none.csv"', "no such file"),
    "export --format ics -o absent/made.ics": ('"absent/made.ics"', "expected one that is there"),
    "export --format csv --since 2025 -o absent/made.csv": ("absent", "expected one that is there"),
    "export --format parquet --since 2025 -o absent/made": ("absent", "expected one that is there"),
    "export --format ics --record absent": ("'absent'", "expected a folder"),
}


@pytest.mark.parametrize(("line", "says"), BAD.items())
def test_a_bad_call_is_told_in_one_line_and_writes_nothing(
    tmp_path: Path, line: str, says: tuple[str, ...]
) -> None:
    ran = call(*line.split(), cwd=tmp_path)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("summitry: ")
    assert len(ran.err.splitlines()) == 1
    assert [part for part in says if part not in ran.err] == []
    assert list(tmp_path.iterdir()) == []


def test_the_installed_command_writes_a_calendar_that_ends_its_lines_as_it_must() -> None:
    ran = run("export", "Putin", "Biden", "--format", "ics")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.count("\r\n") == ran.out.count("\n") > 10
