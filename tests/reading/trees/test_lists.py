"""Of a list of times, places or gatherings the same is said of each member, or nothing is read."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.model.statements import Document, Reading
from summitry.reading import read
from tests.reading.notation import short
from tests.reading.some_names import some_names

NAMES = some_names()


def reading(text: str) -> Reading:
    return read(Document(text=text, as_of=date(2025, 8, 16)), NAMES)


def lines(text: str) -> list[str]:
    return [short(claim) for statement in reading(text).statements for claim in statement.claims]


YEARS = "{0}-01-01..{0}-12-31".format
OBAMA = "took place visit barack-obama"
MERKEL = "took place barack-obama+angela-merkel in-person"

OF_EACH = [
    # times
    ("Obama visited Germany in 2013 and 2016.",
     [f"{OBAMA} de {YEARS(year)}" for year in (2013, 2016)]),
    ("Obama visited Germany in 2009, 2013, and 2016.",
     [f"{OBAMA} de {YEARS(year)}" for year in (2009, 2013, 2016)]),
    ("Obama visited Germany in 2013 and again in 2016.",
     [f"{OBAMA} de {YEARS(year)}" for year in (2013, 2016)]),
    ("In 2013 and 2016, Obama visited Germany.",
     [f"{OBAMA} de {YEARS(year)}" for year in (2013, 2016)]),
    ("Obama and Merkel met in Hamburg in June 2013 and November 2016.",
     [f"{MERKEL} hamburg {span}"
      for span in ("2013-06-01..2013-06-30", "2016-11-01..2016-11-30")]),
    ("Obama and Merkel met on 18 and 19 June 2013.",
     [f"{MERKEL} {day}" for day in ("2013-06-18", "2013-06-19")]),
    ("Obama and Merkel met in June and November 2013.",
     [f"{MERKEL} {span}" for span in ("2013-06-01..2013-06-30", "2013-11-01..2013-11-30")]),
    ("Obama made trips to Germany in 2013 and 2016.",
     [f"{OBAMA} de {YEARS(year)}" for year in (2013, 2016)]),
    # places
    ("Obama visited Germany and Finland in 2013.",
     [f"{OBAMA} {place} {YEARS(2013)}" for place in ("de", "fi")]),
    ("Obama visited Germany, Finland and the Soviet Union.",
     [f"{OBAMA} {place}" for place in ("de", "fi", "su")]),
    ("Obama visited Hamburg, Germany, and Helsinki, Finland, in 2013.",
     [f"{OBAMA} {place} {YEARS(2013)}" for place in ("hamburg", "helsinki")]),
    ("Obama and Merkel met in Hamburg and in Geneva.",
     [f"{MERKEL} {place}" for place in ("hamburg", "geneva")]),
    # gatherings
    ("Obama and Merkel met at the G20 and G8 summits in 2013.",
     [f"{MERKEL} {series} {YEARS(2013)}" for series in ("g20", "g8")]),
    # with a number: all together, and each
    ("Obama visited Germany twice, in 2013 and 2016.",
     ["2 of visit barack-obama de", *(f"{OBAMA} de {YEARS(year)}" for year in (2013, 2016))]),
    ("Obama visited Germany three times in 2013 and 2016.",
     [f"3 of visit barack-obama de {YEARS(2013)},{YEARS(2016)}",
      *(f"{OBAMA} de {YEARS(year)}" for year in (2013, 2016))]),
    ("Obama and Merkel met only twice, in Hamburg and Geneva.",
     ["2 of barack-obama+angela-merkel in-person",
      *(f"{MERKEL} {place}" for place in ("hamburg", "geneva"))]),
    # denied of each
    ("Obama never visited Finland or Iceland.",
     [f"0 of visit barack-obama {place}" for place in ("fi", "is")]),
    ("No U.S. president has visited Finland or Iceland since 2018.",
     [f"none of visit @us-president {place} since {YEARS(2018)}" for place in ("fi", "is")]),
    ("Obama did not visit Germany in 2014 or 2015.",
     [f"0 of visit barack-obama de {YEARS(year)}" for year in (2014, 2015)]),
    # spans stay whole
    ("Obama visited Germany between 2013 and 2016.",
     [f"{OBAMA} de 2013-01-01..2016-12-31~2014-01-01..2015-12-31"]),
    ("Obama visited Germany between 18 and 20 June 2013.",
     [f"{OBAMA} de 2013-06-18..2013-06-20"]),
    ("Obama visited Germany from 2013 to 2016.", [f"{OBAMA} de 2013-01-01..2016-12-31"]),
    # offices
    ("Trump was elected president of the United States in 2016 and 2024.",
     [f"donald-trump us-president elected {YEARS(year)}" for year in (2016, 2024)]),
    # what follows is another clause
    ("Obama visited Germany in 2013, and in 2009 Merkel visited Iceland.",
     [f"{OBAMA} de {YEARS(2013)}", f"took place visit angela-merkel is {YEARS(2009)}"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), OF_EACH)
def test_what_is_said_of_a_list_is_said_of_each(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


LEFT_ALONE = [
    "Obama visited Germany in 2013 or 2016.",
    "Obama visited Germany or Finland in 2013.",
    "Obama visited either Germany or Finland in 2013.",
    "Obama did not visit Germany in 2013 and 2016.",
    "Obama never visited Germany and Finland.",
    "Obama visited Germany in 2013 but not in 2016.",
    "Obama first visited Germany in 2013 and 2016.",
    "Obama visited Germany in June 2013 and 2016.",
    "Obama visited Germany twice in both 2013 and 2016.",
    "Obama visited Germany at least once in 2013 and 2016.",
    "Obama visited Germany and Finland twice.",
    "Obama visited Germany and Finland in 2013 and 2016.",
    "Obama visited Germany in 2013 and 2016 saw a war.",
    "Obama visited Germany and Finland annexed Iceland in 2013.",
    "Obama met Merkel or Putin in Hamburg in 2013.",
    "Obama or Trump visited Germany in 2013.",
    "Obama and Trump visited Germany in 2013 and 2018.",
    "Obama met Merkel and Putin in Hamburg and Moscow.",
    "Obama visited Germany in 2013 (and 2016).",
    "Obama visited Germany (2013) and Finland (2014).",
    "Trump was elected president of the United States in 2016 or 2020.",
    "Trump was elected president of the United States in 2016 but not in 2020.",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_a_list_that_does_not_say_it_of_each_is_left_alone(text: str) -> None:
    assert lines(text) == []
