from __future__ import annotations

import json
from datetime import date
from typing import Final

import pytest
from lxml.html import document_fromstring

from summitry.reading.documents.metadata import Metadata, metadata

DAY: Final = date(2025, 8, 16)
OTHER: Final = date(2018, 7, 16)


def told(head: str, body: str = "") -> Metadata:
    return metadata(document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>"))


def meta(name: str, content: str, attribute: str = "property") -> str:
    return f'<meta {attribute}="{name}" content="{content}">'


def ld(*things: object) -> str:
    return "".join(
        f'<script type="application/ld+json">{json.dumps(thing)}</script>' for thing in things
    )


def story(day: str = "2025-08-16", type: str = "NewsArticle", **more: str) -> dict[str, str]:
    return {"@type": type, "datePublished": day, **more}


OTHERS: Final = story("2018-07-16", headline="Another")

PUBLISHED: Final = {
    "nothing": ("", "", None),
    "schema.org": (ld(story("2025-08-16T06:30:00Z")), "", DAY),
    "in a graph": (ld({"@graph": [{"@type": "Organization"}, story()]}), "", DAY),
    "in a list": (ld([{"@type": "BreadcrumbList"}, story()]), "", DAY),
    "as the main entity": (ld({"@type": "WebPage", "mainEntity": story()}), "", DAY),
    "of several types": (ld({"@type": ["Article", "X"], "datePublished": "2025-08-16"}), "", DAY),
    "of a type's address": (ld(story(type="http://schema.org/NewsArticle")), "", DAY),
    "of the page": (ld(story(type="WebPage")), "", DAY),
    "an article before its page": (ld(story("2018-07-16", "WebPage"), story()), "", DAY),
    "the article of the title": (
        "<title>A</title>" + ld(OTHERS, story(headline="A")), "", DAY,
    ),
    "articles that differ": (ld(OTHERS, story(headline="B")), "", None),
    "articles that differ, and a meta": (
        ld(OTHERS, story(headline="B")) + meta("article:published_time", "2025-08-16"), "", DAY,
    ),
    "articles that agree": (ld(story(headline="A"), story(headline="B")), "", DAY),
    "other things": (ld(story("2018-07-16", "VideoObject")), "", None),
    "items of a list": (ld({"@type": "ItemList", "itemListElement": [OTHERS]}), "", None),
    "no JSON": ('<script type="application/ld+json">{"@type": </script>', "", None),
    "JSON in comments": (ld(story()).replace('">', '"><!--').replace("</", "--></"), "", DAY),
    "JSON in CDATA": (ld(story()).replace('">', '"><![CDATA[').replace("</", "]]></"), "", DAY),
    "no string": (ld({"@type": "Article", "datePublished": 20250816}), "", None),
    "a day that is none": (ld(story("soon")), "", None),
    "Open Graph": (meta("article:published_time", "2025-08-16T06:30:00-04:00"), "", DAY),
    "schema.org before Open Graph": (
        ld(story()) + meta("article:published_time", "2018-07-16"), "", DAY,
    ),
    "by a name": (meta("parsely-pub-date", "2025-08-16T06:30:00Z", "name"), "", DAY),
    "in capitals": (meta("DC.Date.Issued", "2025-08-16", "name"), "", DAY),
    "as an item's property": (meta("datePublished", "2025-08-16", "itemprop"), "", DAY),
    "the better of two names": (
        meta("date", "2018-07-16", "name") + meta("article:published_time", "2025-08-16"), "", DAY,
    ),
    "a name that tells nothing": (
        meta("article:published_time", "") + meta("date", "August 16, 2025", "name"), "", DAY,
    ),
    "another name": (meta("expires", "2025-08-16", "name"), "", None),
    "microdata": ("", '<p itemprop="datePublished" content="2025-08-16">today</p>', DAY),
    "microdata in words": ("", '<p itemprop="datePublished">August 16, 2025</p>', DAY),
    "a time of publication": (
        "", '<time datetime="2018-07-16">then</time><time pubdate datetime="2025-08-16">x</time>',
        DAY,
    ),
    "a time by its class": ("", '<time class="is-published">August 16, 2025</time>', DAY),
    "the only time of the article": (
        "",
        '<time datetime="2018-07-16"></time><article><time datetime="2025-08-16"></time></article>',
        DAY,
    ),
    "the only time of the page": ("", '<p><time datetime="2025-08-16T06:30Z">today</time>', DAY),
    "times that differ": (
        "", '<article><time datetime="2018-07-16"></time><time datetime="2025-08-16"></time>', None,
    ),
    "times of several articles": (
        "", '<article><time datetime="2025-08-16"></time></article><article></article>', None,
    ),
    "a time in words": ("", "<article><time>August 16, 2025</time></article>", None),
    "the text itself": ("", "<article><p>On August 16, 2025, they met.</p></article>", None),
    "a copyright": ("", "<footer>© 2025 The Daily Ledger, 16 August 2025</footer>", None),
}  # fmt: skip


@pytest.mark.parametrize(("head", "body", "day"), PUBLISHED.values(), ids=PUBLISHED)
def test_the_day_of_publication_is_what_the_page_says_of_itself(
    head: str, body: str, day: date | None
) -> None:
    assert told(head, body).published == day


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (ld(story("2018-07-16", dateModified="2025-08-16")), ""),
        (meta("article:modified_time", "2025-08-16T06:30:00Z"), ""),
        (meta("last-modified", "2025-08-16", "name"), ""),
        ("", '<time itemprop="dateModified" datetime="2025-08-16"></time>'),
    ],
)
def test_the_day_of_the_last_change_is_told_too(head: str, body: str) -> None:
    assert told(head, body).modified == DAY


SITE: Final = meta("og:site_name", "The Ledger")

TITLES: Final = {
    "nothing": ("", "", ""),
    "the page's": ("<title>A\n title</title>", "", "A title"),
    "the heading's": ("<title>A title | Ledger</title>", "<h1>A <b>title</b></h1>", "A title"),
    "several headings": ("<title>A title</title>", "<h1>B</h1><h1>C</h1>", "A title"),
    "Open Graph's": ("<title>B</title>" + meta("og:title", "A title"), "<h1>C</h1>", "A title"),
    "the article's": (ld(story(headline="A title")), "", "A title"),
    "with the site": (SITE + meta("og:title", "A title | The Ledger"), "", "A title"),
    "with the site after a dash": (SITE + "<title>A title – The Ledger</title>", "", "A title"),
    "about the site": (SITE + meta("og:title", "The Ledger wins"), "", "The Ledger wins"),
    "the site alone": (SITE + meta("og:title", "The Ledger"), "", "The Ledger"),
    "of a picture in the page": (
        "<title>A title</title>",
        "<svg><title>B</title></svg>",
        "A title",
    ),
}


@pytest.mark.parametrize(("head", "body", "title"), TITLES.values(), ids=TITLES)
def test_the_title_is_without_the_name_of_the_site(head: str, body: str, title: str) -> None:
    assert told(head, body).title == title
