"""Versions of a record's tables: which of them are read, and what makes one the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import sqlalchemy as sql

from summitry.model.problems import RecordError
from summitry.record.pairs import pair_all
from summitry.record.schema import BESIDES, FILE_VERSION, NEEDS, NEEDS_VERSION, PAIRS


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
"""What makes a record of a version one of the next."""


def is_older(record: str, version: int, needed: Callable[[], str | None]) -> bool:
    """Whether a record of the version has to be brought up to date.

    RecordError for one that is newer, and says by itself what summitry it needs, or that is too
    old. ``record`` is how its address is told.
    """
    if version > FILE_VERSION:
        first = needed()
        advice = f"install summitry {first} or later" if first else "update summitry"
        raise RecordError(
            f"{record} has schema {version}, newer than this summitry knows:"
            f" expected {FILE_VERSION}; {advice}"
        )
    if version < FILE_VERSION and version not in _STEPS:
        raise RecordError(
            f"{record} has schema {version}, older than this summitry reads:"
            f" expected {FILE_VERSION}; build it again from its package"
        )
    return version < FILE_VERSION


def refuse_moved(record: str, version: int) -> None:
    """RecordError where somebody has brought a record to a later version since it was opened."""
    if version != FILE_VERSION:
        raise RecordError(
            f"{record} was brought to schema {version} meanwhile: expected {FILE_VERSION};"
            " update summitry"
        )


def migrate(connection: sql.Connection, version: int) -> None:
    """Bring the tables of a record up to date, within a transaction."""
    for step in range(version, FILE_VERSION):
        _STEPS[step](connection)
