"""Rows of a record that is kept in SQL changed, all of them or none, and written to its log."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import UTC
from typing import Any, Final

import sqlalchemy as sql

from summitry.model.changes import Act, ChangeId, Signature
from summitry.model.problems import Overtaken, RecordError
from summitry.model.proposals import ProposalState
from summitry.record.columns import Row, Table
from summitry.record.content import rows_of, value_digest, values_of
from summitry.record.digest import plus, total
from summitry.record.edits import Decision, Edit
from summitry.record.home import Home
from summitry.record.integrity import where_of
from summitry.record.keeper import Keeper, keeper_of
from summitry.record.laying import refuse_unwritable
from summitry.record.loose import (
    refuse_alone,
    refuse_dangling,
    refuse_misjudged,
    refuse_named,
    refuse_taken,
)
from summitry.record.pairs import pair
from summitry.record.schema import (
    CHANGED_ROWS,
    CHANGES,
    PROPOSALS,
    RECORD,
    SQL_TABLES,
    cells,
    from_sql,
    to_sql,
)
from summitry.record.written import BY_NAME, written


def change(
    home: Home,
    edits: Sequence[Edit],
    *,
    act: Act,
    signed: Signature,
    undoes: ChangeId | None = None,
    decision: Decision | None = None,
) -> ChangeId:
    """Make a change, in one transaction, and give its number in the log.

    Overtaken where a row, or the proposal, is no longer as it was seen; RecordError where what
    comes of it doesn't hold together, or can't be written. The record is then as it was.
    """
    for edit in edits:
        if edit.after is not None:
            refuse_unwritable(BY_NAME[edit.table], [edit.after])
    keeper = keeper_of(home)
    with writing(keeper) as connection, transaction(keeper, connection):
        digest = connection.execute(sql.select(RECORD.c.digest)).scalar_one()
        for edit in edits:
            _refuse_overtaken(connection, edit)
        for edit in edits:
            put(connection, BY_NAME[edit.table], edit.before, edit.after)
            digest = plus(digest, difference(BY_NAME[edit.table], edit.before, edit.after))
        _refuse_loose(connection, edits)
        connection.execute(RECORD.update().values(digest=digest))
        number = sign(connection, act, signed, undoes=undoes, decision=decision)
        log(connection, number, edits)
        if decision is not None:
            _decide(connection, decision, signed)
        return number


# --- the connection ---------------------------------------------------------------------------


@contextmanager
def writing(keeper: Keeper) -> Iterator[sql.Connection]:
    """A connection to a record, to write to it; RecordError for what goes wrong with it."""
    try:
        with closing(keeper.writing()) as connection:
            yield connection
    except sql.exc.DBAPIError as error:
        raise keeper.unwritable(error) from None
    except UnicodeEncodeError as error:
        half = error.object[error.start : error.end]
        raise RecordError(f"can't write {half!r}: half of a character (expected text)") from None


@contextmanager
def transaction(keeper: Keeper, connection: sql.Connection) -> Iterator[None]:
    """Changes that are kept if all goes well, and undone if not; nobody else writes meanwhile."""
    keeper.begin(connection)
    try:
        yield
        connection.exec_driver_sql("COMMIT")
    except BaseException:
        # Where the connection is gone, whoever keeps the record undoes it all the same.
        with suppress(sql.exc.SQLAlchemyError):
            connection.exec_driver_sql("ROLLBACK")
        raise


# --- rows -------------------------------------------------------------------------------------


def held(connection: sql.Connection, table: Table, id: str) -> Any:  # noqa: ANN401 - any table's
    """The record's own value with this id; None if there is none."""
    rows: dict[str, list[Row]] = {}
    for of in table.parts:
        owner = SQL_TABLES[of.name].c[of.columns[0].name]
        found = connection.execute(sql.select(*cells(of)).where(owner == id))
        rows[of.name] = [from_sql(of, row) for row in found]
    return next(iter(values_of(table, rows)), None)


def put(connection: sql.Connection, table: Table, before: Any, after: Any) -> None:  # noqa: ANN401
    """Take a value out, and put another in its place."""
    if before is not None:
        for of in reversed(table.parts):
            owner = SQL_TABLES[of.name].c[of.columns[0].name]
            connection.execute(SQL_TABLES[of.name].delete().where(owner == before.id))
    if after is not None:
        for of in table.parts:
            if rows := [to_sql(of, row) for row in rows_of(of, [after])]:
                connection.execute(SQL_TABLES[of.name].insert(), rows)
    pair(connection, before, after)


