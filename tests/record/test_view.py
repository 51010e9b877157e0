"""One contract, held by every store: what a view answers is what the content says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.model.days import ANY_DAY, NO_DAY, Days
from summitry.model.events import Encounter, Event, EventKind, Visit
from summitry.model.names import Names
from summitry.record.content import Content
from summitry.record.identities import resolved
from summitry.record.memory import MemoryRecord
from summitry.record.open import open_record
from summitry.record.package import write_package
from summitry.record.sql_record import SqlRecord, build
from summitry.record.tables import VALUES
from summitry.record.view import EVERYTHING, About, Narrowing, Store, View
from tests.record.full import FULL as STORED
from tests.record.generated import FEW, WITHOUT_NUL
from tests.record.homes import HOMES, NewHome, new_home_of


@contextmanager
def in_memory(content: Content) -> Iterator[Store]:
    yield MemoryRecord(content)


@contextmanager
def in_package(content: Content) -> Iterator[Store]:
    with TemporaryDirectory() as name:
        write_package(content, Path(name))
        yield open_record(Path(name))


@contextmanager
def in_sql(new_home: NewHome, content: Content) -> Iterator[Store]:
    with new_home() as home:
        build(content, home)
        with closing(SqlRecord(home)) as record:
            yield record


FULL = resolved(STORED)

StoreOf = Callable[[Content], AbstractContextManager[Store]]


@pytest.fixture(scope="session", params=("memory", "package", *HOMES))
def store(request: pytest.FixtureRequest) -> StoreOf:
    """What keeps a content: each kind of store."""
    match request.param:
        case "memory":
            return in_memory
        case "package":
            return in_package
        case kind:
            return partial(in_sql, new_home_of(kind, request))


@pytest.fixture
def view(store: StoreOf) -> Iterator[View]:
    """The full record in each store."""
    with store(STORED) as found:
        yield found


def _events(content: Content) -> list[Event]:
    content = resolved(content)
    events: list[Event] = [*content.encounters, *content.visits]
    return sorted(events, key=lambda event: (event.when.start.possible.first, event.id))


def _is_asked(event: Event, narrowing: Narrowing) -> bool:
    match event:
        case Encounter(people=people):
            kind = EventKind.ENCOUNTER
        case Visit(person=person):
            kind, people = EventKind.VISIT, frozenset({person})
    return (
        narrowing.kind in {None, kind}
        and narrowing.people <= people
        and event.when.outer.meets(narrowing.days)
    )


# --- the full record --------------------------------------------------------------------------


def test_about_describes_the_content(view: View) -> None:
    assert view.about() == About(
        name="full", title="A record, “full”", version="1.2", digest=STORED.digest(), events=5
    )


def test_names_are_those_of_the_tables(view: View) -> None:
    assert view.names() == Names(
        people={row.id: row for row in FULL.people},
        offices={row.id: row for row in FULL.offices},
        tenures=FULL.tenures,
        places={row.id: row for row in FULL.places},
        series={row.id: row for row in FULL.series},
        occasions={row.id: row for row in FULL.occasions},
        landmarks={row.id: row for row in FULL.landmarks},
        topics={row.id: row for row in FULL.topics},
    )


def test_events_come_by_earliest_day_then_id(view: View) -> None:
    assert [event.id for event in view.events()] == [
        "auckland-1999",
        "call-1999",
        "clinton-ru-2000",
        "moscow-2000",
        "putin-us-2000",
    ]
    assert list(view.events()) == _events(FULL)


@pytest.mark.parametrize(
    ("narrowing", "ids"),
    [
        (Narrowing(kind=EventKind.VISIT), ["clinton-ru-2000", "putin-us-2000"]),
        (Narrowing(people=frozenset({"boris-yeltsin"})), ["call-1999"]),
        (
            Narrowing(people=frozenset({"bill-clinton", "vladimir-putin"})),
            ["auckland-1999", "moscow-2000"],
        ),
        (Narrowing(people=frozenset({"nobody"})), []),
        (
            Narrowing(days=Days.between(date(2000, 6, 5), date(2000, 6, 9))),
            ["clinton-ru-2000", "moscow-2000"],
        ),
        (Narrowing(days=Days.between(date(2000, 9, 30), None)), ["putin-us-2000"]),
        (Narrowing(days=Days.between(None, date(1999, 9, 12))), ["auckland-1999"]),
        (Narrowing(days=NO_DAY), []),
    ],
)
def test_events_are_narrowed(view: View, narrowing: Narrowing, ids: list[str]) -> None:
    assert [event.id for event in view.events(narrowing)] == ids


def test_an_event_is_found_by_its_id(view: View) -> None:
    for event in _events(FULL):
        assert view.event(event.id) == event
    assert view.event("nothing") is None


def test_tenures_are_those_of_the_person_and_the_office(view: View) -> None:
    assert view.tenures() == FULL.tenures
    assert [t.id for t in view.tenures(person="vladimir-putin")] == [
        "vladimir-putin-ru-prime-minister-1999",
        "vladimir-putin-ru-president-1999",
        "vladimir-putin-ru-president-2000",
    ]
    assert [t.id for t in view.tenures(office="us-president")] == ["bill-clinton-us-president-1993"]
    assert [t.id for t in view.tenures(person="vladimir-putin", office="ru-prime-minister")] == [
        "vladimir-putin-ru-prime-minister-1999"
    ]
    assert view.tenures(person="boris-yeltsin") == ()


def test_coverage_places_and_sources_are_complete(view: View) -> None:
    assert view.coverage() == FULL.coverage
    assert view.places() == {row.id: row for row in FULL.places}
    assert view.sources() == {row.id: row for row in FULL.sources}


def test_citations_are_those_of_the_row(view: View) -> None:
    assert view.citations("encounters", "auckland-1999") == FULL.citations[:1]
    assert view.citations("visits", "auckland-1999") == ()


# --- any record -------------------------------------------------------------------------------


@FEW
@given(content=WITHOUT_NUL, data=st.data())
def test_every_store_answers_as_the_content_does(
    store: StoreOf, content: Content, data: st.DataObject
) -> None:
    people = st.sampled_from([person.id for person in content.people])
    ordinals = st.integers(709_000, 741_000)
    narrowings = st.builds(
        Narrowing,
        kind=st.sampled_from([None, *EventKind]),
        people=st.frozensets(people, max_size=3),
        days=st.just(ANY_DAY) | st.lists(st.tuples(ordinals, ordinals)).map(lambda s: Days(*s)),
    )
    asked = data.draw(st.lists(narrowings, min_size=1, max_size=5))
    shown = resolved(content)
    with store(content) as view:
        assert list(view.events()) == _events(content)
        for narrowing in (EVERYTHING, *asked):
            found = view.events(narrowing)
            assert [event for event in _events(content) if event in found] == list(found)
            for event in _events(content):
                assert event in found or not _is_asked(event, narrowing)
        assert view.about().digest == content.digest()
        assert view.names() == MemoryRecord(content).names()
        assert view.coverage() == shown.coverage
        for table in VALUES:
            ids = [row.id for row in getattr(shown, table.name)]
            assert view.cited(table.name, [*ids, "nobody"]) == {
                "nobody": (),
                **{id: view.citations(table.name, id) for id in ids},
            }
            for row in getattr(shown, table.name):
                assert view.citations(table.name, row.id) == tuple(
                    citation
                    for citation in shown.citations
                    if (citation.table, citation.row) == (table.name, row.id)
                )


def test_a_store_knows_every_row_that_it_has(store: StoreOf) -> None:
    with store(STORED) as found:
        for table in VALUES:
            for row in getattr(STORED, table.name):
                assert found.stores(table.name, row.id)
            assert not found.stores(table.name, "nobody")
