"""A small record, and what reports say of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from summitry.model.edtf import parse
from summitry.model.events import EventKind, Mode
from summitry.model.proposals import Attendee, Proposal, Relation, Report, ToldEvent
from tests.records import cites, content, encounter, judgement, person, place, source

RECORD = content(
    people=[
        person("barack-obama"),
        person("angela-merkel", pronoun="she"),
        person("a-merkel", name="A. Merkel", family_name="Merkel"),
        person("david-cameron"),
    ],
    judgements=[judgement("a-merkel", "angela-merkel")],
    places=[
        place("de", kind="country", name="Germany"),
        place("elmau", within="de"),
        place("schloss-elmau", kind="venue", within="elmau"),
        place("berlin", within="de"),
    ],
    topics=["trade"],
    encounters=[
        encounter("barack-obama a-merkel", "2015-06", id="met", setting="", place="elmau"),
    ],
    sources=[source("pool-report", title="Pool report", url="https://example.org/pool")],
    citations=[
        cites("encounters", "met", "pool-report"),
        *(
            cites(table, row, "pool-report")
            for table, rows in {
                "people": ("barack-obama", "angela-merkel", "a-merkel", "david-cameron"),
                "places": ("de", "elmau", "schloss-elmau", "berlin"),
            }.items()
            for row in rows
        ),
    ],
)


def report(document: str, **more: Any) -> Report:  # noqa: ANN401
    told: dict[str, Any] = {
        "sentence": "Obama met Merkel at Schloss Elmau on June 7.",
        "start": 0,
        "end": 44,
        "says": "Obama and Merkel met at Schloss Elmau on 7 June 2015.",
        "copies": document,
        "title": f"Title of {document}",
        "publisher": "The Daily",
        "url": f"https://example.org/{document}",
        "published": date(2015, 6, 8),
    }
    return Report(document=document, **(told | more))


def told(*people: str, when: str = "2015-06-07", **more: Any) -> ToldEvent:  # noqa: ANN401
    made: dict[str, Any] = {"kind": EventKind.ENCOUNTER, "mode": Mode.IN_PERSON}
    return ToldEvent(
        people=tuple(Attendee(name=name) for name in people),
        when=parse(when) if when else None,
        **(made | more),
    )


DETAIL = Proposal(
    id="p-detail",
    relation=Relation.ADDS_DETAIL,
    event=told("Barack Obama", "Angela Merkel", place="Schloss Elmau", topics=("trade",)),
    matched="met",
    because="Both are of the two, in person, in June 2015.",
    reports=(report("one"), report("copy", copies="one", published=date(2015, 6, 9))),
)
NEW = Proposal(
    id="p-new",
    relation=Relation.NEW,
    event=told("Barack Obama", "David Cameron", when="2015-06-08", place="Elmau"),
    because="No encounter of the two is on record in 2015.",
    reports=(report("two"),),
)
CONFLICT = replace(
    DETAIL,
    id="p-conflict",
    relation=Relation.CONFLICTS,
    event=told("Barack Obama", "Angela Merkel", when="2015-07-01", place="Berlin"),
    reports=(report("three"),),
)
CONFIRMS = replace(
    DETAIL,
    id="p-confirms",
    relation=Relation.ADDS_SOURCE,
    event=told("Barack Obama", "Angela Merkel", when="2015-06", place="Germany"),
    reports=(report("four", url=""),),
)
EVERY = (CONFIRMS, CONFLICT, DETAIL, NEW)
