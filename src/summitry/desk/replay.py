"""Replay: which changes of a record turned an answer that was given of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from summitry.model.changes import Change
from summitry.record.home import Home
from summitry.record.memory import MemoryRecord
from summitry.record.open import open_content
from summitry.record.view import View

if TYPE_CHECKING:
    from summitry.record.past import Past


class Records:
    """A record as it is, and as it was after each change of its log, if it has one."""

    def __init__(self, record: Home | None) -> None:
        content = open_content(record)
        self.now: View = MemoryRecord(content)
        self._past: Past | None = None
        if record is not None and not (isinstance(record, Path) and record.is_dir()):
            from summitry.record.log import Log  # noqa: PLC0415 - the database library takes long
            from summitry.record.past import Past  # noqa: PLC0415

            self._past = Past(content, Log(record))
        self._known: dict[str, tuple[Change, ...] | None] = {}

    def since(self, digest: str) -> tuple[Change, ...] | None:
        """The changes since the record had this digest; None if that isn't known."""
        if digest == self.now.about().digest:
            return ()
        if self._past is None:
            return None
        if digest not in self._known:
            self._known[digest] = self._past.since(digest)
        return self._known[digest]

    def before(self, changes: Sequence[Change]) -> View:
        """The record before some changes, the last of which is its latest."""
        if not changes or self._past is None:
            return self.now
        return MemoryRecord(self._past.before(changes))


def turning(changes: Sequence[Change], holds_before: Callable[[int], bool]) -> Change:
    """Of some changes the one by which something ceased to hold that held before them all.

    ``holds_before`` says whether it held before so many of the last of them. Where it ceased and
    held again, one of the changes by which it ceased.
    """
    least, most = 0, len(changes) - 1
    while least < most:
        middle = (least + most) // 2
        if holds_before(len(changes) - middle - 1):
            least = middle + 1
        else:
            most = middle
    return changes[least]
