"""References: the places of a page that cite each of its footnotes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field


@dataclass(slots=True)
class References:
    """The places that cite each footnote, as they come."""

    _uses: defaultdict[int, int] = field(default_factory=lambda: defaultdict(int))

    def cite(self, number: int) -> str:
        """The id of one more place that cites the footnote."""
        self._uses[number] += 1
        return f"cite-{number}-{self._uses[number]}"

    def of(self, number: int) -> list[str]:
        """The ids of all places so far that cite it."""
        return [f"cite-{number}-{use}" for use in range(1, self._uses[number] + 1)]
