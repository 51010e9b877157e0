"""What counts as one: events, days, occasions and stays, and how they are ordered."""

from __future__ import annotations

from typing import Final

from summitry.model.bounds import Bounds
from summitry.model.claims import HowMany, WhichOne
from summitry.model.events import EventKind, Visit
from summitry.model.rules import CountingRule, Unit
from tests.reckoning.cases import (
    CONFLICTING,
    OPEN,
    REFUTED,
    SUPPORTED,
    Case,
    Parts,
    check,
    each,
    met,
    went,
)
from tests.records import covers, encounter, occasion, place, record, stretch, visit

RULES: Final = {unit: CountingRule(id=unit, says="", unit=unit) for unit in Unit}
WORLD: Final[dict[str, Parts]] = {
    "places": [
        place("ru", kind="country"),
        place("moscow", within="ru"),
        place("sochi", within="ru"),
        place("ch", kind="country"),
        place("geneva", within="ch"),
        place("su", kind="country", when=stretch("1922-12-30/1991-12-26")),
        place("am", kind="country", when=stretch("1991-12-25/.."), formerly="su"),
        place("yerevan", within="am"),
        place("ua", kind="country", formerly="su"),
        place("yalta", within="ua"),
        place("at-sea", kind="venue"),
    ],
    "occasions": [occasion("hamburg"), occasion("osaka")],
}
COMPLETE: Final = (covers("person:ann", id="c"), covers("person:ann", kind="visit", id="d"))


def one(when: str, at: str | None = None, **parts: Parts) -> Parts:
    """Ann and Bob meet."""
    return encounter("ann bob", when, place=at, **{"id": f"m{when[-2:]}", **parts})


def counted(unit: Unit, tally: str, *events: Parts, complete: bool = True) -> Case:
    """The events come to so many units."""
    visits = all(isinstance(event, Visit) for event in events)
    kind = EventKind.VISIT if visits else EventKind.ENCOUNTER
    least, _, most = tally.partition("-")
    sure = not most and tally.isdecimal()
    return Case(
        record=record(**{f"{kind}s": events}, **WORLD, coverage=COMPLETE if complete else ()),
        claim=HowMany(selection=went() if visits else met(), number=Bounds.exactly(int(least))),
        rules=(RULES[unit],),
        verdict=SUPPORTED if sure else OPEN,
        tally=tally,
    )


def at(occasion_: str | None, id: str, when: str = "2017-07-07", **parts: Parts) -> Parts:
    return one(when, occasion=occasion_, **{"id": id, "setting": "sidelines", **parts})


EVENTS: Final = {
    "none": counted(Unit.EVENT, "0", one("2011-03-02", status="planned")),
    "each event": counted(Unit.EVENT, "2", one("2011-03-02", id="a"), one("2011-03-02", id="b")),
    "perhaps more": counted(Unit.EVENT, "1-", one("2011-03-02"), complete=False),
    "each visit": counted(
        Unit.EVENT, "2", visit("ann", "ru", "2011-03-02"), visit("ann", "ru", "2012-03-02")
    ),
}

DAYS: Final = {
    "one day": counted(Unit.DAY, "1", one("2011-03-02", id="a"), one("2011-03-02", id="b")),
    "two days": counted(Unit.DAY, "2", one("2011-03-02"), one("2011-03-03")),
    "the day on which it starts": counted(
        Unit.DAY, "2", one("2011-03-02/2011-03-04", id="a"), one("2011-03-04", id="b")
    ),
    "perhaps one day": counted(Unit.DAY, "1-2", one("2011-03-02", id="a"), one("2011-03", id="b")),
    "of two, a third is of one": counted(
        Unit.DAY, "1-3", one("2011-03-02"), one("2011-03-03"), one("2011-03", id="b")
    ),
    "not one day": counted(Unit.DAY, "2", one("2011-03-02", id="a"), one("2011-04", id="b")),
    "one day, and perhaps more": counted(
        Unit.DAY, "1-", one("2011-03-02", id="a"), one("2011-03-02", id="b"), complete=False
    ),
}

