"""What the rows of an answer say, gathered by statement, person, position and place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from summitry.sources.wikidata.results import Row
from summitry.sources.wikidata.times import Time, Unknown, read_time


@dataclass(slots=True, kw_only=True)
class Human:
    """What is said of a person."""

    labels: set[str] = field(default_factory=set)
    aliases: set[str] = field(default_factory=set)
    families: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    born: set[Time] = field(default_factory=set)
    died: set[Time] = field(default_factory=set)


@dataclass(slots=True, kw_only=True)
class Position:
    """What is said of a position: its names, whether it is a head's, and where it is one."""

    labels: set[str] = field(default_factory=set)
    aliases: set[str] = field(default_factory=set)
    heads: bool = False
    jurisdictions: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)


@dataclass(slots=True, kw_only=True)
class Land:
    """What is said of a place that has a code."""

    labels: set[str] = field(default_factory=set)
    aliases: set[str] = field(default_factory=set)
    codes: set[str] = field(default_factory=set)


@dataclass(slots=True, kw_only=True)
class Holding:
    """What a statement says: a person, a position, and when; ``never``: it surely has no end."""

    person: str
    office: str
    ranks: set[str] = field(default_factory=set)
    starts: set[Time] = field(default_factory=set)
    ends: set[Time] = field(default_factory=set)
    never: bool = False
    elected: set[Time] = field(default_factory=set)
    acting: bool = False
    replaced: bool = False


@dataclass(slots=True)
class Gathered:
    """Everything that an answer says, by item or statement."""

    people: defaultdict[str, Human] = field(default_factory=lambda: defaultdict(Human))
    offices: defaultdict[str, Position] = field(default_factory=lambda: defaultdict(Position))
    lands: defaultdict[str, Land] = field(default_factory=lambda: defaultdict(Land))
    holdings: dict[str, Holding] = field(default_factory=dict)


def gather(rows: Iterable[Row]) -> Gathered:
    """What the rows say."""
    found = Gathered()
    for row in rows:
        if person := row.item("person"):
            _gather_person(row, found.people[person])
        if office := row.item("office"):
            _gather_office(row, found.offices[office])
        if place := row.item("place"):
            _gather_place(row, found.lands[place])
        if statement := row.statement():
            holding = found.holdings.setdefault(statement, Holding(person=person, office=office))
            _gather_holding(row, holding)
    return found


def _gather_person(row: Row, person: Human) -> None:
    person.labels.update(_said(row.text("personLabel")))
    person.aliases.update(_said(row.text("personAlias")))
    person.families.update(_said(row.text("familyName")))
    person.genders.update(_said(row.item("gender")))
    person.born.update(_times(row, "born"))
    person.died.update(_times(row, "died"))


def _gather_office(row: Row, office: Position) -> None:
    office.labels.update(_said(row.text("officeLabel")))
    office.aliases.update(_said(row.text("officeAlias")))
    office.heads |= row.is_true("heads")
    office.jurisdictions.update(_said(row.item("jurisdiction")))
    office.countries.update(_said(row.item("country")))


def _gather_place(row: Row, place: Land) -> None:
    place.labels.update(_said(row.text("placeLabel")))
    place.aliases.update(_said(row.text("placeAlias")))
    place.codes.update(_said(row.text("placeCode")))


def _gather_holding(row: Row, holding: Holding) -> None:
    holding.ranks.update(_said(row.text("rank").rpartition("#")[2]))
    holding.starts.update(_times(row, "start"))
    holding.ends.update(_times(row, "end"))
    holding.elected.update(_times(row, "elected"))
    holding.never |= row.is_true("endNever")
    holding.acting |= row.is_true("acting")
    holding.replaced |= bool(row.text("replacedBy"))


def _said(text: str) -> Iterator[str]:
    if text := " ".join(text.split()):
        yield text


def _times(row: Row, variable: str) -> Iterator[Time]:
    text, precision = row.text(variable), row.text(f"{variable}Precision")
    if row.is_unknown(variable):
        yield Unknown.VALUE
    elif text:
        readable = precision.isascii() and precision.isdigit()
        yield read_time(text, int(precision)) if readable else Unknown.UNREADABLE
