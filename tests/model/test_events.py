"""An encounter is of two persons or more."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.model.events import Encounter, Mode
from summitry.model.when import When

DAY = When.on(date(2021, 6, 16))


@pytest.mark.parametrize("people", [set(), {"joe-biden"}], ids=["nobody", "one"])
def test_an_encounter_of_fewer_than_two_is_refused(people: set[str]) -> None:
    with pytest.raises(ValueError, match=r"^encounter 'geneva' needs two people or more$"):
        Encounter(id="geneva", when=DAY, people=frozenset(people), mode=Mode.IN_PERSON)


@pytest.mark.parametrize("number", [2, 3, 20])
def test_an_encounter_has_any_number_from_two(number: int) -> None:
    people = frozenset(f"person-{n}" for n in range(number))
    assert Encounter(id="g20", when=DAY, people=people, mode=Mode.IN_PERSON).people == people
