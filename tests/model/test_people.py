"""Nobody takes part in anything before birth or after death."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.model.days import Days
from summitry.model.people import Person
from summitry.model.when import When

BORN = When(Days.between(date(1917, 1, 1), date(1917, 12, 31)))
DIED = When(Days.between(date(1963, 11, 22), date(1963, 11, 23)))


@pytest.mark.parametrize(
    ("born", "died", "first", "last"),
    [
        (None, None, None, None),
        (BORN, None, date(1917, 1, 1), None),
        (None, DIED, None, date(1963, 11, 23)),
        (BORN, DIED, date(1917, 1, 1), date(1963, 11, 23)),
    ],
)
def test_a_lifetime_runs_from_the_earliest_birth_to_the_latest_death(
    born: When | None, died: When | None, first: date | None, last: date | None
) -> None:
    person = Person(id="jfk", name="John F. Kennedy", family_name="Kennedy", born=born, died=died)
    assert person.lifetime == Days.between(first, last)
