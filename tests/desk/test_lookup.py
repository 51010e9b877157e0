from __future__ import annotations

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.desk.lookup import Entry, EntryKind, Lookup
from summitry.desk.records import snapshot
from summitry.model.names import fold

BUNDLED: Final = snapshot(None)
LOOKUP: Final = Lookup.of(BUNDLED)
ALL: Final = len(LOOKUP.entries)


def found(text: str, *kinds: EntryKind, most: int = 5) -> list[str]:
    return [entry.id for entry in LOOKUP.find(text, kinds=frozenset(kinds), most=most)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("put", "vladimir-putin"),
        ("  PUTIN ", "vladimir-putin"),
        ("vlad pu", "vladimir-putin"),
        ("bush george w", "george-w-bush"),
        ("helsinki", "helsinki"),
        ("g20", "g20"),
        ("g20 hamb", "g20-hamburg-2017"),
        ("president of the united states", "us-president"),
    ],
)
def test_what_is_begun_is_found_first(text: str, first: str) -> None:
    assert found(text)[0] == first


@pytest.mark.parametrize("text", ["", " ", "-", "’", "zzzz", "put zzzz", "\x00", "%", "*"])
def test_what_begins_no_name_finds_nothing(text: str) -> None:
    assert found(text) == []


def test_kinds_narrow_what_is_found() -> None:
    assert found("geneva", EntryKind.PLACE)[0] == "geneva"
    kinds = {e.kind for e in LOOKUP.find("g", kinds=frozenset({EntryKind.SERIES}), most=ALL)}
    assert kinds == {EntryKind.SERIES}


def test_entries_say_what_tells_them_apart() -> None:
    by_id = {(entry.kind, entry.id): entry for entry in LOOKUP.entries}
    geneva = by_id[EntryKind.PLACE, "geneva"]
    assert (geneva.name, geneva.about) == ("Geneva", "city, Switzerland")
    hamburg = by_id[EntryKind.OCCASION, "g20-hamburg-2017"]
    assert hamburg.about == "2017-07-07/2017-07-08"
    putin = by_id[EntryKind.PERSON, "vladimir-putin"]
    assert "President of Russia" in putin.about


def test_events_are_counted_where_they_may_belong() -> None:
    events = [e for e in BUNDLED.events() if "joe-biden" in e.people and e.status == "held"]
    (biden,) = LOOKUP.find("joe biden", kinds=frozenset({EntryKind.PERSON}), most=1)
    assert biden.events == len(events)


@st.composite
def beginnings(draw: st.DrawFn) -> tuple[Entry, str]:
    """An entry, and how some words of its name begin, in any order and letters."""
    entry = draw(st.sampled_from(LOOKUP.entries))
    words = [w for w in fold(entry.name).replace("-", " ").split() if w.isalnum()]
    some = draw(st.lists(st.sampled_from(words), min_size=1, max_size=4)) if words else []
    begun = [word[: draw(st.integers(1, len(word)))] for word in some]
    return entry, " ".join(draw(st.sampled_from([str.upper, str.lower]))(one) for one in begun)


@given(beginnings())
def test_an_entry_is_found_by_how_any_of_its_words_begin(case: tuple[Entry, str]) -> None:
    entry, text = case
    if text:
        assert entry in LOOKUP.find(text, most=ALL)


@given(st.text(max_size=20), st.integers(0, 5))
def test_what_is_found_are_entries_no_more_than_asked_for_and_each_once(
    text: str, most: int
) -> None:
    entries = LOOKUP.find(text, most=most)
    assert len(entries) <= most
    assert len(set(entries)) == len(entries)
    assert entries == LOOKUP.find(text, most=ALL)[:most]


def test_a_kind_is_listed_by_id() -> None:
    ids = [entry.id for entry in LOOKUP.of_kind(EntryKind.PERSON)]
    assert ids == sorted(BUNDLED.names().people)


def test_a_family_name_is_a_name() -> None:
    assert [entry.id for entry in LOOKUP.find("pu", most=1)] == ["vladimir-putin"]
    found = LOOKUP.find("Bush", kinds=frozenset({EntryKind.PERSON}), most=2)
    assert {entry.id for entry in found} == {"george-h-w-bush", "george-w-bush"}
