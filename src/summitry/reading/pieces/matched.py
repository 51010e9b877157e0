"""A piece in one of its forms: who is in it, and what it says of time and place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

from summitry.model.places import PlaceKind
from summitry.model.selection import Party
from summitry.model.when import Window
from summitry.reading.clauses.tense import has_gone
from summitry.reading.mentions.items import (
    DurationItem,
    EachItem,
    GatheringItem,
    Item,
    PartyItem,
    PlaceItem,
    SeriesItem,
    SettingItem,
    TimeItem,
)
from summitry.reading.mentions.narrowing import Unreadable
from summitry.reading.mentions.scene import Scene
from summitry.reading.pieces.introduction import Introduction
from summitry.reading.pieces.piece import Piece, Token, pieces_table
from summitry.reading.when.times import times


@dataclass(frozen=True, slots=True)
class Above:
    """What stands above a piece: what introduces it, and the people whom the text speaks of.

    ``last``: the two of the piece before. ``heading``: the piece is a heading.
    """

    scene: Scene
    introduction: Introduction | None = None
    people: tuple[Party, ...] = ()
    last: tuple[Party, ...] = ()
    heading: bool = False


@cache
def _facts() -> frozenset[str]:
    """The kinds of which a part is made that says nothing but when, where and the like."""
    return frozenset(re.findall(r"\w+", pieces_table()["parts"]["facts"])) | {"cut"}


_TELLING: Final = {"time", "place", "gathering", "setting", "length", "mode"}
_ITEMS: Final = (TimeItem, PlaceItem, GatheringItem, SeriesItem, SettingItem, DurationItem)


class Matched:
    """A piece in a form, and what stands above it."""

    def __init__(self, piece: Piece, match: re.Match[str], above: Above) -> None:
        self.piece, self.match, self.above = piece, match, above

    @property
    def introduction(self) -> Introduction | None:
        """What introduces the piece."""
        return self.above.introduction

    def group(self, name: str) -> tuple[Token, ...]:
        """The tokens of a group."""
        return self.piece.within(self.match, name)

    def parties(self, *names: str) -> list[PartyItem]:
        """The parties of groups."""
        tokens = (token for name in names for token in self.group(name))
        return [token.item for token in tokens if isinstance(token.item, PartyItem)]

    def items(self, *cores: Token) -> list[Item]:
        """What the piece says of time, place and the like.

        Of the parts between cuts those count that hold ``cores``, and those of nothing else than
        such mentions. :class:`Unreadable` of a place that isn't known, and of days to come.
        """
        own = {token.part for token in cores}
        parts: dict[int, list[Token]] = {}
        for token in self.piece.tokens:
            parts.setdefault(token.part, []).append(token)
        found: list[Token] = []
        for number, tokens in parts.items():
            self._in_place(tokens)
            if number in own or all(token.kind in _facts() for token in tokens):
                found += _taken(tokens, placed=any(t.kind == "place" for t in found))
        self._in_time(found)
        return _listed(list(self._without_topics(found)), self.piece)

    def _without_topics(self, tokens: Iterable[Token]) -> Iterator[Token]:
        """Without places that stand in a list after another and are what was talked about."""
        first: PlaceItem | None = None
        calendar = self.above.scene.calendar
        for token in tokens:
            place = token.item
            if isinstance(place, PlaceItem):
                if first is None:
                    first = place
                elif (
                    not are_nested([first, place], self.above.scene)
                    and calendar.topic_of(place.place) is not None
                ):
                    continue
            yield token

    def _in_place(self, tokens: list[Token]) -> None:
        """:class:`Unreadable` of "Biden and Putin on Ukraine": what they only speak of."""
        calendar = self.above.scene.calendar
        for before, token in pairwise(tokens):
            place = token.item
            if before.word == "on" and isinstance(place, PlaceItem) and not place.belonging:
                country = calendar.names.places[place.place].kind is PlaceKind.COUNTRY
                if country or calendar.topic_of(place.place) is not None:
                    raise Unreadable("it isn't said where they met")

    def is_told(self) -> bool:
        """Whether a present tense in the piece tells of the past."""
        today = self.above.scene.as_of.toordinal()
        items = (token.item for token in self.piece.tokens)
        times = [item for item in items if isinstance(item, TimeItem)]
        gone = all(has_gone(time, today) for time in times)
        return gone if times else self.above.heading

    def _in_time(self, tokens: Iterable[Token]) -> None:
        today = self.above.scene.as_of.toordinal()
        for token in tokens:
            if isinstance(token.item, TimeItem):
                window = token.item.window
                if window is None or window.possibly.first > today:
                    raise Unreadable("not said of the past")


def _taken(tokens: list[Token], *, placed: bool) -> Iterator[Token]:
    """The mentions of a part that tell of the event, not of one before or after it."""
    skipping = False
    before: Token | None = None
    for at, token in enumerate(tokens):
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if token.kind == "dating":
            near = before is not None and (before.kind == "length" or before.word == "just")
            doing = following is not None and following.word.endswith("ing")
            skipping = not (near or doing) or placed
        elif token.kind == "comma":
            skipping = False
        elif token.kind == "name" and not skipping and _is_where(tokens[:at]):
            if not any(later.kind == "place" for later in tokens[at:]):
                raise Unreadable("a name in it isn't in the record")
        elif isinstance(token.item, _ITEMS) and not skipping and token.kind in _TELLING:
            ago = token.kind == "length" and following is not None and following.kind == "dating"
            placed = placed or token.kind == "place"
            yield from () if ago else (token,)
        before = token


def _is_where(tokens: list[Token]) -> bool:
    """Whether what follows these stands where a place does."""
    for token in reversed(tokens):
        if token.kind not in ("plain", "loose", "name"):
            return token.kind == "locating"
    return False


def _listed(tokens: list[Token], piece: Piece) -> list[Item]:
    """The mentions of tokens, times that are joined as one list, and a day with its year."""
    timed = [token for token in tokens if token.kind == "time"]
    others = [token.item for token in tokens if token.kind != "time" and token.item is not None]
    items = _with_years([token.item for token in timed if isinstance(token.item, TimeItem)])
    windows = [item.window for item in items if item.window is not None]
    if len(windows) > 1 and not any(
        a.possibly <= b.possibly or b.possibly <= a.possibly for a, b in pairwise(windows)
    ):
        joined = all(_is_joined(piece, a, b) for a, b in pairwise(timed))
        if not joined:
            raise Unreadable("more than one time is said of it")
        return [EachItem(tuple(items), "and"), *others]
    return [*items, *others]


def _with_years(said: list[TimeItem]) -> list[TimeItem]:
    """The times, one without a year in the year that stands apart: "1996 – ..., 2 June"."""
    years = [t.window.written for t in said if t.window and _YEAR.fullmatch(t.window.written)]
    if len(years) != 1:
        return said
    return [
        time
        if time.window is None or _HAS_YEAR.search(time.window.written)
        else TimeItem(dated(time.window.written, years[0]))
        for time in said
    ]


_YEAR: Final = re.compile(r"\d{4}")
_HAS_YEAR: Final = re.compile(r"\b\d{4}\b")


def dated(words: str, year: str) -> Window | None:
    """The window of a day or month that is written without its year; None if it is no such time."""
    for whole in (f"{words}, {year}", f"{words} {year}"):
        found = times(whole)
        if len(found) == 1 and found[0].end - found[0].start == len(whole):
            return found[0].window
    return None


def _is_joined(piece: Piece, one: Token, other: Token) -> bool:
    between = [t for t in piece.tokens if one.start < t.start < other.start]
    return bool(between) and all(t.kind in ("and", "comma", "locating") for t in between)


def are_nested(places: list[PlaceItem], scene: Scene) -> bool:
    """Whether each of some places lies in the next one or holds it."""
    within = scene.calendar.was_within
    return all(within(a.place, b.place) or within(b.place, a.place) for a, b in pairwise(places))
