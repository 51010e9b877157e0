"""Sets of days, held as disjoint closed spans of ordinals (``date.toordinal``)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, NoReturn

FIRST_DAY: Final = date.min.toordinal()
LAST_DAY: Final = date.max.toordinal()

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, init=False)
class Days:
    """A set of days in normal form, so that equal sets are equal: spans sorted, disjoint, apart.

    ``Days((1, 3), (4, 9))`` equals ``Days((1, 9))``. The calendar's ends (0001-01-01 and
    9999-12-31) stand for "no bound", and nothing lies beyond them: ``Days((-5, 2))`` equals
    ``Days((1, 2))``. Emptiness is asked by :meth:`is_empty`, never by ``bool``.
    """

    spans: tuple[Span, ...]

    def __init__(self, *spans: Span) -> None:
        object.__setattr__(self, "spans", _normal(spans))

    @classmethod
    def between(cls, first: date | None, last: date | None) -> Days:
        """From ``first`` to ``last``, both included; None is no bound. Empty if they cross."""
        return cls(
            (
                FIRST_DAY if first is None else first.toordinal(),
                LAST_DAY if last is None else last.toordinal(),
            )
        )

    @classmethod
    def on(cls, day: date) -> Days:
        """The one day."""
        ordinal = day.toordinal()
        return _in_normal_form([(ordinal, ordinal)])

    def __and__(self, other: Days) -> Days:
        if other.spans in (self.spans, _ALL):
            return self
        if self.spans == _ALL:
            return other
        shared: list[Span] = []
        mine, theirs = iter(self.spans), iter(other.spans)
        a, b = next(mine, None), next(theirs, None)
        while a is not None and b is not None:
            first, last = max(a[0], b[0]), min(a[1], b[1])
            if first <= last:
                shared.append((first, last))
            if a[1] < b[1]:
                a = next(mine, None)
            else:
                b = next(theirs, None)
        return _in_normal_form(shared)

    def __or__(self, other: Days) -> Days:
        if not other.spans or self.spans == other.spans:
            return self
        return Days(*self.spans, *other.spans) if self.spans else other

    def __invert__(self) -> Days:
        gaps: list[Span] = []
        start = FIRST_DAY
        for first, last in self.spans:
            if start < first:
                gaps.append((start, first - 1))
            start = last + 1
        if start <= LAST_DAY:
            gaps.append((start, LAST_DAY))
        return _in_normal_form(gaps)

    def __sub__(self, other: Days) -> Days:
        return self & ~other

    def __le__(self, other: Days) -> bool:
        """Whether every day of this set is in the other."""
        if other.spans == _ALL:
            return True
        return all(
            any(start <= first and last <= end for start, end in other.spans)
            for first, last in self.spans
        )

    def __contains__(self, day: date) -> bool:
        ordinal = day.toordinal()
        return any(first <= ordinal <= last for first, last in self.spans)

    def __bool__(self) -> NoReturn:
        raise TypeError("a set of days is not a bool: ask is_empty()")

    def is_empty(self) -> bool:
        """Whether no day is in the set."""
        return not self.spans

    def meets(self, other: Days) -> bool:
        """Whether the two sets share a day."""
        return any(
            first <= end and start <= last
            for first, last in self.spans
            for start, end in other.spans
        )

    @property
    def first(self) -> int:
        """The earliest day's ordinal; ValueError of the empty set."""
        if not self.spans:
            raise ValueError("the empty set of days has no first day")
        return self.spans[0][0]

    @property
    def last(self) -> int:
        """The latest day's ordinal; ValueError of the empty set."""
        if not self.spans:
            raise ValueError("the empty set of days has no last day")
        return self.spans[-1][1]

    @property
    def earliest(self) -> date | None:
        """The first day; None where there is no bound (or no day)."""
        return None if not self.spans or self.first == FIRST_DAY else date.fromordinal(self.first)

    @property
    def latest(self) -> date | None:
        """The last day; None where there is no bound (or no day)."""
        return None if not self.spans or self.last == LAST_DAY else date.fromordinal(self.last)

    @property
    def only(self) -> date | None:
        """The day, if the set holds exactly one."""
        if len(self.spans) == 1 and self.first == self.last:
            return date.fromordinal(self.first)
        return None

    def __len__(self) -> int:
        return sum(last - first + 1 for first, last in self.spans)


_ALL: Final = ((FIRST_DAY, LAST_DAY),)


def _in_normal_form(spans: list[Span]) -> Days:
    """The set of spans that are in normal form already, as what sets share and lack always is."""
    days = object.__new__(Days)
    object.__setattr__(days, "spans", tuple(spans))
    return days


def _normal(spans: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        first, last = max(start, FIRST_DAY), min(end, LAST_DAY)
        if first > last:
            continue
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return tuple(merged)


NO_DAY: Final = Days()
ANY_DAY: Final = Days((FIRST_DAY, LAST_DAY))


def after(ordinal: int) -> Days:
    """Every day after the one with this ordinal."""
    return Days((ordinal + 1, LAST_DAY))


def until(ordinal: int) -> Days:
    """Every day up to the one with this ordinal, included."""
    return Days((FIRST_DAY, ordinal))
