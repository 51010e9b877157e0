"""The sieve: where a document has the words without which no sentence is read.

Most sentences of most documents speak of nobody and of nothing that a record knows, and whatever
reading does for them is in vain. One pass over the text finds the words of a few tables, each of
which is a :class:`Sign`, and reading asks of each sentence which signs it has. It looks at a
sentence only

- for whom it names, who may be meant by the sentences after it: with a sign of a person, or, once
  somebody has been named, of an office or a reference;
- for its claims: with a sign of meeting or of holding an office, and with somebody of whom they
  may be made. Those are named by the sentence (a person, an office, a reference) or else by what
  comes before it (:meth:`summitry.reading.resolve.Context.pair`). It is parsed only where, when
  all of them are resolved, somebody is known.

So whatever is to be read must have its words in the tables that signs are made of: people and
offices in the gazetteer, the others in ``meetings``, ``holdings`` and ``references`` of ``scan``.
A mechanism that finds a meeting or a person by other words adds them there. The tests hold reading
through the sieve to reading without one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from operator import itemgetter
from typing import Final

from summitry.lexicon.letters import odd_letters, spelled
from summitry.reading.gazetteer import Gazetteer
from summitry.reading.items import PartyItem, RosterItem
from summitry.reading.line import MARKS, Line
from summitry.reading.scan import holdings, meetings, plain, references
from summitry.reading.wordlist import WordList, lowered


class Sign(Enum):
    """What a word of a text may be a sign of."""

    PERSON = auto()
    OFFICE = auto()
    REFERENCE = auto()
    MEETING = auto()
    HOLDING = auto()


SPEAKING: Final = (Sign.MEETING, Sign.HOLDING)
"""The signs of which a sentence that makes a claim has one."""


@dataclass(slots=True)
class Places:
    """Places in a text, from ``starts`` to ``ends`` (excluded), in the order of their starts."""

    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def add(self, start: int, end: int) -> None:
        """Add a place that starts no earlier than those before."""
        self.starts.append(start)
        self.ends.append(end)

    def within(self, start: int, end: int) -> bool:
        """Whether one of the places lies within this one."""
        for n in range(bisect_left(self.starts, start), len(self.starts)):
            if self.starts[n] >= end:
                return False
            if self.ends[n] <= end:
                return True
        return False


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs of a text, by their places.

    ``odd`` are letters and blanks that are otherwise in the tables: what has them is looked at
    again as it is read, by ``sieve``.
    """

    text: str
    places: Mapping[Sign, Places]
    odd: Places
    sieve: Sieve

    def within(self, start: int, end: int) -> Collection[Sign]:
        """The signs that a part of the text has."""
        if self.odd.starts and self.odd.within(start, end):
            return self.sieve.signs_of(self.text[start:end])
        return [sign for sign, places in self.places.items() if places.within(start, end)]

    def last(self, signs: Collection[Sign]) -> int:
        """Where the last of some signs may stand; -1 where there is none."""
        places = (*(self.places[sign] for sign in signs if sign in self.places), self.odd)
        return max((found.starts[-1] for found in places if found.starts), default=-1)


class Sieve:
    """The words by which the signs of a text are found, with the names of one record."""

    def __init__(self, names: Gazetteer) -> None:
        people = tuple(names.people())
        means: defaultdict[str, set[Sign]] = defaultdict(set)
        for sign, words in {
            Sign.PERSON: map(lowered, people),
            Sign.OFFICE: names.offices(),
            Sign.REFERENCE: references(),
            Sign.MEETING: meetings(),
            Sign.HOLDING: holdings(),
        }.items():
            for word in words:
                means[word].add(sign)
        self._people = frozenset(people)
        self._words = WordList(means)
        self._means = tuple(tuple(means[word]) for word in self._words.words)

    def over(self, text: str) -> Signs:
        """The signs of a document's text."""
        alike = plain(text)
        odd = Places()
        for start, end in sorted(_odd(text, alike)):
            odd.add(start, end)
        found: defaultdict[Sign, Places] = defaultdict(Places)
        for sign, start, end in sorted(self._found(alike), key=itemgetter(1)):
            found[sign].add(start, end)
        return Signs(text, found, odd, self)

    def signs_of(self, text: str) -> Collection[Sign]:
        """The signs of a text that is read as one line, however it is spelled and set."""
        line = Line.of(plain(text), 0).text
        found = {sign for sign, _, _ in self._found(line)}
        for way, _ in spelled(line):
            found.update(sign for sign, _, _ in self._found(way) if sign in _NAMED)
        return found

    def knows(self, line: Line) -> bool:
        """Whether a line, everyone in it resolved, has somebody of whom a claim may be made."""
        return any(
            isinstance(item, RosterItem)
            or (isinstance(item, PartyItem) and any(party is not None for party in item.parties))
            for item in line.items
        )

    def _found(self, text: str) -> Iterator[tuple[Sign, int, int]]:
        """The signs of a text in plain letters with their places, in no order."""
        for word, start, end in self._words.find(lowered(text)):
            for sign in self._means[word]:
                # Names of people have a case of their own ("Ford").
                if sign is not Sign.PERSON or text[start:end] in self._people:
                    yield sign, start, end


_NAMED: Final = (Sign.PERSON, Sign.OFFICE)
"""The signs that are names of a record, which texts spell with accents or without."""
_APART: Final = 2
"""Ends of lines in a run of blanks: so many stand between paragraphs."""


_BLANKS: Final = re.compile(rf"\s{{2,}}|[{MARKS}]|[^\S \n\t\u00a0\u202f]")
"""What a line of reading has as one blank, and ``plain`` doesn't."""


def _odd(text: str, alike: str) -> Iterator[tuple[int, int]]:
    """The places of odd letters and blanks in a text, which is also given with plain signs."""
    for match in _BLANKS.finditer(text):
        if match.group().count("\n") < _APART:
            yield match.span()
    if not alike.isascii():
        yield from (match.span() for match in odd_letters().finditer(alike))
