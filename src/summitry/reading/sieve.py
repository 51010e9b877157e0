"""The sieve: where a document has the words without which no sentence is read.

Most sentences of most documents speak of nobody and of nothing that a record knows, and whatever
reading does for them is in vain. One pass over the text finds the words of a few tables, each of
which is a sign, and reading asks of each sentence which signs it has. It looks at a
sentence only

- for whom it names, who may be meant by the sentences after it: with a sign of a person, or, once
  somebody has been named, of an office or a reference;
- for its claims: with a sign of meeting or of holding an office, and with somebody of whom they
  may be made. Those are named by the sentence (a person, an office, a reference) or else by what
  comes before it (:meth:`summitry.reading.resolve.Context.pair`). It is parsed only where, when
  all of them are resolved, there are enough to have met (:mod:`summitry.reading.company`);
- as a piece without a verb of meeting: with a sign of a person, or below what says of whom the
  pieces of a list or table are (:meth:`summitry.reading.pieces.outline.Outline.may_tell`).

So whatever is to be read must have its words in the tables that signs are made of: people and
offices in the gazetteer, the others in ``meetings``, ``holdings`` and ``references`` of ``scan``.
A mechanism that finds a meeting or a person by other words adds them there. The tests hold reading
through the sieve to reading without one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from summitry.lexicon.letters import odd_letters, spelled
from summitry.model.selection import Party
from summitry.reading.company import lacking, may_tell
from summitry.reading.mentions.gazetteer import Gazetteer
from summitry.reading.mentions.line import MARKS, Line
from summitry.reading.mentions.scan import holdings, meetings, plain, references
from summitry.reading.text.wordlist import WordList, lowered

PERSON: Final = 1
OFFICE: Final = 2
REFERENCE: Final = 4
MEETING: Final = 8
HOLDING: Final = 16
"""What words are signs of, as bits: a set of signs is their sum."""
SPEAKING: Final = MEETING | HOLDING
"""The signs of which a sentence that makes a claim has one."""
NAMED: Final = PERSON | OFFICE
"""The signs that are names of a record."""
_SPELLED: Final = NAMED | HOLDING
"""The signs that texts spell with accents or without: names, and the titles of offices."""
TELLING: Final = SPEAKING | PERSON
"""Those of which a text that makes a claim has one: pieces without a verb may name people alone."""


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs of a text: each from one of ``starts``, which are in order, to one of ``ends``.

    ``odd`` are the places of letters and blanks that are otherwise in the tables: what has them is
    looked at again as it is read, by ``sieve``.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    signs: Sequence[int]
    odd: Sequence[int]
    sieve: Sieve

    def within(self, start: int, end: int) -> int:
        """The signs that a part of the text has."""
        if self.odd:
            odd = bisect_left(self.odd, start)
            if odd < len(self.odd) and self.odd[odd] < end:
                return self.sieve.signs_of(self.text[start:end])
        found, starts = 0, self.starts
        for n in range(bisect_left(starts, start), bisect_left(starts, end)):
            if self.ends[n] <= end:
                found |= self.signs[n]
        return found

    def may_have(self, signs: int) -> bool:
        """Whether the text has one of some signs anywhere; True where that isn't clear."""
        return bool(self.odd) or any(sign & signs for sign in self.signs)


class Sieve:
    """The words by which the signs of a text are found, with the names of one record."""

    def __init__(self, names: Gazetteer) -> None:
        people = tuple(names.people())
        means: defaultdict[str, int] = defaultdict(int)
        for sign, words in (
            (PERSON, map(lowered, people)),
            (OFFICE, names.offices()),
            (REFERENCE, references()),
            (MEETING, meetings()),
            (HOLDING, holdings()),
        ):
            for word in words:
                means[word] |= sign
        self._people = frozenset(people)
        self._words = WordList(means)
        self._means = tuple(means[word] for word in self._words.words)

    def over(self, text: str) -> Signs:
        """The signs of a document's text."""
        alike = plain(text)
        found = sorted(self._found(alike))
        starts, ends, signs = zip(*found, strict=True) if found else ((), (), ())
        return Signs(text, starts, ends, signs, sorted(_odd(text, alike)), self)

    def signs_of(self, text: str) -> int:
        """The signs of a text that is read as one line, however it is spelled and set."""
        line = Line.of(plain(text), 0).text
        signs = 0
        for _, _, sign in self._found(line):
            signs |= sign
        for way, _ in spelled(line):
            for _, _, sign in self._found(way):
                signs |= sign & _SPELLED
        return signs

    def may_tell(self, line: Line) -> bool:
        """Whether a claim may be made of those whom a line speaks of, by whatever it says."""
        return may_tell(line)

    def lacking(self, line: Line, pair: tuple[Party, Party] | None) -> str:
        """Why no claim of meeting can come of parsing a line; empty if one may."""
        return lacking(line, pair)

    def _found(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Where words of a text start and end, and what they are signs of, in no order."""
        for word, start, end in self._words.find(lowered(text)):
            signs = self._means[word]
            if signs & PERSON and text[start:end] not in self._people:
                # Names of people have a case of their own ("Ford").
                signs &= ~PERSON
            if signs:
                yield start, end, signs


_APART: Final = 2
"""Ends of lines in a run of blanks: so many stand between paragraphs."""
_RUNS: Final = ("  ", " \n", "\n ", *"\t\r\v\f\x1c\x1d\x1e\x1f\x85\u00a0\u202f")
"""What a text has that has runs of blanks in its paragraphs, or odd ones."""
_BLANKS: Final = re.compile(r"\s{2,}|[^\S \n\t\u00a0\u202f]")
"""What a line of reading has as one blank, and ``plain`` doesn't."""
_FOREIGN: Final = re.compile(r"[^\x00-\x7f]")


def _odd(text: str, alike: str) -> Iterator[int]:
    """The places of odd letters and blanks in a text, which is also given with plain signs."""
    if any(map(text.__contains__, _RUNS)):
        for run in _BLANKS.finditer(text):
            if run.group().count("\n") < _APART:
                yield run.start()
    if not alike.isascii():
        for letter in _FOREIGN.finditer(alike):
            if _is_odd(letter.group()):
                yield letter.start()


@cache
def _is_odd(letter: str) -> bool:
    return letter.isspace() or letter in MARKS or odd_letters().match(letter) is not None
