from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Final

import pytest

from summitry.desk.find import Wanted, find
from summitry.desk.history import history
from summitry.desk.plot import plot
from summitry.model.events import Mode, Setting, Status
from summitry.model.problems import InputError, UnknownName
from summitry.record.open import open_record
from summitry.telling.pictures.shown import Shown

TODAY: Final = date(2026, 1, 1)
VIEW: Final = open_record()
US: Final = "President of the United States"


@cache
def drawn(a: str, b: str, wanted: Wanted | None = None, as_of: date | None = None) -> Shown:
    return plot(a, b, VIEW, wanted=wanted or Wanted(), as_of=as_of, today=TODAY)


def ids(shown: Shown) -> set[str]:
    return {event.id for row in shown.rows for event in row.events}


def test_what_a_history_tells_is_drawn() -> None:
    told = history("Putin", US, VIEW, as_of=None, today=TODAY)
    entries = [e for s in told.sections for e in (*s.meetings, *s.contacts, *s.visits)]
    shown = drawn("Putin", US)
    assert ids(shown) == {entry.event.id for entry in entries}
    assert {e.status for row in shown.rows for e in row.events} == {Status.HELD}
    assert shown.title == told.title
    assert shown.as_of == told.as_of
    assert sum(shown.not_held.values()) == len(told.not_held)


def test_rows_are_the_holders_of_the_office_whichever_is_named_first() -> None:
    assert drawn(US, "Putin") == drawn("Putin", US)
    assert len(drawn("Putin", US).rows) > 4
    assert [row.person for row in drawn("Putin", "Obama").rows] == ["barack-obama"]


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(since=date(2010, 1, 1), until=date(2014, 12, 31)),
        Wanted(modes=frozenset({Mode.PHONE})),
        Wanted(settings=frozenset({Setting.BILATERAL})),
        Wanted(place="Russia"),
        Wanted(occasion="G20"),
    ],
    ids=["days", "mode", "setting", "place", "occasion"],
)
def test_of_the_events_those_are_drawn_that_find_finds(wanted: Wanted) -> None:
    every, chosen = drawn("Putin", US), drawn("Putin", US, wanted)
    found = {
        event.id
        for row in every.rows
        for event in find(replace(wanted, a="Putin", b=row.person), VIEW).events
    }
    assert ids(chosen) == ids(every) & found
    assert ids(chosen)


def test_what_came_after_the_day_is_not_drawn() -> None:
    shown = drawn("Putin", "Obama", as_of=date(2013, 9, 5))
    assert all(event.when.outer.first <= date(2013, 9, 5).toordinal() for event in shown.meetings())
    assert len(shown.meetings()) < len(drawn("Putin", "Obama").meetings())


def test_names_are_refused_as_a_history_does() -> None:
    with pytest.raises(UnknownName):
        drawn("Nobody", "Putin")
    with pytest.raises(InputError):
        drawn("Putin", "Vladimir Putin")
