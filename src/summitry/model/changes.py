"""Changes of a record: who made them, when and why, and what was before and after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

ChangeId = int
Cells = Mapping[str, str]
"""A row as text, cell by cell; what its links hold stands under their names, joined by ``;``."""


class Act(StrEnum):
    """What was done to a record."""

    ADD = "add"
    IMPORT = "import"
    AMEND = "amend"
    JUDGE = "judge"
    ACCEPT = "accept"
    REJECT = "reject"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who did something, at which moment (in some time zone), and why."""

    author: str
    made: datetime
    reason: str = ""

    def __post_init__(self) -> None:
        if not self.author.strip():
            raise ValueError("a signature needs an author")
        if self.made.tzinfo is None:
            raise ValueError("a signature's moment needs a time zone")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedRow:
    """A row before and after a change; None where there was none, or is none any more."""

    table: str
    row: str
    before: Cells | None
    after: Cells | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One act upon a record, as its log has it.

    ``size`` is the number of its rows; of very many, ``rows`` are the first. ``undoes`` is what
    it took back, ``undone_by`` what took it back. ``proposal`` is the one that was decided by it,
    if one was.
    """

    id: ChangeId
    act: Act
    signed: Signature
    size: int
    rows: tuple[ChangedRow, ...] = ()
    undoes: ChangeId | None = None
    undone_by: ChangeId | None = None
    proposal: str = ""
