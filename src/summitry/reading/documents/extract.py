"""Extracting: from the bytes of a document of any type to its text."""

from __future__ import annotations

from summitry.model.problems import InputError
from summitry.model.statements import DocumentType
from summitry.reading.documents.encodings import decode_page
from summitry.reading.documents.extracted import Extracted
from summitry.reading.documents.plain import plain_text
from summitry.reading.documents.types import EXPECTED, type_of


def extract(
    data: bytes,
    *,
    name: str,
    type: DocumentType | None = None,
    media_type: str = "",
    charset: str = "",
) -> Extracted:
    """What the bytes of a document hold; InputError if there is no text in them.

    ``type`` says what they are; unless given they, ``media_type`` or ``name`` show it. ``charset``
    is the encoding that a server declares. Offsets into a text in plain text are those of the file
    read with newlines for line ends; other types are laid out anew.
    """
    told = type or type_of(data, name=name, media_type=media_type)
    found = _extracted(told, data, name, charset)
    if not found.text.strip():
        raise InputError(f'"{name}" has no text to read (expected {EXPECTED})')
    return found


def _extracted(told: DocumentType, data: bytes, name: str, charset: str) -> Extracted:
    # Each type has a library of its own, which the others need not wait for.
    match told:
        case DocumentType.TEXT:
            return Extracted(type=told, text=plain_text(data, name=name, charset=charset))
        case DocumentType.MARKDOWN:
            from summitry.reading.documents.markdown import read_markdown  # noqa: PLC0415

            return read_markdown(plain_text(data, name=name, charset=charset))
        case DocumentType.HTML:
            from summitry.reading.documents.html import read_html  # noqa: PLC0415

            return read_html(decode_page(data, charset=charset), name=name)
        case DocumentType.PDF:
            from summitry.reading.documents.pdf import read_pdf  # noqa: PLC0415

            return read_pdf(data, name=name)
