"""Judgements: listed, made and reversed."""

from __future__ import annotations

from pathlib import Path

from summitry.model.changes import Act, Signature
from summitry.model.judgements import Judgement
from summitry.model.problems import InputError, RecordError
from summitry.model.when import When
from summitry.record.editing import change
from summitry.record.edits import Edit
from summitry.record.home import Home
from summitry.record.open import open_content
from summitry.record.tables import VALUES


def judgements(record: Home | None, *, table: str | None = None) -> tuple[Judgement, ...]:
    """The judgements of a record, all of them or those on one table's rows, by id."""
    return tuple(j for j in open_content(record).judgements if table in {None, j.table})


def judge(
    record: Home,
    table: str,
    row: str,
    other: str,
    *,
    same: bool,
    signed: Signature,
) -> Judgement:
    """Judge that two rows are one, or two, in place of what was judged of them before.

    RecordError where the record is not kept in SQL, or the rows aren't in it; InputError where they
    are the same row, or no reason is given.
    """
    if isinstance(record, Path) and not record.is_file():
        raise RecordError(f"can't write {str(record)!r}: expected a SQLite file or a database")
    if row == other:
        raise InputError(f'"{row}" is itself: expected the ids of two rows')
    if table not in {known.name for known in VALUES}:
        names = ", ".join(known.name for known in VALUES)
        raise InputError(f'no table "{table}" (expected one of {names})')
    if not signed.reason.strip():
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
        author=signed.author,
        reason=signed.reason,
        made=When.on(signed.made.date()),
    )
    edit = Edit(table="judgements", before=before, after=judgement)
    change(record, [edit], act=Act.JUDGE, signed=signed)
    return judgement
