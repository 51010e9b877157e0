"""What a small record leaves open about its own rows, and a claim about its own words.

Written from the section "A history" of docs/meaning.md, knowing nothing of ``summitry.reckoning``.
What can't bear on the claim is left as it is drawn, and of many choices only some are made.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import cached_property
from itertools import product
from math import prod
from random import Random
from typing import Any, Final, TypeVar

from summitry.model.bounds import Bounds
from summitry.model.claims import (
    Claim,
    Detail,
    Elected,
    Held,
    Lasted,
    WasAbout,
    WasAt,
    WasHostedBy,
    WasPartOf,
    WasPartOfSeries,
    WasSetting,
)
from summitry.model.days import ANY_DAY, Days
from summitry.model.events import Encounter, Event, EventKind, Setting, Visit, VisitKind
from summitry.model.people import Person, Tenure
from summitry.model.places import PlaceKind
from summitry.model.rules import CountingRule, Unit
from summitry.model.selection import Selection
from summitry.model.when import Moment, Window
from summitry.record.view import View
from tests.reckoning.history import Happening, Term, touches

T = TypeVar("T")

UNNAMED: Final = "another occasion"
"""An occasion that the record does not name, of no series or of one ("another occasion g2")."""

MOST_OF_A_ROW: Final = 40
MOST_OF_A_CLAIM: Final = 12


class LeftOpen:
    """A record with a claim about it, and which of the things left open may bear on the claim."""

    def __init__(
        self,
        record: View,
        claim: Claim,
        as_of: date,
        rules: Sequence[CountingRule],
        states: Mapping[str, tuple[int, int]],
    ) -> None:
        self.record, self.claim, self.rules, self.states = record, claim, rules, states
        self.today = as_of.toordinal()
        self.random = Random(1)  # noqa: S311 (the same histories each time)
        self.names = record.names()
        self.places = record.places()
        chosen = parts(claim, Selection)
        aspect = claim.aspect if isinstance(claim, Detail) else None
        self.selections = chosen
        self.asks_place = (
            any(s.place for s in chosen)
            or any(rule.unit is Unit.STAY for rule in rules)
            or isinstance(aspect, WasAt)
        )
        self.asks_occasion = (
            any(s.occasion or s.series for s in chosen)
            or any(rule.unit is Unit.OCCASION for rule in rules)
            or isinstance(aspect, WasPartOf | WasPartOfSeries)
        )
        self.asks_setting = (
            any(s.settings for s in chosen)
            or any(rule.settings for rule in rules)
            or isinstance(aspect, WasSetting)
        )
        self.asks_kind = any(s.visit_kinds for s in chosen) or any(
            rule.visit_kinds for rule in rules
        )
        self.asks_topic = any(s.topic for s in chosen) or isinstance(aspect, WasAbout)
        self.asks_host = any(s.host for s in chosen) or isinstance(aspect, WasHostedBy)
        self.asks_elected = isinstance(claim, Held) and isinstance(claim.time, Elected)
        self.asks_length = isinstance(aspect, Lasted)
        self.lengths = _thresholds(aspect.minutes) if isinstance(aspect, Lasted) else (60,)

    @cached_property
    def days_of_note(self) -> list[int]:
        """Days at which something of the record or the claim begins or ends, and those around."""
        record = self.record
        moments = [
            *(e.when for e in record.events()),
            *(t.when for t in record.tenures()),
            *(c.when for c in record.coverage()),
            *(one.when for one in self.names.landmarks.values()),
            *(one.when for one in self.places.values() if one.when is not None),
        ]
        sets = [m.start.possible for m in moments]
        sets += [m.end.possible for m in moments if m.end is not None]
        for window in parts(self.claim, Window):
            sets += [window.surely, window.possibly]
        ends = {day for days in sets for span in days.spans for day in span} | {self.today}
        known = {day for day in ends if ANY_DAY.first + 1 < day < ANY_DAY.last - 1}
        return sorted({day + step for day in known for step in (-1, 0, 1)})

    # --- choosing

    def few(self, choices: Sequence[T], *, asked: bool) -> Sequence[T]:
        """The choices if they may bear on the claim, else one of them."""
        return choices if asked else [self.random.choice(choices)]

    def sample(self, choices: Sequence[T], most: int) -> Sequence[T]:
        """At most so many of the choices, the first and the last among them."""
        if len(choices) <= most:
            return choices
        return [choices[0], choices[-1], *self.random.sample(choices[1:-1], most - 2)]

    def combined(self, most: int, *axes: Sequence[Any]) -> list[tuple[Any, ...]]:
        """At most so many of the combinations, the first and the last among them."""
        if prod(map(len, axes)) <= most:
            return list(product(*axes))
        ends = [tuple(axis[end] for axis in axes) for end in (0, -1)]
        choice = self.random.choice
        return [*ends, *(tuple(choice(axis) for axis in axes) for _ in range(most - 2))]

    # --- places and occasions

    def chain(self, place: str | None) -> list[str]:
        """The place and those that it is within."""
        return [] if place is None else [place, *self.chain(self.places[place].within)]

    def former(self, place: str) -> list[str]:
        """The former states that the place itself was part of."""
        state = self.places[place].formerly
        return [] if state is None else [state, *self.former(state)]

    def refined(self, place: str | None) -> list[str | None]:
        """Where an event given at this place may be; a venue without a name counts as its city."""
        if place is None:
            return [None, *self.places]
        smaller = (p for p in self.places if p != place)
        return [place, *(p for p in smaller if place in self._land(p) or place in self._about(p))]

    def _about(self, spot: str) -> set[str]:
        """The cities and regions that the spot may lie in, its chain having none of the kind."""
        above = self.chain(spot)[1:]
        kinds = {self.places[p].kind for p in self.chain(spot)}
        found = set()
        for kind, larger in (
            (PlaceKind.CITY, (PlaceKind.REGION, PlaceKind.COUNTRY)),
            (PlaceKind.REGION, (PlaceKind.COUNTRY,)),
        ):
            next_one = next((p for p in above if self.places[p].kind in larger), None)
            if next_one is None or kind in kinds or self.places[spot].kind in larger:
                continue
            alike = (p for p in self.places if self.places[p].kind is kind)
            found |= {p for p in alike if next_one in self.chain(p)}
        return found

    def _land(self, spot: str) -> list[str]:
        return [p for one in self.chain(spot) for p in (one, *self.former(one))]

    def placed(self, event: Happening) -> Happening:
        """The event with what it is at, by its spots, its days and those of the states there."""
        placed = self._placed(event)
        if event.besides is None:
            return placed
        return placed._replace(at=placed.at | self._placed(event._replace(spot=event.besides)).at)

    def _placed(self, event: Happening) -> Happening:
        chain = self.chain(event.spot)
        own, elsewhere = dict[str, Days](), Days()
        for one in chain:
            if self._is_country(one):
                own[one] = self.days_of(one) - elsewhere
            for state in self.former(one):
                elsewhere |= self.days_of(state)
        former = {state: self.days_of(state) for one in chain for state in self.former(one)}
        states = {
            one for one, days in (former | own).items() if touches(event.first, event.last, days)
        }
        perhaps = {one for one in own if self._may_be_said(one, event)} | states
        near = {place for one in chain if (place := self.places[one].near) is not None}
        about = set() if event.spot is None else self._about(event.spot)
        spots = {one for one in chain if not self._is_country(one)}
        today = [self._country_of(chain), *(self._country_of(self.chain(p)) for p in event.given)]
        return event._replace(
            at=event.given | spots | near | (perhaps | about if event.loosely else states),
            states=frozenset(states),
            perhaps=frozenset(perhaps),
            countries=frozenset([*(one for one in today if one), *(states & former.keys())]),
        )

    def _is_country(self, place: str) -> bool:
        return self.places[place].kind is PlaceKind.COUNTRY

    def _country_of(self, chain: Sequence[str]) -> str | None:
        return next((one for one in chain if self._is_country(one)), None)

    def days_of(self, state: str) -> Days:
        """The days of a state."""
        return Days(self.states.get(state, (ANY_DAY.first, ANY_DAY.last)))

    def _may_be_said(self, state: str, event: Happening) -> bool:
        """Whether of an event on its land one may say that it was in the state."""
        last = self.days_of(state).last
        return last == ANY_DAY.last or touches(event.first, event.last, self.days_of(state))

    def series_of(self, occasion: str | None) -> str | None:
        """The series of an occasion of the record, or of one without a name."""
        if occasion is not None and occasion in self.names.occasions:
            return self.names.occasions[occasion].series
        return (occasion or "").removeprefix(UNNAMED).strip() or None

    def any_occasion(self) -> list[str | None]:
        """No occasion, each of the record, and others."""
        others = (f"{UNNAMED} {series}" for series in self.names.series)
        return [None, *self.names.occasions, UNNAMED, *others]


# --- rows ---------------------------------------------------------------------------------------


def happenings_of(left: LeftOpen, event: Event) -> Sequence[Happening]:
    """What may have happened where the record has this event."""
    spans = spans_of(left, event.when)
    bare = _encounters(left, event) if isinstance(event, Encounter) else _visits(left, event)
    return [
        one._replace(first=first, last=last)
        for one, (first, last) in left.combined(MOST_OF_A_ROW, bare, spans)
    ]


def _visits(left: LeftOpen, event: Event) -> list[Happening]:
    assert not isinstance(event, Encounter)
    choices = left.combined(
        MOST_OF_A_ROW,
        left.few(sorted(event.kinds) or list(VisitKind), asked=left.asks_kind),
        left.few(_led(left, event), asked=left.asks_place),
        _occasions(left, event, None),
    )
    return [
        Happening(
            row=event.id,
            kind=EventKind.VISIT,
            first=0,
            last=0,
            people=frozenset({event.person}),
            spot=spot,
            besides=besides,
            given=frozenset({event.country, event.place or event.country}),
            loosely=loosely,
            visit_kind=kind,
            occasion=occasion,
            series=left.series_of(occasion),
        )
        for kind, (spot, besides, loosely), occasion in choices
    ]


def _led(left: LeftOpen, event: Visit) -> list[tuple[str | None, str | None, bool]]:
    """Where a visit may have been, where else besides, and whether what is perhaps said is so."""
    here = left.refined(event.place or event.country)
    besides = [None, *left.refined(event.country)] if event.elsewhere else [None]
    return list(product(here, besides, (False, True)))


def _encounters(left: LeftOpen, event: Encounter) -> list[Happening]:
    settings = left.few(
        sorted(event.settings) or list(Setting), asked=left.asks_setting or left.asks_occasion
    )
    hosts: list[str | None] = [None, *sorted(event.people)] if event.host is None else [event.host]
    choices = left.combined(
        MOST_OF_A_ROW,
        [(setting, one) for setting in settings for one in _occasions(left, event, setting)],
        left.few(_spots(left, event.place), asked=left.asks_place),
        left.few(hosts, asked=left.asks_host),
        left.few([event.topics, frozenset(left.names.topics)], asked=left.asks_topic),
        left.few(_lengths(event.minutes, left.lengths), asked=left.asks_length),
    )
    return [
        Happening(
            row=event.id,
            kind=EventKind.ENCOUNTER,
            first=0,
            last=0,
            people=event.people,
            spot=spot,
            given=frozenset() if event.place is None else frozenset({event.place}),
            loosely=loosely,
            mode=event.mode,
            setting=setting,
            occasion=occasion,
            series=left.series_of(occasion),
            host=host,
            topics=topics,
            minutes=minutes,
            sequence=event.sequence,
        )
        for (setting, occasion), (spot, loosely), host, topics, minutes in choices
    ]


def _spots(left: LeftOpen, place: str | None) -> list[tuple[str | None, bool]]:
    return list(product(left.refined(place), (False, True)))


def _occasions(left: LeftOpen, event: Event, setting: Setting | None) -> Sequence[str | None]:
    if event.occasion is not None:
        return [event.occasion]
    if setting is Setting.BILATERAL:
        return [None]
    return left.few(left.any_occasion(), asked=left.asks_occasion)


def _thresholds(minutes: Bounds) -> tuple[int, ...]:
    ends = (minutes.least, minutes.least if minutes.most is None else minutes.most)
    return tuple(sorted({max(0, end + step) for end in ends for step in (-1, 0, 1)}))


def _lengths(minutes: Bounds | None, thresholds: Sequence[int]) -> list[int]:
    """The numbers within the bounds that may matter: their ends, and the thresholds."""
    if minutes is None:
        return list(thresholds)
    ends = {minutes.least, minutes.least + 999 if minutes.most is None else minutes.most}
    return sorted(ends | {number for number in thresholds if number in minutes})


def terms_of(left: LeftOpen, tenure: Tenure) -> list[Term]:
    """The days that a tenure may have had."""
    elected = list(product(*(each_day(one.possible) for one in tenure.elected)))
    choices = left.combined(
        MOST_OF_A_ROW, spans_of(left, tenure.when), left.few(elected, asked=left.asks_elected)
    )
    return [
        Term(tenure.person, tenure.office, first, last, tenure.acting, days)
        for (first, last), days in choices
    ]


def states_of(record: View) -> list[dict[str, tuple[int, int]]]:
    """The first and last days that the record's states may have had, all at once."""
    dated = {place.id: place.when for place in record.places().values() if place.when is not None}
    spans = [
        list(
            product(
                each_day(when.start.possible),
                [ANY_DAY.last] if when.end is None else each_day(when.end.possible),
            )
        )
        for when in dated.values()
    ]
    return [dict(zip(dated, choice, strict=True)) for choice in product(*spans)]


