"""Claims: a closed union whose kinds have names, equal where they mean the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from summitry.model.bounds import Bounds
from summitry.model.claims import (
    Claim,
    ClaimKind,
    Detail,
    FirstSince,
    Held,
    HowMany,
    Lasted,
    NoneSince,
    NthOf,
    Quote,
    SinceDays,
    SoMany,
    SomeDay,
    Spell,
    TookPlace,
    WhichOne,
    Who,
    kind_of,
)
from summitry.model.people import PersonId
from summitry.model.rules import counting_rules
from summitry.model.selection import Holder, Selection, Someone
from summitry.model.when import ALWAYS, Window

US = Holder("us-president")
PUTIN = Someone("vladimir-putin")
MEETINGS = Selection(who=US, whom=PUTIN)
IN_2021 = Window.between(date(2021, 1, 1), date(2021, 12, 31))

CLAIMS: dict[str, Claim] = {
    "took_place": TookPlace(selection=MEETINGS),
    "how_many": HowMany(selection=MEETINGS, number=Bounds.exactly(2)),
    "which_one": WhichOne(selection=MEETINGS, position=1, that=MEETINGS.narrowed(IN_2021)),
    "first_since": FirstSince(selection=MEETINGS, anchor=SinceDays(IN_2021), that=MEETINGS),
    "none_since": NoneSince(selection=MEETINGS, anchor=SinceDays(IN_2021)),
    "who": Who(among=US, selection=MEETINGS, roster=SoMany(Bounds(5, None))),
    "held": Held(person="vladimir-putin", office="ru-president", time=SomeDay(IN_2021)),
    "detail": Detail(selection=MEETINGS, aspect=Lasted(Bounds(120, None))),
}


def test_every_kind_of_claim_has_a_name_of_its_own() -> None:
    assert {type(claim) for claim in CLAIMS.values()} == set(get_args(Claim))
    assert [kind_of(claim) for claim in CLAIMS.values()] == list(CLAIMS) == list(ClaimKind)


@pytest.mark.parametrize("claim", CLAIMS.values(), ids=CLAIMS)
def test_the_place_in_a_text_is_no_part_of_a_claim(claim: Claim) -> None:
    quoted = replace(claim, quote=Quote("met twice", 10, 19))
    assert quoted == claim
    assert hash(quoted) == hash(claim)
    assert quoted.quote is not None


@pytest.mark.parametrize("claim", CLAIMS.values(), ids=CLAIMS)
def test_the_rules_that_the_words_admit_are_part_of_a_claim(claim: Claim) -> None:
    assert set(claim.rules) <= counting_rules().keys()
    assert replace(claim, rules=("talks",)) != claim


def test_a_position_counts_from_one_from_either_end() -> None:
    for position in (1, 7, -1, -2):
        which = WhichOne(selection=MEETINGS, position=position, that=MEETINGS)
        assert which.position == position
    message = r"^a position counts from 1, or from -1 backwards, got 0$"
    with pytest.raises(ValueError, match=message):
        WhichOne(selection=MEETINGS, position=0, that=MEETINGS)


def test_the_position_of_a_holder_counts_from_one() -> None:
    someone = PersonId("bill-clinton")
    assert NthOf(someone) == NthOf(someone, 1) != NthOf(someone, 2)
    for position in (0, -1):
        with pytest.raises(ValueError, match=rf"^a position counts from 1, got {position}$"):
            NthOf(someone, position)


def test_a_spell_says_something_of_an_end() -> None:
    assert Spell(began=ALWAYS) != Spell(ended=ALWAYS) != Spell(began=ALWAYS, ended=ALWAYS)
    message = r"^a spell names when it began, when it ended, or both$"
    with pytest.raises(ValueError, match=message):
        Spell()


@pytest.mark.parametrize(
    "selection",
    [Selection(who=US, whom=PUTIN), Selection(who=PUTIN, whom=US)],
)
def test_the_office_asked_about_is_either_party(selection: Selection) -> None:
    assert Who(among=US, selection=selection, roster=SoMany(Bounds(1, None))).among == US


@pytest.mark.parametrize(
    "selection",
    [Selection(who=US, whom=US), Selection(who=PUTIN, whom=Holder("us-vice-president"))],
    ids=["both", "neither"],
)
def test_the_office_asked_about_is_one_party_only(selection: Selection) -> None:
    message = r"^one party of the selection, and one only, must be the office asked about$"
    with pytest.raises(ValueError, match=message):
        Who(among=US, selection=selection, roster=SoMany(Bounds(1, None)))
