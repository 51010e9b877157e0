from __future__ import annotations

import csv
import io
import json
import subprocess
from collections.abc import Callable
from typing import Any, Final

import pytest

from tests.faces.command import COMMAND, MOST_SECONDS, answered, environment, run
from tests.faces.shapes import CSV_COLUMNS, FIND, mismatches

Row = dict[str, Any]

# A filter, and what is true of every event that it lets through. "start" and "end" are the outer
# bounds of an event's days, and a setting that is not known for sure is "one|another".
FILTERS: Final[dict[str, tuple[list[str], Callable[[Row], bool]]]] = {
    "one person": (["Joe Biden"], lambda row: "Joe Biden" in people(row)),
    "one office": (
        ["Vice President of the United States", "--mode", "in-person"],
        lambda row: "Vice President of the United States" in offices(row),
    ),
    "two people": (
        ["Putin", "Obama", "--mode", "in-person"],
        lambda row: {"Vladimir Putin", "Barack Obama"} <= people(row),
    ),
    "since a day": (["--since", "2015-09-28"], lambda row: row["end"] >= "2015-09-28"),
    "since a month": (["--since", "2015-09"], lambda row: row["end"] >= "2015-09-01"),
    "until a day": (["--until", "2000-06-04"], lambda row: row["start"] <= "2000-06-04"),
    "until a year": (["--until", "2000"], lambda row: row["start"] <= "2000-12-31"),
    "a year": (
        ["--since", "2009", "--until", "2009"],
        lambda row: row["start"] <= "2009-12-31" and row["end"] >= "2009-01-01",
    ),
    "a mode": (["--mode", "video"], lambda row: row["mode"] == "video"),
    "two modes": (
        ["--mode", "video", "--mode", "phone"],
        lambda row: row["mode"] in {"video", "phone"},
    ),
    "a setting": (["--setting", "pull-aside"], lambda row: "pull-aside" in row["setting"]),
    "two settings": (
        ["--setting", "bilateral", "--setting", "sidelines"],
        lambda row: not {"bilateral", "sidelines"}.isdisjoint(row["setting"].split("|")),
    ),
    "a status": (["--status", "cancelled"], lambda row: row["status"] == "cancelled"),
    "two statuses": (
        ["--status", "cancelled", "--status", "disputed"],
        lambda row: row["status"] in {"cancelled", "disputed"},
    ),
    "a country": (["--place", "Finland"], lambda row: row["country"] == "FI"),
    "a country by its code": (["--place", "us"], lambda row: row["country"] == "US"),
    "a city": (["--place", "geneva"], lambda row: row["city"] == "Geneva"),
    "a venue": (["--place", "Villa La Grange"], lambda row: row["venue"] == "Villa La Grange"),
    "a gathering": (
        ["--occasion", "G20 Hamburg 2017"],
        lambda row: row["occasion"] == "G20 Hamburg 2017",
    ),
    "a series": (["--occasion", "g20"], lambda row: (row["occasion"] or "").startswith("G20 ")),
}


def people(row: Row) -> set[str]:
    return {person["name"] for person in row["people"]}


def offices(row: Row) -> set[str | None]:
    return {person["office"] for person in row["people"]}


def found(*arguments: str) -> list[Row]:
    rows: list[Row] = answered("find", *arguments, "--format", "json").json["events"]
    return rows


@pytest.fixture(scope="module")
def everything() -> list[Row]:
    return found(*(word for status in ALL_STATUSES for word in ("--status", status)))


ALL_STATUSES: Final = ("held", "planned", "cancelled", "denied", "disputed")


@pytest.mark.parametrize(("arguments", "holds"), FILTERS.values(), ids=FILTERS)
def test_a_filter_lets_through_what_fits_and_nothing_else(
    everything: list[Row], arguments: list[str], holds: Callable[[Row], bool]
) -> None:
    rows = found(*arguments)
    assert rows
    assert len(rows) < len(everything)
    assert [row["id"] for row in rows if not holds(row)] == []


# Filters of which the rows let through can be told from the rows alone.
PLAIN: Final = (
    "since a day",
    "until a year",
    "a year",
    "two modes",
    "a gathering",
    "a series",
    "a country",
    "a city",
    "a venue",
)


@pytest.mark.parametrize("name", PLAIN)
def test_a_filter_loses_nothing(everything: list[Row], name: str) -> None:
    arguments, holds = FILTERS[name]
    counted = (row for row in everything if row["status"] in {"held", "disputed"})
    assert [row["id"] for row in found(*arguments)] == [row["id"] for row in counted if holds(row)]


def test_filters_together_let_through_what_each_does() -> None:
    arguments = ["Putin", "Trump", "--since", "2017", "--mode", "in-person", "--occasion", "G20"]
    separate = [
        {row["id"] for row in found(*part)}
        for part in (["Putin", "Trump"], ["--since", "2017"], ["--mode", "in-person"])
    ]
    series = {row["id"] for row in found("--occasion", "G20")}
    assert {row["id"] for row in found(*arguments)} == set.intersection(*separate, series)


