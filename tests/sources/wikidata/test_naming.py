from __future__ import annotations

import pytest

from summitry.sources.wikidata.naming import family_name, full_names


@pytest.mark.parametrize(
    ("name", "families", "family"),
    [
        ("Barack Obama", {"Obama"}, "Obama"),
        ("Xi Jinping", {"Xi"}, "Xi"),
        ("Ursula von der Leyen", {"von der Leyen", "Leyen"}, "von der Leyen"),
        ("Barack Obama", set(), "Obama"),
        ("Margaret Thatcher", {"Roberts"}, "Thatcher"),
        ("Elizabeth II", {"Windsor"}, "Elizabeth"),
        ("Pope John Paul II", {"Wojtyła"}, "Pope John Paul"),
        ("John F. Kennedy, Jr.", set(), "Kennedy"),
        ("Suharto", set(), "Suharto"),
    ],
)
def test_prose_uses_the_family_s_name_alone(name: str, families: set[str], family: str) -> None:
    assert family_name(name, families) == family


def test_aliases_are_full_names() -> None:
    names = {"Barack Hussein Obama", "Obama", "44th president", "Obama; Barack", "Barack Obama"}
    assert set(full_names(names, but={"Barack Obama"})) == {"Barack Hussein Obama"}
    titled = {"President Bush", "Prime Minister Blair", "Dr. Rice", "Queen Elizabeth II"}
    assert set(full_names(titled)) == {"Queen Elizabeth II"}
