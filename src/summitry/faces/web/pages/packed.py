"""Packed: a text in an address, compressed, so that who has the address has the text."""

from __future__ import annotations

import base64
import binascii
import zlib
from typing import Final

from summitry.model.problems import InputError

MOST_PACKED: Final = 6000
"""Letters of a packed text: what browsers, servers and messengers let pass as an address."""
MOST_UNPACKED: Final = 256 * 1024
"""Bytes of a text that was packed, whatever its few letters say."""


def packed(text: str) -> str:
    """A text as letters, digits, ``-`` and ``_``; empty if they would be too many."""
    data = text.encode()
    if len(data) > MOST_UNPACKED:
        return ""
    word = base64.urlsafe_b64encode(zlib.compress(data, 9)).decode().rstrip("=")
    return word if len(word) <= MOST_PACKED else ""


def unpacked(word: str) -> str:
    """The text that was packed; InputError if none was."""
    try:
        letters = word.encode("ascii") + b"=" * (-len(word) % 4)
        data = base64.b64decode(letters, altchars=b"-_", validate=True)
        opened = zlib.decompressobj()
        text = opened.decompress(data, MOST_UNPACKED)
        if not opened.eof or opened.unused_data:
            raise _refused(word)
        return text.decode()
    except (ValueError, binascii.Error, zlib.error):
        raise _refused(word) from None


def _refused(word: str) -> InputError:
    return InputError(f'not a text: "{word[:60]}" (expected the address of a result)')
