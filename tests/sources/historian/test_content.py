"""What becomes of rows that tempt an importer to say more than they do."""

from pathlib import Path

import pytest

from summitry.model.edtf import parse
from summitry.model.events import Setting, Status, VisitKind
from summitry.model.people import Pronoun
from summitry.model.when import When
from summitry.record.checks import audit
from summitry.record.content import Content
from summitry.record.identities import resolved
from summitry.record.integrity import check
from tests.sources.historian.lists import (
    SOME_STAY,
    SOME_TRIP,
    Stay,
    Trip,
    batch_of,
    content_of,
    meetings,
)

MOSCOW: Trip = (
    "obama-barack",
    "2973",
    "2009-07-06",
    "2009-07-08",
    "russia|Russia",
    "Moscow",
    "Met with President Medvedev and Prime Minister Putin.",
)
SPELLINGS: tuple[Stay, ...] = (
    (
        "2130",
        "2010-06-22",
        "2010-06-24",
        "President Dimitry A. Medvedev",
        "russia|Russia",
        "Working visit.",
    ),
    (
        "2010",
        "2008-11-14",
        "2008-11-15",
        "President Dmitri Medvedev",
        "russia|Russia",
        "Attended the G-20 Economic Summit Meeting.",
    ),
    (
        "2050",
        "2009-09-23",
        "2009-09-25",
        "President Dmitri Medvedev",
        "russia|Russia",
        "Met with President Obama September 23.",
    ),
    (
        "1903",
        "2007-07-01",
        "2007-07-02",
        "President Vladimir Putin",
        "russia|Russia",
        "Working visit.",
    ),
)


def named(content: Content) -> dict[str, str]:
    return {person.id: person.name for person in content.people}


def test_a_row_that_is_longer_than_the_meeting_leaves_the_day_open(tmp_path: Path) -> None:
    content = content_of(tmp_path, [MOSCOW])
    for encounter in content.encounters:
        assert encounter.when == parse("[2009-07-06..2009-07-08]")
        assert isinstance(encounter.when, When)
        assert encounter.place == "moscow-ru"
    visit = next(v for v in content.visits if v.id == "historian-trip-2973")
    assert visit.when == parse("2009-07-06/2009-07-08")
    assert (visit.place, visit.elsewhere) == ("moscow-ru", True)
    assert visit.note.endswith("The list names Moscow.")


def test_two_counterparts_are_two_encounters_each_in_his_own_office(tmp_path: Path) -> None:
    content = content_of(tmp_path, [MOSCOW], SPELLINGS)
    names = named(content)
    there = [e for e in content.encounters if e.id.startswith("historian-trip-2973")]
    assert [e.id for e in there] == ["historian-trip-2973-medvedev", "historian-trip-2973-putin"]
    held = {
        (names[t.person], t.office)
        for t in content.tenures
        if parse("2009-07-07").outer <= t.when.core
    }
    assert ("Vladimir Putin", "ru-prime-minister") in held
    assert ("Vladimir Putin", "ru-president") not in held
    assert ("Dmitry Medvedev", "ru-president") in held


def test_spellings_are_joined_by_judgements_and_stand_apart_without_them(tmp_path: Path) -> None:
    content = content_of(tmp_path, [MOSCOW], SPELLINGS)
    spelled = {p.id for p in content.people if p.family_name == "Medvedev"}
    assert spelled == {"dimitry-a-medvedev-ru", "dmitri-medvedev-ru"}
    (judgement,) = content.judgements
    assert judgement.id == "people-dimitry-a-medvedev-ru-is-dmitri-medvedev-ru"
    assert (judgement.table, judgement.same) == ("people", True)
    visitor = next(v for v in content.visits if v.id == "historian-visit-2130")
    assert visitor.person == "dimitry-a-medvedev-ru"
    one = resolved(content)
    assert [p.id for p in one.people if p.family_name == "Medvedev"] == ["dmitri-medvedev-ru"]
    assert "Dimitry A. Medvedev" in next(
        p.aliases for p in one.people if p.id == "dmitri-medvedev-ru"
    )


def test_president_bush_is_whoever_was_president(tmp_path: Path) -> None:
    stays: list[Stay] = [
        (
            "704",
            "1989-04-04",
            "1989-04-04",
            "President Oscar Arias Sanchez",
            "costa-rica|Costa Rica",
            "Met with President Bush during a private visit.",
        ),
        (
            "1595",
            "2003-01-30",
            "2003-01-30",
            "Prime Minister Silvio Berlusconi",
            "italy|Italy",
            "Met with President Bush during a private visit.",
        ),
        (
            "1796",
            "2010-01-30",
            "2010-01-30",
            "President Felipe Calderon",
            "mexico|Mexico",
            "Met with former President Bush and with President Bush.",
        ),
    ]
    assert meetings(content_of(tmp_path, stays=stays)) == {
        ("George H. W. Bush & Oscar Arias", "1989-04-04"),
        ("George W. Bush & Silvio Berlusconi", "2003-01-30"),
    }


