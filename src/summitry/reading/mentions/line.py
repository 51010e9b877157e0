"""A sentence as a line of characters, each mention one of them, so that patterns can name both."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from types import UnionType
from typing import Final, TypeVar, cast, get_args

from summitry.reading.mentions.items import Item, Mention
from summitry.reading.text.needs import Row, needs
from summitry.reading.text.wordlist import lowered

_KINDS: Final[dict[type, str]] = {kind: chr(0xE000 + n) for n, kind in enumerate(get_args(Item))}
_BY_NAME: Final[dict[str, str]] = {
    kind.__name__.removesuffix("Item"): mark for kind, mark in _KINDS.items()
}
MARKS: Final = "".join(_KINDS.values())
"""The characters that stand for mentions (of the private use area, one for each kind)."""

_BLANKS: Final = re.compile(rf"[\s{MARKS}]+")
_RUN: Final = re.compile(rf"[\s{MARKS}]{{2,}}")

S = TypeVar("S")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Line:
    """``text`` with a mark for each mention; the others go with its characters.

    ``starts`` and ``ends`` (excluded) are places in the document's text.
    """

    text: str
    items: tuple[Item | None, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str, start: int) -> Line:
        """The line of a sentence that starts at ``start``, with runs of blanks as one."""
        plain, end = _BLANKS.sub(" ", text), start + len(text)
        nothing = (None,) * len(plain)
        if len(plain) == len(text):
            return cls(plain, nothing, tuple(range(start, end)), tuple(range(start + 1, end + 1)))
        runs = [run.span() for run in _RUN.finditer(text)]
        begins = [start, *(start + after for _, after in runs)]
        ends = [*(start + first + 1 for first, _ in runs), end]
        places = [n for span in zip(begins, ends, strict=True) for n in range(*span)]
        return cls(plain, nothing, tuple(places), tuple(n + 1 for n in places))

    def with_mentions(self, mentions: Iterable[Mention]) -> Line:
        """The line with mentions, which are in order and apart, as places in it."""
        chars: list[str] = []
        items: list[Item | None] = []
        starts: list[int] = []
        ends: list[int] = []
        done = 0
        for mention in mentions:
            start, end = self.place(mention.start, mention.end)
            chars += (self.text[done : mention.start], mark(mention.item))
            items += (*self.items[done : mention.start], mention.item)
            starts += (*self.starts[done : mention.start], start)
            ends += (*self.ends[done : mention.start], end)
            done = mention.end
        return Line(
            "".join(chars) + self.text[done:],
            (*items, *self.items[done:]),
            (*starts, *self.starts[done:]),
            (*ends, *self.ends[done:]),
        )

    def part(self, start: int, end: int) -> Line:
        """The part of the line from one place of the document to another."""
        places = [n for n, first in enumerate(self.starts) if start <= first < end]
        if not places:
            return Line("", (), (), ())
        own = slice(places[0], places[-1] + 1)
        return Line(self.text[own], self.items[own], self.starts[own], self.ends[own])

    def with_item(self, start: int, end: int, item: Item) -> Line:
        """The line with the characters from ``start`` to ``end`` as one mention."""
        return Line(
            self.text[:start] + mark(item) + self.text[end:],
            (*self.items[:start], item, *self.items[end:]),
            (*self.starts[: start + 1], *self.starts[end:]),
            (*self.ends[:start], *self.ends[end - 1 :]),
        )

    def with_sign(self, place: int, sign: str) -> Line:
        """The line with another sign at a place where it has no mention."""
        text = self.text[:place] + sign + self.text[place + 1 :]
        return Line(text, self.items, self.starts, self.ends)

    def with_inserted(self, place: int, item: Item) -> Line:
        """The line with a mention of which no word stands there, between blanks, at a place."""
        at = self.starts[place] if place < len(self.starts) else self.ends[-1]
        return Line(
            f"{self.text[:place]} {mark(item)} {self.text[place:]}",
            (*self.items[:place], None, item, None, *self.items[place:]),
            (*self.starts[:place], at, at, at, *self.starts[place:]),
            (*self.ends[:place], at, at, at, *self.ends[place:]),
        )

    def spread(self, start: int, end: int) -> Line:
        """The line with each of its places as all of a part of the document's text."""
        size = len(self.text)
        return Line(self.text, self.items, (start,) * size, (end,) * size)

    def with_words(self, start: int, end: int, words: Iterable[str | Item]) -> Line:
        """The line with other words and mentions, each in the place of all from start to end."""
        parts = [(word, (None,) * len(word)) if isinstance(word, str) else (mark(word), (word,))
                 for word in words]  # fmt: skip
        text = "".join(part for part, _ in parts)
        items = tuple(item for _, own in parts for item in own)
        first, last = self.starts[start], self.ends[end - 1]
        return Line(
            self.text[:start] + text + self.text[end:],
            (*self.items[:start], *items, *self.items[end:]),
            (*self.starts[:start], *(first,) * len(text), *self.starts[end:]),
            (*self.ends[:start], *(last,) * len(text), *self.ends[end:]),
        )

    def rewritten(
        self,
        form: re.Pattern[str],
        make: Callable[[Line, re.Match[str], S], Item | None],
        scene: S,
    ) -> Line:
        """The line with what ``make`` makes of each match, from the last to the first."""
        if not self.may_have(form):
            return self
        line = self
        for match in reversed(list(form.finditer(self.text))):
            item = make(self, match, scene)
            if item is not None:
                line = line.with_item(match.start(), match.end(), item)
        return line

    def all(self, kind: type[T], start: int = 0, end: int | None = None) -> Iterator[tuple[int, T]]:
        """The mentions of a kind, with their places in the line."""
        last = len(self.text) if end is None else end
        for found in _finder(_marks(cast("type", kind))).finditer(self.text, start, last):
            item = self.items[found.start()]
            if isinstance(item, kind):
                yield found.start(), item

    def has(self, kind: type | UnionType) -> bool:
        """Whether the line has a mention of a kind, or of one of several."""
        return _finder(_marks(kind)).search(self.text) is not None

    def may_have(self, form: re.Pattern[str]) -> bool:
        """Whether the line has the mentions and words without which a form isn't found in it."""
        # Asked of every form of every line: generators would take three times as long.
        text = _low(self.text)
        for row in needed(form):
            for one in row:
                if one in text:
                    break
            else:
                return False
        return True

    def get(self, match: re.Match[str], group: str, kind: type[T]) -> T | None:
        """The mention that a group matched, if it is one of this kind."""
        if match.groupdict().get(group) is None:
            return None
        return next(
            (item for _, item in self.all(kind, match.start(group), match.end(group))), None
        )

    def every(self, match: re.Match[str], group: str, kind: type[T]) -> tuple[T, ...]:
        """The mentions of a kind within a group."""
        if match.groupdict().get(group) is None:
            return ()
        return tuple(item for _, item in self.all(kind, match.start(group), match.end(group)))

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters from ``start`` to ``end`` stand in the document."""
        return self.starts[start], self.ends[end - 1]


@cache
def _marks(kind: type | UnionType) -> str:
    """The marks of a kind of mentions, or of several."""
    return "".join(mark for each, mark in _KINDS.items() if issubclass(each, kind))


@cache
def _finder(marks: str) -> re.Pattern[str]:
    return re.compile(f"[{marks}]")


_low: Final = lru_cache(maxsize=16)(lowered)


@cache
def needed(form: re.Pattern[str]) -> tuple[Row, ...]:
    """Marks and words of which a line has one of each row if the pattern is found in it."""
    return needs(form.pattern, MARKS.__contains__)


def mark(item: Item) -> str:
    """The character that stands for a mention of this kind."""
    return _KINDS[type(item)]


@cache
def form(pattern: str) -> re.Pattern[str]:
    """A pattern over lines: ``{Person}`` is a mention of that kind; case doesn't matter."""

    def slots(slot: re.Match[str]) -> str:
        return "[" + "".join(_BY_NAME[name] for name in slot[1].split("|")) + "]"

    return re.compile(re.sub(r"\{([A-Z][A-Za-z|]+)\}", slots, pattern), re.IGNORECASE)
