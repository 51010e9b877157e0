"""Nothing that was read enters a record but by an acceptance, which is whole and signed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from summitry.desk.adding import Lacking
from summitry.desk.log import undo
from summitry.desk.review import Taking, accept, effect, proposal, proposals, reject
from summitry.desk.told import edited
from summitry.model.edtf import parse
from summitry.model.events import EventKind, Mode, VisitKind
from summitry.model.problems import InputError, Overtaken, SummitryError
from summitry.model.proposals import Attendee, ProposalState, Relation
from summitry.record.checks import audit
from summitry.record.proposed import SqlProposals
from summitry.record.sql_record import build, load
from tests.desk.proposed import CONFIRMS, CONFLICT, DETAIL, EVERY, NEW, RECORD, report, told
from tests.records import SIGNED


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "record.sqlite"
    build(RECORD, path)
    SqlProposals(path).save(EVERY)
    return path


def test_what_is_proposed_is_not_in_the_record(path: Path) -> None:
    assert load(path) == RECORD
    assert proposals(path) == EVERY


def test_a_detail_is_taken_with_one_citation_of_each_voice(path: Path) -> None:
    done = accept(DETAIL.id, path, signed=SIGNED)
    (met,) = load(path).encounters
    assert (met.when, met.place) == (parse("2015-06-07"), "schloss-elmau")
    assert met.topics == frozenset({"trade"})
    assert met.people == RECORD.encounters[0].people, "as they are stored, though shown as others"
    (cited,) = set(load(path).citations) - set(RECORD.citations)
    assert (cited.row, cited.quote) == ("met", "Obama met Merkel at Schloss Elmau on June 7.")
    (added,) = set(load(path).sources) - set(RECORD.sources)
    assert (added.url, added.publisher) == ("https://example.org/one", "The Daily")
    assert audit(load(path)) == audit(RECORD)

    decided = proposal(path, DETAIL.id)
    assert (decided.state, decided.decided, decided.became) == (
        ProposalState.ACCEPTED,
        SIGNED,
        "met",
    )
    undo(path, done.change, SIGNED)
    assert load(path) == RECORD
    assert proposals(path) == EVERY


def test_a_new_event_is_added(path: Path) -> None:
    done = accept(NEW.id, path, signed=SIGNED)
    assert done.effect.says.startswith("Barack Obama and David Cameron met in Elmau on 8 June 2015")
    assert len(load(path).encounters) == 2
    assert audit(load(path)) == audit(RECORD)


def test_another_source_changes_nothing_but_the_citations(path: Path) -> None:
    done = accept(CONFIRMS.id, path, signed=SIGNED)
    assert (done.effect.before, done.effect.after, done.effect.citations) == ({}, {}, 1)
    assert load(path).encounters == RECORD.encounters
    assert len(load(path).citations) == len(RECORD.citations) + 1


def test_a_correction_is_told_before_it_is_taken(path: Path) -> None:
    would = effect(CONFLICT, path, today=SIGNED.made.date())
    assert would.before == {"when": "2015-06", "place": "elmau"}
    assert would.after == {"when": "2015-07-01", "place": "berlin"}
    assert load(path) == RECORD
    assert accept(CONFLICT.id, path, signed=SIGNED).effect == would


def test_what_is_not_as_it_was_shown_is_shown_again(path: Path) -> None:
    mark = effect(CONFLICT, path, today=SIGNED.made.date()).mark
    other = effect(DETAIL, path, today=SIGNED.made.date()).mark
    accept(DETAIL.id, path, Taking(seen=other), signed=SIGNED)
    before = path.read_bytes()
    with pytest.raises(Overtaken, match="expected another look"):
        accept(CONFLICT.id, path, Taking(seen=mark), signed=SIGNED)
    assert path.read_bytes() == before

    again = effect(CONFLICT, path, today=SIGNED.made.date()).mark
    SqlProposals(path).save([replace(CONFLICT, because="Another reason.")])
    with pytest.raises(Overtaken, match="expected another look"):
        accept(CONFLICT.id, path, Taking(seen=again), signed=SIGNED)


def test_what_is_less_exact_takes_nothing_away(path: Path) -> None:
    accept(DETAIL.id, path, signed=SIGNED)
    before = load(path).encounters
    accept(CONFIRMS.id, path, signed=SIGNED)
    assert load(path).encounters == before


def test_it_may_be_accepted_as_another_event(path: Path) -> None:
    done = accept(NEW.id, path, signed=SIGNED)
    more = replace(NEW, id="p-more", reports=(report("five"),))
    SqlProposals(path).save([more])
    accept(more.id, path, Taking(into=done.effect.id), signed=SIGNED)
    assert len(load(path).encounters) == 2
    assert proposal(path, more.id).state is ProposalState.MERGED


def test_what_the_record_lacks_comes_with_it(path: Path) -> None:
    event = edited(edited(NEW.event, "people", "Barack Obama" + ";Xi Jinping"), "place", "")
    one = replace(event, people=(Attendee(name="Barack Obama"), Attendee(name="David Cameron")))
    lacking = Lacking(people=("Xi Jinping=Xi",), place="Kruen, Germany")
    accept(NEW.id, path, Taking(event=one, lacking=lacking), signed=SIGNED)
    assert {p.id for p in load(path).people} >= {"xi-jinping"}
    assert audit(load(path)) == audit(RECORD)


def test_a_visit_is_proposed_as_well(path: Path) -> None:
    stay = told(
        "Barack Obama",
        when="2015-06-07/2015-06-08",
        kind=EventKind.VISIT,
        mode=None,
        country="Germany",
        kinds=frozenset({VisitKind.WORKING, VisitKind.OFFICIAL}),
    )
    SqlProposals(path).save([replace(NEW, id="p-stay", event=stay)])
    accept("p-stay", path, signed=SIGNED)
    (visit,) = load(path).visits
    closer = replace(stay, place="Elmau", kinds=frozenset({VisitKind.WORKING}), when=None)
    SqlProposals(path).save(
        [replace(DETAIL, id="p-closer", event=closer, matched=visit.id, reports=(report("six"),))]
    )
    accept("p-closer", path, signed=SIGNED)
    (visit,) = load(path).visits
    assert (visit.place, visit.kinds) == ("elmau", frozenset({VisitKind.WORKING}))


def test_a_rejection_changes_nothing_of_the_content(path: Path) -> None:
    reject(NEW.id, path, signed=SIGNED)
    assert load(path) == RECORD
    assert proposal(path, NEW.id).state is ProposalState.REJECTED


@pytest.mark.parametrize(
    ("id", "taking", "message"),
    [
        ("p-none", Taking(), 'no proposal "p-none"'),
        (NEW.id, Taking(into="none"), 'no encounter "none"'),
        (NEW.id, Taking(event=told("Obama", "Nobody")), 'unknown person "Nobody"'),
        (NEW.id, Taking(event=told("Obama", "Cameron", when="")), "no day is told"),
        (
            NEW.id,
            Taking(event=told("Obama", "Cameron", place="Nowhere")),
            'unknown place "Nowhere"',
        ),
        (
            NEW.id,
            Taking(event=told("Barack Obama", "Angela Merkel", when="2015-06-08")),
            'it may be "met"',
        ),
        (
            NEW.id,
            Taking(event=told("Obama", "Cameron", mode=Mode.PHONE, place="Elmau")),
            "an encounter by phone has the place",
        ),
        (
            DETAIL.id,
            Taking(
                event=replace(
                    told("Barack Obama"[:12], "Angela Merkel"), kind=EventKind.VISIT, country="de"
                )
            ),
            'no visit "met"',
        ),
    ],
)
def test_what_can_not_be_is_refused_in_a_line_and_nothing_done(
    path: Path, id: str, taking: Taking, message: str
) -> None:
    before = path.read_bytes()
    with pytest.raises(SummitryError) as refused:
        accept(id, path, taking, signed=SIGNED)
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)
    assert path.read_bytes() == before


def test_a_reason_is_needed(path: Path) -> None:
    unsaid = replace(SIGNED, reason="")
    with pytest.raises(InputError, match="no reason"):
        accept(NEW.id, path, signed=unsaid)
    with pytest.raises(InputError, match="no reason"):
        reject(NEW.id, path, signed=unsaid)


def test_what_is_decided_is_decided(path: Path) -> None:
    reject(NEW.id, path, signed=SIGNED)
    for decide in (accept, reject):
        with pytest.raises(InputError, match='"p-new" was rejected by tester'):
            decide(NEW.id, path, signed=SIGNED)


@pytest.mark.parametrize(
    ("cell", "text", "message"),
    [
        ("where", "Elmau", 'no cell "where" \\(expected one of people, when, mode'),
        ("when", "soon", 'not a when: "soon"'),
        ("people", "Barack Obama", "expected 2 people"),
        ("mode", "fax", 'not a mode: "fax" \\(expected one of in-person'),
    ],
)
def test_a_cell_holds_what_it_can(cell: str, text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        edited(NEW.event, cell, text)


def test_a_cell_may_be_emptied() -> None:
    assert edited(NEW.event, "place", "").place == ""
    assert edited(NEW.event, "when", "").when is None
    assert edited(NEW.event, "minutes", "60").minutes is not None
    assert NEW.relation is Relation.NEW
