from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Final

import pytest

from tests.faces.command import AS_OF, answered, call, run
from tests.faces.shapes import HISTORY, mismatches

PAIR: Final = ("Vladimir Putin", "Joe Biden")
PAGE: Final = ("history", *PAIR, "--as-of", AS_OF)


def test_the_json_has_its_shape() -> None:
    for other in ("Joe Biden", "George W. Bush", "President of the United States"):
        ran = answered("history", "Vladimir Putin", other, "--as-of", AS_OF, "--format", "json")
        assert mismatches(ran.json, HISTORY) == []
        assert ran.json["as_of"] == AS_OF
        assert ran.json["sections"]


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_a_file_gets_what_the_screen_would(tmp_path: Path, form: str) -> None:
    path = tmp_path / "page"
    ran = answered(*PAGE, "--format", form, "-o", str(path))
    assert ran.out == ""
    assert path.read_text("utf-8") == answered(*PAGE, "--format", form).out
    assert list(tmp_path.iterdir()) == [path]


def test_the_forms_tell_the_same_sentences() -> None:
    data = answered(*PAGE, "--format", "json").json
    facts = [fact["says"] for fact in data["key_facts"]]
    facts += [fact["says"] for section in data["sections"] for fact in section["facts"]]
    assert facts
    for form in ("text", "markdown", "html"):
        told = " ".join(answered(*PAGE, "--format", form).out.split())
        assert [fact for fact in facts if fact not in told] == []


def test_every_note_is_among_the_sources() -> None:
    data = answered(*PAGE, "--format", "json").json
    numbers = {source["number"] for source in data["sources"]}
    notes = {
        note
        for section in data["sections"]
        for one in section["lists"]
        for entry in one["entries"]
        for note in entry["notes"]
    }
    assert notes
    assert notes <= numbers
    assert numbers == set(range(1, len(numbers) + 1))


def test_the_day_cuts_the_page() -> None:
    before = answered("history", *PAIR, "--as-of", "2021-06-15", "--format", "json").out
    after = answered("history", *PAIR, "--as-of", "2021-06-16", "--format", "json").out
    assert "geneva-2021" not in before
    assert "geneva-2021" in after


# --- files --------------------------------------------------------------------------------------


def test_a_file_that_is_there_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("before")
    path.chmod(0o640)
    answered(*PAGE, "-o", str(path))
    assert path.read_text("utf-8").startswith("Vladimir Putin and Joe Biden\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_new_file_has_the_permissions_that_the_user_s_mask_leaves(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.touch()
    answered(*PAGE, "-o", str(tmp_path / "page.txt"))
    assert (tmp_path / "page.txt").stat().st_mode == plain.stat().st_mode


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("before")
    link = tmp_path / "link"
    link.symlink_to("page.txt")
    answered(*PAGE, "-o", str(link))
    assert link.is_symlink()
    assert (tmp_path / "page.txt").read_text("utf-8").startswith("Vladimir Putin")


def test_a_device_is_written_to_and_not_replaced() -> None:
    before = Path(os.devnull).stat()
    answered(*PAGE, "-o", os.devnull)
    after = Path(os.devnull).stat()
    assert (before.st_mode, before.st_ino) == (after.st_mode, after.st_ino)


def test_a_page_that_can_t_be_told_leaves_the_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("before")
    assert call("history", "Putin", "Nobody", "-o", str(path)).status == 2
    assert path.read_text() == "before"


def test_the_installed_command_writes_the_same_page() -> None:
    ran = run(*PAGE)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == answered(*PAGE).out


# --- of some of the events ------------------------------------------------------------------------


def listed(*options: str) -> list[str]:
    data = answered("history", "Putin", "Trump", *options, "--format", "json").json
    return [
        entry["event"]
        for section in data["sections"]
        for one in section["lists"]
        for entry in one["entries"]
    ]


def test_days_and_kinds_narrow_the_page() -> None:
    whole = listed()
    calls = listed("--only", "phone")
    assert calls == [event for event in whole if event in calls]
    assert listed("--only", "phone", "--only", "visit", "--only", "in-person") == whole
    assert "anchorage-2025" in listed("--since", "2025")
    assert "anchorage-2025" not in listed("--until", "2024")


def test_a_summary_has_so_many_words_in_each_form() -> None:
    short = ("history", "Putin", "Trump", "--words", "40")
    text, markdown = (answered(*short, "--format", form).out for form in ("text", "markdown"))
    assert 0 < len(text.split()) <= 40
    assert text.split() == markdown.split()
    data = answered(*short, "--format", "json").json
    assert mismatches(data, HISTORY) == []
    assert " ".join(fact["says"] for fact in data["key_facts"]).split() == text.split()


@pytest.mark.parametrize("command", [("history",), ("ask",), ("check",)])
def test_days_are_written_in_the_style(command: tuple[str, ...]) -> None:
    asked = {
        "history": ("Putin", "Biden"),
        "ask": ("When did Putin and Biden last meet?",),
        "check": ("-",),
    }[command[0]]
    text = b"Putin and Biden met in Geneva on 16 June 2021.\n"
    for style, day in (("plain", "16 June 2021"), ("ap", "June 16, 2021"), ("iso", "2021-06-16")):
        for form in ("text", "json"):
            ran = call(*command, *asked, "--style", style, "--format", form, stdin=text)
            assert f"on {day}" in " ".join(ran.out.split())


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--since", "2020", "--until", "2019"), 'no day is both since "2020-01-01"'),
        (("--since", "soon"), '"soon"'),
        (("--rule", "talkz"), 'unknown counting rule "talkz" (did you mean "talks"?)'),
        (("--only", "fax"), "fax"),
        (("--words", "3"), "no sentence has 3 words or fewer"),
        (("--words", "few"), 'not a number: "few"'),
        (("--style", "apa"), "apa"),
    ],
)
def test_what_narrows_nothing_is_refused_in_one_line(options: tuple[str, ...], words: str) -> None:
    ran = call("history", "Putin", "Trump", *options)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert words in ran.err
