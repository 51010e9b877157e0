"""The home page, and the lists of all that there is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from summitry.desk.pages.event import entry
from summitry.desk.pages.register import Register
from summitry.model.events import Encounter, Event, Status
from summitry.model.selection import Holder, Party
from summitry.telling.addresses import PageKind
from summitry.telling.pages.counting import CountingPage
from summitry.telling.pages.coverage import CoveragePage
from summitry.telling.pages.ground import Between
from summitry.telling.pages.home import HomePage
from summitry.telling.pages.listing import ListingPage

MOST_LATEST: Final = 6
MOST_PAIRS: Final = 8


def home_page(register: Register) -> HomePage:
    """The latest, and the pairs of which most is on record."""
    pairs = tuple(all_between(register))
    most = sorted(pairs, key=lambda one: -len(one.events))
    return HomePage(
        ground=register.ground,
        events=len(register.events),
        people=len(register.of_person),
        latest=tuple(entry(event, register) for event in islice(latest(register), MOST_LATEST)),
        with_people=tuple([b for b in most if not _are_offices(b.one, b.other)][:MOST_PAIRS]),
        with_offices=tuple([b for b in most if _are_offices(b.one, b.other)][:MOST_PAIRS]),
    )


def _are_offices(*parties: Party) -> bool:
    return any(isinstance(party, Holder) for party in parties)


def latest(register: Register) -> Iterator[Event]:
    """The encounters that were held, and may have been by the day of the pages, the last first."""
    until = register.day.toordinal()
    for event in reversed(register.events):
        held = isinstance(event, Encounter) and event.status is Status.HELD
        if held and event.when.start.possible.first <= until:
            yield event


def all_between(register: Register) -> Iterator[Between]:
    """Every two parties that have a page."""
    for (one, other), events in register.between.items():
        yield Between(one=one, other=other, events=events)


def listing_page(kind: PageKind, register: Register) -> ListingPage:
    """All the pages of a kind."""
    between = tuple(all_between(register)) if kind is PageKind.HISTORIES else ()
    rows = () if kind is PageKind.HISTORIES else tuple(_rows(kind, register))
    return ListingPage(ground=register.ground, kind=kind, rows=rows, between=between)


def _rows(kind: PageKind, register: Register) -> Iterator[tuple[str, tuple[Event, ...]]]:
    names = register.names
    match kind:
        case PageKind.PEOPLE:
            yield from ((id, register.of_person.get(id, ())) for id in names.people)
        case PageKind.OFFICES:
            yield from ((id, ()) for id in names.offices)
        case PageKind.OCCASIONS:
            in_order = register.all_occasions
            yield from ((id, register.at_occasion.get(id, ())) for id in in_order)
        case PageKind.TOPICS:
            yield from ((id, register.on_topic.get(id, ())) for id in sorted(names.topics))
        case PageKind.PLACES:
            yield from ((id, register.in_place.get(id, ())) for id in names.places)
        case _:
            yield from ((str(year), register.in_year[year]) for year in sorted(register.in_year))


def counting_page(register: Register) -> CountingPage:
    """The rules of counting."""
    return CountingPage(ground=register.ground)


def coverage_page(register: Register) -> CoveragePage:
    """The statements of coverage."""
    return CoveragePage(ground=register.ground, coverage=register.view.coverage())
