"""The formats that are a text, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from summitry.telling.exports.exported import Exported, Written
from summitry.telling.exports.ftm import ftm
from summitry.telling.exports.geojson import geojson
from summitry.telling.exports.ics import ics
from summitry.telling.exports.jsonld import jsonld
from summitry.telling.exports.quickstatements import quickstatements
from summitry.telling.exports.timelinejs import timelinejs

__all__ = ["TEXTS", "quickstatements"]

TEXTS: Final[Mapping[str, Callable[[Exported], Written]]] = {
    "jsonld": jsonld,
    "ics": ics,
    "timelinejs": timelinejs,
    "geojson": geojson,
    "ftm": ftm,
}
"""What is told of the events alone: QuickStatements need Wikidata's items besides."""
