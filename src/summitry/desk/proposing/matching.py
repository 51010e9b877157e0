"""Which event of a record a sight is of: by named comparisons, each told in a sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from summitry.desk.proposing.sight import Difference, Sight, differences, of_event
from summitry.desk.proposing.spans import span_of
from summitry.model.days import Days
from summitry.model.events import Event, EventId, EventKind, Mode, Setting, Status
from summitry.model.names import Names
from summitry.model.people import PersonId
from summitry.telling.event import describe

NEAR_DAYS: Final = 3
"""Days by which two tellings of one event may differ, for one of them to be wrong."""

_COUNTED: Final = frozenset({Status.HELD, Status.DISPUTED})


class Aside(StrEnum):
    """Why nothing is proposed of a sentence that tells of an event."""

    SEVERAL = "it may be of any of several events"
    VAGUE = "it tells too vaguely when, for an event that the record lacks"
    DECIDED = "somebody decided on it before"


@dataclass(frozen=True, slots=True)
class Match:
    """The event that a sight is of, and in what the two differ; None: the record lacks it."""

    event: Event | None
    differs: frozenset[Difference]
    because: str


class Matcher:
    """What finds the event of a record that a sight is of."""

    def __init__(self, events: Iterable[Event], names: Names) -> None:
        self._names = names
        self._events: dict[EventId, tuple[Event, Sight]] = {}
        self._of: defaultdict[PersonId, list[EventId]] = defaultdict(list)
        for event in events:
            if event.status in _COUNTED:
                self._events[event.id] = (event, of_event(event, names))
                for person in event.people:
                    self._of[person].append(event.id)

    def match(self, sight: Sight) -> Match | Aside:
        """The event of the record that a sight is of, or why it can't be told."""
        near = [
            (event, held, found)
            for event, held in self._with(sight.people)
            if (found := differences(sight, held, self._names.places)) <= _MAY_DIFFER
        ]
        fits = _narrowed(sight, [(event, held) for event, held, found in near if not found])
        if len(fits) == 1:
            return Match(fits[0], frozenset(), self._fits(sight, fits[0]))
        if fits:
            return Aside.SEVERAL
        span = span_of(sight.days)
        if span.day:
            wrong = [(event, found) for event, held, found in near if _is_slip(sight, held, found)]
            if len(wrong) == 1:
                event, found = wrong[0]
                return Match(event, found, self._differs(event, found))
            if wrong:
                return Aside.SEVERAL
        if not span.new:
            return Aside.VAGUE
        return Match(None, frozenset(), _lacks(sight))

    def _with(self, people: frozenset[PersonId]) -> Iterator[tuple[Event, Sight]]:
        fewest = min((self._of.get(person, []) for person in people), key=len)
        return (self._events[id] for id in fewest)

    # --- why

    def _fits(self, sight: Sight, event: Event) -> str:
        where = ", in a place that agrees" if sight.place and event.place else ""
        return (
            f"the record has one {_noun(sight)} of these people on days that agree{where}:"
            f" {describe(event, self._names)}"
        )

    def _differs(self, event: Event, found: frozenset[Difference]) -> str:
        (one,) = found
        return f"the record has these people {_SLIPS[one]}: {describe(event, self._names)}"


def _lacks(sight: Sight) -> str:
    where = " there" if sight.place or sight.country else ""
    return f"the record has no {_noun(sight)} of these people{where} on those days"


def _noun(sight: Sight) -> str:
    """What a sight is of: "encounter in person"."""
    if sight.kind is EventKind.VISIT:
        return "visit"
    return " or ".join(f"encounter {_MODES[mode]}" for mode in sorted(sight.modes)) or "encounter"


_MODES: Final = {
    Mode.IN_PERSON: "in person",
    Mode.PHONE: "by phone",
    Mode.VIDEO: "by video",
    Mode.LETTER: "by letter",
}
_SLIPS: Final = {
    Difference.DAYS: f"in that place, but on other days within {NEAR_DAYS} of those told",
    Difference.PLACE: "on those days, but elsewhere",
}
_MAY_DIFFER: Final = frozenset({Difference.DAYS, Difference.PLACE})


def _is_slip(sight: Sight, held: Sight, found: frozenset[Difference]) -> bool:
    """Whether one of the two tells the same event wrongly: by some days, or by its place."""
    if found == {Difference.PLACE}:
        return span_of(held.days).day
    if found != {Difference.DAYS} or sight.place is None or held.place is None:
        return False
    return Days((sight.days.first - NEAR_DAYS, sight.days.last + NEAR_DAYS)).meets(held.days)


def _narrowed(sight: Sight, fits: Sequence[tuple[Event, Sight]]) -> list[Event]:
    """Of several events that a sight may be of, those that fit best what it says besides."""
    left = list(fits)
    for better in _BETTER:
        if len(left) > 1:
            left = [one for one in left if better(sight, one[1])] or left
    return [event for event, _ in left]


_BETTER: Final[tuple[Callable[[Sight, Sight], bool], ...]] = (
    lambda told, held: bool(told.settings & held.settings),
    lambda told, held: bool(told.topics & held.topics),
    lambda told, held: bool(told.kinds & held.kinds),
    lambda told, held: told.occasion is not None and told.occasion == held.occasion,
    lambda told, held: told.series is not None and told.series == held.series,
    lambda _, held: held.settings != {Setting.MULTILATERAL},
)
"""By what one of several is chosen, in this order. Two who met were seldom at a session of many."""
