"""What is proposed of sentences, by a small record."""

from __future__ import annotations

from random import Random
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.desk.proposing.gathering import Gathering
from summitry.desk.proposing.heard import Heard
from summitry.desk.proposing.matching import Aside, Matcher
from summitry.model.events import Event, EventKind
from summitry.model.proposals import Proposal, Relation
from summitry.model.when import When
from tests.desk.proposing.told import CONTENT, NAMES, sure, told

NEW, CONFLICTS = Relation.NEW, Relation.CONFLICTS
DETAIL, SOURCE = Relation.ADDS_DETAIL, Relation.ADDS_SOURCE


def gathered(*reports: Heard, kept: tuple[Proposal, ...] = ()) -> Gathering:
    events: tuple[Event, ...] = (*CONTENT.encounters, *CONTENT.visits)
    gathering = Gathering(Matcher(events, NAMES), NAMES, kept)
    gathering.gather(reports)
    return gathering


def proposed(*reports: Heard, kept: tuple[Proposal, ...] = ()) -> list[Proposal]:
    return list(gathered(*reports, kept=kept).proposals(lambda *_: False))


TOLD: Final[list[tuple[dict[str, Any], Relation | Aside, str]]] = [
    # The record has it.
    ({"when": "2021-06-16", "place": "geneva"}, SOURCE, "geneva-talks"),
    ({"when": "2021-06-16", "place": "ch"}, SOURCE, "geneva-talks"),
    ({"when": "2021-06"}, SOURCE, "geneva-talks"),
    ({"when": "2021", "mode": "phone"}, SOURCE, "call"),
    ({"when": "2018-05"}, SOURCE, "three"),
    ({"people": "ann-ash", "event": "visit", "when": "2021-06-15", "place": "ch"}, SOURCE, "stay"),
    ({"when": "2015", "series": "g9"}, SOURCE, "oslo"),
    # With less.
    ({"when": "2021-06-16", "place": "villa"}, DETAIL, "geneva-talks"),
    ({"when": "2021-06-16", "settings": ["bilateral"]}, DETAIL, "geneva-talks"),
    ({"when": "2021-06-16", "occasion": "summit"}, DETAIL, "geneva-talks"),
    ({"when": "2018-05-02"}, DETAIL, "three"),
    ({"when": "2018-05", "place": "bern"}, DETAIL, "three"),
    ({"place": "villa", "mode": "phone"}, DETAIL, "call"),
    (
        {"kind": "detail", "when": "2021-06-16", "least": 60, "most": 90},
        DETAIL,
        "geneva-talks",
    ),
    (
        {"people": "ann-ash", "event": "visit", "when": "2021-06", "visit_kinds": ["state"],
         "place": "ch"},
        DETAIL,
        "stay",
    ),
    # Otherwise.
    ({"when": "2021-06-15", "place": "geneva"}, CONFLICTS, "geneva-talks"),
    ({"when": "2021-06-16", "place": "vienna"}, CONFLICTS, "geneva-talks"),
    (
        {"people": "ann-ash cid-cole", "kind": "detail", "when": "2017", "least": 120, "most": 120},
        CONFLICTS,
        "short",
    ),
    # Not at all.
    ({"when": "2022-06-16", "place": "geneva"}, NEW, ""),
    ({"when": "2021-06-15"}, NEW, ""),
    ({"when": "2021-06-16", "mode": "letter"}, NEW, ""),
    ({"people": "bob-birch cid-cole", "when": "2021-06-16"}, NEW, ""),
    ({"people": "ann-ash cid-cole", "when": "2016-01-01"}, NEW, ""),
    ({"people": "bob-birch", "event": "visit", "when": "2021-06", "place": "geneva"}, NEW, ""),
    ({"when": "2015-07-01", "series": "g8"}, NEW, ""),
    # Nobody can say.
    ({"when": "2015"}, Aside.SEVERAL, ""),
    ({"when": "2019-03"}, Aside.SEVERAL, ""),
    ({"when": "2019"}, Aside.SEVERAL, ""),
    ({}, Aside.SEVERAL, ""),
    ({"when": "2023"}, Aside.VAGUE, ""),
    ({"place": "geneva"}, Aside.SEVERAL, ""),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "expected", "event"), TOLD, ids=str)
