"""Checks of what a record rests on: citations, sources, coverage; and of ids and names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Final

from summitry.model.coverage import Covered
from summitry.model.problems import Problem
from summitry.model.selection import Party, Someone
from summitry.record.columns import Table
from summitry.record.integrity import where_of
from summitry.record.memory import MemoryRecord
from summitry.record.tables import VALUES

LONGEST_QUOTE: Final = 15
"""Words that may be quoted from a source: enough to find the place, too few to stand for it."""

_ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

_NEVER_SAID: Final = {
    Covered.ENCOUNTER: ("country",),
    Covered.VISIT: ("whom", "mode"),
    Covered.TENURE: ("whom", "mode", "country"),
}
"""What a coverage statement of each kind can't say."""


def uncited(record: MemoryRecord) -> Iterator[Problem]:
    """A row that needs a citation has none; the code is the table's."""
    for table in VALUES:
        for row in getattr(record.content, table.name) if table.uncited else ():
            if not record.citations(table.name, row.id):
                where = where_of(table.name, row.id)
                yield Problem(table.uncited, where, "nothing supports it", "expected a citation")


def dangling_citation(record: MemoryRecord) -> Iterator[Problem]:
    """A citation names a row or a field that isn't there."""
    tables = {table.name: table for table in VALUES}
    ids = {name: {row.id for row in getattr(record.content, name)} for name in tables}
    for citation in record.content.citations:
        where = where_of("citations", citation.id)
        if citation.row not in ids.get(citation.table, ()):
            message = f"{citation.table} has no row {citation.row!r}"
            yield Problem("dangling-citation", where, message, "expected the id of a row")
        elif citation.field and citation.field not in (known := _fields(tables[citation.table])):
            message = f"{citation.table} has no field {citation.field!r}"
            hint = f"expected one of {', '.join(known)}, or none"
            yield Problem("dangling-citation", where, message, hint)


def _fields(table: Table) -> list[str]:
    """What a citation may support of a row: its columns, and the tables linked to it."""
    columns = [column.name for column in table.columns]
    return columns + [link.name for link in table.links]


def unused_source(record: MemoryRecord) -> Iterator[Problem]:
    """No citation names the source."""
    used = {citation.source for citation in record.content.citations}
    for source in record.content.sources:
        if source.id not in used:
            where = where_of("sources", source.id)
            yield Problem("unused-source", where, "nothing cites it", "expected a citation of it")


def long_quote(record: MemoryRecord) -> Iterator[Problem]:
    """A citation quotes more than is needed to find the place."""
    for citation in record.content.citations:
        if (words := len(citation.quote.split())) > LONGEST_QUOTE:
            where = where_of("citations", citation.id)
            hint = f"expected {LONGEST_QUOTE} at most"
            yield Problem("long-quote", where, f"the quote has {words} words", hint)


def coverage_shape(record: MemoryRecord) -> Iterator[Problem]:
    """A coverage statement says what its kind can't mean."""
    for statement in record.coverage():
        where = where_of("coverage", statement.id)
        for field in _NEVER_SAID[statement.kind]:
            if getattr(statement, field) is not None:
                message = f"a statement on {statement.kind}s has no {field}"
                yield Problem("coverage-shape", where, message, "expected none")
        if statement.kind is Covered.TENURE and _in_a_capacity(statement.who):
            message = "a statement on tenures is about an office, or all offices of a person"
            yield Problem("coverage-shape", where, message, "expected office:ID or person:ID")


def _in_a_capacity(party: Party) -> bool:
    return isinstance(party, Someone) and not party.capacity.is_open


def unknown_id_style(record: MemoryRecord) -> Iterator[Problem]:
    """An id is not made of small letters and digits."""
    for table in VALUES:
        for row in getattr(record.content, table.name):
            if not _ID.fullmatch(row.id):
                where = where_of(table.name, row.id)
                hint = "expected small letters and digits in parts joined by '-'"
                yield Problem("unknown-id-style", where, "the id is not in the usual style", hint)


def shared_name(record: MemoryRecord) -> Iterator[Problem]:
    """A row's own name is a name of another row of the table too.

    Two rows may share an alias, as two presidents do: prose uses it for either.
    """
    for table in VALUES:
        bearers: defaultdict[tuple[str, object], list[str]] = defaultdict(list)
        rows = getattr(record.content, table.name) if _has_names(table) else ()
        for row in rows:
            for name in {row.name, *row.aliases}:
                bearers[_as_borne(row, name)].append(row.id)
        for row in rows:
            for other in bearers[_as_borne(row, row.name)]:
                if other != row.id:
                    where = where_of(table.name, row.id)
                    message = f"{row.name!r} is a name of {other!r} too"
                    yield Problem("shared-name", where, message, "expected a name of its own")


def _has_names(table: Table) -> bool:
    return any(column.name == "aliases" for column in table.columns)


def _as_borne(row: Any, name: str) -> tuple[str, object]:  # noqa: ANN401 - any row with a name
    # Places of different kinds may share a name: a venue often bears its city's.
    return name, getattr(row, "kind", None)
