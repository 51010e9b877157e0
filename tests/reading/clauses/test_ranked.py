"""The second, the third ... of an office to do something."""

from __future__ import annotations

import pytest

from tests.reading.who.test_references import lines

RUSSIA = "@us-president: visit @us-president ru"
SECOND = [f"no. 2 bill-clinton {RUSSIA}"]
WENT = "took place visit bill-clinton ru 1994-01-01..1994-12-31"

RANKED = [
    ("Clinton was the second U.S. president to visit Russia.", SECOND),
    ("Clinton became the second sitting U.S. president to travel to Russia.", SECOND),
    ("Clinton, who liked to travel, was the second U.S. president to visit Russia.", SECOND),
    ("Clinton was the second U.S. president ever to have visited Russia.", SECOND),
    ("The second U.S. president to visit Russia was Clinton.", SECOND),
    ("Clinton was the second U.S. president to visit Russia in 1994.", [*SECOND, WENT]),
    (
        "Clinton was the first-ever U.S. president to visit Russia.",
        [f"first bill-clinton {RUSSIA}"],
    ),
]


@pytest.mark.parametrize(("text", "claims"), RANKED)
def test_which_holder_of_an_office_it_was(text: str, claims: list[str]) -> None:
    assert lines(text) == claims


BY_HOLDERS = [
    (
        "Clinton's visit to Russia in May 1995 was the first by a U.S. president since 1994.",
        ["1995-05-01..1995-05-31 first of visit @us-president ru since 1994-01-01..1994-12-31"],
    ),
    (
        "Clinton's visit to Russia in January 1994 was the first by a U.S. president.",
        ["#1 of visit @us-president ru is 1994-01-01..1994-01-31"],
    ),
    (
        "Clinton's visit to Russia in January 1994 was the second visit by a U.S. president.",
        ["#2 of visit @us-president ru is 1994-01-01..1994-01-31"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), BY_HOLDERS)
def test_whose_visits_are_put_in_order(text: str, claims: list[str]) -> None:
    assert lines(text) == claims


LONG_AGO = [
    "Clinton's visit to Russia in May 1995 was the first by a U.S. president in 22 years.",
    "Clinton's visit to Russia in May 1995 was the first by a U.S. president in over 20 years.",
    "Clinton became the first U.S. president to visit Russia in two decades.",
    "It was the first visit to Russia by a U.S. president in a generation.",
    "Clinton's visit was the first to Russia by a U.S. president and a pope.",
]


@pytest.mark.parametrize("text", LONG_AGO)
def test_the_first_in_so_many_years_is_not_the_first_of_all(text: str) -> None:
    assert lines(text) == []


UNREAD = [
    "Clinton, not Bush, was the second U.S. president to visit Russia.",
    "Clinton was the second Democratic president to visit Russia.",
    "Clinton hoped to be the second U.S. president to visit Russia.",
    "Clinton was the second-youngest U.S. president to visit Russia.",
]


@pytest.mark.parametrize("text", UNREAD)
def test_another_order_makes_no_claim(text: str) -> None:
    assert lines(text) == []
