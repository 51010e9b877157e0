from __future__ import annotations

import csv
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.desk.ask import answer, ask, reach
from summitry.desk.facts import rules_of
from summitry.desk.records import open_record
from summitry.model.bounds import Bounds
from summitry.model.claims import Claim, HowMany, NoneSince, SinceDays, TookPlace, WhichOne
from summitry.model.findings import Verdict
from summitry.model.problems import InputError
from summitry.model.questions import Answer, Hole, Question, opened
from summitry.model.selection import Selection, Someone
from summitry.model.statements import Document
from summitry.model.truth import Truth
from summitry.model.when import ALWAYS
from summitry.reading import read
from summitry.reckoning import Frame, evaluate_in
from summitry.telling.answers import Answered, says, value
from summitry.telling.basis import Basis
from tests.records import covers, encounter, place, record

SEED = Path(__file__).parents[2] / "examples" / "history-of-interactions.txt"
TABLE = Path(__file__).with_name("questions.csv")
TODAY = date(2025, 12, 31)
VIEW = open_record(None)
FRAME = Frame.of(VIEW, TODAY)


def rows() -> list[tuple[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [(row["question"], row["answer"]) for row in csv.DictReader(file)]


ANSWERED = [row for row in rows() if row[1] != "not read"]
REFUSED = [question for question, told in rows() if told == "not read"]


@cache
def asked(question: str) -> Answered:
    return ask(question, VIEW, as_of=None, today=TODAY)


# --- the bundled record --------------------------------------------------------------------------


@pytest.mark.parametrize(("question", "told"), ANSWERED, ids=[row[0] for row in ANSWERED])
def test_a_question_is_answered(question: str, told: str) -> None:
    assert (value(asked(question)) or "not known") == told


@pytest.mark.parametrize("question", REFUSED)
def test_what_cant_be_read_is_refused_in_one_line(question: str) -> None:
    with pytest.raises(InputError) as refusal:
        asked(question)
    message = str(refusal.value)
    assert message.startswith(f'can\'t read the question "{question}": ')
    assert "\n" not in message
    assert "(expected one question" in message


@pytest.mark.parametrize(("question", "told"), ANSWERED, ids=[row[0] for row in ANSWERED])
def test_every_claim_that_answers_is_supported(question: str, told: str) -> None:
    found = asked(question).answer
    if found.question.hole is not Hole.TRUTH:
        for one in found.found:
            claim = one.claim
            assert evaluate_in(FRAME, claim, rules_of(claim)).verdict is Verdict.SUPPORTED
    assert told == "not known" or found.found


COUNTED = [question for question, _ in ANSWERED if question.startswith(("How many", "How often"))]


@pytest.mark.parametrize("question", COUNTED)
def test_the_sentence_with_the_number_is_read_back_and_supported(question: str) -> None:
    told = asked(question)
    if not told.answer.found:
        return
    claims = read_again(says(told))
    assert claims
    assert {evaluate_in(FRAME, one, rules_of(one)).verdict for one in claims} == {Verdict.SUPPORTED}


def read_again(text: str) -> list[Claim]:
    reading = read(Document(text=text, as_of=TODAY), FRAME.names)
    return [claim for statement in reading.statements for claim in statement.claims]


def test_asking_back_gives_the_number_that_a_page_was_right_about() -> None:
    claims = [one for one in read_again(SEED.read_text("utf-8")) if isinstance(one, HowMany)]
    supported = [
        finding
        for finding in (evaluate_in(FRAME, one, rules_of(one)) for one in claims)
        if finding.verdict is Verdict.SUPPORTED
    ]
    assert supported
    for finding in supported:
        assert isinstance(finding.claim, HowMany)
        assert finding.rule is not None
        (told, *_) = answered(Hole.NUMBER, finding.claim, FRAME).found
        (by_it,) = [one.tally for one in told.counts if one.rule == finding.rule]
        assert by_it.bounds.within(finding.claim.number) is Truth.TRUE


# --- small records -------------------------------------------------------------------------------

BOTH = ("joe-biden", "vladimir-putin")


def small(*days: str, until: str = "2025-12-31", complete: bool = True) -> Frame:
    """The two met on these days, and a record that is complete for them up to a day, or isn't."""
    coverage = [covers("person:joe-biden", "person:vladimir-putin", f"0001-01-01/{until}")]
    view = record(
        people=list(BOTH),
        places=[place("ch", kind="country"), place("geneva", within="ch")],
        encounters=[encounter(" ".join(BOTH), day, place="geneva") for day in days],
        coverage=coverage if complete else [],
    )
    return Frame.of(view, TODAY)


MET = Selection(who=Someone(BOTH[0]), whom=Someone(BOTH[1]))


def answered(hole: Hole, claim: Claim, frame: Frame) -> Answer:
    whole = opened(claim, hole)
    assert whole is not None
    return answer(Question("?", hole, (whole,)), frame)


def told(hole: Hole, claim: Claim, frame: Frame) -> str | None:
    view = frame.view
    found = answered(hole, claim, frame)
    basis = Basis(title="A test record", version="1", digest="0f", events=0)
    return value(
        Answered(answer=found, as_of=TODAY, basis=basis, names=frame.names, sources=view.sources())
    )


HOW_MANY = HowMany(selection=MET, number=Bounds.exactly(7))
WHEN = TookPlace(selection=MET)
FIRST = WhichOne(selection=MET, position=1, that=MET)
LAST = WhichOne(selection=MET, position=-1, that=MET)
NOT_SINCE = NoneSince(selection=MET, anchor=SinceDays(ALWAYS))
DAYS = ("2021-06-16", "2021-12-07", "2022-02-12")

CASES: list[tuple[Hole, Claim, str | None, str | None]] = [
    (Hole.NUMBER, HOW_MANY, "3", "at least 3"),
    (Hole.TIME, FIRST, "16 June 2021", "16 June 2021 or earlier"),
    (Hole.TIME, LAST, "12 February 2022", "12 February 2022 or later"),
    (Hole.YEAR, LAST, "2022", "2022 or later"),
    (Hole.PLACE, FIRST, "Geneva", None),
    (Hole.COUNTRY, FIRST, "Ch", None),
    (Hole.YEAR, WHEN, "2021; 2022", "2021; 2022, perhaps among others"),
    (Hole.SINCE, NOT_SINCE, "12 February 2022", "12 February 2022 or later"),
]


@pytest.mark.parametrize(("hole", "claim", "whole", "_open"), CASES)
def test_a_complete_record_answers_in_full(
    hole: Hole, claim: Claim, whole: str | None, _open: str | None
) -> None:
    assert told(hole, claim, small(*DAYS)) == whole


@pytest.mark.parametrize(("hole", "claim", "_whole", "left_open"), CASES)
def test_a_record_that_may_lack_some_says_so(
    hole: Hole, claim: Claim, _whole: str | None, left_open: str | None
) -> None:
    frame = small(*DAYS, complete=False)
    assert told(hole, claim, frame) == left_open
    assert answered(hole, claim, frame).is_whole is False


@pytest.mark.parametrize(
    ("hole", "claim", "none"),
    [(Hole.NUMBER, HOW_MANY, "0"), (Hole.TIME, WHEN, "never"), (Hole.PLACE, WHEN, "nowhere"),
     (Hole.TIME, FIRST, "never"), (Hole.SINCE, NOT_SINCE, None)],
)  # fmt: skip
def test_what_never_was_is_said_where_the_record_is_complete(
    hole: Hole, claim: Claim, none: str | None
) -> None:
    assert told(hole, claim, small()) == none
    assert told(hole, claim, small(complete=False)) is None


@given(st.sets(st.dates(date(2021, 1, 20), date(2025, 1, 20)), max_size=6))
def test_as_many_as_there_were_are_counted(days: set[date]) -> None:
    frame = small(*sorted(map(date.isoformat, days)))
    assert told(Hole.NUMBER, HOW_MANY, frame) == str(len(days))


def test_a_record_reaches_as_far_as_it_is_complete_for_events_and_offices() -> None:
    one, other = BOTH
    events = covers(f"person:{one}", f"person:{other}", "0001-01-01/2025-08-01")
    offices = covers(f"person:{one}", "", "0001-01-01/2024-12-31", kind="tenure")
    assert reach(record(people=list(BOTH), coverage=[events, offices])) == date(2024, 12, 31)
    assert reach(record(people=list(BOTH), coverage=[events])) == date(2025, 8, 1)
    assert reach(record(people=list(BOTH))) == date.max


def test_a_day_that_is_given_decides() -> None:
    question = "How many times did Biden meet Putin?"
    early = ask(question, VIEW, as_of=date(2010, 1, 1), today=TODAY)
    assert early.as_of == date(2010, 1, 1)
    assert value(early) != value(asked(question))
