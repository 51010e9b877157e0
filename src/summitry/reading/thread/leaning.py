"""Sentences that lean on the one before: "Nor did Ford", "Nixon did so twice", "In 2008".

Such a sentence is read as one with that before it, as if a comma or semicolon stood between them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from summitry.reading.mentions.items import TimeItem, WordItem
from summitry.reading.mentions.line import Line, form
from summitry.reading.mentions.patterns import Patterns
from summitry.reading.text.sentences import Sentence

_LONGEST: Final = 160
"""Characters: what is longer says all of what it says itself."""
_MOST: Final = 1_000
"""Characters of what may be leaned on: no reader keeps more of it in mind, and one that leans makes
it longer for the next."""


@dataclass(slots=True)
class Leaning:
    """The sentence before, if it speaks of events: its line, its block and where it ends."""

    line: Line | None = None
    block: int = -1

    def hear(self, line: Line, sentence: Sentence) -> None:
        """Take note of a sentence, everyone in it resolved."""
        speaks = line.has(WordItem)
        told = not (sentence.heading or sentence.text.rstrip(" *_").endswith("?"))
        self.line = line if speaks and told else None
        self.block = sentence.block

    def pass_over(self) -> None:
        """Take note of a sentence that speaks of nobody."""
        self.line = None

    def before(self, sentence: Sentence) -> Line | None:
        """The line that a sentence may lean on; None of one that stands by itself."""
        return None if sentence.heading or sentence.block != self.block else self.line

    def joined(self, line: Line, sentence: Sentence) -> Line | None:
        """The line with the one before it that it leans on; None of one that stands by itself."""
        before = self.before(sentence)
        if before is None or line.has(WordItem) or len(before.text) > _MOST:
            return None
        for row in _forms().fitting(line):
            match = row.pattern.match(line.text)
            if match is None or not _is_bare(line.text[match.start("said") :]):
                continue
            if row.timeless and any(True for _ in before.all(TimeItem)):
                return None
            own = _without(line, match)
            return _one(before.spread(sentence.start, sentence.end), row.joint, own)
        return None


def may_lean(text: str) -> bool:
    """Whether the text of a sentence may lean on the one before."""
    return len(text) <= _LONGEST and not text.rstrip().endswith("?")


@dataclass(frozen=True, slots=True)
class _Form:
    """A row of ``leaning.toml``."""

    pattern: re.Pattern[str]
    joint: str
    timeless: bool


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(files(__package__).joinpath("leaning.toml").read_text("utf-8"))


@cache
def _forms() -> Patterns[_Form]:
    parts = _table()["parts"]

    def filled(pattern: str) -> str:
        pattern = pattern.replace("\n", "")
        return re.sub(r"(?<!\?P)<([a-z]+)>", lambda slot: parts[slot[1]], pattern)

    return Patterns(
        _Form(form(filled(row["pattern"])), row["joint"], row.get("timeless", False))
        for row in _table()["form"]
    )


def _is_bare(text: str) -> bool:
    """Whether a text has nothing but mentions and small words."""
    words = _table()["words"]
    return all(word.lower() in words for word in re.findall(r"[A-Za-z]+", text))


def _without(line: Line, m: re.Match[str]) -> Line:
    """The line from the match on, without what stands for the verb."""
    if m.groupdict().get("drop") is not None:
        line = line.with_words(m.start("drop"), m.end("drop"), (",",))
    start = m.start("said")
    return Line(line.text[start:], line.items[start:], line.starts[start:], line.ends[start:])


_CLOSING: Final = re.compile(r"[\s.!;:,–—*_]+$")


def _one(before: Line, joint: str, own: Line) -> Line:
    """Two lines as one."""
    end = _CLOSING.search(before.text)
    size = len(before.text) if end is None else end.start()
    for alternative in reversed(list(re.finditer(r"\b(?:or|nor)\b", own.text))):
        if alternative.start() > 0:
            own = own.with_words(alternative.start(), alternative.end(), ("and",))
    return Line(
        before.text[:size] + joint + own.text,
        (*before.items[:size], *(None,) * len(joint), *own.items),
        (*before.starts[:size], *(before.starts[0],) * len(joint), *own.starts),
        (*before.ends[:size], *(before.ends[0],) * len(joint), *own.ends),
    )
