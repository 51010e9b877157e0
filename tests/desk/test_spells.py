from __future__ import annotations

import pytest

from summitry.desk.spells import spells
from summitry.model.claims import Elected, SomeDay, Spell, TimeInOffice
from summitry.model.when import ALWAYS, Window
from tests.records import day, tenure

ACTING = tenure("vlad", "ru-president", "1999-12-31/2000-05-07", id="acting", acting=True)
FIRST = tenure("vlad", "ru-president", "2000-05-07/2008-05-07", id="1", elected="2000-03-26")
LATER = tenure("vlad", "ru-president", "2012-05-07/..", id="2", elected="2012-03-04 2018-03-18")
ALL = (LATER, FIRST, ACTING)


def on(text: str) -> Window:
    return Window.of(day(text).possible)


@pytest.mark.parametrize(
    ("like", "acting", "found"),
    [
        (SomeDay(ALWAYS), None, [("1999-12-31", "2008-05-07"), ("2012-05-07", None)]),
        (SomeDay(ALWAYS), False, [("2000-05-07", "2008-05-07"), ("2012-05-07", None)]),
        (SomeDay(ALWAYS), True, [("1999-12-31", "2000-05-07")]),
        (Spell(began=ALWAYS), None, [("1999-12-31", None), ("2012-05-07", None)]),
        (Spell(ended=ALWAYS), None, [(None, "2008-05-07")]),
    ],
)
def test_times_that_follow_one_another_are_one(
    like: TimeInOffice, *, acting: bool | None, found: list[tuple[str | None, str | None]]
) -> None:
    assert list(spells(ALL, like, acting=acting)) == [
        Spell(began=on(began) if began else None, ended=on(ended) if ended else None)
        for began, ended in found
    ]


def test_a_day_between_keeps_two_times_apart() -> None:
    again = tenure("vlad", "ru-president", "2008-05-09/2010-01-01", id="3")
    next_day = tenure("vlad", "ru-president", "2008-05-08/2010-01-01", id="3")
    assert len(list(spells([FIRST, again], SomeDay(ALWAYS), acting=None))) == 2
    assert len(list(spells([FIRST, next_day], SomeDay(ALWAYS), acting=None))) == 1


def test_every_election_is_one() -> None:
    days = ("2000-03-26", "2012-03-04", "2018-03-18")
    found = spells([FIRST, LATER], Elected(ALWAYS), acting=None)
    assert list(found) == [Elected(on(day)) for day in days]
