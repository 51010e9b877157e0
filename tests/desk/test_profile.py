from __future__ import annotations

import pytest

from summitry.desk.profile import describe, one_event, profile
from summitry.model.events import EventKind
from summitry.model.problems import UnknownName
from tests.desk.test_lookup import BUNDLED


@pytest.mark.parametrize("name", ["Putin", "vladimir putin", "vladimir-putin"])
def test_a_person_is_known_by_any_name_with_times_in_office_and_citations(name: str) -> None:
    found = profile(name, BUNDLED)
    assert found.person.id == "vladimir-putin"
    assert found.tenures == BUNDLED.tenures(person="vladimir-putin")
    assert set(found.citations) == {found.person.id, *(tenure.id for tenure in found.tenures)}
    assert all(found.citations[tenure.id] for tenure in found.tenures)


@pytest.mark.parametrize("name", ["Bush", "Nobody", "us-president"])
def test_who_is_not_one_person_is_refused(name: str) -> None:
    with pytest.raises(UnknownName, match=name):
        profile(name, BUNDLED)


def test_one_event_is_of_the_kind_that_is_asked_for() -> None:
    assert one_event("geneva-2021", BUNDLED).events == (BUNDLED.event("geneva-2021"),)
    assert one_event("geneva-2021", BUNDLED, EventKind.ENCOUNTER).citations["geneva-2021"]
    with pytest.raises(UnknownName, match='unknown visit "geneva-2021"'):
        one_event("geneva-2021", BUNDLED, EventKind.VISIT)
    with pytest.raises(UnknownName, match='unknown event "x"'):
        one_event("x", BUNDLED)


def test_a_record_says_of_itself_what_it_covers_and_how_is_counted() -> None:
    described = describe(BUNDLED)
    assert described.about == BUNDLED.about()
    assert described.coverage == BUNDLED.coverage()
    assert "talks" in {rule.id for rule in described.rules}
