"""Countries as the data name them: their rows, and the words for what belongs to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from summitry.model.edtf import parse
from summitry.model.places import Place, PlaceId, PlaceKind
from summitry.model.when import Stretch
from summitry.sources.historian.tables import table


@dataclass(frozen=True, slots=True)
class Atlas:
    """Every state and territory of the table: its row, and what leads to it.

    ``by_id`` goes from the data sets' ids, ``by_word`` from words for what belongs to a country
    ("Russian"), ``by_name`` from names; each to a place's id.
    """

    places: Mapping[PlaceId, Place]
    by_id: Mapping[str, PlaceId]
    by_word: Mapping[str, PlaceId]
    by_name: Mapping[str, PlaceId]
    words: Mapping[PlaceId, str]
    formerly: Mapping[str, tuple[PlaceId, ...]] = field(default_factory=dict)

    def country(self, id: str, name: str, day: date) -> PlaceId | None:
        """The state that a data set's id and name mean on a day; None for an id that is not known.

        The lists put events of a former state under the state that followed it.
        """
        for former in self.formerly.get(id, ()):
            if _existed(self.places[former], day):
                return former
        return self.by_id.get(id) or self.by_name.get(name)

    def belonging(self, word: str) -> PlaceId | None:
        """The country that a word for what belongs to it ("Russian") means."""
        return self.by_word.get(word)


def _existed(place: Place, day: date) -> bool:
    return place.when is not None and day in place.when.core


@cache
def atlas() -> Atlas:
    """The table, as one."""
    rows = table("countries")
    places: dict[PlaceId, Place] = {}
    by_id: dict[str, PlaceId] = {}
    by_word: dict[str, PlaceId] = {}
    words: dict[PlaceId, str] = {}
    for id, (code, name, *belonging) in rows["states"].items():
        place = code.lower()
        by_id[id] = place
        by_word |= dict.fromkeys(belonging, place)
        words |= {place: belonging[0]} if belonging else {}
        places[place] = Place(
            id=place,
            name=name,
            kind=PlaceKind.COUNTRY,
            country=code,
            aliases=tuple(rows["aliases"].get(code, ())),
            formerly=rows["formerly"].get(code),
        )
    by_id |= {id: by_id[meant] for id, meant in rows["ids"].items()}
    formerly: dict[str, tuple[PlaceId, ...]] = {}
    for row in rows["former"]:
        places[row["id"]] = _former(row)
        by_word |= dict.fromkeys(row.get("words", ()), row["id"])
        words |= {row["id"]: row["words"][0]} if row.get("words") else {}
        for id in row["ids"]:
            formerly[id] = (*formerly.get(id, ()), row["id"])
            by_id.setdefault(id, row["id"])
    by_name = {n: p.id for p in places.values() for n in (p.name.removeprefix("The "), *p.aliases)}
    return Atlas(places, by_id, by_word, by_name, words, formerly)


def _former(row: Mapping[str, str]) -> Place:
    when = parse(row["when"])
    assert isinstance(when, Stretch)  # noqa: S101 - the table's own test holds it to this
    return Place(
        id=row["id"],
        name=row["name"],
        kind=PlaceKind.COUNTRY,
        country=row["code"],
        aliases=tuple(row.get("aliases", ())),
        when=when,
        formerly=row.get("formerly"),
    )
