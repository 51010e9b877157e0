"""Plain text: its bytes decoded, and nothing else done to it."""

from __future__ import annotations

import codecs
from typing import Final

from summitry.model.problems import InputError
from summitry.reading.documents.encodings import codec_of
from summitry.reading.documents.types import EXPECTED

_CONTROLS: Final = frozenset(range(32)) - {9, 10, 11, 12, 13}


def plain_text(data: bytes, *, name: str, charset: str = "", expected: str = EXPECTED) -> str:
    """The text, with every line end as a newline; InputError if it is none.

    It is in UTF-8 unless ``charset`` names another encoding: none is guessed, for a wrong guess
    would garble names in silence. ``expected`` says in a refusal what would be read.
    """
    codec = codec_of(charset) or "utf-8"
    try:
        text = data.decode(codec).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        what = _looks(data, codec)
        at = f"byte {error.start} is {data[error.start]:#04x}"
        raise InputError(f'"{name}" is {what}: {at} (expected {expected})') from None
    if any(ord(character) in _CONTROLS for character in text):
        raise InputError(f'"{name}" is binary (expected {expected})')
    if not text.strip():
        raise InputError(f'"{name}" is empty (expected {expected})')
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _looks(data: bytes, codec: str) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "in UTF-16"
    return "binary" if 0 in data else f"not in {codec.upper()}"
