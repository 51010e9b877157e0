"""Reading a question: a claim with a hole.

A question is turned into the sentence that would answer it, with a value made up in the place of
what it asks for, and that sentence is read as any other. Where two such values make two claims
that differ in nothing but the slot of the hole, the question is understood. So whatever prose can
be read can be asked, and what can't be read that way is refused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import product
from typing import Final

from summitry.lexicon.tables import table
from summitry.model.bounds import Bounds
from summitry.model.claims import Claim, Detail, Held, HowMany, NoneSince, TookPlace
from summitry.model.days import LAST_DAY
from summitry.model.names import Names
from summitry.model.problems import InputError
from summitry.model.questions import Hole, Question, opened
from summitry.model.statements import Document
from summitry.model.when import Window
from summitry.reading.mentions.scan import plain
from summitry.reading.probes import Probe, probes
from summitry.reading.read import Reader
from summitry.reading.text.sentences import sentences
from summitry.reading.thread.asked import (
    TRUTH,
    Opening,
    Told,
    asked_of,
    clauses,
    found_in,
    openings_of,
    told,
    words_of,
)
from summitry.reading.trees.parse import Parser

LONGEST: Final = 400
"""Characters: what is longer is no question."""

EXPECTED: Final = (
    "expected one question on who met or visited whom, how often, when, where or for how long, "
    'like "How many times did Obama meet Putin?"'
)


def read_question(
    text: str, names: Names, *, as_of: date, parser: Parser | None = None
) -> Question:
    """What a question asks; InputError, which says why, if it can't be read."""
    asked = " ".join(plain(text).split()).rstrip("?!. ")
    _refuse_unasked(text, asked)
    reader = _Asked(text.strip(), asked, names, as_of, Reader(names, parser=parser, whole=True))
    for one in dict.fromkeys(re.sub(r"\bany\b ?", any_, asked) for any_ in _ANY):
        for opening, said in openings_of(one):
            question = reader.question(opening, said)
            if question is not None:
                return question
    raise _refused(text, reader.reason or "no claim can be made of it")


_DENIES: Final = "it asks whether something did not happen"

_ANY: Final = ("any ", "a ", "")
"""What may be told where a question says "any": "a U.S. president", "U.S. presidents"."""


def _refused(text: str, why: str) -> InputError:
    quoted = " ".join(text.split())
    short = quoted if len(quoted) <= LONGEST else quoted[:40] + "..."
    return InputError(f'can\'t read the question "{short}": {why} ({EXPECTED})')


def _refuse_unasked(text: str, asked: str) -> None:
    """Raise InputError where no claim could answer."""
    if not asked:
        raise _refused(text, "it is empty")
    if len(asked) > LONGEST or len(sentences(asked + "?")) != 1:
        raise _refused(text, "it is more than one question")
    words = [word.lower() for word in re.findall(r"[\w'-]+", asked)]
    opening, said = next(openings_of(asked))
    rest = [word.lower() for word in re.findall(r"[\w'-]+", said)]
    unreal = set(words_of("unreal"))
    if opening == TRUTH and words[0].endswith("n't"):
        raise _refused(text, _DENIES)
    if not opening.clause and rest and not opening.noun and rest[0] in unreal:
        raise _refused(text, "the record tells of what has happened, not of what is or may be")
    if opening == TRUTH and words[0] in words_of("unasked"):
        raise _refused(text, f'"{words[0]}" is not asked of a record')
    if set(rest) & set(words_of("others")):
        raise _refused(text, "it asks for more than one thing")


# --- reading --------------------------------------------------------------------------------------

_AT_LEAST_ONCE: Final = Bounds(1, None)
_EVER: Final = ("", "at least once")
"""What may stand before the verb of a sentence that is whole, and is true of one event on."""


