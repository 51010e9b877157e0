"""Homes: where a record is kept, as people name it; and whether it is still as it was there."""

from __future__ import annotations

from summitry.model.problems import RecordError
from summitry.record.home import Database, Home, home_of

__all__ = ["Database", "Home", "Stamp", "home_of", "own", "stamp"]

Stamp = tuple[object, ...]
"""What tells a record from what it becomes; empty if it isn't there."""


def own(record: Home | None) -> Home:
    """The home of a record that is kept in SQL, with a log; RecordError for another."""
    if record is None or (not isinstance(record, Database) and record.is_dir()):
        named = "the bundled record" if record is None else f"the folder {str(record)!r}"
        raise RecordError(
            f"{named} has no log and no proposals (expected a SQLite file or a database;"
            " make one with: summitry record build)"
        )
    return record


def stamp(record: Home) -> Stamp:
    """The names, sizes and times of a record's files; a database's description and digest."""
    if isinstance(record, Database):
        # The database library takes longer to import than a package takes to read.
        from summitry.record.sql_record import description  # noqa: PLC0415

        try:
            return tuple(sorted(description(record).items()))
        except RecordError:
            return ()
    try:
        files = sorted(record.iterdir()) if record.is_dir() else [record]
        told = [(file.name, file.stat()) for file in files]
    except OSError:
        return ()
    return tuple((name, one.st_size, one.st_mtime_ns) for name, one in told)
