"""Small records: a view over tuples, and strategies that draw it within ten days of 2001."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Final, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from summitry.model.bounds import Bounds
from summitry.model.citations import Citation, Source
from summitry.model.coverage import Coverage, Covered
from summitry.model.days import LAST_DAY, Days
from summitry.model.events import (
    Encounter,
    Event,
    EventKind,
    Mode,
    Setting,
    Status,
    Visit,
    VisitKind,
)
from summitry.model.names import Names
from summitry.model.occasions import Landmark, Occasion, Series, Topic
from summitry.model.people import Office, Person, Tenure
from summitry.model.places import Place, PlaceKind
from summitry.model.selection import Capacity, Holder, Party, Someone
from summitry.model.when import Moment, Stretch, When
from summitry.record.view import EVERYTHING, About, Narrowing

T = TypeVar("T")

Weighted = tuple[int, Callable[[], T]]
"""How often, and what."""

FIRST: Final = date(2001, 1, 1).toordinal()
SPAN: Final = 10
ROLLS: Final = 600
LAST: Final = FIRST + SPAN - 1

PLACES: Final = {
    place.id: place
    for place in (
        Place(id="xx", name="Xanadu", kind=PlaceKind.COUNTRY, country="XX"),
        Place(id="city", name="Xanadu City", kind=PlaceKind.CITY, within="xx", country="XX"),
        Place(id="hall", name="the Hall", kind=PlaceKind.VENUE, within="city", country="XX"),
        Place(
            id="camp",
            name="the Camp",
            kind=PlaceKind.REGION,
            within="xx",
            near="city",
            country="XX",
        ),
        Place(id="hut", name="the Hut", kind=PlaceKind.VENUE, within="camp", country="XX"),
        Place(id="yy", name="Ys", kind=PlaceKind.COUNTRY, country="YY"),
        # A state that was no more from the fifth or sixth day on, and what came of its land: a
        # state of its own from the fifth day on, and a town that fell to another state.
        Place(
            id="oo",
            name="Old Zembla",
            kind=PlaceKind.COUNTRY,
            country="OOZZ",
            when=Stretch(When(Days((FIRST - 50, FIRST - 50))), When(Days((FIRST + 3, FIRST + 4)))),
        ),
        Place(
            id="zz",
            name="Zembla",
            kind=PlaceKind.COUNTRY,
            country="ZZ",
            when=Stretch(When(Days((FIRST + 4, FIRST + 4))), None),
            formerly="oo",
        ),
        Place(id="port", name="Port Zembla", kind=PlaceKind.CITY, within="zz", country="ZZ"),
        Place(id="town", name="Townlet", kind=PlaceKind.CITY, within="yy", formerly="oo"),
    )
}
COUNTRIES: Final = ("xx", "yy", "oo", "zz")
CHANGED: Final = ("oo", "zz", "port", "town")
"""The former state, and what was a part of it."""
OFFICES: Final = {
    "president": Office(
        id="president", name="President of Ys", title="president", leads=True, country="yy"
    ),
    "premier": Office(
        id="premier",
        name="Prime Minister of Xanadu",
        title="prime minister",
        leads=True,
        country="xx",
    ),
    "deputy": Office(id="deputy", name="Vice President of nowhere", title="vice president"),
}
PEOPLE: Final = ("ann", "bob", "cat", "dan")
SERIES: Final = {"g2": Series(id="g2", name="G2")}
TOPICS: Final = {name: Topic(id=name, name=name) for name in ("arms", "trade")}
LANDMARK: Final = "flood"


@dataclass(frozen=True)
class SmallRecord:
    """A view over tuples. Places, series and topics are the same in all of them."""

    people: tuple[Person, ...]
    rows: tuple[Event, ...] = ()
    statements: tuple[Coverage, ...] = ()
    terms: tuple[Tenure, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    landmarks: tuple[Landmark, ...] = ()
    offices: tuple[str, ...] = ("president", "deputy")

    def about(self) -> About:
        return About(
            name="small", title="A small record", version="1", digest="", events=len(self.rows)
        )

    def names(self) -> Names:
        return self._names

    @cached_property
    def _names(self) -> Names:
        return Names(
            people={p.id: p for p in self.people},
            offices={name: OFFICES[name] for name in self.offices},
            tenures=self.tenures(),
            places=PLACES,
            series=SERIES,
            occasions={o.id: o for o in self.occasions},
            landmarks={one.id: one for one in self.landmarks},
            topics=TOPICS,
        )

    def events(self, narrowing: Narrowing = EVERYTHING) -> tuple[Event, ...]:
        """Just the events that the narrowing asks for, so that asking for too few shows."""
        return tuple(e for e in self._ordered if _asked(e, narrowing))

    @cached_property
    def _ordered(self) -> tuple[Event, ...]:
        return tuple(sorted(self.rows, key=lambda e: (e.when.outer.first, e.id)))

    def event(self, id: str) -> Encounter | Visit | None:
        return next((e for e in self.rows if e.id == id), None)

    def tenures(
        self, *, person: str | None = None, office: str | None = None
    ) -> tuple[Tenure, ...]:
        return tuple(
            t
            for t in sorted(self.terms, key=lambda t: (t.when.outer.first, t.id))
            if person in (None, t.person) and office in (None, t.office)
        )

    def coverage(self) -> tuple[Coverage, ...]:
        return tuple(sorted(self.statements, key=lambda c: c.id))

    def places(self) -> Mapping[str, Place]:
        return PLACES

    def sources(self) -> Mapping[str, Source]:
        return {}

    def citations(self, table: str, row: str) -> tuple[Citation, ...]:
        del table, row
        return ()

    def cited(self, table: str, rows: Collection[str]) -> Mapping[str, tuple[Citation, ...]]:
        return {row: self.citations(table, row) for row in rows}


def _asked(event: Event, narrowing: Narrowing) -> bool:
    kind = EventKind.VISIT if isinstance(event, Visit) else EventKind.ENCOUNTER
    return (
        narrowing.kind in (None, kind)
        and narrowing.people <= people_of(event)
        and event.when.outer.meets(narrowing.days)
    )


def people_of(event: Event) -> frozenset[str]:
    """Those who took part, or the visitor."""
    return frozenset({event.person}) if isinstance(event, Visit) else event.people


# --- drawing ----------------------------------------------------------------------------------


class Dice:
    """Weighted choices out of bytes, which shrink to the first choice and to False.

    Hypothesis draws the bytes at once: drawing each choice is slow, and its mutations, which swap
    choices of one sort, then make most cases alike.
    """

    def __init__(self, rolls: bytes) -> None:
        self._rolls = iter(rolls)

    def number(self, least: int, most: int) -> int:
        """From ``least`` to ``most``, both included; the least when the bytes are used up."""
        return least + (next(self._rolls, 0) * (most - least + 1) >> 8) if least < most else least

    def chance(self, percent: int) -> bool:
        """True so often in a hundred."""
        return self.number(0, 99) >= 100 - percent

    def one(self, choices: Sequence[T]) -> T:
        """One of the choices."""
        return choices[self.number(0, len(choices) - 1)]

    def some(self, choices: Sequence[T], *, least: int = 1) -> frozenset[T]:
        """``least`` or more of the choices."""
        left = list(choices)
        return frozenset(
            left.pop(self.number(0, len(left) - 1)) for _ in range(self.number(least, len(choices)))
        )

    def weighted(self, *choices: Weighted[T]) -> T:
        """What one of the choices makes, each taken as often as its weight says."""
        left = self.number(0, sum(weight for weight, _ in choices) - 1)
        for weight, make in choices[:-1]:
            if left < weight:
                return make()
            left -= weight
        return choices[-1][1]()

    # --- time

    def day(self) -> int:
        """A day of the range, by its ordinal."""
        return self.number(FIRST, LAST)

    def span(self, *, least: int = FIRST, most: int = LAST) -> tuple[int, int]:
        """Two days in order, near one another more often than not."""
        first = self.number(least, most)
        longest = most - first
        return first, first + min(longest, self.number(0, 3 if self.chance(60) else SPAN))

    def when(self, *, exact: int = 65) -> When:
        """A day of the range: exactly known so often in a hundred, else a span, or two spans."""
        if not self.chance(100 - exact):
            return a_when(self.day())
        days = Days(self.span())
        return a_when(days | Days(self.span()) if self.chance(20) else days)

    def moment(self) -> Moment:
        """A day, or a stretch of days."""
        return self.when() if not self.chance(18) else self.stretch(endless=5)

    def stretch(self, *, exact: int = 75, endless: int = 30) -> Stretch:
        """Days from one to another, of which each is exactly known so often in a hundred."""
        start = self.when(exact=exact)
        if self.chance(endless):
            return a_stretch(start, None)
        first, last = self.span(least=start.possible.first)
        return a_stretch(start, a_when(last if self.chance(exact) else Days((first, last))))

    # --- rows

    def event(self, number: int) -> Event:
        """An encounter, or a visit."""
        return self.encounter(f"e{number}") if not self.chance(35) else self.visit(f"v{number}")

    def encounter(self, id: str) -> Encounter:
        """An encounter, of Ann and Bob more often than of others."""
        people = self.weighted(
            (5, lambda: frozenset(PEOPLE[:2])),
            (2, lambda: self.some(PEOPLE, least=2)),
            (1, lambda: frozenset({"ann", "cat"})),
        )
        return Encounter(
            id=id,
            when=self.moment(),
            people=people,
            mode=Mode.IN_PERSON if not self.chance(20) else self.one(tuple(Mode)),
            settings=self.weighted(
                (6, lambda: frozenset({self.one(tuple(Setting))})),
                (2, frozenset[Setting]),
                (1, lambda: self.some(tuple(Setting))),
            ),
            status=self.status(),
            sequence=self.number(1, 3) if self.chance(25) else None,
            place=self.place() if not self.chance(30) else None,
            occasion=self.one(("o1", "o2")) if self.chance(30) else None,
            host=self.one(sorted(people)) if self.chance(30) else None,
            minutes=self.bounds(100) if self.chance(50) else None,
            topics=self.some(tuple(TOPICS), least=0) if self.chance(30) else frozenset(),
        )

    def visit(self, id: str) -> Visit:
        """A visit, Ann's more often than another's."""
        country = self.one(COUNTRIES if not self.chance(30) else COUNTRIES[2:])
        place = self.one([p for p in PLACES if country in land(p)]) if self.chance(50) else None
        return Visit(
            id=id,
            when=self.moment(),
            person="ann" if not self.chance(50) else self.one(PEOPLE),
            country=country,
            kinds=self.weighted(
                (3, lambda: frozenset({self.one(tuple(VisitKind))})),
                (1, frozenset[VisitKind]),
                (1, lambda: self.some(tuple(VisitKind)[:3])),
            ),
            status=self.status(),
            place=place,
            elsewhere=place is not None and self.chance(30),
            occasion=self.one(("o1", "o2")) if self.chance(20) else None,
        )

    def status(self) -> Status:
        """Held more often than not, and disputed more often than anything else."""
        if not self.chance(28):
            return Status.HELD
        return Status.DISPUTED if not self.chance(30) else self.one(tuple(Status))

    def place(self) -> str:
        """A place."""
        return self.one(CHANGED) if self.chance(30) else self.one(tuple(PLACES))

    def bounds(self, most: int) -> Bounds:
        """Bounds within a number."""
        least = self.number(0, most)
        return Bounds(least, least if not self.chance(50) else self.number(least, most))

    def tenure(self, number: int, office: str) -> Tenure:
        """Somebody's time in an office."""
        return Tenure(
            id=f"t{number}",
            person=self.one(PEOPLE[:3]) if not self.chance(25) else "dan",
            office=office,
            when=self.stretch() if not self.chance(40) else a_stretch(a_when(FIRST - 9), None),
            acting=self.chance(20),
            elected=(self.when(exact=75),) if self.chance(30) else (),
        )

    def coverage(self, number: int, *, people: Sequence[str], offices: Sequence[str]) -> Coverage:
        """Any statement at all."""
        kind = self.one((Covered.ENCOUNTER, Covered.VISIT, Covered.TENURE))
        encounter = kind is Covered.ENCOUNTER
        return Coverage(
            id=f"c{number}",
            kind=kind,
            who=self._covered(people, offices, plain=kind is Covered.TENURE),
            whom=self._covered(people, offices) if encounter and self.chance(60) else None,
            mode=self.one(tuple(Mode)[:2]) if encounter and self.chance(40) else None,
            country=self.one(COUNTRIES) if kind is Covered.VISIT and self.chance(40) else None,
            visit_kinds=self.some(tuple(VisitKind)[:3])
            if kind is Covered.VISIT and self.chance(30)
            else frozenset(),
            when=a_stretch(a_when(FIRST - 100), a_when(LAST + 100))
            if not self.chance(50)
            else self.stretch(endless=40),
            complete=not self.chance(25),
        )

    def _covered(
        self, people: Sequence[str], offices: Sequence[str], *, plain: bool = False
    ) -> Party:
        if self.chance(40):
            return Holder(self.one(offices))
        if plain or not self.chance(20):
            return Someone(self.one(people))
        return Someone(self.one(people), Capacity(self.some(offices)))


