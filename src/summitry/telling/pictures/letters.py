"""How wide a text is, near enough to lay it out: the widths of Arial and of fonts made like it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Final

# Advance widths in thousandths of the font's size, by width: the letters that have it.
_LETTERS: Final = {
    191: "'",
    222: "ijl’‘",
    260: "|",
    278: " !,./:;I[\\]ft·",
    333: "()`r-",
    334: "{}",
    355: '"',
    389: "*",
    469: "^",
    500: "Jckvsxyz",
    584: "+<=>~×",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1000: "—…",
    1015: "@",
}
_WIDTHS: Final = {letter: width for width, letters in _LETTERS.items() for letter in letters}
_OTHER: Final = 556
"""Digits, most small letters, and what the table lacks."""

BOLD: Final = 1.07
"""How much wider bold letters are, at most."""


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a text in pixels, set in one line."""
    plain = (c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    units = sum(_WIDTHS.get(letter, _OTHER) for letter in plain)
    return units * size / 1000 * (BOLD if bold else 1)


def wrapped(text: str, size: float, within: float, *, bold: bool = False) -> list[str]:
    """The text in lines that fit, broken between words; a longer word has its own line."""
    lines: list[str] = []
    for word in text.split():
        if lines and width(f"{lines[-1]} {word}", size, bold=bold) <= within:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return lines


def cut(text: str, size: float, within: float) -> str:
    """The text as far as it fits, with three dots where it doesn't."""
    if width(text, size) <= within:
        return text
    kept = text
    while kept and width(f"{kept}…", size) > within:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def widest(texts: Iterable[str], size: float) -> float:
    """The width of the widest of the texts; 0 of none."""
    return max((width(text, size) for text in texts), default=0.0)
