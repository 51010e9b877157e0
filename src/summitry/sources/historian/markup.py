"""The data sets' XML: entries with the lines that they stand on; what is hostile is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl, Locator

from defusedxml import DefusedXmlException
from defusedxml.sax import make_parser

from summitry.model.problems import InputError, Problem


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a file: the text of its elements by tag, and their attributes by both names.

    An element that stands in the entry twice has its last text. Spaces are single.
    """

    file: str
    line: int
    text: Mapping[str, str]
    attributes: Mapping[tuple[str, str], str]

    @property
    def where(self) -> str:
        """The file and line, as problems name them."""
        return f"{self.file}:{self.line}"


def entries(path: Path, tag: str) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """The entries of a file, and those that could not be read.

    Where the markup is broken, each entry is read by itself. InputError for a file that has a
    document type or entities, or that can't be read.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"can't read {str(path)!r}: {error.strerror}") from None
    try:
        return tuple(_parsed(data, path.name, tag, 0)), ()
    except DefusedXmlException:
        raise InputError(
            f"refused {path.name!r}: it declares a document type or entities (expected plain XML)"
        ) from None
    except SAXParseException:
        return _one_by_one(data, path.name, tag)


def _one_by_one(data: bytes, file: str, tag: str) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    found: list[Entry] = []
    problems: list[Problem] = []
    for before, part in _parts(data, tag):
        try:
            found += _parsed(part, file, tag, before)
        except SAXParseException as fault:
            line = before + (fault.getLineNumber() or 1)
            message = f"the XML of a {tag} is broken: {fault.getMessage()}"
            hint = "the entry is left out"
            problems.append(Problem("broken-xml", f"{file}:{line}", message, hint))
        except DefusedXmlException:
            raise InputError(f"refused {file!r}: it declares entities") from None
    if not found and not problems:
        problems.append(Problem("broken-xml", f"{file}:1", f"no {tag} can be read", ""))
    return tuple(found), tuple(problems)


def _parts(data: bytes, tag: str) -> Iterator[tuple[int, bytes]]:
    """Each entry's bytes, with the number of lines before it."""
    name = re.escape(tag.encode())
    starts = [match.start() for match in re.finditer(rb"<" + name + rb"[\s>]", data)]
    for start, end in pairwise([*starts, len(data)]):
        part = data[start:end]
        closed = re.search(rb"</" + name + rb"\s*>", part)
        yield data.count(b"\n", 0, start), part[: closed.end()] if closed else part


def _parsed(data: bytes, file: str, tag: str, before: int) -> list[Entry]:
    handler = _Handler(file, tag, before)
    parser = make_parser()
    parser.forbid_dtd = True
    parser.setContentHandler(handler)
    parser.parse(BytesIO(data))
    return handler.found


class _Handler(ContentHandler):
    """Gathers the entries of a file as they end."""

    def __init__(self, file: str, tag: str, before: int) -> None:
        super().__init__()
        self.found: list[Entry] = []
        self._file, self._tag, self._before = file, tag, before
        self._locator: Locator | None = None
        self._line = 0
        self._inside = False
        self._open: list[str] = []
        self._text: dict[str, list[str]] = {}
        self._attributes: dict[tuple[str, str], str] = {}

    def setDocumentLocator(self, locator: Locator) -> None:  # noqa: N802 - the interface's name
        """Take what tells the line."""
        self._locator = locator

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 - likewise
        """An element begins: an entry, or one within it."""
        if name == self._tag:
            self._inside, self._open, self._text, self._attributes = True, [], {}, {}
            line = self._locator.getLineNumber() if self._locator else None
            self._line = self._before + (line or 1)
        elif self._inside:
            self._open.append(name)
            self._text[self._open[0]] = self._text.get(self._open[0], [])
        for key in attrs.getNames() if self._inside else ():
            self._attributes[name, key] = attrs.getValue(key)

    def characters(self, content: str) -> None:
        """Text: of the outermost element of the entry that is open."""
        if self._inside and self._open:
            self._text[self._open[0]].append(content)

    def endElement(self, name: str) -> None:  # noqa: N802 - likewise
        """An element ends."""
        if name == self._tag and self._inside and not self._open:
            text = {tag: " ".join("".join(parts).split()) for tag, parts in self._text.items()}
            self.found.append(Entry(self._file, self._line, text, dict(self._attributes)))
            self._inside = False
        elif self._open:
            self._open.pop()
