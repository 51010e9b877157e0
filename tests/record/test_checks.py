"""Each check finds what it is for, and says nothing where that is in order."""

from __future__ import annotations

from typing import Any

import pytest

from summitry.model.occasions import Topic
from summitry.record.checks import CHECKS, Check, audit
from summitry.record.memory import MemoryRecord
from tests.records import (
    cites,
    content,
    covers,
    encounter,
    landmark,
    occasion,
    person,
    place,
    source,
    stretch,
    tenure,
    visit,
)

Parts = dict[str, Any]

LAND = [place("ch", kind="country"), place("geneva", within="ch"), place("us", kind="country")]
SOVIET = [
    *LAND,
    place("su", kind="country", when=stretch("1922-12-30/1991-12-26")),
    place("ru", kind="country", when=stretch("1991-12-25/.."), formerly="su"),
    place("moscow", within="ru"),
]
TWO = "joe-biden vladimir-putin"
DAY = "2021-06-16"
BIDEN = tenure("joe-biden", "us-president", "2021-01-20/2025-01-20")
TRUMP = tenure("donald-trump", "us-president", "2017-01-20/2021-01-20")
PRESIDENT_AND_PUTIN = covers("office:us-president", "person:vladimir-putin", id="met")
ALL_TENURES = covers("office:us-president", id="held", kind="tenure")

NOT_SURE = (
    "encounters 'met-2021-06-16': who held which office is open, so 'met' may not speak of it"
    " (expected tenures for the day, and complete coverage of the office's tenures)"
)

