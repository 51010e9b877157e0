from __future__ import annotations

import pytest

from summitry.model.names import fold
from summitry.reading.probes import MOST, probes
from tests.telling.small_names import NAMES

KINDS = ("number", "minutes", "day", "person", "city", "country")


@pytest.mark.parametrize("kind", KINDS)
def test_there_are_two_of_each_kind_and_not_too_many(kind: str) -> None:
    found = [probe.said for probe in probes(kind, NAMES, "When did they meet?")]
    assert 2 <= len(found) <= MOST
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("kind", ["person", "city", "country"])
def test_nothing_is_made_up_that_the_question_names(kind: str) -> None:
    (first, *_) = probes(kind, NAMES, "")
    again = [probe.said for probe in probes(kind, NAMES, f"What of {first.said}?")]
    assert first.said not in again
    assert all(fold(said) not in fold(first.said) for said in again)


def test_a_person_who_is_made_up_is_one_of_the_record() -> None:
    for probe in probes("person", NAMES, ""):
        assert NAMES.people[probe.person].name == probe.said


def test_days_lie_in_the_time_in_office_of_whoever_is_named() -> None:
    plain = {probe.said for probe in probes("day", NAMES, "")}
    named = {probe.said for probe in probes("day", NAMES, "When did President Obama meet Putin?")}
    assert plain < named
