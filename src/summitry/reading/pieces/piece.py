"""A piece of text without a sentence's verb, as a row of kinds: its mentions and words in order."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final, TypeGuard

from summitry.lexicon.tables import Sense, senses
from summitry.model.events import EventKind, Mode
from summitry.reading.mentions.items import (
    AnchorItem,
    CapacityItem,
    DurationItem,
    GatheringItem,
    Item,
    ModeItem,
    OrdinalItem,
    PartyItem,
    PlaceItem,
    SeriesItem,
    SettingItem,
    TimeItem,
    WordItem,
)
from summitry.reading.mentions.line import MARKS, Line, form


@dataclass(frozen=True, slots=True)
class Token:
    """A mention or a word of a piece; ``kind`` is a name that the table of forms knows.

    ``sense``: what a noun of meeting or a verb speaks of; ``part`` numbers the parts between cuts.
    """

    word: str
    kind: str
    start: int
    part: int
    item: Item | None = None
    sense: Sense | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """The tokens of a line."""

    tokens: tuple[Token, ...]

    @classmethod
    def of(cls, line: Line) -> Piece:
        """The piece that a line is, without furniture and marks of emphasis."""
        return cls(_Row(_without_furniture(line.text), line.items).build())

    @property
    def kinds(self) -> str:
        """The kinds of the tokens, each with a blank after it."""
        return "".join(f"{token.kind} " for token in self.tokens)

    def within(self, match: re.Match[str], group: str) -> tuple[Token, ...]:
        """The tokens that a group matched in the row of kinds."""
        if match.groupdict().get(group) is None:
            return ()
        first = match.string.count(" ", 0, match.start(group))
        return self.tokens[first : first + match[group].count(" ")]


@cache
def pieces_table() -> Mapping[str, Any]:
    """The table of pieces as it is written."""
    return tomllib.loads(files(__package__).joinpath("pieces.toml").read_text("utf-8"))


_ITEMS: Final[tuple[tuple[type | tuple[type, ...], str], ...]] = (
    (TimeItem, "time"),
    ((GatheringItem, SeriesItem), "gathering"),
    (SettingItem, "setting"),
    (ModeItem, "mode"),
    (DurationItem, "length"),
    (OrdinalItem, "ordinal"),
    (AnchorItem, "anchor"),
    (CapacityItem, "capacity"),
)
_CUT: Final = frozenset("–—-:;()[]|.")
_TOKEN: Final = rf"[{MARKS}]|'s\b|n't\b|(?:\w\.){{2,}}|\w+(?:['.-]\w+)*|[^\w\s]"
_SKIPPED: Final = "*_\"'“”‘’`#…!"


def _without_furniture(text: str) -> str:
    for pattern in _furniture():
        text = pattern.sub(lambda found: " " * len(found.group()), text)
    return text


@cache
def _furniture() -> tuple[re.Pattern[str], ...]:
    return tuple(form(pattern) for pattern in pieces_table()["furniture"])


class _Row:
    """Builds the tokens of a text with the mentions that its marks stand for."""

    def __init__(self, text: str, items: Sequence[Item | None]) -> None:
        self.text, self.items = _spelled_out(text, items)
        self.tokens: list[Token] = []
        self.part = 0

    def build(self) -> tuple[Token, ...]:
        """The tokens, in order."""
        end = 0
        for match in _finder().finditer(self.text):
            if match.start() < end:
                continue
            item = self.items[match.start()]
            end = max(match.end(), match.start() + (len(item.word) if _is_word(item) else 0))
            self._add(self.text[match.start() : end], item, match.start(), end)
        return tuple(self.tokens)

    def _add(self, word: str, item: Item | None, start: int, end: int) -> None:
        if word in _SKIPPED or (word == "." and not self.text[end : end + 1].isspace()):
            return
        low = word.lower()
        kind, sense = self._kind(word, low, item, end)
        if kind == "cut":
            self.part += 1
        self.tokens.append(Token(low, kind, start, self.part, item, sense))

    def _kind(self, word: str, low: str, item: Item | None, end: int) -> tuple[str, Sense | None]:
        noun = _noun(low, item) if self._may_be_noun() else None
        if not self.tokens and _OPENS.match(self.text, end):
            noun = noun or _openers().get(low)
        if noun is not None:
            return "meeting", noun
        verb = _verbs().get(low)
        if verb is not None:
            return verb, item.verb[0] if _is_word(item) and item.verb and item.word == low else None
        if _is_word(item):
            return _verbal(item)
        if item is not None:
            return self._mention(item), None
        if low in _CUT:
            return "cut", None
        known = _kinds().get(low)
        if known is None:
            named = word[0].isupper() and not self._opens()
            known = {",": "comma", "'s": "owner"}.get(low) or ("name" if named else "loose")
        return known, None

    def _opens(self) -> bool:
        """Whether the next word opens a part, where any word may have a capital."""
        return not self.tokens or self.tokens[-1].kind == "cut"

    def _may_be_noun(self) -> bool:
        return self._opens() or self.tokens[-1].kind in _BEFORE_NOUNS

    def _mention(self, item: Item) -> str:
        match item:
            case PartyItem(parties, word):
                known = all(party is not None for party in parties)
                pair = len(parties) > 1 or word in ("they", "their")
                if not known and not pair:
                    return "stranger"
                if not pair:
                    return "party"
                return "theirs" if word == "their" else "pair"
            case PlaceItem(_, belonging):
                return "plain" if belonging else self._place()
            case _:
                return next((kind for types, kind in _ITEMS if isinstance(item, types)), "loose")

    def _place(self) -> str:
        """A place as where something was, or as another word."""
        sites = pieces_table()["sites"]
        words = iter(reversed(self.tokens))
        near = next(words, None)
        if near is None or near.kind in _WHERE:
            return "place"
        if near.kind == "leading" and near.word == "of" and len(self.tokens) > 1:
            before = self.tokens[-2]
            return (
                "place" if before.word in sites else ("land" if before.kind == "party" else "loose")
            )
        passed = next((t for t in (near, *words) if t.kind not in ("plain", "loose", "name")), None)
        return "place" if passed is not None and passed.kind == "locating" else "loose"


_OPENS: Final = re.compile(r"\s*(?:[–—:|(,]|-\s)")
"""What follows a word that opens an entry."""
_BEFORE_NOUNS: Final = {
    "plain", "setting", "mode", "ordinal", "theirs", "owner", "locating", "leading", "place",
    "loose", "comma", "shared",
}  # fmt: skip
_WHERE: Final = {"locating", "cut", "comma", "place", "time", "and", "length", "going"}


def _is_word(item: Item | None) -> TypeGuard[WordItem]:
    return isinstance(item, WordItem)


def _spelled_out(text: str, items: Sequence[Item | None]) -> tuple[str, list[Item | None]]:
    """The text with the words of meeting in place of their marks, each at its first letter."""
    words: list[str] = []
    found: list[Item | None] = []
    for char, item in zip(text, items, strict=True):
        word = item.word if isinstance(item, WordItem) and not char.isspace() else char
        words.append(word)
        found += [item if not char.isspace() else None, *([None] * (len(word) - 1))]
    return "".join(words), found


def _noun(word: str, item: Item | None) -> Sense | None:
    """What a noun of one meeting speaks of, None of any other word."""
    if _is_word(item) and item.noun is not None:
        sense, number = item.noun
        return sense if number == "singular" or (word, word) in sense.nouns else None
    return _nouns().get(word)


def _verbal(item: WordItem) -> tuple[str, Sense | None]:
    """A verb of the lexicon: in a piece it is of the present, else it is no piece."""
    if item.verb is None:
        return "loose", None
    sense, form_of = item.verb
    if form_of in ("past", "participle") or sense.negated:
        return "past", sense
    if sense.kind is EventKind.VISIT:
        return "going", sense
    return ("direct" if Mode.IN_PERSON in sense.modes else "remote"), sense


def is_past(item: WordItem) -> bool:
    """Whether a mention is a verb of the past and nothing else wherever it stands in a piece."""
    low = item.word.lower()
    told_else = item.noun is not None or low in _verbs() or low in _nouns()
    return not told_else and _verbal(item)[0] == "past"


@cache
def _finder() -> re.Pattern[str]:
    phrases = sorted((w for w in (*_kinds(), *_verbs()) if " " in w), key=len, reverse=True)
    longer = "|".join(rf"\b{re.escape(phrase)}\b" for phrase in phrases)
    return re.compile(rf"{longer}|{_TOKEN}", re.IGNORECASE)


@cache
def _kinds() -> Mapping[str, str]:
    """The kinds of plain words."""
    return {word: kind for kind, words in pieces_table()["words"].items() for word in words}


@cache
def _verbs() -> Mapping[str, str]:
    """The kinds of verbs, by each of their forms."""
    return {
        word: kind
        for kind, verbs in pieces_table()["verbs"].items()
        for verb in verbs
        for word in verb.split("/")
    }


@cache
def _nouns() -> Mapping[str, Sense]:
    return {
        word: senses()[sense] for sense, words in pieces_table()["nouns"].items() for word in words
    }


@cache
def _openers() -> Mapping[str, Sense]:
    """What opens an entry of a list of contacts, with its sense."""
    return {
        word: senses()[sense]
        for sense, words in pieces_table()["openers"].items()
        for word in words
    }
