"""The tables are data: what they say is checked where it lies."""

import re
from datetime import date
from itertools import combinations

import pytest

from summitry.model.events import VisitKind
from summitry.model.people import Pronoun
from summitry.model.places import PlaceKind
from summitry.sources.historian.countries import atlas
from summitry.sources.historian.leaders import leaders
from summitry.sources.historian.tables import table
from summitry.sources.historian.titles import Standing, titles


def test_every_country_has_a_code_of_its_own_and_a_name_of_its_own() -> None:
    places = list(atlas().places.values())
    codes = [place.country for place in places]
    names = [place.name for place in places]
    assert len(set(codes)) == len(codes)
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[A-Z]{2}|[A-Z]{4}", code or "") for code in codes)


def test_what_refers_to_a_country_leads_to_one() -> None:
    rows, known = table("countries"), atlas()
    codes = {place.country for place in known.places.values()}
    assert set(rows["aliases"]) <= codes
    assert set(rows["formerly"]) <= codes
    assert set(rows["formerly"].values()) <= set(known.places)
    for name in (*rows["ids"].values(), *rows["locales"].values(), *rows["cities"].values()):
        assert name in known.by_id


@pytest.mark.parametrize("id", ["su", "yu", "cs", "dd", "csxx"])
def test_a_former_state_has_years_and_nobody_s_name(id: str) -> None:
    place = atlas().places[id]
    assert place.when is not None
    assert place.when.end is not None
    assert atlas().by_name[place.name] == id


@pytest.mark.parametrize(
    ("id", "name", "day", "place"),
    [
        ("russia", "U.S.S.R.", "1991-12-25", "su"),
        ("russia", "Russia", "1992-02-01", "ru"),
        ("germany", "Germany, Federal Republic of", "1985-05-01", "de"),
        ("german-democratic-republic", "German Democratic Republic", "1990-06-11", "dd"),
        ("yugoslavia", "Yugoslavia", "1970-10-01", "yu"),
        ("czechoslovakia", "Czechoslovakia (government-in-exile)", "1943-05-12", "cs"),
        ("poland", "Poland (government-in-exile)", "1942-03-23", "pl"),
        (
            "congo-democratic-republic",
            "Democratic Republic of the Congo (Zaire)",
            "1989-06-29",
            "cd",
        ),
        ("burma", "Burma", "1966-09-08", "mm"),
        ("taiwan", "China, Republic of", "1960-06-18", "tw"),
        ("serbia", "Serbia and Montenegro", "2003-07-01", "csxx"),
        ("nowhere", "Nowhere", "2003-07-01", None),
    ],
)
def test_the_data_s_names_mean_a_state_on_a_day(
    id: str, name: str, day: str, place: str | None
) -> None:
    assert atlas().country(id, name, date.fromisoformat(day)) == place


def test_titles_have_known_pronouns_and_standings() -> None:
    assert {t.pronoun for t in titles().by_word.values() if t.pronoun} <= set(Pronoun)
    assert {Standing(standing) for standing in table("titles")["standing"].values()}
    assert not set(titles().by_word) & set(titles().plural)


def test_leaders_of_one_family_name_are_in_office_one_after_another() -> None:
    everybody = [leader for them in leaders().values() for leader in them]
    assert all(leader.country in {*atlas().places, "nato", "un"} for leader in everybody)
    assert all(leader.first <= leader.last for leader in everybody)
    says = {title.says: title for title in titles().by_word.values()}
    assert all(leader.titles <= {*says, "*"} for leader in everybody)
    for them in leaders().values():
        for one, other in combinations(them, 2):
            shared = set(one.families) & set(other.families)
            if shared and any(one.bears(title) and other.bears(title) for title in says.values()):
                assert one.last <= other.first or other.last <= one.first, (one.name, other.name)


def test_a_leader_is_named_by_one_name_in_a_country() -> None:
    for them in leaders().values():
        assert all(one.name != other.name for one, other in combinations(them, 2))


def test_kinds_gatherings_and_places_are_known() -> None:
    occasions, remarks = table("occasions"), table("remarks")
    for kinds in occasions["kinds"].values():
        assert {VisitKind(kind) for kind in kinds}
    for row in occasions["gathering"]:
        re.compile(row["pattern"])
        assert row["series"] in occasions["series"]
    assert set(remarks["places"].values()) <= set(remarks["place_names"])
    assert set(remarks["venues"]) <= set(remarks["place_names"])
    assert {PlaceKind(kind) for kind in table("countries")["kinds"]}
    assert {key.split()[0] for key in table("countries")["renamed"]} <= set(atlas().places)
    assert not set(remarks["anchors"]) & set(remarks["blockers"])
    assert set(table("names")["crowded"]["countries"]) <= set(atlas().places)
