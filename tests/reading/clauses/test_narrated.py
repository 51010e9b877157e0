"""What articles and textbooks tell after the event: what it was, what followed, what never did."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.model.statements import Document
from summitry.reading import read
from tests.reading.notation import short
from tests.reading.some_names import some_names

NAMES = some_names()


def lines(text: str) -> list[str]:
    day = date(2025, 8, 16)
    reading = read(Document(text=text, as_of=day, published=day), NAMES)
    return [short(claim) for statement in reading.statements for claim in statement.claims]


REAGAN = "ronald-reagan+mikhail-gorbachev in-person"
PRESIDENTS = "barack-obama[us-president]+dmitry-medvedev[ru-president]"
CHIEFS = "ronald-reagan[us-president]+mikhail-gorbachev[su-general-secretary] in-person"

BOTH = "President Reagan and General Secretary Mikhail Gorbachev"

MERKEL = "barack-obama+angela-merkel in-person"
YEAR = "2013-01-01..2013-12-31"

EQUATED = [
    (f"The Reykjavik summit was a meeting held on 11 and 12 October 1986, between {BOTH}.",
     [f"took place {CHIEFS} reykjavik 1986-10-11..1986-10-12"]),
    (f"The Reykjavik Summit was a summit meeting between {BOTH}, held on 11 October 1986.",
     [f"took place {CHIEFS} reykjavik 1986-10-11"]),
    ("The Helsinki meeting was a two-day summit of Trump and Putin in July 2018.",
     ["took place donald-trump+vladimir-putin in-person helsinki 2018-07-01..2018-07-31"]),
    ("It was a tense meeting between Obama and Putin in Hamburg in 2013.",
     ["took place barack-obama+vladimir-putin in-person hamburg 2013-01-01..2013-12-31"]),
    ("The aim was a meeting between Obama and Putin in Moscow in 2013.", []),
    ("The result was not a meeting between Obama and Putin in Moscow in 2013.", []),
    ("The Moscow summit would be a meeting between Obama and Putin in 2013.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), EQUATED)
def test_what_is_said_to_be_a_meeting_took_place(text: str, claims: list[str]) -> None:
    assert lines(text) == claims


def test_an_office_after_a_name_only_says_who_somebody_was() -> None:
    assert lines("Reagan met Alexei Kosygin, the Soviet premier, in Geneva in 1979.") == [
        "took place ronald-reagan+alexei-kosygin in-person geneva 1979-01-01..1979-12-31"
    ]
    assert lines("Reagan met Gorbachev, Obama and Merkel in Geneva.") != [
        f"took place {REAGAN} geneva"
    ]


def test_a_time_without_a_comma_may_open_a_sentence() -> None:
    assert lines("In 1988 Ronald Reagan became the first U.S. president to visit Moscow.") == [
        "first ronald-reagan @us-president: visit @us-president moscow",
        "took place visit ronald-reagan moscow 1988-01-01..1988-12-31",
    ]


def test_the_last_meeting_in_an_office_was_somewhere() -> None:
    assert lines("Obama and Medvedev's last meeting as presidents was in Moscow in 2012.") == [
        f"#-1 of {PRESIDENTS} in-person ..2025-08-16~..2025-07-15 is moscow 2012-01-01..2012-12-31"
    ]


MET = "Biden and Putin met in Geneva in June 2021"
BIDEN = "joe-biden+vladimir-putin in-person"
NONE = f"none of {BIDEN} since ({BIDEN} geneva 2021-06-01..2021-06-30)"

AFTER = [
    (". They never met again.", [NONE]),
    (" and never met again.", [NONE]),
    (". The two men never saw each other again.", [NONE]),
    (". They did not meet again.", [NONE]),
    (". They would never meet again.", [NONE]),
    (". They have not met since.", [NONE]),
    (" and have not met since.", [NONE]),
    (". A war began. The two presidents never met again.", [NONE]),
    (". Obama met Merkel in Hamburg in 2013. Biden and Putin never met again.",
     ["took place barack-obama+angela-merkel in-person hamburg 2013-01-01..2013-12-31", NONE]),
    (". A war began. They have not met since.", []),
    (". They did not meet again for three years.", []),
    (". They did not meet again until 2024.", []),
    (". Biden said that they would never meet again.", []),
    (". They hoped never to meet again.", []),
    (". Obama and Merkel never met again.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), AFTER)
def test_a_denial_may_leave_out_what_was_told_before(text: str, claims: list[str]) -> None:
    met = f"took place {BIDEN} geneva 2021-06-01..2021-06-30"
    assert lines(MET + text) == [met, *claims]


def test_what_was_told_last_need_not_be_the_latest() -> None:
    earlier = "Obama and Merkel met in Geneva in 2014. They had met in Hamburg in 2013. "
    text = earlier + "They never met again."
    assert lines(text)[-1] == (
        "none of barack-obama+angela-merkel in-person since "
        "(barack-obama+angela-merkel in-person geneva 2014-01-01..2014-12-31)"
    )


AHEAD = [
    ("Reagan and Gorbachev would meet again in Reykjavik in October 1986.",
     [f"took place {REAGAN} reykjavik 1986-10-01..1986-10-31"]),
    ("Obama would later visit Moscow in July 2009.",
     ["took place visit barack-obama moscow 2009-07-01..2009-07-31"]),
    ("Reagan and Gorbachev would meet in Reykjavik in October 1986.", []),
    ("Trump and Putin would meet again in Moscow in October 2026.", []),
    ("Officials said that Biden and Putin would meet again in Geneva in June 2021.", []),
    ("Biden and Putin would meet again in Geneva in June 2021, the White House said.", []),
    ("If he won, Trump would meet Putin again in Helsinki in 2018.", []),
    ("Trump and Putin would have met again in Helsinki in 2020.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), AHEAD)
def test_would_may_tell_what_came(text: str, claims: list[str]) -> None:
    assert lines(text) == claims


WHERE = [
    ("Obama and Merkel met in the heart of Hamburg in 2013.",
     [f"took place {MERKEL} hamburg {YEAR}"]),
    ("Obama met Merkel over dinner in Hamburg in 2013.", [f"took place {MERKEL} hamburg {YEAR}"]),
    ("Obama and Merkel met at Villa La Grange, the residence of the president of a bank.",
     [f"took place {MERKEL} villa-la-grange"]),
    ("With Merkel, by contrast, Obama sat down only once, in Hamburg in 2013.",
     [f"1 of {MERKEL}", f"took place {MERKEL} hamburg {YEAR}"]),
    ("Obama and Merkel spoke for a few minutes in Hamburg in 2013.",
     [f"took place {MERKEL} hamburg {YEAR}"]),
    ("Obama met Merkel at Villa La Grange, before the president of a bank.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), WHERE)
def test_what_dresses_a_place_is_left_out(text: str, claims: list[str]) -> None:
    assert lines(text) == claims


def test_a_time_alone_is_that_time() -> None:
    assert lines("In 2013 alone, Obama and Merkel met in Geneva and Hamburg.") == [
        f"took place barack-obama+angela-merkel in-person {place} 2013-01-01..2013-12-31"
        for place in ("geneva", "hamburg")
    ]
    assert lines("Obama alone met Merkel in Geneva.") == []
