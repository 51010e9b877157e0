"""Finer records: each with one thing settled that another leaves open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from summitry.model.coverage import Covered
from summitry.model.days import Days
from summitry.model.events import Encounter, Event, Status
from summitry.model.selection import Someone
from summitry.model.when import Moment, Stretch, When
from tests.reckoning.left_open import each_day
from tests.reckoning.small_records import PEOPLE, Dice, SmallRecord, a_when, always


def refined(record: SmallRecord, dice: Dice) -> SmallRecord:
    """The record with a date, a dispute or a setting settled, or with a further coverage statement.

    Every history of the finer record is one of the other.
    """
    finer = [*_of_events(record, dice), *_of_tenures(record, dice)]
    if not finer or dice.chance(20):
        return _covering(record, dice)
    return dice.one(finer)


def _of_events(record: SmallRecord, dice: Dice) -> Iterator[SmallRecord]:
    for i, event in enumerate(record.rows):
        for finer in _finer_events(event, dice):
            yield replace(record, rows=(*record.rows[:i], finer, *record.rows[i + 1 :]))


def _finer_events(event: Event, dice: Dice) -> Iterator[Event]:
    when = _on_a_day(event.when, dice)
    if when != event.when:
        yield replace(event, when=when)
    if event.status is Status.DISPUTED:
        yield replace(event, status=dice.one((Status.HELD, Status.DENIED)))
    if isinstance(event, Encounter) and len(event.settings) > 1:
        yield replace(event, settings=frozenset({dice.one(sorted(event.settings))}))


def _of_tenures(record: SmallRecord, dice: Dice) -> Iterator[SmallRecord]:
    for i, tenure in enumerate(record.terms):
        when = _on_a_day(tenure.when, dice)
        if when != tenure.when:
            assert isinstance(when, Stretch)
            finer = replace(tenure, when=when)
            yield replace(record, terms=(*record.terms[:i], finer, *record.terms[i + 1 :]))


def _on_a_day(moment: Moment, dice: Dice) -> Moment:
    """The moment with its ends settled, the second not before the first."""
    start = _settled(moment.start, dice)
    if isinstance(moment, When):
        return start
    if moment.end is None:
        return replace(moment, start=start)
    later = moment.end.possible - Days((1, start.possible.first - 1))
    end = None if later.is_empty() else _settled(When(later), dice)
    return moment if end is None else Stretch(start, end)


def _settled(when: When, dice: Dice) -> When:
    return a_when(dice.one(each_day(when.possible)))


def _covering(record: SmallRecord, dice: Dice) -> SmallRecord:
    """The record, said to be complete for more, often for all of one person's events."""
    kind = dice.one(tuple(Covered))
    more = replace(dice.coverage(9, people=PEOPLE, offices=record.offices), complete=True)
    if dice.chance(50):
        more = replace(
            more, kind=kind, who=Someone(dice.one(PEOPLE)), whom=None, mode=None, country=None,
            when=always(),
        )  # fmt: skip
    return replace(record, statements=(*record.statements, more))
