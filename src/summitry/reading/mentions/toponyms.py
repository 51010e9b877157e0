"""Whether the name of a place means the place of the record: "Paris, Texas" isn't Paris in France.

A name that may mean another is left as plain words, which say that somewhere unknown is meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from summitry.lexicon.letters import CAPITAL, folded
from summitry.lexicon.tables import table
from summitry.model.events import EventKind
from summitry.model.places import PlaceKind, around
from summitry.reading.mentions.calendar import Calendar
from summitry.reading.mentions.items import Item, Mention, PersonItem, PlaceItem, WordItem


def with_toponyms(
    text: str, mentions: Sequence[Mention], calendar: Calendar
) -> tuple[Mention, ...]:
    """The mentions in a text, with no place but those that its words surely name."""
    near = _Text(text, [_as_place(text, mentions, n) for n in range(len(mentions))], calendar)
    strange = {n for n in range(len(mentions)) if near.is_place(n) and near.is_strange(n)}
    strange |= {n + 1 for n in strange if near.outer(n) is not None}
    return tuple(mention for n, mention in enumerate(near.mentions) if n not in strange)


_BEFORE_PLACES: Final = re.compile(
    r"\b(?:in|at|to|near|outside|inside|into|from|towards?)\s+(?:the\s+)?$", re.IGNORECASE
)
_JOINED: Final = re.compile(r"(?:,|,?\s+and|,?\s+or)\s+(?:the\s+)?$")


def _as_place(text: str, mentions: Sequence[Mention], n: int) -> Mention:
    """A family name that is a place's too as the place, where it stands as places do."""
    mention = mentions[n]
    item = mention.item
    if not isinstance(item, PersonItem) or item.place is None:
        return mention
    before = mentions[n - 1] if n > 0 else None
    gap = text[before.end : mention.start] if before is not None else ""
    after_place = before is not None and (
        (isinstance(before.item, WordItem) and not gap.strip() and _travels(before.item))
        or (isinstance(before.item, PlaceItem) and _JOINED.fullmatch(gap) is not None)
    )
    if after_place or _BEFORE_PLACES.search(text[: mention.start]):
        return Mention(mention.start, mention.end, PlaceItem(item.place))
    return mention


def _travels(item: WordItem) -> bool:
    return item.verb is not None and item.verb[0].kind is EventKind.VISIT


_NAME_AFTER: Final = re.compile(rf" ({CAPITAL}[\w'-]*)")
_NAME_BEFORE: Final = re.compile(rf"({CAPITAL}[\w.'-]*) $")
_OUTER: Final = re.compile(rf"(?:, (?:in )?| \((?:in )?)(?:the )?(?P<name>{CAPITAL}[\w'-]*)?")
_COMMAS: Final = 2
"""In a list that is surely one: "Paris, Texas, and Rome" may be none."""
_WORD: Final = rf"{CAPITAL}[\w.'-]*"
_INNER: Final = re.compile(rf"(?:^|[a-z']) (?:the )?(?:{_WORD} )*(?P<name>{_WORD}), (?:the )?$")


