"""Footnotes: the numbers of a page's sources, in the order in which they are first cited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from summitry.model.citations import Citation, Source, SourceId


@dataclass(frozen=True, slots=True)
class Note:
    """One footnote: a place in a source."""

    number: int
    source: Source
    locator: str


@dataclass(slots=True)
class Notes:
    """Gives each place in a source one number, counted from 1."""

    sources: Mapping[SourceId, Source]
    _numbers: dict[tuple[SourceId, str], int] = field(default_factory=dict)

    def cite(self, citations: Iterable[Citation]) -> tuple[int, ...]:
        """The numbers of these citations, each once, in order; of unknown sources none."""
        found: set[int] = set()
        for citation in citations:
            if citation.source in self.sources:
                key = (citation.source, citation.locator)
                found.add(self._numbers.setdefault(key, len(self._numbers) + 1))
        return tuple(sorted(found))

    def listed(self) -> tuple[Note, ...]:
        """Every footnote given so far, by number."""
        return tuple(
            Note(number, self.sources[source], locator)
            for (source, locator), number in self._numbers.items()
        )
