"""How many events there were of what is asked in each of many years.

The tallies are those of a claim that counts the events of one year. What the years have in common
is reckoned once: the days that coverage leaves open, and in which events somebody surely takes a
part. Where more may have happened than the record holds, what may match hardly ever matters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from itertools import chain

from summitry.model.bounds import Tally
from summitry.model.days import Days
from summitry.model.events import Event, EventKind
from summitry.model.people import PersonId
from summitry.model.rules import Unit
from summitry.model.selection import Holder, Someone
from summitry.model.truth import Truth
from summitry.model.when import Window
from summitry.reckoning import Frame
from summitry.reckoning.asked import Asked, Part
from summitry.reckoning.extent import open_days
from summitry.reckoning.gather import Gathered
from summitry.reckoning.groups import tally
from summitry.reckoning.match import Match, match, plays, so_far, was_in

ByYear = Mapping[int, Mapping[str, Event]]
"""Events by each year that they may touch, and by id."""


@dataclass(frozen=True)
class Yearly:
    """Events of a frame's record, up to a year."""

    frame: Frame
    events: tuple[Event, ...]
    last: int

    def tallies(self, asked: Asked, years: Iterable[int]) -> dict[int, Tally]:
        """How many units of what is asked, at any time, there were in each of the years."""
        left = open_days(asked, self.frame)
        return {year: self._tally(asked, year, left & days_of(year)) for year in years}

    def _tally(self, asked: Asked, year: int, left: Days) -> Tally:
        """The tally of a year, in which on the days ``left`` more may match than is on record."""
        if not left.is_empty():
            surely = self._surely(asked, year, left)
            # Only where there are several units may they be one by what else may match.
            if surely < 2 or asked.unit is Unit.EVENT:
                return Tally(surely, None)
        events = self._candidates(asked, year, Truth.UNKNOWN)
        within = _within(asked, year)
        matches = tuple(m for m in self._matches(within, events) if m.truth is not Truth.FALSE)
        return tally(Gathered(asked=within, matches=matches, open=left), self.frame)

    def _surely(self, asked: Asked, year: int, left: Days) -> int:
        """How many units those events of the year are that surely match, if nothing else may."""
        events = self._candidates(asked, year, Truth.TRUE)
        if not events:
            return 0
        within = _within(asked, year)
        matches = tuple(m for m in self._matches(within, events) if m.truth is Truth.TRUE)
        if len(matches) < 2 or asked.unit is Unit.EVENT:
            return len(matches)
        return tally(Gathered(asked=within, matches=matches, open=left), self._sure).surely

    def _matches(self, asked: Asked, events: Iterable[Event]) -> Iterator[Match]:
        """What each of the events is to what is asked, by earliest day."""
        ordered = sorted(events, key=lambda e: (e.when.start.possible.first, e.id))
        return (match(event, asked, self.frame) for event in ordered)

    @cached_property
    def _sure(self) -> Frame:
        """A frame that is kept apart, since it knows of what surely matches alone."""
        return replace(self.frame, known={})

    # --- which events to look at ----------------------------------------------------------------

    def _candidates(self, asked: Asked, year: int, least: Truth) -> Collection[Event]:
        """The events of the year among which are all that match, surely or possibly."""
        kind = asked.selection.kind
        if kind is EventKind.VISIT:
            return self._visits(asked, least).get(year, {}).values()
        if least is not Truth.TRUE:
            return self._of_kind(kind).get(year, {}).values()
        ours = self._of_part(kind, asked.who, least).get(year, {})
        theirs = self._of_part(kind, asked.whom, least).get(year, {}) if ours else {}
        return [ours[id] for id in ours.keys() & theirs.keys()]

    def _visits(self, asked: Asked, least: Truth) -> ByYear:
        """The visits to the place by whoever takes the part, surely or possibly."""
        place, who = asked.selection.place, asked.who
        visits = self._of_part(EventKind.VISIT, who, least)
        if place is None:
            return visits

        def there() -> ByYear:
            every = {id: one for known in visits.values() for id, one in known.items()}.values()
            return self._by_year(
                one for one in every if (was_in(one, place, self.frame) & least) is least
            )

        return self.frame.once(("visits", who, place, least), there)

    def _of_part(self, kind: EventKind, part: Part, least: Truth) -> ByYear:
        """The events of a kind in which somebody takes the part, surely or possibly."""

        def taken() -> ByYear:
            return self._by_year(
                event
                for person in self._who(part, least)
                for event in self._events_of.get((kind, person), ())
                if (plays(person, part, event, self.frame) & least) is least
            )

        return self.frame.once(("of part", kind, part, least), taken)

    def _of_kind(self, kind: EventKind) -> ByYear:
        """The events of a kind."""
        every = (self._events_of[key] for key in self._events_of if key[0] is kind)
        return self.frame.once(("of kind", kind), lambda: self._by_year(chain.from_iterable(every)))

    def _by_year(self, events: Iterable[Event]) -> ByYear:
        found: defaultdict[int, dict[str, Event]] = defaultdict(dict)
        for event in events:
            for year in years_of(event.when.outer, self.last):
                found[year][event.id] = event
        return found

    def _who(self, part: Part, least: Truth) -> Iterable[PersonId]:
        """Those who may take a part; nobody surely holds an office without a tenure."""
        match part.party:
            case Someone(person):
                return (person,)
            case Holder(office) if least is Truth.TRUE:
                return {tenure.person for tenure in self.frame.names.tenures_in.get(office, ())}
            case _:
                return {person for _, person in self._events_of}

    @cached_property
    def _events_of(self) -> Mapping[tuple[EventKind, PersonId], list[Event]]:
        """Events, on the days that they can have had, by kind and who took part."""
        found: defaultdict[tuple[EventKind, PersonId], list[Event]] = defaultdict(list)
        for event in self.events:
            held = so_far(event, self.frame)
            for person in event.people:
                found[event.kind, person].append(held)
        return found


def _within(asked: Asked, year: int) -> Asked:
    """The same asked of one year."""
    window = Window.of(days_of(year))
    return replace(asked, selection=asked.selection.narrowed(window))


@cache
def days_of(year: int) -> Days:
    """The days of a year."""
    return Days.between(date(year, 1, 1), date(year, 12, 31))


def years_of(days: Days, last: int) -> range:
    """The years from the first day to the last, as far as the year ``last``."""
    first = date.fromordinal(days.first).year
    return range(first, min(date.fromordinal(days.last).year, last) + 1)
