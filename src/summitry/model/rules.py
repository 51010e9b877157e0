"""Counting rules: what counts as one, as data."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from summitry.model.events import EventKind, Mode, Setting, VisitKind


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

    Of visits it lets in ``visit_kinds``. An empty set lets everything in. ``says`` finishes
    "counting ..." of encounters, and ``says_of_visits`` of visits: a rule without one of them is
    meant for the other.
    """

    id: str
    says: str = ""
    says_of_visits: str = ""
    unit: Unit = Unit.EVENT
    settings: frozenset[Setting] = frozenset()
    modes: frozenset[Mode] = frozenset()
    visit_kinds: frozenset[VisitKind] = frozenset()
    standing: Standing = Standing.ANY

    @property
    def lets_in(self) -> tuple[Unit, frozenset[Setting], frozenset[Mode], frozenset[VisitKind]]:
        """What the rule counts as one, and of what, in whatever standing."""
        return self.unit, self.settings, self.modes, self.visit_kinds

    def says_of(self, kind: EventKind) -> str:
        """The words that finish "counting ..." of events of this kind."""
        ours, theirs = self.says, self.says_of_visits
        return (theirs or ours) if kind is EventKind.VISIT else (ours or theirs)

    def is_meant_for(self, kind: EventKind) -> bool:
        """Whether it has words of its own for events of this kind."""
        return bool(self.says_of_visits if kind is EventKind.VISIT else self.says)


@cache
def counting_rules() -> Mapping[str, CountingRule]:
    """The table of counting rules (``rules.toml``), by id, in the table's order."""
    table = tomllib.loads(files(__package__).joinpath("rules.toml").read_text("utf-8"))
    return {
        name: CountingRule(
            id=name,
            says=row.get("says", ""),
            says_of_visits=row.get("says_of_visits", ""),
            unit=Unit(row.get("unit", "event")),
            settings=frozenset(map(Setting, row.get("settings", ()))),
            modes=frozenset(map(Mode, row.get("modes", ()))),
            visit_kinds=frozenset(map(VisitKind, row.get("visit_kinds", ()))),
            standing=Standing(row.get("standing", "any")),
        )
        for name, row in table.items()
    }