@dataclass(frozen=True, slots=True)
class _Text:
    """A text with its mentions, in order."""

    text: str
    mentions: Sequence[Mention]
    calendar: Calendar

    def is_place(self, n: int) -> bool:
        """Whether the n-th mention is a place, not a word for what belongs to one."""
        return self._place(n) is not None

    def is_strange(self, n: int) -> bool:
        """Whether the n-th mention, a place, may mean another than the record's."""
        return any(doubt(self, n) for doubt in _DOUBTS)

    def outer(self, n: int) -> str | None:
        """The place that follows the n-th mention as what it lies in."""
        mention = self.mentions[n]
        match = _OUTER.match(self.text, mention.end)
        if match is None or n + 1 >= len(self.mentions):
            return None
        start = match.start("name") if match["name"] is not None else match.end()
        return self._place(n + 1) if self.mentions[n + 1].start == start else None

    def is_within_the_next(self, n: int) -> bool:
        """Whether the n-th mention, a place, lies in the one that follows it."""
        inner, outer = self._place(n), self.outer(n)
        return inner is not None and outer is not None and self.calendar.was_within(inner, outer)

    def is_kind_of_the_next(self, n: int) -> bool:
        """Whether the n-th mention, a place, may stand in a list with the one that follows it."""
        inner, outer = self._place(n), self.outer(n)
        if inner is None or outer is None:
            return False
        places = self.calendar.names.places
        return places[inner].kind is places[outer].kind

    def is_listed(self, n: int) -> bool:
        """Whether the n-th mention, a place, is of a list: "Toronto, Singapore, Rome and Nice"."""
        first = last = n
        while first > 0 and self._gap(first - 1) is not None:
            first -= 1
        while self._gap(last) is not None:
            last += 1
        gaps = [self._gap(m) for m in range(first, last)]
        return gaps[:-1].count(",") == len(gaps) - 1 >= _COMMAS and gaps[-1] != ","

    def _gap(self, n: int) -> str | None:
        """What joins the n-th mention to the next where both are places."""
        if not 0 <= n < len(self.mentions) - 1 or None in (self._place(n), self._place(n + 1)):
            return None
        gap = self.text[self.mentions[n].end : self.mentions[n + 1].start]
        return gap.strip() if _JOINED.fullmatch(gap) else None

    def is_in_a_state(self, n: int) -> bool:
        """Whether an abbreviation of a state follows the n-th mention, a place in that country."""
        place = self._place(n)
        return place is not None and any(
            self.after(n, pattern) is not None and self._is_in(place, country)
            for country, pattern in _states().items()
        )

    def _is_in(self, place: str, country: str) -> bool:
        rows = around(self.calendar.names.places, place)
        return any(row.kind is PlaceKind.COUNTRY and row.country == country for row in rows)

    def after(self, n: int, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What follows the n-th mention, if it is plain words."""
        match = pattern.match(self.text, self.mentions[n].end)
        if match is None or n + 1 >= len(self.mentions):
            return match
        return match if self.mentions[n + 1].start >= match.end() else None

    def before(self, n: int, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What stands between the n-th mention and the one before it."""
        first = self.mentions[n - 1].end if n > 0 else 0
        return pattern.search(self.text[first : self.mentions[n].start])

    def _place(self, n: int) -> str | None:
        item: Item = self.mentions[n].item
        return item.place if isinstance(item, PlaceItem) and not item.belonging else None


def _is_in_a_longer_name(near: _Text, n: int) -> bool:
    """Of "New Mexico", "the Berlin Wall"."""
    after, before = near.after(n, _NAME_AFTER), near.before(n, _NAME_BEFORE)
    opens = n == 0 and before is not None and not before.string[: before.start()].strip()
    return (after is not None and after[1].lower() not in _openers()) or (
        before is not None
        and before[1].lower() not in _openers()
        and not (opens and before[1].lower() in table("unread")["bounds"])
    )


def _is_in_another(near: _Text, n: int) -> bool:
    """Of "Paris, Texas", "Windsor (Ontario)"."""
    if near.is_listed(n):
        return False
    if near.outer(n) is not None:
        return not (near.is_within_the_next(n) or near.is_kind_of_the_next(n))
    if near.is_in_a_state(n):
        return False
    named = near.after(n, _OUTER)
    name = named["name"] if named is not None else None
    return name is not None and name.lower() not in _openers()


def _is_around_another(near: _Text, n: int) -> bool:
    """Of "Springfield, Illinois", where no such place within it is on record."""
    named = near.before(n, _INNER)
    return named is not None and named["name"].lower() not in _openers()


def _has_namesakes(near: _Text, n: int) -> bool:
    """Of "Georgia", unless what it lies in follows, or it follows what lies in it."""
    name = folded(near.text[near.mentions[n].start : near.mentions[n].end])
    settled = near.is_within_the_next(n) or (n > 0 and near.is_within_the_next(n - 1))
    return name in table("phrases")["namesakes"] and not settled


_DOUBTS: Final[tuple[Callable[[_Text, int], bool], ...]] = (
    _is_in_a_longer_name,
    _is_in_another,
    _is_around_another,
    _has_namesakes,
)


@cache
def _states() -> Mapping[str, re.Pattern[str]]:
    """What abbreviates the states of a country where they follow a place, by its code."""
    return {
        country: re.compile(rf", (?:{'|'.join(map(re.escape, states))})(?![\w-])")
        for country, states in table("phrases")["states"].items()
    }


@cache
def _openers() -> frozenset[str]:
    return frozenset(table("phrases")["openers"])
