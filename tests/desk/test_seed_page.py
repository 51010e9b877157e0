"""The page that started the project: what it says, and what the bundled record says of that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest

from summitry.desk.check import check
from summitry.desk.documents import open_document
from summitry.desk.records import open_record
from summitry.faces.wire import check_json

PAGE: Final = Path(__file__).parents[2] / "examples" / "history-of-interactions.txt"
AS_OF: Final = date(2025, 8, 16)


@dataclass(frozen=True, slots=True)
class Said:
    """A claim of the page: the start of its sentence, its kind, and words of what it is read as.

    ``event`` is among the events that the verdict rests on ("": times in office, or coverage);
    ``because`` has words of the reason, and ``instead`` of the correction.
    """

    sentence: str
    kind: str
    says: tuple[str, ...]
    event: str = ""
    verdict: str = "supported"
    because: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()


CLINTON: Final = "Bill Clinton"
BUSH: Final = "George W. Bush"
OBAMA: Final = "Barack Obama"
TRUMP: Final = "Donald Trump"
BIDEN: Final = "Joe Biden"
PUTIN: Final = "Vladimir Putin"
MEDVEDEV: Final = "Dmitry Medvedev"
IN_OFFICE: Final = "was president of the United States from"

CLAIMS: Final = (
    # who held the office when, headings
    Said("Bill Clinton (President", "held", (CLINTON, IN_OFFICE, "1993 to 2001")),
    Said("George W. Bush (President", "held", (BUSH, IN_OFFICE, "2001 to 2009")),
    Said("Barack Obama (President", "held", (OBAMA, IN_OFFICE, "2009 to 2017")),
    Said("Donald Trump (President", "held", (TRUMP, IN_OFFICE, "2017 to 2021")),
    Said(
        "Donald Trump (President",
        "held",
        (TRUMP, "was elected president of the United States in 2025"),
        verdict="refuted",
        because=("5 November 2024",),
        instead=("5 November 2024",),
    ),
    # Clinton
    Said(
        "Clinton was the first U.S. president",
        "who",
        (CLINTON, "first president of the United States to meet", PUTIN),
        "auckland-1999",
    ),
    Said(
        "Clinton was the first U.S. president",
        "held",
        (PUTIN, "became president of Russia in late 1999"),
        because=("acting president of Russia from 31 December 1999",),
    ),
    # Bush
    Said(
        "Bush and Putin had multiple meetings",
        "how_many",
        (BUSH, PUTIN, "met at least twice in the early 2000s"),
        "brdo-2001",
    ),
    Said(
        "Key summits included meetings at G8",
        "took_place",
        (BUSH, PUTIN, "at a G8 gathering"),
        "genoa-2001",
    ),
    Said(
        "Key summits included meetings at G8",
        "took_place",
        (BUSH, PUTIN, "at a NATO gathering"),
        "bucharest-2008",
    ),
    # Obama
    Said(
        "In July 2009, Obama visited Moscow",
        "took_place",
        (OBAMA, "visited Moscow in July 2009"),
        "obama-ru-2009-07",
    ),
    Said(
        "In July 2009, Obama visited Moscow",
        "took_place",
        (OBAMA, MEDVEDEV, "in Moscow in July 2009 while Medvedev was president of Russia"),
        "moscow-2009-medvedev",
    ),
    Said(
        "In July 2009, Obama visited Moscow",
        "took_place",
        (OBAMA, PUTIN, "in Moscow in July 2009 while Putin was prime minister of Russia"),
        "moscow-2009-putin",
    ),
    Said("In July 2009, Obama visited", "held", (MEDVEDEV, "president of Russia in July 2009")),
    Said("In July 2009, Obama visited", "held", (PUTIN, "prime minister of Russia in July 2009")),
    Said(
        "Significant meetings included G20",
        "took_place",
        (OBAMA, PUTIN, "at a G20 gathering"),
        "los-cabos-2012",
    ),
    # Trump
    Said(
        "The first meeting was on July 7, 2017",
        "which_one",
        (TRUMP, PUTIN, "The first meeting", "on 7 July 2017 at G20 Hamburg 2017"),
        "hamburg-2017",
    ),
    Said(
        "The first meeting was on July 7, 2017",
        "detail",
        (TRUMP, PUTIN, "7 July 2017", "lasted more than two hours"),
        "hamburg-2017",
    ),
    Said(
        "Two leaders met multiple times", "how_many", (TRUMP, PUTIN, "at least twice"), "osaka-2019"
    ),
    Said(
        "Two leaders met multiple times",
        "took_place",
        (TRUMP, PUTIN, "met in Helsinki in 2018"),
        "helsinki-2018",
    ),
    Said(
        "On August 15, 2025, they met again",
        "took_place",
        (TRUMP, PUTIN, "met in Anchorage on 15 August 2025"),
        "anchorage-2025",
    ),
    Said(
        "On August 15, 2025, they met again",
        "which_one",
        (TRUMP, PUTIN, "The seventh meeting", "in Anchorage on 15 August 2025"),
        "anchorage-2025",
        because=(
            (
                "is the seventh on record, counting each gathering once, while both led their"
                " countries"
            ),
            (
                "counting each encounter of the two while both led their countries, without group"
                " sessions"
            ),
            "counting sit-down talks only",
            "counting every encounter",
        ),
    ),
    Said(
        "This was Putin's first U.S. visit",
        "first_since",
        (PUTIN, "visit to the United States on 15 August 2025 was his first since 2015"),
        "putin-us-2025-08",
    ),
    Said(
        "This was Putin's first U.S. visit",
        "first_since",
        (TRUMP, PUTIN, "15 August 2025 was their first since the full-scale invasion of Ukraine"),
        "anchorage-2025",
    ),
    # all of them
    Said(
        "Putin has engaged with every U.S. president",
        "who",
        ("Every president of the United States since Bill Clinton", PUTIN),
        "brdo-2001",
    ),
    Said(
        "While no U.S. president has travelled",
        "none_since",
        ("No president of the United States has visited Russia since", OBAMA, "2013"),
        "obama-ru-2013-09",
    ),
    Said(
        "While no U.S. president has travelled",
        "how_many",
        (PUTIN, "visited the United States at least three times in the earlier years"),
        "putin-us-2001-11",
    ),
    # Biden
    Said(
        "Russian President Vladimir Putin met with Joe Biden",
        "how_many",
        (BIDEN, PUTIN, "met only once while both were in office"),
        "geneva-2021",
    ),
    Said(
        "Russian President Vladimir Putin met with Joe Biden",
        "took_place",
        (BIDEN, PUTIN, "met in Geneva in June 2021 while both were in office"),
        "geneva-2021",
    ),
    Said(
        "In December 2021, Putin and Biden",
        "took_place",
        (BIDEN, PUTIN, "spoke by video link in December 2021"),
        "video-2021-12-07",
    ),
)

Json = dict[str, Any]


@pytest.fixture(scope="module")
def statements() -> list[Json]:
    checked = check(open_document(str(PAGE), as_of=AS_OF), open_record())
    found: list[Json] = check_json(checked)["statements"]
    return found


def claims(statements: list[Json], said: Said) -> list[Json]:
    """The claims of that sentence and kind that are read as such."""
    return [
        claim
        for statement in statements
        if statement["text"].startswith(said.sentence)
        for claim in statement["claims"]
        if claim["kind"] == said.kind and all(words in claim["says"] for words in said.says)
    ]


@pytest.mark.parametrize("said", CLAIMS, ids=lambda said: f"{said.says[0]} {said.says[-1]}")
def test_a_claim_is_found_and_judged_right(statements: list[Json], said: Said) -> None:
    (claim,) = claims(statements, said)
    assert claim["verdict"] == said.verdict, claim["because"]
    assert not said.event or said.event in {one["event"] for one in claim["evidence"]}
    assert [words for words in said.because if words not in claim["because"]] == []
    assert [words for words in said.instead if words not in (claim["correction"] or "")] == []
    assert (claim["correction"] is not None) == (said.verdict == "refuted")


def test_nothing_else_is_claimed(statements: list[Json]) -> None:
    expected = {id(claim) for said in CLAIMS for claim in claims(statements, said)}
    others = [
        claim["says"]
        for statement in statements
        for claim in statement["claims"]
        if id(claim) not in expected
    ]
    assert others == []


def test_every_event_is_cited(statements: list[Json]) -> None:
    for statement in statements:
        for claim in statement["claims"]:
            assert claim["evidence"], claim["says"]
            assert all(one["citations"] for one in claim["evidence"])


# Sentences that claim nothing which the record could hold: moods, aims, topics, troops, threats.
SILENT: Final = (
    "Information on prior encounters",
    "In this article, we delve",
    "Early meetings established",
    "However, tensions grew",
    "Early talks aimed",
    "After the 2014 Crimea annexation",
    "Discussions included the Syria crisis",
    "The early 2000s were marked",
    "Obama attempted",
    "Trump’s meetings were often framed",
    "This summary captures",
    "During their meeting in June 2021",
    "Biden threatened sanctions",
)


@pytest.mark.parametrize("start", SILENT)
def test_moods_aims_and_threats_are_left_alone(statements: list[Json], start: str) -> None:
    text = PAGE.read_text("utf-8")
    assert start in text
    assert [one["text"] for one in statements if one["text"].startswith(start)] == []
