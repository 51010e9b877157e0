"""A record's digest: a sum over its rows, in any order, so that it can be kept as rows come."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Final

NOTHING: Final = "0" * 64
"""The digest of no rows."""

_BYTES: Final = 32
_SUMS: Final = 1 << 8 * _BYTES


def of_row(name: str, cells: Iterable[str]) -> int:
    """The digest of one row of the table with this name: a number of 256 bits."""
    # A faulty value may hold half of a character; that it can't be stored is said elsewhere.
    text = "\x1f".join((name, *cells)).encode("utf-8", "surrogatepass")
    return int.from_bytes(sha256(text).digest(), "big")


def plus(digest: str, rows: Iterable[int]) -> str:
    """The digest, in hexadecimal, of what had this digest and further rows.

    It tells versions of a record apart; it doesn't withstand someone who forges rows to fit.
    """
    return f"{(int(digest, 16) + sum(rows)) % _SUMS:064x}"


def minus(digest: str, rows: Iterable[int]) -> str:
    """The digest of what had this digest, without these of its rows."""
    return f"{(int(digest, 16) - sum(rows)) % _SUMS:064x}"


def pack(rows: int) -> bytes:
    """A sum of rows' digests, to be kept."""
    return (rows % _SUMS).to_bytes(_BYTES, "big")


def unpack(packed: bytes) -> int:
    """The sum that was kept."""
    return int.from_bytes(packed, "big")
