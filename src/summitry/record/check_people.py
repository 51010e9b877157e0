"""Checks of people, and of who held which office when."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import combinations, permutations
from typing import Final

from summitry.model.coverage import Coverage, Covered
from summitry.model.events import Encounter, Status
from summitry.model.people import OfficeId, PersonId
from summitry.model.problems import Problem
from summitry.model.selection import Holder, Party, Someone
from summitry.model.truth import Truth, some
from summitry.record.integrity import where_of
from summitry.record.memory import MemoryRecord, table_of

_MAY_HAVE_BEEN: Final = frozenset({Status.HELD, Status.DISPUTED})


def outside_life(record: MemoryRecord) -> Iterator[Problem]:
    """Someone takes part before birth or after death, or holds an office then."""
    people = record.names().people
    hint = "expected days between birth and death"
    for event in record.events():
        for person in sorted(event.people) if event.status in _MAY_HAVE_BEEN else ():
            if not event.when.outer.meets(people[person].lifetime):
                where = where_of(table_of(event), event.id)
                message = f"{people[person].name} wasn't alive then"
                yield Problem("outside-life", where, message, hint)
    for tenure in record.tenures():
        if not tenure.when.core <= people[tenure.person].lifetime:
            where = where_of("tenures", tenure.id)
            message = f"{people[tenure.person].name} wasn't alive all that time"
            yield Problem("outside-life", where, message, hint)


def overlapping_tenure(record: MemoryRecord) -> Iterator[Problem]:
    """Two tenures of an office surely share more than the day on which it changed hands.

    Someone may act in an office while another holds it.
    """
    for office in record.names().offices:
        for a, b in combinations(record.tenures(office=office), 2):
            shared = len(a.when.core & b.when.core)
            if shared > 1 and (a.person == b.person or a.acting == b.acting):
                message = f"it shares {shared} days with {a.id!r}"
                hint = "expected one day at most"
                yield Problem("overlapping-tenure", where_of("tenures", b.id), message, hint)


def elected_after(record: MemoryRecord) -> Iterator[Problem]:
    """An election that is said to have given a tenure came after its end."""
    for tenure in record.tenures():
        for day in tenure.elected:
            if day.possible.first > tenure.when.outer.last:
                message = f"elected {day.written!r} is after its end"
                hint = "expected a day before its end"
                yield Problem("elected-after", where_of("tenures", tenure.id), message, hint)


# --- capacities -------------------------------------------------------------------------------


def capacity_gap(record: MemoryRecord) -> Iterator[Problem]:
    """Whether a complete coverage statement speaks of an encounter is open.

    It hangs on who held an office on the day, and the tenures don't say. The record's silence
    about further encounters then means less than the statement was meant to say.
    """
    statements = [
        statement
        for statement in record.coverage()
        if statement.complete and statement.kind is Covered.ENCOUNTER
    ]
    for event in record.content.encounters:
        for statement in statements:
            if _is_open(record, statement, event):
                message = f"who held which office is open, so {statement.id!r} may not speak of it"
                hint = "expected tenures for the day, and complete coverage of the office's tenures"
                yield Problem("capacity-gap", where_of("encounters", event.id), message, hint)
                break


def _is_open(record: MemoryRecord, statement: Coverage, event: Encounter) -> bool:
    if event.status not in _MAY_HAVE_BEEN or statement.mode not in {None, event.mode}:
        return False
    if not event.when.outer <= statement.when.core:
        return False
    spoken_of = some(
        _is_party(record, statement.who, a, event) & _is_party(record, statement.whom, b, event)
        for a, b in permutations(sorted(event.people), 2)
    )
    return spoken_of is Truth.UNKNOWN


def _is_party(
    record: MemoryRecord, party: Party | None, person: PersonId, event: Encounter
) -> Truth:
    match party:
        case None:
            return Truth.TRUE
        case Holder(office):
            return _held(record, person, {office}, event)
        case Someone(named, capacity):
            if named != person or capacity.is_open:
                return Truth.of(named == person)
            return _held(record, person, capacity.offices or record.names().offices, event)


def _held(
    record: MemoryRecord, person: PersonId, offices: Collection[OfficeId], event: Encounter
) -> Truth:
    """Whether the person held one of the offices on some day of the event."""
    tenures = [tenure for tenure in record.tenures(person=person) if tenure.office in offices]
    known = all(_is_recorded(record, person, office, event) for office in offices)
    return Truth.between(
        surely=any(event.when.touches(tenure.when.core).surely() for tenure in tenures),
        possibly=not known or any(event.when.outer.meets(t.when.outer) for t in tenures),
    )


def _is_recorded(
    record: MemoryRecord, person: PersonId, office: OfficeId, event: Encounter
) -> bool:
    """Whether it is fully recorded if the person held the office on the days of the event."""
    return any(
        statement.complete
        and statement.kind is Covered.TENURE
        and statement.who in {Holder(office), Someone(person)}
        and event.when.outer <= statement.when.core
        for statement in record.coverage()
    )
