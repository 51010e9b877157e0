"""Where the record's silence means something: what coverage statements cover."""

from __future__ import annotations

from typing import Final

import pytest

from summitry.model.claims import TookPlace
from summitry.model.days import Days
from summitry.model.events import Mode, VisitKind
from summitry.model.findings import Gap, Lack
from summitry.model.selection import Selection
from tests.reckoning.cases import OPEN, REFUTED, Case, Parts, check, days, each, judge, met, went
from tests.records import covers, occasion, person, place, record, stretch, tenure

PLACES: Final = (
    place("ru", kind="country"),
    place("moscow", within="ru"),
    place("ch", kind="country"),
    place("geneva", within="ch"),
    place("fr", kind="country"),
    place("divonne", within="fr", near="geneva"),
    place("su", kind="country", when=stretch("1922-12-30/1991-12-26")),
    place("am", kind="country", when=stretch("1991-12-25/.."), formerly="su"),
    place("yerevan", within="am"),
    place("at-sea", kind="venue"),
)
ANN_LEADS: Final = tenure("ann", "us-president", "2001-01-20/2005-01-19")
BOB_LEADS: Final = tenure("bob", "us-president", "2005-01-20/2009-01-20")
TENURES: Final = covers("office:us-president", kind="tenure", id="t")
IN_2003: Final = {"window": "2003"}


def covered(*rows: Parts, chosen: Selection, by: str = "a", **parts: Parts) -> Case:
    """Nothing is on record, and the statements (ids) say that there is nothing."""
    evidence = ", ".join(f"context {id}" for id in by.split())
    return Case(
        record=_record(*rows, **parts),
        claim=TookPlace(selection=chosen),
        verdict=REFUTED,
        evidence=evidence,
    )


def left_open(*rows: Parts, chosen: Selection, **parts: Parts) -> Case:
    """Nothing is on record, and that says nothing."""
    return Case(
        record=_record(*rows, **parts),
        claim=TookPlace(selection=chosen),
        verdict=OPEN,
        evidence="",
        gaps="coverage",
    )


def _record(*rows: Parts, people: Parts = ("ann", "bob", "cat"), **parts: Parts) -> Parts:
    return record(
        people=people,
        offices=["us-president", "us-senator"],
        places=PLACES,
        tenures=[ANN_LEADS, BOB_LEADS],
        coverage=rows,
        **parts,
    )


def of(
    who: str, whom: str = "", when: str = "0001-01-01/..", id: str = "a", **more: Parts
) -> Parts:
    return covers(who, whom, when, id=id, **more)


PAIR: Final = of("person:ann", "person:bob")
GAP: Final = of("person:bob", when="2003-02-01/2003-02-03", id="gap", complete=False)

