"""A part of an archive: what one worker reads at a time, and one output is made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Format(StrEnum):
    """How the documents of a part are kept."""

    FILES = "files"
    JSONL = "jsonl"
    PARQUET = "parquet"
    WARC = "warc"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Files, each of them a document; or one file that holds many, or a stretch of it.

    ``first`` and ``last`` bound the stretch, ``last`` excluded: bytes of JSONL, row groups of
    Parquet; ``last`` None is the file's end. ``size`` is in bytes on the disk. ``key`` tells it
    from every other part, and from itself before a file of it was changed.
    """

    format: Format
    paths: tuple[str, ...]
    first: int = 0
    last: int | None = None
    size: int
    key: str
