from __future__ import annotations

import pytest

from summitry.model.bounds import Bounds
from summitry.model.events import EventKind
from summitry.model.rules import counting_rules
from summitry.reading.mentions.gazetteer import gazetteer
from summitry.reading.mentions.items import (
    DurationItem,
    ModeItem,
    NumberItem,
    OfficeItem,
    OrdinalItem,
    PersonItem,
    PlaceItem,
    RulesItem,
    SeriesItem,
    SettingItem,
    TimeItem,
    WordItem,
)
from summitry.reading.mentions.scan import plain, scan
from summitry.reading.when.base import Base
from tests.reading.some_names import some_names

NAMES = gazetteer(some_names())

NUMBERS = [
    ("multiple meetings", Bounds(2, None), False),
    ("several trips", Bounds(3, None), False),
    ("only once", Bounds(1, 1), True),
    ("once or twice", Bounds(1, 2), True),
    ("at least 15 times", Bounds(15, None), True),
    ("on more than a dozen occasions", Bounds(13, None), True),
    ("nearly thirty meetings", Bounds(25, 29), False),
    ("between three and five times", Bounds(3, 5), True),
    ("three or four times", Bounds(3, 4), True),
    ("about half a dozen times", Bounds(5, 7), True),
    ("fewer than four visits", Bounds(0, 3), False),
    ("no more than two visits", Bounds(0, 2), False),
]


@pytest.mark.parametrize(("text", "bounds", "times"), NUMBERS)
def test_counts(text: str, bounds: Bounds, times: bool) -> None:  # noqa: FBT001 - a column
    found = [m.item for m in scan(text, NAMES, Base()) if isinstance(m.item, NumberItem)]
    assert [(item.bounds, item.times) for item in found] == [(bounds, times)]


OF_ALL = ["only once", "just twice", "no more than two visits", "fewer than four times"]
OF_SOME = ["once", "exactly two visits", "at least 15 times", "nearly thirty meetings"]


@pytest.mark.parametrize(
    ("text", "of_all"), [*((t, True) for t in OF_ALL), *((t, False) for t in OF_SOME)]
)
def test_a_count_may_say_that_there_are_no_others(text: str, of_all: bool) -> None:  # noqa: FBT001
    (item,) = (m.item for m in scan(text, NAMES, Base()) if isinstance(m.item, NumberItem))
    assert item.of_all is of_all


LENGTHS = [
    ("over two hours", Bounds(121, None)),
    ("exactly 136 minutes", Bounds(136, 136)),
    ("136 minutes", Bounds(136, 136)),
    ("between 120 and 150 minutes", Bounds(120, 150)),
    ("less than 30 minutes", Bounds(0, 29)),
    ("at least two hours", Bounds(120, None)),
    ("about two hours", Bounds(105, 135)),
    ("two hours and one minute", Bounds(121, 121)),
    ("over 2 hours 15 minutes", Bounds(136, None)),
    ("half an hour", Bounds(26, 34)),
    ("more than three quarters of an hour", Bounds(46, None)),
]


@pytest.mark.parametrize(("text", "minutes"), LENGTHS)
def test_lengths(text: str, minutes: Bounds) -> None:
    found = [m.item for m in scan(text, NAMES, Base()) if isinstance(m.item, DurationItem)]
    assert found == [DurationItem(minutes)]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Vladimir Putin", [PersonItem]),
        ("the U.S. president", [OfficeItem]),
        ("presidents of the United States", [OfficeItem]),
        ("the Russian leader", [OfficeItem]),
        ("George H. W. Bush", [PersonItem]),
        ("a U.S. visit", [PlaceItem, WordItem]),
        ("the G20 in Hamburg", [SeriesItem, PlaceItem]),
        ("their seventh meeting", [OrdinalItem, WordItem]),
        ("the 21st face-to-face meeting", [OrdinalItem, ModeItem, WordItem]),
        ("met on the sidelines", [WordItem, SettingItem]),
        ("met up to March 2011", [WordItem, TimeItem]),
    ],
)
def test_mentions(text: str, kinds: list[type]) -> None:
    assert [type(m.item) for m in scan(text, NAMES, Base())][-len(kinds) :] == kinds


def test_the_words_of_every_rule_are_read_back() -> None:
    for rule in counting_rules().values():
        for kind in EventKind:
            (mention,) = scan(f", counting {rule.says_of(kind)}", NAMES, Base())
            assert mention.item == RulesItem((rule.id,))


def test_plain_text_has_the_same_places() -> None:
    text = "Putin’s\u00a0visit\n"
    assert plain(text) == "Putin's visit "


@pytest.mark.parametrize(
    "text", ["s\u0130x meet\u0131ngs", "\u017fix times", "\u212arem\u0131n talk\u017f"]
)
def test_letters_that_patterns_take_for_others_are_scanned(text: str) -> None:
    assert scan(plain(text), NAMES, Base()) == scan(plain(text).lower(), NAMES, Base()) != ()
