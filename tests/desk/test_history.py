from __future__ import annotations

from datetime import date
from typing import Any, Final

import pytest

from summitry.desk.history import history
from summitry.model.bounds import Bounds
from summitry.model.claims import HowMany
from summitry.model.problems import InputError
from summitry.record.memory import MemoryRecord
from summitry.telling import page
from summitry.telling.history import Entry, History
from tests.records import covers, encounter, office, person, place, record, tenure, visit

TODAY: Final = date(2026, 1, 1)


def small(**more: Any) -> MemoryRecord:  # noqa: ANN401 - parts of a record
    parts = {
        "offices": [office("aa-leader", country="aa"), office("bb-leader", country="bb")],
        "places": [place("aa", kind="country"), place("bb", kind="country")],
        "tenures": [
            tenure("anna-a", "aa-leader", "2001/2010"),
            tenure("ben-b", "bb-leader", "2001/2010"),
        ],
        "encounters": [
            encounter("anna-a ben-b", "2003-05-01", id="held"),
            encounter("anna-a ben-b", "2004-05-01", id="call", mode="phone"),
            encounter("anna-a ben-b", "2005-05-01", id="disputed", status="disputed"),
            encounter("anna-a ben-b", "2005-06-01", id="rumour", mode="phone", status="disputed"),
            encounter("anna-a ben-b", "2006-05-01", id="cancelled", status="cancelled"),
        ],
        "visits": [visit("anna-a", "bb", "2003-05-01", id="visit")],
    }
    return record(**(parts | more))


def told(view: MemoryRecord, as_of: date | None = TODAY) -> History:
    return history("anna-a", "ben-b", view, as_of=as_of, today=TODAY)


def listed(page_of: History) -> list[Entry]:
    return [
        entry
        for section in page_of.sections
        for entries in (section.meetings, section.contacts, section.visits)
        for entry in entries
    ]


def test_what_was_held_is_listed_with_a_sentence_and_the_rest_apart() -> None:
    page_of = told(small())
    assert {entry.event.id for entry in listed(page_of)} == {"held", "call", "visit"}
    assert all(entry.facts for entry in listed(page_of))
    apart = [entry.event.id for entry in page_of.not_held]
    assert apart == ["disputed", "rumour", "cancelled"]


# Days for which the record is complete, and the day of a page for which none is asked.
REACHES: Final = {
    "none": ((), TODAY),
    "ended": (("2001-01-01/2005-12-31",), date(2005, 12, 31)),
    "the later of two": (("2001-01-01/2005-12-31", "2006-01-01/2007-12-31"), date(2007, 12, 31)),
    "open": (("2001-01-01/..",), TODAY),
    "up to a day to come": (("2001-01-01/2030-12-31",), TODAY),
    "nowhere for sure": (("[2001..2009]/[2001..2009]",), TODAY),
}


@pytest.mark.parametrize(("spans", "day"), REACHES.values(), ids=REACHES)
def test_a_page_reaches_as_far_as_the_record_is_complete(spans: tuple[str, ...], day: date) -> None:
    view = small(coverage=[covers("person:anna-a", "person:ben-b", span) for span in spans])
    assert told(view, None).as_of == day
    assert told(view).as_of == TODAY, "a day that is asked for is kept"


def test_two_names_of_one_are_refused() -> None:
    with pytest.raises(InputError, match="are the same"):
        history("anna-a", "Anna A", small(), as_of=TODAY, today=TODAY)


def test_a_pair_without_events_has_a_page() -> None:
    text = page.as_text(told(small(encounters=[], visits=[])))
    assert text.startswith("Anna A and Ben B\n")


# --- what is told of a person and an office, and of two offices ----------------------------------


def lines(a: str, b: str, view: MemoryRecord) -> list[str]:
    """The page, a line to a paragraph."""
    text = page.as_text(history(a, b, view, as_of=TODAY, today=TODAY))
    return [" ".join(part.split()) for part in text.replace("\n- ", "\n\n- ").split("\n\n")]


