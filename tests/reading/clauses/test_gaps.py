"""Clauses that leave out their verb say of their own people, places and times what the one before
says; where it isn't clear what is left out, nothing."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.model.statements import Document
from summitry.reading import read
from tests.reading.notation import short
from tests.reading.some_names import some_names

NAMES = some_names()


def lines(text: str) -> list[str]:
    reading = read(Document(text=text, as_of=date(2025, 8, 16)), NAMES)
    return [short(claim) for statement in reading.statements for claim in statement.claims]


YEARS = "{0}-01-01..{0}-12-31".format
PUTIN = "took place {}+vladimir-putin in-person".format
MERKEL = "took place barack-obama+angela-merkel in-person"
VISIT = "took place visit {}".format

READ = [
    # where and when
    ("Obama visited Germany in 2013 and Finland in 2014.",
     [f"{VISIT('barack-obama')} de {YEARS(2013)}", f"{VISIT('barack-obama')} fi {YEARS(2014)}"]),
    ("Obama and Merkel met in Hamburg in 2009, in Geneva in 2010 and in Helsinki in 2011.",
     [f"{MERKEL} hamburg {YEARS(2009)}", f"{MERKEL} geneva {YEARS(2010)}",
      f"{MERKEL} helsinki {YEARS(2011)}"]),
    ("Obama met Merkel in Hamburg in 2009 and again in Geneva in 2010.",
     [f"{MERKEL} hamburg {YEARS(2009)}", f"{MERKEL} geneva {YEARS(2010)}"]),
    ("Obama met Merkel in Hamburg in 2009, then in Geneva in 2010.",
     [f"{MERKEL} hamburg {YEARS(2009)}", f"{MERKEL} geneva {YEARS(2010)}"]),
    ("Obama met Merkel in 2009 in Hamburg and in 2010 in Geneva.",
     [f"{MERKEL} hamburg {YEARS(2009)}", f"{MERKEL} geneva {YEARS(2010)}"]),
    ("Obama met Merkel twice: in Hamburg in 2009 and in Geneva in 2010.",
     ["2 of barack-obama+angela-merkel in-person", f"{MERKEL} hamburg {YEARS(2009)}",
      f"{MERKEL} geneva {YEARS(2010)}"]),
    # how often
    ("Obama and Merkel have met once in Hamburg and twice in Geneva.",
     ["1 of barack-obama+angela-merkel in-person hamburg",
      "2 of barack-obama+angela-merkel in-person geneva"]),
    ("Obama visited Germany once in 2013 and twice in 2016.",
     [f"1 of visit barack-obama de {YEARS(2013)}", f"2 of visit barack-obama de {YEARS(2016)}"]),
    ("Obama and Merkel met twice, in Hamburg in 2009 and in Geneva in 2010.",
     ["2 of barack-obama+angela-merkel in-person", f"{MERKEL} hamburg {YEARS(2009)}",
      f"{MERKEL} geneva {YEARS(2010)}"]),
    ("Obama visited Germany twice, Clinton once.",
     ["2 of visit barack-obama de", "1 of visit bill-clinton de"]),
    ("Obama made three trips to Germany and a further two to Finland.",
     ["3 of visit barack-obama de", "2 of visit barack-obama fi"]),
    # who
    ("Biden met Putin in 2021, and Trump in 2018.",
     [f"{PUTIN('joe-biden')} {YEARS(2021)}", f"{PUTIN('donald-trump')} {YEARS(2018)}"]),
    ("Obama met Putin in Hamburg in 2013; Trump, in Helsinki in 2018.",
     [f"{PUTIN('barack-obama')} hamburg {YEARS(2013)}",
      f"{PUTIN('donald-trump')} helsinki {YEARS(2018)}"]),
    ("Obama met Putin in 2013 and Medvedev in 2010.",
     [f"{PUTIN('barack-obama')} {YEARS(2013)}",
      f"took place barack-obama+dmitry-medvedev in-person {YEARS(2010)}"]),
    ("Clinton visited Russia in 1994, and Obama in 2009 and again in 2013.",
     [f"{VISIT('bill-clinton')} ru {YEARS(1994)}", f"{VISIT('barack-obama')} ru {YEARS(2009)}",
      f"{VISIT('barack-obama')} ru {YEARS(2013)}"]),
    ("Clinton visited Russia twice, and Obama only once.",
     ["2 of visit bill-clinton ru", "1 of visit barack-obama ru"]),
    ("Clinton visited Russia twice during his presidency, and Obama once.",
     ["2 of visit bill-clinton ru 1993-01-20..2001-01-20",
      "1 of visit barack-obama ru 2009-01-20..2017-01-20"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), READ)
def test_each_clause_is_read(text: str, claims: list[str]) -> None:
    assert lines(text) == claims


FIRST = [
    # whose place is taken can't be told: the clause before is read, this one isn't
    ("Obama met Putin in Hamburg and Merkel in Geneva.",
     [f"{PUTIN('barack-obama')} hamburg"]),
    # what is counted can't be told
    ("Clinton visited Russia twice in 1994, and Obama once.",
     [f"2 of visit bill-clinton ru {YEARS(1994)}"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), FIRST)
def test_where_it_is_not_clear_what_is_left_out_the_first_clause_alone_is_read(
    text: str, claims: list[str]
) -> None:
    assert lines(text) == claims


SILENT = [
    "Obama and Merkel never met in Hamburg in 2013 and in Geneva in 2014.",
    "Obama and Merkel met twice in Hamburg in 2013 and in Geneva in 2014.",
    "Obama will visit Germany in 2013 and Finland in 2014.",
    "Obama planned to meet Putin in 2013 and Medvedev in 2014.",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_denied_planned_or_counted_of_several_is_not_read(text: str) -> None:
    assert lines(text) == []


def test_what_another_verb_says_is_not_taken() -> None:
    text = "Obama met Merkel in Hamburg in 2009 and his minister went to Geneva in 2010."
    assert not any("geneva" in line for line in lines(text))
    text = "Obama met Merkel in Hamburg in 2009, and in Geneva in 2010, Bush spoke."
    assert not any("geneva" in line for line in lines(text))


ECHOES = [
    ("Obama visited Russia in 2013, but Trump never did.",
     [f"{VISIT('barack-obama')} ru {YEARS(2013)}", "0 of visit donald-trump ru"]),
    ("Obama never visited Finland; nor did Biden.",
     ["0 of visit barack-obama fi", "0 of visit joe-biden fi"]),
    ("Obama never visited Finland as president, and neither has Biden.",
     ["0 of visit barack-obama[us-president] fi", "0 of visit joe-biden[us-president] fi"]),
    ("Obama never visited Finland, but Trump did.",
     ["0 of visit barack-obama fi", "took place visit donald-trump fi"]),
    ("Obama has not visited Finland, but Trump has.",
     ["0 of visit barack-obama fi", "took place visit donald-trump fi"]),
    ("Obama met Putin in 2009, while Merkel never did.",
     [f"{PUTIN('barack-obama')} {YEARS(2009)}", "0 of angela-merkel+vladimir-putin in-person"]),
    ("Obama met Putin in 2009, and so did Merkel.",
     [f"{PUTIN('barack-obama')} {YEARS(2009)}", f"{PUTIN('angela-merkel')} {YEARS(2009)}"]),
    ("Biden has not met Putin since 2021, and neither has Trump.",
     [f"none of joe-biden+vladimir-putin in-person since {YEARS(2021)}",
      f"none of donald-trump+vladimir-putin in-person since {YEARS(2021)}"]),
    ("Obama visited Russia during his presidency, but Biden never did.",
     [f"{VISIT('barack-obama')} ru 2009-01-20..2017-01-20",
      "0 of visit joe-biden ru 2021-01-20..2025-01-20"]),
    # whether the time or the place holds of both isn't clear
    ("Obama visited Russia in 2013, but Trump did not.",
     [f"{VISIT('barack-obama')} ru {YEARS(2013)}"]),
    ("Obama met Putin in Hamburg, but Merkel never did.",
     [f"{PUTIN('barack-obama')} hamburg"]),
    # nor who is denied to have met whom, or what
    ("Obama and Putin met in 2009, but Merkel never did.",
     [f"{PUTIN('barack-obama')} {YEARS(2009)}"]),
    ("Obama said that he visited Russia, but Trump did not.",
     [f"{VISIT('barack-obama')} ru"]),
    ("Obama planned to visit Russia, but Trump never did.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), ECHOES)
def test_an_auxiliary_says_of_somebody_else_what_the_clause_before_says(
    text: str, claims: list[str]
) -> None:
    assert lines(text) == claims
