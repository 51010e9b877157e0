"""What the record has instead: the events that match when one detail of a claim is let go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from summitry.model.events import Event
from summitry.model.findings import Correction, Fault
from summitry.model.rules import CountingRule
from summitry.model.selection import ANY_CAPACITY, Party, Selection, Someone
from summitry.model.when import ALWAYS
from summitry.reckoning.asked import ask
from summitry.reckoning.frame import Frame
from summitry.reckoning.gather import gather

MOST_NEAREST = 3
"""How many events a correction names at most."""


def near_miss(selection: Selection, rule: CountingRule, frame: Frame) -> Correction | None:
    """The events that surely match once one detail is let go; None where no single one will do.

    Details are tried in the order of ``_DETAILS``, the date late: an event on the day that the
    claim names is nearer than one elsewhere in time.
    """
    for fault, let_go in _DETAILS:
        wider = let_go(selection)
        if wider == selection:
            continue
        events = gather(ask(wider, rule, frame.names), frame).sure
        if events:
            return Correction(fault, events=_closest(events, selection))
    return None


def _closest(events: tuple[Event, ...], selection: Selection) -> tuple[Event, ...]:
    days = selection.window.possibly

    def distance(event: Event) -> int:
        outer = event.when.outer
        return 0 if outer.meets(days) else max(outer.first - days.last, days.first - outer.last)

    nearest = sorted(events, key=distance)[:MOST_NEAREST]
    return tuple(sorted(nearest, key=events.index))


def _in_any_capacity(selection: Selection) -> Selection:
    return replace(
        selection, who=_anyhow(selection.who), whom=selection.whom and _anyhow(selection.whom)
    )


def _anyhow(party: Party) -> Party:
    return Someone(party.person, ANY_CAPACITY) if isinstance(party, Someone) else party


_DETAILS: Final[tuple[tuple[Fault, Callable[[Selection], Selection]], ...]] = (
    (Fault.PLACE, lambda s: replace(s, place=None)),
    (Fault.MODE, lambda s: replace(s, modes=frozenset())),
    (Fault.SETTING, lambda s: replace(s, settings=frozenset())),
    (Fault.OCCASION, lambda s: replace(s, occasion=None, series=None)),
    (Fault.KIND, lambda s: replace(s, visit_kinds=frozenset())),
    (Fault.HOST, lambda s: replace(s, host=None)),
    (Fault.CAPACITY, _in_any_capacity),
    (Fault.DATE, lambda s: replace(s, window=ALWAYS)),
    (Fault.TOPIC, lambda s: replace(s, topic=None)),
)
