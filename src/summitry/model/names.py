"""What reading and telling know of a record: its names and its calendar, never its events."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from summitry.model.occasions import Landmark, Occasion, Series, Topic
from summitry.model.people import Office, OfficeId, Person, PersonId, Tenure
from summitry.model.places import Place

_T = TypeVar("_T")


@dataclass(frozen=True, kw_only=True)
class Names:
    """The people, offices, tenures, places, occasions, landmarks and topics of a record, by id."""

    people: Mapping[str, Person]
    offices: Mapping[str, Office]
    tenures: tuple[Tenure, ...]
    places: Mapping[str, Place]
    series: Mapping[str, Series]
    occasions: Mapping[str, Occasion]
    landmarks: Mapping[str, Landmark]
    topics: Mapping[str, Topic]

    @cached_property
    def tenures_of(self) -> Mapping[PersonId, tuple[Tenure, ...]]:
        """The tenures of each person who has any, in their order."""
        return _grouped(self.tenures, lambda tenure: tenure.person)

    @cached_property
    def tenures_in(self) -> Mapping[OfficeId, tuple[Tenure, ...]]:
        """The tenures in each office that has any, in their order."""
        return _grouped(self.tenures, lambda tenure: tenure.office)

    @cached_property
    def places_named(self) -> Mapping[str, tuple[Place, ...]]:
        """The places of each name."""
        return _grouped(self.places.values(), lambda place: place.name)

    @cached_property
    def family(self) -> Mapping[str, tuple[Person, ...]]:
        """The people of each family name."""
        return _grouped(self.people.values(), lambda person: person.family_name)


def _grouped(rows: Iterable[_T], key: Callable[[_T], str]) -> Mapping[str, tuple[_T, ...]]:
    groups: defaultdict[str, list[_T]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return {of: tuple(found) for of, found in groups.items()}


def fold(text: str) -> str:
    """The text without case, accents and runs of space: ``  José  Ñ`` is ``jose n``."""
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(text.casefold().split())
