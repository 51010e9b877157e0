"""A page that summitry wrote is read back whole, and every sentence of it is Supported."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from itertools import chain, combinations, permutations, product
from typing import Final, TypeVar
from zlib import crc32

import pytest

from summitry.desk.check import check
from summitry.desk.history import history
from summitry.desk.paper import paper
from summitry.desk.records import View, open_record
from summitry.desk.scope import EVERYTHING, Scope
from summitry.model.events import Encounter, Mode, Status, Visit
from summitry.model.findings import Verdict
from summitry.model.people import OfficeId, PersonId
from summitry.model.statements import Document
from summitry.reading.documents import extract
from summitry.reckoning import Frame
from summitry.telling.history import History
from summitry.telling.paper import as_html
from tests.desk import read_back
from tests.desk.read_back import FORMATS

SUMMIT: Final = date(2025, 8, 16)
LATER: Final = date(2025, 12, 31)
EARLIER: Final = date(2014, 1, 1)


_Event = TypeVar("_Event", Encounter, Visit)


@cache
def record() -> View:
    return open_record(None)


@cache
def pairs() -> tuple[tuple[str, str], ...]:
    """People who met, and those one of whom visited the country that the other led, by name."""
    met = ((a, b) for event in encounters() for a, b in combinations(sorted(event.people), 2))
    names = record().names()
    visited = (
        (min(visit.person, tenure.person), max(visit.person, tenure.person))
        for visit in held(Visit)
        for tenure in names.tenures
        if names.offices[tenure.office].leads
        and names.offices[tenure.office].country == visit.country
        and visit.when.touches(tenure.when.core).surely()
        and tenure.person != visit.person
    )
    return _named(chain(met, visited))


@cache
def with_offices() -> tuple[tuple[str, str], ...]:
    """People and the offices of those whom they met, on the day; either first."""
    return _named(
        either
        for event in encounters()
        for a, b in permutations(event.people, 2)
        for office in offices(b, event)
        for either in ((a, office), (office, a))
    )


@cache
def between_offices() -> tuple[tuple[str, str], ...]:
    """Offices of two people who met, on the day; either first."""
    return _named(
        (c, d)
        for event in encounters()
        for a, b in permutations(event.people, 2)
        for c, d in product(offices(a, event), offices(b, event))
        if c != d
    )


def held(kind: type[_Event]) -> list[_Event]:
    """The events of a kind that were held by the day."""
    last = SUMMIT.toordinal()
    return [
        event
        for event in record().events()
        if isinstance(event, kind)
        and event.status is Status.HELD
        and event.when.start.possible.first <= last
    ]


def encounters() -> list[Encounter]:
    """The encounters that were held by the day."""
    return held(Encounter)


def offices(person: PersonId, event: Encounter) -> list[OfficeId]:
    """The offices that a person surely held on a day of the event."""
    return [
        tenure.office
        for tenure in record().names().tenures_of.get(person, ())
        if event.when.touches(tenure.when.core).surely()
    ]


def _named(found: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Each pair once, in the order of their ids, by the names that a command takes."""
    names = record().names()
    rows = {id: one.name for id, one in names.people.items()}
    rows |= {id: one.name for id, one in names.offices.items()}
    return tuple((rows[a], rows[b]) for a, b in sorted(set(found)))


def both(pair: tuple[str, str]) -> tuple[tuple[str, str], tuple[str, str]]:
    """The pair, either first."""
    return pair, pair[::-1]


@cache
def written(a: str, b: str, day: date, scope: Scope = EVERYTHING) -> History:
    return history(a, b, record(), as_of=day, today=day, scope=scope)


@cache
def frame(day: date) -> Frame:
    return _frame_of(record(), day)


_frame_of: Final = Frame.of


