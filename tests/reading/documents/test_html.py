from __future__ import annotations

import time
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summitry.model.problems import InputError
from summitry.reading.documents import html
from summitry.reading.documents.extracted import Extracted

LONG: Final = (
    "Joe Biden and Vladimir Putin met in Geneva on 16 June 2021, in a villa by the lake, and spoke"
    " for three hours and a half about arms, attacks through the network, and prisoners."
)


def read_html(page: str) -> Extracted:
    return html.read_html(page, name="a.html")


def text(body: str) -> str:
    return read_html(f"<!doctype html><html><body>{body}</body></html>").text


def article(inside: str) -> str:
    return text(f"<nav>Home</nav><article><h1>A title</h1><p>{LONG}</p>{inside}</article>")


ROWS: Final = "<tr><th>When</th><th>Where</th></tr><tr><td>2021</td><td>Geneva</td></tr>"

# What stands in an article after a heading and a paragraph, and the blocks that it is read as.
SHOWN: Final = {
    "a paragraph": ("<p>They met.</p>", "They met."),
    "words as they run": ("<p>They\n  <b>met</b>&nbsp;<i>on</i>ce.</p>", "They met once."),
    "a heading": ("<h3>Biden &amp; Putin</h3><p>They met.</p>", "### Biden & Putin\n\nThey met."),
    "a list": ("<ul><li>They met.</li><li>They left.</li></ul>", "- They met.\n- They left."),
    "a numbered list": ("<ol><li><p>They met.</p></li><li>They left.</li></ol>",
                        "1. They met.\n2. They left."),
    "parts of items": ("<ol><li><div>July</div><div><p>They met.</p><p>Lima</p></div></li></ol>",
                       "1. July\nThey met.\nLima"),
    "a table": (f"<table>{ROWS}</table>", "When; Where.\n\n2021; Geneva."),
    "a caption of a table": (f"<table><caption>All of them</caption>{ROWS}</table>",
                             "All of them.\n\nWhen; Where.\n\n2021; Geneva."),
    "a caption": ("<figure><img src=a><figcaption>Biden in Geneva</figcaption></figure>",
                  "Biden in Geneva."),
    "a caption of old": ('<div><p class="wp-caption-text">Biden in Geneva</p></div>',
                         "Biden in Geneva."),
    "lines": ("<p>They met.<br>They left.</p>", "They met.\nThey left."),
    "set lines": ("<pre>They met\nonce.\n\nThey left.</pre>", "They met\nonce.\n\nThey left."),
    "a quotation": ("<blockquote><p>“They met.”</p></blockquote>", "“They met.”"),
    "a mark of a note": ('<p>They met.<sup><a href="#n1">[1]</a></sup> They left.</p>',
                         "They met. They left."),
    "a soft hyphen": ("<p>They had a sum&shy;mit.</p>", "They had a summit."),
    "control signs": ("<p>They\x01 m&#1;et.</p>", "They met."),
}  # fmt: skip


@pytest.mark.parametrize(("inside", "blocks"), SHOWN.values(), ids=SHOWN)
def test_blocks_are_kept_apart(inside: str, blocks: str) -> None:
    assert article(inside) == f"# A title\n\n{LONG}\n\n{blocks}\n"


# What is no part of an article's text, wherever it stands.
FURNITURE: Final = {
    "a menu": "<nav><ul><li>Biden met Putin</li></ul></nav>",
    "an aside": "<aside><p>Biden met Putin.</p></aside>",
    "a footer": "<footer><p>Biden met Putin.</p></footer>",
    "a script": "<script>Biden met Putin</script>",
    "a style": "<style>Biden {met: Putin}</style>",
    "a frame": "<iframe>Biden met Putin</iframe>",
    "a dialog": '<div role="dialog"><p>Biden met Putin.</p></div>',
    "a banner": '<div role="banner"><p>Biden met Putin.</p></div>',
    "what asks for consent": '<div class="cookie-consent"><p>Biden met Putin.</p></div>',
    "what asks by another name": '<div id="onetrust-x"><p>Biden met Putin.</p></div>',
    "what is hidden": "<p hidden>Biden met Putin.</p>",
    "what is styled away": '<p style="color:red; display: none">Biden met Putin.</p>',
    "what is struck out": "<p><del>Biden met Putin.</del></p>",
    "code": "<pre><code>met(biden, putin)</code></pre>",
    "a remark": "<!-- Biden met Putin. -->",
    "links to edit": '<p><span class="mw-editsection">[Biden met Putin]</span></p>',
}


