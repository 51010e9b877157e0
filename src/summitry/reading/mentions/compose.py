"""Mentions made of others, by a table: each form is a pattern over a line and what it makes."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from summitry.lexicon.tables import table
from summitry.reading.mentions import anchors, capacities, phrases, rosters, turns
from summitry.reading.mentions.items import Item
from summitry.reading.mentions.line import Line, form
from summitry.reading.mentions.patterns import Patterns
from summitry.reading.mentions.scene import Scene

_Maker = Callable[[Line, re.Match[str], Scene], Item | None]


@dataclass(frozen=True, slots=True)
class Composite:
    """A row of ``composites.toml``: a pattern, and what makes an item of what it matches."""

    pattern: re.Pattern[str]
    makes: _Maker


_ROOMS: Final = {
    "anchors": anchors,
    "capacities": capacities,
    "phrases": phrases,
    "rosters": rosters,
    "turns": turns,
}


def compose(line: Line, scene: Scene) -> Line:
    """The line with every composite mention as one, in the order of ``composites.toml``."""
    return composites().over(line, lambda line, row: line.rewritten(row.pattern, row.makes, scene))


@cache
def composites() -> Patterns[Composite]:
    """The table."""
    rows = tomllib.loads(files(__package__).joinpath("composites.toml").read_text("utf-8"))
    parts = {name: _one_line(part) for name, part in rows["parts"].items()}
    parts |= {
        name: _any(table("phrases")[name])
        for name in ("gatherings", "takes", "terms", "soil", "grounds")
    }
    for name in ("asking", "corners", "outcomes"):
        parts[name] = _any(table("unread")[name])
    parts["scenes"] = _any(table("unread")["scenes"])
    parts["moves"] = _any(table("phrases")["moves"])
    parts["offices"] = _any(table("phrases")["enters"])
    calendar, numbers = table("calendar"), table("numbers")["cardinals"]
    parts["parts"] = _any(calendar["parts"])
    parts["units"] = _any(calendar["units"])
    parts["hedges"] = _any((*calendar["hedged"]["vague"], *calendar["hedged"]["plain"]))
    parts["counts"] = rf"\d{{1,3}}|{_any(filter(None, (*calendar['counts'], *numbers)))}"
    parts["turns"] = _any({word for words in table("phrases")["turns"].values() for word in words})
    parts["offset"] = _filled(parts["offset"], parts)
    return Patterns(
        Composite(form(_filled(row["pattern"], parts)), _maker(row["makes"]))
        for row in rows["composite"]
    )


def _one_line(pattern: str) -> str:
    return pattern.replace("\n", "")


def _filled(pattern: str, parts: dict[str, str]) -> str:
    """The pattern on one line, with ``<name>`` (but not a group's name) filled in."""
    return re.sub(r"(?<!\?P)<([a-z]+)>", lambda slot: parts[slot[1]], _one_line(pattern))


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _maker(name: str) -> _Maker:
    room, _, function = name.partition(".")
    maker: _Maker = getattr(_ROOMS[room], function)
    return maker
