"""Every change is in the log, and can be taken back; two who write at once lose nothing."""

from __future__ import annotations

import threading
from dataclasses import replace
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
from summitry.record.home import Home
from summitry.record.log import Log
from summitry.record.sql_record import SqlRecord, build, load
from summitry.record.tables import VALUES
from summitry.record.writer import merge
from summitry.record.written import BY_NAME, read, written
from tests.record.full import FULL
from tests.record.generated import FEW, WITHOUT_NUL, contents
from tests.record.homes import NewHome, held
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


@pytest.fixture(name="home")
def _home(home: Home) -> Home:
    """One that holds a small record."""
    build(RECORD, home)
    return home


def changed(home: Home, *edits: Edit, act: Act = Act.AMEND) -> int:
    number = change(home, edits, act=act, signed=SIGNED)
    holds_together(home)
    return number


def holds_together(home: Home) -> None:
    found = load(home)
    assert SqlRecord(home).about().digest == found.digest()
    assert written_pairs(home) == told(found)


def edit(table: str, before: Any, after: Any) -> Edit:  # noqa: ANN401 - rows of any table
    return Edit(table=table, before=before, after=after)


LONGER = replace(MET, minutes=Bounds.exactly(175))


# --- what is logged ---------------------------------------------------------------------------


def test_a_change_is_logged_with_who_when_and_why(home: Home) -> None:
    number = changed(home, edit("encounters", MET, LONGER))

    assert load(home).encounters == (LONGER,)
    (entry,) = Log(home).changes()
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


def test_a_record_as_it_was_built_has_no_changes(home: Home) -> None:
    assert Log(home).changes() == ()
    assert Log(home).change(1) is None


def test_the_log_takes_no_part_in_the_digest(home: Home) -> None:
    before = SqlRecord(home).about().digest
    Log(home).undo(changed(home, edit("encounters", MET, LONGER)), SIGNED)
    assert SqlRecord(home).about().digest == before
    assert len(Log(home).changes()) == 2


def test_the_last_comes_first_and_older_ones_are_asked_for(home: Home) -> None:
    names = ["a", "b", "c"]
    one, two, three = (changed(home, edit("people", None, person(f"new-{n}"))) for n in names)
    assert [entry.id for entry in Log(home).changes(most=2)] == [three, two]
    assert [entry.id for entry in Log(home).changes(before=two)] == [one]
    assert Log(home).change(two) == Log(home).changes()[1]


def test_an_import_is_one_change(home: Home) -> None:
    offered = content(encounters=[LONGER, encounter("a c", "2022", id="other")])
    merge(home, [offered], new=RECORD, signed=SIGNED, replacing=True)
    holds_together(home)

    (entry,) = Log(home).changes()
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


def test_an_import_that_changes_nothing_is_no_change(home: Home) -> None:
    merge(home, [RECORD, content(encounters=[LONGER])], new=RECORD, signed=SIGNED)
    assert Log(home).changes() == ()


def test_what_an_import_added_is_told_as_it_was_then(home: Home) -> None:
    added = person("c")
    merge(home, [content(people=[added])], new=RECORD, signed=SIGNED)
    changed(home, edit("people", added, replace(added, name="Another")))
    first = Log(home).change(1)
    assert first is not None
    assert first.rows[0].after is not None
    assert first.rows[0].after["name"] == "C"


def test_a_row_that_comes_twice_in_an_import_is_one_change_of_it(home: Home) -> None:
    known = [content(encounters=[one]) for one in (LONGER, replace(LONGER, note="Long."))]
    lacking = [content(people=[one]) for one in (person("c"), person("c", name="Another"))]
    for batches in (known, lacking):
        before = load(home)
        merge(home, batches, new=RECORD, signed=SIGNED, replacing=True)
        holds_together(home)
        (last,) = Log(home).changes(most=1)
        Log(home).undo(last.id, SIGNED)
        assert load(home) == before


# --- taking back ------------------------------------------------------------------------------


def test_each_change_can_be_undone_and_done_again(home: Home) -> None:
    cited = cites("people", "c", id="c-c")
    numbers = [
        changed(home, edit("encounters", MET, LONGER)),
        changed(home, edit("people", None, person("c")), edit("citations", None, cited)),
        changed(home, edit("citations", cites("encounters", "met"), None)),
    ]
    after = load(home)
    for number in numbers:
        undoing = Log(home).undo(number, SIGNED)
        holds_together(home)
        Log(home).undo(undoing, SIGNED)
        assert load(home) == after
    for entry in Log(home).changes():
        if entry.id in numbers:
            assert entry.undone_by is not None
    for entry in Log(home).changes():
        if entry.act is Act.UNDO and entry.undone_by is None:
            Log(home).undo(entry.id, SIGNED)
            break
    holds_together(home)


