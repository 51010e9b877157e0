"""Clauses told in a frame of their own: "It was in Geneva that ...", "The last time that ..."."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from summitry.lexicon.tables import senses
from summitry.model.people import PersonId
from summitry.model.selection import Holder
from summitry.reading.calendar import Calendar
from summitry.reading.items import (
    Item,
    OfficeItem,
    OrdinalItem,
    PartyItem,
    PauseItem,
    PlaceItem,
    SkippedItem,
    TimesItem,
    TitleItem,
    WordItem,
)
from summitry.reading.line import Line, form
from summitry.reading.rosters import ranked
from summitry.reading.scene import people


@dataclass(frozen=True, slots=True)
class Cleft:
    """A row of the table: a pattern whose groups say what becomes of the words of the frame.

    ``skip...``: the clause is read without them; ``pause``: so it is, but parted from what comes
    before; ``time``: they stand for the position that ``nth``
    names; ``roster``: for whoever ``who`` is among the holders of ``office``; ``visit``: for a word
    of travelling.
    """

    pattern: re.Pattern[str]
    this: bool
    now: bool


@cache
def clefts() -> tuple[Cleft, ...]:
    """The table of such frames, in its order."""
    rows = tomllib.loads(files(__package__).joinpath("clefts.toml").read_text("utf-8"))
    parts = {name: part.replace("\n", "") for name, part in rows["parts"].items()}
    return tuple(
        Cleft(
            form(_filled(row["pattern"].replace("\n", ""), parts)),
            row.get("this", False),
            row.get("now", False),
        )
        for row in rows["cleft"]
    )


def _filled(pattern: str, parts: dict[str, str]) -> str:
    return re.sub(r"(?<!\?P)<([a-z]+)>", lambda slot: parts[slot[1]], pattern)


def without_frames(line: Line, calendar: Calendar) -> Line:
    """The line with such frames as mentions that the clause is read without."""
    for cleft in clefts():
        match = cleft.pattern.search(line.text)
        made = None if match is None else _replaced(line, match, cleft, calendar)
        if made is not None:
            return made
    return line


def _replaced(line: Line, m: re.Match[str], cleft: Cleft, calendar: Calendar) -> Line | None:
    found: list[tuple[int, int, Item]] = []
    for group, said in m.groupdict().items():
        if said is None:
            continue
        if group.startswith("skip"):
            item: Item | None = SkippedItem()
        elif group == "pause":
            item = PauseItem()
        elif group == "time":
            nth = line.get(m, "nth", OrdinalItem)
            item = None if nth is None else TimesItem(nth.position, cleft.this, cleft.now)
        elif group == "roster":
            item = _roster(line, m, calendar)
        elif group == "visit":
            item = WordItem("visited", verb=(senses()["visit"], "past"))
        else:
            continue
        if item is None:
            return None
        found.append((m.start(group), m.end(group), item))
    for start, end, item in sorted(found, key=lambda one: -one[0]):
        line = line.with_item(start, end, item)
    return line


def _roster(line: Line, m: re.Match[str], calendar: Calendar) -> Item | None:
    who = people(line.get(m, "who", PartyItem))
    nth = line.get(m, "nth", OrdinalItem)
    since = m.groupdict().get("since")
    after = people(line.get(m, "since", PartyItem))
    if len(who) != 1 or nth is None or (since is not None and len(after) != 1):
        return None
    among = _holder(line, m, who[0], calendar)
    return None if among is None else ranked(among, who[0], nth.position, *after)


def _holder(line: Line, m: re.Match[str], person: PersonId, calendar: Calendar) -> Holder | None:
    """Whoever held the office that "American president" means, or "president" of this person."""
    office, title = line.get(m, "office", OfficeItem), line.get(m, "office", TitleItem)
    place = line.get(m, "office", PlaceItem)
    held = calendar.offices(person)
    if office is not None:
        fit = office.offices & held
    elif title is not None and place is not None:
        fit = calendar.offices_of(place.place, title.title) & held
    elif title is not None:
        one = calendar.office_of(person, title.title)
        fit = frozenset(() if one is None else (one,))
    else:
        fit = frozenset()
    return Holder(next(iter(fit))) if len(fit) == 1 else None
