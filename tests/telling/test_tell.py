from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.lexicon.tables import admitted, table
from summitry.model.bounds import Bounds
from summitry.model.claims import (
    Claim,
    FirstSince,
    HowMany,
    SinceDays,
    Spell,
    TookPlace,
)
from summitry.model.rules import counting_rules
from summitry.telling.dates import DateStyle
from summitry.telling.tell import tell
from tests.telling.drawn_claims import claims
from tests.telling.golden_claims import ANCHORAGE, GENEVA, GOLDEN, YEAR_2013, held, took
from tests.telling.short import (
    TRUMP,
    as_,
    met,
)
from tests.telling.small_names import NAMES, one_day

DOC = Path(__file__).parents[2] / "docs" / "told-english.md"


@pytest.mark.parametrize(("claim", "told"), GOLDEN, ids=[told for _, told in GOLDEN])
def test_a_claim_is_told(claim: Claim, told: str) -> None:
    assert tell(claim, NAMES) == told


def test_no_two_claims_of_the_table_are_told_alike() -> None:
    assert len({told for _, told in GOLDEN}) == len(GOLDEN)


AP = [
    (took(GENEVA), "Joe Biden and Vladimir Putin met in Geneva on June 16, 2021."),
    (
        FirstSince(selection=met(TRUMP), that=ANCHORAGE, anchor=SinceDays(YEAR_2013)),
        (
            "The meeting between Donald Trump and Vladimir Putin in Anchorage on Aug. 15, 2025, was"
            " their first since 2013."
        ),
    ),
    (
        took(met(host=as_("parmelin"), window=one_day("2021-06-16"))),
        "Joe Biden and Vladimir Putin met on June 16, 2021, hosted by Guy Parmelin.",
    ),
    (
        held(Spell(one_day("2000-05-07"), one_day("2008-05-07"))),
        "Vladimir Putin was president of Russia from May 7, 2000, to May 7, 2008.",
    ),
]


@pytest.mark.parametrize(("claim", "told"), AP)
def test_a_claim_is_told_in_ap_style(claim: Claim, told: str) -> None:
    assert tell(claim, NAMES, style=DateStyle.AP) == told


def test_several_rules_are_told_one_after_the_other() -> None:
    rules = ("talks", "every-encounter")
    told = tell(took(met()), NAMES)[:-1]
    says = "; or ".join(counting_rules()[rule].says for rule in rules)
    claim = TookPlace(selection=met(), rules=rules)
    assert tell(claim, NAMES) == f"{told}, counting {says}."


def test_the_default_rule_goes_without_saying_only_where_it_is_the_default() -> None:
    counted = HowMany(selection=met(), number=Bounds.exactly(2), rules=("every-encounter",))
    assert "counting" not in tell(counted, NAMES)
    assert "counting" in tell(
        TookPlace(selection=met(), rules=("every-encounter-in-office",)), NAMES
    )


@pytest.mark.parametrize("row", sorted(table("admitted")))
def test_what_words_admit_by_themselves_goes_without_saying(row: str) -> None:
    claim = HowMany(selection=met(), number=Bounds.exactly(2), rules=admitted(row))
    assert tell(claim, NAMES) == "Joe Biden and Vladimir Putin met exactly twice."


_BLEMISHES = re.compile(
    r"\b(?:1|2|one|two) times\b|the the\b|a the\b|\ba a\b|  |None|\.\.|,,|,\.| ,|\{|\}|\ba [aeio]"
)


@given(claims(), st.sampled_from(DateStyle))
def test_every_claim_is_told_as_one_clean_sentence(claim: Claim, style: DateStyle) -> None:
    told = tell(claim, NAMES, style=style)
    assert told.endswith(".")
    assert told[0] == told[0].upper()
    assert not _BLEMISHES.search(told)


@pytest.mark.parametrize(
    "form",
    [
        "have not met TAIL since ANCHOR",
        "was the one in Anchorage on 15 August 2025",
        "was their first TAIL since",
        "held a standalone meeting",
        "was full president of Russia",
        "Not one president",
    ],
)
def test_the_page_of_told_english_names_the_forms(form: str) -> None:
    assert form in " ".join(DOC.read_text("utf-8").split())
