"""Proposals in words: the event as it is told, by whom, and what taking it would do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from summitry.model.events import EventKind, Status
from summitry.model.proposals import Attendee, Proposal, Relation, Report, ToldEvent
from summitry.telling import dates
from summitry.telling.numbers import plain_length
from summitry.telling.words import joined, spaced

RELATIONS: Final[Mapping[Relation, str]] = {
    Relation.CONFIRMS: "confirms the record",
    Relation.ADDS_SOURCE: "adds a source",
    Relation.ADDS_DETAIL: "adds a detail",
    Relation.CONFLICTS: "conflicts with the record",
    Relation.NEW: "new",
}
"""How a proposal stands to the record, in words."""


def told(event: ToldEvent) -> str:
    """The event in a line, as far as it is told: "Ann (president) and Bob, 16 June 2021"."""
    return ", ".join(part for part in _parts(event) if part)


def _parts(event: ToldEvent) -> Iterator[str]:
    yield joined(map(_attendee, event.people))
    if event.kind is EventKind.VISIT:
        yield spaced(_either(event.kinds), "visit")
    elif event.mode is not None:
        yield event.mode.value
    yield _either(event.settings)
    yield event.place
    yield event.country
    yield "day not told" if event.when is None else dates.moment(event.when)
    yield event.occasion
    if event.minutes is not None:
        yield plain_length(event.minutes)
    yield "" if event.status is Status.HELD else event.status.value


def _attendee(one: Attendee) -> str:
    return f"{one.name} ({one.capacity})" if one.capacity else one.name


def _either(kinds: frozenset[str]) -> str:
    return joined(sorted(kinds), "or")


def weight(proposal: Proposal) -> str:
    """How many reports tell of it, and how many of them are independent."""
    number, own = len(proposal.reports), proposal.independent
    reports = "1 report" if number == 1 else f"{number} reports"
    return reports if own == number else f"{reports}, {own} independent"


def origin(report: Report) -> str:
    """Where a report stands: its publisher, day and title."""
    published = None if report.published is None else dates.day(report.published)
    title = f"“{report.title}”" if report.title else ""
    return ", ".join(part for part in (report.publisher, published, title) if part) or (
        report.document
    )
