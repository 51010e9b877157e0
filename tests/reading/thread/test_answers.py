"""An answer says what its question asks about; one that isn't understood says nothing."""

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


MERKEL = "barack-obama+angela-merkel in-person"
YEARS = "{0}-01-01..{0}-12-31".format
VISIT = "visit barack-obama de"

READ = [
    # how often
    ("How often did Obama visit Germany?", "Twice.", [f"2 of {VISIT}"]),
    ("How many times did Obama visit Germany?", "Six.", [f"6 of {VISIT}"]),
    ("How often did Obama visit Germany?", "He went once, in 2013.",
     [f"1 of {VISIT}", f"took place {VISIT} {YEARS(2013)}"]),
    ("How often did Obama visit Germany?", "Never.", [f"0 of {VISIT}"]),
    # whether
    ("Did Obama ever visit Germany?", "No.", [f"0 of {VISIT}"]),
    ("Did Obama ever visit Germany?", "No, he did not.", [f"0 of {VISIT}"]),
    ("Has Obama met Merkel?", "Yes, in Hamburg in 2009.",
     [f"took place {MERKEL} hamburg {YEARS(2009)}"]),
    ("Have Obama and Merkel met?", "They have, twice.", [f"2 of {MERKEL}"]),
    ("Have Obama and Merkel met?", "Yes. In Hamburg, in 2009.",
     [f"took place {MERKEL} hamburg {YEARS(2009)}"]),
    # when and where
    ("When did Obama visit Germany?", "In June 2013.",
     [f"took place {VISIT} 2013-06-01..2013-06-30"]),
    ("When did Obama meet Merkel in Hamburg?", "July 2009.",
     [f"took place {MERKEL} hamburg 2009-07-01..2009-07-31"]),
    ("Where did Obama meet Merkel in 2009?", "Hamburg.",
     [f"took place {MERKEL} hamburg {YEARS(2009)}"]),
    # who
    ("Who met Merkel in Hamburg in 2009?", "Barack Obama.",
     [f"took place {MERKEL} hamburg {YEARS(2009)}"]),
    # true or false
    ("True or false: Obama never visited Germany.", "True. Nor did Trump.",
     ["0 of visit donald-trump de"]),
]  # fmt: skip


@pytest.mark.parametrize(("question", "answer", "claims"), READ)
def test_an_answer_is_read_with_its_question(question: str, answer: str, claims: list[str]) -> None:
    assert lines(f"{question}\n{answer}") == claims


def test_an_answer_is_read_with_the_question_of_its_number() -> None:
    quiz = (
        "1. How often did Obama visit Germany? a) once b) twice\n"
        "2. Where did Obama meet Merkel in 2009?\n\n"
        "Answers\n\n1. b) He went twice.\n2. In Hamburg."
    )
    assert lines(quiz) == [f"2 of {VISIT}", f"took place {MERKEL} hamburg {YEARS(2009)}"]


SILENT = [
    ("Did Obama visit Germany?", "It depends on whom you ask."),
    ("Did Obama visit Germany?", "Yes."),
    ("Did Obama visit Germany five times?", "No."),
    ("Did Obama first meet Merkel in Hamburg?", "No."),
    ("Did Obama meet Merkel in Hamburg or in Geneva?", "In Geneva."),
    ("True or false: Obama visited Germany twice.", "False."),
    ("How often did Obama visit Germany?", "Nobody knows."),
    ("How often did Obama visit Germany?", "Depending on how you count, he may have gone twice."),
    ("Will Obama visit Germany?", "In 2013."),
    ("When did Obama visit Germany?", "It rained.\nIn 2013."),
]


@pytest.mark.parametrize(("question", "answer"), SILENT)
def test_what_answers_nothing_says_nothing(question: str, answer: str) -> None:
    assert lines(f"{question}\n{answer}") == []
