"""What a batch tells of people, places and events that the record has is judged to be the same."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from summitry.record.content import Content
from summitry.record.identities import resolved
from summitry.record.tables import VALUES
from summitry.sources.identity import folded, judge
from tests.records import content, encounter, occasion, office, person, place, tenure, visit

WORLD = [place("us", kind="country"), place("ru", kind="country"), place("moscow", within="ru")]
OFFICES = [
    office("us-president", country="us"),
    office("us-vice-president", country="us"),
    office("ru-president", country="ru"),
]

RECORD = content(
    people=[
        person("joe-biden", aliases=("Joseph R. Biden Jr.",)),
        person("george-h-w-bush", name="George H. W. Bush", aliases=("George Bush",)),
        person("george-w-bush", name="George W. Bush", aliases=("George Bush",)),
        person("vladimir-putin"),
        person("al-gore", aliases=("Gore",)),
    ],
    offices=OFFICES,
    places=WORLD,
    occasions=[occasion("g8-2006", "2006-07-15/2006-07-17", series="g8", place="moscow")],
    tenures=[
        tenure("joe-biden", "us-president", "2021-01-20/2025-01-20"),
        tenure("george-h-w-bush", "us-president", "1989-01-20/1993-01-20"),
        tenure("george-w-bush", "us-president", "2001-01-20/2009-01-20"),
        tenure("al-gore", "us-vice-president", "1993-01-20/2001-01-20"),
        tenure("vladimir-putin", "ru-president", "2000-05-07/2008-05-07"),
        tenure("vladimir-putin", "ru-president", "2012-05-07/.."),
    ],
    visits=[visit("george-w-bush", "ru", "2006-07-14/2006-07-17", id="bush-ru-2006-07")],
    encounters=[
        encounter("george-w-bush vladimir-putin", "2006-07-14/2006-07-15", id="strelna-2006"),
        encounter(
            "george-w-bush vladimir-putin",
            "2006-07-15/2006-07-17",
            id="strelna-2006-sessions",
            setting="multilateral",
        ),
    ],
)

BATCH = content(
    people=[
        person("joseph-biden-us", name="Joseph Biden"),
        person("al-gore-us", name="Al Gore"),
        person("gore-us", name="Gore", family_name="Gore"),
        person("george-bush-us", name="George Bush"),
        person("vladimir-putin-ru", name="Vladimir V. Putin"),
    ],
    offices=OFFICES,
    places=[*WORLD[:2], place("moscow-ru", name="Moscow", within="ru")],
    occasions=[occasion("summit-2006", "2006-07-16", series="g8", place="moscow-ru")],
    tenures=[
        tenure("george-bush-us", "us-president", "2002/2006"),
        tenure("vladimir-putin-ru", "ru-president", "2001/2002"),
    ],
    visits=[visit("george-bush-us", "ru", "2006-07-18", id="trip-2469", place="moscow-ru")],
    encounters=[
        encounter("al-gore-us someone-ru", "1998-04-02", id="visit-1280-1"),
        encounter("gore-us someone-ru", "1998-04-03", id="visit-1281-1"),
        encounter("joseph-biden-us someone-ru", "1998-04-04", id="visit-1282-1"),
        encounter("george-bush-us vladimir-putin-ru", "[2006-07-14..2006-07-17]", id="trip-2469-1"),
        encounter("george-bush-us vladimir-putin-ru", "2007-07-01", id="trip-2500-1"),
    ],
)


def _with(batch: Content, record: Content) -> Content:
    """The two in one record, with what is judged of the batch."""
    rows: dict[str, dict[str, Any]] = {
        t.name: {row.id: row for row in getattr(batch, t.name)} for t in VALUES
    }
    for table in VALUES:
        rows[table.name] |= {row.id: row for row in getattr(record, table.name)}
    rows["judgements"] |= {row.id: row for row in judge(record, batch)}
    merged: dict[str, Any] = {name: tuple(of.values()) for name, of in rows.items()}
    return replace(record, **merged)


def test_rows_about_the_same_are_judged_so_table_by_table() -> None:
    judged = [(j.table, j.row, j.other) for j in judge(RECORD, BATCH)]

    assert judged == [
        ("places", "moscow-ru", "moscow"),
        ("occasions", "summit-2006", "g8-2006"),
        ("people", "al-gore-us", "al-gore"),
        ("people", "george-bush-us", "george-w-bush"),
        ("people", "vladimir-putin-ru", "vladimir-putin"),
        ("tenures", "vladimir-putin-ru-ru-president-2001", "vladimir-putin-ru-president-2000"),
        ("tenures", "george-bush-us-us-president-2002", "george-w-bush-us-president-2001"),
        ("visits", "trip-2469", "bush-ru-2006-07"),
        ("encounters", "trip-2469-1", "strelna-2006"),
    ]


def test_what_both_have_is_counted_once_and_what_one_has_stays() -> None:
    shown = resolved(_with(BATCH, RECORD))

    met = [e.id for e in shown.encounters if "vladimir-putin" in e.people]
    assert met == ["strelna-2006", "strelna-2006-sessions", "trip-2500-1"]
    assert [v.id for v in shown.visits] == ["bush-ru-2006-07"]
    assert shown.visits[0].place == "moscow"
    assert len(shown.tenures) == len(RECORD.tenures)


@pytest.mark.parametrize("person", ["joseph-biden-us", "gore-us"])
def test_a_name_of_another_time_or_a_family_name_alone_proves_nothing(person: str) -> None:
    assert person not in {judgement.row for judgement in judge(RECORD, BATCH)}


def test_what_is_in_the_record_is_judged_no_more() -> None:
    both = _with(BATCH, RECORD)

    assert judge(both, BATCH) == ()
    assert judge(RECORD, RECORD) == ()


@pytest.mark.parametrize(
    ("named", "held", "when", "judged"),
    [
        ("Prime Minister Ryzhkov", "su-premier", "1986-02", ["ryzhkov-su"]),
        ("Prime Minister Ryzhkov", "su-premier", "1992-02", []),
        ("Prime Minister Ryzhkov", "su-president", "1986-02", []),
        ("Nikolai Ryzhkov", "su-president", "1993-02", ["ryzhkov-su"]),
        ("Nikolai Ryzhkov", "su-president", "1999-02", []),
        ("Prime Minister Ryzhkov", "su-president", "1993-02", []),
    ],
)
def test_a_family_name_is_one_s_in_office_and_a_full_name_within_some_years(
    named: str, held: str, when: str, judged: list[str]
) -> None:
    offices = [office("su-premier"), office("su-president")]
    record = content(
        people=[person("nikolai-ryzhkov")],
        offices=offices,
        tenures=[tenure("nikolai-ryzhkov", "su-premier", "1985-09-27/1991-01-14")],
    )
    batch = content(
        people=[person("ryzhkov-su", name=named, family_name="Ryzhkov")],
        offices=offices,
        tenures=[tenure("ryzhkov-su", held, f"{when}-01/{when}-09")],
    )
    assert [j.row for j in judge(record, batch) if j.table == "people"] == judged


def test_every_judgement_has_its_author_and_reason() -> None:
    for judgement in judge(RECORD, BATCH):
        assert (judgement.same, judgement.author) == (True, "summitry")
        assert judgement.reason


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("George W. Bush", "George Bush"),
        ("Joseph R. Biden, Jr.", "JOSEPH BIDEN"),
        ("Alberto Fernández", "Alberto Fernandez"),
        ("Moon Jae-in", "Moon Jae in"),
    ],
)
def test_names_are_compared_without_accents_initials_and_additions(a: str, b: str) -> None:
    assert folded(a) == folded(b)


@pytest.mark.parametrize(("a", "b"), [("Bush", "Busch"), ("X", "Y"), ("George VI", "George V")])
def test_other_names_stay_apart(a: str, b: str) -> None:
    assert folded(a) != folded(b)
