"""A selection refuses what no event could have, and is narrowed without other change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from summitry.model.events import EventKind, Mode, Setting, VisitKind
from summitry.model.selection import (
    ANY_CAPACITY,
    IN_OFFICE,
    Capacity,
    Holder,
    Selection,
    Someone,
)
from summitry.model.when import ALWAYS, Window

BIDEN = Someone("joe-biden")
ENCOUNTERS = Selection(who=BIDEN, whom=Someone("vladimir-putin"))
VISITS = Selection(kind=EventKind.VISIT, who=BIDEN)

NOT_OF_VISITS: list[dict[str, Any]] = [
    {"whom": Holder("ru-president")},
    {"modes": frozenset({Mode.PHONE})},
    {"settings": frozenset({Setting.BILATERAL})},
    {"topic": "syria"},
    {"host": BIDEN},
]


@pytest.mark.parametrize("more", NOT_OF_VISITS, ids=lambda more: next(iter(more)))
def test_what_only_encounters_have_selects_no_visit(more: dict[str, Any]) -> None:
    assert replace(ENCOUNTERS, **more).kind is EventKind.ENCOUNTER
    message = r"^a selection of visits has no counterpart, mode, setting, topic or host$"
    with pytest.raises(ValueError, match=message):
        replace(VISITS, **more)


def test_a_kind_of_visit_selects_no_encounter() -> None:
    kinds = frozenset({VisitKind.STATE})
    assert replace(VISITS, visit_kinds=kinds).visit_kinds == kinds
    with pytest.raises(ValueError, match=r"^a selection of encounters has no kind of visit$"):
        replace(ENCOUNTERS, visit_kinds=kinds)


@pytest.mark.parametrize("selection", [ENCOUNTERS, VISITS])
def test_an_occasion_and_a_series_are_one_too_many(selection: Selection) -> None:
    assert replace(selection, occasion="g20-2017").series is None
    assert replace(selection, series="g20").occasion is None
    message = r"^a selection names an occasion or a series, not both$"
    with pytest.raises(ValueError, match=message):
        replace(selection, occasion="g20-2017", series="g20")


@pytest.mark.parametrize("selection", [ENCOUNTERS, VISITS])
def test_narrowing_changes_the_window_alone(selection: Selection) -> None:
    window = Window.on(date(2021, 6, 16))
    assert selection.window == ALWAYS
    assert selection.narrowed(window).window == window
    assert selection.narrowed(window).narrowed(ALWAYS) == selection


def test_a_capacity_is_open_unless_it_says_something() -> None:
    assert ANY_CAPACITY.is_open
    assert not IN_OFFICE.is_open
    assert not Capacity(frozenset({"us-president"})).is_open
    assert BIDEN.capacity.is_open


def test_a_capacity_names_offices_or_says_in_office() -> None:
    message = r"^a capacity names offices or says 'in office', not both$"
    with pytest.raises(ValueError, match=message):
        Capacity(frozenset({"us-president"}), in_office=True)
