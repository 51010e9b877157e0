"""What is quick to tell of a text: whether it names somebody of the record, or meeting, at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick

from summitry.lexicon.letters import spelled
from summitry.reading.gazetteer import Gazetteer
from summitry.reading.scan import plain, references, triggers


@dataclass(frozen=True, slots=True)
class Sieve:
    """The names of a record's people, as they are written, and of its offices, in any case.

    What it doesn't find is not there; what it finds may turn out to be something else.
    """

    people: AhoCorasick
    offices: AhoCorasick

    @classmethod
    def of(cls, names: Gazetteer) -> Sieve:
        """The sieve of a record's names."""
        return cls(AhoCorasick(list(names.people())), AhoCorasick(list(names.offices())))

    def names_people(self, text: str) -> bool:
        """Whether a text has the name of somebody."""
        return any(_finds(self.people, way) for way, _ in spelled(text))

    def names_offices(self, text: str) -> bool:
        """Whether a text has the name or title of an office."""
        return any(_finds(self.offices, way.lower()) for way, _ in spelled(text))


def speaks_of_meeting(text: str) -> bool:
    """Whether a text has a word of meeting, travelling or holding office."""
    return _finds(_triggers(), plain(text).lower())


def refers_back(text: str) -> bool:
    """Whether a text has a word for people named before, such as "he" or "the two"."""
    return _finds(_references(), plain(text).lower())


@cache
def _triggers() -> AhoCorasick:
    return AhoCorasick(list(triggers()))


@cache
def _references() -> AhoCorasick:
    return AhoCorasick(list(references()))


def _finds(words: AhoCorasick, text: str) -> bool:
    """Whether one of the words stands in a text, as a word."""
    return any(
        not (start > 0 and text[start - 1].isalnum())
        and not (end < len(text) and text[end].isalnum())
        for _, start, end in _matches(words, text)
    )


def _matches(words: AhoCorasick, text: str) -> Iterable[tuple[int, int, int]]:
    found: list[tuple[int, int, int]] = words.find_matches_as_indexes(text, overlapping=True)
    return found
