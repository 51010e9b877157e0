"""Plain letters for those with accents, which writers put or leave out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from summitry.lexicon.tables import table

CAPITAL: Final = "[" + "".join(filter(str.isupper, map(chr, range(0x530)))) + "]"
"""A pattern of one capital letter, of the Latin, Greek and Cyrillic scripts."""


_LETTER: Final = re.compile(r".[\u0300-\u036f]*", re.DOTALL)
"""A letter with the accents that are written after it."""


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
    letters = list(_LETTER.finditer(text))
    ways = [[_plain(letter.group()) for letter in letters]]
    doubled = [_doubled(letter.group()) for letter in letters]
    if doubled != ways[0]:
        ways.append(doubled)
    return tuple(("".join(way), (*_places(letters, way), len(text))) for way in ways)


@cache
def odd_letters() -> re.Pattern[str]:
    """A pattern of a letter that isn't plain, or of a sign of the table."""
    signs = "".join(table("letters")["plain"])
    return re.compile(rf"[\u0300-\u036f{signs}]|(?![a-zA-Z])[^\W\d_]")


def _places(letters: Sequence[re.Match[str]], way: Sequence[str]) -> Iterator[int]:
    for letter, plain in zip(letters, way, strict=True):
        yield from (letter.start() for _ in plain)


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
