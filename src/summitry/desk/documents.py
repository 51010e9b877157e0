"""From a file, or what is piped in, to a document that can be read."""

from __future__ import annotations

import codecs
import hashlib
import stat
import sys
from datetime import date
from pathlib import Path
from typing import BinaryIO, Final

from summitry.model.problems import InputError
from summitry.model.statements import Document

MOST_BYTES: Final = 8 * 1024 * 1024
"""The largest document that is read: some 1,300,000 words."""

_CONTROLS: Final = frozenset(range(32)) - {9, 10, 11, 12, 13}


def open_document(name: str, *, as_of: date, stdin: BinaryIO | None = None) -> Document:
    """The UTF-8 text in the file (``-``: what is piped in); InputError if it can't be read.

    Never more than :data:`MOST_BYTES` are taken in, however long the input goes on.
    """
    return Document(text=read_text(name, stdin=stdin), as_of=as_of)


def read_text(name: str, *, stdin: BinaryIO | None = None) -> str:
    """The text alone, with every line end as a newline; InputError if it can't be read."""
    return _decode(_from_stdin(stdin) if name == "-" else _from_file(name), name)


def digest(document: Document) -> str:
    """The SHA-256 of the document's text in UTF-8, in hexadecimal."""
    return hashlib.sha256(document.text.encode()).hexdigest()


def _from_stdin(stdin: BinaryIO | None) -> bytes:
    piped = stdin or getattr(sys.stdin, "buffer", None)
    if piped is None:
        raise InputError('can\'t read "-": nothing is piped in (expected text in UTF-8)')
    try:
        return _bounded(piped, "-")
    except OSError as error:
        raise _unreadable("-", error) from None


def _from_file(name: str) -> bytes:
    path = Path(name)
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise InputError(f'can\'t read "{name}": it is a folder (expected a text file, or - )')
        with path.open("rb") as file:
            return _bounded(file, name)
    except FileNotFoundError:
        raise InputError(f'no such file: "{name}" (expected a text file, or - )') from None
    except (OSError, ValueError) as error:
        raise _unreadable(name, error) from None


def _unreadable(name: str, error: OSError | ValueError) -> InputError:
    reason = getattr(error, "strerror", None) or str(error)
    return InputError(f'can\'t read "{name}": {reason.lower()} (expected a text file, or - )')


def _bounded(file: BinaryIO, name: str) -> bytes:
    data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise InputError(
            f'"{name}" is too long (expected at most {MOST_BYTES // 1024 // 1024} MiB of text)'
        )
    return data


def _decode(data: bytes, name: str) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        what = _looks(data)
        at = f"byte {error.start} is {data[error.start]:#04x}"
        raise InputError(f'"{name}" is {what}: {at} (expected text in UTF-8)') from None
    if any(ord(character) in _CONTROLS for character in text):
        raise InputError(f'"{name}" is binary (expected text in UTF-8)')
    if not text.strip():
        raise InputError(f'"{name}" is empty (expected text in UTF-8)')
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _looks(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "in UTF-16"
    return "binary" if 0 in data else "not in UTF-8"
