"""The SQL schema of a record, derived from its tables, and the rows as SQL holds them.

A date is held as its text with the ordinals of its outer days beside it, so that SQL can narrow;
numbers and truths are held as they are; all else as the text of its cell. NULL is an empty cell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

import sqlalchemy as sql

from summitry.record.cells import Stored
from summitry.record.columns import AnyTable, Column, Link, Row, Table
from summitry.record.content import DESCRIPTION
from summitry.record.tables import TABLES

EARLIEST: Final = "_earliest"
LATEST: Final = "_latest"

TEXT: Final = sql.Text().with_variant(sql.Text(collation="C"), "postgresql")
"""Text that is ordered by its letters' numbers in Unicode, whatever language a database speaks."""

_WHOLE: Final = sql.Integer().with_variant(sql.BigInteger(), "postgresql")
"""Whole numbers of up to eight bytes, which any of SQLite's may have."""

_TYPES: Final[Mapping[Stored, sql.types.TypeEngine[Any]]] = {
    Stored.TEXT: TEXT,
    Stored.DATE: TEXT,
    Stored.INTEGER: _WHOLE,
    Stored.REAL: sql.Float(),
    Stored.BOOLEAN: sql.Boolean(),
}
_AS_TEXT: Final = frozenset({Stored.TEXT, Stored.DATE})

MOST_NAMED: Final = 5_000
"""Rows that one question names: no database takes more than so many values."""

METADATA: Final = sql.MetaData()

RECORD: Final = sql.Table(
    "record",
    METADATA,
    *(sql.Column(name, TEXT, nullable=False) for name in (*DESCRIPTION, "digest")),
)
"""One row: the record's description, and the digest of its content."""

FILE_VERSION: Final = 4
"""Raised by one with every change of the tables of a file, which is then brought up to date."""

NEEDS_VERSION: Final = "0.1.0"
"""The first version of summitry that reads files of this version."""

NEEDS: Final = sql.Table("needs", METADATA, sql.Column("version", TEXT, nullable=False))
"""One row: the first version of summitry that reads the file, for those that can't."""

# --- what is kept beside the content --------------------------------------------------------

CHANGES: Final = sql.Table(
    "changes",
    METADATA,
    sql.Column("id", sql.Integer, primary_key=True, autoincrement=False),
    sql.Column("act", TEXT, nullable=False),
    sql.Column("made", TEXT, nullable=False),
    sql.Column("author", TEXT, nullable=False),
    sql.Column("reason", TEXT, nullable=False),
    sql.Column("undoes", sql.Integer, unique=True),
    sql.Column("proposal", TEXT),
    sql.Column("was", TEXT),
    sql.Column("became", TEXT),
    sql.Column("event", TEXT),
)
"""The log: one row an act. ``made`` is a moment in UTC, as ISO 8601 has it.

Where a proposal was decided, its state before and after, and the event that it was accepted as.
"""

CHANGED_ROWS: Final = sql.Table(
    "changed_rows",
    METADATA,
    sql.Column("change", sql.Integer, primary_key=True),
    sql.Column("table", TEXT, primary_key=True),
    sql.Column("row", TEXT, primary_key=True),
    sql.Column("before", TEXT),
    sql.Column("after", TEXT),
    sqlite_with_rowid=False,
)
"""The rows of each change, before and after it as JSON; NULL where there was none.

What an import added has neither: it is what the next change of the row found, or what stands.
"""

PROPOSALS: Final = sql.Table(
    "proposals",
    METADATA,
    sql.Column("id", TEXT, primary_key=True),
    sql.Column("state", TEXT, nullable=False),
    sql.Column("told", TEXT, nullable=False),
    sql.Column("author", TEXT),
    sql.Column("made", TEXT),
    sql.Column("reason", TEXT),
    sql.Column("became", TEXT),
    sqlite_with_rowid=False,
)
"""What is proposed, as JSON, and who decided it."""

BESIDES: Final = (NEEDS, CHANGES, CHANGED_ROWS, PROPOSALS)
"""Tables that are no part of the content, and not of its digest."""

# --- what follows from the content ---------------------------------------------------------------

MANY: Final = ""
"""Stands in the place of one of a pair, where an encounter was of more than two."""

