"""Rows put into a record's SQLite file, all of them or none."""

from __future__ import annotations

import gc
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import sqlalchemy as sql
from sqlalchemy.pool import NullPool

from summitry.model.judgements import Judgement
from summitry.model.problems import Problem, RecordError
from summitry.record.columns import Row, Table
from summitry.record.content import Content, rows_of, value_digest, values_of
from summitry.record.digest import plus, total
from summitry.record.identities import Identities
from summitry.record.integrity import refuse, where_of
from summitry.record.schema import RECORD, SQL_TABLES, cells, from_sql, to_sql
from summitry.record.sqlite import build, url_of
from summitry.record.staging import Stage
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
    path: Path,
    batches: Iterable[Content],
    *,
    new: Content,
    replacing: bool = False,
    adding: bool = False,
) -> Merge:
    """Put the rows of the batches into the record at ``path``, in one transaction.

    Where there is no record yet, one is made that starts as ``new``. A row whose id the record has
    stays as it is, unless ``replacing``; with ``adding`` there may be none. A merge that is cut
    short leaves the record as it was. RecordError where the rows don't hold together with the
    record's, or it can't be written.
    """
    try:
        if path.exists():
            return _merge(path, batches, replacing=replacing, adding=adding)
        path.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".laying-", dir=path.parent) as folder:
            laying = Path(folder) / "record"
            build(new, laying)
            merged = _merge(laying, batches, replacing=replacing, adding=adding)
            laying.replace(path)
            return merged
    except OSError as error:
        raise RecordError(f"can't write {str(path)!r}: {error.strerror}") from None


def _merge(path: Path, batches: Iterable[Content], *, replacing: bool, adding: bool) -> Merge:
    with _connection(path) as connection, _uncollected():
        stage = Stage(connection)
        for batch in batches:
            stage.put(batch)
        with _transaction(connection):
            return _Merging(connection, stage, replacing=replacing, adding=adding).merge()


@contextmanager
def _connection(path: Path) -> Iterator[sql.Connection]:
    """A connection to a record, to write to it; RecordError for what goes wrong with it."""
    engine = sql.create_engine(url_of(path, mode="rw"), poolclass=NullPool)
    try:
        with closing(engine.connect()) as connection:
            yield connection.execution_options(isolation_level="AUTOCOMMIT")
    except sql.exc.DBAPIError as error:
        raise RecordError(f"can't write {str(path)!r}: {error.orig}") from None
    finally:
        engine.dispose()


@contextmanager
def _transaction(connection: sql.Connection) -> Iterator[None]:
    """Changes that are kept if all goes well, and undone if not."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    try:
        yield
        connection.exec_driver_sql("COMMIT")
    except BaseException:
        connection.exec_driver_sql("ROLLBACK")
        raise


@contextmanager
def _uncollected() -> Iterator[None]:
    """A time in which nobody looks for values that refer to each other.

    Rows never do, and looking through all that is at hand again and again, as many come and go,
    takes as long as the work itself.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@dataclass(slots=True)
class _Merging:
    """Rows that have all come, on their way from the stage into the record."""

    connection: sql.Connection
    stage: Stage
    replacing: bool
    adding: bool
    added: dict[str, int] = field(default_factory=dict)
    kept: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)
    digest: str = ""

    def merge(self) -> Merge:
        """Put them in; RecordError where what comes of it doesn't hold together."""
        self.digest = self.connection.execute(sql.select(RECORD.c.digest)).scalar_one()
        tables = [table for table in VALUES if self.stage.counts[table.name]]
        for table in tables:
            self._enter(table)
        for table in tables:
            self._refuse_taken(table)
            self._refuse_dangling(table)
        _refuse_misjudged(self.connection)
        _refuse_alone(self.connection)
        self.connection.execute(RECORD.update().values(digest=self.digest))
        return Merge(added=self.added, kept=dict(self.kept), problems=tuple(self.problems))

    def _enter(self, table: Table) -> None:
        added, digests = self.stage.enter(table)
        self.digest = plus(self.digest, digests)
        if added:
            self.added[table.name] = added
        if added < self.stage.counts[table.name]:
            if self.adding:
                self._refuse_known(table)
            for offered in self.stage.clashing(table):
                held = self._held(table, offered.id)
                if offered != held:
                    self._keep(table, held, offered)

    def _keep(self, table: Table, held: Any, offered: Any) -> None:  # noqa: ANN401 - rows of any table
        self.kept[table.name] += 1
        if len(self.problems) < _EXAMPLES:
            self.problems.append(_kept(table, held, offered))
        if not self.replacing:
            return
        old, new = (total([value_digest(table, value)]) for value in (held, offered))
        self.digest = plus(self.digest, new - old)
        for of in reversed(table.parts):
            owner = SQL_TABLES[of.name].c[of.columns[0].name]
            self.connection.execute(SQL_TABLES[of.name].delete().where(owner == held.id))
        for of in table.parts:
            rows = list(rows_of(of, [offered]))
            if rows:
                held_so = [to_sql(of, row) for row in rows]
                self.connection.execute(SQL_TABLES[of.name].insert(), held_so)

    def _held(self, table: Table, id: str) -> Any:  # noqa: ANN401 - a row of any table
        """The record's own value with this id."""
        rows: dict[str, list[Row]] = {}
        for of in table.parts:
            owner = SQL_TABLES[of.name].c[of.columns[0].name]
            found = self.connection.execute(sql.select(*cells(of)).where(owner == id))
            rows[of.name] = [from_sql(of, held) for held in found]
        return values_of(table, rows)[0]

    def _refuse_known(self, table: Table) -> None:
        """RecordError for a row whose id the record has."""
        for id in self.stage.staying(table):
            message, hint = "the record has a row of this id by now", "expected an id of its own"
            refuse((Problem("repeated-row", where_of(table.name, id), message, hint),))

    def _refuse_taken(self, table: Table) -> None:
        """An id is that of one event: an encounter or a visit."""
        other = {"encounters": "visits", "visits": "encounters"}.get(table.name)
        if other is not None and (id := self.stage.taken(table, other)):
            message, hint = f"it is one of the {other} too", "expected an id of its own"
            refuse((Problem("repeated-row", where_of(table.name, id), message, hint),))

    def _refuse_dangling(self, table: Table) -> None:
        """RecordError if a row names one that isn't there."""
        for id, parent in self.stage.dangling(table):
            message = f"it names a row that is not in {parent}"
            where, hint = where_of(table.name, id), f"expected ids of {parent}"
            refuse((Problem("unknown-reference", where, message, hint),))


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
