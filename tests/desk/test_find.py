from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.desk.find import COUNTED, Finder, Wanted, countries_of, find
from summitry.desk.history import history
from summitry.model.events import Encounter, EventKind, Mode, Setting, Status, Visit
from summitry.model.problems import InputError, UnknownName
from summitry.model.selection import Holder, Someone
from summitry.record.memory import MemoryRecord
from summitry.record.open import open_content
from tests.records import (
    day,
    encounter,
    occasion,
    office,
    person,
    place,
    record,
    stretch,
    tenure,
    visit,
)

VIEW: Final[MemoryRecord] = record(
    people=[person("anna-a"), person("ben-b"), person("cleo-c")],
    offices=[office("aa-leader", country="aa"), office("bb-leader", country="bb")],
    tenures=[tenure("anna-a", "aa-leader", "2001/2010"), tenure("ben-b", "bb-leader", "2001/2010")],
    places=[
        place("aa", kind="country"),
        place("bb", kind="country"),
        place("cc", kind="country"),
        place("port", within="cc"),
        place("palace", kind="venue", within="cc", near="port"),
    ],
    occasions=[occasion("g9-port", series="g9"), occasion("fair")],
    encounters=[
        encounter("anna-a ben-b", "2003-05", id="open", setting="bilateral|sidelines"),
        encounter("anna-a ben-b", "2004-01-01", id="palace", place="palace"),
        encounter("anna-a ben-b", "2005-01-01", id="g9", place="port", occasion="g9-port"),
        encounter("anna-a ben-b", "2006-01-01", id="call", mode="phone"),
        encounter("anna-a ben-b", "2007-01-01", id="off", status="cancelled", place="port"),
        encounter("anna-a cleo-c", "2008-01-01", id="other", place="port", occasion="fair"),
    ],
    visits=[
        visit("anna-a", "bb", "2002-01-01", id="anna-bb"),
        visit("ben-b", "aa", "2002-02-01", id="ben-aa"),
        visit("ben-b", "cc", "2002-03-01", id="ben-cc"),
    ],
)

BETWEEN: Final = ["open", "palace", "g9", "call"]
VISITS: Final = ["anna-bb", "ben-aa"]

# What is wanted, and the ids of what is found, in order of time.
WANTED: Final = {
    "everything": (Wanted(), ["anna-bb", "ben-aa", "ben-cc", *BETWEEN, "other"]),
    "one": (Wanted(a="cleo-c"), ["other"]),
    "one's visits": (Wanted(a="ben-b"), ["ben-aa", "ben-cc", *BETWEEN]),
    "two": (Wanted(a="anna-a", b="ben-b"), [*VISITS, *BETWEEN]),
    "two, the second alone": (Wanted(b="cleo-c"), ["other"]),
    "offices": (Wanted(a="aa-leader", b="bb-leader"), [*VISITS, *BETWEEN]),
    "a mode": (Wanted(modes=frozenset({Mode.PHONE})), ["call"]),
    "a setting that may be": (
        Wanted(a="anna-a", settings=frozenset({Setting.SIDELINES})),
        ["open"],
    ),
    "a status": (Wanted(statuses=frozenset({Status.CANCELLED})), ["off"]),
    "from within a month that may be": (
        Wanted(a="anna-a", b="ben-b", since=date(2003, 5, 31), until=date(2003, 5, 31)),
        ["open"],
    ),
    "from after it": (
        Wanted(a="anna-a", b="ben-b", since=date(2003, 6, 1), until=date(2004, 1, 1)),
        ["palace"],
    ),
    "a country": (Wanted(place="cc"), ["ben-cc", "palace", "g9", "other"]),
    "a city and what is near it": (Wanted(place="Port"), ["palace", "g9", "other"]),
    "a venue": (Wanted(place="palace"), ["palace"]),
    "a place of two": (Wanted(a="anna-a", b="ben-b", place="aa"), ["ben-aa"]),
    "a third place of two": (Wanted(a="anna-a", b="ben-b", place="cc"), ["palace", "g9"]),
    "a gathering": (Wanted(occasion="fair"), ["other"]),
    "a series": (Wanted(occasion="g9"), ["g9"]),
    "a place where nothing was": (Wanted(place="bb", a="cleo-c"), []),
}


