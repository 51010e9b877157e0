from __future__ import annotations

import json
from typing import Any, Final

import pytest
from rdflib import BNode, Graph, URIRef
from rdflib.namespace import RDF, SDO

from summitry.model.events import Status
from summitry.telling.exports.exported import Exported
from summitry.telling.exports.jsonld import CONTEXT, jsonld
from tests.telling.exports.selections import bundled, odd

# The library warns of what its own parser does.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

# What https://schema.org serves as its context, for the terms that are used: names are of its
# vocabulary, and these properties' values are things of the web or dates.
SERVED: Final = {
    "@vocab": "https://schema.org/",
    "eventStatus": {"@type": "@id"},
    "eventAttendanceMode": {"@type": "@id"},
    "url": {"@type": "@id"},
    **{
        name: {"@type": "Date"}
        for name in ("startDate", "endDate", "birthDate", "deathDate", "datePublished")
    },
}

# Of each property, the types that schema.org gives it to and (None: text) those of its values
# (https://schema.org/docs/schemas.html), as far as they are used. Thing's own are of all.
THING: Final = {"name", "alternateName", "description", "identifier", "url", "subjectOf"}
DOMAINS: Final = {
    "Event": {
        "startDate", "endDate", "eventStatus", "eventAttendanceMode", "duration", "location",
        "attendee", "organizer", "superEvent", "about", "keywords",
    },
    "EventSeries": {"startDate", "endDate", "location", "superEvent"},
    "Person": {"familyName", "birthDate", "deathDate", "hasOccupation"},
    "Role": {"roleName", "startDate", "endDate", "hasOccupation"},
    "Organization": set(),
    "Occupation": set(),
    "Thing": set(),
    "CreativeWork": {"publisher", "datePublished"},
    "GeoCoordinates": {"latitude", "longitude"},
    "PostalAddress": {"addressCountry"},
    **{
        place: {"geo", "address", "containedInPlace"}
        for place in ("Place", "City", "AdministrativeArea", "Country")
    },
}  # fmt: skip
RANGES: Final = {
    "location": {"Place", "City", "AdministrativeArea", "Country"},
    "containedInPlace": {"City", "AdministrativeArea", "Country"},
    "attendee": {"Person", "Organization"},
    "organizer": {"Person", "Organization"},
    "superEvent": {"Event", "EventSeries"},
    "hasOccupation": {"Role", "Occupation"},
    "about": {"Thing"},
    "subjectOf": {"CreativeWork"},
    "publisher": {"Organization"},
    "geo": {"GeoCoordinates"},
    "address": {"PostalAddress"},
}


def document(exported: Exported) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(jsonld(exported).text)
    assert found["@context"] == CONTEXT
    return found


def graph(exported: Exported) -> Graph:
    return Graph().parse(
        data=json.dumps(document(exported) | {"@context": SERVED}), format="json-ld"
    )


def short(term: Any) -> str:  # noqa: ANN401 - a term of a graph
    return str(term).removeprefix("https://schema.org/")


def test_every_word_is_schema_org_s_and_stands_where_it_may() -> None:
    assert all(name in SDO for names in DOMAINS.values() for name in names | THING)
    assert all(type_ in SDO for type_ in DOMAINS)
    for read in (graph(bundled()), graph(odd())):
        types = {subject: short(type_) for subject, type_ in read.subject_objects(RDF.type)}
        for subject, predicate, value in read:
            if predicate == RDF.type:
                continue
            name = short(predicate)
            assert name in DOMAINS[types[subject]] | THING, (types[subject], name)
            if isinstance(value, BNode) or str(value).startswith("urn:"):
                assert types[value] in RANGES[name], (name, types[value])
            else:
                assert name not in RANGES


def test_the_reader_finds_every_event_with_who_took_part() -> None:
    read = graph(bundled())
    for event in bundled().events:
        node = URIRef(f"urn:summitry:us-russia:{event.kind.value}:{event.id}")
        attendees = {str(person).rpartition(":")[2] for person in read[node : SDO.attendee]}
        assert attendees == event.people
        statuses = {short(status) for status in read[node : SDO.eventStatus]}
        if event.status in {Status.HELD, Status.PLANNED}:
            assert statuses == {"EventScheduled"}
        else:
            assert statuses == ({"EventCancelled"} if event.status is Status.CANCELLED else set())


def test_dates_are_as_fine_as_they_are_known() -> None:
    nodes = {node["@id"].rpartition(":")[2]: node for node in document(odd())["@graph"]}
    days = {id: (n.get("startDate"), n.get("endDate")) for id, n in nodes.items()}
    assert days["on-a-day"] == ("2001-06-16", "2001-06-16")
    assert days["in-a-month"] == ("2001-06", "2001-06")
    assert days["in-a-year"] == ("2002", "2002")
    assert days["over-new-year"] == (None, None)
    assert days["end-not-sure"] == ("2003-03-09", "2003-03")
    assert "not known" in nodes["over-new-year"]["description"]
    assert nodes["many"]["duration"] == "PT30M"


def test_texts_come_back_as_they_were() -> None:
    read = graph(odd())
    named = {str(name) for name in read.objects(predicate=SDO.name)}
    assert {source.title for source in odd().sources.values()} <= named
