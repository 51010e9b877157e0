"""A record as one SQLite file."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import closing
from functools import cache, cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import sqlalchemy as sql
from sqlalchemy.pool import NullPool

from summitry.model.citations import Citation, Source
from summitry.model.coverage import Coverage
from summitry.model.events import Encounter, Event, EventKind, Visit
from summitry.model.names import Names
from summitry.model.people import OfficeId, PersonId, Tenure
from summitry.model.places import Place
from summitry.model.problems import InputError, RecordError
from summitry.record.columns import AnyTable, Row
from summitry.record.content import (
    DESCRIPTION,
    Content,
    content_of,
    earliest_first,
    values_of,
)
from summitry.record.file import engine_of, is_record, mark
from summitry.record.identities import Identities
from summitry.record.integrity import check
from summitry.record.memory import MemoryRecord
from summitry.record.schema import (
    CHANGES,
    EARLIEST,
    LATEST,
    PROPOSALS,
    RECORD,
    SQL_TABLES,
    cells,
    create,
    from_sql,
    to_sql,
)
from summitry.record.tables import TABLES, VALUES
from summitry.record.view import EVERYTHING, About, Narrowing

_BY_NAME: Final = {table.name: table for table in VALUES}
_MANY: Final = ("encounters", "participants", "discussions", "visits", "citations")
"""The tables that are asked for the rows in question; the others are read once."""

_MOST_NAMED: Final = 5_000
"""Rows that one question names."""

Condition = sql.ColumnElement[bool]


def build(content: Content, path: Path) -> None:
    """Write the content as a SQLite file, in place of the record that is there.

    The same content gives the same bytes, and the file is never half-written. RecordError if the
    content doesn't hold together, something else is in the place, or it can't be written.
    """
    check(content)
    try:
        if path.exists():
            _refuse_to_replace(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".laying-", dir=path.parent) as folder:
            laying = Path(folder) / "record"
            _write(content, laying)
            laying.replace(path)
    except OSError as error:
        raise RecordError(f"can't write {str(path)!r}: {error.strerror}") from None


def load(path: Path) -> Content:
    """The whole content of a file; RecordError if it can't be read."""
    with closing(SqlRecord(path)) as record:
        return record.content()


