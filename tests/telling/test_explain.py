from __future__ import annotations

from collections.abc import Iterator

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
    NoneSince,
    SinceDays,
    SinceLandmark,
    SomeDay,
    TookPlace,
    WasHostedBy,
    WasWithin,
    WhichOne,
    Who,
)
from summitry.model.findings import Bearing, Finding, Gap, Lack, Verdict
from summitry.model.rules import counting_rules
from summitry.telling.corrections import correct
from summitry.telling.explain import explain
from tests.telling.drawn_claims import claims
from tests.telling.short import (
    BIDEN,
    PHONE,
    PUTIN,
    TRUMP,
    US_PRESIDENT,
    met,
    visited,
)
from tests.telling.small_events import (
    ANCHORAGE,
    COVERS,
    DINNER,
    DISPUTED,
    GENEVA,
    HAMBURG,
    HELSINKI,
    MOSCOW,
    PETERSBURG,
    count,
    evidence,
    found,
)
from tests.telling.small_names import NAMES, days, one_day, window

TALKS = counting_rules()["talks"]
EVERY = counting_rules()["every-encounter"]
TWO_RULES = ("talks", "every-encounter")
YEAR_2013 = window("2013-01-01", "2013-12-31")
OPEN = (Gap(Lack.COVERAGE, None, days("2022-01-01", "2025-08-16")),)
TENURES = tuple(t for t in NAMES.tenures if (t.person, t.office) == ("putin", "ru-president"))


