"""A proposal tells of one event, by reports, and is open until somebody signs."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from summitry.model.changes import Signature
from summitry.model.events import EventKind
from summitry.model.proposals import (
    Attendee,
    Proposal,
    ProposalState,
    Relation,
    Report,
    ToldEvent,
)

SIGNED = Signature(author="Ann", made=datetime(2026, 11, 23, tzinfo=UTC), reason="two papers")


def report(document: str, copies: str) -> Report:
    return Report(
        document=document, sentence="They met.", start=0, end=9, says="They met.", copies=copies
    )


MET = ToldEvent(kind=EventKind.ENCOUNTER, people=(Attendee(name="a"), Attendee(name="b")))
NEW = Proposal(
    id="p1",
    relation=Relation.NEW,
    event=MET,
    because="No encounter of the two is on record in 2021.",
    reports=(report("one", "x"), report("two", "x"), report("three", "y")),
)


def test_copies_of_one_text_are_one_voice() -> None:
    assert NEW.independent == 2


@pytest.mark.parametrize("kind", list(EventKind))
def test_an_event_needs_who_took_part(kind: EventKind) -> None:
    enough = 1 if kind is EventKind.VISIT else 2
    people = (Attendee(name="a"), Attendee(name="b"))
    assert ToldEvent(kind=kind, people=people[:enough]).people == people[:enough]
    with pytest.raises(ValueError, match=f"{kind} of {enough - 1}: expected {enough} people"):
        ToldEvent(kind=kind, people=people[: enough - 1])


def test_a_proposal_needs_a_report() -> None:
    with pytest.raises(ValueError, match="'p1' needs a report"):
        replace(NEW, reports=())


def test_only_a_new_event_matches_none() -> None:
    assert replace(NEW, relation=Relation.CONFIRMS, matched="e").matched == "e"
    with pytest.raises(ValueError, match="matches none"):
        replace(NEW, matched="e")
    with pytest.raises(ValueError, match="matches none"):
        replace(NEW, relation=Relation.CONFIRMS)


def test_a_decision_is_signed() -> None:
    decided = replace(NEW, state=ProposalState.REJECTED, decided=SIGNED)
    assert decided.decided is SIGNED
    with pytest.raises(ValueError, match="signs"):
        replace(NEW, decided=SIGNED)
    with pytest.raises(ValueError, match="signs"):
        replace(NEW, state=ProposalState.ACCEPTED)
