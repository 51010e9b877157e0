"""A database of PostgreSQL: what is refused, who may do what, and what others see meanwhile."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from typing import Final

import psycopg
import pytest

from summitry.model.changes import Act
from summitry.model.problems import RecordError
from summitry.record import postgresql as dialect
from summitry.record.content import Content
from summitry.record.editing import change
from summitry.record.edits import Edit
from summitry.record.home import Database, Home
from summitry.record.log import Log
from summitry.record.proposed import SqlProposals
from summitry.record.schema import BESIDES, FILE_VERSION, PAIRS
from summitry.record.sql_record import SqlRecord, build, load
from summitry.record.writer import merge
from tests.postgresql import Server
from tests.record.full import FULL
from tests.record.homes import held
from tests.record.paired import told, written
from tests.records import SIGNED, content, person

EMPTY: Final = Content(name="new", title="A record", version="1")
SECRET: Final = "s3cr3t"  # noqa: S105 - nobody's


@pytest.fixture
def empty(postgresql: Server) -> Database:
    """A database that holds nothing."""
    return postgresql.database()


@pytest.fixture
def full(empty: Database) -> Database:
    """A database of the full record."""
    build(FULL, empty)
    return empty


def add(id: str, home: Home) -> None:
    edit = Edit(table="people", before=None, after=person(id))
    change(home, [edit], act=Act.ADD, signed=SIGNED)


def refused(call: Callable[[], object]) -> str:
    """The one line by which it is refused."""
    with pytest.raises(RecordError) as error:
        call()
    message = str(error.value)
    assert "\n" not in message
    assert SECRET not in message
    return message


# --- what is refused --------------------------------------------------------------------------


def test_where_there_is_no_record_that_is_told(empty: Database) -> None:
    for call in (lambda: load(empty), Log(empty).changes, lambda: add("x", empty)):
        assert refused(call) == (
            f"no record at '{empty}': expected one there (made by summitry record build, or by an"
            " import)"
        )


def test_what_holds_something_else_is_refused_and_stays(
    postgresql: Server, empty: Database
) -> None:
    postgresql.run("CREATE TABLE minutes AS SELECT 1 AS of", database=empty)
    assert refused(lambda: load(empty)) == (
        f"'{empty}' holds something else, 'minutes', but no record: expected a record"
    )
    for call in (
        lambda: build(FULL, empty),
        lambda: merge(empty, [FULL], new=EMPTY, signed=SIGNED),
    ):
        assert "it holds something else, 'minutes' (expected an empty database" in refused(call)
    tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    assert postgresql.run(tables, database=empty) == [("minutes",)]


def test_what_an_extension_brings_is_nothing_else(postgresql: Server, empty: Database) -> None:
    known = "SELECT name FROM pg_available_extensions WHERE name = 'pg_stat_statements'"
    if not postgresql.run(known, database=empty):
        pytest.skip("there is no extension of PostgreSQL that brings a table")
    postgresql.run("CREATE EXTENSION pg_stat_statements", database=empty)
    build(FULL, empty)
    assert load(empty) == FULL


def test_another_encoding_is_refused(postgresql: Server) -> None:
    latin = postgresql.database(options="ENCODING 'LATIN1' TEMPLATE template0 LOCALE 'C'")
    assert refused(lambda: build(FULL, latin)) == (
        f"can't make a record in '{latin}': its encoding is LATIN1 (expected UTF8)"
    )


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("postgresql://ann:{secret}@localhost:1/x", "Connection refused"),
        ("postgresql://ann:{secret}@/x?host=/nowhere", "No such file or directory"),
        ("postgresql://owner:{secret}@/none?host={folder}", 'database "none" does not exist'),
        (
            "postgresql://ann:{secret}@/postgres?host={folder}",
            'password authentication failed for user "ann"',
        ),
        ("postgresql://ann@/postgres?host={folder}&password={secret}", "password authentication"),
        (
            "postgresql://ann:{secret}@/x?no=such",
            "its settings can't be read (expected those of PostgreSQL, like ?sslmode=require)",
        ),
        ("postgresql://ann:{secret}%zz@/x", "its settings can't be read"),
    ],
)
def test_where_none_can_be_opened_the_reason_is_told(
    postgresql: Server, address: str, reason: str, caplog: pytest.LogCaptureFixture
) -> None:
    folder = str(postgresql.folder).replace("/", "%2F")
    home = Database(address.format(secret=SECRET, folder=folder))
    for call in (
        lambda: load(home),
        Log(home).changes,
        lambda: build(FULL, home),
        lambda: merge(home, [FULL], new=EMPTY, signed=SIGNED),
    ):
        message = refused(call)
        assert message.startswith(f"can't open '{home}': ")
        assert reason in message
    assert SECRET not in caplog.text


def test_without_the_library_it_is_asked_for(
    full: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "summitry.record.postgresql", None)
    assert "isn't installed (expected it: pip install 'summitry[postgresql]')" in refused(
        lambda: load(full)
    )


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("DROP TABLE visits", 'is damaged: relation "visits" does not exist'),
        ("DELETE FROM record", "is damaged: record: expected one row, it has 0"),
        ("UPDATE encounters SET mode = 'smoke signals'", "is damaged: encounters: "),
        ("DELETE FROM participants", "is damaged: encounter 'auckland-1999' needs two people"),
    ],
)
def test_a_damaged_record_is_refused(
    postgresql: Server, full: Database, statement: str, message: str
) -> None:
    postgresql.run(statement, database=full)
    assert refused(lambda: load(full)).startswith(f"'{full}' {message}")


def test_a_letter_that_it_cant_hold_is_refused(full: Database) -> None:
    before = held(full)
    named = person("nul", name="A\x00B")
    edit = Edit(table="people", before=None, after=named)
    for call in (
        lambda: change(full, [edit], act=Act.ADD, signed=SIGNED),
        lambda: merge(full, [content(people=[named])], new=EMPTY, signed=SIGNED),
    ):
        assert "NUL" in refused(call)
    assert held(full) == before


# --- versions ---------------------------------------------------------------------------------


def test_an_older_record_is_brought_up_to_date(postgresql: Server, full: Database) -> None:
    for table in (*BESIDES, PAIRS):
        postgresql.run(f'DROP TABLE "{table.name}"', database=full)
    postgresql.run("UPDATE summitry SET version = 2", database=full)
    opened: list[Content] = []
    threads = [threading.Thread(target=lambda: opened.append(load(full))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert opened == [FULL] * 4
    assert postgresql.run("SELECT version FROM summitry", database=full) == [(FILE_VERSION,)]
    assert (Log(full).changes(), SqlProposals(full).listed()) == ((), ())
    assert written(full) == told(FULL)


def test_an_older_record_is_replaced_as_any(postgresql: Server, full: Database) -> None:
    for table in (*BESIDES, PAIRS):
        postgresql.run(f'DROP TABLE "{table.name}"', database=full)
    postgresql.run("UPDATE summitry SET version = 2", database=full)
    build(EMPTY, full)
    assert load(full) == EMPTY


def test_a_version_that_is_not_told_is_refused(postgresql: Server, full: Database) -> None:
    postgresql.run("DELETE FROM summitry", database=full)
    assert refused(lambda: load(full)).startswith(f"'{full}' has schema 0, older than")


def test_a_migration_that_fails_leaves_the_record(postgresql: Server, full: Database) -> None:
    postgresql.run("UPDATE summitry SET version = 2", database=full)
    before = held_there(postgresql, full)
    message = f"'{full}' has schema 2 and can't be brought to {FILE_VERSION}: relation"
    assert refused(lambda: load(full)).startswith(message)
    assert held_there(postgresql, full) == before


def held_there(server: Server, home: Database) -> list[object]:
    tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
    version = "SELECT version FROM summitry"
    return [*server.run(tables, database=home), *server.run(version, database=home)]


@pytest.mark.parametrize(
    ("version", "message"),
    [
        (99, "newer than this summitry knows: expected {}; install summitry 0.1.0 or later"),
        (1, "older than this summitry reads: expected {}; build it again from its package"),
    ],
)
def test_a_version_that_is_not_read_is_refused(
    postgresql: Server, full: Database, version: int, message: str
) -> None:
    postgresql.run(f"UPDATE summitry SET version = {version}", database=full)  # noqa: S608
    expected = f"'{full}' has schema {version}, {message.format(FILE_VERSION)}"
    for call in (lambda: load(full), Log(full).changes, lambda: build(FULL, full)):
        assert refused(call) == expected


# --- who may do what --------------------------------------------------------------------------


@pytest.fixture
def as_role(postgresql: Server, full: Database) -> Iterator[Callable[[str], Database]]:
    """The full record's address for somebody who may do so much."""
    made: list[str] = []

    def role(may: str) -> Database:
        made.append(f"role_{full.name}_{len(made)}")
        postgresql.run(f"CREATE ROLE {made[-1]} LOGIN PASSWORD '{SECRET}'", database=full)
        grant = f"GRANT {may} ON ALL TABLES IN SCHEMA public TO {made[-1]}"
        postgresql.run(grant, database=full)
        return postgresql.address(full.name, f"{made[-1]}:{SECRET}")

    yield role
    for name in made:
        postgresql.run(f"DROP OWNED BY {name}", database=full)
        postgresql.run(f"DROP ROLE {name}", database=full)


