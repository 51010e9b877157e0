from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from summitry.model.edtf import parse, write
from summitry.model.people import Tenure
from tests.records import stretch
from tests.sources.wikidata.answers import (
    STATEMENT,
    UNKNOWN,
    Bindings,
    answer,
    imported,
    item,
    office,
    only_tenure,
    person,
    statement,
    text,
    time,
    true,
)

DIED = person(**time("died", "2015-06-07"))
BORN = person(**time("born", "1950-02-03"))
OTHER = "Q2$ABCDEF02-1111-4B0A-9D6C-0A1B2C3D4E5F"

FROM_2009: dict[str, Any] = time("start", "2009")

CASES: list[tuple[str, list[Bindings], str]] = [
    ("days", [time("start", "2009-01-20") | time("end", "2017-01-20")], "2009-01-20/2017-01-20"),
    ("months", [time("start", "2009-01") | time("end", "2017-01")], "2009-01/2017-01"),
    ("years", [FROM_2009 | time("end", "2017")], "2009/2017"),
    ("one year", [FROM_2009 | time("end", "2009")], "2009/2009"),
    ("no end", [time("start", "2009-01")], "2009-01/.."),
    ("surely no end", [{**FROM_2009, "endNever": true()}], "2009/.."),
    ("end not known", [{**FROM_2009, "end": UNKNOWN}], "2009/"),
    ("end too coarse", [FROM_2009 | time("end", "3000", 6)], "2009/"),
    ("replaced", [{**FROM_2009, "replacedBy": item("Q2")}], "2009/"),
    ("no start", [time("end", "2017-01-20")], "../2017-01-20"),
    ("start not known", [{"start": UNKNOWN, **time("end", "2017")}], "../2017"),
    ("start before the year 1", [time("start", "-0026-01-16") | time("end", "0014")], "../0014"),
    ("two exactnesses", [FROM_2009, time("start", "2009-01-20")], "2009-01-20/.."),
]


@pytest.mark.parametrize(("what", "rows", "when"), CASES, ids=[case[0] for case in CASES])
def test_a_tenure_is_as_long_as_is_known(
    tmp_path: Path, what: str, rows: list[Bindings], when: str
) -> None:
    tenure = only_tenure(tmp_path / "a.json", *(statement(**row) for row in rows))
    assert tenure.when == parse(when), what
    assert write(tenure.when) == when


def tenure_of_one(path: Path, facts: Bindings, *rows: Bindings) -> Tenure:
    content, _ = imported(answer(path, facts, office(), person("Q2", "Bo Berg"), *rows))
    (tenure,) = (one for one in content.tenures if one.person == "ann-lee-q1")
    return tenure


def test_the_dead_hold_no_office(tmp_path: Path) -> None:
    tenure = tenure_of_one(tmp_path / "a", DIED, statement(**time("start", "2009-01-20")))
    assert tenure.when == stretch("2009-01-20/[2009-01-20..2015-06-07]")
    unknown = person(died=UNKNOWN)
    tenure = tenure_of_one(tmp_path / "b", unknown, statement(**time("start", "2009-01-20")))
    assert tenure.when == stretch("2009-01-20/")


def test_nobody_holds_an_office_before_birth(tmp_path: Path) -> None:
    tenure = tenure_of_one(tmp_path / "a", BORN, statement(**time("end", "2017-01-20")))
    assert tenure.when == stretch("[1950-02-03..2017-01-20]/2017-01-20")


@pytest.mark.parametrize(
    ("other", "start", "when"),
    [
        ("Q10", "2013", "2009/"),
        ("Q10", "2009", "2009/.."),
        ("Q10", "2001", "2009/.."),
        ("Q11", "2013", "2009/.."),
    ],
)
def test_whoever_had_somebody_after_them_is_no_longer_in_office(
    tmp_path: Path, other: str, start: str, when: str
) -> None:
    tenure = tenure_of_one(
        tmp_path / "a",
        person(),
        office("Q11", "Premier of Utopia"),
        statement(**time("start", "2009")),
        statement(OTHER, office=other, **time("start", start)),
    )
    assert tenure.when == stretch(when)


def test_a_statement_that_was_found_wrong_ends_nobody_s_tenure(tmp_path: Path) -> None:
    wrong: Any = {"type": "uri", "value": "http://wikiba.se/ontology#DeprecatedRank"}
    other = statement(OTHER, rank=wrong, **time("start", "2013"))
    tenure = tenure_of_one(tmp_path / "a", person(), statement(**FROM_2009), other)
    assert tenure.when == stretch("2009/..")


LEFT_OUT: list[tuple[str, list[dict[str, Any]], str]] = [
    ("undated-statement", [{}], "no start and no end"),
    ("undated-statement", [{"start": UNKNOWN}], "no start and no end"),
    ("undated-statement", [{"end": UNKNOWN}], "no start and no end"),
    ("several-dates", [time("start", "2001"), time("start", "2009")], "its start is 2001 and 2009"),
    ("date-outside", [{**time("start", "-0043"), **time("end", "-0026")}], "its end is"),
    ("crossing-dates", [{**time("start", "2009"), **time("end", "2001")}], "ends in 2001, before"),
]


@pytest.mark.parametrize(("code", "rows", "says"), LEFT_OUT)
def test_a_statement_that_is_no_tenure_is_left_out_and_reported(
    tmp_path: Path, code: str, rows: list[dict[str, Any]], says: str
) -> None:
    path = answer(tmp_path / "a", person(), office(), *(statement(**row) for row in rows))
    content, (problem,) = imported(path)
    assert (content.tenures, content.people, content.offices) == ((), (), ())
    assert (problem.code, problem.where) == (code, STATEMENT)
    assert says in problem.message


def test_a_date_that_cannot_be_read_is_reported_and_the_rest_goes_in(tmp_path: Path) -> None:
    bad = {"type": "literal", "value": "yesterday"}
    rows = statement(**time("start", "2009"), end=bad)
    content, (problem,) = imported(answer(tmp_path / "a", person(), office(), rows))
    assert problem.code == "unreadable-date"
    (tenure,) = content.tenures
    assert tenure.when == stretch("2009/")


def test_ranks_but_the_deprecated_count(tmp_path: Path) -> None:
    def ranked(rank: str) -> int:
        uri = {"type": "uri", "value": f"http://wikiba.se/ontology#{rank}Rank"}
        row = statement(rank=uri, **time("start", "2009"))
        content, problems = imported(answer(tmp_path / "a", person(), office(), row))
        assert problems == ()
        return len(content.tenures)

    assert [ranked(rank) for rank in ("Preferred", "Normal", "Deprecated")] == [1, 1, 0]


def test_elections_are_in_order_and_give_no_later_tenure(tmp_path: Path) -> None:
    held = {**time("start", "2009-01-20"), **time("end", "2017-01-20")}
    days = ("2012-11-06", "2008-11-04", "2020-11-03")
    rows = [statement(**held, **time("elected", day)) for day in days]
    tenure = only_tenure(tmp_path / "a", *rows)
    assert [write(day) for day in tenure.elected] == ["2008-11-04", "2012-11-06"]


def test_acting_is_marked(tmp_path: Path) -> None:
    row = statement(**time("start", "2009"), acting=true())
    assert only_tenure(tmp_path / "a", row).acting
    row = statement(**time("start", "2009"), acting=text("false"))
    assert not only_tenure(tmp_path / "a", row).acting
