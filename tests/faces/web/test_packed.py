from __future__ import annotations

import base64
import os
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.faces.web.pages.packed import MOST_PACKED, MOST_UNPACKED, packed, unpacked
from summitry.model.problems import InputError


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=400))
def test_a_text_comes_back_as_it_was(text: str) -> None:
    word = packed(text)
    assert unpacked(word) == text
    assert set(word) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")


def test_a_text_that_would_be_too_long_is_not_packed() -> None:
    assert packed(os.urandom(MOST_PACKED).hex()) == ""
    assert packed("a" * (MOST_UNPACKED + 1)) == ""
    assert 0 < len(packed("a" * MOST_UNPACKED)) <= MOST_PACKED


@pytest.mark.parametrize(
    "word",
    [
        "abc",
        "é",
        "!" * 8,
        base64.urlsafe_b64encode(zlib.compress(b"\xff\xfe")).decode(),
        base64.urlsafe_b64encode(zlib.compress(b"Putin")[:-2]).decode(),
        base64.urlsafe_b64encode(zlib.compress(b"Putin") + b"more").decode(),
        base64.urlsafe_b64encode(zlib.compress(bytes(MOST_UNPACKED + 1))).decode(),
    ],
    ids=["short", "letters", "signs", "no UTF-8", "cut", "more", "bomb"],
)
def test_what_was_not_packed_is_refused(word: str) -> None:
    with pytest.raises(InputError, match="not a text"):
        unpacked(word)
