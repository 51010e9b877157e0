"""Find: the record's events as a plain list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Final

from summitry.desk.resolve import (
    resolve_occasion,
    resolve_party,
    resolve_place,
    resolve_topic,
)
from summitry.model.citations import Citation, Source
from summitry.model.days import Days
from summitry.model.events import Encounter, Event, EventKind, Mode, Setting, Status, Visit
from summitry.model.names import Names
from summitry.model.occasions import Occasion, Series
from summitry.model.people import Office, PersonId
from summitry.model.places import PlaceId, PlaceKind
from summitry.model.problems import InputError
from summitry.model.selection import Holder, Party, Selection, Someone
from summitry.model.truth import Truth
from summitry.model.when import ALWAYS, Moment, Window
from summitry.reckoning import Frame, search
from summitry.reckoning.match import so_far, was_in
from summitry.record.view import Narrowing, View
from summitry.telling.basis import Basis
from summitry.telling.event import tenures_on

COUNTED = frozenset({Status.HELD, Status.DISPUTED})
"""The statuses that are listed unless others are wanted."""

REMEMBERED: Final = 64
"""Choices of events that a finder remembers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which events are wanted, as someone types it. Empty sets and None want any.

    ``a`` and ``b`` name people or offices: with both, their encounters and the visits of each to
    a country where the other holds office. A mode, setting or topic wants encounters only.
    """

    a: str | None = None
    b: str | None = None
    kind: EventKind | None = None
    since: date | None = None
    until: date | None = None
    modes: frozenset[Mode] = frozenset()
    settings: frozenset[Setting] = frozenset()
    statuses: frozenset[Status] = COUNTED
    place: str | None = None
    occasion: str | None = None
    topic: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Events by earliest day, with what is needed to show them; ``citations`` by event."""

    events: tuple[Event, ...]
    citations: Mapping[str, tuple[Citation, ...]]
    basis: Basis
    names: Names
    sources: Mapping[str, Source]


def find(wanted: Wanted, view: View) -> Found:
    """The events of the record that may be among those wanted.

    An event whose days or setting are not exactly known is among them if it may fit, and one on the
    land of a state before that was a state; one whose place or occasion the record doesn't have is
    not, nor one of people of whom it doesn't know that they held the office named, nor one of which
    it doesn't know that the topic was talked about.

    Raises UnknownName for a name that the record doesn't hold or holds more than once, and
    InputError where ``since`` is later than ``until`` or both names mean the same.
    """
    frame = Frame.of(view, date.max)
    return listed(_events_of(wanted, _window(wanted), frame), view)


class Finder:
    """Finds events of one record again and again, as :func:`find` does.

    It remembers what it found at any time, and looks among these for the days that are wanted:
    whether an event fits hangs on its days apart from everything else.
    """

    def __init__(self, view: View) -> None:
        self.view = view
        self.frame = Frame.of(view, date.max)
        self._at_any_time = lru_cache(REMEMBERED)(self._events_at_any_time)
        self._days: dict[str, tuple[int, int, Moment]] = {}

    def find(self, wanted: Wanted) -> Found:
        """The events that may be among those wanted; raises what :func:`find` raises."""
        return listed(self.events(wanted), self.view)

    def events(self, wanted: Wanted) -> tuple[Event, ...]:
        """The same events alone, by earliest day."""
        window = _window(wanted)
        events = self._at_any_time(replace(wanted, since=None, until=None))
        if window == ALWAYS:
            return events
        days = window.possibly
        return tuple(event for event in events if self.may_fall(event, days))

    def _events_at_any_time(self, wanted: Wanted) -> tuple[Event, ...]:
        return _events_of(wanted, ALWAYS, self.frame)

    def may_fall(self, event: Event, days: Days) -> bool:
        """Whether an event may have touched the days, one span of them, whatever became of it."""
        first, last, when = self.days_of(event)
        if last < days.first or days.last < first:
            return False
        within = days.first <= first and last <= days.last
        return within or when.touches(days).possibly()

    def days_of(self, event: Event) -> tuple[int, int, Moment]:
        """The first and the last day that an event may have had, and all of them."""
        found = self._days.get(event.id)
        if found is None:
            when = _taken_as_held(event, self.frame)
            found = self._days[event.id] = (when.outer.first, when.outer.last, when)
        return found


