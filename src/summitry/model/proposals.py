"""Proposals: what reports say of an event, beside what the record has of it.

A proposal is no part of a record until somebody accepts it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from summitry.model.bounds import Bounds
from summitry.model.changes import Signature
from summitry.model.events import EventId, EventKind, Mode, Setting, Status, VisitKind
from summitry.model.when import Moment

ProposalId = str


class Relation(StrEnum):
    """How what is told stands to the record.

    confirms: it has all of it from these sources; adds-source: it has all of it, from others;
    adds-detail: it has the event, with less; conflicts: it has the event otherwise; new: it lacks
    the event.
    """

    CONFIRMS = "confirms"
    ADDS_SOURCE = "adds-source"
    ADDS_DETAIL = "adds-detail"
    CONFLICTS = "conflicts"
    NEW = "new"


class ProposalState(StrEnum):
    """What became of a proposal; merged: it was accepted as another event than was matched."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    MERGED = "merged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """Who took part: a name or id, of the record or not, and what they are said to have been."""

    name: str
    capacity: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldEvent:
    """An event as reports tell it; what they don't tell is empty.

    ``place``, ``country`` (of a visit), ``occasion`` and ``topics`` are names or ids, which the
    record may lack. ``settings`` and ``kinds`` are those that are possible. ``mode`` is of an
    encounter, ``kinds`` and ``country`` are of a visit.
    """

    kind: EventKind
    people: tuple[Attendee, ...]
    when: Moment | None = None
    mode: Mode | None = None
    settings: frozenset[Setting] = frozenset()
    kinds: frozenset[VisitKind] = frozenset()
    status: Status = Status.HELD
    place: str = ""
    country: str = ""
    occasion: str = ""
    host: str = ""
    minutes: Bounds | None = None
    topics: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        least = 1 if self.kind is EventKind.VISIT else 2
        if len(self.people) < least:
            raise ValueError(f"{self.kind} of {len(self.people)}: expected {least} people or more")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A sentence of a document that tells of the event.

    ``start`` and ``end`` are its place in the document's text, in characters, ``end`` excluded.
    ``says`` is the claim made of it, told in English. ``copies`` names the group of documents that
    are copies of one text: all of a group are one voice.
    """

    document: str
    sentence: str
    start: int
    end: int
    says: str
    copies: str
    title: str = ""
    publisher: str = ""
    url: str = ""
    published: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """An event that reports tell of, how it stands to the record, and what was decided.

    ``matched`` is the event of the record that it is taken to be, and ``because`` one sentence on
    why (of a new one: why it is none of those). ``decided`` is who decided, when and why;
    ``became`` the event that it was accepted as.
    """

    id: ProposalId
    relation: Relation
    event: ToldEvent
    because: str
    reports: tuple[Report, ...]
    matched: EventId | None = None
    state: ProposalState = ProposalState.OPEN
    decided: Signature | None = None
    became: EventId | None = None

    def __post_init__(self) -> None:
        if not self.reports:
            raise ValueError(f"proposal {self.id!r} needs a report")
        if (self.matched is None) is not (self.relation is Relation.NEW):
            raise ValueError(f"proposal {self.id!r}: a new event matches none, and others one")
        if (self.decided is None) is not (self.state is ProposalState.OPEN):
            raise ValueError(f"proposal {self.id!r}: whoever decided it signs, and nobody else")

    @property
    def independent(self) -> int:
        """How many of the reports are independent: copies of one text are one."""
        return len({report.copies for report in self.reports})
