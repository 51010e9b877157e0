"""What is told around a clause: the n-th time that, it was there that, the last of them to."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.model.statements import Document
from summitry.reading import read
from summitry.reading.clauses.clefts import clefts
from tests.reading.notation import short
from tests.reading.some_names import some_names

NAMES = some_names()


def lines(text: str) -> list[str]:
    reading = read(Document(text=text, as_of=date(2025, 8, 16)), NAMES)
    return [short(claim) for statement in reading.statements for claim in statement.claims]


YEARS = "{0}-01-01..{0}-12-31".format
MERKEL = "barack-obama+angela-merkel in-person"
VISITS = "visit @us-president"

READ = [
    # the n-th time
    ("Obama and Merkel met in Hamburg in 2013. It was the second time that the two had met.",
     [f"took place {MERKEL} hamburg {YEARS(2013)}", f"#2 of {MERKEL} is hamburg {YEARS(2013)}"]),
    ("This is the seventh time Obama and Merkel have met since 2009.",
     [f"7 of {MERKEL} 2009-01-01..~2010-01-01.."]),
    ("The last time Obama and Merkel met was in Hamburg in 2016.",
     [f"#-1 of {MERKEL} is hamburg {YEARS(2016)}"]),
    ("The first time that Obama met Merkel was in 2009.", [f"#1 of {MERKEL} is {YEARS(2009)}"]),
    # what somebody did the last time
    ("The last time Obama was in Germany, he met Merkel in Hamburg in 2016.",
     [f"took place {MERKEL} hamburg {YEARS(2016)}"]),
    ("The last time that Obama visited Germany he met Merkel in 2016.",
     [f"took place {MERKEL} {YEARS(2016)}"]),
    # where it was
    ("It was in Hamburg that Obama and Merkel met in 2013.",
     [f"took place {MERKEL} hamburg {YEARS(2013)}"]),
    ("It was in Hamburg in 2013 that Obama first met Merkel.",
     [f"#1 of {MERKEL} is hamburg {YEARS(2013)}"]),
    ("It was Obama who met Merkel in Hamburg in 2013.",
     [f"took place {MERKEL} hamburg {YEARS(2013)}"]),
    # the first and the last of them
    ("The first U.S. president to visit Russia was Bill Clinton, in 1994.",
     [f"first bill-clinton @us-president: {VISITS} ru",
      f"took place visit bill-clinton ru {YEARS(1994)}"]),
    ("Bill Clinton became the first president to visit Russia, in 1994.",
     [f"first bill-clinton @us-president: {VISITS} ru",
      f"took place visit bill-clinton ru {YEARS(1994)}"]),
    ("Bill Clinton was the first sitting U.S. president ever to visit Russia.",
     [f"first bill-clinton @us-president: {VISITS} ru"]),
    ("Clinton visited Russia in 1994, the first U.S. president to do so.",
     [f"first bill-clinton @us-president: {VISITS} ru",
      f"took place visit bill-clinton ru {YEARS(1994)}"]),
    ("Clinton visited Russia in 1994, the first sitting U.S. president ever to make the trip.",
     [f"first bill-clinton @us-president: {VISITS} ru",
      f"took place visit bill-clinton ru {YEARS(1994)}"]),
    # those of a number who are named
    ("Only two U.S. presidents have visited Russia: Clinton and Obama.",
     [f"only barack-obama, bill-clinton @us-president: {VISITS} ru"]),
    ("Two U.S. presidents, Clinton and Obama, have visited Russia.",
     [f"only barack-obama, bill-clinton @us-president: {VISITS} ru"]),
    ("Just two American presidents (Clinton and Obama) have ever visited Russia.",
     [f"only barack-obama, bill-clinton @us-president: {VISITS} ru"]),
    # in what office somebody was then
    ("Biden was vice president when he met Putin in Moscow in 2011.",
     [f"took place joe-biden[us-vice-president]+vladimir-putin in-person moscow {YEARS(2011)}"]),
    ("Putin was still prime minister when he met Clinton in 1999.",
     [f"took place vladimir-putin[ru-prime-minister]+bill-clinton in-person {YEARS(1999)}"]),
    # two clauses with but a comma between them
    ("Obama visited Russia in 2013, Merkel met Putin in Moscow in 2014.",
     [f"took place visit barack-obama ru {YEARS(2013)}",
      f"took place angela-merkel+vladimir-putin in-person moscow {YEARS(2014)}"]),
    # the only one
    ("Hamburg was the only meeting of Obama and Merkel.",
     [f"1 of {MERKEL}", f"#1 of {MERKEL} is hamburg"]),
    ("Their only meeting was in Hamburg in 2013, Obama and Merkel said.", []),
    ("Obama's only meeting with Merkel was in Hamburg in 2013.",
     [f"1 of {MERKEL}", f"took place {MERKEL} hamburg {YEARS(2013)}"]),
    # what stands before the copula tells of the one
    ("Hamburg was the first meeting of Obama and Merkel since 2013.",
     [f"hamburg first of {MERKEL} since {YEARS(2013)}"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), READ)
def test_the_clause_is_read_with_what_is_told_of_it(text: str, claims: list[str]) -> None:
    assert lines(text) == claims


RANKED = [
    ("The last U.S. president to visit Russia was Barack Obama in 2013.", "#-1 of"),
    ("The last American president in Moscow was Barack Obama, in 2013.", "#-1 of"),
    ("Barack Obama was the first U.S. president since Clinton to visit Finland.", "first of"),
]


@pytest.mark.parametrize(("text", "kind"), RANKED)
def test_who_comes_last_or_first_since_another_is_read(text: str, kind: str) -> None:
    (line,) = lines(text)
    assert f"{kind} {VISITS}" in line


SILENT = [
    "Obama would be the first president to visit Russia.",
    "The first president to visit Russia will be Obama.",
    "Obama hopes to be the first U.S. president to visit Russia.",
    "Obama was the first foreign president to visit Russia.",
    "It was the third time that Obama had cancelled a meeting with Merkel.",
    "It was not until 2013 that Obama and Merkel met.",
    "It was the second time that the two had met.",
    "The last time Obama and Merkel planned to meet was in 2013.",
    "Three U.S. presidents have visited Russia: Clinton and Obama.",
    "Only two U.S. presidents plan to visit Russia: Clinton and Obama.",
    "Obama met Putin in Moscow in 2009, the first U.S. president to do so.",
    "Obama was to visit Russia in 2013, the first U.S. president to do so.",
    "Biden was vice president when he first met Putin, in Moscow in 2011.",
    "Biden was vice president when he hoped to meet Putin in Moscow.",
    "Obama was vice president when he met Putin in Moscow in 2011.",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_planned_or_of_others_is_not_read(text: str) -> None:
    assert lines(text) == []


def test_every_row_fills_some_group() -> None:
    for cleft in clefts().rows:
        names = cleft.pattern.groupindex
        assert "roster" not in names or {"who", "nth", "office"} <= names.keys()
        assert "time" not in names or "nth" in names
        assert any(name.startswith(("skip", "pause", "time", "roster", "alone")) for name in names)
