"""Tables filled with a content, where there is nothing yet."""

from __future__ import annotations

import sqlalchemy as sql

from summitry.record.content import DESCRIPTION, Content
from summitry.record.pairs import pair_all
from summitry.record.schema import NEEDS, NEEDS_VERSION, RECORD, SQL_TABLES, create, to_sql
from summitry.record.tables import TABLES


def make(connection: sql.Connection, content: Content, *, referring: bool = True) -> None:
    """Make the tables, and fill them; ``referring`` as :func:`create` has it."""
    create(connection, referring=referring)
    connection.execute(NEEDS.insert(), {"version": NEEDS_VERSION})
    fill(connection, content)


def fill(connection: sql.Connection, content: Content) -> None:
    """Put a content, and what follows from it, into tables that are empty."""
    described = {name: getattr(content, name) for name in DESCRIPTION}
    connection.execute(RECORD.insert(), described | {"digest": content.digest()})
    for table in TABLES:
        if rows := [to_sql(table, row) for row in content.rows(table)]:
            connection.execute(SQL_TABLES[table.name].insert(), rows)
    pair_all(connection)
