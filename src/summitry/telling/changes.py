"""Changes of a record in words."""

from __future__ import annotations

from summitry.model.changes import ChangedRow


def row_line(row: ChangedRow) -> str:
    """What became of a row: its cells that differ."""
    named = f"{row.table} {row.row}"
    if row.before is None:
        return f"{named} added"
    if row.after is None:
        return f"{named} removed"
    cells = ", ".join(
        f'{name} "{row.before.get(name, "")}" to "{row.after.get(name, "")}"'
        for name in {**row.before, **row.after}
        if row.before.get(name) != row.after.get(name)
    )
    return f"{named}: {cells}"
