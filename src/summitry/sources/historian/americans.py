"""Presidents, vice presidents and secretaries of state of the United States, by name and day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from summitry.model.people import PersonId
from summitry.sources.historian.entries import President, Role, Trip
from summitry.sources.historian.mentions import Mention
from summitry.sources.historian.names import Name, slug
from summitry.sources.historian.tables import table
from summitry.sources.historian.titles import Standing

_ELECT = timedelta(days=120)


@dataclass(frozen=True, slots=True)
class American:
    """One of them: ``number`` orders presidents; ``who`` is the data set's id, "" for none."""

    id: PersonId
    who: str
    name: str
    aliases: tuple[str, ...]
    family: str


@dataclass(frozen=True, slots=True)
class Americans:
    """All of them, by the data set's id (or by the name, for vice presidents)."""

    people: Mapping[str, American]
    terms: tuple[President, ...]
    travelled: Mapping[str, tuple[date, date]]

    def president_during(self, start: date, end: date) -> American | None:
        """The one president of all these days; None if there were two."""
        found = {
            term.who
            for term in self.terms
            if term.took < start and (not term.left or end < term.left)
        }
        return self.people[found.pop()] if len(found) == 1 else None

    def meant(self, mention: Mention, start: date, end: date) -> American | None:
        """The American that a mention means in a row of these days; None if it is nobody here."""
        if mention.country not in {None, "us"}:
            return None
        heard = Name(mention.name, "us").heard
        match mention.title.slug:
            case "president":
                return self._president(mention.standing, heard, start, end)
            case "vice-president":
                return self._vice_president(heard, start)
            case "secretary-of-state":
                return self._secretary(heard, start)
            case _:
                return None

    def _president(
        self, standing: Standing, heard: tuple[str, ...], start: date, end: date
    ) -> American | None:
        found = set[str]()
        for term in self.terms:
            if not _fits(heard, self.people[term.who]):
                continue
            left = term.left or date.max
            match standing:
                case Standing.ELECT:
                    fits = start < term.took <= start + _ELECT
                case Standing.FORMER:
                    fits = left <= start
                case _:
                    fits = term.took <= end and start <= left
            found |= {term.who} if fits else set()
        return self.people[found.pop()] if len(found) == 1 else None

    def _vice_president(self, heard: tuple[str, ...], start: date) -> American | None:
        for row in _vice_presidents():
            if date.fromisoformat(row["from"]) <= start <= date.fromisoformat(row["to"]):
                american = self.people[row["name"]]
                return american if _fits(heard, american) else None
        return None

    def _secretary(self, heard: tuple[str, ...], start: date) -> American | None:
        margin = timedelta(days=30)
        for who, (first, last) in self.travelled.items():
            if first - margin <= start <= last + margin and _fits(heard, self.people[who]):
                return self.people[who]
        return None


@cache
def _vice_presidents() -> tuple[Mapping[str, Any], ...]:
    return tuple(table("names")["vice_presidents"])


def _fits(heard: tuple[str, ...], american: American) -> bool:
    family = Name(american.family, "us").heard
    known = {w for name in (american.name, *american.aliases) for w in Name(name, "us").heard}
    return bool(heard) and heard[-len(family) :] == family and all(w in known for w in heard)


def americans(presidents: Iterable[President], trips: Iterable[Trip]) -> Americans:
    """Those of whom the lists tell, and the vice presidents of the table."""
    terms = tuple(presidents)
    people = {term.who: _american(term.who, term.name) for term in terms}
    travelled: dict[str, tuple[date, date]] = {}
    for trip in trips:
        people.setdefault(trip.who, _american(trip.who, trip.name))
        if trip.role is Role.SECRETARY:
            first, last = travelled.get(trip.who, (trip.start, trip.end))
            travelled[trip.who] = min(first, trip.start), max(last, trip.end)
    by_name = {american.name: american for american in people.values()}
    by_name |= {alias: american for american in people.values() for alias in american.aliases}
    for row in _vice_presidents():
        people[row["name"]] = by_name.get(row["name"]) or _american("", row["name"])
    return Americans(people, terms, travelled)


def _american(who: str, spelled: str) -> American:
    forms = table("names")["presidents"].get(spelled, [spelled])
    name = forms[0]
    family = Name(name, "us").family
    aliases = tuple(dict.fromkeys(f for f in (*forms[1:], spelled) if f != name))
    return American(f"{slug(name)}-us", who, name, aliases, family)
