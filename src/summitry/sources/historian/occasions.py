"""Gatherings that the remarks tell of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from summitry.model.occasions import Series, SeriesId
from summitry.sources.historian.entries import Row
from summitry.sources.historian.names import slug
from summitry.sources.historian.tables import table


@dataclass(frozen=True, slots=True)
class Gathering:
    """A kind of gathering; ``everywhere``: one a year, whatever place a row gives it."""

    pattern: re.Pattern[str]
    series: SeriesId
    name: str
    since: int
    until: int
    months: frozenset[int]
    everywhere: bool

    def told_of(self, row: Row) -> bool:
        """Whether the row's remarks tell that the gathering was attended then."""
        year, month = row.start.year, row.start.month
        if not self.since <= year <= self.until or (self.months and month not in self.months):
            return False
        return self.pattern.search(row.remarks) is not None


@cache
def _gatherings() -> tuple[Gathering, ...]:
    return tuple(
        Gathering(
            re.compile(row["pattern"]),
            row["series"],
            row["name"],
            row.get("since", 0),
            row.get("until", 9999),
            frozenset(row.get("months", ())),
            row.get("everywhere", False),
        )
        for row in table("occasions")["gathering"]
    )


def gathering_of(row: Row) -> Gathering | None:
    """The one gathering that the row's person attended; None where it is none, or several."""
    if "ccompanied" in row.remarks or "inisterial" in row.remarks:
        return None
    found = [gathering for gathering in _gatherings() if gathering.told_of(row)]
    return found[0] if len(found) == 1 else None


def occasion_id(gathering: Gathering, row: Row, country: str, place: str) -> str:
    """The id of the gathering that a row tells of; rows of one gathering agree in it."""
    if gathering.everywhere:
        return f"historian-{gathering.series}-{row.start.year}"
    return f"historian-{gathering.series}-{slug(place) or country}-{row.start:%Y-%m}"


def series(id: SeriesId) -> Series:
    """A series of the table."""
    name, *aliases = table("occasions")["series"][id]
    return Series(id=id, name=name, aliases=tuple(aliases))
