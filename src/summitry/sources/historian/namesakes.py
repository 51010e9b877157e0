"""People of one family name in one office of a country, and who is meant when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from summitry.model.places import PlaceId
from summitry.sources.historian.names import Name, likeness
from summitry.sources.historian.tables import table
from summitry.sources.historian.titles import Title

SURE: Final = 0.6
"""The likeness from which two full names of a country are taken for one person's."""


@dataclass(frozen=True, slots=True)
class Namesakes:
    """The people of a family name: full name, first and last day of the office.

    ``says`` are the titles that are meant; none: those of heads of state or of government.
    """

    says: tuple[str, ...]
    people: tuple[tuple[str, date, date], ...]


@cache
def _all_namesakes() -> dict[tuple[PlaceId, str], Namesakes]:
    return {
        (row["country"], row["family"].lower()): Namesakes(
            tuple(row.get("says", ())),
            tuple((n, date.fromisoformat(a), date.fromisoformat(b)) for n, a, b in row["people"]),
        )
        for row in table("names")["namesakes"]
    }


def namesakes_of(country: PlaceId, name: Name) -> Namesakes | None:
    """The people of the table who bear a family name in a country."""
    known = _all_namesakes()
    words = name.spelled.lower().removeprefix("al-").split()
    return known.get((country, " ".join(words))) or known.get((country, words[-1] if words else ""))


def is_asked(rows: Namesakes, title: Title) -> bool:
    """Whether the table tells who is meant by the name with this title."""
    return title.says in rows.says if rows.says else title.leads


@cache
def namesake_of(name: Name, day: date) -> str | None:
    """The namesake of the table that a full name is on a day, None where it is none of them."""
    found = (
        []
        if name.regnal
        else [
            (full, first, last)
            for (country, _), rows in _all_namesakes().items()
            for full, first, last in rows.people
            if country == name.country and likeness(name, Name(full, country)) >= SURE
        ]
    )
    then = [full for full, first, last in found if first <= day <= last]
    if len(then) == 1:
        return then[0]
    return found[0][0] if len(found) == 1 else None
