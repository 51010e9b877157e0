"""A record's past: what it was after each change of its log."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Final

from summitry.model.changes import Change
from summitry.record.content import Content, value_digest
from summitry.record.digest import plus, total
from summitry.record.edits import Edit
from summitry.record.log import Log
from summitry.record.tables import VALUES

_TABLES: Final = {table.name: table for table in VALUES}
_EVERY: Final = 1 << 31


class Past:
    """What a record was, going back change by change from what it is."""

    def __init__(self, content: Content, log: Log) -> None:
        self._content, self._log = content, log

    def since(self, digest: str) -> tuple[Change, ...] | None:
        """The changes since the record had this digest, the first first; None if it never had.

        Where it had it more than once, those since the last time.
        """
        now, found = self._content.digest(), list[Change]()
        if now == digest:
            return ()
        for change in self._log.changes(most=_EVERY):
            now = _undone(now, self._log.edits(change.id))
            found.append(change)
            if now == digest:
                return tuple(reversed(found))
        return None

    def before(self, changes: Sequence[Change]) -> Content:
        """The record before the first of these changes, of which the last is its latest."""
        content = self._content
        for change in reversed(changes):
            content = _without(content, self._log.edits(change.id))
        return content


def _undone(digest: str, edits: Iterable[Edit]) -> str:
    """The digest before what these edits did."""
    back = 0
    for edit in edits:
        table = _TABLES[edit.table]
        if edit.before is not None:
            back += total((value_digest(table, edit.before),))
        if edit.after is not None:
            back -= total((value_digest(table, edit.after),))
    return plus(digest, back)


def _without(content: Content, edits: Iterable[Edit]) -> Content:
    """The content before what these edits did."""
    rows: dict[str, dict[str, Any]] = {}
    for edit in edits:
        if edit.table not in rows:
            rows[edit.table] = {value.id: value for value in getattr(content, edit.table)}
        if edit.before is None:
            del rows[edit.table][edit.row]
        else:
            rows[edit.table][edit.row] = edit.before
    changed: dict[str, Any] = {name: tuple(values.values()) for name, values in rows.items()}
    return replace(content, **changed)
