"""Lists: all the pages of a kind, in groups."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from summitry.model.events import Event
from summitry.model.names import fold
from summitry.model.places import PlaceId
from summitry.model.selection import Holder, Party, Someone
from summitry.telling.addresses import PageKind, of_year
from summitry.telling.pages.ground import Between, Ground
from summitry.telling.pages.leaf import Leaf, render, way
from summitry.telling.pages.setter import Setter, Way, kinds, tally, years


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingPage:
    """All the pages of a kind, each with its events; those of pairs are ``between``."""

    ground: Ground
    kind: PageKind
    rows: tuple[tuple[str, tuple[Event, ...]], ...] = ()
    between: tuple[Between, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    heading: str
    ways: tuple[Way, ...]


def as_html(page: ListingPage, leaf: Leaf) -> str:
    """The page."""
    lister = _Lister(page, leaf)
    title = way(page.kind)
    return render(
        "listing.html.j2",
        leaf,
        title=title,
        description=f"{title}: all that are on record",
        about=[page.ground.basis.label],
        footer=f"{page.ground.basis.label}.",
        main="list",
        skip="the list",
        groups=tuple(one for one in lister.groups() if one.ways),
        wide=page.kind in {PageKind.HISTORIES, PageKind.OCCASIONS, PageKind.TOPICS},
        data="",
    )


class _Lister(Setter):
    def __init__(self, page: ListingPage, leaf: Leaf) -> None:
        super().__init__(page.ground, leaf)
        self.page = page

    def groups(self) -> Iterator[_Group]:
        """The groups of the list."""
        match self.page.kind:
            case PageKind.HISTORIES:
                yield from self.histories()
            case PageKind.PEOPLE:
                yield from self.initials()
            case PageKind.OFFICES:
                yield from self.offices()
            case PageKind.OCCASIONS:
                yield from self.occasions()
            case PageKind.PLACES:
                yield from self.countries()
            case PageKind.TOPICS:
                yield _Group(heading="What was talked about, most often first", ways=self.topics())
            case _:
                yield from self.decades()

    def histories(self) -> Iterator[_Group]:
        """Pairs by whether they are people or the holders of offices."""
        headings = {
            (Holder, Holder): "The holders of two offices",
            (Someone, Holder): "One person and the holders of an office",
            (Someone, Someone): "Two people",
        }
        for types, heading in headings.items():
            found = [b for b in self.page.between if (type(b.one), type(b.other)) == types]
            yield _Group(heading=heading, ways=tuple(map(self.pair, found)))

    def initials(self) -> Iterator[_Group]:
        """People by the first letter of the family name."""
        people = self.names.people

        def named(id: str) -> tuple[str, str]:
            return fold(people[id].family_name), fold(people[id].name)

        def initial(id: str) -> str:
            return named(id)[0][:1].upper() or "–"

        rows = sorted(self.page.rows, key=lambda row: named(row[0]))
        yield from self._by(rows, initial, Someone)

    def _by(
        self,
        rows: list[tuple[str, tuple[Event, ...]]],
        heading: Callable[[str], str],
        party: Callable[[str], Party],
    ) -> Iterator[_Group]:
        grouped: dict[str, list[Way]] = {}
        for id, events in rows:
            ways = grouped.setdefault(heading(id), [])
            ways.append(Way(link=self.party(party(id)), holds=", ".join(years(events))))
        for one, ways in grouped.items():
            yield _Group(heading=one, ways=tuple(ways))

    def offices(self) -> Iterator[_Group]:
        """Offices by country."""
        offices = self.names.offices

        def country(id: str) -> str:
            place = offices[id].country
            return "Of no country" if place is None else self.names.places[place].name

        rows = sorted(self.page.rows, key=lambda row: (fold(country(row[0])), offices[row[0]].name))
        yield from self._by(rows, country, Holder)

    def occasions(self) -> Iterator[_Group]:
        """Series, and gatherings by decade, those without a day last."""
        occasions = self.names.occasions
        series = sorted(self.names.series.values(), key=lambda one: fold(one.name))
        yield _Group(heading="Series", ways=tuple(Way(link=self.series(s.id)) for s in series))
        decades: dict[str, list[Way]] = {}
        for id, events in self.page.rows:
            when = occasions[id].when
            day = None if when is None else when.start.possible.earliest
            heading = "Of no known day" if day is None else _decade(day.year)
            row = Way(link=self.occasion(id), holds=", ".join(tally(events)))
            decades.setdefault(heading, []).append(row)
        for heading, ways in decades.items():
            yield _Group(heading=heading, ways=tuple(ways))

    def countries(self) -> Iterator[_Group]:
        """Places within others; those of no country by themselves."""
        within: dict[PlaceId | None, list[PlaceId]] = {}
        events = dict(self.page.rows)
        places = self.names.places
        for id in sorted(events, key=lambda one: (fold(places[one].name), one)):
            larger = places[id].within
            within.setdefault(larger if larger in places else None, []).append(id)

        def tree(id: PlaceId, above: frozenset[PlaceId]) -> Way:
            smaller = [one for one in within.get(id, ()) if one not in above]
            return Way(
                link=self.place(id),
                holds=", ".join(years(events[id])),
                within=tuple(tree(one, above | {id}) for one in smaller),
            )

        roots = [tree(id, frozenset()) for id in within.get(None, ())]
        yield _Group(heading="Countries, and what is in them", ways=tuple(roots))

    def topics(self) -> tuple[Way, ...]:
        """Topics, each with how often it is on record and of when."""
        rows = sorted(self.page.rows, key=lambda row: -len(row[1]))
        return tuple(Way(link=self.topic(id), holds=", ".join(tally(held))) for id, held in rows)

    def decades(self) -> Iterator[_Group]:
        """Years by decade, the last first."""
        decades: dict[str, list[Way]] = {}
        for year, events in reversed(self.page.rows):
            row = Way(link=self.leaf.link(year, of_year(int(year))), holds=", ".join(kinds(events)))
            decades.setdefault(_decade(int(year)), []).append(row)
        for heading, ways in decades.items():
            yield _Group(heading=heading, ways=tuple(ways))


def _decade(year: int) -> str:
    return f"{year // 10 * 10}s"
