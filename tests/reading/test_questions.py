from __future__ import annotations

from datetime import date

import pytest

from summitry.model.claims import Claim
from summitry.model.problems import InputError
from summitry.model.questions import SOMEBODY, Hole, opened
from summitry.model.statements import Document
from summitry.reading import read
from summitry.reading.questions import read_question
from summitry.reading.thread.asked import Told, openings, told
from tests.telling.golden_claims import GOLDEN
from tests.telling.small_names import NAMES

AS_OF = date(2025, 8, 16)


def claim_of(question: str) -> Claim:
    return read_question(question, NAMES, as_of=AS_OF).claim


# --- what is told is asked back -------------------------------------------------------------------


@pytest.mark.parametrize("sentence", [sentence for _, sentence in GOLDEN])
def test_whatever_is_read_of_prose_can_be_asked(sentence: str) -> None:
    reading = read(Document(text=sentence, as_of=AS_OF), NAMES)
    claims = [claim for statement in reading.statements for claim in statement.claims]
    question = f"Is it true that {sentence}"
    if claims:
        assert list(read_question(question, NAMES, as_of=AS_OF).claims) == claims
    else:
        with pytest.raises(InputError):
            read_question(question, NAMES, as_of=AS_OF)


# --- one question in many words -------------------------------------------------------------------

ALIKE = {
    "How many times did Joe Biden meet Vladimir Putin in 2021?": [
        "How often did Joe Biden meet Vladimir Putin in 2021?",
        "How often have Joe Biden and Vladimir Putin met in 2021?",
        "On how many occasions did Joe Biden and Vladimir Putin meet in 2021?",
        "How many meetings did Joe Biden and Vladimir Putin have in 2021?",
        "How many meetings were there between Joe Biden and Vladimir Putin in 2021?",
        "How many meetings between Joe Biden and Vladimir Putin took place in 2021?",
    ],
    "When did Joe Biden last meet Vladimir Putin?": [
        "When was the last meeting between Joe Biden and Vladimir Putin?",
        "When was the last time that Joe Biden met Vladimir Putin?",
        "On what date did Joe Biden last meet Vladimir Putin?",
        "How long has it been since Joe Biden met Vladimir Putin?",
        "How long ago did Joe Biden last meet Vladimir Putin?",
        "What was the date of the last meeting between Joe Biden and Vladimir Putin?",
    ],
    "Where did Joe Biden meet Vladimir Putin in 2021?": [
        "In which city did Joe Biden meet Vladimir Putin in 2021?",
        "In what country did Joe Biden meet Vladimir Putin in 2021?",
        "When did Joe Biden meet Vladimir Putin in 2021?",
    ],
    "Did Joe Biden meet Vladimir Putin in Geneva?": [
        "Have Joe Biden and Vladimir Putin ever met in Geneva?",
        "Was there a meeting between Joe Biden and Vladimir Putin in Geneva?",
        "Is it true that Joe Biden and Vladimir Putin met in Geneva?",
        "Did Joe Biden meet with Vladimir Putin in Geneva?",
    ],
    "How long did the meeting between Joe Biden and Vladimir Putin in Geneva last?": [
        "How long was the meeting between Joe Biden and Vladimir Putin in Geneva?",
        "How long did Joe Biden and Vladimir Putin meet in Geneva?",
        "For how long did Joe Biden and Vladimir Putin meet in Geneva?",
    ],
    "Who met Vladimir Putin in Geneva?": [
        "Who did Vladimir Putin meet in Geneva?",
        "With whom did Vladimir Putin meet in Geneva?",
        "Who did Vladimir Putin meet with in Geneva?",
    ],
}


@pytest.mark.parametrize(
    ("question", "other"), [(one, other) for one, others in ALIKE.items() for other in others]
)
def test_other_words_ask_the_same(question: str, other: str) -> None:
    assert claim_of(other) == claim_of(question)


@pytest.mark.parametrize("question", ALIKE)
def test_what_is_asked_for_is_open_in_the_claim(question: str) -> None:
    found = read_question(question, NAMES, as_of=AS_OF)
    assert found.hole in {Hole.TRUTH, Hole.PERSON} or opened(found.claim, found.hole) == found.claim


