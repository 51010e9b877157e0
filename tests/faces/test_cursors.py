from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.faces.cursors import read, written
from summitry.model.problems import InputError

PLACES = st.tuples(st.integers(-(10**6), 10**7), st.text(max_size=40))
LISTS = st.text(max_size=40)


@given(PLACES, LISTS)
def test_a_cursor_names_its_place_in_its_list_alone(place: tuple[int, str], asked: str) -> None:
    cursor = written(place, asked)
    assert re.fullmatch(r"[A-Za-z0-9_-]+", cursor)
    assert read(cursor, asked) == place
    with pytest.raises(InputError, match="a cursor of another list"):
        read(cursor, asked + "x")


@given(st.text(max_size=80) | st.from_regex(r"[A-Za-z0-9_-]{0,60}={0,2}", fullmatch=True))
def test_whatever_else_is_sent_is_refused(cursor: str) -> None:
    with pytest.raises(InputError):
        read(cursor, "a list")


@given(PLACES, LISTS, st.integers(0, 200), st.characters())
def test_a_cursor_that_was_changed_is_refused_or_names_a_place(
    place: tuple[int, str], asked: str, at: int, character: str
) -> None:
    cursor = written(place, asked)
    changed = cursor[: at % len(cursor)] + character + cursor[at % len(cursor) + 1 :]
    try:
        key, id = read(changed, asked)
    except InputError:
        return
    assert isinstance(key, int)
    assert isinstance(id, str)
