"""What an answer says, as rows of a record by the item or statement that each rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from summitry.model.people import Office, Person, Pronoun, Tenure
from summitry.model.places import Place
from summitry.model.problems import Problem
from summitry.model.when import When
from summitry.record.ids import slug
from summitry.sources.wikidata.gathered import Gathered, Holding, Human
from summitry.sources.wikidata.naming import family_name, full_names
from summitry.sources.wikidata.offices import (
    countries_of,
    country_of,
    is_national,
    office_of,
)
from summitry.sources.wikidata.tables import tables
from summitry.sources.wikidata.terms import LeftOut, tenure_of
from summitry.sources.wikidata.times import Unknown, widened

_DEPRECATED: Final = "DeprecatedRank"
_UNREADABLE: Final = frozenset({Unknown.UNREADABLE})


@dataclass(frozen=True, slots=True)
class Rows:
    """People, offices and countries by item, tenures by statement, and what is wrong."""

    people: dict[str, Person] = field(default_factory=dict)
    offices: dict[str, Office] = field(default_factory=dict)
    countries: dict[str, Place] = field(default_factory=dict)
    tenures: dict[str, Tenure] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def rows_of(found: Gathered) -> Rows:
    """The rows: every tenure that can be told, and the people, offices and countries of these."""
    rows = Rows()
    countries = _countries(found)
    people = _people(found)
    offices = _offices(found, countries)
    starts = _starts(found)
    for statement, holding in sorted(found.holdings.items(), key=lambda pair: _order(pair[0])):
        if _DEPRECATED in holding.ranks:
            continue
        try:
            person, office = _known(holding, people, offices)
            tenure = tenure_of(
                f"{office.id}-{_short(statement)}",
                holding,
                person,
                office.id,
                gone=_is_gone(holding, found.people[holding.person], starts),
            )
        except LeftOut as reason:
            rows.problems.append(Problem(reason.code, statement, reason.message, reason.hint))
            continue
        if not _UNREADABLE.isdisjoint(holding.starts | holding.ends | holding.elected):
            message, hint = f"it has {Unknown.UNREADABLE.value}", "expected one with its precision"
            rows.problems.append(Problem("unreadable-date", statement, message, hint))
        rows.tenures[statement] = tenure
        rows.people[holding.person] = person
        rows.offices[holding.office] = office
    needed = {office.country for office in rows.offices.values()}
    rows.countries.update(
        (item, country) for item, country in countries.items() if country.id in needed
    )
    return rows


def _known(
    holding: Holding, people: Mapping[str, Person], offices: Mapping[str, Office]
) -> tuple[Person, Office]:
    for what, item, known in (
        ("person", holding.person, people),
        ("position", holding.office, offices),
    ):
        if item not in known:
            message = f"the {what} {item!r} has no name" if item else f"the {what} is not known"
            raise LeftOut("no-name", message, "expected a label in English")
    return people[holding.person], offices[holding.office]


def _short(statement: str) -> str:
    """The item, and enough of the statement's number to tell it from others of the item."""
    item, _, number = statement.partition("$")
    return f"{item}-{number[:8]}".lower()


def _order(item: str) -> tuple[int, str]:
    """Items by number, so that what they are given first doesn't hang on the order of rows."""
    digits = item.partition("$")[0].removeprefix("Q")
    return int(digits) if digits.isdigit() else 0, item


# --- people -----------------------------------------------------------------------------------


def _people(found: Gathered) -> dict[str, Person]:
    return {item: _person(item, human) for item, human in found.people.items() if human.labels}


def _person(item: str, human: Human) -> Person:
    name = min(human.labels)
    return Person(
        id=f"{slug(name)}-{item.lower()}".lstrip("-"),
        name=name,
        family_name=family_name(name, human.families),
        aliases=tuple(sorted(full_names(human.aliases, but={name}))),
        pronoun=_pronoun(human),
        born=widened(frozenset(human.born)),
        died=widened(frozenset(human.died)),
    )


def _pronoun(human: Human) -> Pronoun:
    words = {tables()["pronouns"].get(gender, Pronoun.THEY) for gender in human.genders}
    return Pronoun(words.pop()) if len(words) == 1 else Pronoun.THEY


# --- offices and countries --------------------------------------------------------------------


def _countries(found: Gathered) -> dict[str, Place]:
    made = ((item, country_of(found.lands[item])) for item in sorted(found.lands, key=_order))
    return {item: country for item, country in made if country is not None}


def _offices(found: Gathered, countries: Mapping[str, Place]) -> dict[str, Office]:
    offices: dict[str, Office] = {}
    taken: set[str] = set()
    for item, position in sorted(found.offices.items(), key=lambda pair: _order(pair[0])):
        of = countries_of(position, countries)
        office = office_of(
            item,
            position,
            countries[of[0]] if len(of) == 1 else None,
            national=is_national(position, countries),
        )
        if office is None:
            continue
        if office.id in taken:
            office = replace(office, id=f"{office.id}-{item.lower()}")
        taken.add(office.id)
        offices[item] = office
    return offices


# --- who was still in office ------------------------------------------------------------------


def _starts(found: Gathered) -> dict[str, list[tuple[int, str]]]:
    """By position, the first day on which each holder may have started, and who."""
    starts: dict[str, list[tuple[int, str]]] = {}
    for holding in found.holdings.values():
        for time in () if _DEPRECATED in holding.ranks else holding.starts:
            if isinstance(time, When):
                starts.setdefault(holding.office, []).append((time.possible.first, holding.person))
    return starts


def _is_gone(holding: Holding, human: Human, starts: Mapping[str, list[tuple[int, str]]]) -> bool:
    """Whether the person died, or somebody else surely started later in the same position.

    Wikidata often has no end of a tenure that is long over.
    """
    own = [time.possible.last for time in holding.starts if isinstance(time, When)]
    later = any(
        first > max(own) and person != holding.person
        for first, person in (starts.get(holding.office, ()) if own else ())
    )
    return later or bool(human.died)
