from __future__ import annotations

import pytest

from summitry.reading.text.labels import is_label

LABELS = (
    "Meetings",
    "Calls and letters",
    "The latest encounters",
    "Visits, and more",
    "[7] [8]\n  *Geneva; bilateral; host: Guy Parmelin; topics: arms control*",
    "62 minutes · Topics: Ukraine",
    "*As of 16 August 2025 · Travels and visits, by the Office of the Historian (12 events)*",
)
SAID = (
    "Meetings.",
    "Biden meetings",
    "Their first meeting",
    "Meetings in Geneva",
    "Biden and Putin met",
    "Host: Guy Parmelin received them.",
    "The host: Guy Parmelin received them",
    "As of 2021 they had met twice",
    "Cancelled: meeting with Putin",
)


@pytest.mark.parametrize("text", LABELS)
def test_a_label_says_nothing_by_itself(text: str) -> None:
    assert is_label(text)


@pytest.mark.parametrize("text", SAID)
def test_what_may_say_something_is_no_label(text: str) -> None:
    assert not is_label(text)
