"""Saved answers made again: what holds, what doesn't, and since which change."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

from tests.faces.command import BUNDLED, answered, call
from tests.faces.shapes import ANSWER, CHECK, HISTORY, PREVIEW, REPLAY, mismatches

AS_OF: Final = ("--as-of", "2025-08-16")
ARTICLE: Final = (
    "Putin and Biden met only once. Putin and Trump met in Helsinki in July 2018."
    " Biden and Putin never met in Moscow."
)
COUNT: Final = "How many times did Putin and Biden meet while both were presidents?"
ASKED: Final = {
    "check.json": ("check", "-", *AS_OF),
    "ask.json": ("ask", COUNT, *AS_OF),
    "history.json": ("history", "Putin", "Biden", "--only", "in-person", "--since", "2001", *AS_OF),
    "summary.json": ("history", "Putin", "Trump", "--words", "40", "--style", "ap", *AS_OF),
    "preview.json": ("preview", "Putin", "Trump", "--on", "2026-12-01", "--in", "Budapest"),
}
SHAPES: Final = {"check": CHECK, "ask": ANSWER, "history": HISTORY, "preview": PREVIEW}
MET: Final = (
    "add", "encounter", "Putin", "Biden", "--when", "2024-05-05", "--place", "Moscow",
    "--setting", "bilateral", "--source", "https://example.org/log", "--title", "Log",
    "--by", "Ann", "--why", "It was in the log.",
)  # fmt: skip
CALLED: Final = (
    "add", "encounter", "Obama", "Medvedev", "--when", "2011-12-05", "--mode", "phone",
    "--source", "https://example.org/call", "--title", "Call", "--by", "Bob",
)  # fmt: skip


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record, and answers of it."""
    folder = tmp_path_factory.mktemp("replay")
    record = folder / "record.sqlite"
    answered("record", "build", str(BUNDLED), str(record))
    (folder / "answers").mkdir()
    for name, asked in ASKED.items():
        ran = call(*asked, "--record", str(record), "--format", "json", stdin=ARTICLE.encode())
        assert ran.err == ""
        (folder / "answers" / name).write_text(ran.out, "utf-8")
    return folder


@pytest.fixture
def folder(begun: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(begun, tmp_path / "of-its-own"))


def replayed(folder: Path, *more: str) -> Any:  # noqa: ANN401 - JSON
    ran = call(
        "replay", str(folder / "answers"), "--record", str(folder / "record.sqlite"),
        "--format", "json", *more,
    )  # fmt: skip
    assert ran.err == ""
    assert mismatches(ran.json, REPLAY) == []
    assert ran.status == int(not all(one["holds"] for one in ran.json["answers"]))
    return {Path(one["answer"]).name: one for one in ran.json["answers"]}


def test_every_answer_says_what_it_was_made_with(begun: Path) -> None:
    digest = answered("find", "--format", "json").json["record"]["digest"]
    for name in ASKED:
        answer = json.loads((begun / "answers" / name).read_text("utf-8"))
        assert mismatches(answer, SHAPES[answer["made"]["kind"]]) == []
        assert answer["record"]["digest"] == digest


def test_what_hangs_on_nothing_that_changed_holds(folder: Path) -> None:
    found = replayed(folder)
    assert list(found) == sorted(ASKED)
    assert [one for one in found.values() if one["points"] or one["causes"]] == []


def test_a_change_turns_what_it_bears_on_and_is_named(folder: Path) -> None:
    record = ("--record", str(folder / "record.sqlite"))
    for one in (CALLED, MET, (*CALLED, "--when", "2011-11-05", "--anyway")):
        answered(*one, *record)
    found = replayed(folder)
    assert {name: one["holds"] for name, one in found.items()} == {
        "ask.json": False,
        "check.json": False,
        "history.json": False,
        "preview.json": True,
        "summary.json": True,
    }
    once, moscow = found["check.json"]["points"]
    assert (once["of"], once["was"], once["now"]) == (
        "Putin and Biden met only once.", "supported", "refuted",
    )  # fmt: skip
    assert moscow["holds"]
    (count,) = found["ask.json"]["points"]
    assert (count["was"], count["now"]) == ("1", "2")
    since = [point["since"] for one in found.values() for point in one["points"]]
    assert {(one["change"], one["author"], one["reason"]) for one in since} == {
        (2, "Ann", "It was in the log.")
    }
    assert {"table": "encounters", "row": "moscow-2024"} in since[0]["rows"]


