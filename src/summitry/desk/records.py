"""Records: opened, built from a folder, and audited."""

from __future__ import annotations

from pathlib import Path

from summitry.model.problems import Problem
from summitry.record.checks import audit as audit_content
from summitry.record.home import Home
from summitry.record.memory import MemoryRecord
from summitry.record.open import open_content, open_record
from summitry.record.package import read_package
from summitry.record.view import About, View

__all__ = ["About", "View", "audit", "build", "open_record", "snapshot"]


def snapshot(record: Home | None) -> View:
    """The record as it is, held in memory: what happens to it since changes nothing.

    It is safe to be shared by threads, and to be sent to other processes. RecordError if it can't
    be read.
    """
    return MemoryRecord(open_content(record))


def build(folder: Path, home: Home) -> About:
    """Build a record in SQL from the package in a folder; RecordError if either won't do.

    It is there whole or not at all, and building a file twice gives the same bytes.
    """
    # The database library takes longer to import than a package takes to read.
    from summitry.record.sql_record import build as build_in  # noqa: PLC0415

    content = read_package(folder)
    build_in(content, home)
    return open_record(home).about()


def audit(record: Home | None) -> tuple[Problem, ...]:
    """Everything that a record says and that can't be right, or lacks support."""
    if record is None or (isinstance(record, Path) and not record.is_file()):
        return audit_content(open_content(record))
    # The database library takes longer to import than a package takes to read.
    from summitry.record.soundness import look  # noqa: PLC0415

    content, altered = look(record)
    # What doesn't hold together can't be asked what it says.
    return altered or audit_content(content)
