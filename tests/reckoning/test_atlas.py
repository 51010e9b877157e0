"""Which places are in which, and when."""

from __future__ import annotations

from typing import Final

import pytest

from summitry.model import edtf
from summitry.model.days import ANY_DAY
from summitry.model.truth import Truth
from summitry.reckoning.atlas import Atlas
from tests.records import place, stretch

YES, NO, OPEN = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN
ALWAYS: Final = "2001-01-01"

PLACES: Final = (
    place("su", kind="country", when=stretch("1922-12-30/1991-12-26"), formerly="re"),
    place("re", kind="country", when=stretch("1721/1917-09")),
    place("ru", kind="country", when=stretch("1991-12-25/.."), formerly="su"),
    place("ua", kind="country", formerly="su"),
    place("yalta", within="ua"),
    place("moscow-region", kind="region", within="ru"),
    place("moscow", within="ru"),
    place("kremlin", kind="venue", within="moscow"),
    place("dacha", kind="venue", within="moscow-region", near="moscow"),
    place("sauna", kind="venue", within="dacha"),
    place("ch", kind="country"),
    place("geneva", within="ch"),
    place("fr", kind="country"),
    place("divonne", within="fr", near="geneva"),
    place("de", kind="country", when=stretch("1949/..")),
    place("dd", kind="country", when=stretch("1949-10-07/1990-10-02")),
    place("saxony", kind="region", within="de"),
    place("dresden", within="saxony", formerly="dd"),
    place("yu", kind="country"),
    place("zagreb", within="ch", formerly="yu"),
    place("round", kind="country", formerly="about"),
    place("about", kind="country", formerly="round"),
    place("gone", kind="country", formerly="elsewhere"),
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
    ("a city, perhaps in the region around it", "moscow", "moscow-region", OPEN),
    ("a venue, perhaps in the region around its city", "kremlin", "moscow-region", OPEN),
    ("a region, perhaps its city", "moscow-region", "moscow", OPEN),
    ("another country's region", "geneva", "moscow-region", NO),
    ("another city", "geneva", "moscow", NO),
    ("another country's city", "ch", "moscow", NO),
    ("a place that is not known", None, "moscow", OPEN),
    ("a place that the record doesn't hold", "atlantis", "atlantis", YES),
    ("a place that the record doesn't hold, in one that it does", "atlantis", "ru", NO),
    ("places within each other", "heads", "tails", YES),
    ("states that were part of each other", "round", "about", YES),
    ("a former state that the record doesn't hold", "gone", "elsewhere", NO),
]

IN_A_STATE: Final = [
    ("a former state, in its days", "moscow", "su", "1972-05-26", YES),
    ("a former state, gone", "moscow", "su", "2000-06-04", NO),
    ("a former state, to come", "moscow", "su", "1913", NO),
    ("the last day of one, and the first of the other", "moscow", "su", "1991-12-25", YES),
    ("the first day of one, and the last of the other", "moscow", "ru", "1991-12-26", YES),
    ("a former state of the former one", "moscow", "re", "1913", YES),
    ("perhaps still the former one", "moscow", "re", "1917-09-15", OPEN),
    ("a former state, on a day of which some are its", "moscow", "su", "1991-12", OPEN),
    ("a former state, over its end", "moscow", "su", "1991-12-20/1992-01-05", YES),
    ("the state that followed, over its start", "moscow", "ru", "1991-12-20/1992-01-05", YES),
    ("a state, in its days", "moscow", "ru", "2000-06-04", YES),
    ("a state, before its days", "moscow", "ru", "1972-05-26", OPEN),
    ("the city, whatever the state", "moscow", "moscow", "1972-05-26", YES),
    ("another part of the former state", "yalta", "ru", "1972-05-26", NO),
    ("a state of any time, and the former one", "yalta", "ua", "1945-02-04", YES),
    ("the former one, and a state of any time", "yalta", "su", "1945-02-04", YES),
    ("a former state, perhaps a part of it", "su", "ru", "1972-05-26", OPEN),
    ("a former state, perhaps a city of a part of it", "su", "moscow", "1972-05-26", OPEN),
    ("a former state, not another's city", "su", "geneva", "1972-05-26", NO),
    ("put in a former state, on any day", "su", "su", "2000-06-04", YES),
    ("put in a state, on any day", "ru", "ru", "1972-05-26", YES),
    ("put in a part of the former state", "ru", "su", "1972-05-26", YES),
    ("perhaps in a former state", None, "su", "1972-05-26", OPEN),
    ("nowhere in a former state that is gone", None, "su", "2000-06-04", NO),
    ("perhaps in a state, before its days", None, "ru", "1972-05-26", OPEN),
    ("a town in the state that it was part of", "dresden", "dd", "1975", YES),
    ("a town in the state that it fell to later", "dresden", "de", "1975", OPEN),
    ("a town in the state that it fell to", "dresden", "de", "2000", YES),
    ("a town in its region, whatever the state", "dresden", "saxony", "1975", YES),
    ("a region in the state that goes on", "saxony", "de", "1975", YES),
    ("a region, perhaps a town of the other state", "saxony", "dd", "1975", OPEN),
    ("a town of a former state without days", "zagreb", "yu", "2000", YES),
    ("a town that was part of one without days", "zagreb", "ch", "2000", OPEN),
]