OCCASIONS: Final = {
    "one occasion": counted(Unit.OCCASION, "1", at("hamburg", "a"), at("hamburg", "b")),
    "two occasions": counted(Unit.OCCASION, "2", at("hamburg", "a"), at("osaka", "b")),
    "standing alone": counted(
        Unit.OCCASION, "2", one("2017-07-07", id="a"), one("2017-07-07", id="b")
    ),
    "at an occasion, and standing alone": counted(
        Unit.OCCASION, "2", at("hamburg", "a"), one("2017-07-07", id="b")
    ),
    "perhaps at it too": counted(Unit.OCCASION, "1-2", at("hamburg", "a"), at(None, "b")),
    "visits to one occasion": counted(
        Unit.OCCASION,
        "1",
        visit("ann", "de", "2017-07-07", occasion="hamburg", id="a"),
        visit("ann", "ch", "2017-07-07", occasion="hamburg", id="b"),
    ),
}

STAYS: Final = {
    "two days between": counted(
        Unit.STAY, "1", one("2011-03-02", "moscow"), one("2011-03-04", "sochi")
    ),
    "three days between": counted(
        Unit.STAY, "2", one("2011-03-02", "moscow"), one("2011-03-05", "moscow")
    ),
    "from the end of the first": counted(
        Unit.STAY, "1", one("2011-03-02/2011-03-04", "moscow"), one("2011-03-06", "moscow")
    ),
    "linked through a third": counted(
        Unit.STAY,
        "1",
        one("2011-03-02", "moscow"),
        one("2011-03-04", "moscow"),
        one("2011-03-06", "moscow"),
    ),
    "two linked by a third that comes to light last": counted(
        Unit.STAY,
        "1",
        one("2011-03-02", "moscow"),
        one("2011-03-05/2011-03-06", "moscow"),
        one("2011-03-01/2011-03-03", "moscow"),
    ),
    "two countries": counted(
        Unit.STAY, "2", one("2011-03-02", "moscow"), one("2011-03-03", "geneva")
    ),
    "perhaps one country": counted(
        Unit.STAY, "1-2", one("2011-03-02", "moscow"), one("2011-03-03")
    ),
    "another country, after one that is known and one that is not": counted(
        Unit.STAY,
        "2-3",
        one("2011-03-02", "moscow"),
        one("2011-03-03"),
        one("2011-03-10", "geneva"),
    ),
    "far apart, wherever": counted(Unit.STAY, "2", one("2011-03-02", "moscow"), one("2011-04-03")),
    "perhaps near in time": counted(
        Unit.STAY, "1-2", one("2011-03-02", "moscow"), one("2011-03", "moscow", id="b")
    ),
    "perhaps joined by what is not on record": counted(
        Unit.STAY, "1-", one("2011-03-02", "moscow"), one("2011-03-06", "moscow"), complete=False
    ),
    "visits to one country": counted(
        Unit.STAY, "1", visit("ann", "ru", "2011-03-02"), visit("ann", "ru", "2011-03-03")
    ),
    "visits to two countries": counted(
        Unit.STAY, "2", visit("ann", "ru", "2011-03-02"), visit("ann", "ch", "2011-03-03")
    ),
    "two parts of a former state": counted(
        Unit.STAY, "1", one("1945-02-04", "yalta"), one("1945-02-06", "yerevan")
    ),
    "two parts of what was one state": counted(
        Unit.STAY, "2", one("1995-02-04", "yalta"), one("1995-02-06", "yerevan")
    ),
    "a city, on either side of the end of a state": counted(
        Unit.STAY, "1", one("1991-12-25", "yerevan"), one("1991-12-27", "yerevan")
    ),
    "two parts, the second perhaps after the end of the state": counted(
        Unit.STAY,
        "1-2",
        one("1991-12-26", "yalta"),
        one("[1991-12-26,1991-12-27]", "yerevan", id="b"),
    ),
    "visits to a former state": counted(
        Unit.STAY,
        "1",
        visit("ann", "su", "1972-05-22", place="yerevan"),
        visit("ann", "su", "1972-05-24"),
    ),
    "visits to a former state and to what was a part of it": counted(
        Unit.STAY,
        "1-2",
        visit("ann", "su", "1991-12-25", id="a"),
        visit("ann", "am", "1991-12-27", id="b"),
    ),
    "places in no country that is known": counted(
        Unit.STAY, "1-2", one("2011-03-02", "at-sea"), one("2011-03-03", "at-sea")
    ),
    "without an end": counted(
        Unit.STAY, "1", one("2011-03-02/..", "moscow", id="a"), one("2015-01-01", "sochi", id="b")
    ),
    "linked by what is disputed": Case(
        record=record(
            encounters=[
                one("2011-03-02", "moscow"),
                one("2011-03-04", "moscow", status="disputed"),
                one("2011-03-06", "moscow"),
            ],
            **WORLD,
            coverage=COMPLETE,
        ),
        claim=HowMany(selection=met(), number=Bounds.exactly(2)),
        rules=(RULES[Unit.STAY],),
        verdict=CONFLICTING,
        evidence="counts m02, counts m06, may-count m04, context c",
        gaps="dispute m04",
    ),
}


