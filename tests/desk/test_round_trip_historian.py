"""Pages of another record, of the Office of the Historian's lists, are read back and Supported."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from itertools import combinations
from pathlib import Path
from typing import Final

import pytest

from summitry.desk.history import history
from summitry.desk.imports import import_historian
from summitry.model.events import Encounter
from summitry.reckoning import Frame
from summitry.record.open import open_record
from summitry.record.view import View
from tests.desk.read_back import FORMATS, faults
from tests.reading.gold.records import HAS_LISTS, TRAVELS, VISITS
from tests.records import SIGNED

pytestmark = pytest.mark.skipif(
    not HAS_LISTS, reason="needs the Office of the Historian's lists in ../shared/historian"
)

AS_OF: Final = date(2025, 8, 16)
MOST: Final = 200


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> View:
    path = tmp_path_factory.mktemp("historian") / "historian.sqlite"
    import_historian([TRAVELS, VISITS], path, signed=SIGNED)
    return open_record(Path(path))


def some_pairs(record: View) -> list[tuple[str, str]]:
    """People of one encounter, by id: the same two hundred every time, in no order of the names."""
    met = {
        pair
        for event in record.events()
        if isinstance(event, Encounter)
        for pair in combinations(sorted(event.people), 2)
    }
    return sorted(met, key=lambda pair: sha256("+".join(pair).encode()).digest())[:MOST]


def test_its_pages_are_read_back_and_supported(
    record: View, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = Frame.of(record, AS_OF)
    monkeypatch.setattr(Frame, "of", lambda _view, _day: frame)
    pairs = some_pairs(record)
    assert len(pairs) == MOST
    found = []
    for number, (a, b) in enumerate(pairs):
        page = history(a, b, record, as_of=AS_OF, today=AS_OF)
        for name, form in [*FORMATS.items()][: 2 if number < MOST // 4 else 1]:
            found += faults(page, form(page), name, frame)
    assert found == []