FIRES: list[tuple[str, Parts, str]] = [
    (
        "uncited-row",
        {"landmarks": [landmark("war", "2022")]},
        "landmarks 'war': nothing supports it (expected a citation)",
    ),
    (
        "coverage-without-source",
        {"coverage": [ALL_TENURES], "citations": [cites("offices", "us-president")]},
        "coverage 'held': nothing supports it (expected a citation)",
    ),
    (
        "dangling-citation",
        {"citations": [cites("topics", "trade")]},
        "citations 'c-topics-trade': topics has no row 'trade' (expected the id of a row)",
    ),
    (
        "dangling-citation",
        {"citations": [cites("meetings", "trade")]},
        "citations 'c-meetings-trade': meetings has no row 'trade' (expected the id of a row)",
    ),
    (
        "dangling-citation",
        {"topics": ["trade"], "citations": [cites("topics", "trade", field="title")]},
        (
            "citations 'c-topics-trade': topics has no field 'title'"
            " (expected one of id, name, aliases, or none)"
        ),
    ),
    (
        "unused-source",
        {"sources": ["trips"]},
        "sources 'trips': nothing cites it (expected a citation of it)",
    ),
    (
        "long-quote",
        {"topics": ["trade"], "citations": [cites("topics", "trade", quote="a " * 16)]},
        "citations 'c-topics-trade': the quote has 16 words (expected 15 at most)",
    ),
    (
        "coverage-shape",
        {"coverage": [covers("office:us-president", id="x", country="us")], "places": LAND},
        "coverage 'x': a statement on encounters has no country (expected none)",
    ),
    (
        "coverage-shape",
        {"coverage": [covers("person:a", "person:b", id="x", kind="visit")]},
        "coverage 'x': a statement on visits has no whom (expected none)",
    ),
    (
        "coverage-shape",
        {"coverage": [covers("office:us-president", id="x", kind="tenure", mode="phone")]},
        "coverage 'x': a statement on tenures has no mode (expected none)",
    ),
    (
        "coverage-shape",
        {"coverage": [covers("person:a@office:us-president", id="x", kind="tenure")]},
        (
            "coverage 'x': a statement on tenures is about an office, or all offices of a person"
            " (expected office:ID or person:ID)"
        ),
    ),
    (
        "unknown-id-style",
        {"topics": [Topic(id="Trade_1", name="Trade")]},
        (
            "topics 'Trade_1': the id is not in the usual style"
            " (expected small letters and digits in parts joined by '-')"
        ),
    ),
    (
        "shared-name",
        {"people": [person("a", name="George Bush"), person("b", aliases=("George Bush",))]},
        "people 'a': 'George Bush' is a name of 'b' too (expected a name of its own)",
    ),
    (
        "shared-name",
        {"places": [*LAND, place("geneva-ny", name="Geneva", within="us")]},
        "places 'geneva': 'Geneva' is a name of 'geneva-ny' too (expected a name of its own)",
    ),
    (
        "outside-life",
        {"people": [person("joe-biden", born="2021-06-17")], "encounters": [encounter(TWO, DAY)]},
        (
            "encounters 'met-2021-06-16': Joe Biden wasn't alive then"
            " (expected days between birth and death)"
        ),
    ),
    (
        "outside-life",
        {
            "people": [person("joe-biden", died="2020")],
            "places": LAND,
            "visits": [visit("joe-biden", "ch", DAY, id="trip")],
        },
        "visits 'trip': Joe Biden wasn't alive then (expected days between birth and death)",
    ),
    (
        "outside-life",
        {"people": [person("joe-biden", died="2024")], "tenures": [BIDEN]},
        (
            "tenures 'joe-biden-us-president-2021': Joe Biden wasn't alive all that time"
            " (expected days between birth and death)"
        ),
    ),
    (
        "overlapping-tenure",
        {"tenures": [BIDEN, tenure("donald-trump", "us-president", "2017-01-20/2021-01-21")]},
        (
            "tenures 'joe-biden-us-president-2021': it shares 2 days with"
            " 'donald-trump-us-president-2017' (expected one day at most)"
        ),
    ),
    (
        "overlapping-tenure",
        {"tenures": [BIDEN, tenure("joe-biden", "us-president", "2024-12-20/..", acting=True)]},
        (
            "tenures 'joe-biden-us-president-2024': it shares 32 days with"
            " 'joe-biden-us-president-2021' (expected one day at most)"
        ),
    ),
    (
        "elected-after",
        {"tenures": [tenure("a", "us-president", "2017/2021", elected="2016-11-08 2024-11-05")]},
        (
            "tenures 'a-us-president-2017': elected '2024-11-05' is after its end"
            " (expected a day before its end)"
        ),
    ),
    (
        "capacity-gap",
        {"coverage": [PRESIDENT_AND_PUTIN], "encounters": [encounter(TWO, DAY)]},
        NOT_SURE,
    ),
    (
        "capacity-gap",
        {
            "coverage": [PRESIDENT_AND_PUTIN, ALL_TENURES],
            "tenures": [tenure("joe-biden", "us-president", "2021/2025-01-20")],
            "encounters": [encounter(TWO, DAY)],
        },
        NOT_SURE,
    ),
    (
        "capacity-gap",
        {
            "coverage": [
                covers("person:joe-biden@in-office", "person:vladimir-putin", id="met"),
                ALL_TENURES,
            ],
            "offices": ["us-vice-president"],
            "encounters": [encounter(TWO, DAY)],
        },
        NOT_SURE,
    ),
    (
        "place-within-itself",
        {"places": [place("a", within="b"), place("b", within="a")]},
        "places 'a': within 'b' leads round in a circle (expected a larger place)",
    ),
    (
        "place-without-country",
        {"places": [place("geneva")]},
        "places 'geneva': it is in no country (expected it within a country, at last)",
    ),
    (
        "place-without-country",
        {"places": [place("ch", kind="country", country=None)]},
        "places 'ch': the country has no code (expected its ISO 3166-1 alpha-2 code)",
    ),
    (
        "country-mismatch",
        {"places": [*LAND, place("lyon", within="ch", country="FR")]},
        "places 'lyon': country 'FR' is not that of 'ch' (expected 'CH' or nothing)",
    ),
    (
        "not-a-country",
        {"places": LAND, "visits": [visit("joe-biden", "geneva", DAY, id="trip")]},
        "visits 'trip': country 'geneva' is a city (expected a country)",
    ),
    (
        "not-a-country",
        {"places": [*LAND, place("bern", formerly="geneva")]},
        "places 'bern': formerly 'geneva' is a city (expected a country)",
    ),
    (
        "formerly-itself",
        {"places": [place("a", formerly="b"), place("b", formerly="c"), place("c", formerly="b")]},
        "places 'a': formerly 'b' leads round in a circle (expected a state before it)",
    ),
    (
        "former-state-without-days",
        {"places": [place("su", kind="country"), place("ru", kind="country", formerly="su")]},
        ("places 'su': the former state has no days (expected the days in which it existed)"),
    ),
    (
        "former-state-without-days",
        {
            "places": [
                place("su", kind="country", when=stretch("1922-12-30/..")),
                place("ru", kind="country", formerly="su"),
            ]
        },
        "places 'su': the former state has no end (expected the days in which it existed)",
    ),
    (
        "outside-state-days",
        {"places": SOVIET, "visits": [visit("joe-biden", "su", DAY, id="trip")]},
        (
            "visits 'trip': when '2021-06-16' is outside the days of 'su'"
            " (expected a day of '1922-12-30/1991-12-26', or the state of that time)"
        ),
    ),
    (
        "outside-state-days",
        {"places": SOVIET, "encounters": [encounter(TWO, "1988", id="met", place="ru")]},
        (
            "encounters 'met': when '1988' is outside the days of 'ru'"
            " (expected a day of '1991-12-25/..', or the state of that time)"
        ),
    ),
    (
        "outside-state-days",
        {
            "places": SOVIET,
            "coverage": [
                covers("person:a", "", "1993/2000", kind="visit", country="su", id="trips")
            ],
        },
        (
            "coverage 'trips': when '1993/2000' is outside the days of 'su'"
            " (expected a day of '1922-12-30/1991-12-26', or the state of that time)"
        ),
    ),
    (
        "visit-outside-country",
        {"places": LAND, "visits": [visit("joe-biden", "us", DAY, id="trip", place="geneva")]},
        "visits 'trip': place 'geneva' is not in 'us' (expected a place within 'us')",
    ),
    (
        "bilateral-with-occasion",
        {"occasions": ["g20"], "encounters": [encounter(TWO, DAY, occasion="g20")]},
        (
            "encounters 'met-2021-06-16': a bilateral encounter belongs to 'g20'"
            " (expected no occasion, or the setting sidelines)"
        ),
    ),
    (
        "sidelines-without-occasion",
        {"encounters": [encounter(TWO, DAY, setting="sidelines")]},
        (
            "encounters 'met-2021-06-16': an encounter on the sidelines belongs to no occasion"
            " (expected an occasion, or the setting bilateral)"
        ),
    ),
    (
        "event-outside-occasion-dates",
        {
            "occasions": [occasion("g20", "2021-06-20/2021-06-21")],
            "encounters": [encounter(TWO, DAY, setting="sidelines", occasion="g20")],
        },
        (
            "encounters 'met-2021-06-16': when '2021-06-16' is outside 'g20'"
            " (expected a day at most 3 days from '2021-06-20/2021-06-21')"
        ),
    ),
    (
        "event-outside-occasion-dates",
        {
            "occasions": [occasion("g20", "2021-06-01")],
            "places": LAND,
            "visits": [visit("joe-biden", "ch", "2021-06-05", id="trip", occasion="g20")],
        },
        (
            "visits 'trip': when '2021-06-05' is outside 'g20'"
            " (expected a day at most 3 days from '2021-06-01')"
        ),
    ),
    (
        "host-not-present",
        {"people": ["xi-jinping"], "encounters": [encounter(TWO, DAY, host="xi-jinping")]},
        (
            "encounters 'met-2021-06-16': host 'xi-jinping' took no part"
            " (expected one of joe-biden, vladimir-putin)"
        ),
    ),
    (
        "place-of-a-call",
        {"places": LAND, "encounters": [encounter(TWO, DAY, mode="phone", place="geneva")]},
        (
            "encounters 'met-2021-06-16': an encounter by phone has the place 'geneva'"
            " (expected no place)"
        ),
    ),
    (
        "possible-duplicate",
        {"encounters": [encounter(TWO, DAY, id="a"), encounter(TWO, DAY, id="b", sequence=2)]},
        "encounters 'b': it may be 'a' over again (expected a sequence, or one row)",
    ),
]

