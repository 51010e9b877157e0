from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final

import pytest
from icalendar import Calendar

from summitry.model.edtf import write
from summitry.model.events import Status
from summitry.telling.exports.exported import Exported
from summitry.telling.exports.ics import ics
from summitry.telling.exports.known import bounds, is_exact
from tests.telling.exports.selections import TEXT, bundled, odd

SELECTIONS: Final[dict[str, Callable[[], Exported]]] = {"bundled": bundled, "odd": odd}


@pytest.fixture(params=list(SELECTIONS))
def exported(request: pytest.FixtureRequest) -> Exported:
    return SELECTIONS[request.param]()


def entries(exported: Exported) -> dict[str, Any]:
    calendar = Calendar.from_ical(ics(exported).text)
    assert calendar.errors == []
    found = list(calendar.walk("VEVENT"))
    assert [entry.errors for entry in found if entry.errors] == []
    return {str(entry["UID"]): entry for entry in found}


def test_every_event_with_bounds_has_an_entry_over_the_days_it_may_have_touched(
    exported: Exported,
) -> None:
    found = entries(exported)
    expected = {}
    for event in exported.events:
        if days := bounds(event.when):
            uid = f"{event.kind.value}-{event.id}@{exported.record}.summitry"
            expected[uid] = (days[0], days[1] + timedelta(days=1), write(event.when))
    assert expected == {
        uid: (entry["DTSTART"].dt, entry["DTEND"].dt, str(entry["X-EDTF"]))
        for uid, entry in found.items()
    }


def test_what_is_not_sure_is_never_confirmed_and_says_so(exported: Exported) -> None:
    found = entries(exported)
    for event in exported.events:
        entry = found.get(f"{event.kind.value}-{event.id}@{exported.record}.summitry")
        if entry is None:
            continue
        sure = is_exact(event.when) and event.status is Status.HELD
        assert (entry["STATUS"] == "CONFIRMED") is sure
        if not is_exact(event.when):
            assert "not known" in entry["DESCRIPTION"]
            assert entry["SUMMARY"].endswith(")")
        if event.status is not Status.HELD:
            assert entry["SUMMARY"].startswith(event.status.value.capitalize())


def test_what_has_no_bounds_is_left_out_and_said_to_be() -> None:
    assert "encounter-without-a-first-day@test.summitry" not in entries(odd())
    assert ics(odd()).lacks == ("left out 1 event: no first or no last day is known",)
    assert ics(bundled()).lacks == ()


def test_lines_are_folded_within_the_limit_and_end_as_the_standard_says(
    exported: Exported,
) -> None:
    lines = ics(exported).text.split("\r\n")
    assert lines[-1] == ""
    assert max(len(line.encode()) for line in lines) == 75
    assert not any("\n" in line or "\r" in line for line in lines)


def test_a_text_comes_back_as_it_was() -> None:
    entry = entries(odd())["encounter-on-a-day@test.summitry"]
    assert TEXT in entry["DESCRIPTION"]
    assert TEXT in entry["DESCRIPTION"].partition("Sources:")[2]


def test_an_entry_is_stamped_by_its_sources_or_its_own_day() -> None:
    found = entries(odd())
    assert str(found["encounter-on-a-day@test.summitry"]["DTSTAMP"].dt.date()) == "2007-03-31"
    assert str(found["encounter-days@test.summitry"]["DTSTAMP"].dt.date()) == "2003-02-01"
