"""What a text must have for a pattern to be found in it, told from the pattern as it is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

Row = tuple[str, ...]
"""Signs or words of which a text has one."""

_OPENS: Final = re.compile(r"\((?:\?(?P<kind>:|=|!|<=|<!|P<\w+>|-?[a-zA-Z]+:))?")
_CLASS: Final = re.compile(r"\[\^?\]?[^\]]*\]")
_COUNT: Final = re.compile(r"(?P<none>[?*]|\{0?,\d*\}|\{0\})?(?:\+|\{[\d,]+\})?[?+]?")
_PLAIN: Final = re.compile(r"[\w '&,–—/-]|\\(?P<escaped>[^\w])")
"""A character that stands for itself."""
_NEGATIVE: Final = ("!", "<!")
_SHORTEST: Final = 3
"""Letters: shorter words stand in most texts."""
_MOST: Final = 48
"""Words: of one of more a text is as soon searched for the pattern itself."""


def needs(pattern: str, is_sign: Callable[[str], bool]) -> tuple[Row, ...]:
    """Of each row one stands in whatever the pattern matches, or beside it: words in lower case.

    Signs are the characters by which ``is_sign`` knows them, written in classes ("[ab]"). Rows may
    be missing, as the pattern isn't understood further than it takes; none is wrong.
    """
    found, _ = _alternatives(pattern, 0, is_sign)
    return tuple(sorted(found, key=_choice))


def _choice(row: Row) -> tuple[bool, int, int]:
    """The rows that are the sooner asked for: of signs, of few, of long words."""
    return len(row[0]) > 1, len(row), -min(map(len, row))


def _alternatives(
    pattern: str, place: int, is_sign: Callable[[str], bool]
) -> tuple[list[Row], int]:
    """What all alternatives need, up to the bracket that ends them or the end of the pattern."""
    branches: list[list[Row]] = [[]]
    word = ""
    while place < len(pattern) and pattern[place] != ")":
        plain = _PLAIN.match(pattern, place)
        if plain is not None:
            count = _counted(pattern, plain.end())
            if count.end() > plain.end():
                branches[-1] += _word(word)
                word = ""
            else:
                word += plain["escaped"] or plain.group()
            place = count.end()
            continue
        branches[-1] += _word(word)
        word = ""
        if pattern[place] == "|":
            branches.append([])
            place += 1
            continue
        own, place = _one(pattern, place, is_sign)
        count = _counted(pattern, place)
        branches[-1] += [] if count["none"] else own
        place = count.end()
    branches[-1] += _word(word)
    return _of_each(branches), place


def _counted(pattern: str, place: int) -> re.Match[str]:
    """How often what stands before a place does."""
    return next(_COUNT.finditer(pattern, place))


def _word(word: str) -> list[Row]:
    return [(word.strip().lower(),)] if len(word.strip()) >= _SHORTEST else []


def _of_each(branches: Sequence[list[Row]]) -> list[Row]:
    """What alternatives need: one row of each, as any of them may be there."""
    if len(branches) == 1:
        return branches[0]
    if not all(branches):
        return []
    row = tuple(dict.fromkeys(one for rows in branches for one in min(rows, key=_choice)))
    return [row] if len(row) <= _MOST else []


def _one(pattern: str, place: int, is_sign: Callable[[str], bool]) -> tuple[list[Row], int]:
    """What the part of a pattern needs that starts at a place, and where it ends."""
    if pattern[place] == "\\":
        return [], place + 2
    opens = _OPENS.match(pattern, place)
    if opens is not None:
        found, end = _alternatives(pattern, opens.end(), is_sign)
        return ([] if opens["kind"] in _NEGATIVE else found), end + 1
    among = _CLASS.match(pattern, place)
    if among is None:
        return [], place + 1
    signs = among.group()[1:-1]
    return ([tuple(signs)] if signs and all(map(is_sign, signs)) else []), among.end()
