"""Numbers that are known or said only within bounds: how many, how many minutes."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.model.truth import Truth


@dataclass(frozen=True, slots=True)
class Bounds:
    """Whole numbers from ``least`` to ``most``, both included; ``most`` None is no bound."""

    least: int
    most: int | None

    def __post_init__(self) -> None:
        if self.least < 0:
            raise ValueError(f"a bound can't be negative, got {self.least}")
        if self.most is not None and self.most < self.least:
            raise ValueError(f"bounds cross: {self.least} to {self.most}")

    @classmethod
    def exactly(cls, number: int) -> Bounds:
        """The one number."""
        return cls(number, number)

    @property
    def is_exact(self) -> bool:
        """Whether one number is left."""
        return self.least == self.most

    def __contains__(self, number: int) -> bool:
        return self.least <= number and (self.most is None or number <= self.most)

    def within(self, other: Bounds) -> Truth:
        """Whether a number known to be in these bounds is in the other's."""
        surely = self.least >= other.least and (
            other.most is None or (self.most is not None and self.most <= other.most)
        )
        possibly = (other.most is None or self.least <= other.most) and (
            self.most is None or self.most >= other.least
        )
        return Truth.between(surely=surely, possibly=possibly)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many events match: surely so many, possibly so many.

    ``possibly`` None: open, for the record is not complete for what is counted.
    """

    surely: int
    possibly: int | None

    def __post_init__(self) -> None:
        if self.surely < 0:
            raise ValueError(f"a tally can't be negative, got {self.surely}")
        if self.possibly is not None and self.possibly < self.surely:
            raise ValueError(f"a tally crosses: surely {self.surely}, possibly {self.possibly}")

    @property
    def bounds(self) -> Bounds:
        """The tally as bounds on the number."""
        return Bounds(self.surely, self.possibly)
