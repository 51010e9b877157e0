"""Leaders of the table: whom a family name alone means, and who is one under several names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final

from summitry.model.edtf import parse
from summitry.model.places import PlaceId
from summitry.sources.historian.names import Name, folded, likeness
from summitry.sources.historian.tables import rows, table
from summitry.sources.historian.titles import Standing, Title, titles

SURE: Final = 0.6
"""The likeness from which two full names of a country are taken for one person's."""
_ANY: Final = "*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leader:
    """Somebody of a country, by the name that prose uses.

    ``families`` are the names used alone, that of prose first; ``first`` and ``last`` bound the
    days on which one of these means this leader, with one of ``titles`` (none: those of heads of
    state or of government; "*": any).
    """

    country: PlaceId
    families: tuple[str, ...]
    name: str
    spellings: tuple[str, ...]
    first: date
    last: date
    titles: frozenset[str]

    def bears(self, title: Title) -> bool:
        """Whether the title may be this leader's."""
        return title.leads if not self.titles else not self.titles.isdisjoint({_ANY, title.says})

    def away(self, day: date) -> timedelta:
        """How far a day is from the leader's time."""
        return max(self.first - day, day - self.last, timedelta(0))


@cache
def leaders() -> Mapping[PlaceId, tuple[Leader, ...]]:
    """The table, by country."""
    found: defaultdict[PlaceId, list[Leader]] = defaultdict(list)
    for row in rows("leaders"):
        found[row["country"]].append(
            Leader(
                country=row["country"],
                families=tuple(row["families"].split(";")),
                name=row["name"],
                spellings=(row["name"], *filter(None, row["spellings"].split(";"))),
                first=_bound(row["from"], first=True),
                last=_bound(row["to"], first=False),
                titles=frozenset(filter(None, row["titles"].split(";"))),
            )
        )
    return {country: tuple(them) for country, them in found.items()}


def _bound(written: str, *, first: bool) -> date:
    days = parse(written).outer
    day = days.earliest if first else days.latest
    assert day is not None  # noqa: S101 - the table's own test holds it to this
    return day


@cache
def _by_family() -> Mapping[tuple[PlaceId, str], tuple[Leader, ...]]:
    found: defaultdict[tuple[PlaceId, str], list[Leader]] = defaultdict(list)
    for country, them in leaders().items():
        for leader in them:
            for family in leader.families:
                found[country, folded(family)].append(leader)
    return {key: tuple(them) for key, them in found.items()}


def named_alone(name: Name) -> tuple[Leader, ...]:
    """The leaders whom a country's people may mean by a family name alone."""
    known, family = _by_family(), folded(name.spelled)
    last = family.split()[-1:]
    return known.get((name.country, family)) or known.get((name.country, "".join(last)), ())


def meant(name: Name, title: Title, standing: Standing, day: date) -> Leader | None:
    """The leader meant by a family name with a title on a day; None for none of the table's."""
    them = [leader for leader in named_alone(name) if leader.bears(title)]
    elect = table("names")["gaps"]["elect"] if standing is Standing.ELECT else 0
    near = [leader for leader in them if leader.away(day) <= timedelta(days=elect)]
    if not near and standing is Standing.FORMER:
        near = [leader for leader in them if leader.last < day]
    return min(near, key=lambda leader: (leader.away(day), -leader.first.toordinal()), default=None)


@cache
def leader_of(name: Name, day: date) -> str:
    """The name of the leader of the table that a full name is on a day; "" where it is none."""
    like = _alike(name)
    then = {leader.name for leader in like if not leader.away(day)}
    if len(then) == 1:
        return then.pop()
    if name.regnal:
        return ""
    years = timedelta(days=366 * table("names")["gaps"]["leader"])
    found = {leader.name for leader in like if leader.away(day) <= years}
    return found.pop() if len(found) == 1 else ""


def _alike(name: Name) -> list[Leader]:
    """The leaders of a country who may be spelled so; by a first name alone only rulers."""
    if name.regnal:
        reigning = {title.says for title in titles().by_word.values() if title.regnal}
        return [leader for leader in named_alone(name) if not leader.titles.isdisjoint(reigning)]
    return [
        leader
        for leader in leaders().get(name.country, ())
        if max(likeness(name, Name(known, name.country)) for known in leader.spellings) >= SURE
    ]


def family_of_leader(country: PlaceId, name: str) -> str:
    """The family name that prose uses of a leader of the table; "" for anybody else."""
    return next(iter(families_of_leader(country, name)), "")


def families_of_leader(country: PlaceId, name: str) -> tuple[str, ...]:
    """Every name that is used alone of a leader of the table; none for anybody else."""
    them = (leader for leader in leaders().get(country, ()) if leader.name == name)
    return tuple(dict.fromkeys(family for leader in them for family in leader.families))


@cache
def countries_of(name: str) -> frozenset[PlaceId]:
    """Where the table has a leader by a name: one in two states, or in a state and elsewhere."""
    return frozenset(
        country for country, them in leaders().items() for leader in them if leader.name == name
    )