@dataclass(slots=True)
class _Asked:
    """One question being read; ``reason`` is why the first sentence of it was not."""

    text: str
    asked: str
    names: Names
    as_of: date
    reader: Reader
    reason: str = ""

    def question(self, opening: Opening, said: str) -> Question | None:
        """The question, if the words after its opening make a claim with a hole."""
        if opening.hole is Hole.TRUTH:
            return self._of_truth(opening, said)
        made = probes(opening.probes, self.names, self.asked)
        for noun, clause in asked_of(opening, said):
            for words, stands in product(opening.words, opening.stands):
                put = words.replace("{noun}", noun)
                claim = self._probed(opening, clause, put, stands, made)
                if claim is not None:
                    return Question(self.text, opening.hole, (_from_then_on(claim),))
        if opening.plain and not _is_ordered(said):
            return self._plain(opening, said)
        return None

    def _probed(
        self, opening: Opening, clause: Told, words: str, stands: str, made: Sequence[Probe]
    ) -> Claim | None:
        """The claim with its slot open on which two probes agree."""
        first: tuple[Claim, Claim] | None = None
        for n, probe in enumerate(made):
            if first is None and n > 1 and opening.probes != "day":
                return None
            adverb = "" if _is_ordered(clause.subject) else opening.adverb
            said = clause.sentence(words.replace("{}", probe.said), stands, adverb)
            for claim in self._claims(said):
                slot = opened(claim, opening.hole, probe.person)
                if slot is None:
                    continue
                if first is None:
                    first = claim, slot
                elif claim != first[0] and slot == first[1]:
                    return slot
        return None

    def _claims(self, said: str) -> tuple[Claim, ...]:
        """The claim of a sentence, or of several the one that tells of its event."""
        claims = self._read(said)
        if len(claims) == 2 and isinstance(claims[0], TookPlace) and isinstance(claims[1], Detail):
            return claims[1:]
        return claims if len(claims) == 1 else ()

    def _read(self, said: str) -> tuple[Claim, ...]:
        reading = self.reader.read(Document(text=said, as_of=self.as_of))
        if not reading.statements and reading.silences and not self.reason:
            self.reason = reading.silences[0].reason
        return reading.statements[0].claims if len(reading.statements) == 1 else ()

    # --- sentences that are whole ------------------------------------------------------------

    def _plain(self, opening: Opening, said: str) -> Question | None:
        """The question for the time or place of what is said to have taken place."""
        for clause in told(said):
            for ever in _EVER:
                claims = tuple(map(_once, self._read(clause.sentence(ever, "verb"))))
                if len(claims) == 1 and isinstance(claims[0], TookPlace):
                    return Question(self.text, opening.hole, (_from_then_on(claims[0]),))
        return None

    def _of_truth(self, opening: Opening, said: str) -> Question | None:
        for clause in clauses(said) if opening.clause else told(said):
            for ever in _EVER:
                claims = self._read(clause.sentence(ever, "verb"))
                if not claims:
                    continue
                if not opening.clause and any(map(_is_denial, claims)):
                    raise _refused(self.text, _DENIES)
                asked = tuple(map(_once, claims)) if ever else claims
                return Question(self.text, Hole.TRUTH, asked)
        return None


def _from_then_on(claim: Claim) -> Claim:
    """The claim with "since 2021" taken as "from 2021 on", which the answer says.

    Whether that means the year itself is left open by the words. To one who asks how often or when
    it was, what was in that year is told rather than left out.
    """
    if isinstance(claim, Held):
        return claim
    window = claim.selection.window
    if window.is_exact or window.possibly.last != LAST_DAY or window.written:
        return claim
    return replace(claim, selection=claim.selection.narrowed(Window.of(window.possibly)))


def _once(claim: Claim) -> Claim:
    """Of "at least once": that it took place."""
    if isinstance(claim, HowMany) and claim.number == _AT_LEAST_ONCE:
        return TookPlace(selection=claim.selection, quote=claim.quote)
    return claim


def _is_ordered(said: str) -> bool:
    """Whether words say where in an order something comes."""
    return bool(found_in(table("numbers")["ordinals"], said))


def _is_denial(claim: Claim) -> bool:
    """Whether the claim is that something never was: of "did they never meet", yes may mean no."""
    return isinstance(claim, NoneSince) or (isinstance(claim, HowMany) and claim.number.most == 0)