PAIRS: Final = sql.Table(
    "pairs",
    METADATA,
    sql.Column("one", TEXT, primary_key=True),
    sql.Column("other", TEXT, primary_key=True),
    sql.Column("earliest", sql.Integer, primary_key=True, autoincrement=False),
    sql.Column("encounter", TEXT, primary_key=True),
    sqlite_with_rowid=False,
)
"""The two people of each encounter of two, in the order of their ids, and its earliest day.

Of an encounter of more, each of them beside MANY. :mod:`summitry.record.pairs` writes and asks it.
"""

# --- the content ------------------------------------------------------------------------------


def _table(table: AnyTable) -> sql.Table:
    columns = [part for column in table.columns for part in _columns(table, column)]
    # A link is its key: kept by it, a pair stands once, and not in an index besides.
    keyed = isinstance(table, Link)
    return sql.Table(table.name, METADATA, *columns, sqlite_with_rowid=not keyed)


def _columns(table: AnyTable, column: Column) -> Iterator[sql.Column[Any]]:
    references = (
        [sql.ForeignKey(f"{column.refers}.id", deferrable=True, initially="DEFERRED")]
        if column.refers
        else []
    )
    yield sql.Column(
        column.name,
        _TYPES[column.cell.stored],
        *references,
        primary_key=column.name in table.key,
        nullable=not column.required,
    )
    if column.cell.stored is Stored.DATE:
        for end in (EARLIEST, LATEST):
            yield sql.Column(column.name + end, sql.Integer, nullable=not column.required)


SQL_TABLES: Final[Mapping[str, sql.Table]] = {table.name: _table(table) for table in TABLES}
"""The tables of SQL, by name."""

_ASKED_BY: Final = (("participants", "person"), ("visits", "person"), ("citations", "table", "row"))
_INDICES: Final = tuple(
    sql.Index("_".join(("by", name, *columns)), *(SQL_TABLES[name].c[key] for key in columns))
    for name, *columns in _ASKED_BY
)


def indices(table: Table) -> Iterator[sql.Index]:
    """The indices of a table and its links, in their order."""
    names = {of.name for of in table.parts}
    return (index for index in _INDICES if index.table is not None and index.table.name in names)


def create(connection: sql.Connection, *, referring: bool = True) -> None:
    """Make the tables and indices, always in one order: a table keeps its indices in a set.

    ``referring``: the tables say which of their columns refer to others. No database has to see
    to it, for what is written is checked as a whole.
    """
    constraints = None if referring else ()
    for table in METADATA.sorted_tables:
        made = sql.schema.CreateTable(table, include_foreign_key_constraints=constraints)
        connection.execute(made)
    for index in _INDICES:
        connection.execute(sql.schema.CreateIndex(index))


def to_sql(table: AnyTable, row: Row) -> dict[str, object]:
    """A row as SQL holds it, by the name of the column."""
    held: dict[str, object] = {}
    for column, value in zip(table.columns, row, strict=True):
        known = value != column.cell.empty
        as_text = known and column.cell.stored in _AS_TEXT
        held[column.name] = column.cell.write(value) if as_text else value if known else None
        if column.cell.stored is Stored.DATE:
            held[column.name + EARLIEST] = value.outer.first if known else None
            held[column.name + LATEST] = value.outer.last if known else None
    return held


def cells(table: AnyTable) -> list[sql.ColumnElement[Any]]:
    """The columns of SQL that :func:`from_sql` reads, in order."""
    return [SQL_TABLES[table.name].c[column.name] for column in table.columns]


def _reading(column: Column) -> tuple[Callable[[str], Any] | None, Any]:
    """How a value that SQL holds is read, if it isn't as it is; and what stands for NULL."""
    cell = column.cell
    as_it_is = cell.read is str or cell.stored not in _AS_TEXT
    return (None if as_it_is else cell.read), cell.empty


_READING: Final = {table.name: tuple(map(_reading, table.columns)) for table in TABLES}


def from_sql(table: AnyTable, held: Sequence[Any]) -> Row:
    """The row that SQL holds; ValueError or InputError for a value that was never written."""
    return tuple(
        [
            empty if value is None else value if read is None else read(value)
            for value, (read, empty) in zip(held, _READING[table.name], strict=True)
        ]
    )
