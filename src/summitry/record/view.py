"""What reasoning, reading and telling may ask of a record, whatever store it is in."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Protocol

from summitry.model.citations import Citation, Source
from summitry.model.coverage import Coverage
from summitry.model.days import ANY_DAY, Days
from summitry.model.events import Encounter, Event, EventKind, Visit
from summitry.model.names import Names
from summitry.model.people import OfficeId, PersonId, Tenure
from summitry.model.places import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """A record's description; ``digest`` is its content's SHA-256, ``events`` counts its events."""

    name: str
    title: str
    version: str
    digest: str
    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """A wish for fewer rows. A store may return more events than match, never fewer.

    ``people``: all of them took part; ``days``: the event may touch one of them.
    """

    kind: EventKind | None = None
    people: frozenset[PersonId] = frozenset()
    days: Days = ANY_DAY

    def admits(self, event: Event) -> bool:
        """Whether the event is of the kind and people, and may touch the span of the days."""
        return (
            self.kind in {None, event.kind}
            and self.people <= event.people
            and event.when.start.possible.first <= self.days.last
            and self.days.first <= event.when.outer.last
        )


EVERYTHING = Narrowing()


class View(Protocol):
    """One record, to be read. Answers are in a fixed order: events by earliest day, then id."""

    def about(self) -> About:
        """The record's title, version, digest and size."""
        ...

    def names(self) -> Names:
        """The record's names and calendar."""
        ...

    def events(self, narrowing: Narrowing = EVERYTHING) -> tuple[Event, ...]:
        """Events of every status, at least those that the narrowing asks for."""
        ...

    def event(self, id: str) -> Encounter | Visit | None:
        """The event with this id."""
        ...

    def tenures(
        self, *, person: PersonId | None = None, office: OfficeId | None = None
    ) -> tuple[Tenure, ...]:
        """Tenures of this person, in this office, or both; by earliest day, then id."""
        ...

    def coverage(self) -> tuple[Coverage, ...]:
        """Every coverage statement, by id."""
        ...

    def places(self) -> Mapping[str, Place]:
        """Every place, by id."""
        ...

    def sources(self) -> Mapping[str, Source]:
        """Every source, by id."""
        ...

    def citations(self, table: str, row: str) -> tuple[Citation, ...]:
        """The citations of one row, by id; ``table`` is the table's name ("encounters")."""
        ...

    def cited(self, table: str, rows: Collection[str]) -> Mapping[str, tuple[Citation, ...]]:
        """The citations of each of some rows: those of many cost little more than those of one."""
        ...


class Store(View, Protocol):
    """A view of a record that is kept somewhere."""

    def stores(self, table: str, row: str) -> bool:
        """Whether the table has a row with this id, also one that is shown as another."""
        ...
