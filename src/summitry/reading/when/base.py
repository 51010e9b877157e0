"""What a time in a text may count from: the day of the text, and the time told of before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from summitry.lexicon.tables import table
from summitry.model.when import Window


@dataclass(frozen=True, slots=True)
class Base:
    """``written``: the day of the text; ``told``: the time told of last, if it has two ends.

    ``near``: it was told of in the same sentence or in the heading above.
    """

    written: date | None = None
    told: Window | None = None
    near: bool = False


class Asked(Exception):
    """A time counts from the one told of before, of which nothing is known."""


class Untold(Base):
    """The base of a text read by itself: it is :class:`Asked` for what was told of before."""

    __slots__ = ()

    def __init__(self, written: date | None) -> None:
        object.__setattr__(self, "written", written)

    @property
    def told(self) -> Window | None:
        """Nobody knows."""
        raise Asked

    near = told  # type: ignore[assignment]


def whole_number(word: str) -> int:
    """The number that "2nd" is written with."""
    return int(re.sub(r"\D", "", word))


@cache
def _months() -> dict[str, int]:
    return {name.lower(): number for name, number in table("calendar")["months"].items()}


def month_number(word: str) -> int:
    """The number of a month's name ("sept.")."""
    return _months()[word.rstrip(".")]


def count_of(word: str | None) -> tuple[int, int]:
    """The least and the most that a word of number means; no word: of "weeks later"."""
    said = " ".join((word or "").split())
    if said.isdigit():
        return int(said), int(said)
    counts = table("calendar")["counts"]
    if said in counts:
        least, most = counts[said]
        return least, most
    number = table("numbers")["cardinals"][said]
    return number, number
