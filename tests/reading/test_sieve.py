"""Reading through the sieve finds what reading every sentence finds."""

from __future__ import annotations

from datetime import date
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.archive import archive
from summitry.model.statements import Document, Reading
from summitry.reading.clauses.pairs import UNKNOWN
from summitry.reading.company import UNNAMED
from summitry.reading.mentions.gazetteer import gazetteer
from summitry.reading.read import Reader
from summitry.reading.sieve import HOLDING, MEETING, OFFICE, PERSON, REFERENCE, SPEAKING, Sieve
from summitry.record.open import open_record
from tests.reading.gold.labels import corpus
from tests.reading.unsieved import unsieved

SEED = Path(__file__).parents[2] / "examples/history-of-interactions.txt"
NAMES = open_record().names()
SIEVE = Sieve(gazetteer(NAMES))
SIEVED = Reader(NAMES)
WHOLE = unsieved(NAMES)


LACKING = (UNNAMED, UNKNOWN)


def assert_same(sieved: Reading, whole: Reading) -> None:
    assert sieved.statements == whole.statements
    reasons = {silence.quote: silence.reason for silence in whole.silences}
    for silence in sieved.silences:
        if silence.reason not in LACKING:
            assert reasons[silence.quote] == silence.reason


# --- what is found ------------------------------------------------------------------------------

OPEN_TEXTS = [text.document for text in corpus() if not text.held_out]
SEED_PAGE = Document(text=SEED.read_text("utf-8"), as_of=date(2025, 8, 16))
PARTS = [
    part
    for document in (*OPEN_TEXTS, SEED_PAGE, *islice(archive("politics"), 20))
    for part in document.text.split("\n")
    if part
]


def read_alike(documents: list[Document]) -> None:
    for sieved, whole in zip(SIEVED.read_all(documents), WHOLE.read_all(documents), strict=True):
        assert_same(sieved, whole)


def test_the_gold_corpus_is_read_alike() -> None:
    read_alike([*OPEN_TEXTS, SEED_PAGE])


def test_some_of_the_archive_is_read_alike() -> None:
    """``make bench`` reads all of it both ways."""
    read_alike([*list(archive())[::50], *islice(archive("politics"), 10)])


SET = [
    ("", ""), (" ", "  "), (" ", "\n   "), (" ", "\u00a0"), (" ", "\u2009"), ("'", "’"), ("e", "é"),
    ("u", "ü"), ("i", "i\u0301"), (" ", "\ue000"), ("-", "\u2011"), (" ", "\r\n"), ("I", "\u0130"),
    ("i", "\u0131"), ("s", "\u017f"), ("k", "\u212a"),
]  # fmt: skip
"""What a text may be set with in the place of plain signs."""


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from(PARTS), min_size=1, max_size=8),
    st.sampled_from(["\n\n", "\n", " ", "\n- "]),
    st.sampled_from(SET),
    st.sampled_from(["", "Putin and Biden", "The Kremlin"]),
)
def test_parts_in_any_order_are_read_alike(
    parts: list[str], joint: str, sign: tuple[str, str], title: str
) -> None:
    text = joint.join(parts).replace(*sign)
    read_alike([Document(text=text, title=title, as_of=date(2025, 8, 16))])


@pytest.mark.parametrize("sign", SET)
def test_times_that_count_from_others_are_read_alike(sign: tuple[str, str]) -> None:
    text = (
        "Reagan met Gorbachev in Geneva in 1985. They spoke on New Year's Eve. It was cold.\n\n"
        "Bush saw Gorbachev in Malta in 1989. In June the two met in Washington."
    )
    read_alike([Document(text=text.replace(*sign), as_of=SEED_PAGE.as_of)])


def test_documents_are_read_together_as_alone() -> None:
    documents = [SEED_PAGE, *OPEN_TEXTS[:5], Document(text="", as_of=SEED_PAGE.as_of)] * 2
    assert list(SIEVED.read_all(documents)) == [SIEVED.read(document) for document in documents]


# --- signs --------------------------------------------------------------------------------------

HAS = [
    ("Putin met Biden.", PERSON | MEETING),
    ("The ford was crossed.", 0),
    ("He ate.", REFERENCE),
    ("The heather is a helmet's metre.", 0),
    ("The Russian\n  president was elected.", OFFICE | HOLDING),
    ("They shook\u2009hands.", REFERENCE | MEETING),
    ("A tête-à-tête", MEETING),
    ("Vladímir Pútin", PERSON),
    ("Mikhail\ue000Gorbachev’s hat", PERSON),
]


@pytest.mark.parametrize(("text", "signs"), HAS)
def test_signs_are_found_however_a_text_is_set(text: str, signs: int) -> None:
    before = "It rained in Ohio. "
    found = SIEVE.over(f"{before}{text} It rained.")
    assert found.within(len(before), len(before) + len(text)) == signs
    assert found.within(0, len(before)) == 0


def test_where_no_word_speaks_nothing_is_looked_at() -> None:
    assert not SIEVE.over("Putin ate.\n\nIt rained.").may_have(SPEAKING)
    assert SIEVE.over("Putin met him.\n\nIt rained.").may_have(SPEAKING)
