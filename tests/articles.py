"""One article in every type of document, as people come by it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from html import escape
from typing import Final

from fpdf import FPDF

TITLE: Final = "Before the summit: how often the two sides met"
PUBLISHED: Final = "2025-08-16"

LEAD: Final = (
    "Vladimir Putin and Donald Trump met in Helsinki on 16 July 2018. It was a long day, and the"
    " two sides had prepared for it for months without much hope of an agreement."
)
TALKS: Final = (
    "They met in Geneva on June 16, 2021. The weather was fine, and the villa by the"
    " lake, an eighteenth-century house, was well guarded by the Swiss."
)
# The sections under the title: a heading, its paragraphs, and the items of its list.
SECTIONS: Final = (
    ("", (LEAD,), ()),
    (
        "Vladimir Putin and Joe Biden",
        (TALKS, "Joe Biden and Vladimir Putin met in Helsinki on 16 June 2021."),
        (
            "Joe Biden and Vladimir Putin spoke by phone on 30 December 2021.",
            "Vladimir Putin and Joe Biden met in Moscow in June 2022.",
        ),
    ),
    (
        "Vladimir Putin and George W. Bush",
        ("They met in Ljubljana on 16 June 2001. They met in Crawford in November 2001.",),
        (),
    ),
)

VERDICTS: Final = (
    "supported",
    "supported",
    "refuted",
    "supported",
    "refuted",
    "supported",
    "supported",
)
"""Those of its statements by the bundled record, in their order."""


def as_text() -> bytes:
    """As a colleague's mail has it."""
    parts = [TITLE]
    for heading, paragraphs, items in SECTIONS:
        listed = ["\n".join(f"• {item}" for item in items)] if items else []
        parts += [*([heading] if heading else []), *paragraphs, *listed]
    return "\n\n".join(parts).encode()


def as_markdown() -> bytes:
    """With marks, a front matter, links, a note and some code."""
    parts = [f"---\ntitle: {TITLE}\ndate: {PUBLISHED}\n---", f"# {TITLE}"]
    for heading, paragraphs, items in SECTIONS:
        said = [one.replace("Vladimir Putin", "[Vladimir Putin](/putin)") for one in paragraphs]
        listed = ["\n".join(f"* **{item}**" for item in items)] if items else []
        parts += [*([f"## {heading}"] if heading else []), *said, *listed]
    code = '```python\nprint("Biden and Putin met in Paris in 2022.")\n```'
    return "\n\n".join((*parts, code)).encode()


def as_html() -> bytes:
    """As a newsroom sets it: among menus, a banner, other stories and a footer."""
    about = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "Organization", "name": "The Daily Ledger"},
            {"@type": "NewsArticle", "headline": TITLE, "datePublished": f"{PUBLISHED}T06:30:00Z"},
        ],
    }
    body = "".join(
        (f"<h2>{escape(heading)}</h2>" if heading else "")
        + "".join(f"<p>{escape(one)}</p>" for one in paragraphs)
        + (f"<ul>{''.join(f'<li>{escape(one)}</li>' for one in items)}</ul>" if items else "")
        for heading, paragraphs, items in SECTIONS
    )
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{escape(TITLE)} | The Daily Ledger</title>
<meta property="og:site_name" content="The Daily Ledger">
<meta property="og:title" content="{escape(TITLE)}">
<script type="application/ld+json">{json.dumps(about)}</script>
<style>p {{ color: black }}</style></head>
<body><a href="#main">Skip to content</a>
<header><nav><ul><li><a href="/">Home</a></li>
<li><a href="/w">Biden and Putin met in Rome in 2023</a></li></ul></nav></header>
<div id="cookie-banner" role="dialog"><p>We use cookies. Putin met Biden in Oslo in 2022.</p>
<button>Accept</button></div>
<main id="main"><article><h1>{escape(TITLE)}</h1>
<p class="byline">By A. Writer, <time datetime="{PUBLISHED}">16 August</time></p>
{body}
<aside><h3>Related stories</h3><ul><li>Putin and Biden met in Bonn in 2022.</li></ul></aside>
</article><section class="most-read"><h2>Most read</h2>
<ol><li><a href="/a">Trump and Putin met in Paris in 2018</a></li></ol></section></main>
<footer><p>© The Daily Ledger. Biden met Putin in Kyiv in 2023.</p></footer>
<script>say("Putin met Biden in Vienna in 2022.")</script></body></html>""".encode()


class _Paper(FPDF):
    """Pages with a head and a number."""

    def header(self) -> None:
        self.set_font("helvetica", size=8)
        self.cell(0, 8, "The Daily Ledger", align="C", new_x="LMARGIN", new_y="NEXT")
        self.ln(4)

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("helvetica", size=8)
        self.cell(0, 8, f"Page {self.page_no()}", align="C")


def as_pdf() -> bytes:
    """Printed on small pages, so that it goes on from one to the next."""
    paper = _Paper(format=(120, 130))
    paper.set_title(TITLE)
    paper.add_page()

    def put(text: str, *, size: float, bold: bool = False, after: float = 3) -> None:
        paper.set_font("helvetica", "B" if bold else "", size)
        paper.multi_cell(0, size / 2, text, new_x="LMARGIN", new_y="NEXT")
        paper.ln(after)

    put(TITLE, size=16, bold=True)
    for heading, paragraphs, items in SECTIONS:
        if heading:
            put(heading, size=12, bold=True, after=1)
        for paragraph in paragraphs:
            put(paragraph, size=10)
        for item in items:
            put(f"- {item}", size=10, after=1)
    return bytes(paper.output())


ARTICLES: Final[Mapping[str, Callable[[], bytes]]] = {
    ".txt": as_text,
    ".md": as_markdown,
    ".html": as_html,
    ".pdf": as_pdf,
}
"""How the article is made, by the end of its file's name."""
