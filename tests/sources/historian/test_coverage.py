"""Coverage: what the lists are complete for, where they are known to lack something, and why."""

from collections.abc import Mapping
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from summitry.model.coverage import Coverage, Covered
from summitry.model.events import VisitKind
from summitry.model.selection import Holder, Someone
from summitry.record.content import Content
from summitry.sources.historian.countries import atlas
from summitry.sources.historian.tables import table
from tests.sources.historian.lists import SOME_STAY, SOME_TRIP, Trip, content_of

RICE: Trip = (
    "rice-condoleezza",
    "7",
    "2005-02-26",
    "2005-02-27",
    "syria|Syria",
    "Damascus",
    "Met with President Bashar al-Assad.",
)


def days(statement: Coverage) -> tuple[date | None, date | None]:
    return statement.when.outer.earliest, statement.when.outer.latest


def covered(content: Content) -> dict[str, Coverage]:
    return {c.id.removeprefix("historian-"): c for c in content.coverage}


def trip(number: str, start: str, who: str = "bush-george-w") -> Trip:
    return (who, number, start, start, "mexico|Mexico", "Cancun", "Vacation.")


def test_trips_and_stays_are_covered_within_their_rows(tmp_path: Path) -> None:
    coverage = covered(content_of(tmp_path, [RICE]))
    trips = coverage["us-president-visits"]
    assert (trips.who, trips.country, trips.visit_kinds) == (
        Holder("us-president"),
        None,
        frozenset(),
    )
    assert days(trips) == (date.fromisoformat(SOME_TRIP[2]), date.fromisoformat(SOME_TRIP[3]))
    for kind in ("state", "official"):
        stays = coverage[f"visits-{kind}-ca-president"]
        assert (stays.country, stays.visit_kinds) == ("us", frozenset({VisitKind(kind)}))
        assert days(stays)[0] == date.fromisoformat(SOME_STAY[1])
    assert coverage["us-presidents"].kind is Covered.TENURE
    assert not any(c.kind is Covered.ENCOUNTER for c in coverage.values())
    assert "us-secretary-of-state" not in str(coverage)


def test_trips_end_where_the_list_is_known_to_lack_some(tmp_path: Path) -> None:
    rows = [trip("8", "2016-11-18", "obama-barack"), trip("9", "2019-06-03", "trump-donald-j")]
    assert days(covered(content_of(tmp_path, rows))["us-president-visits"])[1] == date(2017, 1, 20)


def test_trips_begin_with_the_first_president_where_the_row_says_so(tmp_path: Path) -> None:
    first = table("coverage")["trips"]["first"]
    content = content_of(tmp_path, [trip(first, "2001-02-16")])
    statement = covered(content)["us-president-visits"]
    assert days(statement)[0] == date(1789, 4, 30)
    cited = {c.locator for c in content.citations if c.row == statement.id}
    assert f"trip {first}" in cited


def test_presidents_held_no_office_but_those_on_record(tmp_path: Path) -> None:
    row = table("coverage")["alone"]
    statements = content_of(tmp_path, [trip("8", "2016-11-18", "obama-barack")]).coverage
    alone = {c.who.person: c for c in statements if isinstance(c.who, Someone)}
    assert {c.kind for c in alone.values()} == {Covered.TENURE}
    obama = alone["barack-obama-us"]
    assert obama.complete
    assert obama.note == row["note"]


def test_a_known_gap_leaves_its_country_open_on_its_days_alone(tmp_path: Path) -> None:
    content = content_of(tmp_path, [trip("8", "2001-02-16")])
    lacking = [c for c in content.coverage if not c.complete]
    assert {(c.country, days(c)[0]) for c in lacking} == {
        ("gb", date(2008, 12, 15)),
        ("de", date(2012, 11, 17)),
        ("sn", date(2013, 12, 9)),
        ("mx", date(2014, 2, 19)),
    }
    assert {c.row for c in content.citations} >= {c.id for c in lacking}
    assert {p.id for p in content.places} >= {c.country for c in lacking}


# --- the table --------------------------------------------------------------------------------


@pytest.mark.parametrize("row", [*table("coverage")["gap"], *table("coverage")["visits"]])
def test_every_statement_has_days_a_reason_and_a_source(row: Mapping[str, Any]) -> None:
    assert date.fromisoformat(row["from"]) <= date.fromisoformat(row["to"])
    assert row["note"]
    known = {"historian-travels", "historian-visits", *table("coverage")["sources"]}
    assert row["cites"]
    for source, _, quote in row["cites"]:
        assert source in known
        assert len(quote.split()) <= 15
    assert row.get("country", "us") in atlas().places
    assert row.get("kind", "state") in set(VisitKind)


def test_gaps_of_one_country_are_apart_and_none_is_idle() -> None:
    rows = table("coverage")["trips"], *table("coverage")["gap"]
    for one, other in combinations(rows[1:], 2):
        if one["country"] == other["country"]:
            assert one["to"] < other["from"] or other["to"] < one["from"]
    assert all(rows[0]["from"] <= row["from"] <= row["to"] <= rows[0]["to"] for row in rows[1:])
    named = {source for row in (*rows, *table("coverage")["visits"]) for source, *_ in row["cites"]}
    assert set(table("coverage")["sources"]) <= named
