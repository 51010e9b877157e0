"""HTML: the main text of a page. The one file that knows the library that finds it."""

from __future__ import annotations

import logging
from configparser import ConfigParser
from copy import deepcopy
from functools import cache
from typing import Final

from lxml.etree import LxmlError, _Element
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura import bare_extraction
from trafilatura.settings import DEFAULT_CONFIG

from summitry.model.problems import InputError
from summitry.model.statements import DocumentType
from summitry.reading.documents.blocks import Block, BlockKind, cleaned, lay, seen
from summitry.reading.documents.extracted import Extracted
from summitry.reading.documents.furniture import clear
from summitry.reading.documents.metadata import metadata
from summitry.reading.documents.tree import blocks

MOST_ELEMENTS: Final = 50_000
"""The largest page: a long one has some 10,000, and one of as many may take ten seconds."""

_MAIN: Final = ("//article", "//main", "//*[@role='main']", "//body")
_MARKED: Final = " | ".join((*_MAIN[:-1], "//*[@itemprop='articleBody']"))
_BOXES: Final = frozenset({"div", "section"})
_MOST: Final = 0.8
"""The share of a page's words that its main text has, where no element is said to hold it."""

# What the library warns of is told by what it gives.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())


def read_html(page: str, *, name: str) -> Extracted:
    """The main text of a page under its heading, with the title and days of its metadata.

    The text is empty if none is found. InputError of a page of more than :data:`MOST_ELEMENTS`.
    """
    tree = _parsed(page)
    if tree is None:
        return Extracted(type=DocumentType.HTML, text="")
    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        raise InputError(f'"{name}" is too long (expected at most {MOST_ELEMENTS} elements)')
    about = metadata(tree)
    clear(tree)
    _mark(tree)
    found = _main(tree)
    return Extracted(
        type=DocumentType.HTML,
        text=lay((*_heading(tree, found), *found)),
        title=about.title,
        published=about.published,
        modified=about.modified,
    )


def _parsed(page: str) -> HtmlElement | None:
    """The tree of a page, without signs that a tree may not be given; None if there is none."""
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(seen(page).encode(), parser=parser)
    except LxmlError:
        return None
    for element in tree.iter():
        text, tail = element.text, element.tail
        if text and (shown := seen(text)) != text:
            element.text = shown
        if tail and (shown := seen(tail)) != tail:
            element.tail = shown
    return tree


def _mark(tree: HtmlElement) -> None:
    """Mark the innermost element with most of the words as the article, if none is marked so.

    Without a mark the library takes in paragraphs, and seldom headings and lists.
    """
    body = next(tree.iter("body"), None)
    if body is None or tree.xpath(_MARKED):
        return
    most = _MOST * len(body.text_content())
    element, within = body, _box(body, most)
    while within is not None:
        element, within = within, _box(within, most)
    if element is not body:
        element.tag = "article"
    elif sum(len(one.text_content()) for one in body if one.tag not in _BOXES) >= most:
        article = body.makeelement("article")
        article.extend(list(body))
        article.text, body.text = body.text, None
        body.append(article)


def _box(element: HtmlElement, most: float) -> HtmlElement | None:
    """The element within that has so many letters."""
    boxes = (one for one in element if one.tag in _BOXES)
    return next((one for one in boxes if len(one.text_content()) >= most), None)


def _main(tree: HtmlElement) -> tuple[Block, ...]:
    """The blocks of the main text: those that the library finds, else of what is to hold it."""
    try:
        found = bare_extraction(tree, include_comments=False, config=_settings())
    except Exception:  # noqa: BLE001 - what is broken in a page may raise anything
        found = None
    body = getattr(found, "body", None)
    inside = (element for path in _MAIN for element in tree.xpath(path))
    candidates = (element for element in (body, *inside) if element is not None)
    return next(filter(None, map(_worded, candidates)), ())


def _worded(element: _Element) -> tuple[Block, ...]:
    return tuple(block for block in blocks(element) if cleaned(block.text))


@cache
def _settings() -> ConfigParser:
    """The library's settings, save that a short text is no reason to take in the whole page."""
    settings = deepcopy(DEFAULT_CONFIG)
    settings["DEFAULT"]["MIN_EXTRACTED_SIZE"] = "1"
    return settings


def _heading(tree: HtmlElement, found: tuple[Block, ...]) -> tuple[Block, ...]:
    """The page's heading, if it has one and the main text lacks it."""
    headings = [cleaned(element.text_content()) for element in tree.xpath("//h1")]
    said = {" ".join(cleaned(block.text).split()) for block in found}
    if not found or not headings or " ".join(headings[0].split()) in said:
        return ()
    return (Block(BlockKind.HEADING, headings[0], level=1),)
