from __future__ import annotations

from dataclasses import replace
from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from summitry.desk.find import Wanted, find
from summitry.desk.paging import page_of_entries, page_of_events
from tests.desk.test_lookup import BUNDLED, LOOKUP

FOUND: Final = find(Wanted(a="Putin"), BUNDLED)


@given(st.integers(1, len(FOUND.events) + 1), st.sets(st.integers(0, len(FOUND.events) - 1)))
def test_pages_hold_each_event_once_whatever_goes_meanwhile(most: int, gone: set[int]) -> None:
    """Between the first page and the others some events go: the rest stay where they were."""
    first = page_of_events(FOUND, after=None, most=most)
    left = replace(
        FOUND, events=tuple(e for number, e in enumerate(FOUND.events) if number not in gone)
    )
    told, following = list(first.part.events), first.next
    while following is not None:
        page = page_of_events(left, after=following, most=most)
        assert len(page.part.events) <= most
        assert set(page.part.citations) == {event.id for event in page.part.events}
        told += page.part.events
        following = page.next
    assert told[: len(first.part.events)] == list(FOUND.events[:most])
    assert told[most:] == [e for n, e in enumerate(FOUND.events) if n >= most and n not in gone]


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
