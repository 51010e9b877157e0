"""What is around a place, and which state was there when."""

from __future__ import annotations

from typing import Final

import pytest

from summitry.model import edtf
from summitry.model.places import around, former_states, may_lie_in, state_at
from tests.records import place, stretch

PLACES: Final = {
    found.id: found
    for found in (
        place("su", kind="country", when=stretch("1922-12-30/1991-12-26"), formerly="re"),
        place("re", kind="country", when=stretch("1721/1917-09-14")),
        place("ru", kind="country", when=stretch("1991-12-25/.."), formerly="su"),
        place("moscow", within="ru"),
        place("kremlin", kind="venue", within="moscow"),
        place("ua", kind="country", formerly="su"),
        place("yalta", within="ua"),
        place("de", kind="country", when=stretch("1949-05-23/..")),
        place("dd", kind="country", when=stretch("1949-10-07/1990-10-02")),
        place("dresden", within="de", formerly="dd"),
        place("yu", kind="country"),
        place("hr", kind="country", formerly="yu"),
        place("at-sea", kind="venue"),
        place("heads", within="tails", formerly="hr"),
        place("tails", within="heads"),
        place("round", kind="country", formerly="about"),
        place("about", kind="country", formerly="round"),
        place("lost", within="atlantis", formerly="atlantis"),
        place("gb", kind="country"),
        place("scotland", kind="region", within="gb"),
        place("england", kind="region", within="gb"),
        place("london", within="england"),
        place("leeds", within="gb"),
        place("pier", kind="venue", within="leeds"),
        place("manor", kind="venue", within="england"),
    )
}


@pytest.mark.parametrize(
    ("inner", "larger"),
    [
        ("kremlin", "kremlin moscow ru"),
        ("ru", "ru"),
        ("heads", "heads tails"),
        ("lost", "lost"),
        ("atlantis", ""),
    ],
)
def test_larger_places_are_around_a_place(inner: str, larger: str) -> None:
    assert [found.id for found in around(PLACES, inner)] == larger.split()


@pytest.mark.parametrize(
    ("part", "states"),
    [("ru", "su re"), ("moscow", ""), ("dresden", "dd"), ("round", "about round"), ("lost", "")],
)
def test_a_place_was_part_of_former_states(part: str, states: str) -> None:
    assert [found.id for found in former_states(PLACES, PLACES[part])] == states.split()


@pytest.mark.parametrize(
    ("spot", "larger"),
    [("leeds", "scotland"), ("pier", "scotland"), ("manor", "london")],
)
def test_what_has_no_region_of_its_own_may_lie_in_any_of_the_country(
    spot: str, larger: str
) -> None:
    assert may_lie_in(PLACES, spot, larger)


@pytest.mark.parametrize(
    ("spot", "larger"),
    [
        ("pier", "leeds"),
        ("pier", "london"),
        ("london", "scotland"),
        ("manor", "leeds"),
        ("gb", "scotland"),
        ("scotland", "england"),
        ("leeds", "gb"),
        ("dresden", "scotland"),
        ("at-sea", "scotland"),
        ("at-sea", "london"),
        ("atlantis", "scotland"),
        ("leeds", "atlantis"),
    ],
)
def test_nothing_else_may_lie_in_a_place_that_is_not_around_it(spot: str, larger: str) -> None:
    assert not may_lie_in(PLACES, spot, larger)


@pytest.mark.parametrize(
    ("at", "when", "state"),
    [
        ("kremlin", "1972-05-26", "su"),
        ("kremlin", "1913", "re"),
        ("kremlin", "2000-06-04", "ru"),
        ("kremlin", "1991-12-25", "ru"),
        ("kremlin", "1991", "ru"),
        ("kremlin", "1600", "ru"),
        ("su", "1972-05-26", "su"),
        ("su", "2000", "su"),
        ("yalta", "1945-02-04", "su"),
        ("yalta", "1999", "ua"),
        ("dresden", "1975", "dd"),
        ("dresden", "2000", "de"),
        ("de", "1975", "de"),
        ("hr", "1975", "hr"),
        ("heads", "1975", None),
        ("at-sea", "1975", None),
        ("atlantis", "1975", None),
    ],
)
def test_where_something_was_is_said_by_the_state_of_the_time(
    at: str, when: str, state: str | None
) -> None:
    found = state_at(PLACES, at, edtf.parse(when))
    assert (found and found.id) == state
