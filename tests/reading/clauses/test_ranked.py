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


UNREAD = [
    "Clinton, not Bush, was the second U.S. president to visit Russia.",
    "Clinton was the second Democratic president to visit Russia.",
    "Clinton hoped to be the second U.S. president to visit Russia.",
    "Clinton was the second-youngest U.S. president to visit Russia.",
]


@pytest.mark.parametrize("text", UNREAD)
def test_another_order_makes_no_claim(text: str) -> None:
    assert lines(text) == []
