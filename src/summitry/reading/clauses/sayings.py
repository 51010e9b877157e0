"""What somebody did or said at a meeting: "pressed Putin on Syria in talks", "told him in a call".

A noun of meeting after "in", "at" or "during" says with whom it was, or the verb that it hangs on
says to whom something was said there; the verb's subject took part, and its time is the meeting's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from summitry.model.events import EventKind
from summitry.reading.clauses.frame import Frame
from summitry.reading.clauses.tense import PERFECT, helpers
from summitry.reading.clauses.triggers import Triggers
from summitry.reading.mentions.items import PartyItem, WordItem
from summitry.reading.mentions.line import form
from summitry.reading.trees.parse import Node
from summitry.reading.trees.syntax import Who, phrases

_AT: Final = {"in", "at", "during", "on", "over"}
_THEREAFTER: Final = {"after", "following"}
"""What stands before a meeting that was over by then: the verb's time isn't its own."""
_WITH: Final = form(
    r"{Word}(?:(?!{Word|Party})[^;:.,])*? with (?P<who>{Party})(?P<more>,? and {Party})?(?!['’])"
)


def tell_sayings(found: Triggers) -> None:
    """Note who took part in meetings that are told by what was said or done there."""
    for index, frame in found.frames.items():
        if frame.role == "mentioned" and frame.sense.kind is EventKind.ENCOUNTER:
            _tell(found, index, frame)


def _tell(found: Triggers, index: int, frame: Frame) -> None:
    syntax = found.syntax
    noun = syntax.conjunct(syntax.tree.nodes[index])
    prep = syntax.tree.nodes[noun.head]
    if noun.dep != "pobj" or noun.index != index or frame.plural or frame.negated:
        return
    verb, word = syntax.tree.nodes[prep.head], prep.word.lower()
    if word not in _AT | _THEREAFTER or verb.index in found.frames or not _is_told(found, verb):
        return
    subject = syntax.subject(verb)
    who = [] if subject is None else list(syntax.parties(subject))
    if not who or not all(_is_one(one) for one in who):
        return
    named = sum(len(one.parties) for one in frame.objects if isinstance(one, PartyItem))
    if named < _TWO:
        others = list(frame.objects) or _with(found, frame) or list(_told(found, verb, index))
        others = others or _together(found, verb, index, who)
        if not others:
            return
        frame.objects = [*who, *(one for one in others if one not in who)]
    frame.negated = syntax.negated(verb)
    if word in _AT and verb.index not in found.carriers:
        found.carriers[verb.index] = [index]
        frame.within = True


_TWO: Final = 2


def _is_told(found: Triggers, verb: Node) -> bool:
    """Whether a verb is active and of the past."""
    kids = found.syntax.kids[verb.index]
    passive = any(kid.dep in ("auxpass", "nsubjpass") for kid in kids)
    perfect = verb.tag == "VBN" and bool(helpers(found.syntax, verb.index) & PERFECT)
    return (verb.tag == "VBD" or perfect) and not passive


def _is_one(who: Who) -> bool:
    """Whether a subject names people, all of whom are known."""
    return isinstance(who, PartyItem) and None not in who.parties


def _with(found: Triggers, frame: Frame) -> list[Who]:
    """Of "in a meeting on Friday with Putin": who is named, by the line.

    A parse often has "with" hang on the verb.
    """
    line = found.syntax.line
    match = _WITH.match(line.text, frame.place)
    who = None if match is None else line.get(match, "who", PartyItem)
    more = [] if match is None else line.every(match, "more", PartyItem)
    return [] if who is None or any(one.parties != who.parties for one in more) else [who]


def _together(found: Triggers, verb: Node, noun: int, who: list[Who]) -> list[Who]:
    """Of "signed it at a summit", "discussed it with Putin in a call": with whom one does that."""
    if verb.word.lower() not in phrases("jointly"):
        return []
    kids = found.syntax.kids
    objects = [kid for kid in kids[verb.index] if kid.dep == "dobj"]
    for kid in (kid for node in (verb, *objects) for kid in kids[node.index]):
        if kid.dep == "prep" and kid.word.lower() == "with" and kid.index < noun:
            below = (one for one in kids[kid.index] if one.dep == "pobj")
            return [party for one in below for party in found.syntax.parties(one)]
    several = sum(len(one.parties) for one in who if isinstance(one, PartyItem)) >= _TWO
    return who if several else []


def _told(found: Triggers, verb: Node, noun: int) -> Iterator[Who]:
    """Of "told Putin in a call": to whom something was said face to face or on the line."""
    said, word = found.syntax.items[noun], verb.word.lower()
    larger = isinstance(said, WordItem) and "summit" in said.word.lower()
    remote = found.frames[noun].sense.admits == "remote" and word in phrases("addresses_afar")
    if not remote and (larger or word not in phrases("addresses")):
        return
    for kid in found.syntax.kids[verb.index]:
        if kid.dep in ("dobj", "dative") and kid.index < noun:
            yield from found.syntax.parties(kid)
