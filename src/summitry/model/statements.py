"""A document, and the statements that reading found in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from summitry.model.claims import Claim, Quote
from summitry.model.problems import InputError


class DocumentType(StrEnum):
    """What a document was written as."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    PDF = "pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text to be read. Offsets count characters of ``text``.

    ``as_of`` is the day by which it is judged: its own date where it has one. ``type`` is what the
    text was taken from. InputError for a text that UTF-8 can't hold.
    """

    text: str
    as_of: date
    title: str = ""
    published: date | None = None
    type: DocumentType = DocumentType.TEXT

    def __post_init__(self) -> None:
        try:
            self.text.encode()
        except UnicodeEncodeError as error:
            half = f"U+{ord(self.text[error.start]):04X}"
            raise InputError(f"the text has half a character, {half} (expected Unicode)") from None


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence in which at least one claim was found, in the order of the text."""

    quote: Quote
    claims: tuple[Claim, ...]

    def __post_init__(self) -> None:
        if not self.claims:
            raise ValueError("a statement needs at least one claim")


@dataclass(frozen=True, slots=True)
class Silence:
    """A sentence with a word of meeting or travelling of which no claim was made, and why."""

    quote: Quote
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading made of a document."""

    document: Document
    statements: tuple[Statement, ...]
    silences: tuple[Silence, ...] = ()
