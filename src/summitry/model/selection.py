"""Selections: which events a claim speaks of."""

from __future__ import annotations

from dataclasses import dataclass, replace

from summitry.model.events import EventKind, Mode, Setting, VisitKind
from summitry.model.occasions import OccasionId, SeriesId, TopicId
from summitry.model.people import OfficeId, PersonId
from summitry.model.places import PlaceId
from summitry.model.when import ALWAYS, Window


@dataclass(frozen=True, slots=True)
class Capacity:
    """In what capacity someone takes part: holding one of ``offices`` on the day, or at any time.

    ``in_office`` means "in office" without saying which: the reading decides which offices count.
    """

    offices: frozenset[OfficeId] = frozenset()
    in_office: bool = False

    def __post_init__(self) -> None:
        if self.offices and self.in_office:
            raise ValueError("a capacity names offices or says 'in office', not both")

    @property
    def is_open(self) -> bool:
        """Whether any capacity will do."""
        return not self.offices and not self.in_office


ANY_CAPACITY = Capacity()
IN_OFFICE = Capacity(in_office=True)


@dataclass(frozen=True, slots=True)
class Someone:
    """One person, in a capacity."""

    person: PersonId
    capacity: Capacity = ANY_CAPACITY


@dataclass(frozen=True, slots=True)
class Holder:
    """Whoever held the office on the day."""

    office: OfficeId


Party = Someone | Holder


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """A choice of held events: who, with whom, how, where, when, at what occasion, about what.

    Of encounters, ``who`` and ``whom`` are two different people who took part (in either order);
    of visits, ``who`` is the visitor, ``whom`` is None, and ``place`` lies in the country visited.
    Empty sets and None choose nothing and leave the event free. ``occasion`` is one gathering,
    ``series`` any gathering of a series.
    """

    kind: EventKind = EventKind.ENCOUNTER
    who: Party
    whom: Party | None = None
    modes: frozenset[Mode] = frozenset()
    settings: frozenset[Setting] = frozenset()
    visit_kinds: frozenset[VisitKind] = frozenset()
    place: PlaceId | None = None
    occasion: OccasionId | None = None
    series: SeriesId | None = None
    topic: TopicId | None = None
    host: Party | None = None
    window: Window = ALWAYS

    def __post_init__(self) -> None:
        if self.occasion is not None and self.series is not None:
            raise ValueError("a selection names an occasion or a series, not both")
        if self.kind is EventKind.VISIT:
            if self.whom is not None or self.modes or self.settings or self.topic or self.host:
                raise ValueError(
                    "a selection of visits has no counterpart, mode, setting, topic or host"
                )
        elif self.visit_kinds:
            raise ValueError("a selection of encounters has no kind of visit")

    def narrowed(self, window: Window) -> Selection:
        """The same selection within another window."""
        return replace(self, window=window)
