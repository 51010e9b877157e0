from __future__ import annotations

import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Final
from unittest import mock

import pytest
from fpdf import FPDF
from pypdf import PdfReader, PdfWriter

from summitry.model.problems import InputError
from summitry.reading.documents import pdf
from summitry.reading.documents.pdf import LIGATURES, read_pdf
from tests.articles import TITLE, as_pdf

PIXEL: Final = zlib.compress(b"\x00\xff\x00\x00")


def paper(text: str, *, title: str = "", size: float = 10) -> bytes:
    made = FPDF()
    made.set_title(title)
    made.add_page()
    made.set_font("helvetica", size=size)
    made.multi_cell(0, size / 2, text)
    return bytes(made.output())


def encrypted(password: str, algorithm: str = "RC4-128") -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(as_pdf())))
    writer.encrypt(password, "owner", algorithm=algorithm)
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def blank() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    return written(writer)


def many_pages() -> bytes:
    writer = PdfWriter()
    for _ in range(pdf.MOST_PAGES + 1):
        writer.add_blank_page(10, 10)
    return written(writer)


def picture() -> bytes:
    """A page with nothing on it but lines."""
    made = FPDF()
    made.add_page()
    made.line(10, 10, 90, 90)
    return bytes(made.output())


REFUSED: Final[dict[str, tuple[Callable[[], bytes], str]]] = {
    "nothing": (lambda: b"", "is no PDF that can be read"),
    "no PDF": (lambda: b"They met.", "is no PDF that can be read"),
    "a head alone": (lambda: b"%PDF-1.7\n", "is no PDF that can be read"),
    "half of one": (lambda: as_pdf()[:700], "is no PDF that can be read"),
    "no pages": (lambda: written(PdfWriter()), "has no text, only pictures"),
    "an empty page": (blank, "has no text, only pictures"),
    "pictures": (picture, "has no text, only pictures"),
    "a password": (lambda: encrypted("secret"), "is encrypted"),
    "too many pages": (many_pages, f"has {pdf.MOST_PAGES + 1} pages"),
}


@pytest.mark.parametrize(("make", "says"), REFUSED.values(), ids=REFUSED)
def test_what_has_no_text_to_read_is_refused_in_one_line(
    make: Callable[[], bytes], says: str
) -> None:
    with pytest.raises(InputError) as refused:
        read_pdf(make(), name="a.pdf")
    assert str(refused.value).startswith(f'"a.pdf" {says}')
    assert "(expected " in str(refused.value)


def test_a_file_that_opens_without_a_password_is_read() -> None:
    assert read_pdf(encrypted(""), name="a.pdf").text == read_pdf(as_pdf(), name="a.pdf").text


def test_a_text_that_unfolds_without_end_is_refused() -> None:
    with (
        mock.patch.object(pdf, "MOST_CHARACTERS", 100),
        pytest.raises(InputError, match=r'"a\.pdf" is too long \(expected at most 100'),
    ):
        read_pdf(as_pdf(), name="a.pdf")


def test_the_title_is_taken_if_the_text_shows_it() -> None:
    assert read_pdf(as_pdf(), name="a.pdf").title == TITLE
    assert read_pdf(paper("They met."), name="a.pdf").title == ""
    assert read_pdf(paper("They met.", title="untitled.doc"), name="a.pdf").title == ""


def test_no_day_is_told_though_the_file_was_made_on_one() -> None:
    assert PdfReader(BytesIO(as_pdf())).metadata.creation_date is not None  # type: ignore[union-attr]
    found = read_pdf(as_pdf(), name="a.pdf")
    assert (found.published, found.modified) == (None, None)


def test_the_mark_of_a_note_is_no_number_of_the_text() -> None:
    made = FPDF()
    made.add_page()
    made.set_font("helvetica", size=10)
    made.write(5, "They met in 2021.")
    made.char_vpos = "SUP"
    made.write(5, "12")
    made.char_vpos = "LINE"
    made.write(5, " They left.")
    assert read_pdf(bytes(made.output()), name="a.pdf").text == "They met in 2021. They left.\n"


def test_words_that_are_turned_are_left_out() -> None:
    made = FPDF()
    made.add_page()
    made.set_font("helvetica", size=10)
    made.cell(0, 5, "They met.", new_x="LMARGIN", new_y="NEXT")
    with made.rotation(90, 50, 50):
        made.text(50, 50, "DRAFT")
    assert read_pdf(bytes(made.output()), name="a.pdf").text == "They met.\n"


def test_ligatures_are_letters() -> None:
    assert "ﬁ".translate(LIGATURES) == "fi"


def test_cells_of_a_row_are_one_line() -> None:
    made = FPDF()
    made.add_page()
    made.set_font("helvetica", size=10)
    with made.table(first_row_as_headings=False) as table:
        for row in (("2021", "Geneva"), ("2018", "Helsinki")):
            table.row(row)
    assert read_pdf(bytes(made.output()), name="a.pdf").text == "2021 Geneva\n\n2018 Helsinki\n"
