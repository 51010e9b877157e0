"""Holders of an office spoken of together: "every U.S. president since ...", "the first to ..."."""

from __future__ import annotations

import re

from summitry.model.bounds import Bounds
from summitry.model.claims import EachOf, NoneBut, NthOf, SoMany
from summitry.model.people import PersonId
from summitry.model.selection import Holder
from summitry.reading.mentions.items import (
    Item,
    NumberItem,
    OfficeItem,
    OrdinalItem,
    PartyItem,
    Ranked,
    RosterItem,
)
from summitry.reading.mentions.line import Line
from summitry.reading.mentions.scene import Scene, people


def _holder(item: OfficeItem | None) -> Holder | None:
    return Holder(next(iter(item.offices))) if item is not None and len(item.offices) == 1 else None


def _serving(m: re.Match[str]) -> bool:
    """Of "sitting presidents": that they did it while in office."""
    return m["serving"] is not None


def pair(line: Line, m: re.Match[str], _scene: Scene) -> Item | None:
    """Of "the Putin–Biden summit"."""
    parties = [item.parties for _, item in line.all(PartyItem, m.start(), m.end())]
    return PartyItem(tuple(party for each in parties for party in each), "Smith")


def any_holder(line: Line, m: re.Match[str], _scene: Scene) -> Item | None:
    """Of "A U.S. president", "presidents of the United States": whoever held the office."""
    item = line.get(m, "office", OfficeItem)
    holder = _holder(item)
    if item is None or holder is None or item.plural == ("one" in m.groupdict()):
        return None
    return PartyItem((holder,), "Smith")


def each(line: Line, m: re.Match[str], _scene: Scene) -> Item | None:
    """Of "Every U.S. president since Clinton except Biden"."""
    among = _holder(line.get(m, "office", OfficeItem))
    first = "since" if m["since"] is not None else "from"
    ends = [people(line.get(m, end, PartyItem)) for end in (first, "until")]
    named = [m[first] is not None, m["until"] is not None]
    but = line.every(m, "but", PartyItem)
    unclear = any(name and len(end) != 1 for name, end in zip(named, ends, strict=True))
    if among is None or unclear or _CHOSEN.match(line.text, m.end()):
        return PartyItem((None,), "Smith")
    since, until = (end[0] if end else None for end in ends)
    return RosterItem(
        among,
        EachOf(since, until, frozenset(p for b in but for p in people(b))),
        serving=_serving(m),
    )


_CHOSEN = re.compile(r",? (?:who|whom|whose|that|to)\b")
"""What chooses some of those spoken of: "all the U.S. presidents who visited India"."""


def no_other(line: Line, m: re.Match[str], _scene: Scene) -> Item | None:
    """Of "No U.S. president but Trump"."""
    among = _holder(line.get(m, "office", OfficeItem))
    named = line.every(m, "who", PartyItem)
    who = [p for item in named for p in people(item)]
    if among is None or len(who) != sum(len(item.parties) for item in named):
        return PartyItem((None,), "Smith")
    return RosterItem(among, NoneBut(frozenset(who)), serving=_serving(m))


def none_of(line: Line, m: re.Match[str], _scene: Scene) -> Item | None:
    """Of "No sitting U.S. president"."""
    among = _holder(line.get(m, "office", OfficeItem))
    return PartyItem((None,), "Smith") if among is None else RosterItem(among, None)


def first_of(line: Line, m: re.Match[str], _scene: Scene) -> Item | None:
    """Of "Clinton was the first U.S. president to"."""
    among, who = _holder(line.get(m, "office", OfficeItem)), people(line.get(m, "who", PartyItem))
    ordinal = line.get(m, "nth", OrdinalItem)
    if among is None or len(who) != 1 or ordinal is None or ordinal.position < 1:
        return PartyItem((None,), "Smith")
    return RosterItem(among, NthOf(who[0], ordinal.position), serving=_serving(m))


def ranked(
    among: Holder,
    person: PersonId,
    position: int,
    since: PersonId | None = None,
    *,
    serving: bool = False,
) -> Item | None:
    """Of "the second U.S. president to", "the last to", "the first since Bush to"."""
    if position > 0 and since is None:
        return RosterItem(among, NthOf(person, position), serving=serving)
    if position not in (1, -1) or (position == -1 and since is not None):
        return None
    return RosterItem(among, None, Ranked(person, position, since))


def only_of(line: Line, m: re.Match[str], _scene: Scene) -> Item | None:
    """Of "Of the U.S. presidents, only Bush and Obama"."""
    among = _holder(line.get(m, "office", OfficeItem))
    who = [p for item in line.every(m, "who", PartyItem) for p in people(item)]
    if among is None or bool(who) != (m["who"] is not None):
        return PartyItem((None,), "Smith")
    return RosterItem(among, NoneBut(frozenset(who)))


def only_ones(line: Line, m: re.Match[str], _scene: Scene) -> Item | None:
    """Of "Reagan and Bush were the only U.S. presidents to"."""
    among = _holder(line.get(m, "office", OfficeItem))
    named = line.every(m, "who", PartyItem)
    who = [p for item in named for p in people(item)]
    if among is None or not who or len(who) != sum(len(item.parties) for item in named):
        return None
    return RosterItem(among, NoneBut(frozenset(who)))


def not_one(line: Line, m: re.Match[str], _scene: Scene) -> Item | None:
    """Of "Not one U.S. president"."""
    among = _holder(line.get(m, "office", OfficeItem))
    return None if among is None else RosterItem(among, SoMany(Bounds.exactly(0)))


def so_many(line: Line, m: re.Match[str], _scene: Scene) -> Item | None:
    """Of "Five U.S. presidents"."""
    among = _holder(line.get(m, "office", OfficeItem))
    number = line.get(m, "number", NumberItem)
    if among is None or number is None or number.times:
        return None
    return RosterItem(among, SoMany(number.bounds), serving=_serving(m))
