"""The page that says why there is no other."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.telling.pages.leaf import Leaf, render
from summitry.telling.words import capitalised


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemPage:
    """What went wrong: in two words, and in one line with what would be accepted."""

    title: str
    detail: str


def as_html(page: ProblemPage, leaf: Leaf) -> str:
    """The page."""
    return render(
        "problem.html.j2",
        leaf,
        title=page.title,
        description=page.title,
        about=[leaf.title],
        footer=f"{leaf.title}.",
        main="problem",
        skip="what went wrong",
        detail=f"{capitalised(page.detail)}.",
        data="",
    )
