"""Answers that hang on their question: to "How often did A visit B?", "Twice, in 2013"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Final

from summitry.lexicon.tables import senses, table
from summitry.model.questions import Hole
from summitry.reading.text.sentences import Sentence
from summitry.reading.thread.asked import Opening, Told, asked_of, openings_of, words_of
from summitry.reading.when.times import times

_LONGEST: Final = 300
"""Characters: what is longer is no answer that leaves anything out, nor a question to one."""
_REACH: Final = 1
"""Blocks after a question in which it may be answered, but for answers that bear its number."""


@dataclass(slots=True)
class Asked:
    """The questions that a text has asked: the last one, and those that are numbered.

    ``asked`` is the last one, and ``block`` where; ``doubted``: the next sentence is one that is
    asked about ("True or false?"). ``said``: it was answered with yes, or with no;
    ``bare``: with no more than "yes", after which most texts say themselves what was so.
    ``asks``: the sentence heard last asks whether what it says is true.
    """

    asked: str = ""
    block: int = -1
    doubted: bool = False
    said: bool | None = None
    bare: bool = False
    asks: bool = False
    numbered: dict[str, str] = field(default_factory=dict)

    def told(self, text: str, sentence: Sentence, number: str) -> str:
        """The sentence that an answer makes with its question; "" of any other sentence.

        ``number`` stands before it, "" if none does. Note is taken of what it asks.
        """
        self.asks = False
        asked = self._question(text)
        if asked:
            self.asked, self.block, self.said = asked, sentence.block, None
            if number and number not in self.numbered:
                self.numbered[number] = asked
            return ""
        question = self.numbered.get(number, "") if number else ""
        if question and (own := _pattern("own").match(text)):
            return _of_the_same(question, own)
        near = sentence.block - self.block <= _REACH and not sentence.listed
        if not question and self.asked and near:
            question = self.asked
        answer = _answer(text) if question and len(text) <= _LONGEST else None
        if answer is None:
            self.asked = ""
            return ""
        if answer.yes is None:
            answer = _Answer(self.said, answer.words)
        self.said, self.bare = answer.yes, answer.yes is True and not answer.words
        return _joined(question, answer)

    def _question(self, text: str) -> str:
        """The question that a sentence asks, without its number and choices; "" if it asks none."""
        if len(text) > _LONGEST:
            return ""
        doubt = _pattern("doubt").match(text)
        if doubt is not None:
            self.doubted, self.asks = not doubt["said"], True
            return f"Is it true that {doubt['said']}" if doubt["said"] else ""
        if self.doubted:
            self.doubted, self.asks = False, True
            return "Is it true that " + text.strip(_EMPHASIS)
        match = _pattern("question").match(text)
        return "" if match is None else match["asked"].strip()


_EMPHASIS: Final = ' *_."“”'


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(files(__package__).joinpath("answers.toml").read_text("utf-8"))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """A pattern of the table, its parts filled in."""
    numbers = table("numbers")
    past = {verb.past for sense in senses().values() for verb in sense.verbs if verb.past}
    words = {"numbers": {*numbers["cardinals"], *numbers["adverbs"]}, "verbs": past}
    parts = {
        **_table()["parts"],
        **{one: "|".join(map(re.escape, sorted(all_, key=len, reverse=True)))
           for one, all_ in words.items()},
    }  # fmt: skip

    def filled(pattern: str) -> str:
        pattern = pattern.replace("\n", "")
        return re.sub(r"(?<!\?P)<([a-z]+)>", lambda slot: filled(parts[slot[1]]), pattern)

    return re.compile(filled(_table()["patterns"][name]))


@cache
def _unsure() -> re.Pattern[str]:
    """Words by which an answer says less than it seems to; "May" with a capital is a month."""
    words = {*table("phrases")["unreal"], *table("phrases")["negations"], "except", "but"}
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words)))})\b|n't\b")


# --- what an answer says --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Answer:
    """An answer: what it affirms or denies (None: neither), and the words that it adds."""

    yes: bool | None
    words: str

    @property
    def counts(self) -> bool:
        """Whether its words begin with how often."""
        return _pattern("count").match(self.words) is not None


def _answer(text: str) -> _Answer | None:
    """What a text says as an answer; None if it is a sentence of its own."""
    opening = _pattern("opening").match(text)
    rest = text if opening is None else text[opening.end() :]
    yes = None if opening is None else True if opening["yes"] else False if opening["no"] else None
    stand_in = _pattern("stand_in").match(rest)
    if stand_in is not None:
        negated = any(stand_in[name] for name in ("never", "not", "still"))
        yes = not (negated or "n't" in stand_in["verb"].lower())
        rest = rest[stand_in.end() :]
    denied = _pattern("denied").match(rest)
    if denied is not None:
        yes, rest = False, rest[denied.end() :]
    rest = _pattern("came").sub(", ", rest)
    rest = _pattern("note").sub("", rest.strip(_EMPHASIS)).strip(_EMPHASIS)
    if (yes is None and not rest) or _unsure().search(_low(rest)) or _pattern("verbs").search(rest):
        return None
    if rest and _pattern("shape").match(rest) is None:
        return None
    if yes is False and rest and _pattern("after_no").match(rest) is None:
        return None
    return _Answer(yes, rest)


def _low(words: str) -> str:
    """The words, the first without its capital unless it is a month's."""
    return words if words.startswith("May ") else words[:1].lower() + words[1:]


