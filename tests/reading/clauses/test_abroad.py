"""Nobody is a guest in a country whose office they have held."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.model.statements import Document, Reading
from summitry.reading import read
from tests.reading.notation import short
from tests.reading.some_names import some_names

NAMES = some_names()


def reading(text: str) -> Reading:
    return read(Document(text=text, as_of=date(2025, 8, 16)), NAMES)


@pytest.mark.parametrize(
    "text",
    [
        "Putin visited St. Petersburg in 2003.",
        "Putin flew to Moscow in 2003.",
        "Putin was in Russia in 2003.",
        "Yeltsin never went to Moscow.",
        "Bush visited the White House in 2003.",
        "Putin visited Bush in Moscow.",
        "Bush called on Putin in Washington.",
    ],
)
def test_a_trip_at_home_is_no_visit(text: str) -> None:
    found = reading(text)
    assert found.statements == ()
    assert [s.reason for s in found.silences] == ["a trip within somebody's own country"]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Gorbachev visited Washington.", "took place visit mikhail-gorbachev washington"),
        ("Gorbachev visited Reykjavik.", "took place visit mikhail-gorbachev reykjavik"),
        ("Putin visited Germany.", "took place visit vladimir-putin de"),
        ("Putin met Bush in Moscow.",
         "took place vladimir-putin+george-w-bush in-person moscow"),
        ("Bush called on Putin in Hamburg.",
         "took place george-w-bush+vladimir-putin in-person hamburg"),
    ],
)  # fmt: skip
def test_a_trip_abroad_is_one_and_hosts_meet_at_home(text: str, claim: str) -> None:
    assert [short(c) for found in reading(text).statements for c in found.claims] == [claim]


def test_who_was_whose_guest_is_not_told_without_a_place() -> None:
    assert reading("Bush visited Putin in 2003.").statements == ()
