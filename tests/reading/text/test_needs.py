from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.reading.text.needs import Row, needs

NEEDS = [
    ("[A] met [B]", (("A",), ("B",), ("met",))),
    ("[A](?: and [B])?", (("A",),)),
    ("[A](?: and [B])*[C]", (("A",), ("C",))),
    ("[A](?:, [B]){0,3}", (("A",),)),
    ("[A](?:, [B]){1,3}", (("A",), ("B",))),
    ("[A](?:, [B])++", (("A",), ("B",))),
    ("(?:[A] x|[B][C])", (("A", "B"),)),
    ("(?:[A]|x)", ()),
    ("[A]|[B]", (("A", "B"),)),
    ("(?<=[A] )x(?=[B])", (("A",), ("B",))),
    ("(?<![A] )x(?![B])", ()),
    (r"(?P<who>[AB])\([^A]\)[\w,]", (("A", "B"),)),
    (r"\[A\]", (("[a]",),)),
    ("Since the (?:time|days?)", (("since the",), ("time", "day"))),
    (r"sat\ downs?\b", (("sat down",),)),
    ("(?:then )?was|[A]", (("was", "A"),)),
    ("colou?r+s", (("colo",),)),
]


def is_sign(char: str) -> bool:
    return char in "ABC"


@pytest.mark.parametrize(("pattern", "rows"), NEEDS)
def test_what_a_pattern_needs(pattern: str, rows: tuple[Row, ...]) -> None:
    re.compile(pattern)
    assert needs(pattern, is_sign) == rows


ATOMS = st.sampled_from(
    ["[A]", "[B]", "[BC]", "xxx", "xx", " ", r"\w", "[^A]", "(?=[A])", "(?![B])", r"x\ x"]
)
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


@given(PATTERNS, st.text("ABCxX ", max_size=10))
def test_where_a_pattern_is_found_is_what_it_needs(pattern: str, text: str) -> None:
    if re.search(pattern, text, re.IGNORECASE):
        low = text.upper().replace("X", "x")
        assert all(any(one in low for one in row) for row in needs(pattern, is_sign))
