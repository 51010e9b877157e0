from collections.abc import Iterable
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from summitry.model.people import Tenure
from summitry.sources.historian.tenures import SAME_SPELL, Evidence, tenures

OFFICE = "xx-president"


def seen(person: str, start: str, end: str = "") -> Evidence:
    first, last = date.fromisoformat(start), date.fromisoformat(end or start)
    return Evidence(first, last, person, f"row-{start}")


def proven(*evidence: Evidence, alone: bool = True) -> list[Tenure]:
    found = tenures({OFFICE: evidence}, [OFFICE] if alone else [])
    return [one.tenure for one in found]


def written(*evidence: Evidence, alone: bool = True) -> list[tuple[str, str]]:
    return [(t.person, t.when.written) for t in proven(*evidence, alone=alone)]


def test_one_day_proves_a_tenure_that_is_open_at_both_ends() -> None:
    (tenure,) = proven(seen("a", "2009-03-03"))
    day = date(2009, 3, 3)
    assert (tenure.when.core.earliest, tenure.when.core.latest) == (day, day)
    assert (tenure.when.outer.earliest, tenure.when.outer.latest) == (None, None)


def test_days_near_in_time_prove_what_is_between() -> None:
    (tenure,) = proven(seen("a", "2009-03-03"), seen("a", "2010-03-03", "2010-03-05"))
    assert (tenure.when.core.earliest, tenure.when.core.latest) == (
        date(2009, 3, 3),
        date(2010, 3, 5),
    )


def test_somebody_else_bounds_a_tenure_where_one_holds_the_office_at_a_time() -> None:
    first, second = proven(seen("a", "2000-01-01"), seen("b", "2005-01-01"))
    assert first.when.outer.latest == date(2005, 1, 1)
    assert second.when.outer.earliest == date(2000, 1, 1)
    first, second = proven(seen("a", "2000-01-01"), seen("b", "2005-01-01"), alone=False)
    assert first.when.outer.latest is None


def test_holders_whose_days_interleave_held_it_twice() -> None:
    found = written(
        seen("a", "1998-01-01"),
        seen("b", "2001-01-01"),
        seen("b", "2001-06-01"),
        seen("a", "2010-01-01"),
    )
    assert [person for person, _ in found] == ["a", "b", "a"]


def test_a_long_time_without_a_sighting_proves_nothing_between() -> None:
    later = date(2000, 1, 1) + SAME_SPELL + timedelta(days=1)
    assert len(proven(seen("a", "2000-01-01"), seen("a", later.isoformat()))) == 2


def test_a_lone_row_within_another_s_time_is_taken_for_an_error() -> None:
    found = proven(seen("a", "2008-01-01"), seen("b", "2008-06-15"), seen("a", "2009-01-01"))
    assert [tenure.person for tenure in found] == ["a"]


days = st.dates(date(2000, 1, 1), date(2012, 1, 1))
sightings = st.lists(st.tuples(st.sampled_from("abc"), days), min_size=1, max_size=12)


@given(sightings)
def test_no_two_people_surely_hold_the_office_on_more_than_a_day(
    drawn: Iterable[tuple[str, date]],
) -> None:
    evidence = [Evidence(day, day, person, f"{person}-{day}") for person, day in drawn]
    one_a_day = {e.start: e for e in evidence}
    found = proven(*one_a_day.values())
    for n, one in enumerate(found):
        for other in found[n + 1 :]:
            if one.person != other.person:
                assert len(one.when.core & other.when.core) <= 1


@given(sightings)
def test_every_sighting_is_within_a_tenure_or_is_a_lone_row(
    drawn: Iterable[tuple[str, date]],
) -> None:
    evidence = [Evidence(day, day, person, f"{person}-{day}") for person, day in drawn]
    found = proven(*evidence, alone=False)
    for one in evidence:
        assert any(t.person == one.person and one.start in t.when.core for t in found)
