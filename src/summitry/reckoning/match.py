"""Whether an event matches what is asked: field by field, in three-valued logic."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import assert_never

from summitry.model.days import LAST_DAY, Days
from summitry.model.events import (
    Encounter,
    Event,
    Setting,
    Status,
    Visit,
    VisitKind,
)
from summitry.model.findings import Lack
from summitry.model.people import PersonId
from summitry.model.places import PlaceId
from summitry.model.selection import Someone
from summitry.model.truth import Truth, some
from summitry.model.when import ALWAYS, Moment, Stretch, When, Window
from summitry.reckoning.asked import Asked, Part
from summitry.reckoning.frame import Frame
from summitry.reckoning.terms import HeldDays

_ALL_SETTINGS = frozenset(Setting)
_ALL_KINDS = frozenset(VisitKind)


@dataclass(frozen=True, slots=True)
class Match:
    """Whether an event matches, and, where that is open, which of its fields are to blame."""

    event: Event
    truth: Truth
    lacks: frozenset[Lack]


def so_far(event: Event, frame: Frame) -> Event:
    """The event on the days that it can have had: in its people's lives, up to the as-of day."""
    people = (event.person,) if isinstance(event, Visit) else event.people
    life = frame.terms.lifetime(people)
    match event.when:
        case When(possible):
            lived = _lived(possible, life)
            return event if lived == possible else replace(event, when=When(lived))
        case Stretch(start, end):
            first = _lived(start.possible, life)
            ends = _goes_on(first, life) if end is None else _lived(end.possible, life)
            if end is not None and ends.last < first.first:
                first, ends = start.possible, end.possible  # of a faulty record again
            if not ends <= frame.past and first.meets(frame.past):
                ends = (ends & frame.past) | Days.on(frame.as_of)
            when = Stretch(When(first), When(ends))
            return event if when == event.when else replace(event, when=when)
        case _:
            assert_never(event.when)


def _lived(days: Days, life: Days) -> Days:
    """The days within a life; all of them where a faulty record leaves none."""
    lived = days & life
    return days if lived.is_empty() else lived


def _goes_on(start: Days, life: Days) -> Days:
    """The end of what goes on from some day: the last one of the life."""
    last = _lived(Days((start.first, LAST_DAY)), life).last
    return Days((last, last))


def match(event: Event, asked: Asked, frame: Frame) -> Match:
    """Hold one event against what is asked."""
    fields = chain(
        _first_fields(event, asked, frame),
        _parties(event, asked, frame),
        _further_fields(event, asked, frame),
    )
    return _held(Match(event, Truth.TRUE, frozenset()), fields)


def narrowed(found: Match, parties: Asked, asked: Asked, frame: Frame) -> Match:
    """What an event is to what is asked, from what it is to the parties alone."""
    fields = _further_fields(found.event, asked, frame)
    if (asked.who, asked.whom) != (parties.who, parties.whom):
        fields = chain(_parties(found.event, asked, frame), fields)
    return _held(found, fields)


def _held(found: Match, fields: Iterator[tuple[Lack, Truth]]) -> Match:
    truth, lacks = found.truth, found.lacks
    for lack, one in fields:
        if one is Truth.FALSE:
            return Match(found.event, one, frozenset())
        if one is Truth.UNKNOWN:
            truth = one
            lacks |= {lack}
    return (
        found if truth is found.truth and lacks == found.lacks else Match(found.event, truth, lacks)
    )


# Of a field that surely fits nothing is said: most fields of most events do.


def _first_fields(event: Event, asked: Asked, frame: Frame) -> Iterator[tuple[Lack, Truth]]:
    """The event's fields that are quick to tell, and often decide."""
    if asked.selection.kind is not event.kind:
        yield Lack.KIND, Truth.FALSE
    if event.status is not Status.HELD:
        yield Lack.DISPUTE, frame.disputed if event.status is Status.DISPUTED else Truth.FALSE
    if asked.selection.window is not ALWAYS:
        yield _within(event.when, asked.selection.window, frame)
    start = event.when.start
    if start.possible.last > frame.past.last:
        yield Lack.DATE, start.touches(frame.past)


def _further_fields(event: Event, asked: Asked, frame: Frame) -> Iterator[tuple[Lack, Truth]]:
    """The others, by which an event of the parties may match one selection, and not another."""
    selection = asked.selection
    if isinstance(event, Encounter):
        if asked.modes is not None:
            yield Lack.MODE, Truth.of(event.mode in asked.modes)
        if asked.settings is not None:
            yield Lack.SETTING, _among(event.settings or _ALL_SETTINGS, asked.settings)
        if asked.host is not None:
            yield Lack.HOST, hosted(event, asked.host, frame)
        if selection.topic is not None and selection.topic not in event.topics:
            yield Lack.TOPIC, Truth.UNKNOWN
    elif asked.visit_kinds is not None:
        yield Lack.KIND, _among(event.kinds or _ALL_KINDS, asked.visit_kinds)
    if selection.place is not None:
        yield Lack.PLACE, was_in(event, selection.place, frame)
    if selection.occasion is not None:
        yield Lack.OCCASION, belonged(event, selection.occasion)
    if selection.series is not None:
        yield Lack.OCCASION, belonged_to_series(event, selection.series, frame)


