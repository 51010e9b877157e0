"""Documents that are files of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from summitry.reading.documents import SUFFIXES
from summitry.sources.archive.compression import inner_name, open_file
from summitry.sources.archive.part import Part
from summitry.sources.archive.raw import Raw, Unusable


def read_files(part: Part, most: int) -> Iterator[Raw | Unusable]:
    """The documents of a part, named by their paths; of each no more than ``most`` bytes."""
    for path in part.paths:
        try:
            with open_file(path) as file:
                data = file.read(most + 1)
        except Exception as error:  # noqa: BLE001 - each compression has errors of its own
            yield Unusable(path, reason(error))
            continue
        if len(data) > most:
            yield Unusable(path, f"larger than {most // 1024 // 1024} MiB")
        else:
            type = SUFFIXES.get(inner_name(Path(path)).suffix.lower())
            yield Raw(id=path, data=data, type=type)


def reason(error: Exception) -> str:
    """What is wrong with a file, in one line."""
    told = error.strerror if isinstance(error, OSError) else None
    return " ".join((told or str(error) or type(error).__name__).lower().split())
