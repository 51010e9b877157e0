"""A parsed stretch of a line: what depends on what, and who the parties of a word are."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from summitry.lexicon.tables import table
from summitry.model.events import EventKind
from summitry.reading.mentions.items import (
    DurationItem,
    GatheringItem,
    OfficeItem,
    PartyItem,
    PlaceItem,
    RosterItem,
    TimeItem,
    TitleItem,
    WordItem,
)
from summitry.reading.mentions.line import Line
from summitry.reading.trees.parse import Node, Tree
from summitry.reading.trees.words import Words

Who = PartyItem | RosterItem

SUBJECTS: Final = {"nsubj", "nsubjpass"}
"""How a subject depends on its verb."""
_BETWEEN: Final = frozenset(("between",))
_WITH: Final = frozenset(("with", "of", "to", "among", "by"))
_WITH_VERB: Final = _WITH - {"of"}
"""Of "spoke of Putin" nobody is told whom they spoke to."""
_BY: Final = frozenset(("of", "by"))


@cache
def phrases(name: str) -> frozenset[str]:
    """A list of words of the lexicon's phrases."""
    return frozenset(table("phrases")[name])


class Syntax:
    """A tree with the mentions that its words stand for; ``kids`` are what depends on each word."""

    def __init__(self, line: Line, words: Words, tree: Tree) -> None:
        self.line, self.words, self.tree = line, words, tree
        # Of several words that stand for one mention the last carries it.
        following = (*words.places[1:], -1)
        self.items = [
            line.items[place] if place != after else None
            for place, after in zip(words.places, following, strict=True)
        ]
        self.kids: list[list[Node]] = [[] for _ in tree.nodes]
        for node in tree.nodes:
            if node.head != node.index:
                self.kids[node.head].append(node)

    def conjunct(self, node: Node) -> Node:
        """The first of the words that the word is joined to by "and"."""
        while node.dep == "conj":
            node = self.tree.nodes[node.head]
        return node

    def subject(self, node: Node) -> Node | None:
        """The subject of a verb: its own, of the verb it goes with, or the noun it tells of."""
        seen = 0
        while seen < len(self.tree.nodes):
            seen += 1
            for kid in self.kids[node.index]:
                if kid.dep in SUBJECTS and kid.tag not in ("WDT", "WP"):
                    return kid
            if node.dep in ("relcl", "acl"):
                return self.tree.nodes[node.head]
            if node.dep not in ("conj", "advcl", "xcomp", "dep", "aux") or node.head == node.index:
                return None
            node = self.tree.nodes[node.head]
        return None

    def parties(self, node: Node) -> Iterator[Who]:
        """The parties that a noun and its conjuncts name; an unknown one for any other noun."""
        item = self.items[node.index]
        if isinstance(item, PartyItem | RosterItem):
            yield item
        elif not (
            isinstance(item, PlaceItem | TimeItem | DurationItem | GatheringItem)
            or node.tag == "EX"
        ):
            yield PartyItem((None,), node.word)
        for kid in self.kids[node.index]:
            if kid.dep in ("conj", "appos") and not self.says_what(kid):
                yield from self.parties(kid)

    def says_what(self, node: Node) -> bool:
        """Of "Kosygin, the premier": whether a word only says what the one before it was."""
        known = isinstance(self.items[node.head], PartyItem)
        office = isinstance(self.items[node.index], OfficeItem | TitleItem)
        return node.dep == "appos" and known and office

    def objects(self, node: Node, kind: EventKind) -> Iterator[Who]:
        """The parties after a word of meeting: its object and those after "with", "of", "by".

        Of a word of travelling, only those who may have travelled.
        """
        for kid in self.kids[node.index]:
            if (
                kid.dep in ("dobj", "dative")
                and isinstance(self.items[kid.index], PartyItem | RosterItem)
            ) or (
                kid.dep == "dobj"
                and node.tag.startswith("V")
                and isinstance(self.items[node.index], WordItem)
            ):
                yield from self.parties(kid)
        verb = node.tag.startswith("V") and isinstance(self.items[node.index], WordItem)
        met = _WITH_VERB if verb else _WITH
        yield from self._after(node, _BY if kind is EventKind.VISIT else met)

    def ends(self, node: Node) -> Iterator[Who]:
        """The parties after "between": those who met, or the ends of a span of time."""
        yield from self._after(node, _BETWEEN)

    def _after(self, node: Node, prepositions: frozenset[str]) -> Iterator[Who]:
        for kid in self.kids[node.index]:
            word = kid.word.lower()
            if kid.dep not in ("prep", "agent") or word not in prepositions:
                continue
            for below in self.kids[kid.index]:
                party = isinstance(self.items[below.index], PartyItem | RosterItem)
                # "With war looming, they met", "they met, with tensions high" name nobody.
                mood = below.word.lower() in table("unread")["moods"]
                apart = mood or kid.index < node.index
                other = word in ("with", "between") and not apart
                if below.dep == "pobj" and (party or other):
                    yield from self.parties(below)

    def owners(self, node: Node) -> Iterator[Who]:
        """The parties that own a noun: "Trump's meeting", "the Biden visit"."""
        for kid in self.kids[node.index]:
            owns = kid.dep in ("poss", "compound", "nmod")
            if owns and isinstance(self.items[kid.index], PartyItem | RosterItem):
                yield from self.parties(kid)

    def no(self, node: Node) -> bool:
        """Whether a noun is spoken of as none: "no president", "neither"."""
        item = self.items[node.index]
        if isinstance(item, RosterItem):
            return item.roster is None and item.ranked is None
        return any(
            kid.dep in ("det", "neg", "preconj", "cc") and kid.word.lower() in ("no", "neither")
            for kid in self.kids[node.index]
        )

    def later(self, node: Node) -> Node | None:
        """The word that puts a verb after the one before: "and later met"."""
        kids = (kid for kid in self.kids[node.index] if kid.dep == "advmod")
        return next((kid for kid in kids if kid.word.lower() in phrases("sequels")), None)

    def negated(self, node: Node) -> bool:
        """Whether a word is negated."""
        return any(
            kid.word.lower() in phrases("negations") and kid.dep not in ("prep", "conj")
            for kid in self.kids[node.index]
        )
