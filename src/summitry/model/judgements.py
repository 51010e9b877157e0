"""Judgements: that two rows are about one thing, or are not."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.model.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """That two rows of a table are one and the same (``same``), or two after all.

    Rows judged the same are shown as one, under the id of ``other``; what is stored stays as it
    is, so that a judgement can be reversed. ``author`` made it, for a ``reason``.
    """

    id: str
    table: str
    row: str
    other: str
    same: bool
    author: str
    reason: str
    made: When | None = None

    def __post_init__(self) -> None:
        if self.row == self.other:
            raise ValueError(f"judgement {self.id!r} needs two rows, not {self.row!r} twice")
