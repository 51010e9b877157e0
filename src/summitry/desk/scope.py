"""Scope: of which events a page tells, and by which rule it counts them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cached_property
from typing import Final

from summitry.lexicon.tables import admitted
from summitry.model.claims import EVERY_ENCOUNTER, RuleId
from summitry.model.coverage import Coverage, Covered
from summitry.model.days import Days
from summitry.model.events import EventKind, Mode
from summitry.model.problems import InputError
from summitry.model.rules import CountingRule, counting_rules
from summitry.model.selection import Selection
from summitry.model.when import ALWAYS, Window

IN_PERSON: Final = frozenset({Mode.IN_PERSON})


@dataclass(frozen=True)
class Scope:
    """A choice of events: between two days, of some modes, with or without visits.

    ``modes`` None: of every mode; empty: no encounters. ``rule``: the one to count by (None: each
    that gives another number). InputError where the days cross, or there is no such rule.
    """

    since: date | None = None
    until: date | None = None
    modes: frozenset[Mode] | None = None
    visits: bool = True
    rule: RuleId | None = None

    def __post_init__(self) -> None:
        if Days.between(self.since, self.until).is_empty():
            raise InputError(
                f'no day is both since "{self.since}" and until "{self.until}" '
                "(expected the first to be the earlier)"
            )
        if self.rule is not None and self.rule not in counting_rules():
            raise InputError(f'unknown counting rule "{self.rule}" ({_expected(self.rule)})')

    @cached_property
    def window(self) -> Window:
        """The days."""
        if self.since is None and self.until is None:
            return ALWAYS
        return Window.between(self.since, self.until)

    @property
    def encounters(self) -> bool:
        """Whether it is of encounters at all."""
        return self.modes is None or bool(self.modes)

    @property
    def counted(self) -> frozenset[Mode]:
        """The modes of the encounters that are counted: in person, unless others are asked for."""
        return self.modes or IN_PERSON

    @property
    def is_whole(self) -> bool:
        """Whether it is of everything that there was, however it was counted."""
        return self.window == ALWAYS and self.modes is None and self.visits

    def narrow(self, selection: Selection) -> Selection:
        """A selection, within the days."""
        return selection.narrowed(self.window)

    def rules(self, kind: EventKind) -> Iterable[CountingRule]:
        """The rules to count such events by, best first.

        Unless it is asked for, none of which a page doesn't say that it counts by it.
        """
        table = counting_rules()
        if self.rule is not None:
            return [table[self.rule]]
        if kind is EventKind.ENCOUNTER and self.counted != IN_PERSON:
            return [table[rule] for rule in admitted("remote")]
        return [rule for rule in table.values() if (rule.id,) != EVERY_ENCOUNTER]

    def bears(self, coverage: Coverage) -> bool:
        """Whether a statement of coverage is of such events."""
        if not coverage.when.outer.meets(self.window.possibly):
            return False
        if coverage.kind is Covered.VISIT:
            return self.visits
        named = coverage.mode is None or self.modes is None or coverage.mode in self.modes
        return self.encounters and named


EVERYTHING: Final = Scope()


def _expected(rule: str) -> str:
    close = get_close_matches(rule, counting_rules(), n=1)
    return f'did you mean "{close[0]}"?' if close else f"expected {', '.join(counting_rules())}"
