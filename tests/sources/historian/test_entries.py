from pathlib import Path

import pytest

from summitry.model.problems import InputError
from summitry.sources.historian.entries import Role, read_lists
from tests.sources.historian.lists import SOME_STAY, SOME_TRIP, trips_xml, write_lists


def test_all_three_lists_are_read(tmp_path: Path) -> None:
    lists = read_lists(*write_lists(tmp_path, [SOME_TRIP], [SOME_STAY]))
    assert not lists.problems
    (trip,) = lists.trips
    assert (trip.role, trip.who, trip.locales) == (Role.PRESIDENT, "obama-barack", "Havana")
    (stay,) = lists.stays
    assert (stay.visitor, stay.country, stay.country_name) == (
        "President Tester",
        "canada",
        "Canada",
    )
    assert [p.who for p in lists.presidents][-1] == "trump-donald-j"
    assert lists.presidents[-1].left is None


@pytest.mark.parametrize(
    ("was", "wrong", "says"),
    [
        ("<start-date>2016-03-20<", "<start-date>2016-02-30<", "start-date '2016-02-30' is no day"),
        ("<end-date>2016-03-22<", "<end-date>2016-03-02<", "it ends on 2016-03-02 before"),
        ("<id>1<", "<id>one<", "id 'one' is no number"),
        ("<id>1<", "<id><", "id is missing"),
        ('<country id="cuba">', "<country>", "the id of country is missing"),
        ("<role>president<", "<role>senator<", "role 'senator' is not known"),
    ],
)
def test_an_entry_that_says_what_can_t_be_is_reported_and_the_rest_goes_in(
    tmp_path: Path, was: str, wrong: str, says: str
) -> None:
    other = ("obama-barack", "2", *SOME_TRIP[2:])
    travels, visits = write_lists(tmp_path, [SOME_TRIP], [SOME_STAY])
    text = trips_xml([SOME_TRIP, other])
    assert was in text
    path = travels / "president-travels" / "obama-barack.xml"
    path.write_text(text.replace(was, wrong, 1), "utf-8")
    lists = read_lists(travels, visits)
    assert [trip.number for trip in lists.trips] == ["2"]
    (problem,) = lists.problems
    assert problem.where == "obama-barack.xml:2"
    assert problem.message.startswith(says)


def test_an_id_that_is_given_twice_is_reported(tmp_path: Path) -> None:
    lists = read_lists(*write_lists(tmp_path, [SOME_TRIP, SOME_TRIP], [SOME_STAY]))
    assert len(lists.trips) == 1
    assert [problem.code for problem in lists.problems] == ["repeated-entry"]


def test_a_folder_without_entries_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no entries in"):
        read_lists(*write_lists(tmp_path, [SOME_TRIP]))
