"""Firsts of an office, in it or not, in the words of those who ask the bundled record for them."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.desk.check import check
from summitry.model.findings import Verdict
from summitry.model.statements import Document
from summitry.record.open import open_record

VIEW = open_record()
DAY = date(2025, 8, 16)

FIRSTS = {
    "Richard Nixon was the first U.S. president to visit Moscow.": Verdict.SUPPORTED,
    "In 1972 Nixon became the first American president to travel to Moscow.": Verdict.SUPPORTED,
    "Franklin D. Roosevelt was the first U.S. president to visit the Soviet Union.": (
        Verdict.SUPPORTED
    ),
    "Nixon was the first sitting U.S. president to visit Moscow.": Verdict.SUPPORTED,
    "Reagan was the first sitting U.S. president to visit Moscow.": Verdict.REFUTED,
    "The first sitting American president to set foot in Moscow was Reagan.": Verdict.REFUTED,
    "Ronald Reagan was the first U.S. president to visit Moscow as president.": Verdict.REFUTED,
    "Every sitting U.S. president since Nixon has visited Moscow.": Verdict.REFUTED,
    # Kennedy was there as a student, and who else was there out of office isn't on record.
    "John F. Kennedy was the first U.S. president to visit Moscow.": Verdict.NOT_ENOUGH_EVIDENCE,
}


@pytest.mark.parametrize(("text", "verdict"), FIRSTS.items())
def test_the_first_of_an_office(text: str, verdict: Verdict) -> None:
    checked = check(Document(text=text, as_of=DAY, published=DAY), VIEW)
    found = {finding.verdict for one in checked.statements for finding in one.findings}
    assert verdict in found
    assert found <= {verdict, Verdict.SUPPORTED}
