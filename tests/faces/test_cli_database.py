"""A database is named wherever a record is, and answers as a file does, to the letter."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from summitry.record.home import Database
from summitry.record.proposed import SqlProposals
from summitry.record.sql_record import build
from tests.desk.proposed import EVERY
from tests.desk.proposed import RECORD as PROPOSED_TO
from tests.faces.command import AS_OF, BUNDLED, ROOT, SEED, Ran, call
from tests.faces.web.serving import serving
from tests.postgresql import Server

EXAMPLES: Final = ROOT / "examples"
SIGNED: Final = ("--by", "Ann", "--why", "Two papers.")
READOUT: Final = ("--source", "https://example.org/call", "--title", "Readout of the call")

BIDEN: Final = ("Biden", "Putin")
ASKED: Final[tuple[tuple[str, ...], ...]] = (
    ("check", str(SEED), "--as-of", AS_OF),
    ("check", str(SEED), "--as-of", AS_OF, "--format", "json"),
    ("ask", "How many times did Obama meet Putin?", "--as-of", AS_OF),
    ("find", "Putin", "--since", "2001", "--format", "json"),
    ("find", "--place", "Helsinki", "--format", "csv"),
    ("history", "Putin", "President of the United States", "--as-of", AS_OF),
    ("preview", *BIDEN, "--on", "2026-12-01", "--in", "Helsinki"),
    ("export", "--occasion", "G20", "--format", "jsonld"),
    ("export", "--format", "package", "-o", "{folder}/package"),
    ("plot", "timeline", *BIDEN, "-o", "{folder}/timeline.svg"),
    ("site", "{folder}/site", "--as-of", "1960-12-31"),
    ("record", "audit"),
    ("record", "judgements"),
)
CHANGED: Final[tuple[tuple[str, ...], ...]] = (
    ("add", "encounter", *BIDEN, "--mode", "phone", "--when", "2024-11-04", *READOUT, *SIGNED),
    ("add", "encounter", *BIDEN, "--mode", "phone", "--when", "2024-11-04", *READOUT, *SIGNED),
    (
        *("import", "csv", str(EXAMPLES / "uk-ministers.csv"), *SIGNED),
        *("--map", str(EXAMPLES / "uk-ministers.toml")),
    ),
    (
        *("record", "judge", "people", "george-h-w-bush", "george-w-bush", "--same"),
        *("--reason", "A trial.", "--author", "Ann"),
    ),
    ("find", "George W. Bush", "--format", "json"),
    ("record", "judgements"),
    ("record", "log"),
    ("record", "undo", "3", *SIGNED),
    ("record", "undo", "3", *SIGNED),
    ("record", "undo", "2", *SIGNED),
    ("record", "undo", "99", *SIGNED),
    ("record", "log"),
    ("record", "audit"),
)
REVIEWED: Final[tuple[tuple[str, ...], ...]] = (
    ("review", "--list"),
    ("review", "--accept", "p-new", *SIGNED),
    ("review", "--reject", "p-conflict", *SIGNED),
    ("review", "--accept", "p-conflict", *SIGNED),
    ("review", "--list"),
    ("record", "log"),
    ("record", "undo", "1", *SIGNED),
    ("review", "--list"),
)


@pytest.fixture
def database(postgresql: Server) -> str:
    return postgresql.database().address


@pytest.fixture
def file(tmp_path: Path) -> str:
    return str(tmp_path / "record.sqlite")


def said(ran: Ran, record: str, folder: Path) -> tuple[int, str, str]:
    """What a command said, with neither the record's address nor the time of day."""
    told = (text.replace(record, "RECORD").replace(str(folder), "") for text in (ran.out, ran.err))
    out, err = (re.sub(r"\d{4}-\d\d-\d\d \d\d:\d\d", "TIME", text) for text in told)
    return ran.status, out, err


def written(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def alike(database: str, file: str, commands: tuple[tuple[str, ...], ...], tmp_path: Path) -> None:
    """That each command does and says the same of both."""
    for number, command in enumerate(commands):
        answers, files = [], []
        for record in (file, database):
            folder = tmp_path / f"{number}-{record == file}"
            folder.mkdir()
            words = [word.format(folder=folder) for word in command]
            answers.append(said(call(*words, "--record", record), record, folder))
            files.append(written(folder))
        assert answers[0] == answers[1]
        assert files[0] == files[1]


def test_a_record_answers_alike(database: str, file: str, tmp_path: Path) -> None:
    for record in (file, database):
        assert call("record", "build", str(BUNDLED), record).status == 0
        assert call("record", "diff", str(BUNDLED), record).out == "no difference\n"
    alike(database, file, ASKED, tmp_path)


def test_a_record_is_changed_alike(database: str, file: str, tmp_path: Path) -> None:
    for record in (file, database):
        assert call("record", "build", str(BUNDLED), record).status == 0
    alike(database, file, CHANGED, tmp_path)
    assert call("record", "diff", file, database).out == "no difference\n"


def test_a_record_is_reviewed_alike(database: str, file: str, tmp_path: Path) -> None:
    for home in (Path(file), Database(database)):
        build(PROPOSED_TO, home)
        SqlProposals(home).save(EVERY)
    alike(database, file, REVIEWED, tmp_path)


def test_an_import_begins_a_record(database: str) -> None:
    table = (str(EXAMPLES / "uk-ministers.csv"), "--map", str(EXAMPLES / "uk-ministers.toml"))
    done = call("import", "csv", *table, "--record", database)
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith(f"{database}: added ")
    assert call("record", "audit", "--record", database).out == "nothing found\n"


def test_a_password_is_never_shown(database: str) -> None:
    secret = database.replace("owner@", "owner:s3cr3t@")
    for words in (
        ("find", "Putin", "--record", secret),
        ("record", "build", str(BUNDLED), secret),
        ("record", "build", str(EXAMPLES), secret),
        ("add", "encounter", *BIDEN, "--when", "2024-11-04", *READOUT, "--record", secret),
        ("record", "log", "--record", secret),
        ("record", "undo", "1", *SIGNED, "--record", secret),
        ("record", "undo", "99", *SIGNED, "--record", secret),
        ("record", "diff", secret, str(BUNDLED)),
        ("find", "Putin", "--record", secret.replace("record_", "nothing_")),
        ("find", "Putin", "--record", secret.replace("@/", "@nowhere.invalid/")),
        ("find", "Putin", "--record", secret.replace(":s3cr3t", ":s3cr3t/")),
        ("find", "Putin", "--record", secret.replace("?", "?sslpassword=s3cr3t&")),
    ):
        ran = call(*words)
        assert "s3cr3t" not in ran.out + ran.err, words
        assert ran.err.count("\n") == (ran.status == 2)


def until(holds: Callable[[], bool], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.2)


def test_a_site_follows_what_others_change(database: str) -> None:
    call("record", "build", str(BUNDLED), database)
    with serving("--record", database, "--workers", "1") as server, server.client() as client:

        def events() -> int:
            found = client.get("encounters", params={"a": "Biden", "b": "Putin"}).json()
            return len(found["events"])

        before = events()
        added = call(
            "add",
            "encounter",
            *BIDEN,
            "--mode",
            "phone",
            "--when",
            "2024-11-04",
            *READOUT,
            *SIGNED,
            "--record",
            database,
        )
        assert added.status == 0, added.err
        until(lambda: events() == before + 1)
