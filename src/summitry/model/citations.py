"""Sources, and the places in them that support the record's rows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from summitry.model.when import Moment

SourceId = str


class SourceKind(StrEnum):
    """What a source is."""

    PRIMARY = "primary"
    DATASET = "dataset"
    PRESS = "press"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document or data set; ``seen`` is the day on which its text was looked at."""

    id: SourceId
    title: str
    publisher: str = ""
    published: Moment | None = None
    url: str = ""
    kind: SourceKind = SourceKind.REFERENCE
    seen: Moment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """The place in a source that supports one row, or one ``field`` of it.

    ``table`` and ``row`` name the row; ``locator`` is where in the source; ``quote`` a few of its
    words, or the value as written.
    """

    id: str
    table: str
    row: str
    source: SourceId
    field: str = ""
    locator: str = ""
    quote: str = ""
