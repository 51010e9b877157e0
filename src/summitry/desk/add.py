"""Add: one encounter or visit put into a record, with its citation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, Final

from summitry.desk.adding import Cited, NewEncounter, NewEvent, NewVisit
from summitry.desk.draft import Draft
from summitry.desk.lacking import Supplied, supply
from summitry.desk.resolve import resolve_occasion, resolve_person, resolve_place, resolve_topic
from summitry.desk.sourcing import cite
from summitry.model.changes import Act, Signature
from summitry.model.citations import Citation
from summitry.model.events import Encounter, Event, Mode, Visit
from summitry.model.names import Names
from summitry.model.occasions import Occasion, OccasionId
from summitry.model.places import PlaceKind, around
from summitry.model.problems import InputError, RecordError
from summitry.model.when import Moment
from summitry.record.checks import audit
from summitry.record.content import earliest_first
from summitry.record.home import Home
from summitry.record.ids import slug
from summitry.record.integrity import where_of
from summitry.record.memory import table_of
from summitry.record.open import open_content, open_record
from summitry.record.package import write_package
from summitry.record.view import Narrowing
from summitry.telling.event import describe

_PARTS: Final = (4, 7, 10)
"""How much of a day in ISO 8601 says the year, the month, the day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """The event that was added, told in a sentence, and what the record lacked for it.

    ``rows`` are pairs of table and id; that each of them is cited goes without saying.
    """

    id: str
    says: str
    rows: tuple[tuple[str, str], ...]


def add(
    event: NewEvent,
    cited: Cited,
    record: Home | None,
    *,
    signed: Signature,
    anyway: bool = False,
) -> Added:
    """Add the event to the record in SQL or in a package's folder, with its citation.

    All of it is added, or nothing; the log of a record in SQL has it, signed. Raises UnknownName
    for a name that the record doesn't hold or holds more than once; InputError for what can't be
    added, among it an event that may be on record already, unless ``anyway``; RecordError where the
    record can't be read or written, or is the bundled one.
    """
    path = _own(record)
    draft = Draft(open_record(path))
    row = draft_event(event, draft)
    cite(draft, cited)
    if not anyway:
        refuse_known(row, draft)
    refuse_faulty(draft)
    _put(draft, path, signed)
    return Added(
        id=row.id,
        says=describe(row, draft.names),
        rows=tuple(
            (table, one.id)
            for table, one in draft.rows()
            if table != "citations" and one is not row
        ),
    )


def _own(record: Home | None) -> Home:
    with as_file(files("summitry.record") / "packages") as folder:
        bundled = record is None or (
            isinstance(record, Path) and record.resolve().is_relative_to(folder.resolve())
        )
    if record is None or bundled:
        raise RecordError(
            "the bundled record stays as it is (expected one of your own:"
            " summitry export --format package -o FOLDER, then --record FOLDER)"
        )
    return record


# --- the event --------------------------------------------------------------------------------


def draft_event(event: NewEvent, draft: Draft) -> Event:
    """Draft the event with what the record lacks for it; InputError for what can't be."""
    row = event_of(event, draft)
    draft.add(table_of(row), row)
    return row


def event_of(event: NewEvent, draft: Draft, *, with_id: bool = False) -> Event:
    """The event as a row that isn't drafted, with what the record lacks for it, which is.

    ``with_id``: it has its id, be it that of a row of the record.
    """
    for what, known, new in (
        ("place", event.place, event.lacking.place),
        ("occasion", event.occasion, event.lacking.occasion),
    ):
        if known is not None and new is not None:
            raise InputError(f'{what} "{known}" and new {what} "{new}" (expected one of them)')
    at = None if event.place is None else resolve_place(event.place, draft.names).id
    supplied = supply(draft, event.lacking, at)
    row: Event
    match event:
        case NewEncounter():
            row = _encounter(event, draft, supplied)
        case NewVisit():
            row = _visit(event, draft, supplied)
    return row if with_id else replace(row, id=_id(draft, row))


def _encounter(event: NewEncounter, draft: Draft, supplied: Supplied) -> Encounter:
    names = draft.names
    known = (resolve_person(name, names).id for name in event.people)
    people = frozenset((*known, *supplied.people))
    if len(people) < 2:
        lacked = (*event.lacking.people, *event.lacking.organisations)
        named = " and ".join(f'"{name}"' for name in (*event.people, *lacked))
        raise InputError(f"an encounter of {named or 'nobody'} (expected two people or more)")
    topics = (resolve_topic(name, names).id for name in event.topics)
    return Encounter(
        id=event.id,
        when=event.when,
        people=people,
        mode=event.mode,
        settings=event.settings,
        status=event.status,
        sequence=event.sequence,
        place=supplied.place,
        occasion=_occasion(event.occasion, names) or supplied.occasion,
        host=None if event.host is None else resolve_person(event.host, names).id,
        minutes=event.minutes,
        topics=frozenset((*topics, *supplied.topics)),
        note=event.note,
    )


def _visit(event: NewVisit, draft: Draft, supplied: Supplied) -> Visit:
    names = draft.names
    people = (*(resolve_person(name, names).id for name in event.people), *supplied.people)
    if len(people) != 1:
        raise InputError(f"a visit of {len(people)} people (expected one)")
    country = resolve_place(event.country, names)
    if country.kind is not PlaceKind.COUNTRY:
        raise InputError(f'"{event.country}" is a {country.kind} (expected a country)')
    return Visit(
        id=event.id,
        when=event.when,
        person=people[0],
        country=country.id,
        kinds=event.kinds,
        status=event.status,
        place=supplied.place,
        occasion=_occasion(event.occasion, names) or supplied.occasion,
        note=event.note,
    )


