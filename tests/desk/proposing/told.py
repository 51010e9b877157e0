"""Sentences that were read, as they stand in the tables of ``read``, from compact values."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Any, Final

from summitry.desk.proposing.heard import Heard, heard
from summitry.model.edtf import parse
from summitry.model.names import Names
from summitry.record.names import names_of
from tests.records import content, encounter, occasion, person, place, series, visit

CONTENT: Final = content(
    people=[person("ann-ash"), person("bob-birch"), person("cid-cole")],
    places=[
        place("ch", kind="country"),
        place("geneva", within="ch"),
        place("villa", kind="venue", within="geneva"),
        place("bern", within="ch"),
        place("at", kind="country"),
        place("vienna", within="at"),
    ],
    series=[series("g9"), series("g8")],
    occasions=[
        occasion("summit", "2021-06-15/2021-06-17"),
        occasion("g9-oslo", "2015-07-01/2015-07-02", series="g9"),
    ],
    encounters=[
        encounter("ann-ash bob-birch", "2021-06-16", id="geneva-talks", place="geneva", setting=""),
        encounter("ann-ash bob-birch", "2021-06-16", id="call", mode="phone"),
        encounter("ann-ash bob-birch", "2019-03-01", id="bern-talks", place="bern"),
        encounter("ann-ash bob-birch", "2019-03-20", id="vienna-talks", place="vienna"),
        encounter("ann-ash bob-birch cid-cole", "2018-05", id="three"),
        encounter("ann-ash bob-birch", "2015-07-01", id="oslo", occasion="g9-oslo", setting=""),
        encounter("ann-ash bob-birch", "2015-11-01", id="alone", setting="bilateral"),
        encounter("ann-ash cid-cole", "2017-01-01", id="short", minutes="30"),
        encounter("ann-ash cid-cole", "2016-01-01", id="never", status="cancelled"),
    ],
    visits=[visit("ann-ash", "ch", "2021-06-14/2021-06-18", id="stay", kind="")],
)
NAMES: Final[Names] = names_of(CONTENT)
_NUMBERS: Final = count()


def told(
    people: str = "ann-ash bob-birch",
    when: str = "",
    *,
    id: str = "",
    kind: str = "took_place",
    event: str = "encounter",
    mode: str = "in-person",
    published: str = "2025-01-01",
    sketch: tuple[str, ...] = (),
    **cells: Any,  # noqa: ANN401 - the cells of a row
) -> Heard | None:
    """What a claim tells: ``told("ann-ash bob-birch", "2021-06", place="geneva")``."""
    number = next(_NUMBERS)
    days = parse(when).outer if when else None
    row = {
        "document": id or f"doc-{number}",
        "published": date.fromisoformat(published),
        "as_of": date.fromisoformat(published),
        "sentence": f"Sentence {number}.",
        "start": 0,
        "end": 10,
        "claim": f"Claim {number}.",
        "kind": kind,
        "event": event,
        "people": people.split(),
        "offices": [],
        "modes": [mode] if event == "encounter" and mode else None,
        "settings": None,
        "visit_kinds": None,
        "place": None,
        "occasion": None,
        "series": None,
        "topic": None,
        "earliest": None if days is None else days.earliest,
        "latest": None if days is None else days.latest,
        "least": None,
        "most": None,
    }
    document = {"digest": f"text-{number}", "sketch": sketch, "url": f"https://a.example/{number}"}
    return heard(row | cells, document, NAMES)


def sure(one: Heard | None) -> Heard:
    assert one is not None
    return one
