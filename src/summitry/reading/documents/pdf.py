"""PDF: the lines printed on its pages. The one file that knows the library for it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any, Final

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError

from summitry.model.problems import InputError
from summitry.model.statements import DocumentType
from summitry.reading.documents.blocks import cleaned, lay
from summitry.reading.documents.extracted import Extracted
from summitry.reading.documents.lines import Line, blocks_of

MOST_PAGES: Final = 2_000
MOST_CHARACTERS: Final = 8 * 1024 * 1024
"""The longest text that is taken from a file: a small one can unfold to any length."""

_BOLD: Final = re.compile(r"bold|black|heavy|cmbx", re.IGNORECASE)
_SMALLER: Final = 0.85
LIGATURES: Final = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)

# What the library warns of is told by what it gives.
logging.getLogger("pypdf").addHandler(logging.NullHandler())


def read_pdf(data: bytes, *, name: str) -> Extracted:
    """The text that a PDF prints; InputError if it can't be read, is encrypted or holds pictures.

    It tells no day: the days in its metadata are those on which a program made the file. The
    title in them is taken if the text shows it, for many are a file's name.
    """
    try:
        pages, title = _read(data, name)
    except InputError:
        raise
    except DependencyError:
        raise _encrypted(name) from None
    except Exception:  # noqa: BLE001 - what is broken in a file may raise anything
        raise InputError(f'"{name}" is no PDF that can be read (expected a whole PDF)') from None
    blocks = blocks_of(pages)
    text = lay(blocks)
    if not text:
        raise InputError(f'"{name}" has no text, only pictures (expected a PDF with text)')
    shown = any(cleaned(block.text).startswith(title) for block in blocks)
    return Extracted(type=DocumentType.PDF, text=text, title=title if shown else "")


def _read(data: bytes, name: str) -> tuple[list[list[Line]], str]:
    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise _encrypted(name)
    if len(reader.pages) > MOST_PAGES:
        raise InputError(f'"{name}" has {len(reader.pages)} pages (expected at most {MOST_PAGES})')
    about = reader.metadata
    title = cleaned((about.title if about is not None else None) or "")
    return list(_pages(reader, name)), " ".join(title.split())


def _pages(reader: PdfReader, name: str) -> Iterator[list[Line]]:
    left = MOST_CHARACTERS
    for page in reader.pages:
        lines = list(_lines(_pieces(page)))
        left -= sum(len(line.text) for line in lines)
        if left < 0:
            raise InputError(
                f'"{name}" is too long (expected at most {MOST_CHARACTERS} characters)'
            )
        yield lines


def _encrypted(name: str) -> InputError:
    return InputError(f'"{name}" is encrypted (expected a PDF that opens without a password)')


_Matrix = Sequence[float]
_Piece = tuple[str, float, float, float, bool]
"""Words, where they start, the size of their letters, and whether they are bold."""


def _pieces(page: PageObject) -> list[_Piece]:
    """The words of a page as they come, without those that are turned."""
    found: list[_Piece] = []

    def visit(
        text: str, user: _Matrix, here: _Matrix, font: Mapping[str, Any] | None, size: float
    ) -> None:
        a, b, c, d, e, f = (float(n) for n in here)
        ua, ub, uc, ud, ue, uf = (float(n) for n in user)
        x, y = e * ua + f * uc + ue, e * ub + f * ud + uf
        turned = abs(a * ub + b * ud) > abs(a * ua + b * uc)
        height = abs(float(size) * (c * ub + d * ud))
        bold = _BOLD.search(str((font or {}).get("/BaseFont", ""))) is not None
        if text and not turned:
            found.append((text.translate(LIGATURES), x, y, round(height * 2) / 2, bold))

    page.extract_text(visitor_text=visit)
    return found


def _lines(pieces: Sequence[_Piece]) -> Iterator[Line]:
    """The pieces that stand on one height, put together."""
    row: list[_Piece] = []
    for piece in pieces:
        if not piece[0].strip():
            if row:
                row.append(piece)
        elif row and not _beside(row[0], piece):
            yield _line(row)
            row = [piece]
        elif not (row and _is_note(row[0], piece)):
            row.append(piece)
    if row:
        yield _line(row)


def _beside(first: _Piece, piece: _Piece) -> bool:
    _, x, y, size, _ = piece
    return abs(y - first[2]) < max(size, first[3]) / 2 and x >= first[1]


def _is_note(first: _Piece, piece: _Piece) -> bool:
    """Whether a piece is the mark of a note: a number set smaller."""
    return piece[0].strip().isdigit() and piece[3] < _SMALLER * first[3]


def _line(row: Sequence[_Piece]) -> Line:
    text = " ".join("".join(piece[0] for piece in row).split())
    most = max((piece for piece in row if piece[0].strip()), key=lambda piece: len(piece[0]))
    return Line(text=text, x=row[0][1], y=row[0][2], size=most[3], bold=most[4])