@pytest.fixture(autouse=True)
def _one_frame_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every history and check of a day reckon in one frame, so that none reckons twice."""
    monkeypatch.setattr(Frame, "of", lambda _view, day: frame(day))


def faults(pair: tuple[str, str], day: date, form: str, scope: Scope = EVERYTHING) -> list[str]:
    """What a page of the two says that isn't read as it was told, or isn't Supported."""
    page = written(*pair, day, scope)
    return read_back.faults(page, FORMATS[form](page), form, frame(day))


def test_no_page_of_those_who_met_is_empty() -> None:
    every = (*pairs(), *with_offices(), *between_offices())
    assert [pair for pair in every if not any(read_back.facts(written(*pair, SUMMIT)))] == []


@pytest.mark.parametrize(
    ("day", "form"),
    [*((SUMMIT, form) for form in FORMATS), (LATER, "page.md"), (EARLIER, "page.txt")],
    ids=str,
)
def test_a_page_of_two_people_is_read_back_and_supported(day: date, form: str) -> None:
    assert len(pairs()) > 5
    assert [fault for pair in pairs() for fault in faults(pair, day, form)] == []


@pytest.mark.parametrize("form", FORMATS)
def test_a_page_of_a_person_and_an_office_is_read_back_and_supported(form: str) -> None:
    assert len(with_offices()) > 20
    assert [fault for pair in with_offices() for fault in faults(pair, SUMMIT, form)] == []


@pytest.mark.parametrize("form", FORMATS)
def test_a_page_of_two_offices_is_read_back_and_supported(form: str) -> None:
    assert len(between_offices()) > 20
    assert [fault for pair in between_offices() for fault in faults(pair, SUMMIT, form)] == []


PUTIN = ("Vladimir Putin", "President of the United States")


@pytest.mark.parametrize("day", [LATER, EARLIER], ids=str)
@pytest.mark.parametrize("pair", both(PUTIN), ids=" and ".join)
def test_so_it_is_on_other_days(pair: tuple[str, str], day: date) -> None:
    assert [fault for form in FORMATS for fault in faults(pair, day, form)] == []


SCOPES: Final = {
    "since": Scope(since=date(2018, 1, 1)),
    "until": Scope(until=date(2011, 3, 31)),
    "between": Scope(since=date(2001, 6, 16), until=date(2018, 7, 16)),
    "calls": Scope(modes=frozenset({Mode.PHONE}), visits=False),
    "talks": Scope(modes=frozenset({Mode.IN_PERSON}), visits=False, rule="talks"),
}


@pytest.mark.parametrize("scope", SCOPES.values(), ids=SCOPES)
@pytest.mark.parametrize("pair", [PUTIN, ("Vladimir Putin", "Donald Trump")], ids=" and ".join)
def test_so_it_is_of_a_page_of_some_events(pair: tuple[str, str], scope: Scope) -> None:
    assert faults(pair, SUMMIT, "page.txt", scope) == []


@pytest.mark.parametrize("form", FORMATS)
def test_a_check_of_a_page_supports_all_of_it(form: str) -> None:
    text = extract(FORMATS[form](written(*PUTIN, SUMMIT)).encode(), name=form).text
    checked = check(Document(text=text, as_of=SUMMIT), record())
    assert {judged.verdict for judged in checked.statements} == {Verdict.SUPPORTED}
    assert not checked.silences


# --- as a page for readers ------------------------------------------------------------------------


def sample(pairs: tuple[tuple[str, str], ...], one_of: int) -> list[tuple[str, str]]:
    """Some of the pairs, the same every time and of every kind."""
    return sorted(pairs, key=lambda pair: crc32(" ".join(pair).encode()))[: len(pairs) // one_of]


@pytest.mark.parametrize("kind", [pairs, with_offices, between_offices])
def test_a_page_of_html_says_the_same(kind: Callable[[], tuple[tuple[str, str], ...]]) -> None:
    """Its other ways of counting stand in a table, which is none of sentences."""
    some = sample(kind(), 11)
    assert len(some) > 1
    found: list[str] = []
    for pair in some:
        page = paper(*pair, record(), as_of=SUMMIT, today=SUMMIT)
        back = read_back.read_back(as_html(page), "page.html", page.history)
        told = tuple(read_back.facts(page.history, counts=len(page.history.sections) > 1))
        told = tuple(fact for fact in told if fact not in page.history.counts)
        found += read_back.unsound(back, frame(SUMMIT))
        found += read_back.lost(back, page.history, (*told, *page.headlines))
    assert found == []
