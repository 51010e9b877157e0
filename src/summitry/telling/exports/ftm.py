"""FollowTheMoney (https://followthemoney.tech): entities as JSON lines.

Encounters and visits are of the schema Event (Trip asks where a journey began); people are Person
or Organization, offices Position, times in office Occupancy. Dates are as fine as they are known:
FollowTheMoney takes years and months as they are. An id is the same in every export of the record.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from summitry.model.events import Encounter, Event, Status
from summitry.model.people import Office, Person, PersonKind, Tenure
from summitry.model.when import Moment, When
from summitry.telling.event import describe
from summitry.telling.exports import said, where
from summitry.telling.exports.exported import Exported, Written
from summitry.telling.exports.known import iso_days
from summitry.telling.exports.states import state
from summitry.telling.voice import Voice

Json = dict[str, Any]
Values = Mapping[str, Iterable[str | None]]


def ftm(exported: Exported) -> Written:
    """The entities, a line each: people, offices and times in office before the events."""
    lines = (json.dumps(entity, ensure_ascii=False) for entity in _Entities(exported).all())
    return Written(text="".join(f"{line}\n" for line in lines))


class _Entities:
    def __init__(self, exported: Exported) -> None:
        self.exported = exported
        self.names = exported.names
        self.voice = Voice(exported.names)

    def all(self) -> Iterator[Json]:
        """Every entity, each after those that it refers to."""
        tenures = self.exported.tenures()
        yield from (self.person(self.names.people[id]) for id in self.exported.people)
        offices = sorted({tenure.office for tenure in tenures})
        yield from (self.position(self.names.offices[id]) for id in offices)
        yield from map(self.occupancy, tenures)
        yield from map(self.event, self.exported.events)

    def id(self, kind: str, row: str) -> str:
        """The id of a row's entity."""
        return f"{self.exported.record}-{kind}-{row}"

    def entity(self, schema: str, id: str, properties: Values) -> Json:
        """An entity with the values that there are, each property's without repetition."""
        values = {
            name: list(dict.fromkeys(one for one in found if one))
            for name, found in properties.items()
        }
        known = {name: found for name, found in values.items() if found}
        return {"id": id, "schema": schema, "properties": known}

    def person(self, person: Person) -> Json:
        """A human being or an organisation."""
        id = self.id("person", person.id)
        named: Values = {
            "name": [person.name],
            "alias": person.aliases,
            "country": self.countries(person),
        }
        if person.kind is PersonKind.ORGANISATION:
            return self.entity("Organization", id, named)
        life = {"birthDate": _start(person.born), "deathDate": _start(person.died)}
        return self.entity("Person", id, {**named, "lastName": [person.family_name], **life})

    def countries(self, person: Person) -> Iterator[str | None]:
        """The countries of the offices that the person held."""
        for tenure in self.names.tenures_of.get(person.id, ()):
            yield self.country(self.names.offices[tenure.office].country)

    def country(self, place: str | None) -> str | None:
        """The code of the country that a place is in; None where there is none for it."""
        found = state(where.country(place, self.names))
        return None if found is None else found.ftm

    def position(self, office: Office) -> Json:
        """An office."""
        properties: Values = {
            "name": [office.name],
            "alias": office.aliases,
            "country": [self.country(office.country)],
        }
        return self.entity("Position", self.id("office", office.id), properties)

    def occupancy(self, tenure: Tenure) -> Json:
        """A time in office."""
        properties: Values = {
            "holder": [self.id("person", tenure.person)],
            "post": [self.id("office", tenure.office)],
            "summary": ["acting"] if tenure.acting else [],
            **_days(tenure.when),
        }
        return self.entity("Occupancy", self.id("tenure", tenure.id), properties)

    def event(self, event: Event) -> Json:
        """An encounter or a visit."""
        host = event.host if isinstance(event, Encounter) else None
        place = where.place_of(event)
        properties: Values = {
            "name": [said.headline(event, self.voice)],
            "summary": [describe(event, self.names)],
            "notes": [said.caveat(event), event.note],
            "keywords": self.keywords(event),
            "involved": [self.id("person", one) for one in sorted(event.people)],
            "organizer": [self.id("person", host)] if host else [],
            "location": [where.address(event, self.names)],
            "country": [self.country(place)],
            "recordId": [event.id],
            "sourceUrl": said.addresses(event, self.exported),
            "publisher": [source.publisher for source in self.exported.cited(event)],
            **_days(event.when),
        }
        return self.entity("Event", self.id(event.kind.value, event.id), properties)

    def keywords(self, event: Event) -> list[str]:
        """The record's own words for the event, and what was talked about."""
        kinds = said.kinds(event)
        mode = [event.mode.value] if isinstance(event, Encounter) else []
        status = [] if event.status is Status.HELD else [event.status.value]
        single = kinds if len(kinds) == 1 else []
        return [event.kind.value, *mode, *single, *status, *said.topics(event, self.voice)]


def _start(moment: When | None) -> list[str | None]:
    return [] if moment is None else [iso_days(moment)[0]]


def _days(moment: Moment) -> Values:
    start, end = iso_days(moment)
    if isinstance(moment, When):
        return {"date": [start]}
    return {"startDate": [start], "endDate": [end]}
