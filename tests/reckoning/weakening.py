"""Weaker records: each says less than another, so that every history of that one fits it too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final, TypeVar

from summitry.model.bounds import Bounds
from summitry.model.coverage import Coverage, Covered
from summitry.model.days import Days
from summitry.model.events import Encounter, Event, Mode, Setting, Status, Visit, VisitKind
from summitry.model.occasions import Landmark, Occasion
from summitry.model.people import Person, Tenure
from summitry.model.when import Moment, Stretch, When
from tests.reckoning.small_records import (
    CHANGED,
    LANDMARK,
    PEOPLE,
    PLACES,
    Dice,
    SmallRecord,
    a_stretch,
    a_when,
)

T = TypeVar("T")

MOST: Final = 3
"""So many things are weakened at once, at most."""


def weakened(record: SmallRecord, dice: Dice) -> SmallRecord:
    """The record with coverage dropped or doubted, dates wider, or more left open of a row."""
    for _ in range(dice.number(1, MOST)):
        weaker = list(_weaker(record, dice))
        if weaker:
            record = dice.one(weaker)
    return record


def _weaker(record: SmallRecord, dice: Dice) -> Iterator[SmallRecord]:
    yield _doubted(record, dice)
    for statements in _each(record.statements, _less_covered, dice):
        yield replace(record, statements=statements)
    for n, statement in enumerate(record.statements):
        if statement.complete:
            kept = (*record.statements[:n], *record.statements[n + 1 :])
            yield replace(record, statements=kept)
    for rows in _each(record.rows, _vaguer_event, dice):
        yield replace(record, rows=rows)
    for terms in _each(record.terms, _vaguer_tenure, dice):
        yield replace(record, terms=terms)
    for people in _each(record.people, _vaguer_life, dice):
        yield replace(record, people=people)
    for occasions in _each(record.occasions, _vaguer_occasion, dice):
        yield replace(record, occasions=occasions)
    for landmarks in _each(record.landmarks, _vaguer_landmark, dice):
        yield replace(record, landmarks=landmarks)


def _each(rows: Sequence[T], weaker: Any, dice: Dice) -> Iterator[tuple[T, ...]]:  # noqa: ANN401
    for n, row in enumerate(rows):
        for one in weaker(row, dice):
            yield (*rows[:n], one, *rows[n + 1 :])


# --- coverage ---------------------------------------------------------------------------------


def _doubted(record: SmallRecord, dice: Dice) -> SmallRecord:
    """With a further statement that the record is known to lack something."""
    doubt = dice.coverage(7, people=PEOPLE, offices=record.offices)
    doubt = replace(doubt, id=f"d{len(record.statements)}", complete=False)
    return replace(record, statements=(*record.statements, doubt))


def _less_covered(statement: Coverage, dice: Dice) -> Iterator[Coverage]:
    """Complete for a shorter time, or for fewer kinds; what is known to be lacking stays so."""
    if not statement.complete:
        return
    day = dice.day()
    span = statement.when
    if span.start.possible.last < day and (span.end is None or day <= span.end.possible.first):
        yield replace(statement, when=a_stretch(span.start, a_when(day)))
        yield replace(statement, when=a_stretch(a_when(day), span.end))
    yield replace(statement, complete=False)
    if statement.kind is Covered.VISIT and not statement.visit_kinds:
        yield replace(statement, visit_kinds=frozenset({dice.one(tuple(VisitKind))}))
    if statement.kind is Covered.ENCOUNTER and statement.mode is None:
        yield replace(statement, mode=dice.one(tuple(Mode)))


# --- events -----------------------------------------------------------------------------------


def _vaguer_event(event: Event, dice: Dice) -> Iterator[Event]:
    for when in _wider(event.when, dice):
        yield replace(event, when=when)
    if event.status is Status.HELD:
        yield replace(event, status=Status.DISPUTED)
    if isinstance(event, Visit):
        yield from _vaguer_visit(event, dice)
    else:
        yield from _vaguer_encounter(event, dice)


def _vaguer_encounter(event: Encounter, dice: Dice) -> Iterator[Encounter]:
    if event.settings:
        more = event.settings | {dice.one(tuple(Setting))}
        yield replace(event, settings=more if dice.chance(50) else frozenset())
    # What the record puts in a state is in it on any day; nothing else is, before and after it.
    if event.place is not None and PLACES[event.place].when is None:
        yield replace(event, place=None)
        if event.place not in CHANGED:
            yield replace(event, place=PLACES[event.place].within)
    # What is surely bilateral, and of no occasion that the record names, is of none.
    if event.occasion is not None and event.settings and Setting.BILATERAL not in event.settings:
        yield replace(event, occasion=None)
    if event.host is not None:
        yield replace(event, host=None)
    if event.minutes is not None:
        yield replace(event, minutes=None)
        yield replace(event, minutes=Bounds(event.minutes.least // 2, None))
    if event.topics:
        yield replace(event, topics=frozenset())
    if event.sequence is not None:
        yield replace(event, sequence=None)


def _vaguer_visit(visit: Visit, dice: Dice) -> Iterator[Visit]:
    if visit.kinds:
        more = visit.kinds | {dice.one(tuple(VisitKind))}
        yield replace(visit, kinds=more if dice.chance(50) else frozenset())
    if visit.place is not None:
        yield replace(visit, elsewhere=True)
        if PLACES[visit.country].when is None and visit.place != visit.country:
            yield replace(visit, place=None, elsewhere=False)
    if visit.occasion is not None:
        yield replace(visit, occasion=None)


# --- tenures, lives, occasions and landmarks --------------------------------------------------


def _vaguer_tenure(tenure: Tenure, dice: Dice) -> Iterator[Tenure]:
    for when in _wider(tenure.when, dice):
        yield replace(tenure, when=when)
    for n, day in enumerate(tenure.elected):
        wide = _wider_when(day, dice)
        yield replace(tenure, elected=(*tenure.elected[:n], wide, *tenure.elected[n + 1 :]))


def _vaguer_life(person: Person, dice: Dice) -> Iterator[Person]:
    for name in ("born", "died"):
        day: When | None = getattr(person, name)
        if day is not None:
            change: dict[str, Any] = {
                name: _wider_when(day, dice) if dice.chance(50) else None,
            }
            yield replace(person, **change)


def _vaguer_occasion(occasion: Occasion, dice: Dice) -> Iterator[Occasion]:
    if occasion.when is not None:
        yield replace(occasion, when=None)
        for when in _wider(occasion.when, dice):
            yield replace(occasion, when=when)


def _vaguer_landmark(landmark: Landmark, dice: Dice) -> Iterator[Landmark]:
    assert landmark.id == LANDMARK
    for when in _wider(landmark.when, dice):
        yield replace(landmark, when=when)


# --- time -------------------------------------------------------------------------------------


def _wider(moment: Moment, dice: Dice) -> Iterator[Any]:
    """The moment with more days possible of its start, or of its end."""
    if isinstance(moment, When):
        yield _wider_when(moment, dice)
        return
    yield Stretch(_wider_when(moment.start, dice), moment.end, moment.written)
    if moment.end is not None:
        yield Stretch(moment.start, _wider_when(moment.end, dice), moment.written)


def _wider_when(when: When, dice: Dice) -> When:
    return a_when(when.possible | Days(dice.span()))