def succession(**more: Any) -> MemoryRecord:  # noqa: ANN401 - parts of a record
    """Four leaders of bb one after another, of whom anna-a, as the last, met two."""
    parts = {
        "people": [
            person("anna-a", born="1950-01-01"),
            person("ada-b", born="1900-01-01", died="1940-01-01"),
            person("bea-b", born="1920-01-01", died="2004-01-01"),
            person("cleo-b", born="1940-01-01"),
        ],
        "tenures": [
            tenure("anna-a", "aa-leader", "2001-01-01/2010-12-31"),
            tenure("ada-b", "bb-leader", "1930-01-01/1939-12-31"),
            tenure("bea-b", "bb-leader", "1990-01-01/2002-12-31"),
            tenure("cleo-b", "bb-leader", "2003-01-01/2004-12-31"),
            tenure("anna-a", "bb-leader", "2005-01-01/2006-12-31"),
            tenure("dora-b", "bb-leader", "2011-01-01/2015-12-31"),
        ],
        "encounters": [
            encounter("anna-a bea-b", "2001-05-01"),
            encounter("anna-a cleo-b", "2003-05-01"),
        ],
        "visits": [visit("dora-b", "aa", "2012-05-01"), visit("cleo-b", "aa", "2003-05-01")],
        "coverage": [
            covers("person:anna-a", "office:bb-leader"),
            covers("office:bb-leader", kind="visit", country="aa"),
            covers("office:bb-leader", kind="tenure"),
            covers("person:anna-a", "person:bea-b"),
        ],
    }
    return small(**(parts | more))


def test_those_are_told_of_whom_there_is_something_to_tell_and_nobody_of_themself() -> None:
    told_of = history("anna-a", "bb-leader", succession(), as_of=TODAY, today=TODAY)
    assert [section.person for section in told_of.sections] == ["bea-b", "cleo-b"]


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("as president", "both were presidents"),
        ("Anna A and Anna A", "Anna A has not met Anna A"),
        ("Ada B", "Anna A has not met Bea B"),
        ("Leaders of BB visited", "The last visit to Aa by"),
    ],
)
def test_what_goes_without_saying_is_not_said(words: str, others: str) -> None:
    said = lines("anna-a", "bb-leader", succession())
    assert [line for line in said if words in line or others in line] == []


def test_who_may_still_meet_is_told_to_have_not() -> None:
    parts = {
        "encounters": [encounter("anna-a ben-b", "2003-05-01")],
        "coverage": [covers("person:anna-a", "person:ben-b")],
    }
    since = "- A and B have not met since their meeting on 1 May 2003."
    assert since in lines("anna-a", "ben-b", small(**parts))
    dead = small(**parts, people=[person("ben-b", died="2015-01-01")])
    assert since not in lines("anna-a", "ben-b", dead)


def test_visits_are_told_of_those_in_whose_time_the_last_one_was() -> None:
    visits = [visit("cleo-b", "aa", day) for day in ("2003-05-01", "2004-05-01")]
    view = succession(visits=visits)
    assert any("last visit to Aa by" in line for line in lines("anna-a", "bb-leader", view))
    assert not any("never visited" in line for line in lines("anna-a", "ada-b", view))


def test_of_an_office_that_anyone_may_have_held_it_is_told_how_often_at_least() -> None:
    view = succession(coverage=[covers("person:anna-a", "office:bb-leader")])
    (fact,) = history("anna-a", "bb-leader", view, as_of=TODAY, today=TODAY).key_facts
    assert isinstance(fact.claim, HowMany)
    assert fact.claim.number == Bounds(2, None)


def test_a_page_of_two_offices_names_who_held_them() -> None:
    said = lines("bb-leader", "aa-leader", succession())
    assert said[0].startswith("The leaders of BB and the leaders of AA")
    assert any(line.startswith("- Bea B and Anna A met on 1 May 2001") for line in said)


def test_coverage_of_an_office_is_listed_where_it_is_of_the_time_of_its_holder() -> None:
    spans = {"before": "1900/1999", "in": "2002/2003"}
    view = small(
        coverage=[covers("office:aa-leader", "person:ben-b", s, id=i) for i, s in spans.items()]
    )
    assert [coverage.id for coverage in told(view).coverage] == ["in"]
