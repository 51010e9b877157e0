"""What a document is written as: told by its bytes, its media type, or the end of its name."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Final

from summitry.model.statements import DocumentType

EXPECTED: Final = "text in UTF-8, Markdown, HTML or PDF"
"""What is read, in the words of a refusal."""

MEDIA_TYPES: Final = {
    "text/plain": DocumentType.TEXT,
    "text/markdown": DocumentType.MARKDOWN,
    "text/x-markdown": DocumentType.MARKDOWN,
    "text/html": DocumentType.HTML,
    "application/xhtml+xml": DocumentType.HTML,
    "application/pdf": DocumentType.PDF,
}

SUFFIXES: Final = {
    ".md": DocumentType.MARKDOWN,
    ".markdown": DocumentType.MARKDOWN,
    ".html": DocumentType.HTML,
    ".htm": DocumentType.HTML,
    ".xhtml": DocumentType.HTML,
    ".pdf": DocumentType.PDF,
}

_HEAD: Final = 4096
"""Bytes within which a document shows what it is."""

_PDF: Final = re.compile(rb"\s*%PDF-\d")
_HTML: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)


def type_of(data: bytes, *, name: str = "", media_type: str = "") -> DocumentType:
    """The type of a document; text if nothing tells otherwise.

    A PDF and a page of HTML show what they are, whatever they are called. ``media_type`` is what a
    server calls it, without parameters; for a server Markdown may be plain text.
    """
    head = data[:_HEAD]
    if _PDF.match(head):
        return DocumentType.PDF
    if _HTML.match(head):
        return DocumentType.HTML
    told = MEDIA_TYPES.get(media_type.lower(), DocumentType.TEXT)
    if told is not DocumentType.TEXT:
        return told
    return SUFFIXES.get(PurePath(name).suffix.lower(), DocumentType.TEXT)
