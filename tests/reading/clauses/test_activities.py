"""Clauses told by what somebody did somewhere, or what took them there."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.model.statements import Document
from summitry.reading import read
from summitry.reading.clauses.activities import activities
from tests.reading.notation import short
from tests.reading.some_names import some_names

NAMES = some_names()


def lines(text: str) -> list[str]:
    reading = read(Document(text=text, as_of=date(2025, 8, 16)), NAMES)
    return [short(claim) for statement in reading.statements for claim in statement.claims]


YEAR = "{0}-01-01..{0}-12-31".format

READ = [
    # somebody is there
    ("Bush attended the funeral of a general in Moscow in 2005.",
     [f"took place visit george-w-bush moscow {YEAR(2005)}"]),
    ("Clinton addressed the parliament in Moscow in 2000.",
     [f"took place visit bill-clinton moscow {YEAR(2000)}"]),
    ("Obama spoke in Moscow in 2009.", [f"took place visit barack-obama moscow {YEAR(2009)}"]),
    ("Obama spent part of the week in Moscow in 2009.",
     [f"took place visit barack-obama moscow {YEAR(2009)}"]),
    # somebody is taken there
    ("Bush's last trip, in 2008, took him to Moscow.",
     [f"took place visit george-w-bush moscow {YEAR(2008)}"]),
    ("A tour of Europe brought Reagan to Moscow in 1988.",
     [f"took place visit ronald-reagan moscow {YEAR(1988)}"]),
    ("Merkel took Obama to her house in Hamburg in 2013.",
     [f"took place angela-merkel+barack-obama in-person hamburg {YEAR(2013)}"]),
    # they are together
    ("Obama and Medvedev signed the treaty in Hamburg in 2010.",
     [f"took place barack-obama+dmitry-medvedev in-person hamburg {YEAR(2010)}"]),
    ("In 1985 Gorbachev sat by a fire in Geneva with Reagan.",
     [f"took place mikhail-gorbachev+ronald-reagan in-person geneva {YEAR(1985)}"]),
    ("Reagan walked through Moscow with Gorbachev in 1988.",
     [f"took place ronald-reagan+mikhail-gorbachev in-person moscow {YEAR(1988)}"]),
]  # fmt: skip

SILENT = [
    # denied, counted, put in order, still to come, from afar
    "Reagan did not attend the funeral of a general in Moscow in 1982.",
    "Bush attended the parade in Moscow twice.",
    "Bush attended his first parade in Moscow in 2005, not in 2003.",
    "Obama would attend the parade in Moscow in 2009.",
    "Obama was to attend the parade in Moscow.",
    "Bush attended the inauguration in Moscow in 2000 by video.",
    # no leader, at home, no place
    "Obama's aides attended the parade in Moscow in 2009.",
    "Putin attended the parade in Moscow in 2009.",
    "The crisis took Obama to the edge of war.",
    "Obama signed the treaty in 2010.",
    "Obama and Medvedev signed the treaty.",
    # what they did there, or for how long, may be what is false
    "Obama and Medvedev signed the Versailles Treaty in Hamburg in 2010.",
    "Obama spent two days in Moscow in 2009.",
    "Putin took Medvedev's side in Moscow.",
]


@pytest.mark.parametrize(("text", "claims"), READ)
def test_what_is_done_somewhere_is_a_visit_or_a_meeting(text: str, claims: list[str]) -> None:
    assert lines(text) == claims


@pytest.mark.parametrize("text", SILENT)
def test_what_is_not_said_to_have_been_done_there_is_not_read(text: str) -> None:
    assert lines(text) == []


def test_every_row_makes_something() -> None:
    for activity in activities().rows:
        assert {"visit", "met"} & activity.pattern.groupindex.keys()
