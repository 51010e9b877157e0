"""The versions of what makes an answer, besides the record's."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

_READS: Final = ("summitry.lexicon", "summitry.model", "summitry.reading")
_SUFFIXES: Final = (".py", ".toml", ".csv")
_DIGITS: Final = 8


@cache
def reader_version() -> str:
    """The version of the reader: summitry's own, and a hash of all the code and tables of it.

    Two readers of the same version read the same claims in the same text.
    """
    told = hashlib.sha256()
    for room in _READS:
        for name, file in sorted(_files(files(room), room)):
            told.update(f"{name}\n".encode())
            told.update(file.read_bytes())
    return f"{version('summitry')}+{told.hexdigest()[:_DIGITS]}"


def _files(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    for one in folder.iterdir():
        name = f"{path}/{one.name}"
        if one.is_dir():
            yield from _files(one, name)
        elif one.name.endswith(_SUFFIXES):
            yield name, one