ENCOUNTERS: Final = {
    "no statement": left_open(chosen=met()),
    "the two": covered(PAIR, chosen=met()),
    "the two, swapped": covered(PAIR, chosen=met("bob", "ann")),
    "one with anyone": covered(of("person:ann"), chosen=met()),
    "the other with anyone": covered(of("person:bob"), chosen=met()),
    "one with anyone, asked so": covered(of("person:ann"), chosen=met("ann", "")),
    "the two, asked with anyone": left_open(PAIR, chosen=met("ann", "")),
    "another pair": left_open(of("person:ann", "person:cat"), chosen=met()),
    "visits": left_open(of("person:ann", kind="visit"), chosen=met()),
    "the span asked": covered(
        of("person:ann", when="2003-01-01/2003-12-31"), chosen=met(**IN_2003)
    ),
    "a shorter span": left_open(
        of("person:ann", when="2003-01-01/2003-12-30"), chosen=met(**IN_2003)
    ),
    "a span with a vague end": left_open(
        of("person:ann", when="2003-01-01/2003-12"), chosen=met(**IN_2003)
    ),
    "two spans that join": covered(
        of("person:ann", when="2003-01-01/2003-06-30", id="a"),
        of("person:bob", when="2003-07-01/2003-12-31", id="b"),
        chosen=met(**IN_2003),
        by="a b",
    ),
    "another span bears on nothing": covered(
        of("person:ann", id="a", when="2003-01-01/2003-12-31"),
        of("person:ann", id="b", when="2004-01-01/2004-12-31"),
        chosen=met(**IN_2003),
    ),
    "nothing after the as-of day is asked": covered(
        of("person:ann", id="a", when="0001-01-01/2020-12-31"),
        of("person:ann", id="b", when="2021-01-01/2021-12-31"),
        chosen=met(),
    ),
    "an open mode, and calls": left_open(of("person:ann", mode="phone"), chosen=met()),
    "calls": covered(of("person:ann", mode="phone"), chosen=met(modes="phone")),
    "calls and more asked": left_open(
        of("person:ann", mode="phone"), chosen=met(modes="phone|video")
    ),
    "each mode": covered(
        *(of("person:ann", mode=mode, id=mode) for mode in sorted(Mode)),
        chosen=met(),
        by="in-person letter phone video",
    ),
    "calls bear on no meeting": covered(
        of("person:ann", id="a", mode="in-person"),
        of("person:ann", id="b", mode="phone"),
        chosen=met(modes="in-person"),
    ),
    "any mode": covered(PAIR, chosen=met(modes="phone")),
    "a known gap": left_open(of("person:ann"), GAP, chosen=met()),
    "a known gap of anyone": left_open(PAIR, GAP, chosen=met(**IN_2003)),
    "a known gap elsewhere in time": covered(PAIR, GAP, chosen=met(window="2004")),
    "a known gap of someone else": covered(
        of("person:ann"), GAP, chosen=met("ann", "cat", **IN_2003)
    ),
    "a known gap of calls": left_open(
        of("person:ann"),
        of("person:ann", mode="phone", id="gap", complete=False),
        chosen=met(),
    ),
    "a known gap of calls, and meetings asked": covered(
        of("person:ann"),
        of("person:ann", mode="phone", id="gap", complete=False),
        chosen=met(modes="in-person"),
    ),
    "a known gap, asked with anyone": left_open(
        of("person:ann"),
        of("person:ann", "person:bob", id="gap", complete=False),
        chosen=met("ann", ""),
    ),
}

CAPACITIES: Final = {
    "the office, while held": covered(
        of("office:us-president", "person:cat"), chosen=met("ann", "cat", **IN_2003)
    ),
    "the office, while another held it": left_open(
        of("office:us-president", "person:cat"), TENURES, chosen=met("ann", "cat", window="2006")
    ),
    "the office, asked of it": covered(
        of("office:us-president", "person:cat"), chosen=met("@us-president", "cat")
    ),
    "another office": left_open(
        of("office:us-senator", "person:cat"), chosen=met("@us-president", "cat")
    ),
    "the person in the office": covered(
        of("person:ann@office:us-president"), chosen=met(**IN_2003)
    ),
    "the person in the office, at any time": left_open(
        of("person:ann@office:us-president"), chosen=met()
    ),
    "the person in office": covered(of("person:ann@in-office"), chosen=met(**IN_2003)),
    "the person, asked in the office": covered(
        of("person:ann"), chosen=met("ann@us-president", "bob")
    ),
    "the only holder, asked of the office": covered(
        of("person:ann"), TENURES, chosen=met("@us-president", "cat", **IN_2003)
    ),
    "perhaps not the only holder": left_open(
        of("person:ann"), chosen=met("@us-president", "cat", **IN_2003)
    ),
    "one of two holders": left_open(
        of("person:ann"), TENURES, chosen=met("@us-president", "cat", window="2003/2006")
    ),
    "both holders": covered(
        of("person:ann"),
        of("person:bob", id="b"),
        TENURES,
        chosen=met("@us-president", "cat", window="2003/2006"),
        by="a b",
    ),
    "nobody held the office then": covered(
        TENURES, chosen=met("ann@us-president", "bob", window="2012"), by=""
    ),
    "nobody held it, whoever is asked": covered(
        TENURES, chosen=met("@us-president", "bob", window="2012"), by=""
    ),
    "a known gap of the holder": left_open(
        of("person:cat"),
        of("office:us-president", id="gap", complete=False),
        chosen=met("ann", "cat", **IN_2003),
    ),
    "a known gap of who did not hold it": covered(
        of("person:cat"),
        of("office:us-president", id="gap", complete=False),
        TENURES,
        chosen=met("ann", "cat", window="2012"),
    ),
    "a known gap of the person, asked of the office": left_open(
        of("office:us-president"),
        of("person:ann", id="gap", complete=False),
        chosen=met("@us-president", "cat", **IN_2003),
    ),
    "a known gap of another person, asked of the office": covered(
        of("office:us-president"),
        of("person:bob", "person:dan", id="gap", complete=False),
        TENURES,
        chosen=met("@us-president", "cat", **IN_2003),
    ),
    "a known gap of another office, perhaps of the same person": left_open(
        of("office:us-president"),
        of("office:us-senator", id="gap", complete=False),
        chosen=met("@us-president", "cat", **IN_2003),
    ),
}


