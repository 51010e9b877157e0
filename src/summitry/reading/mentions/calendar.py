"""Who held which office when: what reading asks of a record's names and calendar."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from summitry.lexicon.tables import table
from summitry.model.days import NO_DAY, Days
from summitry.model.names import Names
from summitry.model.occasions import LandmarkId, OccasionId, SeriesId, TopicId
from summitry.model.people import OfficeId, PersonId, Pronoun, Tenure
from summitry.model.places import PlaceId, PlaceKind, around, former_states
from summitry.model.selection import IN_OFFICE, Capacity
from summitry.model.when import Window
from summitry.reading.when.spans import part_of

_STEPS: Final = 100
_INTERREGNUM: Final = 125
"""Days after an election within which the term that it gives begins."""


@dataclass(frozen=True)
class Calendar:
    """The names of a record with the look-ups that resolving needs."""

    names: Names

    @cached_property
    def _tenures(self) -> Mapping[PersonId, tuple[Tenure, ...]]:
        found: dict[PersonId, list[Tenure]] = defaultdict(list)
        for tenure in self.names.tenures:
            found[tenure.person].append(tenure)
        return {
            person: tuple(sorted(rows, key=lambda t: t.when.outer.first))
            for person, rows in found.items()
        }

    def tenures(self, person: PersonId) -> tuple[Tenure, ...]:
        """The person's tenures, by their first day."""
        return self._tenures.get(person, ())

    def offices(self, person: PersonId) -> frozenset[OfficeId]:
        """The offices that the person has ever held."""
        return frozenset(tenure.office for tenure in self.tenures(person))

    def in_office(self, person: PersonId) -> Capacity:
        """What "in office" means of the person: in the one by which they led, or that they held."""
        held, led = self.offices(person), self.office_led(person)
        if led is not None:
            return Capacity(frozenset((led,)))
        return Capacity(held) if len(held) == 1 else IN_OFFICE

    def met_in_office(self, one: PersonId, other: PersonId) -> bool:
        """Whether the two led their countries at one time."""

        def days(person: PersonId) -> Days:
            leading = (t for t in self.tenures(person) if self.names.offices[t.office].leads)
            return Days(*(span for tenure in leading for span in tenure.when.outer.spans))

        return days(one).meets(days(other))

    def are_compatriots(self, one: PersonId, other: PersonId) -> bool:
        """Whether all offices of two people are of one and the same country."""
        lands = {self.names.offices[id].country for who in (one, other) for id in self.offices(who)}
        return len(lands) == 1 and bool(self.offices(one)) and bool(self.offices(other))

    def office_of(self, person: PersonId, title: str, days: Days | None = None) -> OfficeId | None:
        """The one office of this title that the person held, on some of ``days`` if given."""
        found = {
            tenure.office
            for tenure in self.tenures(person)
            if self.titled(tenure.office, title) and (days is None or tenure.when.outer.meets(days))
        }
        return found.pop() if len(found) == 1 else None

    def office_led(self, person: PersonId) -> OfficeId | None:
        """The one office by which the person has led a country; None of none and of several."""
        offices = {t.office for t in self.tenures(person) if self.names.offices[t.office].leads}
        return offices.pop() if len(offices) == 1 else None

    def titled(self, office: OfficeId, title: str) -> bool:
        """Whether the office's holder may be called by the title."""
        row = self.names.offices[office]
        if title in table("phrases")["leaders"]:
            return row.leads
        own = row.title.lower()
        return own == title or any(
            own in same and title in same for same in table("phrases")["titles"]
        )

    def offices_of(self, country: PlaceId, title: str) -> frozenset[OfficeId]:
        """The offices of a country whose holders may be called by the title."""
        rows = self.names.offices.items()
        return frozenset(
            id for id, row in rows if row.country == country and self.titled(id, title)
        )

    def fits(self, person: PersonId, pronoun: Pronoun) -> bool:
        """Whether the pronoun may mean the person."""
        row = self.names.people.get(person)
        return row is not None and row.pronoun in (pronoun, Pronoun.THEY)

    def part_of_tenure(self, person: PersonId, title: str, part: str, last: int) -> Window | None:
        """A vague part of a person's time in offices of a title, up to ``last``.

        It runs from the first day of the first tenure to the last of the last; a title of "" means
        any office that leads.
        """
        offices = self.names.offices
        rows = [
            tenure
            for tenure in self.tenures(person)
            if (self.titled(tenure.office, title) if title else offices[tenure.office].leads)
        ]
        if not rows:
            return None
        first = rows[0].when.outer.first
        last = min(last, max(tenure.when.outer.last for tenure in rows))
        if last - first < _STEPS:
            return None
        return part_of([first + (last + 1 - first) * n // _STEPS for n in range(_STEPS + 1)], part)

    def tenure(self, person: PersonId, title: str, nth: int | None) -> Window | None:
        """The days on which a person held offices of a title, or the nth term of them.

        None where the record doesn't tell the terms apart.
        """
        rows = [
            tenure
            for tenure in self.tenures(person)
            if self.titled(tenure.office, title or self.names.offices[tenure.office].title.lower())
            and (title or self.names.offices[tenure.office].leads)
        ]
        surely, possibly = NO_DAY, NO_DAY
        for row in rows:
            surely, possibly = surely | row.when.core, possibly | row.when.outer
        if possibly.is_empty():
            return None
        if nth is None:
            return Window(surely, possibly)
        if len(possibly.spans) == 1:
            return _term(rows, nth, possibly)
        if not 0 < nth <= len(possibly.spans):
            return None
        times = [Days(span) for span in possibly.spans[:nth]]
        if not all(_is_one_term([row for row in rows if row.when.outer <= days]) for days in times):
            return None
        return Window(surely, possibly).narrowed(times[-1])

    def turn(
        self,
        person: PersonId,
        kind: str,
        title: str,
        offices: frozenset[OfficeId] | None,
        as_of: date,
    ) -> Window | None:
        """The day on which somebody took ("begin", "again") or left ("end") an office.

        It is one of ``offices``, or one of the title, or any that leads if none is named. Tenures
        that touch are one time in office; of several times any may be meant. A beginning in an
        acting capacity leaves open the days up to the one in full. None: there was no such day.
        """
        rows = [
            row
            for row in self.tenures(person)
            if (row.office in offices if offices is not None else self._leads_as(row.office, title))
            and row.when.outer.first <= as_of.toordinal()
        ]
        spells = Days(*(span for row in rows for span in row.when.outer.spans)).spans
        if kind == "end":
            return _one_of(
                row.when.end.possible
                for row in rows
                for _, last in spells
                if row.when.end is not None and row.when.outer.last == last <= as_of.toordinal()
            )
        begun = [_begun(rows, first, last) for first, last in spells]
        return _one_of(begun[1:] if kind == "again" else begun)

    def _leads_as(self, office: OfficeId, title: str) -> bool:
        """Whether an office is of a title; of none, whether it leads."""
        return self.titled(office, title) if title else self.names.offices[office].leads

    def is_state(self, place: PlaceId) -> bool:
        """Whether a place is a country."""
        return self.names.places[place].kind is PlaceKind.COUNTRY

    def within(self, place: PlaceId | None, larger: PlaceId) -> bool:
        """Whether a place is the other or within it, or is named after it."""
        around_it = [] if place is None else list(around(self.names.places, place))
        return place == larger or any(larger in (row.id, row.near) for row in around_it)

    def was_within(self, place: PlaceId, larger: PlaceId) -> bool:
        """Whether a place is within the other, or was where that is a former state."""
        places = self.names.places
        former = (row for spot in around(places, place) for row in former_states(places, spot))
        return self.within(place, larger) or any(row.id == larger for row in former)

    def stood(self, place: PlaceId, window: Window) -> bool:
        """Whether a state surely was one on every day of a window."""
        when = self.names.places[place].when
        return when is None or window.possibly <= when.core

    def topic_of(self, place: PlaceId) -> TopicId | None:
        """The topic that is named like a place."""
        name = self.names.places[place].name
        rows = self.names.topics.values()
        return next((row.id for row in rows if name in (row.name, *row.aliases)), None)

    def topic_of_series(self, series: SeriesId) -> TopicId | None:
        """The topic that is named like a series of gatherings ("NATO")."""
        name = self.names.series[series].name
        rows = self.names.topics.values()
        return next((r.id for r in rows if r.id == series or name in (r.name, *r.aliases)), None)

    def occasion(
        self, series: SeriesId, place: PlaceId | None, window: Window | None
    ) -> OccasionId | None:
        """The one occasion of a series at a place, in a window, if both or either tell it apart."""
        if place is None and window is None:
            return None
        found = [
            row.id
            for row in self.names.occasions.values()
            if row.series == series
            and (place is None or self.within(row.place, place))
            and (window is None or row.when is None or row.when.outer.meets(window.possibly))
        ]
        return found[0] if len(found) == 1 else None

    def landmark(
        self, landmarks: frozenset[LandmarkId], window: Window | None
    ) -> LandmarkId | None:
        """The one landmark among these that falls within the window, if one is given."""
        found = [
            id
            for id in landmarks
            if window is None or self.names.landmarks[id].when.outer.meets(window.possibly)
        ]
        return found[0] if len(found) == 1 else None


def _begun(rows: Sequence[Tenure], first: int, last: int) -> Days:
    """The days on which a time in office may have begun, acting or in full."""
    within = [row for row in rows if first <= row.when.outer.first <= last]
    full = next((row for row in within if not row.acting), within[0])
    return Days((first, max(first, full.when.start.possible.last)))


def _one_of(days: Iterable[Days]) -> Window | None:
    """A day that is among some."""
    possibly = Days(*(span for each in days for span in each.spans))
    if possibly.is_empty():
        return None
    return Window.of(possibly) if possibly.only is not None else Window(NO_DAY, possibly)


def _term(rows: Sequence[Tenure], nth: int, whole: Days) -> Window | None:
    """The nth term of an unbroken time in office, each begun by an election in or before it.

    The day on which a later one began is left open, up to some months after its election.
    """
    elected = sorted(day.possible.first for row in rows for day in row.elected)
    if not 0 < nth <= len(elected) or elected[0] > whole.first:
        return None
    begins = [(whole.first, whole.first), *(_begins(day, whole) for day in elected[1:])]
    ends = [(day if day == last else day - 1, last) for day, last in begins[1:]]
    (first, late), (early, last) = begins[nth - 1], [*ends, (whole.last, whole.last)][nth - 1]
    if late > early:
        return None
    return Window(Days((late, early)), Days((first, last)))


def _begins(election: int, whole: Days) -> tuple[int, int]:
    """The first and the last day on which a term may begin after its election.

    Of a time in office that ends on the day of the year on which it began, it is that day.
    """
    if whole.earliest is None or whole.latest is None:
        return election, election + _INTERREGNUM
    start, end = whole.earliest, whole.latest
    day = start.replace(year=date.fromordinal(election).year + 1).toordinal()
    same = (start.month, start.day) == (end.month, end.day)
    exact = same and election < day <= election + _INTERREGNUM
    return (day, day) if exact else (election, election + _INTERREGNUM)


def _is_one_term(rows: Sequence[Tenure]) -> bool:
    """Whether the tenures of an unbroken time are one that a single election before it gave."""
    elected = [day.possible.last for row in rows for day in row.elected]
    starts = [row.when.start.possible.last for row in rows]
    return len(starts) == len(elected) == 1 and elected <= starts
