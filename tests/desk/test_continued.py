from __future__ import annotations

from datetime import date

import pytest

from summitry.desk.continued import EDGE, continued, edges_of
from summitry.model.coverage import Covered
from summitry.model.days import LAST_DAY
from tests.records import covers

DAY = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("span", "goes_on"),
    [
        ("2001-01-01/2025-12-31", True),
        ("2001-01-01/2025-03-01", True),
        ("2001-01-01/2024-12-30", False),
        ("2001-01-01/..", False),
        ("2001-01-01/2026-06-01", False),
    ],
)
def test_what_reaches_the_edge_is_carried_on_and_nothing_else(span: str, goes_on: bool) -> None:  # noqa: FBT001
    edge = covers("person:anna-a", "person:ben-b", "2001-01-01/2025-12-31", id="edge")
    one = covers("person:anna-a", "person:cleo-c", span, id="one")
    known = [one] if span.endswith("2026-06-01") else [edge, one]
    found = {c.id: c for c in continued(known, DAY)}
    if goes_on:
        assert found["one"].when.core.last == DAY.toordinal()
        assert found["one"].when.start == one.when.start
    else:
        assert found["one"] is one


def test_each_kind_of_row_has_an_edge_of_its_own() -> None:
    known = (
        covers("person:anna-a", "person:ben-b", "2001-01-01/2025-12-31", id="met"),
        covers("person:anna-a", kind="visit", when="2001-01-01/2020-12-31", id="came"),
        covers("person:anna-a", kind="tenure", when="2001-01-01/..", id="held"),
        covers("person:ben-b", kind="visit", when="2001-01-01/2024-12-31", id="no", complete=False),
    )
    edges = {kind: date.fromordinal(day) for kind, day in edges_of(known).items()}
    assert edges == {Covered.ENCOUNTER: date(2025, 12, 31), Covered.VISIT: date(2020, 12, 31)}
    on = {c.id: c.when.core.last for c in continued(known, DAY)}
    assert on["came"] == on["met"] == DAY.toordinal()
    assert on["held"] == LAST_DAY


def test_a_year_is_within_the_edge() -> None:
    assert (date(2025, 12, 31) - date(2024, 12, 31)).days == EDGE
