"""The two data sets as one record's content."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from summitry.model.citations import Citation, Source, SourceKind
from summitry.model.days import Days
from summitry.model.edtf import write
from summitry.model.events import Encounter, Mode, Setting, Visit
from summitry.model.judgements import Judgement
from summitry.model.occasions import Occasion, Series
from summitry.model.people import Office, OfficeId, Person, PersonId, Pronoun, Tenure
from summitry.model.places import PlaceId
from summitry.model.problems import Problem
from summitry.model.when import Stretch, When
from summitry.record.content import Content
from summitry.sources.historian.americans import American, Americans, americans
from summitry.sources.historian.countries import atlas
from summitry.sources.historian.coverage import coverage
from summitry.sources.historian.entries import Lists, Role, Row, Stay, Trip
from summitry.sources.historian.meetings import Meeting, Seen, row_id, seen_in
from summitry.sources.historian.names import slug
from summitry.sources.historian.occasions import gathering_of, occasion_id, series
from summitry.sources.historian.people import Crowd, Sighting, identify
from summitry.sources.historian.persons import persons_of
from summitry.sources.historian.stays import (
    days_in_country,
    days_of,
    kinds_of,
    next_to,
    status_of,
)
from summitry.sources.historian.tenures import Evidence, LONGEST_ROW, tenures
from summitry.sources.historian.titles import Standing, Title, office, office_of
from summitry.sources.historian.whereabouts import (
    Whereabouts,
    american_place,
    land,
    locales,
    named_place,
)

TRAVELS: Final = Source(
    id="historian-travels",
    title="Travels Abroad of the President (data set)",
    publisher="Office of the Historian, U.S. Department of State",
    url="https://github.com/HistoryAtState/travels",
    kind=SourceKind.DATASET,
)
VISITS: Final = Source(
    id="historian-visits",
    title="Visits by Foreign Leaders (data set)",
    publisher="Office of the Historian, U.S. Department of State",
    url="https://github.com/HistoryAtState/visits",
    kind=SourceKind.DATASET,
)
AUTHOR: Final = "historian importer"
_WORDS: Final = 12


@dataclass(slots=True)
class _Making:
    """What has been made so far, of rows that are read one after another."""

    lists: Lists
    us: Americans
    crowd: Crowd
    where: Whereabouts = field(default_factory=Whereabouts)
    people: dict[PersonId, Person] = field(default_factory=dict)
    offices: dict[OfficeId, Office] = field(default_factory=dict)
    evidence: dict[OfficeId, list[Evidence]] = field(default_factory=lambda: defaultdict(list))
    tenures: list[Tenure] = field(default_factory=list)
    series: dict[str, Series] = field(default_factory=dict)
    occasions: dict[str, Occasion] = field(default_factory=dict)
    visits: list[Visit] = field(default_factory=list)
    encounters: list[Encounter] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)
    citations: dict[tuple[str, str], list[tuple[str, str, str]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    trips: dict[tuple[str, PlaceId, date, date, str], str] = field(default_factory=dict)
    rows: dict[str, Row] = field(default_factory=dict)

    def cite(self, table: str, id: str, row: str, quote: str = "") -> None:
        """Cite a row of the lists, by its id, for a row of the record."""
        kind, number = row.removeprefix("historian-").split("-", 1)
        source = VISITS.id if kind == "visit" else TRAVELS.id
        known = self.citations[table, id]
        locator = f"{kind} {number}"
        if all(locator != other for _, other, _ in known):
            known.append((source, locator, " ".join(quote.split()[:_WORDS])))


def content_of(lists: Lists) -> tuple[Content, tuple[Problem, ...]]:
    """The lists as a record's content, and the rows of which something could not be used."""
    us = americans(lists.presidents, lists.trips)
    seen = list(seen_in((*lists.trips, *lists.stays), us))
    sightings = [v for s in seen for v in s.visitors]
    sightings += [m.sighting for s in seen for m in s.meetings if m.sighting]
    making = _Making(lists, us, identify(sightings))
    making.rows = {row_id(row): row for row in (*lists.trips, *lists.stays)}
    problems = list(_unknown(seen))
    _add_people(making)
    _add_americans(making)
    _add_visits(making, seen)
    _add_encounters(making, seen)
    _add_evidence(making, sightings)
    _add_tenures(making)
    return _content(making), (*lists.problems, *problems)


