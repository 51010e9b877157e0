"""Proposals are kept beside the content, as they were, and decided once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from summitry.model.bounds import Bounds
from summitry.model.changes import Act
from summitry.model.edtf import parse
from summitry.model.events import EventKind, Mode, Setting, Status, VisitKind
from summitry.model.problems import Overtaken
from summitry.model.proposals import (
    Attendee,
    Proposal,
    ProposalState,
    Relation,
    Report,
    ToldEvent,
)
from summitry.record.editing import change
from summitry.record.edits import Decision, Edit
from summitry.record.home import Home
from summitry.record.log import Log
from summitry.record.proposals import Proposals, Saved
from summitry.record.proposed import SqlProposals
from summitry.record.sql_record import SqlRecord, build, load
from tests.record.homes import held
from tests.records import SIGNED, content, person

REPORT = Report(
    document="a-1",
    sentence="Ann met Bob in Geneva on Wednesday.",
    start=10,
    end=45,
    says="Ann and Bob met in Geneva on 16 June 2021.",
    copies="wire-1",
    title="They met",
    publisher="The Daily",
    url="https://example.org/1",
    published=date(2021, 6, 17),
)
MET = Proposal(
    id="p-met",
    relation=Relation.NEW,
    event=ToldEvent(
        kind=EventKind.ENCOUNTER,
        people=(Attendee(name="Ann", capacity="president"), Attendee(name="Bob")),
        when=parse("2021-06-16"),
        mode=Mode.IN_PERSON,
        settings=frozenset({Setting.BILATERAL, Setting.SIDELINES}),
        place="Geneva",
        occasion="A summit",
        host="Ann",
        minutes=Bounds(120, None),
        topics=("peace",),
    ),
    because="No encounter of the two is on record in 2021.",
    reports=(REPORT, Report(document="b", sentence="S.", start=0, end=2, says="S.", copies="b")),
)
STAYED = Proposal(
    id="p-stayed",
    relation=Relation.CONFLICTS,
    event=ToldEvent(
        kind=EventKind.VISIT,
        people=(Attendee(name="Ann"),),
        kinds=frozenset({VisitKind.STATE}),
        country="France",
        status=Status.DENIED,
    ),
    matched="met",
    because="Both are of June 2021.",
    reports=(REPORT,),
)


@pytest.fixture(name="home")
def _home(home: Home) -> Home:
    """One that holds two people."""
    build(content(people=["ann", "bob"]), home)
    return home


@pytest.fixture
def kept(home: Home) -> Proposals:
    return SqlProposals(home)


def test_what_is_kept_is_given_back(kept: Proposals) -> None:
    assert kept.save([STAYED, MET]) == Saved(added=2)
    assert kept.listed() == (MET, STAYED)
    assert kept.proposal("p-stayed") == STAYED
    assert kept.proposal("p-other") is None
    assert kept.listed({ProposalState.REJECTED}) == ()


def test_saving_twice_changes_nothing(home: Home, kept: Proposals) -> None:
    kept.save([MET])
    before = held(home)
    assert kept.save([MET]) == Saved(kept=1)
    assert held(home) == before


def test_an_open_one_gives_way(kept: Proposals) -> None:
    kept.save([MET])
    more = replace(MET, reports=(REPORT,))
    assert kept.save([more]) == Saved(renewed=1)
    assert kept.listed() == (more,)


def test_proposals_are_no_part_of_the_content(home: Home, kept: Proposals) -> None:
    before, digest = load(home), SqlRecord(home).about().digest
    kept.save([MET])
    assert load(home) == before
    assert SqlRecord(home).about().digest == digest


REJECTION = Decision(
    proposal=MET.id, was=ProposalState.OPEN, becomes=ProposalState.REJECTED, event=None
)
ACCEPTANCE = replace(REJECTION, becomes=ProposalState.ACCEPTED, event="met")


def test_a_decision_is_signed_logged_and_stays(home: Home, kept: Proposals) -> None:
    kept.save([MET])
    change(home, [], act=Act.REJECT, signed=SIGNED, decision=REJECTION)

    decided = replace(MET, state=ProposalState.REJECTED, decided=SIGNED)
    assert kept.listed(tuple(ProposalState)) == (decided,)
    assert kept.save([replace(MET, because="Another.")]) == Saved(kept=1)
    assert kept.proposal(MET.id) == decided
    (entry,) = Log(home).changes()
    assert (entry.act, entry.proposal, entry.size) == (Act.REJECT, MET.id, 0)


def test_nothing_is_decided_twice(home: Home, kept: Proposals) -> None:
    kept.save([MET])
    change(home, [], act=Act.REJECT, signed=SIGNED, decision=REJECTION)
    before = held(home)
    new = Edit(table="people", before=None, after=person("cat"))
    with pytest.raises(Overtaken, match="proposal 'p-met' is rejected by now"):
        change(home, [new], act=Act.ACCEPT, signed=SIGNED, decision=ACCEPTANCE)
    assert held(home) == before
    missing = replace(REJECTION, proposal="p-none")
    with pytest.raises(Overtaken, match="proposal 'p-none' is not there"):
        change(home, [], act=Act.REJECT, signed=SIGNED, decision=missing)


def test_an_acceptance_that_is_undone_opens_the_proposal_and_again_accepts_it(
    home: Home, kept: Proposals
) -> None:
    kept.save([MET])
    new = Edit(table="people", before=None, after=person("cat"))
    number = change(home, [new], act=Act.ACCEPT, signed=SIGNED, decision=ACCEPTANCE)
    accepted = kept.proposal(MET.id)
    assert accepted is not None
    assert (accepted.state, accepted.became) == (ProposalState.ACCEPTED, "met")

    undoing = Log(home).undo(number, SIGNED)
    assert kept.listed() == (MET,)
    assert "cat" not in {one.id for one in load(home).people}

    Log(home).undo(undoing, SIGNED)
    assert kept.proposal(MET.id) == accepted
    assert "cat" in {one.id for one in load(home).people}
