"""What stands in patterns of times for a day, a month, a year, and so on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final

from summitry.lexicon.tables import table


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first."""
    return "|".join(
        re.escape(word).replace("\\ ", r"\s+") for word in sorted(words, key=len, reverse=True)
    )


@cache
def slots() -> Mapping[str, str]:
    """The patterns, in lower case, by the letters of the slots."""
    words = table("calendar")
    return {
        "D": r"\d{1,2}(?:st|nd|rd|th)?(?![\d:%])",
        "M": rf"(?:{month_names(map(str.lower, words['months']))})",
        "Y": r"(?:1[4-9]|20|21)\d\d",
        "P": any_of(word for word in words["parts"] if word.split()[-1] != "of"),
        "O": any_of(word for word in words["parts"] if word.split()[-1] == "of"),
        "S": any_of(words["seasons"]),
        "T": any_of(words["decades"]),
        "N": rf"\d{{1,3}}|{any_of(filter(None, (*words['counts'], *cardinals())))}",
        "W": any_of(words["weekdays"]),
        "U": any_of(words["units"]),
        "H": any_of(words["holidays"]),
        "Q": any_of(words["dayparts"]["words"]),
    }


_FULL: Final = 5
"""Letters from which on a month's name is never cut short, and has no full stop of its own."""


def month_names(names: Iterable[str]) -> str:
    """A pattern of months' names, of which short ones may have a full stop."""
    every = list(names)
    full = [name for name in every if len(name) >= _FULL]
    return rf"(?:{any_of(full)})\b|(?:{any_of(set(every) - set(full))})\b\.?"


def cardinals() -> Iterator[str]:
    """The words of numbers above nought."""
    return (word for word, number in table("numbers")["cardinals"].items() if number > 0)


_OPTIONAL: Final = re.compile(
    r"\((?:[^()]|\([^()]*\))*\)\?|\((?:[^()]|\([^()]*\))*\|(?:[^()]|\([^()]*\))*\)"
)
"""Groups of a pattern that may be left out, or of which one part of several is there."""
_KEYS: Final = "MUSWHQT"
"""Slots of words that a text without them can't match."""


def needs(pattern: str) -> frozenset[str]:
    """The slots of words that whatever matches the pattern has."""
    while (bare := _OPTIONAL.sub("", pattern)) != pattern:
        pattern = bare
    return frozenset(letter for letter in re.findall(r"<([A-Z])\d?>", pattern) if letter in _KEYS)


@cache
def _finder() -> re.Pattern[str]:
    return re.compile("|".join(rf"(?P<{key}>\b(?:{slots()[key]}))" for key in _KEYS))


def present(text: str, start: int) -> frozenset[str]:
    """The slots of words for which the text has some, from a place on."""
    found = _finder().finditer(text, start, start + _REACH)
    return frozenset(match.lastgroup for match in found if match.lastgroup is not None)


_REACH: Final = 60
"""Characters: no time has a word of the calendar farther from its start."""


def filled(pattern: str, parts: Mapping[str, str]) -> str:
    """The pattern with its parts and slots; a slot that stands twice has another name then."""
    pattern = re.sub(r"(?<!\?P)<([a-z]+)>", lambda slot: parts[slot[1]], pattern)
    seen: set[str] = set()

    def named(slot: re.Match[str]) -> str:
        name = slot[1] + slot[2]
        if name in seen:
            name += "_2"
        seen.add(name)
        return f"(?P<{name}>{slots()[slot[1]]})"

    return re.sub(r"(?<!\?P)<([A-Z])(\d?)>", named, pattern)
