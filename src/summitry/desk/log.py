"""The log of a record: told, and its changes taken back."""

from __future__ import annotations

from pathlib import Path

from summitry.model.changes import Change, ChangeId, Signature
from summitry.model.problems import InputError, RecordError


def own_file(record: Path | None) -> Path:
    """The SQLite file of a record that may be changed; RecordError for another."""
    if record is None or record.is_dir():
        named = "the bundled record" if record is None else f"the folder {str(record)!r}"
        raise RecordError(
            f"{named} has no log and no proposals (expected a SQLite file;"
            " make one with: summitry record build)"
        )
    return record


def changes(
    record: Path | None, *, most: int = 50, before: ChangeId | None = None
) -> tuple[Change, ...]:
    """So many changes of a record older than the one ``before``, the last first."""
    from summitry.record.log import Log  # noqa: PLC0415 - the database library takes long

    return Log(own_file(record)).changes(most=most, before=before)


def undo(record: Path | None, id: ChangeId, signed: Signature) -> Change:
    """Take a change back, by another that this gives.

    InputError if there is no such change, or no reason; Overtaken if it was taken back, or what it
    changed has been changed since; RecordError if others rest on what it added.
    """
    from summitry.record.log import Log  # noqa: PLC0415 - as above

    if not signed.reason:
        raise InputError('no reason "" (expected a few words on why)')
    log = Log(own_file(record))
    done = log.change(log.undo(id, signed))
    if done is None:
        raise RecordError(f"change {id} was undone, and the log doesn't say so")
    return done
