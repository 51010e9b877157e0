"""Numbers were published of the holders of certain offices, and of nobody else."""

from __future__ import annotations

import pytest

from summitry.lexicon.tables import table
from summitry.model.events import EventKind, Mode
from summitry.model.rules import counting_rules
from summitry.model.selection import Holder, Party, Selection, Someone
from summitry.record.open import open_record
from summitry.telling.published import published_by

NAMES = open_record().names()
RULE = "one-a-stay"
BY = ("the Office of the Historian",)

PUTIN, BIDEN = Someone("vladimir-putin"), Someone("joe-biden")
US, RU = Holder("us-president"), Holder("ru-president")


@pytest.mark.parametrize(
    ("who", "whom", "by"),
    [
        (BIDEN, PUTIN, BY),
        (PUTIN, BIDEN, BY),
        (US, PUTIN, BY),
        (US, RU, BY),
        (BIDEN, Someone("xi-jinping"), ()),
        (Someone("harry-truman"), Someone("joseph-stalin"), ()),
        (PUTIN, Someone("dmitry-medvedev"), ()),
        (RU, RU, ()),
    ],
)
def test_of_the_holders_of_both_offices(who: Party, whom: Party, by: tuple[str, ...]) -> None:
    met = Selection(who=who, whom=whom, modes=frozenset({Mode.IN_PERSON}))
    assert published_by(met, [RULE], NAMES) == by


@pytest.mark.parametrize(
    ("who", "place", "by"),
    [
        (BIDEN, "ru", ("Reuters",)),
        (BIDEN, "moscow", ("Reuters",)),
        (PUTIN, "us", ("Reuters",)),
        (PUTIN, "ru", ()),
        (PUTIN, "geneva", ()),
        (PUTIN, None, ()),
    ],
)
def test_of_visits_to_the_other_country(who: Party, place: str | None, by: tuple[str, ...]) -> None:
    visits = Selection(kind=EventKind.VISIT, who=who, place=place)
    assert published_by(visits, ["every-encounter-as-presidents"], NAMES) == by


def test_each_is_told_once() -> None:
    met = Selection(who=BIDEN, whom=PUTIN, modes=frozenset({Mode.IN_PERSON}))
    found = published_by(met, [RULE, RULE, "standalone", "no-such-rule"], NAMES)
    assert found == BY


def test_the_table_names_offices_and_rules_that_there_are() -> None:
    for row in table("published")["published"]:
        assert len(set(row["offices"])) == len(row["offices"]) == 2
        assert set(row["offices"]) <= set(NAMES.offices)
        for kind in EventKind:
            assert set(row.get(kind.value, {})) <= set(counting_rules())
