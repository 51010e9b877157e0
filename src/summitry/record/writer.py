"""Rows put into a record's SQLite file, all of them or none."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import sqlalchemy as sql
from sqlalchemy.pool import NullPool

from summitry.model.judgements import Judgement
from summitry.model.problems import Problem, RecordError
from summitry.record.columns import AnyTable, Row, Table
from summitry.record.content import Content, rows_of, values_of
from summitry.record.digest import minus, plus
from summitry.record.identities import Identities
from summitry.record.integrity import refuse, unwritable, where_of
from summitry.record.schema import RECORD, SQL_TABLES, cells, from_sql, to_sql
from summitry.record.sheets import row_digest
from summitry.record.sqlite import build, url_of
from summitry.record.tables import VALUES

_EXAMPLES: Final = 100
"""How many of the rows that were left as they are get named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """What a merge did: rows added, by table, and rows that the record had otherwise.

    ``kept`` counts the latter by table, and ``problems`` names the first hundred of them. With
    ``replacing``, they were changed.
    """

    added: Mapping[str, int]
    kept: Mapping[str, int]
    problems: tuple[Problem, ...] = ()


def merge(
    path: Path, batches: Iterable[Content], *, new: Content, replacing: bool = False
) -> Merge:
    """Put the rows of the batches into the record at ``path``, in one transaction.

    Where there is no record yet, one is made that starts as ``new``. A row whose id the record has
    stays as it is, unless ``replacing``. A merge that is cut short leaves the record as it was.
    RecordError where the rows don't hold together with the record's, or it can't be written.
    """
    try:
        if path.exists():
            return _merge(path, batches, replacing=replacing)
        path.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".laying-", dir=path.parent) as folder:
            laying = Path(folder) / "record"
            build(new, laying)
            merged = _merge(laying, batches, replacing=replacing)
            laying.replace(path)
            return merged
    except OSError as error:
        raise RecordError(f"can't write {str(path)!r}: {error.strerror}") from None


def _merge(path: Path, batches: Iterable[Content], *, replacing: bool) -> Merge:
    with _transaction(path) as connection:
        merging = _Merging(connection, replacing=replacing)
        for batch in batches:
            merging.put(batch)
        merging.finish()
    return merging.done()


@contextmanager
def _transaction(path: Path) -> Iterator[sql.Connection]:
    """A connection whose changes are kept if all goes well, and undone if not."""
    engine = sql.create_engine(url_of(path, mode="rw"), poolclass=NullPool)
    try:
        with closing(engine.connect()) as made:
            connection = made.execution_options(isolation_level="AUTOCOMMIT")
            connection.exec_driver_sql("PRAGMA foreign_keys = ON")
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                yield connection
                try:
                    connection.exec_driver_sql("COMMIT")
                except sql.exc.IntegrityError:
                    _refuse_dangling(connection)
                    raise
            except BaseException:
                connection.exec_driver_sql("ROLLBACK")
                raise
    except sql.exc.DBAPIError as error:
        raise RecordError(f"can't write {str(path)!r}: {error.orig}") from None
    finally:
        engine.dispose()


@dataclass(slots=True)
class _Merging:
    """A merge under way."""

    connection: sql.Connection
    replacing: bool
    added: Counter[str] = field(default_factory=Counter)
    kept: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)
    digest: str = ""

    def __post_init__(self) -> None:
        self.digest = self.connection.execute(sql.select(RECORD.c.digest)).scalar_one()

    def put(self, batch: Content) -> None:
        """Add the rows that the record lacks, table by table."""
        for table in VALUES:
            values = getattr(batch, table.name)
            if not values:
                continue
            _refuse_unwritable(table, values)
            self._refuse_taken(table, values)
            there = self._there(table, [value.id for value in values])
            self._keep(table, [value for value in values if value.id in there], there)
            fresh: dict[str, Any] = {}
            for value in values:
                if value.id not in there:
                    fresh.setdefault(value.id, value)
            self._add(table, list(fresh.values()))

    def finish(self) -> None:
        """Refuse judgements that can't be; note the record's new digest."""
        _refuse_misjudged(self.connection)
        _refuse_alone(self.connection)
        self.connection.execute(RECORD.update().values(digest=self.digest))

    def done(self) -> Merge:
        """What was done."""
        return Merge(added=dict(self.added), kept=dict(self.kept), problems=tuple(self.problems))

    def _add(self, table: Table, values: Sequence[Any]) -> None:
        if not values:
            return
        self.added[table.name] += len(values)
        for of in table.parts:
            rows = list(rows_of(of, values))
            self.digest = plus(self.digest, (row_digest(of, row) for row in rows))
            if rows:
                self.connection.execute(
                    SQL_TABLES[of.name].insert(), [to_sql(of, row) for row in rows]
                )

    def _keep(self, table: Table, values: Sequence[Any], there: Mapping[str, Any]) -> None:
        changed = [value for value in values if value != there[value.id]]
        if not changed:
            return
        self.kept[table.name] += len(changed)
        for value in changed[: _EXAMPLES - len(self.problems)]:
            self.problems.append(_kept(table, there[value.id], value))
        if self.replacing:
            self._remove(table, [there[value.id] for value in changed])
            self._add(table, changed)
            self.added[table.name] -= len(changed)

    def _remove(self, table: Table, values: Sequence[Any]) -> None:
        ids = json.dumps([value.id for value in values])
        for of in reversed(table.parts):
            self.digest = minus(self.digest, (row_digest(of, row) for row in rows_of(of, values)))
            owner = SQL_TABLES[of.name].c[of.columns[0].name]
            self.connection.execute(SQL_TABLES[of.name].delete().where(owner.in_(_each(ids))))

    def _there(self, table: Table, ids: Sequence[str]) -> dict[str, Any]:
        """The record's own values with these ids."""
        asked = json.dumps(ids)
        rows: dict[str, list[Row]] = {}
        for of in table.parts:
            owner = SQL_TABLES[of.name].c[of.columns[0].name]
            chosen = sql.select(*cells(of)).where(owner.in_(_each(asked)))
            rows[of.name] = [from_sql(of, held) for held in self.connection.execute(chosen)]
        return {value.id: value for value in values_of(table, rows)}

    def _refuse_taken(self, table: Table, values: Sequence[Any]) -> None:
        """An id is that of one event: an encounter or a visit."""
        other = {"encounters": "visits", "visits": "encounters"}.get(table.name)
        if other is None:
            return
        column = SQL_TABLES[other].c.id
        ids = json.dumps([value.id for value in values])
        taken = self.connection.execute(sql.select(column).where(column.in_(_each(ids)))).first()
        if taken is not None:
            hint = "expected an id of its own"
            where = where_of(table.name, taken.id)
            refuse((Problem("repeated-row", where, f"it is one of the {other} too", hint),))


