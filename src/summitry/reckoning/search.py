"""Searching: which of a record's events a selection may mean, whatever became of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from summitry.model.events import Event, Status
from summitry.model.selection import Selection
from summitry.reckoning.asked import NO_RULE, ask
from summitry.reckoning.frame import Frame
from summitry.reckoning.match import match
from summitry.record.view import View


def search(
    selections: Sequence[Selection], view: View, *, statuses: Collection[Status]
) -> tuple[Event, ...]:
    """The events that one of the selections may mean, of these statuses, by earliest day.

    A selection means held events; here an event of any status is taken as if it were held.
    """
    frame = Frame.of(view, date.max)
    asked = [ask(selection, NO_RULE, frame.names) for selection in selections]
    return tuple(
        event
        for event in view.events()
        if event.status in statuses
        and any(
            match(replace(event, status=Status.HELD), one, frame).truth.possibly() for one in asked
        )
    )
