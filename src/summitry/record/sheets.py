"""The CSV text of a table: RFC 4180, save that lines end in LF; an empty cell is "not known"."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from summitry.model.problems import InputError, Problem
from summitry.record.columns import AnyTable, Column, Row

_QUOTED = frozenset(',"\r\n')


def file_of(table: AnyTable) -> str:
    """The name of the table's file."""
    return f"{table.name}.csv"


# --- writing ----------------------------------------------------------------------------------


def write_sheet(table: AnyTable, rows: Iterable[Row]) -> str:
    """The rows under the table's header."""
    lines = [",".join(column.name for column in table.columns)]
    for row in rows:
        cells = (
            "" if value == column.cell.empty else column.cell.write(value)
            for column, value in zip(table.columns, row, strict=True)
        )
        lines.append(",".join(map(_quoted, cells)))
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    # The csv module leaves a lone carriage return bare, and reads it back as the end of a row.
    if _QUOTED.isdisjoint(text):
        return text
    return '"' + text.replace('"', '""') + '"'


# --- reading ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows that could be read, the line on which each starts, and what is wrong."""

    rows: list[Row]
    lines: list[int]
    problems: list[Problem]


def read_sheet(table: AnyTable, text: str) -> Sheet:
    """The rows of a table from its text; a row with any fault is left out."""
    sheet = Sheet([], [], [])
    lines = _lines(text)
    try:
        _, header = next(lines, (1, []))
        sheet.problems.extend(_header_problems(table, header))
        if not sheet.problems:
            _read_rows(table, header, lines, sheet)
    except _NotCsvError as error:
        sheet.problems.append(_problem("not-csv", table, error.line, f"it is not CSV: {error}"))
    return sheet


class _NotCsvError(Exception):
    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each row that isn't blank, with the number of the line on which it starts."""
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    line = 1
    try:
        for cells in reader:
            if cells:
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise _NotCsvError(line, str(error)) from None


def _header_problems(table: AnyTable, header: Sequence[str]) -> Iterator[Problem]:
    names = [column.name for column in table.columns]
    expected = f"expected {','.join(names)}"
    for name in names:
        if name not in header:
            message = f"there is no column {name!r}"
            yield _problem("missing-column", table, 1, message, expected)
    for position, name in enumerate(header):
        if name not in names:
            message = f"column {name!r} is unknown"
            yield _problem("unknown-column", table, 1, message, expected)
        elif name in header[:position]:
            message = f"column {name!r} stands twice"
            yield _problem("repeated-column", table, 1, message, expected)


def _read_rows(
    table: AnyTable, header: Sequence[str], lines: Iterable[tuple[int, list[str]]], sheet: Sheet
) -> None:
    in_order = itemgetter(*(header.index(column.name) for column in table.columns))
    for line, cells in lines:
        if len(cells) != len(header):
            message = f"the row has {len(cells)} cells"
            hint = f"expected {len(header)}, as the header has"
            sheet.problems.append(_problem("ragged-row", table, line, message, hint))
            continue
        texts = in_order(cells)
        try:
            row = tuple(map(_value, table.columns, texts))
        except (ValueError, InputError):
            sheet.problems.extend(_cell_problems(table, line, texts))
        else:
            sheet.rows.append(row)
            sheet.lines.append(line)


def _value(column: Column, text: str) -> object:
    if text:
        return column.cell.read(text)
    if column.required:
        raise ValueError(text)
    return column.cell.empty


def _cell_problems(table: AnyTable, line: int, texts: Iterable[str]) -> Iterator[Problem]:
    for column, text in zip(table.columns, texts, strict=True):
        try:
            _value(column, text)
        except InputError as error:
            yield _problem("bad-cell", table, line, f"{column.name} is {error}")
        except ValueError:
            message = f"{column.name} {text!r} can't be read" if text else f"{column.name} is empty"
            hint = f"expected {column.cell.accepts}"
            yield _problem("bad-cell", table, line, message, hint)


def _problem(code: str, table: AnyTable, line: int, message: str, hint: str = "") -> Problem:
    return Problem(code, f"{file_of(table)}:{line}", message, hint)
