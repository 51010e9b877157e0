"""Every change is in the log, and can be taken back; two who write at once lose nothing."""

from __future__ import annotations

import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summitry.model.bounds import Bounds
from summitry.model.changes import Act, ChangedRow
from summitry.model.problems import InputError, Overtaken, RecordError
from summitry.record.content import Content
from summitry.record.editing import change
from summitry.record.edits import Edit
from summitry.record.log import Log
from summitry.record.sql_record import SqlRecord, build, load
from summitry.record.tables import VALUES
from summitry.record.writer import merge
from summitry.record.written import BY_NAME, read, written
from tests.record.full import FULL
from tests.record.generated import FEW, contents
from tests.record.paired import told
from tests.record.paired import written as written_pairs
from tests.records import (
    SIGNED,
    cites,
    content,
    covers,
    encounter,
    person,
    place,
    source,
    topic,
    visit,
)

MET = encounter("a b", "2021-06-16", id="met", topics="peace")
RECORD = content(encounters=[MET], citations=[cites("encounters", "met")])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "record.sqlite"
    build(RECORD, path)
    return path


def changed(path: Path, *edits: Edit, act: Act = Act.AMEND) -> int:
    number = change(path, edits, act=act, signed=SIGNED)
    holds_together(path)
    return number


def holds_together(path: Path) -> None:
    held = load(path)
    assert SqlRecord(path).about().digest == held.digest()
    assert written_pairs(path) == told(held)


def edit(table: str, before: Any, after: Any) -> Edit:  # noqa: ANN401 - rows of any table
    return Edit(table=table, before=before, after=after)


LONGER = replace(MET, minutes=Bounds.exactly(175))


# --- what is logged ---------------------------------------------------------------------------


def test_a_change_is_logged_with_who_when_and_why(path: Path) -> None:
    number = changed(path, edit("encounters", MET, LONGER))

    assert load(path).encounters == (LONGER,)
    (entry,) = Log(path).changes()
    assert (entry.id, entry.act, entry.signed) == (number, Act.AMEND, SIGNED)
    (row,) = entry.rows
    assert (row.table, row.row) == ("encounters", "met")
    assert row.before is not None
    assert row.after is not None
    assert dict(row.after) == {**row.before, "duration_minutes": "175"}
    assert row.before["participants"] == "a;b"


@settings(FEW, max_examples=20)
@given(contents())
def test_a_row_in_the_log_is_the_row(made: Content) -> None:
    for table in VALUES:
        for value in getattr(made, table.name):
            assert read(BY_NAME[table.name], written(table, value)) == value


def test_a_record_as_it_was_built_has_no_changes(path: Path) -> None:
    assert Log(path).changes() == ()
    assert Log(path).change(1) is None


def test_the_log_takes_no_part_in_the_digest(path: Path) -> None:
    before = SqlRecord(path).about().digest
    Log(path).undo(changed(path, edit("encounters", MET, LONGER)), SIGNED)
    assert SqlRecord(path).about().digest == before
    assert len(Log(path).changes()) == 2


def test_the_last_comes_first_and_older_ones_are_asked_for(path: Path) -> None:
    names = ["a", "b", "c"]
    one, two, three = (changed(path, edit("people", None, person(f"new-{n}"))) for n in names)
    assert [entry.id for entry in Log(path).changes(most=2)] == [three, two]
    assert [entry.id for entry in Log(path).changes(before=two)] == [one]
    assert Log(path).change(two) == Log(path).changes()[1]


def test_an_import_is_one_change(path: Path) -> None:
    offered = content(encounters=[LONGER, encounter("a c", "2022", id="other")])
    merge(path, [offered], new=RECORD, signed=SIGNED, replacing=True)
    holds_together(path)

    (entry,) = Log(path).changes()
    rows = {(row.table, row.row): row for row in entry.rows}
    assert (entry.act, entry.size) == (Act.IMPORT, 3)
    assert set(rows) == {("people", "c"), ("encounters", "met"), ("encounters", "other")}
    assert rows["encounters", "met"].before is not None
    other = rows["encounters", "other"]
    assert other == ChangedRow(
        table="encounters",
        row="other",
        before=None,
        after={
            "id": "other",
            "when": "2022",
            "mode": "in-person",
            "setting": "bilateral",
            "status": "held",
            "participants": "a;c",
        },
    )


def test_an_import_that_changes_nothing_is_no_change(path: Path) -> None:
    merge(path, [RECORD, content(encounters=[LONGER])], new=RECORD, signed=SIGNED)
    assert Log(path).changes() == ()


