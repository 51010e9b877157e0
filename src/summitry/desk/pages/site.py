"""Making a page: from its address to the page of HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from typing import Final

from summitry.desk.pages.event import entry, event_page
from summitry.desk.pages.home import (
    counting_page,
    coverage_page,
    home_page,
    latest,
    listing_page,
)
from summitry.desk.pages.occasion import occasion_page, series_page
from summitry.desk.pages.pair import pair_page
from summitry.desk.pages.party import office_page, person_page
from summitry.desk.pages.place import place_page
from summitry.desk.pages.register import Register
from summitry.desk.pages.topic import topic_page
from summitry.desk.pages.year import year_page
from summitry.model.events import EventKind
from summitry.telling import paper
from summitry.telling.addresses import (
    ALONE,
    CUT,
    HOME,
    Address,
    FormKind,
    PageKind,
    of_event,
    of_occasion,
    of_office,
    of_pair,
    of_party,
    of_person,
    of_place,
    of_series,
    of_topic,
    of_year,
    parties_of,
    read,
)
from summitry.telling.dates import DateStyle
from summitry.telling.feed import feed
from summitry.telling.pages import (
    counting,
    coverage,
    event,
    home,
    listing,
    occasion,
    office,
    person,
    place,
    topic,
    year,
)
from summitry.telling.pages.leaf import Leaf

MOST_IN_FEED: Final = 30


@dataclass(frozen=True)
class Site:
    """A record as pages; ``base_url`` is where the site is, if that is known.

    ``has_forms``: a server answers forms beside the pages, and makes the page of any two.
    """

    register: Register
    style: DateStyle = DateStyle.PLAIN
    base_url: str = ""
    has_forms: bool = False

    def addresses(self) -> Iterator[Address]:
        """The address of every page, the home page first."""
        return self._all()

    def has(self, address: Address) -> bool:
        """Whether there is such a page."""
        return self._lists(address) or (self.has_forms and self._is_of_two(address))

    def at(self, path: str) -> Address | None:
        """The address of the page with this path; None if there is no such page."""
        address = read(path)
        if address is not None and self.has(address):
            return address
        return self._by_path.get(path) if CUT in path else None

    def page(self, address: Address) -> str:
        """The page of an address that the site has; KeyError for another."""
        if not self.has(address):
            raise KeyError(address)
        return _MAKERS[address.kind](address, self.register, self.leaf(address))

    def feed(self) -> str:
        """The latest encounters, as an Atom feed."""
        register = self.register
        entries = [entry(one, register) for one in islice(latest(register), MOST_IN_FEED)]
        return feed(entries, register.ground, self.leaf(HOME))

    def leaf(self, address: Address | FormKind) -> Leaf:
        """Where the page of an address, or a form, stands."""

        def links(other: Address) -> str | None:
            return other.seen_from(address) if self._lists(other) else None

        return Leaf(
            at=address,
            title=self.register.ground.basis.title,
            links=links,
            style=self.style,
            base_url=self.base_url,
            has_forms=self.has_forms,
        )

    def leaf_within(self, depth: int) -> Leaf:
        """Where a page stands that is of no address, but of a path within so many folders."""

        def links(other: Address) -> str | None:
            return "../" * depth + other.path if self._lists(other) else None

        return replace(self.leaf(HOME), at=None, links=links, depth=depth)

    def _lists(self, address: Address) -> bool:
        """Whether an address is among :meth:`addresses`, without making all of them."""
        register, names = self.register, self.register.names
        if address.kind in ALONE:
            return address == Address(address.kind)
        if address.kind is PageKind.PAIR:
            return parties_of(address) in register.between
        id = address.ids[0]
        match address.kind:
            case PageKind.YEAR:
                return id in self._years
            case PageKind.ENCOUNTER | PageKind.VISIT:
                return (EventKind(address.kind.value), id) in register.by_row
            case kind:
                rows: dict[PageKind, Mapping[str, object]] = {
                    PageKind.PERSON: names.people,
                    PageKind.OFFICE: names.offices,
                    PageKind.OCCASION: names.occasions,
                    PageKind.SERIES: names.series,
                    PageKind.PLACE: names.places,
                    PageKind.TOPIC: names.topics,
                }
                return id in rows[kind]

    @cached_property
    def _years(self) -> frozenset[str]:
        return frozenset(of_year(year).ids[0] for year in self.register.in_year)

    @cached_property
    def _by_path(self) -> dict[str, Address]:
        """The pages whose paths don't tell their ids."""
        return {address.path: address for address in self._all() if CUT in address.path}

    def _is_of_two(self, address: Address) -> bool:
        if address.kind is not PageKind.PAIR:
            return False
        parties = parties_of(address)
        return len(set(parties)) == 2 and all(self._lists(of_party(one)) for one in parties)

    def _all(self) -> Iterator[Address]:
        register, names = self.register, self.register.names
        yield from map(Address, ALONE)
        yield from (of_pair(one, other) for one, other in register.between)
        yield from map(of_person, names.people)
        yield from map(of_office, names.offices)
        yield from map(of_occasion, names.occasions)
        yield from map(of_series, names.series)
        yield from map(of_place, names.places)
        yield from map(of_topic, names.topics)
        yield from map(of_year, sorted(register.in_year))
        yield from map(of_event, register.events)


def _pair(address: Address, register: Register, leaf: Leaf) -> str:
    return paper.as_html(pair_page(*parties_of(address), register), leaf=leaf)


def _event(address: Address, register: Register, leaf: Leaf) -> str:
    kind = EventKind(address.kind.value)
    found = register.by_row[kind, address.ids[0]]
    return event.as_html(event_page(found, register), leaf)


def _listing(address: Address, register: Register, leaf: Leaf) -> str:
    return listing.as_html(listing_page(address.kind, register), leaf)


_MAKERS: Final[dict[PageKind, Callable[[Address, Register, Leaf], str]]] = {
    PageKind.HOME: lambda _, register, leaf: home.as_html(home_page(register), leaf),
    PageKind.HISTORIES: _listing,
    PageKind.PEOPLE: _listing,
    PageKind.OFFICES: _listing,
    PageKind.OCCASIONS: _listing,
    PageKind.PLACES: _listing,
    PageKind.TOPICS: _listing,
    PageKind.YEARS: _listing,
    PageKind.COUNTING: lambda _, register, leaf: counting.as_html(counting_page(register), leaf),
    PageKind.COVERAGE: lambda _, register, leaf: coverage.as_html(coverage_page(register), leaf),
    PageKind.PAIR: _pair,
    PageKind.PERSON: lambda at, register, leaf: person.as_html(
        person_page(at.ids[0], register), leaf
    ),
    PageKind.OFFICE: lambda at, register, leaf: office.as_html(
        office_page(at.ids[0], register), leaf
    ),
    PageKind.OCCASION: lambda at, register, leaf: occasion.as_html(
        occasion_page(at.ids[0], register), leaf
    ),
    PageKind.SERIES: lambda at, register, leaf: occasion.series_as_html(
        series_page(at.ids[0], register), leaf
    ),
    PageKind.PLACE: lambda at, register, leaf: place.as_html(place_page(at.ids[0], register), leaf),
    PageKind.TOPIC: lambda at, register, leaf: topic.as_html(topic_page(at.ids[0], register), leaf),
    PageKind.YEAR: lambda at, register, leaf: year.as_html(
        year_page(int(at.ids[0]), register), leaf
    ),
    PageKind.ENCOUNTER: _event,
    PageKind.VISIT: _event,
}