@pytest.mark.parametrize(("wanted", "ids"), WANTED.values(), ids=WANTED)
def test_what_is_wanted_is_found(wanted: Wanted, ids: list[str]) -> None:
    found = find(wanted, VIEW)
    assert [event.id for event in found.events] == ids
    assert set(found.citations) == set(ids)
    assert found.basis.events == len(VIEW.events())


def test_the_two_may_stand_in_either_order() -> None:
    assert find(Wanted(a="ben-b", b="anna-a"), VIEW) == find(Wanted(a="anna-a", b="ben-b"), VIEW)


@pytest.mark.parametrize(
    ("wanted", "says"),
    [
        (Wanted(a="anna-a", b="Anna A"), '"anna-a" and "Anna A" are the same'),
        (Wanted(a="dora"), 'unknown leader "dora"'),
        (Wanted(place="dd"), 'unknown place "dd"'),
        (Wanted(occasion="dinner"), 'unknown occasion "dinner"'),
    ],
)
def test_names_that_can_t_be_used_are_refused(wanted: Wanted, says: str) -> None:
    with pytest.raises(InputError, match=says):
        find(wanted, VIEW)


def test_days_that_leave_none_are_refused() -> None:
    with pytest.raises(InputError, match="no day is both"):
        find(Wanted(since=date(2002, 1, 2), until=date(2002, 1, 1)), VIEW)
    find(Wanted(since=date(2002, 1, 1), until=date(2002, 1, 1)), VIEW)


def test_countries_are_those_of_the_offices_that_a_party_is_or_held() -> None:
    names = VIEW.names()
    assert countries_of(Someone("anna-a"), names) == ("aa",)
    assert countries_of(Holder("bb-leader"), names) == ("bb",)
    assert countries_of(Someone("cleo-c"), names) == ()


STATES: Final[MemoryRecord] = record(
    people=[person("anna-a"), person("otto-o"), person("zoe-z")],
    offices=[
        office("aa-leader", country="aa"),
        office("oo-leader", country="oo"),
        office("zz-leader", country="zz"),
    ],
    tenures=[
        tenure("anna-a", "aa-leader", "1980/2010"),
        tenure("otto-o", "oo-leader", "1980/1991-12-25"),
        tenure("zoe-z", "zz-leader", "1991-12-25/2010"),
    ],
    places=[
        place("aa", kind="country"),
        place("oo", kind="country", when=stretch("1922/1991-12-26")),
        place("zz", kind="country", when=stretch("1991-12-25/.."), formerly="oo"),
        place("port", within="zz"),
    ],
    encounters=[
        encounter("anna-a otto-o", "1985-01-01", id="met-1985", place="port"),
        encounter("anna-a zoe-z", "1995-01-01", id="met-1995", place="port"),
        encounter("anna-a zoe-z", "1996-01-01", id="met-1996"),
    ],
    visits=[
        visit("anna-a", "oo", "1985-01-01", id="went-1985", place="port"),
        visit("anna-a", "oo", "1986-01-01", id="went-1986"),
        visit("anna-a", "zz", "1995-01-01", id="went-1995", place="port"),
    ],
)

# Of a record with a state and the former one that it was part of.
IN_STATES: Final = {
    "the former state": (Wanted(place="oo"), ["met-1985", "went-1985", "went-1986"]),
    "the later one, and what was on its land before": (
        Wanted(place="zz"),
        ["met-1985", "went-1985", "met-1995", "went-1995"],
    ),
    "a city of both": (Wanted(place="port"), ["met-1985", "went-1985", "met-1995", "went-1995"]),
    "with a leader of the former one": (
        Wanted(a="anna-a", b="otto-o"),
        ["met-1985", "went-1985", "went-1986"],
    ),
    "with a leader of the later one": (
        Wanted(a="anna-a", b="zoe-z"),
        ["met-1995", "went-1995", "met-1996"],
    ),
}


