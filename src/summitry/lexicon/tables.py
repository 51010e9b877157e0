"""The lexicon's tables: words shared by reading and telling, as data."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from summitry.model.bounds import Bounds
from summitry.model.claims import RuleId
from summitry.model.events import EventKind, Mode, Setting, VisitKind
from summitry.model.people import OfficeId


@cache
def table(name: str) -> Mapping[str, Any]:
    """The table ``name``.toml as it is written."""
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """A verb's forms, each with the rest of the phrase ("met", "sat down"); "" of none."""

    base: str
    third: str
    past: str
    participle: str
    gerund: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """What a word of meeting or travelling speaks of. Empty sets choose nothing.

    ``roles``: "both" of two who meet, "host" where the subject receives the object, "guest"
    where it is received, "visit".
    ``negated``: the words say that it never was. ``only``: where alone the words mean it, as
    ``words.toml`` explains; "" is anywhere. ``at_a_place``: the modes where a place is said of it.
    ``inexact``: a day said with them may be one off.
    """

    id: str
    kind: EventKind
    modes: frozenset[Mode]
    settings: frozenset[Setting]
    visit_kinds: frozenset[VisitKind]
    admits: str
    roles: str
    negated: bool
    only: str
    at_a_place: frozenset[Mode]
    inexact: bool
    verbs: tuple[Verb, ...]
    nouns: tuple[tuple[str, str], ...]


def _verb(row: str) -> Verb:
    forms, _, rest = row.partition(" ")
    words = [f"{form} {rest}".strip() if form else "" for form in forms.split("/")]
    base, third, past, participle, gerund = words
    return Verb(base=base, third=third, past=past, participle=participle, gerund=gerund)


def _noun(row: str) -> tuple[str, str]:
    singular, _, plural = row.partition("/")
    return singular, plural or singular


@cache
def senses() -> Mapping[str, Sense]:
    """The words of meeting and travelling (``words.toml``), by id."""
    return {
        name: Sense(
            id=name,
            kind=EventKind(row["kind"]),
            modes=frozenset(map(Mode, row.get("modes", ()))),
            settings=frozenset(map(Setting, row.get("settings", ()))),
            visit_kinds=frozenset(map(VisitKind, row.get("visit_kinds", ()))),
            admits=row["admits"],
            roles=row["roles"],
            negated=row.get("negated", False),
            only=row.get("only", ""),
            at_a_place=frozenset(map(Mode, row.get("at_a_place", ()))),
            inexact=row.get("inexact", False),
            verbs=tuple(map(_verb, row.get("verbs", ()))),
            nouns=tuple(map(_noun, row.get("nouns", ()))),
        )
        for name, row in table("words").items()
    }


@cache
def doings() -> Mapping[str, Mapping[str, str]]:
    """What people do at a place or with somebody, by list: each of its words with its form.

    The forms are "past", "third" and "base" of what two do, in lower case.
    """
    return {
        name: {word: form for row in rows for word, form in _doing(row)}
        for name, rows in table("phrases")["activities"].items()
    }


def _doing(row: str) -> Iterator[tuple[str, str]]:
    verb, _, rest = row.lower().partition(" ")
    third, past = verb.split("/")
    for word, form in ((_base(third), "base"), (third, "third"), (past, "past")):
        yield f"{word} {rest}".strip(), form


def _base(third: str) -> str:
    known = {"is": "are", "has": "have", "goes": "go"}
    if third.endswith("ies"):
        return third[:-3] + "y"
    if third.endswith(("ches", "shes", "sses")):
        return third[:-2]
    return known.get(third, third[:-1])


@cache
def admitted(row: str) -> tuple[RuleId, ...]:
    """The counting rules that words of this row of ``admitted.toml`` admit."""
    return tuple(table("admitted")[row])


@cache
def told(row: str) -> tuple[RuleId, ...]:
    """The counting rules by which a page tells what this row of ``told.toml`` is of."""
    return tuple(table("told")[row])


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedge:
    """Words about a number n: the bounds that they admit, as ``(factor, plus)`` of n.

    ``of_all``: they say that there are no others ("only").
    """

    words: tuple[str, ...]
    least: tuple[float, int]
    most: tuple[float, int] | None
    slack: int
    of_all: bool

    def bounds(self, number: int) -> Bounds:
        """The numbers that the words admit: the wider of rounding and ``slack`` on either side."""
        least = math.floor(self.least[0] * number + 1e-9) + self.least[1]
        if self.most is None:
            return Bounds(max(0, least), None)
        most = math.ceil(self.most[0] * number - 1e-9) + self.most[1]
        if self.slack:
            least, most = min(least, number - self.slack), max(most, number + self.slack)
        return Bounds(max(0, least), max(0, least, most))


@cache
def hedges() -> tuple[Hedge, ...]:
    """The hedges of ``hedges.toml``."""
    return tuple(
        Hedge(
            words=tuple(row["words"]),
            least=(row["least"][0], row["least"][1]),
            most=(row["most"][0], row["most"][1]) if row["most"] else None,
            slack=row.get("slack", 0),
            of_all=row.get("of_all", False),
        )
        for row in table("hedges")["hedge"]
    )


@cache
def quantities() -> Mapping[str, Bounds]:
    """Words that are a quantity by themselves ("several"), with their bounds."""
    return {
        word: Bounds(row["least"], row.get("most"))
        for row in table("hedges")["quantity"]
        for word in row["words"]
    }


@cache
def demonyms() -> Mapping[str, str]:
    """What belongs to a country ("Russian"), with its country's code."""
    return {word: code for code, words in table("demonyms").items() for word in words}


@cache
def publishers(kind: EventKind, offices: frozenset[OfficeId]) -> Mapping[RuleId, Sequence[str]]:
    """Who has published numbers of events between holders of two offices, by the counting rule.

    The numbers are of events of one kind; the table is ``published.toml``.
    """
    rows = (row for row in table("published")["published"] if set(row["offices"]) == offices)
    return next((row.get(kind.value, {}) for row in rows), {})
