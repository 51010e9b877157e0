"""What two did together at one place, so that they met: "the two signed a treaty in Prague"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

from summitry.lexicon.tables import senses
from summitry.model.events import Mode
from summitry.model.selection import Someone
from summitry.reading.mentions.items import ModeItem, PartyItem, WordItem
from summitry.reading.mentions.line import Line, form

_TWO: Final = 2
_OWNERS: Final = ("their", "his", "her")
"""Words for those who own something, who may be the two."""


def with_meetings(line: Line) -> Line:
    """The line with what two did together at a place or gathering as that they met there.

    Nothing is changed where the clause has a word of meeting, or somebody else in it.
    """
    named = sum(len(item.parties) for _, item in line.all(PartyItem))
    if named < _TWO or any(True for _ in line.all(WordItem)) or not _acts().search(line.text):
        return line
    received = _HAD.search(line.text)
    if received is not None:
        return _received(line, received)
    for pattern in (_joint(), _one_with_another()):
        match = pattern.search(line.text)
        if match is not None and _are_two(line, match):
            met = WordItem("met", verb=(senses()["meet"], "past"))
            line = line.with_words(match.start("act"), match.end("act"), (met,))
            start = match.end("before")
            fronted = match["before"].strip() and not match["before"].rstrip().endswith(",")
            return line.with_words(start - 1, start, (", ",)) if fronted else line
    return line


def _are_two(line: Line, m: re.Match[str]) -> bool:
    """Whether a clause is about two, who are known, and nobody else, and says where they were."""
    if _apart().search(line.text[m.start("clause") : m.end("clause")]) is not None:
        return False
    if _located().search(line.text, m.start("clause"), m.end("clause")) is None:
        return False
    if any(letter.isupper() for letter in m["act"]) or _NAMED.search(m["act"]) is not None:
        # What has a name may be what is false ("discussed the Versailles Treaty").
        return False
    modes = line.all(ModeItem, m.start("clause"), m.end("clause"))
    if any(Mode.IN_PERSON not in item.modes for _, item in modes):
        return False
    names = ("who", "one", "another")
    meant = [item for name in names for item in line.every(m, name, PartyItem)]
    who = [party for item in meant for party in item.parties]
    around = [
        item
        for name in ("before", "after")
        for item in line.every(m, name, PartyItem)
        if all(item is not one for one in meant)
    ]
    known = len(who) == _TWO and all(isinstance(party, Someone) for party in who)
    return known and all(item.word in _OWNERS for item in around)


_HOUSES: Final = "ranch|house|home|dacha|estate|retreat|residence"
_HAD: Final = form(
    r"{Party} (?P<had>had) {Party}(?: over| up| down| round| back| as a guest)? "
    rf"(?:(?P<to>to)(?= (?:(?:the|{{Party}}'?s?) )?(?:[\w-]+ ){{0,2}}?(?:{{Place}}|{_HOUSES}))"
    r"|(?P<meal>to (?:dinner|lunch|tea|breakfast|supper|stay)))"
)


def _received(line: Line, m: re.Match[str]) -> Line:
    """Of "had him to the ranch", "had him to dinner in Kyiv": that he received him there."""
    if _apart().search(line.text) is not None:
        return line
    if m["to"] is not None:
        line = line.with_words(m.start("to"), m.end("to"), ("at",))
    else:
        line = line.with_words(m.start("meal") - 1, m.end("meal"), ("",))
    hosted = WordItem("received", verb=(senses()["receive"], "past"))
    return line.with_words(m.start("had"), m.end("had"), (hosted,))


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(files(__package__).joinpath("together.toml").read_text("utf-8"))


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


@cache
def _joint() -> re.Pattern[str]:
    """A clause about two: what they did, up to where or when, or to its end."""
    table = _table()
    adverbs = rf"(?:,? (?:{_any(table['adverbs'])}))*,?"
    own = r"[^.;:()–—]"
    verbs = _any((*table["alone"], *table["with_object"]))
    ends = rf"(?=,? {_LOCATING}|,? (?:on |in )?(?:the )?{{Time}}|\s*(?:[.;:()–—!]|$))"
    return form(
        rf"(?:^|[.;:–—] )(?P<clause>(?P<before>{own}*?)"
        rf"(?P<who>{{Party}}(?:,? (?:and|&) {{Party}})?){adverbs} (?P<act>(?:{verbs})\b"
        rf"{own}{{0,120}}?){ends}(?P<after>{own}*))"
    )


@cache
def _one_with_another() -> re.Pattern[str]:
    """Of "he sat by a fire in Geneva with Reagan": a clause about one and another with them."""
    table = _table()
    adverbs = rf"(?:,? (?:{_any(table['adverbs'])}))*,?"
    own = r"[^.;:()–—]"
    verbs = _any((*table["alone"], *table["with_object"]))
    other = r"(?:alone |together )?(?:with|beside|alongside|opposite) (?:the )?"
    return form(
        rf"(?:^|[.;:–—] )(?P<clause>(?P<before>{own}*?)"
        rf"(?P<one>{{Party}}){adverbs} (?P<act>(?:{verbs})\b{own}{{0,100}}?)"
        rf"(?= {_LOCATING}| {other}{{Party}})"
        rf"(?P<after>{own}*? {other}(?P<another>{{Party}}){own}*))"
    )


_LOCATING: Final = (
    r"(?:in|at|aboard|on board|off|near|outside|beside|inside) (?:the |a |its |his )?"
    r"{Place|Gathering|Series}"
)


_NAMED: Final = form("{Landmark|Series|Gathering|Office|Person}")


@cache
def _located() -> re.Pattern[str]:
    return form(rf"\b{_LOCATING}")


@cache
def _apart() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(_table()['apart'])})\b|n't\b", re.IGNORECASE)


@cache
def _acts() -> re.Pattern[str]:
    table = _table()
    verbs = _any((*table["alone"], *table["with_object"], "had"))
    return re.compile(rf"\b(?:{verbs})\b", re.IGNORECASE)
