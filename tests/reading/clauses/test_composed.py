"""Mentions that compose with what stands beside them: terms, turns, lives, contrasts."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.model.statements import Document
from summitry.reading import read
from tests.reading.notation import short
from tests.reading.some_names import some_names

NAMES = some_names()
TWO = "barack-obama+angela-merkel in-person"
TRUMP = "donald-trump+vladimir-putin in-person"


YEAR = "{0}-01-01..{0}-12-31".format


def lines(text: str) -> list[str]:
    reading = read(Document(text=text, as_of=date(2025, 8, 16)), NAMES)
    return [short(claim) for statement in reading.statements for claim in statement.claims]


READ = [
    # terms by their elections, and the time of somebody else in office
    ("Putin met Reagan twice in Reagan's second term.",
     ["2 of vladimir-putin+ronald-reagan in-person 1985-01-20..1989-01-20"]),
    ("Putin visited the United States twice during the Obama presidency.",
     ["2 of visit vladimir-putin us 2009-01-20..2017-01-20"]),
    ("Trump met Putin twice in his first term.", [f"2 of {TRUMP} 2017-01-20..2021-01-20"]),
    # since somebody's turn, and since what somebody did
    ("Biden has not met Putin since he left office.",
     ["none of joe-biden+vladimir-putin in-person since 2025-01-20"]),
    ("No U.S. president has visited Russia since Obama.",
     ["none of visit @us-president ru since (visit barack-obama ru)"]),
    ("Trump and Putin have not met since they shook hands in Hamburg in 2017.",
     [f"none of {TRUMP} since ({TRUMP} hamburg 2017-01-01..2017-12-31)"]),
    # that there was none
    ("There was no meeting between Obama and Merkel in 2013.",
     [f"0 of {TWO} 2013-01-01..2013-12-31"]),
    ("Hamburg was a meeting between Obama and Merkel.", [f"took place {TWO} hamburg"]),
    # in what capacity
    ("Obama first met Putin as president of Russia in Hamburg in 2012.",
     [f"#1 of barack-obama+vladimir-putin[ru-president] in-person is hamburg {YEAR(2012)}"]),
    # what came in the end, and places each with its time
    ("Obama went on to meet Merkel in Hamburg in 2013.",
     [f"took place {TWO} hamburg {YEAR(2013)}"]),
    ("Obama and Merkel met one last time in Hamburg in 2016.",
     [f"#-1 of {TWO} is hamburg {YEAR(2016)}"]),
    ("Obama met Merkel in Moscow in 2009, in Geneva in 2010 and in Hamburg in 2013.",
     [f"took place {TWO} moscow {YEAR(2009)}", f"took place {TWO} geneva {YEAR(2010)}",
      f"took place {TWO} hamburg {YEAR(2013)}"]),
    # what chooses nothing
    ("Putin came to the United States in 2001 at Bush's invitation.",
     ["took place visit vladimir-putin us 2001-01-01..2001-12-31"]),
    ("Obama met Putin, who was again prime minister, in Moscow in 2009.",
     ["took place barack-obama+vladimir-putin in-person moscow 2009-01-01..2009-12-31"]),
    ("Obama met Merkel in Hamburg, not in Moscow, in 2013.",
     [f"took place {TWO} hamburg 2013-01-01..2013-12-31"]),
    ("Obama met Merkel in Hamburg in 2013, two days before the vote.",
     [f"took place {TWO} hamburg 2013-01-01..2013-12-31"]),
    ("Obama met Merkel in Hamburg in 2013 for the first time in two years.",
     [f"took place {TWO} hamburg 2013-01-01..2013-12-31"]),
]  # fmt: skip

SILENT = [
    "Obama and Merkel met twice in 2013, two days before the vote.",
    "Obama visited Germany in 2013 but not in 2016.",
    "Putin received Obama and Trump in Moscow, the latter in 2018.",
    "Merkel's shortest meeting with Obama was in Hamburg.",
    "Trump and Putin have not met since a scandal in Hamburg.",
]


@pytest.mark.parametrize(("text", "claims"), READ)
def test_what_stands_beside_a_word_of_meeting_is_read_with_it(text: str, claims: list[str]) -> None:
    assert lines(text) == claims


@pytest.mark.parametrize("text", SILENT)
def test_what_may_choose_or_deny_silences_it(text: str) -> None:
    assert lines(text) == []


def test_what_is_said_respectively_goes_by_its_place() -> None:
    text = "Obama and Trump met Merkel in 2013 and 2017 respectively."
    assert lines(text) == [
        f"took place {TWO} {YEAR(2013)}",
        f"took place donald-trump+angela-merkel in-person {YEAR(2017)}",
    ]


def test_who_is_received_is_received_by_whoever_leads_there() -> None:
    assert lines("Merkel was received in the United States in 2013.") == [
        f"took place @us-president+angela-merkel in-person us hosted by @us-president {YEAR(2013)}"
    ]


def test_a_title_before_a_name_after_as_is_a_capacity() -> None:
    assert lines("As president Clinton made seven trips to Russia.") == [
        "7 of visit bill-clinton[us-president] ru"
    ]
