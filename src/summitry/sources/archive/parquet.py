"""Documents in the rows of a Parquet file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from summitry.model.problems import InputError
from summitry.sources.archive.part import Part
from summitry.sources.archive.raw import Columns, Raw, Unusable
from summitry.sources.archive.rows import raw_of

_AT_ONCE: Final = 64
"""Rows that are held at a time."""


def stretches(path: str, columns: Columns, size: int) -> Iterator[tuple[int, int]]:
    """The row groups of a file in stretches of some ``size`` bytes, from one to before another.

    InputError if it is no Parquet file or has no column of texts.
    """
    with _opened(path) as file:
        names = file.schema_arrow.names
        if columns.text not in names:
            told = ", ".join(f'"{name}"' for name in names)
            raise InputError(f'"{path}" has no column "{columns.text}" (expected one of {told})')
        first, held = 0, 0
        for group in range(file.num_row_groups):
            held += file.metadata.row_group(group).total_byte_size
            if held >= size:
                yield first, group + 1
                first, held = group + 1, 0
        if first < file.num_row_groups:
            yield first, file.num_row_groups


def read_parquet(part: Part, columns: Columns) -> Iterator[Raw | Unusable]:
    """The documents of a part, named by their id, or by the file and the number of their row."""
    path = part.paths[0]
    with _opened(path) as file:
        wanted = (columns.text, columns.id, columns.title, columns.date, columns.url)
        there = [name for name in dict.fromkeys(wanted) if name in file.schema_arrow.names]
        groups = list(range(part.first, part.last or file.num_row_groups))
        row = sum(file.metadata.row_group(group).num_rows for group in range(part.first))
        for batch in file.iter_batches(_AT_ONCE, row_groups=groups, columns=there):
            for cells in batch.to_pylist():
                yield raw_of(cells, columns, f"{path}#{row}")
                row += 1


def rows_of(path: Path, columns: Sequence[str]) -> Iterator[dict[str, Any]]:
    """The cells of some columns, row by row; InputError if it is no Parquet file that has them."""
    with _opened(str(path)) as file:
        for name in columns:
            if name not in file.schema_arrow.names:
                raise InputError(f'"{path}" has no column "{name}" (expected a table of summitry)')
        for batch in file.iter_batches(columns=list(columns)):
            yield from batch.to_pylist()


def _opened(path: str) -> Any:  # noqa: ANN401 - the library has no types
    try:
        # It is large, and no other archive needs it.
        import pyarrow as pa  # noqa: PLC0415
        from pyarrow import parquet  # noqa: PLC0415
    except ModuleNotFoundError:
        raise InputError(
            f'can\'t read "{path}": pyarrow is not installed'
            " (expected pip install 'summitry[archive]')"
        ) from None
    try:
        return parquet.ParquetFile(path)
    except (OSError, pa.ArrowException):
        raise InputError(f'"{path}" is no Parquet file (expected one that is whole)') from None