def test_what_an_import_added_is_told_as_it_was_then(path: Path) -> None:
    added = person("c")
    merge(path, [content(people=[added])], new=RECORD, signed=SIGNED)
    changed(path, edit("people", added, replace(added, name="Another")))
    first = Log(path).change(1)
    assert first is not None
    assert first.rows[0].after is not None
    assert first.rows[0].after["name"] == "C"


def test_a_row_that_comes_twice_in_an_import_is_one_change_of_it(path: Path) -> None:
    known = [content(encounters=[one]) for one in (LONGER, replace(LONGER, note="Long."))]
    lacking = [content(people=[one]) for one in (person("c"), person("c", name="Another"))]
    for batches in (known, lacking):
        before = load(path)
        merge(path, batches, new=RECORD, signed=SIGNED, replacing=True)
        holds_together(path)
        (last,) = Log(path).changes(most=1)
        Log(path).undo(last.id, SIGNED)
        assert load(path) == before


# --- taking back ------------------------------------------------------------------------------


def test_each_change_can_be_undone_and_done_again(path: Path) -> None:
    cited = cites("people", "c", id="c-c")
    numbers = [
        changed(path, edit("encounters", MET, LONGER)),
        changed(path, edit("people", None, person("c")), edit("citations", None, cited)),
        changed(path, edit("citations", cites("encounters", "met"), None)),
    ]
    after = load(path)
    for number in numbers:
        undoing = Log(path).undo(number, SIGNED)
        holds_together(path)
        Log(path).undo(undoing, SIGNED)
        assert load(path) == after
    for entry in Log(path).changes():
        if entry.id in numbers:
            assert entry.undone_by is not None
    for entry in Log(path).changes():
        if entry.act is Act.UNDO and entry.undone_by is None:
            Log(path).undo(entry.id, SIGNED)
            break
    holds_together(path)


def test_an_import_can_be_undone(path: Path) -> None:
    merge(path, [FULL], new=RECORD, signed=SIGNED, replacing=True)
    Log(path).undo(1, SIGNED)
    assert load(path) == RECORD


@settings(FEW, max_examples=8)
@given(contents(), st.integers(0, 2))
def test_undoing_every_change_gives_what_was(made: Content, times: int) -> None:
    with TemporaryDirectory() as name:
        path = Path(name) / "record.sqlite"
        build(RECORD, path)
        merge(path, [made], new=RECORD, signed=SIGNED)
        merge(
            path,
            [content(topics=[topic(f"t{n}") for n in range(times)])],
            new=RECORD,
            signed=SIGNED,
        )
        for entry in Log(path).changes():
            Log(path).undo(entry.id, SIGNED)
        assert load(path) == RECORD
        holds_together(path)


def test_what_was_changed_since_is_not_undone(path: Path) -> None:
    first = changed(path, edit("encounters", MET, LONGER))
    second = changed(path, edit("encounters", LONGER, replace(LONGER, note="Long.")))
    before = path.read_bytes()
    with pytest.raises(Overtaken, match=f"change {first} can't be undone: encounters 'met' was"):
        Log(path).undo(first, SIGNED)
    assert path.read_bytes() == before

    Log(path).undo(second, SIGNED)
    Log(path).undo(first, SIGNED)
    assert load(path) == RECORD


def test_what_an_import_added_and_was_changed_since_is_not_undone(path: Path) -> None:
    added = person("c")
    merge(path, [content(people=[added])], new=RECORD, signed=SIGNED)
    changed(path, edit("people", added, replace(added, name="Another")))
    with pytest.raises(Overtaken, match="people 'c' was changed since"):
        Log(path).undo(1, SIGNED)


def test_nothing_is_undone_twice(path: Path) -> None:
    number = changed(path, edit("encounters", MET, LONGER))
    undoing = Log(path).undo(number, SIGNED)
    with pytest.raises(Overtaken, match=f"change {number} is undone by change {undoing}"):
        Log(path).undo(number, SIGNED)


def test_there_is_no_change_of_that_number(path: Path) -> None:
    with pytest.raises(InputError, match='no change "7"'):
        Log(path).undo(7, SIGNED)


def test_what_others_rest_on_is_not_undone(path: Path) -> None:
    number = changed(path, edit("people", None, person("c")))
    changed(path, edit("encounters", None, encounter("a c", "2022", id="other")))
    with pytest.raises(RecordError, match="people 'c': it is named by encounters 'other' still"):
        Log(path).undo(number, SIGNED)
    holds_together(path)


