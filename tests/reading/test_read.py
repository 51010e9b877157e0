from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summitry.lexicon.tables import admitted
from summitry.model.claims import Held
from summitry.model.statements import Document, Reading
from summitry.reading import SpacyParser, read
from summitry.reading.mentions.narrowing import SEVERAL
from tests.reading.notation import short
from tests.reading.some_names import some_names

SEED = Path(__file__).parents[2] / "examples/history-of-interactions.txt"
AS_OF = date(2025, 8, 16)
NAMES = some_names()


def reading(text: str) -> Reading:
    return read(Document(text=text, as_of=AS_OF), NAMES)


def lines(text: str) -> list[str]:
    return [short(claim) for statement in reading(text).statements for claim in statement.claims]


# --- the page that started the project -----------------------------------------------------------

BUSH = "george-w-bush+vladimir-putin in-person"
TRUMP = "donald-trump+vladimir-putin in-person"
BOTH = "vladimir-putin[in office]+joe-biden[in office] in-person"
PAGE = [
    "bill-clinton us-president from 1993-01-01..1993-12-31 to 2001-01-01..2001-12-31",
    "vladimir-putin ru-president from 1999-09-01..1999-12-31~1999-12-01..1999-12-31 to ?",
    "first bill-clinton @us-president: @us-president+vladimir-putin in-person",
    "george-w-bush us-president from 2001-01-01..2001-12-31 to 2009-01-01..2009-12-31",
    f"2- of {BUSH} 2000-01-01..2004-12-31~2000-01-01..2002-12-31",
    f"took place {BUSH} g8",
    f"took place {BUSH} nato",
    "barack-obama us-president from 2009-01-01..2009-12-31 to 2017-01-01..2017-12-31",
    "took place visit barack-obama moscow 2009-07-01..2009-07-31",
    "took place barack-obama+dmitry-medvedev[ru-president] in-person moscow 2009-07-01..2009-07-31",
    (
        "took place barack-obama+vladimir-putin[ru-prime-minister] in-person moscow"
        " 2009-07-01..2009-07-31"
    ),
    "dmitry-medvedev ru-president in 2009-07-01..2009-07-31",
    "vladimir-putin ru-prime-minister in 2009-07-01..2009-07-31",
    "took place barack-obama+vladimir-putin in-person g20",
    "donald-trump us-president from 2017-01-01..2017-12-31 to 2021-01-01..2021-12-31",
    "donald-trump us-president elected 2025-01-01..2025-12-31",
    f"#1 of {TRUMP} is hamburg g20-hamburg-2017 2017-07-07",
    f"{TRUMP} hamburg g20-hamburg-2017 2017-07-07 lasted 121-",
    f"2- of {TRUMP}",
    f"took place {TRUMP} helsinki 2018-01-01..2018-12-31",
    f"took place {TRUMP} anchorage 2025-08-15",
    f"#7 of {TRUMP} is anchorage 2025-08-15",
    "2025-08-15 first of visit vladimir-putin us since 2015-01-01..2015-12-31",
    (
        "anchorage 2025-08-15 first of vladimir-putin+donald-trump in-person"
        " since ukraine-invasion-2022"
    ),
    "each bill-clinton.. @us-president: @us-president+vladimir-putin",
    (
        "none of visit @us-president ru since"
        " (visit barack-obama st-petersburg g20-st-petersburg-2013 2013-01-01..2013-12-31)"
    ),
    "3- of visit vladimir-putin us 1999-12-31..2012-10-22~1999-12-31..2005-02-13",
    f"1 of {BOTH}",
    f"took place {BOTH} geneva 2021-06-01..2021-06-30",
    "took place vladimir-putin+joe-biden video 2021-12-01..2021-12-31",
]
"""Every claim of the page, and no other: topics, tones and troops make none."""


def test_the_page_is_read() -> None:
    assert lines(SEED.read_text("utf-8")) == PAGE


def test_quotes_are_places_in_the_text() -> None:
    text = SEED.read_text("utf-8")
    found = reading(text)
    quotes = [statement.quote for statement in found.statements]
    quotes += [silence.quote for silence in found.silences]
    quotes += [c.quote for s in found.statements for c in s.claims if c.quote is not None]
    assert len(quotes) > len(PAGE)
    for quote in quotes:
        assert text[quote.start : quote.end] == quote.text


