"""Reviews of claims: what schema.org defines, each verdict rated as far as it has an order."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any, Final

import pytest

from summitry.model.findings import Gap, Lack, Verdict
from summitry.model.statements import Document
from summitry.telling.check import Checked, Judged
from summitry.telling.exports.claimreview import BEST, WORST, Publication, claimreview
from summitry.telling.tell import tell
from tests.telling.exports.schema_org import faults
from tests.telling.small_history import CHECKED, TEXT

HOSTILE: Final = "</script><script>alert(1)</script> & more"
PUBLISHED: Final = date(2025, 9, 1)
FULL: Final = Publication(
    published=PUBLISHED,
    author="The Desk",
    page="https://example.org/check",
    text="https://example.com/article",
)
DATED: Final = replace(
    CHECKED,
    document=Document(
        text=TEXT, as_of=date(2025, 8, 16), title="A page", published=date(2025, 8, 16)
    ),
)


def reviews(checked: Checked = DATED, publication: Publication = FULL) -> list[dict[str, Any]]:
    document = json.loads(claimreview(checked, publication))
    assert document["@context"] == "https://schema.org"
    graph: list[dict[str, Any]] = document["@graph"]
    return graph


def judged(verdict: Verdict) -> Checked:
    """A check of one claim, which came out so."""
    one = CHECKED.statements[0]
    gaps = (Gap(Lack.VAGUE),)
    finding = replace(one.findings[0], verdict=verdict, gaps=gaps)
    return replace(CHECKED, statements=(Judged(one.statement, (finding,)),))


@pytest.mark.parametrize("publication", [FULL, Publication(published=PUBLISHED)])
@pytest.mark.parametrize("checked", [DATED, CHECKED], ids=["dated", "undated"])
def test_schema_org_defines_every_type_property_and_value(
    checked: Checked, publication: Publication
) -> None:
    for review in reviews(checked, publication):
        assert list(faults(review)) == []


@pytest.mark.parametrize(
    "odd",
    [
        {"@type": "ClaimRevue"},
        {"@type": "Rating", "claimReviewed": "that they met"},
        {"@type": "ClaimReview", "verdict": "refuted"},
        {"@type": "ClaimReview", "url": "somewhere"},
        {"@type": "ClaimReview", "datePublished": "June"},
        {"@type": "ClaimReview", "author": "The Desk"},
        {"@type": "ClaimReview", "reviewRating": {"@type": "Organization"}},
    ],
)
def test_what_schema_org_does_not_define_is_found(odd: dict[str, Any]) -> None:
    assert len(list(faults(odd))) == 1


def test_each_claim_has_a_review_with_what_search_engines_ask_for() -> None:
    found = reviews()
    findings = [
        (n, one, finding) for n, one in enumerate(DATED.statements, 1) for finding in one.findings
    ]
    assert len(found) == len(findings) == 4
    for review, (number, one, finding) in zip(found, findings, strict=True):
        assert review["claimReviewed"] == tell(finding.claim, DATED.names)
        assert review["url"] == f"https://example.org/check#card-{number}"
        assert review["author"]["name"] == "The Desk"
        assert review["datePublished"] == "2025-09-01"
        assert review["reviewRating"]["alternateName"]
        item = review["itemReviewed"]
        assert item["text"] == " ".join(one.statement.quote.text.split())
        assert item["datePublished"] == "2025-08-16"
        assert item["appearance"] == {
            "@type": "CreativeWork",
            "name": "A page",
            "url": "https://example.com/article",
            "datePublished": "2025-08-16",
        }


def test_what_is_not_known_is_left_out() -> None:
    text = replace(CHECKED, document=Document(text=TEXT, as_of=date(2025, 8, 16)))
    for review in reviews(text, Publication(published=PUBLISHED)):
        assert {"url", "author"}.isdisjoint(review)
        assert set(review["itemReviewed"]) == {"@type", "text"}


@pytest.mark.parametrize(
    ("verdict", "words", "value"),
    [
        (Verdict.SUPPORTED, "Supported", BEST),
        (Verdict.REFUTED, "Refuted", WORST),
        (Verdict.NOT_ENOUGH_EVIDENCE, "Not enough evidence", None),
        (Verdict.CONFLICTING_EVIDENCE, "Conflicting evidence", None),
    ],
)
def test_a_verdict_without_an_order_has_no_number(
    verdict: Verdict, words: str, value: int | None
) -> None:
    (review,) = reviews(judged(verdict))
    rating = review["reviewRating"]
    assert rating["alternateName"] == words
    if value is None:
        assert set(rating) == {"@type", "alternateName"}
    else:
        ends = (rating["ratingValue"], rating["bestRating"], rating["worstRating"])
        assert ends == (value, BEST, WORST)


def test_a_refuted_claim_says_what_is_right() -> None:
    (refuted,) = (one for one in reviews() if one["reviewRating"].get("ratingValue") == WORST)
    assert "Instead: " in refuted["reviewBody"]
    assert "Geneva" in refuted["reviewBody"]
    assert refuted["citation"]


def test_it_may_stand_in_the_script_of_a_page() -> None:
    hostile = replace(DATED, document=replace(DATED.document, title=HOSTILE))
    text = claimreview(hostile, FULL)
    assert "<" not in text
    assert reviews(hostile)[0]["itemReviewed"]["appearance"]["name"] == HOSTILE
