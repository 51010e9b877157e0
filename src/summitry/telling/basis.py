"""What an answer rests on: the record, named with its version, and citations of its sources."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.model.citations import Citation, Source
from summitry.telling import dates
from summitry.telling.dates import DateStyle


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """The record that was asked; ``digest`` is its content's, ``events`` counts its events."""

    title: str
    version: str
    digest: str
    events: int

    @property
    def label(self) -> str:
        """The record in a few words: "A record, version 1.2 (173 events)"."""
        plural = "" if self.events == 1 else "s"
        return f"{self.title}, version {self.version} ({self.events} event{plural})"


def source_label(source: Source, *, locator: str = "", style: DateStyle = DateStyle.PLAIN) -> str:
    """A source without its address: "Publisher, Title (16 June 2021), p. 3"."""
    published = ""
    if source.published is not None:
        told = dates.moment(source.published, style).rstrip(",")
        published = f" ({told.removeprefix('on ').removeprefix('in ')})"
    publisher = source.publisher if source.publisher != source.title else ""
    named = ", ".join(part for part in (publisher, source.title) if part)
    return ", ".join(part for part in (f"{named}{published}", locator) if part)


def cited(citation: Citation, source: Source, *, style: DateStyle = DateStyle.PLAIN) -> str:
    """One citation in full: source, place in it, address."""
    label = source_label(source, locator=citation.locator, style=style)
    return f"{label}, {source.url}" if source.url else label
