"""When something happened: a day not exactly known, or a stretch of days with two such ends."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from summitry.model.days import ANY_DAY, LAST_DAY, Days
from summitry.model.truth import Truth


@dataclass(frozen=True, slots=True)
class When:
    """One day of which only a set of possible days is known.

    ``possible`` is not empty. ``written`` keeps the EDTF as written and takes no part in equality.
    """

    possible: Days
    written: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if self.possible.is_empty():
            raise ValueError("a When needs at least one possible day")

    @classmethod
    def on(cls, day: date) -> When:
        """A day exactly known."""
        return cls(Days.on(day), day.isoformat())

    @property
    def start(self) -> When:
        """The day itself: a When begins and ends on it."""
        return self

    @property
    def end(self) -> When:
        """The day itself."""
        return self

    @property
    def outer(self) -> Days:
        """Every day that it may touch."""
        return self.possible

    def touches(self, days: Days) -> Truth:
        """Whether it falls on one of ``days``."""
        return Truth.between(surely=self.possible <= days, possibly=self.possible.meets(days))


@dataclass(frozen=True, slots=True)
class Stretch:
    """A span of days, from ``start`` to ``end`` included, each end a day not exactly known.

    ``end`` None: no end, it goes on. The ends may not surely cross.
    """

    start: When
    end: When | None
    written: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if self.end is not None and self.end.possible.last < self.start.possible.first:
            raise ValueError("a stretch can't end before it starts")

    @property
    def outer(self) -> Days:
        """Every day that it may touch."""
        last = LAST_DAY if self.end is None else self.end.possible.last
        return Days((self.start.possible.first, last))

    @property
    def core(self) -> Days:
        """Every day that it surely touches."""
        last = LAST_DAY if self.end is None else self.end.possible.first
        return Days((self.start.possible.last, last))

    def touches(self, days: Days) -> Truth:
        """Whether some day of it is one of ``days``.

        Sound and, where both ends are spans that do not cross, exact.
        """
        surely = (
            self.core.meets(days)
            or self.start.possible <= days
            or (self.end is not None and self.end.possible <= days)
        )
        return Truth.between(surely=surely, possibly=self.outer.meets(days))


Moment = When | Stretch
"""The time of an event: a day, or a stretch of days."""


def before(a: Moment, b: Moment) -> Truth:
    """Whether ``a`` starts on an earlier day than ``b``."""
    first, second = a.start.possible, b.start.possible
    return Truth.between(surely=first.last < second.first, possibly=first.first < second.last)


def same_day(a: Moment, b: Moment) -> Truth:
    """Whether ``a`` and ``b`` start on the same day."""
    first, second = a.start.possible, b.start.possible
    return Truth.between(
        surely=first.only is not None and first == second, possibly=first.meets(second)
    )


@dataclass(frozen=True, slots=True)
class Window:
    """The days that a sentence speaks of, with vague edges where its words are vague.

    ``surely`` holds the days that the words surely mean, ``possibly`` those that they may mean:
    "late 1999" surely means December, possibly September. ``surely`` is within ``possibly``, and
    ``possibly`` is not empty. ``written`` keeps the words, without a part in equality.
    """

    surely: Days
    possibly: Days
    written: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if self.possibly.is_empty():
            raise ValueError("a window needs at least one possible day")
        if not self.surely <= self.possibly:
            raise ValueError("the sure days of a window must be among its possible days")

    @classmethod
    def of(cls, days: Days, written: str = "") -> Window:
        """A window without vague edges."""
        return cls(days, days, written)

    @classmethod
    def on(cls, day: date) -> Window:
        """One day."""
        return cls.of(Days.on(day), day.isoformat())

    @classmethod
    def between(cls, first: date | None, last: date | None, written: str = "") -> Window:
        """From ``first`` to ``last``, both included; None is no bound."""
        return cls.of(Days.between(first, last), written)

    @property
    def is_exact(self) -> bool:
        """Whether the edges are exactly known."""
        return self.surely == self.possibly

    def holds(self, moment: Moment) -> Truth:
        """Whether ``moment`` touches the window."""
        return Truth.between(
            surely=moment.touches(self.surely).surely(),
            possibly=moment.touches(self.possibly).possibly(),
        )

    def narrowed(self, days: Days) -> Window | None:
        """The window within ``days``; None where nothing is left."""
        possibly = self.possibly & days
        if possibly.is_empty():
            return None
        return Window(self.surely & days, possibly, self.written)


ALWAYS = Window.of(ANY_DAY)
