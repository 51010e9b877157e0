"""Names are compared without what differs between those who write them."""

from __future__ import annotations

import pytest

from summitry.model.names import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Joe Biden", "joe biden"),
        ("  JOSÉ \t Ñ\u00a0X ", "jose n x"),
        ("Erdoğan", "erdogan"),
        ("Straße", "strasse"),
        ("Путин", "путин"),
        ("", ""),
    ],
)
def test_a_name_is_folded(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(folded) == folded
