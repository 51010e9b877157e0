"""The records that the corpus is held against."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from summitry.desk.imports import import_historian
from summitry.record.open import open_record
from summitry.record.view import View
from tests.reading.gold.labels import Which
from tests.records import SIGNED

LISTS: Final = Path(__file__).resolve().parents[4] / "shared" / "historian"
"""Beside the checkout: the Office of the Historian's two data sets, which are not part of it."""

TRAVELS, VISITS = LISTS / "travels", LISTS / "visits"
HAS_LISTS: Final = TRAVELS.is_dir() and VISITS.is_dir()


def views(folder: Path) -> dict[Which, View]:
    """The bundled record and, where its lists are, the Historian import, made in the folder."""
    found: dict[Which, View] = {Which.BUNDLED: open_record()}
    if HAS_LISTS:
        path = folder / "historian.sqlite"
        import_historian([TRAVELS, VISITS], path, signed=SIGNED)
        found[Which.HISTORIAN] = open_record(path)
    return found
