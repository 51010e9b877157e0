"""The rows of tenures, from what the lists call people."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import timedelta
from typing import Final

from summitry.model.people import OfficeId, PersonId
from summitry.model.places import PlaceId
from summitry.sources.historian.countries import atlas
from summitry.sources.historian.crowd import Sighting
from summitry.sources.historian.making import (
    Making,
    canonical_of,
)
from summitry.sources.historian.meetings import row_id
from summitry.sources.historian.tenures import LONGEST_ROW, Evidence, tenures
from summitry.sources.historian.titles import Standing, Title, office, office_of


def add_evidence(making: Making, sightings: list[Sighting]) -> None:
    """Take what people are called as evidence of their offices."""
    for sighting in sightings:
        person = canonical_of(making, sighting)
        if person is None or sighting.standing is not Standing.HOLDS:
            continue
        country = making.crowd.of[sighting.key][0].country
        for title in (sighting.title, *sighting.others):
            _prove(making, sighting, title, country, person)


def _prove(
    making: Making, sighting: Sighting, title: Title, country: PlaceId, person: PersonId
) -> None:
    row = making.rows[sighting.row]
    visitor = sighting.place <= 0
    if sighting.end - sighting.start > LONGEST_ROW and not visitor:
        return
    id = office_of(title, country, sighting.start, sighting.name)
    if id is None:
        return
    if id not in making.offices:
        if country in atlas().places:
            making.where.country(country, sighting.row)
        making.offices[id] = office(id, country, title)
        making.cite("offices", id, sighting.row)
    short = sighting.end - sighting.start <= LONGEST_ROW
    end = sighting.end if short else sighting.start
    making.evidence[id].append(Evidence(sighting.start, end, person, row_id(row)))


def add_tenures(making: Making) -> None:
    """The tenures that the evidence proves, each with its first and last row."""
    many = {id for id, held in making.offices.items() if held.title in _SHARED or id in _TOGETHER}
    _drop_slips(making)
    evidence = {
        id: _one_at_a_time(found) for id, found in making.evidence.items() if id not in many
    }
    evidence |= {id: found for id, found in making.evidence.items() if id in many}
    for proven in tenures(evidence, set(making.evidence) - many):
        making.tenures.append(proven.tenure)
        for row in dict.fromkeys((proven.rows[0], proven.rows[-1])):
            making.cite("tenures", proven.tenure.id, row)


def _drop_slips(making: Making) -> None:
    """Drop a lone row that gives somebody an office within their time in another: it is a slip."""
    offices: defaultdict[PersonId, list[tuple[OfficeId, Evidence]]] = defaultdict(list)
    for id, found in making.evidence.items():
        for one in found:
            offices[one.person].append((id, one))
    for known in offices.values():
        times = Counter(id for id, _ in known)
        for id, one in known:
            others = [e.start for other, e in known if other != id and times[other] > 1]
            before = max((day for day in others if day < one.start), default=None)
            after = min((day for day in others if day > one.start), default=None)
            if times[id] == 1 and before and after and after - before < _ONE_TIME:
                making.evidence[id].remove(one)


_ONE_TIME: Final = timedelta(days=900)


def _one_at_a_time(found: list[Evidence]) -> list[Evidence]:
    """Evidence without the rows that give two people the office: one had it later, or before."""
    people: defaultdict[str, set[PersonId]] = defaultdict(set)
    for one in found:
        people[one.row].add(one.person)
    return [one for one in found if len(people[one.row]) == 1]


_SHARED: Final = frozenset({"vice president", "deputy prime minister"})
_TOGETHER: Final = frozenset({"ba-president"})