def finder_of(view: View) -> Finder:
    """The finder of a record: the same of the same."""
    for finder in tuple(_FINDERS):
        if finder.view is view:
            return finder
    _FINDERS[:] = [*_FINDERS[-1:], Finder(view)]
    return _FINDERS[-1]


_FINDERS: Final[list[Finder]] = []
"""Those asked for last."""


def _events_of(wanted: Wanted, window: Window, frame: Frame) -> tuple[Event, ...]:
    """The events that may be among those wanted, of those that may fall within the window."""
    names = frame.names
    place = None if wanted.place is None else resolve_place(wanted.place, names).id
    at = None if wanted.occasion is None else resolve_occasion(wanted.occasion, names)
    topic = None if wanted.topic is None else resolve_topic(wanted.topic, names).id
    parties = parties_of(wanted, names)
    visited = [country for party in parties for country in countries_of(party, names)]
    return tuple(
        event
        for event in _events(parties, wanted, window, frame)
        if (place is None or is_in(event, place, frame))
        and (len(parties) < 2 or is_to(event, visited, frame))
        and _is_at(event, at, names)
        and (topic is None or (isinstance(event, Encounter) and topic in event.topics))
        and (not parties or _is_of(event, parties, names))
    )


def listed(events: tuple[Event, ...], view: View) -> Found:
    """The events of a record with what is needed to show them."""
    return Found(
        events=events,
        citations={event.id: citations_of(event, view) for event in events},
        basis=basis_of(view),
        names=view.names(),
        sources=view.sources(),
    )


def citations_of(event: Event, view: View) -> tuple[Citation, ...]:
    """The citations of an event's row."""
    return view.citations("visits" if isinstance(event, Visit) else "encounters", event.id)


def basis_of(view: View) -> Basis:
    """The record, as an answer names it."""
    about = view.about()
    return Basis(title=about.title, version=about.version, digest=about.digest, events=about.events)


def _window(wanted: Wanted) -> Window:
    if wanted.since is None and wanted.until is None:
        return ALWAYS
    days = Days.between(wanted.since, wanted.until)
    if days.is_empty():
        raise InputError(
            f'no day is both since "{wanted.since}" and until "{wanted.until}" '
            "(expected the first to be the earlier)"
        )
    return Window.of(days)


def is_in(event: Event, place: PlaceId, frame: Frame) -> bool:
    """Whether the record puts the event there; of a state, on its land is enough."""
    at = event.place or (event.country if isinstance(event, Visit) else None)
    if at is None or was_in(event, place, frame) is Truth.TRUE:
        return at is not None
    is_state = frame.names.places[place].kind is PlaceKind.COUNTRY
    return is_state and frame.atlas.days_at(at, place).on(event.when).possibly()


def is_to(event: Event, countries: Iterable[PlaceId], frame: Frame) -> bool:
    """Whether a visit surely was to one of the countries, as states were then; so is no visit."""
    return not isinstance(event, Visit) or any(
        was_in(event, country, frame) is Truth.TRUE for country in countries
    )


def _is_at(event: Event, gathering: Occasion | Series | None, names: Names) -> bool:
    """Whether the record says that the event belonged to the gathering, or to one of the series."""
    own = None if event.occasion is None else names.occasions[event.occasion]
    match gathering:
        case None:
            return True
        case Occasion():
            return own == gathering
        case Series():
            return own is not None and own.series == gathering.id


