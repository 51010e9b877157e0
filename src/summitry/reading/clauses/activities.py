"""Clauses told by what somebody did somewhere: "spoke in Cairo", "took him to Ottawa".

A line is rewritten so that what stands for a word of travelling or meeting becomes one, and what
says no more than how is skipped.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from summitry.lexicon.tables import Sense, doings, senses, table
from summitry.model.selection import Party
from summitry.reading.mentions.items import (
    AnchorItem,
    Item,
    LandmarkItem,
    ModeItem,
    NumberItem,
    PartyItem,
    SettingItem,
    SkippedItem,
    TopicItem,
    WordItem,
)
from summitry.reading.mentions.line import Line, form
from summitry.reading.mentions.patterns import Patterns


@dataclass(frozen=True, slots=True)
class Activity:
    """A row of ``activities.toml``; ``carried``: its subject is what takes somebody along."""

    pattern: re.Pattern[str]
    carried: bool


@cache
def activities() -> Patterns[Activity]:
    """The table's rows, in its order."""
    rows = tomllib.loads(files(__package__).joinpath("activities.toml").read_text("utf-8"))
    parts = {name: part.replace("\n", "") for name, part in rows["parts"].items()}
    words = doings()
    parts |= {name: "|".join(map(re.escape, _longest(list(words[name])))) for name in words}
    parts["grounds"] = "|".join(map(re.escape, _longest(table("phrases")["grounds"])))
    return Patterns(
        Activity(form(_filled(row["pattern"].replace("\n", ""), parts)), row.get("carried", False))
        for row in rows["activity"]
    )


def _longest(words: list[str]) -> list[str]:
    return sorted(words, key=len, reverse=True)


def _filled(pattern: str, parts: dict[str, str]) -> str:
    while True:
        filled = re.sub(r"(?<!\?P)<([a-z]+)>", lambda slot: f"(?:{parts[slot[1]]})", pattern)
        if filled == pattern:
            return filled
        pattern = filled


def with_activities(line: Line) -> Line:
    """The line with a word of travelling or meeting for each thing done somewhere that tells so."""
    if _chooses(line):
        return line
    return activities().over(line, _with_activity)


def _with_activity(line: Line, activity: Activity) -> Line:
    for match in reversed(list(activity.pattern.finditer(line.text))):
        line = _rewritten(line, match, activity)
    return line


_DENIED: Final = re.compile(r"\b(?:not|never|no|nor|neither|nobody|without)\b|n't\b", re.IGNORECASE)


def _chooses(line: Line) -> bool:
    """Whether a line counts, orders or denies something, or tells of what was not in person."""
    counted = any(item.times or item.sole for _, item in line.all(NumberItem))
    since = line.has(AnchorItem | ModeItem)
    return counted or since or _DENIED.search(line.text) is not None or "since" in line.text


def _rewritten(line: Line, m: re.Match[str], activity: Activity) -> Line:
    groups = m.groupdict()
    if (activity.carried and not _is_carried(line, m)) or not _is_of_them(line, m):
        return line
    cuts: list[tuple[int, int, Item]] = []
    for group, said in groups.items():
        if not said or group == "pair":
            continue
        start, end = m.span(group)
        if group.startswith("skip"):
            cuts += [(a, b, SkippedItem()) for a, b in _between_times(line, start, end)]
        else:
            cuts.append((start + _blanks(said), end, _word(group, said.strip())))
    for start, end, item in sorted(cuts, key=lambda cut: -cut[0]):
        line = line.with_item(start, end, item)
    return line


def _is_of_them(line: Line, m: re.Match[str]) -> bool:
    """Whether enough are named for what is told: two to meet, one alone to speak somewhere."""
    groups = m.groupdict()
    if groups.get("met") is not None:
        pair = m.span("pair") if "pair" in groups else (m.start(), len(line.text))
        named = any(_is_named(line, *m.span(g)) for g in groups if g.startswith("skip"))
        return len(_parties(line, *pair)) > 1 and not named
    word = line.get(m, "visit", WordItem)
    if word is None:
        aside = any(isinstance(item, SettingItem) for item in line.items[m.start() : m.end()])
        return not aside or len(_parties(line, 0, len(line.text))) == 1
    return word.word.lower() in _acted() and len(_parties(line, 0, len(line.text))) == 1


def _is_named(line: Line, start: int, end: int) -> bool:
    """Of what two did, whether it is named: that may be what is false ("signed the INF Treaty")."""
    known = any(isinstance(item, TopicItem | LandmarkItem) for item in line.items[start:end])
    return known or _NAME.search(line.text, start, end) is not None


_NAME: Final = re.compile(r"[A-Z]")


def _parties(line: Line, start: int, end: int) -> set[Party | None]:
    return {party for _, item in line.all(PartyItem, start, end) for party in item.parties}


@cache
def _acted() -> frozenset[str]:
    return frozenset((*doings()["attended"], *doings()["acted"]))


def _blanks(said: str) -> int:
    return len(said) - len(said.lstrip())


def _word(group: str, said: str) -> WordItem:
    """The word of travelling or meeting that stands for an activity, in its form."""
    sense: Sense = senses()["visit" if group == "visit" else "meet"]
    word = "visited" if group == "visit" else "met"
    form = next((rows[said.lower()] for rows in doings().values() if said.lower() in rows), "past")
    return WordItem(word, verb=(sense, form))


def _is_carried(line: Line, m: re.Match[str]) -> bool:
    """Whether what took somebody along is no person, and no trip whose place is told itself."""
    own = line.all(PartyItem, m.start("skip"), m.end("skip"))
    owners = all(
        line.text[place + 1 : place + 3] == "'s" or item.word == "his" for place, item in own
    )
    verbs = any(item.verb is not None and item.noun is None
                for _, item in line.all(WordItem, m.start("skip"), m.end("skip")))  # fmt: skip
    return owners and not verbs


_LED: Final = form(r"(?:,? ?(?:(?:in|on|during|of|at|over) )?(?:the )?){Time},?")


def _between_times(line: Line, start: int, end: int) -> list[tuple[int, int]]:
    """A stretch of a line without the times in it and what leads to them."""
    found: list[tuple[int, int]] = []
    for time in _LED.finditer(line.text, start, end):
        found.append((start, time.start()))
        start = time.end()
    found.append((start, end))
    kept: list[tuple[int, int]] = []
    for first, last in found:
        said = first + _blanks(line.text[first:last])
        if said < last:
            kept.append((said, last))
    return kept
