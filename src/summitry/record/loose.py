"""What would not hold together once rows of a record are changed."""

from __future__ import annotations

from typing import Any, Final

import sqlalchemy as sql

from summitry.model.judgements import Judgement
from summitry.model.problems import Problem
from summitry.record.columns import Table
from summitry.record.identities import Identities
from summitry.record.integrity import refuse, where_of
from summitry.record.schema import MOST_NAMED, SQL_TABLES
from summitry.record.tables import VALUES

_EVENTS: Final = {"encounters": "visits", "visits": "encounters"}
"""Tables that share their ids."""


def refuse_dangling(connection: sql.Connection, table: Table, value: Any) -> None:  # noqa: ANN401
    """RecordError if a row names one that isn't there."""
    named = [n for c in table.columns for n in c.references(getattr(value, c.field))]
    for link in table.links:
        named += [(link.columns[1].refers, member) for member in getattr(value, link.attribute)]
    if table.name == "citations":
        named.append((value.table, value.row))
    for parent, id in named:
        if not _has(connection, parent, id):
            message, hint = f"{id!r} is not in {parent}", f"expected an id of {parent}"
            where = where_of(table.name, value.id)
            refuse((Problem("unknown-reference", where, message, hint),))


def refuse_taken(connection: sql.Connection, table: str, row: str) -> None:
    """An id is that of one event: an encounter or a visit."""
    other = _EVENTS.get(table)
    if other is not None and _has(connection, other, row):
        message, hint = f"it is one of the {other} too", "expected an id of its own"
        refuse((Problem("repeated-row", where_of(table, row), message, hint),))


def refuse_named(connection: sql.Connection, table: str, row: str) -> None:
    """RecordError if a row that is gone is named by another still."""
    for of in VALUES:
        if other := _naming(connection, of, table, row):
            message = f"it is named by {where_of(of.name, other)} still"
            hint = "expected nothing that rests on it"
            refuse((Problem("row-in-use", where_of(table, row), message, hint),))


def _naming(connection: sql.Connection, by: Table, table: str, row: str) -> str | None:
    """The id of a row of one table that names a row of another."""
    for of in by.parts:
        columns = SQL_TABLES[of.name].c
        first = columns[of.columns[0].name]
        naming = [
            columns[c.name] == row for c in of.columns if c.refers == table and c.name != first.name
        ]
        if of.name == "citations":
            naming.append((columns.table == table) & (columns["row"] == row))
        if naming:
            asked = sql.select(first).where(sql.or_(*naming)).order_by(first).limit(1)
            found = connection.execute(asked).scalar()
            if found is not None:
                return str(found)
    for column in by.columns:
        if column.cell.mentions is not None:
            held = SQL_TABLES[by.name].c
            asked = sql.select(held.id, held[column.name]).order_by(held.id)
            for id, text in connection.execute(asked):
                if text and (table, row) in column.references(column.cell.read(text)):
                    return str(id)
    return None


def _has(connection: sql.Connection, table: str, id: str) -> bool:
    column = SQL_TABLES[table].c.id
    return connection.execute(sql.select(column).where(column == id)).first() is not None


def refuse_misjudged(connection: sql.Connection) -> None:
    """RecordError if a judgement is on rows that there aren't."""
    judged = SQL_TABLES["judgements"].c
    for name in sorted(connection.execute(sql.select(judged.table).distinct()).scalars()):
        for column in (judged.row, judged.other):
            known = sql.exists().where(SQL_TABLES[name].c.id == column)
            lost = sql.select(judged.id, column).where(judged.table == name, ~known)
            for id, wanted in connection.execute(lost.order_by(judged.id)):
                message, hint = f"{wanted!r} is not in {name}", f"expected an id of {name}"
                refuse((Problem("unknown-reference", where_of("judgements", id), message, hint),))


def refuse_alone(connection: sql.Connection) -> None:
    """RecordError if the judgements make all who took part in an encounter one person."""
    judgements = SQL_TABLES["judgements"]
    chosen = sql.select(judgements.c.row, judgements.c.other, judgements.c.same)
    identities = Identities(
        Judgement(id="", table="people", row=row, other=other, same=same, author="", reason="")
        for row, other, same in connection.execute(chosen.where(judgements.c.table == "people"))
    )
    part = SQL_TABLES["participants"].c
    judged = list(identities.judged("people"))
    shown: dict[str, set[str]] = {}
    for at in range(0, len(judged), MOST_NAMED):
        some = judged[at : at + MOST_NAMED]
        theirs = sql.select(part.encounter).where(part.person.in_(some))
        for encounter, person in connection.execute(
            sql.select(part.encounter, part.person).where(part.encounter.in_(theirs))
        ):
            shown.setdefault(encounter, set()).add(identities.shown("people", person))
    for encounter, people in sorted(shown.items()):
        if len(people) < 2:
            message = f"the judgements make all who took part {min(people)!r}"
            hint = "expected two people or more"
            refuse((Problem("too-few-rows", where_of("encounters", encounter), message, hint),))
