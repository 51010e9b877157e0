"""schema.org in JSON-LD: events with their people, places and gatherings.

Dates are as fine as they are known. schema.org has no word for a disputed or denied event, nor for
a day that is one of several: the description tells both.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final
from urllib.parse import quote

from summitry.model.citations import Source
from summitry.model.events import Encounter, Event, Mode, Status
from summitry.model.occasions import OccasionId, SeriesId
from summitry.model.people import Person, PersonId, PersonKind, Tenure
from summitry.model.places import Place, PlaceId, PlaceKind
from summitry.telling.event import describe
from summitry.telling.exports import said, where
from summitry.telling.exports.exported import Exported, Written
from summitry.telling.exports.known import iso_days
from summitry.telling.voice import Voice

Json = dict[str, Any]

CONTEXT: Final = "https://schema.org"

_STATUS: Final = {
    Status.HELD: "https://schema.org/EventScheduled",
    Status.PLANNED: "https://schema.org/EventScheduled",
    Status.CANCELLED: "https://schema.org/EventCancelled",
}
_ATTENDANCE: Final = {
    Mode.IN_PERSON: "https://schema.org/OfflineEventAttendanceMode",
    Mode.VIDEO: "https://schema.org/OnlineEventAttendanceMode",
}
_PLACE_TYPES: Final = {
    PlaceKind.VENUE: "Place",
    PlaceKind.CITY: "City",
    PlaceKind.REGION: "AdministrativeArea",
    PlaceKind.COUNTRY: "Country",
}


def jsonld(exported: Exported) -> Written:
    """A graph of the events and of everything that they refer to."""
    return Written(text=json.dumps(graph_of(exported), ensure_ascii=False, indent=1) + "\n")


def graph_of(exported: Exported) -> Json:
    """The same, as plain data."""
    return {"@context": CONTEXT, "@graph": list(_Graph(exported).nodes())}


def embedded(data: Json, *, indent: int | None = None) -> str:
    """Data as JSON in which no letter opens or ends a tag, to stand in a page's script."""
    separators = (",", ":") if indent is None else None
    text = json.dumps(data, ensure_ascii=False, indent=indent, separators=separators)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


