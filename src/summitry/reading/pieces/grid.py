"""Tables: rows of cells under headings that say what they hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

from summitry.lexicon.tables import Sense, senses
from summitry.model.claims import Quote
from summitry.model.events import EventKind
from summitry.model.selection import Party, Someone
from summitry.model.when import Window
from summitry.reading.clauses.frame import Frame
from summitry.reading.documents.blocks import CELLS
from summitry.reading.mentions.items import (
    DurationItem,
    EachItem,
    GatheringItem,
    Item,
    ModeItem,
    OrdinalItem,
    PartyItem,
    PlaceItem,
    SeriesItem,
    TimeItem,
)
from summitry.reading.mentions.line import Line
from summitry.reading.mentions.narrowing import Unreadable
from summitry.reading.mentions.scan import plain
from summitry.reading.pieces.matched import Above, dated
from summitry.reading.pieces.piece import Piece, Token, pieces_table
from summitry.reading.pieces.pieces import NOTHING, Told, claimed, same_party
from summitry.reading.when.times import times

_BARS: Final = re.compile(r"\|")
_CELLS: Final = re.compile(re.escape(CELLS))
_FEWEST: Final = 2
"""So many cells a row has, at least."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of a table, in order; ``sign`` parts the cells of a row."""

    columns: tuple[str, ...]
    sign: re.Pattern[str]

    @classmethod
    def headed(cls, text: str) -> Grid | None:
        """The table that a line heads, None of any other line."""
        for sign in (_BARS, _CELLS):
            if sign.search(text) is None:
                continue
            cells = [text[start:end] for start, end in _cells(text, sign)]
            columns = tuple(filter(None, map(_column, cells)))
            if len(cells) >= _FEWEST and len(columns) == len(cells) and _tells(columns):
                return cls(columns, sign)
        return None

    def is_row(self, text: str) -> bool:
        """Whether a line is a row of the table."""
        return len(_cells(text, self.sign)) == len(self.columns)


def _cells(text: str, sign: re.Pattern[str]) -> list[tuple[int, int]]:
    """Where the cells of a row stand; a bar that opens or closes it parts none."""
    text = text.rstrip()
    if sign is not _BARS:
        text = text.removesuffix(".")
    elif text.endswith("|"):
        text = text[:-1]
    start = len(text) - len(text.lstrip())
    if sign is _BARS and text.startswith("|", start):
        start += 1
    found: list[tuple[int, int]] = []
    for match in sign.finditer(text, start):
        found.append((start, match.start()))
        start = match.end()
    return [*found, (start, len(text))] if found else []


def _column(heading: str) -> str:
    """What stands below a heading, "" if it can't be told."""
    words = heading.strip(" *_.").lower()
    known = _columns().get(words)
    if known is not None:
        return known
    last = words.rpartition(" ")[2]
    return "party" if _columns().get(last) == "party" or words in _LANDS else ""


_LANDS: Final = frozenset(
    (
        "us", "u.s", "usa", "american", "america", "united states",
        "soviet", "ussr", "soviet union", "russia", "russian",
    )
)  # fmt: skip


@cache
def _columns() -> dict[str, str]:
    return {
        heading: role
        for role, headings in pieces_table()["columns"].items()
        for heading in headings
    }


def _tells(columns: Sequence[str]) -> bool:
    """Whether a row may say who and when or where."""
    ranked = "party" in columns and bool(_RANKS.keys() & {*columns})
    dated = bool({"time", "year"} & {*columns})
    return ranked or (dated and bool({"party", "place", "country"} & {*columns}))


_RANKS: Final = {"first": 1, "last": -1}
"""The columns of what was the first or the last of many, with its position."""


# --- rows ---------------------------------------------------------------------------------------


def row(grid: Grid, line: Line, above: Above, quote: Quote) -> Told:
    """What a row of a table claims; nothing if not all of it was read that restricts."""
    introduction = above.introduction
    if introduction is not None and not introduction.real:
        return NOTHING
    try:
        return claimed(_Row(grid, line, above, quote).frames(), above, quote)
    except Unreadable:
        return NOTHING


