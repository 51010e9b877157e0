"""What an export is made of, and what comes of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from summitry.model.citations import Citation, Source
from summitry.model.events import Event
from summitry.model.names import Names
from summitry.model.people import PersonId, Tenure
from summitry.telling.basis import Basis

MOST_REASONS: Final = 20
"""How many reasons for leaving events out are told one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """Events by earliest day, with what is needed to tell them; ``citations`` by event.

    ``record`` is the record's short name, which makes ids of one record differ from another's.
    """

    record: str
    basis: Basis
    names: Names
    events: tuple[Event, ...]
    citations: Mapping[str, tuple[Citation, ...]]
    sources: Mapping[str, Source]

    @property
    def people(self) -> tuple[PersonId, ...]:
        """Everyone who takes part in one of the events, by id."""
        return tuple(sorted({person for event in self.events for person in event.people}))

    def tenures(self) -> tuple[Tenure, ...]:
        """The times in office of these people, by earliest day."""
        people = set(self.people)
        return tuple(tenure for tenure in self.names.tenures if tenure.person in people)

    def cited(self, event: Event) -> Iterator[Source]:
        """The sources of an event, each once."""
        for source in dict.fromkeys(one.source for one in self.citations[event.id]):
            yield self.sources[source]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The text of an export; ``lacks`` says what of the events is not in it, a line a reason."""

    text: str
    lacks: tuple[str, ...] = ()


def left_out(reasons: Iterable[str]) -> tuple[str, ...]:
    """One line for each reason, with the number of events that it kept out, most first.

    The rarest of more than :data:`MOST_REASONS` are told as one.
    """
    often = Counter(reasons).most_common()
    others = sum(n for _, n in often[MOST_REASONS:])
    told = [*often[:MOST_REASONS], *([("for reasons like these", others)] if others else [])]
    return tuple(f"left out {events(n)}: {reason}" for reason, n in told)


def events(number: int) -> str:
    """A number of events: "1 event", "3 events"."""
    return f"{number:,} event{'' if number == 1 else 's'}"
