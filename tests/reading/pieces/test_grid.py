"""Rows of tables: what is read of them, and what is not."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.model.statements import Document
from summitry.reading import read
from tests.reading.notation import short
from tests.reading.some_names import some_names

NAMES = some_names()
AS_OF = date(2025, 11, 1)
SUMMITS = "ronald-reagan+mikhail-gorbachev in-person"
REAGAN = f"took place {SUMMITS}"


def lines(text: str, *, title: str = "") -> list[str]:
    document = Document(text=text, as_of=AS_OF, published=AS_OF, title=title)
    found = read(document, NAMES).statements
    return [short(claim) for statement in found for claim in statement.claims]


MEETINGS = "| Year | Dates | U.S. leader | Soviet leader | Place |\n|---|---|---|---|---|\n"
VISITS = "| President | Dates | Cities |\n|---|---|---|\n"
TO_RUSSIA = "Visits of U.S. presidents to Russia"
ROWS = [
    (f"{MEETINGS}| 1985 | November 19–21 | Ronald Reagan | Mikhail Gorbachev | Geneva |",
     "Soviet–American summits", [f"{REAGAN} geneva 1985-11-19..1985-11-21"]),
    (f"{MEETINGS}| 1988 | May 29–June 2 | Reagan | Gorbachev | Moscow |", "",
     [f"{REAGAN} moscow 1988-05-29..1988-06-02"]),
    (f"{MEETINGS}| 1986 | October 11 and 12 | Reagan | Gorbachev | Reykjavik, Iceland |", "",
     [f"{REAGAN} reykjavik 1986-10-11", f"{REAGAN} reykjavik 1986-10-12"]),
    ("Date; U.S.; Russia; City; Length.\n\nJune 16, 2021; Biden; Putin; Geneva; 3 hours.",
     "", ["took place joe-biden+vladimir-putin in-person geneva 2021-06-16",
          "joe-biden+vladimir-putin in-person geneva 2021-06-16 lasted 158-202"]),
    ("Date | Venue | With\n16 June 2021 | Villa La Grange | Putin", "Biden's meetings",
     ["took place vladimir-putin+joe-biden in-person villa-la-grange 2021-06-16"]),
    (f"{VISITS}| Barack Obama | July 6–8, 2009 | Moscow |", TO_RUSSIA,
     ["took place visit barack-obama moscow 2009-07-06..2009-07-08"]),
    (f"{VISITS}| George W. Bush | May 23–26, 2002 | Moscow, St. Petersburg |", TO_RUSSIA,
     ["took place visit george-w-bush ru 2002-05-23..2002-05-26"]),
    ("| Visitor | Country | Date |\n|---|---|---|\n| Reagan | Switzerland | November 1985 |", "",
     ["took place visit ronald-reagan ch 1985-11-01..1985-11-30"]),
    ("| Pair | First | Last |\n| Reagan–Gorbachev | Geneva, Nov 1985 | Moscow, May 1988 |", "",
     [f"#1 of {SUMMITS} is geneva 1985-11-01..1985-11-30",
      f"#-1 of {SUMMITS} ..2025-11-01~..2025-09-30 is moscow 1988-05-01..1988-05-31"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "expected"), ROWS)
def test_a_row(text: str, title: str, expected: list[str]) -> None:
    assert lines(text, title=title) == expected


SILENT = [
    # Of which meetings it was the first isn't clear.
    ("| Pair | First |\n|---|---|\n| Reagan–Gorbachev, second term | Geneva, Nov 1985 |", ""),
    (f"{MEETINGS}| 1985 | November 19–21 | Ronald Reagan | Mikhail Gorbachev | Zurich |", ""),
    (f"{MEETINGS}| 1985 | November 19–21 | Ronald Reagan | Nikolai Tikhonov | Geneva |", ""),
    (f"{MEETINGS}| 1985 | a cold week | Ronald Reagan | Mikhail Gorbachev | Geneva |", ""),
    (f"{MEETINGS}| 1985 | November 19 (cancelled) | Reagan | Gorbachev | Geneva |", ""),
    (f"{MEETINGS}| 2030 | November 19 | Trump | Putin | Geneva |", ""),
    (f"{MEETINGS}| 1985 | Ronald Reagan | Mikhail Gorbachev | Geneva |", ""),
    (f"{VISITS}| Barack Obama | July 6–8, 2009 | Helsinki |", TO_RUSSIA),
    (f"{VISITS}| Barack Obama | July 6–8, 2009 | Moscow |", "Planned visits to Russia"),
    ("| Date | Signed | Weather |\n|---|---|---|\n| 16 June 2021 | Biden, Putin | rain |", ""),
    ("| Date | Format | With |\n|---|---|---|\n| 16 June 2021 | by telex | Putin |",
     "Biden's meetings"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title"), SILENT)
def test_a_row_that_is_not_all_understood(text: str, title: str) -> None:
    assert lines(text, title=title) == []
