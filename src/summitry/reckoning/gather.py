"""The events that match what is asked, and the days on which more may."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from summitry.model.days import Days
from summitry.model.events import Event
from summitry.model.findings import Gap, Lack
from summitry.model.rules import Unit
from summitry.model.selection import Holder, Party, Selection, Someone
from summitry.model.truth import Truth
from summitry.model.when import ALWAYS
from summitry.reckoning.asked import NO_RULE, Asked, Part, ask
from summitry.reckoning.extent import open_days
from summitry.reckoning.frame import Frame
from summitry.reckoning.match import Match, match, narrowed, so_far
from summitry.record.view import Narrowing

WHOLE: Final = "whole"
"""With its id, the key by which a frame knows an event as it is recorded."""


@dataclass(frozen=True, kw_only=True)
class Gathered:
    """What matches, by earliest day; ``open`` are the days on which more may."""

    asked: Asked
    matches: tuple[Match, ...]
    open: Days

    @cached_property
    def sure(self) -> tuple[Event, ...]:
        """The events that surely match."""
        return tuple(m.event for m in self.matches if m.truth is Truth.TRUE)

    @cached_property
    def maybe(self) -> tuple[Event, ...]:
        """The events that may match."""
        return tuple(m.event for m in self.matches if m.truth is Truth.UNKNOWN)

    @cached_property
    def gaps(self) -> frozenset[Gap]:
        """What keeps the matches from being known."""
        lacks = {Gap(lack, m.event.id) for m in self.matches for lack in m.lacks}
        if not self.open.is_empty():
            lacks.add(Gap(Lack.COVERAGE, None, self.open))
        return frozenset(lacks)

    def truth_of(self, event: Event) -> Truth:
        """Whether the event matches; FALSE if it is not among the matches."""
        return self._truths.get(event.id, Truth.FALSE)

    def exists(self) -> Truth:
        """Whether some event matches, recorded or not."""
        return Truth.between(
            surely=bool(self.sure), possibly=bool(self.matches) or not self.open.is_empty()
        )

    @cached_property
    def _truths(self) -> Mapping[str, Truth]:
        return {m.event.id: m.truth for m in self.matches}


def gather(asked: Asked, frame: Frame) -> Gathered:
    """Every event of the record that may match, with its truth, and the open days."""
    return frame.once(("gather", asked), lambda: _gather(asked, frame))


def _gather(asked: Asked, frame: Frame) -> Gathered:
    if asked.unit is not Unit.EVENT:
        # By what unit matches are counted changes nothing of what matches.
        return replace(gather(replace(asked, unit=Unit.EVENT), frame), asked=asked)
    return Gathered(
        asked=asked,
        matches=tuple(m for m in _matches(asked, frame) if m.truth is not Truth.FALSE),
        open=open_days(asked, frame),
    )


def _matches(asked: Asked, frame: Frame) -> Iterator[Match]:
    """What each event is to what is asked, on the days that it can have had.

    Of any time much is asked of the same parties, by many rules and of many places and topics: what
    matches but for these is remembered.
    """
    of = asked.selection
    broad = Selection(kind=of.kind, who=of.who, whom=of.whom)
    if of.window is ALWAYS and (parties := ask(broad, NO_RULE, frame.names)) != asked:
        return (narrowed(known, parties, asked, frame) for known in gather(parties, frame).matches)
    return (match(event, asked, frame) for event in _events(narrowing(asked, frame), frame))


def surely(asked: Asked, frame: Frame) -> tuple[Event, ...]:
    """The events that surely match, by earliest day: those of :attr:`Gathered.sure`.

    Of an office they are looked for among the events of its known holders alone.
    """
    known = min((_of_known(part, asked, frame) for part in (asked.who, asked.whom)), key=len)
    found = (event for event in known if match(event, asked, frame).truth is Truth.TRUE)
    return tuple(found)


def _of_known(part: Part, asked: Asked, frame: Frame) -> tuple[Event, ...]:
    """The events of those who are known to have held the office; of another part all events."""
    wanted = narrowing(asked, frame)
    if not isinstance(part.party, Holder):
        return _events(wanted, frame)
    holders = {tenure.person for tenure in frame.names.tenures_in.get(part.party.office, ())}
    narrower = [replace(wanted, people=wanted.people | {person}) for person in holders]

    def of_holders() -> tuple[Event, ...]:
        found = {event.id: event for one in narrower for event in _so_far(one, frame)}
        return tuple(sorted(found.values(), key=_by_day))

    return frame.once(("of holders", part.party, wanted), of_holders)


def _events(wanted: Narrowing, frame: Frame) -> tuple[Event, ...]:
    """At least the events that are wanted: those of any day where these are known already."""
    of_any_day = ("events", replace(wanted, days=frame.past))
    if of_any_day in frame.known:
        return frame.once(of_any_day, tuple)
    return frame.once(("events", wanted), lambda: _so_far(wanted, frame))


def _so_far(wanted: Narrowing, frame: Frame) -> tuple[Event, ...]:
    """The events, on the days that they can have had, by earliest day."""
    found = frame.view.events(wanted)
    for event in found:
        frame.remember((WHOLE, event.id), event)
    return tuple(sorted((so_far(event, frame) for event in found), key=_by_day))


def _by_day(event: Event) -> tuple[int, str]:
    return event.when.start.possible.first, event.id


def narrowing(asked: Asked, frame: Frame) -> Narrowing:
    """What a store needs to know to leave out events that can't match."""
    parties: tuple[Party | None, ...] = (asked.selection.who, asked.selection.whom)
    return Narrowing(
        kind=asked.selection.kind,
        people=frozenset(party.person for party in parties if isinstance(party, Someone)),
        days=asked.selection.window.possibly & frame.past,
    )
