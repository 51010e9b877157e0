"""Counting rules: what counts as one, as data."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from summitry.model.events import EventKind, Mode, Setting


class Unit(StrEnum):
    """What is counted as one.

    event: each event; day: each day on which one starts; occasion: each occasion, an event of none
    being one of its own; stay: each run of events in one country with at most two days from the
    end of one to the start of the next, an event of no known country being one of its own.
    """

    EVENT = "event"
    DAY = "day"
    OCCASION = "occasion"
    STAY = "stay"


class Standing(StrEnum):
    """In what standing the parties take part, where the claim doesn't say.

    any: in office or not; in-office: holding some office of the record; leading: holding an office
    that leads a state or government; president: holding an office whose title is "president".
    """

    ANY = "any"
    IN_OFFICE = "in-office"
    LEADING = "leading"
    PRESIDENT = "president"


@dataclass(frozen=True, slots=True, kw_only=True)
class CountingRule:
    """A named rule: its unit, the settings and modes that it lets in, and the parties' standing.

    An empty set lets everything in. ``says`` finishes "counting ..." of encounters, and
    ``says_of_visits`` of visits: a rule without it is meant for encounters.
    """

    id: str
    says: str
    says_of_visits: str = ""
    unit: Unit = Unit.EVENT
    settings: frozenset[Setting] = frozenset()
    modes: frozenset[Mode] = frozenset()
    standing: Standing = Standing.ANY

    def says_of(self, kind: EventKind) -> str:
        """The words that finish "counting ..." of events of this kind."""
        visits = kind is EventKind.VISIT
        return (visits and self.says_of_visits) or self.says


@cache
def counting_rules() -> Mapping[str, CountingRule]:
    """The table of counting rules (``rules.toml``), by id, in the table's order."""
    table = tomllib.loads(files(__package__).joinpath("rules.toml").read_text("utf-8"))
    return {
        name: CountingRule(
            id=name,
            says=row["says"],
            says_of_visits=row.get("says_of_visits", ""),
            unit=Unit(row.get("unit", "event")),
            settings=frozenset(map(Setting, row.get("settings", ()))),
            modes=frozenset(map(Mode, row.get("modes", ()))),
            standing=Standing(row.get("standing", "any")),
        )
        for name, row in table.items()
    }