class _Graph:
    def __init__(self, exported: Exported) -> None:
        self.exported = exported
        self.names = exported.names
        self.voice = Voice(exported.names)

    def nodes(self) -> Iterator[Json]:
        """Events first, then what they refer to, each kind by id."""
        events = self.exported.events
        occasions = sorted({e.occasion for e in events if e.occasion is not None})
        series = {self.names.occasions[occasion].series for occasion in occasions}
        places = {where.place_of(e) for e in events}
        places |= {self.names.occasions[occasion].place for occasion in occasions}
        yield from map(self.event, events)
        yield from map(self.occasion, occasions)
        yield from map(self.one_series, sorted(s for s in series if s is not None))
        yield from map(self.person, self.exported.people)
        yield from map(self.place, sorted(self.around(p for p in places if p is not None)))

    def around(self, places: Iterable[PlaceId]) -> set[PlaceId]:
        """The places and all those that they are within."""
        return {larger.id for place in places for larger in where.chain(place, self.names)}

    def id(self, table: str, row: str) -> str:
        """The name of a row on the web: of one record, and the same in every export of it."""
        return f"urn:summitry:{quote(self.exported.record)}:{table}:{quote(row)}"

    def refer(self, table: str, row: str | None) -> Json | None:
        """A reference to the node of a row."""
        return None if row is None else {"@id": self.id(table, row)}

    def event(self, event: Event) -> Json:
        """An encounter or a visit."""
        start, end = iso_days(event.when)
        place = where.place_of(event)
        encounter = event if isinstance(event, Encounter) else None
        attendees = [self.refer("people", person) for person in sorted(event.people)]
        return known(
            {
                "@type": "Event",
                "@id": self.id(event.kind.value, event.id),
                "identifier": event.id,
                "name": said.headline(event, self.voice),
                "description": " ".join(
                    filter(None, (describe(event, self.names), said.caveat(event), event.note))
                ),
                "startDate": start,
                "endDate": end,
                "eventStatus": _STATUS.get(event.status),
                "eventAttendanceMode": encounter and _ATTENDANCE.get(encounter.mode),
                "duration": encounter and _duration(encounter),
                "location": self.refer("place", place),
                "attendee": attendees,
                "organizer": encounter and self.refer("people", encounter.host),
                "superEvent": self.refer("occasion", event.occasion),
                "about": [
                    {"@type": "Thing", "name": name} for name in said.topics(event, self.voice)
                ],
                "keywords": self.keywords(event),
                "subjectOf": [work(source) for source in self.exported.cited(event)],
            }
        )

    def keywords(self, event: Event) -> list[str]:
        """The record's own words for the event: "encounter", "in-person", "bilateral"."""
        kinds = said.kinds(event)
        mode = [event.mode.value] if isinstance(event, Encounter) else []
        return [event.kind.value, *mode, *(kinds if len(kinds) == 1 else ()), event.status.value]

    def occasion(self, id: OccasionId) -> Json:
        """A gathering."""
        occasion = self.names.occasions[id]
        start, end = (None, None) if occasion.when is None else iso_days(occasion.when)
        return known(
            {
                "@type": "Event",
                "@id": self.id("occasion", id),
                "name": occasion.name,
                "alternateName": list(occasion.aliases),
                "startDate": start,
                "endDate": end,
                "location": self.refer("place", occasion.place),
                "superEvent": self.refer("series", occasion.series),
            }
        )

    def one_series(self, id: SeriesId) -> Json:
        """A series of gatherings."""
        series = self.names.series[id]
        return known(
            {
                "@type": "EventSeries",
                "@id": self.id("series", id),
                "name": series.name,
                "alternateName": list(series.aliases),
            }
        )

    def person(self, id: PersonId) -> Json:
        """A person with the offices held, or an organisation."""
        person = self.names.people[id]
        named = {
            "@id": self.id("people", id),
            "name": person.name,
            "alternateName": list(person.aliases),
        }
        if person.kind is PersonKind.ORGANISATION:
            return known({"@type": "Organization", **named})
        return known({"@type": "Person", **named, **_life(person), **self.offices(id)})

    def offices(self, id: PersonId) -> Json:
        """The offices held, each in a role with its days."""
        held = self.names.tenures_of.get(id, ())
        return {"hasOccupation": [self.tenure(tenure) for tenure in held]}

    def tenure(self, tenure: Tenure) -> Json:
        """A time in office."""
        start, end = iso_days(tenure.when)
        office = self.names.offices[tenure.office]
        return known(
            {
                "@type": "Role",
                "roleName": "acting" if tenure.acting else None,
                "startDate": start,
                "endDate": end,
                "hasOccupation": {"@type": "Occupation", "name": office.name},
            }
        )

    def place(self, id: PlaceId) -> Json:
        """A place within the next larger one."""
        place = self.names.places[id]
        code = where.country(id, self.names)
        return known(
            {
                "@type": _PLACE_TYPES[place.kind],
                "@id": self.id("place", id),
                "name": place.name,
                "alternateName": list(place.aliases),
                "geo": _geo(place),
                "address": code and {"@type": "PostalAddress", "addressCountry": code},
                "containedInPlace": self.refer("place", place.within),
            }
        )


def known(node: Json) -> Json:
    """A node without what is not known."""
    return {key: value for key, value in node.items() if value not in (None, "", [])}


def _life(person: Person) -> Json:
    born = None if person.born is None else iso_days(person.born)[0]
    died = None if person.died is None else iso_days(person.died)[0]
    return {"familyName": person.family_name, "birthDate": born, "deathDate": died}


def _duration(event: Encounter) -> str | None:
    minutes = event.minutes
    return f"PT{minutes.least}M" if minutes is not None and minutes.is_exact else None


def _geo(place: Place) -> Json | None:
    if place.latitude is None or place.longitude is None:
        return None
    return {
        "@type": "GeoCoordinates",
        "latitude": place.latitude,
        "longitude": place.longitude,
    }


def work(source: Source) -> Json:
    """A source as a work."""
    published = None if source.published is None else iso_days(source.published)[0]
    return known(
        {
            "@type": "CreativeWork",
            "name": source.title,
            "publisher": source.publisher and {"@type": "Organization", "name": source.publisher},
            "datePublished": published,
            "url": source.url,
        }
    )
