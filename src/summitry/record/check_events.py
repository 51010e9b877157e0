"""Checks of encounters and visits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from summitry.model.days import Days
from summitry.model.events import Encounter, Mode, Setting, Status
from summitry.model.problems import Problem
from summitry.record.integrity import where_of
from summitry.record.memory import MemoryRecord, table_of

MARGIN_DAYS: Final = 3
"""How many days before or after a gathering what happens is still said to be at it."""

_BY_WIRE: Final = frozenset({Mode.PHONE, Mode.VIDEO})
_WITHOUT_OCCASION: Final = frozenset({Setting.BILATERAL})
_WITH_OCCASION: Final = frozenset({Setting.SIDELINES})


def bilateral_with_occasion(record: MemoryRecord) -> Iterator[Problem]:
    """An encounter that was surely a meeting of its own belongs to a larger gathering."""
    for event in record.content.encounters:
        if event.settings == _WITHOUT_OCCASION and event.occasion is not None:
            where = where_of("encounters", event.id)
            message = f"a bilateral encounter belongs to {event.occasion!r}"
            hint = "expected no occasion, or the setting sidelines"
            yield Problem("bilateral-with-occasion", where, message, hint)


def sidelines_without_occasion(record: MemoryRecord) -> Iterator[Problem]:
    """An encounter was surely on the margins of a gathering, but of which isn't said."""
    for event in record.content.encounters:
        if event.settings == _WITH_OCCASION and event.occasion is None:
            where = where_of("encounters", event.id)
            message = "an encounter on the sidelines belongs to no occasion"
            hint = "expected an occasion, or the setting bilateral"
            yield Problem("sidelines-without-occasion", where, message, hint)


def event_outside_occasion_dates(record: MemoryRecord) -> Iterator[Problem]:
    """An event is further from the occasion that it belongs to than its margins reach."""
    occasions = record.names().occasions
    for event in record.events():
        if event.occasion is None or (days := occasions[event.occasion].when) is None:
            continue
        reach = Days((days.outer.first - MARGIN_DAYS, days.outer.last + MARGIN_DAYS))
        if not event.when.outer.meets(reach):
            where = where_of(table_of(event), event.id)
            message = f"when {event.when.written!r} is outside {event.occasion!r}"
            hint = f"expected a day at most {MARGIN_DAYS} days from {days.written!r}"
            yield Problem("event-outside-occasion-dates", where, message, hint)


def host_not_present(record: MemoryRecord) -> Iterator[Problem]:
    """The host of an encounter is none of those who took part."""
    for event in record.content.encounters:
        if event.host is not None and event.host not in event.people:
            where = where_of("encounters", event.id)
            message = f"host {event.host!r} took no part"
            hint = f"expected one of {', '.join(sorted(event.people))}"
            yield Problem("host-not-present", where, message, hint)


def place_of_a_call(record: MemoryRecord) -> Iterator[Problem]:
    """An encounter by wire has a place, though its people were in different ones."""
    for event in record.content.encounters:
        if event.mode in _BY_WIRE and event.place is not None:
            where = where_of("encounters", event.id)
            message = f"an encounter by {event.mode} has the place {event.place!r}"
            yield Problem("place-of-a-call", where, message, "expected no place")


def possible_duplicate(record: MemoryRecord) -> Iterator[Problem]:
    """Two encounters agree in day, people, mode, settings and place; their order isn't given."""
    alike: defaultdict[tuple[object, ...], list[Encounter]] = defaultdict(list)
    for event in record.content.encounters:
        if event.status is Status.HELD:
            kind = (event.people, event.mode, event.settings, event.place)
            alike[event.when, *kind].append(event)
    for first, *others in alike.values():
        for other in others:
            if None in {first.sequence, other.sequence}:
                where = where_of("encounters", other.id)
                message = f"it may be {first.id!r} over again"
                yield Problem(
                    "possible-duplicate", where, message, "expected a sequence, or one row"
                )
