"""The words of meeting and travelling in a parsed sentence, and the verbs that carry them."""

from __future__ import annotations

from dataclasses import replace

from summitry.model.events import EventKind
from summitry.reading.clauses.frame import Frame
from summitry.reading.mentions.items import (
    NumberItem,
    OrdinalItem,
    PartyItem,
    WordItem,
)
from summitry.reading.trees.parse import Node
from summitry.reading.trees.syntax import SUBJECTS, Syntax, phrases


class Triggers:
    """The words of meeting and travelling of one tree: the frame of each, by its index.

    ``carriers`` has those that a verb carries, by the verb's index: "had" of "had two meetings".
    """

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self.frames: dict[int, Frame] = {}
        self.carriers: dict[int, list[int]] = {}
        for node in syntax.tree.nodes:
            item = syntax.items[node.index]
            if isinstance(item, WordItem):
                self._add(node, item)
        for index in list(self.frames):
            self._absorb(index)

    def _add(self, node: Node, item: WordItem) -> None:
        owned = node.index > 0 and self.syntax.tree.nodes[node.index - 1].word == "'s"
        verbal = (node.tag.startswith("V") and not owned) or item.noun is None
        chosen = item.verb if verbal and item.verb is not None else item.noun
        if chosen is None:
            return
        sense, form = chosen
        if chosen is item.verb:
            self.frames[node.index] = Frame(
                sense,
                node.index,
                self.syntax.words.places[node.index],
                "verb",
                negated=sense.negated,
            )
            return
        role, carrier = self.role(node)
        frame = Frame(
            sense, node.index, self.syntax.words.places[node.index], role, plural=form == "plural"
        )
        self.frames[node.index] = frame
        if carrier is not None:
            self.carriers.setdefault(carrier, []).append(node.index)

    def role(self, node: Node) -> tuple[str, int | None]:
        """How a noun of meeting stands in its sentence, and the verb that carries it."""
        head = self.syntax.conjunct(node)
        if head.head == head.index:
            return ("apposed" if self.syntax.words.apposed else "alone"), None
        verb = self.syntax.tree.nodes[head.head]
        word = verb.word.lower()
        if head.dep in ("dobj", "attr", "oprd") and word in phrases("light"):
            return "light", verb.index
        if head.dep in ("attr", "nsubj", "dobj", "oprd") and word in phrases("copulas"):
            return "was", verb.index
        if word in phrases("includes"):
            return ("including" if head.dep in SUBJECTS else "included"), verb.index
        if head.dep in SUBJECTS and (word in phrases("happens") or self._comes(verb)):
            return "happened", verb.index
        led = self.syntax.tree.nodes[verb.head]
        if head.dep == "pobj" and verb.dep == "agent" and led.word.lower() == "followed":
            return "happened", led.index
        if head.dep == "appos" or self._says_which(node, head):
            return "apposed", None
        return "mentioned", None

    def _says_which(self, node: Node, head: Node) -> bool:
        """Of "met Putin in Lima, their last meeting": a noun at the end that says which it was."""
        first = min((kid.index for kid in self.syntax.kids[node.index]), default=node.index)
        comma = first > 0 and self.syntax.tree.nodes[first - 1].word in (",", "-", "–", "—")
        ranked = any(
            isinstance(self.syntax.items[kid.index], OrdinalItem)
            for kid in self.syntax.kids[node.index]
        )
        return head is node and head.dep in ("npadvmod", "dobj", "attr", "dep") and comma and ranked

    def _comes(self, verb: Node) -> bool:
        """Of "A second meeting followed": whether a verb says no more than that it took place."""
        kids = self.syntax.kids[verb.index]
        active = not any(kid.dep in ("dobj", "auxpass", "xcomp", "ccomp") for kid in kids)
        return verb.word.lower() in phrases("comes") and active

    def _absorb(self, index: int) -> None:
        """Of "came to Washington on a state visit": the noun says of what kind the visit was."""
        node = self.syntax.tree.nodes[index]
        on = self.syntax.tree.nodes[node.head]
        if node.dep == "pobj" and self._is_where(node, on):
            first = self.frames[self.carriers[on.head][0]]
            first.absorbed = (*first.absorbed, index)
            del self.frames[index]
            return
        frame, verb = self.frames[index], self.frames.get(on.head)
        if node.dep != "pobj" or verb is None or verb.role != "verb":
            return
        if on.word.lower() in ("at", "during") and self._is_occasion(node, frame, verb):
            verb.absorbed = (*verb.absorbed, index)
            del self.frames[index]
            return
        if on.word.lower() != "on":
            return
        if verb.sense.kind is EventKind.VISIT and frame.sense.kind is EventKind.VISIT:
            kinds = frame.sense.visit_kinds or verb.sense.visit_kinds
            verb.sense = replace(verb.sense, visit_kinds=kinds)
            verb.absorbed = (*verb.absorbed, index)
            del self.frames[index]

    def _is_where(self, node: Node, on: Node) -> bool:
        """Of "Their first meeting was at the Vienna summit": where it was, not another one."""
        before = [i for i in self.carriers.get(on.head, ()) if i in self.frames and i < node.index]
        below = [self.syntax.items[kid.index] for kid in self.syntax.kids[node.index]]
        other = any(isinstance(i, NumberItem | OrdinalItem | PartyItem) for i in below)
        was = len(before) == 1 and self.frames[before[0]].role == "was"
        frame = self.frames[node.index]
        met = was and {frame.sense.kind, self.frames[before[0]].sense.kind} == {EventKind.ENCOUNTER}
        return met and on.word.lower() in ("at", "during") and not (frame.plural or other)

    def _is_occasion(self, node: Node, noun: Frame, verb: Frame) -> bool:
        """Of "bumped into Putin at the Hangzhou summit": where they met, not another meeting."""
        met = {noun.sense.kind, verb.sense.kind} == {EventKind.ENCOUNTER}
        below = [self.syntax.items[kid.index] for kid in self.syntax.kids[node.index]]
        other = any(isinstance(i, NumberItem | OrdinalItem | PartyItem) for i in below)
        return met and not noun.plural and not other
