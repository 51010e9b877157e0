"""Blocks of a document, laid out as the plain text that sentences are found in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class BlockKind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a document that stands by itself. A newline in ``text`` is a line's end.

    ``level``: of a heading, 1 to 6. ``number``: of an item in an ordered list, from 0; else None.
    """

    kind: BlockKind
    text: str
    level: int = 0
    number: int | None = None


CELLS: Final = "; "
"""What stands between the cells of a row: each is read for itself."""

_BLANKS: Final = re.compile(r"[^\S\n]+")
_LINE_END: Final = re.compile(r" ?\n[ \n]*")
_FEED: Final = re.compile(r"[\x0b\x0c\x1c-\x1f\x85]")
_UNSEEN: Final = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u2060\ud800-\udfff\ufeff\ufffe\uffff]"
)
_CLOSED: Final = re.compile(r"[.!?…;,][\"”’')\]]*$")


def lay(blocks: Iterable[Block]) -> str:
    """The text of the blocks that have any, parted by blank lines; items of lists by lines."""
    laid: list[str] = []
    before: BlockKind | None = None
    for block in blocks:
        text = cleaned(block.text)
        if not text:
            continue
        if laid:
            laid.append("\n" if block.kind is before is BlockKind.ITEM else "\n\n")
        laid.append(_marked(block, text))
        before = block.kind
    return "".join((*laid, "\n")) if laid else ""


def cleaned(text: str) -> str:
    """The text with one blank for any number of them, and without signs that nobody sees."""
    composed = unicodedata.normalize("NFC", seen(text))
    return _LINE_END.sub("\n", _BLANKS.sub(" ", composed)).strip()


def seen(text: str) -> str:
    """The text without signs that nobody sees, control characters and those of no width.

    What feeds a printer's paper is a blank.
    """
    return _UNSEEN.sub("", _FEED.sub(" ", text))


def closed(text: str) -> str:
    """The text of a row or caption with a full stop, unless it ends in a sign already.

    A line that is left open is taken for a heading, which says whom the text after it speaks of.
    """
    return text if _CLOSED.search(text) else f"{text}."


def _marked(block: Block, text: str) -> str:
    """The text with the mark of what it is."""
    match block.kind:
        case BlockKind.HEADING:
            return f"{'#' * block.level} {' '.join(text.split())}"
        case BlockKind.ITEM:
            return f"{'-' if block.number is None else f'{block.number}.'} {text}"
        case BlockKind.ROW:
            return closed(text)
        case BlockKind.PARAGRAPH:
            return text
