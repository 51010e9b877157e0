"""The rows of encounters: who met whom, when and where, as far as the lists tell."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from summitry.model.edtf import write
from summitry.model.events import Encounter, Mode, Setting
from summitry.model.people import PersonId
from summitry.model.places import PlaceId, PlaceKind
from summitry.model.when import When
from summitry.sources.historian.entries import Stay, Trip
from summitry.sources.historian.making import (
    Making,
    american_of,
    canonical_of,
    person_of,
)
from summitry.sources.historian.meetings import Meeting, Seen, row_id
from summitry.sources.historian.names import slug
from summitry.sources.historian.tables import table
from summitry.sources.historian.whereabouts import (
    american_place,
    land,
    locales,
    named_place,
)

_APART = frozenset({Setting.BILATERAL, Setting.SIDELINES, Setting.PULL_ASIDE})


@dataclass(frozen=True, slots=True)
class _Told:
    """A meeting of two, as one row tells it: ``pair`` are the two for all their spellings.

    ``company`` is how many people the same words name.
    """

    meeting: Meeting
    own: PersonId
    other: PersonId
    pair: frozenset[PersonId]
    country: PlaceId | None
    company: int


def add_encounters(making: Making, seen: list[Seen]) -> None:
    """One encounter for each counterpart of a row, and for each of the days that it tells apart.

    Rows may tell of one meeting twice: of two that may be one, in one country, the more exact is
    taken, and both are cited.
    """
    told: defaultdict[tuple[frozenset[PersonId], PlaceId | None], list[_Told]] = defaultdict(list)
    for one in seen:
        for each in _told(making, one):
            told[each.pair, each.country].append(each)
    used: Counter[str] = Counter()
    for alike in told.values():
        kept: list[tuple[_Told, list[_Told]]] = []
        for each in sorted(alike, key=lambda t: (len(t.meeting.days), t.meeting.met is None)):
            for first, more in kept:
                if _may_be_one(making, first.meeting, each.meeting):
                    more.append(each)
                    break
            else:
                kept.append((each, []))
        for each, more in sorted(kept, key=lambda pair: row_id(pair[0].meeting.row)):
            _add_encounter(making, each, more, used)


def _may_be_one(making: Making, one: Meeting, other: Meeting) -> bool:
    """Whether two rows may tell of one meeting: on one day, and not in two cities."""
    places = {_place_of(making, one), _place_of(making, other)}
    cities = {p for p in places if p and making.where.places[p].kind is PlaceKind.CITY}
    return one.days.meets(other.days) and len(cities) < 2


def _told(making: Making, one: Seen) -> Iterator[_Told]:
    """The meetings that one row tells of, those of one person that aren't apart once."""
    own = _principal(making, one)
    if own is None:
        return
    shown = canonical_of(making, one.visitors[0]) if one.visitors else own
    country = (
        "us" if isinstance(one.row, Stay) else land(one.row) if isinstance(one.row, Trip) else None
    )
    clauses = Counter(meeting.met.clause for meeting in one.meetings if meeting.met is not None)
    found: defaultdict[PersonId, list[tuple[PersonId, Meeting]]] = defaultdict(list)
    for meeting in one.meetings:
        other = _counterpart(making, meeting)
        known = canonical_of(making, meeting.sighting) if meeting.sighting else other
        if other is not None and known is not None and known != shown:
            found[known].append((other, meeting))
    for known, meetings in found.items():
        for meeting in _apart([m for _, m in meetings]):
            pair = frozenset({shown or own, known})
            company = 0 if meeting.met is None else clauses[meeting.met.clause]
            yield _Told(meeting, own, meetings[0][0], pair, country, company)


def _add_encounter(making: Making, told: _Told, more: list[_Told], used: Counter[str]) -> None:
    meeting = told.meeting
    row = row_id(meeting.row)
    base = f"{row}-{slug(making.people[told.other].family_name)}"
    used[base] += 1
    id = base if used[base] == 1 else f"{base}-{used[base]}"
    making.encounters.append(
        Encounter(
            id=id,
            when=When(meeting.days, write(When(meeting.days))),
            people=frozenset({told.own, told.other}),
            mode=Mode.IN_PERSON,
            settings=_settings(told),
            place=_place_of(making, meeting),
            note=_note(meeting),
        )
    )
    for each in (told, *more):
        said = each.meeting.met.clause if each.meeting.met else each.meeting.row.remarks
        making.cite("encounters", id, row_id(each.meeting.row), said)


def _apart(meetings: list[Meeting]) -> list[Meeting]:
    """The meetings with one person that are surely not one another: those on days told apart."""
    dated = [m for m in meetings if m.met is not None and m.met.days is not None]
    apart: list[Meeting] = []
    for meeting in dated:
        if not any(meeting.days.meets(other.days) for other in apart):
            apart.append(meeting)
    return apart or meetings[:1]


def _principal(making: Making, one: Seen) -> PersonId | None:
    """Whose row it is; None where it is of several, or not known."""
    if isinstance(one.row, Trip):
        return making.us.people[one.row.who].id if land(one.row) else None
    return person_of(making, one.visitors[0]) if len(one.visitors) == 1 else None


def _counterpart(making: Making, meeting: Meeting) -> PersonId | None:
    if meeting.american is not None:
        return american_of(making, meeting.american, row_id(meeting.row))
    return person_of(making, meeting.sighting) if meeting.sighting else None


def _settings(told: _Told) -> frozenset[Setting]:
    """The settings that the words leave open; nothing where they leave all of them."""
    met = told.meeting.met
    words = "" if met is None else met.clause.lower()
    if "bilateral meeting" in words:
        return frozenset({Setting.BILATERAL, Setting.SIDELINES})
    with_few = told.company <= 2 and any(word in words for word in table("remarks")["apart"])
    by_protocol = met is None
    return _APART if by_protocol or with_few else frozenset()


def _place_of(making: Making, meeting: Meeting) -> PlaceId | None:
    """Where they met, as far as the row tells: a city, or the country alone; None for elsewhere."""
    row, place = meeting.row, meeting.met.place if meeting.met else ""
    if isinstance(row, Stay):
        if found := american_place(place):
            return making.where.american(found, row_id(row))
        return (
            None
            if place and "General Assembly" not in place
            else making.where.country("us", row_id(row))
        )
    if not isinstance(row, Trip) or (country := land(row)) is None:
        return None
    cities = locales(row)
    if place:
        city = named_place(place, cities)
        return making.where.city(city, country, row_id(row)) if city else None
    if len(cities) == 1:
        return making.where.city(cities[0], country, row_id(row))
    return making.where.country(country, row_id(row))


def _note(meeting: Meeting) -> str:
    if meeting.met is None:
        return (
            f"The list says {meeting.row.remarks!r}: by protocol such a visit has a meeting with "
            "the president; it tells neither the day nor more of it."
        )
    if meeting.met.days is not None:
        return f"The list says {meeting.met.clause!r}."
    return f"The list says {meeting.met.clause!r}, on some day of the row, once at least."
