"""From tables to batches of rows for a record, by a map."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from summitry.sources.batch import Batch
from summitry.sources.table.file import batches
from summitry.sources.table.mapping import Map
from summitry.sources.table.rows import open_rows


@dataclass(frozen=True, slots=True)
class TableImporter:
    """The importer of tables that one map fits."""

    map: Map
    name: str = "csv"

    @property
    def title(self) -> str:
        """The title of what the map is of, whichever file is read."""
        return self.map.title

    def recognise(self, paths: Sequence[Path]) -> bool:
        """Whether they are files; what else is wrong with one is told when it is read."""
        return bool(paths) and not any(path.is_dir() for path in paths)

    def extract(self, paths: Sequence[Path]) -> Iterator[Batch]:
        """What the files tell, a few thousand rows at a time.

        InputError, before any row is taken in, where a file can't be read or lacks a column. A row
        that tells of nothing is among a batch's problems, and the others go in.
        """
        for path in paths:
            with open_rows(path, self.map):
                pass
        for path in paths:
            yield from batches(path, self.map)
