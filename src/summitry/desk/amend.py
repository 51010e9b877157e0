"""Amend: an encounter or visit of a record told otherwise, with what supports that."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import closing
from dataclasses import dataclass, fields, replace
from typing import Any, Final, TypeVar

from summitry.desk.add import event_of, refuse_faulty
from summitry.desk.adding import Cited, NewEvent
from summitry.desk.draft import Draft
from summitry.desk.homes import own
from summitry.desk.sourcing import cite
from summitry.model.changes import Act, Signature
from summitry.model.citations import Citation, Source
from summitry.model.events import Encounter, Event, EventId, EventKind, Visit
from summitry.model.names import Names
from summitry.model.problems import InputError
from summitry.record.editing import change
from summitry.record.home import Home
from summitry.record.log import Log
from summitry.record.memory import table_of
from summitry.record.sql_record import SqlRecord
from summitry.record.written import BY_NAME, read, written
from summitry.telling.event import describe

E = TypeVar("E", bound=Event)

TABLES: Final = {EventKind.ENCOUNTER: "encounters", EventKind.VISIT: "visits"}
"""The tables of events, by what they hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amended:
    """What was amended, told in a sentence; ``changed`` is False where it is as it was."""

    id: EventId
    says: str
    changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """An encounter as it is stored, and as it is shown, with what is cited for it.

    ``names`` are those of the record. ``before`` is what somebody has seen of it, as it is shown.
    """

    event: Encounter
    shown: Encounter
    before: Encounter
    citations: tuple[tuple[Citation, Source], ...]
    names: Names


def standing(record: Home | None, id: EventId, seen: Encounter | None = None) -> Standing:
    """The encounter with this id; InputError if there is none."""
    path = own(record)
    event: Encounter | None = Log(path).stored("encounters", id)
    if event is None:
        raise InputError(f'no encounter "{id}" (expected the id of one in the record)')
    with closing(SqlRecord(path)) as store:
        sources = store.sources()
        return Standing(
            event=event,
            shown=as_shown(event, store),
            before=as_shown(seen or event, store),
            citations=tuple(
                (one, sources[one.source]) for one in store.citations("encounters", id)
            ),
            names=store.names(),
        )


def as_text(event: Encounter) -> str:
    """An encounter as text, to be sent along and read again."""
    return written(BY_NAME["encounters"], event)


def from_text(text: str) -> Encounter:
    """The encounter that was sent along; InputError where none was."""
    try:
        event: Encounter = read(BY_NAME["encounters"], text)
    except (ValueError, KeyError, TypeError, AttributeError, InputError):
        raise InputError(f'not an encounter: "{text[:60]}" (expected what was sent)') from None
    return event


def amend(
    event: NewEvent,
    seen: Event,
    cited: Cited | None,
    record: Home | None,
    *,
    signed: Signature,
    dropped: Collection[str] = (),
) -> Amended:
    """Have the event ``seen`` told as ``event`` tells it, whose id is the same.

    ``cited`` supports it besides what does; the citations ``dropped``, by id, don't any more. All
    of it is changed, or nothing. Raises UnknownName, InputError and RecordError as ``add`` does;
    Overtaken where the event is no longer as it was seen.
    """
    path = own(record)
    with closing(SqlRecord(path)) as store:
        draft = Draft(store)
        row = event_of(event, draft, with_id=True)
        draft.amend(table_of(row), row, seen, as_stored(row, seen, store))
        _drop(draft, Log(path), dropped)
        if cited is not None:
            cite(draft, cited)
        refuse_faulty(draft)
        says = describe(row, draft.names)
    edits = draft.edits()
    if not edits:
        return Amended(id=row.id, says=says, changed=False)
    if not signed.reason:
        raise InputError('no reason "" (expected a few words on why)')
    change(path, edits, act=Act.AMEND, signed=signed)
    return Amended(id=row.id, says=says, changed=True)


def as_stored(row: E, seen: E, store: SqlRecord) -> E:
    """The row with what was seen wherever it names the same, under the id that is shown.

    Rows that are judged to be one keep the ids that they are stored with.
    """
    same: dict[str, Any] = {}
    for field, table in _naming(row).items():
        held, wanted = getattr(seen, field), getattr(row, field)
        if isinstance(held, frozenset):
            by_shown = {store.shown(table, one): one for one in sorted(held, reverse=True)}
            same[field] = frozenset(by_shown.get(one, one) for one in wanted)
        elif held is not None and store.shown(table, held) == wanted:
            same[field] = held
    if isinstance(row, Visit) and isinstance(seen, Visit) and row.place == seen.place:
        same["elsewhere"] = seen.elsewhere
    return replace(row, **same)


def as_shown(event: E, store: SqlRecord) -> E:
    """The event with each id that it names replaced by the one that it is shown as."""
    shown: dict[str, Any] = {}
    for field, table in _naming(event).items():
        held = getattr(event, field)
        if isinstance(held, frozenset):
            shown[field] = frozenset(store.shown(table, one) for one in held)
        elif held is not None:
            shown[field] = store.shown(table, held)
    return replace(event, **shown)


def _naming(event: Event) -> dict[str, str]:
    """The fields of an event that name rows of other tables, and those."""
    return {one.name: _NAMING[one.name] for one in fields(event) if one.name in _NAMING}


_NAMING: Final = {
    "people": "people",
    "person": "people",
    "host": "people",
    "place": "places",
    "country": "places",
    "occasion": "occasions",
    "topics": "topics",
}


def _drop(draft: Draft, log: Log, ids: Collection[str]) -> None:
    """Drop citations of the drafted event."""
    events = {(table, row.id) for table, row in draft.rows()}
    for id in ids:
        citation = log.stored("citations", id)
        if citation is None or (citation.table, citation.row) not in events:
            raise InputError(f'no citation "{id}" of the event (expected one that it has)')
        draft.drop("citations", citation)
