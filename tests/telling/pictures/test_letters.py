from __future__ import annotations

import string

import pytest
from fpdf import FPDF
from hypothesis import given
from hypothesis import strategies as st

from summitry.telling.pictures.letters import cut, width, wrapped

PRINTED = string.ascii_letters + string.digits + string.punctuation + " "
TEXTS = st.text(PRINTED + "éüŠ–", max_size=40)


def helvetica(text: str, *, bold: bool = False) -> float:
    """The width by the font's own table, for a size of 1000."""
    page = FPDF(unit="pt")
    page.set_font("helvetica", "B" if bold else "", 1000)
    return float(page.get_string_width(text))


@pytest.mark.parametrize("letter", PRINTED)
def test_a_letter_is_as_wide_as_in_the_font(letter: str) -> None:
    assert width(letter, 1000) == helvetica(letter)


def test_an_accent_takes_no_room() -> None:
    assert width("Évian", 12) == width("Evian", 12)


@pytest.mark.parametrize(
    "text", ["Vladimir Putin and Barack Obama", "George W. Bush", "Harry S. Truman"]
)
def test_bold_letters_are_nearly_as_wide_as_in_the_font(text: str) -> None:
    assert width(text, 1000, bold=True) == pytest.approx(helvetica(text, bold=True), rel=0.03)


@given(TEXTS, st.floats(20, 300))
def test_lines_hold_every_word_and_fit_save_where_one_word_does_not(
    text: str, within: float
) -> None:
    lines = wrapped(text, 12, within)
    assert " ".join(lines).split() == text.split()
    assert all(width(line, 12) <= within or " " not in line for line in lines)


@given(TEXTS, st.floats(20, 300))
def test_a_text_is_cut_to_what_fits(text: str, within: float) -> None:
    found = cut(text, 12, within)
    assert width(found, 12) <= max(within, width("…", 12))
    assert found == text or (found.endswith("…") and text.startswith(found[:-1]))
