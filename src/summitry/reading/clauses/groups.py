"""Places under their times: "in 2009, in London and Moscow; in 2010, in Prague and Cannes"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from summitry.reading.mentions.items import (
    Gap,
    GapItem,
    GatheringItem,
    Item,
    PlaceItem,
    TimeItem,
)
from summitry.reading.mentions.line import Line, form

_Spot = PlaceItem | GatheringItem
_SPOT: Final = r"(?:(?:in|at|near) )?(?:the )?{Place|Gathering}"
_MORE: Final = rf"(?:, {_SPOT})*+(?:,? and {_SPOT})?(?: alone| only)?"
_SPOTS: Final = rf"(?:(?:only|just|again) )*{_SPOT}{_MORE}"
_TIME: Final = r"(?:(?:in|during|on) )?{Time}"
_JOINT: Final = r"(?:; (?:and |then )?|,? and |, (?:then )?)"
_END: Final = r"(?=\s*(?:[.;:!?)–—]|$))"


def with_groups(line: Line) -> Line:
    """The line with all but the first place of such groups as clauses that leave out their verb.

    Where the first time stands before the verb, the places after it stay as they are.
    """
    for pattern, leads in ((_in_front(), True), (_time_first(), True), (_places_first(), False)):
        found = pattern.search(line.text) if line.may_have(pattern) else None
        if found is not None:
            return _grouped(line, found, leads=leads)
    return line


@cache
def _time_first() -> re.Pattern[str]:
    """Of "in 2009, in London and Moscow; in 2010, in Prague": what follows London."""
    first = rf"(?P<first>{_TIME},? {_SPOT})"
    return form(rf"{first}(?P<rest>{_MORE}(?:{_JOINT}{_TIME},? {_SPOTS})+){_END}")


@cache
def _places_first() -> re.Pattern[str]:
    """Of "in London and Moscow in 2009, in Prague in 2010": what follows London."""
    first = rf"(?P<first>{_SPOT})(?=(?:,| and) )"
    return form(rf"{first}(?P<rest>{_MORE},? {_TIME}(?:{_JOINT}{_SPOTS},? {_TIME})+){_END}")


@cache
def _in_front() -> re.Pattern[str]:
    """Of "In 2009 they met in London and Moscow; in 2010, in Prague": what follows Moscow."""
    front = rf"^{_TIME},? [^;:]*{{Word}}[^;:]*?{_SPOT}"
    return form(rf"{front}(?P<rest>(?:{_JOINT}{_TIME},? {_SPOTS})+){_END}")


def _grouped(line: Line, m: re.Match[str], *, leads: bool) -> Line:
    """The line with ``rest`` as such clauses; ``leads``: times stand before their places."""
    whole = "first" in m.groupdict()
    start, end = m.span("rest")
    said = line.items[m.start("first") if whole else start : end]
    pairs = list(_pairs(said if leads else reversed(said)))
    pairs = pairs if leads else pairs[::-1]
    gaps = GapItem(tuple(Gap((), pair) for pair in (pairs[1:] if whole else pairs)))
    if leads:
        return line.with_item(start, end, gaps)
    return line.with_words(start, end, (" in ", pairs[0][1], gaps))


def _pairs(said: Iterable[Item | None]) -> Iterator[tuple[_Spot, TimeItem]]:
    """Each place with the time that stands before it."""
    time: TimeItem | None = None
    for item in said:
        if isinstance(item, TimeItem):
            time = item
        elif isinstance(item, _Spot) and time is not None:
            yield item, time
