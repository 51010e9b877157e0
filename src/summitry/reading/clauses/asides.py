"""What stands in brackets or after a dash and may restrict the clause before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from summitry.reading.clauses.frame import Frame
from summitry.reading.mentions.items import (
    DurationItem,
    GatheringItem,
    Item,
    ModeItem,
    NumberItem,
    PartyItem,
    PlaceItem,
    SeriesItem,
    SettingItem,
    TimeItem,
    WordItem,
)
from summitry.reading.mentions.narrowing import Unreadable
from summitry.reading.trees.syntax import Syntax, phrases

_RESTRICTING: Final = (
    TimeItem, PlaceItem, GatheringItem, SeriesItem, ModeItem, SettingItem, NumberItem, DurationItem,
)  # fmt: skip


_LEADING: Final = ("IN", "TO", "DT", "-LRB-", ":", ",", ".")
"""Tags of what may stand before the first mention of a stretch."""


def restricted(stretches: Sequence[tuple[Syntax, Sequence[Frame]]]) -> Iterator[Frame]:
    """The frames of a sentence whose clause goes on in a stretch that makes no frame itself.

    Of "met (in Vienna)", "visited Moscow (2009) and Beijing (2014)", "met – by phone only".
    """
    frames = sorted((frame for _, own in stretches for frame in own), key=lambda f: f.place)
    for syntax, own in stretches:
        if not own and frames and _goes_on(syntax):
            start = syntax.words.start
            yield next((frame for frame in reversed(frames) if frame.place < start), frames[0])


def nothing_apart(frame: Frame, restricted: Sequence[Frame]) -> None:
    """:class:`Unreadable` if a frame is one of those."""
    if any(frame is one for one in restricted):
        raise Unreadable("words set apart that belong to it were not read")


def _goes_on(syntax: Syntax) -> bool:
    """Whether a stretch opens with what belongs to the clause before it."""
    if any(isinstance(item, WordItem) for item in syntax.items):
        return False
    if _leaves_out_verb(syntax):
        return True
    joined = led = False
    for node in syntax.tree.nodes:
        item = syntax.items[node.index]
        if item is not None:
            of_person = not (joined or led) and isinstance(_before(syntax), PartyItem)
            return _restricts(item, joined=joined) and not (of_person and _tells_of_person(item))
        joined = joined or node.word.lower() in phrases("goes_on")
        led = led or node.tag in ("IN", "TO")
        stands_in = syntax.line.items[syntax.words.places[node.index]] is not None
        if not (joined or stands_in or node.tag in _LEADING):
            return False
    return False


def _leaves_out_verb(syntax: Syntax) -> bool:
    """Of "...; Biden, in Vienna": somebody, a comma, and what would be said of another event."""
    nodes = syntax.tree.nodes
    people = [n.index for n in nodes if isinstance(syntax.items[n.index], PartyItem)]
    if not people or any(node.tag.startswith(("V", "MD")) for node in nodes):
        return False
    after = nodes[people[0] + 1 :]
    elided = bool(after) and after[0].word == ","
    return elided and any(isinstance(item, _RESTRICTING) for item in syntax.items)


def _before(syntax: Syntax) -> Item | None:
    """The mention right before a stretch."""
    line, start = syntax.line, syntax.words.start
    before = line.text[:start].rstrip(" (")
    return line.items[len(before) - 1] if before else None


def _restricts(item: Item, *, joined: bool) -> bool:
    """Whether the first mention of a stretch restricts a clause, or joins somebody to it."""
    return joined if isinstance(item, PartyItem) else isinstance(item, _RESTRICTING)


def _tells_of_person(item: Item) -> bool:
    """Of "Putin (Russia)", "Clinton (1993–2001)"."""
    return isinstance(item, PlaceItem) or (isinstance(item, TimeItem) and item.ends is not None)
