"""Claims on whether and how often there is an event, and on what it was like."""

from __future__ import annotations

from typing import Final

from summitry.model.bounds import Bounds
from summitry.model.claims import (
    Aspect,
    Detail,
    HowMany,
    Lasted,
    TookPlace,
    WasAbout,
    WasAt,
    WasHostedBy,
    WasPartOf,
    WasPartOfSeries,
    WasSetting,
    WasWithin,
)
from summitry.model.events import Setting
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
    party,
    went,
    window,
)
from tests.records import covers, encounter, occasion, place, record, visit

WORLD: Final[dict[str, Parts]] = {
    "places": [
        place("de", kind="country"),
        place("hamburg", within="de"),
        place("hall", kind="venue", within="hamburg"),
        place("ru", kind="country"),
    ],
    "series": ["g20", "g7"],
    "occasions": [occasion("hamburg-2017", series="g20")],
}
COMPLETE: Final = covers("person:ann", id="c")
JULY: Final = encounter("ann bob", "2017-07-07", id="july")
MAY: Final = encounter("ann bob", "2018-05-01", id="may")
MAYBE: Final = encounter("ann bob", "2019-01-01", id="maybe", status="disputed")


def took_place(*rows: Parts, chosen: Parts = None, verdict: str, **finding: Parts) -> Case:
    coverage = [row for row in rows if row is COMPLETE]
    return Case(
        record=record(
            encounters=[r for r in rows if r is not COMPLETE], coverage=coverage, **WORLD
        ),
        claim=TookPlace(selection=chosen or met()),
        verdict=verdict,
        **finding,
    )


EXISTENCE: Final = {
    "one did": took_place(JULY, MAY, verdict=SUPPORTED, evidence="counts july, counts may"),
    "one did, and more may have": took_place(
        JULY, MAYBE, COMPLETE, verdict=SUPPORTED, evidence="counts july"
    ),
    "none did": took_place(COMPLETE, verdict=REFUTED, evidence="context c", correction=""),
    "none did then": took_place(
        JULY,
        COMPLETE,
        chosen=met(window="2018"),
        verdict=REFUTED,
        evidence="instead july, context c",
        correction="date july",
    ),
    "perhaps one did": took_place(verdict=OPEN, tally="0-", evidence="", gaps="coverage"),
    "sources disagree": took_place(
        MAYBE,
        COMPLETE,
        verdict=CONFLICTING,
        tally="0-1",
        evidence="may-count maybe",
        gaps="dispute maybe",
    ),
    "sources disagree, but that doesn't decide it": took_place(
        MAYBE, verdict=CONFLICTING, gaps="coverage, dispute maybe"
    ),
}


def number(least: int, most: int | None, *rows: Parts, verdict: str, **finding: Parts) -> Case:
    coverage = [row for row in rows if row is COMPLETE]
    return Case(
        record=record(encounters=[r for r in rows if r is not COMPLETE], coverage=coverage),
        claim=HowMany(selection=met(), number=Bounds(least, most)),
        verdict=verdict,
        rule="every-encounter",
        **finding,
    )


