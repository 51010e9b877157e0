from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from summitry.record.cells import LIST_MARK
from summitry.record.columns import Link, Row, Table
from summitry.record.content import DESCRIPTION, Content, content_of
from summitry.record.difference import (
    ChangeKind,
    Difference,
    FieldChange,
    RowChange,
    difference,
)
from summitry.record.tables import TABLES, VALUES
from tests.record.full import FULL
from tests.record.generated import FEW, contents
from tests.records import cites, content, day, encounter

Texts = dict[str, str]


def applied(change: Difference, to: Content) -> Content:
    """What the content becomes by the texts of the difference alone."""
    described = {field: getattr(to, field) for field in DESCRIPTION}
    described |= {one.field: one.after for one in change.description}
    rows: dict[str, list[Row]] = {table.name: [] for table in TABLES}
    for table in VALUES:
        texts = {row.id: as_texts(table, row) for row in getattr(to, table.name)}
        for one in change.rows:
            if one.table == table.name:
                after = {field.field: field.after for field in one.fields}
                texts[one.row] = texts.get(one.row, {}) | after
                if one.kind is ChangeKind.REMOVED:
                    del texts[one.row]
        for id, row in texts.items():
            rows[table.name].append((id, *(read(table, c.name, row) for c in table.columns[1:])))
            for link in table.links:
                members = row.get(link.name, "")
                rows[link.name] += [(id, one) for one in members.split(LIST_MARK) if one]
    return content_of(described, rows)


def as_texts(table: Table, row: object) -> Texts:
    """Every field of a row that isn't empty."""
    columns = [(c, getattr(row, c.field)) for c in table.columns[1:]]
    linked = {link.name: LIST_MARK.join(getattr(row, link.attribute)) for link in table.links}
    return {c.name: c.cell.write(v) for c, v in columns if v != c.cell.empty} | linked


def read(table: Table, name: str, row: Texts) -> object:
    cell = next(column.cell for column in table.columns if column.name == name)
    return cell.read(row[name]) if row.get(name) else cell.empty


# --- laws -------------------------------------------------------------------------------------


@FEW
@given(contents())
def test_a_record_does_not_differ_from_itself(a: Content) -> None:
    assert difference(a, a) == Difference()


@FEW
@given(contents(), contents())
def test_applying_the_difference_gives_the_other(a: Content, b: Content) -> None:
    assert applied(difference(a, b), a) == b


@FEW
@given(contents(), contents())
def test_the_way_back_is_the_same_way_mirrored(a: Content, b: Content) -> None:
    mirror = {ChangeKind.ADDED: ChangeKind.REMOVED, ChangeKind.REMOVED: ChangeKind.ADDED}

    def mirrored(fields: tuple[FieldChange, ...]) -> tuple[FieldChange, ...]:
        return tuple(replace(f, before=f.after, after=f.before) for f in fields)

    there, back = difference(a, b), difference(b, a)
    assert mirrored(there.description) == back.description
    assert tuple(
        replace(row, kind=mirror.get(row.kind, row.kind), fields=mirrored(row.fields))
        for row in there.rows
    ) == (back.rows)


# --- cases ------------------------------------------------------------------------------------

MET = encounter("joe-biden vladimir-putin", "2021-06-16", id="geneva-2021", minutes="175")


@pytest.mark.parametrize(
    ("before", "after", "fields"),
    [
        ({}, {"when": day("2021-06-17")}, [("when", "2021-06-16", "2021-06-17")]),
        ({}, {"minutes": None}, [("duration_minutes", "175", "")]),
        ({}, {"host": "joe-biden"}, [("host", "", "joe-biden")]),
        (
            {},
            {"people": frozenset({"joe-biden", "boris-johnson", "vladimir-putin"})},
            [
                (
                    "participants",
                    "joe-biden;vladimir-putin",
                    "boris-johnson;joe-biden;vladimir-putin",
                )
            ],
        ),
        ({"when": day("2021-06-XX")}, {"when": day("2021-06")}, []),
    ],
)
def test_a_change_is_told_by_field(
    before: dict[str, Any], after: dict[str, Any], fields: list[tuple[str, str, str]]
) -> None:
    people = ["boris-johnson", "joe-biden", "vladimir-putin"]
    one, other = (
        content(people=people, encounters=[replace(MET, **change)]) for change in (before, after)
    )
    changes = tuple(FieldChange(field=f, before=b, after=a) for f, b, a in fields)
    rows = (
        (RowChange(kind=ChangeKind.CHANGED, table="encounters", row="geneva-2021", fields=changes),)
        if changes
        else ()
    )
    assert difference(one, other) == Difference(rows=rows)


def test_a_row_that_came_or_went_is_told_whole() -> None:
    one = content(citations=[cites("encounters", "x", "s", id="c", quote="word")], sources=["s"])
    (gone,) = difference(one, replace(one, citations=())).rows
    assert (gone.kind, gone.table, gone.row) == (ChangeKind.REMOVED, "citations", "c")
    assert {(f.field, f.before, f.after) for f in gone.fields} == {
        ("table", "encounters", ""),
        ("row", "x", ""),
        ("source", "s", ""),
        ("quote", "word", ""),
    }


def test_the_description_is_compared_too() -> None:
    (change,) = difference(FULL, replace(FULL, version="1.3")).description
    assert change == FieldChange(field="version", before="1.2", after="1.3")


def test_every_table_has_its_fields_told() -> None:
    empty = Content(name=FULL.name, title=FULL.title, version=FULL.version)
    told = {
        (row.table, field.field) for row in difference(empty, FULL).rows for field in row.fields
    }
    columns = {(t.name, c.name) for t in VALUES for c in t.columns[1:]}
    links = {(t.owner, t.name) for t in TABLES if isinstance(t, Link)}
    assert told == columns | links
