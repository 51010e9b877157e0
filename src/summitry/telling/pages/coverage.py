"""What the record covers: where its silence means something, and where it lacks some."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from summitry.model.coverage import Coverage, Covered
from summitry.telling.coverage import covered
from summitry.telling.pages.ground import Ground
from summitry.telling.pages.leaf import Leaf, render
from summitry.telling.words import capitalised

_KINDS: Final = {
    Covered.ENCOUNTER: "Encounters",
    Covered.VISIT: "Visits",
    Covered.TENURE: "Times in office",
}
_PARTS: Final = {True: "Complete", False: "Known to lack some"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveragePage:
    """The record's statements of coverage."""

    ground: Ground
    coverage: tuple[Coverage, ...] = ()


def as_html(page: CoveragePage, leaf: Leaf) -> str:
    """The page."""
    return render(
        "coverage.html.j2",
        leaf,
        title="What the record covers",
        description=f"Where {page.ground.basis.title} is complete, and where it lacks some",
        about=[page.ground.basis.label],
        footer=f"{page.ground.basis.label}.",
        main="coverage",
        skip="what is covered",
        parts=tuple(_parts(page, leaf)),
        data="",
    )


def _parts(
    page: CoveragePage, leaf: Leaf
) -> Iterator[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]]]:
    for complete, heading in _PARTS.items():
        groups = []
        for kind, name in _KINDS.items():
            told = (
                capitalised(covered(one, page.ground.names, style=leaf.style))
                for one in page.coverage
                if one.kind is kind and one.complete is complete
            )
            rows = tuple(sorted(dict.fromkeys(told)))
            groups += [(name, rows)] if rows else []
        if groups:
            yield heading, tuple(groups)
