"""Claims of every kind and option, each with the sentence that tells it."""

from __future__ import annotations

from summitry.model.bounds import Bounds
from summitry.model.claims import (
    Claim,
    Detail,
    EachOf,
    Elected,
    FirstSince,
    Held,
    HowMany,
    Lasted,
    NoneBut,
    NoneSince,
    NthOf,
    Roster,
    SinceDays,
    SinceEvent,
    SinceLandmark,
    SinceTenure,
    SoMany,
    SomeDay,
    Spell,
    Throughout,
    TimeInOffice,
    TookPlace,
    WasAbout,
    WasAt,
    WasHostedBy,
    WasPartOf,
    WasPartOfSeries,
    WasSetting,
    WasWithin,
    WhichOne,
    Who,
)
from summitry.model.selection import Selection
from summitry.model.when import ALWAYS, Window
from tests.telling.short import (
    ANY_MODE,
    BIDEN,
    IN_PERSON,
    MERKEL,
    OBAMA,
    PHONE,
    PUTIN,
    REMOTE,
    RU_PRESIDENT,
    TRUMP,
    US_PRESIDENT,
    as_,
    in_office,
    met,
    of_kind,
    set_in,
    visited,
)
from tests.telling.small_names import days, one_day, window

GENEVA = met(place="geneva", window=one_day("2021-06-16"))
ANCHORAGE = met(TRUMP, place="anchorage", window=one_day("2025-08-15"))
HAMBURG = met(TRUMP, place="hamburg", window=one_day("2017-07-07"))
SEPTEMBER_2013 = window("2013-09-01", "2013-09-30")
YEAR_2013 = window("2013-01-01", "2013-12-31")
TERM = window("2001-01-01", "2009-12-31")
EARLY = Window(days("2000-01-01", "2001-12-31"), days("2000-01-01", "2004-12-31"), "early 2000s")


def took(selection: Selection) -> TookPlace:
    return TookPlace(selection=selection)


def held(time: TimeInOffice, *, acting: bool | None = None) -> Held:
    return Held(person="putin", office="ru-president", time=time, acting=acting)


def who(roster: Roster, selection: Selection | None = None) -> Who:
    return Who(among=US_PRESIDENT, selection=selection or met(US_PRESIDENT), roster=roster)


