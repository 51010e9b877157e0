"""A document as an archive holds it, before its text is taken from what it is written as."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from summitry.model.statements import DocumentType


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """The bytes of a document, and what the archive says of it.

    ``id`` names it within the archive. ``type`` is what it is written as; None if it shows that
    itself, or by its ``media_type``. ``seen`` is a day on which it was there, as of a page that
    was fetched then.
    """

    id: str
    data: bytes
    type: DocumentType | None = None
    media_type: str = ""
    charset: str = ""
    title: str = ""
    url: str = ""
    published: date | None = None
    seen: date | None = None


@dataclass(frozen=True, slots=True)
class Unusable:
    """A document of which no bytes are to be had, and why."""

    id: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """What the columns of a table of documents are called, in JSONL and Parquet.

    A row without a text is no document. The others may be missing.
    """

    text: str = "text"
    id: str = "id"
    title: str = "title"
    date: str = "date"
    url: str = "url"
