from __future__ import annotations

from datetime import date

import pytest

from summitry.model.bounds import Bounds, Tally
from summitry.model.citations import Source, SourceKind
from summitry.model.claims import Claim, Detail, HowMany, Lasted, TookPlace, WhichOne
from summitry.model.events import Encounter, Event
from summitry.model.findings import Bearing, Evidence, Finding, Gap, Lack, Verdict
from summitry.model.questions import ANY_NUMBER, Answer, Hole, Question
from summitry.model.when import Window
from summitry.telling.answers import (
    Answered,
    because,
    evidence,
    gaps,
    instead,
    lines,
    says,
    value,
)
from summitry.telling.basis import Basis
from summitry.telling.check import Role
from tests.telling.short import PUTIN, TRUMP, met
from tests.telling.small_events import ANCHORAGE, HAMBURG, HELSINKI
from tests.telling.small_names import NAMES

MET = met(TRUMP, PUTIN)
OPEN_AFTER = (Gap(Lack.COVERAGE),)


def finding(claim: Claim, *events: Event, verdict: Verdict = Verdict.SUPPORTED) -> Finding:
    rows = tuple(Evidence(event, Bearing.COUNTS, ()) for event in events)
    lacking = verdict is Verdict.NOT_ENOUGH_EVIDENCE
    return Finding(
        claim=claim,
        verdict=verdict,
        tally=Tally(len(events), len(events)) if events else None,
        evidence=rows,
        gaps=OPEN_AFTER if lacking else (),
    )


def at(event: Encounter) -> TookPlace:
    return TookPlace(
        selection=met(TRUMP, PUTIN, place=event.place, window=Window.of(event.when.outer))
    )


def answered(hole: Hole, asked: Claim, *found: Finding, ground: Finding | None = None) -> Answered:
    return Answered(
        answer=Answer(question=Question("Well?", hole, (asked,)), found=found, ground=ground),
        as_of=date(2025, 8, 16),
        basis=Basis(title="A record", version="1", digest="0f", events=3),
        names=NAMES,
        sources={"s": Source(id="s", title="A source", kind=SourceKind.PRESS)},
    )


WHEN = TookPlace(selection=MET)
WHOLE = finding(WHEN, HAMBURG, HELSINKI)
OPEN = finding(WHEN, HAMBURG, HELSINKI, verdict=Verdict.NOT_ENOUGH_EVIDENCE)
NEVER = HowMany(selection=MET, number=Bounds.exactly(0))
BOTH = tuple(finding(at(event), event) for event in (HAMBURG, HELSINKI))


@pytest.mark.parametrize(
    ("bounds", "told"),
    [
        (Bounds(11, 11), "11"), (Bounds(0, 0), "0"), (Bounds(7, None), "at least 7"),
        (Bounds(13, 14), "13 or 14"), (Bounds(4, 9), "4 to 9"), (Bounds(0, 3), "at most 3"),
    ],
)  # fmt: skip
def test_numbers_are_told_in_digits(bounds: Bounds, told: str) -> None:
    asked = HowMany(selection=MET, number=ANY_NUMBER)
    found = finding(HowMany(selection=MET, number=bounds))
    assert value(answered(Hole.NUMBER, asked, found, ground=found)) == told


@pytest.mark.parametrize(
    ("hole", "told"),
    [
        (Hole.TIME, "7 July 2017; 16 July 2018"),
        (Hole.YEAR, "2017; 2018"),
        (Hole.PLACE, "Hamburg; Helsinki"),
    ],
)
def test_each_event_gives_its_day_and_place(hole: Hole, told: str) -> None:
    assert value(answered(hole, WHEN, *BOTH, ground=WHOLE)) == told
    assert value(answered(hole, WHEN, *BOTH, ground=OPEN)) == f"{told}, perhaps among others"


def test_the_sentence_has_each_event_and_what_keeps_others_from_being_known() -> None:
    told = (
        "Donald Trump and Vladimir Putin met: in Hamburg on 7 July 2017"
        " and in Helsinki on 16 July 2018"
    )
    assert says(answered(Hole.TIME, WHEN, *BOTH, ground=WHOLE)) == f"{told}."
    open_one = says(answered(Hole.TIME, WHEN, *BOTH, ground=OPEN))
    assert open_one == f"{told}, but the record is not complete for such meetings."


