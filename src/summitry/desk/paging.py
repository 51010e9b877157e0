"""Paging: a list in parts, each found by what the one before it ended with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from summitry.desk.find import Found
from summitry.desk.lookup import Entry
from summitry.record.content import earliest_first

T = TypeVar("T")

Place = tuple[int, str]
"""Where in a list: what it is sorted by, and the id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[T]):
    """A part of a list; ``next`` is the place of its last row, if more come after it."""

    part: T
    total: int
    next: Place | None


def page_of_events(found: Found, *, after: Place | None, most: int) -> Page[Found]:
    """The first events after a place, which needn't be among them any more."""
    keys = [earliest_first(event) for event in found.events]
    start, end, following = _bounds(keys, after, most)
    events = found.events[start:end]
    part = replace(
        found, events=events, citations={event.id: found.citations[event.id] for event in events}
    )
    return Page(part=part, total=len(keys), next=following)


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
