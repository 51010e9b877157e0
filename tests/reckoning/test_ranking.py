"""Which of the events in their order is the one meant."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.model.claims import WhichOne
from summitry.model.coverage import Coverage
from summitry.model.rules import CountingRule, Unit, counting_rules
from summitry.model.selection import Selection
from summitry.model.truth import Truth
from summitry.reckoning import Frame
from summitry.reckoning.asked import ask
from summitry.reckoning.gather import gather
from summitry.reckoning.groups import Group, comes_before, group
from summitry.reckoning.ranking import Ranking, at_position
from tests.reckoning.cases import (
    CONFLICTING,
    OPEN,
    REFUTED,
    SUPPORTED,
    Case,
    Parts,
    check,
    each,
    met,
    went,
)
from tests.records import covers, encounter, place, record, visit

PLACES: Final = (
    place("ru", kind="country"),
    place("moscow", within="ru"),
    place("ch", kind="country"),
    place("geneva", within="ch"),
)
COMPLETE: Final = covers("person:ann", id="c")
SINCE_2012: Final = covers("person:ann", when="2012-01-01/..", id="c")


def one(id: str, when: str, at: str = "moscow", **parts: Parts) -> Parts:
    return encounter("ann bob", when, id=id, place=at, **parts)


THREE: Final = (
    one("a", "2011-03-01"),
    one("b", "2012-03-01", "geneva"),
    one("c3", "2013-03-01"),
)


def nth(
    position: int,
    that: Selection,
    verdict: str,
    *,
    events: Parts = THREE,
    covered: Parts = COMPLETE,
    unit: Unit = Unit.EVENT,
    chosen: Parts = None,
    **finding: Parts,
) -> Case:
    return Case(
        record=record(encounters=events, coverage=[covered] if covered else [], places=PLACES),
        claim=WhichOne(selection=chosen or met(), position=position, that=that),
        rules=(CountingRule(id="rule", says="", unit=unit),),
        verdict=verdict,
        **finding,
    )


ALL: Final = "counts a, counts b, counts c3, context c"
POSITIONS: Final = {
    "the second": nth(2, met(place="geneva"), SUPPORTED, tally="2", evidence=ALL),
    "the last": nth(-1, met(window="2013"), SUPPORTED, tally="1"),
    "the second to last": nth(-2, met(window="2012"), SUPPORTED, tally="2"),
    "the first of two that may be meant": nth(1, met(place="moscow"), SUPPORTED, tally="1"),
    "not the first": nth(
        1,
        met(window="2012"),
        REFUTED,
        tally="2",
        evidence=ALL,
        correction="position a 2",
    ),
    "not the last": nth(-1, met(window="2012"), REFUTED, correction="position c3 2"),
    "there are not so many": nth(5, met(window="2012"), REFUTED, correction="position 2"),
    "the one meant was elsewhere": nth(
        1, met(window="2011", place="geneva"), REFUTED, correction="place a"
    ),
    "neither of two that may be meant": nth(
        2, met(place="moscow"), REFUTED, tally="1-3", correction="position b 1-3"
    ),
    "nothing that is meant took place": nth(2, met("ann", "cat"), REFUTED, correction="position b"),
    "the one meant is not counted": nth(
        1,
        met(modes="phone"),
        REFUTED,
        events=(*THREE, encounter("ann bob", "2009-01-01", id="call", mode="phone")),
        chosen=met(modes="in-person"),
        correction="position a",
    ),
    "the one meant is counted by the way": nth(
        1,
        met(window="2009"),
        REFUTED,
        events=(*THREE, one("x", "2009-01-01", setting="multilateral")),
        chosen=met(settings="bilateral"),
        evidence="counts a, counts b, counts c3, context c",
        correction="position a",
    ),
}
OPEN_ORDERS: Final = {
    "perhaps others before": nth(
        1,
        met(window="2011"),
        OPEN,
        covered=SINCE_2012,
        tally="1-",
        gaps="coverage, coverage",
        evidence=ALL,
    ),
    "others before don't matter to the last": nth(
        -1, met(window="2013"), SUPPORTED, covered=SINCE_2012
    ),
    "perhaps others after": nth(
        -1, met(window="2013"), OPEN, covered=None, gaps="coverage, coverage"
    ),
    "others after don't matter to the first": nth(
        1,
        met(window="2011"),
        SUPPORTED,
        covered=covers("person:ann", when="0001-01-01/2011-12-31", id="c"),
        tally="1",
    ),
    "too many before": nth(
        1,
        met(window="2013"),
        REFUTED,
        covered=None,
        tally="3-",
        correction="position a 3-",
    ),
    "one not on record may be it": nth(
        4, met(window="2014"), OPEN, covered=covers("person:ann", when="0001-01-01/2013-12-31")
    ),
    "one not on record may be it, from the end": nth(
        -4, met(window="2010"), OPEN, covered=covers("person:ann", when="2011-01-01/..")
    ),
    "one not on record can't be it": nth(
        3, met(window="2014"), REFUTED, covered=covers("person:ann", when="0001-01-01/2013-12-31")
    ),
    "a date not known well": nth(
        1,
        met(place="geneva"),
        OPEN,
        events=(one("a", "2011-03"), one("b", "2011-03-05", "geneva")),
        tally="1-2",
        gaps="order a, order b",
    ),
    "the order of others doesn't matter": nth(
        1,
        met(place="geneva", settings="sidelines"),
        OPEN,
        events=(
            one("a", "2011-03-01", "geneva", setting="bilateral|sidelines"),
            one("b", "2011-03-05"),
            one("c3", "2011-03-05"),
        ),
        gaps="setting a",
    ),
    "whether it is the one meant": nth(
        1, met(place="geneva"), OPEN, events=(encounter("ann bob", "2011", id="a"),), gaps="place a"
    ),
    "whether the one before took place": nth(
        2,
        met(place="geneva"),
        CONFLICTING,
        events=(one("a", "2011-03-01", status="disputed"), one("b", "2011-03-05", "geneva")),
        tally="1-2",
        evidence="counts b, may-count a, context c",
        gaps="dispute a",
    ),
}
DAYS: Final = {
    "a unit with several that are meant": nth(
        1,
        met(window="2011"),
        SUPPORTED,
        events=(one("a", "2011-03-01"), one("b", "2011-03-01", "geneva")),
        unit=Unit.DAY,
        tally="1",
    ),
    "a unit that may hold one not on record": nth(
        1,
        met(place="geneva"),
        OPEN,
        events=(one("a", "2011-03-01"),),
        covered=None,
        unit=Unit.DAY,
        gaps="coverage",
    ),
    "a unit that may hold one that is meant": nth(
        1,
        met(place="geneva"),
        OPEN,
        events=(one("a", "2011-03-01"), one("b", "2011-03", "geneva")),
        unit=Unit.DAY,
    ),
}
VISITS: Final = {
    "a visitor's second": Case(
        record=record(
            visits=[
                visit("ann", "ru", "2011-03-01", id="a"),
                visit("ann", "ch", "2012-03-01", id="b"),
                visit("ann", "ru", "2013-03-01", id="c3"),
            ],
            coverage=[covers("person:ann", kind="visit", id="c")],
            places=PLACES,
        ),
        claim=WhichOne(selection=went(place="ru"), position=2, that=went(window="2013")),
        verdict=SUPPORTED,
        rule="every-encounter",
        tally="2",
        evidence="counts a, counts c3, context c",
    )
}


@each(POSITIONS, VISITS)
def test_the_event_at_a_position_is_the_one_meant(case: Case) -> None:
    check(case)


@each(OPEN_ORDERS)
def test_a_position_is_known_only_as_far_as_the_order_is(case: Case) -> None:
    check(case)


@each(DAYS)
def test_a_unit_is_meant_if_an_event_of_it_is(case: Case) -> None:
    check(case)


@pytest.mark.parametrize(
    ("position", "there"), [(1, ["a"]), (2, ["b"]), (-1, ["c3"]), (-3, ["a"]), (4, [])]
)
def test_what_is_at_a_position_is_told(position: int, there: list[str]) -> None:
    parts = {"encounters": [*THREE], "coverage": [COMPLETE], "places": PLACES}
    frame = Frame.of(record(**parts), date(2020, 1, 1))
    selection = met("ann", "bob")
    found = at_position(selection, position, counting_rules()["every-encounter"], frame)
    assert [event.id for event in found] == there


# --- the order, held to its definition ------------------------------------------------------------

SOME_DAYS: Final = ("2012-03-01", "2012-03-02", "2012-03-04", "2012-03", "[2012-03-01..2012-03-03]")
EVENTS: Final = st.builds(
    lambda when, sequence, at, status: {
        "when": when, "sequence": sequence, "place": at, "status": status
    },
    st.sampled_from(SOME_DAYS),
    st.sampled_from([None, 1, 2]),
    st.sampled_from(["moscow", "geneva"]),
    st.sampled_from(["held", "held", "disputed"]),
)  # fmt: skip


def may_be_at(ranking: Ranking, one: Group, position: int) -> bool:
    """Whether a unit may be at a position, by looking at every other one."""
    forward, groups = position > 0, ranking.groups
    others = [g for g in groups if g.number != one.number]
    truths = [comes_before(g, one) if forward else comes_before(one, g) for g in others]
    sure = {
        g.kin
        for g, truth in zip(others, truths, strict=True)
        if g.sure and g.kin != one.kin and truth is Truth.TRUE
    }
    days = ranking.gathered.open
    reaches = not days.is_empty() and (
        days.first <= one.last if forward else days.last >= one.first
    )
    most = sum(truth.possibly() for truth in truths)
    return len(sure) < abs(position) and (reaches or most >= abs(position) - 1)


@given(
    st.lists(EVENTS, min_size=1, max_size=6),
    st.sampled_from(list(Unit)),
    st.sampled_from([(), (COMPLETE,), (covers("person:ann", when="2012-03-03/..", id="c"),)]),
)
def test_what_may_be_at_a_position_is_told_by_every_other(
    events: list[dict[str, Any]], unit: Unit, covered: tuple[Coverage, ...]
) -> None:
    rows = [
        encounter("ann bob", one["when"], id=f"e{n}", **{k: one[k] for k in one if k != "when"})
        for n, one in enumerate(events)
    ]
    frame = Frame.of(record(encounters=rows, places=PLACES, coverage=covered), date(2020, 1, 1))
    gathered = gather(ask(met(), CountingRule(id="r", says="r", unit=unit), frame.names), frame)
    ranking = Ranking(gathered, gathered, group(gathered, frame))
    for one in ranking.groups:
        for position in (*range(1, 8), *range(-7, 0)):
            assert ranking.may_be_at(one, position) == may_be_at(ranking, one, position)
