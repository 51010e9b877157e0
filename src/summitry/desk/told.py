"""An event that reports tell of, as one to be added, or upon one of the record."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from summitry.desk.add import event_of
from summitry.desk.adding import NOTHING_LACKING, Lacking, NewEncounter, NewEvent, NewVisit
from summitry.desk.draft import Draft
from summitry.model.bounds import Bounds
from summitry.model.events import (
    Encounter,
    Event,
    EventKind,
    Mode,
    Setting,
    Status,
    Visit,
    VisitKind,
)
from summitry.model.names import Names
from summitry.model.places import PlaceId, around
from summitry.model.problems import InputError
from summitry.model.proposals import Attendee, ToldEvent
from summitry.model.when import Moment
from summitry.record.cells import LIST, MINUTES, MOMENT, Cell, one_of, some_of

CELLS: Final[dict[str, Cell]] = {
    "people": LIST,
    "when": MOMENT,
    "mode": one_of(Mode),
    "status": one_of(Status),
    "setting": some_of(Setting),
    "kind": some_of(VisitKind),
    "place": LIST,
    "country": LIST,
    "occasion": LIST,
    "host": LIST,
    "minutes": MINUTES,
    "topics": LIST,
}
"""What of a told event can be edited, and how it is written."""

_FIELDS: Final = {"setting": "settings", "kind": "kinds"}
_ONE: Final = frozenset({"place", "country", "occasion", "host"})


def edited(told: ToldEvent, cell: str, text: str) -> ToldEvent:
    """The event with a cell otherwise, or empty; InputError for what it can't hold."""
    if cell not in CELLS:
        raise InputError(f'no cell "{cell}" (expected one of {", ".join(CELLS)})')
    kind = CELLS[cell]
    value: Any = text.strip()
    if cell not in _ONE:
        try:
            value = kind.read(value) if value else kind.empty
        except (ValueError, InputError):
            raise InputError(f'not a {cell}: "{text}" (expected {kind.accepts})') from None
    if cell == "people":
        said = {one.name: one for one in told.people}
        value = tuple(said.get(name, Attendee(name=name)) for name in value)
    if cell == "status":
        value = value or Status.HELD
    changed: dict[str, Any] = {_FIELDS.get(cell, cell): value}
    try:
        return replace(told, **changed)
    except ValueError as error:
        raise InputError(f'"{text}": {error}') from None


def as_cells(told: ToldEvent) -> dict[str, str]:
    """What of the event can be edited and isn't empty, as it is written."""
    values: dict[str, Any] = {
        cell: getattr(told, _FIELDS.get(cell, cell)) for cell in CELLS if cell != "people"
    }
    values = {"people": tuple(one.name for one in told.people), **values}
    return {
        cell: value if cell in _ONE else CELLS[cell].write(value)
        for cell, value in values.items()
        if value not in {None, "", (), frozenset()}
    }


# --- as one to be added -----------------------------------------------------------------------


def to_add(told: ToldEvent, lacking: Lacking = NOTHING_LACKING) -> NewEvent:
    """The event as one to be added; InputError where too little is told of it."""
    if told.when is None:
        raise InputError("no day is told (expected a date, as EDTF)")
    shared: dict[str, Any] = {
        "people": tuple(one.name for one in told.people),
        "when": told.when,
        "lacking": lacking,
        "status": told.status,
        "place": told.place or None,
        "occasion": told.occasion or None,
    }
    if told.kind is EventKind.VISIT:
        if not told.country:
            raise InputError("no country is told (expected the one visited)")
        return NewVisit(**shared, country=told.country, kinds=told.kinds)
    return NewEncounter(
        **shared,
        mode=told.mode or Mode.IN_PERSON,
        settings=told.settings,
        host=told.host or None,
        minutes=told.minutes,
        topics=told.topics,
    )


# --- upon one of the record -------------------------------------------------------------------


def upon(
    told: ToldEvent, seen: Event, draft: Draft, *, lacking: Lacking, correcting: bool
) -> Event:
    """The event of the record with what is told besides.

    What it leaves empty, or has less exactly, is taken from what is told. ``correcting``: so is
    what it has otherwise. InputError where the two are of different kinds, or a name is unknown.
    """
    if told.kind is not seen.kind:
        raise InputError(f'"{seen.id}" is of kind {seen.kind} (expected {told.kind})')
    filled = replace(told, when=told.when or seen.when)
    if isinstance(seen, Visit):
        filled = replace(filled, country=told.country or seen.country)
    other = event_of(to_add(filled, lacking), draft, with_id=True)
    taken: dict[str, Any] = {}
    if _is_finer(told.when, seen.when) or (correcting and told.when is not None):
        taken["when"] = filled.when
    taken["place"] = _place(seen.place, other.place, draft.names, correcting=correcting)
    taken["occasion"] = _one(seen.occasion, other.occasion, correcting=correcting)
    if correcting and seen.status is not Status.DISPUTED:
        taken["status"] = told.status
    if isinstance(seen, Visit) and isinstance(other, Visit):
        taken["kinds"] = _some(seen.kinds, other.kinds, correcting=correcting)
        if correcting:
            taken["country"] = other.country
    if isinstance(seen, Encounter) and isinstance(other, Encounter):
        taken["people"] = seen.people | other.people
        taken["settings"] = _some(seen.settings, other.settings, correcting=correcting)
        taken["host"] = _one(seen.host, other.host, correcting=correcting)
        taken["topics"] = seen.topics | other.topics
        if other.minutes is not None and (
            correcting or seen.minutes is None or _is_within(other.minutes, seen.minutes)
        ):
            taken["minutes"] = other.minutes
        if correcting and told.mode is not None:
            taken["mode"] = told.mode
    made: Encounter | Visit = replace(seen, **taken)
    return made


def _is_finer(told: Moment | None, held: Moment) -> bool:
    """Whether what is told says more exactly when it was, on days that the record has."""
    if told is None or type(told) is not type(held):
        return False
    return told.outer <= held.outer and told.outer != held.outer


def _is_within(told: Bounds, held: Bounds) -> bool:
    highest = float("inf") if held.most is None else held.most
    most = float("inf") if told.most is None else told.most
    return held.least <= told.least and most <= highest and told != held


def _place(
    held: PlaceId | None, told: PlaceId | None, names: Names, *, correcting: bool
) -> PlaceId | None:
    """The place told where it is within the one held, or that is to be corrected."""
    if told is None or held is None:
        return told or held
    if held in {place.id for place in around(names.places, told)}:
        return told
    is_wider = told in {place.id for place in around(names.places, held)}
    return told if correcting and not is_wider else held


def _one(held: str | None, told: str | None, *, correcting: bool) -> str | None:
    return (told or held) if correcting else (held or told)


def _some(held: frozenset[Any], told: frozenset[Any], *, correcting: bool) -> frozenset[Any]:
    """Those told where they are fewer of those held, or these are to be corrected."""
    if told and (not held or told < held or (correcting and not told & held)):
        return told
    return held
