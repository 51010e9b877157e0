"""How we count: the counting rules, and what each lets in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from summitry.model.events import EventKind
from summitry.model.rules import CountingRule, Standing, counting_rules
from summitry.telling.pages.ground import Ground
from summitry.telling.pages.leaf import Leaf, render
from summitry.telling.words import capitalised

_STANDINGS: Final = {
    Standing.ANY: "In office or not",
    Standing.IN_OFFICE: "In an office of the record",
    Standing.LEADING: "As leaders of a state or government",
    Standing.PRESIDENT: "As presidents",
}
_HEADINGS: Final = {EventKind.ENCOUNTER: "Encounters", EventKind.VISIT: "Visits"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CountingPage:
    """The rules by which the pages count; they are the same for every record."""

    ground: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    id: str
    name: str
    says: str
    standing: str


def as_html(page: CountingPage, leaf: Leaf) -> str:
    """The page."""
    return render(
        "counting.html.j2",
        leaf,
        title="How we count",
        description="The rules by which these pages count, and what each of them lets in",
        about=[page.ground.basis.label],
        footer=f"{page.ground.basis.label}.",
        main="rules",
        skip="the rules",
        tables=tuple((heading, tuple(_rules(kind))) for kind, heading in _HEADINGS.items()),
        data="",
    )


def _rules(kind: EventKind) -> list[_Rule]:
    meant = [rule for rule in counting_rules().values() if rule.is_meant_for(kind)]
    return [_set(rule, kind) for rule in meant]


def _set(rule: CountingRule, kind: EventKind) -> _Rule:
    return _Rule(
        id=f"{kind.value}-{rule.id}",
        name=rule.id,
        says=capitalised(rule.says_of(kind)),
        standing=_STANDINGS[rule.standing],
    )