NUMBERS: Final = {
    "exactly so many": number(
        2, 2, JULY, MAY, COMPLETE, verdict=SUPPORTED, evidence="counts july, counts may, context c"
    ),
    "fewer": number(
        1,
        1,
        JULY,
        MAY,
        COMPLETE,
        verdict=REFUTED,
        evidence="counts july, counts may, context c",
        correction="count july may 2",
    ),
    "fewer, however many more": number(
        1,
        1,
        JULY,
        MAY,
        verdict=REFUTED,
        evidence="counts july, counts may",
        correction="count july may 2-",
    ),
    "more": number(3, 3, JULY, COMPLETE, verdict=REFUTED, correction="count july 1"),
    "perhaps so many": number(
        2, 2, JULY, verdict=OPEN, tally="1-", evidence="counts july", gaps="coverage"
    ),
    "at least so many rests on no coverage": number(
        1, None, JULY, COMPLETE, verdict=SUPPORTED, evidence="counts july"
    ),
    "not at least so many rests on coverage": number(
        2, None, JULY, COMPLETE, verdict=REFUTED, evidence="counts july, context c"
    ),
    "at most so many": number(
        0, 1, JULY, COMPLETE, verdict=SUPPORTED, evidence="counts july, context c"
    ),
    "none": number(0, 0, COMPLETE, verdict=SUPPORTED, tally="0", evidence="context c"),
    "none, but one": number(0, 0, JULY, verdict=REFUTED, evidence="counts july"),
    "so many by one side of a dispute": number(
        1,
        1,
        JULY,
        MAYBE,
        COMPLETE,
        verdict=CONFLICTING,
        tally="1-2",
        evidence="counts july, may-count maybe, context c",
        gaps="dispute maybe",
    ),
    "so many on neither side of a dispute": number(
        3, 3, JULY, MAYBE, COMPLETE, verdict=REFUTED, tally="1-2", correction="count july 1-2"
    ),
}

G20: Final = encounter(
    "ann bob",
    "2017-07-07",
    id="m",
    place="hall",
    occasion="hamburg-2017",
    host="ann",
    minutes="120..140",
    topics="syria",
    setting="sidelines",
)
BARE: Final = encounter("ann bob", "2017-07", id="m", setting="")


def was(
    aspect: Aspect, event: Parts, verdict: str, *, complete: bool = True, **finding: Parts
) -> Case:
    return Case(
        record=record(encounters=[event], coverage=[COMPLETE] if complete else [], **WORLD),
        claim=Detail(selection=met(), aspect=aspect),
        verdict=verdict,
        **finding,
    )


def has(aspect: Aspect) -> Case:
    """The event surely has it: no coverage is needed."""
    return was(aspect, G20, SUPPORTED, complete=False, evidence="counts m")


def lacks(aspect: Aspect, fault: str) -> Case:
    """The event surely has it not, and there is no other."""
    return was(aspect, G20, REFUTED, evidence="counts m, context c", correction=f"{fault} m")


def leaves_open(aspect: Aspect, gap: str, event: Parts = BARE) -> Case:
    """The record doesn't say whether the event has it."""
    return was(aspect, event, OPEN, evidence="counts m", gaps=f"{gap} m")


TALKED: Final = WasSetting(frozenset({Setting.SIDELINES, Setting.BILATERAL}))
ASPECTS: Final = {
    "as long": has(Lasted(Bounds(120, None))),
    "not as long": lacks(Lasted(Bounds(0, 119)), "length"),
    "perhaps as long": leaves_open(Lasted(Bounds(130, None)), "length", G20),
    "of unknown length": leaves_open(Lasted(Bounds(130, None)), "length"),
    "there": has(WasAt("hamburg")),
    "not there": lacks(WasAt("ru"), "place"),
    "perhaps there": leaves_open(WasAt("hamburg"), "place"),
    "hosted by": has(WasHostedBy(party("ann"))),
    "not hosted by": lacks(WasHostedBy(party("bob")), "host"),
    "perhaps hosted by": leaves_open(WasHostedBy(party("bob")), "host"),
    "part of": has(WasPartOf("hamburg-2017")),
    "not part of": lacks(WasPartOf("osaka-2019"), "occasion"),
    "perhaps part of": leaves_open(WasPartOf("hamburg-2017"), "occasion"),
    "of a series": has(WasPartOfSeries("g20")),
    "not of a series": lacks(WasPartOfSeries("g7"), "occasion"),
    "perhaps of a series": leaves_open(WasPartOfSeries("g20"), "occasion"),
    "about": has(WasAbout("syria")),
    "perhaps about": leaves_open(WasAbout("trade"), "topic", G20),
    "in a setting": has(TALKED),
    "not in a setting": lacks(WasSetting(frozenset({Setting.MULTILATERAL})), "setting"),
    "perhaps in a setting": leaves_open(TALKED, "setting"),
    "within": has(WasWithin(window("2017-07"))),
    "not within": lacks(WasWithin(window("2018")), "date"),
    "perhaps within": leaves_open(WasWithin(window("2017-07-07")), "date"),
}


