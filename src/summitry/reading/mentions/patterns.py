"""Tables of patterns over lines, asked all at once which of them may be found in one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Final, Generic, Protocol, TypeVar

from summitry.reading.mentions.line import MARKS, Line, needed
from summitry.reading.text.needs import Row
from summitry.reading.text.wordlist import lowered


class _Row(Protocol):
    @property
    def pattern(self) -> re.Pattern[str]: ...


R = TypeVar("R", bound=_Row)

_MARK: Final = re.compile(f"[{MARKS}]")


class Patterns(Generic[R]):
    """The rows of a table in its order, each with a pattern over lines."""

    def __init__(self, rows: Iterable[R]) -> None:
        self.rows = tuple(rows)
        self._with_marks = cache(self._with)

    def fitting(self, line: Line) -> Iterator[R]:
        """The rows whose patterns may be found in a line, by its mentions and words."""
        return (self.rows[n] for n in self._fitting(line))

    def over(self, line: Line, step: Callable[[Line, R], Line]) -> Line:
        """The line after each row, in order, made of it what ``step`` makes where it may fit."""
        done = 0
        while True:
            for n in self._fitting(line):
                made = step(line, self.rows[n]) if n >= done else line
                if made is not line:
                    line, done = made, n + 1
                    break
            else:
                return line

    def _fitting(self, line: Line) -> Iterator[int]:
        low = lowered(line.text)
        for n, words in self._with_marks(frozenset(_MARK.findall(low))):
            if all(any(map(low.__contains__, row)) for row in words):
                yield n

    def _with(self, marks: frozenset[str]) -> tuple[tuple[int, tuple[Row, ...]], ...]:
        """The rows that lines with these marks may fit, each with what words they need besides."""
        found: list[tuple[int, tuple[Row, ...]]] = []
        for n, row in enumerate(self.rows):
            words = tuple(one for one in needed(row.pattern) if marks.isdisjoint(one))
            if all(any(word not in MARKS for word in one) for one in words):
                found.append((n, words))
        return tuple(found)
