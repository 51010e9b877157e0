"""What decides, with the documents alone, what is read of an archive."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from summitry.model.statements import DocumentType
from summitry.sources.archive import Columns


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The record whose names are looked for, their digest, the reader, and how documents are taken.

    ``as_of`` judges a document that tells no day of its own; ``type`` is what those are written as
    that don't show it. Outputs may lie in one folder if their settings are equal.
    """

    record: str
    names: str
    reader: str
    as_of: date
    type: DocumentType | None
    columns: Columns

    def as_json(self) -> dict[str, Any]:
        """The settings by their names."""
        return {
            "record": {"name": self.record, "names": self.names},
            "reader": self.reader,
            "as_of": self.as_of.isoformat(),
            "type": None if self.type is None else str(self.type),
            "columns": asdict(self.columns),
        }
