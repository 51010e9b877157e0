from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from summitry.model.claims import Claim
from summitry.model.names import Names
from summitry.record.open import open_record
from summitry.record.view import View
from tests.reading.gold.floors import Floors
from tests.reading.gold.labels import CORPUS, LabelError, Text, Which, corpus, load
from tests.reading.gold.reckoned import doubts, unreadable
from tests.reading.gold.records import HAS_LISTS, views
from tests.reading.gold.sameness import same
from tests.reading.gold.score import Scored, Tally, scored, total
from tests.reading.gold.wording import claims

FLOORS = Floors.load()
TABLE = tomllib.loads((CORPUS.parent / "doubts.toml").read_text("utf-8"))
DOUBTED = {(text, wording) for text, wording, _ in TABLE["doubts"]}
TEXTS = corpus()
DAY = date(2021, 6, 30)


@pytest.fixture(scope="session")
def records(tmp_path_factory: pytest.TempPathFactory) -> Mapping[Which, View]:
    return views(tmp_path_factory.mktemp("gold"))


@pytest.fixture(scope="module")
def names() -> Names:
    return open_record().names()


def one(wording: str, names: Names) -> Claim:
    (claim,) = claims(wording, names)
    return claim


# --- the corpus ----------------------------------------------------------------------------------


def test_the_floors_are_not_laid_lower() -> None:
    assert FLOORS.found >= 0.93
    assert FLOORS.right >= 0.97
    assert FLOORS.swapped == 0
    assert FLOORS.wrongly_claimed <= 0.02


def test_the_corpus_is_large_and_a_third_of_it_is_held_out() -> None:
    assert len(TEXTS) >= 60
    assert sum(len(text.sentences) for text in TEXTS) >= 600
    assert 1 / 4 < sum(text.held_out for text in TEXTS) / len(TEXTS) < 2 / 5


@pytest.mark.parametrize("held_out", [False, True])
def test_sentences_without_a_claim_and_false_ones_have_their_share(*, held_out: bool) -> None:
    sentences = [s for text in TEXTS if text.held_out is held_out for s in text.sentences]
    labels = [[label for label in s.labels if not label.optional] for s in sentences]
    signs = [label.wordings[0].sign for of in labels for label in of]
    assert 1 / 4 < labels.count([]) / len(labels) < 1 / 2
    assert signs.count("-") / len(signs) > 1 / 8
    assert signs.count("~") / len(signs) < 1 / 10


@pytest.mark.parametrize("which", list(Which))
def test_every_label_is_a_claim(which: Which, records: Mapping[Which, View]) -> None:
    texts = [text for text in TEXTS if text.record is which]
    assert list(unreadable(texts, view_of(which, records).names())) == []


def test_the_sign_of_every_label_is_the_verdict_on_it() -> None:
    """Of the bundled record; ``python -m benchmarks.reading_gold labels`` tells of the other."""
    texts = [text for text in TEXTS if text.record is Which.BUNDLED]
    found = [
        (doubt.text.name, doubt.label.wordings[0].text) for doubt in doubts(texts, open_record())
    ]
    assert [doubt for doubt in found if doubt not in DOUBTED] == []


def test_a_doubt_is_of_a_label_and_has_a_reason() -> None:
    labels = {
        (text.name, label.wordings[0].text)
        for text in TEXTS
        for sentence in text.sentences
        for label in sentence.labels
    }
    assert labels >= DOUBTED
    assert {why for _, _, why in TABLE["doubts"]} == TABLE.keys() - {"doubts"}


def view_of(which: Which, records: Mapping[Which, View]) -> View:
    if which not in records:
        assert not HAS_LISTS
        pytest.skip("the Office of the Historian's lists are not beside the checkout")
    return records[which]


# --- labels --------------------------------------------------------------------------------------

