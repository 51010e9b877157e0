from __future__ import annotations

from datetime import date
from typing import Any, Final

import pytest

from summitry.desk.find import Wanted
from summitry.desk.panel import Pairs, panel
from summitry.model.bounds import Tally
from summitry.model.events import EventKind, Mode, Status
from summitry.model.problems import InputError, UnknownName
from summitry.record.open import open_record
from summitry.telling.exports.panel import PairYear
from tests.records import covers, encounter, office, place, record, tenure, visit

PARTS: Final[dict[str, Any]] = {
    "offices": [
        office("us-president", country="us"),
        office("ru-president", country="ru"),
        office("us-treasurer", country="us", leads=False),
    ],
    "places": [place("us", kind="country"), place("ru", kind="country")],
    "tenures": [
        tenure("al", "us-president", "2001-01-20/2003-06-30"),
        tenure("bo", "ru-president", "2000-01-01/2004-12-31"),
        tenure("cy", "us-treasurer", "2001-01-01/2003-12-31"),
    ],
    "encounters": [
        encounter("al bo", "2001-06-16", id="one"),
        encounter("al bo", "2001-07-20", id="two", setting="multilateral"),
        encounter("al bo", "2002-12-31", id="new-year", status="disputed"),
        encounter("al bo", "2002-03-01", id="call", mode="phone"),
        encounter("al bo", "2002-04-01", id="never", status="cancelled"),
    ],
    "visits": [visit("al", "ru", "2002-05-01/2002-05-03")],
    "coverage": [
        covers("person:al", "person:bo", "2001-01-01/2002-12-31", mode="in-person"),
        covers("person:al", when="2001-01-01/2003-12-31", kind="visit", country="ru"),
    ],
}


def rows(wanted: Wanted | None = None, kind: Pairs = Pairs.OFFICES, **more: Any) -> list[PairYear]:  # noqa: ANN401 - tables of a record
    return list(panel(record(**(PARTS | more)), wanted or Wanted(), kind).rows)


def tallies(name: str, found: list[PairYear]) -> dict[int, Tally | None]:
    return {row.year: row.tallies[name] for row in found}


def pairs(found: list[PairYear]) -> list[tuple[str, str]]:
    return list(dict.fromkeys((row.a.id, row.b.id) for row in found))


def test_pairs_are_of_the_offices_that_met_or_of_the_people() -> None:
    assert pairs(rows()) == [("ru-president", "us-president")]
    assert pairs(rows(kind=Pairs.PEOPLE)) == [("al", "bo")]
    (row, *_) = rows()
    assert (row.a.kind, row.a.country, row.b.country) == ("office", "RU", "US")


def test_a_pair_is_named_or_one_side_of_it() -> None:
    assert pairs(rows(Wanted(a="Bo", b="us-president"))) == [("bo", "us-president")]
    assert pairs(rows(Wanted(a="us-president"))) == [("us-president", "ru-president")]
    assert pairs(rows(Wanted(a="Al"), Pairs.PEOPLE)) == [("al", "bo")]
    assert pairs(rows(Wanted(a="us-treasurer"))) == []


def test_a_named_pair_that_never_met_has_rows_for_the_years_in_office() -> None:
    found = rows(Wanted(a="us-treasurer", b="ru-president"))
    assert [row.year for row in found] == [2001, 2002, 2003]
    assert {row.tallies["in_person"] for row in found} == {Tally(0, None)}


def test_compatriots_are_no_pair_unless_they_are_named() -> None:
    met = [*PARTS["encounters"], encounter("al cy", "2002-02-02", id="home")]
    assert pairs(rows(encounters=met)) == [("ru-president", "us-president")]
    named = rows(Wanted(a="Al", b="Cy"), encounters=met)
    assert tallies("in_person", named)[2002] == Tally(1, None)


def test_a_zero_where_the_record_is_complete_and_nothing_where_it_is_not() -> None:
    found = rows(kind=Pairs.PEOPLE)
    assert tallies("in_person", found) == {
        2001: Tally(2, 2),
        2002: Tally(0, 1),
        2003: Tally(0, None),
    }
    assert tallies("phone", found)[2001] == Tally(0, None)
    assert tallies("phone", found)[2002] == Tally(1, None)
    assert tallies("bilateral", found)[2001] == Tally(1, 1)
    assert tallies("multilateral", found)[2001] == Tally(1, 1)
    assert tallies("apart_from_group_sessions", found)[2001] == Tally(1, 1)


