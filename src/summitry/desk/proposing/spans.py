"""How long a time is, in the names of ``spans.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from summitry.model.days import Days


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time: its name, days at most, and what a report of such a time is good for."""

    name: str
    most: int
    new: bool
    day: bool


LONGER: Final = Span("an open time", 0, new=False, day=False)


def span_of(days: Days) -> Span:
    """The shortest span that days fit in, from the first of them to the last."""
    length = days.last - days.first + 1
    return next((span for span in spans() if length <= span.most), LONGER)


@cache
def spans() -> tuple[Span, ...]:
    """Every span, the shortest first."""
    table = tomllib.loads((files(__package__) / "spans.toml").read_text("utf-8"))
    return tuple(sorted((Span(**row) for row in table["span"]), key=lambda span: span.most))
