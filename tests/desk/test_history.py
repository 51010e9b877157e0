from __future__ import annotations

from datetime import date
from typing import Any, Final

import pytest

from summitry.desk.history import history
from summitry.model.problems import InputError
from summitry.record.memory import MemoryRecord
from summitry.telling import page
from summitry.telling.history import Entry, History
from tests.records import covers, encounter, office, place, record, tenure, visit

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
