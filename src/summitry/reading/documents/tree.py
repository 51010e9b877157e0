"""A tree of elements as blocks: HTML's, and those of the library that finds a page's main text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from lxml.etree import _Element

from summitry.reading.documents.blocks import CELLS, Block, BlockKind, cleaned

HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_HEADING: Final = "head"

_PARTING: Final = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "cell", "center", "dd", "details",
        "div", "dl", "dt", "fieldset", "figure", "footer", "header", "hr", "list", "main", "nav",
        "ol", "p", "quote", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
        "ul",
    }
)  # fmt: skip
"""What stands in blocks of its own. The words of other elements belong to those around them."""

_ITEMS: Final = frozenset({"li", "item"})
_ROWS: Final = frozenset({"tr", "row"})
_CELLS: Final = frozenset({"td", "th", "cell"})
_BREAKS: Final = frozenset({"br", "lb"})
_LEFT_OUT: Final = frozenset(
    {
        "audio", "button", "canvas", "code", "del", "graphic", "iframe", "img", "input", "math",
        "noscript", "object", "option", "pre", "s", "script", "select", "strike", "style", "svg",
        "template", "textarea", "video",
    }
)  # fmt: skip
_MOST_DEPTH: Final = 200
"""Elements within elements: what lies deeper is left out."""


def blocks(root: _Element) -> tuple[Block, ...]:
    """The blocks of a tree in its order; words outside any block make one of their own."""
    walk = _Walk()
    walk.inside(root, 0)
    return walk.blocks()


class _Walk:
    """A walk over a tree: the blocks that it found, and the one that it is in."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self.words: list[str] = []
        self.block = Block(BlockKind.PARAGRAPH, "")

    def blocks(self) -> tuple[Block, ...]:
        """All blocks, the last one ended."""
        self._end()
        return tuple(self.found)

    def inside(self, element: _Element, depth: int) -> None:
        """Take in what an element holds."""
        self._say(element.text)
        for child in element:
            self._into(child, depth + 1)
            self._say(child.tail)

    def _into(self, element: _Element, depth: int) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in _LEFT_OUT or depth > _MOST_DEPTH:
            return
        if tag in _BREAKS:
            self.words.append("\n")
        elif tag in HEADINGS or tag == _HEADING:
            self._apart(element, depth, Block(BlockKind.HEADING, "", level=_level(element)))
        elif tag in _ITEMS:
            self._apart(element, depth, Block(BlockKind.ITEM, "", number=_number(element)))
        elif tag in _ROWS:
            self._row(element, depth)
        elif tag in _PARTING:
            self._part()
            self.inside(element, depth)
            self._part()
        else:
            self.inside(element, depth)

    def _say(self, words: str | None) -> None:
        """Take in words as HTML does: a line's end is a blank like any other."""
        if words:
            self.words.append(words.replace("\n", " ").replace("\r", " "))

    def _part(self) -> None:
        """End the block if it has words: an item's first words may stand in a block of theirs."""
        if cleaned("".join(self.words)):
            self._end()

    def _end(self, following: Block | None = None) -> None:
        """End the block, and begin one of the kind of the one that follows."""
        block = self.block
        self.found.append(Block(block.kind, "".join(self.words), block.level, block.number))
        self.words = []
        self.block = following or Block(BlockKind.PARAGRAPH, "")

    def _apart(self, element: _Element, depth: int, block: Block) -> None:
        self._end(block)
        self.inside(element, depth)
        self._end()

    def _row(self, element: _Element, depth: int) -> None:
        """A row as one block; but cells that are laid out like a page, each block for itself."""
        self._end()
        cells = [list(_cell(cell, depth)) for cell in element if cell.tag in _CELLS]
        if any(len(cell) > 1 for cell in cells):
            self.found.extend(block for cell in cells for block in cell)
        else:
            self.found.append(Block(BlockKind.ROW, row(b.text for cell in cells for b in cell)))


def row(cells: Iterable[str]) -> str:
    """The cells of a row that have words, in one line."""
    said = (" ".join(cleaned(cell).split()) for cell in cells)
    return CELLS.join(filter(None, said))


def _cell(cell: _Element, depth: int) -> Iterator[Block]:
    walk = _Walk()
    walk.inside(cell, depth + 1)
    return (block for block in walk.blocks() if cleaned(block.text))


def _level(element: _Element) -> int:
    """The level of a heading; the least where it isn't told."""
    told = str(element.tag) if element.tag in HEADINGS else element.get("rend", "")
    return HEADINGS.get(told, len(HEADINGS))


def _number(item: _Element) -> int | None:
    """The number of an item in an ordered list."""
    parent = item.getparent()
    if parent is None or "ol" not in {parent.tag, parent.get("rend")}:
        return None
    first = parent.get("start", "1")
    start = int(first) if first.isdecimal() and len(first) < 4 else 1
    return start + sum(1 for _ in item.itersiblings(str(item.tag), preceding=True))
