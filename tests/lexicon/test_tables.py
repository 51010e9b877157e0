from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.lexicon.tables import admitted, demonyms, hedges, quantities, senses, table, told
from summitry.model.events import EventKind
from summitry.model.rules import counting_rules


@pytest.mark.parametrize("row", sorted(table("admitted")))
def test_words_admit_rules_that_there_are(row: str) -> None:
    assert set(admitted(row)) <= set(counting_rules())
    assert len(set(admitted(row))) == len(admitted(row))


@pytest.mark.parametrize("row", sorted(table("told")))
def test_a_page_tells_by_rules_that_there_are(row: str) -> None:
    assert set(told(row)) <= set(counting_rules())
    assert len(set(told(row))) == len(told(row))


@pytest.mark.parametrize("sense", senses().values(), ids=lambda sense: sense.id)
def test_senses_are_whole(sense) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    assert sense.verbs or sense.nouns
    assert sense.admits in table("admitted")
    assert sense.roles in {"both", "host", "guest", "visit"}
    assert (sense.kind is EventKind.VISIT) == (sense.roles == "visit")
    assert not (sense.kind is EventKind.VISIT and (sense.modes or sense.settings))
    assert sense.only in {"", "person", "place", "stay", "with", "guest", "carried", "topic"}
    assert not (sense.modes and sense.at_a_place)


@pytest.mark.parametrize("name", ["modes", "settings", "terms"])
def test_phrases_are_in_lower_case(name: str) -> None:
    assert all(phrase == phrase.lower() for phrase in table("phrases")[name])


def test_headings_of_furniture_are_in_lower_case_and_of_one_row() -> None:
    headings = [heading for row in table("sentences")["furniture"].values() for heading in row]
    assert [heading.casefold() for heading in headings] == headings
    assert len(set(headings)) == len(headings)
    assert all(len(heading.split()) < table("sentences")["heading_words"] for heading in headings)


def test_no_word_belongs_to_two_countries() -> None:
    rows = [word for words in table("demonyms").values() for word in words]
    assert len(rows) == len(demonyms())


@given(st.integers(1, 500))
def test_hedges_admit_what_they_say(number: int) -> None:
    by_word = {word: hedge.bounds(number) for hedge in hedges() for word in hedge.words}
    assert by_word["exactly"].is_exact
    assert number in by_word["about"]
    assert number in by_word["at least"]
    assert number in by_word["at most"]
    assert number not in by_word["more than"]
    assert number not in by_word["fewer than"]
    assert number not in by_word["nearly"]


def test_vague_parts_hold_their_sure_days() -> None:
    for outer_from, inner_from, inner_to, outer_to in table("calendar")["parts"].values():
        assert 0 <= outer_from <= inner_from <= inner_to <= outer_to <= 1


def test_quantities_are_no_hedges() -> None:
    assert not set(quantities()) & {word for hedge in hedges() for word in hedge.words}
