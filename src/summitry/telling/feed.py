"""The latest of a site as an Atom feed (RFC 4287), and all its pages as a site map.

Both are XML; a site map (https://www.sitemaps.org/protocol.html) holds whole addresses alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final
from urllib.parse import quote
from xml.etree import ElementTree as ET

from summitry.telling.addresses import HOME, Address, of_event
from summitry.telling.history import Entry
from summitry.telling.pages.event import title_of
from summitry.telling.pages.ground import Ground
from summitry.telling.pages.leaf import FEED, Leaf, whole
from summitry.telling.tell import tell

SITEMAP: Final = "sitemap.xml"
"""The path of the site map, from the site's root."""

MOST_IN_A_MAP: Final = 50_000
"""How many addresses one file of a site map may hold."""

_ATOM: Final = "http://www.w3.org/2005/Atom"
_MAP: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"


def feed(entries: Iterable[Entry], ground: Ground, leaf: Leaf) -> str:
    """A feed of encounters, each dated by its last day; those without one are left out.

    Links lead from ``leaf``, the home page, where the site's own address isn't known.
    """
    dated = [(entry, entry.event.when.outer.latest) for entry in entries]
    known = [(entry, day) for entry, day in dated if day is not None]
    root = ET.Element("feed", xmlns=_ATOM)
    _add(root, "title", leaf.title)
    _add(root, "id", _urn(ground))
    _add(root, "updated", _instant(max((day for _, day in known), default=date(1970, 1, 1))))
    _add(_add(root, "author"), "name", ground.basis.label)
    if leaf.base_url:
        _add(root, "link", rel="self", href=f"{leaf.base_url.rstrip('/')}/{FEED}")
    _add(root, "link", rel="alternate", href=leaf.canonical or HOME.path)
    for entry, day in known:
        address = of_event(entry.event)
        one = _add(root, "entry")
        _add(one, "title", title_of(entry.event, ground, leaf.style))
        _add(one, "id", f"{_urn(ground)}:{entry.event.kind.value}:{quote(entry.event.id, safe='')}")
        _add(one, "updated", _instant(day))
        href = whole(leaf.base_url, address) if leaf.base_url else address.path
        _add(one, "link", rel="alternate", href=href)
        says = [
            tell(f.claim, ground.names, style=leaf.style, one_day=f.one_day) for f in entry.facts
        ]
        _add(one, "summary", " ".join(says) or title_of(entry.event, ground, leaf.style))
    return _written(root)


def sitemaps(addresses: Iterable[Address], base_url: str) -> Iterator[tuple[str, str]]:
    """The files of a site map, by path: one, or several that one lists."""
    found = list(addresses)
    parts = [found[n : n + MOST_IN_A_MAP] for n in range(0, len(found), MOST_IN_A_MAP)]
    if len(parts) <= 1:
        yield SITEMAP, _map("urlset", "url", [whole(base_url, address) for address in found])
        return
    names = [f"sitemap-{n}.xml" for n in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield name, _map("urlset", "url", [whole(base_url, address) for address in part])
    yield SITEMAP, _map("sitemapindex", "sitemap", [f"{base_url.rstrip('/')}/{n}" for n in names])


def _map(root: str, row: str, addresses: Sequence[str]) -> str:
    element = ET.Element(root, xmlns=_MAP)
    for address in addresses:
        _add(_add(element, row), "loc", address)
    return _written(element)


def _urn(ground: Ground) -> str:
    return f"urn:summitry:{quote(ground.record, safe='')}"


def _instant(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, name, attributes)
    element.text = text or None
    return element


def _written(root: ET.Element) -> str:
    ET.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"