def _each(ids: str) -> sql.Select[Any]:
    """The ids in a JSON array: of any number, as one parameter."""
    each = sql.func.json_each(ids).table_valued("value")
    return sql.select(each.c.value)


def _kept(table: Table, held: Any, offered: Any) -> Problem:  # noqa: ANN401 - rows of any table
    differing = next(
        name
        for name in (*(c.field for c in table.columns), *(k.attribute for k in table.links))
        if getattr(held, name) != getattr(offered, name)
    )
    message = f"its {differing} is otherwise in the record, and was kept"
    return Problem("kept-row", where_of(table.name, held.id), message)


# --- what would not hold together -------------------------------------------------------------


def _refuse_unwritable(table: Table, values: Sequence[Any]) -> None:
    for of in table.parts:
        rows = list(rows_of(of, values))

        def where(of: AnyTable, index: int, rows: Sequence[Row] = rows) -> str:
            return where_of(of.name, rows[index][0])

        refuse(tuple(unwritable(of, rows, where)))


def _refuse_dangling(connection: sql.Connection) -> None:
    """RecordError if a row names one that isn't there."""
    for table, rowid, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        column = SQL_TABLES[table].c[0]
        named = sql.select(column).where(sql.literal_column("rowid") == rowid)
        where = where_of(table, connection.execute(named).scalar_one())
        message = f"it names a row that is not in {parent}"
        refuse((Problem("unknown-reference", where, message, f"expected ids of {parent}"),))


def _refuse_misjudged(connection: sql.Connection) -> None:
    """RecordError if a judgement is on rows that there aren't."""
    judged = SQL_TABLES["judgements"].c
    for name in {row[0] for row in connection.execute(sql.select(judged.table).distinct())}:
        known = sql.select(SQL_TABLES[name].c.id)
        for column in (judged.row, judged.other):
            lost = sql.select(judged.id, column).where(judged.table == name, column.not_in(known))
            for id, wanted in connection.execute(lost):
                message, hint = f"{wanted!r} is not in {name}", f"expected an id of {name}"
                refuse((Problem("unknown-reference", where_of("judgements", id), message, hint),))


def _refuse_alone(connection: sql.Connection) -> None:
    """RecordError if the judgements make all who took part in an encounter one person."""
    judgements = SQL_TABLES["judgements"]
    chosen = sql.select(judgements.c.row, judgements.c.other, judgements.c.same)
    identities = Identities(
        Judgement(id="", table="people", row=row, other=other, same=same, author="", reason="")
        for row, other, same in connection.execute(chosen.where(judgements.c.table == "people"))
    )
    part = SQL_TABLES["participants"].c
    judged = json.dumps(list(identities.judged("people")))
    theirs = sql.select(part.encounter).where(part.person.in_(_each(judged)))
    shown: defaultdict[str, set[str]] = defaultdict(set)
    for encounter, person in connection.execute(
        sql.select(part.encounter, part.person).where(part.encounter.in_(theirs))
    ):
        shown[encounter].add(identities.shown("people", person))
    for encounter, people in sorted(shown.items()):
        if len(people) < 2:
            message = f"the judgements make all who took part {min(people)!r}"
            hint = "expected two people or more"
            refuse((Problem("too-few-rows", where_of("encounters", encounter), message, hint),))
