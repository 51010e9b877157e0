"""What is fuzzed: what takes bytes or text from elsewhere, each as a function of bytes.

A target may refuse what it is given, by a :class:`SummitryError` or, where a library checks a
body, by that library's own refusal. Anything else is a fault.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ValidationError

from summitry.desk.records import open_record
from summitry.faces.assistant import TOOLS
from summitry.faces.queries import CheckBody
from summitry.faces.replaying import saved
from summitry.model import edtf
from summitry.model.problems import SummitryError
from summitry.model.statements import Document, DocumentType
from summitry.reading import Reader
from summitry.reading.documents import extract
from summitry.reading.text.sentences import sentences
from summitry.record.content import Content
from summitry.record.package import read_package, write_package
from summitry.record.sheets import file_of, read_sheet
from summitry.record.tables import TABLES
from summitry.sources.archive.open import documents_of
from summitry.sources.archive.part import Format, Part
from summitry.sources.archive.raw import Columns
from summitry.sources.historian.markup import entries
from summitry.sources.table.importer import TableImporter
from summitry.sources.table.map_file import read_map
from summitry.sources.table.mapping import Map

MOST: Final = 64 * 1024

_EXAMPLES: Final = Path(__file__).parents[2] / "examples"


def edtf_text(data: bytes) -> None:
    """A date, which is written again as one that means the same."""
    read = edtf.parse(_text(data))
    assert edtf.parse(edtf.write(read)) == read


def text(data: bytes) -> None:
    """A plain text, cut into sentences that are where they say."""
    found = extract(data, name="x.txt", type=DocumentType.TEXT).text
    for one in sentences(found):
        assert found[one.start : one.end] == one.text


def prose(data: bytes) -> None:
    """A text about people of the record, read to its claims."""
    said = f"Putin met Biden {_text(data)} in Geneva. They met {_text(data[:99])}."
    found = _reader().read(Document(text=said, as_of=date(2025, 8, 16)))
    for one in found.statements:
        assert said[one.quote.start : one.quote.end] == one.quote.text


@cache
def _reader() -> Reader:
    return Reader(open_record(None).names())


def html(data: bytes) -> None:
    """A page of HTML."""
    extract(data, name="x.html", type=DocumentType.HTML)


def markdown(data: bytes) -> None:
    """A text in Markdown."""
    extract(data, name="x.md", type=DocumentType.MARKDOWN)


def pdf(data: bytes) -> None:
    """A PDF, or what says that it is one."""
    extract(b"%PDF-1.7\n" + data, name="x.pdf", type=DocumentType.PDF)


def xml(data: bytes) -> None:
    """A list of visits in XML."""
    with _file(data, "visits.xml") as path:
        entries(path, "visit")


def csv(data: bytes) -> None:
    """A table of the record's own package."""
    read_sheet(TABLES[len(data) % len(TABLES)], _text(data))


def package(data: bytes) -> None:
    """A package of which one file is anything."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in _small().items():
            (Path(folder) / name).write_bytes(content)
        names = ["datapackage.json", *map(file_of, TABLES)]
        (Path(folder) / names[len(data) % len(names)]).write_bytes(data)
        read_package(Path(folder))


def table(data: bytes) -> None:
    """A table of somebody's, imported by a map."""
    with _file(data, "x.csv") as path:
        for _ in TableImporter(_map()).extract([path]):
            pass


@cache
def _map() -> Map:
    return read_map(_EXAMPLES / "white-house.toml")


def warc(data: bytes) -> None:
    """A file that a crawler may have written; what its library makes of it is told, not raised."""
    with _file(data, "x.warc") as path:
        part = Part(format=Format.WARC, paths=(str(path),), size=len(data), key="x")
        for _ in documents_of(part, Columns(), most=MOST):
            pass


def body(data: bytes) -> None:
    """The body of a request to check something."""
    CheckBody.model_validate_json(data)


def arguments(data: bytes) -> None:
    """The arguments that an assistant calls a tool with."""
    tools = list(TOOLS.values())
    takes: type[BaseModel] = tools[len(data) % len(tools)].takes
    takes.model_validate_json(data)


def answer(data: bytes) -> None:
    """A file that may be a saved answer."""
    with _file(data, "x.json") as path:
        saved(path)


# --- what they are given ----------------------------------------------------------------------


def _text(data: bytes) -> str:
    """Any text that Python may hold, halves of characters among it."""
    return data.decode("utf-8", "surrogatepass" if data[:1] == b"\xed" else "replace")


@contextmanager
def _file(data: bytes, name: str) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        yield path


@cache
def _small() -> Mapping[str, bytes]:
    """The files of a package in which there is nothing."""
    with tempfile.TemporaryDirectory() as folder:
        write_package(Content(name="x", title="X", version="1"), Path(folder))
        return {path.name: path.read_bytes() for path in Path(folder).glob("*.*")}


TARGETS: Final[Mapping[str, Callable[[bytes], None]]] = {
    target.__name__.removesuffix("_text"): target
    for target in (
        edtf_text, text, prose, html, markdown, pdf, xml, csv, table, package, warc, body,
        arguments, answer,
    )
}  # fmt: skip

SEEDS: Final[Mapping[str, tuple[bytes, ...]]] = {
    "edtf": (
        b"2021-06-16",
        b"[2021-06-16..2021-06-18]",
        b"2021-21/..",
        b"156X",
        b"Y-17E7",
        b"1984?/2004~",
    ),
    "text": (b"1. They met.\n\n- In Rome\n  in 1990.\n\nNotes\n=====\n",),
    "prose": ("since 2001, and – twice – “in” June 2010, not until they".encode(),),
    "html": (
        b"<html><head><title>x</title><meta name=date content=2021-06-16></head><body><p>They met.</p></body>",
    ),
    "markdown": (
        b"---\ntitle: x\ndate: 2021-06-16\n---\n# A\n\n| a | b |\n|---|---|\n| *1* | [2](x) |\n",
    ),
    "pdf": (
        b"1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF",
    ),
    "xml": (
        b"<visits><visit id='a'><start-date>1990-01-01</start-date><remarks>x</remarks></visit></visits>",
    ),
    "csv": (b'id,name\na,"x\ny"\n',),
    "table": (b"date,president,country\n2021-06-16,Joe Biden,Switzerland\n",),
    "package": (b'{"name": "x", "profile": "data-package", "summitry": {"schema": 2}}',),
    "warc": (
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 40\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n",
    ),
    "body": (b'{"text": "They met.", "as_of": "2021-06-16"}',),
    "arguments": (b'{"a": "Putin", "b": "Biden", "on": "2026-12-01", "place": "Moscow"}',),
    "answer": (
        b'{"record": {"title": "x", "version": "1", "digest": "0", "events": 1}, "made": {"kind": "ask"}}',
    ),
}
"""What each starts from."""


def fuzzed(name: str, data: bytes) -> None:
    """Give a target some bytes: that it refuses them is well."""
    with suppress(SummitryError, ValidationError, UnicodeDecodeError):
        TARGETS[name](data[:MOST])
