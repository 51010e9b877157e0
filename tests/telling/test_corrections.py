from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.model.bounds import Bounds, Tally
from summitry.model.claims import (
    Claim,
    Detail,
    EachOf,
    FirstSince,
    Held,
    HowMany,
    Lasted,
    NoneBut,
    NoneSince,
    NthOf,
    SinceDays,
    SoMany,
    SomeDay,
    TookPlace,
    WasAbout,
    WhichOne,
    Who,
)
from summitry.model.findings import Correction, Fault
from summitry.telling.corrections import correct
from tests.telling.drawn_claims import claims
from tests.telling.short import (
    PHONE,
    PUTIN,
    TRUMP,
    US_PRESIDENT,
    as_,
    met,
    of_kind,
    set_in,
    visited,
)
from tests.telling.small_events import (
    ANCHORAGE,
    DINNER,
    GENEVA,
    HAMBURG,
    HELSINKI,
    MOSCOW,
    PETERSBURG,
    VIDEO,
    found,
)
from tests.telling.small_names import NAMES, one_day, window

JULY_2009 = window("2009-07-01", "2009-07-31")
YEAR_2013 = window("2013-01-01", "2013-12-31")
TENURES = tuple(t for t in NAMES.tenures if (t.person, t.office) == ("medvedev", "ru-president"))


def took(**more: Any) -> TookPlace:  # noqa: ANN401 - Selection's fields
    return TookPlace(selection=met(TRUMP, **more))


def who(roster: EachOf | NoneBut | NthOf | SoMany) -> Who:
    return Who(among=US_PRESIDENT, selection=met(US_PRESIDENT), roster=roster)


