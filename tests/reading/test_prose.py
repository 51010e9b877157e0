"""Sentences as reporters and encyclopaedias write them, and what they claim."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.model.statements import Document
from summitry.reading import read
from tests.reading.notation import short
from tests.reading.some_names import some_names

NAMES = some_names()
WRITTEN = date(2025, 8, 16)
GENEVA = "took place joe-biden+vladimir-putin in-person geneva 2021-06-01..2021-06-30"
HELSINKI = "took place donald-trump+vladimir-putin in-person helsinki 2018-07-01..2018-07-31"
AUGUST = "took place donald-trump+vladimir-putin in-person helsinki 2018-08-16"
YEAR = "took place donald-trump+vladimir-putin in-person helsinki 2018-01-01..2018-12-31"
IN_2018 = "took place donald-trump+vladimir-putin in-person 2018-01-01..2018-12-31"
MEETINGS = "donald-trump+vladimir-putin in-person"
CALLS = "donald-trump+vladimir-putin phone"
SIX = ["6 of donald-trump+vladimir-putin in-person 2017-01-20..2021-01-20", HELSINKI]
MOSCOW = "took place barack-obama+vladimir-putin in-person moscow 2009-01-01..2009-12-31"
CALL = "took place vladimir-putin+joe-biden phone 2022-03-01..2022-03-31"

READ: list[tuple[str, list[str]]] = [
    # what only sets an event beside others
    ("In 2009 Obama even met Putin in Moscow.", [MOSCOW]),
    ("Another call between Putin and Biden came in March 2022.", [CALL]),
    # that something did not come of it takes for granted that it was
    ("Trump and Putin's meeting in Helsinki in July 2018 did not yield a treaty.", [HELSINKI]),
    # examples of what is counted
    *(
        (f"Trump met Putin six times in his first term, {words} in Helsinki in July 2018.", SIX)
        for words in ("most notably", "including", "but most famously", "memorably")
    ),
    # definitions
    (
        "The Geneva summit of June 2021 was a meeting in Geneva, between Biden and Putin.",
        [GENEVA],
    ),
    # brackets, titles and the text's own day
    ("Joe Biden (USA) met Vladimir Putin (Russia) in Geneva in June 2021.", [GENEVA]),
    ("Pres. Biden met Putin in Geneva.", ["took place joe-biden+vladimir-putin in-person geneva"]),
    ("In Geneva, former President Joe Biden met Putin in June 2021.", [GENEVA]),
    ("On this day in 2018, Trump met Putin in Helsinki.", [AUGUST]),
    ("Later in 2018, Trump met Putin in Helsinki, where a crowd had come.", [YEAR]),
    # how many, of which some are told of, and by whose count
    ("In 2018 Trump and Putin spoke on the phone twice.", [f"2 of {CALLS} 2018-01-01..2018-12-31"]),
    ("Trump and Putin called each other five times, two of them in May.", [f"5 of {CALLS}"]),
    ("Trump and Putin met twice - once in Helsinki and once in Osaka.", [f"2 of {MEETINGS}"]),
    ("Trump and Putin have met five times, per official records.", [f"5 of {MEETINGS}"]),
    ("Trump and Putin met five times in little more than two years.", [f"5- of {MEETINGS}"]),
    # what went on meanwhile, and when in the course of it
    ("Trump met Putin in Helsinki in July 2018, with tensions high.", [HELSINKI]),
    ("Trump shook hands with Putin at the start of their talks in 2018.", [IN_2018]),
    # a place in a list of what they spoke about
    ("Trump and Putin held talks on arms control, Iran and Syria in 2018.", [IN_2018]),
    # an entry's label, and a place by whose it is
    ("Trump: Trump met Putin in Finland's Helsinki in July 2018.", [HELSINKI]),
]


@pytest.mark.parametrize(("text", "claims"), READ)
def test_a_sentence_of_prose_is_read(text: str, claims: list[str]) -> None:
    assert _claims(text) == claims


SILENT = [
    "The meeting in Helsinki in July 2018 between Trump and Putin did not go ahead.",
    "Trump and Putin shook hands in Helsinki under the treaty of 1972.",
    "Trump and Putin met twice during his presidency.",
    "Putin met former President Trump in Helsinki in July 2018.",
    "Not counting a lunch, Trump's talks with Putin in Helsinki were their first since 2017.",
    "Trump and Putin never met with no result.",
    "In addition, Trump and Putin met twice.",
    "Putin: Trump met Biden in Moscow.",
    "Trump left Putin.\n\n2000: Helsinki",
    "Contacts between Putin and Trump\n\nFACTS. July 16, 2018. It rained.",
    "Trump left Putin. In all, he held seven meetings in the United States.",
    "Trump awaits Putin. A second call since May 2025 is near; the first was on 3 June 2025.",
    "Trump spoke fondly of Putin in July 2018.",
    "In July 2018 Putin had talks with Jens Stoltenberg.",
    "Trump and Putin met one-on-one in July 2018, with their ministers in the room.",
    "Biden was asked about it. His talks with Obama in July 2009 were about Syria.",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_cannot_be_told_makes_no_claim(text: str) -> None:
    assert _claims(text) == []


def _claims(text: str) -> list[str]:
    found = read(Document(text=text, as_of=WRITTEN, published=WRITTEN), NAMES).statements
    return [short(claim) for one in found for claim in one.claims]
