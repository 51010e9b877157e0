"""CSV text: a header and rows of cells, by RFC 4180 with lines that end in LF."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

_QUOTED = frozenset(',"\r\n')


def write_sheet(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The header and the rows as CSV; only cells that need quotes get them."""
    lines = [",".join(map(_cell, row)) for row in (header, *rows)]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    # The csv module leaves a lone carriage return unquoted, and reads it back as the end of a row.
    if _QUOTED.isdisjoint(text):
        return text
    return '"' + text.replace('"', '""') + '"'


def read_sheet(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each row that isn't blank, with the number of the line on which it starts.

    ``csv.Error`` for text that is no CSV.
    """
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    for row in reader:
        if row:
            yield line, row
        line = reader.line_num + 1
