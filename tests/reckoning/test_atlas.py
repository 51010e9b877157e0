"""Which places are in which."""

from __future__ import annotations

from typing import Final

import pytest

from summitry.model.truth import Truth
from summitry.reckoning.atlas import Atlas
from tests.records import place

YES, NO, OPEN = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN

PLACES: Final = (
    place("ru", kind="country"),
    place("moscow-region", kind="region", within="ru"),
    place("moscow", within="ru"),
    place("kremlin", kind="venue", within="moscow"),
    place("dacha", kind="venue", within="moscow-region", near="moscow"),
    place("sauna", kind="venue", within="dacha"),
    place("ch", kind="country"),
    place("geneva", within="ch"),
    place("fr", kind="country"),
    place("divonne", within="fr", near="geneva"),
    place("at-sea", kind="venue"),
    place("heads", within="tails"),
    place("tails", within="heads"),
)
ATLAS: Final = Atlas({p.id: p for p in PLACES})

IN: Final = [
    ("itself", "moscow", "moscow", YES),
    ("a venue in its city", "kremlin", "moscow", YES),
    ("a venue in its country", "kremlin", "ru", YES),
    ("near the city", "dacha", "moscow", YES),
    ("in its own region", "dacha", "moscow-region", YES),
    ("within what is near the city", "sauna", "moscow", YES),
    ("near a city, in another country", "divonne", "geneva", YES),
    ("what is near a place is not in its country", "divonne", "ch", NO),
    ("a city, perhaps its venue", "moscow", "kremlin", OPEN),
    ("a country, perhaps its city", "ru", "moscow", OPEN),
    ("a country, perhaps a place near the city", "fr", "geneva", OPEN),
    ("a city, not a place near it", "moscow", "dacha", NO),
    ("another city", "geneva", "moscow", NO),
    ("another country's city", "ch", "moscow", NO),
    ("a place that is not known", None, "moscow", OPEN),
    ("a place that the record doesn't hold", "atlantis", "atlantis", YES),
    ("places within each other", "heads", "tails", YES),
]


@pytest.mark.parametrize(("at", "asked", "truth"), [pytest.param(*r, id=n) for n, *r in IN])
def test_something_at_one_place_was_in_another(at: str | None, asked: str, truth: Truth) -> None:
    assert ATLAS.is_in(at, asked) is truth


@pytest.mark.parametrize(
    ("at", "country"),
    [("sauna", "ru"), ("ru", "ru"), ("divonne", "fr"), ("at-sea", None), ("heads", None)],
)
def test_a_place_lies_in_the_country_that_it_is_within(at: str, country: str | None) -> None:
    assert ATLAS.country(at) == country


@pytest.mark.parametrize(
    ("asked", "countries"),
    [
        ("moscow", {"ru"}),
        ("geneva", {"ch", "fr"}),
        ("ch", {"ch"}),
        ("at-sea", {None}),
        ("atlantis", {None}),
    ],
)
def test_what_was_in_a_place_was_in_its_country_or_in_one_with_a_place_near_it(
    asked: str, countries: set[str | None]
) -> None:
    assert ATLAS.countries_of(asked) == countries
