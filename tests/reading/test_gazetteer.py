"""Names of a record, and the words that come of them."""

from __future__ import annotations

import pytest

from summitry.reading.gazetteer import gazetteer
from summitry.reading.items import Item, OfficeItem, PlaceItem
from tests.records import office, place, record, stretch

SOVIET = stretch("1922-12-30/1991-12-26")
LEADER = OfficeItem(frozenset({"su-general-secretary"}))


@pytest.mark.parametrize("code", ["SU", "SUHH"])
@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("Moscow", PlaceItem("moscow")),
        ("the Soviet Union", PlaceItem("su")),
        ("Soviet demands", PlaceItem("su", belonging=True)),
        ("Russian demands", PlaceItem("ru", belonging=True)),
        ("the Soviet general secretary", LEADER),
        ("the general secretary of the Soviet Union", LEADER),
    ],
)
def test_a_former_state_has_its_words_and_the_later_one_its_own(
    code: str, text: str, item: Item
) -> None:
    names = record(
        places=[
            place("su", kind="country", name="Soviet Union", country=code, when=SOVIET),
            place("ru", kind="country", name="Russia", formerly="su"),
            place("moscow", within="ru"),
        ],
        offices=[office("su-general-secretary", country="su")],
    ).names()
    assert [mention.item for mention in gazetteer(names).find(text)] == [item]