@pytest.mark.parametrize("furniture", FURNITURE.values(), ids=FURNITURE)
def test_furniture_is_removed(furniture: str) -> None:
    after = "<p>They left together, later than anyone had thought that they would on that day.</p>"
    found = article(f"{furniture}{after}")
    assert "Putin" in found, "the text itself speaks of him"
    assert "met Putin" not in found
    assert "(biden" not in found
    assert "They left together" in found


# Pages that don't say where their text is.
PLAIN: Final = {
    "no article": f"<h1>A title</h1><p>{LONG}</p><h2>B</h2><ul><li>They met.</li></ul>",
    "boxes": f"<div><div><h1>A title</h1><p>{LONG}</p><h2>B</h2><ul><li>They met.</li></ul></div>"
    "</div><div>© 2021</div>",
    "a short text": "<h1>A title</h1><p>They met.</p>",
    "a short text among much": "<nav>"
    + "<a>Home</a> " * 99
    + "</nav><article><h1>A title</h1><p>They met.</p></article><footer>© 2021</footer>",
    "remarks": "<!-- a --><?b c?><h1>A title</h1><!-- d --><p>They met.</p>",
    "words in no element": "<h1>A title</h1>They met.",
    "only a list": "<h1>A title</h1><ul><li>They met.</li></ul>",
    "only a table": "<h1>A title</h1><table><tr><td>They met.</td></tr></table>",
}


@pytest.mark.parametrize("body", PLAIN.values(), ids=PLAIN)
def test_a_page_that_marks_no_article_has_a_text_all_the_same(body: str) -> None:
    found = text(body)
    assert found.startswith("# A title\n")
    assert "They met." in found
    assert "Home" not in found
    assert "## B" in found or "<h2>" not in body


def test_what_begins_hidden_and_is_the_page_stays() -> None:
    assert LONG in text(f'<div style="display:none"><h1>A title</h1><p>{LONG}</p></div>')
    assert LONG in text(f'<div class="cookie-wall"><article><p>{LONG}</p></article></div>')


def test_a_heading_outside_the_main_text_is_its_heading() -> None:
    found = text(f"<header><h1>A title</h1></header><article><p>{LONG}</p><p>B.</p></article>")
    assert found == f"# A title\n\n{LONG}\n\nB.\n"


def test_cells_that_are_laid_out_like_a_page_are_no_row() -> None:
    found = text(f"<table><tr><td><p>{LONG}</p><p>They met.</p></td><td>Menu</td></tr></table>")
    assert f"{LONG}\n\nThey met." in found


HOSTILE: Final = {
    "deep": "<div>" * 50_000 + "They met." + "</div>" * 50_000,
    "deep in words": "<p>" + "<b>" * 50_000 + "They met.",
    "deep lists": "<ul><li>" * 5_000 + "They met.",
    "deep tables": "<table><tr><td>" * 2_000 + "They met.",
    "many attributes": f"<p {'a=b ' * 100_000}>They met.",
    "many elements": "<i></i>" * 40_000 + "They met.",
    "no end": "<article><p>They met.<!-- ",
    "nothing": "",
    "no page": "\ufffd" * 1000,
    "deep metadata": f'<script type="application/ld+json">{"[" * 100_000}</script><p>They met.',
}


@pytest.mark.parametrize("page", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_page_is_read_or_is_empty(page: str) -> None:
    before = time.monotonic()
    assert isinstance(read_html(page).text, str)
    assert time.monotonic() - before < 20


def test_a_page_of_more_elements_than_can_be_read_in_time_is_refused() -> None:
    with pytest.raises(
        InputError, match=r'"a\.html" is too long \(expected at most 50000 elements'
    ):
        read_html("<p>a" * html.MOST_ELEMENTS)


TAGS: Final = (
    "p", "div", "article", "h1", "h2", "ul", "li", "table", "tr", "td", "br", "pre", "nav", "b",
    "figure", "figcaption", "caption", "blockquote", "sup", "section", "main", "dl", "dt", "a",
)  # fmt: skip
PIECES: Final = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
    st.sampled_from([LONG, " They met. ", "\n", "&nbsp;", "<a href='#x'>1</a>", "<p hidden>"]),
)


@settings(max_examples=50)
@given(st.lists(PIECES, max_size=30))
def test_any_page_is_read(pieces: list[str]) -> None:
    found = read_html("".join(pieces)).text
    assert "<" not in found
    assert found == found.lstrip()
