"""Values laid out as rows of SQL, column by column: a million of them in seconds.

What :func:`summitry.record.schema.to_sql` and :func:`summitry.record.content.value_digest` do for
one value is done here for many at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from operator import attrgetter, is_
from typing import Any, Final

from summitry.model.problems import InputError
from summitry.record.cells import ID, TEXT, Stored
from summitry.record.columns import AnyTable, Column, Row, Table
from summitry.record.content import rows_of
from summitry.record.digest import members, of_value
from summitry.record.integrity import refuse, unwritable, where_of

MOST_KEPT: Final = 50_000
"""Values of one column whose written form is kept in mind: days and kinds come again and again."""

_NONE: Final = members(())
_AS_TEXT: Final = (TEXT, ID)
_IN_SQL_AS_TEXT: Final = frozenset({Stored.TEXT, Stored.DATE})


@dataclass(frozen=True, slots=True)
class Laid:
    """Values as rows of SQL: each its cells, its sets that links hold, and its digest.

    ``filled`` are the places of the columns in which any of them has something; the rows have no
    others.
    """

    filled: tuple[int, ...]
    rows: list[tuple[Any, ...]]
    digests: list[bytes]


@dataclass(frozen=True, slots=True)
class _Cells:
    """The cells of one column, as SQL holds them (in one or more) and as the digest has them.

    SQL holds nothing where there is None. ``lasts`` says that a file gives back each as it is.
    """

    held: tuple[Iterable[object] | None, ...]
    texts: Iterable[str]
    lasts: bool


class Layer:
    """What lays out the values of one table."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._read = attrgetter(*(column.field for column in table.columns))
        self._columns = [_laying(column) for column in table.columns]

    def lay(self, values: Sequence[Any]) -> Laid:
        """The values' rows; RecordError for a value that a file would not give back as it is."""
        columns = zip(*map(self._read, values), strict=True)
        laid = [lay(cells) for lay, cells in zip(self._columns, columns, strict=True)]
        if not all(cells.lasts for cells in laid):
            refuse_unwritable(self._table, values)
        laid += [_set(map(attrgetter(link.attribute), values)) for link in self._table.links]
        name, texts = self._table.name, (cells.texts for cells in laid)
        digests = [of_value(name, cells) for cells in zip(*texts, strict=False)]
        held = [*chain.from_iterable(cells.held for cells in laid), digests]
        filled = tuple(place for place, cells in enumerate(held) if cells is not None)
        rows = zip(*(cells for cells in held if cells is not None), strict=False)
        return Laid(filled, list(rows), digests)


def _set(sets: Iterable[Iterable[str]]) -> _Cells:
    texts = [members(each) for each in sets]
    return _Cells((texts if any(text != _NONE for text in texts) else None,), texts, lasts=True)


def _laying(column: Column) -> Callable[[Sequence[Any]], _Cells]:
    return (
        _plainly(column) if any(column.cell is cell for cell in _AS_TEXT) else _Written(column).lay
    )


def _plainly(column: Column) -> Callable[[Sequence[Any]], _Cells]:
    """What lays out a column of texts, which stand in a file as they are."""
    is_id = column.cell is ID

    def lay(cells: Sequence[Any]) -> _Cells:
        lasts = not (is_id and "" in cells) and (not column.required or all(cells))
        if not any(cells):
            return _Cells((None,), repeat("", len(cells)), lasts)
        texts = [cell or "" for cell in cells]
        return _Cells(([text or None for text in texts],), texts, lasts)

    return lay


@dataclass(frozen=True, slots=True)
class _Made:
    """A value, how SQL holds it, how the digest has it, and whether a file gives it back."""

    value: object
    held: tuple[object, ...]
    text: str
    lasts: bool


_LASTS: Final = attrgetter("lasts")


class _Written:
    """What lays out a column whose values are written in some way. Each is written once."""

    def __init__(self, column: Column) -> None:
        self._column = column
        # By identity, which is quicker than equality. The value is kept with what is made of it,
        # so that its place in memory is not another's.
        self._kept: dict[int, _Made] = {}

    def lay(self, cells: Sequence[Any]) -> _Cells:
        if len(self._kept) > MOST_KEPT:
            self._kept.clear()
        first = self._made(cells[0])
        if all(map(is_, cells, repeat(cells[0]))):
            return _Cells(
                tuple(None if one is None else repeat(one, len(cells)) for one in first.held),
                repeat(first.text, len(cells)),
                first.lasts,
            )
        made = [self._kept.get(id(cell)) or self._made(cell) for cell in cells]
        return _Cells(
            tuple([one.held[n] for one in made] for n in range(len(first.held))),
            [one.text for one in made],
            all(map(_LASTS, made)),
        )

    def _made(self, value: Any) -> _Made:  # noqa: ANN401 - a cell's value
        column, cell = self._column, self._column.cell
        dated = cell.stored is Stored.DATE
        if value == cell.empty:
            made = _Made(value, (None,) * (3 if dated else 1), "", not column.required)
        else:
            text = cell.write(value)
            held: tuple[object, ...] = (text if cell.stored in _IN_SQL_AS_TEXT else value,)
            if dated:
                held += (value.outer.first, value.outer.last)
            normal = text if cell.normal is None else cell.normal(value)
            made = _Made(value, held, normal, _reads_back(column, text, value))
        self._kept[id(value)] = made
        return made


def _reads_back(column: Column, text: str, value: object) -> bool:
    try:
        return bool(text) and column.cell.read(text) == value
    except (ValueError, InputError):
        return False


def refuse_unwritable(table: Table, values: Sequence[Any]) -> None:
    """RecordError for a value that a file would not give back as it is."""
    for of in table.parts:
        rows = list(rows_of(of, values))

        def where(of: AnyTable, index: int, rows: Sequence[Row] = rows) -> str:
            return where_of(of.name, rows[index][0])

        refuse(tuple(unwritable(of, rows, where)))
