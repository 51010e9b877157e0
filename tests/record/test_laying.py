"""Values are laid out together as each of them would be alone."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import chain
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.model.problems import RecordError
from summitry.record import laying
from summitry.record.columns import Table
from summitry.record.content import Content, rows_of, value_digest
from summitry.record.laying import Laid, Layer
from summitry.record.schema import SQL_TABLES, to_sql
from summitry.record.tables import VALUES
from tests.record.full import FULL
from tests.record.generated import FEW, contents
from tests.records import encounter, person, source

TABLES = {table.name: table for table in VALUES}


def alone(table: Table, values: list[Any]) -> list[tuple[Any, ...]]:
    """What laying out must come to, value by value: every cell, every set, and the digest."""
    return [
        (
            *to_sql(table, row).values(),
            *(sorted(getattr(value, link.attribute)) for link in table.links),
            value_digest(table, value),
        )
        for row, value in zip(rows_of(table, values), values, strict=True)
    ]


def together(table: Table, laid: Laid) -> list[tuple[Any, ...]]:
    """The rows with what they leave out, and their sets read."""
    columns = len(SQL_TABLES[table.name].columns)
    links = range(columns, columns + len(table.links))
    rows = []
    for row in laid.rows:
        held = dict(zip(laid.filled, row, strict=True))
        cells = [held.get(place) for place in range(columns)]
        sets = [json.loads(held.get(place, "[]")) for place in links]
        rows.append((*cells, *sets, row[-1]))
    return rows


@FEW
@given(contents(), st.integers(1, 3))
def test_together_is_as_alone(content: Content, most_kept: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(laying, "MOST_KEPT", most_kept)
        for table in VALUES:
            layer = Layer(table)
            for values in (getattr(content, table.name), getattr(FULL, table.name)):
                if values:
                    laid = layer.lay(values)
                    assert together(table, laid) == alone(table, list(values))
                    assert [row[-1] for row in laid.rows] == laid.digests


def test_the_full_record_fills_every_column() -> None:
    laid = [Layer(table).lay(getattr(FULL, table.name)) for table in VALUES]
    assert all(chain.from_iterable(each.rows for each in laid))


@pytest.mark.parametrize(
    ("table", "value"),
    [
        ("people", person("x", name="")),
        ("people", person("x", aliases=("a;b",))),
        ("sources", source("x", title="")),
        ("people", replace(person("x"), id="")),
        ("encounters", encounter("a b", "2021", id="x", place="")),
    ],
)
def test_what_a_file_would_not_give_back_is_refused(table: str, value: Any) -> None:  # noqa: ANN401 - a row of any table
    with pytest.raises(RecordError):
        Layer(TABLES[table]).lay([value])
