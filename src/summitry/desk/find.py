"""Find: the record's events as a plain list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from summitry.desk.resolve import resolve_occasion, resolve_party, resolve_place
from summitry.model.citations import Citation, Source
from summitry.model.days import Days
from summitry.model.events import Event, EventKind, Mode, Setting, Status, Visit
from summitry.model.names import Names
from summitry.model.occasions import Series
from summitry.model.people import Office
from summitry.model.places import PlaceId
from summitry.model.problems import InputError
from summitry.model.selection import Holder, Party, Selection, Someone
from summitry.model.when import ALWAYS, Window
from summitry.reckoning import Frame, search
from summitry.record.view import View
from summitry.telling.basis import Basis

COUNTED = frozenset({Status.HELD, Status.DISPUTED})
"""The statuses that are listed unless others are wanted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which events are wanted, as someone types it. Empty sets and None want any.

    ``a`` and ``b`` name people or offices: with both, their encounters and the visits of each to
    a country where the other holds office. A mode or setting wants encounters only.
    """

    a: str | None = None
    b: str | None = None
    since: date | None = None
    until: date | None = None
    modes: frozenset[Mode] = frozenset()
    settings: frozenset[Setting] = frozenset()
    statuses: frozenset[Status] = COUNTED
    place: str | None = None
    occasion: str | None = None


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

    Raises UnknownName for a name that the record doesn't hold or holds more than once, and
    InputError where ``since`` is later than ``until`` or both names mean the same.
    """
    names = view.names()
    window = _window(wanted)
    place = None if wanted.place is None else resolve_place(wanted.place, names).id
    at = None if wanted.occasion is None else resolve_occasion(wanted.occasion, names)
    selections = tuple(
        replace(
            selection,
            series=at.id if isinstance(at, Series) else None,
            occasion=None if at is None or isinstance(at, Series) else at.id,
            window=window,
        )
        for selection in _placed(_selections(wanted, names), place, names)
    )
    events = search(Frame.of(view, date.max), selections, statuses=wanted.statuses)
    return Found(
        events=events,
        citations={event.id: citations_of(event, view) for event in events},
        basis=basis_of(view),
        names=names,
        sources=view.sources(),
    )


def citations_of(event: Event, view: View) -> tuple[Citation, ...]:
    """The citations of an event's row."""
    return view.citations("visits" if isinstance(event, Visit) else "encounters", event.id)


def basis_of(view: View) -> Basis:
    """The record, as an answer names it."""
    about = view.about()
    return Basis(title=about.title, version=about.version, events=about.events)


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


def _placed(
    selections: Iterable[Selection], place: PlaceId | None, names: Names
) -> Iterator[Selection]:
    """The selections narrowed to the place; what is wanted elsewhere only is left out."""
    for selection in selections:
        if place is None or (selection.place is not None and _lies(selection.place, place, names)):
            yield selection
        elif selection.place is None or _lies(place, selection.place, names):
            yield replace(selection, place=place)


def _lies(place: PlaceId, larger: PlaceId, names: Names) -> bool:
    at: PlaceId | None = place
    while at is not None and at != larger:
        at = names.places[at].within
    return at is not None


def _selections(wanted: Wanted, names: Names) -> Iterator[Selection]:
    parties = [resolve_party(text, names) for text in (wanted.a, wanted.b) if text is not None]
    if len(parties) == 2 and parties[0] == parties[1]:
        raise InputError(
            f'"{wanted.a}" and "{wanted.b}" are the same (expected two leaders or offices)'
        )
    either: list[Party] = list(parties) if parties else [Someone(person) for person in names.people]
    visits = not wanted.modes and not wanted.settings
    match parties:
        case [one, other]:
            yield _encounters(one, other, wanted)
            if visits:
                yield from (_visits(one, to) for to in countries_of(other, names))
                yield from (_visits(other, to) for to in countries_of(one, names))
        case _:
            yield from (_encounters(party, None, wanted) for party in either)
            if visits:
                yield from (_visits(party, None) for party in either)


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
            offices = {t.office for t in names.tenures if t.person == party.person}
    held: Iterator[Office] = (names.offices[office] for office in offices)
    return tuple(sorted({office.country for office in held if office.country is not None}))
