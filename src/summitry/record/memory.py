"""A record held in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

from summitry.model.citations import Citation, Source
from summitry.model.coverage import Coverage
from summitry.model.events import Encounter, Event, Visit
from summitry.model.names import Names
from summitry.model.people import OfficeId, PersonId, Tenure
from summitry.model.places import Place
from summitry.record.content import Content, earliest_first
from summitry.record.identities import resolved
from summitry.record.names import names_of
from summitry.record.view import EVERYTHING, About, Narrowing


class MemoryRecord:
    """A view of a content; its indices are built when they are first needed.

    ``content`` is what is shown: rows that are judged one, as one.
    """

    def __init__(self, content: Content) -> None:
        self._stored = content
        self.content = resolved(content)

    def about(self) -> About:
        """The record's title, version, digest and size."""
        return self._about

    def names(self) -> Names:
        """The record's names and calendar."""
        return self._names

    def events(self, narrowing: Narrowing = EVERYTHING) -> tuple[Event, ...]:
        """Events of every status, of the kind and people, from the first to the last day asked."""
        if narrowing.days.is_empty():
            return ()
        return tuple(event for event in self._candidates(narrowing) if narrowing.admits(event))

    def event(self, id: str) -> Encounter | Visit | None:
        """The event with this id."""
        return self._events_by_id.get(id)

    def tenures(
        self, *, person: PersonId | None = None, office: OfficeId | None = None
    ) -> tuple[Tenure, ...]:
        """Tenures of this person, in this office, or both; by earliest day, then id."""
        names = self._names
        if person is not None:
            found = names.tenures_of.get(person, ())
        elif office is not None:
            return names.tenures_in.get(office, ())
        else:
            found = names.tenures
        return tuple(tenure for tenure in found if office in {None, tenure.office})

    def coverage(self) -> tuple[Coverage, ...]:
        """Every coverage statement, by id."""
        return self.content.coverage

    def places(self) -> Mapping[str, Place]:
        """Every place, by id."""
        return self._names.places

    def sources(self) -> Mapping[str, Source]:
        """Every source, by id."""
        return self._sources

    def citations(self, table: str, row: str) -> tuple[Citation, ...]:
        """The citations of one row, by id."""
        return tuple(self._citations.get((table, row), ()))

    def cited(self, table: str, rows: Collection[str]) -> Mapping[str, tuple[Citation, ...]]:
        """The citations of each of some rows."""
        return {row: self.citations(table, row) for row in rows}

    def stores(self, table: str, row: str) -> bool:
        """Whether the table has a row with this id, also one that is shown as another."""
        return any(one.id == row for one in getattr(self._stored, table))

    def _candidates(self, narrowing: Narrowing) -> Sequence[Event]:
        if not narrowing.people:
            return self._events
        rarest = min(narrowing.people, key=lambda person: len(self._events_of.get(person, ())))
        return self._events_of.get(rarest, ())

    @cached_property
    def _about(self) -> About:
        content = self.content
        return About(
            name=content.name,
            title=content.title,
            version=content.version,
            digest=self._stored.digest(),
            events=len(content.encounters) + len(content.visits),
        )

    @cached_property
    def _names(self) -> Names:
        return names_of(self.content)

    @cached_property
    def _events(self) -> tuple[Event, ...]:
        return tuple(sorted((*self.content.encounters, *self.content.visits), key=earliest_first))

    @cached_property
    def _events_by_id(self) -> dict[str, Event]:
        return {event.id: event for event in self._events}

    @cached_property
    def _events_of(self) -> dict[PersonId, list[Event]]:
        events: defaultdict[PersonId, list[Event]] = defaultdict(list)
        for event in self._events:
            for person in event.people:
                events[person].append(event)
        return events

    @cached_property
    def _sources(self) -> dict[str, Source]:
        return {source.id: source for source in self.content.sources}

    @cached_property
    def _citations(self) -> dict[tuple[str, str], list[Citation]]:
        citations: defaultdict[tuple[str, str], list[Citation]] = defaultdict(list)
        for citation in self.content.citations:
            citations[citation.table, citation.row].append(citation)
        return citations


def table_of(event: Event) -> str:
    """The table that the event is a row of."""
    return "encounters" if isinstance(event, Encounter) else "visits"
