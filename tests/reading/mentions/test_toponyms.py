"""A name means a place of the record only where no other place may be meant."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.model.statements import Document
from summitry.reading import read
from tests.reading.notation import short
from tests.records import person, place, record

NAMES = record(
    people=[
        person("ann-alder"),
        person("bob-byrne"),
        person("george-potomac"),
    ],
    places=[
        place("fr", kind="country", name="France"),
        place("us", kind="country", name="United States"),
        place("ge", kind="country", name="Georgia"),
        place("jm", kind="country", name="Jamaica"),
        place("ca", kind="country", name="Canada"),
        place("mx", kind="country", name="Mexico"),
        place("ohio", kind="region", name="Ohio", within="us"),
        place("paris", name="Paris", within="fr"),
        place("lyon", name="Lyon", within="fr"),
        place("potomac", name="Potomac", within="us"),
        place("tbilisi", name="Tbilisi", within="ge"),
        place("kingston-jm", name="Kingston", within="jm"),
        place("kingston-ca", name="Kingston", within="ca"),
    ],
).names()


def lines(text: str) -> list[str]:
    document = Document(text=text, as_of=date(2025, 8, 16))
    return [short(c) for s in read(document, NAMES).statements for c in s.claims]


MEANT = [
    ("Alder visited Paris.", ["paris"]),
    ("Alder visited Paris, France, in 2013.", ["paris 2013-01-01..2013-12-31"]),
    ("Alder visited Paris (France) in 2013.", ["paris 2013-01-01..2013-12-31"]),
    ("Alder visited Paris, in France, in 2013.", ["paris 2013-01-01..2013-12-31"]),
    ("Alder visited Paris, Lyon and Tbilisi.", ["paris", "lyon", "tbilisi"]),
    ("Alder visited Tbilisi, Georgia.", ["tbilisi"]),
    ("Alder visited Kingston, Jamaica.", ["kingston-jm"]),
    ("Alder visited Kingston, Canada.", ["kingston-ca"]),
    ("Alder visited Potomac in 2013.", ["potomac 2013-01-01..2013-12-31"]),
    ("Alder visited Paris and Potomac.", ["paris", "potomac"]),
]


@pytest.mark.parametrize(("text", "places"), MEANT)
def test_a_place_that_its_words_surely_name(text: str, places: list[str]) -> None:
    assert lines(text) == [f"took place visit ann-alder {said}" for said in places]


def test_a_family_name_that_a_place_bears_too_is_one_or_the_other_by_where_it_stands() -> None:
    said = "in-person potomac 2013-01-01..2013-12-31"
    assert lines("Alder met Byrne in Potomac in 2013.") == [
        f"took place ann-alder+bob-byrne {said}"
    ]
    assert lines("Potomac visited Paris.") == ["took place visit george-potomac paris"]


@pytest.mark.parametrize(
    "where",
    [
        "Paris, Texas", "Paris, Ohio", "Paris (Texas)", "Paris, in Texas", "Paris, Île-Perrot",
        "New Mexico", "the Paris Basin", "Nowhere, Ohio", "Georgia", "Atlanta, Georgia", "Kingston",
        "Kingston, Ontario", "Paris, Ohio and Lyon",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "sentence",
    [
        "Alder visited {} in 2013.",
        "Alder never visited {}.",
        "Alder met Byrne in {} in 2013.",
        "Alder paid a visit to {} in 2013.",
    ],
)
def test_a_place_that_may_be_another_is_left_alone(sentence: str, where: str) -> None:
    assert lines(sentence.format(where)) == []