def _occasion(name: str | None, names: Names) -> OccasionId | None:
    found = None if name is None else resolve_occasion(name, names)
    if found is None or isinstance(found, Occasion):
        return None if found is None else found.id
    held = sorted(one.name for one in names.occasions.values() if one.series == found.id)
    like = f", like {held[-1]}" if held else ""
    raise InputError(f'"{name}" is a series of gatherings (expected one gathering{like})')


# --- ids --------------------------------------------------------------------------------------


def _id(draft: Draft, row: Event) -> str:
    """The id asked for, or the first wish that isn't taken."""
    if not row.id:
        return draft.free(table_of(row), *_wishes(row, draft.names))
    if draft.free(table_of(row), row.id) != row.id:
        raise InputError(f'id "{row.id}" is taken (expected another, or none)')
    return row.id


def _wishes(row: Event, names: Names) -> list[str]:
    return _visit_ids(row, names) if isinstance(row, Visit) else _encounter_ids(row, names)


def _encounter_ids(row: Encounter, names: Names) -> list[str]:
    """Place and year, then finer; where no place is known, the people and the day."""
    if row.place is None:
        families = "-".join(sorted(_family(person, names) for person in row.people))
        mode = "" if row.mode is Mode.IN_PERSON else f"-{row.mode}"
        return _dated(f"{slug(families)}{mode}", row.when)[-1:]
    around_it = tuple(around(names.places, row.place))
    cities = (place.id for place in around_it if place.kind is PlaceKind.CITY)
    return _dated(next(cities, row.place), row.when)


def _visit_ids(row: Visit, names: Names) -> list[str]:
    """Visitor, country and year, then finer."""
    dated = _dated(f"{_family(row.person, names)}-{row.country}", row.when)
    return dated[1:] or dated


def _family(person: str, names: Names) -> str:
    return slug(names.people[person].family_name) or person


def _dated(start: str, when: Moment) -> list[str]:
    """With the year, the month and the day after it, as far as these are known."""
    days = when.start.possible
    if days.earliest is None or days.latest is None:
        return [start]
    first, last = days.earliest.isoformat(), days.latest.isoformat()
    return [f"{start}-{first[:n]}" for n in _PARTS if first[:n] == last[:n]] or [start]


# --- what is refused --------------------------------------------------------------------------


def refuse_known(event: Event, draft: Draft) -> None:
    """InputError if the event may be on record already, whatever its status there."""
    known = [other for other in _near(event, draft) if _may_be(event, other)]
    if known:
        first, more = known[0], len(known) - 1
        others = f", and {more} more like it" if more else ""
        raise InputError(
            f'it may be "{first.id}": {describe(first, draft.names)[:-1]}{others}'
            " (expected what the record lacks; --anyway adds it all the same)"
        )


def _near(event: Event, draft: Draft) -> tuple[Event, ...]:
    """Events of its kind and people, by earliest day."""
    found = {
        other.id: other
        for person in event.people
        for other in draft.store.events(
            Narrowing(kind=event.kind, people=frozenset({person}), days=event.when.outer)
        )
    }
    return tuple(sorted(found.values(), key=earliest_first))


def _may_be(event: Event, other: Event) -> bool:
    """Whether two events of a kind may be one: on one day, by the same means, of the same two."""
    if not event.when.outer.meets(other.when.outer):
        return False
    if isinstance(event, Encounter) and isinstance(other, Encounter):
        return event.mode is other.mode and len(event.people & other.people) > 1
    return (
        isinstance(event, Visit)
        and isinstance(other, Visit)
        and (event.person, event.country) == (other.person, other.country)
    )


def refuse_faulty(draft: Draft) -> None:
    """InputError of what an audit would find of the rows, among the names of the record."""
    drafted = draft.content()
    names = draft.names
    beside = replace(
        drafted,
        **_cited_events(draft),
        people=tuple(names.people.values()),
        offices=tuple(names.offices.values()),
        tenures=names.tenures,
        places=tuple(names.places.values()),
        series=tuple(names.series.values()),
        occasions=tuple(names.occasions.values()),
        topics=tuple(names.topics.values()),
        sources=(*draft.store.sources().values(), *drafted.sources),
        citations=(*_standing(draft), *drafted.citations),
    )
    added = {where_of(table, row.id) for table, row in draft.rows()}
    for problem in audit(beside):
        if problem.where in added:
            raise InputError(f"{problem.message} ({problem.hint})")


def _cited_events(draft: Draft) -> dict[str, Any]:
    """The drafted events, and those of the record that a drafted citation is of, by table."""
    content = draft.content()
    found: dict[str, dict[str, Event]] = {
        "encounters": {one.id: one for one in content.encounters},
        "visits": {one.id: one for one in content.visits},
    }
    for citation in content.citations:
        known = draft.store.event(citation.row) if citation.table in found else None
        if known is not None:
            found[citation.table].setdefault(known.id, known)
    return {table: tuple(events.values()) for table, events in found.items()}


def _standing(draft: Draft) -> Iterator[Citation]:
    """The citations that the record has of rows which are amended, and keeps."""
    for table, row in draft.rows():
        for citation in draft.store.citations(table, row.id):
            if draft.stays("citations", citation.id):
                yield citation


# --- writing ----------------------------------------------------------------------------------


def _put(draft: Draft, path: Home, signed: Signature) -> None:
    if isinstance(path, Path) and path.is_dir():
        write_package(draft.added_to(open_content(path)), path)
        return
    # The database library takes longer to import than a package takes to write.
    from summitry.record.editing import change  # noqa: PLC0415

    change(path, draft.edits(), act=Act.ADD, signed=signed)
