"""What is small packed and huge unpacked is told to be too large, before it is unpacked."""

from __future__ import annotations

import gzip
import io
import tracemalloc
from pathlib import Path
from typing import Final

import pytest
from fastwarc.warc import WarcRecord, WarcRecordType

from summitry.sources.archive.open import documents_of
from summitry.sources.archive.part import Format, Part
from summitry.sources.archive.raw import Columns, Unusable

MIB: Final = 1024 * 1024
HUGE: Final = 128 * MIB
MOST: Final = MIB
ENOUGH: Final = 48 * MIB
"""Bytes of memory: a line of JSONL is looked for in no more than 32 MiB."""


def _gzip() -> bytes:
    return gzip.compress(b"They met. " * (HUGE // 10))


def _zstd() -> bytes:
    zstd = pytest.importorskip("backports.zstd")
    packed: bytes = zstd.compress(b"They met. " * (HUGE // 10))
    return packed


def _warc(*, encoded: bool) -> bytes:
    page = b"<p>They met.</p>" * (HUGE // 16)
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
    body = gzip.compress(page) if encoded else page
    record = WarcRecord()
    record.init_headers(WarcRecordType.response)
    record.headers["Content-Type"] = "application/http; msgtype=response"
    coding = b"Content-Encoding: gzip\r\n" if encoded else b""
    record.set_bytes_content(head + coding + b"\r\n" + body)
    member = io.BytesIO()
    record.write(member)
    return member.getvalue() if encoded else gzip.compress(member.getvalue())


BOMBS: Final = {
    "page.html.gz": (Format.FILES, _gzip),
    "page.txt.zst": (Format.FILES, _zstd),
    "lines.jsonl.gz": (Format.JSONL, _gzip),
    "packed.warc.gz": (Format.WARC, lambda: _warc(encoded=False)),
    "coded.warc": (Format.WARC, lambda: _warc(encoded=True)),
}


@pytest.mark.parametrize("name", BOMBS)
def test_it_takes_no_more_memory_than_what_is_read_of_it(name: str, tmp_path: Path) -> None:
    format, packed = BOMBS[name]
    path = tmp_path / name
    path.write_bytes(packed())
    assert path.stat().st_size < 4 * MIB
    part = Part(format=format, paths=(str(path),), size=path.stat().st_size, key="x")
    tracemalloc.start()
    found = list(documents_of(part, Columns(), most=MOST))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found
    assert all(isinstance(one, Unusable) for one in found)
    assert peak < ENOUGH
