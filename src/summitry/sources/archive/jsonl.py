"""Documents in lines of JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO, Final

from summitry.sources.archive.compression import open_file
from summitry.sources.archive.part import Part
from summitry.sources.archive.raw import Columns, Raw, Unusable
from summitry.sources.archive.rows import raw_of

MOST_BYTES: Final = 16 * 1024 * 1024
"""The longest line that is read: the longest text, escaped."""
_CHUNK: Final = 1 << 16


def read_jsonl(part: Part, columns: Columns) -> Iterator[Raw | Unusable]:
    """The documents of a part, named by their id, or by the file and the byte where they begin.

    A line belongs to the part in which it begins.
    """
    path = part.paths[0]
    with open_file(path) as file:
        at = part.first
        if at:
            file.seek(at - 1)
            at += _skip(file) - 1
        while part.last is None or at < part.last:
            line = file.readline(MOST_BYTES + 1)
            if not line:
                return
            place = f"{path}@{at}"
            at += len(line)
            if len(line) > MOST_BYTES and not line.endswith(b"\n"):
                at += _skip(file)
                yield Unusable(place, f"a line of more than {MOST_BYTES // 1024 // 1024} MiB")
            elif line.strip():
                yield _document(line, columns, place)


def _document(line: bytes, columns: Columns, place: str) -> Raw | Unusable:
    try:
        cells = json.loads(line)
    except (ValueError, RecursionError):
        return Unusable(place, "not a line of JSON")
    if not isinstance(cells, dict):
        return Unusable(place, "a line of JSON that is no object")
    return raw_of(cells, columns, place)


def _skip(file: BinaryIO) -> int:
    """Pass over the rest of a line, and tell how many bytes it had."""
    skipped = 0
    while chunk := file.readline(_CHUNK):
        skipped += len(chunk)
        if chunk.endswith(b"\n"):
            break
    return skipped