def test_who_may_only_read_reads_all(full: Database, as_role: Callable[[str], Database]) -> None:
    reader = as_role("SELECT")
    assert load(reader) == FULL
    assert Log(reader).changes() == ()
    assert SqlProposals(reader).listed() == ()
    for call in (
        lambda: add("x", reader),
        lambda: merge(reader, [content(people=["x"])], new=EMPTY, signed=SIGNED),
        lambda: build(FULL, reader),
    ):
        assert f"'{reader}': permission denied for table" in refused(call)
    assert load(full) == FULL


def test_who_may_write_needs_not_own_it(as_role: Callable[[str], Database]) -> None:
    editor = as_role("SELECT, INSERT, UPDATE, DELETE")
    add("x", editor)
    merge(editor, [content(people=["y"])], new=EMPTY, signed=SIGNED)
    for number in (2, 1):
        Log(editor).undo(number, SIGNED)
    assert load(editor) == FULL


# --- at once ----------------------------------------------------------------------------------


def test_a_view_is_of_the_moment_at_which_it_was_opened(full: Database) -> None:
    with closing(SqlRecord(full)) as view:
        add("x", full)
        assert "x" not in view.names().people
        assert view.content() == FULL
    with closing(SqlRecord(full)) as view:
        assert "x" in view.names().people


