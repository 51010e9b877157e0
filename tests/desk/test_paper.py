"""What a page for readers tells besides a history: each claim of it is Supported."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from summitry.desk.paper import MOST_HEADLINES, MOST_OF_A_KIND, paper
from summitry.desk.records import open_record
from summitry.model.bounds import Bounds
from summitry.model.claims import ClaimKind, FirstSince, HowMany, SinceEvent, kind_of
from summitry.model.events import EventKind, Setting
from summitry.model.findings import Verdict
from summitry.model.rules import counting_rules
from summitry.model.selection import Holder, Someone
from summitry.reckoning import evaluate
from summitry.telling.paper import Paper
from summitry.telling.tell import tell
from tests.desk.test_history import small
from tests.records import covers, encounter

TODAY: Final = date(2026, 1, 1)
PAIRS: Final = (
    ("Vladimir Putin", "President of the United States"),
    ("Harry S. Truman", "Joseph Stalin"),
    ("George W. Bush", "Vladimir Putin"),
)


def told(a: str, b: str) -> Paper:
    return paper(a, b, open_record(None), as_of=None, today=TODAY)


@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_headlines_and_totals_are_supported(a: str, b: str) -> None:
    page, view = told(a, b), open_record(None)
    claims = [fact.claim for fact in page.headlines] + [one.claim for one in page.totals]
    assert page.totals
    for claim in claims:
        rules = [counting_rules()[rule] for rule in claim.rules]
        finding = evaluate(claim, view, as_of=page.history.as_of, rules=rules)
        assert finding.verdict is Verdict.SUPPORTED, tell(claim, page.history.names)


@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_each_rule_of_a_total_gives_its_number(a: str, b: str) -> None:
    page, view = told(a, b), open_record(None)
    for total in page.totals:
        for rule in total.rules:
            finding = evaluate(
                HowMany(selection=total.claim.selection, number=Bounds(0, None), rules=(rule,)),
                view,
                as_of=page.history.as_of,
                rules=[counting_rules()[rule]],
            )
            assert finding.tally is not None
            assert finding.tally.bounds == total.claim.number


@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_headlines_are_few_and_of_several_kinds(a: str, b: str) -> None:
    headlines = told(a, b).headlines
    kinds = [kind_of(fact.claim) for fact in headlines]
    assert len(set(headlines)) == len(kinds)
    assert len(kinds) <= MOST_HEADLINES
    assert all(kinds.count(kind) <= MOST_OF_A_KIND for kind in ClaimKind)


def test_that_they_never_met_where_one_never_was_goes_without_saying() -> None:
    page = told("Harry S. Truman", "Joseph Stalin")
    never = [
        (fact.claim.selection.kind, fact.claim.selection.place)
        for fact in page.headlines
        if isinstance(fact.claim, HowMany) and fact.claim.number.most == 0
    ]
    visited = {place for kind, place in never if kind is EventKind.VISIT}
    met = {place for kind, place in never if kind is EventKind.ENCOUNTER}
    assert visited
    assert not visited & met


def test_what_was_so_longest_comes_first() -> None:
    page = told("Vladimir Putin", "President of the United States")
    gaps = [
        fact.claim.that.window.possibly.first - fact.claim.anchor.selection.window.possibly.last
        for fact in page.headlines
        if isinstance(fact.claim, FirstSince) and isinstance(fact.claim.anchor, SinceEvent)
    ]
    assert len(gaps) > 1
    assert gaps == sorted(gaps, reverse=True)


def test_a_rare_thing_is_told_of_those_who_met_often() -> None:
    often = [
        encounter("anna-a ben-b", f"200{n}-05-01", id=f"met-{n}", setting="sidelines", place="aa")
        for n in range(2, 7)
    ]
    once = encounter("anna-a ben-b", "2007-05-01", id="once", setting="bilateral", place="aa")
    view = small(
        encounters=[*often, once],
        visits=[],
        coverage=[covers("person:anna-a", "person:ben-b")],
    )
    page = paper("anna-a", "ben-b", view, as_of=date(2009, 1, 1), today=TODAY)
    rare = [f.claim for f in page.headlines if isinstance(f.claim, HowMany)]
    assert {(one.number, one.selection.place, one.selection.settings) for one in rare} == {
        (Bounds.exactly(1), None, frozenset({Setting.BILATERAL})),
        (Bounds.exactly(0), "bb", frozenset[Setting]()),
    }


def test_related_pages_are_of_others() -> None:
    page = told("George W. Bush", "Vladimir Putin")
    assert (Someone("george-w-bush"), Someone("vladimir-putin")) not in page.related
    assert any(isinstance(other, Holder) for _, other in page.related)
    assert len(set(page.related)) == len(page.related)
    assert all(one != other for one, other in page.related)
