"""How a text is laid out: what introduces each of its pieces, and where that ends."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from summitry.model.claims import Claim, TookPlace
from summitry.model.days import Days
from summitry.model.selection import Party, Someone
from summitry.reading.mentions.items import PartyItem
from summitry.reading.mentions.line import Line, form
from summitry.reading.mentions.scene import Scene
from summitry.reading.pieces.grid import Grid, row
from summitry.reading.pieces.introduction import Introduction, announced_unreal, introduced
from summitry.reading.pieces.matched import Above
from summitry.reading.pieces.piece import Piece
from summitry.reading.pieces.pieces import NOTHING, Told, may_tell_apart, told
from summitry.reading.text.sentences import ROW, Sentence
from summitry.reading.who.context import Context
from summitry.reading.who.namesakes import told as told_of

_BARE = form(r"^\W?{Time}\W*$")
"""A time and nothing else, which in running text is a dateline's."""
_DIGIT = re.compile(r"\d")
LONGEST = 300
"""Characters: what is longer is no caption, entry or item."""


@dataclass(slots=True)
class Outline:
    """What stands above the next piece: a title, a heading, a sentence that announces a list.

    ``block`` is the one of the sentence last seen, ``read`` whether a piece was read in it.
    ``pairs`` are those of whom pieces told, ``last`` the one of the piece before. ``grid`` is the
    table in whose rows the text is.
    """

    scene: Scene
    title: Introduction | None = None
    heading: Introduction | None = None
    above: Introduction | None = None
    block: int = -1
    read: bool = False
    pairs: Counter[tuple[Party, ...]] = field(default_factory=Counter)
    last: tuple[Party, ...] = ()
    grid: Grid | None = None

    def entitle(self, line: Line) -> None:
        """Take note of the text's title."""
        self.title = introduced(line)

    def expects(self, context: Context) -> bool:
        """Whether what stands above says of whom or of what pieces may be that name nobody."""
        introduced_by = self.above or self.heading or self.title
        return introduced_by is not None or self.grid is not None or bool(self._people(context))

    def may_tell(self, sentence: Sentence, context: Context) -> bool:
        """Whether a sentence that names nobody may be a piece all the same."""
        text = sentence.text
        if len(text) > LONGEST or _DIGIT.search(text) is None:
            return False
        return self.expects(context)

    def looks_at(self, sentence: Sentence, line: Line) -> bool:
        """Whether a line may be a piece, or introduce others."""
        return self.opens(sentence, line) or self.grid is not None or self._may_be_piece(line)

    def opens(self, sentence: Sentence, line: Line) -> bool:
        """Whether a sentence introduces those below it."""
        return sentence.heading or _announces(sentence.text) or _announces(line.text)

    def _may_be_piece(self, line: Line) -> bool:
        """Whether a line is of a piece's length, tells events apart and has no verb of the past."""
        short = len(line.text) <= LONGEST and not line.text.rstrip().endswith("?")
        return short and may_tell_apart(line)

    def piece(self, sentence: Sentence, line: Line, context: Context) -> Told:
        """What a sentence tells as a piece; it may introduce those after it."""
        follows = sentence.block == self.block and not sentence.listed
        self._begin(sentence)
        found, quote = NOTHING, sentence.quote
        if follows and _BARE.match(line.text):
            return NOTHING
        if self.grid is not None and self.grid.is_row(sentence.text):
            return row(self.grid, line, self._above(context, told_of(line)), quote)
        if line.text.startswith(ROW):
            return NOTHING
        if self._may_be_piece(line):
            above = replace(self._above(context, told_of(line)), heading=sentence.heading)
            if _has_somebody(line, above):
                found = told(Piece.of(line), above, quote)
        self.read = self.read or bool(found.claims)
        pairs = [pair for claim in found.claims if (pair := _pair(claim))]
        self.pairs.update(pairs)
        self.last = pairs[0] if pairs else self.last
        if not found.claims:
            self._introduce(sentence, line)
        return found

    def pass_over(self, sentence: Sentence) -> None:
        """Take note of a sentence that can't be a piece."""
        self._begin(sentence)
        if sentence.heading:
            self.heading, self.above = _never(sentence), None
        elif _announces(sentence.text):
            self.above = _never(sentence)
        elif not (sentence.listed or self.read):
            self.above = None

    def _begin(self, sentence: Sentence) -> None:
        if sentence.block != self.block:
            self.block, self.read = sentence.block, False
        text = sentence.text
        headed = Grid.headed(text) if len(text) <= LONGEST else None
        if headed is not None or self.grid is None or not self.grid.is_row(text):
            self.grid = headed

    def _introduce(self, sentence: Sentence, line: Line) -> None:
        if _announces(line.text):
            self.above = introduced(line) or announced_unreal(sentence.text)
        elif sentence.heading and not sentence.listed:
            self.heading, self.above = introduced(line) or announced_unreal(sentence.text), None
        elif not (sentence.listed or self.read):
            self.above = None

    def _above(self, context: Context, days: Days | None) -> Above:
        """What stands above a piece of some days; nobody who held no office then is meant."""
        introduction, people = self.above or self.heading or self.title, self._people(context)
        held = [party.person for party in people if isinstance(party, Someone)]
        people = people if context.leaders.held(held, days) else ()
        return Above(self.scene, introduction, people, self.last)

    def _people(self, context: Context) -> tuple[Party, ...]:
        """The two whom the text speaks of: in this block, by its headings, or most often.

        Else the one of its heading or title.
        """
        if not context.peopled:
            return ()
        pair = context.pair()
        if pair is not None:
            return tuple(map(Someone, pair))
        most = self.pairs.most_common(2)
        if most and most[0][1] > 1 and (len(most) == 1 or most[0][1] > most[1][1]):
            return most[0][0]
        people = context.section or context.title
        return tuple(map(Someone, people)) if len(people) == 1 else ()


def _has_somebody(line: Line, above: Above) -> bool:
    """Whether a line or what stands above it says who met or travelled."""
    introduced_by = above.introduction.parties if above.introduction is not None else ()
    return bool(above.people or introduced_by) or any(
        party is not None for _, item in line.all(PartyItem) for party in item.parties
    )


def _never(sentence: Sentence) -> Introduction | None:
    """What a sentence of moderate length says of events that never were."""
    return announced_unreal(sentence.text) if len(sentence.text) <= LONGEST else None


def _announces(text: str) -> bool:
    """Whether a line leads to those below it."""
    return text.rstrip(" *_").endswith(":")


def _pair(claim: Claim) -> tuple[Party, ...]:
    """The two people whose meeting a claim speaks of, in one order."""
    if isinstance(claim, TookPlace) and claim.selection.whom is not None:
        pair = (claim.selection.who, claim.selection.whom)
        people = sorted(p.person for p in pair if isinstance(p, Someone))
        return tuple(map(Someone, people)) if len(people) == len(pair) else ()
    return ()