def test_of_two_leaders_visits_are_those_to_the_other_s_country() -> None:
    rows = [row for row in found("Putin", "Obama") if row["kind"] == "visit"]
    assert {(*people(row), row["country"]) for row in rows} == {
        ("Vladimir Putin", "US"),
        ("Barack Obama", "RU"),
    }
    assert {row["country"] for row in found("Putin", "Obama", "--place", "Paris")} <= {"FR"}
    assert {row["kind"] for row in found("Putin", "Trump", "--place", "Finland")} == {"encounter"}


def test_either_order_of_two_leaders_finds_the_same() -> None:
    assert found("Putin", "Obama") == found("Barack Obama", "Vladimir Putin")


def test_what_was_not_held_is_found_by_its_status_only(everything: list[Row]) -> None:
    assert {row["status"] for row in found()} == {"held", "disputed"}
    assert {"cancelled"} <= {row["status"] for row in everything}


def test_events_come_in_order_of_time(everything: list[Row]) -> None:
    starts = [row["start"] for row in everything]
    assert starts == sorted(starts)


# --- the formats --------------------------------------------------------------------------------


def test_the_json_has_the_shape_of_the_design() -> None:
    assert mismatches(answered("find", "--format", "json").json, FIND) == []


def test_the_design_s_example_is_so() -> None:
    (row,) = found("Joe Biden", "Vladimir Putin", "--place", "Geneva")
    assert row["citations"]
    assert row | {"citations": []} == {
        "id": "geneva-2021",
        "kind": "encounter",
        "when": "2021-06-16",
        "start": "2021-06-16",
        "end": "2021-06-16",
        "people": [
            {"name": "Joe Biden", "office": "President of the United States"},
            {"name": "Vladimir Putin", "office": "President of Russia"},
        ],
        "mode": "in-person",
        "setting": "bilateral",
        "visit_kind": None,
        "status": "held",
        "country": "CH",
        "city": "Geneva",
        "venue": "Villa La Grange",
        "occasion": None,
        "duration_minutes": None,
        "duration_bounds": row["duration_bounds"],
        "topics": row["topics"],
        "citations": [],
    }


SELECTIONS: Final[tuple[list[str], ...]] = (
    [],
    ["Putin", "Biden"],
    ["--status", "cancelled"],
    ["Putin", "--since", "2030"],
    ["Putin", "Obama", "--setting", "multilateral"],
)


@pytest.mark.parametrize("arguments", SELECTIONS, ids=" ".join)
def test_the_csv_holds_the_events_of_the_json(arguments: list[str]) -> None:
    rows = found(*arguments)
    reader = csv.DictReader(io.StringIO(answered("find", *arguments, "--format", "csv").out))
    lines = list(reader)
    assert tuple(reader.fieldnames or ()) == CSV_COLUMNS
    assert len(lines) == len(rows)
    for line, row in zip(lines, rows, strict=True):
        for column in ("id", "kind", "when", "start", "end", "status"):
            assert line[column] == row[column]
        for column in ("mode", "setting", "visit_kind", "country", "city", "venue", "occasion"):
            assert line[column] == (row[column] or "")
        assert line["people"].split("; ") == [person["name"] for person in row["people"]]
        assert line["offices"].split("; ") == [one["office"] or "" for one in row["people"]]
        assert line["topics"] == "; ".join(row["topics"])
        assert line["sources"].split("; ")[0] in {
            row["citations"][0]["url"],
            row["citations"][0]["source"],
        }


@pytest.mark.parametrize("arguments", SELECTIONS, ids=" ".join)
def test_the_table_counts_and_names_the_events_of_the_json(arguments: list[str]) -> None:
    rows = found(*arguments)
    table = answered("find", *arguments).out
    assert table.splitlines()[-1] == f"{len(rows)} event{'' if len(rows) == 1 else 's'}"
    assert all(row["when"] in table for row in rows)
    assert "\x1b" not in table
    assert not any(line.endswith(" ") for line in table.splitlines())


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_no_event_is_no_fault(form: str) -> None:
    answered("find", "Putin", "--since", "2030", "--format", form)


# --- as a process -------------------------------------------------------------------------------


def test_the_installed_command_finds_the_same_whatever_the_screen_can_show() -> None:
    arguments = ("find", "Putin", "Obama", "--format", "json")
    for env in ({}, {"PYTHONIOENCODING": "ascii"}, {"FORCE_COLOR": "1"}):
        ran = run(*arguments, env=env)
        assert (ran.status, ran.err) == (0, "")
        assert ran.out == answered(*arguments).out


@pytest.mark.parametrize("form", ["table", "json"])
def test_a_reader_that_leaves_is_no_fault(form: str) -> None:
    with subprocess.Popen(  # noqa: S603 - our own command
        [COMMAND, "find", "--format", form],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        complaint = running.stderr.read()
        status = running.wait(MOST_SECONDS)
    assert (status, complaint) == (0, b"")


def test_every_value_is_text_that_json_holds_as_it_is() -> None:
    out = answered("find", "--format", "json").out
    assert "\\u" not in out
    assert json.dumps(json.loads(out), ensure_ascii=False, indent=2) + "\n" == out
