"""A claim's finding: its truth under each rule that its words admit, and what it rests on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final, assert_never

from summitry.model.bounds import Bounds
from summitry.model.citations import Citation
from summitry.model.claims import (
    Claim,
    Detail,
    FirstSince,
    Held,
    HowMany,
    NoneSince,
    TookPlace,
    WhichOne,
    Who,
)
from summitry.model.coverage import Coverage
from summitry.model.events import Encounter, Event, Visit
from summitry.model.findings import Bearing, Count, Evidence, Finding, Gap, Lack, Verdict
from summitry.model.people import Tenure
from summitry.model.rules import CountingRule, Standing
from summitry.model.truth import Truth
from summitry.reckoning.asked import NO_RULE
from summitry.reckoning.counting import detail, how_many, took_place
from summitry.reckoning.frame import Frame
from summitry.reckoning.gather import WHOLE
from summitry.reckoning.holding import held
from summitry.reckoning.outcome import Outcome
from summitry.reckoning.ranking import which_one
from summitry.reckoning.roster import who
from summitry.reckoning.since import first_since, none_since
from summitry.record.view import View

_KINDS: Final[dict[type[Claim], Callable[[Any, CountingRule, Frame], Outcome]]] = {
    TookPlace: took_place,
    HowMany: how_many,
    WhichOne: which_one,
    FirstSince: first_since,
    NoneSince: none_since,
    Who: who,
    Held: held,
    Detail: detail,
}


def evaluate(
    claim: Claim, view: View, *, as_of: date, rules: Sequence[CountingRule] = ()
) -> Finding:
    """Judge a claim by a record as of a day, under the counting rules that its words admit.

    ``rules`` are the rules named in ``claim.rules``, in that order; without any, nothing is
    narrowed and each event is one. The verdict is that of ``docs/meaning.md``.
    """
    return evaluate_in(Frame.of(view, as_of), claim, rules)


def evaluate_in(frame: Frame, claim: Claim, rules: Sequence[CountingRule] = ()) -> Finding:
    """The same in a frame, which serves many claims on one record as of one day."""
    judged = _widest_first(claim, list(_judged(claim, rules or (NO_RULE,), frame)))
    verdict = over_rules([one.verdict for one in judged])
    between = verdict is Verdict.REFUTED and _is_between_rules(claim, judged)
    if between:
        verdict = Verdict.NOT_ENOUGH_EVIDENCE
    taken = next((one for one in judged if one.verdict is verdict), judged[0])
    counts = tuple(
        Count(one.rule, one.outcome.tally, one.verdict)
        for one in judged
        if one.outcome.tally is not None and one.rule is not NO_RULE
    )
    return Finding(
        claim=claim,
        verdict=verdict,
        rule=None if taken.rule is NO_RULE else taken.rule,
        tally=taken.outcome.tally,
        counts=counts,
        evidence=_evidence(taken.outcome, verdict, frame),
        gaps=(Gap(Lack.RULE),) if between else _gaps(taken) if verdict in _OPEN else (),
        correction=taken.outcome.correction if verdict is Verdict.REFUTED else None,
    )


_OPEN: Final = (Verdict.NOT_ENOUGH_EVIDENCE, Verdict.CONFLICTING_EVIDENCE)


@dataclass(frozen=True, slots=True)
class _Judged:
    rule: CountingRule
    verdict: Verdict
    outcome: Outcome


def _judged(claim: Claim, rules: Sequence[CountingRule], frame: Frame) -> Iterator[_Judged]:
    """The claim under each rule; up to the first that supports it, where others tell no more."""
    each = isinstance(claim, HowMany | WhichOne) or _is_of_all(claim)
    for rule in rules:
        one = _judge(claim, rule, frame)
        yield one
        if one.verdict is Verdict.SUPPORTED and not each:
            return


def _judge(claim: Claim, rule: CountingRule, frame: Frame) -> _Judged:
    reckon = _KINDS[type(claim)]
    outcome = reckon(claim, rule, frame)
    match outcome.truth:
        case Truth.TRUE:
            return _Judged(rule, Verdict.SUPPORTED, outcome)
        case Truth.FALSE:
            return _Judged(rule, Verdict.REFUTED, outcome)
        case Truth.UNKNOWN:
            disputed = any(gap.lack is Lack.DISPUTE for gap in outcome.gaps)
            settled = disputed and any(
                reckon(claim, rule, frame.supposing(truth)).truth is not Truth.UNKNOWN
                for truth in (Truth.TRUE, Truth.FALSE)
            )
            verdict = Verdict.CONFLICTING_EVIDENCE if settled else Verdict.NOT_ENOUGH_EVIDENCE
            return _Judged(rule, verdict, outcome)
        case _:
            assert_never(outcome.truth)


def over_rules(verdicts: Sequence[Verdict]) -> Verdict:
    """The verdict over all rules that a claim's words admit, from those under each."""
    if Verdict.SUPPORTED in verdicts:
        return Verdict.SUPPORTED
    if all(verdict is Verdict.REFUTED for verdict in verdicts):
        return Verdict.REFUTED
    if Verdict.CONFLICTING_EVIDENCE in verdicts:
        return Verdict.CONFLICTING_EVIDENCE
    return Verdict.NOT_ENOUGH_EVIDENCE


