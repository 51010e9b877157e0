from __future__ import annotations

from typing import Final

import pytest

from tests.faces.command import Ran, call, run
from tests.faces.shapes import ANSWER, mismatches

AS_OF: Final = "2025-12-31"
KNOWN: Final = "Where did Joe Biden and Vladimir Putin meet in June 2021?"
REFUTED: Final = "Did Joe Biden and Vladimir Putin meet in Helsinki in June 2021?"
UNKNOWN: Final = "Did Joe Biden and Vladimir Putin speak by phone in May 2021?"
UNREAD: Final = "Why did Joe Biden meet Vladimir Putin?"


def asked(question: str, *arguments: str) -> Ran:
    return call("ask", question, "--as-of", AS_OF, *arguments)


def unwrapped(text: str) -> str:
    return " ".join(text.split())


# --- statuses -----------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize(
    ("question", "status"), [(KNOWN, 0), (REFUTED, 0), (UNKNOWN, 1)], ids=["known", "no", "open"]
)
def test_the_status_says_whether_there_is_an_answer(question: str, status: int, form: str) -> None:
    ran = asked(question, "--format", form)
    assert (ran.status, ran.err) == (status, "")
    assert ran.out


@pytest.mark.parametrize("question", [UNREAD, "", "Biden Putin", "x" * 1_000])
def test_what_cant_be_read_is_refused_in_one_line(question: str) -> None:
    ran = asked(question)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("summitry: can't read the question ")
    assert ran.err.count("\n") == 1
    assert "(expected one question" in ran.err


@pytest.mark.parametrize(
    "arguments", [("--as-of", "2025-13-01"), ("--format", "html"), ("--evidence", "some")]
)
def test_a_bad_option_is_refused(arguments: tuple[str, ...]) -> None:
    ran = call("ask", KNOWN, *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.count("\n") == 1


# --- JSON ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "answer", "verdict"),
    [
        (KNOWN, "Geneva", None),
        (REFUTED, "no", "refuted"),
        (UNKNOWN, None, "not_enough_evidence"),
    ],
    ids=["known", "no", "open"],
)
def test_the_json_has_the_shape_of_an_answer(
    question: str, answer: str | None, verdict: str | None
) -> None:
    data = asked(question, "--format", "json").json
    assert mismatches(data, ANSWER) == []
    assert (data["question"], data["answer"], data["verdict"]) == (question, answer, verdict)
    assert data["as_of"] == AS_OF
    assert bool(data["gaps"]) == (answer is None)


def test_an_answer_has_its_events_with_their_sources() -> None:
    (event, *_) = asked(KNOWN, "--format", "json").json["evidence"]
    assert event["when"] == "2021-06-16"
    assert event["citations"]


def test_the_event_that_answers_comes_first() -> None:
    question = "When did Donald Trump and Vladimir Putin last meet?"
    (event, *_) = asked(question, "--format", "json").json["evidence"]
    assert event["when"] == "2025-08-15"


def test_the_day_decides() -> None:
    question = "How many times did Donald Trump and Vladimir Putin meet?"
    answers = {
        day: call("ask", question, "--as-of", day, "--format", "json").json["answer"]
        for day in ("2017-01-01", "2018-12-31", "2025-12-31")
    }
    assert len(set(answers.values())) == 3


# --- text ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("question", [KNOWN, REFUTED, UNKNOWN])
def test_the_text_tells_what_the_json_holds(question: str) -> None:
    told, data = unwrapped(asked(question).out), asked(question, "--format", "json").json
    assert f"“{question}”" in told
    assert unwrapped(data["says"]) in told
    assert f"{data['record']['title']}, version {data['record']['version']}" in told
    assert "As of 31 December 2025, " in told


@pytest.mark.parametrize("rows", [0, 1, 4])
def test_no_more_rows_of_evidence_than_asked_for(rows: int) -> None:
    question = "How often did George W. Bush and Vladimir Putin meet?"
    shown = asked(question, "--evidence", str(rows)).out.splitlines()
    assert sum(line.startswith("    - ") and " met " in line for line in shown) == rows


def test_a_question_is_answered_by_the_installed_command() -> None:
    ran = run("ask", KNOWN)
    assert (ran.status, ran.err) == (0, "")
    assert "Joe Biden and Vladimir Putin met in Geneva on 16 June 2021." in unwrapped(ran.out)
