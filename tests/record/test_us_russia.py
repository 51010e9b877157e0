from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from summitry.model.coverage import Covered
from summitry.model.days import NO_DAY, Days
from summitry.model.events import Encounter, Mode, Setting, Status
from summitry.model.places import PlaceKind
from summitry.model.selection import Holder, Someone
from summitry.record.checks import audit
from summitry.record.content import Content
from summitry.record.open import BUNDLED, open_content
from summitry.record.package import write_package

FOLDER = Path(__file__).parents[2] / "src" / "summitry" / "record" / "packages" / BUNDLED


@pytest.fixture(scope="module")
def content() -> Content:
    return open_content()


def held_in_person(content: Content) -> list[Encounter]:
    return [
        encounter
        for encounter in content.encounters
        if encounter.mode is Mode.IN_PERSON and encounter.status is Status.HELD
    ]


def in_office(content: Content, person: str, office: str) -> Days:
    days = NO_DAY
    for tenure in content.tenures:
        if (tenure.person, tenure.office) == (person, office):
            days |= tenure.when.outer
    return days


def test_the_audit_finds_nothing(content: Content) -> None:
    assert [str(problem) for problem in audit(content)] == []


def test_its_files_are_as_summitry_writes_them(content: Content, tmp_path: Path) -> None:
    copy = tmp_path / BUNDLED
    copy.mkdir()
    (copy / "datapackage.json").write_bytes((FOLDER / "datapackage.json").read_bytes())
    write_package(content, copy)
    for written in copy.iterdir():
        assert written.read_bytes() == (FOLDER / written.name).read_bytes(), written.name


def test_every_encounter_has_participants_and_a_citation(content: Content) -> None:
    cited = {citation.row for citation in content.citations if citation.table == "encounters"}
    for encounter in content.encounters:
        assert len(encounter.people) >= 2, encounter.id
        assert encounter.id in cited


def test_no_page_is_a_source_twice(content: Content) -> None:
    pages = Counter(source.url for source in content.sources)
    assert {page: number for page, number in pages.items() if number > 1 or not page} == {}


@pytest.mark.parametrize(
    ("person", "office"),
    [("vladimir-putin", None), ("dmitry-medvedev", "ru-president")],
)
def test_meetings_with_presidents_are_within_the_coverage(
    content: Content, person: str, office: str | None
) -> None:
    complete = NO_DAY
    for statement in content.coverage:
        parties = (statement.who, statement.whom)
        if statement.complete and parties == (Holder("us-president"), Someone(person)):
            assert statement.mode is Mode.IN_PERSON
            complete |= statement.when.core
    presidents = {tenure.person for tenure in content.tenures if tenure.office == "us-president"}
    met = 0
    for encounter in held_in_person(content):
        days = encounter.when.outer
        if person not in encounter.people:
            continue
        if office is not None and not days <= in_office(content, person, office):
            continue
        if any(
            days.meets(in_office(content, p, "us-president")) for p in encounter.people & presidents
        ):
            assert days <= complete, encounter.id
            met += 1
    assert met > 10


def test_who_met_at_home_has_received_a_visitor(content: Content) -> None:
    """A leader met in the other's country, or in what was part of it, has a visit there then."""
    former = {place.id: place.formerly for place in content.places}
    lands = {
        place.country: {place.id, former[place.id]}
        for place in content.places
        if place.kind is PlaceKind.COUNTRY
    }
    country = {place.id: place.country for place in content.places}
    visits = defaultdict(list)
    for visit in content.visits:
        visits[visit.person].append(visit)
    for encounter in held_in_person(content):
        if encounter.place is None:
            continue
        here = lands.get(country[encounter.place], set())
        leaders = {
            (tenure.person, office.country)
            for office in content.offices
            for tenure in content.tenures
            if office.leads and tenure.office == office.id and tenure.person in encounter.people
            if encounter.when.outer <= tenure.when.outer
        }
        if any(home in here for _, home in leaders):
            for person in {person for person, home in leaders if home not in here}:
                assert any(
                    visit.status is Status.HELD
                    and visit.country in here
                    and visit.when.outer.meets(encounter.when.outer)
                    for visit in visits[person]
                ), f"{person} at {encounter.id}"


def test_a_meeting_of_its_own_belongs_to_no_gathering(content: Content) -> None:
    for encounter in content.encounters:
        alone = encounter.settings == {Setting.BILATERAL}
        assert alone == (encounter.occasion is None), encounter.id


def test_a_gathering_where_two_met_has_its_group_sessions(content: Content) -> None:
    """Else the days on which they only sat in session together would count as days apart."""
    met: set[tuple[str, ...]] = set()
    sat: set[tuple[str, ...]] = set()
    for encounter in held_in_person(content):
        if encounter.occasion is not None:
            pairs = combinations(sorted(encounter.people), 2)
            seen = {(encounter.occasion, *pair) for pair in pairs}
            met |= seen
            if encounter.settings == {Setting.MULTILATERAL}:
                sat |= seen
    assert met == sat


def test_one_holds_an_office_after_the_other(content: Content) -> None:
    for office in content.offices:
        terms = [tenure for tenure in content.tenures if tenure.office == office.id]
        assert terms
        for one, following in pairwise(terms):
            assert one.when.end is not None, one.id
            assert one.when.end.possible.last <= following.when.start.possible.first, following.id


def test_everyone_s_tenures_are_complete_from_birth(content: Content) -> None:
    spans = {
        statement.who: statement.when.core
        for statement in content.coverage
        if statement.kind is Covered.TENURE and statement.complete
    }
    for person in content.people:
        assert person.born is not None, person.id
        assert spans[Someone(person.id)].first <= person.born.possible.first, person.id
    assert all(Holder(office.id) in spans for office in content.offices)


def test_a_name_says_in_any_case_which_row_is_meant(content: Content) -> None:
    tables = (content.offices, content.series, content.occasions, content.landmarks, content.topics)
    for table in tables:
        bearers = Counter(
            name for row in table for name in {n.lower() for n in (row.name, *row.aliases)}
        )
        assert [name for name, number in bearers.items() if number > 1] == []


_NUMBERED = re.compile(
    r"(\d+)(?:st|nd|rd|th)(?: and last)? of the 26 U\.S\.-Soviet summits that the State Department"
)


def test_the_26_summits_of_the_state_department_s_list_are_numbered_in_order(
    content: Content,
) -> None:
    """Its own rule: one for each summit that it names, however many rows that makes."""
    numbered = [
        (int(found[1]), encounter.id)
        for encounter in held_in_person(content)
        if (found := _NUMBERED.search(encounter.note))
    ]
    assert [number for number, _ in numbered] == list(range(1, 27))
    assert dict(numbered)[22] == "helsinki-1990"
