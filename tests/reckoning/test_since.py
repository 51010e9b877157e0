"""Whether nothing comes between an anchor and an event, or since."""

from __future__ import annotations

from typing import Final

import pytest

from summitry.model.claims import (
    Anchor,
    FirstSince,
    NoneSince,
    SinceDays,
    SinceEvent,
    SinceLandmark,
    SinceTenure,
)
from summitry.model.findings import Gap, Lack
from summitry.model.selection import Selection
from tests.reckoning.cases import (
    CONFLICTING,
    OPEN,
    REFUTED,
    SUPPORTED,
    Case,
    Parts,
    check,
    days,
    each,
    judge,
    met,
    went,
    window,
)
from tests.records import covers, encounter, landmark, place, record, tenure, visit

COMPLETE: Final = (
    covers("person:ann", id="c"),
    covers("person:ann", kind="visit", id="cv"),
    covers("person:ann", kind="tenure", id="ct"),
)
WORLD: Final[dict[str, Parts]] = {
    "places": [
        place("ru", kind="country"),
        place("moscow", within="ru"),
        place("ch", kind="country"),
        place("geneva", within="ch"),
    ],
    "landmarks": [landmark("flood", "2012-06-01/2012-06-09"), landmark("drought", "2012-06")],
    "offices": ["us-president"],
}


def one(id: str, when: str, at: str = "moscow", **parts: Parts) -> Parts:
    return encounter("ann bob", when, id=id, place=at, **parts)


def none(
    anchor: Anchor,
    *events: Parts,
    verdict: str,
    covered: Parts = COMPLETE,
    rows: Parts = None,
    **finding: Parts,
) -> Case:
    return Case(
        record=record(**{"encounters": events, "coverage": covered, **WORLD, **(rows or {})}),
        claim=NoneSince(selection=met(), anchor=anchor),
        verdict=verdict,
        **finding,
    )


def first(
    that: Selection,
    anchor: Anchor,
    *events: Parts,
    verdict: str,
    covered: Parts = COMPLETE,
    rows: Parts = None,
    **finding: Parts,
) -> Case:
    return Case(
        record=record(**{"encounters": events, "coverage": covered, **WORLD, **(rows or {})}),
        claim=FirstSince(selection=met(), anchor=anchor, that=that),
        verdict=verdict,
        **finding,
    )


SINCE_2012: Final = SinceDays(window("2012"))
SINCE_ABOUT_2012: Final = SinceDays(window("2012~2012-06"))
OLD: Final = one("old", "2011-03-01")
NEW: Final = one("new", "2015-03-01")
NEWER: Final = one("newer", "2016-03-01", "geneva")
VISIT: Final = visit("ann", "ru", "2013-05-01", id="v")
TERM: Final = tenure("ann", "us-president", "2009-01-20/2013-01-20", id="t1")
SECOND: Final = tenure("ann", "us-president", "2014-01-20/2018-01-20", id="t2")
IN_OFFICE: Final = SinceTenure("ann", "us-president")

