"""Numbers that were published, each under the rule that gives it, hold by the bundled record.

``published_counts.csv`` has a row for each: ``who`` with ``whom`` met in person so many times by
the end of ``as_of``, or, where ``whom`` is a place, visited it. Several of them, joined by ``;``,
are pairs whose numbers are added up. A row without a rule is a number that no rule gives; its note
says what it may rest on.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from summitry.desk.facts import rules_of
from summitry.desk.records import View, open_record
from summitry.lexicon.tables import publishers
from summitry.model.bounds import Bounds, Tally
from summitry.model.claims import HowMany
from summitry.model.events import EventKind, Mode
from summitry.model.findings import Finding, Verdict
from summitry.model.rules import counting_rules
from summitry.model.selection import Holder, Party, Selection, Someone
from summitry.reckoning import Frame, evaluate_in

Row = Mapping[str, str]

with Path(__file__).with_name("published_counts.csv").open(encoding="utf-8", newline="") as file:
    ROWS: Final[list[Row]] = list(csv.DictReader(file))

RULED: Final = [row for row in ROWS if row["rule"]]
TOO_MANY: Final = 999


@pytest.fixture(scope="module")
def view() -> View:
    return open_record()


def party(text: str) -> Party:
    kind, _, id = text.partition(":")
    assert kind in {"person", "office"}, text
    return Someone(id) if kind == "person" else Holder(id)


def selection(one: str, other: str) -> Selection:
    who, (kind, _, whom) = party(one), other.partition(":")
    if kind == "place":
        return Selection(kind=EventKind.VISIT, who=who, place=whom)
    return Selection(who=who, whom=party(other), modes=frozenset({Mode.IN_PERSON}))


def selections(row: Row) -> list[Selection]:
    return [
        selection(one, other)
        for one, other in zip(row["who"].split(";"), row["whom"].split(";"), strict=True)
    ]


def finding(asked: Selection, number: int, rules: tuple[str, ...], row: Row, view: View) -> Finding:
    claim = HowMany(selection=asked, number=Bounds(number, number), rules=rules)
    frame = Frame.of(view, date.fromisoformat(row["as_of"]))
    return evaluate_in(frame, claim, rules_of(claim))


def totals(row: Row, view: View) -> dict[str, int]:
    """The number by each rule under which the record knows it for every pair."""
    added: dict[str, list[Tally]] = defaultdict(list)
    for asked in selections(row):
        for count in finding(asked, TOO_MANY, tuple(counting_rules()), row, view).counts:
            added[count.rule.id].append(count.tally)
    return {
        rule: sum(tally.surely for tally in tallies)
        for rule, tallies in added.items()
        if all(tally.surely == tally.possibly for tally in tallies)
    }


def name(row: Row) -> str:
    return f"{row['who'].partition(';')[0]} {row['whom'].partition(';')[0]} {row['as_of']}"


@pytest.mark.parametrize("row", RULED, ids=name)
def test_a_published_number_holds_under_its_rule(view: View, row: Row) -> None:
    assert totals(row, view)[row["rule"]] == int(row["number"])


@pytest.mark.parametrize("row", [row for row in RULED if ";" not in row["who"]], ids=name)
def test_a_claim_of_another_number_does_not_hold(view: View, row: Row) -> None:
    number = int(row["number"])
    (asked,) = selections(row)
    verdicts = {
        other: finding(asked, other, (row["rule"],), row, view).verdict
        for other in (number - 1, number, number + 1)
    }
    assert [other for other in verdicts if verdicts[other] is Verdict.SUPPORTED] == [number]


@pytest.mark.parametrize("row", [row for row in ROWS if not row["rule"]], ids=name)
def test_no_rule_gives_a_number_without_one(view: View, row: Row) -> None:
    assert int(row["number"]) not in totals(row, view).values()


def test_every_row_says_where_it_was_published_and_under_which_rule() -> None:
    for row in ROWS:
        assert row["publisher"]
        assert row["url"].startswith("http")
        assert row["note"]
        assert not row["rule"] or row["rule"] in counting_rules()


@pytest.mark.parametrize("kind", EventKind)
def test_whom_a_page_names_has_published_a_number_by_the_rule(kind: EventKind) -> None:
    by_rule: defaultdict[str, set[str]] = defaultdict(set)
    for row in RULED:
        of_visits = row["whom"].startswith("place:")
        if of_visits == (kind is EventKind.VISIT):
            by_rule[row["rule"]].add(row["publisher"].removeprefix("The "))
    for rule, names in publishers(kind, frozenset({"us-president", "ru-president"})).items():
        for name in names:
            named = name.removeprefix("the ").removeprefix("The ")
            assert any(one.startswith(named) for one in by_rule[rule]), (rule, name)
