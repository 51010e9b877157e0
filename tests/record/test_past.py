"""A record as it was before its last changes, by its log."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from summitry.model.changes import Act, Signature
from summitry.model.people import Person
from summitry.record.content import Content
from summitry.record.editing import change
from summitry.record.edits import Edit
from summitry.record.log import Log
from summitry.record.past import Past
from summitry.record.sql_record import build, load
from tests.records import content, person

ANN, BOB, CAT = person("ann"), person("bob"), person("cat")
FIRST = content(people=[ANN, BOB])
OTHER = replace(BOB, name="Robert")


def edited(home: Path, before: Person | None, after: Person | None) -> None:
    signed = Signature(author="Ann", made=datetime(2026, 1, 1, tzinfo=UTC), reason="A test.")
    change(home, [Edit(table="people", before=before, after=after)], act=Act.AMEND, signed=signed)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A record that somebody was added to, changed in, taken from and added to again."""
    path = tmp_path / "record.sqlite"
    build(FIRST, path)
    edited(path, None, CAT)
    edited(path, BOB, OTHER)
    edited(path, CAT, None)
    edited(path, None, CAT)
    return path


def past(home: Path) -> Past:
    return Past(load(home), Log(home))


def of(*people: Person) -> Content:
    return replace(FIRST, people=people)


def test_a_record_is_known_as_it_was_before_each_of_its_changes(home: Path) -> None:
    states = (of(ANN, BOB), of(ANN, BOB, CAT), of(ANN, OTHER, CAT), of(ANN, OTHER))
    every = past(home).since(FIRST.digest())
    assert every is not None
    for number, state in enumerate(states):
        assert past(home).before(every[number:]) == state
    assert past(home).before(()) == load(home)


def test_the_changes_are_those_since_it_was_so_for_the_last_time(home: Path) -> None:
    numbers = {
        state.digest(): [one.id for one in past(home).since(state.digest()) or ()]
        for state in (of(ANN, BOB), of(ANN, BOB, CAT), of(ANN, OTHER), of(ANN, OTHER, CAT))
    }
    assert list(numbers.values()) == [[1, 2, 3, 4], [2, 3, 4], [4], []]


def test_what_a_record_never_was_has_no_changes_since(home: Path) -> None:
    assert past(home).since(of(ANN).digest()) is None
