"""A record's digest: a sum over its values, in any order, so that it can be kept as they come."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from hashlib import sha256
from typing import Final

NOTHING: Final = "0" * 64
"""The digest of nothing."""

_SUMS: Final = 1 << 256
_ESCAPED: Final = re.compile(r"[\\\x00-\x1f]")


def of_value(name: str, cells: Iterable[str]) -> bytes:
    """The digest of one value of the table with this name.

    The cells are those of its row, and what :func:`members` makes of each set that links hold.
    """
    # A faulty value may hold half of a character; that it can't be stored is said elsewhere.
    return sha256("\x1f".join((name, *cells)).encode("utf-8", "surrogatepass")).digest()


def members(ids: Iterable[str]) -> str:
    """A set of ids as one cell: a JSON array, in order."""
    ordered = sorted(ids)
    joined = '","'.join(ordered)
    # Ids seldom hold what JSON writes otherwise, and there are very many of them.
    if joined.count('"') != 2 * max(len(ordered) - 1, 0) or _ESCAPED.search(joined):
        return json.dumps(ordered, ensure_ascii=False, separators=(",", ":"))
    return f'["{joined}"]' if ordered else "[]"


def total(values: Iterable[bytes]) -> int:
    """The sum of values' digests."""
    return sum(map(_number, values))


def plus(digest: str, values: int) -> str:
    """The digest, in hexadecimal, of what had this digest and further values.

    What it has no longer is taken off the sum of these. The digest tells versions of a record
    apart; it doesn't withstand someone who forges values to fit.
    """
    return f"{(int(digest, 16) + values) % _SUMS:064x}"


def _number(digest: bytes) -> int:
    return int.from_bytes(digest, "big")
