"""The page of a preview, as text and as Markdown."""

from __future__ import annotations

from summitry.telling.dates import DateStyle
from summitry.telling.foretold import lay_out
from summitry.telling.page import WIDTH, rendered
from summitry.telling.preview import Preview


def as_text(preview: Preview, *, style: DateStyle = DateStyle.PLAIN, width: int = WIDTH) -> str:
    """The page as plain text of so many columns, with footnotes."""
    return rendered("preview.txt.j2", lay_out(preview, style=style), width=width)


def as_markdown(preview: Preview, *, style: DateStyle = DateStyle.PLAIN) -> str:
    """The page as CommonMark; footnotes are links to their sources."""
    return rendered("preview.md.j2", lay_out(preview, style=style))
