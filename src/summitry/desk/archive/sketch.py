"""A sketch of a text: a few numbers by which copies of it are known, though not equal to it."""

from __future__ import annotations

import re
from hashlib import blake2b
from heapq import nsmallest
from typing import Final

from summitry.model.names import fold

WORDS: Final = 5
"""A text is taken as the set of all runs of so many words in it."""
NUMBERS: Final = 32
"""So many runs, those of the least hashes, stand for the set (Broder, 1997: a bottom-k sketch)."""
_BYTES: Final = 6
_WORD: Final = re.compile(r"\w+")

Sketch = tuple[str, ...]
"""Hashes in hexadecimal, the least first."""


def sketch(text: str) -> Sketch:
    """The sketch of a text; empty if it has too few words."""
    words = _WORD.findall(fold(text))
    runs = {" ".join(words[at : at + WORDS]) for at in range(len(words) - WORDS + 1)}
    hashes = (blake2b(run.encode(), digest_size=_BYTES).hexdigest() for run in runs)
    return tuple(nsmallest(NUMBERS, hashes))


def likeness(one: Sketch, other: Sketch) -> float:
    """What share of the runs of both texts together is in each of them, from 0 to 1, estimated."""
    both = nsmallest(NUMBERS, {*one, *other})
    shared = {*one} & {*other}
    return sum(run in shared for run in both) / len(both) if both else 0.0
