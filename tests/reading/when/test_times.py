from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.reading.when.times import times
from tests.reading.notation import window

EXAMPLES = Path(__file__).parents[3] / "examples"
WRITTEN = date(2025, 8, 16)

TIMES = [
    ("on July 7, 2017, during", ["2017-07-07"]),
    ("on 7 July 2017", ["2017-07-07"]),
    ("on Monday, July 16, 2018", ["2018-07-16"]),
    ("on Sept. 7, 2016", ["2016-09-07"]),
    ("on the 2nd of June 2010", ["2010-06-02"]),
    ("on 2021-06-16", ["2021-06-16"]),
    ("In July 2009, Obama", ["2009-07-01..2009-07-31"]),
    ("in Geneva in June 2021.", ["2021-06-01..2021-06-30"]),
    ("In December 2021", ["2021-12-01..2021-12-31"]),
    ("in late 1999.", ["1999-09-01..1999-12-31~1999-12-01..1999-12-31"]),
    ("in early 2013", ["2013-01-01..2013-06-30~2013-01-01..2013-03-31"]),
    ("in mid-2003", ["2003-04-01..2003-09-30~2003-06-01..2003-07-31"]),
    ("at the end of 1999", ["1999-08-01..1999-12-31~1999-12-01..1999-12-31"]),
    ("in the early 2000s", ["2000-01-01..2004-12-31~2000-01-01..2002-12-31"]),
    ("in the 1990s", ["1990-01-01..1999-12-31"]),
    ("in the nineties", ["1990-01-01..1999-12-31"]),
    ("(President 1993–2001)", ["1993-01-01..2001-12-31"]),
    ("(2017–21)", ["2017-01-01..2021-12-31"]),
    (
        "2017–2021, re-elected 2025",
        ["2017-01-01..2021-12-31", "2025-01-01..2025-12-31"],
    ),
    ("17–18 June 2013", ["2013-06-17..2013-06-18"]),
    ("June 17-18, 2013", ["2013-06-17..2013-06-18"]),
    ("29 June to 3 July 2013", ["2013-06-29..2013-07-03"]),
    ("from 13 to 15 November 2001", ["2001-11-13..2001-11-15"]),
    ("from 1 May 2000 to 7 May 2008", ["2000-05-01..2008-05-07"]),
    ("between 1999 and 2003", ["1999-01-01..2003-12-31~2000-01-01..2002-12-31"]),
    ("between 13 June 2021 and 15 June 2021", ["2021-06-13..2021-06-15"]),
    ("between May 2003 and July 2003", ["2003-05-01..2003-07-31~2003-06-01..2003-06-30"]),
    ("from 2013 on", ["2013-01-01.."]),
    ("their last visit from 2013 on was short", ["2013-01-01.."]),
    ("met twice from 2 May 2013 on to talk about trade", ["2013-05-02.."]),
    ("a treaty from 2013 on trade", ["2013-01-01..2013-12-31"]),
    ("up to 2013", ["..2013-12-31"]),
    ("the summer of 2001", ["2001-05-02..2001-09-30~2001-06-01..2001-08-31"]),
    ("the 2018 Helsinki summit", ["2018-01-01..2018-12-31"]),
    ("last year", ["2024-01-01..2024-12-31"]),
    ("this year", ["2025-01-01..2025-08-16"]),
    ("six years ago", ["2018-01-01..2020-12-31~2019-01-01..2019-12-31"]),
    ("on 31 May", ["2025-05-31"]),
    ("on December 3", ["2024-12-03"]),
    ("on 16/6/2021 and 6/16/2021", ["2021-06-16", "2021-06-16"]),
    ("16.06.2021", ["2021-06-16"]),
    ("2021/06/16", ["2021-06-16"]),
    ("on 6/7/2021", ["2021-06-07..2021-06-07,2021-07-06..2021-07-06~"]),
    ("in 2021-06", ["2021-06-01..2021-06-30"]),
    ("in May of 2007", ["2007-05-01..2007-05-31"]),
    ("in late February 1981", ["1981-02-19..1981-02-28~1981-02-27..1981-02-28"]),
    ("the fall of 1974", ["1974-08-02..1974-12-30~1974-09-01..1974-11-30"]),
    ("the mid-1990s", ["1992-01-01..1997-12-31~1994-01-01..1995-12-31"]),
    ("in the early seventies", ["1970-01-01..1974-12-31~1970-01-01..1972-12-31"]),
    ("in the 20th century", ["1901-01-01..2000-12-31"]),
    ("May–June 1988", ["1988-05-01..1988-06-30"]),
    ("in Dec 87", ["1987-12-01..1987-12-31"]),
    ("June 79. Kissed", ["1979-06-01..1979-06-30"]),
    ("in '72 then in '05", ["1972-01-01..1972-12-31", "2005-01-01..2005-12-31"]),
    ("between 31 August and 2 September 1993", ["1993-08-31..1993-09-02"]),
    ("May 30, 2001–June 2, 2001", ["2001-05-30..2001-06-02"]),
    ("on 3 and 4 June 1961", ["1961-06-03", "1961-06-04"]),
    ("on Christmas Day 1991", ["1991-12-25"]),
]


