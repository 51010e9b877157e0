"""Whoever changes a record signs with a name and a moment that means the same everywhere."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from summitry.model.changes import Signature

MADE = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def test_a_signature_needs_no_reason() -> None:
    assert Signature(author="Ann", made=MADE).reason == ""


@pytest.mark.parametrize("author", ["", "  "])
def test_nobody_signs_nothing(author: str) -> None:
    with pytest.raises(ValueError, match="needs an author"):
        Signature(author=author, made=MADE)


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a time zone"):
        Signature(author="Ann", made=MADE.replace(tzinfo=None))