def difference(table: Table, before: Any, after: Any) -> int:  # noqa: ANN401
    """What one value in place of another adds to a digest's sum."""
    old, new = (total([] if one is None else [value_digest(table, one)]) for one in (before, after))
    return new - old


def _refuse_overtaken(connection: sql.Connection, edit: Edit) -> None:
    found = held(connection, BY_NAME[edit.table], edit.row)
    if found == edit.before:
        return
    where = where_of(edit.table, edit.row)
    if edit.before is None:
        raise Overtaken(
            f"{where}: the record has a row of this id by now (expected an id of its own)"
        )
    became = "removed" if found is None else "changed"
    raise Overtaken(f"{where} was {became} meanwhile (expected it as it was seen)")


# --- the log ----------------------------------------------------------------------------------


def sign(
    connection: sql.Connection,
    act: Act,
    signed: Signature,
    *,
    undoes: ChangeId | None = None,
    decision: Decision | None = None,
) -> ChangeId:
    """Begin a change in the log; its number."""
    decided: dict[str, object] = {}
    if decision is not None:
        decided = {
            "proposal": decision.proposal,
            "was": decision.was,
            "became": decision.becomes,
            "event": decision.event,
        }
    # Numbers without gaps, in whatever it is kept: nobody else writes, and none is ever removed.
    last = connection.execute(sql.select(sql.func.max(CHANGES.c.id))).scalar()
    number: ChangeId = (last or 0) + 1
    entry = {"id": number, "act": act, **moment_of(signed), "undoes": undoes, **decided}
    connection.execute(CHANGES.insert().values(entry))
    return number


def moment_of(signed: Signature) -> dict[str, object]:
    """A signature as the log's tables hold it: the moment in UTC."""
    made = signed.made.astimezone(UTC).isoformat(timespec="seconds")
    return {"author": signed.author, "made": made, "reason": signed.reason}


def log(connection: sql.Connection, change: ChangeId, edits: Iterable[Edit]) -> None:
    """Write rows to the log, before and after; of a row edited again, what it was at first."""
    for edit in edits:
        key = {"change": change, "table": edit.table, "row": edit.row}
        after = _written(edit.table, edit.after)
        known = sql.and_(*(CHANGED_ROWS.c[name] == value for name, value in key.items()))
        again = connection.execute(CHANGED_ROWS.update().where(known).values(after=after))
        if not again.rowcount:
            row = {**key, "before": _written(edit.table, edit.before), "after": after}
            connection.execute(CHANGED_ROWS.insert(), row)


def _written(table: str, value: Any) -> str | None:  # noqa: ANN401 - a row of any table
    return None if value is None else written(BY_NAME[table], value)


def _decide(connection: sql.Connection, decision: Decision, signed: Signature) -> None:
    columns = PROPOSALS.c
    this = columns.id == decision.proposal
    found = connection.execute(sql.select(columns.state).where(this)).scalar()
    if found != decision.was:
        became = f"is {found} by now" if found else "is not there"
        raise Overtaken(
            f"proposal {decision.proposal!r} {became} (expected one that is {decision.was})"
        )
    by = _NOBODY if decision.becomes is ProposalState.OPEN else moment_of(signed)
    event = decision.event if decision.becomes in _TAKEN else None
    state = {"state": decision.becomes, "became": event, **by}
    connection.execute(PROPOSALS.update().where(this).values(state))


_NOBODY: Final = {"author": None, "made": None, "reason": None}
_TAKEN: Final = frozenset({ProposalState.ACCEPTED, ProposalState.MERGED})


def _refuse_loose(connection: sql.Connection, edits: Sequence[Edit]) -> None:
    """RecordError where the edits leave a row that names another which isn't there."""
    for edit in edits:
        if edit.after is None:
            refuse_named(connection, edit.table, edit.row)
        else:
            refuse_dangling(connection, BY_NAME[edit.table], edit.after)
            refuse_taken(connection, edit.table, edit.row)
    refuse_misjudged(connection)
    refuse_alone(connection)
