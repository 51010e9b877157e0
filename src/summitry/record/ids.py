"""Ids: short, readable, and given once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, count
from typing import Final

LONGEST_SLUG: Final = 40

_DROPPED: Final = re.compile(r"['’.\u0300-\u036f]")
_WITHOUT_DECOMPOSITION: Final = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "\u0131": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)


def slug(text: str) -> str:
    """The text in small letters and digits joined by ``-``, cut between words; "" of none."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_WITHOUT_DECOMPOSITION))
    kept = ""
    for word in re.findall(r"[a-z0-9]+", _DROPPED.sub("", plain)):
        if kept and len(kept) + 1 + len(word) > LONGEST_SLUG:
            break
        kept = f"{kept}-{word}" if kept else word[:LONGEST_SLUG]
    return kept


def free(wishes: Iterable[str], is_taken: Callable[[str], bool]) -> str:
    """The first of the wishes that isn't taken, else the last of them with a number."""
    wished = list(wishes)
    numbered: Iterator[str] = (f"{wished[-1]}-{number}" for number in count(2))
    return next(id for id in chain(wished, numbered) if not is_taken(id))
