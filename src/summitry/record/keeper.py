"""What keeps a record in SQL: a SQLite file, or a database of PostgreSQL.

All that the two do differently is in a file each; what is asked of them is the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Final, Protocol

import sqlalchemy as sql

from summitry.model.problems import RecordError
from summitry.record.content import Content
from summitry.record.home import Home

UNREAD: Final = (sql.exc.DBAPIError, UnicodeDecodeError)
"""What reading raises where it fails: of a damaged file, what SQLite itself says may be no text."""

Unread = sql.exc.DBAPIError | UnicodeDecodeError

SECONDS_TO_WAIT: Final = 30
"""How long whoever writes waits for another to finish."""


class Keeper(Protocol):
    """What keeps one record. As text it is its address, quoted, without any password."""

    @property
    def rebuilds_indices(self) -> bool:
        """Whether an index may be dropped, and made anew after many rows."""
        ...

    @property
    def checks(self) -> Sequence[sql.Executable]:
        """What to ask it whether all is in order; an answer but "ok" says what is not."""
        ...

    # --- opening ------------------------------------------------------------------------------

    def reading(self) -> sql.Connection:
        """A connection that only reads; RecordError where there is no record.

        A record of an older version is brought up to date first. Transactions are begun by hand.
        """
        ...

    def writing(self) -> sql.Connection:
        """The same, to write."""
        ...

    def begin(self, connection: sql.Connection) -> None:
        """Begin a transaction in which nobody else writes, once those before have finished."""
        ...

    def begin_view(self, connection: sql.Connection) -> None:
        """Have all that is read be of one moment, where that keeps nobody from writing."""
        ...

    def one_moment(self, connection: sql.Connection) -> AbstractContextManager[None]:
        """A time in which all that is read is of one moment."""
        ...

    def unreadable(self, error: Unread) -> RecordError:
        """What is wrong where reading failed, in one line."""
        ...

    def unwritable(self, error: sql.exc.DBAPIError) -> RecordError:
        """What is wrong where writing failed, in one line."""
        ...

    # --- making -------------------------------------------------------------------------------

    def is_there(self) -> bool:
        """Whether there is a record, or something else in its place."""
        ...

    def making(self, new: Content) -> AbstractContextManager[Keeper]:
        """Where to write to: the record, or one that starts as ``new`` and is there at the end.

        Where what is written fails, no record is made.
        """
        ...

    def build(self, content: Content) -> None:
        """Write a content that holds together, in place of a record that holds no more.

        RecordError where something else is in the place, or it can't be written.
        """
        ...

    # --- many rows ----------------------------------------------------------------------------

    def prepare(self, connection: sql.Connection) -> None:
        """Prepare a connection to take many rows."""
        ...

    def pour(
        self,
        connection: sql.Connection,
        into: sql.Table,
        columns: Sequence[str],
        rows: Sequence[Sequence[Any]],
    ) -> None:
        """Put many rows into some columns of a table, the fastest way."""
        ...

    def settle(self, connection: sql.Connection, tables: Iterable[sql.Table]) -> None:
        """Tell the database that many rows have come into tables."""
        ...

    def each(self, array: sql.ColumnElement[str], name: str) -> sql.TableValuedAlias:
        """The texts in a JSON array, as the column ``value`` of a table of that name."""
        ...


def keeper_of(home: Home) -> Keeper:
    """What keeps a record there; RecordError where a library that it needs isn't installed."""
    if isinstance(home, Path):
        from summitry.record.sqlite import SqliteFile  # noqa: PLC0415 - each knows what it shares

        return SqliteFile(home)
    try:
        from summitry.record.postgresql import PostgresqlDatabase  # noqa: PLC0415 - an extra
    except ImportError:
        raise RecordError(
            f"can't open {str(home)!r}: PostgreSQL's library isn't installed"
            " (expected it: pip install 'summitry[postgresql]')"
        ) from None
    return PostgresqlDatabase(home)
