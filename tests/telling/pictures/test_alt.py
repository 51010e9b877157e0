from __future__ import annotations

import pytest

from summitry.model.events import Visit
from summitry.telling.pictures import alt
from tests.telling.pictures.drawn import bundled, met, small
from tests.telling.small_names import span

VISIT = Visit(id="v", when=span("2013-09-05", "2013-09-06"), person="obama", country="ru")


@pytest.mark.parametrize(
    ("shown", "says"),
    [
        (
            small(),
            (
                "Timeline of Vladimir Putin and Barack Obama, with no encounter in person."
                " No calls, letters or visits are on record."
            ),
        ),
        (
            small(met("a", "2009-07-07"), visits=(VISIT,)),
            (
                "Timeline of Vladimir Putin and Barack Obama, with 1 encounter in person:"
                " 1 bilateral. It was on 7 July 2009. Besides: 1 visit."
            ),
        ),
        (
            small(
                met("a", "2009-07-07"),
                met("b", "2013-09-06", "pull-aside|sidelines"),
                met("c", "2014-09-06", "sidelines"),
                contacts=(met("d", "2015-01-01", "", "phone"), met("e", "2015-01-01", "", "phone")),
            ),
            (
                "Timeline of Vladimir Putin and Barack Obama, with 3 encounters in person:"
                " 1 bilateral, 1 sidelines and 1 of a setting not known for certain. The first was"
                " on 7 July 2009, the last on 6 September 2014. Besides: 2 phone calls."
            ),
        ),
    ],
)
def test_a_timeline_is_told(shown: object, says: str) -> None:
    assert alt.timeline(shown) == says  # type: ignore[arg-type]


def test_counterparts_are_told_by_name() -> None:
    told = alt.timeline(bundled("Putin", "President of the United States"))
    assert "the presidents of the United States, with" in told
    assert "By counterpart: George H. W. Bush (" in told


def test_a_map_is_told() -> None:
    assert alt.on_map(small(), [("Geneva", 2), ("Oslo", 1)], 1) == (
        "Map of where Vladimir Putin and Barack Obama met, with 3 encounters in person in 2 places:"
        " Geneva (2) and Oslo (1). 1 encounter in person is not on the map: the record has no"
        " coordinates of the place."
    )
    assert alt.on_map(small(), [], 0).endswith("met, with nothing to be drawn.")


def test_topics_are_told() -> None:
    often = [(f"topic {number}", 9 - number) for number in range(8)]
    told = alt.topics(small(), often, 2, 20)
    assert told.startswith(
        "What Vladimir Putin and Barack Obama talked about, by year: topic 0 (9)"
    )
    assert told.endswith("and 2 more. Of 2 of 20 encounters no topic is on record.")
    assert alt.topics(small(), [], 3, 3).endswith("the record has no topic of 3 encounters.")
    assert alt.topics(small(), [], 0, 0).endswith("no encounter is on record.")


def test_years_are_those_of_the_events() -> None:
    assert alt.span_of(small(met("a", "2009-07-07"), met("b", "2013-09-06"))) == (
        "2 encounters in person, 2009–2013"
    )
    assert alt.span_of(small(met("a", "2009-07-07"))) == "1 encounter in person, 2009"
    assert alt.span_of(small()) == "nothing held on record"