TEXT = """\
title: A title
date: 2021-06-30
record: bundled
style: wire report
---
# A heading
They met.
    + took place biden+putin in-person {?geneva} 2021-06
    or - took place biden+putin phone
They parted.
    none: nobody meets
    may ~ 1 of biden+putin

- An item
^A row
"""


@pytest.fixture
def text(tmp_path: Path) -> Text:
    (tmp_path / "some-text.txt").write_text(TEXT, "utf-8")
    return load(tmp_path / "some-text.txt")


def test_a_text_is_put_together_from_its_sentences(text: Text) -> None:
    assert text.text == "# A heading\nThey met. They parted.\n\n- An item\nA row\n"
    for sentence in text.sentences:
        assert text.text[sentence.start : sentence.end] == sentence.text


def test_labels_stand_with_their_sentence(text: Text) -> None:
    (label,) = text.sentences[1].labels
    assert [(w.sign, w.text) for w in label.wordings] == [
        ("+", "took place biden+putin in-person 2021-06"),
        ("?", "took place biden+putin in-person geneva 2021-06"),
        ("-", "took place biden+putin phone"),
    ]
    assert text.sentences[2].silence == "nobody meets"
    assert text.sentences[2].labels[0].optional


@pytest.mark.parametrize(
    ("good", "bad", "problem"),
    [
        ("    + took", "    x took", "8: 'x took place .*' starts with none of"),
        ("style: wire", "mood: wire", "1: a header of"),
        (
            "    none: nobody",
            "    + 2 of biden+putin\n    none: nobody",
            "a sentence has claims or",
        ),
        ("# A heading\nThey met.\n", "", "6: a label before any sentence"),
    ],
)
def test_what_cant_be_read_is_told_with_its_place(
    good: str, bad: str, problem: str, tmp_path: Path
) -> None:
    path = tmp_path / "bad.txt"
    path.write_text(TEXT.replace(good, bad, 1), "utf-8")
    with pytest.raises(LabelError, match=rf"^bad\.txt:.*{problem}"):
        load(path)


@pytest.mark.parametrize(
    "wording",
    ["took place biden+nobody", "3- 4 of biden+putin", "took place biden+putin in-person nowhere"],
)
def test_a_wording_that_names_nothing_of_the_record_is_refused(wording: str, names: Names) -> None:
    with pytest.raises(LabelError):
        claims(wording, names)


def test_what_is_in_braces_may_be_there_or_not(names: Names) -> None:
    fullest, *others = claims("took place biden+putin {geneva} {2021}", names)
    assert fullest == one("took place biden+putin geneva 2021", names)
    assert others[-1] == one("took place biden+putin", names)
    assert len(others) == 3


# --- sameness ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one_wording", "other"),
    [
        ("took place biden+putin in-person geneva", "took place putin+biden geneva in-person"),
        ("took place biden+putin", "took place biden[us-president]+putin"),
        ("1 of biden+putin 2021-01-20..", "1 of putin+biden 2021-01-20..2021-06-30"),
        ("biden+putin video lasted 120", "biden+putin video lasted 120-130"),
        ("biden+putin geneva was 2021", "took place biden+putin geneva 2021"),
        ("biden+putin phone about ukraine", "took place biden+putin phone ukraine"),
        (
            "none of biden+putin since (biden+putin geneva)",
            "none of putin+biden since (putin+biden geneva)",
        ),
    ],
)
def test_claims_are_the_same_in_other_words(one_wording: str, other: str, names: Names) -> None:
    assert same(one(one_wording, names), one(other, names), DAY)


