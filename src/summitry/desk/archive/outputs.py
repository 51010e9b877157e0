"""The tables that reading a part of an archive leaves in a folder.

``claims/KEY.parquet`` has a row for each claim, ``documents/KEY.parquet`` one for each document.
The documents' table comes last: where it is, the part was read.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, Self

from summitry.desk.archive.batch import Batch
from summitry.desk.archive.settings import Settings
from summitry.model.problems import RecordError
from summitry.telling.exports.claims import CLAIMS, DOCUMENTS
from summitry.telling.exports.parquet import Table, about

CLAIMS_IN: Final = "claims"
DOCUMENTS_IN: Final = "documents"
_LAYING: Final = ".laying"
_SETTINGS: Final = "settings"
_DONE: Final = "done"


class Output:
    """The two tables of a part: there when it was closed, and if it fails before, not at all."""

    def __init__(self, folder: Path, key: str, settings: Settings) -> None:
        self._paths = [folder / name / f"{key}.parquet" for name in (CLAIMS_IN, DOCUMENTS_IN)]
        # Another process may read the same part: both lay the same, and the later one stays.
        self._laying = [
            path.with_name(f"{path.name}.{os.getpid()}{_LAYING}") for path in self._paths
        ]
        self._about = {_SETTINGS: json.dumps(settings.as_json(), sort_keys=True)}
        self._tables: list[Table] = []

    def __enter__(self) -> Self:
        with self._writing():
            for path, columns in zip(self._laying, (CLAIMS, DOCUMENTS), strict=True):
                self._tables.append(Table(path, columns, self._about))
        return self

    def add(self, batch: Batch) -> None:
        """Add the rows of a batch."""
        with self._writing():
            for table, rows in zip(self._tables, (batch.claims, batch.documents), strict=True):
                table.add(rows)

    def close(self, done: Mapping[str, int]) -> None:
        """Put the tables in their place; ``done`` is told in them."""
        with self._writing():
            for table, laying, path in zip(self._tables, self._laying, self._paths, strict=True):
                table.close({_DONE: json.dumps(dict(done), sort_keys=True)})
                laying.replace(path)

    def __exit__(self, *error: object) -> None:
        for table, laying in zip(self._tables, self._laying, strict=False):
            with suppress(OSError):
                table.close({})
            laying.unlink(missing_ok=True)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise _unwritable(self._laying[0].parent, error) from None


def told_of(folder: Path, key: str) -> Mapping[str, int] | None:
    """What was told of a part when its tables were closed; None if it has none that are whole."""
    path = folder / DOCUMENTS_IN / f"{key}.parquet"
    if not path.is_file():
        return None
    told = about(path).get(_DONE)
    return None if told is None else json.loads(told)


def prepare(folder: Path) -> None:
    """Make the folder ready for outputs; RecordError if it can't be."""
    try:
        for name in (CLAIMS_IN, DOCUMENTS_IN):
            (folder / name).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(folder, error) from None


def clear(folder: Path, keys: frozenset[str]) -> None:
    """Take away the outputs of parts that aren't among the keys, and what was left half written."""
    for name in (CLAIMS_IN, DOCUMENTS_IN):
        for path in (folder / name).iterdir():
            stale = path.suffix == ".parquet" and path.stem not in keys
            if stale or path.suffix == _LAYING:
                path.unlink(missing_ok=True)


def _unwritable(folder: Path, error: OSError) -> RecordError:
    reason = (error.strerror or str(error)).lower()
    return RecordError(f'can\'t write in "{folder}": {reason} (expected a folder to fill)')
