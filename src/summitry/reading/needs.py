"""What a text must have for a pattern to be found in it, told from the pattern as it is written."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

_OPENS: Final = re.compile(r"\((?:\?(?P<kind>:|=|!|<=|<!|P<\w+>|-?[a-zA-Z]+:))?")
_CLASS: Final = re.compile(r"\[\^?\]?[^\]]*\]")
_COUNT: Final = re.compile(r"(?P<none>[?*]|\{0?,\d*\}|\{0\})?(?:\+|\{[\d,]+\})?[?+]?")
_NONE: Final = ("!", "<!")


def needs(pattern: str, is_sign: Callable[[str], bool]) -> tuple[str, ...]:
    """Of each row one sign stands in whatever the pattern matches, or beside it.

    Signs are the characters by which ``is_sign`` knows them, written in classes ("[ab]"). Rows may
    be missing, as the pattern isn't understood further than it takes; none is wrong.
    """
    found, _ = _alternatives(pattern, 0, is_sign)
    return tuple(found)


def _alternatives(
    pattern: str, place: int, is_sign: Callable[[str], bool]
) -> tuple[list[str], int]:
    """What all alternatives need, up to the bracket that ends them or the end of the pattern."""
    rows: list[list[str]] = [[]]
    while place < len(pattern) and pattern[place] != ")":
        if pattern[place] == "|":
            rows.append([])
            place += 1
            continue
        own, place = _one(pattern, place, is_sign)
        count = _COUNT.match(pattern, place)
        if count is not None:
            own = [] if count["none"] else own
            place = count.end()
        rows[-1] += own
    if len(rows) == 1:
        return rows[0], place
    return (["".join(min(row, key=len) for row in rows)] if all(rows) else []), place


def _one(pattern: str, place: int, is_sign: Callable[[str], bool]) -> tuple[list[str], int]:
    """What the part of a pattern needs that starts at a place, and where it ends."""
    if pattern[place] == "\\":
        return [], place + 2
    opens = _OPENS.match(pattern, place)
    if opens is not None:
        found, end = _alternatives(pattern, opens.end(), is_sign)
        return ([] if opens["kind"] in _NONE else found), end + 1
    among = _CLASS.match(pattern, place)
    if among is None:
        return [], place + 1
    signs = among.group()[1:-1]
    return ([signs] if signs and all(map(is_sign, signs)) else []), among.end()
