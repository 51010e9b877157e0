"""Opening a record, whatever it is kept in."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path
from typing import Final

from summitry.model.problems import RecordError
from summitry.record.content import Content
from summitry.record.memory import MemoryRecord
from summitry.record.package import read_package
from summitry.record.view import Store

BUNDLED: Final = "us-russia"
"""The package that summitry carries, in ``packages/``."""


def open_record(path: Path | None = None) -> Store:
    """A view of the package in a folder, of a SQLite file, or of the bundled package.

    RecordError if it can't be read.
    """
    if path is not None and path.is_file():
        # The database library takes longer to import than a package takes to read.
        from summitry.record.sql_record import SqlRecord  # noqa: PLC0415

        return SqlRecord(path)
    return MemoryRecord(open_content(path))


def open_content(path: Path | None = None) -> Content:
    """The whole content of the package in a folder, of a SQLite file, or of the bundled package.

    RecordError if it can't be read.
    """
    if path is None:
        with as_file(files(__package__) / "packages" / BUNDLED) as folder:
            return read_package(folder)
    if path.is_dir():
        return read_package(path)
    if not path.exists():
        raise RecordError(
            f"no record at {str(path)!r}: expected a folder with datapackage.json or a SQLite file"
        )
    from summitry.record.sql_record import load  # noqa: PLC0415 - as above

    return load(path)