@pytest.mark.parametrize(
    ("at", "asked", "when", "truth"),
    [
        *(pytest.param(at, asked, ALWAYS, truth, id=name) for name, at, asked, truth in IN),
        *(pytest.param(*row, id=name) for name, *row in IN_A_STATE),
    ],
)
def test_something_at_one_place_was_in_another(
    at: str | None, asked: str, when: str, truth: Truth
) -> None:
    assert ATLAS.days_in(at, asked).on(edtf.parse(when)) is truth


@pytest.mark.parametrize(
    ("at", "when", "surely", "possibly"),
    [
        ("sauna", "2000", "ru", "ru"),
        ("divonne", "2000", "fr", "fr"),
        ("moscow", "1972", "ru su", "ru su"),
        ("moscow", "1991-12", "ru", "ru su"),
        ("su", "1972", "su", "su ru ua"),
        ("su", "2000", "su", "su ru ua"),
        ("saxony", "1975", "de", "de dd"),
        ("dresden", "1975", "de dd", "de dd"),
        ("at-sea", "2000", "", ""),
        ("heads", "2000", "", ""),
    ],
)
def test_a_place_was_in_a_country_of_today_and_in_those_of_its_time(
    at: str, when: str, surely: str, possibly: str
) -> None:
    found = ATLAS.countries(at, edtf.parse(when))
    assert found == (frozenset(surely.split()), frozenset(possibly.split()))


@pytest.mark.parametrize(
    ("asked", "states"),
    [
        ("moscow", ["ru su re"]),
        ("geneva", ["ch", "fr"]),
        ("ch", ["ch", "ch yu"]),
        ("su", ["ru su re", "su re", "ua su re"]),
        ("at-sea", [""]),
        ("atlantis", [""]),
    ],
)
def test_what_was_in_a_place_was_on_the_land_of_some_states(asked: str, states: list[str]) -> None:
    grounds = ATLAS.grounds(asked)
    assert sorted(" ".join(state for state, _ in ground) for _, ground in grounds) == states


def test_a_spot_is_in_a_state_on_the_days_that_they_have_together() -> None:
    su, de, dd = (ATLAS.existence(state) for state in ("su", "de", "dd"))
    assert (su.surely, su.possibly) == (stretch("1922-12-30/1991-12-26").outer,) * 2
    assert de.possibly == ANY_DAY
    dresden = dict(ATLAS.ground("dresden"))
    assert dresden["dd"] == dd
    assert dresden["de"].surely == de.surely - dd.possibly
    assert dresden["de"].possibly == ANY_DAY