def _unknown(seen: list[Seen]) -> Iterator[Problem]:
    """Rows whose visitor or country is not known: the rest of the lists goes in without them."""
    for one in seen:
        row, where = one.row, row_id(one.row)
        if isinstance(row, Trip) and land(row) is None:
            message = f"country {row.country_name!r} is not known"
            yield Problem("unknown-country", where, message, "the trip is left out")
        elif isinstance(row, Stay) and not one.visitors:
            message = f"visitor {row.visitor!r} from {row.country_name!r} can't be read"
            yield Problem("unread-visitor", where, message, "the visit is left out")


# --- people -----------------------------------------------------------------------------------


def _add_people(making: _Making) -> None:
    for made in persons_of(making.crowd):
        making.people[made.person.id] = made.person
        making.cite("people", made.person.id, made.rows[0], made.person.name)
        if made.judgement:
            making.judgements.append(made.judgement)


def _add_americans(making: _Making) -> None:
    office_of_president = Office(
        id="us-president",
        name="President of the United States",
        title="president",
        country=making.where.country("us", "historian-president-1"),
        leads=True,
        aliases=("U.S. president", "US president", "American president"),
    )
    making.offices[office_of_president.id] = office_of_president
    making.cite("offices", office_of_president.id, "historian-president-1")
    numbers: Counter[PersonId] = Counter()
    for term in making.lists.presidents:
        person = _american(making, making.us.people[term.who], f"historian-president-{term.number}")
        born = (
            When(Days.between(date(term.born, 1, 1), date(term.born, 12, 31)))
            if term.born
            else None
        )
        died = (
            When(Days.between(date(term.died, 1, 1), date(term.died, 12, 31)))
            if term.died
            else None
        )
        making.people[person] = replace(
            making.people[person], born=born, died=died, pronoun=Pronoun.HE
        )
        numbers[person] += 1
        end = When.on(term.left) if term.left else None
        when = Stretch(When.on(term.took), end, f"{term.took}/{term.left or '..'}")
        id = f"us-president-{person}-{numbers[person]}"
        making.tenures.append(Tenure(id=id, person=person, office="us-president", when=when))
        making.cite("tenures", id, f"historian-president-{term.number}", term.name)
    for who, (first, last) in making.us.travelled.items():
        person = making.us.people[who].id
        for trip in making.lists.trips:
            if trip.who == who and trip.role is Role.SECRETARY and trip.start in {first, last}:
                _american(making, making.us.people[who], row_id(trip))
        making.tenures.append(_secretary(making, who, person, first, last))


def _secretary(making: _Making, who: str, person: PersonId, first: date, last: date) -> Tenure:
    """The tenure that a secretary's trips prove: each of them was secretary once."""
    id = f"us-secretary-of-state-{person}-1"
    making.offices["us-secretary-of-state"] = Office(
        id="us-secretary-of-state",
        name="Secretary of State of the United States",
        title="secretary of state",
        country="us",
        aliases=("U.S. Secretary of State", "US Secretary of State"),
    )
    trips = [t for t in making.lists.trips if t.who == who and t.role is Role.SECRETARY]
    for trip in (min(trips, key=lambda t: t.start), max(trips, key=lambda t: t.end)):
        making.cite("tenures", id, row_id(trip), trip.name)
        making.cite("offices", "us-secretary-of-state", row_id(trip))
    start = When(Days.between(None, first))
    end = When(Days.between(last, None))
    return Tenure(
        id=id,
        person=person,
        office="us-secretary-of-state",
        when=Stretch(start, end, write(Stretch(start, end))),
    )


def _american(making: _Making, american: American, row: str) -> PersonId:
    """The person's row, made when they are first needed."""
    if american.id not in making.people:
        making.people[american.id] = Person(
            id=american.id,
            name=american.name,
            family_name=american.family,
            aliases=american.aliases,
            pronoun=Pronoun.THEY,
        )
        making.cite("people", american.id, row, american.name)
    return american.id


# --- visits -----------------------------------------------------------------------------------


def _add_visits(making: _Making, seen: list[Seen]) -> None:
    stays: defaultdict[PersonId, list[Stay]] = defaultdict(list)
    visits: list[tuple[Sighting, Stay, int]] = []
    for one in seen:
        if isinstance(one.row, Trip):
            _add_trip(making, one.row)
        elif isinstance(one.row, Stay):
            for number, visitor in enumerate(one.visitors, 1):
                if person := _person(making, visitor):
                    stays[_canonical(making, visitor) or person].append(one.row)
                    visits.append((visitor, one.row, number))
    neighbours = {person: next_to(rows) for person, rows in stays.items()}
    for visitor, row, number in visits:
        around = neighbours[_canonical(making, visitor) or ""][row.number]
        _add_stay(making, visitor, row, number, around)


