from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from summitry.model.claims import TookPlace
from summitry.model.events import Event
from summitry.model.truth import Truth
from summitry.model.when import When
from summitry.telling.dates import DateStyle
from summitry.telling.history import city_of, event_claim
from summitry.telling.layout import lay_out
from summitry.telling.page import WIDTH, as_json, as_markdown, as_text
from tests.telling.sentences import sentences
from tests.telling.short import set_in
from tests.telling.small_events import DISPUTED, GENEVA, HAMBURG, MOSCOW, PETERSBURG, VIDEO
from tests.telling.small_history import BARE_HISTORY, HISTORY
from tests.telling.small_names import NAMES, days

GOLDEN = Path(__file__).parent / "golden"


def test_a_history_is_set_as_the_golden_pages() -> None:
    assert as_text(HISTORY) == (GOLDEN / "history.txt").read_text("utf-8")
    assert as_markdown(HISTORY) == (GOLDEN / "history.md").read_text("utf-8")
    assert as_json(HISTORY) == json.loads((GOLDEN / "history.json").read_text("utf-8"))


def test_every_fact_is_on_the_page_and_nothing_else_is_a_sentence() -> None:
    page = as_markdown(HISTORY)
    left = page
    for sentence in sentences(HISTORY):
        assert sentence in page
        left = left.replace(sentence, "", 1)
    assert not re.search(r"\b(?:met|visited|spoke|was|were|has|have|held a)\b", left)


@pytest.mark.parametrize("style", DateStyle)
def test_pages_are_clean(style: DateStyle) -> None:
    for page in (as_text(HISTORY, style=style), as_markdown(HISTORY, style=style)):
        assert not re.search(r"[ \t]$|\n{3,}", page, re.MULTILINE)
        assert page.endswith("\n")
        assert "None" not in page


def test_every_footnote_has_its_source() -> None:
    page = as_text(HISTORY)
    body, _, sources = page.partition("\nSources\n")
    cited = set(re.findall(r"\[(\d+)\]", body))
    assert cited == set(re.findall(r"^\[(\d+)\]", sources, re.MULTILINE)) != set()


def test_text_keeps_to_its_width() -> None:
    assert [line for line in as_text(HISTORY).splitlines() if len(line) > WIDTH] == []


def test_empty_parts_are_left_out() -> None:
    text = as_text(BARE_HISTORY)
    assert text.splitlines()[-1].startswith("As of ")
    assert "##" not in as_markdown(BARE_HISTORY)


def test_markup_in_names_is_escaped() -> None:
    page = as_markdown(replace(BARE_HISTORY, title="A *bold* [title] <b>"))
    assert page.startswith("# A \\*bold\\* \\[title\\] \\<b\\>\n")


def test_a_call_of_its_own_needs_no_detail() -> None:
    call = replace(VIDEO, settings=set_in("bilateral"))
    (biden,) = (s for s in HISTORY.sections if s.person == "biden")
    section = replace(biden, contacts=(replace(biden.contacts[0], event=call),))
    (told,) = lay_out(replace(HISTORY, sections=(section,))).sections
    (entry,) = (e for each in told.lists for e in each.entries if e.event == call.id)
    assert all(detail.startswith(("Biden:", "Putin:")) for detail in entry.details)


def test_a_capacity_is_told_where_it_changes() -> None:
    (trump,) = (s for s in lay_out(HISTORY).sections if s.heading == "Donald Trump")
    (meetings,) = trump.lists
    told = [any(detail.startswith("Trump:") for detail in e.details) for e in meetings.entries]
    assert told == [True, False, False]


@pytest.mark.parametrize("event", [GENEVA, HAMBURG, VIDEO, MOSCOW, PETERSBURG], ids=lambda e: e.id)
def test_the_claim_of_an_event_holds_of_the_event(event: Event) -> None:
    claim = event_claim(event, NAMES, "putin", "trump")
    assert isinstance(claim, TookPlace)
    assert claim.selection.window.holds(event.when) is Truth.TRUE
    assert claim.selection.occasion == event.occasion


def test_the_claim_of_an_uncertain_day_covers_every_day_that_it_may_be() -> None:
    window = event_claim(DISPUTED, NAMES, "putin", "trump").selection.window
    assert window.surely == days("2018-11-01", "2018-11-30")
    later = replace(DISPUTED, when=When(days("2018-12-01", "2018-12-02")))
    assert window.holds(later.when) is Truth.FALSE


def test_only_a_surely_bilateral_setting_goes_without_saying() -> None:
    both = set_in("bilateral", "sidelines")
    assert event_claim(GENEVA, NAMES, "putin", "biden").selection.settings == frozenset()
    told = event_claim(replace(GENEVA, settings=both), NAMES, "putin", "biden")
    assert told.selection.settings == both


def test_a_venue_is_said_by_its_city() -> None:
    assert city_of(NAMES, "villa") == "geneva"
    assert city_of(NAMES, "geneva") == "geneva"
    assert city_of(NAMES, None) is None
