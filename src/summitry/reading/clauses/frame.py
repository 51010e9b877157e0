"""Frames: a word of meeting or travelling with what depends on it in the sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from summitry.lexicon.tables import Sense
from summitry.reading.mentions.items import (
    Gap,
    Item,
    NumberItem,
    OrdinalItem,
)
from summitry.reading.trees.syntax import Who


@dataclass(slots=True)
class Frame:
    """A word of meeting or travelling, and what the sentence says of it.

    ``index`` and ``place`` are the word's in its tree and in its line.
    ``role`` is how the word stands in its sentence: "verb", or for a noun "light" ("had a
    meeting"), "was" (with a copula), "happened", "included", "including" (what includes others),
    "apposed", "mentioned", "alone". ``tail`` holds the mentions that restrict the events, ``that``
    those that tell of the one event spoken of; ``swapped``: the noun tells of the event, and the
    words after the copula restrict ("The meeting in X was their first since ...").

    ``parent`` is the frame whose time and place hold of this one too, ``follows`` the one that
    this one is later than, ``told_of`` the one that tells which event this one speaks of.
    ``this``: it is the event spoken of last; ``now``: the one that goes on on the text's day;
    ``definite``: "the meeting", which may be one spoken of too.
    ``equated``: it is said to be what was spoken of ("The summit was a meeting held in Vienna").
    ``again``: the words of a denial by which it holds but of what followed ("never met again").
    ``gaps``: the clauses after it that leave out its verb; ``echoed``: it is such a clause, which
    says or denies for itself what the words of the clause before say or deny. ``passed``: mentions
    that say nothing of it ("a second meeting followed").
    ``absorbed``: the nouns that only say of what kind it is ("came on a state visit").
    ``sited``: its place is the one that "where" hangs on.
    ``told``: the present tense tells of the past there, as under a date.
    ``presumed``: it is the subject of a clause that tells something else of it, and so takes it
    for granted ("Nixon's visit to China in 1972 was a triumph").
    ``upto``: it counts up to a day in the past, which its times tell.
    ``respective``: of two lists in it each member belongs to the one in its place in the other.
    ``within``: it is where somebody did or said something ("told Putin in a call").
    ``unread``: restricting words that reading doesn't know. ``refusal``: why no claim can be made.
    """

    sense: Sense
    index: int
    place: int
    role: str
    subjects: list[Who] = field(default_factory=list)
    objects: list[Who] = field(default_factory=list)
    tail: list[Item] = field(default_factory=list)
    that: list[Item] = field(default_factory=list)
    counts: list[NumberItem] = field(default_factory=list)
    ordinals: list[OrdinalItem] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    echoed: bool = False
    passed: list[Item] = field(default_factory=list)
    plural: bool = False
    negated: bool = False
    formal: bool = False
    this: bool = False
    now: bool = False
    definite: bool = False
    equated: bool = False
    again: tuple[int, ...] = ()
    swapped: bool = False
    parent: Frame | None = None
    follows: Frame | None = None
    told_of: Frame | None = None
    absorbed: tuple[int, ...] = ()
    sited: bool = False
    told: bool = False
    presumed: bool = False
    within: bool = False
    upto: bool = False
    respective: bool = False
    unread: bool = False
    refusal: str = ""