def cases() -> Iterator[tuple[Claim, Correction, str | None]]:
    yield (
        took(window=one_day("2017-07-08")),
        Correction(Fault.DATE, events=(HAMBURG,)),
        "It was on 7 July 2017, not on 8 July 2017.",
    )
    yield (
        took(place="geneva"),
        Correction(Fault.PLACE, events=(HELSINKI,)),
        "It was in Helsinki, not in Geneva.",
    )
    # A visitor of one country has visited others: that is near only nearby, or at the time.
    elsewhere = Correction(Fault.PLACE, events=(MOSCOW,))
    yield TookPlace(selection=visited(TRUMP, "us")), elsewhere, None
    yield TookPlace(selection=visited(TRUMP, "us", window=YEAR_2013)), elsewhere, None
    for place, time in (("us", JULY_2009), ("petersburg", YEAR_2013)):
        yield (
            TookPlace(selection=visited(TRUMP, place, window=time)),
            elsewhere,
            "The record has the visit to Moscow from 6 to 8 July 2009.",
        )
    yield (
        took(place="geneva"),
        Correction(Fault.PLACE, events=(HAMBURG, DINNER, HELSINKI)),
        (
            "The record has the meeting in Hamburg on 7 July 2017 and the meeting in Helsinki on 16"
            " July 2018."
        ),
    )
    yield (
        TookPlace(selection=met(modes=PHONE)),
        Correction(Fault.MODE, events=(VIDEO,)),
        "It was a video call, not a phone call.",
    )
    yield (
        took(settings=set_in("bilateral")),
        Correction(Fault.SETTING, events=(DINNER,)),
        "It was brief, not standalone.",
    )
    yield (
        took(series="apec"),
        Correction(Fault.OCCASION, events=(HAMBURG,)),
        "It was part of G20 Hamburg 2017, not part of an APEC gathering.",
    )
    yield (
        took(host=PUTIN),
        Correction(Fault.HOST, events=(ANCHORAGE,)),
        "It was hosted by Donald Trump, not hosted by Vladimir Putin.",
    )
    yield (
        TookPlace(selection=visited(TRUMP, "ru", visit_kinds=of_kind("state"))),
        Correction(Fault.KIND, events=(MOSCOW,)),
        "It was an official visit, not a state visit.",
    )
    yield (
        TookPlace(selection=met(as_("putin", "ru-pm"))),
        Correction(Fault.CAPACITY, events=(GENEVA,)),
        (
            "The record has the meeting at Villa La Grange in Geneva on 16 June 2021, when Vladimir"
            " Putin was president of Russia."
        ),
    )
    yield (
        Detail(selection=met(TRUMP), aspect=Lasted(Bounds(240, None))),
        Correction(Fault.LENGTH, events=(HAMBURG,)),
        "It was 136 minutes long, not at least four hours long.",
    )
    yield (
        Detail(selection=met(TRUMP), aspect=WasAbout("arms")),
        Correction(Fault.TOPIC, events=(HAMBURG,)),
        "It was about Syria, not about arms control.",
    )
    for claimed, number, told in (
        (Bounds.exactly(6), Tally(7, 7), "It happened seven times, not six times."),
        (Bounds.exactly(2), Tally(1, 1), "It happened once, not twice."),
        (Bounds(3, None), Tally(2, 2), "It happened twice, not at least three times."),
        (Bounds.exactly(0), Tally(2, None), "It happened at least twice."),
        (Bounds.exactly(2), Tally(0, 0), "It never happened, not twice."),
    ):
        claim = HowMany(selection=met(), number=claimed)
        yield claim, Correction(Fault.COUNT, number=number), told
    seventh = WhichOne(selection=met(TRUMP), position=2, that=met(TRUMP, place="anchorage"))
    yield (
        seventh,
        Correction(Fault.POSITION, events=(HELSINKI,), number=Tally(3, 3)),
        "It was the third, not the second; the second was the one in Helsinki on 16 July 2018.",
    )
    yield (
        replace(seventh, position=1),
        Correction(Fault.POSITION, events=(HAMBURG, HELSINKI), number=Tally(3, None)),
        ("The first was the one in Hamburg on 7 July 2017 or the one in Helsinki on 16 July 2018."),
    )
    yield (
        replace(seventh, position=-1),
        Correction(Fault.POSITION, events=(HELSINKI,), number=Tally(2, None)),
        "The last was the one in Helsinki on 16 July 2018.",
    )
    yield (
        NoneSince(selection=visited(US_PRESIDENT, "ru"), anchor=SinceDays(YEAR_2013)),
        Correction(Fault.BETWEEN, events=(PETERSBURG,)),
        "The record has one visit since then: from 5 to 6 September 2013.",
    )
    yield (
        FirstSince(selection=met(TRUMP), anchor=SinceDays(YEAR_2013), that=met(TRUMP)),
        Correction(Fault.BETWEEN, events=(HAMBURG, HELSINKI)),
        (
            "The record has two meetings in between: in Hamburg on 7 July 2017 and in Helsinki on"
            " 16 July 2018."
        ),
    )
    yield (
        who(EachOf(but=frozenset({"biden"}))),
        Correction(Fault.PERSON, people=("biden", "clinton")),
        "Joe Biden had a meeting of this kind and Bill Clinton had no meeting of this kind.",
    )
    yield (
        who(NthOf("trump")),
        Correction(Fault.PERSON, events=(GENEVA,), people=("biden",)),
        "The first was Joe Biden, at Villa La Grange in Geneva on 16 June 2021.",
    )
    yield (
        who(NoneBut(frozenset({"biden", "clinton"}))),
        Correction(Fault.PERSON, people=("biden", "trump"), number=Tally(2, 2)),
        "Donald Trump had a meeting of this kind and Bill Clinton had no meeting of this kind.",
    )
    yield (
        who(SoMany(Bounds.exactly(5))),
        Correction(Fault.PERSON, people=("biden", "trump"), number=Tally(2, 2)),
        "The record has two: Donald Trump and Joe Biden.",
    )
    yield who(NthOf("trump")), Correction(Fault.PERSON), None
    yield (
        who(SoMany(Bounds.exactly(5))),
        Correction(Fault.PERSON, number=Tally(0, 0)),
        "The record has none.",
    )
    yield (
        Held(person="putin", office="ru-president", time=SomeDay(one_day("2010-06-16"))),
        Correction(Fault.TERM),
        (
            "On 16 June 2010, Vladimir Putin was prime minister of Russia, and Dmitry Medvedev was"
            " president of Russia."
        ),
    )
    yield (
        Held(person="medvedev", office="ru-president", time=SomeDay(YEAR_2013)),
        Correction(Fault.TERM, tenures=TENURES),
        "On record, Dmitry Medvedev was president of Russia from 7 May 2008 to 7 May 2012.",
    )


CASES = list(cases())


@pytest.mark.parametrize(("claim", "correction", "told"), CASES, ids=[str(c[2]) for c in CASES])
def test_a_correction_says_what_the_record_has(
    claim: Claim, correction: Correction, told: str
) -> None:
    assert correct(found(claim, "refuted", correction=correction), NAMES) == told


EVENTS = st.lists(
    st.sampled_from([GENEVA, HAMBURG, DINNER, VIDEO, MOSCOW, PETERSBURG]), max_size=3, unique=True
).map(tuple)


@given(claims(), st.sampled_from(Fault), EVENTS)
def test_no_correction_raises_or_leaves_a_hole(claim: Claim, fault: Fault, events: Any) -> None:  # noqa: ANN401
    people = ("biden", "trump")
    correction = Correction(
        fault, events=events, tenures=TENURES, number=Tally(2, 3), people=people
    )
    told = correct(found(claim, "refuted", correction=correction), NAMES)
    assert told is None or (told.endswith(".") and "None" not in told and "{" not in told)