SILENT: list[tuple[str, Parts]] = [
    ("uncited-row", {"topics": ["trade"]}),
    ("uncited-row", {"people": ["a"], "citations": [cites("people", "a")]}),
    (
        "coverage-without-source",
        {"citations": [cites("coverage", "held")], "coverage": [ALL_TENURES]},
    ),
    ("dangling-citation", {"topics": ["a"], "citations": [cites("topics", "a", field="name")]}),
    (
        "dangling-citation",
        {
            "encounters": [encounter(TWO, DAY, id="a")],
            "citations": [cites("encounters", "a", field="participants")],
        },
    ),
    ("unused-source", {"topics": ["a"], "citations": [cites("topics", "a", "trips")]}),
    ("long-quote", {"topics": ["a"], "citations": [cites("topics", "a", quote="a " * 15)]}),
    ("coverage-shape", {"coverage": [PRESIDENT_AND_PUTIN, ALL_TENURES]}),
    ("coverage-shape", {"coverage": [covers("person:a", kind="tenure")]}),
    (
        "coverage-shape",
        {"coverage": [covers("person:a", kind="visit", country="us")], "places": LAND},
    ),
    ("unknown-id-style", {"topics": ["g-20", "a"]}),
    (
        "shared-name",
        {"people": [person("a", aliases=("George Bush",)), person("b", aliases=("George Bush",))]},
    ),
    (
        "shared-name",
        {"places": [*LAND, place("geneva-hall", kind="venue", name="Geneva", within="geneva")]},
    ),
    ("shared-name", {"people": [person("a", aliases=("A",))]}),
    (
        "outside-life",
        {"people": [person("joe-biden", born="2021")], "encounters": [encounter(TWO, DAY)]},
    ),
    (
        "outside-life",
        {
            "people": [person("joe-biden", died="2020")],
            "encounters": [encounter(TWO, DAY, status="cancelled")],
        },
    ),
    ("outside-life", {"people": [person("joe-biden", born="1942-11-20")], "tenures": [BIDEN]}),
    ("overlapping-tenure", {"tenures": [BIDEN, TRUMP]}),
    (
        "overlapping-tenure",
        {"tenures": [BIDEN, tenure("kamala-harris", "us-president", "2021/2022", acting=True)]},
    ),
    ("overlapping-tenure", {"tenures": [BIDEN, tenure("a", "ru-president", "2021/2022")]}),
    (
        "elected-after",
        {"tenures": [tenure("a", "us-president", "2017/2021", elected="2016-11-08")]},
    ),
    (
        "capacity-gap",
        {
            "coverage": [PRESIDENT_AND_PUTIN, ALL_TENURES],
            "tenures": [BIDEN],
            "encounters": [encounter(TWO, DAY)],
        },
    ),
    (
        "capacity-gap",
        {
            "coverage": [PRESIDENT_AND_PUTIN, ALL_TENURES],
            "tenures": [TRUMP],
            "encounters": [encounter(TWO, DAY)],
        },
    ),
    (
        "capacity-gap",
        {
            "coverage": [PRESIDENT_AND_PUTIN, covers("person:joe-biden", kind="tenure")],
            "encounters": [encounter(TWO, DAY)],
        },
    ),
    (
        "capacity-gap",
        {"coverage": [PRESIDENT_AND_PUTIN], "encounters": [encounter("joe-biden xi-jinping", DAY)]},
    ),
    (
        "capacity-gap",
        {
            "coverage": [covers("office:us-president", "person:vladimir-putin", mode="phone")],
            "encounters": [encounter(TWO, DAY)],
        },
    ),
    (
        "capacity-gap",
        {
            "coverage": [covers("office:us-president", when="2021-06-17/..")],
            "encounters": [encounter(TWO, DAY)],
        },
    ),
    (
        "capacity-gap",
        {
            "coverage": [covers("office:us-president", complete=False)],
            "encounters": [encounter(TWO, DAY)],
        },
    ),
    (
        "capacity-gap",
        {
            "coverage": [PRESIDENT_AND_PUTIN],
            "encounters": [encounter(TWO, DAY, status="planned")],
        },
    ),
    (
        "capacity-gap",
        {"coverage": [covers("person:joe-biden")], "encounters": [encounter(TWO, DAY)]},
    ),
    ("place-within-itself", {"places": LAND}),
    ("place-without-country", {"places": [*LAND, place("arctic", kind="region")]}),
    ("country-mismatch", {"places": [*LAND, place("bern", within="ch", country="CH")]}),
    ("not-a-country", {"places": LAND, "visits": [visit("joe-biden", "ch", DAY)]}),
    (
        "visit-outside-country",
        {"places": LAND, "visits": [visit("joe-biden", "ch", DAY, place="geneva")]},
    ),
    ("visit-outside-country", {"places": LAND, "visits": [visit("joe-biden", "ch", DAY)]}),
    (
        "visit-outside-country",
        {
            "places": SOVIET,
            "visits": [visit("joe-biden", "su", DAY, place="moscow")],
        },
    ),
    ("formerly-itself", {"places": SOVIET}),
    ("former-state-without-days", {"places": SOVIET}),
    (
        "outside-state-days",
        {
            "places": SOVIET,
            "encounters": [
                encounter(TWO, "1988-06-01", place="moscow"),
                encounter(TWO, "1991", place="ru"),
                encounter(TWO, "1989"),
            ],
            "visits": [
                visit("joe-biden", "su", "1988"),
                visit("joe-biden", "ru", DAY),
                visit("joe-biden", "ch", DAY),
            ],
            "coverage": [
                covers("person:a", "", "1905/1915", kind="visit", country="ru", id="early"),
                covers("person:a", kind="visit", country="su"),
                covers("person:a", kind="visit"),
            ],
        },
    ),
    (
        "bilateral-with-occasion",
        {
            "occasions": ["g20"],
            "encounters": [encounter(TWO, DAY, setting="bilateral|sidelines", occasion="g20")],
        },
    ),
    ("bilateral-with-occasion", {"encounters": [encounter(TWO, DAY)]}),
    (
        "sidelines-without-occasion",
        {"encounters": [encounter(TWO, DAY, setting="sidelines|bilateral")]},
    ),
    (
        "event-outside-occasion-dates",
        {
            "occasions": [occasion("g20", "2021-06-19/2021-06-20"), occasion("g8")],
            "encounters": [
                encounter(TWO, DAY, setting="sidelines", occasion="g20"),
                encounter(TWO, "2021", setting="sidelines", occasion="g20"),
                encounter(TWO, "2022", setting="sidelines", occasion="g8"),
            ],
        },
    ),
    ("host-not-present", {"encounters": [encounter(TWO, DAY, host="joe-biden")]}),
    ("place-of-a-call", {"places": LAND, "encounters": [encounter(TWO, DAY, place="geneva")]}),
    ("place-of-a-call", {"encounters": [encounter(TWO, DAY, mode="phone")]}),
    (
        "possible-duplicate",
        {
            "encounters": [
                encounter(TWO, DAY, id="a", sequence=1),
                encounter(TWO, DAY, id="b", sequence=2),
                encounter(TWO, DAY, id="c", mode="phone"),
                encounter(TWO, DAY, id="d", status="planned"),
                encounter("joe-biden xi-jinping", DAY, id="e"),
            ]
        },
    ),
]


