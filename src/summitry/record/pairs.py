"""Who met whom, kept beside the encounters so that those of two are found at once.

Who took part tells as much, but of two who met often with others and seldom with each other every
encounter of one of them would have to be looked at. The table follows from the rows of encounters
and participants alone, and is written wherever they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, Final

import sqlalchemy as sql

from summitry.model.days import Days
from summitry.model.events import Encounter
from summitry.record.schema import EARLIEST, LATEST, MANY, PAIRS, SQL_TABLES, cells
from summitry.record.tables import VALUES

_ENCOUNTERS: Final = next(table for table in VALUES if table.name == "encounters")


# --- writing ----------------------------------------------------------------------------------


def pair_all(connection: sql.Connection, ids: sql.Select[tuple[str]] | None = None) -> None:
    """Write the pairs of encounters that have none yet: of all, or of those with these ids."""
    encounters, part = SQL_TABLES["encounters"].c, SQL_TABLES["participants"].c
    earliest = encounters["when" + EARLIEST]
    one, other = sql.func.min(part.person), sql.func.max(part.person)
    number = sql.func.count()
    some = sql.true() if ids is None else part.encounter.in_(ids)
    joined = sql.join(
        SQL_TABLES["encounters"], SQL_TABLES["participants"], encounters.id == part.encounter
    )
    of_two = (
        sql.select(one, other, earliest, encounters.id)
        .select_from(joined)
        .where(some)
        .group_by(encounters.id, earliest)
        .having(number == 2)
    )
    of_more = sql.select(part.encounter).where(some).group_by(part.encounter).having(number > 2)
    of_many = (
        sql.select(sql.literal(MANY), part.person, earliest, encounters.id)
        .select_from(joined)
        .where(encounters.id.in_(of_more))
    )
    for rows in (of_two.order_by(one, other, earliest), of_many.order_by(part.person, earliest)):
        connection.execute(PAIRS.insert().from_select(list(PAIRS.c), rows))


def pair(connection: sql.Connection, before: object, after: object) -> None:
    """Write the pairs of one value in the place of those of another, which is no encounter's."""
    if isinstance(before, Encounter):
        key = sql.and_(*(column == sql.bindparam(f"of_{column.name}") for column in PAIRS.c))
        rows = [{f"of_{name}": value for name, value in row.items()} for row in paired(before)]
        connection.execute(PAIRS.delete().where(key), rows)
    if isinstance(after, Encounter):
        connection.execute(PAIRS.insert(), list(paired(after)))


def paired(encounter: Encounter) -> Iterator[dict[str, object]]:
    """The rows that tell of an encounter who met whom."""
    people = sorted(encounter.people)
    pairs = [tuple(people)] if len(people) == 2 else [(MANY, person) for person in people]
    for one, other in pairs:
        yield {
            "one": one,
            "other": other,
            "earliest": encounter.when.outer.first,
            "encounter": encounter.id,
        }


# --- asking -----------------------------------------------------------------------------------


def of_pairs(
    pairs: Iterable[tuple[str, str]], days: Days, most: int | None = None
) -> tuple[sql.Executable, dict[str, object]]:
    """What to ask for the encounters of each pair within the span of the days, and its values.

    ``most``: so many of each pair at most, the earliest ones. A row has the cells of an encounter,
    one of its topics, and the pair, MANY being one of them where there were more people.
    """
    ordered = [sorted(pair) for pair in pairs]
    values: dict[str, object] = {"first": days.first, "last": days.last}
    if most is not None:
        values["most"] = most
    for number, (one, other) in enumerate(ordered):
        values[f"of_{number}"], values[f"and_{number}"] = one, other
    return _asking(len(ordered), limited=most is not None), values


@lru_cache(maxsize=64)
def _asking(number: int, *, limited: bool) -> sql.CompoundSelect[Any]:
    parts = (part for n in range(number) for part in _of_pair(n, limited=limited))
    return sql.union_all(*parts)


def _of_pair(number: int, *, limited: bool) -> Iterator[sql.Select[Any]]:
    """The encounters of the two alone, and those of more people."""
    one = sql.bindparam(f"of_{number}", type_=sql.Text)
    other = sql.bindparam(f"and_{number}", type_=sql.Text)
    two, also = PAIRS.alias("two"), PAIRS.alias("also")
    too = sql.exists().where(
        also.c.one == MANY,
        also.c.other == other,
        also.c.earliest == two.c.earliest,
        also.c.encounter == two.c.encounter,
    )
    for of_them in (
        (two.c.one == one, two.c.other == other),
        (two.c.one == MANY, two.c.other == one, too),
    ):
        yield _encounters(two, of_them, limited=limited)


def _encounters(
    two: sql.FromClause, of_them: Sequence[sql.ColumnElement[bool]], *, limited: bool
) -> sql.Select[Any]:
    encounters, topics = SQL_TABLES["encounters"], SQL_TABLES["discussions"]
    found = (
        sql.select(*cells(_ENCOUNTERS), two.c.one, two.c.other)
        .join_from(two, encounters, encounters.c.id == two.c.encounter)
        .where(
            *of_them,
            two.c.earliest <= sql.bindparam("last"),
            encounters.c["when" + LATEST] >= sql.bindparam("first"),
        )
    )
    if limited:
        found = found.order_by(two.c.earliest, two.c.encounter).limit(sql.bindparam("most"))
    each = found.subquery()
    return sql.select(*each.c, topics.c.topic).outerjoin_from(
        each, topics, topics.c.encounter == each.c.id
    )
