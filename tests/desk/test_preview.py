"""What is told of a meeting supposed is what the record would support if it held the meeting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Final

import pytest

from summitry.desk.continued import continued
from summitry.desk.facts import rules_of
from summitry.desk.preview import preview
from summitry.model.bounds import Bounds, Tally
from summitry.model.claims import Claim, FirstSince, HowMany, SinceEvent, WhichOne
from summitry.model.events import EventKind
from summitry.model.findings import Finding, Verdict
from summitry.model.rules import Unit, counting_rules
from summitry.model.selection import Holder
from summitry.reckoning import evaluate
from summitry.record.memory import MemoryRecord
from summitry.record.open import open_content
from summitry.telling.foretold import after, condition, says
from summitry.telling.preview import Preview, Prospect
from tests.records import covers, encounter, office, person, place, record, series, tenure, visit

BUNDLED: Final = MemoryRecord(open_content(None))
SCENES: Final = {
    "Budapest": ("Donald Trump", "Vladimir Putin", "2026-12-01", "Budapest", None),
    "Moscow": ("Vladimir Putin", "President of the United States", "2026-06-12", "Moscow", None),
    "at a G20": ("Donald Trump", "Vladimir Putin", "2026-12-14", "Washington", "G20"),
    "in the past": ("Donald Trump", "Vladimir Putin", "2025-12-01", "Helsinki", None),
    "out of office": ("Joe Biden", "Vladimir Putin", "2026-12-01", "Geneva", None),
    "strangers": ("JD Vance", "Dmitry Medvedev", "2026-12-01", "Geneva", None),
    "a country": ("Donald Trump", "Vladimir Putin", "2026-12-01", "Russia", None),
}


@cache
def told(name: str) -> Preview:
    a, b, on, where, at = SCENES[name]
    return preview(a, b, BUNDLED, on=date.fromisoformat(on), place=where, at=at)


def prospects(of: Preview) -> tuple[Prospect, ...]:
    return (*of.firsts, *of.counts)


def holding(of: Preview, *, carried_on: bool = True, meeting: bool = True) -> MemoryRecord:
    """The record as it would be if the meeting had been put into it."""
    content = BUNDLED.content
    if carried_on:
        content = replace(content, coverage=continued(content.coverage, of.on))
    if meeting:
        known = {one.id for one in content.occasions}
        more = [o for o in of.names.occasions.values() if o.id not in known]
        content = replace(
            content,
            encounters=(*content.encounters, of.meeting),
            visits=(*content.visits, *of.visits),
            occasions=(*content.occasions, *more),
        )
    return MemoryRecord(content)


def find(claim: Claim, view: MemoryRecord, on: date) -> Finding:
    return evaluate(claim, view, as_of=on, rules=rules_of(claim))


@pytest.mark.parametrize("name", SCENES)
def test_every_sentence_is_supported_by_the_record_with_the_meeting(name: str) -> None:
    of = told(name)
    view = holding(of)
    wrong = [
        says(one, of.names)
        for one in prospects(of)
        if find(one.claim, view, of.on).verdict is not Verdict.SUPPORTED
    ]
    assert wrong == []
    before = holding(of, meeting=False)
    for one in of.before:
        assert find(one.claim, before, of.on).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize("name", SCENES)
def test_what_is_so_whatever_has_happened_needs_nothing_supposed(name: str) -> None:
    of = told(name)
    view = holding(of, carried_on=False)
    for one in prospects(of):
        found = find(one.claim, view, of.on).verdict
        if one.known_to is None:
            assert found is Verdict.SUPPORTED
        else:
            assert one.known_to < of.on
            assert one.known_to >= (of.known_to or one.known_to)
    assert bool(condition(of)) == any(one.known_to for one in (*prospects(of), *of.before))


def tally(claim: WhichOne | HowMany, view: MemoryRecord, on: date) -> Tally:
    asked = HowMany(selection=claim.selection, number=Bounds(0, None), rules=claim.rules)
    found = find(asked, view, on).tally
    assert found is not None
    return found


@pytest.mark.parametrize("name", SCENES)
def test_the_number_is_that_before_and_what_the_meeting_adds(name: str) -> None:
    of = told(name)
    before = holding(of, meeting=False)
    for one in of.counts:
        assert isinstance(one.claim, WhichOne | HowMany)
        was = tally(one.claim, before, of.on)
        is_event = counting_rules()[one.claim.rules[0]].unit is Unit.EVENT
        if isinstance(one.claim, WhichOne):
            assert was.surely == was.possibly
            assert one.claim.position - was.surely in ({1} if is_event else {0, 1})
        else:
            assert one.claim.number.least - was.surely in ({1} if is_event else {0, 1})
            assert (one.claim.number.most is None) == (was.possibly is None)


@pytest.mark.parametrize("name", SCENES)
def test_each_rule_that_is_named_gives_the_number(name: str) -> None:
    of = told(name)
    view = holding(of)
    for one in of.counts:
        assert isinstance(one.claim, WhichOne | HowMany)
        assert one.rules[:1] == one.claim.rules
        given = {tally(replace(one.claim, rules=(rule,)), view, of.on) for rule in one.rules}
        assert len(given) == 1


@pytest.mark.parametrize("name", SCENES)
def test_what_is_open_is_neither_so_nor_not(name: str) -> None:
    of = told(name)
    view = holding(of)
    for finding in of.unknown:
        assert find(finding.claim, view, of.on).verdict is Verdict.NOT_ENOUGH_EVIDENCE
        assert finding.gaps


@pytest.mark.parametrize("name", SCENES)
def test_the_record_is_left_as_it_is(name: str) -> None:
    assert told(name).meeting.id not in {event.id for event in BUNDLED.events()}
    assert BUNDLED.about().digest == MemoryRecord(open_content(None)).about().digest


@pytest.mark.parametrize("name", SCENES)
def test_evidence_is_on_record_and_cited(name: str) -> None:
    of = told(name)
    for one in (*prospects(of), *of.before):
        for evidence in one.evidence:
            assert BUNDLED.event(evidence.row.id) == evidence.row
            assert evidence.citations
    for one in of.firsts:
        assert bool(one.evidence) == isinstance(one.claim, FirstSince)


def test_firsts_are_ranked_by_how_long_it_has_not_been_so() -> None:
    for name in SCENES:
        since = [of.last.outer.last for of in told(name).firsts if of.last is not None]
        assert since == sorted(since)


# --- what is told of some scenes -----------------------------------------------------------------


def sentences(of: Preview) -> list[str]:
    return [says(one, of.names) for one in prospects(of)]


def test_a_third_meeting_of_their_own_in_budapest() -> None:
    said = sentences(told("Budapest"))
    assert said[0] == "It would be their first meeting in Hungary."
    assert (
        "It would be their first meeting since their meeting in Anchorage on 15 August 2025."
        in said
    )
    assert (
        "It would be their third meeting, counting standalone meetings only, while both led"
        " their countries, none on the margins of larger gatherings."
    ) in said
    (budapest,) = told("Budapest").before
    assert [one.row.id for one in budapest.evidence] == ["budapest-1994"]


def test_a_president_s_first_visit_since() -> None:
    of = told("Moscow")
    visits = [one for one in of.firsts if one.claim.selection.kind is EventKind.VISIT]  # type: ignore[union-attr]
    since = [one for one in visits if isinstance(one.claim, FirstSince)]
    assert [one.evidence[0].row.id for one in since] == ["obama-ru-2013-09"]
    assert after(of, since[0]) == "12 years, nine months and six days"


def test_a_day_that_is_past_supposes_nothing_of_later_days() -> None:
    assert told("in the past").known_to is None
    assert condition(told("in the past")) == ""


def small(**more: object) -> MemoryRecord:
    parts: dict[str, object] = {
        "offices": [office("aa-leader", country="aa"), office("bb-leader", country="bb")],
        "places": [
            place("aa", kind="country"),
            place("bb", kind="country"),
            place("cc", kind="country"),
            place("alpha", within="aa"),
            place("gamma", within="cc"),
        ],
        "series": [series("g9")],
        "people": [person("anna-a", born="1950-01-01"), person("ben-b", born="1950-01-01")],
        "tenures": [
            tenure("anna-a", "aa-leader", "2001-01-01/.."),
            tenure("ben-b", "bb-leader", "2001-01-01/.."),
        ],
    }
    return record(**(parts | more))


def asked(view: MemoryRecord, where: str = "gamma", **more: str) -> Preview:
    return preview("anna-a", "ben-b", view, on=date(2026, 5, 14), place=where, **more)


def test_a_pair_that_never_met_would_meet_for_the_first_time() -> None:
    known = [covers("person:anna-a", "person:ben-b", "1950-01-01/2025-12-31")]
    of = asked(small(coverage=known))
    assert sentences(of)[0] == "It would be their first meeting."
    assert not any("meeting in Cc" in one for one in sentences(of)), "it goes without saying"
    assert of.known_to == date(2025, 12, 31)


def test_without_coverage_what_is_on_record_is_a_least_number() -> None:
    met = encounter("anna-a ben-b", "[2017-11-08..2017-11-10]", id="met", setting="")
    of = asked(small(encounters=[met]))
    least = "It would be at least their second meeting, counting every encounter"
    assert sentences(of) == [f"{least}, group sessions included."]
    assert of.known_to is None
    (pair, *_) = of.unknown
    assert isinstance(pair.claim, FirstSince)
    days = [gap.days.earliest for gap in pair.gaps if gap.days is not None]
    assert min(filter(None, days)) == date(2017, 11, 9)


def test_who_is_at_home_makes_no_visit() -> None:
    there = asked(small(), "alpha")
    assert [visit.person for visit in there.visits] == ["ben-b"]
    assert there.meeting.host == "anna-a"
    both = asked(small())
    assert {visit.person for visit in both.visits} == {"anna-a", "ben-b"}
    assert both.meeting.host is None


def test_a_visit_is_the_first_since_the_last() -> None:
    known = [
        covers("office:bb-leader", kind="visit", when="1950-01-01/2025-12-31", country="aa"),
        covers("office:bb-leader", kind="tenure", when="1950-01-01/2025-12-31"),
    ]
    came = visit("ben-b", "aa", "2009-05-01/2009-05-03", id="came")
    of = asked(small(coverage=known, visits=[came]), "alpha")
    (since,) = [one for one in of.firsts if isinstance(one.claim, FirstSince)]
    assert isinstance(since.claim, FirstSince)
    assert isinstance(since.claim.anchor, SinceEvent)
    assert since.claim.selection.who == Holder("bb-leader")
    assert after(of, since) == "17 years and 11 days"


def test_at_a_series_it_is_at_any_gathering_of_it() -> None:
    of = asked(small(), at="g9")
    assert of.series == "g9"
    assert of.names.occasions[of.meeting.occasion or ""].series == "g9"
    assert not of.meeting.host


@pytest.mark.parametrize("name", SCENES)
def test_the_condition_names_the_earliest_day(name: str) -> None:
    of = told(name)
    days = [one.known_to for one in (*prospects(of), *of.before) if one.known_to]
    assert of.known_to == min(days, default=None)
