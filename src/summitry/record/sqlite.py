"""A record's SQLite file: opened, made, brought up to date, and what SQLite does in its own way."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from functools import lru_cache
from itertools import chain, count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, Literal
from urllib.parse import quote

import sqlalchemy as sql
from sqlalchemy.pool import NullPool

from summitry.model.problems import RecordError
from summitry.record.content import Content
from summitry.record.filling import make
from summitry.record.keeper import SECONDS_TO_WAIT, Keeper, Unread
from summitry.record.schema import (
    CHANGES,
    FILE_VERSION,
    NEEDS,
    PROPOSALS,
    RECORD,
)
from summitry.record.versions import is_older, migrate, refuse_moved

APPLICATION_ID: Final = 0x53554D4D
"""Marks a SQLite file as a record: "SUMM"."""

_CACHE_KIB: Final = 32768
"""How much of a file, and of what waits to go into it, is kept in memory."""

_SORTERS: Final = 2
"""How many threads may help to sort."""

_UNOPENED: Final = frozenset({sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_PERM})

_VERSION: Final = "PRAGMA user_version"

Mode = Literal["ro", "rw"]


class SqliteFile:
    """The keeper of a record in a file, at a path."""

    # Rows that are appended to an index in no order are scattered over the file.
    rebuilds_indices = True
    checks: Sequence[sql.Executable] = (sql.text("PRAGMA integrity_check"),)

    def __init__(self, path: Path) -> None:
        self._path = path

    def __str__(self) -> str:
        return repr(str(self._path))

    # --- opening ------------------------------------------------------------------------------

    def reading(self) -> sql.Connection:
        """A connection that only reads; RecordError where there is no record.

        A file of an older version is brought up to date first, and kept as it was beside itself.
        """
        self._bring_up_to_date()
        return self._connection("ro")

    def writing(self) -> sql.Connection:
        """The same, to write."""
        self._bring_up_to_date()
        return self._connection("rw")

    def begin(self, connection: sql.Connection) -> None:
        """Begin a transaction in which nobody else writes, once those before have finished."""
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        refuse_moved(str(self), connection.exec_driver_sql(_VERSION).scalar_one())

    def begin_view(self, connection: sql.Connection) -> None:
        """Begin nothing: whoever reads in a transaction keeps others from writing to the file."""

    @contextmanager
    def one_moment(self, connection: sql.Connection) -> Iterator[None]:
        """A time in which all that is read is of one moment."""
        connection.exec_driver_sql("BEGIN")
        try:
            yield
        finally:
            # Reading that failed may have ended it.
            with suppress(sql.exc.DBAPIError):
                connection.exec_driver_sql("ROLLBACK")

    def unreadable(self, error: Unread) -> RecordError:
        """What is wrong where reading failed."""
        reason = getattr(error, "orig", error)
        if _code(reason) in _UNOPENED:
            return RecordError(f"can't read {self}: {reason}")
        return RecordError(f"{self} is damaged: {reason}")

    def unwritable(self, error: sql.exc.DBAPIError) -> RecordError:
        """What is wrong where writing failed."""
        return RecordError(f"can't write {self}: {error.orig}")

    def _connection(self, mode: Mode) -> sql.Connection:
        engine = _engine(f"file:{quote(str(self._path.resolve()))}", mode)
        return engine.connect().execution_options(isolation_level="AUTOCOMMIT")

    # --- making -------------------------------------------------------------------------------

    def is_there(self) -> bool:
        """Whether there is a record, or something else in its place."""
        return self._path.exists()

    @contextmanager
    def making(self, new: Content) -> Iterator[Keeper]:
        """Where to write to: the file, or one laid beside its place and moved there at the end."""
        if self._path.exists():
            yield self
            return
        with self._telling(), self._laying(self._place) as laying:
            _write(new, laying)
            yield SqliteFile(laying)

    def build(self, content: Content) -> None:
        """Write a content as a file, in place of the record that is there.

        The same content gives the same bytes, and the file is never half-written.
        """
        with self._telling():
            if self._path.exists():
                self._refuse_to_replace()
            with self._laying(self._replace) as laying:
                _write(content, laying)

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """A time in which what goes wrong with the file is told as RecordError."""
        try:
            yield
        except OSError as error:
            raise RecordError(f"can't write {self}: {error.strerror}") from None
        except sql.exc.DBAPIError as error:
            raise self.unwritable(error) from None

    @contextmanager
    def _laying(self, put: Callable[[Path], None]) -> Iterator[Path]:
        """A place beside the file, from which what is written there is put in its place."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".laying-", dir=self._path.parent) as folder:
            laying = Path(folder) / "record"
            yield laying
            put(laying)

    def _replace(self, laying: Path) -> None:
        """Put a file in place of the one that is there."""
        if not self._path.exists():
            # What would undo a write to a file that is gone would be taken for this one's.
            self._journal().unlink(missing_ok=True)
        laying.replace(self._path)

    def _place(self, laying: Path) -> None:
        """Put a file where none is; RecordError if somebody else did so meanwhile."""
        self._journal().unlink(missing_ok=True)
        try:
            os.link(laying, self._path)
        except FileExistsError:
            raise RecordError(
                f"can't make {self}: somebody else did meanwhile (expected nothing there; if it is"
                " a record, the same once more writes to it)"
            ) from None
        except OSError:
            # Not every file system has links.
            laying.replace(self._path)

    def _journal(self) -> Path:
        return self._path.with_name(f"{self._path.name}-journal")

    def _refuse_to_replace(self) -> None:
        """RecordError for what is no record, or holds more than its content."""
        marked = None
        with suppress(RecordError):
            marked = self._marks()
        if marked is None:
            raise RecordError(f"won't replace {self}: expected a record or nothing there")
        with closing(self.reading()) as connection:
            for table in (CHANGES, PROPOSALS):
                if connection.execute(sql.select(table.c.id).limit(1)).first():
                    raise RecordError(
                        f"won't replace {self}: it has {table.name} that would be lost"
                        " (expected another file, or that you remove it)"
                    )

    # --- versions -----------------------------------------------------------------------------

    def _bring_up_to_date(self) -> None:
        """Bring the file up to date; RecordError unless it is a record's that can be."""
        self._undo_cut_short()
        version = self._marks()
        if version is None:
            raise RecordError(f"{self} is a SQLite file, but no record: expected a record")
        if is_older(str(self), version, self._needed):
            self._migrate(version)

    def _undo_cut_short(self) -> None:
        """Have SQLite undo a write that was cut short: whoever only reads can't do so, nor read."""
        if not self._journal().exists():
            return
        # Where the file can't be written to, reading it says what is wrong.
        with suppress(sql.exc.DBAPIError), closing(self._connection("rw")) as connection:
            connection.execute(sql.select(RECORD.c.digest))

    def _marks(self) -> int | None:
        """The version that the file is marked with, if it is a record's; RecordError if it's none.

        SQLite is asked: whoever opens its file besides, and closes it, ends its locks on it.
        """
        try:
            if self._path.stat().st_size == 0:
                raise RecordError(f"{self} is not a SQLite file: expected a record")
            with closing(self._opened()) as connection:
                (mark,) = connection.execute("PRAGMA application_id").fetchone()
                (version,) = connection.execute(_VERSION).fetchone()
        except OSError as error:
            raise RecordError(f"can't open {self}: {error.strerror}") from None
        except sqlite3.DatabaseError as error:
            code = _code(error)
            if code == sqlite3.SQLITE_NOTADB:
                raise RecordError(f"{self} is not a SQLite file: expected a record") from None
            if code in _UNOPENED:
                raise RecordError(f"can't open {self}: {error}") from None
            raise RecordError(f"{self} is damaged: {error}") from None
        return int(version) if mark == APPLICATION_ID else None

    def _opened(self) -> sqlite3.Connection:
        file = f"file:{quote(str(self._path.resolve()))}?mode=ro"
        return sqlite3.connect(file, uri=True, timeout=SECONDS_TO_WAIT)

    def _needed(self) -> str | None:
        """Which summitry reads the file, as it says."""
        with suppress(sql.exc.DBAPIError), closing(self._connection("ro")) as connection:
            needed: str | None = connection.execute(sql.select(NEEDS.c.version)).scalar()
            return needed
        return None

    def _migrate(self, version: int) -> None:
        """Bring a file of an older version up to date, in one transaction, after a copy of it."""
        try:
            with closing(self._connection("rw")) as connection:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
                # Another may have done it while this one waited.
                found: int = connection.exec_driver_sql(_VERSION).scalar_one()
                if found < FILE_VERSION:
                    self._keep_beside(found)
                    migrate(connection, found)
                    connection.exec_driver_sql(f"PRAGMA user_version = {FILE_VERSION}")
                connection.exec_driver_sql("COMMIT")
        except (sql.exc.DBAPIError, sqlite3.Error, OSError) as error:
            reason = getattr(error, "orig", None) or getattr(error, "strerror", None) or error
            raise RecordError(
                f"{self} has schema {version} and can't be brought to {FILE_VERSION}: {reason}"
            ) from None

    def _keep_beside(self, version: int) -> None:
        """Copy the file while nobody writes to it, whole or not at all."""
        names = chain(("",), (f"-{number}" for number in count(2)))
        places = (
            self._path.with_name(f"{self._path.name}.schema-{version}{name}") for name in names
        )
        place = next(place for place in places if not place.exists())
        with TemporaryDirectory(prefix=".laying-", dir=self._path.parent) as folder:
            laying = Path(folder) / "record"
            with closing(self._opened()) as source, closing(sqlite3.connect(laying)) as copy:
                source.backup(copy)
            laying.replace(place)

    # --- many rows ----------------------------------------------------------------------------

    def prepare(self, connection: sql.Connection) -> None:
        """Prepare a connection to take many rows."""
        for of in ("main", "temp"):
            connection.exec_driver_sql(f"PRAGMA {of}.cache_size = -{_CACHE_KIB}")
        connection.exec_driver_sql(f"PRAGMA threads = {_SORTERS}")

    def pour(
        self,
        connection: sql.Connection,
        into: sql.Table,
        columns: Sequence[str],
        rows: Sequence[Sequence[Any]],
    ) -> None:
        """Put many rows into some columns of a table, in one transaction."""
        statement = str(into.insert().compile(dialect=connection.dialect, column_keys=columns))
        connection.exec_driver_sql("BEGIN")
        try:
            # The driver's own cursor: what lies before it would look at each of so many rows.
            connection.connection.cursor().executemany(statement, rows)
        except sqlite3.Error as error:
            raise RecordError(f"can't write {self}: {error}") from None
        connection.exec_driver_sql("COMMIT")

    def settle(self, connection: sql.Connection, tables: Iterable[sql.Table]) -> None:
        """Tell nothing: SQLite plans by indices alone."""

    def each(self, array: sql.ColumnElement[str], name: str) -> sql.TableValuedAlias:
        """The texts in a JSON array, as the column ``value`` of a table of that name."""
        return sql.func.json_each(array).table_valued("value", name=name)


@lru_cache(maxsize=8)
def _engine(file: str, mode: Mode) -> sql.Engine:
    """What connects to a file: it remembers how what was asked is put."""
    return sql.create_engine(
        sql.URL.create("sqlite", database=file, query={"mode": mode, "uri": "true"}),
        poolclass=NullPool,
        connect_args={"timeout": SECONDS_TO_WAIT, "check_same_thread": False},
    )


def _code(error: BaseException | None) -> int:
    """What SQLite says is wrong, by the first byte of its code: the others tell more of it."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF


def _write(content: Content, path: Path) -> None:
    engine = sql.create_engine(sql.URL.create("sqlite", database=str(path)), poolclass=NullPool)
    with engine.begin() as connection:
        make(connection, content)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {FILE_VERSION}")
