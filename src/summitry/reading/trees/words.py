"""A line as words for the parser: short stand-ins for mentions make its trees reliable."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from summitry.lexicon.tables import table
from summitry.model.events import EventKind
from summitry.reading.mentions.items import (
    AboutItem,
    AnchorItem,
    CapacityItem,
    DurationItem,
    GapItem,
    GatheringItem,
    HostItem,
    Item,
    LandmarkItem,
    ModeItem,
    NumberItem,
    OfficeItem,
    OrdinalItem,
    PartyItem,
    PauseItem,
    PlaceItem,
    RosterItem,
    RulesItem,
    SeriesItem,
    SettingItem,
    SkippedItem,
    TimeItem,
    TimesItem,
    TitleItem,
    TopicItem,
    WordItem,
)
from summitry.reading.mentions.line import Line, form

_TOKEN: Final = re.compile(r"'s\b|n't\b|\w+(?:-\w+)*?(?=n't\b)|\w+(?:-\w+)*|[^\w\s]")
_CUT: Final = re.compile(r"(?:(?<!\s)\s++)?[—;]\s*|\s[–-]{1,3}\s")
_ASIDE: Final = re.compile(r"\s?\([^()]*\)")
_DASH: Final = r"(?:(?:(?<!\s)\s++)?—\s*+|\s[–-]{1,3}\s)"
_BETWEEN_DASHES: Final = re.compile(rf"{_DASH}(?:(?!{_DASH})[^;])*{_DASH}")


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a line cut into words; ``places`` are their places in the line.

    ``start`` and ``end`` (excluded) are its own, mentions that the parser need not see included.
    ``apposed``: it stands between dashes or in brackets and tells of what came before.
    """

    words: tuple[str, ...]
    places: tuple[int, ...]
    start: int
    end: int
    apposed: bool


_LISTING: Final = form(
    r"{Number}(?: [^–—;:.,]{1,40})?(?P<dash> [–-]{1,3}|\s?—)(?= ?(?:(?:first |once |both |all )?"
    r"(?:in|on|at|to) (?:the )?)?{Time|Place}[^–—;]*$)"
)


_DATED: Final = form(
    r"^[*_\s(\[]*(?:(?:in|on|early|late|mid) )?{Time}[*_)\]]*(?P<dash> [–-]|\s?—|\s?:)(?= )"
)


def listing(line: Line) -> Line:
    """The line with a dash as a colon where what is counted follows: "twice – in 1995 and 1998".

    And with a comma for the sign after a date that opens it: "16 July 2018: they met".
    """
    for form_, sign in ((_LISTING, ":"), (_DATED, ",")):
        match = form_.search(line.text)
        if match is not None:
            start, end = match.span("dash")
            text = line.text[:start] + sign.ljust(end - start) + line.text[end:]
            line = replace(line, text=text)
    return line


def segments(line: Line) -> tuple[Words, ...]:
    """The stretches of a line to be parsed, cut at dashes, semicolons and brackets."""
    asides = _asides(line.text)
    inside = {n for start, end in asides for n in range(start, end)}
    main = [n for n in range(len(line.text)) if n not in inside]
    found: list[Words] = []
    stretch: list[int] = []
    apposed = False
    cuts = {n: m for m in _CUT.finditer(line.text) for n in range(*m.span())}
    for n in main:
        if n not in cuts:
            stretch.append(n)
        elif stretch:
            found.append(_words(line, stretch, apposed=apposed))
            stretch, apposed = [], ";" not in cuts[n].group()
    if stretch:
        found.append(_words(line, stretch, apposed=apposed))
    for start, end in asides:
        own = [n for n in range(start, end) if n not in cuts]
        if own:
            found.append(_words(line, own, apposed=True))
    return tuple(part for part in found if part.words)


def _asides(text: str) -> list[tuple[int, int]]:
    """What stands in brackets, or between two dashes where all dashes of a text are in pairs."""
    brackets = [m.span() for m in _ASIDE.finditer(text)]
    dashes = [m.span() for m in _CUT.finditer(text) if ";" not in m.group()]
    pairs = [m.span() for m in _BETWEEN_DASHES.finditer(text)]
    apart = all(end <= start or last <= first for first, last in pairs for start, end in brackets)
    return sorted([*brackets, *(pairs if len(dashes) == 2 * len(pairs) and apart else ())])


def _words(line: Line, places: list[int], *, apposed: bool) -> Words:
    """The words of a stretch. Runs of plain characters are cut by the tokens' pattern."""
    words: list[str] = []
    where: list[int] = []
    run: list[int] = []
    for n in (*places, -1):
        item = line.items[n] if n >= 0 else None
        if n >= 0 and item is None and (not run or n == run[-1] + 1):
            run.append(n)
            continue
        for token in _TOKEN.finditer(line.text[run[0] : run[-1] + 1] if run else ""):
            words.append(token.group())
            where.append(run[0] + token.start())
        run = [] if item is not None or n < 0 else [n]
        if item is not None:
            standing = [*_pause(line, n, item), *_stand_in(line, n, item)]
            words.extend(standing)
            where.extend([n] * len(standing))
    return Words(tuple(words), tuple(where), places[0], places[-1] + 1, apposed)