def test_father_and_son_are_told_apart_by_the_days(tmp_path: Path) -> None:
    trips: list[Trip] = [
        (
            "clinton-william-j",
            "2638",
            "2000-03-26",
            "2000-03-26",
            "switzerland|Switzerland",
            "Geneva",
            "Met with President Assad of Syria.",
        ),
        (
            "rice-condoleezza",
            "1505",
            "2005-02-26",
            "2005-02-27",
            "syria|Syria",
            "Damascus",
            "Met with President Assad.",
        ),
        (
            "rice-condoleezza",
            "1506",
            "2000-06-30",
            "2000-06-30",
            "syria|Syria",
            "Damascus",
            "Met with President Assad.",
        ),
    ]
    met = meetings(content_of(tmp_path, trips))
    assert met == {
        ("Bill Clinton & Hafez al-Assad", "2000-03-26"),
        ("Bashar al-Assad & Condoleezza Rice", "[2005-02-26..2005-02-27]"),
    }


def test_a_summit_that_names_nobody_is_a_visit_at_an_occasion(tmp_path: Path) -> None:
    content = content_of(tmp_path, stays=SPELLINGS[1:2])
    assert not content.encounters
    visit = next(v for v in content.visits if v.id == "historian-visit-2010")
    (occasion,) = content.occasions
    assert visit.occasion == occasion.id
    assert (occasion.series, occasion.when) == ("g20", None)


def test_a_meeting_that_was_cancelled_is_none_and_the_visit_took_place(tmp_path: Path) -> None:
    stay = (
        "486",
        "2009-11-11",
        "2009-11-14",
        "Prime Minister Benjamin Netanyahu",
        "israel|Israel",
        "Private visit. Meeting scheduled November 13 with President Obama cancelled.",
    )
    content = content_of(tmp_path, stays=[stay])
    assert not content.encounters
    visit = next(v for v in content.visits if v.id == "historian-visit-486")
    assert visit.status is Status.HELD
    assert VisitKind.STATE not in visit.kinds


def test_a_president_elect_holds_no_office(tmp_path: Path) -> None:
    trip = (
        "obama-barack",
        "9",
        "2008-12-01",
        "2008-12-03",
        "mexico|Mexico",
        "Mexico, D.F.",
        "Met with President-elect Zedillo. [Visit made as President-elect.]",
    )
    content = content_of(tmp_path, [trip])
    assert next(v for v in content.visits if v.id == "historian-trip-9").person == "barack-obama-us"
    days = parse("2008-12-01/2008-12-03").outer
    assert not [t for t in content.tenures if t.when.core.meets(days) and "obama" in t.person]
    assert not [t for t in content.tenures if t.office == "mx-president"]


def test_a_former_state_has_its_code_and_its_years(tmp_path: Path) -> None:
    trips: list[Trip] = [
        (
            "bush-george-h-w",
            "2363",
            "1991-07-29",
            "1991-08-01",
            "russia|U.S.S.R.",
            "Moscow, Kiev",
            "Attended U.S.-Soviet Summit Meeting.",
        ),
        ("bush-george-h-w", "2379", "1993-01-02", "1993-01-03", "russia|Russia", "Moscow", ""),
        (
            "bush-george-h-w",
            "2343",
            "1990-11-17",
            "1990-11-17",
            "czechoslovakia|Czechoslovakia",
            "Prague",
            "",
        ),
    ]
    content = content_of(tmp_path, trips)
    countries = {v.id[-4:]: v.country for v in content.visits}
    assert countries["2363"] == "su"
    assert countries["2379"] == "ru"
    assert countries["2343"] == "cs"
    places = {place.id: place for place in content.places}
    assert places["su"].country == "SU"
    assert places["su"].when == parse("1922-12-30/1991-12-26")
    assert places["cs"].country == "CSHH"
    assert (places["prague-cz"].within, places["prague-cz"].formerly) == ("cz", "cs")


def test_a_territory_is_not_the_country_that_it_belongs_to(tmp_path: Path) -> None:
    trip = (
        "bush-george-h-w",
        "2340",
        "1990-04-13",
        "1990-04-14",
        "united-kingdom|United Kingdom",
        "Bermuda",
        "Informal meeting with Prime Minister Thatcher.",
    )
    content = content_of(tmp_path, [trip])
    assert next(v for v in content.visits if v.id == "historian-trip-2340").country == "bm"
    assert next(p for p in content.people if p.family_name == "Thatcher").id.endswith("-gb")