@pytest.mark.parametrize(("text", "expected"), TIMES)
def test_times_in_prose(text: str, expected: list[str]) -> None:
    assert [window(time.window) for time in times(text, written=WRITTEN)] == expected


@pytest.mark.parametrize("text", ["last year", "on 31 May", "six years ago", "Feb. 30, 2001"])
def test_a_time_that_needs_an_unknown_day_has_no_window(text: str) -> None:
    assert [time.window for time in times(text)] == [None]


@pytest.mark.parametrize(
    "text",
    ["they may 5 times", "a 1200-word page", "$2000", "10,2000", "1.2001", "call 20211",
     "45 percent", "the 46th president", "April said", "at 9:30", "page 12/14", "Room 205"],
)  # fmt: skip
def test_what_is_not_a_time(text: str) -> None:
    assert times(text) == ()


def test_a_span_written_with_both_ends_gives_them() -> None:
    assert _ends("from 1 May 2000 to 7 May 2008") == ["2000-05-01", "2008-05-07"]
    assert _ends("2001–09") == ["2001-01-01..2001-12-31", "2009-01-01..2009-12-31"]
    assert _ends("June 2021") is None


def _ends(text: str) -> list[str] | None:
    (time,) = times(text)
    return None if time.ends is None else [window(end) for end in time.ends]


@given(st.dates(date(1600, 1, 1), date(2199, 12, 31)), st.sampled_from(["%B %d, %Y", "%d %B %Y"]))
def test_every_day_is_read_back(day: date, written: str) -> None:
    (time,) = times(day.strftime(written))
    assert time.window is not None
    assert time.window.possibly.only == day


@given(st.text(alphabet="JuneMay 0123456789-–,.s"))
def test_times_are_in_order_and_apart(text: str) -> None:
    found = times(text, written=WRITTEN)
    edges = [edge for time in found for edge in (time.start, time.end)]
    assert edges == sorted(edges)


SEED_PAGE = (
    "1993–2001", "late 1999", "2001–2009", "the early 2000s", "2009–2017", "July 2009", "2014",
    "2017–2021", "2025", "July 7, 2017", "2018", "August 15, 2025", "2015", "2022",
    "The early 2000s", "2022", "2013", "June 2021", "June 2021", "December 2021",
)  # fmt: skip
"""The times of the seed page; four of them name two years each, which makes 24."""


def test_the_times_of_the_seed_page() -> None:
    text = (EXAMPLES / "history-of-interactions.txt").read_text("utf-8")
    found = times(text, written=WRITTEN)
    assert tuple(text[time.start : time.end] for time in found) == SEED_PAGE
    named = [end for time in found for end in (time.ends or (time.window,))]
    assert len(named) == 24
    assert None not in named
    alone = [times(words, written=WRITTEN)[0].window for words in SEED_PAGE]
    assert [time.window for time in found] == alone


def test_a_text_of_any_length_is_read_in_its_order() -> None:
    text = "They met on 16 June 2001 in Slovenia.\n\nA month later, in Genoa, they met again."
    found = times(text)
    assert [text[time.start : time.end] for time in found] == ["16 June 2001", "A month later"]
    assert window(found[1].window) == "2001-07-01..2001-07-31"
