"""Labels: words that name what stands below or beside them, and say nothing by themselves."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from typing import Final

from summitry.lexicon.tables import senses, table

_SAYS: Final = re.compile(r"[.!?…][\"”’')\]*_]*\s*$")
_MARKS: Final = re.compile(r"(?:\[\d{1,4}\]|[*_\s])+")
_PARTS: Final = re.compile(r"\s*[;·|]\s*")
_WORD: Final = re.compile(r"[\w'’-]+")


def is_label(text: str) -> bool:
    """Whether words are a heading of meetings alone ("Calls and letters"), or have keys."""
    return has_keys(text) or (not _SAYS.search(text) and _is_of_kinds(text[_marked(text) :]))


def has_keys(text: str) -> bool:
    """Whether words tell by keys what something was, or date it.

    "Geneva; host: Guy Parmelin; topics: arms control", "As of 16 June 2021 | Travels and visits".
    """
    if _SAYS.search(text):
        return False
    first, *others = _PARTS.split(text[_marked(text) :])
    dates = bool(others) and first.lower().startswith("as of ")
    return dates or any(map(_key().match, (first, *others)))


def _marked(text: str) -> int:
    """How many characters before the words are marks of notes and of emphasis."""
    marks = _MARKS.match(text)
    return 0 if marks is None else marks.end()


def _is_of_kinds(text: str) -> bool:
    words = _WORD.findall(text.lower())
    return bool(words) and all(word in _kinds() for word in words)


@cache
def _kinds() -> frozenset[str]:
    """The words of nouns of meeting and travelling, and what may stand beside them."""
    nouns = chain.from_iterable(noun for sense in senses().values() for noun in sense.nouns)
    return frozenset(_WORD.findall(" ".join(nouns))) | frozenset(table("labels")["beside"])


@cache
def _key() -> re.Pattern[str]:
    keys = "|".join(map(re.escape, table("labels")["keys"]))
    return re.compile(rf"(?:{keys})[*_]*:(?=\s)", re.IGNORECASE)
