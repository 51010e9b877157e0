from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.desk.facets import facets
from summitry.desk.find import COUNTED, Finder, Wanted, find
from summitry.faces import options
from summitry.model.events import EventKind, Mode, Setting, Status
from summitry.record.memory import MemoryRecord
from summitry.record.open import open_content
from summitry.telling.facets import Facet, FacetKind
from tests.desk.test_find import VAGUE, VIEW

BUNDLED: Final = MemoryRecord(open_content(None))
FINDERS: Final = {id(view): Finder(view) for view in (BUNDLED, VIEW, VAGUE)}
EVERY: Final = 10_000


def by(facet: Facet, value: str, wanted: Wanted) -> Wanted:
    """What is wanted once the facet's value is chosen, as someone types it."""
    given: dict[str, Any] = {
        "since": options.first_day,
        "until": options.last_day,
        "kind": EventKind,
        "mode": lambda text: frozenset({Mode(text)}),
        "setting": lambda text: frozenset({Setting(text)}),
        "status": lambda text: frozenset({Status(text)}),
    }
    fields = {"mode": "modes", "setting": "settings", "status": "statuses"}
    chosen = {fields.get(name, name): given.get(name, str)(value) for name in facet.parameters}
    return replace(wanted, **chosen)


def is_counted_as_found(view: MemoryRecord, wanted: Wanted, most: int = EVERY) -> None:
    """Each value's number is that of the events found with it, and those left out have none."""
    finder = FINDERS[id(view)]
    for facet in facets(wanted, finder, most=most):
        assert len({one.value for one in facet.values}) == len(facet.values)
        assert len(facet.values) <= facet.total
        for one in facet.values:
            found = finder.events(by(facet, one.value, wanted))
            assert len(found) == one.events, (facet.kind, one)


def wanted_of(view: MemoryRecord) -> st.SearchStrategy[Wanted]:
    names = view.names()
    parties = [*names.people, *names.offices]
    spans = st.sampled_from(
        [(None, None), (date(2001, 1, 1), date(2008, 12, 31)), (date(1990, 1, 1), None)]
    )
    return st.builds(
        lambda pair, span, **more: Wanted(
            a=pair[0], b=pair[1], since=span[0], until=span[1], **more
        ),
        st.tuples(
            st.sampled_from([None, *parties]), st.sampled_from([None, None, *parties])
        ).filter(lambda pair: pair[0] is None or pair[0] != pair[1]),
        spans,
        kind=st.sampled_from([None, None, *EventKind]),
        modes=st.sampled_from([frozenset[Mode](), frozenset({Mode.IN_PERSON})]),
        settings=st.sampled_from([frozenset[Setting](), frozenset({Setting.BILATERAL})]),
        statuses=st.sampled_from([COUNTED, frozenset(Status)]),
        place=st.sampled_from([None, None, *names.places]),
        occasion=st.sampled_from([None, None, None, *names.occasions, *names.series]),
        topic=st.sampled_from([None, None, None, *names.topics]),
    )


@given(wanted_of(BUNDLED))
def test_a_number_is_that_of_the_events_found_with_the_value(wanted: Wanted) -> None:
    is_counted_as_found(BUNDLED, wanted)


@pytest.mark.parametrize("view", [VIEW, VAGUE], ids=["small", "vague"])
@given(st.data())
def test_so_it_is_where_much_is_not_known(view: MemoryRecord, data: st.DataObject) -> None:
    is_counted_as_found(view, data.draw(wanted_of(view)))


def test_no_value_is_left_out_by_which_something_would_be_found() -> None:
    names = BUNDLED.names()
    wanted = Wanted(since=date(2001, 1, 1), until=date(2012, 12, 31))
    made = {
        one.kind: {v.value for v in one.values}
        for one in facets(wanted, FINDERS[id(BUNDLED)], most=EVERY)
    }
    for kind, parameter, rows in (
        (FacetKind.PERSON, "a", names.people),
        (FacetKind.OFFICE, "a", names.offices),
        (FacetKind.OCCASION, "occasion", names.occasions),
        (FacetKind.SERIES, "occasion", names.series),
        (FacetKind.TOPIC, "topic", names.topics),
    ):
        only = Facet(kind=kind, parameters=(parameter,), values=(), total=0)
        found = {id for id in rows if find(by(only, id, wanted), BUNDLED).events}
        assert made[kind] == found
    states = {id for id, place in names.places.items() if place.kind.value == "country"}
    there = {id for id in states if find(replace(wanted, place=id), BUNDLED).events}
    assert made[FacetKind.PLACE] == there


def test_most_come_first_and_the_others_are_counted() -> None:
    few = {one.kind: one for one in facets(Wanted(), FINDERS[id(BUNDLED)], most=3)}
    people = few[FacetKind.PERSON]
    assert people.values[0].value == "vladimir-putin"
    assert len(people.values) == 3
    assert people.total > 20
    numbers = [one.events for one in people.values]
    assert numbers == sorted(numbers, reverse=True)


def test_what_is_chosen_comes_first_and_says_so() -> None:
    wanted = Wanted(modes=frozenset({Mode.LETTER}))
    modes = next(f for f in facets(wanted, FINDERS[id(BUNDLED)]) if f.kind is FacetKind.MODE)
    assert [(one.value, one.chosen) for one in modes.values][:2] == [
        ("letter", True),
        ("in-person", False),
    ]


@pytest.mark.parametrize(
    ("wanted", "kind", "values"),
    [
        (Wanted(), FacetKind.YEAR, ["193X", "194X", "195X", "196X", "197X"]),
        (
            Wanted(since=date(1970, 1, 1), until=date(1979, 12, 31)),
            FacetKind.YEAR,
            ["1970", "1972", "1973", "1974", "1975"],
        ),
        (Wanted(place="ru"), FacetKind.PLACE, ["moscow", "st-petersburg"]),
        (Wanted(occasion="apec"), FacetKind.OCCASION, ["apec-beijing-2014", "apec-da-nang-2017"]),
    ],
    ids=["decades", "years", "cities", "gatherings"],
)
def test_what_is_wanted_may_be_narrowed_further(
    wanted: Wanted, kind: FacetKind, values: list[str]
) -> None:
    facet = next(f for f in facets(wanted, FINDERS[id(BUNDLED)]) if f.kind is kind)
    assert [one.value for one in facet.values][: len(values)] == values


def test_two_who_are_named_leave_nobody_to_choose() -> None:
    wanted = Wanted(a="Putin", b="Obama")
    kinds = {facet.kind for facet in facets(wanted, FINDERS[id(BUNDLED)])}
    assert kinds.isdisjoint({FacetKind.PERSON, FacetKind.OFFICE})
