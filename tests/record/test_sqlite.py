"""A file of an older version is brought up to date, and kept as it was beside itself."""

from __future__ import annotations

import multiprocessing
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest

from summitry.model.problems import RecordError
from summitry.record.keeper import keeper_of
from summitry.record.log import Log
from summitry.record.proposed import SqlProposals
from summitry.record.schema import FILE_VERSION
from summitry.record.sql_record import build, load
from summitry.record.writer import merge
from tests.record.full import FULL
from tests.record.older import build_older, version
from tests.record.paired import told, written
from tests.records import SIGNED, content


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A record of the version before the log."""
    path = tmp_path / "record.sqlite"
    build_older(FULL, path)
    return path


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as opened:
        return list(opened.iterdump())


def test_an_older_file_is_brought_up_to_date_after_a_copy(path: Path) -> None:
    before = dump(path)
    assert load(path) == FULL

    assert version(path) == FILE_VERSION
    kept = path.with_name("record.sqlite.schema-2")
    assert (version(kept), dump(kept)) == (2, before)
    assert Log(path).changes() == ()
    assert SqlProposals(path).listed() == ()
    assert load(path) == FULL
    assert written(path) == told(FULL)
    assert len(list(path.parent.iterdir())) == 2


def test_writing_brings_it_up_to_date_too(path: Path) -> None:
    merge(path, [content(people=["someone"])], new=FULL, signed=SIGNED)
    assert len(Log(path).changes()) == 1


def test_a_copy_that_is_there_stays(path: Path) -> None:
    path.with_name("record.sqlite.schema-2").write_bytes(b"mine")
    before = dump(path)
    assert load(path) == FULL
    assert path.with_name("record.sqlite.schema-2").read_bytes() == b"mine"
    assert dump(path.with_name("record.sqlite.schema-2-2")) == before


def test_a_migration_that_fails_leaves_the_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()

    def fail(_: object, __: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("summitry.record.sqlite.SqliteFile._keep_beside", fail)
        with pytest.raises(RecordError, match=f"to {FILE_VERSION}: No space left on device"):
            load(path)
    assert path.read_bytes() == before
    assert load(path) == FULL


def test_of_many_who_open_it_at_once_one_migrates(path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    with context.Pool(4) as pool:
        assert pool.map(load, [path] * 8) == [FULL] * 8
    assert len(list(path.parent.glob("*.schema-2*"))) == 1


_LOCKED: Final = """
import sqlite3, sys
try:
    sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None).execute("BEGIN IMMEDIATE")
except sqlite3.OperationalError as error:
    print(error)
"""


def test_reading_a_file_leaves_the_locks_on_it_to_who_writes(tmp_path: Path) -> None:
    path = tmp_path / "record.sqlite"
    build(FULL, path)
    keeper = keeper_of(path)
    with closing(keeper.writing()) as connection:
        keeper.begin(connection)
        assert load(path) == FULL
        assert Log(path).changes() == ()
        told = subprocess.run(  # noqa: S603 - this interpreter
            [sys.executable, "-c", _LOCKED, str(path)], check=True, capture_output=True, text=True
        )
        assert told.stdout == "database is locked\n"
