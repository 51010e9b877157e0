"""Whether an event is one of those asked about, and which of its fields keeps that open."""

from __future__ import annotations

from typing import Final

from summitry.model.claims import TookPlace
from summitry.model.events import Event, Visit
from summitry.model.selection import Selection
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
from tests.records import covers, encounter, occasion, person, place, record, stretch, tenure, visit

EVERYTHING: Final = (
    covers("person:ann", id="c1"),
    covers("person:ann", kind="visit", id="c2"),
    covers("office:us-president", kind="tenure", id="c3"),
    covers("office:us-senator", kind="tenure", id="c4"),
)


def case(chosen: Selection, event: Event, verdict: str, gaps: str = "", **parts: Parts) -> Case:
    """One event in a record that is otherwise complete."""
    of_record = {name: parts.pop(name) for name in ("people", "tenures") if name in parts}
    visits = isinstance(event, Visit)
    return Case(
        record=record(
            **{"people": ["ann", "bob", "cat"], **of_record},
            offices=["us-president", "us-senator"],
            places=[
                place("su", kind="country", when=stretch("1922-12-30/1991-12-26")),
                place("ru", kind="country", when=stretch("1991-12-25/.."), formerly="su"),
                place("moscow", within="ru"),
                place("kremlin", kind="venue", within="moscow"),
                place("ch", kind="country"),
                place("geneva", within="ch"),
            ],
            series=["g20"],
            occasions=[occasion("hamburg", series="g20"), occasion("fair")],
            coverage=EVERYTHING,
            **{"visits" if visits else "encounters": [event]},
        ),
        claim=TookPlace(selection=chosen),
        verdict=verdict,
        gaps=gaps,
        **parts,
    )


def one(when: str = "2011-03-02", **parts: Parts) -> Event:
    """Ann and Bob meet."""
    return encounter("ann bob", when, **{"id": "m", **parts})


def stay(when: str = "2011-03-02", country: str = "ru", **parts: Parts) -> Event:
    """Ann visits Russia."""
    return visit("ann", country, when, **{"id": "v", **parts})


KINDS: Final = {
    "an encounter is no visit": case(went(), one(), REFUTED),
    "a visit is no encounter": case(met("ann", ""), stay(), REFUTED),
    "one of the modes": case(met(modes="phone|video"), one(mode="video"), SUPPORTED),
    "another mode": case(met(modes="phone"), one(), REFUTED),
    "one of the settings": case(met(settings="bilateral|sidelines"), one(), SUPPORTED),
    "another setting": case(met(settings="sidelines"), one(), REFUTED),
    "one of its two settings": case(
        met(settings="sidelines"), one(setting="bilateral|sidelines"), OPEN, "setting m"
    ),
    "both its settings": case(
        met(settings="bilateral|sidelines|pull-aside"),
        one(setting="bilateral|sidelines"),
        SUPPORTED,
    ),
    "a setting not known": case(met(settings="sidelines"), one(setting=""), OPEN, "setting m"),
    "one of the kinds": case(went(visit_kinds="state|official"), stay(), SUPPORTED),
    "another kind": case(went(visit_kinds="state"), stay(), REFUTED),
    "a kind not known": case(went(visit_kinds="state"), stay(kind=""), OPEN, "kind v"),
    "planned": case(met(), one(status="planned"), REFUTED),
    "cancelled": case(met(), one(status="cancelled"), REFUTED),
    "denied": case(met(), one(status="denied"), REFUTED),
    "disputed": case(met(), one(status="disputed"), CONFLICTING, "dispute m"),
    "disputed, and not known well": case(
        met(settings="sidelines"),
        one(status="disputed", setting=""),
        CONFLICTING,
        "dispute m, setting m",
    ),
    "topic": case(met(topic="syria"), one(topics="syria trade"), SUPPORTED),
    "perhaps another topic": case(met(topic="syria"), one(topics="trade"), OPEN, "topic m"),
    "a topic that the record doesn't hold": case(met(topic="chess"), one(), OPEN, "topic m"),
}

