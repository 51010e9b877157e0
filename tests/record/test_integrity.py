from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from summitry.model.citations import Citation
from summitry.model.coverage import Coverage, Covered
from summitry.model.days import ANY_DAY
from summitry.model.occasions import Topic
from summitry.model.problems import RecordError
from summitry.model.selection import Capacity, Someone
from summitry.model.when import Stretch, When
from summitry.record.integrity import check
from tests.record.full import FULL
from tests.records import content, encounter, judgement, landmark, place, visit


@pytest.mark.parametrize(
    ("table", "rows", "message"),
    [
        (
            "topics",
            [Topic(id="trade", name="Commerce")],
            (
                "topics 'trade': id 'trade' is given twice"
                " (it stands at topics 'trade' already: expected once)"
            ),
        ),
        (
            "visits",
            [visit("vladimir-putin", "us", "2001-11", id="moscow-2000")],
            (
                "visits 'moscow-2000': id 'moscow-2000' is an encounter's too"
                " (expected an id of its own)"
            ),
        ),
        (
            "landmarks",
            [landmark("fire", "2000", place="mosco")],
            (
                "landmarks 'fire': place 'mosco' is not in places"
                " (expected an id of places, like 'moscow')"
            ),
        ),
        (
            "places",
            [place("somewhere", near="xyz")],
            "places 'somewhere': near 'xyz' is not in places (expected an id of places)",
        ),
        (
            "judgements",
            [judgement("bill-clintn", "boris-yeltsin")],
            (
                "judgements 'people-bill-clintn-boris-yeltsin': 'bill-clintn' is not in people"
                " (expected an id of people, like 'bill-clinton')"
            ),
        ),
        (
            "coverage",
            [
                Coverage(
                    id="all",
                    kind=Covered.VISIT,
                    who=Someone("bill-clinton", Capacity(frozenset({"us-presidency"}))),
                    when=Stretch(When(ANY_DAY), None),
                )
            ],
            (
                "coverage 'all': who 'us-presidency' is not in offices"
                " (expected an id of offices, like 'us-president')"
            ),
        ),
        (
            "citations",
            [Citation(id="c", table="topics", row="trade", source="trip")],
            (
                "citations 'c': source 'trip' is not in sources"
                " (expected an id of sources, like 'trips')"
            ),
        ),
    ],
)
def test_what_does_not_hold_together_is_refused(
    table: str, rows: list[object], message: str
) -> None:
    changed: dict[str, Any] = {table: (*getattr(FULL, table), *rows)}
    with pytest.raises(RecordError) as refused:
        check(replace(FULL, **changed))

    assert str(refused.value) == message
    assert len(refused.value.problems) == 1


@pytest.mark.parametrize(
    ("table", "row", "message"),
    [
        ("topics", Topic(id="a", name=""), "topics 'a': name is empty (expected text)"),
        (
            "topics",
            Topic(id="a", name="A", aliases=("b;c",)),
            (
                "topics 'a': aliases ('b;c',) would be read as ('b', 'c')"
                " (expected names joined by ';')"
            ),
        ),
        (
            "places",
            place("a", latitude=90.5),
            "places 'a': latitude '90.5' can't be read (expected degrees from -90 to 90)",
        ),
        (
            "places",
            place("a", near=""),
            "places 'a': near '' would be read as None (expected an id), and 1 more fault",
        ),
        (
            "encounters",
            encounter("bill-clinton vladimir-putin", "1999", sequence=0),
            "encounters 'met-1999': sequence '0' can't be read (expected a whole number from 1)",
        ),
    ],
)
def test_what_could_not_be_read_back_is_refused(table: str, row: object, message: str) -> None:
    rows: dict[str, Any] = {table: [row]}
    with pytest.raises(RecordError) as refused:
        check(content(**rows))

    assert str(refused.value) == message


def test_a_description_that_could_not_be_read_back_is_refused() -> None:
    with pytest.raises(RecordError) as refused:
        check(replace(FULL, title=""))

    assert str(refused.value) == "datapackage.json: title '' can't be read (expected text)"


def test_every_fault_is_told_and_the_first_named() -> None:
    gone = replace(FULL, topics=())
    with pytest.raises(RecordError) as refused:
        check(gone)

    assert str(refused.value) == (
        "discussions 'auckland-1999': topic 'chechnya' is not in topics"
        " (expected an id of topics), and 1 more fault"
    )
    assert [problem.code for problem in refused.value.problems] == ["unknown-reference"] * 2