def cases() -> Iterator[tuple[Finding, str]]:
    yield (
        found(TookPlace(selection=met()), "supported", evidence=evidence(GENEVA)),
        "The record holds the meeting at Villa La Grange in Geneva on 16 June 2021.",
    )
    yield (
        found(TookPlace(selection=met(place="helsinki")), "refuted"),
        "The record holds no meeting between Joe Biden and Vladimir Putin in Helsinki.",
    )
    yield (
        found(
            TookPlace(selection=met(TRUMP, place="geneva")),
            "refuted",
            evidence=evidence(COVERS, bearing=Bearing.CONTEXT),
        ),
        (
            "The record holds no meeting between Donald Trump and Vladimir Putin in Geneva, and it"
            " is complete for such meetings."
        ),
    )
    yield (
        found(TookPlace(selection=met(modes=PHONE)), "not_enough_evidence", gaps=OPEN),
        (
            "The record holds no phone call between Joe Biden and Vladimir Putin, but the record is"
            " not complete for such phone calls from 1 January 2022 to 16 August 2025."
        ),
    )
    yield (
        found(
            TookPlace(selection=met(TRUMP, place="geneva")),
            "conflicting_evidence",
            gaps=(Gap(Lack.DISPUTE, DISPUTED.id),),
            evidence=evidence(DISPUTED, bearing=Bearing.MAY_COUNT),
        ),
        (
            "The record holds no meeting between Donald Trump and Vladimir Putin in Geneva, but"
            " sources disagree on the meeting in Geneva in November 2018."
        ),
    )
    many = (HAMBURG, DINNER, HELSINKI, ANCHORAGE)
    yield (
        found(
            HowMany(selection=met(TRUMP), number=Bounds.exactly(3), rules=TWO_RULES),
            "supported",
            rule=TALKS,
            tally=3,
            counts=(count("talks", 3, "supported"), count("every-encounter", 4)),
            evidence=evidence(*many),
        ),
        (
            "The record holds three meetings between Donald Trump and Vladimir Putin, counting"
            " sit-down talks only, while both led their countries, without pull-asides and group"
            " sessions; four"
            " counting every encounter, group sessions included."
        ),
    )
    yield (
        found(
            HowMany(selection=met(TRUMP), number=Bounds.exactly(9)),
            "refuted",
            rule=EVERY,
            tally=4,
            counts=(count("every-encounter", 4),),
            evidence=evidence(*many),
        ),
        (
            "The record holds four meetings between Donald Trump and Vladimir Putin (the first in"
            " Hamburg on 7 July 2017, the last in Anchorage on 15 August 2025), counting every"
            " encounter, group sessions included."
        ),
    )
    yield (
        found(
            HowMany(selection=met(TRUMP), number=Bounds.exactly(9)),
            "refuted",
            rule=EVERY,
            tally=1,
            counts=(count("every-encounter", 1), count("one-a-day", 0)),
            evidence=evidence(HAMBURG),
        ),
        (
            "The record holds one meeting between Donald Trump and Vladimir Putin (in Hamburg on"
            " 7 July 2017), counting every encounter, group sessions included; none counting one"
            " for each day on which they met while both led their countries."
        ),
    )
    yield (
        found(
            HowMany(selection=visited(US_PRESIDENT, "ru"), number=Bounds.exactly(2)),
            "not_enough_evidence",
            rule=EVERY,
            tally=Tally(2, None),
            evidence=evidence(MOSCOW, PETERSBURG),
            gaps=(Gap(Lack.COVERAGE, None, days("1990-01-01", "1990-12-31")),),
        ),
        (
            "The record holds two visits to Russia by a president of the United States (from 6 to 8"
            " July 2009 and from 5 to 6 September 2013), but the record is not complete for such"
            " visits in 1990."
        ),
    )
    seventh = WhichOne(
        selection=met(TRUMP), position=7, that=met(TRUMP, place="anchorage"), rules=TWO_RULES
    )
    yield (
        found(
            seventh,
            "supported",
            rule=TALKS,
            tally=7,
            counts=(count("talks", 7, "supported"), count("every-encounter", 9)),
        ),
        (
            "The meeting between Donald Trump and Vladimir Putin in Anchorage is the seventh on"
            " record, counting sit-down talks only, while both led their countries, without"
            " pull-asides and group sessions; the ninth counting every encounter, group sessions"
            " included."
        ),
    )
    last = WhichOne(selection=met(TRUMP), position=-1, that=met(TRUMP, place="helsinki"))
    yield (
        found(last, "refuted", rule=EVERY, tally=Tally(2, None)),
        (
            "The meeting between Donald Trump and Vladimir Putin in Helsinki is the second to last"
            " or an earlier one on record."
        ),
    )
    yield (
        found(last, "refuted", rule=EVERY, evidence=evidence(HAMBURG, ANCHORAGE)),
        (
            "The record holds two meetings between Donald Trump and Vladimir Putin, the last in"
            " Anchorage on 15 August 2025."
        ),
    )
    first = FirstSince(
        selection=met(TRUMP),
        anchor=SinceLandmark("invasion"),
        that=met(TRUMP, place="anchorage", window=one_day("2025-08-15")),
    )
    yield (
        found(first, "supported", evidence=evidence(ANCHORAGE)),
        (
            "The record holds no other meeting between Donald Trump and Vladimir Putin since the"
            " invasion of Ukraine before the one in Anchorage on 15 August 2025."
        ),
    )
    yield (
        found(first, "refuted", evidence=evidence(HAMBURG, DINNER, bearing=Bearing.INSTEAD)),
        (
            "The record holds two meetings between Donald Trump and Vladimir Putin since the"
            " invasion of Ukraine before that one: in Hamburg on 7 July 2017 (twice)."
        ),
    )
    yield (
        found(
            first,
            "not_enough_evidence",
            evidence=evidence(ANCHORAGE, bearing=Bearing.MAY_COUNT),
            gaps=OPEN,
        ),
        (
            "The meeting in Anchorage on 15 August 2025 may have been the first since the invasion"
            " of Ukraine, but the record is not complete for such meetings from 1 January 2022 to"
            " 16 August 2025."
        ),
    )
    none = NoneSince(selection=visited(US_PRESIDENT, "ru"), anchor=SinceDays(YEAR_2013))
    yield (
        found(none, "supported"),
        "The record holds no visit to Russia by a president of the United States since 2013.",
    )
    yield (
        found(none, "refuted", evidence=evidence(PETERSBURG)),
        (
            "The record holds one visit to Russia by a president of the United States since 2013:"
            " from 5 to 6 September 2013."
        ),
    )
    roster = Who(among=US_PRESIDENT, selection=met(US_PRESIDENT), roster=EachOf())
    yield (
        found(roster, "refuted", evidence=evidence(GENEVA, ANCHORAGE)),
        (
            "The presidents of the United States with a meeting of this kind on record are Donald"
            " Trump and Joe Biden."
        ),
    )
    yield (
        found(roster, "refuted"),
        "The record has no president of the United States with a meeting of this kind.",
    )
    yield (
        found(
            Held(person="putin", office="ru-president", time=SomeDay(one_day("2021-06-16"))),
            "supported",
            evidence=evidence(*TENURES, bearing=Bearing.CONTEXT),
        ),
        (
            "On record, Vladimir Putin was acting president of Russia from 31 December 1999 to 6"
            " May 2000 and president of Russia from 7 May 2000 to 7 May 2008 and from 7 May"
            " 2012 on."
        ),
    )
    yield (
        found(
            Held(person="biden", office="ru-president", time=SomeDay(YEAR_2013)),
            "not_enough_evidence",
            gaps=(Gap(Lack.TENURE, None, days("2013-01-01", "2013-12-31")),),
        ),
        (
            "The record has no time of Joe Biden as president of Russia, but who held the office in"
            " 2013 is not fully on record."
        ),
    )
    yield (
        found(
            Detail(selection=met(TRUMP), aspect=Lasted(Bounds(121, None))),
            "supported",
            evidence=evidence(HAMBURG),
        ),
        "The record has the meeting in Hamburg on 7 July 2017 as 136 minutes long.",
    )
    yield (
        found(
            Detail(selection=met(TRUMP), aspect=WasHostedBy(PUTIN)),
            "not_enough_evidence",
            evidence=evidence(HELSINKI),
            gaps=(Gap(Lack.HOST, HELSINKI.id), Gap(Lack.COVERAGE, None, None)),
        ),
        (
            "The record has the meeting in Helsinki on 16 July 2018 with no host given, but the"
            " record is not complete for such meetings, and the host of the meeting in Helsinki on"
            " 16 July 2018 is not on record."
        ),
    )
    yield (
        found(
            Detail(selection=met(BIDEN), aspect=WasWithin(YEAR_2013)),
            "refuted",
            evidence=evidence(GENEVA) + evidence(COVERS, bearing=Bearing.CONTEXT),
        ),
        "The record has the meeting at Villa La Grange in Geneva on 16 June 2021.",
    )


