"""Captions, entries of timelines and items of lists: what is read of them, and what is not."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.lexicon.tables import senses
from summitry.model.statements import Document
from summitry.reading import read
from summitry.reading.pieces.piece import pieces_table
from tests.reading.notation import short
from tests.reading.some_names import some_names

NAMES = some_names()
AS_OF = date(2025, 11, 1)
BIDEN = "took place joe-biden+vladimir-putin in-person"
PUTIN = "took place vladimir-putin+joe-biden in-person"
REAGAN = "took place ronald-reagan+mikhail-gorbachev in-person"
GENEVA = f"{REAGAN} geneva 1985-11-19"
JUNE = "2021-06-01..2021-06-30"


def lines(text: str, *, title: str = "") -> list[str]:
    document = Document(text=text, as_of=AS_OF, published=AS_OF, title=title)
    found = read(document, NAMES).statements
    return [short(claim) for statement in found for claim in statement.claims]


ALONE = [
    # Captions: two in one picture.
    ("Reagan and Gorbachev in Geneva, Nov. 19, 1985. (AP)", [GENEVA]),
    ("Ronald Reagan, left, and Mikhail Gorbachev, right, in Geneva on 19 November 1985", [GENEVA]),
    ("FILE – Reagan with Gorbachev in Geneva, November 19, 1985. (AP Photo/B. D.)", [GENEVA]),
    ("In this Nov. 19, 1985 file photo, Reagan and Gorbachev sit by a fire in Geneva.", [GENEVA]),
    ("Reagan & Gorbachev, Geneva, 19 November 1985", [GENEVA]),
    ("Reagan and Gorbachev in overcoats on the steps of a villa, Geneva, Nov. 19, 1985", [GENEVA]),
    ("Reagan / Gorbachev – Geneva – Nov. 19, 1985 – no aides", [GENEVA]),
    ("Reagan and a smiling Gorbachev compare notes in Geneva, Nov. 19, 1985.", [GENEVA]),
    # One does something to the other, or with them.
    ("Reagan greets Gorbachev in Geneva, Nov. 19, 1985.", [GENEVA]),
    ("Reagan, just off the plane, embraces a smiling Gorbachev in Geneva, Nov. 19, 1985", [GENEVA]),
    ("Reagan strolls by the lake with Gorbachev in Geneva on Nov. 19, 1985", [GENEVA]),
    ("Reagan calls on Gorbachev in Geneva, Nov. 19, 1985", [GENEVA]),
    ("Reagan laughs as Gorbachev tells a joke in Geneva, Nov. 19, 1985.", [GENEVA]),
    ("19 November 1985 – Reagan has tea with Gorbachev in Geneva.", [GENEVA]),
    # Entries and headlines.
    ("Nov. 19, 1985: Reagan and Gorbachev, Geneva", [GENEVA]),
    ("**19 November 1985** – Reagan and Gorbachev talk in Geneva.", [GENEVA]),
    ("19 November 1985 – Talks between Reagan and Gorbachev in Geneva", [GENEVA]),
    ("# Putin, Biden meet in Geneva", [f"{PUTIN} geneva"]),
    ("June 2021 – First meeting of Biden and Putin, in Geneva",
     [f"#1 of {BIDEN.removeprefix('took place ')} is geneva {JUNE}"]),
    ("December 2021 – Video call between Biden and Putin",
     ["took place joe-biden+vladimir-putin video 2021-12-01..2021-12-31"]),
    ("Biden and Putin: call – 30 Dec 2021 – 75 min", []),
    # Somebody abroad.
    ("Reagan in Moscow, 30 May 1988", ["took place visit ronald-reagan moscow 1988-05-30"]),
    ("1988 – Reagan in Moscow, 30 May", ["took place visit ronald-reagan moscow 1988-05-30"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ALONE)
def test_a_piece_alone(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


MET = "Biden and Putin met in these places:"
VISITS = "The visits of U.S. presidents to Russia:"
BELOW = [
    (f"{MET}\n\n- Geneva, Switzerland (June 2021)", [f"{BIDEN} geneva {JUNE}"]),
    (f"{MET}\n\n1. June 2021, Geneva – an hour and a half in a library.",
     [f"{BIDEN} geneva {JUNE}"]),
    (f"{MET}\n\n1. June 2021, Geneva; Biden had cancelled an earlier one.",
     [f"{BIDEN} geneva {JUNE}"]),
    (f"{MET}\n\n* **June 2021:** Villa La Grange, Geneva",
     [f"{BIDEN} villa-la-grange {JUNE}"]),
    (f"{MET}\n\n- June 2021, Geneva – their only meeting", [f"{BIDEN} geneva {JUNE}"]),
    (f"{MET}\n\n- June 2021, Geneva – their last meeting",
     [f"{BIDEN} geneva {JUNE}",
      (f"#-1 of {BIDEN.removeprefix('took place ')}"
      f" ..2025-11-01~..2025-09-30 is geneva {JUNE}")]),
    (f"{VISITS}\n\n- **Barack Obama** – July 2009",
     ["took place visit barack-obama ru 2009-07-01..2009-07-31"]),
    (f"{VISITS}\n\n- Barack Obama – July 2009 and September 2013 (the last of them)",
     ["took place visit barack-obama ru 2009-07-01..2009-07-31",
      "took place visit barack-obama ru 2013-09-01..2013-09-30"]),
    (f"{VISITS}\n\n- George W. Bush (May 2002, Moscow and St. Petersburg)",
     ["took place visit george-w-bush ru 2002-05-01..2002-05-31"]),
    (f"{VISITS}\n\n- Bill Clinton, June 2000, Moscow",
     ["took place visit bill-clinton moscow 2000-06-01..2000-06-30"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BELOW)
def test_a_piece_below_what_introduces_it(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


ENTITLED = [
    ("Biden and Putin: a timeline", "June 2021 – two hours in Geneva",
     [f"{BIDEN} geneva {JUNE}",
      f"{BIDEN.removeprefix('took place ')} geneva {JUNE} lasted 105-135"]),
    ("How often have Biden and Putin met?", "## Geneva, June 2021", [f"{BIDEN} geneva {JUNE}"]),
    ("Meetings of Biden and Putin", "June 2021: Geneva", [f"{BIDEN} geneva {JUNE}"]),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text", "expected"), ENTITLED)
def test_a_piece_below_a_title(title: str, text: str, expected: list[str]) -> None:
    assert lines(text, title=title) == expected


SILENT = [
    # Plans, and what came to nothing.
    "Putin and Trump to meet in Anchorage",
    "# Putin and Trump meet in Anchorage on Friday",
    "# Putin and Trump to meet in Anchorage",
    "Putin and Trump meet in Anchorage.",
    "Trump, Putin in Helsinki, July 2026",
    "Biden and Putin: Geneva summit cancelled, June 2021",
    "June 2021 – Geneva summit of Biden and Putin postponed",
    "Trump, Putin plan talks in Helsinki, July 2018",
    "Trump and Putin won't meet in Helsinki",
    f"{MET}\n\n- Helsinki, July 2022 (cancelled)",
    f"{MET}\n\n- Helsinki, July 2026",
    "Biden and Putin planned to meet in these places:\n\n- Helsinki, July 2022",
    "Biden and Putin never met in these places:\n\n- Helsinki, July 2022",
    # Below a heading of what never was.
    "Summits that were cancelled:\n\n- Reagan and Gorbachev, Moscow, June 1986",
    "# Summits that never took place\n\n* Reagan and Gorbachev in Moscow, June 1986",
    "# Called off\n\n2013: Obama and Putin in Moscow",
    "Planned meetings\n\n- Obama and Putin, Moscow, September 2013",
    # Something else than a meeting.
    "Biden and Putin\n\n- 9 May 2021, Moscow",
    "Biden and Putin\n\n- 24 February 2022 – Putin invades Ukraine",
    # Pictures of pictures, and of people apart.
    "A portrait of Reagan and Gorbachev in Geneva, 1985",
    "Puppets of Reagan and Gorbachev in Geneva, November 1985",
    "Reagan and Gorbachev masks in Geneva, November 1985",
    "This combination photo shows Reagan and Gorbachev in Geneva, November 1985",
    "Biden and Putin in separate file pictures, Geneva, June 2021",
    "Biden and Putin's wives in Geneva, June 2021",
    "Supporters of Biden and Putin in Geneva, June 2021",
    # Places and people that aren't known.
    "Reagan and Gorbachev in Zurich, November 1985",
    "Reagan and Gorbachev at Chequers, November 1985",
    "Hillary Clinton and Vladimir Putin in Geneva, June 2009",
    # At home, and in no place.
    "Putin in Moscow, June 2021",
    "Biden and Putin on Ukraine, June 2021",
    "Putin and Biden (2001–2009)",
    "Bush and Putin, Ljubljana and Helsinki, June 2001",
    # Sentences.
    "Reagan and Gorbachev disagreed in Geneva on 19 November 1985.",
    "Biden and Putin in Geneva?",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_no_such_piece(text: str) -> None:
    assert lines(text) == []


def test_a_heading_of_what_never_was_ends_at_the_next() -> None:
    held = "# Held\n\n19 November 1985: Reagan and Gorbachev, Geneva"
    assert lines(f"# Called off\n\n2013: Obama and Putin in Moscow\n\n{held}") == [GENEVA]


def test_an_item_of_a_heading_says_where_and_when_whatever_it_notes() -> None:
    title = "The five meetings of Reagan and Gorbachev"
    assert lines("1. Geneva, 19 November 1985 – a fire", title=title) == [GENEVA]
    assert lines("1. 19 November 1985 – a fire", title=title) == []


@pytest.mark.parametrize(
    ("text", "mode", "rest"),
    [
        ("Call – 30 Dec 2021 – 75 min", "phone", ["lasted 75"]),
        ("Phone (30 December 2021), 75 minutes", "phone", ["lasted 75"]),
        ("Video – 30 Dec 2021", "video", []),
        ("Video: 30 December 2021", "video", []),
    ],
)
def test_an_entry_says_how_they_spoke_and_about_what(text: str, mode: str, rest: list[str]) -> None:
    contact = f"joe-biden+vladimir-putin {mode} 2021-12-30"
    found = lines(text, title="Biden and Putin: every contact")
    assert found == [f"took place {contact}", *(f"{contact} {one}" for one in rest)]


def test_a_position_is_not_left_out() -> None:
    text = "Reagan and Gorbachev meet for the second time, in Geneva on 19 November 1985."
    assert lines(text) == [
        f"#2 of {GENEVA.removeprefix('took place ').replace(' geneva', ' is geneva')}"
    ]


def test_entries_after_one_another_keep_to_themselves() -> None:
    text = f"{MET}\n\n- Geneva, June 2021\n\nThe weather was fine.\n\n- Helsinki, July 2022\n"
    assert lines(text) == [f"{BIDEN} geneva {JUNE}"]


def test_every_verb_and_noun_of_the_table_is_one() -> None:
    table = pieces_table()
    verbs = [verb for verbs in table["verbs"].values() for verb in verbs]
    forms = [form for verb in verbs for form in verb.split("/")]
    assert all(verb.count("/") == 2 for verb in verbs)
    assert len({*forms}) == len(forms)
    assert table["nouns"].keys() <= senses().keys()
    words = [word for words in table["words"].values() for word in words]
    assert len({*words}) == len(words)
