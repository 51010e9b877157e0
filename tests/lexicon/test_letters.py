from __future__ import annotations

from typing import Literal
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.lexicon.letters import folded, spelled, spellings
from summitry.lexicon.tables import table

PLAIN = [
    ("François", "Francois"),
    ("WAŁĘSA", "WALESA"),
    ("Đorđe Ångström", "Dorde Angstrom"),
    ("ıİŞşß", "iISsss"),
    ("Ævar Œuvre", "Aevar Oeuvre"),
    ("“quoted” – 1½", "“quoted” – 1½"),
]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(("text", "plain"), PLAIN)
def test_plain_letters(text: str, plain: str, form: Literal["NFC", "NFD"]) -> None:
    assert folded(normalize(form, text)) == plain


def test_some_letters_are_spelled_in_two_ways() -> None:
    assert spellings("Schröder") == ("Schroder", "Schroeder")
    assert spellings("Hollande") == ("Hollande",)


def test_the_table_holds_single_letters_and_plain_ones_for_them() -> None:
    for rows in table("letters").values():
        assert all(len(letter) == 1 and plain.isascii() for letter, plain in rows.items())
        assert all(letter.isupper() == plain[0].isupper() for letter, plain in rows.items())


@given(st.text())
def test_each_letter_keeps_its_place(text: str) -> None:
    for plain, at in spelled(text):
        assert len(at) == len(plain) + 1
        assert list(at) == sorted(at)
        assert at[-1] == len(text)
        ends = [next(end for end in at[n + 1 :] if end > start) for n, start in enumerate(at[:-1])]
        for letter, start, end in zip(plain, at, ends, strict=False):
            assert any(letter in way for way in spellings(text[start:end]))


@given(st.text())
def test_plain_letters_stay_as_they_are(text: str) -> None:
    assert folded(folded(text)) == folded(text)
