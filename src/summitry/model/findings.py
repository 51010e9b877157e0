"""Findings: a claim's verdict, with what it rests on and what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from summitry.model.bounds import Tally
from summitry.model.citations import Citation
from summitry.model.claims import Claim
from summitry.model.coverage import Coverage
from summitry.model.days import Days
from summitry.model.events import Event
from summitry.model.people import Tenure
from summitry.model.rules import CountingRule


class Verdict(StrEnum):
    """The labels of AVeriTeC (Schlichtkrull, Guo and Vlachos 2023), as they stand in JSON."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    NOT_ENOUGH_EVIDENCE = "not_enough_evidence"
    CONFLICTING_EVIDENCE = "conflicting_evidence"


class Bearing(StrEnum):
    """How a piece of evidence bears on the claim.

    counts: it is one of the events counted; may-count: it is one if what is open turns out so;
    instead: it is what the record has where the claim goes wrong; context: it sets the frame.
    """

    COUNTS = "counts"
    MAY_COUNT = "may-count"
    INSTEAD = "instead"
    CONTEXT = "context"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A row of the record that a finding rests on, with the citations of that row."""

    row: Event | Tenure | Coverage
    bearing: Bearing
    citations: tuple[Citation, ...]


class Lack(StrEnum):
    """What would settle a claim that the record can't decide.

    coverage: the record is not complete there; date, place, setting, mode, occasion, topic,
    length, host, capacity, kind: an event's own is open or not exact enough; order: which of two
    events of one day came first; vague: the claim's own words are vague; dispute: sources
    disagree whether it took place; tenure: who held the office is not fully recorded;
    rule: no counting rule of the table gives the number, but some give less and some more.
    """

    COVERAGE = "coverage"
    DATE = "date"
    PLACE = "place"
    SETTING = "setting"
    MODE = "mode"
    OCCASION = "occasion"
    TOPIC = "topic"
    LENGTH = "length"
    HOST = "host"
    KIND = "kind"
    CAPACITY = "capacity"
    ORDER = "order"
    VAGUE = "vague"
    DISPUTE = "dispute"
    TENURE = "tenure"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that is missing: what, of which event (if of one), and on which days."""

    lack: Lack
    event: str | None = None
    days: Days | None = None


class Fault(StrEnum):
    """The one detail by which a claim goes wrong."""

    DATE = "date"
    PLACE = "place"
    MODE = "mode"
    SETTING = "setting"
    OCCASION = "occasion"
    COUNT = "count"
    POSITION = "position"
    LENGTH = "length"
    HOST = "host"
    TOPIC = "topic"
    CAPACITY = "capacity"
    KIND = "kind"
    BETWEEN = "between"
    PERSON = "person"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Correction:
    """What the record has instead: the fault, and the rows or the number that are right."""

    fault: Fault
    events: tuple[Event, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    number: Tally | None = None
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """The number that one counting rule gives, and the verdict under it."""

    rule: CountingRule
    tally: Tally
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A claim's verdict with the reading taken, the number under each rule, and what it rests on.

    ``rule`` is the counting rule taken (None where the claim counts nothing) and ``tally`` the
    number under it; ``counts`` has every rule that was looked at: each one admitted, or those up
    to the first that supports a claim on which the others have no bearing. Not Enough Evidence
    without a gap can't be built.
    """

    claim: Claim
    verdict: Verdict
    rule: CountingRule | None = None
    tally: Tally | None = None
    counts: tuple[Count, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    gaps: tuple[Gap, ...] = ()
    correction: Correction | None = None

    def __post_init__(self) -> None:
        if self.verdict is Verdict.NOT_ENOUGH_EVIDENCE and not self.gaps:
            raise ValueError("not enough evidence needs a gap that says what is missing")


_WEAKEST_FIRST = (
    Verdict.REFUTED,
    Verdict.CONFLICTING_EVIDENCE,
    Verdict.NOT_ENOUGH_EVIDENCE,
    Verdict.SUPPORTED,
)


def weakest(verdicts: tuple[Verdict, ...]) -> Verdict:
    """The verdict of a statement from those of its claims, of which there is at least one."""
    return min(verdicts, key=_WEAKEST_FIRST.index)
