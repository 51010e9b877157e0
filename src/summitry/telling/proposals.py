"""Proposals in words: the event as it is told, by whom, and what taking it would do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from summitry.model.events import EventKind, Mode, Status
from summitry.model.names import Names
from summitry.model.occasions import Occasion
from summitry.model.people import Person
from summitry.model.places import Place
from summitry.model.proposals import Attendee, Proposal, Relation, Report, ToldEvent
from summitry.telling import dates
from summitry.telling.numbers import plain_length
from summitry.telling.words import capitalised, joined, spaced

RELATIONS: Final[Mapping[Relation, str]] = {
    Relation.CONFIRMS: "confirms the record",
    Relation.ADDS_SOURCE: "adds a source",
    Relation.ADDS_DETAIL: "adds a detail",
    Relation.CONFLICTS: "conflicts with the record",
    Relation.NEW: "new",
}
"""How a proposal stands to the record, in words."""


def told(event: ToldEvent, names: Names) -> str:
    """The event in a line, as far as it is told: "Ann (president) and Bob, on 16 June 2021"."""
    return ", ".join(part for part in _parts(event, names) if part)


def _parts(event: ToldEvent, names: Names) -> Iterator[str]:
    yield joined(_attendee(one, names) for one in event.people)
    if event.kind is EventKind.VISIT:
        yield spaced(_either(event.kinds), "visit")
    elif event.mode is not None:
        yield "in person" if event.mode is Mode.IN_PERSON else event.mode.value
    yield _either(event.settings)
    yield _called(event.place, names.places)
    yield _called(event.country, names.places)
    yield "day not told" if event.when is None else dates.moment(event.when)
    yield _called(event.occasion, names.occasions)
    if event.minutes is not None:
        yield plain_length(event.minutes)
    yield "" if event.status is Status.HELD else event.status.value


def _attendee(one: Attendee, names: Names) -> str:
    name = _called(one.name, names.people)
    return f"{name} ({one.capacity})" if one.capacity else name


def _called(name: str, rows: Mapping[str, Person | Place | Occasion]) -> str:
    """The name of the row whose id is told, else what is told."""
    return rows[name].name if name in rows else name


def _either(kinds: frozenset[str]) -> str:
    return joined(sorted(kinds), "or")


def weight(proposal: Proposal) -> str:
    """How many reports tell of it, and how many of them are independent."""
    number, own = len(proposal.reports), proposal.independent
    reports = "1 report" if number == 1 else f"{number} reports"
    return reports if own == number else f"{reports}, {own} independent"


def because(proposal: Proposal) -> str:
    """Why it is taken to be that event, or none, as a sentence."""
    return f"{capitalised(proposal.because.rstrip('.'))}."


def origin(report: Report) -> str:
    """Where a report stands: its publisher, day and title."""
    published = None if report.published is None else dates.day(report.published)
    title = f"“{report.title}”" if report.title else ""
    return ", ".join(part for part in (report.publisher, published, title) if part) or (
        report.document
    )