TIMES: Final = {
    "within": case(met(window="2011-03"), one(), SUPPORTED),
    "not within": case(met(window="2011-04"), one(), REFUTED),
    "perhaps within": case(met(window="2011-03-02"), one("2011-03"), OPEN, "date m"),
    "vague words": case(met(window="2011~2011-05"), one(), OPEN, "vague m"),
    "vague words, and what they surely mean": case(met(window="2011~2011-03"), one(), SUPPORTED),
    "vague words, and a vague date": case(
        met(window="2011~2011-05"), one("[2010-12-31,2011-01-01]"), OPEN, "date m"
    ),
    "vague words without any sure day": case(met(window="2011~"), one(), OPEN, "vague m"),
    "some day of a long event": case(
        met(window="2011-03-04"), one("2011-03-02/2011-03-05"), SUPPORTED
    ),
    "an end not exactly known": case(
        met(window="2011-03-04"), one("2011-03-02/2011-03"), OPEN, "date m"
    ),
    "without an end": case(met(window="2015"), one("2011-03-02/.."), SUPPORTED),
    "without an end, up to the as-of day": case(
        met(window="2011-03-03"), one("2011-03-02/.."), REFUTED, as_of="2011-03-02"
    ),
    "on the as-of day": case(met(), one(), SUPPORTED, as_of="2011-03-02"),
    "after the as-of day": case(met(), one(), REFUTED, as_of="2011-03-01"),
    "perhaps after the as-of day": case(met(), one("2011-03"), OPEN, "date m", as_of="2011-03-30"),
    "perhaps begun by the as-of day, and then before the window": case(
        met(window="2011-03-15/2011-03-31"), one("2011-03"), REFUTED, as_of="2011-03-10"
    ),
    "perhaps begun by the as-of day, and then within the window": case(
        met(window="2011-03-05/2011-03-31"), one("2011-03"), OPEN, "date m", as_of="2011-03-10"
    ),
    "going on, and not over by the as-of day": case(
        met(window="2011-03-05"), one("2011-03-02/2011-03-05"), REFUTED, as_of="2011-03-04"
    ),
    "going on, perhaps over by the as-of day": case(
        met(window="2011-03-04"),
        one("2011-03-02/2011-03"),
        OPEN,
        "date m",
        as_of="2011-03-04",
    ),
}

LIVES: Final = {
    "some day of a month before a death": case(
        met(window="2011-03-01/2011-03-15"),
        one("2011-03"),
        SUPPORTED,
        people=[person("ann", died="2011-03-15"), "bob"],
    ),
    "some day of a month after a birth": case(
        met(window="2011-03-15/2011-03-31"),
        one("2011-03"),
        SUPPORTED,
        people=["ann", person("bob", born="2011-03-15")],
    ),
    "a long event until a death": case(
        went(window="2011-03-20/2011-03-31"),
        stay("2011-03-02/2011-03"),
        REFUTED,
        people=[person("ann", died="2011-03-15")],
    ),
    "a long event that ends before a birth, as no event can": case(
        went(window="2011-03"),
        stay("2011-03/2011-03-05"),
        SUPPORTED,
        people=[person("ann", born="2011-03-15")],
    ),
    "without an end, until a death": case(
        met(window="2012"),
        one("2011-03-02/.."),
        REFUTED,
        people=[person("ann", died="2011-03-15"), "bob"],
    ),
    "after a death, by a fault of the record": case(
        met(window="2011-03"), one(), SUPPORTED, people=[person("ann", died="2010"), "bob"]
    ),
    "from after a death on, by a fault of the record": case(
        met(window="2012"),
        one("2011-03-02/.."),
        SUPPORTED,
        people=[person("ann", died="2010"), "bob"],
    ),
}

LEADS: Final[dict[str, Parts]] = {
    "tenures": [tenure("ann", "us-president", "2009-01-20/2013-01-20")]
}
LATER: Final[dict[str, Parts]] = {
    "tenures": [tenure("ann", "us-president", "2011-03/2013-01-20", id="t")]
}
PARTIES: Final = {
    "in either order": case(met("bob", "ann"), one(), SUPPORTED),
    "with anyone": case(met("ann", ""), one(), SUPPORTED),
    "among others": case(
        met(), encounter("ann bob cat", "2011-03-02", id="m", setting="multilateral"), SUPPORTED
    ),
    "without one of the two": case(met("ann", "cat"), one(), REFUTED),
    "two different people": case(met("ann", "ann"), one(), REFUTED),
    "nobody that the record knows": case(met("ann", "a-stranger"), one(), REFUTED),
    "the holder": case(met("@us-president", "bob"), one(), SUPPORTED, **LEADS),
    "the holder with the holder": case(met("ann", "@us-president"), one(), REFUTED, **LEADS),
    "in the office": case(met("ann@us-president", "bob"), one(), SUPPORTED, **LEADS),
    "in another office": case(met("ann@us-senator", "bob"), one(), REFUTED, **LEADS),
    "in office": case(met("ann@", "bob"), one(), SUPPORTED, **LEADS),
    "out of office": case(met("bob@", "ann"), one(), REFUTED, **LEADS),
    "on some day of it": case(
        met("ann@us-president", "bob"), one("2008-12-01/2009-01-20"), SUPPORTED, **LEADS
    ),
    "perhaps in the office": case(
        met("ann@us-president", "bob"), one(), OPEN, "capacity m", **LATER
    ),
    "the visitor in the office": case(went("ann@us-president"), stay(), SUPPORTED, **LEADS),
    "the visitor, perhaps in the office": case(
        went("@us-president"), stay(), OPEN, "capacity v", **LATER
    ),
    "another visitor": case(went("bob"), stay(), OPEN, "coverage"),
    "hosted": case(met(host="bob"), one(host="bob"), SUPPORTED),
    "hosted by another": case(met(host="bob"), one(host="ann"), REFUTED),
    "perhaps hosted": case(met(host="bob"), one(), OPEN, "host m"),
    "hosted by nobody there": case(met(host="cat"), one(), REFUTED),
    "hosted by the holder": case(met(host="@us-president"), one(host="ann"), SUPPORTED, **LEADS),
    "hosted by the holder, perhaps": case(
        met(host="@us-president"), one(), OPEN, "host m", **LEADS
    ),
    "hosted in office": case(met(host="ann@"), one(host="ann"), SUPPORTED, **LEADS),
}

