"""Events taken together as one, by a counting rule's unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from summitry.model.bounds import Tally
from summitry.model.days import LAST_DAY, Days
from summitry.model.events import Event, Visit
from summitry.model.places import PlaceId
from summitry.model.rules import Unit
from summitry.model.truth import Truth
from summitry.model.when import same_day
from summitry.reckoning.atlas import Atlas
from summitry.reckoning.frame import Frame
from summitry.reckoning.gather import Gathered
from summitry.reckoning.match import stands_alone

_T = TypeVar("_T")

STAY_GAP = 2
"""Days from the end of one event to the start of the next within one stay."""


@dataclass(frozen=True, slots=True)
class Group:
    """Events that surely count as one. ``sure``: one of them surely matches.

    ``first`` and ``last`` bound the ordinal of the day on which the first of them starts, whatever
    else may turn out to belong to the group; ``kin`` are the numbers of the groups that may turn
    out to be one with it, itself included.
    """

    number: int
    events: tuple[Event, ...]
    sure: bool
    first: int
    last: int
    kin: frozenset[int]


def group(gathered: Gathered, frame: Frame) -> tuple[Group, ...]:
    """The matches in groups. Events that may not match are groups of their own."""
    return frame.once(("group", gathered.asked), lambda: _groups(gathered, frame))


def _groups(gathered: Gathered, frame: Frame) -> tuple[Group, ...]:
    if gathered.asked.unit is Unit.EVENT:
        return tuple(
            _alone(number, found.event, sure=found.truth is Truth.TRUE)
            for number, found in enumerate(gathered.matches)
        )
    unit = gathered.asked.unit
    sure = _linked(
        gathered.sure,
        lambda a, b: _one(a, b, gathered, frame) is Truth.TRUE,
        lambda event: _signs(event, unit, frame),
    )
    blocks = [*sure, *((event,) for event in gathered.maybe)]
    kin = _linked(
        range(len(blocks)),
        lambda i, j: any(
            _one(a, b, gathered, frame) is not Truth.FALSE for a in blocks[i] for b in blocks[j]
        ),
        lambda i: _all_signs(_signs(event, unit, frame) for event in blocks[i]),
    )
    relatives = {number: frozenset(one) for one in kin for number in one}
    joined = _may_be_joined(unit, gathered)
    first = {
        frozenset(one): min(joined, *(_earliest(event) for n in one for event in blocks[n]))
        for one in kin
    }
    return tuple(
        Group(
            number=number,
            events=events,
            sure=number < len(sure),
            first=first[relatives[number]],
            last=min(event.when.start.possible.last for event in events),
            kin=relatives[number],
        )
        for number, events in enumerate(blocks)
    )


def _alone(number: int, event: Event, *, sure: bool) -> Group:
    start = event.when.start.possible
    return Group(number, (event,), sure, start.first, start.last, frozenset({number}))


def _earliest(event: Event) -> int:
    return event.when.start.possible.first


def _latest_end(event: Event) -> int:
    end = event.when.end
    return LAST_DAY if end is None else end.possible.last


def _may_be_joined(unit: Unit, gathered: Gathered) -> int:
    """The earliest day on which an event not in the record may belong to any of the groups."""
    joinable = unit in (Unit.OCCASION, Unit.STAY) and not gathered.open.is_empty()
    return gathered.open.first if joinable else LAST_DAY


def tally(gathered: Gathered, frame: Frame) -> Tally:
    """How many units match: surely, and possibly (None: open)."""
    if gathered.asked.unit is Unit.EVENT:
        most = len(gathered.matches) if gathered.open.is_empty() else None
        return Tally(len(gathered.sure), most)
    groups = group(gathered, frame)
    surely = len({g.kin for g in groups if g.sure})
    return Tally(surely, len(groups) if gathered.open.is_empty() else None)


def comes_before(one: Group, other: Group) -> Truth:
    """Whether a group comes before another, by the start of its first event."""
    if len(one.events) == len(other.events) == 1 and one.kin != other.kin:
        return starts_before(one.events[0], other.events[0], one.first, other.first)
    return Truth.between(surely=one.last < other.first, possibly=one.first <= other.last)


def starts_before(
    one: Event, other: Event, one_first: int | None = None, other_first: int | None = None
) -> Truth:
    """Whether an event starts before another, within one day by their sequence.

    ``one_first`` and ``other_first`` are earlier days from which they may count.
    """
    first = _earliest(one) if one_first is None else one_first
    second = _earliest(other) if other_first is None else other_first
    last, second_last = one.when.start.possible.last, other.when.start.possible.last
    sequences = (_sequence(one), _sequence(other))
    if None in sequences or (first, second) != (_earliest(one), _earliest(other)):
        return Truth.between(surely=last < second, possibly=first <= second_last)
    earlier = sequences[0] < sequences[1]  # type: ignore[operator]
    if sequences[0] == sequences[1]:
        return Truth.between(surely=last < second, possibly=first <= second_last)
    if earlier:
        return Truth.between(surely=last <= second, possibly=first <= second_last)
    return Truth.between(surely=last < second, possibly=first < second_last)


def _sequence(event: Event) -> int | None:
    return None if isinstance(event, Visit) else event.sequence


def _one(one: Event, other: Event, gathered: Gathered, frame: Frame) -> Truth:
    """Whether two events that match count as one."""
    match gathered.asked.unit:
        case Unit.DAY:
            return same_day(one.when, other.when)
        case Unit.OCCASION:
            return _one_occasion(one, other)
        case _:
            return _one_stay(one, other, gathered, frame)


_Signs = frozenset[Hashable] | None
"""What events that may be one have in common: one of these; None: not known."""


def _signs(event: Event, unit: Unit, frame: Frame) -> _Signs:
    """The days, the occasion or the countries that the event may be one with others by."""
    return frame.once(("signs", unit, event.id), lambda: _signs_of(event, unit, frame))


def _signs_of(event: Event, unit: Unit, frame: Frame) -> _Signs:
    match unit:
        case Unit.DAY:
            only = event.when.start.possible.only
            return None if only is None else frozenset({only})
        case Unit.OCCASION if stands_alone(event):
            return frozenset()
        case Unit.OCCASION:
            return None if event.occasion is None else frozenset({event.occasion})
        case _:
            return _countries(event, frame)[1] or None


def _all_signs(signs: Iterable[_Signs]) -> _Signs:
    found: frozenset[Hashable] = frozenset()
    for one in signs:
        if one is None:
            return None
        found |= one
    return found


def _one_occasion(one: Event, other: Event) -> Truth:
    if stands_alone(one) or stands_alone(other):
        return Truth.FALSE
    if one.occasion is None or other.occasion is None:
        return Truth.UNKNOWN
    return Truth.of(one.occasion == other.occasion)


def _one_stay(one: Event, other: Event, gathered: Gathered, frame: Frame) -> Truth:
    # Most pairs are told apart by their countries, which are remembered: asked before the days.
    surely, possibly = zip(_countries(one, frame), _countries(other, frame), strict=True)
    if all(possibly) and possibly[0].isdisjoint(possibly[1]):
        return Truth.FALSE
    least = max(_gap(one, other), _gap(other, one))
    if least > STAY_GAP and not gathered.open.meets(_between(one, other)):
        return Truth.FALSE
    most = max(_most_gap(one, other), _most_gap(other, one))
    together = most <= STAY_GAP and not surely[0].isdisjoint(surely[1])
    return Truth.between(surely=together, possibly=True)


def _countries(event: Event, frame: Frame) -> tuple[frozenset[PlaceId], ...]:
    """The countries that the event was in, of today or of its time: surely, and possibly."""
    return frame.once(("countries", event.id), lambda: _countries_of(event, frame.atlas))


def _countries_of(event: Event, atlas: Atlas) -> tuple[frozenset[PlaceId], ...]:
    named = frozenset({event.country} if isinstance(event, Visit) else ())
    at = event.place or next(iter(named), None)
    found = (named, named) if at is None else atlas.countries(at, event.when)
    return tuple(countries | named for countries in found)


def _gap(one: Event, other: Event) -> int:
    """The fewest days from the end of one event to the start of the other."""
    return _earliest(other) - _latest_end(one)


def _most_gap(one: Event, other: Event) -> int:
    """The most days from the end of one event to the start of the other."""
    end = one.when.end
    first_end = one.when.start.possible.first if end is None else end.possible.first
    return other.when.start.possible.last - first_end


def _between(one: Event, other: Event) -> Days:
    first = min(_earliest(one), _earliest(other))
    return Days((first, max(_latest_end(one), _latest_end(other))))


def _linked(
    items: Sequence[_T], linked: Callable[[_T, _T], bool], signs: Callable[[_T], _Signs]
) -> list[tuple[_T, ...]]:
    """The items in the classes that ``linked`` makes, each in the order of the items.

    Items that share no sign are not linked; those of None may be to any.
    """
    classes: dict[int, list[int]] = {}  # each by its last item
    signed: defaultdict[Hashable, set[int]] = defaultdict(set)  # classes with such an item
    signs_of: dict[int, set[Hashable]] = {}
    for new, item in enumerate(items):
        mine = signs(item)
        own: set[Hashable] = {None} if mine is None else set(mine)
        alike = classes if mine is None else set().union(*(signed[s] for s in (*own, None)))
        joined = [
            one
            for one in sorted(alike)
            if any(linked(item, items[member]) for member in reversed(classes[one]))
        ]
        for one in joined:
            for sign in signs_of[one]:
                signed[sign].discard(one)
            own |= signs_of.pop(one)
        classes[new] = [*(member for one in joined for member in classes.pop(one)), new]
        signs_of[new] = own
        for sign in own:
            signed[sign].add(new)
    return [tuple(items[member] for member in sorted(one)) for one in classes.values()]
