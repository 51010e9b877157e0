"""Any record that holds together, drawn column by column from the description of the tables."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from summitry.model.bounds import Bounds
from summitry.model.days import FIRST_DAY, LAST_DAY, Days
from summitry.model.problems import RecordError
from summitry.model.selection import Capacity, Holder, Someone
from summitry.model.when import Stretch, When
from summitry.record import cells
from summitry.record.columns import Column, Link, Row, Table
from summitry.record.content import Content, content_of
from summitry.record.identities import resolved
from summitry.record.tables import TABLES, VALUES
from tests.records import day

FEW = settings(max_examples=20)
"""A record takes long to draw, and most of its variety is within one."""

Ids = dict[str, list[str]]

SLUGS = st.text("abc-1", min_size=1, max_size=3)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
NAMES = TEXTS.filter(lambda text: text == text.strip() and cells.LIST_MARK not in text)

_ORDINALS = st.integers(710_000, 740_000) | st.sampled_from([FIRST_DAY, LAST_DAY])
_SPANS = st.tuples(_ORDINALS, st.integers(0, 40)).map(lambda s: (s[0], min(sum(s), LAST_DAY)))
_AS_WRITTEN = ["2001-11", "1999", "2001-11-13~", "2021-06-XX", "2004?", "[2001-06-15,2001-07]"]

WHENS = st.sampled_from(_AS_WRITTEN).map(day) | st.lists(_SPANS, min_size=1, max_size=3).map(
    lambda spans: When(Days(*spans))
)


@st.composite
def stretches(draw: st.DrawFn) -> Stretch:
    start = draw(WHENS)
    ends = WHENS.filter(lambda end: end.possible.last >= start.possible.first)
    return Stretch(start, draw(st.none() | ends))


@st.composite
def bounds(draw: st.DrawFn) -> Bounds:
    least = draw(st.integers(0, 1_000))
    return Bounds(least, draw(st.none() | st.integers(least, 2_000)))


OF_CELL: dict[int, st.SearchStrategy[Any]] = {
    id(cell): strategy
    for cell, strategy in (
        (cells.TEXT, TEXTS),
        (cells.ID, SLUGS),
        (cells.LIST, st.lists(NAMES, min_size=1, max_size=3).map(tuple)),
        (cells.DAY, WHENS),
        (cells.MOMENT, WHENS | stretches()),
        (cells.STRETCH, stretches()),
        (cells.DAYS, st.lists(WHENS, min_size=1, max_size=2).map(tuple)),
        (cells.POSITION, st.integers(1, 9)),
        (cells.MINUTES, bounds()),
        (cells.LATITUDE, st.floats(-90, 90)),
        (cells.LONGITUDE, st.floats(-180, 180)),
        (cells.BOOLEAN, st.booleans()),
    )
}
"""Values that aren't empty, for the cells that every record shares."""


def values(column: Column, ids: Ids) -> st.SearchStrategy[Any]:
    """Values of a column, the empty one among them where the column may be empty."""
    known: st.SearchStrategy[Any]
    if column.refers:
        known = st.sampled_from(ids[column.refers])
    elif column.cell is cells.PARTY:
        known = parties(ids)
    elif id(column.cell) in OF_CELL:
        known = OF_CELL[id(column.cell)]
    else:
        limits = column.cell.field["constraints"]
        texts = (
            st.sampled_from(limits["enum"])
            if "enum" in limits
            else st.from_regex(limits["pattern"], fullmatch=True)
        )
        known = texts.map(column.cell.read)
    return known if column.required else st.just(column.cell.empty) | known


def parties(ids: Ids) -> st.SearchStrategy[Holder | Someone]:
    people, offices = st.sampled_from(ids["people"]), st.sampled_from(ids["offices"])
    capacities = st.just(Capacity(in_office=True)) | st.frozensets(offices).map(Capacity)
    return st.builds(Holder, offices) | st.builds(Someone, people, capacities)


@st.composite
def contents(draw: st.DrawFn) -> Content:
    """Any content that holds together."""
    ids: Ids = {}
    for table in VALUES:
        ids[table.name] = [f"{table.name}-{n}" for n in range(draw(st.integers(2, 3)))]
    rows: dict[str, list[Row]] = {
        table.name: draw(_pairs(table, ids) if isinstance(table, Link) else _rows(table, ids))
        for table in TABLES
    }
    description = {"name": draw(SLUGS), "title": draw(TEXTS), "version": draw(TEXTS)}
    besides = json.dumps({"description": draw(TEXTS)}, ensure_ascii=False)
    more = {"licence": draw(st.just("") | SLUGS), "besides": draw(st.sampled_from(["", besides]))}
    content = content_of(description | more, rows)
    try:
        resolved(content)
    except RecordError:  # an encounter would be left with one person
        apart = [judgement for judgement in content.judgements if judgement.table != "people"]
        return replace(content, judgements=tuple(apart))
    return content


def _rows(table: Table, ids: Ids) -> st.SearchStrategy[list[Row]]:
    if table.name == "judgements":
        return st.tuples(*(_judgements(table, row, ids) for row in ids[table.name])).map(list)
    others = [values(column, ids) for column in table.columns[1:]]
    return st.tuples(*(st.tuples(st.just(row), *others) for row in ids[table.name])).map(list)


@st.composite
def _judgements(draw: st.DrawFn, table: Table, id: str, ids: Ids) -> Row:
    """A judgement on two rows."""
    of = draw(values(table.columns[1], ids))
    rows = st.lists(st.sampled_from(ids[of]), min_size=2, max_size=2, unique=True)
    return id, of, *draw(rows), *(draw(values(column, ids)) for column in table.columns[4:])


def _pairs(link: Link, ids: Ids) -> st.SearchStrategy[list[Row]]:
    members = st.sets(st.sampled_from(ids[link.columns[1].refers]), min_size=link.least)
    owners = ids[link.owner]
    return st.tuples(*(members for _ in owners)).map(
        lambda chosen: [(o, m) for o, ms in zip(owners, chosen, strict=True) for m in ms]
    )


WITHOUT_NUL = contents().filter(lambda made: "\\x00" not in repr(made))
"""Records that any database keeps: PostgreSQL's text has every letter of Unicode but this."""
