"""schema.org ClaimReview in JSON-LD: each claim of a checked text with its verdict.

A verdict that has an order is a number as well as words: what is supported stands at the best end
of the scale that Google's search knows (5), what is refuted at its worst (1). The two others are
words alone: a number between the ends would call half true what the record can't decide.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from summitry.model.findings import Finding, Verdict
from summitry.telling.check import Checked, Judged, verdict_label
from summitry.telling.corrections import correct
from summitry.telling.dates import DateStyle
from summitry.telling.explain import explain
from summitry.telling.exports.jsonld import CONTEXT, embedded, known, work
from summitry.telling.tell import tell
from summitry.telling.words import capitalised

Json = dict[str, Any]

BEST: Final = 5
WORST: Final = 1

_RATINGS: Final = {Verdict.SUPPORTED: BEST, Verdict.REFUTED: WORST}


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """Who publishes the reviews, on which page and day, and where the text that they are of is.

    What is empty is left out. The page is that of ``check --format html``: each review is linked to
    its statement there.
    """

    published: date
    author: str = ""
    page: str = ""
    text: str = ""


def claimreview(
    checked: Checked, publication: Publication, *, style: DateStyle = DateStyle.PLAIN
) -> str:
    """A graph of the reviews, in the order of the text; it may stand in a page's script."""
    reviews = _Reviews(checked, publication, style).all()
    return embedded({"@context": CONTEXT, "@graph": list(reviews)}, indent=2) + "\n"


@dataclass(frozen=True, slots=True)
class _Reviews:
    checked: Checked
    publication: Publication
    style: DateStyle

    def all(self) -> Iterator[Json]:
        for number, judged in enumerate(self.checked.statements, 1):
            for finding in judged.findings:
                yield self.review(number, judged, finding)

    def review(self, number: int, judged: Judged, finding: Finding) -> Json:
        page, author = self.publication.page, self.publication.author
        return known(
            {
                "@type": "ClaimReview",
                "url": page and f"{page.partition('#')[0]}#card-{number}",
                "datePublished": self.publication.published.isoformat(),
                "author": author and {"@type": "Organization", "name": author},
                "claimReviewed": tell(finding.claim, self.checked.names, style=self.style),
                "itemReviewed": self.claim(judged),
                "reviewRating": self.rating(finding),
                "reviewBody": self.body(finding),
                "citation": self.cited(finding),
                "isBasedOn": {
                    "@type": "Dataset",
                    "name": self.checked.basis.title,
                    "version": self.checked.basis.version,
                },
            }
        )

    def claim(self, judged: Judged) -> Json:
        """The sentence as it stands in the text, and the text."""
        document = self.checked.document
        published = None if document.published is None else document.published.isoformat()
        appearance = known(
            {"name": document.title, "url": self.publication.text, "datePublished": published}
        )
        return known(
            {
                "@type": "Claim",
                "text": " ".join(judged.statement.quote.text.split()),
                "datePublished": published,
                "appearance": {"@type": "CreativeWork", **appearance} if appearance else None,
            }
        )

    def rating(self, finding: Finding) -> Json:
        label = capitalised(verdict_label(finding.verdict))
        value = _RATINGS.get(finding.verdict)
        if value is None:
            return {"@type": "Rating", "alternateName": label}
        scale = {"ratingValue": value, "bestRating": BEST, "worstRating": WORST}
        return {"@type": "Rating", "alternateName": label, **scale}

    def body(self, finding: Finding) -> str:
        """Why, and what the record has instead."""
        names = self.checked.names
        instead = correct(finding, names, style=self.style)
        because = explain(finding, names, style=self.style)
        return because if instead is None else f"{because} Instead: {instead}"

    def cited(self, finding: Finding) -> list[Json]:
        """The sources of the evidence, each once."""
        sources = (
            self.checked.sources.get(citation.source)
            for evidence in finding.evidence
            for citation in evidence.citations
        )
        return [work(source) for source in dict.fromkeys(s for s in sources if s is not None)]
