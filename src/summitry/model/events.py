"""Encounters and visits: the events that are counted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from summitry.model.bounds import Bounds
from summitry.model.occasions import OccasionId, TopicId
from summitry.model.people import PersonId
from summitry.model.places import PlaceId
from summitry.model.when import Moment

EventId = str


class EventKind(StrEnum):
    """The two kinds of event."""

    ENCOUNTER = "encounter"
    VISIT = "visit"


class Mode(StrEnum):
    """How an encounter took place."""

    IN_PERSON = "in-person"
    PHONE = "phone"
    VIDEO = "video"
    LETTER = "letter"


class Setting(StrEnum):
    """In what setting two people met.

    bilateral: a meeting of its own; sidelines: a bilateral on the margins of a larger gathering;
    pull-aside: brief and informal; multilateral: both took part in a group session.
    """

    BILATERAL = "bilateral"
    SIDELINES = "sidelines"
    PULL_ASIDE = "pull-aside"
    MULTILATERAL = "multilateral"


class VisitKind(StrEnum):
    """What kind of stay a visit was."""

    STATE = "state"
    OFFICIAL = "official"
    WORKING = "working"
    PRIVATE = "private"
    MULTILATERAL = "multilateral"
    TRANSIT = "transit"


class Status(StrEnum):
    """Whether an event took place. Only what was held is counted; disputed: sources disagree."""

    HELD = "held"
    PLANNED = "planned"
    CANCELLED = "cancelled"
    DENIED = "denied"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Encounter:
    """One contact between two or more persons, however many took part.

    ``settings`` are the settings that it may have had (empty: not known); ``sequence`` orders the
    encounters of one day; ``minutes`` bounds its length; ``host`` received the others. A place,
    occasion, length or host of None is not known, but a surely bilateral encounter without an
    occasion had none. ``topics`` are known ones: there may have been others.
    """

    id: EventId
    when: Moment
    people: frozenset[PersonId]
    mode: Mode
    settings: frozenset[Setting] = frozenset()
    status: Status = Status.HELD
    sequence: int | None = None
    place: PlaceId | None = None
    occasion: OccasionId | None = None
    host: PersonId | None = None
    minutes: Bounds | None = None
    topics: frozenset[TopicId] = frozenset()
    note: str = ""

    def __post_init__(self) -> None:
        if len(self.people) < 2:
            raise ValueError(f"encounter {self.id!r} needs two people or more")

    @property
    def kind(self) -> EventKind:
        """Encounter."""
        return EventKind.ENCOUNTER


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One person's stay in a country; ``country`` and ``place`` are ids of places.

    ``kinds`` are the kinds that it may have been (empty: not known); ``place`` is where within the
    country, None where not known; ``elsewhere``: it may have led to other places of it besides.
    """

    id: EventId
    when: Moment
    person: PersonId
    country: PlaceId
    kinds: frozenset[VisitKind] = frozenset()
    status: Status = Status.HELD
    place: PlaceId | None = None
    elsewhere: bool = False
    occasion: OccasionId | None = None
    note: str = ""

    @property
    def kind(self) -> EventKind:
        """Visit."""
        return EventKind.VISIT

    @property
    def people(self) -> frozenset[PersonId]:
        """The visitor alone."""
        return frozenset({self.person})


Event = Encounter | Visit
