"""A check as lines of plain text: each statement, its verdict, and what the verdict rests on."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from summitry.model.citations import Source, SourceId
from summitry.model.claims import Quote
from summitry.model.coverage import Coverage
from summitry.model.events import Encounter, Visit
from summitry.model.findings import Bearing, Evidence, Finding, Verdict, weakest
from summitry.model.names import Names
from summitry.model.people import Tenure
from summitry.model.statements import Document, Silence, Statement
from summitry.telling import dates
from summitry.telling.basis import Basis, cited
from summitry.telling.corrections import correct
from summitry.telling.coverage import covered
from summitry.telling.dates import DateStyle
from summitry.telling.event import describe
from summitry.telling.explain import explain
from summitry.telling.numbers import number
from summitry.telling.spells import terms
from summitry.telling.tell import tell
from summitry.telling.unread import LABEL, why
from summitry.telling.voice import Voice
from summitry.telling.words import capitalised, joined, sentence

WIDTH: Final = 88
"""The columns of a text that is for no terminal."""

NARROWEST: Final = 40
"""Columns below which nothing is wrapped further."""

MOST_EVIDENCE: Final = 3
"""How many rows of evidence are told of one claim before the others are counted."""

_VERDICTS: Final = {
    Verdict.SUPPORTED: "supported",
    Verdict.REFUTED: "refuted",
    Verdict.NOT_ENOUGH_EVIDENCE: "not enough evidence",
    Verdict.CONFLICTING_EVIDENCE: "conflicting evidence",
}


class Role(StrEnum):
    """What a line is, so that a face may colour it."""

    TITLE = "title"
    ABOUT = "about"
    SUMMARY = "summary"
    QUOTE = "quote"
    VERDICT = "verdict"
    UNREAD = "unread"
    CLAIM = "claim"
    BECAUSE = "because"
    CORRECTION = "correction"
    EVIDENCE = "evidence"
    CITATION = "citation"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text, what it is, and of which verdict it speaks (None: of none)."""

    text: str
    role: Role
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement with the findings of its claims, in their order."""

    statement: Statement
    findings: tuple[Finding, ...]

    @property
    def verdict(self) -> Verdict:
        """The weakest of its claims' verdicts."""
        return weakest(tuple(finding.verdict for finding in self.findings))


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A document checked by a record: all that its text needs.

    ``sources`` holds at least the sources that the findings' citations name. ``silences`` are the
    sentences with a word of meeting of which no claim was made.
    """

    document: Document
    basis: Basis
    names: Names
    sources: Mapping[SourceId, Source]
    statements: tuple[Judged, ...]
    silences: tuple[Silence, ...] = ()

    @property
    def refuted(self) -> bool:
        """Whether a statement is refuted."""
        return any(one.verdict is Verdict.REFUTED for one in self.statements)

    def summary(self) -> Mapping[Verdict, int]:
        """The number of statements of each verdict, every verdict included."""
        counts = Counter(one.verdict for one in self.statements)
        return {verdict: counts[verdict] for verdict in Verdict}


def verdict_label(verdict: Verdict) -> str:
    """The verdict in words: "not enough evidence"."""
    return _VERDICTS[verdict]


def lines(
    checked: Checked,
    *,
    style: DateStyle = DateStyle.PLAIN,
    width: int = WIDTH,
    most_evidence: int = MOST_EVIDENCE,
    unread: bool = False,
) -> tuple[Line, ...]:
    """The check as lines of at most ``width`` columns, save for addresses that are longer.

    Of each claim at most so many rows of evidence are told, each with one source, before the
    others are counted. ``unread``: sentences of which no claim was made are told of, with why.
    """
    return wrapped(_lines(checked, _Manner(style, most_evidence, unread)), width)


def wrapped(lines: Iterable[Line], width: int) -> tuple[Line, ...]:
    """The lines in at most ``width`` columns, each indented as its role asks."""
    return tuple(
        replace(line, text=text) for line in lines for text in _wrapped(line, max(width, NARROWEST))
    )


def as_text(checked: Checked, *, style: DateStyle = DateStyle.PLAIN, width: int = WIDTH) -> str:
    """The check as plain text."""
    return "".join(f"{line.text}\n" for line in lines(checked, style=style, width=width))


_INDENTS: Final = {
    Role.CLAIM: "  ",
    Role.BECAUSE: "    ",
    Role.CORRECTION: "    ",
    Role.EVIDENCE: "    - ",
    Role.CITATION: "      ",
}
_BLANK: Final = Line("", Role.BLANK)


def _wrapped(line: Line, width: int) -> list[str]:
    indent = _INDENTS.get(line.role, "")
    return textwrap.wrap(
        line.text,
        width,
        initial_indent=indent,
        subsequent_indent=" " * len(indent),
        break_long_words=False,
        break_on_hyphens=False,
    ) or [""]


@dataclass(frozen=True, slots=True)
class _Manner:
    """How a check is told."""

    style: DateStyle
    most_evidence: int
    unread: bool


def _lines(checked: Checked, manner: _Manner) -> Iterator[Line]:
    document = checked.document
    if document.title:
        yield Line(document.title, Role.TITLE)
    as_of = dates.day(document.as_of, manner.style).rstrip(",")
    yield Line(f"As of {as_of}, by {checked.basis.label}.", Role.ABOUT)
    yield Line(_summary(checked), Role.SUMMARY)
    if manner.unread:
        n = len(checked.silences)
        left = f"{number(n)} sentence{'' if n == 1 else 's'} on meetings or visits not read"
        yield Line(sentence(left), Role.SUMMARY)
    silences = checked.silences if manner.unread else ()
    told: list[Judged | Silence] = [*checked.statements, *silences]
    for one in sorted(told, key=_start):
        yield _BLANK
        if isinstance(one, Silence):
            yield Line(_quoted(one.quote), Role.QUOTE)
            yield Line(LABEL.upper(), Role.UNREAD)
            yield Line(why(one), Role.BECAUSE)
        else:
            yield from _statement(checked, one, manner)


def _start(one: Judged | Silence) -> int:
    return one.quote.start if isinstance(one, Silence) else one.statement.quote.start


def _quoted(quote: Quote) -> str:
    words = " ".join(quote.text.split())
    return f"“{words}”"


def _summary(checked: Checked) -> str:
    total = len(checked.statements)
    counts = joined(
        f"{number(n)} {_VERDICTS[verdict]}" for verdict, n in checked.summary().items() if n
    )
    found = sentence(f"{number(total)} statement{'' if total == 1 else 's'}")
    return found if not total else f"{found[:-1]}: {counts}."


def _statement(checked: Checked, judged: Judged, manner: _Manner) -> Iterator[Line]:
    yield Line(_quoted(judged.statement.quote), Role.QUOTE, judged.verdict)
    yield Line(_VERDICTS[judged.verdict].upper(), Role.VERDICT, judged.verdict)
    alone = len(judged.findings) == 1
    for finding in judged.findings:
        says = tell(finding.claim, checked.names, style=manner.style)
        label = "" if alone else f"{capitalised(_VERDICTS[finding.verdict])}: "
        yield Line(f"{label}{says}", Role.CLAIM, finding.verdict)
        yield from _grounds(checked, finding, manner)


def _grounds(checked: Checked, finding: Finding, manner: _Manner) -> Iterator[Line]:
    because = explain(finding, checked.names, style=manner.style)
    yield Line(because, Role.BECAUSE, finding.verdict)
    correction = correct(finding, checked.names, style=manner.style)
    if correction is not None:
        yield Line(f"Instead: {correction}", Role.CORRECTION, finding.verdict)
    for line in evidence_lines(
        finding.evidence,
        checked.names,
        checked.sources,
        style=manner.style,
        most=manner.most_evidence,
    ):
        yield replace(line, verdict=finding.verdict)


def evidence_lines(
    rows: Sequence[Evidence],
    names: Names,
    sources: Mapping[SourceId, Source],
    *,
    style: DateStyle = DateStyle.PLAIN,
    most: int = MOST_EVIDENCE,
) -> Iterator[Line]:
    """At most so many rows of evidence, each with one source, and how many more there are."""
    told = rows[:most]
    for evidence in told:
        yield Line(_evidence(evidence, names, style), Role.EVIDENCE)
        yield from (Line(text, Role.CITATION) for text in _citations(evidence, sources, style))
    more = len(rows) - len(told)
    if told and more:
        yield Line(f"and {number(more)} more", Role.EVIDENCE)


def _evidence(evidence: Evidence, names: Names, style: DateStyle) -> str:
    what = evidence_label(evidence, names, style=style)
    return f"Perhaps: {what}" if evidence.bearing is Bearing.MAY_COUNT else what


def evidence_label(evidence: Evidence, names: Names, *, style: DateStyle = DateStyle.PLAIN) -> str:
    """A row of evidence in a few words: an event, a time in office, or what the record covers."""
    match evidence.row:
        case Encounter() | Visit() as event:
            return describe(event, names, style=style)
        case Tenure() as tenure:
            voice = Voice(names, style)
            return sentence(f"{voice.person(tenure.person)}: {terms(voice, (tenure,))}")
        case Coverage() as coverage:
            state = "complete" if coverage.complete else "known to lack some"
            return sentence(f"{state}: {covered(coverage, names, style=style)}")


def _citations(
    evidence: Evidence, sources: Mapping[SourceId, Source], style: DateStyle
) -> Iterator[str]:
    """The first source of a row of evidence, and how many others it has."""
    told = dict.fromkeys(
        cited(citation, sources[citation.source], style=style)
        for citation in evidence.citations
        if citation.source in sources
    )
    more = len(told) - 1
    others = f" (and {number(more)} other source{'' if more == 1 else 's'})" if more > 0 else ""
    yield from (f"{text}{others}" for text in list(told)[:1])
