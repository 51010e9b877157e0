"""Clauses told in a frame of their own: "It was in Geneva that ...", "The last time that ..."."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from summitry.lexicon.tables import senses
from summitry.model.bounds import Bounds
from summitry.model.claims import NoneBut
from summitry.model.events import EventKind
from summitry.model.people import PersonId
from summitry.model.selection import Capacity, Holder, Someone
from summitry.reading.mentions.calendar import Calendar
from summitry.reading.mentions.items import (
    Item,
    NumberItem,
    OfficeItem,
    OrdinalItem,
    PartyItem,
    PauseItem,
    PlaceItem,
    RosterItem,
    SkippedItem,
    TimesItem,
    TitleItem,
    WordItem,
)
from summitry.reading.mentions.line import Line, form
from summitry.reading.mentions.patterns import Patterns
from summitry.reading.mentions.rosters import ranked
from summitry.reading.mentions.scene import people


@dataclass(frozen=True, slots=True)
class Cleft:
    """A row of the table: a pattern whose groups say what becomes of the words of the frame.

    ``skip...``: the clause is read without them; ``pause``: so it is, but parted from what comes
    before; ``sign...``: a comma that is read as a dash; ``time``: they stand for the position that
    ``nth`` names; ``roster``: for whoever ``who`` is among the holders of ``office``; ``visit``:
    for a word of travelling; ``past``: a verb is one of the past.
    """

    pattern: re.Pattern[str]
    this: bool
    now: bool
    travels: bool


@cache
def clefts() -> Patterns[Cleft]:
    """The table of such frames, in its order."""
    rows = tomllib.loads(files(__package__).joinpath("clefts.toml").read_text("utf-8"))
    parts = {name: part.replace("\n", "") for name, part in rows["parts"].items()}
    return Patterns(
        Cleft(
            form(_filled(row["pattern"].replace("\n", ""), parts)),
            row.get("this", False),
            row.get("now", False),
            row.get("travels", False),
        )
        for row in rows["cleft"]
    )


def _filled(pattern: str, parts: dict[str, str]) -> str:
    return re.sub(r"(?<!\?P)<([a-z]+)>", lambda slot: parts[slot[1]], pattern)


def without_frames(line: Line, calendar: Calendar) -> Line:
    """The line with such frames as mentions that the clause is read without."""
    for cleft in clefts().fitting(line):
        match = cleft.pattern.search(line.text)
        made = None if match is None else _replaced(line, match, cleft, calendar)
        if made is not None:
            return made
    return line


def _replaced(line: Line, m: re.Match[str], cleft: Cleft, calendar: Calendar) -> Line | None:
    found: list[tuple[int, int, Item]] = []
    if cleft.travels and not _travels(line, m):
        return None
    for group, said in m.groupdict().items():
        make = _MAKERS.get("skip" if group.startswith("skip") else group)
        if said is None or make is None:
            continue
        item = make(line, m, cleft, calendar)
        if item is None:
            return None
        found.append((m.start(group), m.end(group), item))
    for group, said in m.groupdict().items():
        if group.startswith("sign") and said is not None:
            line = line.with_sign(m.start(group), "—")
    for start, end, item in sorted(found, key=lambda one: -one[0]):
        line = line.with_item(start, end, item)
    return line


def _time(line: Line, m: re.Match[str], cleft: Cleft, _: Calendar) -> Item | None:
    nth = line.get(m, "nth", OrdinalItem)
    return None if nth is None else TimesItem(nth.position, cleft.this, cleft.now)


_SERVING: Final = re.compile(r"\b(?:sitting|serving|incumbent|in office)\b")
"""Words in a frame that say that holders of an office did something while they held it."""


def _roster(line: Line, m: re.Match[str], _: Cleft, calendar: Calendar) -> Item | None:
    who = people(line.get(m, "who", PartyItem))
    nth = line.get(m, "nth", OrdinalItem)
    since = m.groupdict().get("since")
    after = people(line.get(m, "since", PartyItem))
    if len(who) != 1 or nth is None or (since is not None and len(after) != 1):
        return None
    among = _holder(line, m, who[0], calendar)
    if among is None:
        return None
    serving = _SERVING.search(m["roster"]) is not None
    return ranked(among, who[0], nth.position, *after, serving=serving)


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


def _travels(line: Line, m: re.Match[str]) -> bool:
    """Whether every word of meeting and travelling is a verb of a visit."""
    words = [word for _, word in line.all(WordItem, m.start(), m.start("skip"))]
    return all(w.verb is not None and w.verb[0].kind is EventKind.VISIT for w in words)


def _alone(line: Line, m: re.Match[str], _c: Cleft, _: Calendar) -> Item | None:
    """Of "Only two U.S. presidents have: Nixon and Clinton": these, if they are so many."""
    among = line.get(m, "office", OfficeItem)
    number = line.get(m, "number", NumberItem)
    named = line.every(m, "who", PartyItem)
    who = frozenset(p for item in named for p in people(item))
    if among is None or len(among.offices) != 1 or number is None or number.times:
        return None
    whole = len(who) == sum(len(item.parties) for item in named)
    if not whole or number.bounds != Bounds.exactly(len(who)):
        return None
    return RosterItem(Holder(next(iter(among.offices))), NoneBut(who))


def _as_holder(line: Line, m: re.Match[str], _: Cleft, calendar: Calendar) -> Item | None:
    """Of "Biden was vice president when he met Putin": Biden as vice president."""
    who, he = (people(line.get(m, group, PartyItem)) for group in ("who", "holder"))
    if len(who) != 1 or who != he:
        return None
    held = _holder(line, m, who[0], calendar)
    if held is None:
        return None
    return PartyItem((Someone(who[0], Capacity(frozenset((held.office,)))),), "he")


def _past(line: Line, m: re.Match[str], _c: Cleft, _: Calendar) -> Item | None:
    """Of "went on to meet": the verb as one of the past."""
    word = line.get(m, "past", WordItem)
    known = word is not None and word.verb is not None and word.verb[1] == "base"
    return WordItem(word.word, verb=(word.verb[0], "past")) if known else None  # type: ignore[union-attr,index]


_MAKERS: Final[Mapping[str, Callable[[Line, re.Match[str], Cleft, Calendar], Item | None]]] = {
    "skip": lambda *_: SkippedItem(),
    "pause": lambda *_: PauseItem(),
    "time": _time,
    "roster": _roster,
    "alone": _alone,
    "holder": _as_holder,
    "past": _past,
    "visit": lambda *_: WordItem("visited", verb=(senses()["visit"], "past")),
}
"""What becomes of the words of each group."""
