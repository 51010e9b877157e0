from __future__ import annotations

from dataclasses import replace

import pytest

from summitry.model.bounds import Bounds
from summitry.model.events import Event, Status
from summitry.model.when import When
from summitry.telling.dates import DateStyle
from summitry.telling.event import capacity, describe, holders, label, tenures_on
from summitry.telling.voice import Voice
from tests.telling.short import of_kind, set_in
from tests.telling.small_events import ANCHORAGE, DINNER, GENEVA, HAMBURG, MOSCOW, PETERSBURG, VIDEO
from tests.telling.small_names import NAMES, days, on

SESSION = replace(
    HAMBURG, people=frozenset(NAMES.people), settings=set_in("multilateral"), minutes=None
)


@pytest.mark.parametrize(
    ("event", "told"),
    [
        (
            GENEVA,
            (
                "Vladimir Putin and Joe Biden met at Villa La Grange in Geneva on 16 June 2021"
                " (bilateral, 175 minutes)."
            ),
        ),
        (
            HAMBURG,
            (
                "Vladimir Putin and Donald Trump met in Hamburg on 7 July 2017 on the sidelines of"
                " G20 Hamburg 2017 (136 minutes)."
            ),
        ),
        (
            DINNER,
            (
                "Vladimir Putin and Donald Trump met in Hamburg on 7 July 2017 at G20 Hamburg 2017"
                " (pull-aside)."
            ),
        ),
        (VIDEO, "Vladimir Putin and Joe Biden spoke by video link on 7 December 2021."),
        (
            SESSION,
            (
                "Vladimir Putin, Angela Merkel and 8 others met in Hamburg on 7 July 2017 at G20"
                " Hamburg 2017 (multilateral)."
            ),
        ),
        (MOSCOW, "Barack Obama paid an official visit to Moscow from 6 to 8 July 2009."),
        (PETERSBURG, "Barack Obama visited Russia from 5 to 6 September 2013."),
        (
            replace(MOSCOW, status=Status.CANCELLED, kinds=of_kind("state")),
            "Barack Obama was to pay a state visit to Moscow from 6 to 8 July 2009 (cancelled).",
        ),
        (
            replace(ANCHORAGE, status=Status.PLANNED, when=When(days("2025-10-01", "2025-10-31"))),
            (
                "Vladimir Putin and Donald Trump were to meet in Anchorage in October 2025"
                " (planned, bilateral)."
            ),
        ),
        (
            replace(ANCHORAGE, status=Status.DISPUTED, minutes=Bounds(60, 90)),
            (
                "Vladimir Putin and Donald Trump are said to have met in Anchorage on 15 August"
                " 2025 (disputed, bilateral, 60 to 90 minutes)."
            ),
        ),
        (
            replace(PETERSBURG, status=Status.DENIED),
            "Barack Obama is said to have visited Russia from 5 to 6 September 2013 (denied).",
        ),
    ],
)
def test_an_event_is_described_in_one_line(event: Event, told: str) -> None:
    assert describe(event, NAMES, focus=("putin",)) == told


def test_an_event_is_described_in_ap_style() -> None:
    told = describe(GENEVA, NAMES, style=DateStyle.AP)
    assert "on June 16, 2021 (bilateral" in told


@pytest.mark.parametrize(
    ("event", "told"),
    [
        (
            ANCHORAGE,
            "meeting between Donald Trump and Vladimir Putin in Anchorage on 15 August 2025",
        ),
        (MOSCOW, "visit to Moscow from 6 to 8 July 2009, Barack Obama"),
    ],
)
def test_a_label_has_no_verb(event: Event, told: str) -> None:
    assert label(Voice(NAMES), event) == told


@pytest.mark.parametrize(
    ("person", "day", "told"),
    [
        ("putin", "2021-06-16", "president of Russia"),
        ("putin", "2010-06-16", "prime minister of Russia"),
        ("putin", "2000-01-01", "prime minister of Russia and acting president of Russia"),
        ("obama", "2021-06-16", ""),
    ],
)
def test_the_capacity_follows_from_the_tenures_of_the_day(person: str, day: str, told: str) -> None:
    assert capacity(NAMES, person, on(day)) == told


def test_a_capacity_that_is_not_sure_is_told_as_perhaps() -> None:
    about_the_change = When(days("2012-05-01", "2012-05-31"))
    assert capacity(NAMES, "medvedev", about_the_change) == "perhaps president of Russia"
    assert holders(NAMES, "ru-president", about_the_change) == ()


def test_the_holders_of_the_day_are_found() -> None:
    assert holders(NAMES, "ru-president", on("2021-06-16")) == ("putin",)
    assert [t.id for t in tenures_on(NAMES, "trump", on("2025-08-15"))] == ["t-trump-2"]
