"""Cases as data: a small record, a claim about it, and what the finding is to say.

A finding is written in a few words, its parts in order and joined by ", ": the evidence as "counts
m1, context c1", the gaps as "coverage, place m1", the correction as "position m1 2", the numbers
under each rule as "talks 1 refuted, every-encounter 2 supported". A number is "2", "1-3" or "1-".
What a case leaves out is not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import pytest

from summitry.model import edtf
from summitry.model.bounds import Tally
from summitry.model.claims import Claim
from summitry.model.coverage import Coverage
from summitry.model.days import Days
from summitry.model.events import Encounter, EventKind, Mode, Setting, VisitKind
from summitry.model.findings import Correction, Finding, Verdict
from summitry.model.people import Tenure
from summitry.model.rules import CountingRule, counting_rules
from summitry.model.selection import IN_OFFICE, Capacity, Holder, Party, Selection, Someone
from summitry.model.when import Window
from summitry.reckoning import evaluate
from summitry.record.memory import MemoryRecord

AS_OF: Final = "2020-12-31"
Parts = Any
"""Fields of the value that is made, by name."""


# --- selections ------------------------------------------------------------------------------


def party(text: str) -> Party:
    """``ann``, ``ann@`` (in office), ``ann@us-president``, or ``@us-president`` (its holder)."""
    name, at, office = text.partition("@")
    if not name:
        return Holder(office)
    if not office:
        return Someone(name, IN_OFFICE) if at else Someone(name)
    return Someone(name, Capacity(frozenset({office})))


def days(text: str) -> Days:
    """Every day that an EDTF date or interval may touch."""
    return edtf.parse(text).outer


def window(text: str) -> Window:
    """Those days; after a tilde the days surely meant, of which there may be none: "2001~"."""
    possibly, vague, surely = text.partition("~")
    if not vague:
        return Window.of(days(possibly), text)
    return Window(days(surely) if surely else Days(), days(possibly), text)


_READ: Final[Mapping[str, Any]] = {
    "modes": lambda text: frozenset(map(Mode, text.split("|"))),
    "settings": lambda text: frozenset(map(Setting, text.split("|"))),
    "visit_kinds": lambda text: frozenset(map(VisitKind, text.split("|"))),
    "window": window,
    "host": party,
}


def met(who: str = "ann", whom: str = "bob", **parts: str) -> Selection:
    """Encounters; ``whom`` empty: with anyone. ``modes`` and ``settings`` are joined by ``|``."""
    return Selection(who=party(who), whom=party(whom) if whom else None, **_read(parts))


def went(who: str = "ann", place: str | None = None, **parts: str) -> Selection:
    """Visits."""
    return Selection(kind=EventKind.VISIT, who=party(who), place=place, **_read(parts))


def _read(parts: dict[str, str]) -> dict[str, Any]:
    return {name: _READ[name](text) if name in _READ else text for name, text in parts.items()}


# --- cases -----------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Case:
    """A record, a claim, and what of the finding is looked at; ``rules`` None: the claim's own."""

    record: MemoryRecord
    claim: Claim
    as_of: str = AS_OF
    rules: tuple[CountingRule, ...] | None = None
    verdict: str
    rule: str | None = None
    tally: str | None = None
    counts: str | None = None
    evidence: str | None = None
    gaps: str | None = None
    correction: str | None = None


SUPPORTED: Final = Verdict.SUPPORTED.value
REFUTED: Final = Verdict.REFUTED.value
OPEN: Final = Verdict.NOT_ENOUGH_EVIDENCE.value
CONFLICTING: Final = Verdict.CONFLICTING_EVIDENCE.value


def each(*tables: Mapping[str, Case]) -> pytest.MarkDecorator:
    """A test's ``case``: each of the tables', by name."""
    named = [pytest.param(case, id=name) for table in tables for name, case in table.items()]
    return pytest.mark.parametrize("case", named)


def judge(case: Case) -> Finding:
    """What reckoning finds."""
    rules = case.rules
    if rules is None:
        rules = tuple(counting_rules()[id] for id in case.claim.rules)
    return evaluate(case.claim, case.record, as_of=date.fromisoformat(case.as_of), rules=rules)


def check(case: Case) -> None:
    """Hold the finding to what the case says of it."""
    finding = judge(case)
    said = dict(_told(finding))
    expected = {field: getattr(case, field) for field in said if getattr(case, field) is not None}
    assert {field: said[field] for field in expected} == expected
    settled = finding.verdict in (Verdict.SUPPORTED, Verdict.REFUTED)
    assert bool(finding.gaps) is not settled
    assert finding.correction is None or finding.verdict is Verdict.REFUTED


def _told(finding: Finding) -> Iterator[tuple[str, str]]:
    yield "verdict", finding.verdict.value
    yield "rule", "" if finding.rule is None else finding.rule.id
    yield "tally", tallied(finding.tally)
    yield (
        "counts",
        ", ".join(f"{one.rule.id} {tallied(one.tally)} {one.verdict}" for one in finding.counts),
    )
    yield "evidence", ", ".join(f"{one.bearing} {one.row.id}" for one in finding.evidence)
    yield "gaps", ", ".join(f"{gap.lack} {gap.event or ''}".strip() for gap in finding.gaps)
    yield "correction", corrected(finding.correction)


def tallied(tally: Tally | None) -> str:
    if tally is None:
        return ""
    if tally.surely == tally.possibly:
        return str(tally.surely)
    return f"{tally.surely}-{'' if tally.possibly is None else tally.possibly}"


def corrected(correction: Correction | None) -> str:
    if correction is None:
        return ""
    rows: tuple[str, ...] = (
        *(row.id for row in correction.events),
        *(row.id for row in correction.tenures),
        *correction.people,
    )
    return " ".join([correction.fault, *rows, tallied(correction.number)]).strip()


def table_of(row: object) -> str:
    """The table that a row of evidence stands in."""
    match row:
        case Encounter():
            return "encounters"
        case Tenure():
            return "tenures"
        case Coverage():
            return "coverage"
        case _:
            return "visits"
