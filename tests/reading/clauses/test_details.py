"""What is told of a meeting after it: how long, about what; and of one more that followed."""

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


YEARS = "{0}-01-01..{0}-12-31".format
MERKEL = "barack-obama+angela-merkel in-person"
MET = "Obama and Merkel met in Hamburg in 2013. "
THERE = f"{MERKEL} hamburg {{}}{YEARS(2013)}".format

OF_THE_LAST = [
    ("They talked about Syria.", [f"took place {THERE('syria ')}"]),
    ("They spoke for 50 minutes.", [f"took place {THERE('')}", f"{THERE('')} lasted 50"]),
    ("They met again in Geneva in 2014.",
     [f"took place {MERKEL} geneva {YEARS(2014)}"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), OF_THE_LAST)
def test_they_talked_tells_of_the_meeting_spoken_of_last(text: str, claims: list[str]) -> None:
    assert lines(MET + text)[1:] == claims


def test_of_several_meetings_none_is_the_last() -> None:
    met = "Obama and Merkel met in Hamburg in 2013 and in Geneva in 2014. "
    told = lines(met + "They talked about Syria.")
    assert told[2:] == ["took place barack-obama+angela-merkel syria"]


def test_every_topic_of_a_list_is_told() -> None:
    told = lines("Obama and Merkel met in Hamburg in 2013 to discuss Syria and arms control.")
    assert told == [f"took place {THERE('syria ')}", f"{THERE('')} about arms-control"]


CALL = "barack-obama+angela-merkel phone {0}"

FOLLOWED = [
    ("A 50-minute phone call between Obama and Merkel followed in 2013.",
     [f"took place {CALL}", f"{CALL} lasted 50"]),
    ("A second meeting between Obama and Merkel followed in Hamburg in 2013.",
     [f"took place {MERKEL} hamburg {{0}}"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), FOLLOWED)
def test_what_followed_took_place(text: str, claims: list[str]) -> None:
    assert lines(text) == [claim.format(YEARS(2013)) for claim in claims]


def test_two_own_a_meeting_together() -> None:
    assert lines("Obama and Merkel's first meeting was in Hamburg in 2013.") == [
        f"#1 of {MERKEL} is hamburg {YEARS(2013)}"
    ]


SILENT = [
    "The meeting of Obama and Merkel followed a visit to Geneva in 2013.",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_another_event_followed_is_not_read(text: str) -> None:
    assert not any("geneva" in line for line in lines(text))