def _add_trip(making: _Making, trip: Trip) -> None:
    country = land(trip)
    if country is None:
        return
    id = row_id(trip)
    again = (trip.who, country, trip.start, trip.end, trip.locales)
    if again in making.trips:
        making.cite("visits", making.trips[again], id, trip.remarks)
        return
    making.trips[again] = id
    making.where.country(country, id)
    cities = locales(trip)
    place = making.where.city(cities[0], country, id) if len(cities) == 1 else None
    making.visits.append(
        Visit(
            id=id,
            when=days_of(trip),
            person=_american(making, making.us.people[trip.who], id),
            country=country,
            kinds=kinds_of(trip),
            status=status_of(trip),
            place=place,
            occasion=_occasion(making, trip, country, place),
            note=trip.remarks,
        )
    )
    making.cite("visits", id, id, trip.remarks)


def _add_stay(
    making: _Making,
    visitor: Sighting,
    stay: Stay,
    number: int,
    around: tuple[date | None, date | None],
) -> None:
    person = _person(making, visitor)
    if person is None:
        return
    row = row_id(stay)
    id = row if number == 1 else f"{row}-{number}"
    making.visits.append(
        Visit(
            id=id,
            when=days_in_country(stay, *around),
            person=person,
            country=making.where.country("us", row),
            kinds=kinds_of(stay),
            status=status_of(stay),
            occasion=_occasion(making, stay, "us", None),
            note=stay.remarks,
        )
    )
    making.cite("visits", id, row, stay.visitor)


def _occasion(making: _Making, row: Row, country: PlaceId, place: PlaceId | None) -> str | None:
    """The gathering that the row's person attended, made when it is first told of."""
    gathering = gathering_of(row)
    if gathering is None:
        return None
    city = making.where.places[place].name if place else ""
    if isinstance(row, Stay) and (found := american_place(_after_in(row.remarks))):
        place = making.where.american(found, row_id(row))
        city = making.where.places[place].name
    id = occasion_id(gathering, row, country, city)
    if id not in making.occasions:
        land_name = city or atlas().places[country].name
        name = f"{gathering.name} {row.start.year}"
        if not gathering.everywhere:
            name = f"{gathering.name} {land_name} {row.start.year}"
            if any(o.name == name for o in making.occasions.values()):
                name = f"{gathering.name} {land_name} {row.start:%B %Y}"
        making.occasions[id] = Occasion(
            id=id,
            name=name,
            series=gathering.series,
            place=None if gathering.everywhere else place or country,
        )
        making.series.setdefault(gathering.series, series(gathering.series))
        making.cite("series", gathering.series, row_id(row), row.remarks)
    making.cite("occasions", id, row_id(row), row.remarks) if len(
        making.citations["occasions", id]
    ) < 2 else None
    return id


def _after_in(remarks: str) -> str:
    _, _, place = remarks.rstrip(". ").rpartition(" in ")
    return place


# --- encounters -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Told:
    """A meeting of two, as one row tells it: ``pair`` are the two for all their spellings."""

    meeting: Meeting
    own: PersonId
    other: PersonId
    pair: frozenset[PersonId]
    country: PlaceId | None


def _add_encounters(making: _Making, seen: list[Seen]) -> None:
    """One encounter for each counterpart of a row, and for each day or days that it tells of them.

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
                if first.meeting.days.meets(each.meeting.days):
                    more.append(each)
                    break
            else:
                kept.append((each, []))
        for each, more in sorted(kept, key=lambda pair: row_id(pair[0].meeting.row)):
            _add_encounter(making, each, more, used)


def _told(making: _Making, one: Seen) -> Iterator[_Told]:
    """The meetings that one row tells of, those of one person that aren't apart once."""
    own = _principal(making, one)
    if own is None:
        return
    shown = _canonical(making, one.visitors[0]) if one.visitors else own
    country = (
        "us" if isinstance(one.row, Stay) else land(one.row) if isinstance(one.row, Trip) else None
    )
    found: defaultdict[PersonId, list[tuple[PersonId, Meeting]]] = defaultdict(list)
    for meeting in one.meetings:
        other = _counterpart(making, meeting)
        known = _canonical(making, meeting.sighting) if meeting.sighting else other
        if other is not None and known is not None and known != shown:
            found[known].append((other, meeting))
    for known, meetings in found.items():
        for meeting in _apart([m for _, m in meetings]):
            pair = frozenset({shown or own, known})
            yield _Told(meeting, own, meetings[0][0], pair, country)


def _add_encounter(making: _Making, told: _Told, more: list[_Told], used: Counter[str]) -> None:
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
            settings=_settings(meeting),
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


