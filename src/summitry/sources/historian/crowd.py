"""Everybody whom the lists name: each sighting, and whose it is."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from summitry.model.people import PersonId
from summitry.model.places import PlaceId
from summitry.sources.historian.leaders import leader_of
from summitry.sources.historian.names import Name, same_words
from summitry.sources.historian.titles import Standing, Title

FORMER: Final = "former"
"""In place of a title's slug: what somebody was before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A person named in a row, on some of the row's days.

    ``given``: the text, or the list, gives the country; otherwise it is the row's (``default``),
    or that of the person named before (``carried``). None as default: the row suggests none.
    """

    row: str
    place: int
    title: Title
    standing: Standing
    name: str
    given: PlaceId | None
    default: PlaceId | None
    carried: PlaceId | None
    start: date
    end: date
    others: tuple[Title, ...] = ()

    @property
    def key(self) -> tuple[str, int]:
        """What tells the sighting from others: the row, and the place in it."""
        return self.row, self.place

    def named(self, country: PlaceId) -> Name:
        """The name, as one of a country."""
        return Name(self.name, country, self.title.regnal)


@dataclass(slots=True)
class Spelling:
    """One way in which a person is spelled, with all its sightings."""

    name: Name
    sightings: list[Sighting] = field(default_factory=list)
    likeness: float = 1.0


@dataclass(slots=True, eq=False)
class Someone:
    """A person: the spellings that are surely theirs.

    ``leader`` is their name in the table of leaders, "" for none; ``alone`` counts the family names
    by which the rows call them.
    """

    country: PlaceId
    spellings: dict[str, Spelling] = field(default_factory=dict)
    partial: bool = False
    leader: str = ""
    alone: Counter[str] = field(default_factory=Counter)
    titles: Counter[Title] = field(default_factory=Counter)
    seen: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    ids: dict[str, PersonId] = field(default_factory=dict)

    def add(self, sighting: Sighting, name: Name, how: float) -> None:
        """Take a sighting as this person's, under a spelling."""
        spelling = self.spellings.setdefault(name.spelled, Spelling(name, [], how))
        spelling.sightings.append(sighting)
        self.titles[sighting.title] += 1
        held = sighting.standing is not Standing.FORMER
        self.seen[sighting.title.slug if held else FORMER].append(sighting.start.toordinal())

    @property
    def count(self) -> int:
        """How many sightings there are."""
        return sum(len(spelling.sightings) for spelling in self.spellings.values())

    @property
    def first(self) -> int:
        """The day of the first sighting."""
        return min(day for days in self.seen.values() for day in days)

    def away(self, day: date, slug: str | None = None) -> int:
        """How many days the nearest sighting is away, by this title or by any."""
        at = day.toordinal()
        titles = self.seen.values() if slug is None else [self.seen.get(slug, [])]
        return min((abs(at - day) for days in titles for day in days), default=10**6)

    def hull(self, slug: str) -> tuple[int, int]:
        """The days of the first and the last sighting by a title."""
        known = self.seen.get(slug) or [0]
        return min(known), max(known)

    @property
    def canonical(self) -> Spelling:
        """The spelling that is seen most; of those the longest, then the first in the alphabet.

        One that lacks the given name of another is not taken; a leader's own name is, if it is
        there.
        """
        spellings = list(self.spellings.values())
        whole = [s for s in spellings if not any(_lacks(s.name, t.name) for t in spellings)]
        return min(
            whole or spellings,
            key=lambda s: (
                s.name.spelled != self.leader,
                len(s.name.heard) - len(set(s.name.heard)),
                -len(s.sightings),
                -len(s.name.spelled),
                s.name.spelled,
            ),
        )


def _lacks(name: Name, whole: Name) -> bool:
    """Whether a name is the end of a longer one, that says no name twice."""
    a, b = name.heard, whole.heard
    once = len(set(b)) == len(b)
    return (
        once
        and not name.regnal
        and len(a) < len(b)
        and all(map(same_words, a, b[len(b) - len(a) :]))
    )


@dataclass(slots=True)
class Crowd:
    """Everybody known so far, by country, and who each sighting is of."""

    people: dict[PlaceId, list[Someone]] = field(default_factory=lambda: defaultdict(list))
    of: dict[tuple[str, int], tuple[Someone, str]] = field(default_factory=dict)
    bearers: dict[str, dict[Someone, None]] = field(default_factory=lambda: defaultdict(dict))
    in_row: dict[str, list[tuple[str, Someone]]] = field(default_factory=lambda: defaultdict(list))

    def put(
        self, sighting: Sighting, someone: Someone, name: Name, how: float, alone: str = ""
    ) -> None:
        """Take a sighting as somebody's; ``alone`` is the family name that it calls them by."""
        someone.add(sighting, name, how)
        if alone:
            someone.alone[alone] += 1
        for word in name.heard:
            self.bearers[word][someone] = None
        self.in_row[sighting.row].append((sighting.title.slug, someone))
        self.of[sighting.key] = (someone, name.spelled)

    def join(self, someone: Someone, other: Someone) -> None:
        """Take everything that is known of somebody as another's."""
        for spelled, spelling in someone.spellings.items():
            for sighting in spelling.sightings:
                self.put(sighting, other, spelling.name, spelling.likeness)
                self.of[sighting.key] = (other, spelled)
        other.alone += someone.alone
        other.leader = other.leader or someone.leader
        self.people[someone.country].remove(someone)

    def new(self, sighting: Sighting, name: Name, *, partial: bool = False) -> None:
        """Somebody not known so far."""
        someone = Someone(name.country, partial=partial, leader=leader_of(name, sighting.start))
        self.people[name.country].append(someone)
        self.put(sighting, someone, name, 1.0)