def _widest_first(claim: Claim, judged: list[_Judged]) -> list[_Judged]:
    """The claim under each rule, a wider standing overruling a narrower one that supports it.

    "Never", "first" and "last" without a capacity are of every capacity. That the record may only
    be complete for those in office admits the narrower standing where the wider one is open for
    want of coverage, not where it knows better, or has an event of which it doesn't know enough.
    """
    if not _is_of_all(claim):
        return judged
    return [_overruled(one, judged) for one in judged]


def _is_of_all(claim: Claim) -> bool:
    match claim:
        case HowMany(number=number):
            return number.most == 0
        case WhichOne(position=position):
            return abs(position) == 1
        case FirstSince() | NoneSince():
            return True
        case _:
            return False


def _overruled(one: _Judged, judged: list[_Judged]) -> _Judged:
    """What it comes to by the wider standings; itself where none has anything against it."""
    if one.verdict is not Verdict.SUPPORTED:
        return one
    wider = [
        other
        for other in judged
        if _STANDINGS.index(other.rule.standing) < _STANDINGS.index(one.rule.standing)
        and other.rule.lets_in == one.rule.lets_in
    ]
    if any(other.verdict is Verdict.REFUTED for other in wider):
        return replace(one, verdict=Verdict.REFUTED)
    doubting = next((other for other in wider if _knows_too_little(other)), None)
    if doubting is None:
        return one
    open_for = replace(one.outcome, gaps=doubting.outcome.gaps, maybe=doubting.outcome.maybe)
    return replace(one, verdict=doubting.verdict, outcome=open_for)


def _knows_too_little(judged: _Judged) -> bool:
    """Whether more than want of coverage keeps it open."""
    return judged.verdict in _OPEN and {gap.lack for gap in _gaps(judged)} != {Lack.COVERAGE}


_STANDINGS: Final = (Standing.ANY, Standing.IN_OFFICE, Standing.LEADING, Standing.PRESIDENT)
"""The standings from the widest to the narrowest."""


def _is_between_rules(claim: Claim, judged: Sequence[_Judged]) -> bool:
    """Whether the number asked about lies between those that two of the rules give.

    The table's rules are not all that people count by: one between two of them may give it.
    """
    wanted = _number_asked(claim)
    tallies = [one.outcome.tally for one in judged if one.outcome.tally is not None]
    if wanted is None or len(tallies) < 2 or _is_of_all(claim):
        return False
    most = [tally.possibly for tally in tallies if tally.possibly is not None]
    least = min(tally.surely for tally in tallies)
    given = Bounds(least, max(most) if len(most) == len(tallies) else None)
    return given.within(wanted).possibly()


def _number_asked(claim: Claim) -> Bounds | None:
    match claim:
        case HowMany(number=number):
            return number
        case WhichOne(position=position):
            return Bounds.exactly(abs(position))
        case _:
            return None


def _gaps(taken: _Judged) -> tuple[Gap, ...]:
    """What is missing, in a fixed order; the words' own vagueness where nothing else is."""
    gaps = taken.outcome.gaps or {Gap(Lack.VAGUE)}
    return tuple(
        sorted(gaps, key=lambda g: (g.lack, g.event or "", () if g.days is None else g.days.spans))
    )


Row = Event | Tenure | Coverage
_Key = tuple[str, str]
_CITATIONS: Final = "citations"

_TABLES: Final[dict[type[Row], str]] = {
    Encounter: "encounters",
    Visit: "visits",
    Tenure: "tenures",
    Coverage: "coverage",
}


def _evidence(outcome: Outcome, verdict: Verdict, frame: Frame) -> tuple[Evidence, ...]:
    """The rows that the finding rests on, each once, by the nearest of its bearings."""
    correction = outcome.correction if verdict is Verdict.REFUTED else None
    bearings: dict[Bearing, Sequence[Row]] = {
        Bearing.COUNTS: outcome.counts,
        Bearing.INSTEAD: () if correction is None else correction.events,
        Bearing.MAY_COUNT: outcome.maybe if verdict in _OPEN else (),
        Bearing.CONTEXT: outcome.context,
    }
    borne: dict[_Key, tuple[Row, Bearing]] = {}
    for bearing, rows in bearings.items():
        for row in rows:
            borne.setdefault((_TABLES[type(row)], row.id), (row, bearing))
    cited = _cited(borne, frame)
    return tuple(
        Evidence(_whole(row, frame), bearing, cited[key]) for key, (row, bearing) in borne.items()
    )


def _whole(row: Row, frame: Frame) -> Row:
    """The row as recorded: an event was reckoned with its days up to the as-of day."""
    if isinstance(row, Tenure | Coverage):
        return row
    return frame.once((WHOLE, row.id), lambda: frame.view.event(row.id) or row)


def _cited(rows: Collection[_Key], frame: Frame) -> Mapping[_Key, tuple[Citation, ...]]:
    """The citations of rows, asked for together."""
    found: dict[_Key, tuple[Citation, ...]] = {}
    lacking: defaultdict[str, list[str]] = defaultdict(list)
    for table, id in rows:
        known = frame.known.get((_CITATIONS, table, id))
        if known is None:
            lacking[table].append(id)
        else:
            found[table, id] = known
    for table, ids in lacking.items():
        for id, citations in frame.view.cited(table, ids).items():
            found[table, id] = frame.remember((_CITATIONS, table, id), citations)
    return found
