"""What a row's cell chooses, as the map says."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from summitry.model.names import fold
from summitry.sources.table.columns import Cells, Columns, clean
from summitry.sources.table.mapping import Choice

T = TypeVar("T")

MOST_KEPT = 100_000
"""Cells of one column whose meaning is kept in mind: registers say the same again and again."""


class RowError(ValueError):
    """A row that can't be told: its code, what is wrong, and what would have been accepted."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code = code
        self.hint = hint


def chooser(what: str, choice: Choice[T], columns: Columns) -> Callable[[Cells], T]:
    """What gives a row's value, or raises RowError for a cell that chooses none."""
    if choice.column is None:
        constant = cast("T", choice.other)
        return lambda _: constant
    read = columns.reader(choice.column)
    kept: dict[str, T] = {}

    def choose(cells: Cells) -> T:
        text = read(cells)
        value = kept.get(text)
        if value is None:
            value = chosen(clean(text), choice)
            if value is None:
                raise unchosen(what, clean(text), choice)
            remember(kept, text, value)
        return value

    return choose


def chosen(text: str, choice: Choice[T]) -> T | None:
    """What a cell's text chooses; None where it chooses nothing."""
    if not text and choice.empty is not None:
        return choice.empty
    word = choice.words.get(fold(text))
    if word is not None:
        return word
    return next((value for one, value in choice.patterns if one.search(text)), choice.other)


def unchosen(what: str, text: str, choice: Choice[T]) -> RowError:
    """The fault of a cell that chooses nothing."""
    known = ", ".join([*choice.words, *(one.pattern for one, _ in choice.patterns)])
    column = "" if choice.column is None else choice.column.text
    return RowError("bad-cell", f"{column} {text!r} is no {what}", f"expected one of {known}")


def remember(kept: dict[str, T], text: str, value: T) -> None:
    """Keep what a cell means, within bounds."""
    if len(kept) >= MOST_KEPT:
        kept.clear()
    kept[text] = value
