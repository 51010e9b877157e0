from __future__ import annotations

from itertools import combinations

import pytest

from summitry.telling.pictures.axis import axis_of
from summitry.telling.pictures.callouts import MOST_TIERS, Callout, callouts
from summitry.telling.pictures.tracks import stacked
from tests.telling.pictures.drawn import PAIRS, bundled, met, small

SIZE = 9.5


def laid(pair: tuple[str, str], right: float) -> list[tuple[Callout, ...]]:
    shown = bundled(*pair)
    axis = axis_of(shown, 20, right)
    assert axis is not None
    as_of = shown.as_of.toordinal()
    return [
        callouts(stacked(row.meetings, axis, as_of, SIZE), axis, shown.names, as_of, SIZE)
        for row in shown.rows
    ]


@pytest.mark.parametrize("right", [340, 740])
@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_no_name_lies_on_another_or_on_the_line_of_one_above(
    pair: tuple[str, str], right: float
) -> None:
    for layout in laid(pair, right):
        for one in layout:
            assert 18 <= one.left <= one.x <= one.right <= right + 2
            assert 0 <= one.tier < MOST_TIERS
        for a, b in combinations(layout, 2):
            high, low = (a, b) if a.tier >= b.tier else (b, a)
            if high.tier == low.tier:
                assert a.right < b.left or b.right < a.left
            else:
                assert not low.left < high.x < low.right


def test_a_few_meetings_are_all_named() -> None:
    (layout,) = laid(("Reagan", "Gorbachev"), 740)
    assert [one.text for one in sorted(layout, key=lambda one: one.x)][:2] == [
        "Geneva",
        "Reykjavik",
    ]
    assert len(layout) == 7


def test_meetings_of_no_known_place_are_not_named() -> None:
    shown = small(met("a", "2012-06-01"))
    axis = axis_of(shown, 20, 740)
    assert axis is not None
    as_of = shown.as_of.toordinal()
    marks = stacked(shown.rows[0].meetings, axis, as_of, SIZE)
    assert callouts(marks, axis, shown.names, as_of, SIZE) == ()
