"""Facets: by what a list of events can be narrowed, as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FacetKind(StrEnum):
    """What a list can be narrowed by."""

    PERSON = "person"
    OFFICE = "office"
    YEAR = "year"
    PLACE = "place"
    SERIES = "series"
    OCCASION = "occasion"
    TOPIC = "topic"
    KIND = "kind"
    MODE = "mode"
    SETTING = "setting"
    STATUS = "status"


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    """A value, by which ``events`` would be left: it is what the facet's parameters take.

    A decade or year is written in EDTF, like 199X; everything else has its id or name.
    """

    value: str
    name: str
    events: int
    chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """A facet with its values, those of most events first, of ``total`` that there are.

    ``parameters`` are those of a filter that a value is given to.
    """

    kind: FacetKind
    parameters: tuple[str, ...]
    values: tuple[FacetValue, ...]
    total: int
