"""A record's SQLite file: whether it is one, of which version, and how it is brought up to date."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from itertools import chain, count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, Literal
from urllib.parse import quote

import sqlalchemy as sql
from sqlalchemy.pool import NullPool

from summitry.model.problems import RecordError
from summitry.record.pairs import pair_all
from summitry.record.schema import BESIDES, FILE_VERSION, NEEDS, NEEDS_VERSION, PAIRS, RECORD

APPLICATION_ID: Final = 0x53554D4D
"""Marks a SQLite file as a record: "SUMM"."""

SECONDS_TO_WAIT: Final = 30.0
"""How long whoever writes waits for another to finish."""

_MAGIC: Final = b"SQLite format 3\x00"
_HEADER_LENGTH: Final = 100
_USER_VERSION: Final = slice(60, 64)
_APPLICATION_ID: Final = slice(68, 72)

Mode = Literal["ro", "rw"]


def url_of(path: Path, *, mode: Mode) -> sql.URL:
    """The address of a record's file, to be read only or written to; RecordError if it is none.

    A file of an older version is brought up to date first, and kept as it was beside itself.
    """
    _up_to_date(path)
    if mode == "ro":
        _undo_cut_short(path)
    return _address(path, mode)


def engine_of(path: Path, *, mode: Mode, **options: Any) -> sql.Engine:  # noqa: ANN401 - its own
    """What opens connections to a record's file; RecordError if it is none."""
    waiting = {"timeout": SECONDS_TO_WAIT}
    return sql.create_engine(url_of(path, mode=mode), connect_args=waiting, **options)


def is_record(path: Path) -> bool:
    """Whether the file is marked as a record; OSError if it can't be read."""
    return _is_marked(_header(path))


def mark(connection: sql.Connection) -> None:
    """Mark a database as a record of this version."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {FILE_VERSION}")
    connection.execute(NEEDS.insert(), {"version": NEEDS_VERSION})


def _address(path: Path, mode: Mode) -> sql.URL:
    file = f"file:{quote(str(path.resolve()))}"
    return sql.URL.create("sqlite", database=file, query={"mode": mode, "uri": "true"})


def _undo_cut_short(path: Path) -> None:
    """Have SQLite undo a write that was cut short: whoever only reads can't do so, nor read."""
    if not path.with_name(f"{path.name}-journal").exists():
        return
    engine = sql.create_engine(_address(path, "rw"), poolclass=NullPool)
    # Where the file can't be written to, reading it says what is wrong.
    with suppress(sql.exc.DBAPIError), engine.connect() as connection:
        connection.execute(sql.select(RECORD.c.digest))
    engine.dispose()


# --- what kind of file it is ------------------------------------------------------------------


def _header(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEADER_LENGTH)


def _is_marked(header: bytes) -> bool:
    return (
        header.startswith(_MAGIC)
        and int.from_bytes(header[_APPLICATION_ID], "big") == APPLICATION_ID
    )


def _up_to_date(path: Path) -> None:
    """Bring a record up to date; RecordError unless the path leads to one that can be."""
    try:
        header = _header(path)
    except OSError as error:
        raise RecordError(f"can't open {str(path)!r}: {error.strerror}") from None
    if not header.startswith(_MAGIC):
        raise RecordError(f"{str(path)!r} is not a SQLite file: expected a record")
    if not _is_marked(header):
        raise RecordError(f"{str(path)!r} is a SQLite file, but no record: expected a record")
    version = int.from_bytes(header[_USER_VERSION], "big")
    if version > FILE_VERSION:
        raise RecordError(
            f"{str(path)!r} has schema {version}, newer than this summitry knows:"
            f" expected {FILE_VERSION}; {_advice(path)}"
        )
    if version < FILE_VERSION:
        _migrate(path, version)


def _advice(path: Path) -> str:
    """Which summitry reads a newer file: the file says so."""
    engine = sql.create_engine(_address(path, "ro"), poolclass=NullPool)
    needed = None
    with suppress(sql.exc.DBAPIError), engine.connect() as connection:
        needed = connection.execute(sql.select(NEEDS.c.version)).scalar()
    engine.dispose()
    return f"install summitry {needed} or later" if needed else "update summitry"


# --- migration --------------------------------------------------------------------------------


def _add_what_is_besides(connection: sql.Connection) -> None:
    """The log of changes, and proposals."""
    for table in BESIDES:
        connection.execute(sql.schema.CreateTable(table))
    connection.execute(NEEDS.insert(), {"version": NEEDS_VERSION})


def _add_pairs(connection: sql.Connection) -> None:
    """Who met whom."""
    connection.execute(sql.schema.CreateTable(PAIRS))
    pair_all(connection)


_STEPS: Final[Mapping[int, Callable[[sql.Connection], None]]] = {
    2: _add_what_is_besides,
    3: _add_pairs,
}
"""What makes a file of a version one of the next."""


def _migrate(path: Path, version: int) -> None:
    """Bring a file of an older version up to date, in one transaction, after a copy of it."""
    if version not in _STEPS:
        raise RecordError(
            f"{str(path)!r} has schema {version}, older than this summitry reads:"
            f" expected {FILE_VERSION}; build it again from its package"
        )
    engine = sql.create_engine(
        _address(path, "rw"), poolclass=NullPool, connect_args={"timeout": SECONDS_TO_WAIT}
    )
    try:
        with closing(engine.connect()) as opened:
            connection = opened.execution_options(isolation_level="AUTOCOMMIT")
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            # Another may have done it while this one waited.
            found: int = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
            if found < FILE_VERSION:
                _keep_beside(path, found)
                for step in range(found, FILE_VERSION):
                    _STEPS[step](connection)
                connection.exec_driver_sql(f"PRAGMA user_version = {FILE_VERSION}")
            connection.exec_driver_sql("COMMIT")
    except (sql.exc.DBAPIError, OSError) as error:
        reason = getattr(error, "orig", None) or getattr(error, "strerror", None)
        raise RecordError(
            f"{str(path)!r} has schema {version} and can't be brought to {FILE_VERSION}: {reason}"
        ) from None
    finally:
        engine.dispose()


def _keep_beside(path: Path, version: int) -> None:
    """Copy a file that nobody writes to meanwhile, whole or not at all."""
    names = chain(("",), (f"-{number}" for number in count(2)))
    places = (path.with_name(f"{path.name}.schema-{version}{name}") for name in names)
    place = next(place for place in places if not place.exists())
    with TemporaryDirectory(prefix=".laying-", dir=path.parent) as folder:
        laying = Path(folder) / "record"
        laying.write_bytes(path.read_bytes())
        laying.replace(place)
