from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from tests.faces.shapes import FIND, mismatches

GOOD: dict[str, Any] = {
    "record": {"title": "t", "version": "0", "digest": "0f", "events": 1},
    "events": [
        {
            "id": "geneva-2021",
            "kind": "encounter",
            "when": "2021-06-16",
            "start": "2021-06-16",
            "end": "2021-06-16",
            "people": [{"name": "Joe Biden", "office": None}],
            "mode": "in-person",
            "setting": "bilateral",
            "visit_kind": None,
            "status": "held",
            "country": "CH",
            "city": "Geneva",
            "venue": None,
            "occasion": None,
            "duration_minutes": None,
            "duration_bounds": [150, None],
            "topics": [],
            "citations": [],
        }
    ],
}


def test_what_fits_has_no_mismatch() -> None:
    assert mismatches(GOOD, FIND) == []


@pytest.mark.parametrize(
    ("spoil", "where"),
    [
        (lambda data: data.pop("record"), "$"),
        (lambda data: data.update(more=1), "$"),
        (lambda data: data.update(record=data.pop("record")), "$"),
        (lambda data: data["record"].update(events="1"), "$.record.events"),
        (lambda data: data["record"].update(events=True), "$.record.events"),
        (lambda data: data["events"][0].update(kind="call"), "$.events[0].kind"),
        (lambda data: data["events"][0].update(mode=""), "$.events[0].mode"),
        (lambda data: data["events"][0]["people"][0].update(name=None), "people[0].name"),
        (lambda data: data["events"][0].update(duration_bounds=["1"]), "duration_bounds[0]"),
        (lambda data: data["events"][0].update(topics="war"), "$.events[0].topics"),
    ],
)
def test_what_does_not_fit_is_found(spoil: Callable[[dict[str, Any]], object], where: str) -> None:
    data = copy.deepcopy(GOOD)
    spoil(data)
    found = mismatches(data, FIND)
    assert len(found) == 1
    assert where in found[0]
