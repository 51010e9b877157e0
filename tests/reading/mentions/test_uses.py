"""A word of meeting or travelling counts only where it means that."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.model.statements import Document, Reading
from summitry.reading import read
from tests.reading.notation import short
from tests.reading.some_names import some_names

NAMES = some_names()
BUSH = "took place george-w-bush+vladimir-putin in-person"
OBAMA = "took place visit barack-obama"
JULY = "2009-07-01..2009-07-31"


def reading(text: str) -> Reading:
    return read(Document(text=text, as_of=date(2025, 8, 16)), NAMES)


READ = [
    # before somebody
    ("Bush saw Putin in Moscow.", f"{BUSH} moscow"),
    ("Bush and Putin saw each other in Moscow.", f"{BUSH} moscow"),
    ("Bush bumped into Putin in Helsinki.", f"{BUSH} helsinki"),
    ("Bush sat beside Putin in Helsinki.", f"{BUSH} helsinki"),
    ("Bush was greeted by Putin in Moscow.", f"{BUSH} moscow"),
    ("Bush called Putin in May 2002.",
     "took place george-w-bush+vladimir-putin phone 2002-05-01..2002-05-31"),
    ("Bush wrote to Putin in 2002.",
     "took place george-w-bush+vladimir-putin letter 2002-01-01..2002-12-31"),
    # a guest
    ("Bush called on Putin in Moscow.", f"{BUSH} moscow"),
    ("Bush visited Putin in St. Petersburg.", f"{BUSH} st-petersburg"),
    ("Putin was visited by Bush in St. Petersburg.", f"{BUSH} st-petersburg"),
    ("Bush was Putin's guest in Moscow.", f"{BUSH} moscow"),
    ("Bush was the guest of Putin in Moscow.", f"{BUSH} moscow"),
    # meals, and other company
    ("Bush had lunch with Putin in Moscow.", f"{BUSH} moscow"),
    ("Bush and Putin had a working breakfast in Moscow.", f"{BUSH} moscow"),
    ("Bush lunched with Putin in Moscow.", f"{BUSH} moscow"),
    ("Bush and Putin exchanged a few words in Helsinki.", f"{BUSH} helsinki"),
    ("Bush and Putin negotiated in Helsinki.", f"{BUSH} helsinki"),
    ("Bush and Putin were seeing each other in Helsinki.", f"{BUSH} helsinki"),
    ("Bush and Putin talked in Helsinki.", f"{BUSH} helsinki"),
    ("Bush and Putin talked in 2002.",
     "took place george-w-bush+vladimir-putin 2002-01-01..2002-12-31"),
    ("Bush and Putin spent a weekend in Helsinki.", f"{BUSH} helsinki"),
    # travel
    ("Obama went to Moscow in July 2009.", f"{OBAMA} moscow {JULY}"),
    ("Obama flew to Moscow in July 2009.", f"{OBAMA} moscow {JULY}"),
    ("Obama came back to Moscow in July 2009.", f"{OBAMA} moscow {JULY}"),
    ("Obama landed in Moscow in July 2009.", f"{OBAMA} moscow {JULY}"),
    ("Obama was in Moscow in July 2009.", f"{OBAMA} moscow {JULY}"),
    ("Obama, who was in Moscow in July 2009, spoke of Syria.", f"{OBAMA} moscow {JULY}"),
    ("Obama never went to Moscow.", "0 of visit barack-obama moscow"),
    ("Obama went to Moscow five times.", "5 of visit barack-obama moscow"),
    ("Yeltsin came to Washington on a state visit.",
     "took place visit boris-yeltsin state washington"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claim"), READ, ids=[row[0] for row in READ])
def test_a_word_counts_where_it_means_a_meeting_or_a_visit(text: str, claim: str) -> None:
    claims = [short(made) for found in reading(text).statements for made in found.claims]
    assert claims == [claim]


LEFT_ALONE = [
    "Bush saw Putin's house in Moscow.",
    "Bush saw the film in Moscow.",
    "Bush saw Putin as a rival in 2002.",
    "Bush saw Putin leave in 2002.",
    "Bush saw Putin leaving Moscow in 2002.",
    "Biden called Putin a killer in March 2021.",
    "Biden called on Putin to leave Ukraine in 2022.",
    "Biden embraced Putin's plan in 2021.",
    "Obama visited Medvedev in Washington in 2010.",
    "Obama visited Medvedev in 2010.",
    "Obama had dinner in Moscow in July 2009.",
    "Obama was the guest of honour in Moscow in July 2009.",
    "Putin was Bush's guest in Moscow.",
    "Merkel spoke of Bush's guest in Moscow.",
    "Obama went to war in Russia in 2009.",
    "Putin came to power in Russia in 1999.",
    "Putin was in office in 2002.",
    "Obama was in favour of Russia in 2009.",
    "Putin flew to St. Petersburg in 2002.",
    "Obama did not go to Moscow.",
    "Obama landed in Moscow on 6 July 2009.",
    "Bush and Putin spoke on 5 May 2002, Moscow time.",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_a_word_that_means_something_else_there_makes_no_claim(text: str) -> None:
    assert reading(text).statements == ()


SHORTER = [
    ("Bush and Putin had a call on Monday.", 1),
    ("The call on Syria was between Bush and Putin.", 1),
]


@pytest.mark.parametrize(("text", "silences"), SHORTER)
def test_of_a_phrase_that_does_not_count_a_shorter_one_may(text: str, silences: int) -> None:
    found = reading(text)
    assert len(found.silences) + len(found.statements) == silences


def test_over_lunch_says_only_how_they_met() -> None:
    (statement,) = reading("Bush and Putin met in Moscow over lunch.").statements
    assert [short(claim) for claim in statement.claims] == [f"{BUSH} moscow"]
