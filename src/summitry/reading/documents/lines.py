"""Printed lines as blocks: what a page breaks and repeats is made whole again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from summitry.reading.documents.blocks import Block, BlockKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A printed line; ``x`` and ``y`` are where it starts, in points from the page's lower left."""

    text: str
    x: float
    y: float
    size: float
    bold: bool = False


def blocks_of(pages: Sequence[Sequence[Line]]) -> tuple[Block, ...]:
    """The blocks of the pages, whose lines are in the order in which they are read.

    Broken words and lines are joined, also from column to column and from page to page; what stands
    at the head or foot of pages again and again is left out, and so are their numbers.
    """
    full = [[line for line in page if line.text.strip()] for page in pages]
    if not any(full):
        return ()
    manner = _Manner.of([line for page in full for line in page])
    kept = _without_heads(full, manner)
    grouped = list(_grouped(kept, manner))
    sizes = sorted({group[0].size for group in grouped if manner.is_larger(group[0])}, reverse=True)
    return tuple(_block(group, manner, sizes) for group in grouped)


# --- heads and feet -----------------------------------------------------------------------------

_EDGE: Final = 2
"""So many lines at the head and the foot of a page may be repeated on others."""
_REPEATED: Final = 3
"""On so many pages a head is repeated, or on all of fewer."""
_PAGE_NUMBER: Final = re.compile(
    r"(?:page )?[-–—|]? ?\d{1,3} ?[-–—|]?(?: ?(?:of|/) ?\d{1,3})?", re.IGNORECASE
)
_DIGITS: Final = re.compile(r"\d+")


def _without_heads(pages: Sequence[Sequence[Line]], manner: _Manner) -> list[list[Line]]:
    """The pages without their heads and feet, which are not set larger than the text."""
    edges = [_edges(page) for page in pages]
    pages_of = Counter(key for page in edges for key in {_key(line) for line in page})
    enough = max(2, min(_REPEATED, len(pages)))

    def is_kept(line: Line, page: Sequence[Line], edge: Sequence[Line]) -> bool:
        repeated = line in edge and pages_of[_key(line)] >= enough
        return not (repeated and not manner.is_larger(line)) and not _numbers(line, page)

    return [
        [line for line in page if is_kept(line, page, edge)]
        for page, edge in zip(pages, edges, strict=True)
    ]


def _edges(page: Sequence[Line]) -> list[Line]:
    placed = sorted(page, key=lambda line: line.y)
    return [*placed[:_EDGE], *placed[-_EDGE:]]


def _key(line: Line) -> tuple[str, int]:
    """What is the same of a head on every page: its words save numbers, and its height."""
    return _DIGITS.sub("#", line.text), round(line.y / 4)


def _numbers(line: Line, page: Sequence[Line]) -> bool:
    """Whether the line is the page's number, above or below all others."""
    heights = [one.y for one in page]
    outermost = line.y in {min(heights), max(heights)}
    return outermost and _PAGE_NUMBER.fullmatch(line.text.strip()) is not None


# --- lines that go on ---------------------------------------------------------------------------

_MARKER: Final = re.compile(r"\s*(?:[•▪◦●‣·*–-]|(?P<number>\d{1,3})[.)])\s+(?=\S)")
_STOP: Final = re.compile(r"[.!?:…][\"”’')\]]*$")
_FULL: Final = 0.85
_FULL_STOPPED: Final = 0.97
"""A line that with the next word has this share of the usual length is full; after a stop, this."""
_NARROWEST: Final = 25
_COMMON: Final = 0.1
_LARGER: Final = 1.1
_WIDER: Final = 1.4
"""A gap between lines is one between paragraphs from so many times the usual one on."""
_INDENT: Final = 0.6
"""An indent has so many times the size of the letters, at least."""
_HEADING_WORDS: Final = 25


@dataclass(frozen=True, slots=True)
class _Manner:
    """How a document is set: the size of its text, and the usual length and gap of its lines."""

    size: float
    bold: bool
    length: dict[float, int]
    gap: dict[float, float]
    compounds: frozenset[str]

    @classmethod
    def of(cls, lines: Sequence[Line]) -> _Manner:
        letters: Counter[tuple[float, bool]] = Counter()
        sized: dict[float, list[Line]] = {}
        for line in lines:
            letters[line.size, line.bold] += len(line.text)
            sized.setdefault(line.size, []).append(line)
        (size, bold), _ = letters.most_common(1)[0]
        return cls(
            size=size,
            bold=bold,
            length={size: _usual_length(same) for size, same in sized.items()},
            gap={size: _usual_gap(same) for size, same in sized.items()},
            compounds=frozenset(
                word.casefold() for line in lines for word in _COMPOUND.findall(line.text)
            ),
        )

    def is_larger(self, line: Line) -> bool:
        return line.size > _LARGER * self.size

    def stands_out(self, line: Line) -> bool:
        return self.is_larger(line) or (line.bold and not self.bold)


