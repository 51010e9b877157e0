"""Merging puts rows into a record, all of them or none, and never over what is there."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sql
from hypothesis import given

from summitry.model.problems import RecordError
from summitry.record.content import Content
from summitry.record.home import Home
from summitry.record.keeper import keeper_of
from summitry.record.schema import SQL_TABLES
from summitry.record.sql_record import SqlRecord, build, load
from summitry.record.tables import VALUES
from summitry.record.writer import merge
from tests.record.full import FULL
from tests.record.generated import FEW, WITHOUT_NUL
from tests.record.homes import NewHome, held
from tests.records import SIGNED, content, encounter, judgement, person, source, visit

EMPTY = Content(name="new", title="A record", version="1")


def _as(described: Content, rows: Content) -> Content:
    """The rows of one under the description of the other."""
    return replace(described, **{t.name: getattr(rows, t.name) for t in VALUES})


@FEW
@given(made=WITHOUT_NUL)
def test_a_merge_into_nothing_is_the_content_and_a_second_changes_nothing(
    new_home: NewHome, made: Content
) -> None:
    with new_home() as home:
        first = merge(home, [made], new=EMPTY, signed=SIGNED)
        before = held(home)
        second = merge(home, [made], new=EMPTY, signed=SIGNED)

        assert load(home) == _as(EMPTY, made)
        assert SqlRecord(home).about().digest == load(home).digest()
        assert first.added == {t.name: len(getattr(made, t.name)) for t in VALUES}
        assert (second.added, second.kept, second.problems) == ({}, {}, ())
        assert load(home) == _as(EMPTY, made)
        assert held(home) == before


def test_what_the_record_has_is_kept_and_said_to_differ(home: Home) -> None:
    build(content(encounters=[encounter("joe-biden vladimir-putin", "2021-06-16", id="met")]), home)
    offered = content(
        encounters=[
            encounter("joe-biden vladimir-putin", "2021-06-16", id="met", minutes="175"),
            encounter("joe-biden angela-merkel", "2021-07-15", id="another"),
        ]
    )
    merged = merge(home, [offered], new=EMPTY, signed=SIGNED)

    assert merged.kept == {"encounters": 1}
    assert merged.added == {"people": 1, "encounters": 1}
    assert [str(problem) for problem in merged.problems] == [
        "encounters 'met': its minutes is otherwise in the record, and was kept"
    ]
    assert [met.minutes for met in load(home).encounters] == [None, None]
    assert SqlRecord(home).about().digest == load(home).digest()


def test_replacing_takes_what_is_offered(home: Home) -> None:
    build(content(encounters=[encounter("joe-biden vladimir-putin", "2021-06-16", id="met")]), home)
    offered = content(
        encounters=[encounter("joe-biden xi-jinping", "2021-06-16", id="met", topics="trade")]
    )
    merge(home, [offered], new=EMPTY, signed=SIGNED, replacing=True)

    assert load(home).encounters == offered.encounters
    assert SqlRecord(home).about().digest == load(home).digest()


def test_of_rows_with_one_id_the_first_goes_in(home: Home) -> None:
    first = encounter("joe-biden vladimir-putin", "2021-06-16", id="met", minutes="175")
    same = encounter("joe-biden vladimir-putin", "2021-06-16", id="met", minutes="175")
    other = encounter("joe-biden xi-jinping", "2021-06-16", id="met", minutes="175")
    merged = merge(
        home, [content(encounters=[one]) for one in (first, same, other)], new=EMPTY, signed=SIGNED
    )

    assert merged.added == {"people": 3, "encounters": 1}
    assert merged.kept == {"encounters": 1}
    assert [str(problem) for problem in merged.problems] == [
        "encounters 'met': its people is otherwise in the record, and was kept"
    ]
    assert load(home).encounters == (first,)
    assert SqlRecord(home).about().digest == load(home).digest()


def test_equal_rows_are_no_difference_however_they_are_written(home: Home) -> None:
    build(content(encounters=[encounter("a b", "2021-06", id="met")]), home)
    merged = merge(
        home,
        [content(encounters=[encounter("a b", "2021-06-XX", id="met")])],
        new=EMPTY,
        signed=SIGNED,
    )
    assert (merged.added, merged.kept) == ({}, {})


def test_indices_stay(home: Home) -> None:
    def indices() -> list[str | None]:
        with closing(keeper_of(home).reading()) as connection:
            found = sql.inspect(connection)
            names = [index["name"] for t in SQL_TABLES for index in found.get_indexes(t)]
            return sorted(names, key=str)

    build(EMPTY, home)
    before = indices()
    merge(home, [FULL], new=EMPTY, signed=SIGNED)
    assert before
    assert indices() == before


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (
            content(visits=[visit("joe-biden", "nowhere", "2021", id="lost")]),
            "visits 'lost': it names a row that is not in places",
        ),
        (
            content(visits=[visit("joe-biden", "us", "2021", id="moscow-2000")]),
            "visits 'moscow-2000': it is one of the encounters too",
        ),
        (
            content(judgements=[judgement("nobody", "joe-biden")], people=[person("joe-biden")]),
            "judgements 'people-nobody-joe-biden': 'nobody' is not in people",
        ),
        (
            content(
                encounters=[encounter("joe-biden joseph-biden", "2021", id="mirror")],
                judgements=[judgement("joseph-biden", "joe-biden")],
            ),
            "encounters 'mirror': the judgements make all who took part 'joe-biden'",
        ),
        (
            content(sources=[source("list", title="")]),
            "sources 'list': title is empty (expected text)",
        ),
    ],
)
def test_rows_that_do_not_hold_together_leave_the_record_as_it_was(
    home: Home, rows: Content, message: str
) -> None:
    build(FULL, home)
    before = held(home)
    with pytest.raises(RecordError) as refused:
        merge(home, [content(people=["someone"]), rows], new=EMPTY, signed=SIGNED)

    assert str(refused.value).startswith(message)
    assert held(home) == before


def test_a_merge_that_fails_makes_no_record(home: Home) -> None:
    def batches() -> Iterator[Content]:
        yield content(people=["someone"])
        raise RecordError("the rest can't be read")

    with pytest.raises(RecordError, match="the rest"):
        merge(home, batches(), new=EMPTY, signed=SIGNED)
    assert held(home) is None
    if isinstance(home, Path):
        assert list(home.parent.iterdir()) == []


def test_what_is_no_record_is_not_written_to(path: Path) -> None:
    path.write_text("minutes of a meeting")
    with pytest.raises(RecordError, match="is not a SQLite file: expected a record"):
        merge(path, [FULL], new=EMPTY, signed=SIGNED)
    assert path.read_text() == "minutes of a meeting"


# --- killed -----------------------------------------------------------------------------------


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.sqlite"


_WRITE_FOR_EVER = """
import sqlite3, sys, time
made = sqlite3.connect(sys.argv[1], isolation_level=None)
made.execute("PRAGMA cache_size = 1")
made.execute("BEGIN")
made.execute("UPDATE people SET name = name || ?", ("x" * 10_000,))
made.execute("DELETE FROM citations")
print("spilled", flush=True)
time.sleep(60)
"""


def test_a_record_half_written_to_is_read_as_it_was(path: Path) -> None:
    build(FULL, path)
    before = path.read_bytes()
    writing = subprocess.Popen(  # noqa: S603 - this interpreter
        [sys.executable, "-c", _WRITE_FOR_EVER, str(path)], stdout=subprocess.PIPE
    )
    assert writing.stdout is not None
    writing.stdout.readline()
    writing.send_signal(signal.SIGKILL)
    writing.wait()
    writing.stdout.close()

    assert path.read_bytes() != before
    assert load(path) == FULL
    assert path.read_bytes() == before