def test_visits_are_counted_each_way() -> None:
    found = rows(kind=Pairs.PEOPLE)
    assert tallies("visits_a_to_b", found) == {
        2001: Tally(0, 0),
        2002: Tally(1, 1),
        2003: Tally(0, 0),
    }
    assert tallies("visits_b_to_a", found)[2002] == Tally(0, None)


def test_who_has_no_country_is_visited_by_nobody() -> None:
    (row,) = rows(
        Wanted(a="Al", b="Di"), encounters=[encounter("al di", "2002-02-02", id="meeting")]
    )
    assert row.tallies["visits_a_to_b"] is None
    assert row.tallies["visits_b_to_a"] == Tally(0, None)


def test_years_go_as_far_as_the_record_unless_they_are_said() -> None:
    assert [row.year for row in rows()] == [2001, 2002, 2003]
    assert [row.year for row in rows(Wanted(since=date(2002, 1, 1)))] == [2002, 2003]
    assert [row.year for row in rows(Wanted(until=date(2001, 12, 31)))] == [2001]
    open_ended = [tenure("al", "us-president", "2001/.."), tenure("bo", "ru-president", "2001/..")]
    assert [row.year for row in rows(tenures=open_ended)] == [2001, 2002, 2003]
    further = rows(Wanted(until=date(2005, 12, 31)), tenures=open_ended)
    assert [row.year for row in further] == [2001, 2002, 2003, 2004, 2005]


def test_a_time_in_office_of_which_one_bound_is_known_is_taken_to_end_there() -> None:
    held = [
        tenure("al", "us-president", "[..2001-03-01]/[2003-05-01..]"),
        tenure("bo", "ru-president", "[..2000-01-01]/2004-12-31"),
    ]
    found = rows(Wanted(a="us-president", b="ru-president"), tenures=held, encounters=[], visits=[])
    assert [row.year for row in found] == [2001, 2002, 2003]
    one_day = [tenure("al", "us-president", "[..2002-03-01]/[2002-03-01..]"), held[1]]
    found = rows(Wanted(a="us-president", b="ru-president"), tenures=one_day, visits=[])
    assert [row.year for row in found] == [2001, 2002]
    met = [encounter("al bo", "[..2001-06-01]", id="one"), encounter("al bo", "XXXX", id="two")]
    found = rows(kind=Pairs.PEOPLE, tenures=[], visits=[], encounters=met)
    assert [row.year for row in found] == [2001]


def test_the_years_of_an_uncertain_date_count_it_as_possible() -> None:
    met = [encounter("al bo", "[2001-12-31,2002-01-01]", id="over-new-year")]
    found = rows(kind=Pairs.PEOPLE, encounters=met)
    assert tallies("in_person", found)[2001] == Tally(0, 1)
    assert tallies("in_person", found)[2002] == Tally(0, 1)


def test_a_pair_s_every_event_of_the_bundled_record_is_in_its_year() -> None:
    view = open_record()
    found = panel(view, Wanted(a="Putin", b="us-president")).rows
    surely = sum(row.tallies["phone"].surely for row in found if row.tallies["phone"])
    held = {
        event.id
        for event in view.events()
        for other in event.people - {"vladimir-putin"}
        if "vladimir-putin" in event.people
        and getattr(event, "mode", None) is Mode.PHONE
        and event.status is Status.HELD
        and any(
            t.office == "us-president" and event.when.touches(t.when.core).surely()
            for t in view.tenures(person=other)
        )
    }
    assert surely == len(held) > 10


@pytest.mark.parametrize(
    ("wanted", "says"),
    [
        (Wanted(since=date(2001, 6, 1)), 'since "2001-06-01"'),
        (Wanted(until=date(2001, 6, 1)), 'until "2001-06-01"'),
        (Wanted(since=date(2003, 1, 1), until=date(2001, 12, 31)), '"2003" and until "2001"'),
        (Wanted(modes=frozenset({Mode.PHONE})), "expected names, since and until alone"),
        (Wanted(kind=EventKind.VISIT), "expected names, since and until alone"),
        (Wanted(place="us"), "expected names, since and until alone"),
        (Wanted(a="Al", b="al"), "are the same"),
    ],
)
def test_what_is_no_panel_is_refused(wanted: Wanted, says: str) -> None:
    with pytest.raises(InputError, match=says):
        rows(wanted)


def test_a_name_that_the_record_lacks_is_refused() -> None:
    with pytest.raises(UnknownName):
        rows(Wanted(a="Nobody"))
