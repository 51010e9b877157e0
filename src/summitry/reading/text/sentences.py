"""A document's blocks and sentences, with exact offsets into its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Final

from summitry.lexicon.tables import table
from summitry.model.claims import Quote

_MARKER: Final = re.compile(r"[ \t]*(?:\d{1,3}[.)]|[•*▪◦●‣·–-]|#{1,6})[ \t]+|[ \t]+")
ROW: Final = "|"
"""What begins a row of a table in Markdown."""
_LINE: Final = re.compile(r"[^\n\r]+")
_STOP: Final = re.compile(r"(?<![.!?…])[.!?…]++[\"”’')\]]*+(?=\s)")
_CLOSED: Final = re.compile(r"[.!?…;,][\"”’')\]]*$")
_SENTENCE_END: Final = re.compile(r"[.!?…][\"”’')\]]*$")
_INITIALS: Final = re.compile(r"(?:^|[\s(\"“])(?:[A-Z]\.)*[A-Z]$")
_NEXT: Final = re.compile(r"\s+[\"“‘'(\[]*([\w'’]+)")
_NOTE: Final = re.compile(r"\[\d{1,4}\]\s")
"""The mark of a note at the foot of a page: titles of others' texts, which the page doesn't say."""
_WORD: Final = re.compile(r"\w")
_FULL_WORD: Final = re.compile(r"\S+")
_FAR: Final = 60
"""Characters before a full stop that tell what it ends: more than any abbreviation has."""
_ENTRY: Final = re.compile(r"[^–—:|\n]{0,30}?\b\d{4}\W{0,2}\s*[–—:](?=\s)")
"""The date that opens an entry of a timeline; beneath a heading stands more than one line."""
_HANGING: Final = 2
"""Blanks before a line that goes on with the list item before it, at least."""
_UNDERLINE: Final = re.compile(r"[ \t]*\r?\n[ \t]{0,3}(=+|-{2,})[ \t]*(?=\r?\n|$)")
"""The line beneath a heading that marks it as one, as in Markdown and in plain text."""
_WRAPPED: Final = range(50, 101)
"""A text may be hard-wrapped if its longest line is so long."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words of a text from ``start`` to ``end`` (excluded); ``block`` numbers its paragraph.

    ``listed``: it stands in an item of a list, or in a row of a table.
    """

    text: str
    start: int
    end: int
    block: int
    heading: bool
    listed: bool = False

    @property
    def quote(self) -> Quote:
        """Its words with their place."""
        return Quote(self.text, self.start, self.end)


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph, heading or list item; ``level``: of a heading that is marked as one, else 0."""

    start: int
    end: int
    heading: bool
    listed: bool
    level: int


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text in its order, headings and list items each for itself.

    What stands under a heading of references or of links to other texts is left out.
    """
    found: list[Sentence] = []
    for number, block in enumerate(_said(text, _blocks(text))):
        row = text.startswith(ROW, block.start)
        for start, end in (
            ((block.start, block.end),) if row else _split(text, block.start, block.end)
        ):
            found.append(Sentence(text[start:end], start, end, number, block.heading, block.listed))
    return tuple(found)


def _said(text: str, blocks: Iterable[_Block]) -> Iterator[_Block]:
    """The blocks that the text says itself, not those of references and links to other texts.

    Under a heading that is marked as one they go on to the next of its level or above it. Under any
    other, links end where a full sentence follows that is no list item, and references don't.
    """
    left: tuple[str, int] | None = None
    for block in blocks:
        label, after = _label(text, block)
        row = _rows().get(label)
        if row is not None and not after:
            left = (row, block.level or _LOWEST)
        elif left is not None and _ends(text, block, *left):
            left = None
        if left is None and row is None:
            yield block


_LOWEST: Final = 6
"""The level of the least heading of Markdown."""


def _label(text: str, block: _Block) -> tuple[str, str]:
    """What stands before the first colon of a block, or all of it, and what after it."""
    # Most blocks are long and have no label: no copy is made of them.
    colon = text.find(":", block.start, min(block.end, block.start + _longest()))
    if colon < 0 and block.end - block.start > _longest():
        return "", ""
    label, _, after = text[block.start : block.end].partition(":")
    return label.strip(_EMPHASIS).casefold(), after.strip(_EMPHASIS)


@cache
def _longest() -> int:
    """Characters that a heading of furniture has at most, with marks around it."""
    return 2 * max(map(len, _rows()))


_EMPHASIS: Final = "*_ "


@cache
def _rows() -> Mapping[str, str]:
    """The headings of the table of furniture, with their rows."""
    rows = table("sentences")["furniture"].items()
    return {heading: row for row, headings in rows for heading in headings}


def _ends(text: str, block: _Block, row: str, level: int) -> bool:
    """Whether a block ends the furniture of this row, under a heading of this level."""
    prose = not block.listed and _SENTENCE_END.search(text, block.start, block.end) is not None
    return 0 < block.level <= level or (row == "links" and level == _LOWEST and prose)


def _blocks(text: str) -> Iterator[_Block]:
    """Paragraphs, headings and list items: broken lines are joined, marks of lists left out."""
    found: _Block | None = None
    width = max((len(line) for line in text.splitlines() if "://" not in line), default=0)
    for line in _LINE.finditer(text):
        marker = _MARKER.match(text, line.start(), line.end())
        start = line.start() if marker is None else marker.end()
        end = line.start() + len(line.group().rstrip())
        if start >= end:
            continue
        marks = "" if marker is None else marker.group().strip()
        note = _NOTE.match(text, start) is not None
        if found is not None and not marks and not note:
            span = (found.start, found.end)
            hanging = start - line.start() >= _HANGING and _follows(text, span, start)
            if (found.listed and hanging) or _goes_on(text, span, start, width):
                found = replace(found, end=end)
                continue
        if found is not None:
            yield from _closed(text, found)
        level = len(marks) if marks.startswith("#") else 0
        found = _Block(start, end, heading=False, listed=note or bool(marks), level=level)
    if found is not None:
        yield from _closed(text, found)


def _closed(text: str, block: _Block) -> Iterator[_Block]:
    """The block with what it is known for when it is whole; none of a note or a line of signs."""
    if _NOTE.match(text, block.start) or _WORD.search(text, block.start, block.end) is None:
        return
    heading = _is_short(text, block) and _CLOSED.search(text, block.start, block.end) is None
    if heading and not block.level:
        heading = _ENTRY.match(text, block.start, block.end) is None
    heading = heading and not text.startswith(ROW, block.start)
    beneath = _UNDERLINE.match(text, block.end)
    level = {"=": 1, "-": 2}[beneath[1][0]] if beneath is not None and not block.level else 0
    yield replace(block, heading=heading, level=block.level or level)


def _is_short(text: str, block: _Block) -> bool:
    """Whether a block has no more words than headings have."""
    most: int = table("sentences")["heading_words"]
    return len(text[block.start : block.end].split(maxsplit=most)) <= most


def _follows(text: str, block: tuple[int, int], start: int) -> bool:
    return text[block[1] : start].count("\n") == 1


def _goes_on(text: str, block: tuple[int, int], start: int, width: int) -> bool:
    """Whether the line at ``start`` goes on with the block, as of one broken line."""
    if not _follows(text, block, start):
        return False
    last_line = text[max(block[0], text.rfind("\n", *block) + 1) : block[1]]
    word = next(_FULL_WORD.finditer(text, start)).group()
    full = width in _WRAPPED and len(last_line) + 1 + len(word) > width
    lower = text[start].islower() and _CLOSED.search(last_line) is None
    if not (full or lower):
        return False
    around = _lines_around(text, start)
    alike = len(last_line) * _UNLIKE >= max(map(len, around))
    return (full and _is_wrapped(around, width)) or (lower and alike)


def _lines_around(text: str, start: int) -> list[str]:
    """The lines near a place, up to blank ones."""
    first, last = max(0, start - _NEAR), min(len(text), start + _NEAR)
    first = max(first, text.rfind("\n\n", first, start) + 1)
    end = text.find("\n\n", start, last)
    return text[first : last if end < 0 else end].strip("\n").splitlines()


_NEAR: Final = 2_000
"""So many characters before and after a line show how its text is broken into lines."""


def _is_wrapped(lines: list[str], width: int) -> bool:
    """Whether lines are one broken text: most of them are full."""
    full = [
        len(line) + 1 + len(after.split(maxsplit=1)[0]) > width
        for line, after in pairwise(lines)
        if after.strip()
    ]
    return sum(full) >= _MOSTLY * len(full)


_UNLIKE: Final = 1.5
"""A line is not broken in a sentence if another near it is so many times as long."""
_MOSTLY: Final = 0.75
"""So many lines of a text that is broken into lines are full, at least."""


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if stop.end() < end and _ends_sentence(text, begin, stop.start(), stop.end()):
            yield begin, stop.end()
            begin = stop.end()
            while begin < end and text[begin].isspace():
                begin += 1
    if begin < end:
        yield begin, end


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("sentences")[name])


def _ends_sentence(text: str, begin: int, stop: int, end: int) -> bool:
    following = _NEXT.match(text, end)
    if following is None:
        return True
    word = following.group(1)
    if word[0].islower():
        return False
    if text[stop] != ".":
        return True
    before = text[max(begin, stop - _FAR) : stop]
    words = before.rsplit(maxsplit=1)
    last = words[-1].lstrip("(\"“‘'[") if words else ""
    if last in _words("abbreviations"):
        return False
    if before[-1:].isupper() and _INITIALS.search(before):
        return "." in last and word in _words("starters")
    return True
