"""A record that is kept in SQL: a view of it, and all of it written and read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from functools import cached_property
from itertools import product
from threading import Lock
from typing import Any, Final
from weakref import finalize

import sqlalchemy as sql

from summitry.model.citations import Citation, Source
from summitry.model.coverage import Coverage
from summitry.model.days import Days
from summitry.model.events import Encounter, Event, EventKind, Visit
from summitry.model.names import Names
from summitry.model.people import OfficeId, PersonId, Tenure
from summitry.model.places import Place
from summitry.model.problems import InputError, RecordError
from summitry.record.columns import AnyTable, Row, Table
from summitry.record.content import (
    DESCRIPTION,
    Content,
    content_of,
    earliest_first,
    values_of,
)
from summitry.record.home import Home
from summitry.record.identities import Identities
from summitry.record.integrity import check
from summitry.record.keeper import UNREAD, keeper_of
from summitry.record.memory import MemoryRecord
from summitry.record.pairs import of_pairs
from summitry.record.schema import (
    EARLIEST,
    LATEST,
    MANY,
    MOST_NAMED,
    RECORD,
    SQL_TABLES,
    cells,
    from_sql,
)
from summitry.record.tables import TABLES, VALUES
from summitry.record.view import EVERYTHING, About, Narrowing

_BY_NAME: Final = {table.name: table for table in VALUES}
_MANY: Final = ("encounters", "participants", "discussions", "visits", "citations")
"""The tables that are asked for the rows in question; the others are read once."""

Condition = sql.ColumnElement[bool]


def build(content: Content, home: Home) -> None:
    """Write the content as a record in SQL, in place of the record that is there.

    It is there whole or not at all. RecordError if the content doesn't hold together, something
    else is in the place, or it can't be written.
    """
    check(content)
    keeper_of(home).build(content)


def load(home: Home) -> Content:
    """The whole content of a record in SQL; RecordError if it can't be read."""
    with closing(SqlRecord(home)) as record:
        return record.content()


def description(home: Home) -> Mapping[str, str]:
    """What a record in SQL says of itself, and its digest; RecordError if it can't be read."""
    with closing(SqlRecord(home)) as record:
        return record.description


