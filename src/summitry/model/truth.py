"""Three-valued truth: what holds in every history that fits the record, in none, or in some."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import NoReturn


class Truth(Enum):
    """Kleene's strong three-valued logic under ``&``, ``|`` and ``~``.

    A ``Truth`` never becomes a ``bool`` by accident: ``if truth:`` raises. Ask with
    ``is Truth.TRUE``, or by :meth:`surely` and :meth:`possibly`.
    """

    FALSE = 0
    UNKNOWN = 1
    TRUE = 2

    def __and__(self, other: Truth) -> Truth:
        return self if self._value_ <= other._value_ else other

    def __or__(self, other: Truth) -> Truth:
        return self if self._value_ >= other._value_ else other

    def __invert__(self) -> Truth:
        return Truth(2 - self.value)

    def __bool__(self) -> NoReturn:
        raise TypeError("a Truth is not a bool: ask 'is Truth.TRUE', surely() or possibly()")

    def surely(self) -> bool:
        """Whether it holds in every history."""
        return self is Truth.TRUE

    def possibly(self) -> bool:
        """Whether it holds in at least one history."""
        return self is not Truth.FALSE

    @classmethod
    def of(cls, known: bool) -> Truth:  # noqa: FBT001 - the one thing that it takes
        """The truth of something that is known."""
        return cls.TRUE if known else cls.FALSE

    @classmethod
    def between(cls, *, surely: bool, possibly: bool) -> Truth:
        """TRUE if surely, FALSE if not possibly, else UNKNOWN."""
        if surely:
            return cls.TRUE
        return cls.UNKNOWN if possibly else cls.FALSE


def every(truths: Iterable[Truth]) -> Truth:
    """The conjunction; TRUE of nothing."""
    found = Truth.TRUE
    for truth in truths:
        found &= truth
    return found


def some(truths: Iterable[Truth]) -> Truth:
    """The disjunction; FALSE of nothing."""
    found = Truth.FALSE
    for truth in truths:
        found |= truth
    return found
