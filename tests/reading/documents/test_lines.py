from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import pytest

from summitry.reading.documents.blocks import Block, BlockKind
from summitry.reading.documents.lines import Line, blocks_of

HEADING, PARAGRAPH, ITEM, _ = BlockKind
WIDTH: Final = 40


def printed(*rows: str, leading: float = 12, size: float = 10) -> list[Line]:
    """Lines one beneath the other; "" leaves a line free, and blanks before a text set it in.

    What begins with # is set larger, and what begins with ! bold.
    """
    lines = []
    for number, row in enumerate(rows):
        text = row.lstrip(" #!")
        lines.append(
            Line(
                text=text,
                x=50 + 5 * (len(row) - len(row.lstrip(" "))),
                y=700 - number * leading,
                size=size * (1.5 if row.startswith("#") else 1),
                bold=row.startswith("!"),
            )
        )
    return [line for line in lines if line.text]


def texts(*pages: Iterable[Line]) -> list[str]:
    return [block.text for block in blocks_of([list(page) for page in pages])]


PAGE: Final = (
    "The two presidents met in Geneva in June",
    "of that year, in a villa by the lake, to",
    "speak of arms. They met only once.",
)
WHOLE: Final = " ".join(PAGE)

JOINED: Final = {
    "a paragraph": (PAGE, [WHOLE]),
    "two paragraphs": ((*PAGE, "", *PAGE), [WHOLE, WHOLE]),
    "two paragraphs without a gap": ((*PAGE, *PAGE), [WHOLE, WHOLE]),
    "paragraphs set in": (("   " + PAGE[0], *PAGE[1:], "   " + PAGE[0], *PAGE[1:]), [WHOLE, WHOLE]),
    "short lines": (("Geneva", "Helsinki", *PAGE), ["Geneva", "Helsinki", WHOLE]),
    "a line that breaks off": (("Bush and Putin", "met in Crawford.", *PAGE),
                               ["Bush and Putin met in Crawford.", WHOLE]),
    "a list": (("• They met in Geneva, in a villa by the", "   lake.", "• They left.", "", *PAGE),
               ["They met in Geneva, in a villa by the lake.", "They left.", WHOLE]),
    "a list without a gap after it": (("  • They met in the villa by the lake at", *PAGE),
                                      ["They met in the villa by the lake at", WHOLE]),
    "headings": (("# Summits of Two Presidents of Two", "# Countries", *PAGE, "! Geneva", *PAGE),
                 ["Summits of Two Presidents of Two Countries", WHOLE, "Geneva", WHOLE]),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "found"), JOINED.values(), ids=JOINED)
def test_broken_lines_are_joined_and_others_are_not(
    rows: tuple[str, ...], found: list[str]
) -> None:
    assert texts(printed(*rows)) == found


def test_lines_far_apart_are_joined_where_all_are() -> None:
    assert texts(printed(*PAGE, leading=24)) == [WHOLE]


def test_blocks_are_what_they_are_set_as() -> None:
    rows = ("# Title", "! Geneva", *PAGE, "", "3. They met.", "- They left.")
    assert blocks_of([printed(*rows)]) == (
        Block(HEADING, "Title", level=1),
        Block(HEADING, "Geneva", level=2),
        Block(PARAGRAPH, WHOLE),
        Block(ITEM, "They met.", number=3),
        Block(ITEM, "They left."),
    )


def test_a_text_that_is_bold_throughout_has_no_headings() -> None:
    (block,) = blocks_of([printed(*(f"! {row}" for row in PAGE))])
    assert block.kind is PARAGRAPH


def test_a_long_paragraph_that_stands_out_is_no_heading() -> None:
    lead = ["! " + row for row in PAGE[:2] * 3]
    first, *_ = blocks_of([printed(*lead, "", *PAGE * 4)])
    assert first.kind is PARAGRAPH


BROKEN: Final = {
    "a word": ("They spoke of arms and of the agree-", "ments of old.", "the agreements of old."),
    "by a sign of its own": ("They spoke of arms and of the agree\u00ad", "ments.", "agreements."),
    "a compound": ("It was the second meeting face-to-", "face this year.", "face-to-face this"),
    "by its beginning": ("It was the second, a mere pull-", "aside in Hanoi.", "pull-aside in"),
    "by a capital": ("It was the first of all Soviet-", "American talks.", "all Soviet-American"),
    "by a number": ("It lasted, as they said, a full 90-", "minute hour.", "a full 90-minute hour"),
    "of the text": ("A sit-in. They spoke of that sit-", "in.", "of that sit-in."),
    "no word": ("They met for the first time that day –", "and left.", "that day – and left."),
}  # fmt: skip


@pytest.mark.parametrize(("row", "following", "whole"), BROKEN.values(), ids=BROKEN)
def test_a_broken_word_is_made_whole(row: str, following: str, whole: str) -> None:
    (found,) = texts(printed(row, following))
    assert whole in found


# --- from page to page ----------------------------------------------------------------------------


def test_a_paragraph_goes_on_over_the_page() -> None:
    assert texts(printed(*PAGE[:2]), printed(PAGE[2])) == [WHOLE]
    assert texts(printed(*PAGE), printed(*OTHER_PAGES[0])) == [WHOLE, OTHER_WHOLES[0]]


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    column = printed(*PAGE[:2])
    following = [Line(text=PAGE[2], x=300, y=700, size=10)]
    assert texts([*column, *following]) == [WHOLE]


OTHER_PAGES: Final = tuple(
    (f"Of the {nth} talk it is known that he was", "late, and that it was all about", f"{what}.")
    for nth, what in (
        ("third", "arms"), ("fourth", "trade"), ("fifth", "gas"),
        ("sixth", "grain"), ("last", "peace"), ("first", "nothing"),
    )
)  # fmt: skip
OTHER_WHOLES: Final = [" ".join(rows) for rows in OTHER_PAGES]


def page(number: int, *rows: str, head: str = "The Daily Ledger", foot: str = "{}") -> list[Line]:
    return [
        Line(text=head.format(number), x=50, y=780, size=8),
        *printed(*rows),
        Line(text=foot.format(number), x=300, y=30, size=8),
    ]


@pytest.mark.parametrize("pages", [2, 3, 6])
@pytest.mark.parametrize("foot", ["{}", "Page {}", "– {} –", "Page {} of 9", "{}/9"])
def test_heads_and_numbers_of_pages_are_left_out(pages: int, foot: str) -> None:
    found = texts(*(page(n, *rows, foot=foot) for n, rows in enumerate(OTHER_PAGES[:pages], 1)))
    assert found == OTHER_WHOLES[:pages]


def test_heads_with_the_pages_number_are_left_out() -> None:
    head = "Summits {} The Daily Ledger"
    assert texts(*(page(n, *rows, head=head) for n, rows in enumerate(OTHER_PAGES))) == OTHER_WHOLES


def test_a_head_is_no_head_on_one_page_alone() -> None:
    assert texts(page(1, *PAGE, foot="A foot")) == ["The Daily Ledger", WHOLE, "A foot"]


def test_what_is_repeated_within_a_page_stays() -> None:
    pages = [printed(*PAGE, "", "Geneva", "", *PAGE, "", *PAGE) for _ in range(3)]
    assert texts(*pages).count("Geneva") == 3


def test_a_year_is_no_pages_number() -> None:
    assert texts(printed("2021", "", *PAGE)) == ["2021", WHOLE]


@pytest.mark.parametrize("pages", [[], [[]], [printed(" "), []], [printed("7")]])
def test_what_has_no_words_has_no_blocks(pages: list[list[Line]]) -> None:
    assert blocks_of(pages) == ()
