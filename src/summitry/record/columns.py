"""What a table is made of: columns of cells, and links to other tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from summitry.record.cells import Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its name, its type of cell, what it says, and the table whose ids it holds.

    ``attribute`` is the name that the value goes by in the model, where it differs.
    """

    name: str
    cell: Cell
    says: str
    required: bool = False
    refers: str = ""
    attribute: str = ""

    @property
    def field(self) -> str:
        """The model's name for the column's value."""
        return self.attribute or self.name

    def references(self, value: object) -> Iterable[tuple[str, str]]:
        """The rows that a value of this column names, as pairs of table and id."""
        if self.cell.mentions is not None:
            return self.cell.mentions(value)
        return ((self.refers, str(value)),) if self.refers and value is not None else ()


class Order(Enum):
    """The normal order of a table's rows."""

    BY_ID = "by id"
    BY_DAY = "by earliest day, then id; undated rows last"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A table of pairs: a row of ``owner``, by id, and one member of that row's ``attribute``.

    Each row of the owner has at least ``least`` of them.
    """

    name: str
    says: str
    owner: str
    attribute: str
    columns: tuple[Column, Column]
    least: int = 0

    @property
    def key(self) -> tuple[str, ...]:
        """The columns that no two rows share."""
        return tuple(column.name for column in self.columns)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of rows that each hold one value of the model; its first column is the row's id.

    ``links`` hold those attributes of the value that are sets of other rows. ``uncited`` is the
    code of the problem that a row without any citation has; empty: none.
    """

    name: str
    says: str
    holds: type[Any]
    columns: tuple[Column, ...]
    links: tuple[Link, ...] = ()
    order: Order = Order.BY_ID
    uncited: str = ""

    @property
    def parts(self) -> tuple[Table | Link, ...]:
        """The table itself, and its links."""
        return (self, *self.links)

    @property
    def key(self) -> tuple[str, ...]:
        """The columns that no two rows share."""
        return (self.columns[0].name,)


AnyTable = Table | Link
Row = tuple[Any, ...]
"""The model's values of one row, in the order of the table's columns."""
