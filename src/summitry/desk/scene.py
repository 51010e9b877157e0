"""The scene of a meeting that is only supposed: who, when, where, at what, and what it implies."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from summitry.desk.continued import continued, edges_of
from summitry.desk.find import countries_of
from summitry.desk.resolve import resolve_occasion, resolve_party, resolve_place
from summitry.model.coverage import Covered
from summitry.model.days import NO_DAY, Days
from summitry.model.events import (
    Encounter,
    Event,
    EventKind,
    Mode,
    Setting,
    Status,
    Visit,
    VisitKind,
)
from summitry.model.names import Names
from summitry.model.occasions import Occasion, Series, SeriesId
from summitry.model.people import OfficeId, PersonId
from summitry.model.places import Place, PlaceId, state_at
from summitry.model.problems import InputError
from summitry.model.selection import Holder, Party, Someone
from summitry.model.when import When
from summitry.reckoning import Frame
from summitry.reckoning.extent import OCCASION_MARGIN
from summitry.record.supposed import Supposed
from summitry.record.view import Narrowing, View
from summitry.telling.event import holders, tenures_on

MEETING: Final = "supposed-meeting"
VISIT: Final = "supposed-visit-"
GATHERING: Final = "supposed-gathering"

OF_PURPOSE: Final = frozenset(VisitKind) - {VisitKind.TRANSIT, VisitKind.PRIVATE}
"""What a visit may be that is made to meet someone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A meeting supposed: two people, a day, a place, and perhaps a gathering.

    ``offices`` are what each holds then (None: no office on record), those that lead first;
    ``country`` is the place's on that day. ``series``: the gathering is any of this series.
    """

    view: View
    names: Names
    people: tuple[PersonId, PersonId]
    offices: tuple[OfficeId | None, OfficeId | None]
    on: date
    place: Place
    country: PlaceId | None
    gathering: Occasion | None = None
    series: SeriesId | None = None
    known: dict[Narrowing, tuple[Event, ...]] = field(default_factory=dict, compare=False)

    @property
    def at_home(self) -> tuple[PersonId, ...]:
        """Who of the two holds or held an office of the country."""
        return tuple(p for p in self.people if self.country in countries_of(Someone(p), self.names))

    @property
    def host(self) -> PersonId | None:
        """Who is at home there, if one of them alone is."""
        return self.at_home[0] if len(self.at_home) == 1 else None

    @property
    def meeting(self) -> Encounter:
        """The meeting: one of its own, or at a gathering on its sidelines."""
        alone = self.gathering is None
        return Encounter(
            id=MEETING,
            when=When.on(self.on),
            people=frozenset(self.people),
            mode=Mode.IN_PERSON,
            settings=frozenset({Setting.BILATERAL if alone else Setting.SIDELINES}),
            place=self.place.id,
            occasion=None if self.gathering is None else self.gathering.id,
            host=self.host if alone else None,
        )

    @property
    def visits(self) -> tuple[Visit, ...]:
        """The visit of each who is not at home there."""
        if self.country is None:
            return ()
        return tuple(
            Visit(
                id=f"{VISIT}{person}",
                when=When.on(self.on),
                person=person,
                country=self.country,
                kinds=OF_PURPOSE,
                place=None if self.place.id == self.country else self.place.id,
                occasion=None if self.gathering is None else self.gathering.id,
            )
            for person in self.people
            if person not in self.at_home
        )

    @property
    def carried_on(self) -> Days:
        """The days to which some coverage is carried on: of these nothing is known."""
        pairs = zip(self.view.coverage(), continued(self.view.coverage(), self.on), strict=True)
        ends = [known.when.core.last for known, to in pairs if to is not known]
        return Days((min(ends) + 1, self.on.toordinal())) if ends else NO_DAY

    @property
    def offices_known_to(self) -> int | None:
        """The last day to which the record is complete for who holds office, if before the day."""
        edge = edges_of(self.view.coverage()).get(Covered.TENURE)
        return edge if edge is not None and edge < self.on.toordinal() else None

    def frame(self, *, carried_on: bool = True, with_meeting: bool = True) -> Frame:
        """The record as of the day: its coverage carried on to it, with what is supposed."""
        known = self.view.coverage()
        covered = continued(known, self.on) if carried_on else known
        supposed: tuple[Event, ...] = (self.meeting, *self.visits) if with_meeting else ()
        gatherings = () if self.gathering is None else (self.gathering,)
        return Frame.of(Supposed(self.view, covered, supposed, gatherings, self.known), self.on)


def scene(a: str, b: str, view: View, *, on: date, place: str, at: str | None) -> Scene:
    """The scene that someone names.

    UnknownName for a name that the record doesn't hold, or holds more than once. InputError where
    both names are of one person, nobody is known to hold an office named, someone isn't alive, or
    the two have met on the day or after it.
    """
    names = view.names()
    one = _person(a, resolve_party(a, names), on, names)
    other = _person(b, resolve_party(b, names), on, names)
    if one == other:
        raise InputError(f'"{a}" and "{b}" are the same (expected two leaders or offices)')
    found = resolve_place(place, names)
    _refuse_met(one, other, on, view)
    state = state_at(names.places, found.id, When.on(on))
    known = None if at is None else resolve_occasion(at, names)
    if isinstance(known, Occasion) and not _may_be_on(known, on):
        raise InputError(
            f'"{at}" was not on {on.isoformat()} (expected a gathering of that day, or a series)'
        )
    series = known.id if isinstance(known, Series) else None
    gathering = _of_series(known, on, found) if isinstance(known, Series) else known
    return Scene(
        view=view,
        names=names,
        people=(one, other),
        offices=(_office(one, on, names), _office(other, on, names)),
        on=on,
        place=found,
        country=None if state is None else state.id,
        gathering=gathering,
        series=series,
    )


def _of_series(series: Series, on: date, place: Place) -> Occasion:
    """A gathering of a series that is not on record."""
    name = f"{series.name} {on.year}"
    return Occasion(id=GATHERING, name=name, series=series.id, when=When.on(on), place=place.id)


def _person(text: str, party: Party, on: date, names: Names) -> PersonId:
    """The person named, or the one who is known to hold the office on the day."""
    if isinstance(party, Holder):
        found = holders(names, party.office, When.on(on))
        if len(found) != 1:
            raise InputError(
                f'the record doesn\'t name one holder of "{text}" on {on.isoformat()} '
                "(expected a person)"
            )
        return found[0]
    if on not in names.people[party.person].lifetime:
        raise InputError(f'"{text}" was not alive on {on.isoformat()} (expected another day)')
    return party.person


def _office(person: PersonId, on: date, names: Names) -> OfficeId | None:
    """The office that the person surely holds on the day, one that leads first."""
    day = Days.on(on)
    held = tenures_on(names, person, When.on(on))
    return next((t.office for t in held if day <= t.when.core), None)


def _refuse_met(one: PersonId, other: PersonId, on: date, view: View) -> None:
    """Refuse a day up to which or after which the two met: what is to come knows of all before."""
    wanted = Narrowing(kind=EventKind.ENCOUNTER, people=frozenset({one, other}))
    held = [e for e in view.events(wanted) if isinstance(e, Encounter) and _was_meeting(e)]
    last = max((e.when.outer.latest for e in held if e.when.outer.latest), default=None)
    if last is not None and last >= on:
        raise InputError(
            f"they met on {last.isoformat()}, which is not before {on.isoformat()} "
            "(expected a day after their last meeting on record)"
        )


def _was_meeting(event: Encounter) -> bool:
    return event.mode is Mode.IN_PERSON and event.status is Status.HELD


def _may_be_on(gathering: Occasion, on: date) -> bool:
    """Whether the gathering may have gone on on the day, or some days before or after it."""
    if gathering.when is None:
        return True
    outer = gathering.when.outer
    return Days((outer.first - OCCASION_MARGIN, outer.last + OCCASION_MARGIN)).meets(Days.on(on))
