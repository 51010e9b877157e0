"""Rows on their way into a record: gathered beside it, then put in all at once.

They wait in tables of the connection's own, which are dropped with it: the record is touched, and
locked, only when the last of them has come. They go in
by order of id, so that a million rows are appended rather than scattered.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import sqlalchemy as sql

from summitry.model.changes import ChangeId
from summitry.model.events import Encounter
from summitry.record.columns import Link, Table
from summitry.record.content import Content, values_of
from summitry.record.digest import total
from summitry.record.keeper import Keeper
from summitry.record.laying import Layer
from summitry.record.pairs import pair_all
from summitry.record.schema import CHANGED_ROWS, PAIRS, SQL_TABLES, TEXT, from_sql, indices
from summitry.record.tables import VALUES

_MOST_UNSETTLED: Final = 1000
"""Rows that go into a table without a word to who keeps it."""

_TEMPORARY: Final = sql.MetaData()


def _temporary(name: str, *columns: sql.Column[Any]) -> sql.Table:
    number = sql.Column("n", sql.Integer, primary_key=True)
    return sql.Table(name, _TEMPORARY, number, *columns, prefixes=["TEMPORARY"])


_STAGED: Final[Mapping[str, sql.Table]] = {
    table.name: _temporary(
        f"staged_{table.name}",
        *(sql.Column(column.name, column.type) for column in SQL_TABLES[table.name].columns),
        *(sql.Column(link.name, TEXT) for link in table.links),
        sql.Column("digest", sql.LargeBinary),
    )
    for table in VALUES
}
"""Where rows wait, numbered as they come. What a link holds of one is a JSON array."""

_FRESH: Final[Mapping[str, sql.Table]] = {
    table.name: _temporary(f"fresh_{table.name}", sql.Column("staged", sql.Integer))
    for table in VALUES
}
"""The numbers of the rows that go in, in the order of their ids."""


class Stage:
    """The rows that wait; ``counts`` has the number of values by table."""

    def __init__(self, keeper: Keeper, connection: sql.Connection) -> None:
        self._keeper = keeper
        self._connection = connection
        self._layers = {table.name: Layer(table) for table in VALUES}
        self._digests = {table.name: 0 for table in VALUES}
        self.counts = {table.name: 0 for table in VALUES}
        keeper.prepare(connection)
        _TEMPORARY.create_all(connection, checkfirst=False)

    # --- coming -------------------------------------------------------------------------------

    def put(self, content: Content) -> None:
        """Take rows in; RecordError for one that a file would not give back as it is."""
        for table in VALUES:
            values = getattr(content, table.name)
            if values:
                self._put(table, values)

    def _put(self, table: Table, values: Sequence[Any]) -> None:
        laid = self._layers[table.name].lay(values)
        self.counts[table.name] += len(values)
        self._digests[table.name] += total(laid.digests)
        staged = _STAGED[table.name]
        names = [column.name for column in staged.columns][1:]
        columns = [names[place] for place in laid.filled]
        self._keeper.pour(self._connection, staged, columns, laid.rows)

    # --- going in -----------------------------------------------------------------------------

    def enter(self, table: Table) -> tuple[int, int]:
        """Put in the rows whose ids the record lacks, of several with one id the first.

        Gives how many they are, and the sum of their digests.
        """
        into, staged, fresh = _three(table)
        self._keeper.settle(self._connection, [staged])
        first = (
            sql.select(sql.func.min(staged.c.n))
            .where(~sql.exists().where(into.c.id == staged.c.id))
            .group_by(staged.c.id)
        )
        self._connection.execute(fresh.insert().from_select(["staged"], first))
        self._keeper.settle(self._connection, [fresh])
        chosen = fresh.join(staged, _chosen(table))
        dropped = self._unindex(table)
        self._copy(into, [staged.c[column.name] for column in into.columns], chosen)
        for link in table.links:
            each = self._members(staged, link)
            members = chosen.join(each, sql.true())
            self._copy(SQL_TABLES[link.name], [staged.c.id, each.c.value], members)
        if table.holds is Encounter:
            pair_all(self._connection, sql.select(staged.c.id).select_from(chosen))
        for index in dropped:
            self._connection.execute(sql.schema.CreateIndex(index))
        added = self._count(fresh)
        if added > _MOST_UNSETTLED:
            followed = [PAIRS] if table.holds is Encounter else []
            entered = [SQL_TABLES[part.name] for part in table.parts]
            self._keeper.settle(self._connection, [*entered, *followed])
        if added == self.counts[table.name]:
            return added, self._digests[table.name]
        stay = sql.select(staged.c.digest).select_from(_staying(table))
        others = self._connection.execute(stay.where(fresh.c.n.is_(None)))
        return added, self._digests[table.name] - total(digest for (digest,) in others)

    def log(self, table: Table, change: ChangeId) -> None:
        """Write to the log which rows went in: their ids alone, for there may be millions.

        Of one that was changed again since, that is all that the log has.
        """
        _, staged, fresh = _three(table)
        ids = sql.select(staged.c.id).join_from(fresh, staged, _chosen(table))
        of, columns = (change, table.name), CHANGED_ROWS.c
        changed = (columns.change == of[0]) & (columns.table == of[1]) & columns["row"].in_(ids)
        self._connection.execute(CHANGED_ROWS.delete().where(changed))
        went_in = sql.select(*map(sql.literal, of), ids.selected_columns.id).select_from(
            fresh.join(staged, _chosen(table))
        )
        into = CHANGED_ROWS.insert().from_select(["change", "table", "row"], went_in)
        self._connection.execute(into)

    def clashing(self, table: Table) -> Iterator[Any]:
        """The values that did not go in, save those that the record holds to the letter.

        In the order in which they came.
        """
        held, staged, fresh = _three(table)
        differs = [staged.c[column.name].is_distinct_from(column) for column in held.columns]
        for link in table.links:
            differs += self._members_differ(staged, link)
        both = _staying(table).join(held, held.c.id == staged.c.id)
        asked = sql.select(staged).select_from(both).where(fresh.c.n.is_(None), sql.or_(*differs))
        found = self._connection.execute(asked.order_by(staged.c.n))
        for row in found.mappings().all():
            yield _value(table, row)

    def taken(self, table: Table, by: str) -> str | None:
        """The id of a row that is a row's of another table in the record too, if any is."""
        staged = _STAGED[table.name]
        others = sql.select(SQL_TABLES[by].c.id)
        taken = sql.select(staged.c.id).where(staged.c.id.in_(others))
        return self._first(taken.order_by(staged.c.n))

    def dangling(self, table: Table) -> Iterator[tuple[str, str]]:
        """The ids of rows that name another which the record lacks, and the table of that."""
        staged = _STAGED[table.name]
        for column in table.columns:
            if column.refers:
                lost = _lost(staged.c[column.name], column.refers)
                if id := self._first(sql.select(staged.c.id).where(lost).order_by(staged.c.n)):
                    yield id, column.refers
        for link in table.links:
            refers, each = link.columns[1].refers, self._members(staged, link)
            asked = sql.select(staged.c.id).select_from(staged.join(each, sql.true()))
            lost = _lost(each.c.value, refers)
            if id := self._first(asked.where(lost).order_by(staged.c.n)):
                yield id, refers

    def _members(self, staged: sql.Table, link: Link) -> sql.TableValuedAlias:
        """Each member that a link holds of a row that waits."""
        return self._keeper.each(staged.c[link.name], f"each_{link.name}")

    def _members_differ(self, staged: sql.Table, link: Link) -> Iterator[sql.ColumnElement[bool]]:
        """That the record's value has members which the one that waits has not, or the reverse."""
        each, held = self._members(staged, link), SQL_TABLES[link.name].c
        owner, member = (held[column.name] for column in link.columns)
        theirs = sql.select(member).where(owner == staged.c.id).correlate(staged)
        mine = sql.select(each.c.value).correlate(staged)
        yield mine.where(each.c.value.not_in(theirs)).exists()
        yield theirs.where(member.not_in(mine)).exists()

    def _copy(
        self, into: sql.Table, columns: Sequence[sql.ColumnElement[Any]], chosen: sql.FromClause
    ) -> None:
        """Put rows in, in the order in which they are chosen."""
        names = [column.name for column in into.columns]
        rows = sql.select(*columns).select_from(chosen)
        self._connection.execute(into.insert().from_select(names, rows))

    def _unindex(self, table: Table) -> list[sql.Index]:
        """Drop the indices that are made sooner anew than kept up with so many rows."""
        if not self._keeper.rebuilds_indices:
            return []
        many = self.counts[table.name] > self._count(SQL_TABLES[table.name])
        dropped = list(indices(table)) if many else []
        for index in dropped:
            self._connection.execute(sql.schema.DropIndex(index))
        return dropped

    def _count(self, table: sql.Table) -> int:
        counted = sql.select(sql.func.count()).select_from(table)
        return self._connection.execute(counted).scalar_one()

    def _first(self, asked: sql.Select[Any]) -> str | None:
        found = self._connection.execute(asked.limit(1)).first()
        return None if found is None else str(found[0])


def _three(table: Table) -> tuple[sql.Table, sql.Table, sql.Table]:
    """Where a table's rows go, where they wait, and which of them go."""
    return SQL_TABLES[table.name], _STAGED[table.name], _FRESH[table.name]


def _chosen(table: Table) -> sql.ColumnElement[bool]:
    """That a row which waits is one that goes in."""
    return _STAGED[table.name].c.n == _FRESH[table.name].c.staged


def _staying(table: Table) -> sql.FromClause:
    """The rows that wait, with nothing beside those which do not go in."""
    return _STAGED[table.name].outerjoin(_FRESH[table.name], _chosen(table))


def _lost(column: sql.ColumnElement[Any], table: str) -> sql.ColumnElement[bool]:
    """That a column names a row which the record lacks."""
    return column.is_not(None) & ~sql.exists().where(SQL_TABLES[table].c.id == column)


def _value(table: Table, held: sql.RowMapping) -> Any:  # noqa: ANN401 - a row of any table
    """The value of a row that waits."""
    row = from_sql(table, [held[column.name] for column in table.columns])
    rows = {table.name: [row]}
    for link in table.links:
        rows[link.name] = [(held["id"], member) for member in json.loads(held[link.name] or "[]")]
    return values_of(table, rows)[0]
