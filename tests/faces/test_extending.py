"""docs/extending-the-reader.md: its additions to the tables have its sentences be read."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from shutil import copytree, ignore_patterns
from typing import Any, Final

import pytest

from summitry.lexicon.tables import table
from summitry.model.claims import Quote
from summitry.model.statements import Silence
from summitry.telling.unread import why
from tests.faces.command import MOST_SECONDS, ROOT, call, environment

PAGE: Final = (ROOT / "docs" / "extending-the-reader.md").read_text("utf-8")
PACKAGE: Final = ROOT / "src" / "summitry"
ADDITIONS: Final = re.findall(
    r"^```toml\n# at the end of src/summitry/(\S+)\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL
)
SENTENCES: Final = re.findall(
    r'^    \$ echo "(.+)" \| summitry check - --explain$', PAGE, re.MULTILINE
)
NONE: Final = "No statements."
ALONE: Final = "One statement: one "
PROGRAM: Final = "import sys; from summitry.faces.cli import main; sys.exit(main())"


@pytest.fixture(scope="module")
def extended(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package as it is, but for the additions of the page."""
    folder = tmp_path_factory.mktemp("extended")
    package = folder / "summitry"
    copytree(PACKAGE, package, ignore=ignore_patterns("__pycache__"))
    for name, rows in ADDITIONS:
        copy = package / name
        written = copy.read_text("utf-8")
        copy.write_text(f"{written}\n{rows}", "utf-8")
    return folder


def test_the_page_has_additions_and_sentences() -> None:
    assert len(ADDITIONS) == len(SENTENCES) == 3


@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_of_the_page_is_not_read_as_yet(text: str) -> None:
    assert NONE in call("check", "-", "--explain", stdin=f"{text}\n".encode()).out


@pytest.mark.parametrize("text", SENTENCES)
def test_with_the_additions_it_is(extended: Path, text: str) -> None:
    done = subprocess.run(  # noqa: S603 - the interpreter that runs the tests
        [sys.executable, "-c", PROGRAM, "check", "-", "--explain"],
        input=f"{text}\n",
        capture_output=True,
        text=True,
        check=False,
        timeout=MOST_SECONDS,
        env={**environment(), "PYTHONPATH": str(extended)},
    )
    assert done.stderr == ""
    assert ALONE in done.stdout


def named() -> set[str]:
    """The tables and lists that the page names."""
    return set(re.findall(r"`((?:lexicon|reading)/\w+\.toml)`", PAGE))


def test_the_tables_that_the_page_names_are_there() -> None:
    assert {name for name in named() if not (PACKAGE / name).exists()} == set()


@pytest.mark.parametrize(
    ("tables", "lists"),
    [
        ("unread", ["harmless", "sites", "time", "focus", "receiving", "standing", "untrue"]),
        ("phrases", ["pairs", "unreal"]),
    ],
)
def test_the_lists_that_the_page_names_are_there(tables: str, lists: list[str]) -> None:
    rows: Any = table(tables)
    assert [name for name in lists if name not in rows or f"`{name}`" not in PAGE] == []


@pytest.mark.parametrize(
    "reason",
    [
        "no form of claim fits it",
        "somebody in it isn't in the record, or can't be told",
        "a name in it isn't in the record",
        "a plan, a wish or a doubt",
        "a phrase that restricts it was not read: “x”",
    ],
)
def test_the_reasons_that_the_page_names_are_told_so(reason: str) -> None:
    begin = " ".join(why_of(reason).split()[:6]).rstrip(",.")
    assert begin in PAGE


def why_of(reason: str) -> str:
    return why(Silence(Quote("x", 0, 1), reason))
