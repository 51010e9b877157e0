"""What is said of each member of a list, or of all of them together."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from itertools import pairwise

from summitry.model.when import Window
from summitry.reading.mentions.items import EachItem, Item, TimeItem
from summitry.reading.mentions.narrowing import Unreadable


def each(items: Iterable[Item], joint: str) -> list[list[Item]]:
    """The mentions once for each member of the list among them; as they are where there is none.

    :class:`Unreadable` if there are several lists, or one that ``joint`` doesn't join.
    """
    items = list(items)
    found = [item for item in items if isinstance(item, EachItem)]
    if not found:
        return [items]
    if len(found) > 1:
        raise Unreadable("there are several lists, and it isn't clear what goes with what")
    (listed,) = found
    if listed.joint != joint:
        raise Unreadable("it isn't clear whether it is said of each of them")
    rest = [item for item in items if item is not listed]
    return [[*rest, member] for member in listed.items]


def as_stretch(item: Item) -> Item:
    """Of days that follow one another ("on 3 and 4 June"): the stretch of them, of one event."""
    if not isinstance(item, EachItem) or item.joint != "and" or item.both:
        return item
    days = [one.window.possibly.only for one in item.items
            if isinstance(one, TimeItem) and one.window is not None]  # fmt: skip
    known = [day for day in days if day is not None]
    follow = all(day + timedelta(days=1) == after for day, after in pairwise(known))
    return _whole(item) if follow and len(known) == len(item.items) else item


def together(items: Iterable[Item]) -> list[Item]:
    """The mentions with the times of a list as one, in which the events are counted."""
    return [_whole(item) if isinstance(item, EachItem) else item for item in items]


def _whole(listed: EachItem) -> Item:
    times = [item.window for item in listed.items if isinstance(item, TimeItem)]
    windows = [window for window in times if window is not None]
    if listed.both or len(windows) != len(listed.items):
        raise Unreadable("it isn't clear whether they are counted together")
    whole, *others = windows
    words = ", ".join(window.written for window in windows[:-1]) + f" and {windows[-1].written}"
    for window in others:
        whole = Window(whole.surely | window.surely, whole.possibly | window.possibly)
    return TimeItem(Window(whole.surely, whole.possibly, words))
