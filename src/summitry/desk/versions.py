"""The versions of what makes an answer, besides the record's."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

_READS: Final = ("summitry.lexicon", "summitry.model", "summitry.reading")
_COUNTS: Final = ("summitry.model", "summitry.reckoning")
_TELLS: Final = ("summitry.desk", "summitry.faces", "summitry.lexicon", "summitry.telling")
_SUFFIXES: Final = (".py", ".toml", ".csv", ".j2")
_DIGITS: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """The versions of what makes an answer of a record: each summitry's own, and a hash.

    ``reader`` reads claims and questions, ``rules`` are the counting rules and what reckons by
    them, ``telling`` puts into words what comes of it.
    """

    reader: str
    rules: str
    telling: str


@cache
def versions() -> Versions:
    """Those of this summitry."""
    return Versions(reader=reader_version(), rules=_hashed(_COUNTS), telling=_hashed(_TELLS))


@cache
def reader_version() -> str:
    """The version of the reader: summitry's own, and a hash of all the code and tables of it.

    Two readers of the same version read the same claims in the same text.
    """
    return _hashed(_READS)


def _hashed(rooms: Iterable[str]) -> str:
    told = hashlib.sha256()
    for room in rooms:
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
