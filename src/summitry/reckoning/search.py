"""Searching: which of a record's events a selection may mean, whatever became of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from summitry.model.events import Event, Status
from summitry.model.selection import Selection
from summitry.reckoning.asked import NO_RULE, Asked, ask
from summitry.reckoning.frame import Frame
from summitry.reckoning.gather import narrowing
from summitry.reckoning.match import match, so_far


def search(
    frame: Frame, selections: Iterable[Selection], *, statuses: Collection[Status]
) -> tuple[Event, ...]:
    """The events that one of the selections may mean, of these statuses, by earliest day.

    A selection means held events; here an event of any status is taken as if it were held.
    """
    found: dict[str, Event] = {}
    for asked in (ask(selection, NO_RULE, frame.names) for selection in selections):
        for event in frame.view.events(narrowing(asked, frame)):
            if event.status in statuses and _may_mean(asked, event, frame):
                found[event.id] = event
    return tuple(sorted(found.values(), key=lambda e: (e.when.start.possible.first, e.id)))


def may_mean(frame: Frame, selection: Selection, event: Event) -> bool:
    """Whether the selection may mean the event, whatever became of it."""
    return _may_mean(ask(selection, NO_RULE, frame.names), event, frame)


def _may_mean(asked: Asked, event: Event, frame: Frame) -> bool:
    held = so_far(replace(event, status=Status.HELD), frame)
    return match(held, asked, frame).truth.possibly()
