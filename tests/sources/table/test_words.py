"""A name's part of an id is the same for one name, and another for another."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.model.names import fold
from summitry.sources.table.words import slug

STYLE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Marks & Spencer", "marks and  spencer"),
        ("José Ñandú", "JOSE NANDU"),
        ("A. B. O'Brien", "A B OBrien"),
        ("Coca-Cola", "Coca Cola"),
    ],
)
def test_one_name_is_spelled_alike(name: str, other: str) -> None:
    assert slug(name) == slug(other)
    assert re.fullmatch(r"[a-z-]+", slug(name))


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("C++", "C"),
        ("Путин", "Путина"),
        ("A/B", "A B"),
        ("x" * 90, "x" * 91),
        ("3%", "3"),
        ("...", "?"),
    ],
)
def test_names_that_can_not_be_spelled_are_still_two(name: str, other: str) -> None:
    assert slug(name) != slug(other)


@given(st.text())
def test_it_is_always_an_id(name: str) -> None:
    assert STYLE.fullmatch(slug(name))
    assert slug(fold(name)) == slug(name)
