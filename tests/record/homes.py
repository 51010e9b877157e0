"""Where tests keep a record in SQL, and all that is kept there, to be compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import pytest
import sqlalchemy as sql

from summitry.record.home import Database, Home
from summitry.record.keeper import keeper_of
from summitry.record.schema import METADATA
from tests.postgresql import Server

HOMES: Final = ("sqlite", "postgresql")

NewHome = Callable[[], AbstractContextManager[Home]]

Held = dict[str, list[tuple[Any, ...]]] | None


def new_home_of(kind: str, request: pytest.FixtureRequest) -> NewHome:
    """What makes places of one kind for a record, in which nothing is kept."""
    if kind == "sqlite":
        return _new_file
    server: Server = request.getfixturevalue("postgresql")
    return lambda: nullcontext(server.schema())


@contextmanager
def _new_file() -> Iterator[Home]:
    with TemporaryDirectory() as name:
        yield Path(name) / "a record?#%20.sqlite"


def address(home: Home) -> str:
    """What another process finds it by."""
    return home.address if isinstance(home, Database) else str(home)


def held(home: Home) -> Held:
    """All that is kept there, the log and proposals too, in some order; None for no record."""
    keeper = keeper_of(home)
    if not keeper.is_there():
        return None
    with closing(keeper.reading()) as connection:
        return {
            table.name: sorted(map(tuple, connection.execute(sql.select(table))), key=repr)
            for table in METADATA.sorted_tables
        }
