"""A check as a page: its words are the document's, its marks the statements'; it stands alone."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

import pytest
from lxml.html import HtmlElement, document_fromstring

from summitry.model.claims import HowMany, Quote
from summitry.model.statements import Document, Silence, Statement
from summitry.telling.check import Checked, Judged
from summitry.telling.marked import as_html
from tests.telling.small_history import CHECKED

HOSTILE: Final = "<script>alert(1)</script> \"'&amp; {{ 7 * 7 }} </mark></style>"


def page(checked: Checked, *, most_evidence: int = 3) -> HtmlElement:
    return document_fromstring(as_html(checked, most_evidence=most_evidence))


def blocks(found: HtmlElement) -> list[str]:
    return [block.text_content() for block in found.find_class("said")]


def checked(text: str, *marked: str) -> Checked:
    """A check of a text in which some words are statements, with a finding that serves for all."""
    finding = CHECKED.statements[0].findings[0]
    judged = []
    for words in marked:
        start = text.index(words)
        quote = Quote(words, start, start + len(words))
        judged.append(Judged(Statement(quote, (finding.claim,)), (finding,)))
    return replace(
        CHECKED,
        document=Document(text=text, as_of=date(2025, 8, 16)),
        statements=tuple(judged),
    )


LAID: Final = {
    "a line": ("They met.", ["They met."]),
    "broken lines": ("They\nmet.\nThey left.", ["They\nmet.\nThey left."]),
    "paragraphs": ("They met.\n\n \nThey left.\n", ["They met.", "They left.\n"]),
    "headings": ("# A\n\n## B\n\nThey met.", ["# A", "## B", "They met."]),
    "a list": ("They met:\n- A.\n  B.\n2. C.", ["They met:", "- A.\n  B.", "2. C."]),
    "paragraphs of a line": (f"They met.\n{'a ' * 60}\nThey left.",
                             ["They met.", "a " * 60, "They left."]),
    "what looks like a page": (HOSTILE, [HOSTILE]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "found"), LAID.values(), ids=LAID)
def test_the_words_are_those_of_the_document(text: str, found: list[str]) -> None:
    assert blocks(page(checked(text))) == found


@pytest.mark.parametrize(("text", "_found"), LAID.values(), ids=LAID)
def test_every_statement_is_marked_where_it_is(text: str, _found: list[str]) -> None:
    words = text.strip().removeprefix("# A\n\n## ").split("\n")[0]
    (mark,) = page(checked(text, words)).iter("mark")
    assert mark.text_content() == words


def test_statements_are_marked_with_their_verdicts_in_words() -> None:
    found = page(CHECKED)
    marks = list(found.iter("mark"))
    assert [mark.text_content() for mark in marks] == [
        one.statement.quote.text for one in CHECKED.statements
    ]
    assert [mark.get("data-says") for mark in marks] == [
        "1 supported",
        "2 refuted",
        "3 not enough evidence",
    ]
    headings = [card.findtext(".//h2/a") for card in found.find_class("card")]
    assert headings == ["1. Supported", "2. Refuted", "3. Not enough evidence"]


def test_marks_and_cards_lead_to_each_other() -> None:
    found = page(CHECKED)
    there = {element.get("id") for element in found.iter() if element.get("id")}
    links = [link.get("href", "") for link in found.iter("a")]
    within = {link.removeprefix("#") for link in links if link.startswith("#")}
    assert within == there
    assert len(there) == 2 * len(CHECKED.statements)


def test_a_statement_over_two_blocks_is_marked_in_both_and_told_once() -> None:
    found = page(checked("One\n\ntwo.", "One\n\ntwo."))
    assert [mark.text_content() for mark in found.iter("mark")] == ["One", "two."]
    assert len(found.find_class("card")) == 1


def test_a_card_tells_what_the_verdict_rests_on() -> None:
    card = page(CHECKED).find_class("card")[1]
    told = " ".join(card.text_content().split())
    assert "Joe Biden and Vladimir Putin met in Helsinki on 16 June 2021." in told
    assert "Instead: " in told
    (source, *_) = (link for link in card.iter("a") if link.get("rel"))
    assert source.get("href", "").startswith("https://")


def test_no_more_rows_of_evidence_than_asked_for() -> None:
    assert not page(CHECKED, most_evidence=0).find_class("evidence")
    (rows, *_) = page(CHECKED, most_evidence=1).find_class("evidence")
    assert "and one more" in rows.text_content()


def test_nothing_of_the_document_or_the_record_is_markup() -> None:
    judged = CHECKED.statements[0]
    (finding, *_) = judged.findings
    assert isinstance(finding.claim, HowMany)
    source = next(iter(CHECKED.sources.values()))
    hostile = replace(
        checked(HOSTILE, HOSTILE),
        sources={
            id: replace(source, id=id, title=HOSTILE, url=f"javascript:{HOSTILE}")
            for id in CHECKED.sources
        },
        basis=replace(CHECKED.basis, title=HOSTILE),
    )
    hostile = replace(hostile, document=replace(hostile.document, title=HOSTILE))
    html = as_html(hostile)
    assert "<script" not in html
    assert "javascript:" not in html
    assert "49" not in html
    found = document_fromstring(html)
    assert found.findtext(".//h1") == HOSTILE
    assert HOSTILE in "".join(one.text_content() for one in found.find_class("sources"))


def test_the_page_loads_nothing() -> None:
    html = as_html(CHECKED)
    assert re.findall(r"\bsrc=|srcset|@import|url\(", html) == []
    assert [element.tag for element in document_fromstring(html).iter("link", "script")] == []
    assert "default-src 'none'" in html


def test_the_days_are_told() -> None:
    document = replace(CHECKED.document, published=date(2018, 7, 16))
    (about,) = page(replace(CHECKED, document=document)).find_class("about")
    told = " ".join(about.text_content().split())
    assert "Published on 16 July 2018." in told
    assert "Judged as of 16 August 2025, by A test record, version 1.2 (12 events)." in told
    assert "Published" not in page(CHECKED).find_class("about")[0].text_content()


def test_a_document_without_statements_says_so() -> None:
    (about,) = page(checked("They met.")).find_class("about")
    assert "No statements." in about.text_content()


# --- colours --------------------------------------------------------------------------------------

TONES: Final = ("supported", "refuted", "conflicting_evidence", "not_enough_evidence")


def brightness(colour: str) -> float:
    """The relative luminance of WCAG 2."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted(map(brightness, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def test_everything_can_be_read_by_light_and_in_the_dark() -> None:
    schemes = re.findall(r":root \{(.+?)\}", as_html(CHECKED), flags=re.DOTALL)
    assert len(schemes) == 2
    for scheme in schemes:
        colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", scheme))
        pairs = [("ink", "page"), ("ink", "card"), ("soft", "page"), ("soft", "card")]
        pairs += [(tone, ground) for tone in TONES for ground in ("card", f"{tone}-back")]
        pairs += [("ink", f"{tone}-back") for tone in TONES]
        weak = [pair for pair in pairs if contrast(*(colours[name] for name in pair)) < 4.5]
        assert weak == []


def test_a_sentence_that_was_not_read_is_marked_and_says_why_if_asked() -> None:
    text = "They met. They may meet again."
    quote = Quote("They may meet again.", 10, 30)
    one = replace(checked(text, "They met."), silences=(Silence(quote, "a question"),))
    found = document_fromstring(as_html(one, unread=True))
    assert blocks(found) == [text]
    (mark,) = found.find_class("unread")[:1]
    assert mark.text_content() == quote.text
    (card,) = [aside for aside in found.iter("aside") if "unread" in aside.get("class", "")]
    assert card.get("id") == "card-unread-1"
    assert "It asks something and claims nothing." in card.text_content()
    assert document_fromstring(as_html(one)).find_class("unread") == []
