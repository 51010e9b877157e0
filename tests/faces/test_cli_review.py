"""A review on the command line, by a person or through a pipe; the log, and what undoes it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from summitry.model.proposals import ProposalState
from summitry.record.proposed import SqlProposals
from summitry.record.sql_record import build, load
from tests.desk.proposed import DETAIL, EVERY, NEW, RECORD, report
from tests.faces.command import Ran, answered, call


@pytest.fixture
def record(tmp_path: Path) -> str:
    path = tmp_path / "record.sqlite"
    build(RECORD, path)
    SqlProposals(path).save(EVERY)
    return str(path)


SIGNED = ("--by", "Ann", "--why", "Two papers.")


def states(record: str) -> dict[str, ProposalState]:
    kept = SqlProposals(Path(record)).listed(tuple(ProposalState))
    return {one.id: one.state for one in kept if one.state is not ProposalState.OPEN}


def walked(record: str, *lines: str, more: tuple[str, ...] = ()) -> Ran:
    return call("review", *more, "--record", record, stdin="\n".join((*lines, "")).encode())


def test_open_proposals_are_listed(record: str) -> None:
    listed = answered("review", "--list", "--record", record).out.splitlines()
    assert listed[2] == (
        "p-detail: adds a detail: Barack Obama and Angela Merkel, in person, Schloss Elmau,"
        " on 7 June 2015 (2 reports, 1 independent)"
    )
    assert len(listed) == len(EVERY)


def test_one_is_accepted_with_a_word_on_why(record: str) -> None:
    done = answered("review", "--accept", NEW.id, *SIGNED, "--record", record)
    assert done.out.startswith(f"{record}: accepted p-new as elmau-2015: Barack Obama and David")
    logged = answered("record", "log", "--record", record).out.splitlines()
    assert logged[0].startswith("1  2")
    assert logged[0].endswith(" UTC  accept p-new, Ann: Two papers.")
    assert "    encounters elmau-2015 added" in logged

    undone = answered("record", "undo", "1", *SIGNED, "--record", record)
    assert undone.out == f"{record}: change 2 undoes 1\n"
    assert load(Path(record)) == RECORD
    assert states(record) == {}
    lines = answered("record", "log", "--most", "1", "--record", record).out.splitlines()
    assert " UTC  undo 1 p-new, Ann: Two papers." in lines[0]


def test_one_is_accepted_otherwise(record: str) -> None:
    otherwise = ("--set", "place=", "--set", "new-place=Kruen, Germany", "--set", "minutes=60")
    answered("review", "--accept", NEW.id, *otherwise, *SIGNED, "--record", record)
    added = next(one for one in load(Path(record)).encounters if one.id != "met")
    assert added.place == "kruen"
    assert added.minutes is not None


def test_one_is_accepted_as_another_event(record: str) -> None:
    answered("review", "--accept", NEW.id, "--into", "met", *SIGNED, "--record", record)
    assert states(record) == {NEW.id: ProposalState.MERGED}


def test_one_is_rejected(record: str) -> None:
    done = answered("review", "--reject", NEW.id, *SIGNED, "--record", record)
    assert done.out == f"{record}: rejected p-new\n"
    assert load(Path(record)) == RECORD


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--accept", "p-new", "--by", "Ann"), 'no reason "" (expected a few words on why)'),
        (("--accept", "p-none", *SIGNED), 'no proposal "p-none" (expected the id of one'),
        (("--accept", "p-new", "--by", " ", "--why", "x"), 'nobody: " " (expected the name'),
        (("--list", "--accept", "p-new"), "expected one of --list, --accept and --reject"),
        (("--into", "met"), "--into, --set and --anyway are of --accept"),
        (("--accept", "p-new", "--set", "place", *SIGNED), 'not an edit: "place"'),
        (("--accept", "p-new", "--set", "where=x", *SIGNED), 'no cell "where"'),
        (("--accept", "p-new", "--set", "place=Nowhere", *SIGNED), 'unknown place "Nowhere"'),
    ],
)
def test_a_bad_call_is_one_line_and_nothing_done(
    record: str, arguments: tuple[str, ...], message: str
) -> None:
    before = Path(record).read_bytes()
    done = call("review", *arguments, "--record", record)
    assert (done.status, done.out) == (2, "")
    assert message in done.err
    assert done.err.count("\n") == 1
    assert Path(record).read_bytes() == before


def test_a_walk_takes_each_answer(record: str) -> None:
    done = walked(
        record,
        *("skip",),  # p-confirms
        *("what", "r", "Ann", "A mistake."),  # p-conflict
        *("e", "minutes=90", "fax", "", "a", "Both papers."),  # p-detail
        *("m", "met", "The same."),  # p-new
    )
    assert (done.status, done.err) == (0, "")
    assert 'not an answer: "what"' in done.out
    assert 'not an edit: "fax"' in done.out
    assert '  minutes: "" becomes "90"'.replace("minutes", "duration_minutes") in done.out
    assert done.out.endswith("decided 3, left 1\n")
    assert states(record) == {
        "p-conflict": ProposalState.REJECTED,
        "p-detail": ProposalState.ACCEPTED,
        "p-new": ProposalState.MERGED,
    }


def test_a_decision_is_undone_on_the_walk(record: str) -> None:
    done = walked(record, "u", "r", "Wrong.", "u", "No, right.", "q", more=("--by", "Ann"))
    assert "nothing was decided yet" in done.out
    assert "undone: change 1" in done.out
    assert done.out.endswith(f"decided 0, left {len(EVERY)}\n")
    assert states(record) == {}


def test_a_walk_ends_with_what_is_typed(record: str) -> None:
    assert walked(record, "a", "Ann").out.endswith(f"decided 0, left {len(EVERY)}\n")
    assert states(record) == {}


def test_a_refusal_asks_again(record: str) -> None:
    done = walked(record, "s", "s", "s", "e", "place=Nowhere", "", "a", "Ann", "Why.", "q")
    assert "can't be accepted as it is: unknown place" in done.out
    assert done.out.count('unknown place "Nowhere"') == 2
    assert states(record) == {}


def test_nothing_open_is_nothing_to_do(tmp_path: Path) -> None:
    path = tmp_path / "record.sqlite"
    build(RECORD, path)
    assert answered("review", "--list", "--record", str(path)).out == f"{path}: no open proposals\n"
    assert answered("record", "log", "--record", str(path)).out == "no changes\n"


def test_what_a_report_says_moves_no_cursor(tmp_path: Path) -> None:
    path = tmp_path / "record.sqlite"
    build(RECORD, path)
    hostile = report(
        "one", sentence="They \x1b[2Jmet.", title="\x1b]0;x\x07", publisher="\u202eabc"
    )
    SqlProposals(path).save([replace(DETAIL, reports=(hostile,))])
    shown = walked(str(path), "q").out
    assert "\x1b" not in shown
    assert "\u202e" not in shown


@pytest.mark.parametrize("arguments", [("--by", "\udcff", "--why", "x"), ("--why", "\udcff")])
def test_half_a_character_is_refused(record: str, arguments: tuple[str, ...]) -> None:
    before = Path(record).read_bytes()
    done = call("review", "--reject", NEW.id, *arguments, "--record", record)
    assert done.status == 2
    assert "half of a character (expected text)" in done.err
    assert Path(record).read_bytes() == before


def test_the_bundled_record_has_no_proposals() -> None:
    for command in (("review",), ("record", "log"), ("record", "undo", "1", "--why", "x")):
        done = call(*command)
        assert done.status == 2
        assert "the bundled record has no log and no proposals" in done.err
