"""Why the record doesn't decide whether something was in a state."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from summitry.model.claims import (
    Claim,
    Detail,
    FirstSince,
    SinceDays,
    TookPlace,
    WasAt,
)
from summitry.model.events import EventKind
from summitry.model.selection import Selection, Someone
from summitry.model.when import Window
from summitry.reckoning import evaluate
from summitry.telling.gaps import gaps
from summitry.telling.voice import Voice
from tests.records import covers, encounter, place, record, stretch, visit

VIEW: Final = record(
    people=["ann-lee", "bob-ray"],
    places=[
        place("su", kind="country", name="Soviet Union", when=stretch("1922-12-30/1991-12-26")),
        place("ru", kind="country", name="Russia", when=stretch("1991-12-25/.."), formerly="su"),
        place("moscow", within="ru"),
    ],
    encounters=[encounter("ann-lee bob-ray", "1972-05-26", id="met", place="moscow")],
    visits=[
        visit("ann-lee", "su", "1972-05-22", id="went"),
        visit("bob-ray", "ru", "2000-06-04", id="later"),
    ],
    coverage=[
        covers("person:ann-lee"),
        covers("person:ann-lee", kind="visit"),
        covers("person:bob-ray", kind="visit"),
    ],
)
MET: Final = Selection(who=Someone("ann-lee"), whom=Someone("bob-ray"))
IN_RUSSIA: Final = Selection(who=Someone("ann-lee"), whom=Someone("bob-ray"), place="ru")
SINCE: Final = SinceDays(Window.between(None, date(1970, 1, 1)))


def visited(person: str, place: str) -> Claim:
    return TookPlace(selection=Selection(kind=EventKind.VISIT, who=Someone(person), place=place))


NOT_YET: Final = "Russia was not yet a state of its own at the"
MEETING: Final = f"{NOT_YET} meeting in Moscow on 26 May 1972"

TOLD: Final = {
    "a meeting": (TookPlace(selection=IN_RUSSIA), MEETING),
    "a detail": (Detail(selection=MET, aspect=WasAt("ru")), MEETING),
    "one of two": (FirstSince(selection=MET, anchor=SINCE, that=IN_RUSSIA), MEETING),
    "a visit": (
        visited("ann-lee", "ru"),
        f"{NOT_YET} visit to the Soviet Union on 22 May 1972",
    ),
    "a city": (
        visited("bob-ray", "moscow"),
        "the place of the visit to Russia on 4 June 2000 is not known exactly enough",
    ),
}


@pytest.mark.parametrize(("claim", "told"), TOLD.values(), ids=TOLD)
def test_a_state_that_was_not_there_yet_is_named(claim: Claim, told: str) -> None:
    finding = evaluate(claim, VIEW, as_of=date(2010, 1, 1))
    assert told in gaps(Voice(VIEW.names()), finding)
