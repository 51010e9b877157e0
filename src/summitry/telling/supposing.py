"""Claims about what is only supposed, in the conditional: "It would be their ninth meeting ...".

What is supposed is the last event of what the claim counts, so a number of them tells which one it
would be.
"""

from __future__ import annotations

from typing import Final

from summitry.model.bounds import Bounds
from summitry.model.claims import EVERY_ENCOUNTER, Claim, FirstSince, HowMany, WhichOne
from summitry.model.events import EventKind
from summitry.model.names import Names
from summitry.model.rules import counting_rules
from summitry.model.selection import Selection
from summitry.telling.anchors import anchor
from summitry.telling.dates import DateStyle
from summitry.telling.numbers import ordinal
from summitry.telling.parties import are_named, is_pair, own
from summitry.telling.phrases import noun
from summitry.telling.tell import counting
from summitry.telling.voice import Voice
from summitry.telling.words import joined, sentence, spaced

MOST_POSITIONS: Final = 3
"""How many positions are named one by one: "ninth or tenth"."""


def suppose(claim: Claim, names: Names, *, style: DateStyle = DateStyle.PLAIN) -> str:
    """The claim as one sentence: which one it would be, or the first since when.

    ValueError for a kind of claim that tells neither.
    """
    return sentence("It", "would be", would_be(claim, names, style=style))


def whether(claim: Claim, names: Names, *, style: DateStyle = DateStyle.PLAIN) -> str:
    """The same as a clause: "whether it would be their first meeting"."""
    return spaced("whether it would be", would_be(claim, names, style=style))


def would_be(claim: Claim, names: Names, *, style: DateStyle = DateStyle.PLAIN) -> str:
    """What stands after "it would be"."""
    voice = Voice(names, style)
    match claim:
        case WhichOne(selection=selection, position=position):
            told = _one(voice, selection, ordinal(position))
        case HowMany(selection=selection, number=number):
            told = _numbered(voice, selection, number)
        case FirstSince(selection=selection):
            parties = claim.that if are_named(selection) else None
            since = anchor(voice, claim.anchor, parties=parties, of=selection)
            told = spaced(_one(voice, selection, "first"), since)
        case _:
            raise ValueError(f"not told of what is supposed: {type(claim).__name__}")
    return f"{told}{counting(claim) or _every(claim)}"


def _every(claim: WhichOne | HowMany | FirstSince) -> str:
    """That group sessions count, which of a number of meetings doesn't go without saying."""
    encounters = claim.selection.kind is EventKind.ENCOUNTER
    first = isinstance(claim, FirstSince) or (isinstance(claim, WhichOne) and claim.position == 1)
    if first or not encounters or claim.rules != EVERY_ENCOUNTER:
        return ""
    return f", counting {counting_rules()[claim.rules[0]].says}"


def _one(voice: Voice, selection: Selection, position: str) -> str:
    pronoun = own(voice, selection) if is_pair(selection) else ""
    return noun(voice, selection, ordinal=position, pronoun=pronoun)


def _numbered(voice: Voice, selection: Selection, number: Bounds) -> str:
    """Which one it is of so many: "their ninth or tenth meeting", "at least their third"."""
    least, most = max(1, number.least), number.most
    if most is None:
        return f"at least {_one(voice, selection, ordinal(least))}"
    positions = [ordinal(n) for n in range(least, most + 1)]
    if len(positions) > MOST_POSITIONS:
        positions = [f"{positions[0]} to {positions[-1]}"]
    return _one(voice, selection, joined(positions, "or"))
