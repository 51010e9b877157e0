"""The labels held against the record: whether each sign is the verdict on the claim as labelled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from summitry.desk.facts import rules_of
from summitry.lexicon.tables import admitted
from summitry.model.claims import (
    Claim,
    Detail,
    FirstSince,
    Held,
    HowMany,
    NoneSince,
    RuleId,
    TookPlace,
    WhichOne,
    Who,
)
from summitry.model.events import EventKind, Mode
from summitry.model.findings import Verdict
from summitry.model.names import Names
from summitry.reckoning import Frame, evaluate_in
from summitry.record.view import View
from tests.reading.gold.labels import Label, LabelError, Text, Wording
from tests.reading.gold.wording import claims
from tests.reading.notation import short


def unreadable(texts: Iterable[Text], names: Names) -> Iterator[str]:
    """The wordings that can't be read with the names of the texts' record, each with where."""
    for text in texts:
        for label in (label for sentence in text.sentences for label in sentence.labels):
            for wording in label.wordings:
                try:
                    claims(wording.text, names)
                except LabelError as problem:
                    yield f"{text.name}:{label.line}: {problem}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A claim that a wording stands for, on which the verdict is another than its sign."""

    text: Text
    label: Label
    wording: Wording
    claim: str
    verdict: Verdict


def doubts(texts: Iterable[Text], view: View) -> Iterator[Doubt]:
    """The claims of these labels on which the record's verdict is another than the sign."""
    frame_of = cache(lambda day: Frame.of(view, day))
    for text in texts:
        frame = frame_of(text.written)
        for label in (label for sentence in text.sentences for label in sentence.labels):
            for wording in label.wordings:
                for claim in _ends(wording, frame.names):
                    ruled = replace(claim, rules=claim.rules or usual_rules(claim))
                    verdict = evaluate_in(frame, ruled, rules_of(ruled)).verdict
                    if wording.verdict not in {None, verdict}:
                        yield Doubt(
                            text=text,
                            label=label,
                            wording=wording,
                            claim=short(claim),
                            verdict=verdict,
                        )


def usual_rules(claim: Claim) -> tuple[RuleId, ...]:
    """The counting rules that such a claim's words admit where they say nothing else."""
    if isinstance(claim, TookPlace | Held | Detail):
        return ()
    if isinstance(claim, Who):
        return admitted("who")
    selection = claim.selection
    if selection.kind is EventKind.VISIT:
        return admitted("visit-of-all" if _is_of_all(claim) else "visit")
    if selection.modes != {Mode.IN_PERSON}:
        return admitted("negative" if _is_of_all(claim) else "remote")
    if isinstance(claim, WhichOne) and claim.position in {1, -1}:
        return admitted("first")
    return admitted("negative" if _is_of_all(claim) else "meeting")


def _is_of_all(claim: FirstSince | NoneSince | HowMany | WhichOne) -> bool:
    if isinstance(claim, HowMany):
        return claim.number.most == 0
    return not isinstance(claim, WhichOne) or claim.position in {1, -1}


def _ends(wording: Wording, names: Names) -> tuple[Claim, ...]:
    """The fullest and the barest claim of a wording; none where it can't be read."""
    try:
        fullest, *others = claims(wording.text, names)
    except LabelError:
        return ()
    return (fullest, *others[-1:])