@pytest.mark.parametrize(
    ("position", "edge"), [(1, "or earlier"), (3, "or earlier"), (-1, "or later")]
)
def test_an_order_that_is_open_leaves_the_day_on_its_side(position: int, edge: str) -> None:
    asked = WhichOne(selection=MET, position=position, that=MET)
    ground = finding(asked, HELSINKI, verdict=Verdict.NOT_ENOUGH_EVIDENCE)
    found = finding(at(HELSINKI), HELSINKI)
    assert value(answered(Hole.TIME, asked, found, ground=ground)) == f"16 July 2018 {edge}"
    assert value(answered(Hole.PLACE, asked, found, ground=ground)) is None
    assert says(answered(Hole.PLACE, asked, found, ground=ground)) == because(
        answered(Hole.PLACE, asked, found, ground=ground)
    )


@pytest.mark.parametrize(
    ("hole", "told"),
    [
        (Hole.TIME, "never"), (Hole.YEAR, "never"), (Hole.PLACE, "nowhere"),
        (Hole.COUNTRY, "nowhere"), (Hole.PERSON, "nobody"), (Hole.LENGTH, "never"),
    ],
)  # fmt: skip
def test_what_never_was_is_said(hole: Hole, told: str) -> None:
    ground = finding(WHEN, verdict=Verdict.REFUTED)
    never = answered(hole, WHEN, finding(NEVER), ground=ground)
    assert value(never) == told
    assert says(never) == "Donald Trump and Vladimir Putin never met."


@pytest.mark.parametrize(
    ("verdict", "told", "opening"),
    [
        (Verdict.SUPPORTED, "yes", "Yes: Donald Trump and Vladimir Putin met"),
        (Verdict.REFUTED, "no", "No: the record holds "),
        (Verdict.NOT_ENOUGH_EVIDENCE, None, "That is not known: the record is not complete"),
        (Verdict.CONFLICTING_EVIDENCE, None, "Sources disagree: the record holds "),
    ],
)
def test_yes_or_no_follows_from_the_verdict(
    verdict: Verdict, told: str | None, opening: str
) -> None:
    one = finding(WHEN, verdict=verdict)
    asked = answered(Hole.TRUTH, WHEN, one, ground=one)
    assert value(asked) == told
    assert says(asked).startswith(opening)


def test_without_any_finding_nothing_is_known() -> None:
    nothing = answered(Hole.PERSON, WHEN)
    assert value(nothing) is None
    assert says(nothing) == because(nothing) == "The record holds nothing that answers this."
    assert (gaps(nothing), instead(nothing), evidence(nothing.answer)) == ((), None, ())


def test_a_length_is_told_in_minutes() -> None:
    claim = Detail(selection=at(HAMBURG).selection, aspect=Lasted(Bounds.exactly(136)))
    found = finding(claim, HAMBURG)
    assert value(answered(Hole.LENGTH, claim, found, ground=found)) == "136 minutes"


def test_the_events_that_are_told_come_first_and_each_once() -> None:
    asked = WhichOne(selection=MET, position=-1, that=MET)
    that = at(ANCHORAGE).selection
    found = finding(WhichOne(selection=MET, position=-1, that=that), HAMBURG, HELSINKI, ANCHORAGE)
    rows = evidence(answered(Hole.TIME, asked, found, ground=found).answer)
    assert [one.row for one in rows] == [ANCHORAGE, HAMBURG, HELSINKI]


def test_the_lines_have_the_question_the_day_the_record_and_the_sentence() -> None:
    told = answered(Hole.TIME, WHEN, *BOTH, ground=OPEN)
    by_role = {line.role: line.text for line in lines(told, width=500, most_evidence=1)}
    assert by_role[Role.QUOTE] == "“Well?”"
    assert by_role[Role.ABOUT].startswith("As of 16 August 2025, by A record, version 1")
    assert by_role[Role.VERDICT] == says(told)
    assert by_role[Role.EVIDENCE].strip() == "- and one more"


@pytest.mark.parametrize("width", [40, 60, 100])
def test_lines_keep_to_their_width(width: int) -> None:
    told = lines(answered(Hole.TIME, WHEN, *BOTH, ground=OPEN), width=width)
    assert max(len(line.text) for line in told) <= width
