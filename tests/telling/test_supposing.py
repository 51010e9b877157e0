from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.model.bounds import Bounds
from summitry.model.claims import (
    Claim,
    FirstSince,
    HowMany,
    SinceDays,
    SinceEvent,
    TookPlace,
    WhichOne,
)
from summitry.telling.dates import DateStyle
from summitry.telling.supposing import suppose, whether
from tests.telling.short import BIDEN, PUTIN, RU_PRESIDENT, US_PRESIDENT, met, visited
from tests.telling.small_names import NAMES, one_day, window

OFFICES = met(US_PRESIDENT, RU_PRESIDENT)
THERE = met(US_PRESIDENT, RU_PRESIDENT, place="geneva")
EVERY = ", counting every encounter, group sessions included."
MEETING = met(place="geneva", window=one_day("2021-06-16"))
BEFORE = met(place="moscow", window=one_day("2011-03-10"))

TOLD: list[tuple[Claim, str]] = [
    (
        WhichOne(selection=met(), position=7, that=MEETING),
        "It would be their seventh meeting" + EVERY,
    ),
    (
        WhichOne(selection=met(), position=4, that=MEETING, rules=("talks",)),
        (
            "It would be their fourth meeting, counting sit-down talks only, while both led"
            " their countries, without pull-asides and group sessions."
        ),
    ),
    (
        WhichOne(selection=met(place="geneva"), position=1, that=MEETING),
        "It would be their first meeting in Geneva.",
    ),
    (
        WhichOne(selection=THERE, position=1, that=MEETING),
        (
            "It would be the first meeting between a president of the United States and a "
            "president of Russia in Geneva."
        ),
    ),
    (
        WhichOne(selection=visited(PUTIN, "us"), position=8, that=visited(PUTIN, "us")),
        "It would be Vladimir Putin's eighth visit to the United States.",
    ),
    (
        WhichOne(selection=visited(RU_PRESIDENT, "us"), position=1, that=visited(PUTIN, "us")),
        "It would be the first visit to the United States by a president of Russia.",
    ),
    (
        HowMany(selection=met(), number=Bounds(9, 10)),
        "It would be their ninth or tenth meeting" + EVERY,
    ),
    (
        HowMany(selection=met(), number=Bounds(7, 9)),
        "It would be their seventh, eighth or ninth meeting" + EVERY,
    ),
    (
        HowMany(selection=met(), number=Bounds(7, 11)),
        "It would be their seventh to 11th meeting" + EVERY,
    ),
    (
        HowMany(selection=met(), number=Bounds(3, None)),
        "It would be at least their third meeting" + EVERY,
    ),
    (
        FirstSince(selection=met(), anchor=SinceEvent(BEFORE), that=MEETING),
        "It would be their first meeting since their meeting in Moscow on 10 March 2011.",
    ),
    (
        FirstSince(selection=OFFICES, anchor=SinceEvent(BEFORE), that=MEETING),
        (
            "It would be the first meeting between a president of the United States and a "
            "president of Russia since the meeting between Joe Biden and Vladimir Putin in "
            "Moscow on 10 March 2011."
        ),
    ),
    (
        FirstSince(
            selection=visited(BIDEN, "ru"),
            anchor=SinceDays(window("2011-01-01", "2011-12-31")),
            that=visited(BIDEN, "ru"),
        ),
        "It would be Joe Biden's first visit to Russia since 2011.",
    ),
]


@pytest.mark.parametrize(("claim", "told"), TOLD, ids=[told for _, told in TOLD])
def test_a_claim_is_told_of_what_is_supposed(claim: Claim, told: str) -> None:
    assert suppose(claim, NAMES) == told
    clause = told.removeprefix("It would be").removesuffix(".")
    assert whether(claim, NAMES) == f"whether it would be{clause}"


def test_days_are_written_in_the_style() -> None:
    claim = FirstSince(selection=met(), anchor=SinceEvent(BEFORE), that=MEETING)
    assert suppose(claim, NAMES, style=DateStyle.AP).endswith("on March 10, 2011.")
    assert suppose(claim, NAMES, style=DateStyle.ISO).endswith("on 2011-03-10.")


def test_what_tells_neither_a_number_nor_a_first_is_refused() -> None:
    with pytest.raises(ValueError, match="not told of what is supposed: TookPlace"):
        suppose(TookPlace(selection=met()), NAMES)


@given(st.integers(1, 40), st.integers(0, 5))
def test_the_first_number_is_the_least(least: int, more: int) -> None:
    told = suppose(HowMany(selection=met(), number=Bounds(least, least + more)), NAMES)
    exact = suppose(HowMany(selection=met(), number=Bounds.exactly(least)), NAMES)
    assert told.split()[4].rstrip(",") == exact.split()[4]
