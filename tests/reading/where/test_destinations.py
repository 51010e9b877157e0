"""Where a visit led that is told without its place: by the sentence before, title or heading."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.model.statements import Document
from summitry.reading import read
from tests.reading.notation import short
from tests.reading.some_names import some_names

NAMES = some_names()


def lines(text: str, title: str = "") -> list[str]:
    document = Document(text=text, title=title, as_of=date(2025, 8, 16))
    return [short(claim) for s in read(document, NAMES).statements for claim in s.claims]


VISIT = "took place visit {} {} {}-01-01..{}-12-31"


def visit(who: str, where: str, year: int) -> str:
    return VISIT.format(who, where, year, year)


REAGAN = "Reagan visited Germany in 1982. "
FIRST = visit("ronald-reagan", "de", 1982)
CLINTON = "bill-clinton"

AFTER_A_VISIT = [
    ("Clinton followed in 1994.", [visit(CLINTON, "de", 1994)]),
    ("Next came a dinner. Clinton came in 1994.", [visit(CLINTON, "de", 1994)]),
    ("Clinton came twice – in 1994 and 1998.",
     ["2 of visit bill-clinton de", visit(CLINTON, "de", 1994), visit(CLINTON, "de", 1998)]),
    ("Clinton came once.", ["1 of visit bill-clinton de"]),
    ("Clinton was there in 1994.", [visit(CLINTON, "de", 1994)]),
    ("Clinton has been there twice.", ["2 of visit bill-clinton de"]),
    ("Clinton never came as president.", ["0 of visit bill-clinton[us-president] de"]),
    ("Clinton visited in 1994 and 1998.",
     [visit(CLINTON, "de", 1994), visit(CLINTON, "de", 1998)]),
    ("Clinton's visit in 1994 was a success.", [visit(CLINTON, "de", 1994)]),
    ("Clinton followed in 1994, Obama in 2013.",
     [visit(CLINTON, "de", 1994), visit("barack-obama", "de", 2013)]),
    ("Clinton liked it so much that he came in 1994.", [visit(CLINTON, "de", 1994)]),
    # gone without a word for where
    ("Clinton went in 1994.", [visit(CLINTON, "de", 1994)]),
    ("Clinton did go, in 1994.", [visit(CLINTON, "de", 1994)]),
    ("Clinton never went.", ["0 of visit bill-clinton de"]),
    ("Clinton did not go as president.", ["0 of visit bill-clinton[us-president] de"]),
    ("Clinton has been twice.", ["2 of visit bill-clinton de"]),
    ("Clinton came purely for pleasure in 1994.", [visit(CLINTON, "de", 1994)]),
    ("Then came Clinton, in 1994.", [visit(CLINTON, "de", 1994)]),
    ("The next to come was Clinton, in 1994.", [visit(CLINTON, "de", 1994)]),
    ("The last one to come, Clinton, arrived in 1994.", [visit(CLINTON, "de", 1994)]),
    ("Clinton went mad in 1994.", []),
    ("Clinton came into money in 1994.", []),
    ("Clinton has been ill twice.", []),
    ("The first of them all was Clinton.", []),
    # somebody else's country, or no journey
    ("Merkel came in 2010.", []),
    ("Clinton came to power in 1993.",
     ["bill-clinton us-president from 1993-01-01..1993-12-31 to ?"]),
    ("Clinton came.", []),
    ("Clinton came close in 1994.", []),
    ("Clinton followed suit in 1994.", []),
    ("Clinton will have come by 1994.", []),
    ("Clinton was to come in 1994.", []),
    ("The crisis came in 1994.", []),
    ("Clinton was here in 1994.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), AFTER_A_VISIT)
def test_a_place_is_the_one_of_the_visit_before(text: str, claims: list[str]) -> None:
    assert lines(REAGAN + text) == [FIRST, *claims]


TITLED = [
    ("Clinton was here in 1994.", [visit(CLINTON, "de", 1994)]),
    ("Clinton has been here twice.", ["2 of visit bill-clinton de"]),
    ("Clinton was first here in 1994.",
     ["#1 of visit bill-clinton de is 1994-01-01..1994-12-31"]),
    ("Clinton came in 1994.", [visit(CLINTON, "de", 1994)]),
    # Which of two countries isn't clear.
    ("Reagan visited Iceland in 1986. Clinton came in 1994.",
     [visit("ronald-reagan", "is", 1986)]),
]  # fmt: skip


@pytest.mark.parametrize("title", ["Presidents in Germany", "An American trip to Germany"])
@pytest.mark.parametrize(("text", "claims"), TITLED)
def test_a_place_is_the_one_of_the_title(text: str, claims: list[str], title: str) -> None:
    assert lines(text, title) == claims


def test_a_visit_is_repaid_to_the_visitors_country() -> None:
    text = "Merkel visited Washington in 2011. Obama returned the visit in 2013."
    assert lines(text)[1:] == [visit("barack-obama", "de", 2013)]


def test_a_country_is_the_state_of_its_time() -> None:
    text = "Reagan visited Moscow in 1988. He came back in 1990. Clinton came in 1994."
    assert [line.split()[4] for line in lines(text)] == ["moscow", "su", "ru"]


def test_two_countries_tell_nothing() -> None:
    text = "Reagan visited Germany and Iceland in 1986. Clinton came in 1994."
    assert len(lines(text)) == 2
