"""A record's database of PostgreSQL: opened, made, brought up to date, and what it does otherwise.

The tables lie in the schema that comes first in the search path, which holds nothing else. Whoever
writes holds a lock until the end, so that writers come one after another; readers keep nobody
waiting, and see the record as it was when they began.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext, suppress
from functools import lru_cache
from typing import Any, Final

import psycopg
import sqlalchemy as sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from sqlalchemy.pool import NullPool

from summitry.model.problems import RecordError
from summitry.record.content import Content
from summitry.record.filling import fill, make
from summitry.record.home import Database
from summitry.record.keeper import SECONDS_TO_WAIT, Keeper, Unread
from summitry.record.schema import BESIDES, CHANGES, FILE_VERSION, METADATA, NEEDS, PROPOSALS
from summitry.record.versions import is_older, migrate, refuse_moved

LOCK: Final = 0x53554D4D
"""The advisory lock of whoever writes to a database: "SUMM"."""

SECONDS_TO_CONNECT: Final = "10"

ENCODING: Final = "UTF8"

_MIB: Final = 64
"""Memory for sorting, and for what waits, while many rows come."""

_MARK: Final = sql.Table(
    "summitry", sql.MetaData(), sql.Column("version", sql.Integer, nullable=False)
)
"""Marks a schema as a record's; its one row is the version of the tables."""

_IS_MARKED: Final = sql.text("SELECT to_regclass('summitry') IS NOT NULL")
_OTHERS: Final = sql.text(
    """
    SELECT relname FROM pg_class
    WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f')
    AND NOT EXISTS (
        SELECT 1 FROM pg_depend
        WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype = 'e'
    )
    ORDER BY relname COLLATE "C" LIMIT 1
    """
)
"""A table that is neither a record's nor an extension's, where there is any."""

_BUSY: Final = "somebody else has been writing to it for long (expected to wait no longer than {}s)"
_DAMAGED: Final = frozenset({"42P01", "42703"})
"""What PostgreSQL says of a table or a column that is not there."""