PLACES: Final = {
    "in the place": case(met(place="moscow"), one(place="kremlin"), SUPPORTED),
    "not in the place": case(met(place="geneva"), one(place="kremlin"), REFUTED),
    "perhaps in the place": case(met(place="kremlin"), one(place="moscow"), OPEN, "place m"),
    "a place not known": case(met(place="moscow"), one(), OPEN, "place m"),
    "a call is at no place that is known": case(
        met(place="moscow"), one(mode="phone"), OPEN, "place m"
    ),
    "a visit to the country": case(went(place="ru"), stay(), SUPPORTED),
    "a visit to its city": case(went(place="moscow"), stay(place="moscow"), SUPPORTED),
    "a visit, perhaps to its city": case(went(place="moscow"), stay(), OPEN, "place v"),
    "a visit to another country's city": case(went(place="geneva"), stay(), REFUTED),
    "a meeting in a city of a former state": case(
        met(place="su"), one(when="1972-05-26", place="moscow"), SUPPORTED
    ),
    "in the state of today, before there was one": case(
        met(place="ru"), one(when="1972-05-26", place="moscow"), OPEN, "place m"
    ),
    "in the former state, after its end": case(met(place="su"), one(place="moscow"), REFUTED),
    "a visit to the former state": case(
        went(place="su"), stay(country="su", when="1972-05-22"), SUPPORTED
    ),
    "a visit to the former state, perhaps in a part of it": case(
        went(place="ru"), stay(country="su", when="1972-05-22"), OPEN, "place v"
    ),
    "a visit to the former state, not in that country": case(
        went(place="ch"), stay(country="su", when="1972-05-22"), REFUTED
    ),
    "a visit to the former state, whatever its days": case(
        went(place="su"), stay(country="su", when="1991-12", place="moscow"), SUPPORTED
    ),
    "a place that the record doesn't hold": case(
        met(place="atlantis"), one(place="moscow"), REFUTED
    ),
    "at the occasion": case(met(occasion="fair"), one(occasion="fair"), SUPPORTED),
    "at another occasion": case(met(occasion="hamburg"), one(occasion="fair"), REFUTED),
    "at no occasion, being bilateral": case(met(occasion="fair"), one(), REFUTED),
    "perhaps at the occasion": case(
        met(occasion="fair"), one(setting="bilateral|sidelines"), OPEN, "occasion m"
    ),
    "a visit, perhaps to the occasion": case(went(occasion="fair"), stay(), OPEN, "occasion v"),
    "of the series": case(met(series="g20"), one(occasion="hamburg"), SUPPORTED),
    "of no series": case(met(series="g20"), one(occasion="fair"), REFUTED),
    "of the series, being bilateral": case(met(series="g20"), one(), REFUTED),
    "perhaps of the series": case(met(series="g20"), one(setting=""), OPEN, "occasion m"),
    "at an occasion that the record doesn't hold": case(
        met(series="g20"), one(occasion="lost"), REFUTED
    ),
}


@each(KINDS, PLACES)
def test_an_event_is_held_to_what_is_asked_field_by_field(case: Case) -> None:
    check(case)


@each(TIMES, LIVES)
def test_an_event_has_only_the_days_that_it_can_have_had(case: Case) -> None:
    check(case)


@each(PARTIES)
def test_two_different_people_take_the_parts_asked_about(case: Case) -> None:
    check(case)
