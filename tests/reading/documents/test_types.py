from __future__ import annotations

from typing import Final

import pytest

from summitry.model.statements import DocumentType
from summitry.reading.documents.types import type_of

TEXT, MARKDOWN, HTML, PDF = DocumentType

TOLD: Final = {
    "nothing": (b"They met.", "", "", TEXT),
    "a name": (b"They met.", "page.txt", "", TEXT),
    "an unknown name": (b"They met.", "page.dat", "", TEXT),
    "Markdown": (b"# A", "page.md", "", MARKDOWN),
    "Markdown in capitals": (b"# A", "PAGE.MARKDOWN", "", MARKDOWN),
    "HTML": (b"<p>A", "page.html", "", HTML),
    "HTML by an old name": (b"<p>A", "page.HTM", "", HTML),
    "HTML that shows": (b"\xef\xbb\xbf \n<!DOCTYPE html><p>A", "-", "", HTML),
    "HTML under another name": (b"<html><p>A", "page.txt", "", HTML),
    "HTML after a remark": (b"<!-- saved -->\n<!-- so --> <head>", "", "", HTML),
    "XHTML": (b'<?xml version="1.0"?>\n<!DOCTYPE html>', "", "", HTML),
    "a text about HTML": (b"The tag <html> comes first.", "", "", TEXT),
    "a text that begins so": (b"<headline> They met.", "", "", TEXT),
    "PDF": (b"%PDF-1.4\n", "-", "", PDF),
    "PDF under another name": (b"%PDF-1.4\n", "page.html", "text/html", PDF),
    "PDF by its name": (b"They met.", "page.pdf", "", PDF),
    "a text about PDF": (b"The mark is %PDF-1.4.", "", "", TEXT),
    "what a server says": (b"<p>A", "https://example.org/x.txt", "text/html", HTML),
    "what it says in capitals": (b"A", "https://example.org/", "TEXT/Markdown", MARKDOWN),
    "a server that knows no Markdown": (b"# A", "https://example.org/x.md", "text/plain", MARKDOWN),
}  # fmt: skip


@pytest.mark.parametrize(("data", "name", "media_type", "type"), TOLD.values(), ids=TOLD)
def test_a_type_is_told_by_what_shows_it(
    data: bytes, name: str, media_type: str, type: DocumentType
) -> None:
    assert type_of(data, name=name, media_type=media_type) is type
