"""A row of a table of documents, in JSONL or Parquet, as a document."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from summitry.reading.documents import day_of
from summitry.sources.archive.raw import Columns, Raw, Unusable

_NAMED: Final = 6
"""How many columns of a row are named when it has no text."""


def raw_of(cells: Mapping[str, object], columns: Columns, place: str) -> Raw | Unusable:
    """The document in a row; ``place`` names it if it has no id."""
    id = _text(cells.get(columns.id)) or place
    text = cells.get(columns.text)
    if not isinstance(text, str):
        return Unusable(id, _without(cells, columns.text))
    return Raw(
        id=id,
        data=text.encode("utf-8", "replace"),
        charset="utf-8",
        title=_text(cells.get(columns.title)),
        url=_text(cells.get(columns.url)),
        published=_day(cells.get(columns.date)),
    )


def _without(cells: Mapping[str, object], column: str) -> str:
    if column in cells:
        return f'"{column}" holds no text'
    names = list(cells)
    told = ", ".join(f'"{name}"' for name in names[:_NAMED]) or "nothing"
    return f'no "{column}" (the row has {told}{", ..." if len(names) > _NAMED else ""})'


def _text(cell: object) -> str:
    """What a cell says in one line; "" of one that is empty or no text or number."""
    if isinstance(cell, bool) or not isinstance(cell, str | int):
        return ""
    return " ".join(str(cell).encode("utf-8", "replace").decode().split())


def _day(cell: object) -> date | None:
    match cell:
        case datetime():
            return cell.date()
        case date():
            return cell
        case str():
            return day_of(cell)
        case _:
            return None