class _Row:
    """One row: the tokens of its cells by what they hold."""

    def __init__(self, grid: Grid, line: Line, above: Above, quote: Quote) -> None:
        self.above, self.line = above, line
        self.cells: dict[str, list[tuple[Token, ...]]] = {}
        self.words: dict[str, list[str]] = {}
        text = quote.text
        for column, (start, end) in zip(grid.columns, _cells(text, grid.sign), strict=True):
            tokens = Piece.of(line.part(quote.start + start, quote.start + end)).tokens
            if any(t.kind in ("unreal", "refusing", "past") for t in tokens):
                raise Unreadable("it isn't said that it took place")
            self.cells.setdefault(column, []).append(tokens)
            self.words.setdefault(column, []).append(plain(text[start:end]).strip(" *_"))

    def frames(self) -> list[Frame]:
        """The frames that the row makes."""
        return list(self._ranked()) or [self._frame()]

    def _ranked(self) -> Iterator[Frame]:
        """That the cells of the first and the last of many say where and when these were."""
        introduction = self.above.introduction
        sense = introduction.sense if introduction is not None else senses()["meet"]
        for column, position in _RANKS.items():
            for cell in self.cells.get(column, ()):
                parties = self._parties()
                known = _PLAIN.issuperset(t.kind for t in cell)
                alone = all(t.kind in _PAIRED for row in self.cells["party"] for t in row)
                if not known or not alone or sense.kind is EventKind.VISIT or len(parties) != _TWO:
                    raise Unreadable("it isn't said which one it was")
                that = [t.item for t in cell if isinstance(t.item, TimeItem | PlaceItem)]
                if that:
                    yield Frame(
                        sense, 0, 0, "was", subjects=[PartyItem(tuple(parties), "Smith")],
                        that=[*that], ordinals=[OrdinalItem(position)],
                    )  # fmt: skip

    def _frame(self) -> Frame:
        parties = self._parties()
        sense = self._sense(parties)
        items = [*self._times(), *self._others()]
        if sense.kind is EventKind.VISIT:
            return self._visit(sense, parties, items)
        hosts = self._people("host")
        parties += [host for host in hosts if not any(same_party(host, p) for p in parties)]
        known = self.above.introduction.parties if self.above.introduction else ()
        if len(parties) == 1 and known:
            parties += [p for p in known if not same_party(p, parties[0])]
        parties = parties or list(known)
        if len(parties) != len(("who", "whom")):
            raise Unreadable("it isn't said who met whom")
        places = self._places("place", "country")
        frame = Frame(sense, 0, 0, "verb", tail=[*items, *places])
        frame.subjects = [PartyItem(tuple(parties), "Smith")]
        return frame

    def _sense(self, parties: Sequence[Party]) -> Sense:
        """Whether the row is of a visit or of a meeting."""
        introduction = self.above.introduction
        said = [token.sense for cell in self.cells.get("mode", ()) for token in cell if token.sense]
        if said:
            return said[0]
        if introduction is not None:
            return introduction.sense
        return senses()["visit" if len(parties) == 1 and "country" in self.cells else "meet"]

    def _visit(self, sense: Sense, parties: list[Party], items: list[Item]) -> Frame:
        introduction = self.above.introduction
        if not parties and introduction is not None:
            parties = list(introduction.parties)
        if len(parties) != 1:
            raise Unreadable("it isn't clear who the visitor was")
        lands = [place for place in self._places("country") if not self._is_home(place, parties[0])]
        if introduction is not None and introduction.place is not None:
            lands.append(PlaceItem(introduction.place))
        cities = self._places("place")
        if not lands and len(cities) == 1:
            lands = cities
        if len(lands) != 1:
            raise Unreadable("it isn't said where the visit went")
        within = self.above.scene.calendar.was_within
        if not all(within(city.place, lands[0].place) for city in cities):
            raise Unreadable("more than one place is said of it")
        places = [*lands, *cities] if len(cities) == 1 else lands
        kept = [
            i
            for i in items
            if not isinstance(i, GatheringItem | SeriesItem | DurationItem | ModeItem)
        ]
        return Frame(
            sense, 0, 0, "verb", subjects=[PartyItem((parties[0],), "Smith")], tail=[*kept, *places]
        )

    def _is_home(self, place: PlaceItem, visitor: Party) -> bool:
        """Whether a country is the visitor's own."""
        calendar = self.above.scene.calendar
        offices = calendar.offices(visitor.person) if isinstance(visitor, Someone) else ()
        return any(calendar.names.offices[office].country == place.place for office in offices)

    # --- cells ---

    def _parties(self) -> list[Party]:
        return self._people("party")

    def _people(self, column: str) -> list[Party]:
        found: list[Party] = []
        for cell in self.cells.get(column, ()):
            if any(token.kind in ("stranger", "name") for token in cell):
                raise Unreadable("somebody in it isn't in the record, or can't be told")
            own = [p for t in cell if isinstance(t.item, PartyItem) for p in t.item.parties]
            if not own and cell:
                raise Unreadable("somebody in it isn't in the record, or can't be told")
            found += [party for party in own if party is not None]
        return found

    def _times(self) -> Iterator[Item]:
        """The times of the row: of its dates, in the year of its own column."""
        years = [words for words in self.words.get("year", ()) if words]
        dates = [words for words in self.words.get("time", ()) if words]
        today = self.above.scene.as_of.toordinal()
        for words in dates or years:
            windows = _windows(words, years[0] if years and dates else "")
            if not windows or any(window.possibly.first > today for window in windows):
                raise Unreadable("it isn't said when")
            items = tuple(map(TimeItem, windows))
            yield items[0] if len(items) == 1 else EachItem(items, "and")

    def _places(self, *columns: str) -> list[PlaceItem]:
        found: list[PlaceItem] = []
        for column in columns:
            for cell in self.cells.get(column, ()):
                places = [token.item for token in cell if isinstance(token.item, PlaceItem)]
                if len(places) == 0 and cell:
                    raise Unreadable("a name in it isn't in the record")
                found += places
        return found

    def _others(self) -> Iterator[Item]:
        """What the other columns say of the event."""
        for column, kinds in _OTHER_COLUMNS.items():
            for cell in self.cells.get(column, ()):
                said = [token.item for token in cell if isinstance(token.item, kinds)]
                known = said or any(token.sense for token in cell)
                if cell and column == "mode" and not known:
                    raise Unreadable("it isn't said how they met")
                yield from said


_TWO: Final = 2
_PLAIN: Final = {"time", "place", "comma", "cut", "locating", "leading"}
"""Kinds of which a cell is that says but where and when."""
_PAIRED: Final = {"party", "pair", "cut", "and", "slash", "comma", "with"}
"""Kinds of which a cell is that says but who met."""
_OTHER_COLUMNS: Final = {
    "gathering": (GatheringItem, SeriesItem),
    "length": (DurationItem,),
    "mode": (ModeItem,),
}


def _windows(words: str, year: str) -> list[Window]:
    """The windows of a cell's times, in a year if they have none; none if not all is a time."""
    text = f"{words}, {year}" if year and not _HAS_YEAR.search(words) else words
    found = times(text)
    whole = bool(found) and found[0].start == 0 and found[-1].end == len(text)
    if whole and all(_JOINT.fullmatch(text[a.end : b.start]) for a, b in pairwise(found)):
        return [time.window for time in found if time.window is not None]
    window = dated(words, year) if year else None
    return [] if window is None else [window]


_HAS_YEAR: Final = re.compile(r"\b\d{4}\b")
_JOINT: Final = re.compile(r",? (?:and |& )?|; ?")
