"""Nouns that a sentence leaves out, for the one before has them: "The first was in Geneva"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any, Final

from summitry.lexicon.tables import Sense, senses, table
from summitry.model.bounds import Bounds
from summitry.model.events import EventKind, Mode
from summitry.model.selection import Someone
from summitry.reading.mentions.items import (
    Item,
    NumberItem,
    OrdinalItem,
    PartyItem,
    PlaceItem,
    WordItem,
)
from summitry.reading.mentions.line import Line, form
from summitry.reading.mentions.patterns import Patterns
from summitry.reading.text.sentences import Sentence
from summitry.reading.where.destinations import Destinations
from summitry.reading.who.context import Context
from summitry.reading.who.references import party

_REACH: Final = 3
"""Sentences back: what was spoken of before them is no longer meant by "the second"."""


@dataclass(slots=True)
class Events:
    """The sort of events that a text speaks of: by its title, by a heading, and last.

    ``since`` counts the sentences after the one that spoke of it last.
    """

    title: Sense | None = None
    section: Sense | None = None
    last: Sense | None = None
    since: int = 0

    @property
    def meant(self) -> Sense | None:
        """The sort that a noun would name that is left out in the next sentence."""
        return self.last if self.last is not None else self.section or self.title

    @property
    def travelled(self) -> bool:
        """Whether it is visits that the text speaks of, each of which one alone may make."""
        return self.meant is not None and self.meant.kind is EventKind.VISIT

    def entitle(self, line: Line) -> None:
        """Take note of the text's title."""
        self.title = spoken_of(line)

    def heard(
        self, line: Line, sentence: Sentence, context: Context, destinations: Destinations
    ) -> Line:
        """The line of a sentence or heading with its noun, of which note is taken."""
        if not sentence.heading and self.meant is not None and may_lack_noun(sentence.text):
            found = self._completed(line, context, destinations)
            if found is not None:
                self.since = 0
                return found
        sense = spoken_of(line)
        if sentence.heading:
            self.section, self.last, self.since = sense or self.section, None, 0
        elif line.has(WordItem):
            self.last, self.since = sense, 0
        else:
            self.pass_over()
        return line

    def travel(self) -> None:
        """Take note that the sentence heard last tells of a visit without a word for one."""
        self.last, self.since = senses()["visit"], 0

    def pass_over(self) -> None:
        """Take note of a sentence that speaks of no events."""
        self.since += 1
        if self.since >= _REACH:
            self.last = None

    def _completed(self, line: Line, context: Context, destinations: Destinations) -> Line | None:
        """The line with the noun of a subject that leaves it out, if it is clear which it is."""
        sense = self.meant
        if sense is None:
            return None
        for row in _rows().fitting(line):
            match = row.pattern.search(line.text)
            found = match and _with_noun(line, match, sense, context, destinations)
            if found is not None:
                return found
        return None


def may_lack_noun(text: str) -> bool:
    """Whether the text of a sentence may leave a noun out."""
    return _LACKING.search(text) is not None


_LACKING: Final = re.compile(
    r"\b(?:first|last|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|latest|final|"
    r"next|other|another|one|none|two|three|four|five|six|seven|eight|nine|ten|both|all|most|half|"
    r"neither|several|[a-z]+th)\b",
    re.IGNORECASE,
)


def spoken_of(line: Line) -> Sense | None:
    """The sort of events that a line speaks of: by its nouns or else its verbs, if they agree."""
    words = [word for _, word in line.all(WordItem)]
    nouns = [word.noun[0] for word in words if word.noun is not None]
    verbs = [word.verb[0] for word in words if word.verb is not None and word.noun is None]
    several = [w.noun[0] for w in words if w.noun is not None and w.noun[1] == "plural"]
    for found in (several, [*nouns, *verbs]):
        sorts = {sense.id: sense for sense in map(_plain, found)}
        if len(sorts) == 1:
            return next(iter(sorts.values()))
        if sorts:
            return _common(sorts.values())
    return None


def _common(sorts: Iterable[Sense]) -> Sense | None:
    """What sorts of events have in common: plain meetings, or plain visits."""
    kinds = {(sense.kind, sense.modes) for sense in sorts}
    if len(kinds) != 1:
        return None
    ((kind, modes),) = kinds
    if kind is EventKind.VISIT:
        return senses()["visit"]
    return senses()["meet"] if modes == senses()["meet"].modes else None


def _plain(sense: Sense) -> Sense:
    """The sense whose noun speaks of what this one does."""
    if sense.kind is EventKind.VISIT:
        return sense if sense.visit_kinds and sense.nouns else senses()["visit"]
    if sense.nouns and not sense.only:
        return sense
    if sense.modes == senses()["phone"].modes:
        return senses()["phone"]
    return senses()["meet"] if Mode.IN_PERSON in sense.modes else sense


