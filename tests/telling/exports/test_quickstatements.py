from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

import pytest
from quickstatements_client.model import (
    CreateLine,
    DateLine,
    DateQualifier,
    EntityLine,
    Line,
    Qualifier,
    TextLine,
    TextQualifier,
)

from summitry.model.events import Encounter, Mode, Status
from summitry.telling.exports.exported import MOST_REASONS, Exported, left_out
from summitry.telling.exports.quickstatements import Items, quickstatements
from tests.records import encounter, occasion
from tests.telling.exports.selections import PLACES, bundled, odd, small

TIME: Final = re.compile(r"\+(\d{4})-(\d\d)-(\d\d)T00:00:00Z/(9|10|11)")


def read_line(text: str) -> Line:
    """One line as the client library for QuickStatements models it."""
    if text == "CREATE":
        return CreateLine()
    subject, predicate, target, *rest = text.split("\t")
    qualifiers = [qualifier(*pair) for pair in zip(rest[::2], rest[1::2], strict=True)]
    if time := TIME.fullmatch(target):
        year, month, day, precision = map(int, time.groups())
        return DateLine(
            subject=subject,
            predicate=predicate,
            target=date(year, month or 1, day or 1),
            precision=precision,
            qualifiers=qualifiers,
        )
    made = TextLine if target.startswith('"') else EntityLine
    return made(
        subject=subject, predicate=predicate, target=target.strip('"'), qualifiers=qualifiers
    )


def qualifier(predicate: str, target: str) -> Qualifier:
    if TIME.fullmatch(target):
        return DateQualifier(predicate=predicate, target=target)
    assert re.fullmatch('"[^"\t\n]+"', target)
    return TextQualifier(predicate=predicate, target=target[1:-1])


def everyone(exported: Exported) -> dict[tuple[str, str], str]:
    """A made-up item for each person and place."""
    rows = [("people", id) for id in exported.names.people]
    rows += [("places", id) for id in exported.names.places]
    return {row: f"Q{number}" for number, row in enumerate(rows, 1)}


def lines(exported: Exported, items: Items) -> list[str]:
    return quickstatements(exported, items).text.splitlines()


def items_told(found: list[str]) -> Iterator[list[str]]:
    """The lines of each item that is made."""
    item: list[str] = []
    for line in [*found, "CREATE"]:
        if line == "CREATE" and item:
            yield item
            item = []
        item.append(line)


def test_the_client_library_takes_every_line_and_writes_it_the_same() -> None:
    found = lines(bundled(), everyone(bundled()))
    assert [read_line(line).get_line(sep="\t") for line in found] == found


def test_every_held_meeting_in_person_is_told_with_its_people_and_sources() -> None:
    exported, items = bundled(), everyone(bundled())
    held = [
        event
        for event in exported.events
        if isinstance(event, Encounter)
        and (event.mode, event.status) == (Mode.IN_PERSON, Status.HELD)
    ]
    told = list(items_told(lines(exported, items)))
    assert len(told) == len(held)
    for event, item in zip(held, told, strict=True):
        assert item[0] == "CREATE"
        assert item[1].startswith("LAST\tLen\t")
        people = {line.split("\t")[2] for line in item if "\tP710\t" in line}
        assert people == {items["people", person] for person in event.people}
        assert all("\tS854\t" in line for line in item[2:])


def test_of_many_reasons_the_rarest_are_told_as_one() -> None:
    reasons = [str(n) for n in range(MOST_REASONS + 2) for _ in range(MOST_REASONS + 2 - n)]
    told = left_out(reasons)
    assert told[0] == f"left out {MOST_REASONS + 2} events: 0"
    assert told[MOST_REASONS:] == ("left out 3 events: for reasons like these",)


def test_what_is_left_out_is_counted_by_its_reason() -> None:
    items = {("people", id): f"Q{n}" for n, id in enumerate("abcde", 1)}
    assert set(quickstatements(odd(), items).lacks) == {
        "left out 3 events: no meeting in person",
        "left out 1 event: planned",
        "left out 1 event: cancelled",
        "left out 1 event: denied",
        "left out 1 event: no Wikidata item given for f",
    }


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2021-06-16", ["P585 +2021-06-16T00:00:00Z/11"]),
        ("2021-06", ["P585 +2021-06-00T00:00:00Z/10"]),
        ("2021", ["P585 +2021-00-00T00:00:00Z/9"]),
        (
            "[2021-06-16,2021-06-18]",
            [
                (
                    "P585 +2021-06-00T00:00:00Z/10"
                    " P1319 +2021-06-16T00:00:00Z/11 P1326 +2021-06-18T00:00:00Z/11"
                )
            ],
        ),
        (
            "[2021-12-31,2022-01-01]",
            ["P585 somevalue P1319 +2021-12-31T00:00:00Z/11 P1326 +2022-01-01T00:00:00Z/11"],
        ),
        ("[..2021-06-16]", ["P585 somevalue P1326 +2021-06-16T00:00:00Z/11"]),
        (
            "2021-06-16/2021-06",
            [
                "P580 +2021-06-16T00:00:00Z/11",
                "P582 +2021-06-00T00:00:00Z/10",
            ],
        ),
    ],
)
def test_a_time_is_as_fine_as_it_is_known_within_its_bounds(when: str, expected: list[str]) -> None:
    exported = small(encounters=[encounter("a b", when, id="it")])
    found = [line.split("\t") for line in lines(exported, everyone(exported))]
    times = [" ".join(parts[1:]) for parts in found if parts[1:] and parts[1].startswith("P58")]
    assert times == expected


def test_an_item_that_the_map_has_is_added_to_and_not_made_again() -> None:
    exported = small(
        places=PLACES,
        occasions=[occasion("talks")],
        encounters=[encounter("a b", "2021-06-16", id="it", place="geneva", occasion="talks")],
    )
    items = everyone(exported) | {("encounters", "it"): "Q99", ("occasions", "talks"): "Q98"}
    found = lines(exported, items)
    assert {line.split("\t")[0] for line in found} == {"Q99"}
    assert "Q99\tP361\tQ98" in found
    assert f"Q99\tP276\t{items['places', 'geneva']}" in found
    assert f"Q99\tP17\t{items['places', 'ch']}" in found


def test_a_place_without_an_item_is_told_by_the_larger_one_that_has_it() -> None:
    exported = small(
        places=PLACES, encounters=[encounter("a b", "2021-06-16", id="it", place="geneva")]
    )
    items = everyone(exported)
    del items["places", "geneva"]
    found = lines(exported, items)
    assert f"LAST\tP17\t{items['places', 'ch']}" in found
    assert not any("\tP276\t" in line for line in found)


def test_only_those_who_surely_lead_hold_a_summit() -> None:
    exported = bundled()
    told = {
        item[1].split("\t")[2]: item[2].split("\t")[2]
        for item in items_told(lines(exported, everyone(exported)))
    }
    of = {label: kind for label, kind in told.items() if "Villa La Grange" in label}
    assert list(of.values()) == ["Q1072326"]
    as_vice_president = [kind for label, kind in told.items() if "10 March 2011" in label]
    assert as_vice_president == ["Q2761147"]
