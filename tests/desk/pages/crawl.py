"""A crawl of a site in a folder: what is wrong with its pages, and with the links between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Final
from urllib.parse import unquote, urlsplit

VOID: Final = {"meta", "link", "br", "input"}
LANDMARKS: Final = ("header", "main", "footer")
HEADINGS: Final = ("h1", "h2", "h3", "h4")


@dataclass(slots=True)
class Page:
    """What stands on a page."""

    title: str = ""
    description: str = ""
    lang: str = ""
    tags: Counter[str] = field(default_factory=Counter)
    ids: Counter[str] = field(default_factory=Counter)
    links: list[str] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)
    named_by: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    skip: str = ""
    badly_nested: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_startendtag(tag, attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        page, given = self.page, {key: value or "" for key, value in attrs}
        if len(given) != len(attrs):
            page.badly_nested.append(f"<{tag}> has an attribute twice")
        page.tags[tag] += 1
        page.ids.update([given["id"]] if "id" in given else [])
        page.named_by += given.get("aria-labelledby", "").split()
        page.loaded += [given[key] for key in ("src", "srcset") if key in given]
        if tag in {"script", "iframe", "form"} and given.get("type") != "application/ld+json":
            page.loaded.append(f"<{tag}>")
        if tag == "html":
            page.lang = given.get("lang", "")
        if tag == "meta" and given.get("name") == "description":
            page.description = given.get("content", "")
        if tag in HEADINGS:
            page.headings.append(int(tag[1]))
        if tag == "a" and page.tags["a"] == 1:
            page.skip = given.get("href", "") if given.get("class") == "skip" else ""
        if tag in {"a", "link"} and "href" in given and given.get("rel") != "canonical":
            page.links.append(given["href"])

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.page.badly_nested.append(f"</{tag}> ends what isn't open")

    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["title"] and "svg" not in self.open:
            self.page.title += data


def read(text: str) -> Page:
    """The page of a text; what is still open at its end is badly nested."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.page.badly_nested += [f"<{tag}> isn't ended" for tag in reader.open]
    return reader.page


def pages(folder: Path) -> dict[str, Page]:
    """Every page of a site, by path."""
    return {
        file.relative_to(folder).as_posix(): read(file.read_text("utf-8"))
        for file in sorted(folder.rglob("*.html"))
    }


def faults(folder: Path) -> Iterator[str]:
    """All that is wrong with a site, a line each."""
    found = pages(folder)
    for path, page in found.items():
        yield from (f"{path}: {fault}" for fault in _of_page(page))
        yield from (f"{path}: {fault}" for fault in _of_links(path, page, found, folder))
    seen, left = {"index.html"}, ["index.html"]
    while left:
        path = left.pop()
        led = {_target(path, link)[0] for link in found[path].links if not urlsplit(link).scheme}
        fresh = (led & set(found)) - seen
        seen |= fresh
        left += fresh
    yield from (f"{path}: no way leads there" for path in found if path not in seen)


def _of_page(page: Page) -> Iterator[str]:
    yield from page.badly_nested
    if not page.title.strip() or not page.description.strip() or page.lang != "en":
        yield f"title {page.title!r}, description {page.description!r}, language {page.lang!r}"
    for tag in ("h1", *LANDMARKS):
        if page.tags[tag] != 1:
            yield f"{page.tags[tag]} of <{tag}>"
    levels = [0, *page.headings]
    if any(after > before + 1 for before, after in pairwise(levels)):
        yield f"headings of levels {page.headings}"
    if not page.tags["nav"]:
        yield "no navigation"
    if page.skip.removeprefix("#") not in page.ids or not page.skip:
        yield f"the skip link leads to {page.skip!r}"
    yield from (f"id {id!r} is given {often} times" for id, often in page.ids.items() if often > 1)
    yield from (f"named by {id!r}, which isn't there" for id in page.named_by if id not in page.ids)
    yield from (f"loads {what}" for what in page.loaded)


def _of_links(path: str, page: Page, found: dict[str, Page], folder: Path) -> Iterator[str]:
    for link in page.links:
        scheme = urlsplit(link).scheme
        if scheme in {"http", "https"}:
            continue
        target, anchor = _target(path, link)
        if scheme or not (folder / target).is_file() or target.startswith(".."):
            yield f"broken link {link!r}"
        elif anchor and anchor not in found[target].ids:
            yield f"link {link!r} to an anchor that isn't there"


def _target(path: str, link: str) -> tuple[str, str]:
    """The path and the anchor that a link leads to from a page."""
    parts = urlsplit(link)
    at = normpath(join(dirname(path), unquote(parts.path))) if parts.path else path
    return at, unquote(parts.fragment)
