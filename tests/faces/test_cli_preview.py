from __future__ import annotations

import json
from pathlib import Path
from typing import Final
from unittest import mock

import pytest

from summitry.faces import screen
from tests.faces.command import answered, call
from tests.faces.shapes import PREVIEW, mismatches

BUDAPEST: Final = ("preview", "Trump", "Putin", "--on", "2026-12-01", "--in", "Budapest")
SCENES: Final = {
    "Budapest": BUDAPEST,
    "at a series": (*BUDAPEST[:3], "--on", "2026-12-14", "--in", "Washington", "--at", "G20"),
    "strangers": ("preview", "JD Vance", "Medvedev", "--on", "2026-12-14", "--in", "Geneva"),
}


@pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES)
def test_the_json_has_its_shape(scene: tuple[str, ...]) -> None:
    assert mismatches(answered(*scene, "--format", "json").json, PREVIEW) == []


@pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES)
def test_the_forms_tell_the_same_sentences(scene: tuple[str, ...]) -> None:
    data = answered(*scene, "--format", "json").json
    said = [one["says"] for part in ("firsts", "counts", "before") for one in data[part]]
    said += [data["condition"] or "", *(one["whether"][1:] for one in data["unknown"])]
    for form in ("text", "markdown"):
        told = " ".join(answered(*scene, "--format", form).out.split())
        assert [one for one in said if one not in told] == []


def test_every_note_is_among_the_sources() -> None:
    out = answered(*BUDAPEST, "--format", "markdown").out
    body, _, sources = out.partition("## Sources\n")
    notes = {part.split("]")[0] for part in body.split("[")[1:]}
    assert notes == {line.split(".")[0] for line in sources.splitlines() if line[:1].isdigit()}


@pytest.mark.parametrize("columns", [40, 60, 100])
def test_a_page_fits_the_terminal(columns: int) -> None:
    with mock.patch.object(screen, "width", return_value=columns):
        lines = answered(*BUDAPEST).out.splitlines()
    wide = [line for line in lines if len(line) > columns and "http" not in line]
    assert [line for line in wide if " " in line.strip()] == []


def test_a_file_gets_what_the_screen_would(tmp_path: Path) -> None:
    page = tmp_path / "page.json"
    assert answered(*BUDAPEST, "--format", "json", "-o", str(page)).out == ""
    assert json.loads(page.read_text("utf-8")) == answered(*BUDAPEST, "--format", "json").json


@pytest.mark.parametrize(
    ("style", "day"), [("plain", "15 August 2025"), ("ap", "Aug. 15, 2025"), ("iso", "2025-08-15")]
)
def test_days_are_written_in_the_style(style: str, day: str) -> None:
    assert f"in Anchorage on {day}." in " ".join(answered(*BUDAPEST, "--style", style).out.split())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("Trump", "Putin", "--on", "2026-13-01", "--in", "Geneva"), 'not a day: "2026-13-01"'),
        (("Trump", "Putin", "--on", "2026", "--in", "Geneva"), 'not a day: "2026"'),
        (("Trump", "Putin", "--on", "2025-08-15", "--in", "Geneva"), "they met on 2025-08-15"),
        (("Trump", "Putin", "--on", "2026-12-01", "--in", "Nowhere"), 'unknown place "Nowhere"'),
        (("Trump", "Nobody", "--on", "2026-12-01", "--in", "Geneva"), 'unknown leader "Nobody"'),
        (("Trump", "Stalin", "--on", "2026-12-01", "--in", "Geneva"), '"Stalin" was not alive'),
        (("Trump", "Putin", "--on", "2026-12-01"), "missing option '--in'"),
        (
            ("Trump", "Putin", "--on", "2026-12-01", "--in", "Geneva", "--at", "G21"),
            'unknown occasion "G21"',
        ),
    ],
)
def test_what_can_t_be_previewed_is_refused_in_one_line(
    arguments: tuple[str, ...], words: str
) -> None:
    ran = call("preview", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert words in ran.err
