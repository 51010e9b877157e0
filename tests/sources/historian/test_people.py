"""Who is one over the years, who is two, and by what names they go."""

from pathlib import Path

import pytest

from summitry.model.people import Person
from summitry.record.checks import audit
from summitry.record.identities import resolved
from tests.sources.historian.lists import Stay, content_of


def stay(number: str, day: str, visitor: str, country: str) -> Stay:
    return (number, day, day, visitor, country, "Working visit.")


def visitors(folder: Path, *rows: tuple[str, str, str]) -> list[Person]:
    """The visitors of rows (day, visitor, country), in their order, as they are shown."""
    stays = [stay(str(100 + n), *row) for n, row in enumerate(rows)]
    content = resolved(content_of(folder, stays=stays))
    assert audit(content) == ()
    people = {person.id: person for person in content.people}
    of = {visit.id: people[visit.person] for visit in content.visits}
    return [of[f"historian-visit-{100 + n}"] for n in range(len(rows))]


@pytest.mark.parametrize(
    ("country", "early", "late", "names"),
    [
        (
            "greece|Greece",
            ("1978-05-30", "Prime Minister Konstantinos Karamanlis"),
            ("2004-05-19", "Prime Minister Konstantinos Karamanlis"),
            ["Konstantinos Karamanlis (1978)", "Kostas Karamanlis"],
        ),
        (
            "costa-rica|Costa Rica",
            ("1970-10-24", "President Jose Figueres Ferrer"),
            ("1994-12-09", "President Jose Figueres Ferrer"),
            ["Jose Figueres", "Jose Maria Figueres"],
        ),
        (
            "chile|Chile",
            ("1934-02-01", "President Alessandri"),
            ("1962-12-11", "President Alessandri"),
            ["Arturo Alessandri", "Jorge Alessandri"],
        ),
        (
            "iceland|Iceland",
            ("1969-05-01", "Prime Minister Jon Jonsson"),
            ("2024-07-10", "Prime Minister Jon Jonsson"),
            ["Jon Jonsson (1969)", "Jon Jonsson (2024)"],
        ),
    ],
)
def test_namesakes_of_other_years_are_two(
    tmp_path: Path,
    country: str,
    early: tuple[str, str],
    late: tuple[str, str],
    names: list[str],
) -> None:
    found = visitors(tmp_path, (*early, country), (*late, country))
    assert [person.name for person in found] == names
    assert all(set(found[0].aliases) & set(found[1].aliases) for name in names if "(" in name)


@pytest.mark.parametrize(
    ("country", "early", "late", "name"),
    [
        ("israel|Israel", "Prime Minister Rabin", "Prime Minister Yitzhak Rabin", "Yitzhak Rabin"),
        ("cambodia|Cambodia", "Prime Minister Hun Sen", "Prime Minister Hun Sen", "Hun Sen"),
        (
            "costa-rica|Costa Rica",
            "President Oscar Arias Sanchez",
            "President Oscar Arias",
            "Oscar Arias",
        ),
        (
            "netherlands|Netherlands",
            "Prime Minister Rudolphus Lubbers",
            "Prime Minister Ruud Lubbers",
            "Ruud Lubbers",
        ),
        ("tanzania|Tanzania", "Prime Minister Nyerere", "President Nyerere", "Julius Nyerere"),
    ],
)
def test_the_table_tells_who_is_one_under_several_names_and_over_gaps(
    tmp_path: Path, country: str, early: str, late: str, name: str
) -> None:
    days = {"tanzania|Tanzania": ("1961-07-15", "1963-07-15"), "cambodia|Cambodia": ("2012-11-19",)}
    first, *last = days.get(country, ("1986-03-01", "1989-03-01"))
    one, other = visitors(
        tmp_path, (first, early, country), ((last or ["2022-05-12"])[0], late, country)
    )
    assert one is other
    assert one.name == name


@pytest.mark.parametrize("between", [[], [("1999-05-01", "Emir Khalifa al-Somebody")]])
def test_rulers_by_one_first_name_are_one_unless_another_ruled_in_between(
    tmp_path: Path, between: list[tuple[str, str]]
) -> None:
    rows = [
        ("1990-09-28", "Emir Jabir al-Ahmad al-Somebody"),
        *between,
        ("2004-09-10", "Emir Jabir al-Somebody"),
    ]
    found = visitors(tmp_path, *((*row, "oman|Oman") for row in rows))
    assert (found[0] is found[-1]) is (not between)


def test_each_spelling_s_family_name_leads_to_whom_it_is_shown_as(tmp_path: Path) -> None:
    ukraine = "ukraine|Ukraine"
    one, other = visitors(
        tmp_path,
        ("2021-08-31", "President Volodymyr Zelensky", ukraine),
        ("2023-12-12", "President Volodymyr Zelenskyy", ukraine),
    )
    assert one is other
    assert {"Zelensky", "Volodymyr Zelensky"} <= {one.family_name, one.name, *one.aliases}
    assert "Zelenskyy" in {one.family_name, *one.aliases}


def test_a_hyphened_name_is_known_without_its_hyphen(tmp_path: Path) -> None:
    (moon,) = visitors(tmp_path, ("2021-05-21", "President Moon Jae-in", "korea-south|South Korea"))
    assert "Moon Jae In" in moon.aliases


def test_the_pope_is_of_the_vatican_wherever_a_row_has_him(tmp_path: Path) -> None:
    trip = (
        "hoover-herbert-c",
        "9",
        "1919-01-04",
        "1919-01-04",
        "italy|Italy",
        "Rome",
        "Audience with Pope Benedict XV.",
    )
    content = content_of(tmp_path, [trip])
    assert {o.country for o in content.offices if o.title == "pope"} == {"va"}
