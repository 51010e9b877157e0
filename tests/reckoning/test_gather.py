"""What matches, recorded or not, whatever the order in which a store gives it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summitry.model.claims import ClaimKind
from summitry.model.days import NO_DAY
from summitry.model.events import Event, EventKind
from summitry.model.findings import Finding, Gap, Lack
from summitry.model.selection import Selection
from summitry.model.truth import Truth
from summitry.reckoning import Frame, evaluate
from summitry.reckoning.asked import NO_RULE, ask
from summitry.reckoning.gather import Gathered, gather, narrowing
from summitry.record.view import EVERYTHING, Narrowing
from tests.reckoning.cases import Parts, days, met, went
from tests.reckoning.small_claims import KINDS, cases
from tests.reckoning.small_records import SmallRecord
from tests.records import covers, encounter, record, tenure

MET: Final = encounter("ann bob", "2011-03-02", id="met")
MAYBE: Final = encounter("ann bob", "2012-03-02", id="maybe", status="disputed")
PLANNED: Final = encounter("ann bob", "2013-03-02", id="planned", status="planned")


def gathered(*rows: Parts, chosen: Selection, as_of: date = date(2020, 12, 31)) -> Gathered:
    frame = Frame.of(record(encounters=rows, coverage=[covers("person:ann")]), as_of)
    return gather(ask(chosen, NO_RULE, frame.names), frame)


def test_what_matches_is_sure_or_may_be_and_the_rest_is_left_out() -> None:
    found = gathered(MET, MAYBE, PLANNED, chosen=met())
    assert found.sure == (MET,)
    assert found.maybe == (MAYBE,)
    assert found.gaps == {Gap(Lack.DISPUTE, "maybe")}
    assert found.open == NO_DAY
    told = [found.truth_of(event) for event in (MET, MAYBE, PLANNED)]
    assert told == [Truth.TRUE, Truth.UNKNOWN, Truth.FALSE]


@pytest.mark.parametrize(
    ("rows", "chosen", "truth"),
    [
        pytest.param([MET], met(), Truth.TRUE, id="one that matches"),
        pytest.param([MAYBE], met(), Truth.UNKNOWN, id="one that may"),
        pytest.param([PLANNED], met(), Truth.FALSE, id="none, and none is missing"),
        pytest.param([MET], met("bob", "cat"), Truth.UNKNOWN, id="none, and some may be missing"),
    ],
)
def test_some_event_matches(rows: Parts, chosen: Selection, truth: Truth) -> None:
    assert gathered(*rows, chosen=chosen).exists() is truth


@pytest.mark.parametrize(
    ("chosen", "wish"),
    [
        (
            met(window="2011"),
            Narrowing(
                kind=EventKind.ENCOUNTER,
                people=frozenset({"ann", "bob"}),
                days=days("2011-01-01/2011-06-30"),
            ),
        ),
        (
            went("@us-president", window="2011-05-01/.."),
            Narrowing(kind=EventKind.VISIT, days=days("2011-05-01/2011-06-30")),
        ),
        (
            met("ann@us-president", "", window="2013"),
            Narrowing(kind=EventKind.ENCOUNTER, people=frozenset({"ann"}), days=NO_DAY),
        ),
    ],
)
def test_a_store_is_asked_for_no_more_than_may_match(chosen: Selection, wish: Narrowing) -> None:
    term = tenure("ann", "us-president", "2009-01-20/..")
    frame = Frame.of(record(tenures=[term]), date(2011, 6, 30))
    assert narrowing(ask(chosen, NO_RULE, frame.names), frame) == wish


@dataclass(frozen=True)
class Turned(SmallRecord):
    """The same record from a store that gives what it has in another order, and too much."""

    def events(self, narrowing: Narrowing = EVERYTHING) -> tuple[Event, ...]:
        del narrowing
        return self.rows[::-1]


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=30)
@given(data=st.data())
def test_findings_do_not_hang_on_what_a_store_gives_and_in_what_order(
    kind: ClaimKind, data: st.DataObject
) -> None:
    case = data.draw(cases(kind))
    turned = Turned(**{name: getattr(case.record, name) for name in SmallRecord.__match_args__})
    found = [
        evaluate(case.claim, view, as_of=case.as_of, rules=case.rules)
        for view in (case.record, turned)
    ]
    assert _said(found[0]) == _said(found[1])


@dataclass(frozen=True)
class Unasked(SmallRecord):
    """The same record from a store that has no event looked up that it gave before."""

    def event(self, id: str) -> Event | None:
        raise AssertionError(f"{id} is looked up again")


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=10)
@given(data=st.data())
def test_what_a_finding_rests_on_is_not_looked_up_again(
    kind: ClaimKind, data: st.DataObject
) -> None:
    case = data.draw(cases(kind))
    view = Unasked(**{name: getattr(case.record, name) for name in SmallRecord.__match_args__})
    finding = evaluate(case.claim, view, as_of=case.as_of, rules=case.rules)
    rows = {event.id: event for event in view.rows}
    assert all(one.row == rows.get(one.row.id, one.row) for one in finding.evidence)


def _said(finding: Finding) -> tuple[object, ...]:
    return (
        finding.verdict,
        finding.rule,
        finding.counts,
        set(finding.gaps),
        Counter((one.bearing, one.row.id) for one in finding.evidence),
    )