# --- what is refused --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("edits", "message"),
    [
        ([edit("encounters", LONGER, None)], "encounters 'met' was changed meanwhile"),
        ([edit("people", person("z"), None)], "people 'z' was removed meanwhile"),
        ([edit("encounters", None, LONGER)], "encounters 'met': the record has a row of this id"),
        (
            [edit("encounters", MET, replace(MET, place="nowhere"))],
            "encounters 'met': 'nowhere' is not in places",
        ),
        (
            [edit("encounters", None, encounter("a z", "2022", id="other"))],
            "encounters 'other': 'z' is not in people",
        ),
        (
            [edit("citations", None, cites("encounters", "none"))],
            "citations 'c-encounters-none': 'none' is not in encounters",
        ),
        ([edit("encounters", MET, None)], "encounters 'met': it is named by citations"),
        ([edit("sources", source("test-source"), None)], "it is named by citations"),
        ([edit("topics", topic("peace"), None)], "topics 'peace': it is named by encounters 'met'"),
        (
            [
                edit("coverage", None, covers("person:a", id="all")),
                edit("people", None, person("q")),
                edit("coverage", None, covers("person:q@office:o", id="some")),
            ],
            "coverage 'some': 'o' is not in offices",
        ),
        (
            [edit("people", None, person("q")), edit("visits", None, visit("q", "x", "2001"))],
            "'x' is not in places",
        ),
        ([edit("people", None, person("q", name=""))], "name is empty"),
    ],
)
def test_what_does_not_hold_is_refused_whole(path: Path, edits: list[Edit], message: str) -> None:
    before = path.read_bytes()
    with pytest.raises(RecordError) as refused:
        change(path, edits, act=Act.AMEND, signed=SIGNED)
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)
    assert path.read_bytes() == before


def test_who_is_named_by_coverage_stays(path: Path) -> None:
    changed(path, edit("people", None, person("q")))
    changed(path, edit("coverage", None, covers("person:q", id="all")))
    with pytest.raises(RecordError, match="people 'q': it is named by coverage 'all' still"):
        change(path, [edit("people", person("q"), None)], act=Act.AMEND, signed=SIGNED)


def test_an_encounter_and_a_visit_are_two(path: Path) -> None:
    edits = [
        edit("places", None, place("fr", kind="country")),
        edit("visits", None, visit("a", "fr", "2001", id="met")),
    ]
    with pytest.raises(RecordError, match="visits 'met': it is one of the encounters too"):
        change(path, edits, act=Act.ADD, signed=SIGNED)


def test_a_record_with_a_log_is_not_built_over(path: Path) -> None:
    build(RECORD, path)
    changed(path, edit("encounters", MET, LONGER))
    with pytest.raises(RecordError, match="it has changes that would be lost"):
        build(RECORD, path)
    assert load(path).encounters == (LONGER,)


# --- two at once ------------------------------------------------------------------------------


def test_two_who_write_at_once_lose_nothing(path: Path) -> None:
    """Each adds to one note what it has read there; whoever is overtaken reads again."""
    each = 6

    def write(name: str) -> None:
        for number in range(each):
            while True:
                (met,) = load(path).encounters
                after = replace(met, note=f"{met.note} {name}{number}")
                try:
                    change(path, [edit("encounters", met, after)], act=Act.AMEND, signed=SIGNED)
                except Overtaken:
                    continue
                break

    threads = [threading.Thread(target=write, args=(name,)) for name in "xyz"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (met,) = load(path).encounters
    assert sorted(met.note.split()) == sorted(f"{name}{n}" for name in "xyz" for n in range(each))
    assert len(Log(path).changes(most=100)) == 3 * each
    holds_together(path)


_CHANGE_FOR_EVER = """
import sys
sys.path[:] = {path!r}
from dataclasses import replace
from itertools import count
from pathlib import Path
from summitry.model.changes import Act
from summitry.record.editing import change
from summitry.record.edits import Edit
from tests.records import SIGNED, person

for number in count():
    made = person(f"p{{number}}")
    change(Path(sys.argv[1]), [Edit(table="people", before=None, after=made)], act=Act.ADD,
           signed=SIGNED)
    print(number, flush=True)
"""


@pytest.mark.parametrize("seen", [1, 3, 9])
def test_a_killed_writer_leaves_what_it_said_it_did(path: Path, seen: int) -> None:
    writing = subprocess.Popen(  # noqa: S603 - this interpreter
        [sys.executable, "-c", _CHANGE_FOR_EVER.format(path=sys.path), str(path)],
        stdout=subprocess.PIPE,
    )
    assert writing.stdout is not None
    for _ in range(seen):
        writing.stdout.readline()
    writing.kill()
    writing.wait()
    writing.stdout.close()
    there = {one.id for one in load(path).people}
    assert {f"p{number}" for number in range(seen)} <= there
    assert len(Log(path).changes(most=1000)) == len(there) - len(RECORD.people)
    holds_together(path)
