"""What introduces the pieces of a text: the sentence, heading or title above them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from summitry.lexicon.tables import Sense, senses, table
from summitry.model.events import EventKind
from summitry.model.places import PlaceId
from summitry.model.selection import Party, Someone
from summitry.reading.mentions.items import Item, ModeItem, PartyItem, PlaceItem, TimeItem, WordItem
from summitry.reading.mentions.line import Line, form
from summitry.reading.pieces.piece import Piece, pieces_table


@dataclass(frozen=True, slots=True)
class Introduction:
    """That what follows are events of a sense.

    ``parties``: two who met, or the one who went or met others; none where the pieces name them.
    ``place``: where visits went. ``items`` hold of pieces that say no time themselves. ``real``:
    the events took place; else the pieces below claim nothing. ``lists``: a list of them follows,
    and of nothing else.
    """

    sense: Sense
    parties: tuple[Party, ...] = ()
    place: PlaceId | None = None
    items: tuple[Item, ...] = ()
    real: bool = True
    lists: bool = False


MOST: Final = 2
"""So many people at most met in each of the events that follow."""


def introduced(line: Line) -> Introduction | None:
    """What a line that stands above others says of them, None if it speaks of no meetings."""
    words = [
        (place, sense)
        for place, item in line.all(WordItem)
        if (sense := _several(item, clause=_ANNOUNCES.search(line.text) is not None)) is not None
    ]
    if not words or _DATED.match(line.text):
        return None
    sense = next((s for _, s in words if s.kind is EventKind.VISIT), words[0][1])
    place, _ = next(word for word in words if word[1] is sense)
    people = _people(line)
    visits = sense.kind is EventKind.VISIT
    where = [item.place for _, item in line.all(PlaceItem, place) if not item.belonging]
    times = [item for _, item in line.all(TimeItem)]
    modes = [item for _, item in line.all(ModeItem)]
    return Introduction(
        sense,
        people if len(people) <= (1 if visits else MOST) else (),
        where[0] if visits and len(where) == 1 else None,
        (*(times if len(times) == 1 else ()), *modes),
        real=not _is_unreal(line),
        lists=line.text.rstrip(" *_").endswith(":"),
    )


_ANNOUNCES: Final = re.compile(r"[:?][\s*_]*$")
_DATED: Final = form(r"\W*{Time}\W*[–—:-]")
"""What opens an entry of a timeline."""


def _several(item: WordItem, *, clause: bool) -> Sense | None:
    """What a word speaks of that may stand above several events: "visits".

    In a clause that announces them a verb, too: "How often have they met?", "They met in:".
    """
    if clause and item.verb is not None and item.verb[1] in ("past", "participle"):
        return item.verb[0]
    if item.noun is not None and item.noun[1] == "plural":
        sense = item.noun[0]
        return sense if all(item.word != one for one, _ in sense.nouns) else None
    return None


def announced_unreal(text: str) -> Introduction | None:
    """What a heading, or a line before a list, says of events that never were; else None."""
    return NEVER_HELD if _unreal_heading().search(text) else None


NEVER_HELD: Final = Introduction(senses()["meet"], real=False)
"""What stands above events that did not take place, or are only to."""


@cache
def _unreal_heading() -> re.Pattern[str]:
    words = sorted(pieces_table()["unreal_headings"], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


def _people(line: Line) -> tuple[Party, ...]:
    """Who is named, each once."""
    found = (
        party
        for _, item in line.all(PartyItem)
        for party in item.parties
        if isinstance(party, Someone)
    )
    return tuple({party.person: Someone(party.person) for party in found}.values())


def _is_unreal(line: Line) -> bool:
    """Whether a line speaks of events that were only planned, or never were."""
    unreal = {*table("phrases")["unreal"], *pieces_table()["words"]["unreal"]}
    return any(token.word in unreal for token in Piece.of(line).tokens)
