"""The same documents kept in every way that is read."""

from __future__ import annotations

import gzip
import io
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
from fastwarc.warc import WarcRecord, WarcRecordType
from pyarrow import parquet

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

Texts = Mapping[str, str]
"""The texts of documents by their ids."""


def rows(texts: Texts) -> list[dict[str, Any]]:
    return [{"id": id, "text": text, "date": "2021-07-01"} for id, text in texts.items()]


def lines(texts: Texts) -> bytes:
    return "".join(json.dumps(row) + "\n" for row in rows(texts)).encode()


def warc(texts: Texts, *, status: str = "200 OK", kind: str = "text/html") -> bytes:
    """Pages as a crawler keeps them, each record compressed by itself."""
    file = io.BytesIO()
    for id, text in texts.items():
        page = f"<html><body><p>{text}</p></body></html>".encode()
        head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}; charset=utf-8\r\n\r\n".encode()
        record = WarcRecord()
        record.init_headers(WarcRecordType.response)
        record.headers["WARC-Target-URI"] = f"https://example.org/{id}"
        record.headers["WARC-Date"] = "2021-07-02T10:00:00Z"
        record.headers["Content-Type"] = "application/http; msgtype=response"
        record.set_bytes_content(head + page)
        member = io.BytesIO()
        record.write(member)
        file.write(gzip.compress(member.getvalue()))
    return file.getvalue()


def _parquet(texts: Texts) -> bytes:
    file = io.BytesIO()
    parquet.write_table(pa.Table.from_pylist(rows(texts)), file, row_group_size=3)
    return file.getvalue()


KEPT: Final[Mapping[str, Callable[[Texts], bytes]]] = {
    "news.jsonl": lines,
    "news.ndjson.gz": lambda texts: gzip.compress(lines(texts)),
    "news.jsonl.zst": lambda texts: zstd.compress(lines(texts)),
    "news.parquet": _parquet,
    "news.warc.gz": warc,
}
"""How documents are kept in one file, by the file's name."""


def keep(folder: Path, texts: Texts, names: Sequence[str] = tuple(KEPT)) -> list[Path]:
    """Write the documents once in each of the ways named."""
    paths = []
    for name in names:
        path = folder / name
        path.write_bytes(KEPT[name](texts))
        paths.append(path)
    return paths
