"""What reading and telling know of a record: its names and its calendar, never its events."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from summitry.model.occasions import Landmark, Occasion, Series, Topic
from summitry.model.people import Office, OfficeId, Person, PersonId, Tenure
from summitry.model.places import Place


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


def _grouped(
    tenures: Iterable[Tenure], key: Callable[[Tenure], str]
) -> Mapping[str, tuple[Tenure, ...]]:
    groups: defaultdict[str, list[Tenure]] = defaultdict(list)
    for tenure in tenures:
        groups[key(tenure)].append(tenure)
    return {of: tuple(found) for of, found in groups.items()}


def fold(text: str) -> str:
    """The text without case, accents and runs of space: ``  José  Ñ`` is ``jose n``."""
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(text.casefold().split())
