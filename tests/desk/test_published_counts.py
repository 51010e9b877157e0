"""Numbers that were published, each under the rule that gives it, hold by the bundled record.

``published_counts.csv`` has a row for each: ``who`` with ``whom`` met in person so many times by
the end of ``as_of``, or, where ``whom`` is a place, visited it. A row without a rule is a number
that no rule gives; its note says what it may rest on.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from summitry.desk.facts import rules_of
from summitry.desk.records import View, open_record
from summitry.model.bounds import Bounds
from summitry.model.claims import HowMany
from summitry.model.events import EventKind, Mode
from summitry.model.findings import Verdict
from summitry.model.rules import counting_rules
from summitry.model.selection import Holder, Party, Selection, Someone
from summitry.reckoning import Frame, evaluate_in

Row = Mapping[str, str]

with Path(__file__).with_name("published_counts.csv").open(encoding="utf-8", newline="") as file:
    ROWS: Final[list[Row]] = list(csv.DictReader(file))


@pytest.fixture(scope="module")
def view() -> View:
    return open_record()


def party(text: str) -> Party:
    kind, _, id = text.partition(":")
    assert kind in {"person", "office"}, text
    return Someone(id) if kind == "person" else Holder(id)


def selection(row: Row) -> Selection:
    who, (kind, _, whom) = party(row["who"]), row["whom"].partition(":")
    if kind == "place":
        return Selection(kind=EventKind.VISIT, who=who, place=whom)
    return Selection(who=who, whom=party(row["whom"]), modes=frozenset({Mode.IN_PERSON}))


def verdict(row: Row, number: int, view: View) -> Verdict:
    claim = HowMany(selection=selection(row), number=Bounds(number, number), rules=(row["rule"],))
    frame = Frame.of(view, date.fromisoformat(row["as_of"]))
    return evaluate_in(frame, claim, rules_of(claim)).verdict


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['who']} {row['whom']} {row['as_of']}")
def test_a_published_number_holds_under_its_rule_and_no_other_number_does(
    view: View, row: Row
) -> None:
    if not row["rule"]:
        pytest.skip(row["note"])
    number = int(row["number"])
    assert verdict(row, number, view) is Verdict.SUPPORTED
    assert verdict(row, number + 1, view) is not Verdict.SUPPORTED
    assert verdict(row, number - 1, view) is not Verdict.SUPPORTED


def test_every_row_says_where_it_was_published_and_under_which_rule() -> None:
    for row in ROWS:
        assert row["publisher"]
        assert row["url"].startswith("http")
        assert row["note"]
        assert not row["rule"] or row["rule"] in counting_rules()