def test_a_reader_keeps_no_writer_waiting(full: Database) -> None:
    with closing(SqlRecord(full)) as view:
        view.events()
        add("x", full)
        merge(full, [content(people=["y"])], new=EMPTY, signed=SIGNED)
        Log(full).undo(1, SIGNED)


def test_whoever_has_waited_long_is_told(full: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialect, "SECONDS_TO_WAIT", 1)
    with psycopg.connect(full.address) as other:
        other.execute(f"SELECT pg_advisory_xact_lock({dialect.LOCK})")
        assert load(full) == FULL
        assert refused(lambda: add("x", full)) == (
            f"can't write '{full}': somebody else has been writing to it for long"
            " (expected to wait no longer than 1s)"
        )
    add("x", full)


def test_of_two_who_begin_a_record_at_once_one_makes_it(empty: Database) -> None:
    def begin(name: str) -> None:
        merge(empty, [content(people=[name])], new=EMPTY, signed=SIGNED)

    threads = [threading.Thread(target=begin, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {one.id for one in load(empty).people} == set("abcd")
    assert [entry.id for entry in Log(empty).changes()] == [4, 3, 2, 1]


def test_a_connection_that_is_cut_is_told(postgresql: Server, full: Database) -> None:
    cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{}'"
    with closing(SqlRecord(full)) as view:
        postgresql.run(cut.format(full.name), database="postgres")
        time.sleep(0.1)
        assert refused(view.events).startswith(f"can't read '{full}': ")
    assert load(full) == FULL


# --- schemas ----------------------------------------------------------------------------------


def test_a_database_may_have_several_records_each_in_a_schema(
    postgresql: Server, empty: Database
) -> None:
    cited = tuple(one for one in FULL.citations if one.table != "visits")
    for name, made in (("one", FULL), ("two", replace(FULL, visits=(), citations=cited))):
        postgresql.run(f"CREATE SCHEMA {name}", database=empty)
        home = postgresql.address(empty.name, settings=f"&options=-csearch_path%3D{name}")
        build(made, home)
        assert load(home) == made
        add("x", home)
    assert "expected one there" in refused(lambda: load(empty))