def test_statements_come_in_the_order_of_the_text_and_none_is_also_silent() -> None:
    found = reading(SEED.read_text("utf-8"))
    starts = [statement.quote.start for statement in found.statements]
    assert starts == sorted(starts)
    assert not set(starts) & {silence.quote.start for silence in found.silences}


# --- sentences that say something ----------------------------------------------------------------

BIDEN = "joe-biden+vladimir-putin"
SAID = [
    ("Joe Biden and Vladimir Putin met in Geneva on 16 June 2021.",
     [f"took place {BIDEN} in-person geneva 2021-06-16"]),
    ("A meeting between Biden and Putin took place in Geneva in June 2021.",
     [f"took place {BIDEN} in-person geneva 2021-06-01..2021-06-30"]),
    ("Biden met his Russian counterpart Putin at Villa La Grange in Geneva.",
     [f"took place {BIDEN} in-person villa-la-grange"]),
    ("Bush and Putin met in 2001, 2002 and 2003.",
     [f"took place {BUSH} {year}-01-01..{year}-12-31" for year in (2001, 2002, 2003)]),
    ("Bush and Gorbachev met in Helsinki in September 1990.",
     ["took place george-h-w-bush+mikhail-gorbachev in-person helsinki 1990-09-01..1990-09-30"]),
    ("Reagan met Gorbachev in Geneva in 1985; they met again in Reykjavik in 1986.",
     [f"took place ronald-reagan+mikhail-gorbachev in-person {where}"
      for where in ("geneva 1985-01-01..1985-12-31", "reykjavik 1986-01-01..1986-12-31")]),
    ("Medvedev (then president) met Obama in Moscow in July 2009.",
     [("took place dmitry-medvedev[ru-president]+barack-obama in-person moscow"
      " 2009-07-01..2009-07-31"),
      "dmitry-medvedev ru-president in 2009-07-01..2009-07-31"]),
    ("Medvedev was received at the White House by Obama in June 2010.",
     [("took place barack-obama+dmitry-medvedev in-person white-house hosted by barack-obama"
      " 2010-06-01..2010-06-30")]),
    ("Trump and Putin met on the sidelines of the G20 summit in Hamburg on July 7, 2017.",
     [("took place donald-trump+vladimir-putin in-person pull-aside/sidelines hamburg"
      " g20-hamburg-2017 2017-07-07")]),
    ("Biden called Putin on January 26, 2021.", [f"took place {BIDEN} phone 2021-01-26"]),
    ("Biden and Putin spoke by video link in December 2021.",
     [f"took place {BIDEN} video 2021-12-01..2021-12-31"]),
    ("Biden and Putin, who met in Geneva in June 2021, spoke by phone in July 2021.",
     [f"took place {BIDEN} in-person geneva 2021-06-01..2021-06-30",
      f"took place {BIDEN} phone 2021-07-01..2021-07-31"]),
    ("Putin and Obama met nine times.", ["9 of vladimir-putin+barack-obama in-person"]),
    ("Nearly thirty meetings between George W. Bush and Putin took place.",
     [f"25-29 of {BUSH}"]),
    ("Trump met Putin five times while both were presidents.",
     [("5 of donald-trump[us-president]+vladimir-putin[ru-president] in-person")]),
    ("Trump met Putin in Helsinki when both were president.",
     [("took place donald-trump[us-president]+vladimir-putin[ru-president] in-person helsinki")]),
    ("Three U.S. presidents have visited Russia since 2000.",
     ["3 @us-president: visit @us-president ru 2000-01-01..~2001-01-01.."]),
    ("Trump met Putin twice in 2017.", [f"2 of {TRUMP} 2017-01-01..2017-12-31"]),
    ("In Trump's first term, he met Putin six times.", [f"6 of {TRUMP} 2017-01-20..2021-01-20"]),
    ("Trump and Putin have had at least 10 phone calls since 2025.",
     ["10- of donald-trump+vladimir-putin phone 2025-01-01..~2026-01-01.."]),
    ("Putin has visited the United States eight times as president.",
     ["8 of visit vladimir-putin[ru-president] us"]),
    ("Obama first met Medvedev in Moscow in 2009.",
     ["#1 of barack-obama+dmitry-medvedev in-person is moscow 2009-01-01..2009-12-31"]),
    ("Trump and Putin met for the first time in Hamburg in July 2017.",
     [f"#1 of {TRUMP} is hamburg 2017-07-01..2017-07-31"]),
    ("Putin last visited the United States in September 2015.",
     ["#-1 of visit vladimir-putin us is 2015-09-01..2015-09-30"]),
    ("The Trump–Putin summit in Helsinki in July 2018 lasted over two hours.",
     [f"{TRUMP} helsinki 2018-07-01..2018-07-31 lasted 121-"]),
    ("- Trump and Putin met in Hamburg on 7\n  July 2017.",
     [f"took place {TRUMP} hamburg 2017-07-07"]),
    ("Putin paid a state or official visit to the United States in 2001.",
     ["took place visit vladimir-putin official/state us 2001-01-01..2001-12-31"]),
    ("- Joe\n  Biden and Putin met nine times, counting one for each\n  day on which they met.",
     [f"9 of {BIDEN} in-person"]),
    ("Putin met presidents of the United States 48 times.",
     ["48 of vladimir-putin+@us-president in-person"]),
    ("As vice president, Biden met Putin in Moscow in March 2011.",
     [("took place joe-biden[us-vice-president]+vladimir-putin in-person moscow"
      " 2011-03-01..2011-03-31")]),
    ("The Geneva summit on 16 June 2021 was Biden's first meeting with Putin as president.",
     ["#1 of joe-biden[us-president]+vladimir-putin in-person is geneva 2021-06-16"]),
    ("Putin's visit to Alaska in August 2025 was his first to the United States since 2015.",
     [("alaska 2025-08-01..2025-08-31 first of visit vladimir-putin us"
      " since 2015-01-01..2015-12-31")]),
    ("Putin and Biden have not met since June 2021.",
     ["none of vladimir-putin+joe-biden in-person since 2021-06-01..2021-06-30"]),
    ("Biden has never visited Russia as president.",
     ["0 of visit joe-biden[us-president] ru"]),
    ("No sitting U.S. president has visited Moscow since 2009.",
     ["none of visit @us-president moscow since 2009-01-01..2009-12-31"]),
    ("Putin met all U.S. presidents since Clinton except Biden.",
     ["each bill-clinton.. but joe-biden @us-president: @us-president+vladimir-putin in-person"]),
    ("Putin has met five U.S. presidents.",
     ["5 @us-president: @us-president+vladimir-putin in-person"]),
    ("Biden and Putin met for over three hours in Geneva in June 2021.",
     [f"took place {BIDEN} in-person geneva 2021-06-01..2021-06-30",
      f"{BIDEN} in-person geneva 2021-06-01..2021-06-30 lasted 181-"]),
    ("Vladimir Putin was president of Russia from 2000 to 2008.",
     ["vladimir-putin ru-president from 2000-01-01..2000-12-31 to 2008-01-01..2008-12-31"]),
    ("Vladimir Putin was acting president of Russia in January 2000.",
     ["vladimir-putin acting ru-president in 2000-01-01..2000-01-31"]),
    ("Podgorny was chairman of the Presidium of the Supreme Soviet on 1 May 1970.",
     ["nikolai-podgorny su-head-of-state in 1970-05-01"]),
    ("Reagan met chairmen of the Presidium of the Supreme Soviet twice.",
     ["2 of ronald-reagan+@su-head-of-state in-person"]),
    ("General secretaries of the CPSU met Reagan five times.",
     ["5 of @su-general-secretary+ronald-reagan in-person"]),
    ("Chairman Podgorny met Reagan in Moscow in June 1970.",
     [("took place nikolai-podgorny[su-head-of-state]+ronald-reagan in-person moscow"
      " 1970-06-01..1970-06-30")]),
    ("Chairman Kosygin met Reagan in Moscow in June 1970.",
     [("took place alexei-kosygin[su-premier]+ronald-reagan in-person moscow"
      " 1970-06-01..1970-06-30")]),
    ("Clinton met Yeltsin at the summit of the Peacemakers 1996.",
     ["took place bill-clinton+boris-yeltsin in-person peacemakers-1996"]),
    ("Reagan's last visit to the Soviet Union was the one to Moscow in May 1988.",
     ["#-1 of visit ronald-reagan su is moscow 1988-05-01..1988-05-31"]),
    ("Reagan met Gorbachev in Moscow, in the Soviet Union, in May 1988.",
     ["took place ronald-reagan+mikhail-gorbachev in-person moscow 1988-05-01..1988-05-31"]),
    ("Obama met Merkel in Moscow in July 2009 and later visited Iceland.",
     ["took place barack-obama+angela-merkel in-person moscow 2009-07-01..2009-07-31",
      "took place visit barack-obama is 2009-07-01..~2009-08-01.."]),
    ("Obama has been to Moscow twice.", ["2 of visit barack-obama moscow"]),
    ("Putin's last visit to Germany was to Hamburg in 2017.",
     ["#-1 of visit vladimir-putin de is hamburg 2017-01-01..2017-12-31"]),
    ("The meeting in Geneva in 2021 was the first meeting between Biden and Putin since 2018.",
     [("geneva 2021-01-01..2021-12-31 first of joe-biden+vladimir-putin in-person"
       " since 2018-01-01..2018-12-31")]),
    ("Biden and Putin met briefly on the sidelines of the G20 summit.",
     [f"took place {BIDEN} in-person pull-aside/sidelines g20"]),
    ("Neither Obama nor Biden visited Iceland.",
     ["0 of visit barack-obama is", "0 of visit joe-biden is"]),
    ("Reagan met Gorbachev in the Soviet Union in 1992.",
     ["took place ronald-reagan+mikhail-gorbachev in-person su 1992-01-01..1992-12-31"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_what_a_sentence_says(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


def test_what_follows_something_of_no_day_is_left_alone() -> None:
    text = "Obama met Merkel in Moscow and later visited Iceland."
    assert lines(text) == ["took place barack-obama+angela-merkel in-person moscow"]


# --- who is meant --------------------------------------------------------------------------------

MEANT = [
    ("Obama and Medvedev met in Geneva. They met again in Moscow in 2009.",
     "took place barack-obama+dmitry-medvedev in-person moscow 2009-01-01..2009-12-31"),
    ("# Putin and the presidents\n\n## Barack Obama\n\nThe two last met in Hamburg in 2016.",
     "#-1 of barack-obama+vladimir-putin in-person is hamburg 2016-01-01..2016-12-31"),
    ("# Obama and Putin\n\nThe U.S. president met the Russian leader in Moscow in 2009.",
     "took place barack-obama+vladimir-putin in-person moscow 2009-01-01..2009-12-31"),
    ("Putin and Biden met once, in Geneva in June 2021. The meeting lasted over three hours.",
     "vladimir-putin+joe-biden in-person geneva 2021-06-01..2021-06-30 lasted 181-"),
    ("Merkel left in 2021. She never visited Russia as chancellor.",
     "0 of visit angela-merkel[de-chancellor] ru"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MEANT)
def test_who_is_meant_comes_from_the_text_before(text: str, expected: str) -> None:
    assert lines(text)[-1] == expected


def test_a_title_says_who_a_page_is_about() -> None:
    document = Document(
        text="## Joe Biden\n\nThey met in Geneva in 2021.", as_of=AS_OF, title="Meetings of Putin"
    )
    (statement,) = read(document, NAMES).statements
    assert [short(claim) for claim in statement.claims] == [
        f"took place {BIDEN} in-person geneva 2021-01-01..2021-12-31"
    ]


# --- sentences that say nothing ------------------------------------------------------------------

PLAN = "a plan, a wish or a doubt"
STRANGER = "somebody in it isn't in the record, or can't be told"
SPAN = "a span between people was not read"
TERM = "a phrase that restricts it was not read: “his first term”"
NO_STATE = "it isn't clear that there was such a state then"
TRAPS = [
    ("Putin will meet Trump in Anchorage on Thursday.", PLAN),
    ("Putin and Trump to meet in Anchorage", "an intention"),
    ("A meeting between Putin and Trump would be the first since 2019.", PLAN),
    ("Putin and Trump may meet in Helsinki.", PLAN),
    ("If Putin and Biden ever meet again, it would be in Geneva.", PLAN),
    ("Had Putin and Biden met in 2022, things would be different.", PLAN),
    ("Will Putin and Trump meet in 2026?", "a question"),
    ("“I met Putin in Geneva,” said Biden.", "quoted words"),
    ("The Kremlin denied that Putin met Biden in 2023.", PLAN),
    ("Trump claims to have met Putin in 2013.", PLAN),
    ("It is not true that Trump and Putin met in Helsinki in 2018.", PLAN),
    ("It isn't so that Trump and Putin met in Helsinki in 2018.", PLAN),
    ("Trump and Putin met in Helsinki in 2018 – not true.", PLAN),
    ("Trump and Putin met in Helsinki in 2018, which is false.", PLAN),
    ("Trump and Putin met in Helsinki in 2018, or so it was believed.", PLAN),
    ("He falsely said that Trump and Putin met in Helsinki in 2018.", PLAN),
    ("He was wrong to say that Trump and Putin met in Helsinki in 2018.", PLAN),
    ("He did not say that Trump and Putin met in Helsinki in 2018.", PLAN),
    ("Nobody says that Trump and Putin met in Helsinki in 2018.", PLAN),
    ("No record shows that Trump and Putin met in Helsinki in 2018.", PLAN),
    ("None of them reported that Trump and Putin met in Helsinki in 2018.", PLAN),
    ("Neither side said that Trump and Putin met in Helsinki in 2018.", PLAN),
    ("Obama cancelled a planned meeting with Putin in Moscow in 2013.", PLAN),
    ("The meeting between Trump and Putin in Helsinki was postponed.", PLAN),
    ("There are no plans for a meeting between Putin and Biden.", PLAN),
    ("Trump agreed to meet Putin in Alaska.", PLAN),
    ("Putin and Trump meet in Anchorage.", "not said of the past"),
    ("Presidents Biden, Putin hold two-hour talks via video call.", "not said of the past"),
    ("Putin-Trump Phone Call Lasted 70 Minutes - Kremlin Aide", "the title of a text"),
    ("- *Disputed: phone call between Bush and Putin on 11 September 2001*", PLAN),
    ("Cancelled: meeting between Obama and Putin in Moscow in September 2013", PLAN),
    ("Putin's plan met with resistance from Biden.", PLAN),
    ("Obama was to visit Moscow in September 2013.", "an intention"),
    ("Obama is to meet Putin in Moscow.", "an intention"),
    ("Obama and Putin were to have met in Moscow in September 2013.", "an intention"),
    ("Obama was to have held talks with Putin in Moscow in September 2013.", "an intention"),
    ("No American president visited Germany between Bush and Obama.", SPAN),
    ("No American president met Putin between Bush and Obama.", SPAN),
    ("There was no visit to Germany by an American president between Bush and Obama.", SPAN),
    ("Obama visited Hamburg by Merkel in 2013.", "somebody else than the visitor is named"),
    ("No other American president met Putin in Helsinki.", STRANGER),
    ("Putin met no other American president in Helsinki.", STRANGER),
    ("Obama visited Moscow during his first term.", TERM),
    ("Biden and Putin held a brief bilateral meeting in Geneva.", SEVERAL),
    ("Biden and Putin met in person and by phone in 2021.", SEVERAL),
    ("Trump met expectations in 2018.", STRANGER),
    ("Bush met voters in Moscow in 2002.", STRANGER),
    ("Aides to Putin met Biden in Geneva.", STRANGER),
    ("Biden's advisers met Putin in Moscow in 2021.", STRANGER),
    ("Putin received Tillerson in Moscow in 2017.", STRANGER),
    ("Hunter Biden met Putin in 2015.", STRANGER),
    ("Prime Minister Biden met Putin in 2015.", STRANGER),
    ("Russian President Clinton met Putin in 2000.", STRANGER),
    ("Chairman Clinton met Putin in 2000.", STRANGER),
    ("Putin visited the Trump Tower in 1987.", STRANGER),
    ("Reagan met Gorbachev in Moscow, in the Soviet Union, in 1992.", NO_STATE),
    ("Clinton's last visit to the Soviet Union was the one to Moscow in 1995.", NO_STATE),
    ("Clinton's last visit to the Soviet Union was the one to Hamburg in 1990.",
     "the place of the event isn't where the visit went"),
    ("Putin and Xi met in Moscow in 2023.", STRANGER),
    ("Obama and Putin had not met since September 2015.",
     "said of an earlier day than the text's own"),
    ("Before Helsinki, Putin had last visited Germany in 2015.",
     "said of an earlier day than the text's own"),
    ("By then Obama and Putin had met nine times.", "said of an earlier day than the text's own"),
    ("Trump and Putin met in Pyongyang in 2017.", "a name in it isn't in the record"),
    ("Biden and Putin met in 2021. It was the first summit of the two countries since 2018.",
     "a phrase that restricts it was not read: “two”"),
    ("Biden and Putin met in 2021. It was the first U.S.-Russia summit since 2018.",
     "more than one place is said of it"),
    ("The second leader met Putin, said Biden.", STRANGER),
    ("Since the row over wine, Trump has met Putin six times.", "it isn't clear since when"),
    ("Putin, Biden and Obama met. They met again in 2010.", STRANGER),
    ("Trump’s meetings with Putin were often framed by fear.", "nothing is said of it"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reason"), TRAPS)
def test_what_is_no_claim_is_left_alone_and_why(text: str, reason: str) -> None:
    found = reading(text)
    last = text.rsplit(". ", 1)[-1].removeprefix("- ")
    assert [s for s in found.statements if s.quote.text == last] == []
    assert [s.reason for s in found.silences if s.quote.text == last] == [reason]


@pytest.mark.parametrize(
    "text",
    [
        "Moscow and Washington met in Geneva over arms control.",
        "Putin and Obama addressed the assembly in 2015.",
        "The early 2000s were marked by cautious cooperation.",
        "Biden threatened sanctions if Russia invaded.",
    ],
)
def test_what_holds_no_word_of_two_leaders_meeting_makes_no_claim(text: str) -> None:
    assert reading(text).statements == ()


# --- the rules that words admit ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Biden and Putin met nine times.", "meeting"),
        ("Biden and Putin first met in Geneva.", "first"),
        ("Biden and Putin spoke by phone nine times.", "remote"),
        ("Biden and Putin never met.", "negative"),
        ("Biden and Putin have not met since 2021.", "negative"),
        ("Biden and Putin met only once while both were in office.", "in-office"),
        ("Putin visited Germany nine times.", "visit"),
        ("Anchorage in 2025 was the site; it was Trump's seventh official meeting with Putin.", ""),
    ],
)
def test_rules_that_words_admit(text: str, row: str) -> None:
    found = [claim for statement in reading(text).statements for claim in statement.claims]
    assert [claim.rules for claim in found] == ([admitted(row)] if row else [])


@pytest.mark.parametrize(
    "text",
    [
        "Biden and Putin met nine times",
        "The last meeting between Biden and Putin was the one in Geneva in 2021",
        "Putin's last meeting with an American president was the meeting with Trump in Geneva",
    ],
)
def test_a_text_may_name_its_rule(text: str) -> None:
    (statement,) = reading(
        f"{text}, counting one for each day on which they met while both led their countries."
    ).statements
    assert statement.claims[0].rules == ("one-a-day",)


# --- any text at all -----------------------------------------------------------------------------

WORDS = st.sampled_from(
    ["Putin", "Biden", "they", "met", "first", "visit", "to", "Russia", "since", "2013", "was",
     "the", "meeting", "of", "and", ",", ".", "—", "(", ")", "no", "U.S. president", "in", "\n",
     "who", "once", "had", "not", "while", "both were in office", "on", "June 2021", "’s"]
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(WORDS, max_size=30).map(" ".join) | st.text())
def test_reading_never_fails_and_quotes_what_it_read(text: str) -> None:
    found = reading(text)
    for statement in found.statements:
        assert text[statement.quote.start : statement.quote.end] == statement.quote.text
        for claim in statement.claims:
            assert claim.quote is not None
            assert text[claim.quote.start : claim.quote.end] == claim.quote.text
            assert isinstance(claim, Held) or claim.quote.text in statement.quote.text


def test_a_model_that_is_not_installed_is_named() -> None:
    with pytest.raises(ValueError, match="no language model 'en_core_web_none' is installed"):
        SpacyParser("en_core_web_none").parse([["They", "met", "."]])
