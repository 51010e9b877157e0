from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

import pytest
import sqlalchemy as sql
from hypothesis import given

from summitry.model.problems import RecordError
from summitry.record import filling, sql_record
from summitry.record.columns import AnyTable, Row
from summitry.record.content import Content
from summitry.record.package import read_package, write_package
from summitry.record.schema import FILE_VERSION, to_sql
from summitry.record.sql_record import SqlRecord, build, load
from tests.record.full import FULL
from tests.record.generated import FEW, contents


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file of the full record."""
    build(FULL, tmp_path / "record.sqlite")
    return tmp_path / "record.sqlite"


def _change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


# --- there and back ---------------------------------------------------------------------------


@FEW
@given(contents())
def test_package_to_file_to_package_is_the_identity(of: Content) -> None:
    with TemporaryDirectory() as name:
        package, path, other = Path(name) / "a", Path(name) / "b.sqlite", Path(name) / "c"
        write_package(of, package)
        build(read_package(package), path)
        write_package(load(path), other)

        assert load(path) == of
        assert load(path).digest() == of.digest()
        for file in package.iterdir():
            assert (other / file.name).read_bytes() == file.read_bytes()


def test_the_same_content_gives_the_same_bytes(path: Path) -> None:
    first = path.read_bytes()
    build(FULL, path)

    assert path.read_bytes() == first


def test_the_same_content_gives_the_same_bytes_in_other_processes(path: Path) -> None:
    other = path.with_name("other.sqlite")
    code = (
        f"import sys; sys.path[:] = {sys.path!r}; from pathlib import Path;"
        "from summitry.record.sql_record import build, load;"
        "build(load(Path(sys.argv[1])), Path(sys.argv[2]))"
    )
    for seed in ("1", "2"):
        subprocess.run(  # noqa: S603 - our own code, under another hash seed
            [sys.executable, "-c", code, str(path), str(other)],
            check=True,
            env={"PYTHONHASHSEED": seed},
        )
        assert other.read_bytes() == path.read_bytes()


def test_sql_knows_the_outer_days_of_a_date(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute(
            'SELECT "when", when_earliest, when_latest, setting FROM encounters WHERE id = ?',
            ("call-1999",),
        ).fetchone()
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()

    days = next(e.when.outer for e in FULL.encounters if e.id == "call-1999")
    assert found == ("[1999-10-01,1999-10-03]", days.first, days.last, None)
    assert broken == []


# --- views ------------------------------------------------------------------------------------


def test_a_view_stays_with_the_file_that_it_opened(path: Path) -> None:
    with closing(SqlRecord(path)) as record:
        build(replace(FULL, version="2", visits=()), path)

        assert record.about().version == "1.2"
        assert len(record.events()) == 5


def test_a_view_answers_in_every_thread(path: Path) -> None:
    answers: list[int] = []
    with closing(SqlRecord(path)) as record:
        threads = [Thread(target=lambda: answers.append(len(record.events()))) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    assert answers == [5] * 8


def test_the_whole_content_is_of_one_moment(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between two tables somebody takes out what both are about."""
    whole = sql_record.every_row
    asked: list[str] = []
    take_out = ("DELETE FROM visits", "DELETE FROM citations WHERE \"table\" = 'visits'")

    def meanwhile(table: AnyTable) -> sql.Select[Any]:
        if len(asked) == 3:
            # A reader keeps a writer waiting, who then gives up.
            with suppress(sqlite3.OperationalError):
                _change(path, "PRAGMA busy_timeout = 0", *take_out)
        asked.append(table.name)
        return whole(table)

    monkeypatch.setattr(sql_record, "every_row", meanwhile)
    with closing(SqlRecord(path)) as record:
        assert record.content() == FULL
    assert len(asked) > 3


def test_a_view_only_reads(path: Path) -> None:
    before = path.read_bytes()
    path.chmod(0o444)
    with closing(SqlRecord(path)) as record:
        record.events()

    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


# --- what is no record ------------------------------------------------------------------------


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "none.sqlite"
    with pytest.raises(RecordError) as refused:
        SqlRecord(path)

    assert str(refused.value) == f"can't open {str(path)!r}: No such file or directory"


