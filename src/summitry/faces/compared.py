"""The difference between two records, in plain words and as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from summitry.desk.difference import ChangeKind, Compared, FieldChange, RowChange
from summitry.faces.wire import record_json


def lines(compared: Compared) -> Iterator[str]:
    """The difference, a line for each row and under it one for each field."""
    found = compared.difference
    for change in found.description:
        yield f"the record's {_told(change, ChangeKind.CHANGED)}"
    for row in found.rows:
        yield f"{row.table} {row.row} {row.kind}"
        yield from (f"  {_told(field, row.kind)}" for field in row.fields)
    yield "no difference" if found.is_empty else _summed_up(found.rows)


def _told(change: FieldChange, kind: ChangeKind) -> str:
    match kind:
        case ChangeKind.ADDED:
            return f"{change.field} is {_shown(change.after)}"
        case ChangeKind.REMOVED:
            return f"{change.field} was {_shown(change.before)}"
        case ChangeKind.CHANGED:
            return f"{change.field} was {_shown(change.before)}, is {_shown(change.after)}"


def _shown(text: str) -> str:
    return json.dumps(text, ensure_ascii=False) if text else "empty"


def _summed_up(rows: tuple[RowChange, ...]) -> str:
    number = Counter(row.kind for row in rows)
    return "rows: " + ", ".join(f"{number[kind]} {kind}" for kind in ChangeKind)


# --- as JSON ----------------------------------------------------------------------------------


def as_json(compared: Compared) -> dict[str, Any]:
    """The difference as plain data, keys in a fixed order; an empty field is None."""
    found = compared.difference
    number = Counter(row.kind for row in found.rows)
    return {
        "a": record_json(compared.a),
        "b": record_json(compared.b),
        "summary": {kind.value: number[kind] for kind in ChangeKind},
        "description": [_field(change) for change in found.description],
        "rows": [
            {
                "change": row.kind.value,
                "table": row.table,
                "row": row.row,
                "fields": [_field(change) for change in row.fields],
            }
            for row in found.rows
        ],
    }


def _field(change: FieldChange) -> dict[str, str | None]:
    return {
        "field": change.field,
        "before": change.before or None,
        "after": change.after or None,
    }
