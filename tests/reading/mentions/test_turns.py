"""Times before and after somebody took or left an office, or something else happened."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.model.statements import Document
from summitry.reading.read import read
from summitry.record.open import open_record
from tests.reading.notation import short

NAMES = open_record().names()
AS_OF = date(2025, 12, 15)

READ = [
    ("Obama and Putin never met after Obama left office.",
     "0 of barack-obama+vladimir-putin in-person 2017-01-20..~2017-01-21.."),
    ("Bush and Putin met twice before Bush left office.",
     "2 of george-w-bush+vladimir-putin in-person ..2009-01-20~..2009-01-19"),
    ("Obama met Putin in Lima after leaving office.",
     "took place barack-obama+vladimir-putin in-person lima 2017-01-20..~2017-01-21.."),
    ("Two months before leaving office Obama met Putin in Lima.",
     "took place barack-obama+vladimir-putin in-person lima 2016-11-01..2016-11-30"),
    ("Putin met Bill Clinton in Auckland before becoming president.",
     "took place vladimir-putin+bill-clinton in-person auckland ..2012-05-07~..1999-12-30"),
    ("Trump and Putin met six times after Trump returned to office in January 2025.",
     "6 of donald-trump+vladimir-putin in-person 2025-01-20..~2025-01-21.."),
    ("Biden and Putin never met after the invasion of Ukraine.",
     "0 of joe-biden+vladimir-putin in-person 2022-02-24..~2022-02-25.."),
    ("Biden met Putin in Geneva eight months before the 2022 invasion of Ukraine.",
     ("took place joe-biden+vladimir-putin in-person geneva"
      " 2021-06-01..2021-07-15~2021-06-01..2021-06-30")),
    ("Bush and Gorbachev met in Moscow less than three weeks before the August coup.",
     ("took place george-h-w-bush+mikhail-gorbachev in-person moscow"
      " 1991-07-24..1991-08-19~1991-07-27..1991-08-19")),
    ("Trump and Putin met six times before August 15, 2025.",
     "6 of donald-trump+vladimir-putin in-person ..2025-08-14"),
    ("Obama and Medvedev first met in London on 1 April 2009, on the eve of a G20 summit.",
     "#1 of barack-obama+dmitry-medvedev in-person is london 2009-04-01"),
    ("Biden last spoke with Putin in February 2022, twelve days before the invasion of Ukraine.",
     "#-1 of joe-biden+vladimir-putin ..2025-12-15~..2025-11-13 is 2022-02-01..2022-02-28"),
]  # fmt: skip

SILENT = [
    "Bush and Putin met in Crawford after Bush left the hospital.",
    "Bush and Putin met in Crawford before the party.",
    "Biden met Putin in Geneva in June 2021, two years after the invasion of Ukraine.",
    "Trump and Putin never met before the scandal.",
    "Biden met Putin after leaving the hall.",
    "Trump met Putin in Osaka in 2019, a year after he lost the election.",
    "Obama and Medvedev met in London in 2010, on the eve of a G20 summit nobody recalls.",
    "Trump and Putin met six times before the trial of August 15, 2025.",
]


def _read(text: str) -> list[str]:
    found = read(Document(text=text, as_of=AS_OF, published=AS_OF), NAMES)
    return [short(claim) for statement in found.statements for claim in statement.claims]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_times_beside_a_turn_are_read(text: str, expected: str) -> None:
    assert _read(text) == [expected]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_beside_something_unknown_is_not(text: str) -> None:
    assert _read(text) == []


@pytest.mark.parametrize(
    "text",
    ["Trump and Putin sit down in Helsinki on Monday.", "Biden meets Putin in Geneva on Friday."],
)
def test_what_the_present_tense_says_of_a_day_is_still_to_come(text: str) -> None:
    assert _read(text) == []
