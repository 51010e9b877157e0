"""Whether a record in SQL still is what was written: no other program, and no disk, changed it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Final

import sqlalchemy as sql

from summitry.model.problems import Problem, RecordError
from summitry.record.content import Content
from summitry.record.home import Home
from summitry.record.integrity import check
from summitry.record.keeper import keeper_of
from summitry.record.pairs import paired
from summitry.record.schema import PAIRS, RECORD
from summitry.record.sql_record import SqlRecord

_HINT: Final = "expected what summitry wrote; export what is right as a package and build it again"


def look(home: Home) -> tuple[Content, tuple[Problem, ...]]:
    """The content of a record, and what of it is otherwise than it was written.

    RecordError where it can't be read.
    """
    checks = keeper_of(home).checks
    with closing(SqlRecord(home)) as record:
        content, asked = record.whole(sql.select(RECORD.c.digest), sql.select(PAIRS), *checks)
    (digest,), pairs, *said = asked
    return content, tuple(
        Problem("altered", where, message, _HINT)
        for where, message in (
            *((str(home), says) for rows in said for (says,) in rows if says != "ok"),
            *_altered(content, digest[0], {tuple(row) for row in pairs}),
        )
    )


def _altered(
    content: Content, digest: str, pairs: set[tuple[object, ...]]
) -> Iterator[tuple[str, str]]:
    try:
        check(content)
    except RecordError as error:
        yield from ((problem.where, problem.message) for problem in error.problems)
    if content.digest() != digest:
        yield "record", "its rows are not those that its digest is of"
    told = {tuple(row.values()) for met in content.encounters for row in paired(met)}
    for row in sorted({row[-1] for row in told ^ pairs}, key=str):
        yield f"encounters {row!r}", "who met whom is kept otherwise than the encounter tells it"
