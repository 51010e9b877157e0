"""Where trips and meetings were: the cities of the lists, and places that the remarks name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from summitry.model.places import Place, PlaceId, PlaceKind
from summitry.sources.historian.countries import atlas
from summitry.sources.historian.entries import Trip
from summitry.sources.historian.names import plainly, slug
from summitry.sources.historian.tables import table


@dataclass(slots=True)
class Whereabouts:
    """The places that have been named so far, each with the row that named it first."""

    places: dict[PlaceId, Place] = field(default_factory=dict)
    first: dict[PlaceId, str] = field(default_factory=dict)

    def country(self, id: PlaceId, row: str = "") -> PlaceId:
        """A country, with what its row refers to; "" where no row of the lists named it."""
        if id not in self.places:
            place = atlas().places[id]
            if place.formerly:
                self.country(place.formerly, row)
            self.places[id] = place
            if row:
                self.first.setdefault(id, row)
        return id

    def city(self, name: str, country: PlaceId, row: str) -> PlaceId:
        """A city of a country as written; of a former state it lies in the state of today.

        What is the land itself is the country.
        """
        rows = table("countries")
        if name in rows["lands"]["names"]:
            return self.country(country, row)
        today = _today(_bare(name), country)
        self.country(today, row)
        written = _bare(name)
        renamed = rows["renamed"]
        name, *aliases = renamed.get(f"{today} {name}") or renamed.get(
            f"{today} {written}", [written]
        )
        id = f"{slug(name)}-{today}"
        place = self.places.get(id) or Place(
            id=id,
            name=name,
            kind=_kind(name),
            within=today,
            country=atlas().places[today].country,
        )
        self.places[id] = replace(
            place,
            aliases=tuple(dict.fromkeys((*place.aliases, *aliases))),
            formerly=place.formerly or _formerly(today, country),
        )
        self.first.setdefault(id, row)
        return id

    def told_apart(self) -> dict[PlaceId, Place]:
        """The places, of which cities of one name have that of their country too."""
        names = Counter(p.name for p in self.places.values() if p.kind is PlaceKind.CITY)
        return {id: self._apart(place, names) for id, place in self.places.items()}

    def _apart(self, place: Place, names: Counter[str]) -> Place:
        if place.kind is not PlaceKind.CITY or names[place.name] == 1:
            return place
        name = f"{place.name}, {self.places[place.within or ''].name}"
        return replace(place, name=name, aliases=(*place.aliases, place.name))

    def american(self, id: PlaceId, row: str) -> PlaceId:
        """A place in the United States of the table of places."""
        if id not in self.places:
            within = table("remarks")["venues"].get(id)
            in_city = within is not None and within != "us"
            larger = self.american(within, row) if in_city else self.country("us", row)
            name, *aliases = table("remarks")["place_names"][id]
            self.places[id] = Place(
                id=id,
                name=name,
                kind=PlaceKind.VENUE if within else PlaceKind.CITY,
                within=larger,
                country="US",
                aliases=tuple(aliases),
            )
            self.first[id] = row
        return id


def _kind(name: str) -> PlaceKind:
    kinds = table("countries")["kinds"]
    return next((PlaceKind(kind) for kind in kinds if name in kinds[kind]), PlaceKind.CITY)


def _today(name: str, country: PlaceId) -> PlaceId:
    if atlas().places[country].when is None:
        return country
    known = table("countries")["cities"].get(name)
    return atlas().by_id[known] if known else country


def _formerly(today: PlaceId, state: PlaceId) -> PlaceId | None:
    """The former state that a city was part of: its own, for that of its country's row may be lost.

    The last of them, where its country of today was part of several in turn.
    """
    if atlas().places[state].when is None or today == state:
        return None
    at = atlas().places[today].formerly
    chain = at
    while chain is not None and chain != state:
        chain = atlas().places[chain].formerly
    return state if chain is None else at


def _bare(name: str) -> str:
    return re.sub(r"\s*\([^)]*\)", "", name).strip(" .")


def locales(trip: Trip) -> tuple[str, ...]:
    """The cities of a trip, as written."""
    whole = trip.locales.strip(" .")
    if whole in table("countries")["lands"]["names"] or whole in _ONE:
        return (whole,)
    return tuple(part for part in (p.strip(" .") for p in _COMMAS.split(whole)) if part)


_COMMAS = re.compile(r",\s*(?![^(]*\))")
_ONE = frozenset({"Mexico, D.F."})


def land(trip: Trip) -> PlaceId | None:
    """The country that a trip was in: of a territory its own; None where it isn't known."""
    known = atlas()
    whole = trip.locales.strip(" .")
    territory = table("countries")["locales"].get(whole)
    if territory and known.by_id[territory] != known.by_id.get(trip.country):
        return known.by_id[territory]
    return known.country(trip.country, trip.country_name, trip.start)


def named_place(text: str, cities: Iterable[str]) -> str | None:
    """The city of a trip that words of place name; None where they name none, or another."""
    plain = plainly(text)
    parts = re.split(r" (?:in|at) ", plain)
    for city in cities:
        if any(plainly(city) == part.strip(" ,.") for part in parts):
            return city
    return None


def american_places(text: str) -> Iterator[PlaceId]:
    """The places in the United States that a text names."""
    for written, id in table("remarks")["places"].items():
        if len(written) > len("the UN") and re.search(rf"\b{re.escape(written)}\b", text):
            yield id


def american_place(text: str) -> PlaceId | None:
    """The place in the United States that words of place name; None where it isn't known."""
    rows = table("remarks")["places"]
    for part in (text, *reversed(re.split(r" (?:in|at) ", text))):
        if found := rows.get(part.strip(" ,.")):
            return str(found)
    return None