def a_when(days: int | Days) -> When:
    """A day by its ordinal, or one of several, as EDTF would write it."""
    possible = Days((days, days)) if isinstance(days, int) else days
    spans = [
        "..".join(dict.fromkeys(date.fromordinal(day).isoformat() for day in span))
        for span in possible.spans
    ]
    return When(possible, spans[0] if possible.only else f"[{','.join(spans)}]")


def a_stretch(start: When, end: When | None) -> Stretch:
    """From one day to another, as EDTF would write it."""
    return Stretch(start, end, f"{start.written}/{end.written if end else '..'}")


def always() -> Stretch:
    """A stretch that leaves no day out."""
    return a_stretch(a_when(1), a_when(LAST_DAY))


def chain(place: str) -> list[str]:
    """The place and those that it is within."""
    found: list[str] = []
    here: str | None = place
    while here is not None:
        found.append(here)
        here = PLACES[here].within
    return found


def land(place: str) -> list[str]:
    """The place, those that it is within, and the former state that one of these was part of."""
    former = (PLACES[one].formerly for one in chain(place))
    return [*chain(place), *(state for state in former if state is not None)]


def draw_record(dice: Dice) -> SmallRecord:
    """Up to four events of up to four people, with tenures, and coverage that is often wide."""
    offices = dice.one((("president", "deputy"), ("premier", "deputy"), ("president", "premier")))
    tenures = [dice.tenure(n, dice.one(offices)) for n in range(dice.number(0, 3))]
    if dice.chance(45):
        tenures += [_throughout("ann", offices[0]), _throughout("bob", dice.one(offices))]
    rows = [dice.event(n) for n in range(dice.one((1, 0, 2, 2, 3, 3, 4, 4)))]
    return SmallRecord(
        people=tuple(_person(dice, name) for name in PEOPLE),
        rows=tuple(rows),
        statements=(*_wide(dice, offices), *_further(dice, offices)),
        terms=tuple(tenures),
        occasions=(
            Occasion(id="o1", name="G2 Xanadu", series="g2", when=_dated(dice)),
            Occasion(id="o2", name="the Fair", when=_dated(dice)),
        ),
        landmarks=(Landmark(id=LANDMARK, name="the Flood", when=dice.moment()),),
        offices=offices,
    )


