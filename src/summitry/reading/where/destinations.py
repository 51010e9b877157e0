"""Where a visit led that is told without its place: "came twice", "was here in 1961"."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from summitry.lexicon.tables import senses
from summitry.model.events import EventKind
from summitry.model.people import PersonId
from summitry.model.places import PlaceId, PlaceKind, around
from summitry.reading.mentions.calendar import Calendar
from summitry.reading.mentions.items import (
    GatheringItem,
    PartyItem,
    PlaceItem,
    SeriesItem,
    SkippedItem,
    TimeItem,
    WordItem,
)
from summitry.reading.mentions.line import Line, form
from summitry.reading.mentions.patterns import Patterns
from summitry.reading.text.sentences import Sentence
from summitry.reading.who.context import people_of
from summitry.reading.who.namesakes import told


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of ``destinations.toml``, which tells what becomes of the groups of its pattern."""

    pattern: re.Pattern[str]
    where: str
    form: str
    whole: bool


@dataclass(slots=True)
class Destinations:
    """The countries of the visits that a text tells of.

    ``topic`` is the one that its title or its heading names, ``last`` the one of the visit told
    last, and ``visitors`` whoever was named with that.
    """

    calendar: Calendar
    topic: PlaceId | None = None
    last: PlaceId | None = None
    visitors: tuple[PersonId, ...] = ()

    def head(self, line: Line) -> None:
        """Take note of a title or heading."""
        found = {
            land
            for match in _HEADED.finditer(line.text)
            for place in line.every(match, "place", PlaceItem)
            if (land := self._land(place)) is not None
        }
        self.last, self.visitors = None, ()
        if len(found) == 1:
            (self.topic,) = found

    def note(self, line: Line, sentence: Sentence) -> None:
        """Take note of the visits that a sentence tells of, or of what a heading names."""
        if sentence.heading:
            self.head(line)
            return
        lands = {self._land(item) for _, item in line.all(PlaceItem) if not item.belonging}
        if not lands:
            return
        told = len(lands) == 1 and (_tells_of_visit(line) or lands == {self.last})
        (land,) = lands if told else (None,)
        rows = self.calendar.names.places
        if land is not None and self.last is not None and rows[self.last].formerly == land:
            land = self.last
        self.last = land
        people = tuple(dict.fromkeys(person for _, person in people_of(line)))
        self.visitors = people if land is not None else ()

    @property
    def known(self) -> bool:
        """Whether a visit may be told whose place is known."""
        return self.last is not None or self.topic is not None

    def placed(self, line: Line, *, visits: bool = False) -> Line:
        """The line with the place of each visit that is told without one, where it is known.

        ``visits``: the text speaks of visits, not of meetings.
        """

        def step(line: Line, row: _Row) -> Line:
            if row.whole and not visits:
                return line
            for match in reversed(list(row.pattern.finditer(line.text))):
                place = self._then(self._meant(row.where, line, match), line)
                if place is not None:
                    line = _with_place(line, match, row, place)
            return line

        return _rows().over(line, step)

    def _meant(self, where: str, line: Line, m: re.Match[str]) -> PlaceId | None:
        """The place that a row's words mean at a match; None if it isn't clear."""
        if not _is_open(line, m):
            return None
        if where == "here":
            return self.topic
        if where == "back":
            return self._home(line, m)
        near = self._before(line, m.start())
        last = self.last if near is None else near
        if where in ("there", "on"):
            return last
        known = {place for place in (last, self.topic) if place is not None}
        return known.pop() if len(known) == 1 else None

    def _then(self, place: PlaceId | None, line: Line) -> PlaceId | None:
        """The state that a country was at the time that a sentence tells of."""
        rows, days = self.calendar.names.places, told(line)
        former = None if place is None else rows[place].formerly
        when = None if former is None else rows[former].when
        return former if days is not None and when is not None and days <= when.core else place

    def _before(self, line: Line, end: int) -> PlaceId | None:
        """The country of the one place before a word in its own sentence."""
        lands = {self._land(item) for _, item in line.all(PlaceItem, 0, end) if not item.belonging}
        return lands.pop() if len(lands) == 1 else None

    def _home(self, line: Line, m: re.Match[str]) -> PlaceId | None:
        """The country of the one who visited last, where somebody else visits now."""
        now = {person for _, person in people_of(line, m.start())}
        then = [person for person in self.visitors if person not in now]
        rows = self.calendar.names.offices
        lands = {
            rows[office].country for person in then for office in self.calendar.offices(person)
        }
        return lands.pop() if len(then) == 1 and len(lands) == 1 else None

    def _land(self, item: PlaceItem) -> PlaceId | None:
        rows = around(self.calendar.names.places, item.place)
        return next((row.id for row in rows if row.kind is PlaceKind.COUNTRY), None)


