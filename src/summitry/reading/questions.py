"""Reading a question: a claim with a hole.

A question is turned into the sentence that would answer it, with a value made up in the place of
what it asks for, and that sentence is read as any other. Where two such values make two claims
that differ in nothing but the slot of the hole, the question is understood. So whatever prose can
be read can be asked, and what can't be read that way is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import product
from typing import Final

from summitry.lexicon.tables import senses, table
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
        for opening, said in _openings(one):
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
    opening, said = next(_openings(asked))
    rest = [word.lower() for word in re.findall(r"[\w'-]+", said)]
    unreal = set(_words("unreal"))
    if opening == _TRUTH and words[0].endswith("n't"):
        raise _refused(text, _DENIES)
    if not opening.clause and rest and not opening.noun and rest[0] in unreal:
        raise _refused(text, "the record tells of what has happened, not of what is or may be")
    if opening == _TRUTH and words[0] in _words("unasked"):
        raise _refused(text, f'"{words[0]}" is not asked of a record')
    if set(rest) & set(_words("others")):
        raise _refused(text, "it asks for more than one thing")


# --- the table ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A row of the table of questions (``lexicon/questions.toml``)."""

    opens: tuple[str, ...] = ()
    hole: Hole = Hole.TRUTH
    noun: bool = False
    clause: bool = False
    adverb: str = ""
    probes: str = ""
    words: tuple[str, ...] = ("",)
    stands: tuple[str, ...] = ("verb",)
    plain: bool = False


_TRUTH: Final = Opening()
"""Of a question that opens with its verb."""


@cache
def openings() -> tuple[Opening, ...]:
    """The table, in its order."""
    return tuple(
        Opening(
            opens=tuple(row["opens"]),
            hole=Hole(row["hole"]),
            noun=row.get("noun", False),
            clause=row.get("clause", False),
            adverb=row.get("adverb", ""),
            probes=row.get("probes", ""),
            words=tuple(row.get("words", ("",))),
            stands=tuple(row.get("stands", ("verb",))),
            plain=row.get("plain", False),
        )
        for row in table("questions")["question"]
    )


def _words(name: str) -> tuple[str, ...]:
    return tuple(table("questions")["words"][name])


def _openings(asked: str) -> Iterator[tuple[Opening, str]]:
    """What the question may open with, and the words after that: the longest first."""
    lowered = asked.lower()
    fits = [
        (words, row) for row in openings() for words in row.opens if lowered.startswith(f"{words} ")
    ]
    for words, row in sorted(fits, key=lambda fit: -len(fit[0])):
        yield row, asked[len(words) :].strip()
    if not fits:
        yield _TRUTH, asked


# --- from what is asked to what is told ----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Told:
    """A clause that is told: its subject, its verb, and what follows that."""

    subject: str
    verb: str
    rest: str

    def sentence(self, probe: str, stands: str, adverb: str = "") -> str:
        """The clause as a sentence, with the probe where it stands."""
        subject, verb = self.subject, " ".join(filter(None, (adverb, self.verb)))
        match stands:
            case "front":
                parts = [f"{probe}," if probe else "", subject, verb, self.rest]
            case "verb":
                parts = [subject, probe, verb, self.rest]
            case "end":
                parts = [subject, verb, self.rest, probe]
            case _:
                parts = list(self._instead(probe, verb))
        said = " ".join(filter(None, parts))
        return f"{said[:1].upper()}{said[1:]}."

    def _instead(self, probe: str, verb: str) -> Iterator[str]:
        """With the probe as the subject where there is none, else as the object."""
        bare = not self.subject or self.subject.lower() == "ever"
        if bare and verb in _words("happens"):
            yield from (probe, self.rest, verb)
        elif bare:
            yield from (probe, verb, self.rest)
        else:
            first, _, others = self.rest.partition(" ")
            stranded = first in _words("stranded") and not probe.startswith(f"{first} ")
            yield from (self.subject, verb)
            yield from (first, probe, others) if stranded else (probe, self.rest)


@cache
def _verbs() -> Mapping[str, str]:
    """The past of each verb that is known, by its base."""
    of_meeting = {v.base: v.past for sense in senses().values() for v in sense.verbs if v.base}
    return of_meeting | {base: past for base, (past, _) in table("questions")["verbs"].items()}


@cache
def _participles() -> Mapping[str, str]:
    """The past of each verb that is known, by its participle; "" of those that have none."""
    of_meeting = {
        v.participle: v.past for sense in senses().values() for v in sense.verbs if v.participle
    }
    return of_meeting | {done: past for past, done in table("questions")["verbs"].values()}


