from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.desk.records import open_record
from summitry.desk.resolve import (
    MOST_COMPARED,
    resolve_occasion,
    resolve_party,
    resolve_place,
)
from summitry.model.names import Names, fold
from summitry.model.places import PlaceKind
from summitry.model.problems import UnknownName
from summitry.model.selection import Holder, Someone
from tests.records import person, record

NAMES: Final = open_record().names()

PARTIES: Final = {
    "vladimir-putin": Someone("vladimir-putin"),
    "Vladimir Putin": Someone("vladimir-putin"),
    "putin": Someone("vladimir-putin"),
    "  VLADIMIR   putin ": Someone("vladimir-putin"),
    "George H. W. Bush": Someone("george-h-w-bush"),
    "William Jefferson Clinton": Someone("bill-clinton"),
    "us-president": Holder("us-president"),
    "President of the United States": Holder("us-president"),
    "U.S. president": Holder("us-president"),
    "russian PRESIDENT": Holder("ru-president"),
}


@pytest.mark.parametrize(("text", "party"), PARTIES.items())
def test_a_name_an_alias_or_an_id_names_a_party(text: str, party: Someone | Holder) -> None:
    assert resolve_party(text, NAMES) == party


@pytest.mark.parametrize(
    ("text", "id"),
    [("Benouville", "benouville"), ("BÉNOUVILLE", "benouville"), ("Peking", "beijing")],
)
def test_accents_and_case_make_no_difference(text: str, id: str) -> None:
    assert resolve_place(text, NAMES).id == id


@pytest.mark.parametrize(
    ("text", "id"), [("G-20", "g20"), ("G20 Hamburg 2017", "g20-hamburg-2017")]
)
def test_a_series_and_a_gathering_of_it_are_told_apart(text: str, id: str) -> None:
    assert resolve_occasion(text, NAMES).id == id


def test_every_own_name_and_id_names_its_row() -> None:
    for known in NAMES.people.values():
        assert resolve_party(known.name, NAMES) == Someone(known.id)
        assert resolve_party(known.id, NAMES) == Someone(known.id)
    for office in NAMES.offices.values():
        assert resolve_party(office.name, NAMES) == Holder(office.id)
    for place in NAMES.places.values():
        assert resolve_place(place.id, NAMES) == place
    for occasion in NAMES.occasions.values():
        assert resolve_occasion(occasion.name, NAMES) == occasion


def test_a_full_name_is_meant_before_another_s_alias() -> None:
    people = dict(NAMES.people)
    people["joe-biden"] = replace(people["joe-biden"], aliases=("Barack Obama",))
    names = replace(NAMES, people=people)
    assert resolve_party("Barack Obama", names) == Someone("barack-obama")


# Names that are refused, and what the refusal says.
REFUSED: Final = {
    "Bush": 'ambiguous leader "Bush": "George H. W. Bush" or "George W. Bush"',
    "bush": 'ambiguous leader "bush": "George H. W. Bush" or "George W. Bush"',
    "Bsuh": 'unknown leader "Bsuh" (did you mean "George H. W. Bush" or "George W. Bush"?)',
    "Medvedyev": 'unknown leader "Medvedyev" (did you mean "Dmitry Medvedev"?)',
    "Qqq": 'unknown leader "Qqq" (expected a person or office of the record)',
    "": 'unknown leader "" (expected a person or office of the record)',
    "a\nb": 'unknown leader "a b" (expected a person or office of the record)',
}


@pytest.mark.parametrize(("text", "message"), REFUSED.items())
def test_what_names_nobody_or_several_is_refused(text: str, message: str) -> None:
    with pytest.raises(UnknownName) as refused:
        resolve_party(text, NAMES)
    assert str(refused.value) == message


def test_of_many_names_some_are_offered() -> None:
    people = {
        f"bush-{n}": replace(NAMES.people["george-w-bush"], id=f"bush-{n}", name=f"Bush {n}")
        for n in range(6)
    }
    with pytest.raises(UnknownName) as refused:
        resolve_party("Bush", replace(NAMES, people=people))
    assert str(refused.value) == (
        'ambiguous leader "Bush": "Bush 0" or "Bush 1" or "Bush 2" or "Bush 3" and 2 more'
    )


def test_of_two_places_of_one_name_the_ids_are_offered() -> None:
    with pytest.raises(UnknownName) as refused:
        resolve_place("Singapore", NAMES)
    assert str(refused.value) == 'ambiguous place "Singapore": "sg" or "singapore"'
    assert resolve_place("singapore", NAMES).kind is PlaceKind.CITY


def test_a_record_without_names_offers_none() -> None:
    empty = Names(
        people={},
        offices={},
        tenures=(),
        places={},
        series={},
        occasions={},
        landmarks={},
        topics={},
    )
    with pytest.raises(UnknownName, match="expected a place of the record"):
        resolve_place("Geneva", empty)


@given(st.text(max_size=80))
def test_any_text_is_a_name_or_refused_in_one_line(text: str) -> None:
    said = ""
    try:
        resolve_party(text, NAMES)
    except UnknownName as refused:
        said = str(refused)
    assert "\n" not in said
    assert len(said) < 500


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_among_very_many_names_those_that_share_a_word_or_the_beginning_are_offered() -> None:
    many = [f"Body {number} of the {number % 7}" for number in range(MOST_COMPARED)]
    people = [person(f"p-{n}", name=name, family_name=name) for n, name in enumerate(many)]
    names = record(people=[*people, person("acme", name="Acme Tradng", family_name="Acme")]).names()

    with pytest.raises(UnknownName, match=r'unknown leader "Acme Trading" .*"Acme Tradng"'):
        resolve_party("Acme Trading", names)
    assert resolve_party("body 77 of THE 0", names) == Someone("p-77")
