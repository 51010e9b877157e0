"""A judgement joins two rows, never one with itself."""

from __future__ import annotations

import pytest

from summitry.model.judgements import Judgement


def judged(row: str, other: str) -> Judgement:
    return Judgement(
        id="a-is-b",
        table="people",
        row=row,
        other=other,
        same=True,
        author="an importer",
        reason="one name and one office",
    )


def test_two_rows_are_judged() -> None:
    assert judged("a", "b").other == "b"


def test_a_row_is_not_judged_to_be_itself() -> None:
    with pytest.raises(ValueError, match="'a-is-b' needs two rows, not 'a' twice"):
        judged("a", "a")