def by_country(country: str | None, id: str = "a", **more: Parts) -> Parts:
    return of("person:ann", kind="visit", country=country, id=id, **more)


VISITS: Final = {
    "every country": covered(by_country(None), chosen=went()),
    "every country, one asked": covered(by_country(None), chosen=went(place="ru")),
    "one country": covered(by_country("ru"), chosen=went(place="ru")),
    "one country, its city asked": covered(by_country("ru"), chosen=went(place="moscow")),
    "one country, every one asked": left_open(by_country("ru"), chosen=went()),
    "another country": left_open(by_country("ch"), chosen=went(place="ru")),
    "another country bears on nothing": covered(
        by_country("ru"), by_country("ch", "b"), chosen=went(place="ru")
    ),
    "a city with a place near it over the border": left_open(
        by_country("ch"), chosen=went(place="geneva")
    ),
    "a city with a place near it, every country": covered(
        by_country(None), chosen=went(place="geneva")
    ),
    "another visitor": left_open(by_country(None), chosen=went("bob")),
    "encounters": left_open(of("person:ann"), chosen=went()),
    "the office, while held": covered(
        of("office:us-president", kind="visit"), chosen=went(**IN_2003)
    ),
    "a known gap": left_open(
        by_country("ru"), by_country("ru", "gap", complete=False), chosen=went(place="ru")
    ),
    "a known gap of every country": left_open(
        by_country("ru"), by_country(None, "gap", complete=False), chosen=went(place="ru")
    ),
    "a known gap of another country": covered(
        by_country("ru"), by_country("ch", "gap", complete=False), chosen=went(place="ru")
    ),
    "a known gap of one country, every one asked": left_open(
        by_country(None), by_country("ch", "gap", complete=False), chosen=went()
    ),
    "a known gap over the border": left_open(
        by_country(None), by_country("fr", "gap", complete=False), chosen=went(place="geneva")
    ),
}

OF_STATE: Final = frozenset({VisitKind.STATE})
OFFICIAL: Final = frozenset({VisitKind.OFFICIAL, VisitKind.WORKING})
OTHER: Final = frozenset(VisitKind) - OF_STATE - OFFICIAL


def of_kinds(kinds: frozenset[VisitKind], id: str = "a", **more: Parts) -> Parts:
    return by_country(None, id, visit_kinds=kinds, **more)


