"""The home page: the latest encounters, and the ways into the site."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.telling.addresses import Address, FormKind
from summitry.telling.figures import Figure
from summitry.telling.history import Entry
from summitry.telling.pages.ground import Between, Ground
from summitry.telling.pages.leaf import WAYS, Leaf, render, way
from summitry.telling.pages.references import References
from summitry.telling.pages.setter import Setter, Way


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """The latest encounters, the last first, and the pairs of which most is on record."""

    ground: Ground
    events: int
    people: int
    latest: tuple[Entry, ...] = ()
    with_people: tuple[Between, ...] = ()
    with_offices: tuple[Between, ...] = ()


def as_html(page: HomePage, leaf: Leaf) -> str:
    """The page."""
    setter = Setter(page.ground, leaf)
    title = page.ground.basis.title
    return render(
        "home.html.j2",
        leaf,
        title=title,
        description=f"{page.ground.basis.label}: each row with its sources",
        about=[f"Version {page.ground.basis.version}", "Every row with its sources"],
        footer=f"{page.ground.basis.label}.",
        main="home",
        skip="the latest",
        search=leaf.form(FormKind.SEARCH),
        figures=(
            Figure(label="Encounters and visits", value=f"{page.events:,}"),
            Figure(label="People", value=f"{page.people:,}"),
            Figure(label="Sources", value=f"{len(page.ground.sources):,}"),
        ),
        latest=tuple(map(setter.entry, page.latest)),
        people=tuple(map(setter.pair, page.with_people)),
        offices=tuple(map(setter.pair, page.with_offices)),
        listings=tuple(Way(link=leaf.link(way(kind), Address(kind))) for kind in WAYS),
        sources=setter.sources(),
        notes=References(),
        data="",
    )
