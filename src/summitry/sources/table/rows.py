"""The rows of a CSV file, each with the line on which it starts."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import IO, Final

from summitry.model.problems import InputError, Problem
from summitry.sources.table.columns import Columns
from summitry.sources.table.mapping import DELIMITERS, Map, MapError

HEADER_WITHIN: Final = 30
"""Rows among which the header must be: titles and notes may stand above it."""

LONGEST_ROW: Final = 131_072
"""Characters of a row: a quote that is left open swallows no more of the file."""

Line = tuple[int, list[str]] | Problem

_BLOCK: Final = 1 << 20
_BYTE_ORDER_MARK: Final = {"utf-8": "utf-8-sig"}


@dataclass(frozen=True, slots=True)
class Rows:
    """A file's rows below its header: each with the line on which it starts, or its fault.

    ``repeats`` are the places of cells that, where empty, repeat the one above.
    """

    path: Path
    columns: Columns
    repeats: tuple[int, ...]
    lines: Iterator[Line]
    file: IO[bytes]

    @property
    def position(self) -> int:
        """How many bytes of the file have been read."""
        return self.file.tell()

    def __iter__(self) -> Iterator[Line]:
        """Each row with anything in it, as wide as the header."""
        width = len(self.columns.header)
        above = [""] * width
        for line in self.lines:
            if isinstance(line, Problem):
                yield line
                continue
            number, cells = line
            if not any(cells):
                continue
            if len(cells) != width:
                if len(cells) < width or any(cells[width:]):
                    yield _ragged(cells, width, f"{self.path}:{number}")
                    continue
                del cells[width:]
            if self.repeats:
                _repeat(cells, above, self.repeats)
            yield line


@contextmanager
def open_rows(path: Path, map: Map) -> Iterator[Rows]:
    """The rows of a file; InputError if it can't be read, or lacks a column of the map."""
    _refuse_undecodable(path, map.encoding)
    with _opened(path, map) as (lines, file):
        header = _header(lines, map)
        if isinstance(header, Columns):
            filled = (header.places(one.name) for one in map.casts if one.fill_down)
            yield Rows(path, header, tuple(chain.from_iterable(filled)), lines, file)
            return
    raise _headless(path, map, header)


@contextmanager
def _opened(path: Path, map: Map) -> Iterator[tuple[Iterator[Line], IO[bytes]]]:
    encoding = _BYTE_ORDER_MARK.get(map.encoding, map.encoding)
    with path.open("rb") as binary, io.TextIOWrapper(binary, encoding, newline="") as text:
        yield _lines(text, map, path), binary


_Near = tuple[int, Columns] | Problem | None
"""What is nearest to a header, and its line; where all is faulty the first fault."""


def _header(lines: Iterator[Line], map: Map) -> Columns | _Near:
    """The first row that has every column of the map, or what is nearest to one."""
    near: _Near = None
    fewest = 0
    for _, line in zip(range(HEADER_WITHIN), lines, strict=False):
        if isinstance(line, Problem):
            near = near or line
            continue
        number, cells = line
        columns = Columns.of(cells, map)
        lacking = len(columns.lacks(map))
        if not lacking:
            return columns
        if not isinstance(near, tuple) or lacking < fewest:
            near, fewest = (number, columns), lacking
    return near


def _headless(path: Path, map: Map, near: _Near) -> InputError:
    """What is wrong with a file that lacks a column of the map."""
    if near is None:
        return InputError(f"{str(path)!r} is empty (expected a header and rows)")
    for delimiter in DELIMITERS:
        with _opened(path, replace(map, delimiter=delimiter)) as (lines, _):
            if isinstance(_header(lines, map), Columns):
                message = f"its cells are not parted by {map.delimiter!r}"
                hint = f"expected the map to say delimiter = {delimiter!r}"
                return MapError((Problem("missing-column", str(path), message, hint),))
    if isinstance(near, Problem):
        return MapError((near,))
    number, columns = near
    return MapError(tuple(columns.problems(map, f"{path}:{number}")))


def _lines(text: IO[str], map: Map, path: Path) -> Iterator[Line]:
    bounded = _Bounded(text)
    reader = csv.reader(bounded, delimiter=map.delimiter, strict=True)
    line = 1
    while True:
        try:
            for cells in reader:
                if cells:
                    yield line, cells
                line = bounded.next_row()
        except csv.Error as error:
            # The reader goes on with the next line, so one faulty row costs no more than itself.
            last = bounded.line
            lines = f"line {line} is" if line == last else f"lines {line} to {last} are"
            hint = "expected a quote to be closed, and to be doubled within a cell"
            yield Problem("not-csv", f"{path}:{line}", f"{lines} not CSV: {error}", hint)
            line = bounded.next_row()
        else:
            return


class _Bounded:
    """The lines of a file, counted; csv.Error where more than the longest row are taken for one.

    The reader has a limit of its own, which anyone in the process may move.
    """

    def __init__(self, text: IO[str]) -> None:
        self.line = 0
        self._next = text.__next__
        self._room = LONGEST_ROW

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        text = self._next()
        self.line += 1
        self._room -= len(text)
        if self._room < 0:
            raise csv.Error(f"the row is longer than {LONGEST_ROW:,} characters")
        return text

    def next_row(self) -> int:
        """Make room for a row, and give the line on which it starts."""
        self._room = LONGEST_ROW
        return self.line + 1


def _ragged(cells: list[str], width: int, where: str) -> Problem:
    message, hint = f"the row has {len(cells)} cells", f"expected {width}, as the header has"
    return Problem("ragged-row", where, message, hint)


def _repeat(cells: list[str], above: list[str], places: Iterable[int]) -> None:
    """Put what stood above into empty cells, and note what others may repeat."""
    for place in places:
        if cells[place].strip():
            above[place] = cells[place]
        else:
            cells[place] = above[place]


def _refuse_undecodable(path: Path, encoding: str) -> None:
    """InputError where the file is not in the encoding: told before any of it is taken in."""
    decoder = codecs.getincrementaldecoder(encoding)()
    line = 1
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                decoder.decode(block)
                line += block.count(b"\n")
            decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        line += error.object.count(b"\n", 0, error.start)
        byte = f"byte 0x{error.object[error.start]:02x}"
        other = "cp1252" if encoding == "utf-8" else "utf-8"
        raise InputError(
            f"{path}:{line}: {byte} is not {encoding}"
            f' (expected the map to say the encoding, like encoding = "{other}")'
        ) from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(f"can't read {str(path)!r}: {reason} (expected a CSV file)") from None