@pytest.mark.parametrize(
    ("one_wording", "other"),
    [
        ("took place biden+putin in-person", "took place biden+putin phone"),
        ("took place biden+putin geneva", "took place biden+putin"),
        ("biden+putin geneva was villa-la-grange", "took place biden+putin geneva"),
        ("1 of biden+putin", "1 of biden[us-president]+putin"),
        ("1 of biden+putin", "2 of biden+putin"),
        ("#1 of biden+putin is geneva", "#-1 of biden+putin is geneva"),
        ("biden+putin video lasted 120", "biden+putin video lasted 180"),
        ("took place biden+putin 2021-06", "took place biden+putin 2021-06-16"),
        ("none of biden+putin since 2011", "none of biden+putin since 2012"),
        ("1 of biden+putin ..2020", "1 of biden+putin ..2019"),
    ],
)
def test_claims_that_say_another_thing_are_not_the_same(
    one_wording: str, other: str, names: Names
) -> None:
    assert not same(one(one_wording, names), one(other, names), DAY)


def test_counting_rules_make_no_difference(names: Names) -> None:
    claim = one("2 of biden+putin in-person", names)
    assert same(claim, replace(claim, rules=("one-a-day",)), DAY)


# --- scores --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("labels", "tally"),
    [
        (
            ["+ took place biden+putin in-person geneva 2021-06-16"],
            Tally(claims=1, found=1, judged=1, right=1, sentences=1),
        ),
        (
            ["- took place biden+putin in-person geneva 2021-06-16"],
            Tally(claims=1, found=1, judged=1, swapped=1, sentences=1),
        ),
        (
            ["? took place biden+putin in-person geneva 2021-06-16"],
            Tally(claims=1, found=1, judged=1, sentences=1),
        ),
        (
            ["~ took place biden+putin in-person geneva 2021-06-16"],
            Tally(claims=1, found=1, sentences=1),
        ),
        (
            ["+ took place biden+putin in-person vienna 2021-06-16"],
            Tally(claims=1, sentences=1, wrong=1),
        ),
        (["may + took place biden+putin in-person geneva 2021-06-16"], Tally(sentences=1)),
        (["none: as is said"], Tally(sentences=1, wrong=1)),
    ],
)
def test_a_score_tells_what_was_found_right_and_wrong(
    labels: list[str], tally: Tally, tmp_path: Path
) -> None:
    sentence = "Joe Biden met Vladimir Putin in Geneva on 16 June 2021."
    assert scored_one(sentence, labels, tmp_path) == tally


@pytest.mark.parametrize(
    ("labels", "refuted"),
    [
        (["+ took place biden+putin in-person geneva 2021-06-16"], 1),
        (["none: as is said"], 1),
        (["- took place biden+putin in-person paris 2021-06-16"], 0),
    ],
)
def test_a_score_tells_what_is_refuted_though_nothing_false_is_said(
    labels: list[str], refuted: int, tmp_path: Path
) -> None:
    sentence = "Joe Biden met Vladimir Putin in Vienna on 16 June 2021."
    assert scored_one(sentence, labels, tmp_path).refuted == refuted


def scored_one(sentence: str, labels: list[str], folder: Path) -> Tally:
    """The score of a text of one sentence."""
    header = TEXT.partition("---\n")[0]
    lines = "".join(f"    {label}\n" for label in labels)
    path = folder / "one.txt"
    path.write_text(f"{header}---\n{sentence}\n{lines}", "utf-8")
    record = open_record()
    result: Scored = scored(load(path), record, record.names())
    return total([result])


@pytest.mark.parametrize(
    ("tally", "missed"),
    [
        (Tally(claims=100, found=93, judged=100, right=97, sentences=100, wrong=1), []),
        (Tally(claims=100, found=92, judged=92, right=92, sentences=100), ["found less than 93%"]),
        (Tally(claims=1, found=1, judged=100, right=96), ["right less than 97%"]),
        (Tally(claims=1, found=1, judged=100, right=99, swapped=1), ["swapped more than 0"]),
        (Tally(sentences=100, wrong=2), ["wrongly claimed 2% or more"]),
    ],
)
def test_what_is_below_a_floor_is_told(tally: Tally, missed: list[str]) -> None:
    assert list(FLOORS.missed(tally)) == missed
