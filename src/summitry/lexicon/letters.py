"""Plain letters for those with accents, which writers put or leave out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Final

from summitry.lexicon.tables import table

CAPITAL: Final = "[" + "".join(filter(str.isupper, map(chr, range(0x530)))) + "]"
"""A pattern of one capital letter, of the Latin, Greek and Cyrillic scripts."""


_LETTER: Final = re.compile(r".[\u0300-\u036f]*", re.DOTALL)
"""A letter with the accents that are written after it."""
_ACCENTED: Final = re.compile(r".[\u0300-\u036f]+|[^\x00-\x7f]", re.DOTALL)
"""A letter that may have accents or other signs."""


def folded(text: str) -> str:
    """The text in plain letters: ``Wałęsa`` is ``Walesa``, ``Strauß`` is ``Strauss``."""
    return text if text.isascii() else "".join(map(_plain, _LETTER.findall(text)))


def spellings(text: str) -> tuple[str, ...]:
    """The ways to write a text in plain letters: ``Schröder`` is ``Schroder`` or ``Schroeder``."""
    return tuple(plain for plain, _ in spelled(text))


def spelled(text: str) -> tuple[tuple[str, Sequence[int]], ...]:
    """Each spelling with where its letters stand in the text itself, and where that ends."""
    if odd_letters().search(text) is None:
        return ((text, range(len(text) + 1)),)
    plain, doubled = _Way(text), _Way(text)
    for match in _ACCENTED.finditer(text):
        plain.add(match, _plain(match.group()))
        doubled.add(match, _doubled(match.group()))
    ways = [plain] if plain.parts == doubled.parts else [plain, doubled]
    return tuple(way.whole() for way in ways)


class _Way:
    """A spelling of a text, of which its letters without accents stay as they are."""

    def __init__(self, text: str) -> None:
        self.text, self.done = text, 0
        self.parts: list[str] = []
        self.places: list[int] = []

    def add(self, match: re.Match[str], spelling: str) -> None:
        """Go on to a letter, with its spelling."""
        self.parts += (self.text[self.done : match.start()], spelling)
        self.places += range(self.done, match.start())
        self.places += [match.start()] * len(spelling)
        self.done = match.end()

    def whole(self) -> tuple[str, Sequence[int]]:
        """The spelling, with where its letters stand in the text, and where that ends."""
        self.places += range(self.done, len(self.text) + 1)
        return "".join((*self.parts, self.text[self.done :])), tuple(self.places)


@cache
def odd_letters() -> re.Pattern[str]:
    """A pattern of a letter that isn't plain, or of a sign of the table."""
    signs = "".join(table("letters")["plain"])
    return re.compile(rf"[\u0300-\u036f{signs}]|(?![a-zA-Z])[^\W\d_]")


@cache
def _doubled(letter: str) -> str:
    known = table("letters")["double"].get(unicodedata.normalize("NFC", letter))
    return _plain(letter) if known is None else str(known)


@cache
def _plain(letter: str) -> str:
    """A letter without accents, in its own case; "" of an accent alone."""
    if letter.isascii():
        return letter
    parts = [c for c in unicodedata.normalize("NFD", letter) if not unicodedata.combining(c)]
    known = table("letters")["plain"]
    return "".join(str(known.get(part, part)) for part in parts)
