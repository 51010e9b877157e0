"""An event is amended as a whole, by who says why, and only as it was seen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from summitry.desk.adding import Cited, Lacking, NewEncounter, minutes
from summitry.desk.amend import amend, as_text, from_text, standing
from summitry.desk.homes import own
from summitry.desk.log import changes, undo
from summitry.model.changes import Act
from summitry.model.edtf import parse
from summitry.model.problems import InputError, Overtaken, RecordError, SummitryError
from summitry.record.checks import audit
from summitry.record.sql_record import build, load
from tests.desk.proposed import RECORD
from tests.records import SIGNED, day

CITED = Cited(source="pool-report", seen=day("2026-11-20"), quote="They met at seven")
SAME = NewEncounter(
    id="met", people=("Barack Obama", "Angela Merkel"), when=parse("2015-06"), place="Elmau"
)
(SEEN,) = RECORD.encounters


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "record.sqlite"
    build(RECORD, path)
    return path


def test_an_encounter_is_shown_as_it_stands(path: Path) -> None:
    found = standing(path, "met", from_text(as_text(replace(SEEN, note="Before."))))
    assert found.event == SEEN
    assert found.shown == replace(SEEN, people=frozenset({"barack-obama", "angela-merkel"}))
    assert found.before == replace(found.shown, note="Before.")
    assert [(one.id, of.id) for one, of in found.citations] == [("c-encounters-met", "pool-report")]
    with pytest.raises(InputError, match='no encounter "none"'):
        standing(path, "none")


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"id": 3}', '{"id": "a", "when": "x"}'])
def test_what_was_never_sent_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="not an encounter"):
        from_text(text)


def test_what_is_told_as_it_was_changes_nothing(path: Path) -> None:
    before = path.read_bytes()
    assert not amend(SAME, SEEN, None, path, signed=SIGNED).changed
    assert path.read_bytes() == before


def test_an_event_is_amended_with_what_supports_it(path: Path) -> None:
    longer = replace(SAME, when=parse("2015-06-07"), minutes=minutes("60"))
    done = amend(longer, SEEN, CITED, path, signed=SIGNED, dropped=["c-encounters-met"])
    assert done.changed
    assert done.says == "Angela Merkel and Barack Obama met in Elmau on 7 June 2015 (60 minutes)."
    (met,) = load(path).encounters
    assert met == replace(SEEN, when=parse("2015-06-07"), minutes=minutes("60"))
    assert [c.quote for c in load(path).citations if c.row == "met"] == ["They met at seven"]
    assert audit(load(path)) == audit(RECORD)
    (entry,) = changes(path)
    assert (entry.act, entry.signed, entry.size) == (Act.AMEND, SIGNED, 3)
    undo(path, entry.id, SIGNED)
    assert load(path) == RECORD


def test_what_the_record_lacks_comes_with_it(path: Path) -> None:
    event = replace(SAME, lacking=Lacking(people=("Xi Jinping=Xi",)))
    amend(event, SEEN, CITED, path, signed=SIGNED)
    assert load(path).encounters[0].people == SEEN.people | {"xi-jinping"}


def test_the_second_of_two_editors_is_told(path: Path) -> None:
    amend(replace(SAME, note="The first."), SEEN, None, path, signed=SIGNED)
    before = path.read_bytes()
    with pytest.raises(Overtaken, match="encounters 'met' was changed meanwhile"):
        amend(replace(SAME, note="The second."), SEEN, None, path, signed=SIGNED)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("event", "dropped", "message"),
    [
        (replace(SAME, people=("Barack Obama",)), (), "expected two people or more"),
        (replace(SAME, place="Nowhere"), (), 'unknown place "Nowhere"'),
        (SAME, ("c-encounters-met",), "nothing supports it"),
        (SAME, ("c-people-barack-obama",), 'no citation "c-people-barack-obama" of the event'),
        (SAME, ("none",), 'no citation "none" of the event'),
    ],
)
def test_what_can_not_be_is_refused_and_nothing_done(
    path: Path, event: NewEncounter, dropped: tuple[str, ...], message: str
) -> None:
    before = path.read_bytes()
    with pytest.raises(SummitryError) as refused:
        amend(event, SEEN, None, path, signed=SIGNED, dropped=dropped)
    assert message in str(refused.value)
    assert path.read_bytes() == before


def test_a_reason_is_needed(path: Path) -> None:
    with pytest.raises(InputError, match="no reason"):
        amend(replace(SAME, note="Why?"), SEEN, None, path, signed=replace(SIGNED, reason=""))
    with pytest.raises(InputError, match="no reason"):
        undo(path, 1, replace(SIGNED, reason=""))


def test_only_files_of_ones_own_have_a_log(tmp_path: Path) -> None:
    for record in (None, tmp_path):
        with pytest.raises(RecordError, match="expected a SQLite file"):
            own(record)
