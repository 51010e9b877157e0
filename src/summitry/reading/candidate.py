"""A sentence that may hold a claim, everyone in it resolved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from summitry.model.selection import Party
from summitry.reading.company import UNNAMED
from summitry.reading.mentions.line import Line
from summitry.reading.pieces.pieces import NOTHING, Told
from summitry.reading.text.sentences import Sentence
from summitry.reading.trees.words import Words


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may hold a claim; ``pair`` are the two whom its text speaks of.

    ``meets``: it has a word of meeting or travelling, not of holding office alone. ``lacks``: why
    it can't be claimed that somebody met, if that is clear. ``told``: what it claims as a piece
    without a sentence's verb. ``leans``: its line begins with that of the sentence before.
    """

    sentence: Sentence
    meets: bool
    line: Line
    lacks: str = UNNAMED
    pair: tuple[Party, Party] | None = None
    stretches: tuple[Words, ...] = ()
    told: Told = NOTHING
    leans: bool = False


UNREAD: Final = Line.of("", 0)
"""What stands for the line of a sentence that speaks of nobody."""


def asks(sentence: Sentence) -> bool:
    """Whether a sentence is a question."""
    return sentence.text.rstrip().endswith("?")
