"""A document's blocks and sentences, with exact offsets into its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from summitry.lexicon.tables import table

_MARKER: Final = re.compile(r"[ \t]*(?:\d{1,3}[.)]|[•*▪◦●‣·–-]|#{1,6})[ \t]+|[ \t]+")
_LINE: Final = re.compile(r"[^\n\r]+")
_STOP: Final = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s)")
_CLOSED: Final = re.compile(r"[.!?…;,][\"”’')\]]*$")
_INITIALS: Final = re.compile(r"(?:^|[\s(\"“])(?:[A-Z]\.)*[A-Z]$")
_NEXT: Final = re.compile(r"\s+[\"“‘'(\[]*([\w'’]+)")
_NOTE: Final = re.compile(r"\[\d{1,4}\]\s")
"""The mark of a note at the foot of a page: titles of others' texts, which the page doesn't say."""
_HANGING: Final = 2
"""Blanks before a line that goes on with the list item before it, at least."""
_WRAPPED: Final = range(50, 101)
"""A text may be hard-wrapped if its longest line is so long."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words of a text from ``start`` to ``end`` (excluded); ``block`` numbers its paragraph."""

    text: str
    start: int
    end: int
    block: int
    heading: bool


@dataclass(frozen=True, slots=True)
class _Block:
    start: int
    end: int
    heading: bool


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text in its order, headings and list items each for itself."""
    found: list[Sentence] = []
    for number, block in enumerate(_blocks(text)):
        for start, end in _split(text, block.start, block.end):
            found.append(Sentence(text[start:end], start, end, number, block.heading))
    return tuple(found)


def _blocks(text: str) -> Iterator[_Block]:
    """Paragraphs, headings and list items: broken lines are joined, marks of lists left out."""
    found: tuple[int, int] | None = None
    listed = False
    width = max((len(line) for line in text.splitlines() if "://" not in line), default=0)
    for line in _LINE.finditer(text):
        marker = _MARKER.match(text, line.start(), line.end())
        start = line.start() if marker is None else marker.end()
        end = line.start() + len(line.group().rstrip())
        if start >= end:
            continue
        note = _NOTE.match(text, start) is not None
        marked = note or (marker is not None and not marker.group().isspace())
        if found is not None and not marked:
            hanging = listed and start - line.start() >= _HANGING and _follows(text, found, start)
            if hanging or _goes_on(text, found, start, width):
                found = (found[0], end)
                continue
        if found is not None and not _NOTE.match(text, found[0]):
            yield _block(text, *found)
        found, listed = (start, end), marked
    if found is not None and not _NOTE.match(text, found[0]):
        yield _block(text, *found)


def _follows(text: str, block: tuple[int, int], start: int) -> bool:
    return text[block[1] : start].count("\n") == 1


def _goes_on(text: str, block: tuple[int, int], start: int, width: int) -> bool:
    """Whether the line at ``start`` goes on with the block, as of one broken line."""
    if not _follows(text, block, start):
        return False
    last_line = text[block[0] : block[1]].rpartition("\n")[2]
    word = text[start:].split(maxsplit=1)[0]
    full = width in _WRAPPED and len(last_line) + 1 + len(word) > width
    return full or (text[start].islower() and _CLOSED.search(last_line) is None)


def _block(text: str, start: int, end: int) -> _Block:
    words = text[start:end].split()
    closed = _CLOSED.search(text, start, end) is not None
    few = len(words) <= table("sentences")["heading_words"]
    return _Block(start, end, heading=few and not closed)


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
    before = text[begin:stop]
    last = before.split()[-1].lstrip("(\"“‘'[") if before.split() else ""
    if last in _words("abbreviations"):
        return False
    if _INITIALS.search(before):
        return "." in last and word in _words("starters")
    return True