def _principal(making: _Making, one: Seen) -> PersonId | None:
    """Whose row it is; None where it is of several, or not known."""
    if isinstance(one.row, Trip):
        return making.us.people[one.row.who].id if land(one.row) else None
    return _person(making, one.visitors[0]) if len(one.visitors) == 1 else None


def _counterpart(making: _Making, meeting: Meeting) -> PersonId | None:
    if meeting.american is not None:
        return _american(making, meeting.american, row_id(meeting.row))
    return _person(making, meeting.sighting) if meeting.sighting else None


def _person(making: _Making, sighting: Sighting) -> PersonId | None:
    """The id of the spelling that a sighting is of; None where it is in doubt."""
    found = making.crowd.of.get(sighting.key)
    return found[0].ids[found[1]] if found else None


def _canonical(making: _Making, sighting: Sighting) -> PersonId | None:
    found = making.crowd.of.get(sighting.key)
    return found[0].ids[found[0].canonical.name.spelled] if found else None


def _settings(meeting: Meeting) -> frozenset[Setting]:
    """The settings that the words leave open; nothing where they leave all of them."""
    words = meeting.met.clause.lower() if meeting.met else ""
    if "bilateral meeting" in words:
        return frozenset({Setting.BILATERAL, Setting.SIDELINES})
    return frozenset()


def _place_of(making: _Making, meeting: Meeting) -> PlaceId | None:
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
            f"The list says {meeting.row.remarks!r}: by protocol such a visit has a meeting with the "
            "president; it tells neither the day nor more of it."
        )
    if meeting.met.days is not None:
        return f"The list says {meeting.met.clause!r}."
    return f"The list says {meeting.met.clause!r}, on some day of the row, once at least."


# --- tenures ----------------------------------------------------------------------------------


def _add_evidence(making: _Making, sightings: list[Sighting]) -> None:
    for sighting in sightings:
        person = _canonical(making, sighting)
        if person is None or sighting.standing is not Standing.HOLDS:
            continue
        country = making.crowd.of[sighting.key][0].country
        for title in (sighting.title, *sighting.others):
            _prove(making, sighting, title, country, person)


def _prove(
    making: _Making, sighting: Sighting, title: Title, country: PlaceId, person: PersonId
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


def _add_tenures(making: _Making) -> None:
    many = {id for id, held in making.offices.items() if held.title in _SHARED or id in _TOGETHER}
    evidence = {
        id: _one_at_a_time(found) for id, found in making.evidence.items() if id not in many
    }
    evidence |= {id: found for id, found in making.evidence.items() if id in many}
    for proven in tenures(evidence, set(making.evidence) - many):
        making.tenures.append(proven.tenure)
        for row in dict.fromkeys((proven.rows[0], proven.rows[-1])):
            making.cite("tenures", proven.tenure.id, row)


def _one_at_a_time(found: list[Evidence]) -> list[Evidence]:
    """Evidence without the rows that give two people the office: one had it later, or before."""
    people: defaultdict[str, set[PersonId]] = defaultdict(set)
    for one in found:
        people[one.row].add(one.person)
    return [one for one in found if len(people[one.row]) == 1]


_SHARED: Final = frozenset({"vice president", "deputy prime minister"})
_TOGETHER: Final = frozenset({"ba-president"})


# --- the whole --------------------------------------------------------------------------------


def _content(making: _Making) -> Content:
    statements = tuple(
        coverage(
            making.lists.trips, making.lists.stays, making.lists.presidents, making.offices.values()
        )
    )
    for statement in statements:
        source = VISITS.id if statement.id.startswith("historian-visits") else TRAVELS.id
        making.citations["coverage", statement.id].append((source, "every row", ""))
    for place, row in making.where.first.items():
        making.cite("places", place, row)
    return Content(
        name="historian",
        title="Trips of U.S. presidents and secretaries of state, and visits by foreign leaders",
        version="1",
        licence="CC0-1.0",
        people=tuple(making.people.values()),
        offices=tuple(making.offices.values()),
        tenures=tuple(making.tenures),
        series=tuple(making.series.values()),
        occasions=tuple(making.occasions.values()),
        places=tuple(making.where.told_apart().values()),
        encounters=tuple(making.encounters),
        visits=tuple(making.visits),
        coverage=statements,
        sources=(TRAVELS, VISITS),
        citations=tuple(_citations(making)),
        judgements=tuple(making.judgements),
    )


def _citations(making: _Making) -> Iterator[Citation]:
    for (table, row), cited in making.citations.items():
        for number, (source, locator, quote) in enumerate(cited, 1):
            yield Citation(
                id=f"historian-{table}-{row.removeprefix('historian-')}-{number}",
                table=table,
                row=row,
                source=source,
                locator=locator,
                quote=quote,
            )