# --- the table ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of ``nouns.toml``."""

    pattern: re.Pattern[str]


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(files(__package__).joinpath("nouns.toml").read_text("utf-8"))


@cache
def _rows() -> Patterns[_Row]:
    found = _table()
    parts = {name: part.replace("\n", "") for name, part in found["parts"].items()}

    def filled(pattern: str) -> str:
        return re.sub(r"(?<!\?P)<([a-z]+)>", lambda slot: filled(parts[slot[1]]), pattern)

    return Patterns(
        _Row(form(filled(row["pattern"].replace("\n", "")))) for row in found["subject"]
    )


_SINCE: Final = re.compile(r"\bsince\b", re.IGNORECASE)
"""Of "their second call since January; the first was in May" it is the first since then."""
_CORE: Final = ("nth", "number", "none", "other")


def _with_noun(
    line: Line, m: re.Match[str], sense: Sense, context: Context, destinations: Destinations
) -> Line | None:
    """The line with the noun in the subject that a row found; None if it isn't clear whose."""
    core = next(name for name in _CORE if m.groupdict().get(name) is not None)
    end = m.end("of") if m["of"] is not None else m.end(core)
    pronoun = line.get(m, "one", NumberItem)
    if pronoun is not None and pronoun.bounds != Bounds.exactly(1):
        return None
    if not sense.nouns or any(True for _ in line.all(PartyItem, end, m.end())):
        return None
    count = line.get(m, "number", NumberItem)
    if count is not None and count.times:
        return None
    if core == "nth" and _SINCE.search(line.text, 0, m.start()) is not None:
        return None
    one = core != "none" and (count is None or count.bounds == Bounds.exactly(1))
    noun = WordItem(sense.nouns[0][not one], noun=(sense, "singular" if one else "plural"))
    start = m.start("det") if "det" in m.groupdict() else m.start(core)
    owner = line.get(m, "det", PartyItem)
    tail: list[str | Item] = []
    if sense.kind is EventKind.VISIT:
        owner = owner or _visitor(context)
        place = destinations.last or destinations.topic
        if owner is None or place is None:
            return None
        tail = [" to ", PlaceItem(place)]
    told = _clause(line, m)
    if core == "none":
        words = _denied(sense, context)
        if words is None:
            return None
        end = max(end, *(m.end(name) for name in ("happens", "stay") if m[name] is not None))
        preposition = " in" if m["stay"] is not None else ""
        return line.with_words(start, end, (*words, preposition))
    words = (*_opened(line, m, core, owner), noun, *tail)
    return None if told is None else told.with_words(start, end, words)


def _clause(line: Line, m: re.Match[str]) -> Line | None:
    """The line with what stands after the subject as a clause that says where it took place."""
    groups = m.groupdict()
    if groups.get("note") is not None:
        if _untrue().search(m["note"]) is not None:
            return None
        line = line.with_words(m.start("note"), m.end("note"), ())
        return line.with_words(m.start("opening"), m.end("opening"), (" took place in ",))
    stay = line.get(m, "stay", WordItem)
    if stay is not None:
        if not stay.word.lower().startswith(("was ", "were ")):
            return None
        return line.with_words(m.start("stay"), m.end("stay"), ("took place in",))
    if groups.get("happens") is not None:
        return line.with_words(m.start("happens"), m.end("happens"), ("took place",))
    return line


@cache
def _untrue() -> re.Pattern[str]:
    words = map(re.escape, (*_table()["untrue"], *table("phrases")["unreal"]))
    return re.compile(rf"\b(?:{'|'.join(words)})\b|n't\b", re.IGNORECASE)


def _opened(
    line: Line, m: re.Match[str], core: str, owner: PartyItem | None
) -> Iterator[str | Item]:
    """What stands before the noun."""
    nth, count = line.get(m, "nth", OrdinalItem), line.get(m, "number", NumberItem)
    if owner is not None:
        yield from (owner, " ")
    elif core in ("nth", "other"):
        bare = nth is None or m["det"].lower() in ("a", "an")
        yield "A " if bare else "The "
    if nth is not None:
        yield from (nth, " ")
    if count is not None:
        yield from (count, " ")


def _denied(sense: Sense, context: Context) -> tuple[str | Item, ...] | None:
    """Of "None was in Paris": that they never met, up to the place."""
    pair = context.pair()
    if sense.kind is EventKind.VISIT or pair is None or not sense.verbs:
        return None
    met = WordItem(sense.verbs[0].past, verb=(sense, "past"))
    return PartyItem(tuple(map(Someone, pair)), "they"), " never ", met


def _visitor(context: Context) -> PartyItem | None:
    """Whose visits are spoken of, as an owner."""
    one = next((heard.subject for heard in context.reach() if heard.subject is not None), None)
    person = one if one is not None else context.topic
    if person is None:
        return None
    return replace(party(person, context), word="his")
