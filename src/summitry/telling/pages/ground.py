"""What the pages of a site stand on: a record, its names and its sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from summitry.model.citations import Source, SourceId
from summitry.model.events import Event
from summitry.model.names import Names
from summitry.model.selection import Party
from summitry.telling.basis import Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A record; ``record`` is its short name, and ``sources`` has all that citations name."""

    record: str
    basis: Basis
    names: Names
    sources: Mapping[SourceId, Source]


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """Two parties, and the events that they have in common, by earliest day."""

    one: Party
    other: Party
    events: tuple[Event, ...]
