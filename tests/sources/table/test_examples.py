"""The worked examples, imported: what the documentation promises of each."""

from __future__ import annotations

from pathlib import Path

import pytest

from summitry.desk.find import Wanted, find
from summitry.desk.imports import import_table
from summitry.model.events import Mode, Status
from summitry.record.checks import audit
from summitry.record.sql_record import SqlRecord, load
from tests.records import SIGNED

EXAMPLES = Path(__file__).parents[3] / "examples"
NAMES = ("uk-ministers", "eu-commission", "white-house")


def imported(name: str, folder: Path) -> Path:
    record = folder / f"{name}.sqlite"
    done = import_table(
        [EXAMPLES / f"{name}.csv"], record, map=EXAMPLES / f"{name}.toml", signed=SIGNED
    )
    assert (done.problems, done.differing) == ((), ())
    return record


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_sound_and_importing_it_twice_changes_nothing(
    name: str, tmp_path: Path
) -> None:
    record = imported(name, tmp_path)
    before = load(record)
    assert audit(before) == ()
    assert imported(name, tmp_path) == record
    assert load(record) == before


def met(record: Path, a: str, b: str) -> list[tuple[str, Mode]]:
    found = find(Wanted(a=a, b=b, kind=None), SqlRecord(record))
    return [(event.when.written, event.mode) for event in found.events if hasattr(event, "mode")]


def test_a_ministers_return(tmp_path: Path) -> None:
    record = imported("uk-ministers", tmp_path)
    association = "Example Trade Association"
    assert met(record, "Minister A", association) == [("2023-01-10", Mode.IN_PERSON)]
    assert met(record, "Minister B", association) == [("2023-02-14", Mode.VIDEO)]
    assert met(record, "Minister A", "Example Water plc") == [("2023-01-12", Mode.IN_PERSON)]
    assert met(record, "Minister A", "Example Union") == [("2023-02", Mode.IN_PERSON)]
    assert len(load(record).encounters) == 5


def test_the_commissions_meetings(tmp_path: Path) -> None:
    record = imported("eu-commission", tmp_path)
    federation = "Example Manufacturers' Federation"
    assert met(record, "Official Two", federation) == [("2025-01-15", Mode.IN_PERSON)]
    assert met(record, "Commissioner B", federation) == [("2025-01-29", Mode.IN_PERSON)]
    assert met(record, "Official One", "Example Farmers' League") == [("2025-01-20", Mode.VIDEO)]
    found = find(Wanted(place="Brussels"), SqlRecord(record))
    assert [event.when.written for event in found.events] == ["2025-01-15", "2025-01-29"]


def test_a_visitor_log(tmp_path: Path) -> None:
    record = imported("white-house", tmp_path)
    assert met(record, "Second B Visitor", "First A Visitor") == [("2014-03-11", Mode.IN_PERSON)]
    assert met(record, "The President", "First A Visitor") == [("2014-03-11", Mode.IN_PERSON)]
    assert met(record, "Example Staffer", "First A Visitor") == [("2014-03-14", Mode.IN_PERSON)]
    assert [e.status for e in load(record).encounters] == [
        Status.HELD,
        Status.CANCELLED,
        Status.HELD,
    ]
