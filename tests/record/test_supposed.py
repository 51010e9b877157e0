from __future__ import annotations

from datetime import date

from summitry.model.days import Days
from summitry.model.events import EventKind
from summitry.record.open import open_record
from summitry.record.supposed import Supposed
from summitry.record.view import Narrowing
from tests.records import covers, encounter, occasion, record, tenure, visit

BASE = record(
    tenures=[tenure("anna-a", "aa-leader", "2001/2010")],
    places=["aa"],
    encounters=[encounter("anna-a ben-b", "2003-05-01", id="met")],
    visits=[visit("anna-a", "aa", "2003-05-01", id="came")],
    coverage=[covers("person:anna-a", "person:ben-b", "2001/2004")],
)
MEETING = encounter("anna-a cleo-c", "2002-01-01", id="supposed")
GATHERING = occasion("supposed-gathering", "2002-01-01")
FURTHER = covers("person:anna-a", "person:ben-b", "2001/2009", id="further")


def supposed() -> Supposed:
    return Supposed(BASE, (FURTHER,), (MEETING,), (GATHERING,))


def test_what_is_supposed_stands_among_the_record_s_own_in_their_order() -> None:
    view = supposed()
    assert [event.id for event in view.events()] == ["supposed", "came", "met"]
    assert [view.event(id) for id in ("supposed", "met", "none")] == [
        MEETING,
        BASE.event("met"),
        None,
    ]
    assert view.coverage() == (FURTHER,)
    assert view.names().occasions["supposed-gathering"] == GATHERING


def test_a_narrowing_narrows_what_is_supposed_too() -> None:
    view = supposed()
    assert [e.id for e in view.events(Narrowing(people=frozenset({"ben-b"})))] == ["met"]
    assert [e.id for e in view.events(Narrowing(kind=EventKind.VISIT))] == ["came"]
    days = Days.between(date(2002, 1, 1), date(2002, 1, 1))
    assert [e.id for e in view.events(Narrowing(days=days))] == ["supposed"]


def test_the_record_stays_as_it_is() -> None:
    about, events, names = BASE.about(), BASE.events(), BASE.names()
    view = supposed()
    view.events()
    assert view.about() == BASE.about() == about
    assert BASE.events() == events
    assert "supposed-gathering" not in names.occasions
    assert view.citations("encounters", "supposed") == ()


def test_nothing_supposed_is_the_record() -> None:
    bundled = open_record(None)
    view = Supposed(bundled, bundled.coverage())
    assert view.events() == bundled.events()
    assert view.names() is bundled.names()
    assert view.tenures() == bundled.tenures()
    assert (view.places(), view.sources()) == (bundled.places(), bundled.sources())
