"""From a part of an archive to its documents."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.sources.archive.files import read_files, reason
from summitry.sources.archive.jsonl import read_jsonl
from summitry.sources.archive.parquet import read_parquet
from summitry.sources.archive.part import Format, Part
from summitry.sources.archive.raw import Columns, Raw, Unusable
from summitry.sources.archive.warc import read_warc


def documents_of(part: Part, columns: Columns, *, most: int) -> Iterator[Raw | Unusable]:
    """The documents of a part, in their order; of each file no more than ``most`` bytes.

    Nothing is raised: of a file that is broken there are the documents before the break, and one
    that can't be used.
    """
    try:
        yield from _read(part, columns, most)
    except Exception as error:  # noqa: BLE001 - each format's library has errors of its own
        yield Unusable(part.paths[0], reason(error))


def _read(part: Part, columns: Columns, most: int) -> Iterator[Raw | Unusable]:
    match part.format:
        case Format.FILES:
            return read_files(part, most)
        case Format.JSONL:
            return read_jsonl(part, columns)
        case Format.PARQUET:
            return read_parquet(part, columns)
        case Format.WARC:
            return read_warc(part, most)