class SqlRecord:
    """A view of a file, which it opens for reading only and keeps open until closed.

    RecordError where the file is no record, is of a newer schema, or is damaged.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        # One connection, kept: the view stays with the file that it opened if that is replaced.
        self._engine = engine_of(path, mode="ro", pool_size=1, max_overflow=0)
        try:
            self._description = self._describe()
        except RecordError:
            self.close()
            raise

    def close(self) -> None:
        """Close the file."""
        self._engine.dispose()

    def content(self) -> Content:
        """Everything in the file, as it is at one moment, whoever writes to it meanwhile."""
        try:
            with self._engine.connect() as connection:
                connection.exec_driver_sql("BEGIN")
                held = {table.name: connection.execute(every_row(table)).all() for table in TABLES}
        except sql.exc.DBAPIError as error:
            raise self._damaged(str(error.orig)) from None
        return self._content({table.name: self._read(table, held[table.name]) for table in TABLES})

    def about(self) -> About:
        """The record's title, version, digest and size."""
        return self._about

    def names(self) -> Names:
        """The record's names and calendar."""
        return self._few.names()

    def events(self, narrowing: Narrowing = EVERYTHING) -> tuple[Event, ...]:
        """Events of every status, of the kind and people, from the first to the last day asked."""
        if narrowing.days.is_empty():
            return ()
        found: list[Event] = []
        if narrowing.kind is not EventKind.VISIT:
            found += self._shown("encounters", *self._encounters_of(narrowing))
        if narrowing.kind is not EventKind.ENCOUNTER:
            found += self._shown("visits", *_visits_of(narrowing, self._identities))
        return tuple(sorted(filter(narrowing.admits, found), key=earliest_first))

    def event(self, id: str) -> Encounter | Visit | None:
        """The event with this id."""
        for name in ("encounters", "visits"):
            event: Event
            for event in self._shown(name, SQL_TABLES[name].c.id == id):
                if event.id == id:
                    return event
        return None

    def tenures(
        self, *, person: PersonId | None = None, office: OfficeId | None = None
    ) -> tuple[Tenure, ...]:
        """Tenures of this person, in this office, or both; by earliest day, then id."""
        return self._few.tenures(person=person, office=office)

    def coverage(self) -> tuple[Coverage, ...]:
        """Every coverage statement, by id."""
        return self._few.coverage()

    def places(self) -> Mapping[str, Place]:
        """Every place, by id."""
        return self._few.places()

    def sources(self) -> Mapping[str, Source]:
        """Every source, by id."""
        return self._few.sources()

    def citations(self, table: str, row: str) -> tuple[Citation, ...]:
        """The citations of one row, by id."""
        return self.cited(table, (row,))[row]

    def cited(self, table: str, rows: Collection[str]) -> Mapping[str, tuple[Citation, ...]]:
        """The citations of each of some rows, by id."""
        identities, columns = self._identities, SQL_TABLES["citations"].c
        own = [row for row in rows if identities.shown(table, row) == row]
        found: dict[str, list[Citation]] = {row: [] for row in rows}
        for some in _some_at_a_time(own):
            alike = sorted({one for row in some for one in identities.alike(table, row)})
            citations = self._values(
                "citations", columns["table"] == table, columns["row"].in_(alike)
            )
            for citation in identities.join(_BY_NAME["citations"], citations):
                found[citation.row].append(citation)
        return {row: tuple(citations) for row, citations in found.items()}

    def stores(self, table: str, row: str) -> bool:
        """Whether the table has a row with this id, also one that is shown as another."""
        return bool(
            self._ask(sql.select(SQL_TABLES[table].c.id).where(SQL_TABLES[table].c.id == row))
        )

    def shown(self, table: str, row: str) -> str:
        """The id of the row that a row is shown as: its own, unless it is judged another's."""
        return self._identities.shown(table, row)

    def _describe(self) -> dict[str, str]:
        described = self._ask(sql.select(RECORD))
        if len(described) != 1:
            raise self._damaged(f"record: expected one row, it has {len(described)}")
        return described[0]._asdict()

    @cached_property
    def _about(self) -> About:
        events = sum(
            self._ask(sql.select(sql.func.count()).select_from(SQL_TABLES[name]))[0][0]
            - sum(1 for _ in self._identities.hidden(name))
            for name in ("encounters", "visits")
        )
        described = {key: self._description[key] for key in ("name", "title", "version", "digest")}
        return About(**described, events=events)

    @cached_property
    def _few(self) -> MemoryRecord:
        return MemoryRecord(
            self._content(
                {table.name: [] if table.name in _MANY else self._rows(table) for table in TABLES}
            )
        )

    @cached_property
    def _identities(self) -> Identities:
        return Identities(self._few.content.judgements)

    def _shown(self, name: str, *conditions: Condition) -> Iterator[Any]:
        """The values that meet the conditions, and all those that several rows are joined in."""
        identities, table = self._identities, _BY_NAME[name]
        joined = self._joined[name]
        of_one_row = (value for value in self._values(name, *conditions) if value.id not in joined)
        yield from identities.join(table, of_one_row) if identities else of_one_row
        yield from dict.fromkeys(joined.values())

    @cached_property
    def _joined(self) -> Mapping[str, Mapping[str, Event]]:
        """Events that several rows are joined in, by table and by the id of each such row."""
        joined: dict[str, Mapping[str, Event]] = {}
        for name in ("encounters", "visits"):
            clustered = sorted(self._identities.judged(name))
            values = self._values(name, SQL_TABLES[name].c.id.in_(clustered)) if clustered else ()
            events = {event.id: event for event in self._identities.join(_BY_NAME[name], values)}
            joined[name] = {
                value.id: events[self._identities.shown(name, value.id)] for value in values
            }
        return joined

    def _encounters_of(self, narrowing: Narrowing) -> Iterator[Condition]:
        """In the days, and with all of the people: those of the one who met least are looked at."""
        yield from _in_days("encounters", narrowing)
        alike = [self._identities.alike("people", person) for person in sorted(narrowing.people)]
        if len(alike) > 1:
            alike.sort(key=lambda ids: sum(self._met.get(id, 0) for id in ids))
        for rarest, *others in (alike,) if alike else ():
            one = _taking_part(0)
            wanted: list[Condition] = [one.c.person.in_(rarest)]
            for number, ids in enumerate(others, start=1):
                other = _taking_part(number)
                also = sql.and_(other.c.encounter == one.c.encounter, other.c.person.in_(ids))
                wanted.append(sql.exists().where(also))
            yield SQL_TABLES["encounters"].c.id.in_(sql.select(one.c.encounter).where(*wanted))

    @cached_property
    def _met(self) -> Mapping[str, int]:
        """How often each person took part, when this was first asked."""
        person = SQL_TABLES["participants"].c.person
        asked = sql.select(person, sql.func.count()).group_by(person)
        return dict(tuple(row) for row in self._ask(asked))

    def _content(self, rows: Mapping[str, list[Row]]) -> Content:
        try:
            return content_of({key: self._description[key] for key in DESCRIPTION}, rows)
        except ValueError as error:
            raise self._damaged(str(error)) from None

    def _values(self, name: str, *conditions: Condition) -> tuple[Any, ...]:
        """The values that meet the conditions, by id."""
        table = _BY_NAME[name]
        chosen = self._ask(every_row(table).where(*conditions))
        rows = {name: self._read(table, chosen)}
        if not chosen:
            return ()
        for link in table.links:
            owner = SQL_TABLES[link.name].c[link.columns[0].name]
            few = len(chosen) <= _MOST_NAMED
            of = [row.id for row in chosen] if few else _ids(name).where(*conditions)
            rows[link.name] = self._rows(link, owner.in_(of))
        try:
            return values_of(table, rows)
        except ValueError as error:
            raise self._damaged(str(error)) from None

    def _rows(self, table: AnyTable, *conditions: Condition) -> list[Row]:
        return self._read(table, self._ask(every_row(table).where(*conditions)))

    def _read(self, table: AnyTable, rows: Sequence[sql.Row[Any]]) -> list[Row]:
        try:
            return [from_sql(table, held) for held in rows]
        except (ValueError, InputError) as error:
            raise self._damaged(f"{table.name}: {error}") from None

    def _ask(self, asked: sql.Select[Any]) -> list[sql.Row[Any]]:
        try:
            with self._engine.connect() as connection:
                return list(connection.execute(asked))
        except sql.exc.DBAPIError as error:
            raise self._damaged(str(error.orig)) from None

    def _damaged(self, reason: str) -> RecordError:
        return RecordError(f"{str(self._path)!r} is damaged: {reason}")