def test_a_sentence_is_held_against_the_record(
    cells: dict[str, Any], expected: Relation | Aside, event: str
) -> None:
    gathering = gathered(sure(told(**cells)))
    found = list(gathering.proposals(lambda *_: False))
    if isinstance(expected, Aside):
        assert (found, dict(gathering.aside)) == ([], {expected: 1})
    else:
        [one] = found
        assert (one.relation, one.matched or "") == (expected, event)
        assert one.because
        assert "\n" not in one.because


@pytest.mark.parametrize(
    "cells",
    [
        {"kind": "how_many", "least": 0, "most": 0},
        {"kind": "none_since"},
        {"kind": "who"},
        {"kind": "held", "event": None},
        {"people": "ann-ash", "offices": ["president"]},
        {"people": "ann-ash nobody-known"},
        {"when": "2026", "published": "2025-01-01"},
    ],
    ids=str,
)
def test_what_tells_of_no_single_event_proposes_nothing(cells: dict[str, Any]) -> None:
    assert told(**cells) is None


def test_what_was_published_was_over() -> None:
    one = sure(told(when="2024", published="2024-03-05"))
    assert (one.sight.days.earliest, one.sight.days.latest) == (
        sure(told(when="2024-01-01")).sight.days.earliest,
        sure(told(when="2024-03-05")).sight.days.earliest,
    )


def test_reports_of_one_event_that_the_record_lacks_are_one_proposal() -> None:
    exact = sure(told(when="2022-06-16", place="geneva"))
    vaguer = sure(told(when="2022-06", place="ch"))
    year = sure(told(when="2022"))
    [one] = proposed(year, vaguer, exact)
    assert one.relation is NEW
    assert len(one.reports) == 3
    assert isinstance(one.event.when, When)
    assert one.event.when == When(exact.sight.days)
    assert one.event.place == "geneva"


def test_reports_that_contradict_each_other_are_apart() -> None:
    found = proposed(
        sure(told(when="2022-06-16", place="geneva")), sure(told(when="2022-06-16", place="vienna"))
    )
    assert [one.relation for one in found] == [NEW, NEW]
    assert sorted(one.event.place for one in found) == ["geneva", "vienna"]


def test_what_may_be_of_two_new_events_is_left_aside() -> None:
    gathering = gathered(
        sure(told(when="2022-06-16")), sure(told(when="2022-06-20")), sure(told(when="2022-06"))
    )
    assert len(list(gathering.proposals(lambda *_: False))) == 2
    assert dict(gathering.aside) == {Aside.SEVERAL: 1}


def test_what_the_record_cites_already_confirms() -> None:
    one = sure(told(when="2021-06-16"))
    found = gathered(one).proposals(lambda event, _: event.id == "geneva-talks")
    assert [proposal.relation for proposal in found] == [Relation.CONFIRMS]


def test_an_open_proposal_takes_up_what_comes_later() -> None:
    first = sure(told(when="2022-06-16", place="geneva"))
    later = sure(told(when="2022-06-16", place="villa"))
    [opened] = proposed(first)
    [one] = proposed(later, kept=(opened,))
    assert one.id == opened.id
    assert set(one.reports) == {first.report, later.report}
    assert one.event.place == "villa"


REPORTS = st.lists(
    st.builds(
        lambda cells, number: sure(told(**cells, id=f"d{number}")),
        st.sampled_from([cells for cells, expected, _ in TOLD if isinstance(expected, Relation)]),
        st.integers(0, 5),
    ),
    max_size=12,
)


@given(reports=REPORTS, order=st.randoms(use_true_random=False))
def test_the_order_of_reports_changes_nothing_and_none_is_lost(
    reports: list[Heard], order: Random
) -> None:
    shuffled = order.sample(reports, len(reports))
    assert proposed(*shuffled) == proposed(*reports)
    gathering = gathered(*reports)
    told_of = {report for one in gathering.proposals(lambda *_: False) for report in one.reports}
    assert len(told_of) + sum(gathering.aside.values()) == len({one.report for one in reports})
    again = tuple(gathering.proposals(lambda *_: False))
    assert set(proposed(*reports, kept=again)) == set(again)


def test_every_proposal_says_who_how_and_where() -> None:
    [one] = proposed(sure(told(when="2022-06-16", place="geneva", settings=["bilateral"])))
    assert one.event.kind is EventKind.ENCOUNTER
    assert [who.name for who in one.event.people] == ["ann-ash", "bob-birch"]
    assert (one.event.mode, one.event.place) == ("in-person", "geneva")
