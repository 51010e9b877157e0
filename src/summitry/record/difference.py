"""What differs between two contents: rows added, removed and changed, field by field.

Rows are told apart by their table and id, and compared by value: a date that is written in
another way and means the same days is no change. A row's links (the participants of an encounter)
are a field of it, named as their table is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from summitry.record.cells import LIST_MARK
from summitry.record.columns import Column, Link, Table
from summitry.record.content import DESCRIPTION, Content
from summitry.record.tables import VALUES


class ChangeKind(StrEnum):
    """What became of a row."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """A field's text before and after, as its cell is written; "" where nothing is known."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowChange:
    """What became of one row; of a row added or removed, every field that isn't empty."""

    kind: ChangeKind
    table: str
    row: str
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What one content has to be changed by to become another.

    ``description`` are the changes of its title, version and so on; ``rows`` those of its tables,
    in the order of the tables, then of the ids.
    """

    description: tuple[FieldChange, ...] = ()
    rows: tuple[RowChange, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the two contents are equal."""
        return not self.description and not self.rows


def difference(a: Content, b: Content) -> Difference:
    """What has to change in ``a`` so that it becomes ``b``."""
    described = (
        FieldChange(field=f, before=getattr(a, f), after=getattr(b, f)) for f in DESCRIPTION
    )
    return Difference(
        description=tuple(change for change in described if change.before != change.after),
        rows=tuple(change for table in VALUES for change in _of_table(table, a, b)),
    )


def _of_table(table: Table, a: Content, b: Content) -> Iterator[RowChange]:
    before: dict[str, Any] = {row.id: row for row in getattr(a, table.name)}
    after: dict[str, Any] = {row.id: row for row in getattr(b, table.name)}
    for row in sorted(before | after):
        one, other = before.get(row), after.get(row)
        if one != other:
            kind = (
                ChangeKind.ADDED
                if one is None
                else ChangeKind.REMOVED
                if other is None
                else ChangeKind.CHANGED
            )
            fields = tuple(_fields(table, one, other))
            yield RowChange(kind=kind, table=table.name, row=row, fields=fields)


def _fields(table: Table, one: object | None, other: object | None) -> Iterator[FieldChange]:
    """The fields whose values differ; a row that isn't there has every field empty.

    Equal values may be written in two ways, so it isn't their texts that are compared.
    """
    parts: tuple[Column | Link, ...] = (*table.columns[1:], *table.links)
    for part in parts:
        before, after = _value(part, one), _value(part, other)
        if before != after:
            texts: Mapping[str, str] = {"before": _text(part, before), "after": _text(part, after)}
            yield FieldChange(field=part.name, **texts)


def _value(part: Column | Link, row: object | None) -> object:
    empty = frozenset() if isinstance(part, Link) else part.cell.empty
    if row is None:
        return empty
    return getattr(row, part.attribute if isinstance(part, Link) else part.field)


def _text(part: Column | Link, value: Any) -> str:  # noqa: ANN401 - a column's own type of value
    if isinstance(part, Link):
        return LIST_MARK.join(sorted(value))
    return "" if value == part.cell.empty else part.cell.write(value)
