"""Words and phrases found in a text, all of them in one pass however many they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick


class WordList:
    """Words in lower case, to be found in texts in lower case (:func:`lowered`)."""

    __slots__ = ("_automaton", "words")

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(dict.fromkeys(filter(None, words)))
        self._automaton = AhoCorasick(list(self.words))

    def find(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Wherever one of the words stands in a text, not within a longer word, overlaps included.

        In no order: the number of the word in ``words``, where it starts and ends (excluded).
        """
        length = len(text)
        for found in self._automaton.find_matches_as_indexes(text, overlapping=True):
            _, start, end = found
            opens = start == 0 or not text[start - 1].isalnum()
            if opens and (end == length or not text[end].isalnum()):
                yield found

    def anywhere(self, text: str) -> set[int]:
        """The numbers of the words that stand in a text, be it within longer words."""
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        return {number for number, _, _ in found}

    def apart(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
        """The words in a part of a text from its start on, each the longest of those at its place.

        None is within another, or joined by a hyphen to what is beside it ("pre-summit").
        """
        text = text[:end]
        for _, first, after in sorted(self.find(text), key=_by_place):
            opens = first == 0 or text[first - 1] not in "_'-"
            if start <= first and opens and (after == len(text) or text[after] not in "_-"):
                yield first, after
                start = after


def _by_place(found: tuple[int, int, int]) -> tuple[int, int]:
    return found[1], -found[2]


def lowered(text: str) -> str:
    """The text in lower case, letter for letter."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
