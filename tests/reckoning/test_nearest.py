"""What the record has instead, where one detail of a claim is wrong."""

from __future__ import annotations

from typing import Final

from summitry.model.claims import TookPlace
from summitry.model.events import Encounter, Visit
from summitry.model.selection import Selection
from tests.reckoning.cases import REFUTED, Case, Parts, check, each, met, went
from tests.records import covers, encounter, occasion, place, record, tenure, visit

WORLD: Final[dict[str, Parts]] = {
    "places": [
        place("ch", kind="country"),
        place("geneva", within="ch"),
        place("de", kind="country"),
        place("hamburg", within="de"),
    ],
    "series": ["g20", "g7"],
    "occasions": [occasion("summit"), occasion("hamburg-2017", series="g20")],
    "tenures": [tenure("ann", "us-president", "2021-01-20/2025-01-20")],
    "coverage": [
        covers("person:ann", id="c"),
        covers("person:ann", kind="visit", id="c"),
        covers("office:us-president", kind="tenure"),
        covers("office:us-senator", kind="tenure"),
    ],
}
MET: Final = encounter(
    "ann bob",
    "2021-06-16",
    id="m",
    place="geneva",
    setting="sidelines",
    occasion="summit",
    host="ann",
    topics="arms",
)
WENT: Final = visit("ann", "ch", "2021-06-16", id="v", kind="working", occasion="summit")


def instead(chosen: Selection, correction: str, *events: Parts) -> Case:
    """Nothing of the kind took place; this did."""
    found = correction.split()[1:]
    rows = events or (MET, WENT)
    return Case(
        record=record(
            encounters=[row for row in rows if isinstance(row, Encounter)],
            visits=[row for row in rows if isinstance(row, Visit)],
            **WORLD,
        ),
        claim=TookPlace(selection=chosen),
        as_of="2026-01-01",
        verdict=REFUTED,
        evidence=", ".join([*(f"instead {id}" for id in found), "context c"]),
        correction=correction,
    )


ONE_DETAIL: Final = {
    "the place": instead(met(place="hamburg", window="2021-06-16"), "place m"),
    "the mode": instead(met(modes="phone"), "mode m"),
    "the setting": instead(met(settings="multilateral"), "setting m"),
    "the occasion": instead(met(occasion="hamburg-2017"), "occasion m"),
    "the series": instead(met(series="g20"), "occasion m"),
    "the host": instead(met(host="bob"), "host m"),
    "the capacity of one": instead(met("ann@us-senator", "bob"), "capacity m"),
    "the capacity of the other": instead(met("bob", "ann@us-senator"), "capacity m"),
    "the date": instead(met(window="2021-06-17", place="geneva"), "date m"),
    "a visit's place": instead(went(place="hamburg"), "place v"),
    "a visit's kind": instead(went(visit_kinds="state"), "kind v"),
    "a visitor's capacity": instead(went("ann@us-senator"), "capacity v"),
    "a visit's date": instead(went(window="2022"), "date v"),
    "a visit's occasion": instead(went(occasion="hamburg-2017"), "occasion v"),
}
SEVERAL: Final = {
    "two details are wrong": instead(met(place="hamburg", window="2022"), ""),
    "nobody met": instead(met("ann", "cat"), ""),
    "another place on the day is nearer than the place on another day": instead(
        met(place="hamburg", window="2021-06-16"),
        "place m",
        MET,
        encounter("ann bob", "2022-01-01", id="later", place="hamburg"),
    ),
    "what may be right is not named": instead(
        met(place="hamburg", window="2021-06-16", modes="in-person"),
        "",
        encounter("ann bob", "2021-06-16", id="call", mode="phone", place="geneva"),
    ),
    "the three that are nearest in time, in their order": instead(
        met(window="2021-06-17"),
        "date b c d",
        *(
            encounter("ann bob", when, id=id)
            for id, when in {
                "a": "2021-05-01",
                "b": "2021-06-01",
                "c": "2021-06-20",
                "d": "2021-06-25",
                "e": "2021-08-01",
            }.items()
        ),
    ),
    "those on the days meant before those near": instead(
        met(place="hamburg", window="2021-06"),
        "place b c",
        encounter("ann bob", "2021-06-01", id="b", place="geneva"),
        encounter("ann bob", "2021-06-20", id="c", place="geneva"),
        encounter("ann bob", "2021-07-01", id="d", place="geneva"),
    ),
}


@each(ONE_DETAIL)
def test_an_event_that_is_wrong_in_one_detail_is_named(case: Case) -> None:
    check(case)


@each(SEVERAL)
def test_only_the_nearest_are_named(case: Case) -> None:
    check(case)