# --- question and answer --------------------------------------------------------------------------


def _of_the_same(question: str, own: re.Match[str]) -> str:
    """Of "They met in Vienna.", far below its question: those of whom that asks."""
    for opening, said in openings_of(question):
        for _, clause in asked_of(opening, said):
            if clause.subject and clause.subject[0].isupper():
                return f"{clause.subject} {own['said']}"
    return ""


def _joined(question: str, answer: _Answer) -> str:
    """The sentence that an answer makes with its question; "" if it makes none."""
    if _pattern("chooses").search(question) is not None:
        return ""
    for opening, said in openings_of(question):
        ranked = _pattern("ranked").match(said)
        if opening.hole in (Hole.PERSON, Hole.PEOPLE) and ranked is not None:
            return _first_to(ranked, answer)
        for noun, clause in sorted(asked_of(opening, said), key=_parted):
            made = _sentence(opening, noun, _plain(clause), answer)
            if made:
                return made
    return ""


def _parted(one: tuple[str, Told]) -> tuple[bool, int]:
    """Clauses parted into whom they are about and what is said come first, the shorter first."""
    _, clause = one
    copular = clause.verb.lower() in words_of("copulas")
    return copular and not clause.rest, len(clause.subject) if copular else 0


def _plain(clause: Told) -> Told:
    """The clause without words that only ask."""
    asking = _pattern("asking")
    subject = asking.sub("", f" {clause.subject} ").strip()
    one = _pattern("several").search(subject) is None
    verb = "was" if clause.verb == "were" and one else clause.verb
    return Told(subject, verb, asking.sub("", f" {clause.rest} ").strip())


def _sentence(opening: Opening, noun: str, clause: Told, answer: _Answer) -> str:
    """The clause with the answer in the place of what the question asks for; "" if it has none."""
    words, never = answer.words, "never" if answer.yes is False else ""
    asked = f"{clause.subject} {clause.verb} {clause.rest}"
    if never and not words and _pattern("some").search(asked) is not None:
        return ""
    bare = " ".join(filter(None, (clause.subject, never, opening.adverb, clause.verb, clause.rest)))
    times_ = _Answer(answer.yes, _pattern("plain_number").sub(_with_times, words, count=1))
    match opening.hole:
        case Hole.TRUTH if never or answer.yes or answer.counts:
            return _told(bare, words)
        case Hole.NUMBER if not opening.noun and bool(never) != times_.counts:
            return _told(bare, times_.words)
        case Hole.NUMBER if opening.noun and times_.counts and clause.verb:
            first, rest = _first(words)
            return _told(clause.sentence(f"{first} {noun}", "stead")[:-1], rest, ":")
        case Hole.TIME | Hole.YEAR | Hole.PLACE | Hole.COUNTRY if words and not never:
            return _told(bare, _placed(words))
        case Hole.PERSON | Hole.PEOPLE if words and not never:
            first, rest = _first(words)
            return _told(clause.sentence(first, "stead")[:-1], rest)
        case _:
            return ""


def _first_to(ranked: re.Match[str], answer: _Answer) -> str:
    """Of "Which president was the first to go there?" "Nixon, in 1974.": that he was, then."""
    if not answer.words or answer.yes is False:
        return ""
    first, rest = _first(answer.words)
    one = ranked["noun"].strip() or ranked["more"].strip()
    if one:
        return _told(f"{first} was the {ranked['nth']} {one} to {ranked['rest'].strip()}", rest)
    return _told(f"{first} went there", rest) if rest else ""


def numbered(text: str, sentence: Sentence) -> str:
    """The number before a sentence at the start of its line, "" if none stands there."""
    line = text.rfind("\n", max(0, sentence.start - _MARGIN), sentence.start) + 1
    if line == 0 and sentence.start > _MARGIN:
        return ""
    match = _pattern("numbered").match(text[line : sentence.start + _MARK])
    return match[1] if match is not None and line + match.end(1) >= sentence.start - _MARK else ""


_MARGIN: Final = 80
"""Characters before it on its line, at most: blanks, and the signs of lists."""
_MARK: Final = 8
"""Characters that a number has at most, with the signs around it."""


def _told(bare: str, words: str, sign: str = "") -> str:
    said = f"{bare[:1].upper()}{bare[1:]}"
    joint = sign or ("" if _pattern("close").match(words) else ",")
    return f"{said}{joint} {words}." if words else f"{said}."


def _with_times(m: re.Match[str]) -> str:
    """Of "five", "five times"."""
    said = m[1]
    return said if _pattern("times").search(said) is not None else f"{said} times"


def _placed(words: str) -> str:
    """A time or a place with the word that stands before it."""
    if _pattern("placed").match(words) is not None:
        return words[:1].lower() + words[1:]
    found = [time for time in times(words) if time.start == 0 and time.window is not None]
    day = any(time.window is not None and len(time.window.possibly) == 1 for time in found)
    return f"on {words}" if day else f"in {words}"


def _first(words: str) -> tuple[str, str]:
    """The words up to the first sign, and those after it."""
    match = _pattern("first").match(words)
    return (words, "") if match is None else (match[1], match[2] or "")
