"""What a frame says: what restricts the events it speaks of, and what tells of the one event."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, TypeVar

from summitry.model.claims import (
    NthOf,
)
from summitry.model.days import after
from summitry.model.events import EventKind, Mode
from summitry.model.when import Window
from summitry.reading.clauses.frame import Frame
from summitry.reading.clauses.members import as_stretch
from summitry.reading.clauses.surroundings import Surroundings
from summitry.reading.mentions.items import (
    AboutItem,
    AnchorItem,
    CapacityItem,
    DurationItem,
    EachItem,
    GatheringItem,
    Item,
    ModeItem,
    PartyItem,
    PlaceItem,
    RosterItem,
    RulesItem,
    SeriesItem,
    SettingItem,
    TheOneItem,
    TimeItem,
)
from summitry.reading.mentions.narrowing import Unreadable

_REMOTE: Final = frozenset((Mode.PHONE, Mode.VIDEO))

T = TypeVar("T")

_ITEMS_OF_THAT: Final = (
    TimeItem, PlaceItem, GatheringItem, SeriesItem, SettingItem, ModeItem, EachItem,
)  # fmt: skip


class Said:
    """The mentions of a frame: ``tail`` restricts the events, ``that`` tells of the one event.

    What a frame leaves out is taken from the one that it hangs on, or from what was told before.
    """

    def __init__(self, frame: Frame, around: Surroundings) -> None:
        self.frame, self.around = frame, around
        self.tail, self.that = list(frame.tail), list(frame.that)
        self._check_order()
        if frame.swapped:
            self._swap()
        if frame.equated and not (frame.ordinals or frame.counts):
            self._equate()
        elif frame.told_of is not None:
            self.that += [i for i in frame.told_of.tail if isinstance(i, _ITEMS_OF_THAT)]
            self.that += [i for i in frame.told_of.that if isinstance(i, _ITEMS_OF_THAT)]
            self.tail += [i for i in frame.told_of.tail if isinstance(i, RulesItem)]
        elif frame.this:
            # A meeting's city says too much of a visit, which may have gone on elsewhere.
            visit = frame.sense.kind is EventKind.VISIT
            kinds = (TimeItem,) if visit else _ITEMS_OF_THAT
            self.that += [i for i in around.last if isinstance(i, kinds)]
        elif self._is_last() and not frame.ordinals:
            self._take_last()
        elif self._goes_on():
            self.frame = replace(frame, sense=replace(frame.sense, modes=around.modes))
            self.tail += around.last
        elif frame.parent is not None:
            self._take_from(frame.parent)
        if frame.follows is not None and not any(isinstance(i, TimeItem) for i in self.tail):
            self.tail.append(TimeItem(self._later_than(frame.follows)))
        adverbial = frame.role == "verb" and frame.ordinals and not self.that
        if adverbial or (frame.role == "light" and frame.ordinals):
            self._tell_apart()
        if self._tells_at_once():
            self.tail, self.that = [*self.tail, *self.that], []
        single = not frame.plural and frame.role != "verb"
        self.tail = [as_stretch(item) if single else item for item in self.tail]
        self.that = [as_stretch(item) if single else item for item in self.that]
        self.one = self._the_one()

    def _take_from(self, parent: Frame) -> None:
        """The time and the place of a frame that this one depends on, where it has none."""
        if any(isinstance(i, EachItem) for i in parent.tail):
            raise Unreadable("it isn't clear which one is meant")
        times = any(isinstance(i, TimeItem) for i in self.tail)
        places = any(isinstance(i, PlaceItem | GatheringItem) for i in self.tail)
        self.tail += [
            i for i in parent.tail
            if (isinstance(i, TimeItem) and not times)
            or (isinstance(i, PlaceItem | GatheringItem) and not places)
        ]  # fmt: skip

    def _equate(self) -> None:
        """All that is said of "a meeting held in Vienna", and of what is said to be one."""
        of = self.frame.told_of
        said = [] if of is None else [*of.tail, *of.that]
        self.tail, self.that = [*self.tail, *self.that, *said], []

    def _take_last(self) -> None:
        """Have the frame speak of the event spoken of last: "the call" also of one by video."""
        last, sense = self.around, self.frame.sense
        if not last.last:
            raise Unreadable("it isn't clear which one is meant")
        self.tail += last.last
        if last.modes and last.modes <= _REMOTE and sense.modes <= _REMOTE:
            self.frame = replace(self.frame, sense=replace(sense, modes=last.modes))

    def _later_than(self, frame: Frame) -> Window:
        """The days after what another frame speaks of: possibly from its first day on."""
        windows = [i.window for i in (*frame.tail, *frame.that) if isinstance(i, TimeItem)]
        if len(windows) != 1 or windows[0] is None:
            raise Unreadable("it isn't clear later than what")
        return days_after(windows[0])

    def _the_one(self) -> TheOneItem | None:
        """Of "the one with Biden in Geneva": its place and time tell of the one event."""
        found = [i for i in (*self.tail, *self.that) if isinstance(i, TheOneItem)]
        if not found:
            return None
        if len(found) > 1 or self.frame.role != "was" or found[0] not in self.that:
            raise Unreadable("it isn't clear which one is meant")
        self.that = [i for i in self.that if i is not found[0]] + list(found[0].said)
        return found[0]

    def _is_last(self) -> bool:
        """Whether the frame is "the meeting" and says nothing of which one it was."""
        frame = self.frame
        bare = not (frame.tail or frame.subjects or frame.objects or frame.plural)
        return frame.definite and frame.role in ("was", "happened") and bare

    def _goes_on(self) -> bool:
        """Whether "they talked about Syria" tells of the meeting that was spoken of last."""
        frame, said = self.frame, [*self.tail, *self.that]
        they = [w.word for w in (*frame.subjects, *frame.objects) if isinstance(w, PartyItem)]
        told = any(isinstance(item, AboutItem | DurationItem) for item in said)
        placed = any(isinstance(item, TimeItem | PlaceItem | GatheringItem) for item in said)
        plain = not (frame.negated or frame.counts or frame.ordinals or frame.sense.modes)
        return (
            bool(self.around.last) and frame.role == "verb" and plain and they == ["they"]
            and told and not placed and not any(isinstance(i, AnchorItem | ModeItem) for i in said)
        )  # fmt: skip

    def _tells_at_once(self) -> bool:
        """Of "his visit to Rome, in 1959," and "two calls followed": none is told of apart."""
        frame = self.frame
        counted = frame.role == "happened" and frame.counts and not frame.counts[0].sole
        bare = frame.role == "mentioned" and not (frame.ordinals or frame.counts)
        return bool(counted or bare)

    def _check_order(self) -> None:
        """:class:`Unreadable` of events or people in order with a time on one side of something.

        It may tell which are put in order, or when the one spoken of was.
        """
        sided = any(isinstance(i, TimeItem) and i.side for i in (*self.tail, *self.that))
        if sided and self._is_ordered():
            raise Unreadable("it isn't clear what is put in order, before or after which time")

    def _is_ordered(self) -> bool:
        """Whether the frame puts events or people in order."""
        who = (*self.frame.subjects, *self.frame.objects)
        ranked = (
            isinstance(w, RosterItem) and (w.ranked is not None or isinstance(w.roster, NthOf))
            for w in who
        )
        return bool(self.frame.ordinals) or any(ranked)

    def _swap(self) -> None:
        """The noun's own mentions tell of the event; those after the copula restrict.

        Anchors, rules and capacities hold of both, and so does the place of a visit.
        """
        visit = self.frame.sense.kind is EventKind.VISIT
        kept = (AnchorItem, RulesItem, CapacityItem, *((PlaceItem,) if visit else ()))
        told: list[Item] = [i for i in self.tail if not isinstance(i, AnchorItem | RulesItem)]
        placed = any(isinstance(i, PlaceItem) for i in self.that)
        self.tail = [
            *self.that,
            *(
                i
                for i in self.tail
                if isinstance(i, kept) and not (placed and isinstance(i, PlaceItem))
            ),
        ]
        self.that = told

    def _tell_apart(self) -> None:
        """What is said with "first met" or "had their first meeting" tells of the one event."""
        visit = self.frame.sense.kind is EventKind.VISIT
        # Of "first spoke by phone" it is calls that are put in order, and not any contact.
        kept = (PlaceItem, ModeItem) if visit else (ModeItem,)
        told = tuple(k for k in _ITEMS_OF_THAT if k not in kept)
        self.that = [*self.that, *(i for i in self.tail if isinstance(i, told))]
        self.tail = [i for i in self.tail if not isinstance(i, told)]

    def all_of(self, kind: type[T]) -> list[T]:
        """The mentions of a kind that restrict the events."""
        return [i for i in self.tail if isinstance(i, kind)]


def days_after(window: Window) -> Window:
    """The days after some in a window: possibly from its first day on."""
    return Window(after(window.possibly.last), after(window.possibly.first - 1))
