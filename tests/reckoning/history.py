"""One history, in which everything that a record leaves open is chosen, and what is true in it.

Written from the section "What is true in one history" of docs/meaning.md, by brute force, and
knowing nothing of ``summitry.reckoning``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, NamedTuple, assert_never

from summitry.model.claims import (
    Anchor,
    Aspect,
    Claim,
    Detail,
    EachOf,
    Elected,
    FirstSince,
    Held,
    HowMany,
    Lasted,
    NoneBut,
    NoneSince,
    NthOf,
    SinceDays,
    SinceEvent,
    SinceLandmark,
    SinceTenure,
    SoMany,
    SomeDay,
    Spell,
    Throughout,
    TookPlace,
    WasAbout,
    WasAt,
    WasHostedBy,
    WasPartOf,
    WasPartOfSeries,
    WasSetting,
    WasWithin,
    WhichOne,
    Who,
)
from summitry.model.days import LAST_DAY, Days
from summitry.model.events import EventKind, Mode, Setting, VisitKind
from summitry.model.people import Office
from summitry.model.rules import CountingRule, Standing, Unit
from summitry.model.selection import ANY_CAPACITY, Capacity, Holder, Party, Selection, Someone
from summitry.model.when import Window

STAY: Final = 2
"""The most days from the end of one event to the start of the next of one stay."""


class Term(NamedTuple):
    """A tenure whose days are chosen (ordinals, both included)."""

    person: str
    office: str
    first: int
    last: int
    acting: bool = False
    elected: tuple[int, ...] = ()


class Happening(NamedTuple):
    """An event that takes place, with nothing left open.

    ``row`` is its id in the record, empty of a further event. ``at`` has every place that it is at:
    its own, those around it, those that any of these is near, and the states that it counts as
    in. It is on days of each of ``states``, perhaps said to be in each of ``perhaps``, and one
    stay with others in one of ``countries``. These come of its ``spot`` (None: at no place of the
    record), of where a visit was ``besides``, and of the places ``given`` for it; ``loosely``: what
    is perhaps said is so.
    """

    row: str
    kind: EventKind
    first: int
    last: int
    people: frozenset[str]
    spot: str | None = None
    besides: str | None = None
    given: frozenset[str] = frozenset()
    loosely: bool = False
    at: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    perhaps: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    mode: Mode | None = None
    setting: Setting | None = None
    visit_kind: VisitKind | None = None
    occasion: str | None = None
    series: str | None = None
    topics: frozenset[str] = frozenset()
    host: str | None = None
    minutes: int | None = None
    sequence: int | None = None


@dataclass(frozen=True, slots=True)
class World:
    """One history, with the claim as it means its windows there.

    ``happened`` is in order of time. ``disputes``: every disputed row taken as held (True), none
    (False), or some (None); of a record without disputed rows it is None. ``further``: something
    happened, or somebody held an office, that the record lacks.
    """

    claim: Claim
    happened: tuple[Happening, ...]
    terms: tuple[Term, ...]
    landmarks: Mapping[str, int]
    offices: Mapping[str, Office]
    disputes: bool | None = None
    further: bool = False


def true_in(world: World, rule: CountingRule, as_of: date) -> bool:
    """Whether the claim is true in this history under this rule, as of this day."""
    return _Hearing(world, rule, as_of.toordinal()).holds(world.claim)


def numbers_in(world: World, rule: CountingRule, as_of: date) -> list[int]:
    """The number that a claim asks for, as it is in this history.

    Of *how many* the number of units; of *which one* the places of those that ``that`` matches,
    from the end if the claim counts so.
    """
    hearing = _Hearing(world, rule, as_of.toordinal())
    match world.claim:
        case HowMany(selection=selection):
            return [len(hearing.units(selection))]
        case WhichOne():
            return hearing.places(world.claim)
        case _:
            return []


def touches(first: int, last: int, days: Days) -> bool:
    """Whether a span shares a day with a set of days."""
    return any(start <= last and first <= end for start, end in days.spans)


@dataclass(frozen=True, slots=True)
class _Hearing:
    world: World
    rule: CountingRule
    today: int

    def holds(self, claim: Claim) -> bool:
        match claim:
            case TookPlace():
                return bool(self.matching(claim.selection))
            case HowMany():
                return len(self.units(claim.selection)) in claim.number
            case WhichOne():
                return abs(claim.position) in self.places(claim)
            case FirstSince():
                return self._first_since(claim)
            case NoneSince():
                return self._none_since(claim)
            case Who():
                return self._who(claim)
            case Held():
                return self._held(claim)
            case Detail():
                return any(
                    self._has(self.world.happened[i], claim.aspect)
                    for i in self.matching(claim.selection)
                )
            case _:
                assert_never(claim)

    # --- matching

    def matching(self, selection: Selection) -> list[int]:
        """Places in ``happened`` of the events that match, in order of time."""
        return [i for i, e in enumerate(self.world.happened) if self._matches(e, selection)]

    def _matches(self, event: Happening, selection: Selection) -> bool:
        return (
            event.kind is selection.kind
            and event.first <= self.today
            and touches(event.first, event.last, selection.window.surely)
            and self._kind_fits(event, selection)
            and (selection.place is None or selection.place in event.at)
            and (selection.occasion is None or selection.occasion == event.occasion)
            and (selection.series is None or selection.series == event.series)
            and (selection.topic is None or selection.topic in event.topics)
            and self._parties_fit(event, selection)
            and (selection.host is None or self._hosted(event, selection.host))
        )

    def _kind_fits(self, event: Happening, selection: Selection) -> bool:
        if event.kind is EventKind.VISIT:
            return all(
                not named or event.visit_kind in named
                for named in (selection.visit_kinds, self.rule.visit_kinds)
            )
        return all(
            not named or event.mode in named for named in (selection.modes, self.rule.modes)
        ) and all(
            not named or event.setting in named
            for named in (selection.settings, self.rule.settings)
        )

    def _parties_fit(self, event: Happening, selection: Selection) -> bool:
        if event.kind is EventKind.VISIT:
            return all(self._is_party(selection.who, p, event) for p in event.people)
        return any(
            self._is_party(selection.who, p, event) and self._is_party(selection.whom, q, event)
            for p in event.people
            for q in event.people
            if p != q
        )

    def _is_party(self, party: Party | None, person: str, event: Happening) -> bool:
        match party:
            case Holder(office):
                return self._held_office(person, (office,), event)
            case Someone(name, capacity):
                return name == person and self._in_capacity(person, capacity, event, bound=True)
            case None:
                return self._in_capacity(person, ANY_CAPACITY, event, bound=True)
            case _:
                assert_never(party)

    def _hosted(self, event: Happening, host: Party) -> bool:
        person = event.host
        if person is None:
            return False
        match host:
            case Holder(office):
                return self._held_office(person, (office,), event)
            case Someone(name, capacity):
                return name == person and self._in_capacity(person, capacity, event, bound=False)
            case _:
                assert_never(host)

    def _in_capacity(
        self, person: str, capacity: Capacity, event: Happening, *, bound: bool
    ) -> bool:
        """``bound``: whether the rule's standing binds a capacity that says nothing."""
        if capacity.offices:
            return self._held_office(person, capacity.offices, event)
        standing = self.rule.standing
        if standing is Standing.ANY and not capacity.in_office:
            return True
        if not bound and not capacity.in_office:
            return True
        return self._held_office(person, self._offices(standing), event)

    def _offices(self, standing: Standing) -> list[str]:
        return [
            office.id
            for office in self.world.offices.values()
            if (standing is not Standing.LEADING or office.leads)
            and (standing is not Standing.PRESIDENT or office.title == "president")
        ]

    def _held_office(self, person: str, offices: Iterable[str], event: Happening) -> bool:
        return any(
            t.person == person
            and t.office in offices
            and t.first <= event.last
            and event.first <= t.last
            for t in self.world.terms
        )

    # --- counting

    def units(self, selection: Selection) -> list[list[int]]:
        """The matching events by what counts as one, in order of their first events."""
        units: list[list[int]] = []
        for i in self.matching(selection):
            joined = [unit for unit in units if any(self._are_one(i, j) for j in unit)]
            units = [unit for unit in units if unit not in joined]
            units.append(sorted([i, *(j for unit in joined for j in unit)]))
        return sorted(units)

    def _are_one(self, i: int, j: int) -> bool:
        """Whether two different events count as one, unless others link them."""
        a, b = self.world.happened[i], self.world.happened[j]
        match self.rule.unit:
            case Unit.EVENT:
                return False
            case Unit.DAY:
                return a.first == b.first
            case Unit.OCCASION:
                return a.occasion is not None and a.occasion == b.occasion
            case Unit.STAY:
                apart = max(a.first, b.first) - min(a.last, b.last)
                return not a.countries.isdisjoint(b.countries) and apart <= STAY
            case _:
                assert_never(self.rule.unit)

    def places(self, claim: WhichOne) -> list[int]:
        """Places from 1 of the units that hold an event that ``that`` matches."""
        units = self.units(claim.selection)
        if claim.position < 0:
            units.reverse()
        return [
            place
            for place, unit in enumerate(units, 1)
            if any(self._matches(self.world.happened[i], claim.that) for i in unit)
        ]

    # --- since

    def _first_since(self, claim: FirstSince) -> bool:
        chosen = self.matching(claim.selection)
        return any(
            self._is_first_since(i, chosen, claim.anchor)
            for i in chosen
            if self._matches(self.world.happened[i], claim.that)
        )

    def _is_first_since(self, i: int, chosen: list[int], anchor: Anchor) -> bool:
        day = self._anchored(anchor, before=i)
        if day is None or self.world.happened[i].first <= day:
            return False
        return not any(j < i and self.world.happened[j].first > day for j in chosen)

    def _none_since(self, claim: NoneSince) -> bool:
        day = self._anchored(claim.anchor, before=len(self.world.happened))
        return day is not None and not any(
            self.world.happened[i].first > day for i in self.matching(claim.selection)
        )

    def _anchored(self, anchor: Anchor, *, before: int) -> int | None:
        """The anchor's day; None where there is none. ``before``: an event's place in the order."""
        match anchor:
            case SinceDays(window):
                return window.surely.last
            case SinceLandmark(landmark):
                return self.world.landmarks[landmark]
            case SinceEvent(selection):
                earlier = [i for i in self.matching(selection) if i < before]
                return self.world.happened[earlier[-1]].first if earlier else None
            case SinceTenure(person, office):
                starts = [t.first for t in self._terms(office, person) if t.first <= self.today]
                return max(starts) - 1 if starts else None
            case _:
                assert_never(anchor)

    # --- who

    def _who(self, claim: Who) -> bool:
        office = claim.among.office
        holders = {t.person for t in self._terms(office) if t.first <= self.today}
        events = {p: self.matching(self._among(claim, p)) for p in holders}
        had = {p for p in holders if events[p]}
        match claim.roster:
            case EachOf():
                return self._each(claim.roster, office, holders, had)
            case NoneBut(people):
                return had == people
            case NthOf(person, position):
                firsts = [events[other][0] for other in had if other != person]
                own = events[person][0] if person in had else None
                return (
                    own is not None
                    and own not in firsts
                    and sum(one < own for one in firsts) == position - 1
                )
            case SoMany(number):
                return len(had) in number
            case _:
                assert_never(claim.roster)

    def _among(self, claim: Who, person: str) -> Selection:
        """The selection with one holder in the place of the office."""
        open_to_all = self.rule.standing is Standing.ANY
        capacity = ANY_CAPACITY if open_to_all else Capacity(frozenset({claim.among.office}))
        one = Someone(person, capacity)
        if claim.selection.who == claim.among:
            return replace(claim.selection, who=one)
        return replace(claim.selection, whom=one)

    def _each(self, roster: EachOf, office: str, holders: set[str], had: set[str]) -> bool:
        named = roster.but | {p for p in (roster.since, roster.until) if p is not None}
        if not named <= holders:
            return False
        starts = {
            p: [t.first for t in self._terms(office, p) if t.first <= self.today] for p in holders
        }
        least = -1 if roster.since is None else min(starts[roster.since])
        most = self.today if roster.until is None else max(starts[roster.until])
        ranged = {p for p in holders if least <= min(starts[p]) <= most}
        return named <= ranged and ranged - roster.but <= had and not roster.but & had

    # --- held

    def _terms(self, office: str, person: str | None = None) -> list[Term]:
        return [t for t in self.world.terms if t.office == office and person in (None, t.person)]

    def _held(self, claim: Held) -> bool:
        terms = sorted(
            t
            for t in self._terms(claim.office, claim.person)
            if claim.acting is None or claim.acting == t.acting
        )
        match claim.time:
            case SomeDay(window):
                return any(touches(t.first, t.last, window.surely) for t in terms)
            case Throughout(window):
                return window.surely <= Days(*((t.first, t.last) for t in terms))
            case Spell(began, ended):
                unbroken = Days(*((t.first, t.last) for t in terms)).spans
                return any(
                    _within(first, began) and (ended is None or _ended(last, ended))
                    for first, last in unbroken
                )
            case Elected(window):
                return any(_within(day, window) for t in terms for day in t.elected)
            case _:
                assert_never(claim.time)

    # --- detail

    def _has(self, event: Happening, aspect: Aspect) -> bool:
        match aspect:
            case Lasted(minutes):
                return event.minutes is not None and event.minutes in minutes
            case WasAt(place):
                return place in event.at
            case WasHostedBy(host):
                return self._hosted(event, host)
            case WasPartOf(occasion):
                return event.occasion == occasion
            case WasPartOfSeries(series):
                return event.series == series
            case WasAbout(topic):
                return topic in event.topics
            case WasSetting(settings):
                return event.setting in settings
            case WasWithin(window):
                return touches(event.first, event.last, window.surely)
            case _:
                assert_never(aspect)


def _ended(last: int, window: Window) -> bool:
    return last != LAST_DAY and _within(last, window)


def _within(day: int, window: Window | None) -> bool:
    return window is None or touches(day, day, window.surely)
