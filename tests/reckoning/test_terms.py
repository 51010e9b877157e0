"""Who held an office when, and where that is open."""

from __future__ import annotations

from typing import Final

import pytest

from summitry.model.days import ANY_DAY, NO_DAY
from summitry.reckoning.terms import Terms
from tests.reckoning.cases import Parts, days
from tests.records import covers, person, record, tenure

COMPLETE: Final = covers("office:us-president", kind="tenure")
ANN: Final = tenure("ann", "us-president", "2001-01-20/2005-01-20")


def terms(**parts: Parts) -> Terms:
    view = record(**{"people": ["ann", "bob"], "offices": ["us-president", "us-senator"], **parts})
    return Terms(view.names(), view.coverage())


def test_a_tenure_holds_on_both_its_ends_acting_or_not() -> None:
    acting = tenure("ann", "us-president", "2006-03-01/2006-03-02", acting=True)
    held = terms(tenures=[ANN, acting], coverage=[COMPLETE]).holding("ann", ["us-president"])
    assert held.surely == days("2001-01-20/2005-01-20") | days("2006-03-01/2006-03-02")
    assert held.possibly == held.surely


def test_one_of_several_offices_will_do() -> None:
    senator = tenure("ann", "us-senator", "1995-01-03/2001-01-19")
    covered = [COMPLETE, covers("person:ann", kind="tenure")]
    known = terms(tenures=[ANN, senator], coverage=covered)
    assert known.holding("ann", ["us-president", "us-senator"]).surely == days(
        "1995-01-03/2005-01-20"
    )


def test_a_tenure_with_vague_ends_surely_holds_between_them() -> None:
    vague = tenure("ann", "us-president", "2001-01/2005-01")
    held = terms(tenures=[vague], coverage=[COMPLETE]).holding("ann", ["us-president"])
    assert held.surely == days("2001-01-31/2005-01-01")
    assert held.possibly == days("2001-01-01/2005-01-31")


UNRECORDED: Final = [
    ("no statement", [], ANY_DAY),
    ("of the office", [COMPLETE], NO_DAY),
    ("of the person", [covers("person:ann", kind="tenure")], NO_DAY),
    ("of another person", [covers("person:bob", kind="tenure")], ANY_DAY),
    ("of another office", [covers("office:us-senator", kind="tenure")], ANY_DAY),
    ("of visits", [covers("person:ann", kind="visit")], ANY_DAY),
    (
        "up to some day of a month",
        [covers("office:us-president", when="0001-01-01/2001-05", kind="tenure")],
        days("2001-05-02/.."),
    ),
    (
        "with a known gap",
        [
            COMPLETE,
            covers("person:ann", when="2001-05-03/2001-05-04", kind="tenure", complete=False),
        ],
        days("2001-05-03/2001-05-04"),
    ),
]


@pytest.mark.parametrize(("coverage", "left"), [pytest.param(*r, id=n) for n, *r in UNRECORDED])
def test_tenures_may_be_missing_where_no_statement_covers_them(
    coverage: Parts, left: Parts
) -> None:
    known = terms(coverage=coverage)
    assert known.unrecorded("ann", "us-president") == left
    assert known.holding("ann", ["us-president"]).possibly == left


def test_nobody_holds_an_office_before_birth_or_after_death() -> None:
    mortal = person("ann", born="1950-05", died="2010-05")
    known = terms(people=[mortal, "bob"])
    assert known.unrecorded("ann", "us-president") == days("1950-05-01/2010-05-31")
    assert known.lifetime(["ann", "bob", "a-stranger"]) == days("1950-05-01/2010-05-31")


def test_whoever_held_an_office_was_surely_one_person_only_where_the_record_is_complete() -> None:
    bob = tenure("bob", "us-president", "2005-01-20/..")
    known = terms(tenures=[ANN, bob], coverage=[COMPLETE])
    assert known.occupied("us-president") == days("2001-01-20/..")
    assert known.alone("ann", "us-president") == days("0001-01-01/2005-01-19")
    unsure = terms(tenures=[ANN, bob])
    assert unsure.occupied("us-president") == ANY_DAY
    assert unsure.alone("ann", "us-president") == NO_DAY


def test_tenures_of_one_office_come_by_their_earliest_day() -> None:
    again = tenure("ann", "us-president", "1993-01-20/1997-01-20")
    other = tenure("ann", "us-senator", "1990-01-01/1991-01-01")
    assert terms(tenures=[ANN, other, again]).tenures("ann", "us-president") == (again, ANN)
