"""Who took part in what a frame tells: the subjects and objects of its words."""

from __future__ import annotations

from summitry.model.claims import NthOf
from summitry.model.events import EventKind
from summitry.model.selection import Someone
from summitry.reading.clauses.frame import Frame
from summitry.reading.clauses.triggers import Triggers
from summitry.reading.mentions.items import PartyItem, RosterItem
from summitry.reading.mentions.line import form
from summitry.reading.trees.parse import Node
from summitry.reading.trees.syntax import Who, phrases


def tell_who(found: Triggers) -> None:
    """Note of each frame who took part, and whether it is denied."""
    parties = _Parties(found)
    for index, frame in found.frames.items():
        parties.tell(index, frame)
        parties.note_again(frame)


def _as_one(who: Who) -> Who:
    """Of "Landing in Moscow, Nixon became the first to": him, of whom alone that clause tells."""
    if not isinstance(who, RosterItem) or not isinstance(who.roster, NthOf):
        return who
    return PartyItem((Someone(who.roster.person),), "Smith")


_BETWEEN = form(
    r"{Word}(?:(?!{Word|Party})[^;:.])*? between (?P<who>{Party},? and {Party})(?![’'])"
)


class _Parties:
    def __init__(self, found: Triggers) -> None:
        self.found, self.syntax, self.triggers = found, found.syntax, found.frames

    def tell(self, index: int, frame: Frame) -> None:
        node = self.syntax.tree.nodes[index]
        if frame.role == "verb":
            self._who_of_verb(node, frame)
            return
        frame.objects = [*self.syntax.owners(node), *self._objects(node, frame)]
        carrier = self.syntax.tree.nodes[self.syntax.conjunct(node).head]
        frame.negated = self.syntax.negated(node)
        frame.definite = any(
            kid.dep == "det" and kid.word.lower() in ("the", "this", "that")
            for kid in self.syntax.kids[index]
        )
        if frame.role == "happened" and not frame.objects:
            frame.objects = self._objects(carrier, frame)
        if frame.role == "light":
            subject = self.syntax.subject(carrier)
            frame.subjects = list(self.syntax.parties(subject)) if subject is not None else []
            frame.objects += [w for w in self._objects(carrier, frame) if w not in frame.objects]
            frame.negated = self.syntax.negated(carrier) or self.syntax.negated(node)
        elif frame.role == "was" and frame.sense.roles == "guest":
            subject = self.syntax.subject(carrier)
            frame.role, frame.subjects = (
                "light",
                list(self.syntax.parties(subject)) if subject else [],
            )
            frame.negated = self.syntax.negated(carrier) or self.syntax.negated(node)
        elif frame.role == "was" and self._is_there(carrier):
            frame.role = "light"
            frame.objects += [w for w in self._objects(carrier, frame) if w not in frame.objects]
            frame.negated = self.syntax.negated(carrier) or self.syntax.negated(node)
        elif frame.role == "was":
            subject = self.syntax.subject(carrier)
            frame.this = subject is not None and subject.word.lower() in (
                "this",
                "it",
                "that",
                "which",
            )
            frame.negated = self.syntax.negated(carrier) or self.syntax.negated(node)
            if subject is not None and subject.index != index:
                frame.told_of = self.triggers.get(subject.index)
            if not frame.objects:
                frame.objects = self._between(frame)
            told = frame.this or (frame.told_of is not None and not frame.told_of.objects)
            frame.equated = told and carrier.index < index and bool(frame.objects)
            frame.presumed = (
                subject is not None and subject.index == index and self._tells(carrier, index)
            )

    def _between(self, frame: Frame) -> list[Who]:
        """Of "was a meeting in Vienna, in 1961, between Kennedy and Khrushchev", by its line.

        A parse often takes "between" for one of its places.
        """
        line = self.syntax.line
        found = _BETWEEN.match(line.text, frame.place)
        if found is None or frame.sense.kind is not EventKind.ENCOUNTER:
            return []
        items = line.items[found.start("who") : found.end()]
        return [item for item in items if isinstance(item, PartyItem)]

    def _is_there(self, copula: Node) -> bool:
        """Of "There was no meeting between Trump and Putin"."""
        return any(kid.dep == "expl" for kid in self.syntax.kids[copula.index])

    def _tells(self, copula: Node, noun: int) -> bool:
        """Whether a copula tells something of a noun of meeting, not that it was to be."""
        kids = self.syntax.kids[copula.index]
        meant = any(kid.dep == "xcomp" or kid.word.lower() == "to" for kid in kids)
        others = (self.syntax.tree.nodes[n] for n in self.triggers if n != noun)
        return not meant and all(self.found.role(other)[1] != copula.index for other in others)

    def _who_of_verb(self, node: Node, frame: Frame) -> None:
        subject = self.syntax.subject(node)
        passive = any(kid.dep in ("auxpass", "nsubjpass") for kid in self.syntax.kids[node.index])
        subjects = list(self.syntax.parties(subject)) if subject is not None else []
        objects = list(self.syntax.objects(node, frame.sense.kind))
        if frame.sense.roles in ("host", "guest") and passive:
            subjects, objects = objects, subjects
        if node.dep == "advcl":
            subjects = [_as_one(who) for who in subjects]
        frame.subjects, frame.objects = subjects, objects
        if subject is not None and self.syntax.no(subject):
            frame.negated = True
        frame.negated = frame.negated or self.syntax.negated(node)
        if node.dep == "advcl" and node.tag == "VBG":
            frame.parent = self.triggers.get(node.head)
        if node.dep == "conj" and self.syntax.later(node) is not None:
            frame.follows = self.triggers.get(node.head)

    def _objects(self, node: Node, frame: Frame) -> list[Who]:
        """The parties after a noun of meeting, or after the verb that carries it."""
        found = list(self.syntax.objects(node, frame.sense.kind))
        encounter = frame.sense.kind is EventKind.ENCOUNTER
        return [*found, *self.syntax.ends(node)] if encounter else found

    def note_again(self, frame: Frame) -> None:
        """Note of a denial the words that leave out what was told before: "never met again"."""
        carrier = self.syntax.conjunct(self.syntax.tree.nodes[frame.index]).head
        near = {frame.index} if frame.role == "verb" else {frame.index, carrier}
        frame.again = tuple(
            kid.index for index in near for kid in self.syntax.kids[index]
            if frame.negated and kid.word.lower() in phrases("more")
        )  # fmt: skip
