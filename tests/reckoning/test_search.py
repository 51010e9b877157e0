"""Which events a selection may mean, whatever became of them."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from summitry.model.events import Status
from summitry.model.selection import Holder, Selection
from summitry.reckoning import Frame, means, search, surely
from tests.reckoning.cases import met, went
from tests.records import encounter, place, record, tenure, visit

EVENTS: Final = record(
    places=[place("ru", kind="country"), place("moscow", within="ru")],
    encounters=[
        encounter("ann bob", "2011-03-02", id="met", place="moscow"),
        encounter("ann bob", "2010", id="vague", setting=""),
        encounter("ann bob", "2012-03-02", id="disputed", status="disputed"),
        encounter("ann bob", "2013-03-02", id="planned", status="planned"),
        encounter("ann bob", "2014-03-02", id="cancelled", status="cancelled"),
        encounter("ann cat", "2011-03-02", id="another"),
    ],
    visits=[visit("ann", "ru", "2011-03-01", id="visit")],
)
EVERY: Final = frozenset(Status)
HELD: Final = frozenset({Status.HELD})


@pytest.mark.parametrize(
    ("chosen", "statuses", "found"),
    [
        pytest.param([met()], EVERY, "vague met disputed planned cancelled", id="of every status"),
        pytest.param([met()], HELD, "vague met", id="held alone"),
        pytest.param([met()], [Status.PLANNED], "planned", id="planned alone"),
        pytest.param([met(window="2011")], EVERY, "met", id="then"),
        pytest.param([met(window="2010-05-01")], EVERY, "vague", id="perhaps then"),
        pytest.param([met(place="moscow", window="2011")], EVERY, "met", id="there"),
        pytest.param([met(settings="sidelines")], EVERY, "vague", id="perhaps so"),
        pytest.param([went(place="moscow")], EVERY, "visit", id="a visit, perhaps there"),
        pytest.param(
            [went(), met("ann", "cat"), met(window="2011")],
            EVERY,
            "visit another met",
            id="by one of several selections, each once, by day and then by id",
        ),
        pytest.param([met(), met("bob", "ann")], HELD, "vague met", id="by two, once"),
        pytest.param([], EVERY, "", id="by none"),
    ],
)
def test_events_that_may_be_meant_are_found(
    chosen: list[Selection], statuses: frozenset[Status], found: str
) -> None:
    frame = Frame.of(EVENTS, date.max)
    assert [event.id for event in search(frame, chosen, statuses=statuses)] == found.split()


def test_events_are_found_as_they_are_recorded() -> None:
    (event,) = search(Frame.of(EVENTS, date.max), [met()], statuses=[Status.CANCELLED])
    assert event == EVENTS.event("cancelled")


def test_nothing_after_the_as_of_day_is_found() -> None:
    found = search(Frame.of(EVENTS, date(2012, 1, 1)), [met()], statuses=EVERY)
    assert [event.id for event in found] == ["vague", "met"]


def test_events_that_are_surely_meant_are_found_among_those_of_known_holders() -> None:
    held = record(
        tenures=[
            tenure("ann", "boss", "2011-01/2011-12"),
            tenure("bob", "chair", "2011-01/2011-12"),
        ],
        encounters=[
            encounter("ann bob", "2011-03-02", id="met"),
            encounter("ann cat", "2011-03-03", id="another"),
            encounter("ann bob", "2012-03-02", id="later"),
            encounter("ann bob", "2011-03-04", id="disputed", status="disputed"),
        ],
    )
    frame = Frame.of(held, date.max)
    chosen = Selection(who=Holder("boss"), whom=Holder("chair"))
    assert [event.id for event in surely(frame, chosen)] == ["met"]
    assert [event.id for event in search(frame, [chosen], statuses=HELD)] == [
        "met",
        "another",
        "later",
    ]


def test_an_event_is_surely_meant_or_not() -> None:
    frame = Frame.of(EVENTS, date.max)
    (event,) = (event for event in EVENTS.events() if event.id == "vague")
    assert means(frame, met(), event)
    assert not means(frame, met(window="2010-05-01"), event)
