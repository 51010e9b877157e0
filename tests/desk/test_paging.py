from __future__ import annotations

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.desk.find import Finder, Wanted
from summitry.desk.paging import Order, page_of_entries, page_of_events
from tests.desk.test_lookup import BUNDLED, LOOKUP

EVENTS: Final = Finder(BUNDLED).events(Wanted(a="Putin"))


@pytest.mark.parametrize("order", Order)
@given(st.integers(1, len(EVENTS) + 1), st.sets(st.integers(0, len(EVENTS) - 1)))
def test_pages_hold_each_event_once_whatever_goes_meanwhile(
    order: Order, most: int, gone: set[int]
) -> None:
    """Between the first page and the others some events go: the rest stay where they were."""
    first = page_of_events(EVENTS, BUNDLED, after=None, most=most, order=order)
    assert first.total == len(EVENTS)
    left = [event for number, event in enumerate(EVENTS) if number not in gone]
    told, following = list(first.part.events), first.next
    while following is not None:
        page = page_of_events(left, BUNDLED, after=following, most=most, order=order)
        assert len(page.part.events) <= most
        assert set(page.part.citations) == {event.id for event in page.part.events}
        told += page.part.events
        following = page.next
    ordered = list(EVENTS) if order is Order.EARLIEST else list(reversed(EVENTS))
    assert told[: len(first.part.events)] == ordered[:most]
    assert told[most:] == [event for event in ordered[most:] if event in left]


@given(st.integers(1, len(LOOKUP.entries) + 1))
def test_pages_hold_each_entry_once(most: int) -> None:
    entries = sorted(LOOKUP.entries, key=lambda entry: entry.id)
    once = list({entry.id: entry for entry in entries}.values())
    page = page_of_entries(once, after=None, most=most)
    told = [*page.part]
    while page.next is not None:
        page = page_of_entries(once, after=page.next, most=most)
        assert page.total == len(once)
        told += page.part
    assert told == once