# --- what isn't read ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("", "it is empty"),
        ("Did Joe Biden meet Vladimir Putin? Where?", "it is more than one question"),
        ("Who met Vladimir Putin and where?", "it asks for more than one thing"),
        ("Will Joe Biden meet Vladimir Putin?", "has happened, not of what is or may be"),
        ("When will Joe Biden meet Vladimir Putin?", "has happened, not of what is or may be"),
        ("Why did Joe Biden meet Vladimir Putin?", '"why" is not asked of a record'),
        ("Didn't Joe Biden meet Vladimir Putin?", "it asks whether something did not happen"),
        ("Did Joe Biden never meet Vladimir Putin?", "it asks whether something did not happen"),
        ("Did Narendra Modi meet Vladimir Putin?", "somebody in it isn't in the record"),
        ("How many times did Joe Biden praise Vladimir Putin?", "no claim can be made of it"),
        ("When did Joe Biden meet Vladimir Putin before their wedding?", "was not read"),
        ("Did Joe Biden and Vladimir Putin speak or meet in 2021?", "no claim can be made of it"),
        ("What is the capital of France?", "no claim can be made of it"),
        ("Biden Putin", "no claim can be made of it"),
    ],
)
def test_the_refusal_says_why(question: str, why: str) -> None:
    with pytest.raises(InputError, match=r"^can't read the question") as refusal:
        read_question(question, NAMES, as_of=AS_OF)
    assert why in str(refusal.value)


def test_a_long_text_is_no_question_and_is_not_repeated() -> None:
    with pytest.raises(InputError) as refusal:
        read_question("Did Joe Biden meet " + "x" * 10_000 + "?", NAMES, as_of=AS_OF)
    assert len(str(refusal.value)) < 500


# --- from what is asked to what is told -----------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "clause"),
    [
        ("did Bush meet Putin in May", Told("Bush", "met", "Putin in May")),
        ("did Bush last meet Putin", Told("Bush last", "met", "Putin")),
        ("has Bush ever visited Russia", Told("Bush ever", "visited", "Russia")),
        ("have Bush and Putin been in contact", Told("Bush and Putin", "were in contact", "")),
        ("has Bush been to Russia", Told("Bush", "has been to", "Russia")),
        ("have Bush and Putin not met", Told("Bush and Putin", "have not met", "")),
        ("did Bush and Putin speak by phone", Told("Bush and Putin", "spoke", "by phone")),
        ("did the meeting in May last", Told("the meeting in May", "lasted", "")),
        ("was the meeting in May", Told("the meeting in May", "was", "")),
        ("was there a meeting in May", Told("a meeting in May", "took place", "")),
        ("did Bush take office in May", Told("Bush", "took office", "in May")),
    ],
)
def test_the_question_is_undone(asked: str, clause: Told) -> None:
    assert next(told(asked)) == clause


@pytest.mark.parametrize(
    ("stands", "sentence"),
    [
        ("front", "On Monday, the two met in May."),
        ("verb", "The two on Monday met in May."),
        ("end", "The two met in May on Monday."),
        ("stead", "The two met on Monday in May."),
    ],
)
def test_a_probe_stands_where_the_table_says(stands: str, sentence: str) -> None:
    assert (
        Told("the two", "met", "in May").sentence(
            "on Monday" if stands != "front" else "On Monday", stands
        )
        == sentence
    )


# --- the table ------------------------------------------------------------------------------------


def test_no_words_open_two_questions() -> None:
    words = [one for row in openings() for one in row.opens]
    assert len(set(words)) == len(words)
    assert all(one == one.lower() for one in words)


@pytest.mark.parametrize("row", openings(), ids=lambda row: row.opens[0])
def test_rows_are_whole(row) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    assert row.opens
    assert set(row.stands) <= {"front", "verb", "end", "stead"}
    assert bool(row.probes) == (row.hole is not Hole.TRUTH)
    assert all(("{noun}" in words) == row.noun for words in row.words)
    assert all("{}" in words for words in row.words if row.probes)


def test_somebody_is_nobody_of_a_record() -> None:
    assert SOMEBODY not in NAMES.people