def lives_of(person: Person) -> list[tuple[int, int]]:
    """First and last days that a life may have had."""
    born = [ANY_DAY.first] if person.born is None else each_day(person.born.possible)
    died = [ANY_DAY.last] if person.died is None else each_day(person.died.possible)
    return [(first, last) for first in born for last in died if first <= last]


def spans_of(left: LeftOpen, when: Moment) -> Sequence[tuple[int, int]]:
    """First and last days; the calendar's last for what has no end."""
    starts = each_day(when.start.possible)
    if when.start is when:
        return [(day, day) for day in starts]
    ends = [ANY_DAY.last] if when.end is None else each_day(when.end.possible)
    return left.sample([(a, b) for a in starts for b in ends if a <= b], MOST_OF_A_ROW)


def each_day(days: Days) -> list[int]:
    """The days of a set, by their ordinals."""
    return [day for first, last in days.spans for day in range(first, last + 1)]


# --- the claim's own words ----------------------------------------------------------------------


def meanings(left: LeftOpen) -> list[Claim]:
    """The claim with each vague window taken in each of a few exact ways."""
    return _exact(left, left.claim)


def _exact(left: LeftOpen, node: Any) -> list[Any]:  # noqa: ANN401 (any part of a claim)
    if isinstance(node, Window):
        return [Window.of(days, node.written) for days in _senses(left, node)]
    if all(window.is_exact for window in parts(node, Window)):
        return [node]
    named = [f.name for f in fields(node)]
    axes = [_exact(left, getattr(node, name)) for name in named]
    return [
        replace(node, **dict(zip(named, values, strict=True)))
        for values in left.combined(MOST_OF_A_CLAIM, *axes)
    ]


def _senses(left: LeftOpen, window: Window) -> list[Days]:
    """Days that a window may mean: at least one, all the sure ones, none that isn't possible."""
    vague = window.possibly - window.surely
    if vague.is_empty():
        return [window.surely]
    some = sorted(left.random.choice(_near(vague)) for _ in range(2))
    more = [(vague.first, vague.first), (vague.last, vague.last), (some[0], some[1])]
    senses = [
        window.surely,
        *(window.surely | (Days(span) & vague) for span in more),
        window.possibly,
    ]
    return [days for days in dict.fromkeys(senses) if not days.is_empty()]


def _near(days: Days) -> list[int]:
    """Days of a set, without going through ages of them."""
    return [day for a, b in days.spans for day in (*range(a, min(b, a + 30)), b)]


def parts(node: object, kind: type[T]) -> list[T]:
    """Every value of this type within a claim."""
    if isinstance(node, kind):
        return [node]
    if is_dataclass(node):
        return [part for f in fields(node) for part in parts(getattr(node, f.name), kind)]
    return []
