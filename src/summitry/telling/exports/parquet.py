"""The panel as Parquet: the one file that knows the library for it, which is an extra."""

from __future__ import annotations

import io

from summitry.model.problems import InputError
from summitry.telling.exports.panel import Panel, columns, values


def panel_parquet(panel: Panel) -> bytes:
    """The panel's file; each column's meaning is in its metadata, under ``description``.

    InputError if the library is not installed.
    """
    try:
        # It is large, and no other command needs it.
        import pyarrow as pa  # noqa: PLC0415
        from pyarrow import parquet  # noqa: PLC0415
    except ModuleNotFoundError:
        raise InputError(
            'can\'t write "parquet": pyarrow is not installed'
            " (expected pip install 'summitry[parquet]')"
        ) from None
    types = {"string": pa.string(), "integer": pa.int32()}
    schema = pa.schema(
        [
            pa.field(column.name, types[column.type], metadata={"description": column.says})
            for column in columns()
        ],
        metadata={
            "record": panel.record,
            "title": panel.basis.title,
            "version": panel.basis.version,
        },
    )
    rows = [values(row) for row in panel.rows]
    file = io.BytesIO()
    parquet.write_table(pa.Table.from_pylist(rows, schema=schema), file)
    return file.getvalue()
