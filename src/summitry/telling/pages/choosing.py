"""The form that asks for two parties, of which a history is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from summitry.model.selection import Holder, Party
from summitry.telling.addresses import FormKind
from summitry.telling.pages.ground import Ground
from summitry.telling.pages.leaf import Leaf, Link, render
from summitry.telling.pages.setter import Setter
from summitry.telling.words import capitalised

MOST_OFFERED: Final = 500
"""Names up to which a field offers them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoosingPage:
    """What was typed, what is wrong with it, and for each field whom it may mean."""

    ground: Ground
    a: str = ""
    b: str = ""
    problem: str = ""
    like_a: tuple[Party, ...] = ()
    like_b: tuple[Party, ...] = ()


def as_html(page: ChoosingPage, leaf: Leaf) -> str:
    """The page."""
    setter = Setter(page.ground, leaf)
    return render(
        "choosing.html.j2",
        leaf,
        title="The history of any two",
        description="The history of any two leaders or offices on record",
        about=[page.ground.basis.label],
        footer=f"{page.ground.basis.label}.",
        main="choose",
        skip="the form",
        action=leaf.form(FormKind.HISTORY),
        button="Tell the history",
        fields=(("a", "One", page.a), ("b", "The other", page.b)),
        names=tuple(_names(page.ground)),
        problem=f"{capitalised(page.problem)}." if page.problem else "",
        meant=tuple(_meant(page, leaf, setter)),
        data="",
    )


def _names(ground: Ground) -> Iterator[str]:
    """The names that a field offers; none where there are too many."""
    names = ground.names
    found = {one.name for one in names.people.values()} | {o.name for o in names.offices.values()}
    if len(found) <= MOST_OFFERED:
        yield from sorted(found)


def _meant(page: ChoosingPage, leaf: Leaf, setter: Setter) -> Iterator[Link]:
    """The form with a name in the place of one that was not understood."""

    def links(parties: Iterable[Party], field: str) -> Iterator[Link]:
        for party in parties:
            id = party.office if isinstance(party, Holder) else party.person
            query = urlencode({"a": page.a, "b": page.b, field: id})
            href = f"{leaf.form(FormKind.HISTORY)}?{query}"
            yield Link(text=setter.party(party).text, href=href)

    yield from links(page.like_a, "a")
    yield from links(page.like_b, "b")
