from __future__ import annotations

from datetime import date

import pytest

from summitry.desk.scene import scene
from summitry.model.events import Setting
from summitry.model.problems import InputError, UnknownName
from tests.records import encounter, occasion, office, person, place, record, tenure

VIEW = record(
    people=[person("anna-a", died="2030-01-01"), "ben-b"],
    offices=[office("aa-leader", country="aa"), office("bb-leader", country="bb")],
    places=[place("aa", kind="country"), place("alpha", within="aa")],
    series=["g9"],
    occasions=[occasion("g9-alpha", "2026-05-10/2026-05-12", series="g9", place="alpha")],
    tenures=[
        tenure("anna-a", "aa-leader", "2001-01-01/2027-01-01"),
        tenure("ben-b", "bb-leader", "2001-01-01/2027-01-01"),
    ],
    encounters=[
        encounter("anna-a ben-b", "2020-05-01", id="met"),
        encounter("anna-a ben-b", "2026-02-01", id="called", mode="phone"),
        encounter("anna-a ben-b", "2026-12-01", id="planned", status="planned"),
    ],
)


@pytest.mark.parametrize(
    ("pair", "on", "where", "at", "words"),
    [
        (("anna-a", "Anna A"), "2026-05-14", "alpha", None, "are the same"),
        (("anna-a", "aa-leader"), "2026-05-14", "alpha", None, "are the same"),
        (("anna-a", "bb-leader"), "2028-05-14", "alpha", None, 'one holder of "bb-leader" on 2028'),
        (("anna-a", "ben-b"), "2030-05-14", "alpha", None, '"anna-a" was not alive on 2030-05-14'),
        (("anna-a", "ben-b"), "2020-05-01", "alpha", None, "they met on 2020-05-01"),
        (("anna-a", "ben-b"), "2019-05-01", "alpha", None, "they met on 2020-05-01"),
        (("anna-a", "ben-b"), "2026-05-20", "alpha", "g9-alpha", "was not on 2026-05-20"),
    ],
)
def test_what_can_t_be_supposed_is_refused(
    pair: tuple[str, str], on: str, where: str, at: str | None, words: str
) -> None:
    with pytest.raises(InputError, match=words):
        scene(*pair, VIEW, on=date.fromisoformat(on), place=where, at=at)


@pytest.mark.parametrize(("where", "at"), [("omega", None), ("alpha", "g10")])
def test_a_name_that_is_not_known_is_refused(where: str, at: str | None) -> None:
    with pytest.raises(UnknownName):
        scene("anna-a", "ben-b", VIEW, on=date(2026, 5, 14), place=where, at=at)


def test_a_call_and_a_plan_keep_no_day_from_being_supposed() -> None:
    of = scene("anna-a", "bb-leader", VIEW, on=date(2026, 1, 1), place="alpha", at=None)
    assert of.people == ("anna-a", "ben-b")
    assert of.offices == ("aa-leader", "bb-leader")
    assert of.meeting.settings == {Setting.BILATERAL}


@pytest.mark.parametrize("at", ["g9", "g9-alpha"])
def test_at_a_gathering_it_is_on_its_sidelines(at: str) -> None:
    of = scene("anna-a", "ben-b", VIEW, on=date(2026, 5, 14), place="alpha", at=at)
    assert of.meeting.settings == {Setting.SIDELINES}
    assert (of.series == "g9") == (at == "g9")
    frame = of.frame()
    assert frame.view.event(of.meeting.id) == of.meeting
    assert frame.names.occasions[of.meeting.occasion or ""].series == "g9"


def test_out_of_office_no_office_is_supposed() -> None:
    of = scene("anna-a", "ben-b", VIEW, on=date(2028, 1, 1), place="alpha", at=None)
    assert of.offices == (None, None)
    assert [visit.person for visit in of.visits] == ["ben-b"]