def _throughout(person: str, office: str) -> Tenure:
    when = a_stretch(a_when(FIRST - 9), a_when(LAST + 9))
    return Tenure(id=f"t {person}", person=person, office=office, when=when)


def _person(dice: Dice, name: str) -> Person:
    """Births and deaths are rare, and outside the range more often than within."""
    born = FIRST - 9 if not dice.chance(30) else dice.number(FIRST - 2, FIRST + 3)
    died = LAST + 9 if not dice.chance(30) else dice.number(LAST - 3, LAST + 2)
    return Person(
        id=name,
        name=name.title(),
        family_name=name.title(),
        born=a_when(Days((born - dice.number(0, 2), born))) if dice.chance(12) else None,
        died=a_when(Days((died, died + dice.number(0, 2)))) if dice.chance(12) else None,
    )


def _dated(dice: Dice) -> Moment | None:
    return dice.moment() if dice.chance(50) else None


def _wide(dice: Dice, offices: Sequence[str]) -> list[Coverage]:
    """Statements that cover what claims mostly ask about, so that verdicts are often reached."""
    if dice.chance(25):
        return []
    asked: list[tuple[Covered, Party]] = []
    if not dice.chance(15):
        asked.append((Covered.ENCOUNTER, Someone("ann")))
    if not dice.chance(25):
        asked.append((Covered.VISIT, Someone("ann")))
    for office in offices:
        if not dice.chance(25):
            asked.append((Covered.TENURE, Holder(office)))
        if dice.chance(40):
            asked.append((Covered.VISIT, Holder(office)))
        if dice.chance(20):
            asked.append((Covered.ENCOUNTER, Holder(office)))
    wide = [
        Coverage(id=f"w{n}", kind=kind, who=who, when=_widely(dice))
        for n, (kind, who) in enumerate(asked)
    ]
    return [part for one in wide for part in _in_parts(dice, one)]


