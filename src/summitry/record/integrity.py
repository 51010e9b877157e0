"""Whether rows hold together: ids given once, references that lead somewhere, nobody alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from operator import itemgetter

from summitry.model.problems import Problem, RecordError
from summitry.record.columns import AnyTable, Row, Table
from summitry.record.content import Content
from summitry.record.descriptor import description_of, descriptor_of
from summitry.record.sheets import read_sheet, write_sheet
from summitry.record.tables import TABLES, VALUES

Where = Callable[[AnyTable, int], str]
"""How a problem names the row of a table that stands at an index."""


def faults(
    rows: Mapping[str, Sequence[Row]], where: Where, *, whole: Collection[str]
) -> Iterator[Problem]:
    """What is wrong between the rows of the tables.

    Only tables named in ``whole`` are known to hold every id, so only into them can a reference
    lead nowhere.
    """
    known = {name: {row[0] for row in rows[name]} for name in whole}
    for table in TABLES:
        yield from _repeated(table, rows[table.name], where)
        yield from _dangling(table, rows[table.name], where, known)
    for table in VALUES:
        yield from _alone(table, rows, where, whole)
    yield from _taken(rows, where)
    yield from _misjudged(rows, where, known)


def check(content: Content) -> None:
    """RecordError if the content can't be written and read back, or doesn't hold together."""
    description_of(descriptor_of(content))
    rows = {table.name: list(content.rows(table)) for table in TABLES}

    def where(table: AnyTable, index: int) -> str:
        return where_of(table.name, rows[table.name][index][0])

    lost = [problem for t in TABLES for problem in unwritable(t, rows[t.name], where)]
    refuse((*lost, *faults(rows, where, whole=rows)))


def unwritable(table: AnyTable, rows: Sequence[Row], where: Where) -> Iterator[Problem]:
    """Values of the rows that a file would not give back as they are."""
    sheet = read_sheet(table, write_sheet(table, rows))
    if sheet.problems:
        for index, row in enumerate(rows):
            for problem in read_sheet(table, write_sheet(table, [row])).problems:
                yield replace(problem, where=where(table, index))
        return
    for index, (row, read) in enumerate(zip(rows, sheet.rows, strict=True)):
        for column, value, other in zip(table.columns, row, read, strict=True):
            if value != other:
                message = f"{column.name} {value!r} would be read as {other!r}"
                hint = f"expected {column.cell.accepts}"
                yield Problem("unwritable-value", where(table, index), message, hint)


def where_of(table: str, row: str) -> str:
    """How a problem names a row that has an id."""
    return f"{table} {row!r}"


def refuse(problems: tuple[Problem, ...]) -> None:
    """RecordError of the first problem and the number of the others, if there are any."""
    if problems:
        more = len(problems) - 1
        tail = f", and {more} more fault{'s' if more > 1 else ''}" if more else ""
        raise RecordError(f"{problems[0]}{tail}", problems)


def _repeated(table: AnyTable, rows: Sequence[Row], where: Where) -> Iterator[Problem]:
    keys = list(map(itemgetter(*range(len(table.key))), rows))
    if len(set(keys)) == len(keys):
        return
    first: dict[object, int] = {}
    for index, key in enumerate(keys):
        if key in first:
            names = key if isinstance(key, str) else " with ".join(key)
            yield Problem(
                "repeated-row",
                where(table, index),
                f"{' and '.join(table.key)} {names!r} is given twice",
                f"it stands at {where(table, first[key])} already: expected once",
            )
        first.setdefault(key, index)


def _taken(rows: Mapping[str, Sequence[Row]], where: Where) -> Iterator[Problem]:
    """Encounters and visits are events, and an id is that of one event."""
    encounters = {row[0] for row in rows["encounters"]}
    visits = next(table for table in VALUES if table.name == "visits")
    for index, row in enumerate(rows["visits"]):
        if row[0] in encounters:
            message, hint = f"id {row[0]!r} is an encounter's too", "expected an id of its own"
            yield Problem("repeated-row", where(visits, index), message, hint)


def _misjudged(
    rows: Mapping[str, Sequence[Row]], where: Where, known: Mapping[str, Collection[str]]
) -> Iterator[Problem]:
    """A judgement is on rows that there are."""
    judgements = next(table for table in VALUES if table.name == "judgements")
    for index, (_, table, *pair, _, _, _, _) in enumerate(rows["judgements"]):
        for wanted in pair:
            if table in known and wanted not in known[table]:
                message = f"{wanted!r} is not in {table}"
                hint = f"expected an id of {table}{_like(wanted, known[table])}"
                yield Problem("unknown-reference", where(judgements, index), message, hint)


def _dangling(
    table: AnyTable, rows: Sequence[Row], where: Where, known: Mapping[str, Collection[str]]
) -> Iterator[Problem]:
    for position, column in enumerate(table.columns):
        if not column.refers and column.cell.mentions is None:
            continue
        for index, row in enumerate(rows):
            for name, wanted in column.references(row[position]):
                if name in known and wanted not in known[name]:
                    yield Problem(
                        "unknown-reference",
                        where(table, index),
                        f"{column.name} {wanted!r} is not in {name}",
                        f"expected an id of {name}{_like(wanted, known[name])}",
                    )


def _alone(
    table: Table, rows: Mapping[str, Sequence[Row]], where: Where, whole: Collection[str]
) -> Iterator[Problem]:
    for link in table.links:
        if not (link.least and link.name in whole):
            continue
        members = Counter(owner for owner, _ in rows[link.name])
        for index, row in enumerate(rows[table.name]):
            if members[row[0]] < link.least:
                yield Problem(
                    "too-few-rows",
                    where(table, index),
                    f"{row[0]!r} has {members[row[0]]} of {link.name}",
                    f"expected {link.least} or more",
                )


def _like(wanted: str, known: Collection[str]) -> str:
    close = get_close_matches(wanted, sorted(known), n=1)
    return f", like {close[0]!r}" if close else ""
