"""What the documents show is so: their commands run and print it, their Python gives it."""

from __future__ import annotations

import doctest
import json
import os
import shlex
import shutil
import subprocess
import tomllib
from collections.abc import Callable, Mapping
from contextlib import chdir
from pathlib import Path
from typing import Final

import pyarrow as pa
import pytest
from pyarrow import parquet

from tests.docs.blocks import PAGES, Block, blocks
from tests.faces.command import BUNDLED, COMMAND, ROOT, answered, environment, helped, options
from tests.sources.archive.archives import warc

ELSEWHERE: Final = {
    "commands.md": "tests/faces/test_docs.py",
    "README.md": "tests/faces/test_docs.py",
    "api.md": "tests/faces/web/test_serve.py",
    "assistants.md": "tests/faces/test_assistant.py",
    "extending-the-reader.md": "tests/faces/test_extending.py",
}
"""Pages whose commands other tests run."""

SERVERS: Final = ("summitry serve", "summitry mcp")
"""Commands that go on until they are stopped: tests of their own run them."""

MAY_REFUTE: Final = ("check", "diff", "replay")
"""Commands whose status is 1 where they find something."""

DRAWINGS: Final = {
    ("README.md", "make run "): "test_readme",
    ("README.md", "“On August 15"): "an excerpt of what the command above it prints",
    ("architecture.md", "faces → desk"): "held by import-linter",
    ("archive.md", "OUT/manifest.json"): "held by the tests of the manifest",
    ("contributing.md", "make "): "the Makefile's targets",
    ("editing.md", "openssl rand"): "a server, and any way to make a token",
    ("formats.md", "table,row,wikidata"): "held by the tests of the export",
    ("index.md", "pip install"): "needs the package to be published",
    ("team.md", "pip install"): "needs a server of one's own; tests of the store have one",
    ("team.md", "GRANT SELECT"): "the words of PostgreSQL, for its owner",
}
"""Blocks that nothing can be run of, and why."""

MOST_SECONDS: Final = 120
MATCHING: Final = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def desk(folder: Path) -> None:
    """What the pages speak of beside what they make themselves."""
    shutil.copytree(ROOT / "examples", folder / "examples")


def archive(folder: Path) -> None:
    desk(folder)
    said = "Putin and Biden met in Geneva in June 2021.\n"
    (folder / "news").mkdir()
    (folder / "news" / "article.txt").write_text(said)
    (folder / "crawl.warc.gz").write_bytes(warc({"a": said}))
    pages = pa.Table.from_pylist([{"body": said, "day": "2021-07-01"}])
    parquet.write_table(pages, folder / "pages.parquet")
    built(folder)


def built(folder: Path) -> None:
    answered("record", "build", str(BUNDLED), str(folder / "my-record.sqlite"))


def broken(folder: Path) -> None:
    """The bundled record, but for somebody who is born too late."""
    record = folder / "broken"
    shutil.copytree(BUNDLED, record)
    people = record / "people.csv"
    rows = people.read_text("utf-8")
    assert rows.count(",1942-11-20,") == 1
    people.write_text(rows.replace(",1942-11-20,", ",2021-06-17,"), "utf-8")


PREPARED: Final[Mapping[str, Callable[[Path], None]]] = {
    "archive.md": archive,
    "problems.md": broken,
}


def shown(page: str, text: str, got: str, line: int) -> None:
    """Fail, with the difference, unless what was printed is what the page shows."""
    example = doctest.Example("", f"{text}\n")
    checker = doctest.OutputChecker()
    if not checker.check_output(example.want, f"{got.rstrip()}\n", MATCHING):
        pytest.fail(f"{page}:{line}\n{checker.output_difference(example, got, MATCHING)}")


def ran(page: str, block: Block, folder: Path) -> None:
    path = f"{Path(COMMAND).parent}{os.pathsep}{os.defpath}"
    for step in block.steps():
        if step.command.startswith(SERVERS):
            continue
        done = subprocess.run(  # noqa: S603 - the commands of our own pages
            ["/bin/bash", "-c", step.command],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            cwd=folder,
            encoding="utf-8",
            env=environment({"PATH": path}),
            timeout=MOST_SECONDS,
        )
        may_refute = any(f"summitry {name} " in step.command for name in (*MAY_REFUTE, "record"))
        assert done.returncode in ({0, 1} if may_refute else {0}), (step, done.stderr)
        if step.printed:
            shown(page, step.printed, done.stdout, step.line)


def gave(page: str, block: Block, names: dict[str, object], folder: Path) -> None:
    test = doctest.DocTestParser().get_doctest(block.text, names, page, page, block.line)
    said: list[str] = []
    runner = doctest.DocTestRunner(optionflags=MATCHING)
    with chdir(folder):
        runner.run(test, out=said.append, clear_globs=False)
    names.update(test.globs)
    assert runner.failures == 0, "".join(said)


@pytest.mark.parametrize("page", sorted(PAGES.keys() - ELSEWHERE.keys()))
def test_a_page_shows_what_is_so(page: str, tmp_path: Path) -> None:
    PREPARED.get(page, desk)(tmp_path)
    names: dict[str, object] = {}
    for block in blocks(PAGES[page]):
        if block.file:
            (tmp_path / block.file).write_text(block.text, "utf-8")
        elif block.is_transcript:
            ran(page, block, tmp_path)
        elif block.is_python:
            gave(page, block, names, tmp_path)


@pytest.mark.parametrize("page", PAGES)
def test_a_block_that_is_not_run_is_one_that_can_not_be(page: str) -> None:
    for block in blocks(PAGES[page]):
        if block.is_transcript or block.is_python or block.file:
            continue
        if block.language == "json":
            json.loads(block.text)
        elif block.language == "toml" or page == "import-csv.md":
            tomllib.loads(block.text)
        else:
            lines = block.text.splitlines()
            commands = [line for line in lines if line.startswith("summitry ")]
            known = tuple(words for at, words in DRAWINGS if at == page)
            assert commands == lines or block.text.startswith(known), f"{page}:{block.line}"
            for line in commands:
                offered(line)


def offered(line: str) -> None:
    """A command that needs what tests have not, the internet or a name, is there none the less."""
    words = shlex.split(line, comments=True)[1:]
    command = [word for word in words[:2] if word.isalpha()]
    known = options(helped(*command))
    assert {word for word in words if word.startswith("--")} <= known, line


def test_every_drawing_is_there() -> None:
    for page, words in DRAWINGS:
        assert any(block.text.startswith(words) for block in blocks(PAGES[page])), (page, words)
