"""Tables of patterns over lines, asked all at once which of them may be found in one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Generic, Protocol, TypeVar

from summitry.reading.mentions.line import Line, needed
from summitry.reading.text.wordlist import WordList, lowered


class _Row(Protocol):
    @property
    def pattern(self) -> re.Pattern[str]: ...


R = TypeVar("R", bound=_Row)


class Patterns(Generic[R]):
    """The rows of a table in its order, each with a pattern over lines."""

    def __init__(self, rows: Iterable[R]) -> None:
        self.rows = tuple(rows)
        needs = [needed(row.pattern) for row in self.rows]
        self._words = WordList(word for row in needs for one in row for word in one)
        numbers = {word: n for n, word in enumerate(self._words.words)}
        self._needs = tuple(tuple(frozenset(map(numbers.__getitem__, one)) for one in row)
                            for row in needs)  # fmt: skip

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
        missing = self._words.anywhere(lowered(line.text)).isdisjoint
        return (n for n, needs in enumerate(self._needs) if not any(map(missing, needs)))
