"""Countries in the codes that other data go by.

``states.csv`` has a row an ISO 3166-1 alpha-2 code (or ISO 3166-3 one of a former state): its ISO
alpha-3 code, its number in the Correlates of War's list of states (https://correlatesofwar.org;
empty for what is no state there) and its code in FollowTheMoney. Serbia has Yugoslavia's number,
as in the list itself.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """The codes of one country; None or "" where a list has none."""

    iso2: str
    iso3: str = ""
    cow: int | None = None
    ftm: str = ""


@cache
def states() -> Mapping[str, State]:
    """The table, by ISO alpha-2 code."""
    text = files(__package__).joinpath("states.csv").read_text("utf-8")
    return {
        row["iso2"]: State(
            iso2=row["iso2"],
            iso3=row["iso3"],
            cow=int(row["cow"]) if row["cow"] else None,
            ftm=row["ftm"],
        )
        for row in csv.DictReader(text.splitlines())
    }


def state(iso2: str | None) -> State | None:
    """The country with this code; one without further codes where the table lacks it."""
    return None if iso2 is None else states().get(iso2, State(iso2=iso2))
