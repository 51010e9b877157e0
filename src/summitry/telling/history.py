"""The history of two parties, as the values that a page is set from.

Whoever asks a record for a history fills these; every sentence of the page is told from a claim.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from summitry.model.citations import Citation, Source, SourceId
from summitry.model.claims import Claim, TookPlace
from summitry.model.coverage import Coverage
from summitry.model.events import Encounter, Event, EventKind, Mode, Setting, Visit, VisitKind
from summitry.model.names import Names
from summitry.model.occasions import TopicId
from summitry.model.people import PersonId, Tenure
from summitry.model.places import PlaceId, PlaceKind
from summitry.model.selection import Party, Selection, Someone
from summitry.model.when import ALWAYS, Stretch, Window
from summitry.telling.basis import Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One sentence of the page, and the citations that it rests on.

    ``one_day``: what it speaks of was on one day, of those that the claim's window holds.
    """

    claim: Claim
    citations: tuple[Citation, ...] = ()
    one_day: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One event of the record: told by its facts, of which a disputed or planned one has none."""

    event: Event
    facts: tuple[Fact, ...] = ()
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """What happened with one counterpart, each list in the order of time.

    ``contacts`` are phone and video calls and letters; ``facts`` stand before the lists, and
    ``counts``, how often the two met in other ways of counting, after them.
    """

    person: PersonId
    tenures: tuple[Tenure, ...] = ()
    facts: tuple[Fact, ...] = ()
    counts: tuple[Fact, ...] = ()
    meetings: tuple[Entry, ...] = ()
    contacts: tuple[Entry, ...] = ()
    visits: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A topic, with facts about the events that it was talked about at."""

    topic: TopicId
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """A page's worth of facts. Parts that are empty are left out of the page.

    ``parties`` are the two whose history it is, the first before the second. ``not_held`` are
    planned, cancelled, denied and disputed events, told as a list without sentences. ``sources``
    holds at least the sources that the citations name. ``window``, ``only`` (modes of encounters;
    None: all) and ``visits`` say of which events it is.
    """

    title: str
    as_of: date
    basis: Basis
    names: Names
    sources: Mapping[SourceId, Source]
    key_facts: tuple[Fact, ...] = ()
    counts: tuple[Fact, ...] = ()
    sections: tuple[Section, ...] = ()
    themes: tuple[Theme, ...] = ()
    not_held: tuple[Entry, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    parties: tuple[Party, ...] = ()
    window: Window = ALWAYS
    only: frozenset[Mode] | None = None
    visits: bool = True

    @property
    def named(self) -> frozenset[PersonId]:
        """The people whom the title names."""
        return frozenset(one.person for one in self.parties if isinstance(one, Someone))


def event_claim(
    event: Event, names: Names, who: PersonId, whom: PersonId | None = None
) -> TookPlace:
    """The claim that an event took place, with what is surely known of it.

    Of an encounter ``who`` and ``whom`` took part; that it was a meeting of its own goes without
    saying. A venue is said by its city. A day not exactly known becomes the window of its
    possible days, and of a stretch the days that it surely had are said, so the claim is true in
    every history in which the event was held.
    """
    days = event.when.core if isinstance(event.when, Stretch) else event.when.outer
    window = Window.of(event.when.outer if days.is_empty() else days)
    match event:
        case Encounter():
            return TookPlace(
                selection=Selection(
                    who=Someone(who),
                    whom=None if whom is None else Someone(whom),
                    modes=frozenset({event.mode}),
                    settings=_said_setting(event),
                    place=city_of(names, event.place),
                    occasion=event.occasion,
                    window=window,
                )
            )
        case Visit():
            return TookPlace(
                selection=Selection(
                    kind=EventKind.VISIT,
                    who=Someone(who),
                    visit_kinds=_said_kind(event),
                    place=city_of(names, event.place) or event.country,
                    occasion=event.occasion,
                    window=window,
                )
            )


def _said_kind(visit: Visit) -> frozenset[VisitKind]:
    """The kind that a sentence says: not that a visit was for a gathering, nor one of several."""
    unsaid = len(visit.kinds) != 1 or VisitKind.MULTILATERAL in visit.kinds
    return frozenset() if unsaid else visit.kinds


def _said_setting(event: Encounter) -> frozenset[Setting]:
    """The settings that a sentence says: not a meeting of its own, nor a choice of three."""
    unsaid = is_of_its_own(event) or len(event.settings) > 2
    return frozenset() if unsaid else event.settings


def is_of_its_own(event: Encounter) -> bool:
    """Whether it surely was a meeting of its own, of no larger gathering."""
    return event.settings == frozenset({Setting.BILATERAL})


def city_of(names: Names, place: PlaceId | None) -> PlaceId | None:
    """The place that prose names: of a venue the place that it lies in, or is near."""
    if place is None or names.places[place].kind is not PlaceKind.VENUE:
        return place
    return names.places[place].near or names.places[place].within or place
