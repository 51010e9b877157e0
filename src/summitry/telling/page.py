"""The history page, as text, as Markdown and as plain data."""

from __future__ import annotations

import re
import textwrap
from dataclasses import asdict
from functools import cache
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from summitry.telling.dates import DateStyle
from summitry.telling.history import History
from summitry.telling.layout import lay_out
from summitry.telling.summary import sentences
from summitry.telling.words import capitalised

WIDTH: Final = 88
"""Columns of a page of text that is for no terminal."""

_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>])")
_BLANK_LINES: Final = re.compile(r"\n{3,}")


def as_text(history: History, *, style: DateStyle = DateStyle.PLAIN, width: int = WIDTH) -> str:
    """The page as plain text of so many columns, with footnotes."""
    return rendered("page.txt.j2", lay_out(history, style=style), width=width)


def as_markdown(history: History, *, style: DateStyle = DateStyle.PLAIN) -> str:
    """The page as CommonMark; footnotes are links to their sources."""
    return rendered("page.md.j2", lay_out(history, style=style))


def as_paragraph(
    history: History, *, style: DateStyle = DateStyle.PLAIN, width: int | None = WIDTH
) -> str:
    """The key facts alone, as running text; a width of None keeps it in one line."""
    text = sentences(history, style=style)
    return f"{text if width is None else _set(text, '', width)}\n"


def as_json(history: History, *, style: DateStyle = DateStyle.PLAIN) -> dict[str, Any]:
    """The page as plain data: the fields of :class:`Layout`, tuples as lists."""
    basis = history.basis
    data = asdict(lay_out(history, style=style))
    return {**_plain(data), "as_of": history.as_of.isoformat(), "record": asdict(basis)}


def _plain(value: Any) -> Any:  # noqa: ANN401 - JSON has no better type
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return str(value) if isinstance(value, str) else value


def rendered(template: str, page: object, *, width: int = WIDTH) -> str:
    """A page that is laid out, set by a template of this room; ``width`` is for plain text."""
    text = _templates().get_template(template).render(page=page, width=width)
    return _BLANK_LINES.sub("\n\n", text).strip() + "\n"


@cache
def _templates() -> Environment:
    templates = Environment(
        loader=PackageLoader("summitry.telling", "templates"),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - neither plain text nor Markdown is HTML
        keep_trailing_newline=True,
    )
    templates.filters["set"] = _set
    templates.filters["escape"] = _escaped
    templates.filters["capitalised"] = capitalised
    return templates


def _set(text: str, mark: str, width: int) -> str:
    """The text as lines of the page: ``mark`` before the first, as much space before others."""
    return textwrap.fill(
        text,
        width,
        initial_indent=mark,
        subsequent_indent=" " * len(mark),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _escaped(text: str) -> str:
    """The text without a character that CommonMark would read as markup."""
    return _SPECIAL.sub(r"\\\1", text)