_ALWAYS: Final[dict[type, str]] = {
    RosterItem: "Smith",
    PauseItem: ",",
    SeriesItem: "Davos",
    LandmarkItem: "event",
    TopicItem: "trade",
    DurationItem: "two hours",
}
_MODALS: Final = frozenset(table("phrases")["unreal"])
_UNSAID: Final = (
    CapacityItem, RulesItem, AboutItem, HostItem, GapItem, TimesItem, SkippedItem,
)  # fmt: skip
"""Mentions that the parser need not see: they belong to the word of meeting before them."""


def _stand_in(line: Line, place: int, item: Item) -> Iterator[str]:
    """The words that stand for a mention in the parse."""
    match item:
        case PartyItem(_, word, _):
            yield _name(line, place, word)
        case PlaceItem():
            yield from _place_words(item)
        case TimeItem():
            yield from _time_words(line, place, item)
        case GatheringItem():
            yield "event" if line.text[:place].endswith(("the ", "a ", "an ")) else "Davos"
        case OrdinalItem(_, parties):
            yield from ("his", "first") if parties else ("first",)
        case AnchorItem(None, None, _, False):
            yield "since"
        case NumberItem(_, times):
            yield "twice" if times else "sole" if item.sole else "several"
        case ModeItem() | SettingItem():
            yield "direct" if _before_noun(line, place) else "briefly"
        case OfficeItem(_, plural) | TitleItem(_, plural):
            yield "presidents" if plural else "president"
        case WordItem():
            yield from _word(line, place, item).split()
        case _:
            if not isinstance(item, (AnchorItem, *_UNSAID)):
                yield from _ALWAYS.get(type(item), "Smith").split()


def _name(line: Line, place: int, word: str) -> str:
    """The word for somebody: "May visited" is no plan of Theresa May's, "Trump, ..." no call."""
    if word == "they" and _GOVERNED.search(line.text[:place]):
        return "them"
    calls = place == 0 and re.match(r", [a-z]", line.text[1:]) is not None
    return "Smith" if calls or word.lower() in _MODALS else word


_GOVERNED: Final = re.compile(r"\b(?:between|of|with|by|among|to) $")


def _pause(line: Line, place: int, item: Item) -> Iterator[str]:
    """A comma between a time that opens a sentence and its subject."""
    if isinstance(item, PartyItem | RosterItem) and _LED.match(line.text[:place]):
        yield ","


_LED: Final = form(
    r"^(?:(?:(?:in|on|by|during|around) )?(?:the )?|"
    r"(?:in|on|at|during|after|following|over) (?:(?!{Party|Roster})[^,;:.])*){Time} $"
)
"""What opens a sentence before its subject, where a comma helps the parser ("In 1974 Ford met")."""


def _place_words(item: PlaceItem) -> Iterator[str]:
    if item.whole:
        yield "in"
    yield "American" if item.belonging else "Moscow"


def _wants_article(line: Line, place: int, item: WordItem) -> bool:
    """Whether a noun stands right after the verb that carries it: "had lunch"."""
    bare = item.verb is None and item.noun is not None and item.noun[1] == "singular"
    return bare and _CARRIER.search(line.text[:place]) is not None


_CARRIER: Final = re.compile(
    rf"(?<![\w'-])(?:{'|'.join(map(re.escape, sorted(table('phrases')['light'])))}) $",
    re.IGNORECASE,
)


def _time_words(line: Line, place: int, item: TimeItem) -> Iterator[str]:
    written = (item.window.written if item.window is not None else "").lower()
    if written.startswith(("from ", "between ", "up to ", "until ")):
        yield "in"
    elif item.adverb and not line.text.startswith("'s", place + 1):
        # Beside a name it would be taken for a part of it: "met Putin yesterday".
        yield "on"
    exact = item.window is not None and item.window.possibly.only is not None
    yield "Monday" if exact or item.adverb else "2010"


def _before_noun(line: Line, place: int) -> bool:
    following = re.match(r"(?:, (?:[\w-]+|.)| [\w-]+)? (.)", line.text[place + 1 :])
    if following is None:
        return False
    item = line.items[place + 1 + following.start(1)]
    return isinstance(item, WordItem) and item.noun is not None


_FORMS: Final = {
    EventKind.ENCOUNTER: {
        "base": "meet",
        "third": "meets",
        "past": "met",
        "participle": "met",
        "gerund": "meeting",
    },
    EventKind.VISIT: {
        "base": "visit",
        "third": "visits",
        "past": "visited",
        "participle": "visited",
        "gerund": "visiting",
    },
}
_HOSTS: Final = {
    "base": "greet", "third": "greets", "past": "greeted", "participle": "greeted",
    "gerund": "greeting",
}  # fmt: skip
"""What stands for "hosted", which is taken for an adjective between names."""
_NOUNS: Final = {
    EventKind.ENCOUNTER: {"singular": "meeting", "plural": "meetings"},
    EventKind.VISIT: {"singular": "visit", "plural": "visits"},
}


def _word(line: Line, place: int, item: WordItem) -> str:
    first_to = place > 1 and isinstance(line.items[place - 2], RosterItem)
    if item.verb is not None and item.noun is not None and not first_to:
        return item.word.split()[0]
    if item.verb is not None:
        sense, form = item.verb
        if first_to and form == "base":
            form = "past"
        if sense.roles == "host":
            return _HOSTS.get(form, item.word)
        return _FORMS[sense.kind][form]
    if item.noun is not None:
        sense, form = item.noun
        article = "a " if _wants_article(line, place, item) else ""
        return article + _NOUNS[sense.kind][form]
    return item.word