VISIT_KINDS: Final = {
    "the kinds asked": covered(of_kinds(OFFICIAL), chosen=went(visit_kinds="official|working")),
    "one of the kinds": covered(of_kinds(OFFICIAL), chosen=went(visit_kinds="working")),
    "more kinds": left_open(of_kinds(OFFICIAL), chosen=went(visit_kinds="working|private")),
    "any kind": left_open(of_kinds(OFFICIAL), chosen=went()),
    "other kinds": left_open(of_kinds(OFFICIAL), chosen=went(visit_kinds="state")),
    "other kinds bear on nothing": covered(
        by_country(None), of_kinds(OFFICIAL, "b"), chosen=went(visit_kinds="state")
    ),
    "every kind, one asked": covered(by_country(None), chosen=went(visit_kinds="state")),
    "each of the kinds": covered(
        of_kinds(OF_STATE),
        of_kinds(OFFICIAL, "b"),
        chosen=went(visit_kinds="state|working"),
        by="a b",
    ),
    "every kind, by several statements": covered(
        of_kinds(OF_STATE), of_kinds(OFFICIAL, "b"), of_kinds(OTHER, "c"), chosen=went(), by="a b c"
    ),
    "a kind in each country": left_open(
        by_country("ch", visit_kinds=OFFICIAL),
        by_country("fr", "b", visit_kinds=OF_STATE),
        chosen=went(place="geneva", visit_kinds="state|official"),
    ),
    "a known gap of the kind": left_open(
        by_country(None),
        of_kinds(OFFICIAL, "gap", complete=False),
        chosen=went(visit_kinds="working"),
    ),
    "a known gap of one of the kinds": left_open(
        by_country(None),
        of_kinds(OFFICIAL, "gap", complete=False),
        chosen=went(visit_kinds="working|state"),
    ),
    "a known gap of one kind, any asked": left_open(
        by_country(None), of_kinds(OFFICIAL, "gap", complete=False), chosen=went()
    ),
    "a known gap of another kind": covered(
        by_country(None),
        of_kinds(OFFICIAL, "gap", complete=False),
        chosen=went(visit_kinds="state"),
    ),
}

IN_1972: Final = {"window": "1972"}
SU: Final = by_country("su")
AM: Final = by_country("am", "b")

STATES: Final = {
    "a former state": covered(SU, chosen=went(place="su")),
    "a former state, in its days": covered(SU, chosen=went(place="su", **IN_1972)),
    "a former state, after its days": covered(chosen=went(place="su", window="2003"), by=""),
    "a later state, after the days of the former one": covered(
        AM, chosen=went(place="su", window="2003"), by=""
    ),
    "a former state, before its days": covered(chosen=went(place="su", window="1913"), by=""),
    "a meeting in a former state, after its days": covered(
        chosen=met(place="su", window="2003"), by=""
    ),
    "a meeting in a former state": left_open(chosen=met(place="su")),
    "a former state, its city asked in its days": covered(
        SU, chosen=went(place="yerevan", **IN_1972)
    ),
    "a former state, its city asked later": left_open(
        SU, chosen=went(place="yerevan", window="2003")
    ),
    "a former state, its city asked of both times": left_open(
        SU, chosen=went(place="yerevan", window="1972/2003")
    ),
    "a state, its city asked": covered(AM, chosen=went(place="yerevan", window="2003"), by="b"),
    "a state, its city asked before its days": left_open(
        AM, chosen=went(place="yerevan", **IN_1972)
    ),
    "both, the city asked of both times": covered(
        SU, AM, chosen=went(place="yerevan", window="1972/2003"), by="a b"
    ),
    "both, the city asked of a time before": left_open(
        SU, AM, chosen=went(place="yerevan", window="1913")
    ),
    "a state, of days before it was there, its city asked of them": covered(
        by_country("am", when="1905/1915"), chosen=went(place="yerevan", window="1913")
    ),
    "a state, of days before it was there, a place of another asked": left_open(
        by_country("am", when="1905/1915"), chosen=went(place="geneva", window="1913")
    ),
    "a state, of days before it was there and its own": left_open(
        by_country("am", when="1905/1995"), chosen=went(place="yerevan", window="1913")
    ),
    "a former state, of days after it": left_open(
        by_country("su", when="1999/2005"), chosen=went(place="yerevan", window="2003")
    ),
    "every state, the city asked of a time before": covered(
        by_country(None), chosen=went(place="yerevan", window="1913")
    ),
    "a state, asked before its days": left_open(AM, chosen=went(place="am", **IN_1972)),
    "the former one, the state asked before its days": covered(
        SU, chosen=went(place="am", **IN_1972)
    ),
    "a state, the former one asked": left_open(AM, chosen=went(place="su", **IN_1972)),
    "a known gap of the former one": left_open(
        by_country(None),
        by_country("su", "gap", complete=False),
        chosen=went(place="am", **IN_1972),
    ),
    "a known gap of the former one, after its days": covered(
        by_country(None),
        by_country("su", "gap", complete=False),
        chosen=went(place="am", window="2003"),
    ),
    "a known gap of the state, perhaps also before its days": left_open(
        by_country(None),
        by_country("am", "gap", complete=False),
        chosen=went(place="su", **IN_1972),
    ),
    "a known gap of a state, asked of no place known in one": left_open(
        by_country(None), by_country("am", "gap", complete=False), chosen=went(place="at-sea")
    ),
}

