"""The log of a record: what was changed, by whom and why; and taking it back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sql

from summitry.model.changes import Act, Change, ChangedRow, ChangeId, Signature
from summitry.model.problems import InputError, Overtaken
from summitry.model.proposals import ProposalState
from summitry.record.editing import change, held
from summitry.record.edits import Decision, Edit
from summitry.record.home import Home
from summitry.record.integrity import where_of
from summitry.record.keeper import UNREAD, keeper_of
from summitry.record.schema import CHANGED_ROWS, CHANGES
from summitry.record.written import BY_NAME, read, shown, written

MOST_ROWS: Final = 20
"""How many rows of a change are told."""


class Log:
    """The log of a record kept in SQL; RecordError where there is none, or it is damaged."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._keeper = keeper_of(home)

    def changes(
        self, *, most: int = 50, before: ChangeId | None = None, rows: int = MOST_ROWS
    ) -> tuple[Change, ...]:
        """So many changes older than the one ``before``, the last first; of each the first rows."""
        asked = sql.select(CHANGES).order_by(CHANGES.c.id.desc()).limit(most)
        if before is not None:
            asked = asked.where(CHANGES.c.id < before)
        with self._reading() as connection:
            found = connection.execute(asked).mappings().all()
            return tuple(_change(connection, entry, rows) for entry in found)

    def change(self, id: ChangeId) -> Change | None:
        """The change with this number."""
        found = self.changes(most=1, before=id + 1)
        return found[0] if found and found[0].id == id else None

    def edits(self, id: ChangeId) -> tuple[Edit, ...]:
        """What a change did: each of its rows before and after."""
        with self._reading() as connection:
            return tuple(
                Edit(table=row["table"], before=before, after=after)
                for row in connection.execute(_rows_of(id)).mappings().all()
                for before, after in (_values(connection, row),)
            )

    def stored(self, table: str, row: str) -> Any:  # noqa: ANN401 - a row of any table
        """A row as it is stored, whatever it is judged to be one with; None if there is none."""
        with self._reading() as connection:
            return held(connection, BY_NAME[table], row)

    def undo(self, id: ChangeId, signed: Signature) -> ChangeId:
        """Take a change back, by a change of its own, whose number this gives.

        InputError if there is none of that number; Overtaken if it was taken back already, or a
        row of it was changed since; RecordError if others rest on what it added.
        """
        with self._reading() as connection:
            where = CHANGES.c.id == id
            entry = connection.execute(sql.select(CHANGES).where(where)).mappings().first()
            if entry is None:
                raise InputError(f'no change "{id}" (expected the number of one in the log)')
            if (undone := _undone_by(connection, id)) is not None:
                raise Overtaken(f"change {id} is undone by change {undone} (expected another)")
            edits = list(_reversed(connection, id))
        return change(
            self._home,
            edits,
            act=Act.UNDO,
            signed=signed,
            undoes=id,
            decision=_reversed_decision(entry),
        )

    @contextmanager
    def _reading(self) -> Iterator[sql.Connection]:
        try:
            with closing(self._keeper.reading()) as connection:
                self._keeper.begin_view(connection)
                yield connection
        except UNREAD as error:
            raise self._keeper.unreadable(error) from None


# --- reading ----------------------------------------------------------------------------------


def _change(connection: sql.Connection, entry: sql.RowMapping, most: int) -> Change:
    of = CHANGED_ROWS.c.change == entry["id"]
    size = connection.execute(sql.select(sql.func.count()).where(of)).scalar_one()
    rows = connection.execute(_rows_of(entry["id"]).limit(most)).mappings().all()
    return Change(
        id=entry["id"],
        act=Act(entry["act"]),
        signed=Signature(
            author=entry["author"],
            made=datetime.fromisoformat(entry["made"]),
            reason=entry["reason"],
        ),
        size=size,
        rows=tuple(
            ChangedRow(
                table=row["table"],
                row=row["row"],
                before=shown(row["before"]),
                after=shown(_after(connection, row)),
            )
            for row in rows
        ),
        undoes=entry["undoes"],
        undone_by=_undone_by(connection, entry["id"]),
        proposal=entry["proposal"] or "",
    )


def _rows_of(id: ChangeId) -> sql.Select[Any]:
    columns = CHANGED_ROWS.c
    asked = sql.select(CHANGED_ROWS).where(columns.change == id)
    return asked.order_by(columns.table, columns["row"])


def _undone_by(connection: sql.Connection, id: ChangeId) -> ChangeId | None:
    found = connection.execute(sql.select(CHANGES.c.id).where(CHANGES.c.undoes == id)).scalar()
    return None if found is None else int(found)


def _after(connection: sql.Connection, row: sql.RowMapping) -> str | None:
    """A row after a change; of what an import added, what was found by the next, or stands."""
    if row["after"] is not None or row["before"] is not None:
        after: str | None = row["after"]
        return after
    columns = CHANGED_ROWS.c
    later = (
        sql.select(columns.before)
        .join_from(CHANGES, CHANGED_ROWS, CHANGES.c.id == columns.change)
        .where(CHANGES.c.id > row["change"])
        .where((columns.table == row["table"]) & (columns["row"] == row["row"]))
        .order_by(CHANGES.c.id)
        .limit(1)
    )
    found = connection.execute(later).first()
    if found is not None:
        return str(found[0])
    table = BY_NAME[row["table"]]
    value = held(connection, table, row["row"])
    return None if value is None else written(table, value)


def _values(connection: sql.Connection, row: sql.RowMapping) -> tuple[Any, Any]:
    """A row before and after a change, as values; None where there was none, or is none."""
    table = BY_NAME[row["table"]]
    before, after = (
        None if text is None else read(table, text)
        for text in (row["before"], _after(connection, row))
    )
    return before, after


# --- taking back ------------------------------------------------------------------------------


def _reversed(connection: sql.Connection, id: ChangeId) -> Iterator[Edit]:
    """What takes a change back: each row as it was before, in place of what it became."""
    for row in connection.execute(_rows_of(id)).mappings().all():
        before, after = _values(connection, row)
        if held(connection, BY_NAME[row["table"]], row["row"]) != after:
            where = where_of(row["table"], row["row"])
            raise Overtaken(
                f"change {id} can't be undone: {where} was changed since"
                " (expected that to be undone first)"
            )
        yield Edit(table=row["table"], before=after, after=before)


def _reversed_decision(entry: sql.RowMapping) -> Decision | None:
    """What takes the decision on a proposal back."""
    if entry["proposal"] is None:
        return None
    return Decision(
        proposal=entry["proposal"],
        was=ProposalState(entry["became"]),
        becomes=ProposalState(entry["was"]),
        event=entry["event"],
    )