def _usual_length(lines: list[Line]) -> int:
    """The length than which one line in ten is longer; no column is narrower than the least."""
    lengths = sorted(len(line.text) for line in lines)
    return max(lengths[len(lengths) * 9 // 10], _NARROWEST)


def _usual_gap(lines: list[Line]) -> float:
    """The least gap that is common: in a text of short paragraphs another may be commonest."""
    gaps = Counter(round(one.y - other.y, 1) for one, other in pairwise(lines) if one.y > other.y)
    common = (gap for gap, n in gaps.items() if n > sum(gaps.values()) * _COMMON)
    return min((gap for gap in common if gap >= lines[0].size), default=lines[0].size * _WIDER)


def _grouped(pages: Iterable[Sequence[Line]], manner: _Manner) -> Iterator[list[Line]]:
    """The lines of each block."""
    group: list[Line] = []
    for page in pages:
        for number, line in enumerate(page):
            if group and not _goes_on(group, line, manner, turned=number == 0):
                yield group
                group = []
            group.append(line)
    if group:
        yield group


def _goes_on(group: Sequence[Line], line: Line, manner: _Manner, *, turned: bool) -> bool:
    """Whether a line goes on with a block; ``turned``: it is the first of a page."""
    before = group[-1]
    if (line.size, line.bold) != (before.size, before.bold) or _MARKER.match(line.text):
        return False
    gap = before.y - line.y
    beneath = not turned and 0 < gap <= _WIDER * manner.gap[line.size]
    if manner.is_larger(line):
        return beneath
    if turned or gap <= 0:
        return _is_open(before, line, manner) and _STOP.search(before.text) is None
    return beneath and not _is_set_in(group, line) and _is_open(before, line, manner)


def _is_set_in(group: Sequence[Line], line: Line) -> bool:
    """Whether the line is indented as a paragraph's first is, or stands left of the list's item."""
    indent = _INDENT * line.size
    if _MARKER.match(group[0].text):
        return line.x < group[0].x - indent
    return line.x > group[-1].x + indent


def _is_open(before: Line, line: Line, manner: _Manner) -> bool:
    """Whether the line before is full, or breaks off before what goes on in lower case."""
    word = line.text.split(maxsplit=1)[0]
    stopped = _STOP.search(before.text) is not None
    share = (len(before.text) + 1 + len(word)) / manner.length[line.size]
    return share > (_FULL_STOPPED if stopped else _FULL) or (word[0].islower() and not stopped)


# --- blocks -------------------------------------------------------------------------------------

_COMPOUND: Final = re.compile(r"\w+(?:-\w+)+")
_BROKEN: Final = re.compile(r"([\w-]*\w)-$")
_SOFT: Final = "\u00ad"
PREFIXES: Final = frozenset(
    {
        "all", "anti", "co", "cross", "ex", "face", "half", "mid", "multi", "non", "one", "post",
        "pre", "pro", "pull", "re", "self", "semi", "sit", "then", "three", "two", "vice", "well",
    }
)  # fmt: skip
"""After these a hyphen at a line's end is more often the word's own than the line's."""


def _block(group: Sequence[Line], manner: _Manner, sizes: Sequence[float]) -> Block:
    text = group[0].text.strip()
    for line in group[1:]:
        text = _joined(text, line.text.strip(), manner.compounds)
    first = group[0]
    if manner.stands_out(first) and len(text.split()) <= _HEADING_WORDS:
        level = sizes.index(first.size) if first.size in sizes else len(sizes)
        return Block(BlockKind.HEADING, text, level=min(level + 1, 6))
    marker = _MARKER.match(text)
    if marker is None:
        return Block(BlockKind.PARAGRAPH, text)
    number = marker["number"]
    return Block(BlockKind.ITEM, text[marker.end() :], number=int(number) if number else None)


def _joined(text: str, more: str, compounds: frozenset[str]) -> str:
    """The text with the next line; a word that the line's end broke is made whole."""
    if text.endswith(_SOFT):
        return text.removesuffix(_SOFT) + more
    broken = _BROKEN.search(text)
    if broken is None:
        return f"{text} {more}"
    left, right = broken[1], re.match(r"\w*", more)
    compound = f"{left}-{right[0] if right else ''}".casefold()
    keeps = not left.isalpha() or left.casefold() in PREFIXES or compound in compounds
    whole = more[:1].islower() and not keeps
    return (text[:-1] if whole else text) + more
