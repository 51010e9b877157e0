"""A small record, made by hand, that has something in every column."""

from __future__ import annotations

from summitry.model.events import VisitKind
from summitry.model.occasions import Series, Topic
from summitry.model.people import PersonKind
from tests.records import (
    cites,
    content,
    covers,
    day,
    encounter,
    judgement,
    landmark,
    occasion,
    office,
    person,
    place,
    source,
    stretch,
    tenure,
    visit,
)

FULL = content(
    name="full",
    title="A record, “full”",
    version="1.2",
    besides='{"description": "What it holds", "sources": [{"title": "Élysée"}]}',
    people=[
        person(
            "bill-clinton", aliases=("William Clinton", "William J. Clinton"), born="1946-08-19"
        ),
        person("vladimir-putin", born="1952-10-07"),
        person("boris-yeltsin", born="1931-02-01", died="2007-04-23"),
        person("angela-merkel", pronoun="she"),
        person("w-j-clinton", name="W. J. Clinton", family_name="Clinton"),
        person("siemens", kind=PersonKind.ORGANISATION, pronoun="it"),
    ],
    offices=[
        office("us-president", country="us", aliases=("U.S. President",)),
        office("ru-president", country="ru"),
        office("ru-prime-minister", country="ru"),
    ],
    tenures=[
        tenure(
            "bill-clinton", "us-president", "1993-01-20/2001-01-20", elected="1992-11-03 1996-11-05"
        ),
        tenure("vladimir-putin", "ru-president", "1999-12-31/2000-05-07", acting=True),
        tenure("vladimir-putin", "ru-president", "2000-05-07/2008-05-07", elected="2000-03-26"),
        tenure("vladimir-putin", "ru-prime-minister", "1999-08/.."),
    ],
    series=[Series(id="apec", name="APEC", aliases=("Asia-Pacific Economic Cooperation",))],
    occasions=[
        occasion(
            "apec-auckland-1999",
            "1999-09-12/1999-09-13",
            series="apec",
            place="auckland",
            aliases=("the Auckland summit",),
        ),
        occasion("talks-of-2000"),
    ],
    places=[
        place("us", kind="country"),
        place("su", kind="country", when=stretch("1922-12-30/1991-12-26")),
        place("ru", kind="country", formerly="su"),
        place("nz", kind="country", aliases=("Aotearoa",)),
        place("auckland", within="nz", country="NZ", latitude=-36.85, longitude=174.76),
        place("moscow", within="ru"),
        place("kremlin", kind="venue", within="moscow", near="moscow"),
    ],
    landmarks=[landmark("second-chechen-war", "1999-08", place="ru", aliases=("the war",))],
    topics=[Topic(id="chechnya", name="Chechnya", aliases=("the war in Chechnya",)), "trade"],
    encounters=[
        encounter(
            "bill-clinton vladimir-putin",
            "1999-09-12",
            id="auckland-1999",
            sequence=1,
            setting="sidelines|pull-aside",
            place="auckland",
            occasion="apec-auckland-1999",
            minutes="45..60",
            topics="chechnya trade",
            note="Two sources, “one” line\nand another.",
        ),
        encounter(
            "bill-clinton vladimir-putin",
            "2000-06-03/2000-06-05",
            id="moscow-2000",
            place="kremlin",
            host="vladimir-putin",
            minutes="120..",
        ),
        encounter(
            "bill-clinton boris-yeltsin angela-merkel",
            "[1999-10-01,1999-10-03]",
            id="call-1999",
            mode="phone",
            setting="",
            status="disputed",
            minutes="20",
        ),
    ],
    visits=[
        visit(
            "bill-clinton",
            "ru",
            "2000-06-03/2000-06-05",
            id="clinton-ru-2000",
            kind="official|working",
            place="moscow",
            occasion="talks-of-2000",
            note="His last.",
        ),
        visit("vladimir-putin", "us", "2000-09", id="putin-us-2000", kind=""),
    ],
    coverage=[
        covers(
            "office:us-president", "person:vladimir-putin", id="met", mode="in-person", note="x"
        ),
        covers(
            "person:bill-clinton@office:us-president",
            id="in-ru",
            kind="visit",
            country="ru",
            visit_kinds=frozenset({VisitKind.STATE, VisitKind.OFFICIAL}),
        ),
        covers(
            "person:vladimir-putin@in-office",
            "person:bill-clinton",
            "1999-08/2000-12-31",
            id="calls",
            mode="phone",
            complete=False,
        ),
    ],
    sources=[
        source(
            "trips",
            publisher="Office of the Historian",
            published="2024",
            url="https://history.state.gov/departmenthistory/travels",
            seen="2026-11-23",
        )
    ],
    citations=[
        cites(
            "encounters", "auckland-1999", "trips", locator="12 September", quote="Met, “briefly”"
        ),
        cites("encounters", "moscow-2000", "trips", field="host"),
    ],
    judgements=[
        judgement("w-j-clinton", "bill-clinton", made=day("2026-01-02")),
        judgement("auckland-1999", "moscow-2000", table="encounters", same=False),
    ],
)