def _found(words: Iterable[str], said: str) -> tuple[re.Match[str], ...]:
    """Where one of the words stands, in order."""
    either = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    pattern = re.compile(rf"(?<![\w'-])(?:{either})(?![\w'-])", re.IGNORECASE)
    return tuple(pattern.finditer(said))


def _verbs_in(verbs: Iterable[str], said: str) -> Iterator[re.Match[str]]:
    """Where one of the verbs stands as a verb: not as a noun, nor as the adverb "last"."""
    before = re.compile(
        rf"(?:'s|\b(?:{'|'.join(_words('nominal'))}))(?: (?:first|last))?\s*$", re.IGNORECASE
    )
    found = [verb for verb in _found(verbs, said) if not before.search(said[: verb.start()])]
    for n, verb in enumerate(found, 1):
        if verb.group().lower() != "last" or n == len(found):
            yield verb


_THERE: Final = re.compile(
    r"(?:(?:was|were) there|(?:has|have) there(?: ever)? been) ", re.IGNORECASE
)


def told(said: str) -> Iterator[Told]:
    """The clauses that "did A meet B", "was A in B" may be the question for."""
    there = _THERE.match(said)
    if there is not None:
        yield Told(said[there.end() :], _words("happens")[0], "")
    first, _, rest = said.partition(" ")
    helper = first.lower()
    if helper in _words("past"):
        yield from _conjugated(rest, _verbs(), helper)
    elif helper in _words("perfect"):
        yield from _conjugated(rest, _participles(), helper)
    elif helper in _words("copulas"):
        yield Told(rest, helper, "")
        yield from _split(rest, helper)


_JOINED: Final = re.compile(r"\b(?:and|or)(?: \w+)? $", re.IGNORECASE)
"""What joins a verb to one before it, which is asked about as well."""


def _conjugated(said: str, verbs: Mapping[str, str], helper: str) -> Iterator[Told]:
    """Of "A meet B" that "A met B"; where it is denied, or has no past, with its auxiliary."""
    found = list(_verbs_in(verbs, said))
    if any(_JOINED.search(said[: verb.start()]) for verb in found[1:]):
        return
    for verb in found:
        subject, rest = said[: verb.start()].strip(), said[verb.end() :].strip()
        past = verbs[verb.group().lower()]
        head, denied, tail = f" {subject} ".partition(" not ")
        if denied:
            denies = " ".join((helper, "not", *tail.split(), verb.group()))
            yield Told(head.strip(), denies, rest)
        else:
            yield Told(subject, past or f"{helper} {verb.group()}", rest)


def _split(said: str, verb: str) -> Iterator[Told]:
    """A subject and what is said of it, where a word stands with which that may open."""
    words = said.split()
    titles = table("phrases")["offices"]
    opens = {*_words("predicates"), *(word for title in titles for word in title.split())}
    for n in reversed(range(1, len(words))):
        if words[n].lower().strip(",") in opens:
            yield Told(" ".join(words[:n]), verb, " ".join(words[n:]))


def clauses(said: str) -> Iterator[Told]:
    """A clause that is told already, with its verb apart."""
    done = {past for past in (*_verbs().values(), *_participles().values()) if past}
    for verb in _verbs_in(done, said):
        yield Told(said[: verb.start()].strip(), verb.group(), said[verb.end() :].strip())
    yield Told(said, "", "")


def _asked_of(opening: Opening, said: str) -> Iterator[tuple[str, Told]]:
    """The noun that goes with the opening, and the clause that is asked about."""
    if opening.clause:
        yield from (("", clause) for clause in clauses(said))
    elif not opening.noun:
        yield from (("", clause) for clause in told(said))
        if "stead" in opening.stands:
            yield "", Told("", said, "")
    else:
        helpers = [*_words("past"), *_words("perfect"), *_words("copulas")]
        for helper in _found(helpers, said):
            noun, rest = said[: helper.start()].strip(), said[helper.start() :]
            there = _THERE.match(rest)
            if noun and there is not None:
                yield noun, Told("", _words("happens")[0], rest[there.end() :])
            elif noun:
                yield from ((noun, clause) for clause in told(rest))
        for clause in clauses(said):
            if clause.subject and clause.verb:
                yield clause.subject, Told("", clause.verb, clause.rest)


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
        for noun, clause in _asked_of(opening, said):
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
    return bool(_found(table("numbers")["ordinals"], said))


def _is_denial(claim: Claim) -> bool:
    """Whether the claim is that something never was: of "did they never meet", yes may mean no."""
    return isinstance(claim, NoneSince) or (isinstance(claim, HowMany) and claim.number.most == 0)
