"""The page of a search."""

from __future__ import annotations

from typing import Final

from summitry.desk.lookup import Entry, Lookup
from summitry.desk.pages.register import Register
from summitry.desk.resolve import parties_like
from summitry.telling.addresses import Address, PageKind, of_party
from summitry.telling.pages.search import Hit, SearchPage

MOST_FOUND: Final = 30


def search_page(q: str, lookup: Lookup, register: Register) -> SearchPage:
    """What the record has by the names that begin so; else the leaders of names most like it."""
    found = tuple(map(_hit, lookup.find(q, most=MOST_FOUND)))
    like = () if found or not q.strip() else parties_like(q, register.names)
    near = {of_party(party) for party in like}
    every = map(_hit, lookup.entries) if near else ()
    return SearchPage(
        ground=register.ground,
        q=q,
        found=found,
        like=tuple(hit for hit in every if hit.address in near),
    )


def _hit(entry: Entry) -> Hit:
    address = Address(PageKind(entry.kind.value), (entry.id,))
    return Hit(address=address, name=entry.name, about=entry.about, events=entry.events)
