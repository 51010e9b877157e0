"""Who came along: spouses and children, who are not in the record and change nothing of who met."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Final

from summitry.lexicon.tables import table
from summitry.reading.mentions.items import Item, PartyItem, PersonItem, WordItem
from summitry.reading.mentions.line import MARKS, Line, form
from summitry.reading.who.leaders import Leaders
from summitry.reading.who.namesakes import NOBODY

_WHO: Final = "(?P<who>{Person|Party})"
_CAPITAL: Final = r"(?-i:[A-Z])[\w’'-]*\.?"
_BESIDE: Final = (
    r"(?:,? (?:and|&|with|along with|together with|alongside|accompanied by|joined by) )"
)
_NOT_OWNER: Final = r"(?!'s|’s|')"
_GOES_ON: Final = form(
    r"^(?:[.,;:)]|$| (?:in|at|on|to|for|from|during|with|of|outside|near|after|before|when|as)\b"
    r"| \(| {Time})"
)
"""What may follow an object that ends a clause, but not another subject's verb."""


def with_couples(line: Line, leaders: Leaders) -> Line:
    """The line with "Ronald and Nancy Reagan", "President and Mrs. Reagan" as the one of record."""
    line = line.rewritten(_couple(), _full, leaders)
    for m in reversed(list(_AND_MRS.finditer(line.text))):
        line = line.with_words(m.start("and"), m.end("and"), (" ",))
    return line


def without_companions(line: Line, leaders: Leaders) -> Line:
    """The line with those who came along taken into the mention of whom they came with.

    They are told by what they are ("and his wife, Nancy,"), by a title that nobody of the record
    bears ("and Prince Philip"), or by a family name ("Clinton and Hillary Clinton").
    """
    for pattern in (_kin(), _titled(), _NAMESAKE):
        line = line.rewritten(pattern, _alone, leaders)
    return line


def _alone(line: Line, m: re.Match[str], _leaders: Leaders) -> Item | None:
    """Whom somebody came along with, unless those who came do something of their own."""
    acts = _GOES_ON.match(line.text[m.end() :]) is None
    told = any(True for _ in line.all(WordItem, 0, m.start()))
    last = line.items[m.end() - 1]
    known = isinstance(last, PartyItem) and last is not NOBODY and m.re is _NAMESAKE
    return None if (acts and told) or known else line.items[m.start("who")]


def _full(line: Line, m: re.Match[str], leaders: Leaders) -> Item | None:
    """Of "Ronald and Nancy Reagan": the one of the two who is in the record."""
    person = line.get(m, "who", PersonItem)
    if person is None or person.full:
        return None
    rows, given = leaders.calendar.names.people, m["given"].lower()
    called = {given, *table("people")["short"].get(given, ())}
    people = frozenset(p for p in person.people if rows[p].name.split()[0].lower() in called)
    return replace(person, people=people, full=True) if people else None


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _couple() -> re.Pattern[str]:
    return form(r"\b(?P<given>(?-i:[A-Z])\w+) and (?-i:[A-Z])\w+ (?P<who>{Person})")


@cache
def _kin() -> re.Pattern[str]:
    kin = rf"(?:{_any(table('people')['kin'])}|(?:{{Ordinal}}|first) lady)"
    whose = r"(?:(?:{Pronoun}|{Place}|{Person|Party}'s|the|then|former|u\.?s\.?|young|own|two) )*"
    name = rf"(?:{_CAPITAL} )*(?:{_CAPITAL}|{{Person|Party}})"
    return form(
        rf"{_WHO}{_BESIDE}{whose}{kin}(?: and {whose}{kin})?\b"
        rf"(?:, {name},| {name}|(?!\w| [{MARKS}](?! )))(?:,(?= {{Word}}))?{_NOT_OWNER}"
    )


@cache
def _titled() -> re.Pattern[str]:
    """Of "the Queen and Prince Philip": a name with no mention in it, after a title."""
    titles = _any(table("people")["consorts"])
    return form(
        rf"{_WHO}{_BESIDE}(?:the )?(?:{titles}) (?:of )?(?-i:[A-Z])[\w’-]+{_NOT_OWNER}"
        rf"(?! [{MARKS}]'|\w| (?-i:[A-Z]))"
    )


_NAMESAKE: Final = form(rf"{_WHO}{_BESIDE}(?:(?-i:[A-Z])\w+ ){{1,2}}{{Party}}{_NOT_OWNER}")
_AND_MRS: Final = form(r"{Title|Office}(?P<and> (?:and|&) (?:mrs|madame|mme)\.? ){Person}")
