"""What a page of HTML says about itself: its title, and the days of its publication and change."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from lxml.html import HtmlElement

from summitry.reading.documents.blocks import cleaned
from summitry.reading.documents.days import day_of

TITLES: Final = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title")
PUBLISHED: Final = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished",
    "article.published", "date_published", "publish_date", "publish-date", "publication_date",
    "pubdate", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued",
    "dcterms.date", "dc.date", "citation_publication_date", "citation_date", "date",
)  # fmt: skip
MODIFIED: Final = (
    "article:modified_time", "og:updated_time", "datemodified", "date_modified", "dcterms.modified",
    "dc.date.modified", "last-modified", "lastmod", "article.updated",
)  # fmt: skip
"""Names of a ``meta`` element in lower case, those that say it best first."""

ARTICLES: Final = frozenset(
    {
        "Article", "AdvertiserContentArticle", "AnalysisNewsArticle", "AskPublicNewsArticle",
        "BackgroundNewsArticle", "BlogPosting", "ClaimReview", "LiveBlogPosting", "NewsArticle",
        "OpinionNewsArticle", "Report", "ReportageNewsArticle", "ReviewNewsArticle",
        "SatiricalArticle", "ScholarlyArticle", "SocialMediaPosting", "TechArticle",
    }
)  # fmt: skip
PAGES: Final = frozenset({"WebPage", "ItemPage", "AboutPage", "FAQPage"})
"""Types of schema.org that speak of the page's text, and those that speak of the page."""

_INNER: Final = ("@graph", "mainEntity", "mainEntityOfPage")
_MOST_DEPTH: Final = 4
_WRAPPING: Final = re.compile(r"\A\s*(?:<!\[CDATA\[|<!--)|(?:\]\]>|-->)\s*\Z")
"""What hides a script from readers of long ago."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """The title ("" where there is none) and the days; None where they aren't told."""

    title: str
    published: date | None
    modified: date | None


def metadata(tree: HtmlElement) -> Metadata:
    """What the page tells in schema.org's words, in its ``meta`` elements and in ``time``."""
    metas = _metas(tree)
    title = _title(tree, metas)
    article = _article(tree, title)
    return Metadata(
        title=title or _text(article.get("headline")),
        published=day_of(_text(article.get("datePublished")))
        or _first_day(metas, PUBLISHED)
        or _marked(tree, "datePublished")
        or _timed(tree),
        modified=day_of(_text(article.get("dateModified")))
        or _first_day(metas, MODIFIED)
        or _marked(tree, "dateModified"),
    )


# --- meta ---------------------------------------------------------------------------------------


def _metas(tree: HtmlElement) -> Mapping[str, str]:
    """The first content that each name has."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        for name in (meta.get("property"), meta.get("name"), meta.get("itemprop")):
            if name and meta.get("content"):
                found.setdefault(name.strip().lower(), cleaned(meta.get("content", "")))
    return found


def _first_day(metas: Mapping[str, str], names: Iterable[str]) -> date | None:
    return next(filter(None, (day_of(metas[name]) for name in names if name in metas)), None)


def _title(tree: HtmlElement, metas: Mapping[str, str]) -> str:
    """The title without the name of the site after it."""
    headings = [_line(element.text_content()) for element in tree.iter("h1")]
    titles = [_line(element.text_content()) for element in tree.xpath("//head/title")]
    told = [metas[name] for name in TITLES if name in metas]
    title = next(filter(None, (*told, *(headings if len(headings) == 1 else ()), *titles)), "")
    site = metas.get("og:site_name", "")
    before, mark, after = title.rpartition(site) if site else ("", "", "")
    return before.rstrip(" |–—-·:") or title if mark and not after.strip() else title


def _line(text: str) -> str:
    return " ".join(cleaned(text).split())


# --- schema.org ---------------------------------------------------------------------------------

_Thing = Mapping[str, Any]


def _article(tree: HtmlElement, title: str) -> _Thing:
    """What is said of the page's text; of several articles that differ, the one of its title."""
    things = [thing for script in _scripts(tree) for thing in _things(script, 0)]
    for types in (ARTICLES, PAGES):
        found = [thing for thing in things if types & _types(thing) and "datePublished" in thing]
        named = [thing for thing in found if _line(_text(thing.get("headline"))) == title]
        for some in (named, found):
            if len({_text(thing["datePublished"])[:10] for thing in some}) == 1:
                return some[0]
    return {}


def _scripts(tree: HtmlElement) -> Iterator[object]:
    for script in tree.iter("script"):
        if script.get("type", "").split(";")[0].strip().lower() == "application/ld+json":
            try:
                yield json.loads(_WRAPPING.sub("", script.text or ""), strict=False)
            except (ValueError, RecursionError):
                continue


def _things(value: object, depth: int) -> Iterator[_Thing]:
    if depth > _MOST_DEPTH:
        return
    if isinstance(value, list):
        for one in value:
            yield from _things(one, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in _INNER:
            yield from _things(value.get(key), depth + 1)


def _types(thing: _Thing) -> frozenset[str]:
    told = thing.get("@type")
    some = told if isinstance(told, list) else [told]
    return frozenset(one.rpartition("/")[2] for one in some if isinstance(one, str))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


# --- elements -----------------------------------------------------------------------------------


def _marked(tree: HtmlElement, property: str) -> date | None:
    """The day of the first element that is marked as having this property, in microdata."""
    for element in tree.xpath("//body//*[@itemprop=$property]", property=property):
        day = day_of(element.get("datetime") or element.get("content") or element.text_content())
        if day is not None:
            return day
    return None


def _timed(tree: HtmlElement) -> date | None:
    """The day of the ``time`` that is marked as that of publication, or the only one told."""
    marked = tree.xpath("//time[@pubdate] | //time[contains(@class, 'publish')]")
    days = [day_of(time.get("datetime") or time.text_content()) for time in marked]
    first = next(filter(None, days), None)
    if first is not None:
        return first
    (article, *others) = tree.xpath("//article") or [tree]
    told = {day_of(time.get("datetime") or "") for time in article.iter("time")} - {None}
    return told.pop() if len(told) == 1 and not others else None