def of_visit(aspect: Aspect, verdict: str, **finding: Parts) -> Case:
    return Case(
        record=record(
            visits=[visit("ann", "de", "2017-07-07", id="v", occasion="hamburg-2017")],
            coverage=[covers("person:ann", kind="visit", id="c")],
            **WORLD,
        ),
        claim=Detail(selection=went(), aspect=aspect),
        verdict=verdict,
        **finding,
    )


VISITS: Final = {
    "in the country": of_visit(WasAt("de"), SUPPORTED),
    "in another country": of_visit(WasAt("ru"), REFUTED, correction="place v"),
    "for the occasion": of_visit(WasPartOf("hamburg-2017"), SUPPORTED),
    "for the series": of_visit(WasPartOfSeries("g20"), SUPPORTED),
    "on the day": of_visit(WasWithin(window("2017-07-07")), SUPPORTED),
    "a visit has no length of its own": of_visit(Lasted(Bounds(1, None)), REFUTED),
}


def detail(*events: Parts, aspect: Aspect, chosen: Parts = None, **finding: Parts) -> Case:
    return Case(
        record=record(encounters=events, coverage=[COMPLETE], **WORLD),
        claim=Detail(selection=chosen or met(), aspect=aspect),
        **finding,
    )


WHOSE: Final = {
    "one of several has it": detail(
        G20, MAY, aspect=WasAt("hall"), verdict=SUPPORTED, evidence="counts m"
    ),
    "none of several has it": detail(
        G20,
        encounter("ann bob", "2018-05-01", id="may", minutes="30"),
        aspect=Lasted(Bounds(150, None)),
        verdict=REFUTED,
        evidence="counts m, counts may, context c",
        correction="length m may",
    ),
    "one of several may have it": detail(
        G20,
        MAY,
        aspect=Lasted(Bounds(150, None)),
        verdict=OPEN,
        evidence="counts m, counts may",
        gaps="length may",
    ),
    "one that may be meant has it": detail(
        G20,
        aspect=WasAt("hall"),
        chosen=met(topic="trade"),
        verdict=OPEN,
        evidence="may-count m",
        gaps="topic m",
    ),
    "a disputed one has it": detail(
        encounter("ann bob", "2018-05-01", id="m", place="hall", status="disputed"),
        aspect=WasAt("hall"),
        verdict=CONFLICTING,
        gaps="dispute m",
    ),
    "there is none, but another one": detail(
        JULY,
        aspect=WasAt("hall"),
        chosen=met(window="2018"),
        verdict=REFUTED,
        evidence="instead july, context c",
        correction="date july",
    ),
    "there is none": detail(aspect=WasAt("hall"), verdict=REFUTED, correction=""),
    "one not on record may have it": was(
        WasAt("ru"), G20, OPEN, complete=False, gaps="coverage", evidence="counts m"
    ),
    "one not on record may have been then": was(
        WasWithin(window("2018")), G20, OPEN, complete=False, gaps="coverage"
    ),
    "one not on record can't have been then": Case(
        record=record(coverage=[covers("person:ann", when="2018-01-01/..")], encounters=[G20]),
        claim=Detail(selection=met(), aspect=WasWithin(window("2018"))),
        verdict=REFUTED,
        correction="date m",
    ),
}


@each(EXISTENCE)
def test_one_took_place(case: Case) -> None:
    check(case)


@each(NUMBERS)
def test_so_many_took_place(case: Case) -> None:
    check(case)


@each(ASPECTS, VISITS)
def test_an_event_has_an_aspect(case: Case) -> None:
    check(case)


@each(WHOSE)
def test_some_event_of_the_selection_has_the_aspect(case: Case) -> None:
    check(case)