def _found(code: str, parts: Parts) -> list[str]:
    return [str(problem) for problem in audit(content(**parts)) if problem.code == code]


@pytest.mark.parametrize(("code", "parts", "message"), FIRES)
def test_a_check_finds_what_it_is_for(code: str, parts: Parts, message: str) -> None:
    assert message in _found(code, parts)


@pytest.mark.parametrize(("code", "parts"), SILENT)
def test_a_check_says_nothing_of_what_is_in_order(code: str, parts: Parts) -> None:
    assert _found(code, parts) == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_every_check_has_cases_of_both_kinds(check: Check) -> None:
    codes = {
        problem.code for _, parts, _ in FIRES for problem in check(MemoryRecord(content(**parts)))
    }

    assert codes
    assert codes <= {code for code, _, _ in FIRES}
    assert codes <= {code for code, _ in SILENT}


def test_a_sound_record_has_no_problems() -> None:
    parts: Parts = {
        "places": LAND,
        "tenures": [BIDEN],
        "encounters": [encounter(TWO, DAY, id="met", place="geneva")],
        "sources": [source("trips")],
    }
    rows = [
        *[("people", id) for id in TWO.split()],
        *[("places", row.id) for row in LAND],
        ("offices", "us-president"),
        ("tenures", BIDEN.id),
        ("encounters", "met"),
    ]

    assert audit(content(**parts, citations=[cites(*row, "trips") for row in rows])) == ()
