"""Addresses: one for each thing, safe as a URL and as the name of a file, and read back."""

from __future__ import annotations

import re
from posixpath import dirname, join, normpath
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.model.selection import Holder, Party, Someone
from summitry.telling.addresses import (
    ALONE,
    HOME,
    LONGEST_NAME,
    Address,
    PageKind,
    in_order,
    of_pair,
    of_person,
    parties_of,
    read,
)

PLAIN: Final = st.text("abcz09-", min_size=1, max_size=20)
IDS: Final = PLAIN | st.text(st.characters(codec="utf-8"), min_size=1, max_size=LONGEST_NAME // 12)
LONG: Final = st.text(st.characters(codec="utf-8"), min_size=LONGEST_NAME + 1, max_size=300)
OF_ONE: Final = tuple(kind for kind in PageKind if kind not in {*ALONE, PageKind.PAIR})


def parties(ids: st.SearchStrategy[str]) -> st.SearchStrategy[Party]:
    return ids.map(Someone) | ids.map(Holder)


def addresses(ids: st.SearchStrategy[str]) -> st.SearchStrategy[Address]:
    alone = st.sampled_from(ALONE).map(Address)
    of_one = st.builds(lambda kind, of: Address(kind, (of,)), st.sampled_from(OF_ONE), ids)
    pairs = st.builds(of_pair, parties(ids), parties(ids))
    return alone | of_one | pairs


@given(addresses(IDS))
def test_a_path_is_read_back(address: Address) -> None:
    assert read(address.path) == address


@given(addresses(IDS), addresses(IDS | LONG))
def test_two_addresses_have_two_paths(one: Address, other: Address) -> None:
    assert (one.path == other.path) == (one == other)


@given(addresses(IDS | LONG))
def test_a_path_is_safe_wherever_it_stands(address: Address) -> None:
    assert re.fullmatch(r"[a-z0-9_/-]+\.html", address.path)
    assert all(0 < len(step) < 200 for step in address.path.split("/"))


@given(addresses(LONG).filter(lambda address: bool(address.ids)))
def test_a_path_that_is_cut_is_read_as_none(address: Address) -> None:
    assert read(address.path) is None


@given(addresses(IDS), addresses(IDS))
def test_a_link_leads_from_one_page_to_the_other(page: Address, other: Address) -> None:
    link = other.seen_from(page)
    assert not link.startswith("/")
    assert normpath(join(dirname(page.path), link)) == other.path


@given(parties(IDS), parties(IDS))
def test_a_pair_has_one_page_with_people_first(one: Party, other: Party) -> None:
    address = of_pair(one, other)
    assert address == of_pair(other, one)
    assert parties_of(address) == in_order(one, other)
    assert not isinstance(in_order(one, other)[0], Holder) or isinstance(one, Holder)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "index",
        "index.htm",
        "INDEX.html",
        "person.html",
        "person/.html",
        "person/../index.html",
        "person/%2e%2e.html",
        "person/_2.html",
        "person/_61.html",
        "person/a/b.html",
        "person/a/person/b/c.html",
        "office/a/person/b.html",
        "person/b/person/a.html",
        "pair/a.html",
        "place/_ff.html",
        "/person/a.html",
    ],
)
def test_what_is_no_path_is_read_as_none(path: str) -> None:
    assert read(path) is None


def test_paths_tell_what_they_are_of() -> None:
    assert HOME.path == "index.html"
    assert of_person("joe-biden").path == "person/joe-biden.html"
    pair = of_pair(Holder("us-president"), Someone("joe-biden"))
    assert pair.path == "person/joe-biden/office/us-president.html"
