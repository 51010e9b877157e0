from __future__ import annotations

from dataclasses import fields

import pytest

from summitry.record.columns import AnyTable, Table
from summitry.record.content import DESCRIPTION, Content
from summitry.record.tables import TABLES, VALUES
from tests.record.full import FULL


@pytest.mark.parametrize("table", VALUES, ids=lambda table: table.name)
def test_tables_hold_every_field_of_their_value(table: Table) -> None:
    described = [column.field for column in table.columns]
    described += [link.attribute for link in table.links]

    assert sorted(described) == sorted(field.name for field in fields(table.holds))


def test_content_has_a_field_for_every_table() -> None:
    described = {*DESCRIPTION, *(table.name for table in VALUES)}

    assert {field.name for field in fields(Content)} == described


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_references_lead_to_a_table(table: AnyTable) -> None:
    names = {found.name for found in VALUES}

    assert {column.refers for column in table.columns} <= names | {""}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_full_record_has_something_in_every_column(table: AnyTable) -> None:
    rows = list(FULL.rows(table))

    for position, column in enumerate(table.columns):
        assert any(row[position] != column.cell.empty for row in rows), column.name