def test_a_meeting_elsewhere_does_not_get_the_row_s_place(tmp_path: Path) -> None:
    trip = (
        "bush-george-w",
        "2389",
        "2001-07-20",
        "2001-07-24",
        "italy|Italy",
        "Genoa, Rome",
        (
            "Met with Pope John Paul II at Castel Gandolfo and with Prime Minister Berlusconi in "
            "Rome."
        ),
    )
    stay = (
        "2",
        "2009-03-24",
        "2009-03-25",
        "Prime Minister Kevin Rudd",
        "australia|Australia",
        "Met with President Obama at Somewhere Unknown.",
    )
    content = content_of(tmp_path, [trip], [stay])
    places = {e.id: e.place for e in content.encounters}
    assert places["historian-trip-2389-john-paul"] in {None, "rome-it"}
    assert places["historian-visit-2-obama"] is None


def test_leaders_elsewhere_are_known_by_their_names_not_by_the_row(tmp_path: Path) -> None:
    trip = (
        "obama-barack",
        "4117",
        "2016-11-16",
        "2016-11-18",
        "germany|Germany",
        "Berlin",
        (
            "Met with Chancellor Angela Merkel, President Francois Hollande, and Prime Minister "
            "Unheard Of."
        ),
    )
    stays: list[Stay] = [
        (
            "3",
            "2014-02-10",
            "2014-02-12",
            "President Francois Hollande",
            "france|France",
            "State visit.",
        ),
    ]
    content = content_of(tmp_path, [trip], stays)
    people = {p for e in content.encounters for p in e.people}
    assert "francois-hollande-fr" in people
    assert "francois-hollande-de" not in {p.id for p in content.people}


def test_a_formal_visit_has_a_meeting_with_the_president(tmp_path: Path) -> None:
    stays: list[Stay] = [
        (
            "2016",
            "2009-02-24",
            "2009-02-24",
            "Prime Minister Taro Aso",
            "japan|Japan",
            "Working Visit.",
        ),
        (
            "2017",
            "2009-03-03",
            "2009-03-03",
            "Prime Minister Gordon Brown",
            "united-kingdom|United Kingdom",
            "Working Visit. Addressed joint session of Congress.",
        ),
        (
            "2018",
            "2009-03-05",
            "2009-03-05",
            "President Some Body",
            "chile|Chile",
            "Private visit.",
        ),
        (
            "2019",
            "2009-01-19",
            "2009-01-21",
            "President Another Body",
            "peru|Peru",
            "Working visit.",
        ),
        (
            "2020",
            "2009-03-09",
            "2009-03-09",
            "Prime Minister Third Body",
            "fiji|Fiji",
            "Working visit. Met with Vice President Biden.",
        ),
    ]
    met = meetings(content_of(tmp_path, stays=stays))
    assert ("Barack Obama & Taro Aso", "2009-02-24") in met
    assert ("Barack Obama & Gordon Brown", "2009-03-03") in met
    assert ("Joe Biden & Third Body", "2009-03-09") in met
    assert not [pair for pair, _ in met if "Some Body" in pair or "Another Body" in pair]
    assert ("Barack Obama & Third Body", "2009-03-09") not in met


def test_a_stay_may_be_longer_than_the_visit_to_washington(tmp_path: Path) -> None:
    stays: list[Stay] = [
        (
            "2395",
            "1989-09-15",
            "1989-09-27",
            "President Long Stay",
            "chile|Chile",
            "Departed U.S. October 1.",
        ),
        (
            "2396",
            "1990-06-08",
            "1990-06-09",
            "King Carl XVI",
            "sweden|Sweden",
            "In U.S. June 7–11; visiting Hyde Park.",
        ),
        ("2397", "1991-06-08", "1991-06-09", "King Carl XVI", "sweden|Sweden", "Private visit."),
    ]
    visits = {v.id[-4:]: v for v in content_of(tmp_path, stays=stays).visits}
    assert visits["2395"].when.end == When.on(parse("1989-10-01").outer.earliest)  # type: ignore[arg-type]
    assert visits["2396"].when == parse("1990-06-07/1990-06-11")
    assert visits["2397"].when == parse("[1991-06-05..1991-06-08]/[1991-06-09..1991-06-12]")


def test_two_rows_on_one_meeting_are_one_encounter_that_cites_both(tmp_path: Path) -> None:
    stays: list[Stay] = [
        (
            "1522",
            "2010-01-30",
            "2010-02-01",
            "King Abdullah II",
            "jordan|Jordan",
            "Met with President Obama February 1.",
        ),
        ("1524", "2010-02-01", "2010-02-01", "King Abdullah II", "jordan|Jordan", "Working visit."),
    ]
    content = content_of(tmp_path, stays=stays)
    (encounter,) = content.encounters
    cited = [c.locator for c in content.citations if c.row == encounter.id]
    assert cited == ["visit 1522", "visit 1524"]


