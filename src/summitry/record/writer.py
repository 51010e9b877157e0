"""Rows put into a record that is kept in SQL, all of them or none."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final

import sqlalchemy as sql

from summitry.model.changes import Act, ChangeId, Signature
from summitry.model.problems import Problem
from summitry.record.columns import Table
from summitry.record.content import Content
from summitry.record.digest import plus
from summitry.record.editing import difference, held, log, put, sign, transaction, writing
from summitry.record.edits import Edit
from summitry.record.home import Home
from summitry.record.integrity import check, refuse, where_of
from summitry.record.keeper import Keeper, keeper_of
from summitry.record.loose import refuse_alone, refuse_misjudged
from summitry.record.schema import RECORD
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
    home: Home,
    batches: Iterable[Content],
    *,
    new: Content,
    signed: Signature,
    replacing: bool = False,
) -> Merge:
    """Put the rows of the batches into the record at ``home``, in one transaction.

    Where there is no record yet, one is made that starts as ``new``. A row whose id the record has
    stays as it is, unless ``replacing``. A merge that is cut short leaves the record as it was; one
    that changes anything is in its log. RecordError where the rows don't hold together with the
    record's, or it can't be written.
    """
    check(new)
    with keeper_of(home).making(new) as keeper:
        return _merge(keeper, batches, signed, replacing=replacing)


def _merge(
    keeper: Keeper, batches: Iterable[Content], signed: Signature, *, replacing: bool
) -> Merge:
    with writing(keeper) as connection, _uncollected():
        stage = Stage(keeper, connection)
        for batch in batches:
            stage.put(batch)
        with transaction(keeper, connection):
            return _Merging(connection, stage, signed, replacing=replacing).merge()


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
    signed: Signature
    replacing: bool
    added: dict[str, int] = field(default_factory=dict)
    kept: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)
    digest: str = ""
    number: ChangeId = 0

    def merge(self) -> Merge:
        """Put them in; RecordError where what comes of it doesn't hold together."""
        self.digest = self.connection.execute(sql.select(RECORD.c.digest)).scalar_one()
        tables = [table for table in VALUES if self.stage.counts[table.name]]
        for table in tables:
            self._enter(table)
        for table in tables:
            self._refuse_taken(table)
            self._refuse_dangling(table)
        refuse_misjudged(self.connection)
        refuse_alone(self.connection)
        self.connection.execute(RECORD.update().values(digest=self.digest))
        if self.added:
            for table in tables:
                self.stage.log(table, self._signed())
        return Merge(added=self.added, kept=dict(self.kept), problems=tuple(self.problems))

    def _enter(self, table: Table) -> None:
        added, digests = self.stage.enter(table)
        self.digest = plus(self.digest, digests)
        if added:
            self.added[table.name] = added
        if added < self.stage.counts[table.name]:
            for offered in self.stage.clashing(table):
                known = held(self.connection, table, offered.id)
                if offered != known:
                    self._keep(table, known, offered)

    def _keep(self, table: Table, held: Any, offered: Any) -> None:  # noqa: ANN401 - rows of any table
        self.kept[table.name] += 1
        if len(self.problems) < _EXAMPLES:
            self.problems.append(_kept(table, held, offered))
        if not self.replacing:
            return
        log(
            self.connection,
            self._signed(),
            [Edit(table=table.name, before=held, after=offered)],
        )
        self.digest = plus(self.digest, difference(table, held, offered))
        put(self.connection, table, held, offered)

    def _signed(self) -> ChangeId:
        """The merge's number in the log, which has nothing of one that changes nothing."""
        self.number = self.number or sign(self.connection, Act.IMPORT, self.signed)
        return self.number

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


def _kept(table: Table, held: Any, offered: Any) -> Problem:  # noqa: ANN401 - rows of any table
    differing = next(
        name
        for name in (*(c.field for c in table.columns), *(k.attribute for k in table.links))
        if getattr(held, name) != getattr(offered, name)
    )
    message = f"its {differing} is otherwise in the record, and was kept"
    return Problem("kept-row", where_of(table.name, held.id), message)
