"""Files that may be compressed, read as what they hold."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO, Final, cast

from summitry.model.problems import InputError


def _zstd(path: str) -> BinaryIO:
    try:
        if sys.version_info >= (3, 14):
            from compression import zstd  # noqa: PLC0415 - of its version
        else:
            from backports import zstd  # noqa: PLC0415 - it may not be installed
    except ModuleNotFoundError:
        raise InputError(
            f'can\'t read "{path}": backports.zstd is not installed'
            " (expected pip install 'summitry[archive]')"
        ) from None
    return cast(BinaryIO, zstd.open(path, "rb"))


def _gzip(path: str) -> BinaryIO:
    return cast(BinaryIO, gzip.open(path, "rb"))


_OPENERS: Final[Mapping[str, Callable[[str], BinaryIO]]] = {
    ".gz": _gzip,
    ".zst": _zstd,
    ".zstd": _zstd,
}


def is_compressed(path: Path) -> bool:
    """Whether the name says that the file is compressed."""
    return path.suffix.lower() in _OPENERS


def inner_name(path: Path) -> Path:
    """The name of what a file holds: ``news.jsonl`` of ``news.jsonl.gz``."""
    return path.with_suffix("") if is_compressed(path) else path


def open_file(path: str) -> BinaryIO:
    """The file's bytes as they were before they were compressed; OSError if it can't be opened.

    What is broken in a compressed file shows when it is read: OSError, EOFError or zlib's own.
    """
    opener = _OPENERS.get(Path(path).suffix.lower())
    return Path(path).open("rb") if opener is None else opener(path)
