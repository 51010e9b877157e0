"""The page of a year: what began in it."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.model.events import Event
from summitry.telling.addresses import of_year
from summitry.telling.pages.ground import Ground
from summitry.telling.pages.leaf import Leaf, render
from summitry.telling.pages.references import References
from summitry.telling.pages.setter import Setter, kinds


@dataclass(frozen=True, slots=True, kw_only=True)
class YearPage:
    """A year; ``before`` and ``after`` are the next ones of which something is on record."""

    ground: Ground
    year: int
    events: tuple[Event, ...]
    before: int | None = None
    after: int | None = None


def as_html(page: YearPage, leaf: Leaf) -> str:
    """The page."""
    setter = Setter(page.ground, leaf)
    title = str(page.year)
    held = tuple(kinds(page.events))
    siblings = (("Before", page.before), ("After", page.after))
    return render(
        "year.html.j2",
        leaf,
        title=title,
        description=f"{title}: {', '.join(held) or 'nothing held'}",
        about=[*held, page.ground.basis.label],
        footer=f"{page.ground.basis.label}.",
        main="year",
        skip="the events",
        events=tuple(map(setter.row, page.events)),
        neighbours=tuple(
            (label, leaf.link(str(year), of_year(year))) for label, year in siblings if year
        ),
        notes=References(),
        data="",
    )
