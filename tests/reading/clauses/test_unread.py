"""A clause that says more than its claim would is left alone, and its reason quotes the words."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.lexicon.tables import table
from summitry.model.statements import Document, Reading
from summitry.reading import read
from summitry.reading.clauses.unread import restricting
from tests.reading.notation import short
from tests.reading.some_names import some_names

NAMES = some_names()


def reading(text: str) -> Reading:
    return read(Document(text=text, as_of=date(2025, 8, 16)), NAMES)


LEFT_ALONE = [
    # time
    ("Trump never met Putin before the vote.", "before the vote"),
    ("Trump and Putin met twice before Helsinki.", "before Helsinki"),
    ("Obama visited Russia after the Crimea vote.", "after the Crimea vote"),
    ("Trump met Putin during the pandemic.", "during the pandemic"),
    ("Trump and Putin met in Helsinki on Tuesday.", "Tuesday"),
    ("Bush and Putin met in Moscow every year.", "every"),
    ("Biden and Putin met last month in Geneva.", "last"),
    # focus and comparison
    ("It was Trump, not Biden, who met Putin in Geneva.", "It"),
    ("Trump met Putin more often than any other leader.", "more"),
    ("Obama met Putin only at the G20.", "only"),
    # what is denied
    ("Trump never held a formal meeting with Putin in Geneva.", "formal"),
    ("Biden and Putin did not meet for three hours in Geneva.", "three hours"),
    # place, manner and capacity
    ("Trump and Putin met in a Helsinki hotel in July 2018.", "in a Helsinki hotel"),
    ("Trump and Putin met over video in Helsinki.", "video"),
    ("Biden, as a senator, met Putin in Moscow in July 2009.", "senator"),
    ("Trump met Putin there in July 2018.", "there"),
    ("Obama visited Moscow in July 2009, as Trump did as president.", "as Trump did"),
    ("The last city in which Obama met Putin was Moscow.", "The last city"),
    ("Putin, who met Obama in Moscow, in 2009, resigned in 2012.", "2009"),
    # what is not asserted
    ("Trump joked that he met Putin in Geneva.", "joked"),
]


@pytest.mark.parametrize(("text", "words"), LEFT_ALONE)
def test_what_restricts_and_is_not_read_silences_the_clause(text: str, words: str) -> None:
    found = reading(text)
    assert found.statements == ()
    (silence,) = found.silences
    assert silence.reason.startswith("a phrase that restricts it was not read: “")
    assert words in silence.reason


@pytest.mark.parametrize(
    "said",
    [
        "it was their third meeting",
        "it was their only meeting",
        "it was the first time they had met",
        "that was the last meeting of the two",
        "it was their first summit in ten years",
    ],
)
def test_which_one_it_was_is_not_left_out(said: str) -> None:
    assert reading(f"When Trump met Putin in Helsinki in 2018, {said}.").statements == ()


SET_APART = [
    "Trump met Putin (in Geneva) in 2018.",
    "Trump met Putin – in Geneva.",
    "Trump met Putin in Helsinki (and Medvedev in Geneva) in 2018.",
    "Trump met Putin in Helsinki – not Geneva – in 2018.",
    "Trump met Putin in 2018 – by phone only.",
    "Trump met Putin in Helsinki (for two hours) in 2018.",
    "Trump (2018) and Biden (2021) met Putin.",
    "Trump met Putin on 6 and Biden on 7 July 2018.",
]


@pytest.mark.parametrize("text", SET_APART)
def test_what_is_set_apart_and_belongs_to_the_clause_silences_it(text: str) -> None:
    assert reading(text).statements == ()


HELSINKI = "took place donald-trump+vladimir-putin in-person helsinki 2018-01-01..2018-12-31"


@pytest.mark.parametrize(
    "text",
    [
        "Trump and Putin met again in Helsinki in 2018.",
        "In 2018, amid rising tensions, Trump and Putin met in Helsinki.",
        "Trump and Putin met in Helsinki in 2018, focusing on arms control.",
        "Trump and Putin famously met in Helsinki in 2018 as tensions rose over Ukraine.",
        "Trump and Putin, who often disagreed, met in Helsinki in 2018.",
        "When Trump met Putin in Helsinki in 2018, it was a warm day.",
        "Trump and Putin met in Helsinki – despite protests – in 2018.",
        "Trump and Putin met in Helsinki in 2018 – months before talks on Ukraine.",
        "Trump (United States) and Putin (Russia) met in Helsinki in 2018 (see below).",
    ],
)
def test_decoration_and_topics_restrict_nothing(text: str) -> None:
    lines = [short(claim) for s in reading(text).statements for claim in s.claims]
    assert lines == [HELSINKI]


GIVEN = [
    ("President Biden met Putin in Geneva in 2021.", "joe-biden[us-president]"),
    ("Vice President Biden met Putin in Moscow in 2011.", "joe-biden[us-vice-president]"),
    ("Putin hosted Trump in Helsinki in 2018.", "hosted by vladimir-putin"),
    ("Trump was received by Putin in Helsinki in 2018.", "hosted by vladimir-putin"),
    ("Trump and Putin met on the margins of the G20 in Hamburg.", "pull-aside/sidelines"),
    ("Bush met Putin at his ranch in Moscow in 2001.", "moscow"),
]


@pytest.mark.parametrize(("text", "said"), GIVEN)
def test_titles_hosts_settings_and_sites_go_into_the_claim(text: str, said: str) -> None:
    lines = [short(claim) for s in reading(text).statements for claim in s.claims]
    assert len(lines) == 1
    assert said in lines[0]


@pytest.mark.parametrize(
    "text",
    [
        "President Biden met Putin in Moscow in March 2011.",
        "Vice President Biden met Putin in Geneva in 2021.",
    ],
)
def test_a_title_that_was_not_theirs_at_the_time_leaves_it_unclear_what_is_meant(text: str) -> None:
    found = reading(text)
    assert found.statements == ()
    assert [s.reason for s in found.silences] == [
        "somebody is given a title that wasn't theirs at the time"
    ]


def test_a_title_of_no_time_in_particular_is_only_a_name() -> None:
    (statement,) = reading("President Biden met Putin in Geneva.").statements
    assert [short(claim) for claim in statement.claims] == [
        "took place joe-biden+vladimir-putin in-person geneva"
    ]


def test_no_word_both_restricts_and_chooses_nothing() -> None:
    words = table("unread")
    for row in words.values():
        assert len(set(row)) == len(row)
    choosing_nothing = {*words["harmless"], *words["sites"], *words["asides"]}
    assert not restricting() & choosing_nothing
    assert set(words["leading"]) - {"as"} <= set(words["time"])


def test_just_tells_how_short_a_while_ago_or_that_it_was_no_more() -> None:
    assert reading("Obama had just met Merkel in Hamburg in 2016.").statements
    assert not reading("Obama just met Merkel in Hamburg in 2016.").statements
