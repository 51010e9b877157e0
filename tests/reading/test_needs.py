from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.reading.needs import needs

NEEDS = [
    ("[A] met [B]", ("A", "B")),
    ("[A](?: and [B])?", ("A",)),
    ("[A](?: and [B])*[C]", ("A", "C")),
    ("[A](?:, [B]){0,3}", ("A",)),
    ("[A](?:, [B]){1,3}", ("A", "B")),
    ("[A](?:, [B])++", ("A", "B")),
    ("(?:[A] x|[B][C])", ("AB",)),
    ("(?:[A]|x)", ()),
    ("[A]|[B]", ("AB",)),
    ("(?<=[A] )x(?=[B])", ("A", "B")),
    ("(?<![A] )x(?![B])", ()),
    (r"(?P<who>[AB])\([^A]\)[\w,]", ("AB",)),
    (r"\[A\]", ()),
]


def is_sign(char: str) -> bool:
    return char in "ABC"


@pytest.mark.parametrize(("pattern", "signs"), NEEDS)
def test_what_a_pattern_needs(pattern: str, signs: tuple[str, ...]) -> None:
    re.compile(pattern)
    assert needs(pattern, is_sign) == signs


ATOMS = st.sampled_from(["[A]", "[B]", "[BC]", "x", " ", r"\w", "[^A]", "(?=[A])", "(?![B])"])
COUNTS = st.sampled_from(["", "", "?", "*", "+", "*?", "{0,2}", "{1,2}", "{2}"])


def _counted(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    one = st.tuples(st.sampled_from(["(?:%s)", "(%s)", "(?P<n>%s)"]), parts, COUNTS)
    return one.map(lambda made: made[0].replace("%s", made[1]).replace("(?P<n>", "(") + made[2])


PATTERNS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=2, max_size=3).map("|".join).flatmap(
            lambda either: _counted(st.just(either))
        ),
        _counted(inner),
    ),
    max_leaves=8,
)  # fmt: skip


@given(PATTERNS, st.text("ABCx ", max_size=8))
def test_where_a_pattern_is_found_is_what_it_needs(pattern: str, text: str) -> None:
    if re.search(pattern, text):
        assert all(any(sign in text for sign in signs) for signs in needs(pattern, is_sign))
