"""A leaf: where one page stands in a site, and what it may link to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from summitry.telling.addresses import HOME, Address, FormKind, Links, PageKind, no_links
from summitry.telling.dates import DateStyle
from summitry.telling.pictures.look import DARK, LIGHT
from summitry.telling.policy import hashed, styles_of

FEED: Final = "latest.xml"
"""The path of the feed, from the site's root."""

WEB: Final = ("http://", "https://")

WAYS: Final = {
    PageKind.HISTORIES: "Histories",
    PageKind.PEOPLE: "People",
    PageKind.OFFICES: "Offices",
    PageKind.OCCASIONS: "Gatherings",
    PageKind.PLACES: "Places",
    PageKind.TOPICS: "Topics",
    PageKind.YEARS: "Years",
    PageKind.COUNTING: "How we count",
    PageKind.COVERAGE: "What is covered",
}
"""The ways into a site besides its home page, by what they are called."""

FORMS: Final = {
    FormKind.SEARCH: "Search",
    FormKind.BROWSE: "Browse",
    FormKind.HISTORY: "Any two",
    FormKind.ASK: "Ask",
    FormKind.CHECK: "Check a text",
}
"""The pages of a server that answer what is asked, by what they are called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words, and where they lead; nowhere if there is no such page."""

    text: str
    href: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """Where a page stands: its address, and the site's name.

    ``links`` says where other pages are, as seen from this one; ``base_url`` is where the site
    itself is, if that is known. ``has_forms``: a server answers forms beside the pages. The page
    of no address, which tells that there is none, lies within ``depth`` folders.
    """

    at: Address | FormKind | None
    title: str
    links: Links = no_links
    style: DateStyle = DateStyle.PLAIN
    base_url: str = ""
    has_forms: bool = False
    depth: int = 0

    def link(self, text: str, address: Address) -> Link:
        """The words, linked to a page if there is one that isn't this one."""
        return Link(text=text, href=None if address == self.at else self.links(address))

    @property
    def canonical(self) -> str:
        """The page's whole address; empty where the site's isn't known."""
        if not self.base_url or not isinstance(self.at, Address):
            return ""
        return whole(self.base_url, self.at)

    @property
    def root(self) -> str:
        """The way up to the site's root, before a path; empty from a page that lies there."""
        depth = self.depth if self.at is None else self.at.path.count("/")
        return "../" * depth

    @property
    def feed(self) -> str:
        """Where the feed is."""
        return self.root + FEED

    def form(self, kind: FormKind) -> str:
        """Where a form is."""
        return self.root + kind.path

    def forms(self) -> Iterator[dict[str, Any]]:
        """The forms, if a server answers them, and which is this page."""
        for kind, text in FORMS.items() if self.has_forms else ():
            yield {"text": text, "href": self.form(kind), "current": kind is self.at}

    def ways(self) -> Iterator[dict[str, Any]]:
        """The ways into the site, from elsewhere the home page first, and which is this page."""
        named = {PageKind.HOME: self.title, **WAYS}
        for address, text in ((Address(kind), text) for kind, text in named.items()):
            home, current = address == HOME, address == self.at
            href = None if home and current else self.links(address)
            if href is not None:
                yield {"text": text, "href": href, "home": home, "current": current}


def way(kind: PageKind) -> str:
    """What the way to the page of this kind is called."""
    return WAYS[kind]


def whole(base_url: str, address: Address) -> str:
    """A page's address on the web; that of the home page is the site's own."""
    path = "" if address == HOME else address.path
    return f"{base_url.rstrip('/')}/{path}"


def render(
    template: str,
    leaf: Leaf | None,
    *,
    pictures: Iterable[str] = (),
    **values: Any,  # noqa: ANN401 - what the template names
) -> str:
    """A page by a template, in a site or (None) alone; ``pictures`` are those that are on it."""
    site = None
    if leaf is not None:
        site = {
            "title": leaf.title,
            "canonical": leaf.canonical,
            "feed": leaf.feed,
            "ways": tuple(leaf.ways()),
            "forms": tuple(leaf.forms()),
            "root": leaf.root,
        }
    return (
        _templates()
        .get_template(template)
        .render(
            site=site,
            drawn=styles_of(pictures),
            light=asdict(LIGHT),
            dark=asdict(DARK),
            web=WEB,
            **values,
        )
    )


@cache
def _templates() -> Environment:
    made = Environment(
        loader=PackageLoader("summitry.telling", "templates"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["hashed"] = hashed
    return made