@cache
def _taking_part(number: int) -> sql.FromClause:
    """Who took part, as one more of the parties that are asked for."""
    return SQL_TABLES["participants"].alias(f"party_{number}")


def _ids(name: str) -> sql.Select[Any]:
    return sql.select(SQL_TABLES[name].c.id)


def _some_at_a_time(rows: Sequence[str]) -> Iterator[Sequence[str]]:
    """The rows in lots that one question may name: SQLite takes no more than so many values."""
    return (rows[at : at + _MOST_NAMED] for at in range(0, len(rows), _MOST_NAMED))


def every_row(table: AnyTable) -> sql.Select[Any]:
    """Every row of a table, by its key."""
    key = (SQL_TABLES[table.name].c[name] for name in table.key)
    return sql.select(*cells(table)).order_by(*key)


# --- narrowing --------------------------------------------------------------------------------


def _visits_of(narrowing: Narrowing, identities: Identities) -> Iterator[Condition]:
    yield from _in_days("visits", narrowing)
    for person in sorted(narrowing.people):
        yield SQL_TABLES["visits"].c.person.in_(identities.alike("people", person))


def _in_days(name: str, narrowing: Narrowing) -> Iterator[Condition]:
    columns = SQL_TABLES[name].c
    yield columns["when" + EARLIEST] <= narrowing.days.last
    yield columns["when" + LATEST] >= narrowing.days.first


# --- the file ---------------------------------------------------------------------------------


def _refuse_to_replace(path: Path) -> None:
    """RecordError for what is no record, or holds more than its content."""
    if not is_record(path):
        raise RecordError(f"won't replace {str(path)!r}: expected a record or nothing there")
    engine = engine_of(path, mode="ro", poolclass=NullPool)
    with closing(engine.connect()) as connection:
        for table in (CHANGES, PROPOSALS):
            if connection.execute(sql.select(table.c.id).limit(1)).first():
                raise RecordError(
                    f"won't replace {str(path)!r}: it has {table.name} that would be lost"
                    " (expected another file, or that you remove it)"
                )


def _write(content: Content, path: Path) -> None:
    engine = sql.create_engine(sql.URL.create("sqlite", database=str(path)), poolclass=NullPool)
    with engine.begin() as connection:
        create(connection)
        mark(connection)
        connection.execute(
            RECORD.insert(),
            {name: getattr(content, name) for name in DESCRIPTION} | {"digest": content.digest()},
        )
        for table in TABLES:
            if rows := [to_sql(table, row) for row in content.rows(table)]:
                connection.execute(SQL_TABLES[table.name].insert(), rows)