@cache
def _rows() -> Patterns[_Row]:
    """The table's rows, in its order."""
    found = tomllib.loads(files(__package__).joinpath("destinations.toml").read_text("utf-8"))
    parts = {name: part.replace("\n", "") for name, part in found["parts"].items()}

    def filled(pattern: str) -> str:
        return re.sub(r"(?<!\?P)<([a-z]+)>", lambda slot: filled(parts[slot[1]]), pattern)

    return Patterns(
        _Row(
            form(filled(row["pattern"].replace("\n", ""))),
            row["where"],
            row.get("form", ""),
            row.get("whole", False),
        )
        for row in found["row"]
    )


_HEADED: Final = form(
    r"\b(?:in|to|at|on) (?:the )?(?P<place>{Place})(?=[.,:;)]|$| (?:since|from)\b)"
)
"""Where visits led that a title or heading speaks of."""


def may_travel(text: str) -> bool:
    """Whether a text may tell of a visit without its place."""
    return _TRAVELS.search(text) is not None


_TRAVELS: Final = re.compile(
    r"\b(?:went|go|gone|came|come|been|returned?|back|there|here|first|last|next|country|"
    r"set foot)\b",
    re.IGNORECASE,
)


def _tells_of_visit(line: Line) -> bool:
    return any(_is_visit(item) for _, item in line.all(WordItem))


def _is_visit(item: WordItem) -> bool:
    return any(use is not None and use[0].kind is EventKind.VISIT for use in (item.verb, item.noun))


_WHERE: Final = PlaceItem | GatheringItem | SeriesItem


def _is_open(line: Line, m: re.Match[str]) -> bool:
    """Whether a word of travelling that a row found lacks its place."""
    groups = m.groupdict()
    verb, noun = line.get(m, "verb", WordItem), line.get(m, "noun", WordItem)
    if groups.get("verb") is not None:
        return verb is not None and verb.word.lower() == "visited" and verb.verb is not None
    if groups.get("noun") is not None:
        placed = line.has(_WHERE)
        return noun is not None and noun.noun is not None and _is_visit(noun) and not placed
    return True


_WORDS: Final = {"past": "visited", "participle": "visited", "base": "visit"}


def _with_place(line: Line, m: re.Match[str], row: _Row, place: PlaceId) -> Line:
    """The line with what a row makes of its groups, from the last to the first."""
    groups = m.groupdict()
    if row.whole:
        who, time = line.get(m, "who", PartyItem), line.get(m, "time", TimeItem)
        if who is None or time is None:
            return line
        went = WordItem("visited", verb=(senses()["visit"], "past"))
        words = (who, " ", went, " ", PlaceItem(place), " in ", time)
        return line.with_words(m.start(), m.end(), words)
    if groups.get("noun") is not None:
        return line.with_inserted(m.start("noun"), PlaceItem(place, belonging=True))
    verb = "went" if "went" in groups else "verb"
    line = line.with_inserted(m.end(verb), PlaceItem(place))
    if verb == "went":
        item = WordItem(_WORDS[row.form], verb=(senses()["visit"], row.form))
        line = line.with_item(m.start(verb), m.end(verb), item)
    if groups.get("skip") is not None:
        line = line.with_item(m.start("skip"), m.end("skip"), SkippedItem())
    return line
