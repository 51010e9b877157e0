"""What of a page of HTML is not its text: furniture, what nobody sees, and the marks of notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml.html import HtmlElement

from summitry.reading.documents.blocks import cleaned, closed

_ROLES: Final = (
    "alert", "alertdialog", "banner", "complementary", "contentinfo", "dialog", "menu", "menubar",
    "navigation", "note", "search", "status", "tablist", "toolbar", "tooltip",
)  # fmt: skip

FURNITURE: Final = (
    "//script | //style | //noscript | //template | //iframe | //svg | //nav | //aside | //dialog",
    "//footer[not(ancestor::blockquote)]",
    " | ".join(f"//*[@role='{role}']" for role in _ROLES),
    "//sup[.//a[starts-with(@href, '#')]] | //sup[contains(@class, 'reference')]",
    "//*[@role='doc-noteref' or @role='doc-backlink']",
    "//*[contains(@class, 'mw-editsection') or contains(@class, 'mw-cite-backlink')]",
    "//a[starts-with(@href, '#') and starts-with(translate(., 'S', 's'), 'skip to ')]",
)
"""Paths of what is removed, whatever it holds."""

HIDDEN: Final = (
    "//*[@hidden and not(@hidden='until-found')]",
    "//*[contains(translate(@style, ' ', ''), 'display:none')]",
)
"""Paths of what nobody sees; but scripts show some pages that begin hidden."""

_CONSENT: Final = re.compile(
    r"\b(?:cookies?|consent|gdpr|privacy)[-_]*(?:banner|bar|box|consent|dialog|manager|message|modal"
    r"|notice|overlay|popup|prompt|settings|wall)|\b(?:onetrust|cookiebot|didomi|truste|usercentrics)",
    re.IGNORECASE,
)
_BLANK_LINES: Final = re.compile(r"\n\s*\n")
_CAPTION: Final = re.compile(r"(?:^|[\s_-])caption(?:$|[\s_-])", re.IGNORECASE)


def clear(tree: HtmlElement) -> None:
    """Remove a page's furniture, and set its captions and plain text as paragraphs.

    What is hidden or asks for consent stays if it is half of the page's words or more: then it
    is the page.
    """
    for path in FURNITURE:
        for element in tree.xpath(path):
            _drop(element)
    half = _length(tree) / 2
    for element in _doubtful(tree):
        if _length(element) < half:
            _drop(element)
    for element in tree.xpath("//figcaption | //caption"):
        _set_apart(element)
    for element in tree.xpath("//p[@class] | //div[@class]"):
        words = cleaned(element.text or "")
        if words and _CAPTION.search(element.get("class", "")) and not len(element):
            element.tag, element.text = "p", closed(words)
            del element.attrib["class"]  # the library takes such classes for furniture
    for element in tree.xpath("//pre[not(.//code)]"):
        _set_as_paragraphs(element)
    for element in tree.xpath("//li//p | //li//div"):
        _set_as_line(element)


def _doubtful(tree: HtmlElement) -> Iterator[HtmlElement]:
    for path in HIDDEN:
        yield from tree.xpath(path)
    for element in tree.xpath("//body//*[@id or @class]"):
        if _CONSENT.search(f"{element.get('id', '')} {element.get('class', '')}"):
            yield element


def _length(element: HtmlElement) -> int:
    return len(cleaned(element.text_content()))


def _drop(element: HtmlElement) -> None:
    """Remove an element and what it holds; what stands after it stays."""
    if element.getparent() is not None:
        element.drop_tree()


def _set_apart(caption: HtmlElement) -> None:
    """Put a caption's words into a paragraph before what it is of."""
    words = cleaned(caption.text_content())
    owner = next(caption.iterancestors("figure", "table"), None)
    if owner is not None and owner.getparent() is not None and words:
        paragraph = caption.makeelement("p")
        paragraph.text = closed(words)
        owner.addprevious(paragraph)
    _drop(caption)


def _set_as_line(part: HtmlElement) -> None:
    """Make a line of a part of an item: of several parts the library would keep the last."""
    part.tag = "span"
    part.addprevious(part.makeelement("br"))
    after = part.makeelement("br")
    after.tail, part.tail = part.tail, None
    part.addnext(after)


def _set_as_paragraphs(element: HtmlElement) -> None:
    """Make paragraphs, with their line ends, of words whose lines are set as they stand."""
    text = element.text_content()
    for child in list(element):
        element.remove(child)
    element.tag, element.text = "div", None
    for part in _BLANK_LINES.split(text.strip("\n")):
        paragraph = element.makeelement("p")
        paragraph.text, *lines = part.splitlines() or [""]
        for line in lines:
            paragraph.append(element.makeelement("br"))
            paragraph[-1].tail = line
        element.append(paragraph)
