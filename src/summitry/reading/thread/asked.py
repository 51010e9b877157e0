"""Questions turned into what they ask about: "did A meet B" into "A met B"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from summitry.lexicon.tables import senses, table
from summitry.model.questions import Hole

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


TRUTH: Final = Opening()
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


def words_of(name: str) -> tuple[str, ...]:
    """The words of a row of the table."""
    return tuple(table("questions")["words"][name])


def openings_of(asked: str) -> Iterator[tuple[Opening, str]]:
    """What the question may open with, and the words after that: the longest first."""
    lowered = asked.lower()
    fits = [
        (words, row) for row in openings() for words in row.opens if lowered.startswith(f"{words} ")
    ]
    for words, row in sorted(fits, key=lambda fit: -len(fit[0])):
        yield row, asked[len(words) :].strip()
    if not fits:
        yield TRUTH, asked


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
        if bare and verb in words_of("happens"):
            yield from (probe, self.rest, verb)
        elif bare:
            yield from (probe, verb, self.rest)
        else:
            first, _, others = self.rest.partition(" ")
            stranded = first in words_of("stranded") and not probe.startswith(f"{first} ")
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


def found_in(words: Iterable[str], said: str) -> tuple[re.Match[str], ...]:
    """Where one of the words stands, in order."""
    either = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    pattern = re.compile(rf"(?<![\w'-])(?:{either})(?![\w'-])", re.IGNORECASE)
    return tuple(pattern.finditer(said))


def _verbs_in(verbs: Iterable[str], said: str) -> Iterator[re.Match[str]]:
    """Where one of the verbs stands as a verb: not as a noun, nor as the adverb "last"."""
    before = re.compile(
        rf"(?:'s|\b(?:{'|'.join(words_of('nominal'))}))(?: (?:first|last))?\s*$", re.IGNORECASE
    )
    found = [verb for verb in found_in(verbs, said) if not before.search(said[: verb.start()])]
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
        yield Told(said[there.end() :], words_of("happens")[0], "")
    first, _, rest = said.partition(" ")
    helper = first.lower()
    if helper in words_of("past"):
        yield from _conjugated(rest, _verbs(), helper)
    elif helper in words_of("perfect"):
        yield from _conjugated(rest, _participles(), helper)
    elif helper in words_of("copulas"):
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
    opens = {*words_of("predicates"), *(word for title in titles for word in title.split())}
    for n in reversed(range(1, len(words))):
        if words[n].lower().strip(",") in opens:
            yield Told(" ".join(words[:n]), verb, " ".join(words[n:]))


def clauses(said: str) -> Iterator[Told]:
    """A clause that is told already, with its verb apart."""
    done = {past for past in (*_verbs().values(), *_participles().values()) if past}
    for verb in _verbs_in(done, said):
        yield Told(said[: verb.start()].strip(), verb.group(), said[verb.end() :].strip())
    yield Told(said, "", "")


def asked_of(opening: Opening, said: str) -> Iterator[tuple[str, Told]]:
    """The noun that goes with the opening, and the clause that is asked about."""
    if opening.clause:
        yield from (("", clause) for clause in clauses(said))
    elif not opening.noun:
        yield from (("", clause) for clause in told(said))
        if "stead" in opening.stands:
            yield "", Told("", said, "")
    else:
        helpers = [*words_of("past"), *words_of("perfect"), *words_of("copulas")]
        for helper in found_in(helpers, said):
            noun, rest = said[: helper.start()].strip(), said[helper.start() :]
            there = _THERE.match(rest)
            if noun and there is not None:
                yield noun, Told("", words_of("happens")[0], rest[there.end() :])
            elif noun:
                yield from ((noun, clause) for clause in told(rest))
        for clause in clauses(said):
            if clause.subject and clause.verb:
                yield clause.subject, Told("", clause.verb, clause.rest)