def _is_of(event: Event, parties: tuple[Party, ...], names: Names) -> bool:
    """Whether the record knows each of the parties among an encounter's people.

    Of a visit it is enough that it knows one of them: the visitor.
    """
    people = (event.person,) if isinstance(event, Visit) else tuple(event.people)
    held = {t.office for person in people for t in tenures_on(names, person, event.when)}
    known = [p.office in held if isinstance(p, Holder) else p.person in people for p in parties]
    return any(known) or not known if isinstance(event, Visit) else all(known)


def parties_of(wanted: Wanted, names: Names) -> tuple[Party, ...]:
    """The parties that are named; UnknownName for one of no use, InputError if both are one."""
    parties = tuple(resolve_party(text, names) for text in (wanted.a, wanted.b) if text is not None)
    if len(parties) == 2 and parties[0] == parties[1]:
        raise InputError(
            f'"{wanted.a}" and "{wanted.b}" are the same (expected two leaders or offices)'
        )
    return parties


def _events(
    parties: tuple[Party, ...], wanted: Wanted, window: Window, frame: Frame
) -> tuple[Event, ...]:
    """The events that the parties' selections may mean; of no party, those of anyone."""
    if parties:
        selections = _selections(parties, wanted, frame.names)
        narrowed = [selection.narrowed(window) for selection in selections]
        people = {person for party in parties for person in _people_of(party, frame.names)}
        return search(frame, narrowed, statuses=wanted.statuses, people=people) if people else ()
    days = window.possibly
    return tuple(
        event
        for event in frame.view.events(Narrowing(kind=wanted.kind, days=days))
        if event.status in wanted.statuses
        and _is_as(event, wanted)
        and (window == ALWAYS or _taken_as_held(event, frame).touches(days).possibly())
    )


def _people_of(party: Party, names: Names) -> Iterator[PersonId]:
    """The people whom the record knows to be or have been the party."""
    if isinstance(party, Someone):
        yield party.person
    else:
        yield from (tenure.person for tenure in names.tenures_in.get(party.office, ()))


def _is_as(event: Event, wanted: Wanted) -> bool:
    """Whether an event may be of the kind, mode and setting wanted."""
    if isinstance(event, Visit):
        return wanted.kind is not EventKind.ENCOUNTER and _wants_visits(wanted)
    settings = wanted.settings
    return (
        wanted.kind is not EventKind.VISIT
        and (not wanted.modes or event.mode in wanted.modes)
        and (not settings or not event.settings or not settings.isdisjoint(event.settings))
    )


def _taken_as_held(event: Event, frame: Frame) -> Moment:
    """The days that an event may have had, whatever became of it."""
    return so_far(replace(event, status=Status.HELD), frame).when


def _wants_visits(wanted: Wanted) -> bool:
    return not wanted.modes and not wanted.settings and wanted.topic is None


def _selections(parties: tuple[Party, ...], wanted: Wanted, names: Names) -> Iterator[Selection]:
    encounters = wanted.kind is not EventKind.VISIT
    visits = wanted.kind is not EventKind.ENCOUNTER and _wants_visits(wanted)
    match parties:
        case (one, other):
            if encounters:
                yield _encounters(one, other, wanted)
            if visits:
                yield from (_visits(one, to) for to in countries_of(other, names))
                yield from (_visits(other, to) for to in countries_of(one, names))
        case _:
            if encounters:
                yield from (_encounters(party, None, wanted) for party in parties)
            if visits:
                yield from (_visits(party, None) for party in parties)


def _encounters(who: Party, whom: Party | None, wanted: Wanted) -> Selection:
    return Selection(who=who, whom=whom, modes=wanted.modes, settings=wanted.settings)


def _visits(who: Party, country: str | None) -> Selection:
    return Selection(kind=EventKind.VISIT, who=who, place=country)


def countries_of(party: Party, names: Names) -> tuple[str, ...]:
    """The countries of the offices that the party is or held, by id."""
    match party:
        case Holder(office):
            offices: set[str] = {office}
        case _:
            offices = {tenure.office for tenure in names.tenures_of.get(party.person, ())}
    held: Iterator[Office] = (names.offices[office] for office in offices)
    return tuple(sorted({office.country for office in held if office.country is not None}))
