"""Opening a record, whatever it is kept in."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path
from typing import Final

from summitry.model.problems import RecordError
from summitry.record.content import Content
from summitry.record.home import Home
from summitry.record.memory import MemoryRecord
from summitry.record.package import read_package
from summitry.record.view import Store

BUNDLED: Final = "us-russia"
"""The package that summitry carries, in ``packages/``."""


def open_record(home: Home | None = None) -> Store:
    """A view of the package in a folder, of a record in SQL, or of the bundled package.

    RecordError if it can't be read.
    """
    if home is not None and (not isinstance(home, Path) or home.is_file()):
        # The database library takes longer to import than a package takes to read.
        from summitry.record.sql_record import SqlRecord  # noqa: PLC0415

        return SqlRecord(home)
    return MemoryRecord(open_content(home))


def open_content(home: Home | None = None) -> Content:
    """The whole content of the package in a folder, of a record in SQL, or of the bundled package.

    RecordError if it can't be read.
    """
    if home is None:
        with as_file(files(__package__) / "packages" / BUNDLED) as folder:
            return read_package(folder)
    if isinstance(home, Path):
        if home.is_dir():
            return read_package(home)
        if not home.exists():
            raise RecordError(
                f"no record at {str(home)!r}: expected a folder with datapackage.json or a"
                " SQLite file"
            )
    from summitry.record.sql_record import load  # noqa: PLC0415 - as above

    return load(home)