@pytest.mark.parametrize(("wanted", "ids"), IN_STATES.values(), ids=IN_STATES)
def test_what_was_in_a_state_is_found(wanted: Wanted, ids: list[str]) -> None:
    assert [event.id for event in find(wanted, STATES).events] == ids


@pytest.mark.parametrize(
    ("leader", "visits"),
    [
        ("otto-o", ["went-1985", "went-1986"]),
        ("zoe-z", ["went-1995"]),
        ("zz-leader", ["went-1995"]),
    ],
)
def test_a_page_has_the_visits_to_the_state_of_the_time(leader: str, visits: list[str]) -> None:
    page = history("anna-a", leader, STATES, as_of=date(2012, 1, 1), today=date(2012, 1, 1))
    assert [entry.event.id for section in page.sections for entry in section.visits] == visits


def test_what_did_not_take_place_is_listed_only_if_wanted() -> None:
    assert frozenset({Status.HELD, Status.DISPUTED}) == COUNTED
    with pytest.raises(UnknownName):
        find(Wanted(a="off"), VIEW)


E = TypeVar("E", Encounter, Visit)

# --- again and again ----------------------------------------------------------------------------

BUNDLED: Final = MemoryRecord(open_content())
FINDER: Final = Finder(BUNDLED)
PARTIES: Final = ("Putin", "Obama", "Reagan", "U.S. president", "President of Russia")


@st.composite
def wishes(draw: st.DrawFn) -> Wanted:
    """A wish for events of the bundled record."""
    a, b = draw(st.permutations([*PARTIES, None, None]))[:2]
    ends = st.none() | st.dates(date(1940, 1, 1), date(2027, 1, 1))
    since, until = draw(ends), draw(ends)
    if since is not None and until is not None and until < since:
        since, until = until, since
    return Wanted(
        a=a or b,
        b=b if a else None,
        kind=draw(st.sampled_from([None, *EventKind])),
        since=since,
        until=until,
        modes=draw(st.frozensets(st.sampled_from(Mode), max_size=2)),
        settings=draw(st.frozensets(st.sampled_from(Setting), max_size=2)),
        statuses=draw(st.frozensets(st.sampled_from(Status), min_size=1)),
        place=draw(st.sampled_from([None, None, "Russia", "Geneva", "Soviet Union"])),
        occasion=draw(st.sampled_from([None, None, "G20"])),
    )


@given(wishes())
def test_what_is_found_again_and_again_is_what_is_found_at_once(wanted: Wanted) -> None:
    assert FINDER.find(wanted) == find(wanted, BUNDLED)


def vaguely(event: E) -> E:
    """The event in a year of which no more is known."""
    first = event.when.outer.earliest
    return event if first is None else replace(event, when=day(f"{first.year:04}"))


VAGUE: Final = MemoryRecord(
    replace(
        BUNDLED.content,
        encounters=tuple(map(vaguely, BUNDLED.content.encounters[::2])),
        visits=tuple(map(vaguely, BUNDLED.content.visits)),
    )
)
VAGUE_FINDER: Final = Finder(VAGUE)


@given(wishes())
def test_what_is_on_days_that_are_not_known_is_found_alike(wanted: Wanted) -> None:
    assert VAGUE_FINDER.find(wanted).events == find(wanted, VAGUE).events


def test_a_finder_refuses_what_is_refused_at_once() -> None:
    for wanted in (Wanted(a="Nobody"), Wanted(since=date(2001, 1, 2), until=date(2001, 1, 1))):
        with pytest.raises(InputError) as at_once:
            find(wanted, BUNDLED)
        with pytest.raises(type(at_once.value), match=re.escape(str(at_once.value))):
            FINDER.find(wanted)