AT_G20: Final[dict[str, Parts]] = {"occasions": [occasion("g20", "2017-07-07/2017-07-08")]}
LIMITS: Final = {
    "not after a death": covered(
        chosen=met(window="2011"), people=[person("ann", died="2010-12-31"), "bob"], by=""
    ),
    "not before a birth": covered(
        chosen=met(window="1949"), people=["ann", person("bob", born="1950")], by=""
    ),
    "perhaps before a death": left_open(
        chosen=met(window="2010"), people=[person("ann", died="2010"), "bob"]
    ),
    "a gathering, covered with three days around it": covered(
        of("person:ann", when="2017-07-04/2017-07-11"), chosen=met(occasion="g20"), **AT_G20
    ),
    "a gathering, covered less": left_open(
        of("person:ann", when="2017-07-05/2017-07-11"), chosen=met(occasion="g20"), **AT_G20
    ),
    "a gathering without dates": left_open(
        of("person:ann", when="2017-07-04/2017-07-11"),
        chosen=met(occasion="g20"),
        occasions=[occasion("g20")],
    ),
    "a gathering that the record doesn't hold": left_open(
        of("person:ann", when="2017-07-04/2017-07-11"), chosen=met(occasion="g7"), **AT_G20
    ),
}


@each(ENCOUNTERS)
def test_encounters_are_covered_by_their_parties_span_and_mode(case: Case) -> None:
    check(case)


@each(CAPACITIES)
def test_a_statement_of_an_office_covers_whoever_surely_held_it(case: Case) -> None:
    check(case)


@each(VISITS)
def test_visits_are_covered_by_their_visitor_span_and_country(case: Case) -> None:
    check(case)


@each(VISIT_KINDS)
def test_a_statement_of_some_kinds_of_visit_covers_those_kinds(case: Case) -> None:
    check(case)


@each(STATES)
def test_a_statement_of_a_state_covers_what_was_in_it_on_its_days(case: Case) -> None:
    check(case)


@each(LIMITS)
def test_nothing_happens_out_of_a_life_or_far_from_a_gathering(case: Case) -> None:
    check(case)


@pytest.mark.parametrize(
    ("coverage", "chosen", "left"),
    [
        pytest.param([], met(**IN_2003), "2003", id="all that is asked"),
        pytest.param([], met(window="2019-01-01/.."), "2019-01-01/2020-12-31", id="up to the day"),
        pytest.param(
            [of("person:ann", when="2003-02-01/..")],
            met(**IN_2003),
            "2003-01-01/2003-01-31",
            id="what is not covered",
        ),
        pytest.param([PAIR, GAP], met(), "2003-02-01/2003-02-03", id="a known gap"),
        pytest.param(
            [], met("ann@us-president", "bob"), "0001-01-01/2020-12-31", id="no known tenures"
        ),
        pytest.param(
            [TENURES], met("ann@us-president", "bob"), "2001-01-20/2005-01-19", id="while in office"
        ),
        pytest.param(
            [TENURES],
            met("cat", "@us-president"),
            "2001-01-20/2009-01-20",
            id="while somebody was in office",
        ),
    ],
)
def test_a_gap_says_on_which_days_the_record_is_not_complete(
    coverage: Parts, chosen: Selection, left: str
) -> None:
    case = Case(record=_record(*coverage), claim=TookPlace(selection=chosen), verdict=OPEN)
    assert judge(case).gaps == (Gap(Lack.COVERAGE, None, Days(*days(left).spans)),)
