"""Names of a record, and the words that come of them."""

from __future__ import annotations

from unicodedata import normalize

import pytest

from summitry.reading.mentions.gazetteer import gazetteer
from summitry.reading.mentions.items import Item, OfficeItem, PersonItem, PlaceItem
from tests.records import office, person, place, record, stretch

SOVIET = stretch("1922-12-30/1991-12-26")
LEADER = OfficeItem(frozenset({"su-general-secretary"}))


@pytest.mark.parametrize("code", ["SU", "SUHH"])
@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("Moscow", PlaceItem("moscow")),
        ("the Soviet Union", PlaceItem("su")),
        ("Soviet demands", PlaceItem("su", belonging=True)),
        ("Russian demands", PlaceItem("ru", belonging=True)),
        ("the Soviet general secretary", LEADER),
        ("the general secretary of the Soviet Union", LEADER),
    ],
)
def test_a_former_state_has_its_words_and_the_later_one_its_own(
    code: str, text: str, item: Item
) -> None:
    names = record(
        places=[
            place("su", kind="country", name="Soviet Union", country=code, when=SOVIET),
            place("ru", kind="country", name="Russia", formerly="su"),
            place("moscow", within="ru"),
        ],
        offices=[office("su-general-secretary", country="su")],
    ).names()
    assert [mention.item for mention in gazetteer(names).find(text)] == [item]


SPELLED = [
    ("François Hollande", "Francois Hollande"),
    ("Lech Wałęsa", "Lech Walesa"),
    ("Jens Støre", "Jens Store"),
    ("Jens Støre", "Jens Stoere"),
    ("Gerhard Schröder", "Gerhard Schroeder"),
    ("Recep Erdoğan", "Recep Erdogan"),
    ("Ilham Əliyev", "Ilham Aliyev"),
    ("Milo Đukanović", "Milo Dukanovic"),
    ("Franz Strauß", "Franz Strauss"),
    ("Massimo D’Alema", "Massimo D'Alema"),
    ("Wałęsa", "Walesa"),
    ("São Paulo", "Sao Paulo"),
]


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(("accented", "bare"), SPELLED)
def test_accents_do_not_matter_on_either_side(accented: str, bare: str, turned: bool) -> None:  # noqa: FBT001 - a column
    kept, said = (bare, accented) if turned else (accented, bare)
    city = kept.endswith("Paulo")
    first, _, family = kept.rpartition(" ")
    names = record(
        people=[] if city else [person("x", name=f"{first or 'Ann'} {family}", family_name=family)],
        places=[place("x", name=kept)] if city else [],
    ).names()
    for text in (said, normalize("NFD", said)):
        whole = f"“{text}” met, naïvely, {text}."
        found = list(gazetteer(names).find(whole))
        assert {whole[m.start : m.end] for m in found} == {text}
        assert {type(m.item) for m in found} == {PlaceItem if city else PersonItem}


def test_a_name_of_several_places_is_read_with_what_each_lies_in() -> None:
    names = record(
        places=[
            place("ca", kind="country", name="Canada"),
            place("jm", kind="country", name="Jamaica"),
            place("kingston-ca", name="Kingston", within="ca"),
            place("kingston-jm", name="Kingston", within="jm"),
        ]
    ).names()
    found = [mention.item for mention in gazetteer(names).find("Kingston; Kingston, Jamaica")]
    assert found == [PlaceItem("kingston-jm")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vnukovo airport", ["vnukovo"]),
        ("Vnukovo Airport", ["vnukovo"]),
        ("Vnukovo hotel", []),
        ("the airport", []),
        ("Port city", []),
    ],
)
def test_what_a_venue_is_may_be_in_small_letters(text: str, found: list[str]) -> None:
    places = [
        place("vnukovo", kind="venue", name="Vnukovo Airport"),
        place("port-city", kind="city", name="Port City"),
    ]
    mentions = gazetteer(record(places=places).names()).find(text)
    assert [mention.item for mention in mentions] == [PlaceItem(id) for id in found]


def test_people_are_found_by_what_they_are_called() -> None:
    names = record(people=[person("gorbachev", name="Mikhail Gorbachev")]).names()
    (mention,) = gazetteer(names).find("Gorby")
    assert isinstance(mention.item, PersonItem)
    assert mention.item.people == {"gorbachev"}


@pytest.mark.parametrize("text", ["Van den Berg met", "met van den Berg", "Jan van den Berg met"])
def test_a_family_name_in_small_letters_opens_a_sentence_with_a_capital(text: str) -> None:
    berg = person("berg", name="Jan van den Berg", family_name="van den Berg")
    (mention,) = gazetteer(record(people=[berg]).names()).find(text)
    assert isinstance(mention.item, PersonItem)
    assert mention.item.people == {"berg"}
