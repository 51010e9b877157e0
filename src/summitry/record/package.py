"""A record as a CSV Data Package: a folder that people edit, review and publish.

The folder holds ``datapackage.json`` and a CSV file for each table; whatever else is in it is
left alone. A package is never half-written: where there is none, it is laid beside its place and
moved there whole; else a write lays every file ready in a folder within the package, renames that
folder (at that moment the package has changed) and then moves the files into place. Readers look
among the files that are ready first: a write that was cut short while moving them counts as done.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import Final

from summitry.model.problems import Problem, RecordError
from summitry.record.columns import AnyTable
from summitry.record.content import Content, content_of
from summitry.record.descriptor import FILE, description_of, descriptor_of, own, to_json
from summitry.record.integrity import check, faults, refuse
from summitry.record.sheets import Sheet, file_of, read_sheet, write_sheet
from summitry.record.tables import TABLES

_READY: Final = ".ready"
_LAYING: Final = ".laying-"


# --- reading ----------------------------------------------------------------------------------


def read_package(folder: Path) -> Content:
    """The content of a package.

    RecordError if anything is wrong with it: the message names the first fault by file and line,
    ``problems`` has them all.
    """
    descriptor = _read(folder, FILE)
    if isinstance(descriptor, Problem):
        raise RecordError(f"no record in {str(folder)!r}: {descriptor}", (descriptor,))
    description = description_of(own(descriptor))
    sheets = {table.name: _sheet(folder, table) for table in TABLES}
    refuse(_problems(sheets))
    return content_of(description, {name: sheet.rows for name, sheet in sheets.items()})


def _sheet(folder: Path, table: AnyTable) -> Sheet:
    text = _read(folder, file_of(table))
    return Sheet([], [], [text]) if isinstance(text, Problem) else read_sheet(table, text)


def _read(folder: Path, name: str) -> str | Problem:
    path = folder / _READY / name
    if not path.is_file():
        path = folder / name
    try:
        return path.read_bytes().decode()
    except FileNotFoundError:
        return Problem("missing-file", name, "there is no such file", f"expected {name}")
    except OSError as error:
        return Problem("unreadable-file", name, f"it can't be read: {error.strerror}")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        byte = f"byte 0x{error.object[error.start]:02x}"
        return Problem("not-utf-8", f"{name}:{line}", f"{byte} is not UTF-8", "expected UTF-8")


def _problems(sheets: Mapping[str, Sheet]) -> tuple[Problem, ...]:
    def where(table: AnyTable, index: int) -> str:
        return f"{file_of(table)}:{sheets[table.name].lines[index]}"

    found = [problem for sheet in sheets.values() for problem in sheet.problems]
    rows = {name: sheet.rows for name, sheet in sheets.items()}
    whole = {name for name, sheet in sheets.items() if not sheet.problems}
    return (*found, *faults(rows, where, whole=whole))


# --- writing ----------------------------------------------------------------------------------


def write_package(content: Content, folder: Path) -> None:
    """Write the content as a package, making the folder or replacing the package in it.

    The same content gives the same bytes. Files that are not a record's stay. RecordError if the
    content doesn't hold together, the folder holds something else, or it can't be written.
    """
    check(content)
    sheets = {file_of(table): write_sheet(table, content.rows(table)) for table in TABLES}
    try:
        _refuse_others(folder)
        _settle(folder)
        _lay(folder, {FILE: to_json(descriptor_of(content)), **sheets})
        _settle(folder)
    except OSError as error:
        raise RecordError(f"can't write {str(folder)!r}: {error.strerror}") from None


def _refuse_others(folder: Path) -> None:
    """RecordError unless there is nothing yet, or a package to be replaced."""
    if not folder.exists() or (folder.is_dir() and set(folder.iterdir()) == set(_left(folder))):
        return
    text = _read(folder, FILE)
    try:
        own("" if isinstance(text, Problem) else text)
    except RecordError:
        raise RecordError(
            f"won't replace {str(folder)!r}: expected a folder that is empty or holds a record"
        ) from None


def _lay(folder: Path, files: Mapping[str, str]) -> None:
    """Lay every file ready within the folder, or where there is none the whole folder; or none."""
    is_there = folder.exists()
    for left in _left(folder):
        rmtree(left)
    place = folder if is_there else folder.parent
    with suppress(FileExistsError):
        place.mkdir(parents=True)
    with TemporaryDirectory(prefix=_LAYING, dir=place) as laying:
        ready = Path(laying) / "package"
        ready.mkdir()
        for name, text in files.items():
            (ready / name).write_bytes(text.encode())
        ready.rename(folder / _READY if is_there else folder)


def _left(folder: Path) -> list[Path]:
    """What writes that were cut short left lying."""
    return list(folder.glob(f"{_LAYING}*"))


def _settle(folder: Path) -> None:
    """Move the files that are ready into place."""
    ready = folder / _READY
    if ready.is_dir():
        for path in sorted(ready.iterdir()):
            path.replace(folder / path.name)
        ready.rmdir()