NONE: Final = {
    "none since": none(SINCE_2012, OLD, verdict=SUPPORTED, tally="0", evidence="context c"),
    "some since": none(
        SINCE_2012,
        OLD,
        NEW,
        verdict=REFUTED,
        tally="1",
        evidence="counts new, context c",
        correction="between new",
    ),
    "one on the last day of the anchor": none(
        SINCE_2012, one("x", "2012-12-31"), verdict=SUPPORTED
    ),
    "one on the day after": none(
        SINCE_2012, one("x", "2013-01-01"), verdict=REFUTED, correction="between x"
    ),
    "one that began before": none(SINCE_2012, one("x", "2012-12-31/2013-01-02"), verdict=SUPPORTED),
    "perhaps one since": none(
        SINCE_2012,
        OLD,
        verdict=OPEN,
        covered=(),
        tally="0-",
        gaps="coverage",
        evidence="",
    ),
    "a record that is complete since then": none(
        SINCE_2012,
        verdict=SUPPORTED,
        covered=[covers("person:ann", when="2013-01-01/..", id="c")],
    ),
    "one, perhaps since": none(
        SINCE_2012,
        OLD,
        one("x", "[2012-12-31,2013-01-01]"),
        verdict=OPEN,
        tally="0-1",
        evidence="may-count x, context c",
        gaps="date x",
    ),
    "what is open of those before doesn't matter": none(
        SINCE_2012,
        one("old", "2011-03-01", status="disputed"),
        one("x", "[2012-12-31,2013-01-01]"),
        verdict=OPEN,
        gaps="date x",
    ),
    "sources disagree": none(
        SINCE_2012,
        one("x", "2014-01-01", status="disputed"),
        verdict=CONFLICTING,
        evidence="may-count x, context c",
        gaps="dispute x",
    ),
    "since vague words": none(SINCE_ABOUT_2012, one("x", "2012-08-01"), verdict=OPEN, gaps="vague"),
    "since vague words, and none after": none(
        SINCE_ABOUT_2012, one("x", "2012-06-01"), verdict=SUPPORTED
    ),
    "since words without a sure day": none(
        SinceDays(window("2012~")), one("x", "2012-01-02"), verdict=OPEN, gaps="vague"
    ),
    "later than the as-of day": none(SINCE_2012, NEW, verdict=SUPPORTED, as_of="2015-02-28"),
}
LANDMARKS: Final = {
    "its first day": none(SinceLandmark("flood"), one("x", "2012-06-01"), verdict=SUPPORTED),
    "the day after its first": none(
        SinceLandmark("flood"), one("x", "2012-06-02"), verdict=REFUTED, correction="between x"
    ),
    "a date not known well": none(
        SinceLandmark("drought"), one("x", "2012-06-02"), verdict=OPEN, gaps="date"
    ),
    "one that the record doesn't hold": none(SinceLandmark("plague"), verdict=OPEN, gaps="date"),
    "the first since": first(
        met(window="2015"), SinceLandmark("flood"), OLD, NEW, NEWER, verdict=SUPPORTED
    ),
    "the first since one that the record doesn't hold": first(
        met(window="2015"), SinceLandmark("plague"), NEW, verdict=OPEN, gaps="date"
    ),
}
TENURES: Final = {
    "the first day of the tenure counts": none(
        IN_OFFICE,
        one("x", "2009-01-20"),
        verdict=REFUTED,
        rows={"tenures": [TERM]},
        evidence="counts x, context t1, context c",
    ),
    "the day before it does not": none(
        IN_OFFICE,
        one("x", "2009-01-19"),
        verdict=SUPPORTED,
        rows={"tenures": [TERM]},
        evidence="context t1, context c",
    ),
    "the latest tenure": none(
        IN_OFFICE,
        one("x", "2013-05-01"),
        verdict=SUPPORTED,
        rows={"tenures": [TERM, SECOND]},
        evidence="context t2, context c",
    ),
    "the latest by the as-of day": none(
        IN_OFFICE,
        one("x", "2013-05-01"),
        verdict=REFUTED,
        as_of="2013-12-31",
        rows={"tenures": [TERM, SECOND]},
    ),
    "never in the office": none(IN_OFFICE, verdict=REFUTED, correction=""),
    "not yet in the office": none(
        IN_OFFICE, verdict=REFUTED, as_of="2008-01-01", rows={"tenures": [TERM]}
    ),
    "perhaps in the office again": none(
        IN_OFFICE,
        one("x", "2011-05-01"),
        one("y", "2012-03-01", status="disputed"),
        verdict=REFUTED,
        covered=[COMPLETE[0], covers("person:ann", kind="tenure", when="0001-01-01/2010-12-31")],
        as_of="2010-12-31",
        rows={"tenures": [tenure("ann", "us-president", "2011-01-20/..")]},
    ),
    "tenures not known": none(
        IN_OFFICE,
        one("x", "2011-05-01"),
        verdict=OPEN,
        covered=COMPLETE[:1],
        rows={"tenures": [TERM]},
        gaps="tenure",
    ),
    "a start not known well": none(
        IN_OFFICE,
        one("x", "2009-01-10"),
        verdict=OPEN,
        rows={"tenures": [tenure("ann", "us-president", "2009-01/2013", id="t")]},
        evidence="may-count x, context t, context c",
        gaps="date t",
    ),
}
EVENTS: Final = {
    "since the last event": none(
        SinceEvent(went()),
        OLD,
        verdict=SUPPORTED,
        rows={"visits": [VISIT, visit("ann", "ch", "2010-01-01", id="v0")]},
        evidence="context v, context c",
    ),
    "on its day": none(
        SinceEvent(went()), one("x", "2013-05-01"), verdict=SUPPORTED, rows={"visits": [VISIT]}
    ),
    "after its first day": none(
        SinceEvent(went()),
        one("x", "2013-05-02"),
        verdict=REFUTED,
        rows={"visits": [visit("ann", "ru", "2013-05-01/2013-05-03", id="v")]},
        correction="between x",
    ),
    "since no event": none(SinceEvent(went()), verdict=REFUTED, correction=""),
    "since an event not known": none(
        SinceEvent(went()),
        one("x", "2011-05-01"),
        verdict=OPEN,
        covered=COMPLETE[:1],
        gaps="coverage, date",
    ),
    "since an event that is disputed": none(
        SinceEvent(went()),
        OLD,
        verdict=CONFLICTING,
        rows={"visits": [visit("ann", "ru", "2013-05-01", id="v", status="disputed")]},
        evidence="context v, context c",
        gaps="date, dispute v",
    ),
    "the first since the last event before it": first(
        met(window="2015"),
        SinceEvent(went()),
        OLD,
        NEW,
        verdict=SUPPORTED,
        rows={"visits": [VISIT, visit("ann", "ru", "2017-01-01", id="later")]},
        evidence="counts new, context v, context c",
    ),
    "the first since another of its kind": first(
        met(window="2016"),
        SinceEvent(met(place="geneva")),
        one("g", "2010-01-01", "geneva"),
        NEWER,
        verdict=SUPPORTED,
        evidence="counts newer, context g, context c",
    ),
    "on the day of the event, but later": first(
        met(window="2015"),
        SinceEvent(met(place="geneva")),
        one("am", "2015-03-01", "geneva", sequence=1),
        one("pm", "2015-03-01", sequence=2),
        verdict=REFUTED,
    ),
    "the first since an event not known": first(
        met(window="2015"),
        SinceEvent(went()),
        NEW,
        verdict=OPEN,
        covered=COMPLETE[:1],
        gaps="coverage, date, date",
    ),
    "one not on record, since an event that is disputed": first(
        met(),
        SinceEvent(went()),
        OLD,
        verdict=CONFLICTING,
        covered=COMPLETE[1:],
        rows={"visits": [visit("ann", "ru", "2013-05-01", id="v", status="disputed")]},
        gaps="coverage, date, dispute v",
    ),
    "the first since none": first(met(window="2015"), SinceEvent(went()), NEW, verdict=REFUTED),
    "one not on record, since an event not known": first(
        met(window="2015"),
        SinceEvent(went()),
        verdict=OPEN,
        covered=(),
        gaps="coverage, coverage, date",
    ),
    "one not on record, since no event": first(
        met(window="2015"), SinceEvent(went()), verdict=REFUTED, covered=COMPLETE[1:]
    ),
}
FIRST: Final = {
    "one that may be the one that is meant, and one on the anchor's last day": first(
        met(place="geneva"),
        SINCE_2012,
        one("edge", "2012-12-31"),
        encounter("ann bob", "2015-03-01", id="x"),
        verdict=OPEN,
        tally="0-",
        gaps="place x",
    ),
    "the first since": first(
        met(window="2015"),
        SINCE_2012,
        OLD,
        NEW,
        NEWER,
        verdict=SUPPORTED,
        evidence="counts new, context c",
    ),
    "the first since, by another place": first(
        met(place="geneva"),
        SINCE_2012,
        NEW,
        NEWER,
        verdict=REFUTED,
        evidence="instead new, context c",
        correction="between new",
    ),
    "two between": first(
        met(window="2016"),
        SINCE_2012,
        NEW,
        one("new2", "2015-04-01"),
        NEWER,
        verdict=REFUTED,
        correction="between new new2",
    ),
    "before the anchor": first(
        met(window="2011"), SINCE_2012, OLD, verdict=REFUTED, correction="", evidence="context c"
    ),
    "another day": first(
        met(window="2015-03-02"), SINCE_2012, NEW, verdict=REFUTED, correction="date new"
    ),
    "nothing took place": first(met(), SINCE_2012, verdict=REFUTED, correction=""),
    "one not on record between": first(
        met(window="2015"),
        SINCE_2012,
        NEW,
        verdict=OPEN,
        covered=[covers("person:ann", when="2014-01-01/..", id="c")],
        evidence="may-count new, context c",
        gaps="coverage",
    ),
    "one not on record later": first(
        met(window="2015"),
        SINCE_2012,
        NEW,
        verdict=SUPPORTED,
        covered=[covers("person:ann", when="0001-01-01/2015-12-31")],
    ),
    "one not on record may be it": first(
        met(window="2014"), SINCE_2012, NEW, verdict=OPEN, covered=(), gaps="coverage, coverage"
    ),
    "one not on record is after one that is": first(
        met(window="2016"),
        SINCE_2012,
        NEW,
        verdict=REFUTED,
        covered=(),
        correction="date new",
    ),
    "one not on record is before the anchor": first(
        met(window="2011"), SINCE_2012, verdict=REFUTED, covered=()
    ),
    "one of the day, without order": first(
        met(place="geneva"),
        SINCE_2012,
        one("a", "2015-03-01", "geneva"),
        one("b", "2015-03-01"),
        verdict=OPEN,
        gaps="order b",
    ),
    "one of the day, in order": first(
        met(place="geneva"),
        SINCE_2012,
        one("a", "2015-03-01", "geneva", sequence=1),
        one("b", "2015-03-01", sequence=2),
        verdict=SUPPORTED,
        evidence="counts a, context c",
    ),
    "the one between is meant too": first(
        met(window="2015"), SINCE_2012, NEW, one("x", "2015-02"), verdict=SUPPORTED
    ),
    "the one between may not have taken place": first(
        met(window="2016"),
        SINCE_2012,
        one("new", "2015-03-01", status="disputed"),
        NEWER,
        verdict=CONFLICTING,
        evidence="may-count newer, context c",
        gaps="dispute new",
    ),
    "perhaps between": first(
        met(window="2016"),
        SINCE_ABOUT_2012,
        one("x", "2012-08-01"),
        NEWER,
        verdict=OPEN,
        gaps="vague",
    ),
    "what is open before the anchor doesn't matter": first(
        met(window="2015"),
        SINCE_2012,
        one("old", "2011", status="disputed"),
        one("new", "2015-03-01", "ru"),
        verdict=SUPPORTED,
    ),
}


@each(NONE)
def test_none_comes_after_the_anchor(case: Case) -> None:
    check(case)


@each(FIRST)
def test_none_comes_between_the_anchor_and_the_event(case: Case) -> None:
    check(case)


@each(LANDMARKS)
def test_counting_starts_after_a_landmarks_first_day(case: Case) -> None:
    check(case)


@each(TENURES)
def test_counting_starts_with_the_first_day_of_the_latest_tenure(case: Case) -> None:
    check(case)


@each(EVENTS)
def test_counting_starts_after_the_day_of_the_last_event(case: Case) -> None:
    check(case)


@pytest.mark.parametrize(
    ("case", "left"),
    [
        pytest.param(
            none(SINCE_2012, verdict=OPEN, covered=()), "2013-01-01/2020-12-31", id="none"
        ),
        pytest.param(
            first(met(), SINCE_2012, NEW, verdict=OPEN, covered=()),
            "2013-01-01/2020-12-31",
            id="first",
        ),
    ],
)
def test_what_is_not_on_record_matters_after_the_anchor_only(case: Case, left: str) -> None:
    assert judge(case).gaps == (Gap(Lack.COVERAGE, None, days(left)),)