def nth(position: int, where: str, verdict: str, *events: Parts, unit: Unit = Unit.EVENT) -> Case:
    """The unit at the position was at that place."""
    return Case(
        record=record(encounters=events, **WORLD, coverage=COMPLETE),
        claim=WhichOne(selection=met(), position=position, that=met(place=where)),
        rules=(RULES[unit],),
        verdict=verdict,
    )


MORNING: Final = one("2011-03-02", "moscow", id="am", sequence=1)
EVENING: Final = one("2011-03-02", "geneva", id="pm", sequence=2)
ORDERS: Final = {
    "by day": nth(1, "moscow", SUPPORTED, one("2011-03-02", "moscow"), one("2011-03-03", "geneva")),
    "by sequence within a day": nth(1, "moscow", SUPPORTED, EVENING, MORNING),
    "by sequence within a day, the last": nth(-1, "geneva", SUPPORTED, EVENING, MORNING),
    "within a day, one without sequence": nth(
        1, "moscow", OPEN, MORNING, one("2011-03-02", "geneva", id="x")
    ),
    "within a day, of equal sequence": nth(
        1, "moscow", OPEN, MORNING, one("2011-03-02", "geneva", id="x", sequence=1)
    ),
    "by sequence only if on one day": nth(
        1, "moscow", OPEN, one("2011-03", "moscow", id="x", sequence=1), EVENING
    ),
    "the earlier in sequence, which is not the later day": nth(
        1,
        "moscow",
        SUPPORTED,
        one("[2011-03-01,2011-03-02]", "moscow", id="x", sequence=1),
        EVENING,
    ),
    "a vague day": nth(
        1, "moscow", OPEN, one("2011-03", "moscow", id="x"), one("2011-03-03", "geneva")
    ),
    "a unit comes where its first event comes": nth(
        2,
        "geneva",
        SUPPORTED,
        one("2011-03-01", "moscow", occasion="hamburg", setting="sidelines"),
        one("2011-03-03", "geneva", occasion="osaka", setting="sidelines"),
        one("2011-03-05", "moscow", occasion="hamburg", setting="sidelines"),
        unit=Unit.OCCASION,
    ),
    "a unit holds all its events": nth(
        1,
        "sochi",
        SUPPORTED,
        one("2011-03-01", "moscow"),
        one("2011-03-02", "sochi"),
        one("2011-03-09", "geneva"),
        unit=Unit.STAY,
    ),
    "the second unit, not the second event": nth(
        2,
        "sochi",
        REFUTED,
        one("2011-03-01", "moscow"),
        one("2011-03-02", "sochi"),
        one("2011-03-09", "geneva"),
        unit=Unit.STAY,
    ),
    "perhaps in the unit": nth(
        1,
        "moscow",
        CONFLICTING,
        one("2011-03-02", "moscow"),
        one("2011-03-01", "geneva", id="x", status="disputed"),
        one("2011-03", "moscow", id="y"),
        unit=Unit.DAY,
    ),
    "a visit has no sequence": Case(
        record=record(
            visits=[
                visit("ann", "ru", "2011-03-02", id="a"),
                visit("ann", "ch", "2011-03-02", id="b"),
            ],
            **WORLD,
            coverage=COMPLETE,
        ),
        claim=WhichOne(selection=went(), position=1, that=went("ann", "ru")),
        rules=(RULES[Unit.EVENT],),
        verdict=OPEN,
        gaps="order a, order b",
    ),
}


@each(EVENTS)
def test_each_event_is_one(case: Case) -> None:
    check(case)


@each(DAYS)
def test_each_day_on_which_one_starts_is_one(case: Case) -> None:
    check(case)


@each(OCCASIONS)
def test_each_occasion_is_one(case: Case) -> None:
    check(case)


@each(STAYS)
def test_each_stay_in_one_country_is_one(case: Case) -> None:
    check(case)


@each(ORDERS)
def test_units_are_ordered_by_the_start_of_their_first_event(case: Case) -> None:
    check(case)
