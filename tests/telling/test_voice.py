from __future__ import annotations

from dataclasses import replace

import pytest

from summitry.model.occasions import Landmark, Occasion
from summitry.model.people import Office
from summitry.model.places import Place, PlaceKind
from summitry.telling.voice import Voice
from tests.telling.small_names import NAMES, on

VOICE = Voice(NAMES)


def test_a_family_name_that_two_bear_is_not_used_alone() -> None:
    assert VOICE.again("biden") == "Biden"
    assert VOICE.again("bush-43") == "George W. Bush"


@pytest.mark.parametrize(
    ("name", "title", "one", "many"),
    [
        (
            "President of the United States",
            "president",
            "president of the United States",
            "presidents of the United States",
        ),
        ("U.S. President", "president", "U.S. president", "U.S. presidents"),
        (
            "Secretary of State of the United States",
            "secretary of state",
            "secretary of state of the United States",
            "secretaries of state of the United States",
        ),
        ("Pope", "pope", "pope", "popes"),
        ("Holy Father", "pope", "Holy Father", "Holy Father"),
    ],
)
def test_an_office_is_told_with_its_title_in_lower_case(
    name: str, title: str, one: str, many: str
) -> None:
    names = replace(NAMES, offices={"it": Office(id="it", name=name, title=title)})
    assert Voice(names).office("it") == one
    assert Voice(names).offices("it") == many


@pytest.mark.parametrize(
    ("kind", "name", "told"),
    [
        (PlaceKind.COUNTRY, "Netherlands", "in the Netherlands"),
        (PlaceKind.COUNTRY, "The Gambia", "in the Gambia"),
        (PlaceKind.COUNTRY, "Georgia", "in the country of Georgia"),
        (PlaceKind.CITY, "Hamburg", "in Hamburg"),
        (PlaceKind.CITY, "The Hague", "in The Hague"),
        (PlaceKind.VENUE, "Metropol Hotel", "at the Metropol Hotel"),
        (PlaceKind.VENUE, "Camp David", "at Camp David"),
        (PlaceKind.VENUE, "Prime Minister's Office", "at Prime Minister's Office"),
        (PlaceKind.REGION, "Crimea", "in Crimea"),
    ],
)
def test_a_place_has_the_preposition_and_article_that_it_needs(
    kind: PlaceKind, name: str, told: str
) -> None:
    names = replace(NAMES, places={"it": Place(id="it", name=name, kind=kind)})
    assert Voice(names).in_place("it") == told


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("G20 Hamburg 2017", "G20 Hamburg 2017"),
        ("Tehran Conference", "the Tehran Conference"),
        ("Funeral of Leonid Brezhnev", "the funeral of Leonid Brezhnev"),
        ("Brezhnev's funeral", "Brezhnev's funeral"),
        ("the Tehran Conference", "the Tehran Conference"),
    ],
)
def test_an_occasion_has_the_article_that_its_words_ask_for(name: str, told: str) -> None:
    names = replace(NAMES, occasions={"it": Occasion(id="it", name=name)})
    assert Voice(names).occasion("it") == told


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("invasion of Ukraine", "the invasion of Ukraine"),
        ("Annexation of Crimea", "the annexation of Crimea"),
        ("Russia's invasion of Ukraine", "Russia's invasion of Ukraine"),
        ("Brexit", "Brexit"),
    ],
)
def test_a_landmark_is_told_as_a_noun(name: str, told: str) -> None:
    names = replace(NAMES, landmarks={"it": Landmark(id="it", name=name, when=on("2022-02-24"))})
    assert Voice(names).landmark("it") == told