def test_every_row_cites_the_trip_or_visit_that_it_is_from(tmp_path: Path) -> None:
    content = content_of(tmp_path, [MOSCOW], SPELLINGS)
    locators = {(c.table, c.row): c.locator for c in content.citations}
    assert locators["encounters", "historian-trip-2973-putin"] == "trip 2973"
    assert locators["visits", "historian-visit-1903"] == "visit 1903"


def test_what_is_made_holds_together_and_the_audit_finds_nothing(tmp_path: Path) -> None:
    content = content_of(tmp_path, [MOSCOW], SPELLINGS)
    check(content)
    assert audit(content) == ()
    assert audit(resolved(content)) == ()


def test_the_same_lists_make_the_same_record(tmp_path: Path) -> None:
    one = content_of(tmp_path / "one", [MOSCOW], SPELLINGS)
    other = content_of(tmp_path / "other", [MOSCOW], tuple(reversed(SPELLINGS)))
    assert one.digest() == other.digest()


def test_a_visitor_who_can_t_be_read_is_reported_and_the_rest_goes_in(tmp_path: Path) -> None:
    stay = (
        "2183",
        "2009-10-19",
        "2009-10-21",
        "Governor General Earl of Athlone",
        "canada|Canada",
        "",
    )
    batch = batch_of(tmp_path, [MOSCOW], [stay])
    (problem,) = batch.problems
    assert problem.where == "2000.xml:10"
    assert len(batch.content.visits) == 3


def test_prose_names_find_the_presidents(tmp_path: Path) -> None:
    content = content_of(tmp_path, [SOME_TRIP], [])
    names = {p.name: p for p in content.people}
    assert {"Bill Clinton", "George H. W. Bush", "George W. Bush", "Donald Trump"} <= set(names)
    assert "William J. Clinton" in names["Bill Clinton"].aliases
    assert names["Bill Clinton"].pronoun is Pronoun.HE
    assert SOME_STAY[0] == "1"


APART = {Setting.BILATERAL, Setting.SIDELINES, Setting.PULL_ASIDE}


@pytest.mark.parametrize(
    ("remarks", "settings"),
    [
        ("Met with President Medvedev and Prime Minister Putin.", APART),
        ("Audience with President Medvedev.", APART),
        ("Attended the G-8 Economic Summit with President Medvedev.", set()),
        (
            "Met with President Medvedev, Prime Minister Putin, and Foreign Minister Lavrov.",
            set(),
        ),
    ],
)
def test_words_of_a_meeting_with_one_or_two_tell_of_no_group_session(
    tmp_path: Path, remarks: str, settings: set[Setting]
) -> None:
    met = content_of(tmp_path, [(*MOSCOW[:-1], remarks)]).encounters
    assert met
    assert all(encounter.settings == settings for encounter in met)


XI: tuple[Stay, ...] = (
    ("3196", "2023-11-12", "2023-11-12", "President Xi Jinping", "china|China", "Offsite Meeting."),
    (
        "3197",
        "2023-11-15",
        "2023-11-17",
        "President Xi Jinping",
        "china|China",
        "Attended the APEC Summit Meeting.",
    ),
)
SHUTTLE: tuple[Trip, ...] = (
    ("obama-barack", "3101", "2013-03-20", "2013-03-21", "israel|Israel", "Jerusalem", ""),
    ("obama-barack", "3102", "2013-03-21", "2013-03-21", "jordan|Jordan", "Amman", ""),
    ("obama-barack", "3103", "2013-03-22", "2013-03-22", "israel|Israel", "Tel Aviv", ""),
    ("obama-barack", "3104", "2013-03-23", "2013-03-24", "israel|Israel", "Haifa", ""),
)


def test_rows_of_one_stay_are_one_visit_that_cites_them_all(tmp_path: Path) -> None:
    content = content_of(tmp_path, [], XI)

    (visit,) = (visit for visit in content.visits if visit.person == "xi-jinping-cn")
    assert visit.when == parse("[2023-11-09..2023-11-12]/[2023-11-17..2023-11-20]")
    assert visit.occasion is not None
    cited = [c.locator for c in content.citations if (c.table, c.row) == ("visits", visit.id)]
    assert cited == ["visit 3196", "visit 3197"]


def test_a_return_from_another_country_is_another_visit(tmp_path: Path) -> None:
    visits = [v for v in content_of(tmp_path, SHUTTLE).visits if v.country in {"il", "jo"}]
    assert sorted((v.country, v.when.written) for v in visits) == [
        ("il", "2013-03-20/2013-03-21"),
        ("il", "2013-03-22/2013-03-24"),
        ("jo", "2013-03-21"),
    ]
