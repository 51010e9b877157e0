"""How well texts of the corpus are read and judged: what was found, what was claimed wrongly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import attrgetter

from summitry.desk.check import check
from summitry.model.claims import Claim, ClaimKind, Quote, kind_of
from summitry.model.findings import Finding, Verdict
from summitry.model.names import Names
from summitry.record.view import View
from tests.reading.gold.labels import Label, Sentence, Text, Which, Wording
from tests.reading.gold.sameness import same
from tests.reading.gold.wording import claims

_SWAPPED = {Verdict.SUPPORTED, Verdict.REFUTED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a label: ``finding`` and ``wording`` are None where it wasn't found."""

    label: Label
    sentence: Sentence
    kind: ClaimKind
    wording: Wording | None = None
    finding: Finding | None = None

    @property
    def asked(self) -> Verdict | None:
        """The verdict that the wording found asks for, if it asks for one."""
        return None if self.wording is None else self.wording.verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """What became of a text's labels, and the claims that no label of their sentence makes.

    ``refuted``: the sentences with such a claim that is refuted, though no label is false.
    """

    text: Text
    outcomes: tuple[Outcome, ...]
    wrong: tuple[tuple[Sentence, Claim], ...]
    refuted: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Numbers of claims that are not optional, and of sentences."""

    claims: int = 0
    found: int = 0
    judged: int = 0
    right: int = 0
    swapped: int = 0
    sentences: int = 0
    wrong: int = 0
    refuted: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            claims=self.claims + other.claims,
            found=self.found + other.found,
            judged=self.judged + other.judged,
            right=self.right + other.right,
            swapped=self.swapped + other.swapped,
            sentences=self.sentences + other.sentences,
            wrong=self.wrong + other.wrong,
            refuted=self.refuted + other.refuted,
        )


def score(texts: Iterable[Text], views: Mapping[Which, View]) -> tuple[Scored, ...]:
    """Read and judge the texts whose record is among the views."""
    names = {which: view.names() for which, view in views.items()}
    return tuple(
        scored(text, views[text.record], names[text.record])
        for text in texts
        if text.record in views
    )


def scored(text: Text, view: View, names: Names) -> Scored:
    """Read and judge one text."""
    read = _by_sentence(text, view)
    outcomes: list[Outcome] = []
    wrong: list[tuple[Sentence, Claim]] = []
    refuted: list[Sentence] = []
    for sentence in text.sentences:
        left = read[sentence.start]
        for label in sorted(sentence.labels, key=attrgetter("optional")):
            outcome = _outcome(label, sentence, left, text, names)
            if not label.optional:
                outcomes.append(outcome)
        wrong += [(sentence, claim) for claim, _ in left]
        if not _is_false(sentence) and any(f.verdict is Verdict.REFUTED for _, f in left):
            refuted.append(sentence)
    return Scored(text=text, outcomes=tuple(outcomes), wrong=tuple(wrong), refuted=tuple(refuted))


def _is_false(sentence: Sentence) -> bool:
    """Whether a label of a sentence is of something false."""
    return any(label.wordings[0].verdict is Verdict.REFUTED for label in sentence.labels)


_Read = list[tuple[Claim, Finding]]


def _by_sentence(text: Text, view: View) -> Mapping[int, _Read]:
    """What was read, by the start of the sentence that its words overlap most."""
    found: defaultdict[int, _Read] = defaultdict(list)
    for judged in check(text.document, view).statements:
        whole = judged.statement.quote
        for claim, finding in zip(judged.statement.claims, judged.findings, strict=True):
            quote = claim.quote or whole
            best = max(
                text.sentences,
                key=lambda sentence, quote=quote, whole=whole: (  # type: ignore[misc]
                    _overlap(sentence, quote),
                    _overlap(sentence, whole),
                ),
            )
            found[best.start].append((claim, finding))
    return found


def _overlap(sentence: Sentence, quote: Quote) -> int:
    return min(sentence.end, quote.end) - max(sentence.start, quote.start)


def _outcome(label: Label, sentence: Sentence, left: _Read, text: Text, names: Names) -> Outcome:
    """What became of a label; the claim that it is found as is taken from those left."""
    wanted = [
        (wording, claim) for wording in label.wordings for claim in claims(wording.text, names)
    ]
    kind = kind_of(wanted[0][1])
    for at, (read, finding) in enumerate(left):
        for wording, claim in wanted:
            if same(read, claim, text.written):
                del left[at]
                return Outcome(
                    label=label, sentence=sentence, kind=kind, wording=wording, finding=finding
                )
    return Outcome(label=label, sentence=sentence, kind=kind)


# --- totals --------------------------------------------------------------------------------------


def total(scores: Iterable[Scored]) -> Tally:
    """The numbers of some texts together."""
    return reduce(Tally.__add__, (_of_text(scored) for scored in scores), Tally())


def by_style(scores: Iterable[Scored]) -> dict[str, Tally]:
    """The numbers by the texts' styles."""
    found: defaultdict[str, Tally] = defaultdict(Tally)
    for one in scores:
        found[one.text.style] += _of_text(one)
    return dict(sorted(found.items()))


def by_kind(scores: Iterable[Scored]) -> dict[ClaimKind, Tally]:
    """The numbers by kinds of claims, of which the sentences are those with a wrong claim."""
    found: defaultdict[ClaimKind, Tally] = defaultdict(Tally)
    for one in scores:
        for outcome in one.outcomes:
            found[outcome.kind] += _of_outcome(outcome)
        for _, claim in one.wrong:
            found[kind_of(claim)] += Tally(wrong=1)
    return dict(sorted(found.items()))


def _of_text(scored: Scored) -> Tally:
    sentences = Tally(
        sentences=len(scored.text.sentences),
        wrong=len({sentence.start for sentence, _ in scored.wrong}),
        refuted=len(scored.refuted),
    )
    return reduce(Tally.__add__, map(_of_outcome, scored.outcomes), sentences)


def _of_outcome(outcome: Outcome) -> Tally:
    if outcome.finding is None:
        return Tally(claims=1)
    if outcome.asked is None:
        return Tally(claims=1, found=1)
    verdict = outcome.finding.verdict
    return Tally(
        claims=1,
        found=1,
        judged=1,
        right=int(verdict is outcome.asked),
        swapped=int({verdict, outcome.asked} == _SWAPPED),
    )


def misses(scores: Iterable[Scored]) -> Iterator[tuple[Text, int, str, Sentence]]:
    """What went wrong: the text, the line, what, and the sentence."""
    # The lines are the notation's own, so that a miss can be held against its label.
    from tests.reading.notation import short  # noqa: PLC0415

    for one in scores:
        for outcome in one.outcomes:
            label, said = outcome.label, outcome.label.wordings[0]
            if outcome.finding is None:
                what = f"not found: {said.sign} {said.text}"
                yield one.text, label.line, what, outcome.sentence
            elif outcome.asked not in {None, outcome.finding.verdict} and outcome.wording:
                what = f"{outcome.finding.verdict}: {outcome.wording.sign} {outcome.wording.text}"
                yield one.text, label.line, what, outcome.sentence
        for sentence, claim in one.wrong:
            yield one.text, sentence.line, f"wrongly claimed: {short(claim)}", sentence
