"""Shorthand for records and claims made by hand; days are numbered, from 1 January 2001 as 1."""

from __future__ import annotations

from typing import Any

from summitry.model.coverage import Coverage, Covered
from summitry.model.days import Days
from summitry.model.events import Encounter, Event, EventKind, Mode, Setting, Visit
from summitry.model.occasions import Landmark, Occasion
from summitry.model.people import Person, Tenure
from summitry.model.selection import Holder, Selection, Someone
from summitry.model.when import Moment, Stretch, Window
from tests.reckoning.small_records import FIRST, PEOPLE, SmallRecord, a_stretch, a_when, always

Parts = Any
"""Fields of the value that is made, by name."""


def days(first: int, last: int | None = None) -> Days:
    return Days((FIRST + first - 1, FIRST + (last or first) - 1))


def window(first: int, last: int | None = None) -> Window:
    return Window.of(days(first, last))


def on(first: int, last: int | None = None) -> Moment:
    """Some day from one to the other."""
    return a_when(days(first, last))


def from_to(first: Days, last: Days | None) -> Stretch:
    return a_stretch(a_when(first), None if last is None else a_when(last))


def met(when: Moment, **parts: Parts) -> Encounter:
    """Ann and Bob meet in person, on their own."""
    given: dict[str, Any] = {
        "id": f"e{when.written}{parts.get('sequence', '')}",
        "people": frozenset({"ann", "bob"}),
        "mode": Mode.IN_PERSON,
        "settings": frozenset({Setting.BILATERAL}),
    }
    return Encounter(when=when, **{**given, **parts})


def went(when: Moment, country: str = "xx", person: str = "ann", **parts: Parts) -> Visit:
    return Visit(id=f"v{when.written}{person}", when=when, person=person, country=country, **parts)


def term(person: str, office: str, first: int, last: int | None = None, **parts: Parts) -> Tenure:
    when = from_to(days(first), None if last is None else days(last))
    return Tenure(id=f"{person} {office} {first}", person=person, office=office, when=when, **parts)


def covers(kind: Covered, who: Someone | Holder, **parts: Parts) -> Coverage:
    given: dict[str, Any] = {"id": f"{kind} {who} {parts}", "when": always()}
    return Coverage(kind=kind, who=who, **{**given, **parts})


def record(*rows: Event | Tenure | Coverage, people: tuple[Person, ...] = ()) -> SmallRecord:
    """What is given, with a landmark on day 4, and an occasion of a series and one of none."""
    known = {person.id: person for person in people}
    return SmallRecord(
        people=tuple(known.get(p, Person(id=p, name=p, family_name=p)) for p in PEOPLE),
        rows=tuple(row for row in rows if isinstance(row, Encounter | Visit)),
        terms=tuple(row for row in rows if isinstance(row, Tenure)),
        statements=tuple(row for row in rows if isinstance(row, Coverage)),
        occasions=(
            Occasion(id="o1", name="G2 Xanadu", series="g2"),
            Occasion(id="o2", name="the Fair"),
        ),
        landmarks=(Landmark(id="flood", name="the Flood", when=on(4)),),
    )


def meetings(**parts: Parts) -> Selection:
    """Encounters of Ann and Bob."""
    return Selection(**{"who": Someone("ann"), "whom": Someone("bob"), **parts})


def visits(**parts: Parts) -> Selection:
    """Visits of Ann's."""
    return Selection(**{"kind": EventKind.VISIT, "who": Someone("ann"), **parts})
