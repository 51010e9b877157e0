"""What is to be added to a record, as someone types it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from summitry.model.bounds import Bounds
from summitry.model.citations import SourceKind
from summitry.model.events import Mode, Setting, Status, VisitKind
from summitry.model.problems import InputError
from summitry.model.when import Moment, When
from summitry.record.cells import MINUTES, POSITION, Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """What supports the event: a source by its id or address, and the place in it.

    A source that the record lacks needs an address and a ``title``; what is said of one that it
    has must agree with it.
    """

    source: str
    seen: When
    title: str = ""
    publisher: str = ""
    published: Moment | None = None
    kind: SourceKind | None = None
    locator: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """What the event names and the record lacks: it is added with it.

    ``people`` are names, with the family name after ``=`` where it isn't the last word;
    ``organisations`` are names of those who take part and are no human beings; ``countries`` are
    names with their code (Germany=DE); ``place`` is a name and what that is in (Elmau, Germany),
    ``occasion`` and ``topics`` are names.
    """

    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    place: str | None = None
    occasion: str | None = None
    topics: tuple[str, ...] = ()


NOTHING_LACKING: Final = Lacking()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEncounter:
    """An encounter of the people named and those that the record lacks."""

    people: tuple[str, ...]
    when: Moment
    lacking: Lacking = NOTHING_LACKING
    mode: Mode = Mode.IN_PERSON
    settings: frozenset[Setting] = frozenset()
    status: Status = Status.HELD
    place: str | None = None
    occasion: str | None = None
    host: str | None = None
    minutes: Bounds | None = None
    topics: tuple[str, ...] = ()
    sequence: int | None = None
    note: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewVisit:
    """A visit of one person, the one of ``people`` or one that the record lacks."""

    people: tuple[str, ...]
    country: str
    when: Moment
    lacking: Lacking = NOTHING_LACKING
    kinds: frozenset[VisitKind] = frozenset()
    status: Status = Status.HELD
    place: str | None = None
    occasion: str | None = None
    note: str = ""
    id: str = ""


NewEvent = NewEncounter | NewVisit


def minutes(text: str) -> Bounds:
    """A number of minutes, or bounds on it; InputError for another text."""
    found: Bounds = _read(MINUTES, "minutes", text)
    return found


def position(text: str) -> int:
    """A place in the order of a day; InputError for another text."""
    found: int = _read(POSITION, "a sequence", text)
    return found


def _read(cell: Cell, what: str, text: str) -> Any:  # noqa: ANN401 - the cell's type of value
    try:
        return cell.read(text)
    except ValueError:
        raise InputError(f'not {what}: "{text}" (expected {cell.accepts})') from None
