"""What a picture shows: the held events of two parties, by counterpart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from summitry.model.days import ANY_DAY, Days
from summitry.model.events import Encounter, Event, Status, Visit
from summitry.model.names import Names
from summitry.model.people import PersonId, Tenure
from summitry.model.selection import Party, Someone
from summitry.telling.basis import Basis
from summitry.telling.history import Entry, History


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What was held with one counterpart: encounters in person, contacts and visits, in time."""

    person: PersonId
    tenures: tuple[Tenure, ...] = ()
    meetings: tuple[Encounter, ...] = ()
    contacts: tuple[Encounter, ...] = ()
    visits: tuple[Visit, ...] = ()

    @property
    def events(self) -> tuple[Event, ...]:
        """Everything in the row."""
        return (*self.meetings, *self.contacts, *self.visits)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A history as pictures need it: nothing in ``rows`` is anything but held.

    ``one`` and ``other`` are the parties; ``not_held`` counts what is not drawn, by status;
    ``window`` is the time that is asked for.
    """

    title: str
    one: Party
    other: Party
    basis: Basis
    as_of: date
    names: Names
    rows: tuple[Row, ...]
    not_held: Mapping[Status, int]
    window: Days = ANY_DAY

    def kept(self, keep: Callable[[Event], bool], window: Days = ANY_DAY) -> Shown:
        """The same with the events alone that are to be kept, and rows that have any."""
        rows = tuple(_kept(row, keep) for row in self.rows)
        return replace(self, rows=_telling(rows), not_held={}, window=window)

    def meetings(self) -> tuple[Encounter, ...]:
        """The encounters in person, each once, in the order of time."""
        return _once(event for row in self.rows for event in row.meetings)

    def encounters(self) -> tuple[Encounter, ...]:
        """All encounters, each once, in the order of time."""
        return _once(event for row in self.rows for event in (*row.meetings, *row.contacts))

    def tenures(self) -> tuple[Tenure, ...]:
        """The first party's times in the offices that lead; of an office none."""
        if not isinstance(self.one, Someone):
            return ()
        return leading(self.names, self.names.tenures_of.get(self.one.person, ()))


def shown(history: History) -> Shown:
    """What pictures of a history are drawn from; ValueError if it doesn't say whose it is."""
    if not history.parties:
        raise ValueError(f"a history of no parties can't be drawn: {history.title!r}")
    rows = tuple(
        Row(
            person=section.person,
            tenures=section.tenures,
            meetings=tuple(_of(Encounter, section.meetings)),
            contacts=tuple(_of(Encounter, section.contacts)),
            visits=tuple(_of(Visit, section.visits)),
        )
        for section in history.sections
    )
    return Shown(
        title=history.title,
        one=history.parties[0],
        other=history.parties[1],
        basis=history.basis,
        as_of=history.as_of,
        names=history.names,
        rows=_telling(rows),
        not_held=Counter(entry.event.status for entry in history.not_held),
    )


def leading(names: Names, tenures: tuple[Tenure, ...]) -> tuple[Tenure, ...]:
    """The tenures in offices that lead a state or government; all of them where none does."""
    found = tuple(tenure for tenure in tenures if names.offices[tenure.office].leads)
    return found or tenures


_Kind = TypeVar("_Kind", Encounter, Visit)


def _of(kind: type[_Kind], entries: Iterable[Entry]) -> Iterable[_Kind]:
    return (
        entry.event
        for entry in entries
        if isinstance(entry.event, kind) and entry.event.status is Status.HELD
    )


def _kept(row: Row, keep: Callable[[Event], bool]) -> Row:
    return replace(
        row,
        meetings=tuple(filter(keep, row.meetings)),
        contacts=tuple(filter(keep, row.contacts)),
        visits=tuple(filter(keep, row.visits)),
    )


def _telling(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows that have an event; one alone is kept without."""
    return tuple(row for row in rows if row.events) or rows[:1]


def _once(events: Iterable[Encounter]) -> tuple[Encounter, ...]:
    by_id = {event.id: event for event in events}
    return tuple(sorted(by_id.values(), key=lambda e: (e.when.start.possible.first, e.id)))
