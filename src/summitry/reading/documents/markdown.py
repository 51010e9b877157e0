"""Markdown: its blocks, without the marks. The one file that knows the library for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from summitry.model.statements import DocumentType
from summitry.reading.documents.blocks import CELLS, Block, BlockKind, cleaned, lay
from summitry.reading.documents.days import day_of
from summitry.reading.documents.extracted import Extracted

_FRONT: Final = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*$", re.DOTALL | re.MULTILINE)
_ENTRY: Final = re.compile(r"^(\w[\w -]*?)[ \t]*:[ \t]*(.+?)[ \t]*$", re.MULTILINE)
_FOOTNOTE: Final = re.compile(r"\[\^[^\]\s]+\](:?)")
_NOTE_MARK: Final = re.compile(r"\^.*|\d{1,3}")

TITLES: Final = ("title", "headline")
PUBLISHED: Final = ("published", "date", "pubdate", "publishdate", "datepublished")
MODIFIED: Final = ("modified", "updated", "lastmod", "datemodified")
"""The entries of a front matter, in lower case and without the signs in them."""

_STRUCK: Final = {"s_open": 1, "s_close": -1}


def read_markdown(text: str) -> Extracted:
    """The text that a Markdown document shows, by CommonMark with tables.

    Title and days are those of its front matter; else the title is its first heading of level one.
    Code, pictures, HTML, struck words and footnotes are left out.
    """
    entries = _entries(text)
    blocks = list(_blocks(_parser().parse(_FRONT.sub("", text))))
    first = next((cleaned(one.text) for one in blocks if one.level == 1), "")
    return Extracted(
        type=DocumentType.MARKDOWN,
        text=lay(blocks),
        title=_entry(entries, TITLES) or first,
        published=day_of(_entry(entries, PUBLISHED)),
        modified=day_of(_entry(entries, MODIFIED)),
    )


@cache
def _parser() -> MarkdownIt:
    # Labels tell a note's mark, "[1]", from a link that has these words.
    return MarkdownIt("commonmark", {"store_labels": True}).enable(["table", "strikethrough"])


def _entries(text: str) -> dict[str, str]:
    front = _FRONT.match(text)
    found = () if front is None else _ENTRY.findall(front[1])
    return {re.sub(r"\W|_", "", key).lower(): value.strip("\"'") for key, value in found}


def _entry(entries: dict[str, str], keys: Iterable[str]) -> str:
    return next((entries[key] for key in keys if key in entries), "")


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    item: Token | None = None
    cells: list[str] = []
    for opening, token in zip((None, *tokens), tokens, strict=False):
        match token.type:
            case "list_item_open":
                item = token
            case "list_item_close":
                item = None
            case "tr_open":
                cells = []
            case "tr_close":
                yield Block(BlockKind.ROW, CELLS.join(filter(None, map(cleaned, cells))))
            case "inline" if opening is not None:
                words = "".join(_words(token.children or ()))
                footnote = _FOOTNOTE.match(words)
                words = _FOOTNOTE.sub("", words)
                if opening.type in {"th_open", "td_open"}:
                    cells.append(words)
                elif opening.type == "heading_open":
                    yield Block(BlockKind.HEADING, words, level=int(opening.tag[1]))
                elif footnote is None or not footnote[1]:
                    yield _paragraph(words, item)
                    item = None


def _paragraph(words: str, item: Token | None) -> Block:
    """A paragraph; the first of an item of a list is the item."""
    if item is None:
        return Block(BlockKind.PARAGRAPH, words)
    number = int(item.info) if item.info else None
    return Block(BlockKind.ITEM, words, number=number)


def _words(children: Sequence[Token]) -> Iterator[str]:
    """The words of a line, without what is struck out and without the marks of notes."""
    struck = 0
    note = False
    for n, token in enumerate(children):
        struck += _STRUCK.get(token.type, 0)
        if token.type == "link_open":
            note = _is_note(token, children[n + 1])
        elif token.type == "link_close":
            note = False
        elif not (struck or note):
            yield _shown(token)


def _is_note(link: Token, inside: Token) -> bool:
    label = link.meta.get("label")
    return label == inside.content.upper() and _NOTE_MARK.fullmatch(label) is not None


def _shown(token: Token) -> str:
    match token.type:
        case "text" | "code_inline":
            return token.content
        case "softbreak":
            return " "
        case "hardbreak":
            return "\n"
        case "html_inline" if re.fullmatch(r"<br\s*/?>", token.content):
            return "\n"
        case _:
            return ""
