"""A record with events that are supposed besides its own: nothing of it is written."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from summitry.model.citations import Citation, Source
from summitry.model.coverage import Coverage
from summitry.model.events import Encounter, Event, Visit
from summitry.model.names import Names
from summitry.model.occasions import Occasion
from summitry.model.people import OfficeId, PersonId, Tenure
from summitry.model.places import Place
from summitry.record.content import earliest_first
from summitry.record.view import EVERYTHING, About, Narrowing, View


@dataclass(frozen=True)
class Supposed:
    """A view of another view, with further events and gatherings, and ``covered`` as its coverage.

    Ids of what is supposed must be free in the record. What the record says of itself
    (:meth:`about`) stays as it is: what is supposed is no part of it, and cites nothing.
    """

    view: View
    covered: tuple[Coverage, ...]
    supposed: tuple[Event, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    known: dict[Narrowing, tuple[Event, ...]] = field(default_factory=dict, compare=False)
    """What the record has of each narrowing; views of one record may share it."""

    def about(self) -> About:
        """The record's own title, version, digest and size."""
        return self.view.about()

    def names(self) -> Names:
        """The record's names and calendar, and the gatherings supposed."""
        return self._names

    def events(self, narrowing: Narrowing = EVERYTHING) -> tuple[Event, ...]:
        """The record's events and those supposed, by earliest day, then id."""
        if narrowing not in self.known:
            self.known[narrowing] = self.view.events(narrowing)
        more = (event for event in self.supposed if narrowing.admits(event))
        return tuple(sorted((*self.known[narrowing], *more), key=earliest_first))

    def event(self, id: str) -> Encounter | Visit | None:
        """The event with this id, on record or supposed."""
        found = (event for event in self.supposed if event.id == id)
        return next(found, None) or self.view.event(id)

    def tenures(
        self, *, person: PersonId | None = None, office: OfficeId | None = None
    ) -> tuple[Tenure, ...]:
        """The record's tenures."""
        return self.view.tenures(person=person, office=office)

    def coverage(self) -> tuple[Coverage, ...]:
        """The statements that are to be supposed, by id."""
        return self.covered

    def places(self) -> Mapping[str, Place]:
        """The record's places."""
        return self.view.places()

    def sources(self) -> Mapping[str, Source]:
        """The record's sources."""
        return self.view.sources()

    def citations(self, table: str, row: str) -> tuple[Citation, ...]:
        """The record's citations of a row."""
        return self.view.citations(table, row)

    def cited(self, table: str, rows: Collection[str]) -> Mapping[str, tuple[Citation, ...]]:
        """The record's citations of each of some rows."""
        return self.view.cited(table, rows)

    @cached_property
    def _names(self) -> Names:
        names = self.view.names()
        if not self.occasions:
            return names
        further = {occasion.id: occasion for occasion in self.occasions}
        return replace(names, occasions={**names.occasions, **further})
