"""A check as a page of HTML: the document's text, its statements marked, their findings beside.

The page stands alone: it loads nothing, runs nothing, and follows the reader's light or dark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from summitry.model.citations import Citation
from summitry.model.claims import Quote
from summitry.model.findings import Bearing, Evidence, Finding
from summitry.telling import dates
from summitry.telling.basis import source_label
from summitry.telling.check import MOST_EVIDENCE, Checked, Judged, evidence_label, verdict_label
from summitry.telling.corrections import correct
from summitry.telling.dates import DateStyle
from summitry.telling.explain import explain
from summitry.telling.numbers import number
from summitry.telling.policy import hashed
from summitry.telling.tell import tell
from summitry.telling.unread import LABEL, why
from summitry.telling.words import capitalised

_GAP: Final = re.compile(r"\n(?:[^\S\n]*\n)+|\n(?=[^\S\n]*(?:[-•*]|\d{1,3}[.)])\s)")
_LINE_END: Final = re.compile(r"\n+")
_WRAPPED: Final = 100
"""A text with a longer line than this has a paragraph to a line."""
_SIGN: Final = re.compile(r"#{1,6} +")
_WEB: Final = ("http://", "https://")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cited:
    """A source in words, and its address; "" if it has none of the web."""

    label: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A row of evidence and its sources."""

    what: str
    sources: tuple[_Cited, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claim:
    """A claim told, and what its verdict rests on; ``more`` rows of evidence are not shown."""

    verdict: str
    says: str
    because: str
    correction: str | None
    rows: tuple[_Row, ...]
    more: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Card:
    """A statement's verdict, as the page's style and its reader know it, and its claims.

    ``name`` is its own on the page; ``why``: of a sentence that was not read, which has none.
    """

    name: str
    style: str
    verdict: str
    claims: tuple[_Claim, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A part of a block: the words of a statement, with its card, or words between statements.

    ``last``: the statement ends with it.
    """

    text: str
    card: _Card | None = None
    last: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """A block of the text; ``level``: of a heading, else 0. ``sign`` is the heading's mark."""

    level: int
    sign: str
    parts: tuple[_Part, ...]

    @property
    def cards(self) -> tuple[_Card, ...]:
        """Those of the statements that end in the block."""
        return tuple(part.card for part in self.parts if part.card is not None and part.last)


def as_html(
    checked: Checked,
    *,
    style: DateStyle = DateStyle.PLAIN,
    most_evidence: int = MOST_EVIDENCE,
    unread: bool = False,
) -> str:
    """The check as one page of HTML; its blocks have the words of the document, sign for sign.

    ``unread``: sentences of which no claim was made are marked, too, and it is told why.
    """
    setter = _Setter(checked, style, most_evidence, unread)
    template = _templates().get_template("check.html.j2")
    return template.render(
        title=checked.document.title or "A text, checked",
        published=setter.day(checked.document.published),
        as_of=setter.day(checked.document.as_of),
        record=checked.basis.label,
        total=len(checked.statements),
        counts=counts_of(checked),
        blocks=tuple(setter.blocks()),
    )


def counts_of(checked: Checked) -> tuple[tuple[str, str, int], ...]:
    """How many statements have each verdict, with its style and its label."""
    summary = checked.summary().items()
    return tuple((verdict.value, verdict_label(verdict), n) for verdict, n in summary if n)


def blocks_of(checked: Checked, style: DateStyle) -> tuple[object, ...]:
    """The blocks of the text for the template that marks them, without what was not read."""
    return tuple(_Setter(checked, style, MOST_EVIDENCE, unread=False).blocks())


@cache
def _templates() -> Environment:
    made = Environment(
        loader=PackageLoader("summitry.telling", "templates"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["hashed"] = hashed
    return made


@dataclass(frozen=True, slots=True)
class _Setter:
    checked: Checked
    style: DateStyle
    most_evidence: int
    unread: bool

    def day(self, day: date | None) -> str:
        return "" if day is None else dates.day(day, self.style).rstrip(",")

    def blocks(self) -> Iterator[_Block]:
        """The blocks of the text: its paragraphs, headings and items of lists."""
        text = self.checked.document.text
        long = any(len(line) > _WRAPPED for line in text.splitlines())
        gaps = [gap.span() for gap in (_LINE_END if long else _GAP).finditer(text)]
        cards = sorted(self.cards(), key=lambda card: card[0].start)
        start = 0
        for end, after in (*gaps, (len(text), len(text))):
            if text[start:end].strip():
                sign = _SIGN.match(text, start, end)
                begin = start if sign is None else sign.end()
                yield _Block(
                    level=0 if sign is None else sign.group().count("#"),
                    sign=text[start:begin],
                    parts=tuple(_parts(text, begin, end, cards)),
                )
            start = after

    def cards(self) -> Iterator[tuple[Quote, _Card]]:
        """The words of each statement, and of each sentence that was not read, with its card."""
        for n, judged in enumerate(self.checked.statements, 1):
            yield judged.statement.quote, self.card(n, judged)
        for n, silence in enumerate(self.checked.silences if self.unread else (), 1):
            card = _Card(name=f"unread-{n}", style="unread", verdict=LABEL, why=why(silence))
            yield silence.quote, card

    def card(self, at: int, judged: Judged) -> _Card:
        return _Card(
            name=str(at),
            style=judged.verdict.value,
            verdict=verdict_label(judged.verdict),
            claims=tuple(map(self.claim, judged.findings)),
        )

    def claim(self, finding: Finding) -> _Claim:
        names = self.checked.names
        shown = finding.evidence[: self.most_evidence]
        more = len(finding.evidence) - len(shown)
        return _Claim(
            verdict=verdict_label(finding.verdict),
            says=tell(finding.claim, names, style=self.style),
            because=explain(finding, names, style=self.style),
            correction=correct(finding, names, style=self.style),
            rows=tuple(map(self.row, shown)),
            more=f"and {number(more)} more" if shown and more else "",
        )

    def row(self, evidence: Evidence) -> _Row:
        what = evidence_label(evidence, self.checked.names, style=self.style)
        perhaps = evidence.bearing is Bearing.MAY_COUNT
        cited = (self.cited(citation) for citation in evidence.citations)
        return _Row(
            what=f"Perhaps: {what}" if perhaps else capitalised(what),
            sources=tuple(dict.fromkeys(one for one in cited if one is not None)),
        )

    def cited(self, citation: Citation) -> _Cited | None:
        """The source that is cited; None if it isn't known."""
        source = self.checked.sources.get(citation.source)
        if source is None:
            return None
        label = source_label(source, locator=citation.locator, style=self.style)
        return _Cited(label=label, url=source.url if source.url.startswith(_WEB) else "")


def _parts(
    text: str, start: int, end: int, cards: Sequence[tuple[Quote, _Card]]
) -> Iterator[_Part]:
    """The words from ``start`` to ``end`` as they belong to statements or to none, in order."""
    at = start
    for quote, card in cards:
        begin, stop = max(at, quote.start), min(end, quote.end)
        if begin >= stop:
            continue
        if at < begin:
            yield _Part(text=text[at:begin])
        yield _Part(text=text[begin:stop], card=card, last=stop == quote.end)
        at = stop
    if at < end:
        yield _Part(text=text[at:end])
