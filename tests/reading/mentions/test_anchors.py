"""What "since" counts from: an event like the one told of, or the taking of an office."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.model.statements import Document
from summitry.reading import read
from tests.reading.notation import short
from tests.reading.some_names import some_names

NAMES = some_names()


def lines(text: str) -> list[str]:
    reading = read(Document(text=text, as_of=date(2025, 8, 16)), NAMES)
    return [short(claim) for statement in reading.statements for claim in statement.claims]


YEARS = "{0}-01-01..{0}-12-31".format
PAIR = "donald-trump+vladimir-putin"

SINCE = [
    # an event like it
    ("Trump and Putin have not met since Helsinki.", f"({PAIR} in-person helsinki)"),
    ("Trump and Putin have not met since Helsinki in 2018.",
     f"({PAIR} in-person helsinki {YEARS(2018)})"),
    ("No U.S. president has visited Russia since Barack Obama in 2013.",
     f"(visit barack-obama ru {YEARS(2013)})"),
    ("No U.S. president has visited Russia since Obama's in 2013.",
     f"(visit barack-obama ru {YEARS(2013)})"),
    # an office
    ("Biden and Putin have not met since Biden took office.", "joe-biden us-president"),
    ("Trump and Putin have not met since Trump's inauguration.", "donald-trump us-president"),
    ("Trump and Putin have not met since Trump returned to office.", "donald-trump us-president"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "anchor"), SINCE)
def test_since_counts_from_what_the_words_mean(text: str, anchor: str) -> None:
    (line,) = lines(text)
    assert line.endswith(f" since {anchor}")


def test_times_are_counted_since_somebody_took_office() -> None:
    assert lines("Trump and Putin have met once since Trump took office.") == [
        f"1 of {PAIR} in-person 2025-01-20.."
    ]


SILENT = [
    "Trump and Putin have not met since Merkel's visit.",
    "Trump and Putin have not met since a dinner in Helsinki.",
    "Trump and Putin have not met since the Helsinki scandal.",
]


@pytest.mark.parametrize("text", SILENT)
def test_other_beginnings_are_not_read(text: str) -> None:
    assert lines(text) == []
