"""A sight: what is known of an event, by whoever tells it – a sentence, several, or the record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import reduce

from summitry.model.bounds import Bounds
from summitry.model.days import ANY_DAY, Days
from summitry.model.events import Encounter, Event, EventKind, Mode, Setting, VisitKind
from summitry.model.names import Names
from summitry.model.occasions import OccasionId, SeriesId, TopicId
from summitry.model.people import PersonId
from summitry.model.places import PlaceId, Places, around


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What is known of an event. Empty sets and None say nothing; ``days`` are all possible ones.

    ``country`` is of a visit, and ``place`` then lies in it. ``series`` is that of an occasion
    that need not be known itself: "at the G20".
    """

    kind: EventKind
    people: frozenset[PersonId]
    days: Days = ANY_DAY
    modes: frozenset[Mode] = frozenset()
    settings: frozenset[Setting] = frozenset()
    kinds: frozenset[VisitKind] = frozenset()
    place: PlaceId | None = None
    country: PlaceId | None = None
    occasion: OccasionId | None = None
    series: SeriesId | None = None
    topics: frozenset[TopicId] = frozenset()
    minutes: Bounds | None = None


class Difference(StrEnum):
    """In what two sights can't be of one event."""

    PEOPLE = "people"
    MODE = "mode"
    DAYS = "days"
    PLACE = "place"
    OCCASION = "occasion"


def of_event(event: Event, names: Names) -> Sight:
    """What the record knows of an event."""
    series = None if event.occasion is None else names.occasions[event.occasion].series
    if isinstance(event, Encounter):
        return Sight(
            kind=event.kind,
            people=event.people,
            days=event.when.outer,
            modes=frozenset({event.mode}),
            settings=event.settings,
            place=event.place,
            occasion=event.occasion,
            series=series,
            topics=event.topics,
            minutes=event.minutes,
        )
    return Sight(
        kind=event.kind,
        people=event.people,
        days=event.when.outer,
        kinds=event.kinds,
        place=event.place,
        country=event.country,
        occasion=event.occasion,
        series=series,
    )


def differences(told: Sight, held: Sight, places: Places) -> frozenset[Difference]:
    """In what a sight can't be of the event that another is of, which may have had more people."""
    found = set()
    if told.kind is not held.kind or not told.people <= held.people:
        found.add(Difference.PEOPLE)
    if told.modes and held.modes and not told.modes & held.modes:
        found.add(Difference.MODE)
    if not told.days.meets(held.days):
        found.add(Difference.DAYS)
    if _apart(told.place, held.place, places) or _apart(told.country, held.country, places):
        found.add(Difference.PLACE)
    if _else(told.occasion, held.occasion) or _else(told.series, held.series):
        found.add(Difference.OCCASION)
    return frozenset(found)


def _else(one: str | None, other: str | None) -> bool:
    return None not in {one, other} and one != other


def _apart(one: PlaceId | None, other: PlaceId | None, places: Places) -> bool:
    """Whether two places are known, and neither is within the other."""
    if one is None or other is None:
        return False
    return not (is_within(one, other, places) or is_within(other, one, places))


def is_within(place: PlaceId, larger: PlaceId, places: Places) -> bool:
    """Whether a place is the other, or within it."""
    return larger in {found.id for found in around(places, place)}


def together(sights: Iterable[Sight], places: Places) -> Sight:
    """All that sights of one event know of it; where two can't both be so, the former's."""
    return reduce(lambda one, other: _both(one, other, places), sights)


def _both(one: Sight, other: Sight, places: Places) -> Sight:
    shared = one.days & other.days
    return replace(
        one,
        people=one.people | other.people,
        days=one.days if shared.is_empty() else shared,
        modes=one.modes & other.modes or one.modes or other.modes,
        settings=one.settings & other.settings or one.settings or other.settings,
        kinds=one.kinds & other.kinds or one.kinds or other.kinds,
        place=_finer(one.place, other.place, places),
        country=one.country or other.country,
        occasion=one.occasion or other.occasion,
        series=one.series or other.series,
        topics=one.topics | other.topics,
        minutes=_narrower(one.minutes, other.minutes),
    )


def _finer(one: PlaceId | None, other: PlaceId | None, places: Places) -> PlaceId | None:
    if one is None or other is None:
        return one or other
    return other if is_within(other, one, places) else one


def _narrower(one: Bounds | None, other: Bounds | None) -> Bounds | None:
    """Minutes within both; where they cross, the first that were told."""
    if one is None or other is None:
        return one or other
    least = max(one.least, other.least)
    mosts = [bound.most for bound in (one, other) if bound.most is not None]
    most = min(mosts) if mosts else None
    return one if most is not None and most < least else Bounds(least, most)
