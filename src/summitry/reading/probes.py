"""Probes: values that are put in the place of what a question asks for, to see what it asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Final

from summitry.model.names import Names, fold
from summitry.model.people import PersonId
from summitry.model.places import PlaceKind
from summitry.model.questions import SOMEBODY

MOST: Final = 8
"""How many values of a kind are tried at most."""


@dataclass(frozen=True, slots=True)
class Probe:
    """A value as it is written, and whom it names, if somebody."""

    said: str
    person: PersonId = SOMEBODY


def probes(kind: str, names: Names, text: str) -> tuple[Probe, ...]:
    """Values of a kind that the text doesn't name, those first that are read most surely."""
    found = _KINDS[kind](names, fold(text))
    return tuple(probe for probe, _ in zip(found, range(MOST), strict=False))


def _numbers(_names: Names, _text: str) -> Iterator[Probe]:
    yield from (Probe("seven"), Probe("nine"))


def _minutes(_names: Names, _text: str) -> Iterator[Probe]:
    yield from (Probe("77"), Probe("99"))


_DAYS: Final = (date(2017, 7, 7), date(2013, 9, 5))


def _days(names: Names, text: str) -> Iterator[Probe]:
    """Days, among them some on which people whom the text names held their offices."""
    thirds = (
        date.fromordinal(first + (last - first) * n // 3)
        for tenure in names.tenures
        if fold(names.people[tenure.person].family_name) in text
        for first, last in ((tenure.when.outer.first, tenure.when.core.last),)
        if last - first in range(3, 36_525)
        for n in (1, 2)
    )
    for day in chain(_DAYS, thirds):
        yield Probe(f"{day.day} {day:%B} {day.year}")


def _people(names: Names, text: str) -> Iterator[Probe]:
    """People of whom the full name is plain, and the text has no part of it."""
    for person in names.people.values():
        words = person.name.split()
        plain = len(words) == 2 and all(word.isalpha() for word in words)
        if plain and not any(fold(word) in text for word in words):
            yield Probe(person.name, person.id)


def _places(kind: PlaceKind) -> Callable[[Names, str], Iterator[Probe]]:
    def found(names: Names, text: str) -> Iterator[Probe]:
        """Places of the kind with a name of one word that no other place or person has."""
        borne = Counter(place.name for place in names.places.values())
        taken = {person.family_name for person in names.people.values()}
        for place in names.places.values():
            alone = place.name.isalpha() and borne[place.name] == 1
            told_apart = alone and place.name not in taken and fold(place.name) not in text
            if place.kind is kind and told_apart:
                yield Probe(place.name)

    return found


_KINDS: Final[Mapping[str, Callable[[Names, str], Iterator[Probe]]]] = {
    "number": _numbers,
    "minutes": _minutes,
    "day": _days,
    "person": _people,
    "city": _places(PlaceKind.CITY),
    "country": _places(PlaceKind.COUNTRY),
}
