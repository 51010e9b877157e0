"""The log of a record: told, and its changes taken back."""

from __future__ import annotations

from summitry.desk.homes import Home, own
from summitry.model.changes import Change, ChangeId, Signature
from summitry.model.problems import InputError, RecordError


def changes(
    record: Home | None, *, most: int = 50, before: ChangeId | None = None
) -> tuple[Change, ...]:
    """So many changes of a record older than the one ``before``, the last first."""
    from summitry.record.log import Log  # noqa: PLC0415 - the database library takes long

    return Log(own(record)).changes(most=most, before=before)


def undo(record: Home | None, id: ChangeId, signed: Signature) -> Change:
    """Take a change back, by another that this gives.

    InputError if there is no such change, or no reason; Overtaken if it was taken back, or what it
    changed has been changed since; RecordError if others rest on what it added.
    """
    from summitry.record.log import Log  # noqa: PLC0415 - as above

    if not signed.reason:
        raise InputError('no reason "" (expected a few words on why)')
    log = Log(own(record))
    done = log.change(log.undo(id, signed))
    if done is None:
        raise RecordError(f"change {id} was undone, and the log doesn't say so")
    return done