def test_what_was_taken_back_holds_again(folder: Path) -> None:
    record = ("--record", str(folder / "record.sqlite"))
    answered(*MET, *record)
    answered("record", "undo", "1", "--why", "It was not.", *record)
    assert all(one["holds"] for one in replayed(folder).values())


def test_as_of_another_day_other_things_are_said(folder: Path) -> None:
    found = replayed(folder, "--as-of", "2018-07-01")
    assert "not before 2018-07-01" in found["preview.json"]["refused"]
    assert not found["preview.json"]["holds"]
    causes = {cause["cause"] for one in found.values() for cause in one["causes"]}
    assert causes == {"day"}
    said = {point["of"]: point for point in found["check.json"]["points"]}
    helsinki = said["Putin and Trump met in Helsinki in July 2018."]
    assert (helsinki["was"], helsinki["now"], helsinki["since"]) == ("supported", "refuted", None)


def test_of_a_record_without_a_log_no_change_is_named(folder: Path) -> None:
    answered(*MET, "--record", str(folder / "record.sqlite"))
    package = str(folder / "package")
    answered(
        "export", "--format", "package", "-o", package, "--record", str(folder / "record.sqlite")
    )
    ran = call("replay", str(folder / "answers" / "ask.json"), "--record", package)
    assert ran.status == 1
    assert "    its log doesn't know that version" in ran.out
    assert "since change" not in ran.out


def spoiled(answer: dict[str, Any], path: str, value: object) -> str:
    *way, last = path.split(".")
    inner = answer
    for key in way:
        inner = inner[key]
    inner[last] = value
    return json.dumps(answer)


BAD: Final[dict[str, Callable[[dict[str, Any]], str]]] = {
    "nothing": lambda _: "",
    "no JSON": lambda _: "{",
    "a list": lambda _: "[]",
    "deep": lambda _: "[" * 200_000,
    "no answer": lambda _: "{}",
    "another kind": lambda answer: spoiled(answer, "made.kind", "guess"),
    "another key": lambda answer: spoiled(answer, "made.asked.file", "/etc/passwd"),
    "no digest": lambda answer: spoiled(answer, "record.digest", None),
    "no day": lambda answer: spoiled(answer, "document.as_of", "yesterday"),
    "no text": lambda answer: spoiled(answer, "document.text", 5),
    "no statements": lambda answer: spoiled(answer, "statements", [None]),
    "half a character": lambda answer: spoiled(answer, "document.text", "\ud800"),
}


@pytest.mark.parametrize("spoil", BAD.values(), ids=BAD)
def test_what_is_no_answer_is_refused_in_one_line(
    spoil: Callable[[dict[str, Any]], str], begun: Path, tmp_path: Path
) -> None:
    answer = json.loads((begun / "answers" / "check.json").read_text("utf-8"))
    bad = tmp_path / "bad.json"
    bad.write_text(spoil(answer), "utf-8")
    ran = call("replay", str(bad))
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f'summitry: "{bad}" is no saved answer (expected ')
    assert len(ran.err.splitlines()) == 1
    assert call("replay", str(tmp_path)).err.startswith(f'summitry: "{tmp_path}" has no saved')


def test_other_files_of_json_in_a_folder_are_passed_over(folder: Path) -> None:
    (folder / "answers" / "other.json").write_text("{}")
    ran = call("replay", str(folder / "answers"), "--record", str(folder / "record.sqlite"))
    assert ran.status == 0
    assert ran.out.endswith("5 answers: 5 of them hold, 1 other file passed over\n")