def test_an_import_can_be_undone(home: Home) -> None:
    merge(home, [FULL], new=RECORD, signed=SIGNED, replacing=True)
    Log(home).undo(1, SIGNED)
    assert load(home) == RECORD


@settings(FEW, max_examples=8)
@given(made=WITHOUT_NUL, times=st.integers(0, 2))
def test_undoing_every_change_gives_what_was(new_home: NewHome, made: Content, times: int) -> None:
    with new_home() as home:
        build(RECORD, home)
        merge(home, [made], new=RECORD, signed=SIGNED)
        merge(
            home,
            [content(topics=[topic(f"t{n}") for n in range(times)])],
            new=RECORD,
            signed=SIGNED,
        )
        for entry in Log(home).changes():
            Log(home).undo(entry.id, SIGNED)
        assert load(home) == RECORD
        holds_together(home)


def test_what_was_changed_since_is_not_undone(home: Home) -> None:
    first = changed(home, edit("encounters", MET, LONGER))
    second = changed(home, edit("encounters", LONGER, replace(LONGER, note="Long.")))
    before = held(home)
    with pytest.raises(Overtaken, match=f"change {first} can't be undone: encounters 'met' was"):
        Log(home).undo(first, SIGNED)
    assert held(home) == before

    Log(home).undo(second, SIGNED)
    Log(home).undo(first, SIGNED)
    assert load(home) == RECORD


def test_what_an_import_added_and_was_changed_since_is_not_undone(home: Home) -> None:
    added = person("c")
    merge(home, [content(people=[added])], new=RECORD, signed=SIGNED)
    changed(home, edit("people", added, replace(added, name="Another")))
    with pytest.raises(Overtaken, match="people 'c' was changed since"):
        Log(home).undo(1, SIGNED)


def test_nothing_is_undone_twice(home: Home) -> None:
    number = changed(home, edit("encounters", MET, LONGER))
    undoing = Log(home).undo(number, SIGNED)
    with pytest.raises(Overtaken, match=f"change {number} is undone by change {undoing}"):
        Log(home).undo(number, SIGNED)


def test_there_is_no_change_of_that_number(home: Home) -> None:
    with pytest.raises(InputError, match='no change "7"'):
        Log(home).undo(7, SIGNED)


def test_what_others_rest_on_is_not_undone(home: Home) -> None:
    number = changed(home, edit("people", None, person("c")))
    changed(home, edit("encounters", None, encounter("a c", "2022", id="other")))
    with pytest.raises(RecordError, match="people 'c': it is named by encounters 'other' still"):
        Log(home).undo(number, SIGNED)
    holds_together(home)


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
def test_what_does_not_hold_is_refused_whole(home: Home, edits: list[Edit], message: str) -> None:
    before = held(home)
    with pytest.raises(RecordError) as refused:
        change(home, edits, act=Act.AMEND, signed=SIGNED)
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)
    assert held(home) == before


def test_who_is_named_by_coverage_stays(home: Home) -> None:
    changed(home, edit("people", None, person("q")))
    changed(home, edit("coverage", None, covers("person:q", id="all")))
    with pytest.raises(RecordError, match="people 'q': it is named by coverage 'all' still"):
        change(home, [edit("people", person("q"), None)], act=Act.AMEND, signed=SIGNED)


def test_an_encounter_and_a_visit_are_two(home: Home) -> None:
    edits = [
        edit("places", None, place("fr", kind="country")),
        edit("visits", None, visit("a", "fr", "2001", id="met")),
    ]
    with pytest.raises(RecordError, match="visits 'met': it is one of the encounters too"):
        change(home, edits, act=Act.ADD, signed=SIGNED)


def test_a_record_with_a_log_is_not_built_over(home: Home) -> None:
    build(RECORD, home)
    changed(home, edit("encounters", MET, LONGER))
    with pytest.raises(RecordError, match="it has changes that would be lost"):
        build(RECORD, home)
    assert load(home).encounters == (LONGER,)


# --- two at once ------------------------------------------------------------------------------


def test_two_who_write_at_once_lose_nothing(home: Home) -> None:
    """Each adds to one note what it has read there; whoever is overtaken reads again."""
    each = 6

    def write(name: str) -> None:
        for number in range(each):
            while True:
                (met,) = load(home).encounters
                after = replace(met, note=f"{met.note} {name}{number}")
                try:
                    change(home, [edit("encounters", met, after)], act=Act.AMEND, signed=SIGNED)
                except Overtaken:
                    continue
                break

    threads = [threading.Thread(target=write, args=(name,)) for name in "xyz"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (met,) = load(home).encounters
    assert sorted(met.note.split()) == sorted(f"{name}{n}" for name in "xyz" for n in range(each))
    assert len(Log(home).changes(most=100)) == 3 * each
    holds_together(home)
