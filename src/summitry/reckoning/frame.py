"""What one evaluation stands in: the record, the day, and how disputed rows are taken."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, Final, TypeVar

from summitry.model.coverage import Coverage
from summitry.model.days import Days
from summitry.model.names import Names
from summitry.model.truth import Truth
from summitry.reckoning.atlas import Atlas
from summitry.reckoning.terms import Terms
from summitry.record.view import View

_T = TypeVar("_T")

MOST_KNOWN: Final = 200_000
"""So many things does a frame remember at most: there are some five to an event."""


@dataclass(frozen=True)
class Frame:
    """A record as of a day. ``disputed``: UNKNOWN, or what every disputed row is supposed to be."""

    view: View
    names: Names
    terms: Terms
    atlas: Atlas
    coverage: tuple[Coverage, ...]
    as_of: date
    disputed: Truth = Truth.UNKNOWN
    known: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, view: View, as_of: date) -> Frame:
        """The record as it stands on a day."""
        names, coverage = view.names(), view.coverage()
        return cls(view, names, Terms(names, coverage), Atlas(names.places), coverage, as_of)

    def on(self, day: date) -> Frame:
        """The same record on another day."""
        return self if day == self.as_of else replace(self, as_of=day, known={})

    def supposing(self, disputed: Truth) -> Frame:
        """The same with every disputed row held, or none."""
        return self.once(
            ("supposing", disputed), lambda: replace(self, disputed=disputed, known={})
        )

    def once(self, key: Hashable, reckon: Callable[[], _T]) -> _T:
        """What ``reckon`` gives, reckoned the first time that the key is asked for.

        A frame is of one record and one day, so what holds in it once holds in it always. So that
        a frame that serves for long stays small, all of it is forgotten when it has become much.
        """
        if key not in self.known:
            return self.remember(key, reckon())
        found: _T = self.known[key]
        return found

    def remember(self, key: Hashable, found: _T) -> _T:
        """Keep what was found under a key."""
        if len(self.known) >= MOST_KNOWN:
            self.known.clear()
        self.known[key] = found
        return found

    @cached_property
    def past(self) -> Days:
        """Every day up to the as-of day."""
        return Days.between(None, self.as_of)
