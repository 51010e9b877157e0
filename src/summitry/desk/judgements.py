"""Judgements: listed, made and reversed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from summitry.model.judgements import Judgement
from summitry.model.problems import InputError, RecordError
from summitry.model.when import When
from summitry.record.content import Content
from summitry.record.open import open_content
from summitry.record.tables import VALUES
from summitry.record.writer import merge


def judgements(record: Path | None, *, table: str | None = None) -> tuple[Judgement, ...]:
    """The judgements of a record, all of them or those on one table's rows, by id."""
    return tuple(j for j in open_content(record).judgements if table in {None, j.table})


def judge(
    record: Path,
    table: str,
    row: str,
    other: str,
    *,
    same: bool,
    author: str,
    reason: str,
    made: date,
) -> Judgement:
    """Judge that two rows are one, or two, in place of what was judged of them before.

    RecordError where the record is no SQLite file, or the rows aren't in it; InputError where they
    are the same row, or no reason is given.
    """
    if not record.is_file():
        raise RecordError(f"can't write {str(record)!r}: expected a SQLite file")
    if row == other:
        raise InputError(f'"{row}" is itself: expected the ids of two rows')
    if table not in {known.name for known in VALUES}:
        names = ", ".join(known.name for known in VALUES)
        raise InputError(f'no table "{table}" (expected one of {names})')
    if not reason.strip():
        raise InputError('no reason "" (expected a few words on why)')
    before = next(
        (j for j in judgements(record, table=table) if {j.row, j.other} == {row, other}), None
    )
    judgement = Judgement(
        id=f"{table}-{row}-is-{other}" if before is None else before.id,
        table=table,
        row=row,
        other=other,
        same=same,
        author=author,
        reason=reason,
        made=When.on(made),
    )
    batch = Content(name="judgement", title="A judgement", version="1", judgements=(judgement,))
    merge(record, [batch], new=batch, replacing=True)
    return judgement
