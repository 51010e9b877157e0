"""A record is written to only by who knows its version."""

from __future__ import annotations

from contextlib import closing

import pytest

from summitry.model.problems import RecordError
from summitry.record.home import Database, Home
from summitry.record.keeper import keeper_of
from summitry.record.schema import FILE_VERSION
from summitry.record.sql_record import build
from tests.record.full import FULL


def test_what_is_brought_to_a_later_version_meanwhile_is_not_written_to(home: Home) -> None:
    build(FULL, home)
    keeper = keeper_of(home)
    later = (
        "UPDATE summitry SET version = 99"
        if isinstance(home, Database)
        else "PRAGMA user_version = 99"
    )
    with closing(keeper.writing()) as waiting:
        with closing(keeper.writing()) as other:
            other.exec_driver_sql(later)
        with pytest.raises(RecordError) as refused:
            keeper.begin(waiting)
    assert str(refused.value) == (
        f"{keeper} was brought to schema 99 meanwhile: expected {FILE_VERSION}; update summitry"
    )
