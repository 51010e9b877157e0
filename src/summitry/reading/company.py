"""Whether a sentence speaks of those of whom it might claim anything, told before it is parsed."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from summitry.lexicon.tables import table
from summitry.model.events import EventKind
from summitry.model.selection import Party
from summitry.reading.clauses.pairs import UNKNOWN
from summitry.reading.clauses.tense import PLAN
from summitry.reading.mentions.items import (
    AnchorItem,
    GapItem,
    HostItem,
    OfficeItem,
    OrdinalItem,
    PartyItem,
    PlaceItem,
    RosterItem,
    TheOneItem,
    TitleItem,
    WordItem,
)
from summitry.reading.mentions.line import Line

UNNAMED: Final = "nobody of the record is named"
QUOTED: Final = "quoted words"

_NAMING: Final = RosterItem | AnchorItem | TheOneItem | HostItem | GapItem
"""Mentions besides parties, and orders of meetings, that may tell who met whom."""


def lacking(line: Line, pair: tuple[Party, Party] | None) -> str:
    """Why no clause of a line can make a claim of meeting or travelling; empty if one may.

    ``pair`` are the two whom the text speaks of. It takes two to meet, and one to travel; of words
    in quotation marks nothing is claimed, nor of what is planned.
    """
    known = {p for _, item in line.all(PartyItem) for p in item.parties if p is not None}
    naming = line.has(_NAMING) or any(item.parties for _, item in line.all(OrdinalItem))
    if pair is None and not (known or naming):
        return unknown(line)
    if all(is_quoted(line, place) for place, _ in line.all(WordItem)):
        return QUOTED
    alone = pair is None and len(known) < _TWO
    if alone and not (naming or _travels(line) or _is_received(line)):
        return UNKNOWN
    planned = line.has(WordItem) and all(_is_planned(line, *one) for one in line.all(WordItem))
    return PLAN if planned else ""


def unknown(line: Line) -> str:
    """Why no claim can be made in a line of which nobody is known."""
    return UNKNOWN if line.has(PartyItem) else UNNAMED


def may_tell(line: Line) -> bool:
    """Whether a line has somebody, or an office, of whom a claim may be made by itself."""
    known = any(party is not None for _, item in line.all(PartyItem) for party in item.parties)
    return known or line.has(_HOLDING)


_HOLDING: Final = OfficeItem | TitleItem | RosterItem
"""Mentions that may mean whoever holds an office."""
_TWO: Final = 2
_QUOTED: Final = re.compile(r"“[^”]*”|\"[^\"]*\"")


def is_quoted(line: Line, place: int) -> bool:
    """Whether a place of a line stands in quotation marks."""
    return any(m.start() <= place < m.end() for m in _QUOTED.finditer(line.text))


def _is_planned(line: Line, place: int, word: WordItem) -> bool:
    """Of "is expected to visit": whether the words before a verb say that it was but planned."""
    base = word.verb is not None and word.verb[1] == "base"
    return base and _planned().search(line.text[:place]) is not None


@cache
def _planned() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(table("phrases")["unreal"])))
    return re.compile(rf"\b(?:{words}) to $", re.IGNORECASE)


def _is_received(line: Line) -> bool:
    """Whether a line may tell of somebody who was received where somebody leads."""
    return line.has(PlaceItem) and any(
        item.verb is not None and item.verb[0].roles == "host" for _, item in line.all(WordItem)
    )


def _travels(line: Line) -> bool:
    """Whether a line has a word that may be of travelling."""
    return any(
        use is not None and use[0].kind is EventKind.VISIT
        for _, item in line.all(WordItem)
        for use in (item.verb, item.noun)
    )
