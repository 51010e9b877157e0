"""Two who did something together at one place met there; what they may do apart says nothing."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.model.statements import Document
from summitry.reading import read
from tests.reading.notation import short
from tests.reading.some_names import some_names

NAMES = some_names()


def lines(text: str) -> list[str]:
    reading = read(Document(text=text, as_of=date(2025, 8, 16)), NAMES)
    return [short(claim) for statement in reading.statements for claim in statement.claims]


MET = "took place {} in-person {} {}".format
MERKEL = "barack-obama+angela-merkel"
YEARS = "{0}-01-01..{0}-12-31".format

READ = [
    ("Obama and Merkel compared notes on trade in Hamburg in 2009.",
     MET(MERKEL, "hamburg", YEARS(2009))),
    ("In Geneva in 2010 Obama and Merkel came close to a deal on steel.",
     MET(MERKEL, "geneva", YEARS(2010))),
    ("Obama and Merkel said goodbye to each other in Helsinki in 2016.",
     MET(MERKEL, "helsinki", YEARS(2016))),
    ("In 2010 Obama strolled with Merkel in Geneva.", MET(MERKEL, "geneva", YEARS(2010))),
    ("Obama sat by a fire in Geneva with Merkel in 2010.", MET(MERKEL, "geneva", YEARS(2010))),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claim"), READ)
def test_what_two_did_together_at_a_place_is_a_meeting(text: str, claim: str) -> None:
    assert lines(text) == [claim]


def test_one_who_had_the_other_to_his_house_received_them() -> None:
    (claim,) = lines("In 2010 Obama had Merkel to his house in Geneva.")
    assert claim == f"took place {MERKEL} in-person geneva hosted by barack-obama {YEARS(2010)}"


SILENT = [
    "Obama and Merkel did not agree in Geneva.",
    "Obama and Merkel would sign a treaty in Hamburg in 2009.",
    "Obama and Merkel were born in Hamburg.",
    "Obama and Merkel answered questions in Hamburg in 2009.",
    "Obama and Merkel agreed by phone on a deal in Geneva in 2009.",
    "The ministers of Obama and Merkel signed a treaty in Hamburg in 2009.",
    "Obama, Merkel and Putin signed a treaty in Hamburg in 2009.",
    "Obama laughed with his aides in Hamburg in 2009 about Merkel.",
    "Obama almost had Merkel to his house, but would not go to Geneva.",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_two_may_do_apart_is_none(text: str) -> None:
    assert lines(text) == []
