"""Tables as Parquet: the one file that writes with the library for it, which is an extra."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import IO, Any

from summitry.model.problems import InputError
from summitry.telling.exports.columns import Column
from summitry.telling.exports.panel import Panel, columns, values


def panel_parquet(panel: Panel) -> bytes:
    """The panel's file; each column's meaning is in its metadata, under ``description``.

    InputError if the library is not installed.
    """
    told = {
        "record": panel.record,
        "title": panel.basis.title,
        "version": panel.basis.version,
    }
    file = io.BytesIO()
    table = Table(file, columns(), told)
    table.add(values(row) for row in panel.rows)
    table.close({})
    return file.getvalue()


class Table:
    """A Parquet file that rows are added to, some at a time; ``about`` is told in its metadata.

    A row is the cells of its columns by their names, those that hold nothing left out. The same
    rows, added in the same lots, make the same bytes. InputError if the library is not installed.
    """

    def __init__(
        self, file: Path | IO[bytes], columns: Sequence[Column], about: Mapping[str, str]
    ) -> None:
        pa, parquet = _library()
        types = {
            "string": pa.string(),
            "strings": pa.list_(pa.string()),
            "integer": pa.int32(),
            "day": pa.date32(),
        }
        self._schema = pa.schema(
            [
                pa.field(column.name, types[column.type], metadata={"description": column.says})
                for column in columns
            ],
            metadata=dict(about),
        )
        self._table = pa.Table
        self._writer = parquet.ParquetWriter(file, self._schema, compression="zstd")

    def add(self, rows: Iterable[Mapping[str, object]]) -> None:
        """Add rows after those that are there."""
        held = list(rows)
        if held:
            self._writer.write_table(self._table.from_pylist(held, schema=self._schema))

    def close(self, about: Mapping[str, str]) -> None:
        """End the file; ``about`` is told in its metadata besides. Closed again, it stays so."""
        if self._writer.is_open:
            if about:
                self._writer.add_key_value_metadata(dict(about))
            self._writer.close()


def about(file: Path) -> Mapping[str, str]:
    """What the metadata of a file tell; nothing of one that is broken."""
    pa, parquet = _library()
    try:
        told = parquet.read_metadata(file).metadata or {}
    except (OSError, pa.ArrowException):
        return {}
    return {key.decode(): value.decode() for key, value in told.items() if key != b"ARROW:schema"}


def _library() -> tuple[Any, Any]:
    try:
        # It is large, and no other command needs it.
        import pyarrow as pa  # noqa: PLC0415
        from pyarrow import parquet  # noqa: PLC0415
    except ModuleNotFoundError:
        raise InputError(
            'can\'t write "parquet": pyarrow is not installed'
            " (expected pip install 'summitry[parquet]')"
        ) from None
    return pa, parquet
