"""Rows as the log has them: the text of each cell that isn't empty, and what links hold."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from summitry.model.changes import Cells
from summitry.record.cells import LIST_MARK
from summitry.record.columns import Table
from summitry.record.tables import VALUES

BY_NAME: Final = {table.name: table for table in VALUES}
"""The tables of values, by name."""


def written(table: Table, value: Any) -> str:  # noqa: ANN401 - a row of any table
    """A value as JSON: what links hold of it as a list, every other cell as its text."""
    return json.dumps(dict(_written(table, value)), ensure_ascii=False, separators=(",", ":"))


def read(table: Table, text: str) -> Any:  # noqa: ANN401 - a row of any table
    """The value that was written; ValueError, KeyError or InputError for what never was."""
    cells = json.loads(text)
    columns = {
        column.field: column.cell.read(cells[column.name])
        if column.name in cells
        else column.cell.empty
        for column in table.columns
    }
    sets = {link.attribute: frozenset(cells.get(link.name, ())) for link in table.links}
    return table.holds(**columns, **sets)


def shown(text: str | None) -> Cells | None:
    """The cells of a value that was written, each as text."""
    if text is None:
        return None
    cells: dict[str, str | list[str]] = json.loads(text)
    return {
        name: cell if isinstance(cell, str) else LIST_MARK.join(cell)
        for name, cell in cells.items()
    }


def _written(table: Table, value: Any) -> Iterator[tuple[str, str | list[str]]]:  # noqa: ANN401 - as above
    for column in table.columns:
        held = getattr(value, column.field)
        if held != column.cell.empty:
            yield column.name, column.cell.write(held)
    for link in table.links:
        members = sorted(getattr(value, link.attribute))
        if members:
            yield link.name, members