CASES = list(cases())


@pytest.mark.parametrize(("finding", "because"), CASES, ids=[because for _, because in CASES])
def test_a_finding_is_explained(finding: Finding, because: str) -> None:
    assert explain(finding, NAMES) == because


@pytest.mark.parametrize("lack", Lack)
@pytest.mark.parametrize("event", [HELSINKI.id, "not-among-the-evidence", None])
def test_every_lack_is_told(lack: Lack, event: str | None) -> None:
    claim = TookPlace(selection=met(TRUMP))
    gap = Gap(lack, event, days("2018-01-01", "2018-12-31") if event is None else None)
    finding = found(claim, "not_enough_evidence", gaps=(gap,), evidence=evidence(HELSINKI))
    told, _, missing = explain(finding, NAMES).partition(", but ")
    assert told == "The record holds the meeting in Helsinki on 16 July 2018"
    assert missing.endswith(".")
    assert "{" not in missing


def test_the_days_that_lack_coverage_are_told_once() -> None:
    gaps = (
        Gap(Lack.COVERAGE, None, days("2018-01-01", "2018-06-30")),
        Gap(Lack.COVERAGE, None, days("2018-07-01", "2018-12-31")),
    )
    finding = found(TookPlace(selection=met()), "not_enough_evidence", gaps=gaps)
    assert explain(finding, NAMES).endswith("not complete for such meetings in 2018.")


@given(claims(), st.sampled_from(Verdict))
def test_every_finding_is_one_sentence(claim: Claim, verdict: Verdict) -> None:
    finding = found(claim, verdict, tally=0, gaps=OPEN, rule=EVERY)
    told = explain(finding, NAMES)
    assert told.endswith(".")
    assert "None" not in told
    assert correct(finding, NAMES) is None
