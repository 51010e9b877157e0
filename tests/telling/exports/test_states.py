from __future__ import annotations

from typing import Final

from countrycode import codelist
from followthemoney.types import registry

from summitry.telling.exports.states import State, state, states

# Where the table goes beyond the library: states that are no more, and two that are not in ISO's
# list or have no number of their own.
FURTHER: Final = {"DD", "SU", "YU", "XK", "RS"}


def test_the_codes_are_those_of_the_list_that_scholars_use() -> None:
    rows = zip(codelist["iso2c"], codelist["iso3c"], codelist["cown"], strict=True)
    known = {iso2: (iso3, None if cow is None else int(cow)) for iso2, iso3, cow in rows if iso2}
    table = {code: (found.iso3, found.cow) for code, found in states().items()}
    assert {c: found for c, found in table.items() if c not in FURTHER} == {
        c: found for c, found in known.items() if c not in FURTHER
    }


def test_the_codes_of_followthemoney_are_its_own() -> None:
    told = {found.ftm for found in states().values() if found.ftm}
    assert {code for code in told if not registry.country.validate(code)} == set()
    assert {code for code, found in states().items() if not found.ftm} == {"DD"}


def test_a_state_that_is_no_more_keeps_the_number_of_what_followed_it() -> None:
    assert state("SU") == State(iso2="SU", iso3="SUN", cow=365, ftm="suhh")
    assert states()["SU"].cow == states()["RU"].cow
    assert states()["YU"].cow == states()["RS"].cow


def test_a_code_that_is_in_no_list_has_no_others() -> None:
    assert state("QQ") == State(iso2="QQ")
    assert state(None) is None
