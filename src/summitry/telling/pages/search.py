"""The page of a search: what has a name that begins as someone types."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from summitry.telling.addresses import Address, FormKind, PageKind
from summitry.telling.pages.ground import Ground
from summitry.telling.pages.leaf import Leaf, render
from summitry.telling.pages.setter import Way

_GROUPS: Final = {
    PageKind.PERSON: "People",
    PageKind.OFFICE: "Offices",
    PageKind.PLACE: "Places",
    PageKind.OCCASION: "Gatherings",
    PageKind.SERIES: "Series of gatherings",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A page that was found: its name, what tells it from others, and how many events it has."""

    address: Address
    name: str
    about: str
    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """What was typed, and what was found, the best first; ``like`` where nothing was."""

    ground: Ground
    q: str = ""
    found: tuple[Hit, ...] = ()
    like: tuple[Hit, ...] = ()


def as_html(page: SearchPage, leaf: Leaf) -> str:
    """The page."""
    number = len(page.found)
    return render(
        "search.html.j2",
        leaf,
        title="Search",
        description="People, offices, places and gatherings on record",
        about=[page.ground.basis.label],
        footer=f"{page.ground.basis.label}.",
        main="search",
        skip="the search",
        action=leaf.form(FormKind.SEARCH),
        q=page.q,
        said=_said(number) if page.q.strip() else "",
        groups=tuple(_groups(page.found, leaf)),
        like=tuple(_way(one, leaf) for one in page.like),
        data="",
    )


def _said(number: int) -> str:
    return (
        "Nothing by that name" if not number else f"{number} {'page' if number == 1 else 'pages'}"
    )


def _groups(found: tuple[Hit, ...], leaf: Leaf) -> Iterator[tuple[str, tuple[Way, ...]]]:
    """What was found by kind, the kind of the best first."""
    for kind in dict.fromkeys(one.address.kind for one in found):
        yield _GROUPS[kind], tuple(_way(one, leaf) for one in found if one.address.kind is kind)


def _way(one: Hit, leaf: Leaf) -> Way:
    events = f"{one.events:,} {'event' if one.events == 1 else 'events'}" if one.events else ""
    holds = " · ".join(part for part in (one.about, events) if part)
    return Way(link=leaf.link(one.name, one.address), holds=holds)
