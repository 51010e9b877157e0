"""Searching: which of a record's events a selection may mean, whatever became of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from summitry.model.events import Event, Status
from summitry.model.people import PersonId
from summitry.model.rules import CountingRule
from summitry.model.selection import Selection
from summitry.reckoning.asked import NO_RULE, Asked, ask
from summitry.reckoning.frame import Frame
from summitry.reckoning.gather import narrowing
from summitry.reckoning.gather import surely as surely_matching
from summitry.reckoning.match import match, so_far
from summitry.record.view import Narrowing


def search(
    frame: Frame,
    selections: Iterable[Selection],
    *,
    statuses: Collection[Status],
    people: Collection[PersonId] = (),
) -> tuple[Event, ...]:
    """The events that one of the selections may mean, of these statuses, by earliest day.

    A selection means held events; here an event of any status is taken as if it were held.
    ``people``: only what one of them took part in; of none, what anyone did.
    """
    found: dict[str, Event] = {}
    for asked in (ask(selection, NO_RULE, frame.names) for selection in selections):
        for event in _of_one(people, narrowing(asked, frame), frame):
            if event.status in statuses and _may_mean(asked, event, frame):
                found[event.id] = event
    return tuple(sorted(found.values(), key=lambda e: (e.when.start.possible.first, e.id)))


def _of_one(people: Collection[PersonId], wish: Narrowing, frame: Frame) -> Iterator[Event]:
    """The events asked for that one of the people took part in; some of them more than once."""
    if wish.people or not people:
        yield from frame.view.events(wish)
        return
    for one in people:
        yield from frame.view.events(replace(wish, people=frozenset({one})))


def surely(frame: Frame, selection: Selection, rule: CountingRule = NO_RULE) -> tuple[Event, ...]:
    """The held events that the selection surely means under the rule, by earliest day."""
    return surely_matching(ask(selection, rule, frame.names), frame)


def means(frame: Frame, selection: Selection, event: Event) -> bool:
    """Whether the selection surely means the event, which was held."""
    asked = ask(selection, NO_RULE, frame.names)
    return match(so_far(event, frame), asked, frame).truth.surely()


def _may_mean(asked: Asked, event: Event, frame: Frame) -> bool:
    held = event if event.status is Status.HELD else replace(event, status=Status.HELD)
    return match(so_far(held, frame), asked, frame).truth.possibly()
