"""What comes from elsewhere is read or refused, whatever it is: a few of the fuzzer's tries."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import SEEDS, TARGETS, fuzzed

SIGNS = [
    b"\x00",
    b"\xed\xa0\x80",
    "\u202e".encode(),
    b"\xff\xfe",
    b"<",
    b"&#x0;",
    b"[",
    b"9" * 30,
    b"\r",
    b"\n,",
]


def spoiled(seed: bytes) -> st.SearchStrategy[bytes]:
    """The seed with other bytes in it, cut, or said more than once."""
    piece = st.one_of(st.binary(max_size=12), st.sampled_from(SIGNS))
    places = st.tuples(st.integers(0, len(seed)), st.integers(0, len(seed)), piece)
    return st.lists(places, min_size=1, max_size=3).map(lambda cuts: _cut(seed, cuts))


def _cut(seed: bytes, cuts: list[tuple[int, int, bytes]]) -> bytes:
    for first, last, piece in cuts:
        seed = seed[:first] + piece + seed[last:]
    return seed[:4096]


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=40)
@given(data=st.data())
def test_anything_is_read_or_refused(name: str, data: st.DataObject) -> None:
    fuzzed(name, data.draw(st.one_of(st.binary(max_size=200), *map(spoiled, SEEDS[name]))))


@pytest.mark.parametrize("name", TARGETS)
@pytest.mark.parametrize("piece", [*SIGNS, b"(" * 9000, b"<b>" * 9000, b"a" * 60000, b" " * 60000])
def test_so_is_what_is_made_to_break_it(name: str, piece: bytes) -> None:
    for seed in SEEDS[name]:
        fuzzed(name, piece)
        fuzzed(name, seed + piece)
        fuzzed(name, piece + seed)