class PostgresqlDatabase:
    """The keeper of a record in a database.

    ``new`` is what a record starts as if there is none by the time that something is written.
    """

    # Readers would have to wait for an index to be made anew, and it for them.
    rebuilds_indices = False
    checks: Sequence[sql.Executable] = ()

    def __init__(self, database: Database, new: Content | None = None) -> None:
        self._database = database
        self._new = new

    def __str__(self) -> str:
        return repr(str(self._database))

    # --- opening ------------------------------------------------------------------------------

    def reading(self) -> sql.Connection:
        """A connection that only reads; RecordError where there is no record.

        A record of an older version is brought up to date first.
        """
        connection = self._connection()
        try:
            self._bring_up_to_date(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def writing(self) -> sql.Connection:
        """The same, to write."""
        return self.reading() if self._new is None else self._connection()

    def begin(self, connection: sql.Connection) -> None:
        """Begin a transaction in which nobody else writes, once those before have finished."""
        _lock(connection)
        if self._new is not None and not _is_marked(connection):
            self._make(connection, self._new)
        refuse_moved(str(self), _version(connection))

    def begin_view(self, connection: sql.Connection) -> None:
        """Have all that is read be of one moment, which keeps nobody from writing."""
        connection.exec_driver_sql("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")

    def one_moment(self, connection: sql.Connection) -> AbstractContextManager[None]:  # noqa: ARG002
        """A time in which all that is read is of one moment, as it is in any view."""
        return nullcontext()

    def unreadable(self, error: Unread) -> RecordError:
        """What is wrong where reading failed."""
        if isinstance(error, UnicodeDecodeError):
            return RecordError(f"{self} is damaged: {error}")
        if getattr(error.orig, "sqlstate", None) in _DAMAGED:
            return RecordError(f"{self} is damaged: {_reason(error)}")
        return RecordError(f"can't read {self}: {_reason(error)}")

    def unwritable(self, error: sql.exc.DBAPIError) -> RecordError:
        """What is wrong where writing failed."""
        return RecordError(f"can't write {self}: {_reason(error)}")

    def _connection(self) -> sql.Connection:
        try:
            connection = _engine(self._database.address).connect()
        except sql.exc.DBAPIError as error:
            raise RecordError(f"can't open {self}: {_reason(error)}") from None
        except _UnreadableError:
            raise RecordError(
                f"can't open {self}: its settings can't be read"
                " (expected those of PostgreSQL, like ?sslmode=require)"
            ) from None
        return connection.execution_options(isolation_level="AUTOCOMMIT")

    # --- making -------------------------------------------------------------------------------

    def is_there(self) -> bool:
        """Whether there is a record."""
        try:
            with closing(self._connection()) as connection:
                return _is_marked(connection)
        except sql.exc.DBAPIError as error:
            raise self.unreadable(error) from None

    @contextmanager
    def making(self, new: Content) -> Iterator[Keeper]:
        """Where to write to: the record, which is made with what is written if there is none."""
        yield self if self.is_there() else PostgresqlDatabase(self._database, new)

    def build(self, content: Content) -> None:
        """Write a content, in place of the record that is there, in one transaction."""
        try:
            with closing(self._connection()) as connection:
                if _is_marked(connection):
                    self._bring_up_to_date(connection)
                _lock(connection)
                if _is_marked(connection):
                    self._refuse_to_replace(connection)
                    for table in set(METADATA.tables.values()) - set(BESIDES):
                        connection.execute(table.delete())
                    fill(connection, content)
                else:
                    self._make(connection, content)
                self.settle(connection, METADATA.sorted_tables)
                connection.exec_driver_sql("COMMIT")
        except sql.exc.DBAPIError as error:
            raise self.unwritable(error) from None

    def _make(self, connection: sql.Connection, content: Content) -> None:
        encoding = connection.exec_driver_sql("SHOW server_encoding").scalar_one()
        if encoding != ENCODING:
            raise RecordError(
                f"can't make a record in {self}: its encoding is {encoding} (expected {ENCODING})"
            )
        if other := connection.execute(_OTHERS).scalar():
            raise RecordError(
                f"can't make a record in {self}: it holds something else, {other!r}"
                " (expected an empty database, or an empty schema that comes first in its"
                " search path)"
            )
        connection.execute(sql.schema.CreateTable(_MARK))
        connection.execute(_MARK.insert(), {"version": FILE_VERSION})
        make(connection, content, referring=False)

    def _refuse_to_replace(self, connection: sql.Connection) -> None:
        for table in (CHANGES, PROPOSALS):
            if connection.execute(sql.select(table.c.id).limit(1)).first():
                raise RecordError(
                    f"won't replace {self}: it has {table.name} that would be lost"
                    " (expected another database)"
                )

    # --- versions -----------------------------------------------------------------------------

    def _bring_up_to_date(self, connection: sql.Connection) -> None:
        """Bring the record up to date; RecordError unless there is one that can be."""
        if not _is_marked(connection):
            if other := connection.execute(_OTHERS).scalar():
                raise RecordError(
                    f"{self} holds something else, {other!r}, but no record: expected a record"
                )
            raise RecordError(
                f"no record at {self}: expected one there (made by summitry record build,"
                " or by an import)"
            )
        version = _version(connection)
        if is_older(str(self), version, lambda: _needed(connection)):
            self._migrate(connection, version)

    def _migrate(self, connection: sql.Connection, version: int) -> None:
        """Bring a record of an older version up to date, in one transaction."""
        try:
            _lock(connection)
            # Another may have done it while this one waited.
            found = _version(connection)
            if found < FILE_VERSION:
                migrate(connection, found)
                connection.execute(_MARK.update().values(version=FILE_VERSION))
            connection.exec_driver_sql("COMMIT")
        except sql.exc.DBAPIError as error:
            raise RecordError(
                f"{self} has schema {version} and can't be brought to {FILE_VERSION}:"
                f" {_reason(error)}"
            ) from None

    # --- many rows ----------------------------------------------------------------------------

    def prepare(self, connection: sql.Connection) -> None:
        """Have the server sort and keep what waits in more memory than it gives to questions."""
        for setting in ("work_mem", "temp_buffers"):
            connection.exec_driver_sql(f"SET {setting} = '{_MIB}MB'")

    def pour(
        self,
        connection: sql.Connection,
        into: sql.Table,
        columns: Sequence[str],
        rows: Sequence[Sequence[Any]],
    ) -> None:
        """Put many rows into some columns of a table."""
        quoted = connection.dialect.identifier_preparer.quote
        named = ", ".join(map(quoted, columns))
        driver = connection.connection.driver_connection
        assert isinstance(driver, psycopg.Connection)  # noqa: S101 - tells its type
        statement = f"COPY {quoted(into.name)} ({named}) FROM STDIN"
        try:
            with driver.cursor() as cursor, cursor.copy(statement.encode()) as copy:
                for row in rows:
                    copy.write_row(row)
        except psycopg.Error as error:
            raise RecordError(f"can't write {self}: {_told(error)}") from None

    def settle(self, connection: sql.Connection, tables: Iterable[sql.Table]) -> None:
        """Have the server look at tables, by whose rows it plans."""
        for table in tables:
            connection.exec_driver_sql(f"ANALYZE {table.name}")

    def each(self, array: sql.ColumnElement[str], name: str) -> sql.TableValuedAlias:
        """The texts in a JSON array, as the column ``value`` of a table of that name."""
        texts = sql.func.json_array_elements_text(sql.cast(array, sql.JSON))
        return texts.table_valued("value").render_derived(name=name)


class _UnreadableError(Exception):
    """An address whose settings can't be read."""


@lru_cache(maxsize=8)
def _engine(address: str) -> sql.Engine:
    """What connects to a database: it asks once what it has to know of the server."""

    def connect() -> psycopg.Connection[Any]:
        try:
            settings = conninfo_to_dict(address)
        except psycopg.Error:
            # What the library says of it may hold a part of the password.
            raise _UnreadableError from None
        ours = {"fallback_application_name": "summitry", "client_encoding": ENCODING}
        if "connect_timeout" not in settings:
            ours["connect_timeout"] = SECONDS_TO_CONNECT
        return psycopg.connect(make_conninfo(address, **ours))

    return sql.create_engine(
        "postgresql+psycopg://", creator=connect, poolclass=NullPool, use_native_hstore=False
    )


def _lock(connection: sql.Connection) -> None:
    """Begin a transaction that writes, when those before have finished."""
    # Each question is answered by what is there when it is asked: after the lock is had.
    connection.exec_driver_sql("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE")
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{SECONDS_TO_WAIT}s'")
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")


def _is_marked(connection: sql.Connection) -> bool:
    return bool(connection.execute(_IS_MARKED).scalar_one())


def _version(connection: sql.Connection) -> int:
    version: int | None = connection.execute(sql.select(sql.func.max(_MARK.c.version))).scalar()
    return version or 0


def _needed(connection: sql.Connection) -> str | None:
    """Which summitry reads the record, as it says."""
    with suppress(sql.exc.DBAPIError):
        needed: str | None = connection.execute(sql.select(NEEDS.c.version)).scalar()
        return needed
    return None


def _reason(error: sql.exc.DBAPIError) -> str:
    return _told(error.orig)


def _told(error: BaseException | None) -> str:
    """What the server says is wrong, or the library where there is none, in one line."""
    if isinstance(error, psycopg.errors.LockNotAvailable):
        return _BUSY.format(SECONDS_TO_WAIT)
    if isinstance(error, psycopg.Error) and error.diag.message_primary is not None:
        return error.diag.message_primary
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    fatal = [line.partition("FATAL:")[2].strip() for line in lines if "FATAL:" in line]
    return (fatal or [lines[0].rpartition("failed: ")[2]])[0] if lines else "it gives no reason"
