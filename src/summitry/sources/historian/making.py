"""What is being made of the lists, row by row, and whom their rows are about."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from summitry.model.citations import Source, SourceKind
from summitry.model.events import Encounter, Visit
from summitry.model.judgements import Judgement
from summitry.model.occasions import Occasion, Series
from summitry.model.people import Office, OfficeId, Person, PersonId, Pronoun, Tenure
from summitry.model.places import PlaceId
from summitry.sources.historian.americans import American, Americans
from summitry.sources.historian.crowd import Crowd, Sighting
from summitry.sources.historian.entries import Lists, Row
from summitry.sources.historian.tenures import Evidence
from summitry.sources.historian.whereabouts import (
    Whereabouts,
)

TRAVELS: Final = Source(
    id="historian-travels",
    title="Travels Abroad of the President (data set)",
    publisher="Office of the Historian, U.S. Department of State",
    url="https://github.com/HistoryAtState/travels",
    kind=SourceKind.DATASET,
)
VISITS: Final = Source(
    id="historian-visits",
    title="Visits by Foreign Leaders (data set)",
    publisher="Office of the Historian, U.S. Department of State",
    url="https://github.com/HistoryAtState/visits",
    kind=SourceKind.DATASET,
)
AUTHOR: Final = "historian importer"
_WORDS: Final = 12


@dataclass(slots=True)
class Making:
    """What has been made so far, of rows that are read one after another."""

    lists: Lists
    us: Americans
    crowd: Crowd
    where: Whereabouts = field(default_factory=Whereabouts)
    people: dict[PersonId, Person] = field(default_factory=dict)
    offices: dict[OfficeId, Office] = field(default_factory=dict)
    evidence: dict[OfficeId, list[Evidence]] = field(default_factory=lambda: defaultdict(list))
    tenures: list[Tenure] = field(default_factory=list)
    series: dict[str, Series] = field(default_factory=dict)
    occasions: dict[str, Occasion] = field(default_factory=dict)
    visits: list[Visit] = field(default_factory=list)
    encounters: list[Encounter] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)
    citations: dict[tuple[str, str], list[tuple[str, str, str]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    trips: dict[tuple[str, PlaceId, date, date, str], str] = field(default_factory=dict)
    rows: dict[str, Row] = field(default_factory=dict)

    def cite(self, table: str, id: str, row: str, quote: str = "") -> None:
        """Cite a row of the lists, by its id, for a row of the record."""
        kind, number = row.removeprefix("historian-").split("-", 1)
        source = VISITS.id if kind == "visit" else TRAVELS.id
        known = self.citations[table, id]
        locator = f"{kind} {number}"
        if all(locator != other for _, other, _ in known):
            known.append((source, locator, " ".join(quote.split()[:_WORDS])))


def american_of(making: Making, american: American, row: str) -> PersonId:
    """The person's row, made when they are first needed."""
    if american.id not in making.people:
        making.people[american.id] = Person(
            id=american.id,
            name=american.name,
            family_name=american.family,
            aliases=american.aliases,
            pronoun=Pronoun.THEY,
        )
        making.cite("people", american.id, row, american.name)
    return american.id


def person_of(making: Making, sighting: Sighting) -> PersonId | None:
    """The id of the spelling that a sighting is of; None where it is in doubt."""
    found = making.crowd.of.get(sighting.key)
    return found[0].ids[found[1]] if found else None


def canonical_of(making: Making, sighting: Sighting) -> PersonId | None:
    """The id of the canonical spelling of whom a sighting is of; None where it is in doubt."""
    found = making.crowd.of.get(sighting.key)
    return found[0].ids[found[0].canonical.name.spelled] if found else None
