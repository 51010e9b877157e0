from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.model.days import FIRST_DAY, LAST_DAY
from summitry.model.edtf import parse
from summitry.model.events import Encounter, Mode, Setting, Status, Visit
from summitry.model.selection import Someone
from summitry.model.when import Moment
from summitry.telling.history import Entry, Section
from summitry.telling.pictures.axis import axis_of
from summitry.telling.pictures.look import Look, Width
from summitry.telling.pictures.shown import Shown, shown
from summitry.telling.pictures.timeline import timeline
from tests.model.drawn import MOMENTS
from tests.telling.pictures.drawn import PAIRS, bundled, marks, met, small, symbols, texts
from tests.telling.small_history import BARE_HISTORY
from tests.telling.small_names import NAMES, on, span

EVENTS = st.lists(
    st.builds(
        lambda when, settings, mode, status: (when, settings, mode, status),
        MOMENTS,
        st.frozensets(st.sampled_from(Setting)),
        st.sampled_from(Mode),
        st.sampled_from(Status),
    ),
    max_size=8,
)


def of_history(drawn: list[tuple[Moment, frozenset[Setting], Mode, Status]]) -> Shown:
    """The events as a history lists them, whatever became of them."""
    events = [
        Encounter(
            id=f"e{number}",
            when=when,
            people=frozenset({"putin", "obama"}),
            mode=mode,
            settings=settings,
            status=status,
        )
        for number, (when, settings, mode, status) in enumerate(drawn)
    ]
    section = Section(
        person="obama",
        tenures=NAMES.tenures_of["obama"],
        meetings=tuple(Entry(event=e) for e in events if e.mode is Mode.IN_PERSON),
        contacts=tuple(Entry(event=e) for e in events if e.mode is not Mode.IN_PERSON),
    )
    parties = (Someone("putin"), Someone("obama"))
    return shown(replace(BARE_HISTORY, sections=(section,), parties=parties))


def bound(day: int, open_: int) -> str | None:
    return None if day == open_ else date.fromordinal(day).isoformat()


@given(EVENTS)
def test_each_held_encounter_is_drawn_once_over_its_own_days_and_nothing_else_is(
    drawn: list[tuple[Moment, frozenset[Setting], Mode, Status]],
) -> None:
    history = of_history(drawn)
    held = {f"e{n}": one for n, one in enumerate(drawn) if one[3] is Status.HELD}
    found = symbols(history)
    assert Counter(row["event"] for row in found) == Counter(held.keys())
    for row in found:
        when, settings, mode, _ = held[row["event"]]
        assert row["start"] == bound(when.outer.first, FIRST_DAY)
        assert row["end"] == bound(when.outer.last, LAST_DAY)
        assert row["from"] < row["at"] < row["to"]
        if mode is not Mode.IN_PERSON:
            assert row["drawn"] == "contact"
        else:
            known = len(settings) == 1
            assert row["drawn"] == (next(iter(settings)).value if known else "unknown")


@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_a_bundled_pair_is_drawn_once_in_each_row(pair: tuple[str, str]) -> None:
    history = bundled(*pair)
    held = Counter(event.id for row in history.rows for event in row.events)
    assert Counter(row["event"] for row in symbols(history)) == held


def test_the_line_of_an_event_ends_where_its_days_do() -> None:
    (row,) = symbols(small(met("a", "2013-09-06")))
    assert (row["from"], row["at"], row["to"]) == (
        "2013-09-06T00:00Z",
        "2013-09-06T12:00Z",
        "2013-09-07T00:00Z",
    )


@pytest.mark.parametrize(
    ("when", "long", "vague"),
    [
        ("2013-09-06", False, False),
        ("2013-09-05/2013-09-06", False, False),
        ("2013-09", False, False),
        ("2013", True, True),
        ("[2012-01-01,2013-12-31]", True, True),
        ("2012-05-01/2013-06-01", True, False),
        ("[..2013-06-01]", True, True),
    ],
)
def test_days_that_are_seen_to_be_several_are_drawn_as_a_line(
    when: str, *, long: bool, vague: bool
) -> None:
    (row,) = symbols(small(met("a", parse(when)), met("b", "2016-01-01")))[:1]
    assert (row["event"], row["long"], row["vague"]) == ("a", long, vague)
    told = "on one of these days" in texts(timeline(small(met("a", parse(when))), Look()))
    assert told is vague


def test_a_line_without_a_bound_ends_in_an_arrow_and_no_other_does() -> None:
    def arrows(when: str) -> list[str]:
        drawn = timeline(small(met("a", parse(when)), met("b", "2016-01-01")), Look())
        return [
            layer["encoding"]["x"]["field"]
            for layer in drawn.spec["layer"]
            if layer["mark"].get("shape")
        ]

    assert arrows("[..2013-06-01]") == ["from"]
    assert arrows("[2013-06-01..]") == ["to"]
    assert arrows("2013") == []


def test_what_may_be_after_the_as_of_day_is_drawn_up_to_it() -> None:
    (row,) = symbols(small(met("a", parse("[2025-01-01..]"))))
    assert row["end"] is None
    assert row["to"] == "2025-08-17T00:00Z"


@pytest.mark.parametrize("width", Width)
@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_no_symbol_of_a_row_lies_on_another(pair: tuple[str, str], width: Width) -> None:
    look = Look(width=width)
    history = bundled(*pair)
    for row in history.rows:
        ids = {event.id for event in row.meetings}
        one = replace(history, rows=(row,))
        places = [(r["y"], at(r["at"], one, look)) for r in symbols(one, look) if r["event"] in ids]
        for (y, x), (other_y, other_x) in pairwise(sorted(places)):
            assert other_y - y > 7 or other_x - x > 7


def at(moment: str, history: Shown, look: Look) -> float:
    axis = axis_of(history, look.margin, look.pixels - look.margin)
    assert axis is not None
    when = datetime.fromisoformat(moment)
    return axis.x(when.toordinal() + when.hour / 24)


def test_visits_and_contacts_have_tracks_of_their_own() -> None:
    history = small(
        met("meeting", "2013-06-01"),
        contacts=(met("call", "2013-06-01", "", "phone"),),
        visits=(
            Visit(id="there", when=span("2013-06-01", "2013-06-03"), person="putin", country="us"),
            Visit(id="here", when=on("2014-06-01"), person="obama", country="ru"),
        ),
    )
    drawn = {row["event"]: row for row in symbols(history)}
    assert {id: row["drawn"] for id, row in drawn.items()} == {
        "meeting": "bilateral",
        "call": "contact",
        "there": "visit",
        "here": "return",
    }
    assert drawn["meeting"]["y"] < drawn["call"]["y"] < drawn["there"]["y"] == drawn["here"]["y"]


def test_the_key_names_what_is_drawn_and_nothing_else() -> None:
    said = texts(timeline(small(met("a", "2013-06-01"), met("b", "2014-06-01", "")), Look()))
    assert {"bilateral", "setting not known for certain", "in office"} <= set(said)
    assert not {"sidelines", "pull-aside", "multilateral", "phone call"} & set(said)


def test_what_was_not_held_is_counted_below() -> None:
    said = texts(timeline(small(not_held={Status.PLANNED: 1, Status.CANCELLED: 2}), Look()))
    assert "Not drawn: 1 planned and 2 cancelled." in said


def test_a_pair_of_which_nothing_is_known_is_drawn_with_a_word_on_it() -> None:
    nothing = small(names=NAMES, rows=())
    said = texts(timeline(nothing, Look()))
    assert "Nothing held on record" in said
    assert marks(timeline(nothing, Look()), "event") == []