@pytest.mark.parametrize("content", [b"", b"SQLite", b"id,name\n" * 50])
def test_a_file_of_another_kind_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(content)
    with pytest.raises(RecordError) as refused:
        load(path)

    assert str(refused.value) == f"{str(path)!r} is not a SQLite file: expected a record"


def test_another_database_is_refused_and_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    _change(path, "CREATE TABLE people (id)")
    before = path.read_bytes()
    with pytest.raises(RecordError) as refused:
        load(path)
    assert str(refused.value) == f"{str(path)!r} is a SQLite file, but no record: expected a record"

    with pytest.raises(RecordError) as refused:
        build(FULL, path)
    assert str(refused.value) == f"won't replace {str(path)!r}: expected a record or nothing there"
    assert path.read_bytes() == before


def test_a_record_of_a_newer_schema_is_refused(path: Path) -> None:
    _change(path, "PRAGMA user_version = 99")
    with pytest.raises(RecordError) as refused:
        load(path)

    assert str(refused.value) == (
        f"{str(path)!r} has schema 99, newer than this summitry knows: expected {FILE_VERSION};"
        " install summitry 0.1.0 or later"
    )


def test_a_newer_record_that_does_not_say_what_reads_it_is_refused_all_the_same(path: Path) -> None:
    _change(path, "PRAGMA user_version = 99", "DROP TABLE needs")
    with pytest.raises(RecordError, match="update summitry"):
        load(path)


def test_a_record_of_an_older_schema_is_refused(path: Path) -> None:
    _change(path, "PRAGMA user_version = 1")
    with pytest.raises(RecordError) as refused:
        load(path)

    assert str(refused.value) == (
        f"{str(path)!r} has schema 1, older than this summitry reads: expected {FILE_VERSION};"
        " build it again from its package"
    )


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("DROP TABLE record", "no such table: record"),
        ("DELETE FROM record", "record: expected one row, it has 0"),
        ("DROP TABLE visits", "no such table: visits"),
        ("UPDATE encounters SET mode = 'smoke signals'", "encounters: "),
        (
            "UPDATE encounters SET \"when\" = '1999-02-30'",
            'encounters: not an EDTF date: "1999-02-30"',
        ),
        ("DELETE FROM participants", "encounter 'auckland-1999' needs two people"),
    ],
)
def test_a_damaged_record_is_refused(path: Path, statement: str, reason: str) -> None:
    _change(path, statement)
    with pytest.raises(RecordError) as refused:
        load(path)

    assert str(refused.value).startswith(f"{str(path)!r} is damaged: {reason}")
    assert "\n" not in str(refused.value)


def test_events_of_a_damaged_record_are_refused(path: Path) -> None:
    _change(path, "DELETE FROM participants")
    with (
        closing(SqlRecord(path)) as record,
        pytest.raises(RecordError, match="'auckland-1999' needs two people"),
    ):
        record.events()


def test_a_file_cut_short_is_refused(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:4096])
    with pytest.raises(RecordError, match="is damaged: database disk image is malformed"):
        load(path)


# --- never half-written -----------------------------------------------------------------------


def test_a_write_cut_short_leaves_what_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = path.read_bytes()
    rows = iter(range(20))

    def cut(table: AnyTable, row: Row) -> object:
        if next(rows) == 19:
            raise KeyboardInterrupt
        return to_sql(table, row)

    monkeypatch.setattr(filling, "to_sql", cut)
    with pytest.raises(KeyboardInterrupt):
        build(replace(FULL, visits=()), path)

    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_what_does_not_hold_together_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="not in topics"):
        build(replace(FULL, topics=()), tmp_path / "record.sqlite")

    assert list(tmp_path.iterdir()) == []


def test_where_nothing_can_be_written_the_reason_is_told(path: Path) -> None:
    with pytest.raises(RecordError) as refused:
        build(FULL, path / "record.sqlite")

    assert str(refused.value).startswith(f"can't write {str(path / 'record.sqlite')!r}: ")
