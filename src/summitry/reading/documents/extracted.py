"""What was taken from a document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from summitry.model.statements import DocumentType


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """The text of a document, with its title and days; "" and None where it doesn't tell them.

    ``modified`` is the last day on which it says that it was changed.
    """

    type: DocumentType
    text: str
    title: str = ""
    published: date | None = None
    modified: date | None = None