class SqlRecord:
    """A view of a record, which it opens for reading only and keeps open until closed.

    ``description`` is what the record says of itself, and its digest. RecordError where there is
    no record, or it is of a newer schema, or damaged.
    """

    def __init__(self, home: Home) -> None:
        self._keeper = keeper_of(home)
        try:
            # One connection, kept: the view stays with the file that it opened if that is
            # replaced, and with the moment at which it opened a database.
            self._connection = self._keeper.reading()
            self._close = finalize(self, _close, self._connection)
            self._keeper.begin_view(self._connection)
        except UNREAD as error:
            raise self._keeper.unreadable(error) from None
        self._turn = Lock()
        try:
            self.description = self._describe()
        except RecordError:
            self.close()
            raise

    def close(self) -> None:
        """Close the record."""
        self._close()

    def content(self) -> Content:
        """Everything in the record, as it is at one moment, whoever writes to it meanwhile."""
        return self.whole()[0]

    def whole(self, *besides: sql.Executable) -> tuple[Content, list[Sequence[sql.Row[Any]]]]:
        """The content, and what else is asked, of one moment."""
        try:
            with self._turn, self._keeper.one_moment(self._connection):
                held = {
                    table.name: self._connection.execute(every_row(table)).all() for table in TABLES
                }
                asked = [self._connection.execute(one).all() for one in besides]
        except UNREAD as error:
            raise self._keeper.unreadable(error) from None
        rows = {table.name: self._read(table, held[table.name]) for table in TABLES}
        return self._content(rows), asked

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
            found += self._shown("encounters", self._encounters_of(narrowing))
        if narrowing.kind is not EventKind.ENCOUNTER:
            asked = _visits_of(narrowing, self._identities)
            found += self._shown("visits", self._values("visits", *asked))
        return tuple(sorted(filter(narrowing.admits, found), key=earliest_first))

    def event(self, id: str) -> Encounter | Visit | None:
        """The event with this id."""
        for name in ("encounters", "visits"):
            event: Event
            for event in self._shown(name, self._values(name, SQL_TABLES[name].c.id == id)):
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
            if identities:
                citations = identities.join(_BY_NAME["citations"], citations)
            for citation in citations:
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
        described = {key: self.description[key] for key in ("name", "title", "version", "digest")}
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

    def _shown(self, name: str, values: Iterable[Any]) -> Iterator[Any]:
        """The values as they are shown, and all those that several rows are joined in."""
        identities, table = self._identities, _BY_NAME[name]
        joined = self._joined[name]
        of_one_row = (value for value in values if value.id not in joined)
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

    def _encounters_of(self, narrowing: Narrowing) -> tuple[Any, ...]:
        """Those in the days with all of the people, of whom each may go by several ids."""
        alike = [self._identities.alike("people", person) for person in narrowing.people]
        if len(alike) == 2:
            one, other = alike
            return self._met(product(one, other), narrowing.days)
        part = SQL_TABLES["participants"].c
        of = (sql.select(part.encounter).where(part.person.in_(ids)) for ids in alike)
        taken = (SQL_TABLES["encounters"].c.id.in_(encounters) for encounters in of)
        return self._values("encounters", *_in_days("encounters", narrowing), *taken)

    def _met(self, pairs: Iterable[tuple[str, str]], days: Days) -> tuple[Any, ...]:
        """The encounters of each pair in the span of the days."""
        table = _BY_NAME["encounters"]
        width = len(table.columns)
        encounters: dict[str, Sequence[Any]] = {}
        taking_part, topics, of_many = list[Row](), list[Row](), list[str]()
        for row in self._ask(*of_pairs(pairs, days)):
            one, other, topic = row[width:]
            if row.id not in encounters:
                encounters[row.id] = row[:width]
                if one == MANY:
                    of_many.append(row.id)
                else:
                    taking_part += ((row.id, one), (row.id, other))
            if topic is not None:
                topics.append((row.id, topic))
        for ids in _some_at_a_time(of_many):
            part = next(link for link in table.links if link.attribute == "people")
            taking_part += self._rows(part, SQL_TABLES[part.name].c.encounter.in_(ids))
        return self._made(
            table,
            {
                table.name: self._read(table, encounters.values()),
                "participants": taking_part,
                "discussions": topics,
            },
        )

    def _content(self, rows: Mapping[str, list[Row]]) -> Content:
        try:
            return content_of({key: self.description[key] for key in DESCRIPTION}, rows)
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
            few = len(chosen) <= MOST_NAMED
            of = [row.id for row in chosen] if few else _ids(name).where(*conditions)
            rows[link.name] = self._rows(link, owner.in_(of))
        return self._made(table, rows)

    def _made(self, table: Table, rows: Mapping[str, list[Row]]) -> tuple[Any, ...]:
        try:
            return values_of(table, rows)
        except ValueError as error:
            raise self._damaged(str(error)) from None

    def _rows(self, table: AnyTable, *conditions: Condition) -> list[Row]:
        return self._read(table, self._ask(every_row(table).where(*conditions)))

    def _read(self, table: AnyTable, rows: Iterable[Sequence[Any]]) -> list[Row]:
        try:
            return [from_sql(table, held) for held in rows]
        except (ValueError, InputError) as error:
            raise self._damaged(f"{table.name}: {error}") from None

    def _ask(
        self, asked: sql.Executable, values: Mapping[str, object] | None = None
    ) -> list[sql.Row[Any]]:
        try:
            with self._turn:
                return list(self._connection.execute(asked, values))
        except UNREAD as error:
            raise self._keeper.unreadable(error) from None

    def _damaged(self, reason: str) -> RecordError:
        return RecordError(f"{self._keeper} is damaged: {reason}")


def _close(connection: sql.Connection) -> None:
    # Nothing is lost with a connection that is gone already.
    with suppress(sql.exc.SQLAlchemyError):
        connection.close()


def _ids(name: str) -> sql.Select[Any]:
    return sql.select(SQL_TABLES[name].c.id)


def _some_at_a_time(rows: Sequence[str]) -> Iterator[Sequence[str]]:
    """The rows in lots that one question may name: SQLite takes no more than so many values."""
    return (rows[at : at + MOST_NAMED] for at in range(0, len(rows), MOST_NAMED))


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
