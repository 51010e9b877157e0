"""Paging: a list in parts, each found by what the one before it ended with."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from summitry.desk.find import Found, listed
from summitry.desk.lookup import Entry
from summitry.model.events import Event
from summitry.record.content import earliest_first
from summitry.record.view import View

T = TypeVar("T")

Place = tuple[int, str]
"""Where in a list: what it is sorted by, and the id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[T]):
    """A part of a list; ``next`` is the place of its last row, if more come after it."""

    part: T
    total: int
    next: Place | None


class Order(StrEnum):
    """How a list of events is sorted: by earliest day and id, or the other way round."""

    EARLIEST = "earliest"
    LATEST = "latest"


def page_of_events(
    events: Sequence[Event],
    view: View,
    *,
    after: Place | None,
    most: int,
    order: Order = Order.EARLIEST,
) -> Page[Found]:
    """The first after a place, which needn't be there any more, of events by earliest day."""
    if order is Order.EARLIEST:
        start = 0 if after is None else bisect_right(events, after, key=earliest_first)
        part, more = events[start : start + most], start + most < len(events)
    else:
        end = len(events) if after is None else bisect_left(events, after, key=earliest_first)
        start = max(0, end - most)
        part, more = events[start:end][::-1], start > 0
    following = earliest_first(part[-1]) if more else None
    return Page(part=listed(tuple(part), view), total=len(events), next=following)


def page_of_entries(
    entries: Sequence[Entry], *, after: Place | None, most: int
) -> Page[tuple[Entry, ...]]:
    """The first entries after a place, of entries by id."""
    keys = [(0, entry.id) for entry in entries]
    start, end, following = _bounds(keys, after, most)
    return Page(part=tuple(entries[start:end]), total=len(keys), next=following)


def _bounds(keys: Sequence[Place], after: Place | None, most: int) -> tuple[int, int, Place | None]:
    start = 0 if after is None else sum(key <= after for key in keys)
    end = start + most
    return start, end, keys[end - 1] if end < len(keys) else None
