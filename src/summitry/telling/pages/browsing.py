"""The page of a list that can be narrowed: events by date, and by what there would be fewer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from summitry.model.events import Event, EventKind, Mode, Setting, Status
from summitry.telling.addresses import FormKind
from summitry.telling.facets import Facet, FacetKind
from summitry.telling.pages.ground import Ground
from summitry.telling.pages.leaf import Leaf, render
from summitry.telling.pages.references import References
from summitry.telling.pages.setter import Setter
from summitry.telling.words import capitalised

Asked = tuple[tuple[str, str], ...]
"""Parameters and their values, as an address has them."""

LATEST: Final = "latest"
EARLIEST: Final = "earliest"

DOWNLOADS: Final = {
    "json": "JSON",
    "csv": "CSV",
    "ics": "iCalendar",
    "geojson": "GeoJSON",
    "jsonld": "JSON-LD",
    "timelinejs": "TimelineJS",
    "ftm": "FollowTheMoney",
}
"""What a list can be taken away as, by the ends of addresses."""

_FIELDS: Final = {
    "a": "A person or an office",
    "b": "And another",
    "since": "From",
    "until": "Up to",
    "place": "A country, city or venue",
    "occasion": "A gathering or a series",
    "topic": "A topic",
}
_LIKE: Final = {"since": "1985", "until": "1985-11"}
_GROUPS: Final = (
    ("Who", ("a", "b"), (FacetKind.PERSON, FacetKind.OFFICE)),
    ("When", ("since", "until"), (FacetKind.YEAR,)),
    ("Where", ("place",), (FacetKind.PLACE,)),
    ("Gathering", ("occasion",), (FacetKind.SERIES, FacetKind.OCCASION)),
    ("Topic", ("topic",), (FacetKind.TOPIC,)),
)
_LISTS: Final = {
    FacetKind.PERSON: "People",
    FacetKind.OFFICE: "Offices",
    FacetKind.YEAR: "Years",
    FacetKind.PLACE: "Places",
    FacetKind.SERIES: "Series",
    FacetKind.OCCASION: "Gatherings",
    FacetKind.TOPIC: "Topics",
}
_CHOICES: Final = (
    ("Encounters or visits", FacetKind.KIND, EventKind),
    ("How they met", FacetKind.MODE, Mode),
    ("In what setting", FacetKind.SETTING, Setting),
    ("Held or not", FacetKind.STATUS, Status),
)
_ASIDE: Final = frozenset({"page"})
_SEVERAL: Final = frozenset({"mode", "setting", "status"})
"""Parameters that may be given again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """A filter that is set: its parameters, and in words what it wants of them."""

    parameters: tuple[str, ...]
    value: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BrowsingPage:
    """A part of a list of ``total`` events: the page ``number`` of ``pages``, as it was asked for.

    ``problem`` says why there is none.
    """

    ground: Ground
    asked: Asked
    events: tuple[Event, ...] = ()
    total: int = 0
    number: int = 1
    pages: int = 1
    first: int = 0
    filters: tuple[Filter, ...] = ()
    facets: tuple[Facet, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    """A link to fewer events: how many, and how many that is beside the most, in hundredths."""

    id: str
    text: str
    href: str
    events: str
    share: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _List:
    """The values of a facet, as links; ``more`` there are that only their names lead to."""

    heading: str
    ways: tuple[_Way, ...]
    more: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Field:
    """What may be typed."""

    name: str
    label: str
    value: str
    like: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    heading: str
    fields: tuple[_Field, ...]
    lists: tuple[_List, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Choice:
    value: str
    text: str
    events: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Choices:
    """Values to tick, or of ``name`` one to pick."""

    name: str
    heading: str
    one: bool
    choices: tuple[_Choice, ...]


def as_html(page: BrowsingPage, leaf: Leaf) -> str:
    """The page."""
    browser = _Browser(page, leaf)
    return render(
        "browsing.html.j2",
        leaf,
        title="Browse",
        description="Encounters and visits by people, years, places, gatherings and topics",
        about=[page.ground.basis.label],
        footer=f"{page.ground.basis.label}.",
        main="browse",
        skip="the list",
        action=leaf.form(FormKind.BROWSE),
        problem=f"{capitalised(page.problem)}." if page.problem else "",
        said=browser.said(),
        chips=tuple(browser.chips()),
        groups=tuple(browser.groups()),
        choices=tuple(browser.choices()),
        order=browser.order,
        orders=tuple(browser.orders()),
        events=tuple(map(browser.row, page.events)),
        pager=tuple(browser.pager()),
        downloads=tuple(browser.downloads()),
        notes=References(),
        data="",
    )


class _Browser(Setter):
    """Sets the page: each link is its own address with something else asked."""

    def __init__(self, page: BrowsingPage, leaf: Leaf) -> None:
        super().__init__(page.ground, leaf)
        self.page = page
        self.asked = page.asked
        self.order = next((value for name, value in self.asked if name == "order"), LATEST)
        self.by_kind = {facet.kind: facet for facet in page.facets}

    def address(self, asked: Asked) -> str:
        """The page where this is asked."""
        return _address(self.leaf.form(FormKind.BROWSE), asked)

    def without(self, *parameters: str, value: str | None = None) -> Asked:
        """What is asked but for these parameters, or for one value of them, on the first page."""
        return tuple(
            (name, one)
            for name, one in self.asked
            if name not in _ASIDE and not (name in parameters and value in {None, one})
        )

    def said(self) -> str:
        """How many events there are, and which of them are here."""
        page = self.page
        if page.problem:
            return ""
        if not page.total:
            return "No events"
        total = f"{page.total:,} {'event' if page.total == 1 else 'events'}"
        last = page.first + len(page.events)
        return total if page.pages == 1 else f"{page.first + 1:,} to {last:,} of {total}"

    def chips(self) -> Iterator[dict[str, str]]:
        """What is asked for, each with the way to what isn't narrowed by it."""
        for one in self.page.filters:
            several = _SEVERAL.issuperset(one.parameters)
            left = self.without(*one.parameters, value=one.value if several else None)
            yield {"text": one.says, "href": self.address(left)}

    def groups(self) -> Iterator[_Group]:
        """What may be typed, with the values that most events have."""
        given = dict(self.asked)
        for heading, names, kinds in _GROUPS:
            yield _Group(
                heading=heading,
                fields=tuple(
                    _Field(
                        name=name,
                        label=_FIELDS[name],
                        value=given.get(name, ""),
                        like=_LIKE.get(name, ""),
                    )
                    for name in names
                ),
                lists=tuple(self.listed(self.by_kind[one]) for one in kinds if one in self.by_kind),
            )

    def listed(self, facet: Facet) -> _List:
        """A facet's values as links."""
        most = max(value.events for value in facet.values)
        ways = tuple(
            _Way(
                id=f"by-{facet.kind.value}-{number}",
                text=capitalised(value.name),
                href=self.address(
                    (
                        *self.without(*facet.parameters),
                        *((name, value.value) for name in facet.parameters),
                    )
                ),
                events=f"{value.events:,}",
                share=max(1, 100 * value.events // most),
            )
            for number, value in enumerate(facet.values)
            if not value.chosen
        )
        more = facet.total - len(facet.values)
        return _List(
            heading=_LISTS[facet.kind],
            ways=ways,
            more=f"and {more:,} more, by name" if more else "",
        )

    def choices(self) -> Iterator[_Choices]:
        """What may be ticked."""
        for heading, kind, every in _CHOICES:
            facet = self.by_kind.get(kind)
            counts = {one.value: one.events for one in facet.values} if facet else {}
            chosen = {value for name, value in self.asked if name == kind.value}
            choices = tuple(
                _Choice(
                    value=one.value,
                    text=capitalised(one.value),
                    events=f"{counts.get(one.value, 0):,}",
                    chosen=one.value in chosen,
                )
                for one in every
                if one.value in counts or one.value in chosen
            )
            if len(choices) > 1 or any(one.chosen for one in choices):
                yield _Choices(
                    name=kind.value, heading=heading, one=kind is FacetKind.KIND, choices=choices
                )

    def orders(self) -> Iterator[dict[str, str | bool]]:
        """Which events may come first."""
        for order in (LATEST, EARLIEST) if self.page.total > 1 else ():
            rest = self.without("order")
            asked = rest if order == LATEST else (*rest, ("order", order))
            current = order == self.order
            yield {"text": f"{order} first", "href": self.address(asked), "current": current}

    def pager(self) -> Iterator[dict[str, str]]:
        """The pages before and after this one."""
        page, rest = self.page, self.without()
        for text, rel, number in (
            ("Before", "prev", page.number - 1),
            ("More", "next", page.number + 1),
        ):
            if 1 <= number <= page.pages:
                asked = rest if number == 1 else (*rest, ("page", str(number)))
                yield {"text": text, "rel": rel, "href": self.address(asked)}

    def downloads(self) -> Iterator[dict[str, str]]:
        """The whole list in other forms."""
        for end, text in DOWNLOADS.items() if self.page.total else ():
            rest = self.without("order")
            yield {"text": text, "href": _address(f"{self.leaf.root}events.{end}", rest)}


def _address(path: str, asked: Asked) -> str:
    return f"{path}?{urlencode(asked)}" if asked else path
