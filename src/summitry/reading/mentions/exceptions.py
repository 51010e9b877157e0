"""Who is left out of all of a group: "every president went there; Bush is the exception"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Final

from summitry.model.claims import EachOf, NoneBut
from summitry.model.people import PersonId
from summitry.reading.mentions.items import PartyItem, RosterItem, SkippedItem
from summitry.reading.mentions.line import Line, form
from summitry.reading.mentions.scene import people


def with_exceptions(line: Line) -> Line:
    """The line with those left out as part of the one group of which all is said, or of none of it.

    Where somebody is said to be left out, but not in a form that is known, nobody can be told.
    """
    groups = [(place, item) for place, item in line.all(RosterItem) if _is_whole(item)]
    if len(groups) != 1 or _TOLD.search(line.text) is None:
        return line
    ((place, group),) = groups
    for pattern in _patterns():
        match = pattern.search(line.text)
        who = (
            ()
            if match is None
            else tuple(p for i in line.every(match, "who", PartyItem) for p in people(i))
        )
        if match is None or place in range(match.start(), match.end()):
            continue
        named = sum(len(item.parties) for item in line.every(match, "who", PartyItem))
        if len(who) != named:
            break
        line = line.with_item(place, place + 1, _without(group, who))
        return line.with_item(match.start() + _blanks(match), match.end(), SkippedItem())
    return line.with_item(place, place + 1, PartyItem((None,), "Smith"))


def _is_whole(group: RosterItem) -> bool:
    """Whether something is said of all of a group, or of none of it, nobody left out."""
    every = isinstance(group.roster, EachOf) and not group.roster.but
    return every or (group.roster is None and group.ranked is None)


def _without(group: RosterItem, who: tuple[PersonId, ...]) -> RosterItem:
    if isinstance(group.roster, EachOf):
        return replace(group, roster=replace(group.roster, but=frozenset(who)))
    return replace(group, roster=NoneBut(frozenset(who)))


def _blanks(match: re.Match[str]) -> int:
    return len(match.group()) - len(match.group().lstrip())


_TOLD: Final = re.compile(
    r"\b(?:except\w*|save|apart|aside|other than|but for|but not|all but|bar|barring|exclud\w+|"
    r"not counting|minus)\b",
    re.IGNORECASE,
)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    table = tomllib.loads(files(__package__).joinpath("exceptions.toml").read_text("utf-8"))
    parts: Mapping[str, str] = {
        name: part.replace("\n", "") for name, part in table["parts"].items()
    }
    return tuple(
        form(_filled(row["pattern"].replace("\n", ""), parts)) for row in table["exception"]
    )


def _filled(pattern: str, parts: Mapping[str, str]) -> str:
    while (slot := re.search(r"(?<!\?P)<([a-z]+)>", pattern)) is not None:
        pattern = pattern[: slot.start()] + f"(?:{parts[slot[1]]})" + pattern[slot.end() :]
    return pattern
