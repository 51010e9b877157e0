"""Cutting an archive into parts, the same for the same files, whatever machine reads them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from zlib import crc32

from summitry.model.problems import InputError
from summitry.reading.documents import SUFFIXES
from summitry.sources.archive import parquet
from summitry.sources.archive.compression import inner_name, is_compressed
from summitry.sources.archive.part import Format, Part
from summitry.sources.archive.raw import Columns

FORMATS: Final[Mapping[str, Format]] = {
    **dict.fromkeys((".txt", ".text", *SUFFIXES), Format.FILES),
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".parquet": Format.PARQUET,
    ".warc": Format.WARC,
    ".wet": Format.WARC,
}
"""What is read of a folder, by the ends of names, compressed or not."""

BYTES_OF_A_PART: Final = 32 * 1024 * 1024
"""The size of a stretch of a large file."""
FILES_OF_A_PART: Final = 256
"""How many files are a part, as a rule; at most four times as many."""

_EXPECTED: Final = "text, Markdown, HTML, PDF, JSONL, Parquet or WARC, or a folder of these"


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of an archive in their order, and how many files were left aside as unknown."""

    parts: tuple[Part, ...]
    aside: int


def parts_of(
    paths: Sequence[str],
    columns: Columns,
    *,
    besides: Path | None = None,
    size: int = BYTES_OF_A_PART,
) -> Parts:
    """The parts of the files and folders that are named.

    A file that is named is read, whatever its name; of a folder what is known by its name, hidden
    files and what lies in ``besides`` excepted. Large files are cut into stretches of some ``size``
    bytes. Adding a file to a folder leaves most parts as they were. InputError if there is nothing
    to read, or it can't be read.
    """
    files: dict[str, Format] = {}
    aside = 0
    for path in paths:
        for file, format in _found(path, besides):
            if format is None:
                aside += 1
            else:
                files.setdefault(file, format)
    if not files:
        raise InputError(f'nothing to read in "{", ".join(paths)}" (expected {_EXPECTED})')
    single = [file for file, format in files.items() if format is Format.FILES]
    parts = [_part(Format.FILES, group) for group in _groups(sorted(single))]
    for file, format in sorted(files.items()):
        parts.extend(_stretches(file, format, columns, size))
    return Parts(tuple(parts), aside)


def _found(path: str, besides: Path | None) -> Iterator[tuple[str, Format | None]]:
    named = Path(path)
    if not named.exists():
        raise InputError(f'no such file or folder: "{path}" (expected {_EXPECTED})')
    if not named.is_dir():
        yield path, _format(named) or Format.FILES
        return
    left_out = None if besides is None else besides.resolve()
    for folder, folders, files in os.walk(named):
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and (Path(folder) / name).resolve() != left_out
        )
        for name in sorted(files):
            if not name.startswith("."):
                file = Path(folder) / name
                yield file.as_posix(), _format(file)


def _format(file: Path) -> Format | None:
    return FORMATS.get(inner_name(file).suffix.lower())


def _groups(files: Iterable[str]) -> Iterator[list[str]]:
    """The files in groups that end where a name says so, not after so many.

    A file that comes in between others changes its own group alone.
    """
    group: list[str] = []
    for file in files:
        group.append(file)
        if crc32(file.encode()) % FILES_OF_A_PART == 0 or len(group) == 4 * FILES_OF_A_PART:
            yield group
            group = []
    if group:
        yield group


def _stretches(file: str, format: Format, columns: Columns, size: int) -> Iterator[Part]:
    match format:
        case Format.FILES:
            return
        case Format.JSONL if not is_compressed(Path(file)):
            of = _status(file).st_size
            for first in range(0, max(of, 1), size):
                last = first + size
                yield _part(format, [file], first, last if last < of else None)
        case Format.PARQUET:
            for first, last in parquet.stretches(file, columns, size):
                yield _part(format, [file], first, last)
        case Format.JSONL | Format.WARC:
            yield _part(format, [file])


def _part(format: Format, paths: Sequence[str], first: int = 0, last: int | None = None) -> Part:
    told = hashlib.sha256(f"{format} {first} {last}".encode())
    size = 0
    for path in paths:
        status = _status(path)
        size += status.st_size
        told.update(f"\n{path} {status.st_size} {status.st_mtime_ns}".encode())
    if format is Format.JSONL:
        size = (size if last is None else last) - first
    return Part(
        format=format,
        paths=tuple(paths),
        first=first,
        last=last,
        size=size,
        key=told.hexdigest()[:24],
    )


def _status(path: str) -> os.stat_result:
    try:
        return Path(path).stat()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(f'can\'t read "{path}": {reason} (expected {_EXPECTED})') from None