def _in_parts(dice: Dice, one: Coverage) -> list[Coverage]:
    """The statement itself, or, of visits, sometimes one a country, or one for some kinds each."""
    if one.kind is not Covered.VISIT or not dice.chance(35):
        return [one]
    if dice.chance(30):
        some = dice.some(tuple(VisitKind)[:3])
        kinds = (some, frozenset(VisitKind) - some)
        return [replace(one, id=f"{one.id} {n}", visit_kinds=k) for n, k in enumerate(kinds)]
    return [replace(one, id=f"{one.id} {country}", country=country) for country in COUNTRIES]


def _widely(dice: Dice) -> Stretch:
    """At any time, or from some day on, or up to some day."""
    whole = always()
    if not dice.chance(25):
        return whole
    day = dice.when(exact=80)
    return a_stretch(day, None) if dice.chance(60) else a_stretch(whole.start, day)


def _further(dice: Dice, offices: Sequence[str]) -> list[Coverage]:
    number = dice.number(1, 3) if dice.chance(35) else 0
    return [dice.coverage(n, people=PEOPLE[:3], offices=offices) for n in range(number)]


def dice() -> SearchStrategy[Dice]:
    """Dice with enough in them for a record and a claim."""
    return st.binary(min_size=ROLLS, max_size=ROLLS).map(Dice)
