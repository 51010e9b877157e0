"""A record's digest: a sum over its values, in any order, so that it can be kept as they come."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Final

NOTHING: Final = "0" * 64
"""The digest of nothing."""

_BYTES: Final = 32
_SUMS: Final = 1 << 8 * _BYTES


def of_value(name: str, cells: Iterable[str]) -> int:
    """The digest of one value of the table with this name: a number of 256 bits.

    The cells are those of its row, and what :func:`members` makes of each set that links hold.
    """
    # A faulty value may hold half of a character; that it can't be stored is said elsewhere.
    text = "\x1f".join((name, *cells)).encode("utf-8", "surrogatepass")
    return int.from_bytes(sha256(text).digest(), "big")


def members(ids: Iterable[str]) -> str:
    """A set of ids as one cell."""
    return "\x1e".join(sorted(ids))


def plus(digest: str, values: Iterable[int]) -> str:
    """The digest, in hexadecimal, of what had this digest and further values.

    It tells versions of a record apart; it doesn't withstand someone who forges values to fit.
    """
    return f"{(int(digest, 16) + sum(values)) % _SUMS:064x}"


def minus(digest: str, values: Iterable[int]) -> str:
    """The digest of what had this digest, without these of its values."""
    return f"{(int(digest, 16) - sum(values)) % _SUMS:064x}"


def pack(digest: int) -> bytes:
    """The digest of a value, to be kept."""
    return digest.to_bytes(_BYTES, "big")


def unpack(packed: bytes) -> int:
    """The digest that was kept."""
    return int.from_bytes(packed, "big")
