"""Addresses: where the page of each thing of a record is, on any site that shows the record.

An address is a path from the site's root, of small letters, digits, ``-``, ``_`` and ``/``, ending
in ``.html``: it stands as it is in a URL, names a file on any file system, and needs no server that
knows what to put in place of a folder. :func:`read` is its inverse, for servers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from posixpath import dirname, relpath
from typing import Final

from summitry.model.events import Event, EventId, EventKind
from summitry.model.occasions import OccasionId, SeriesId, TopicId
from summitry.model.people import OfficeId, PersonId
from summitry.model.places import PlaceId
from summitry.model.selection import Holder, Party, Someone

LONGEST_NAME: Final = 100
"""Letters of an id in a path: of a longer one the first, and a digest of all."""


class PageKind(StrEnum):
    """What a page is of. Pages that there is one of have the kind's value as their path."""

    HOME = "index"
    HISTORIES = "histories"
    PEOPLE = "people"
    OFFICES = "offices"
    OCCASIONS = "occasions"
    PLACES = "places"
    TOPICS = "topics"
    YEARS = "years"
    COUNTING = "counting"
    COVERAGE = "coverage"
    PAIR = "pair"
    PERSON = "person"
    OFFICE = "office"
    OCCASION = "occasion"
    SERIES = "series"
    PLACE = "place"
    TOPIC = "topic"
    YEAR = "year"
    ENCOUNTER = "encounter"
    VISIT = "visit"


ALONE: Final = tuple(PageKind)[: tuple(PageKind).index(PageKind.PAIR)]
"""The kinds of page that there is one of."""

_PLAIN: Final = re.compile(r"[a-z0-9-]")
_NAME: Final = re.compile(r"(?:[a-z0-9-]|_[0-9a-f]{2})+")
CUT: Final = "_-"
"""What parts the beginning of a long id from its digest: in no other name."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a page is: its kind, and the ids of what it is of.

    Of a pair the ids are those of two parties, each after its kind, ``person`` or ``office``.
    """

    kind: PageKind
    ids: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """The path from the site's root: ``person/joe-biden.html``."""
        if self.kind is PageKind.PAIR:
            kind, id, other_kind, other_id = self.ids
            steps = [kind, _name(id), other_kind, _name(other_id)]
        else:
            steps = [self.kind.value, *map(_name, self.ids)]
        return f"{'/'.join(steps)}.html"

    def seen_from(self, page: Address | FormKind) -> str:
        """The link from one page of a site to this one."""
        return relpath(self.path, dirname(page.path) or ".")


class FormKind(StrEnum):
    """A page that answers what is asked of it, by its parameters: only a server has it."""

    SEARCH = "search"
    BROWSE = "browse"
    HISTORY = "history"
    ASK = "ask"
    CHECK = "check"

    @property
    def path(self) -> str:
        """The path from the site's root, without the parameters."""
        return f"{self.value}.html"


Links = Callable[[Address], str | None]
"""Where another page is, as a link from the one that is made; None if there is no such page."""


def no_links(address: Address) -> None:
    """The links of a page that stands alone."""
    _ = address


HOME: Final = Address(PageKind.HOME)


def of_person(person: PersonId) -> Address:
    """The page of a person."""
    return Address(PageKind.PERSON, (person,))


def of_office(office: OfficeId) -> Address:
    """The page of an office."""
    return Address(PageKind.OFFICE, (office,))


def of_party(party: Party) -> Address:
    """The page of a person or office."""
    return of_office(party.office) if isinstance(party, Holder) else of_person(party.person)


def of_occasion(occasion: OccasionId) -> Address:
    """The page of a gathering."""
    return Address(PageKind.OCCASION, (occasion,))


def of_series(series: SeriesId) -> Address:
    """The page of a series of gatherings."""
    return Address(PageKind.SERIES, (series,))


def of_place(place: PlaceId) -> Address:
    """The page of a place."""
    return Address(PageKind.PLACE, (place,))


def of_topic(topic: TopicId) -> Address:
    """The page of a topic."""
    return Address(PageKind.TOPIC, (topic,))


def of_year(year: int) -> Address:
    """The page of a year."""
    return Address(PageKind.YEAR, (f"{year:04}",))


def of_event(event: Event) -> Address:
    """The page of an encounter or a visit."""
    return of_row(event.kind, event.id)


def of_row(kind: EventKind, id: EventId) -> Address:
    """The page of an encounter or a visit, by its id."""
    return Address(PageKind.VISIT if kind is EventKind.VISIT else PageKind.ENCOUNTER, (id,))


def of_pair(one: Party, other: Party) -> Address:
    """The page of two parties, whichever is named first."""
    one, other = in_order(one, other)
    return Address(PageKind.PAIR, (*_step(one), *_step(other)))


def in_order(one: Party, other: Party) -> tuple[Party, Party]:
    """The two as a page of them has them: people before offices, each by id."""
    first, second = sorted((one, other), key=_order)
    return first, second


def parties_of(address: Address) -> tuple[Party, Party]:
    """The two parties of the page of a pair."""
    kind, id, other_kind, other_id = address.ids
    return _party(kind, id), _party(other_kind, other_id)


def read(path: str) -> Address | None:
    """The address with this path; None if there is none, or one that isn't told by its path alone.

    So it is with an id of more than :data:`LONGEST_NAME` letters, whose path has but a digest.
    """
    steps = path.removesuffix(".html").split("/")
    names = [_id(step) for step in steps]
    if path == "/".join(steps) or None in names:
        return None
    ids = tuple(name for name in names if name is not None)
    found = _address(ids)
    return found if found is not None and found.path == path else None


def _address(ids: Sequence[str]) -> Address | None:
    kind, *rest = ids
    if kind not in tuple(PageKind):
        return None
    match rest:
        case [] if kind in ALONE:
            return Address(PageKind(kind))
        case [id] if kind not in {*ALONE, PageKind.PAIR}:
            return Address(PageKind(kind), (id,))
        case [one, other_kind, other] if {kind, other_kind} <= _PARTIES:
            return of_pair(_party(kind, one), _party(other_kind, other))
        case _:
            return None


_PARTIES: Final = {PageKind.PERSON.value, PageKind.OFFICE.value}


def _party(kind: str, id: str) -> Party:
    return Someone(id) if kind == PageKind.PERSON else Holder(id)


def _step(party: Party) -> tuple[str, str]:
    address = of_party(party)
    return address.kind.value, address.ids[0]


def _order(party: Party) -> tuple[bool, str]:
    kind, id = _step(party)
    return kind == PageKind.OFFICE, id


def _name(id: str) -> str:
    """An id as a step of a path, another for each."""
    name = "".join(
        sign if _PLAIN.fullmatch(sign) else "".join(f"_{byte:02x}" for byte in sign.encode())
        for sign in id
    )
    if len(name) <= LONGEST_NAME:
        return name or "_"
    kept = re.sub(r"_[0-9a-f]?$", "", name[:LONGEST_NAME])
    return f"{kept}{CUT}{sha256(id.encode()).hexdigest()[:16]}"


def _id(name: str) -> str | None:
    """The id of which a step is the name; None if it is of none, or cut short."""
    if not _NAME.fullmatch(name):
        return None
    parts = re.findall(r"[a-z0-9-]+|(?:_[0-9a-f]{2})+", name)
    try:
        return "".join(
            bytes.fromhex(part.replace("_", "")).decode() if part[0] == "_" else part
            for part in parts
        )
    except UnicodeDecodeError:
        return None
