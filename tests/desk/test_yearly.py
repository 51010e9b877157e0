"""The tallies of many years are those of one claim after another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final
from unittest import mock

from hypothesis import event, given, note
from hypothesis import strategies as st

from summitry.desk.find import COUNTED
from summitry.desk.yearly import Yearly, days_of, years_of
from summitry.model.bounds import Bounds, Tally
from summitry.model.claims import ClaimKind, HowMany
from summitry.model.days import Days
from summitry.model.events import EventKind
from summitry.model.rules import counting_rules
from summitry.model.selection import Selection, Someone
from summitry.model.when import Window
from summitry.reckoning import Frame, evaluate_in
from summitry.reckoning.asked import ask
from tests.reckoning.shown import shown
from tests.reckoning.small_claims import cases
from tests.reckoning.small_records import FIRST, SPAN
from tests.records import encounter, office, record, tenure

LENGTH: Final = 5
"""Days of a year of the small records, which know of ten days."""

YEARS: Final = range(-(-SPAN // LENGTH))


def short_days_of(year: int) -> Days:
    first = FIRST + LENGTH * year
    return Days((first, first + LENGTH - 1))


def short_years_of(days: Days, last: int) -> range:
    first, latest = ((day - FIRST) // LENGTH for day in (days.first, days.last))
    return range(max(first, 0), min(latest, last) + 1)


@mock.patch("summitry.desk.yearly.days_of", short_days_of)
@mock.patch("summitry.desk.yearly.years_of", short_years_of)
@given(st.data())
def test_each_tally_is_that_of_a_claim_on_its_year(data: st.DataObject) -> None:
    case = data.draw(cases(ClaimKind.HOW_MANY))
    rule = data.draw(st.sampled_from(list(counting_rules().values())))
    note(shown(case))
    note(rule.id)
    assert isinstance(case.claim, HowMany)
    said = case.claim.selection
    place = said.place if said.kind is EventKind.VISIT else None
    selection = Selection(kind=said.kind, who=said.who, whom=said.whom, place=place)
    frame = Frame.of(case.record, case.as_of)
    events = tuple(one for one in case.record.events() if one.status in COUNTED)
    asked = ask(selection, rule, frame.names)
    found = Yearly(frame, events, YEARS[-1]).tallies(asked, YEARS)
    for year in YEARS:
        within = selection.narrowed(Window.of(short_days_of(year)))
        claim = HowMany(selection=within, number=Bounds(0, None), rules=(rule.id,))
        other = replace(frame, known={})
        assert found[year] == evaluate_in(other, claim, (rule,)).tally
        event(str(found[year]))


def test_what_may_be_of_two_units_may_make_them_one() -> None:
    met = [
        encounter("al bo", "2001-06-01", id="one"),
        encounter("al bo", "2001-06-03", id="two"),
        encounter("al bo", "[2001-06-01..2001-06-03]", id="some-day", status="disputed"),
    ]
    held = [tenure(who, "mayor", "2000/2003") for who in ("al", "bo")]
    small = record(encounters=met, offices=[office("mayor")], tenures=held)
    frame = Frame.of(small, date(2010, 1, 1))
    rule = counting_rules()["one-a-day"]
    asked = ask(Selection(who=Someone("al"), whom=Someone("bo")), rule, frame.names)
    for events, surely in ((met, 1), (met[:2], 2)):
        found = Yearly(frame, tuple(events), 2001).tallies(asked, [2000, 2001])
        assert found == {2000: Tally(0, None), 2001: Tally(surely, None)}
        frame = replace(frame, known={})


def test_years_begin_on_new_years_day() -> None:
    days = days_of(2000)
    assert (str(days.earliest), str(days.latest)) == ("2000-01-01", "2000-12-31")
    over = Days((days.last, days.last + 1))
    assert list(years_of(over, 2010)) == [2000, 2001]
    assert list(years_of(over, 2000)) == [2000]