def _within(when: Moment, window: Window, frame: Frame) -> tuple[Lack, Truth]:
    """Whether an event falls within a window up to the as-of day, and whose vagueness says not."""
    meant = when.touches(window.surely & frame.past)
    perhaps_meant = when.touches(window.possibly & frame.past)
    within = Truth.between(surely=meant.surely(), possibly=perhaps_meant.possibly())
    return (Lack.DATE if perhaps_meant is Truth.UNKNOWN else Lack.VAGUE), within


def _parties(event: Event, asked: Asked, frame: Frame) -> Iterator[tuple[Lack, Truth]]:
    """Whether they took part who are asked about."""
    who, whom = asked.who, asked.whom
    if isinstance(event, Visit):
        yield Lack.CAPACITY, plays(event.person, who, event, frame)
    elif not (_surely_takes(who, event) and _surely_takes(whom, event)) or who.party == whom.party:
        key = "parties", who, whom, event.id
        yield Lack.CAPACITY, frame.once(key, lambda: _both(who, whom, event, frame))


def _surely_takes(part: Part, event: Encounter) -> bool:
    """Whether the part is that of a person who took part, in whatever capacity."""
    party = part.party
    return part.offices is None and isinstance(party, Someone) and party.person in event.people


def _both(who: Part, whom: Part, event: Encounter, frame: Frame) -> Truth:
    ones = _taking(who, event, frame)
    others = _taking(whom, event, frame) if ones else ()
    return some(a & b for one, a in ones for other, b in others if one != other)


def _taking(part: Part, event: Encounter, frame: Frame) -> list[tuple[PersonId, Truth]]:
    """Who of the event may take the part, and whether they do."""
    if isinstance(part.party, Someone):
        one = part.party.person
        truth = plays(one, part, event, frame) if one in event.people else Truth.FALSE
        return [] if truth is Truth.FALSE else [(one, truth)]
    taken = ((one, plays(one, part, event, frame)) for one in event.people)
    return [(one, truth) for one, truth in taken if truth is not Truth.FALSE]


def plays(person: PersonId, part: Part, event: Event, frame: Frame) -> Truth:
    """Whether the person takes the part on some day of the event."""
    if isinstance(part.party, Someone) and part.party.person != person:
        return Truth.FALSE
    if part.offices is None:
        return Truth.TRUE
    offices, when = part.offices, event.when
    return frame.once(
        ("held", person, offices, event.id),
        lambda: frame.terms.holding(person, offices).on(when),
    )


def _among(actual: frozenset[object], allowed: frozenset[object]) -> Truth:
    return Truth.between(surely=actual <= allowed, possibly=not actual.isdisjoint(allowed))


def set_in(event: Encounter, settings: frozenset[Setting]) -> Truth:
    """Whether the encounter had one of the settings."""
    return _among(event.settings or _ALL_SETTINGS, settings)


def hosted(event: Encounter, host: Part, frame: Frame) -> Truth:
    """Whether the encounter was hosted by whoever takes the part."""
    if event.host is not None:
        return plays(event.host, host, event, frame)
    return Truth.UNKNOWN & some(plays(person, host, event, frame) for person in event.people)


def was_in(event: Event, place: PlaceId, frame: Frame) -> Truth:
    """Whether the event was at the place or within it: in a state, on some day of the state's."""
    if not isinstance(event, Visit):
        return _days_in(event.place, place, frame).on(event.when)
    if event.country == place:
        return Truth.TRUE
    there = _days_in(event.place or event.country, place, frame).on(event.when)
    if not event.elsewhere:
        return there
    besides = _days_in(event.country, place, frame).on(event.when)
    return there | Truth.between(surely=False, possibly=besides.possibly())


def _days_in(at: PlaceId | None, place: PlaceId, frame: Frame) -> HeldDays:
    return frame.once(("in", at, place), lambda: frame.atlas.days_in(at, place))


def belonged(event: Event, occasion: str) -> Truth:
    """Whether the event belonged to the occasion."""
    if event.occasion is None:
        return _without_occasion(event)
    return Truth.of(event.occasion == occasion)


def belonged_to_series(event: Event, series: str, frame: Frame) -> Truth:
    """Whether the event belonged to an occasion of the series."""
    if event.occasion is None:
        return _without_occasion(event)
    occasion = frame.names.occasions.get(event.occasion)
    return Truth.of(occasion is not None and occasion.series == series)


def _without_occasion(event: Event) -> Truth:
    return Truth.FALSE if stands_alone(event) else Truth.UNKNOWN


def stands_alone(event: Event) -> bool:
    """Whether the event surely belonged to no occasion."""
    return (
        event.occasion is None
        and isinstance(event, Encounter)
        and event.settings == {Setting.BILATERAL}
    )