GOLDEN: list[tuple[Claim, str]] = [
    # took place: where and when
    (took(GENEVA), "Joe Biden and Vladimir Putin met in Geneva on 16 June 2021."),
    (took(met(place="villa")), "Joe Biden and Vladimir Putin met at Villa La Grange."),
    (took(met(place="kremlin")), "Joe Biden and Vladimir Putin met at the Kremlin."),
    (took(met(place="us")), "Joe Biden and Vladimir Putin met in the United States."),
    (took(met(place="sg")), "Joe Biden and Vladimir Putin met in Singapore."),
    (took(met(place="singapore")), "Joe Biden and Vladimir Putin met in the city of Singapore."),
    (
        took(met(place="petersburg-fl", window=YEAR_2013)),
        "Joe Biden and Vladimir Putin met in St. Petersburg, the United States, in 2013.",
    ),
    (took(met(window=TERM)), "Joe Biden and Vladimir Putin met from 2001 to 2009."),
    (took(met(window=EARLY)), "Joe Biden and Vladimir Putin met in the early 2000s."),
    # took place: modes
    (took(met(modes=PHONE)), "Joe Biden and Vladimir Putin spoke by phone."),
    (took(met(modes=REMOTE)), "Joe Biden and Vladimir Putin spoke by phone or video link."),
    (took(met(modes=ANY_MODE)), "Joe Biden and Vladimir Putin were in contact."),
    (took(met(modes=IN_PERSON | PHONE)), "Joe Biden and Vladimir Putin met or spoke by phone."),
    # took place: settings and occasions
    (
        took(met(settings=set_in("bilateral"))),
        "Joe Biden and Vladimir Putin held a standalone meeting.",
    ),
    (
        took(met(PUTIN, US_PRESIDENT, settings=set_in("bilateral", "sidelines"))),
        "Vladimir Putin held a bilateral meeting with a president of the United States.",
    ),
    (
        took(met(settings=set_in("sidelines"), occasion="g20-2017")),
        "Joe Biden and Vladimir Putin met for talks on the sidelines of G20 Hamburg 2017.",
    ),
    (
        took(met(settings=set_in("sidelines"), place="hamburg")),
        (
            "Joe Biden and Vladimir Putin met for talks on the sidelines of a larger gathering"
            " in Hamburg."
        ),
    ),
    (
        took(met(settings=set_in("pull-aside"), series="apec")),
        "Joe Biden and Vladimir Putin met in a pull-aside at an APEC gathering.",
    ),
    (
        took(met(settings=set_in("bilateral", "multilateral"), series="g20")),
        (
            "Joe Biden and Vladimir Putin met in a standalone meeting or in a group session at a"
            " G20 gathering."
        ),
    ),
    (
        took(met(settings=set_in("bilateral", "sidelines", "pull-aside"))),
        "Joe Biden and Vladimir Putin met outside group sessions.",
    ),
    (
        took(met(occasion="helsinki-2018")),
        "Joe Biden and Vladimir Putin met at the Helsinki Summit.",
    ),
    # took place: host, topic, capacity
    (
        took(met(in_office("biden"), in_office("putin"), host=as_("parmelin"), topic="arms")),
        (
            "Joe Biden and Vladimir Putin met, hosted by Guy Parmelin, to talk about arms control"
            " while both were in office."
        ),
    ),
    (
        took(met(modes=PHONE, topic="syria")),
        "Joe Biden and Vladimir Putin spoke by phone about Syria.",
    ),
    (
        took(met(as_("biden", "us-president"), as_("putin", "ru-president", "ru-pm"))),
        (
            "Joe Biden and Vladimir Putin met while Biden was president of the United States and"
            " Putin was president of Russia or prime minister of Russia."
        ),
    ),
    (
        took(met(in_office("bush-43"))),
        "George W. Bush and Vladimir Putin met while George W. Bush was in office.",
    ),
    # took place: holders, anyone, visits
    (
        took(met(US_PRESIDENT, RU_PRESIDENT)),
        "A president of the United States met a president of Russia.",
    ),
    (took(met(BIDEN, None, modes=PHONE)), "Joe Biden spoke by phone with someone."),
    (
        took(visited(OBAMA, "ru", window=SEPTEMBER_2013, series="g20")),
        "Barack Obama visited Russia in September 2013 for a G20 gathering.",
    ),
    (
        took(visited(OBAMA, "ru", visit_kinds=of_kind("state", "official"))),
        "Barack Obama paid a state or official visit to Russia.",
    ),
    (took(visited(OBAMA, window=YEAR_2013)), "Barack Obama paid a visit in 2013."),
    # how many
    (
        HowMany(selection=met(), number=Bounds.exactly(0)),
        "Joe Biden and Vladimir Putin never met.",
    ),
    (
        HowMany(selection=met(modes=ANY_MODE), number=Bounds.exactly(0)),
        "Joe Biden and Vladimir Putin were never in contact.",
    ),
    (
        HowMany(selection=met(BIDEN, None), number=Bounds.exactly(0)),
        "Joe Biden never met anyone.",
    ),
    (
        HowMany(selection=visited(US_PRESIDENT, "ru"), number=Bounds.exactly(0)),
        "No president of the United States ever visited Russia.",
    ),
    (
        HowMany(selection=met(), number=Bounds.exactly(1)),
        "Joe Biden and Vladimir Putin met only once.",
    ),
    (
        HowMany(selection=met(place="us"), number=Bounds.exactly(2)),
        "Joe Biden and Vladimir Putin met exactly twice in the United States.",
    ),
    (
        HowMany(selection=met(PUTIN, US_PRESIDENT), number=Bounds.exactly(11), rules=("talks",)),
        (
            "Vladimir Putin met presidents of the United States exactly 11 times, counting"
            " sit-down talks only, while both led their countries, without pull-asides and group"
            " sessions."
        ),
    ),
    (
        HowMany(selection=visited(US_PRESIDENT, "ru"), number=Bounds.exactly(1)),
        "A president of the United States visited Russia only once.",
    ),
    (
        HowMany(selection=visited(US_PRESIDENT, "ru"), number=Bounds(3, None)),
        "Presidents of the United States visited Russia at least three times.",
    ),
    (
        HowMany(selection=met(), number=Bounds(1, 2)),
        "Joe Biden and Vladimir Putin met once or twice.",
    ),
    (
        HowMany(selection=met(), number=Bounds(0, 1)),
        "Joe Biden and Vladimir Putin met at most once.",
    ),
    (
        HowMany(selection=met(settings=set_in("pull-aside")), number=Bounds(3, 5)),
        "Joe Biden and Vladimir Putin met in a pull-aside between three and five times.",
    ),
    (
        HowMany(selection=met(), number=Bounds(0, None)),
        "Joe Biden and Vladimir Putin met any number of times.",
    ),
    # which one
    (
        WhichOne(selection=met(TRUMP), position=7, that=ANCHORAGE, rules=("standalone",)),
        (
            "The seventh meeting between Donald Trump and Vladimir Putin was the one in Anchorage"
            " on 15 August 2025, counting standalone meetings only, while both led their"
            " countries, none on the margins of larger gatherings."
        ),
    ),
    (
        WhichOne(selection=met(), position=-2, that=met(modes=PHONE, window=YEAR_2013)),
        (
            "The second to last meeting between Joe Biden and Vladimir Putin was their phone call"
            " in 2013."
        ),
    ),
    (
        WhichOne(selection=met(US_PRESIDENT), position=1, that=GENEVA),
        (
            "The first meeting between a president of the United States and Vladimir Putin was the"
            " meeting between Joe Biden and Vladimir Putin in Geneva on 16 June 2021."
        ),
    ),
    (
        WhichOne(selection=met(PUTIN, US_PRESIDENT), position=1, that=met(PUTIN, BIDEN)),
        (
            "Vladimir Putin's first meeting with a president of the United States was the one with"
            " Joe Biden."
        ),
    ),
    (
        WhichOne(
            selection=visited(US_PRESIDENT, "ru"),
            position=-1,
            that=visited(OBAMA, "moscow", window=YEAR_2013),
        ),
        (
            "The last visit to Russia by a president of the United States was the one by Barack"
            " Obama to Moscow in 2013."
        ),
    ),
    (
        WhichOne(
            selection=visited(PUTIN, "us"), position=21, that=visited(PUTIN, "us", window=YEAR_2013)
        ),
        "Vladimir Putin's 21st visit to the United States was the one in 2013.",
    ),
    (
        WhichOne(
            selection=visited(PUTIN, "us"),
            position=-1,
            that=visited(PUTIN, "new-york", window=YEAR_2013),
        ),
        "Vladimir Putin's last visit to the United States was the one to New York in 2013.",
    ),
    (
        WhichOne(
            selection=met(settings=set_in("bilateral")),
            position=1,
            that=met(settings=set_in("bilateral"), occasion="g20-2017"),
        ),
        (
            "The first standalone meeting between Joe Biden and Vladimir Putin was the one at G20"
            " Hamburg 2017."
        ),
    ),
    # first since
    (
        FirstSince(selection=met(TRUMP), that=ANCHORAGE, anchor=SinceLandmark("invasion")),
        (
            "The meeting between Donald Trump and Vladimir Putin in Anchorage on 15 August 2025 was"
            " their first since the invasion of Ukraine."
        ),
    ),
    (
        FirstSince(selection=met(TRUMP, place="us"), that=ANCHORAGE, anchor=SinceDays(YEAR_2013)),
        (
            "The meeting between Donald Trump and Vladimir Putin in Anchorage on 15 August 2025 was"
            " their first in the United States since 2013."
        ),
    ),
    (
        FirstSince(
            selection=met(PUTIN, US_PRESIDENT),
            that=met(PUTIN, TRUMP, place="anchorage", window=one_day("2025-08-15")),
            anchor=SinceEvent(met(PUTIN, BIDEN, window=window("2021-06-16", "2021-06-17"))),
        ),
        (
            "Vladimir Putin's meeting with Donald Trump in Anchorage on 15 August 2025 was his"
            " first with a president of the United States since the one with Joe Biden from"
            " 16 to 17 June 2021."
        ),
    ),
    (
        FirstSince(
            selection=met(PUTIN, US_PRESIDENT),
            that=met(PUTIN, TRUMP, modes=PHONE, window=YEAR_2013),
            anchor=SinceEvent(met(PUTIN, BIDEN, modes=PHONE, window=YEAR_2013)),
        ),
        (
            "Vladimir Putin's phone call with Donald Trump in 2013 was his first meeting with a"
            " president of the United States since the last phone call between Vladimir Putin and"
            " Joe Biden in 2013."
        ),
    ),
    (
        FirstSince(
            selection=visited(PUTIN, "us"),
            that=visited(PUTIN, "us", window=one_day("2025-08-15")),
            anchor=SinceDays(YEAR_2013),
        ),
        "Vladimir Putin's visit to the United States on 15 August 2025 was his first since 2013.",
    ),
    (
        FirstSince(
            selection=visited(MERKEL, "ru"),
            that=visited(MERKEL, "moscow", window=YEAR_2013),
            anchor=SinceEvent(visited(MERKEL, "ru", window=TERM)),
        ),
        (
            "Angela Merkel's visit to Moscow in 2013 was her first visit to Russia since her last"
            " visit to Russia from 2001 to 2009."
        ),
    ),
    (
        FirstSince(
            selection=visited(US_PRESIDENT, "ru"),
            that=visited(OBAMA, "ru", window=YEAR_2013),
            anchor=SinceTenure("putin", "ru-president"),
        ),
        (
            "Barack Obama's visit to Russia in 2013 was the first visit to Russia by a president of"
            " the United States since Vladimir Putin became president of Russia."
        ),
    ),
    # none since
    (
        NoneSince(selection=met(), anchor=SinceEvent(GENEVA)),
        "Joe Biden and Vladimir Putin have not met since their meeting in Geneva on 16 June 2021.",
    ),
    (
        NoneSince(
            selection=met(PUTIN, US_PRESIDENT),
            anchor=SinceEvent(met(PUTIN, BIDEN, window=window("2021-06-16", "2021-06-17"))),
        ),
        (
            "Vladimir Putin has not met a president of the United States since his meeting with Joe"
            " Biden from 16 to 17 June 2021."
        ),
    ),
    (
        NoneSince(selection=met(MERKEL, None), anchor=SinceLandmark("brexit")),
        "Angela Merkel has not met anyone since Brexit.",
    ),
    (
        NoneSince(selection=visited(US_PRESIDENT, "ru"), anchor=SinceDays(one_day("2013-09-06"))),
        "No president of the United States has visited Russia since 6 September 2013.",
    ),
    (
        NoneSince(
            selection=visited(US_PRESIDENT, "ru"),
            anchor=SinceEvent(visited(OBAMA, "ru", occasion="g20-2017")),
        ),
        (
            "No president of the United States has visited Russia since Barack Obama's visit to"
            " Russia for G20 Hamburg 2017."
        ),
    ),
    (
        NoneSince(selection=met(modes=PHONE), anchor=SinceDays(EARLY)),
        "Joe Biden and Vladimir Putin have not spoken by phone since the early 2000s.",
    ),
    # who
    (
        who(EachOf(since="clinton", but=frozenset({"biden", "obama"}))),
        (
            "Every president of the United States since Bill Clinton except Barack Obama and Joe"
            " Biden met Vladimir Putin."
        ),
    ),
    (
        who(EachOf(since="clinton", until="biden"), selection=met(PUTIN, US_PRESIDENT)),
        "Every president of the United States from Bill Clinton to Joe Biden met Vladimir Putin.",
    ),
    (
        who(EachOf(until="biden")),
        "Every president of the United States up to Joe Biden met Vladimir Putin.",
    ),
    (
        who(NoneBut(frozenset({"biden", "obama"})), selection=met(US_PRESIDENT, modes=ANY_MODE)),
        (
            "Of the presidents of the United States, only Barack Obama and Joe Biden were in"
            " contact with Vladimir Putin."
        ),
    ),
    (
        who(NoneBut(frozenset()), selection=met(US_PRESIDENT, None)),
        "Of the presidents of the United States, none met anyone.",
    ),
    (
        who(NthOf("clinton"), selection=met(US_PRESIDENT, in_office("putin"))),
        (
            "Bill Clinton was the first president of the United States to meet Vladimir Putin while"
            " Putin was in office."
        ),
    ),
    (
        who(SoMany(Bounds.exactly(5)), selection=visited(US_PRESIDENT, "ru")),
        "Exactly five presidents of the United States visited Russia.",
    ),
    (
        who(SoMany(Bounds.exactly(1))),
        "Exactly one president of the United States met Vladimir Putin.",
    ),
    (
        who(SoMany(Bounds.exactly(0))),
        "Not one president of the United States met Vladimir Putin.",
    ),
    # held
    (
        held(SomeDay(one_day("2021-06-16"))),
        "Vladimir Putin was president of Russia on 16 June 2021.",
    ),
    (held(SomeDay(YEAR_2013)), "Vladimir Putin was president of Russia in 2013."),
    (held(SomeDay(ALWAYS)), "Vladimir Putin was president of Russia at some time."),
    (held(Throughout(YEAR_2013)), "Vladimir Putin was president of Russia throughout 2013."),
    (
        held(Throughout(TERM)),
        "Vladimir Putin was president of Russia throughout the time from 2001 to 2009.",
    ),
    (
        held(Spell(one_day("2000-05-07"), one_day("2008-05-07")), acting=False),
        "Vladimir Putin was full president of Russia from 7 May 2000 to 7 May 2008.",
    ),
    (
        held(Spell(began=TERM), acting=True),
        "Vladimir Putin became acting president of Russia at some time from 2001 to 2009.",
    ),
    (
        held(Spell(ended=YEAR_2013)),
        "Vladimir Putin ceased to be president of Russia in 2013.",
    ),
    (
        held(Elected(SEPTEMBER_2013)),
        "Vladimir Putin was elected president of Russia in September 2013.",
    ),
    # detail
    (
        Detail(selection=HAMBURG, aspect=Lasted(Bounds.exactly(136))),
        (
            "The meeting between Donald Trump and Vladimir Putin in Hamburg on 7 July 2017 lasted"
            " exactly 136 minutes."
        ),
    ),
    (
        Detail(selection=met(), aspect=Lasted(Bounds(121, None))),
        "A meeting between Joe Biden and Vladimir Putin lasted more than two hours.",
    ),
    (
        Detail(selection=GENEVA, aspect=WasAt("villa")),
        (
            "The meeting between Joe Biden and Vladimir Putin in Geneva on 16 June 2021 was at"
            " Villa La Grange."
        ),
    ),
    (
        Detail(selection=GENEVA, aspect=WasHostedBy(as_("parmelin"))),
        (
            "The meeting between Joe Biden and Vladimir Putin in Geneva on 16 June 2021 was hosted"
            " by Guy Parmelin."
        ),
    ),
    (
        Detail(selection=HAMBURG, aspect=WasPartOf("g20-2017")),
        (
            "The meeting between Donald Trump and Vladimir Putin in Hamburg on 7 July 2017 was part"
            " of G20 Hamburg 2017."
        ),
    ),
    (
        Detail(selection=visited(OBAMA, "ru"), aspect=WasPartOfSeries("un")),
        "A visit to Russia by Barack Obama was part of a UN General Assembly gathering.",
    ),
    (
        Detail(selection=HAMBURG, aspect=WasAbout("syria")),
        (
            "The meeting between Donald Trump and Vladimir Putin in Hamburg on 7 July 2017 was"
            " about Syria."
        ),
    ),
    (
        Detail(selection=met(), aspect=WasSetting(set_in("sidelines", "pull-aside"))),
        (
            "A meeting between Joe Biden and Vladimir Putin was on the sidelines of a larger"
            " gathering."
        ),
    ),
    (
        Detail(selection=met(place="hamburg"), aspect=WasWithin(TERM)),
        (
            "The meeting between Joe Biden and Vladimir Putin in Hamburg was at some time from 2001"
            " to 2009."
        ),
    ),
]
