"""Frames: each word of meeting or travelling with what depends on it in the sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from summitry.lexicon.tables import Sense, table
from summitry.reading.items import (
    AboutItem,
    AnchorItem,
    CapacityItem,
    DurationItem,
    GatheringItem,
    HostItem,
    Item,
    ModeItem,
    NumberItem,
    OrdinalItem,
    PartyItem,
    PlaceItem,
    RosterItem,
    RulesItem,
    SeriesItem,
    SettingItem,
    TimeItem,
    WordItem,
)
from summitry.reading.line import Line
from summitry.reading.parse import Node, Tree
from summitry.reading.words import Words

Who = PartyItem | RosterItem


@dataclass(slots=True)
class Frame:
    """A word of meeting or travelling, and what the sentence says of it.

    ``role`` is how a noun stands in its sentence: light ("had a meeting"), was (with a copula),
    happened, included, apposed, alone; verb for a verb. ``tail`` holds the mentions that restrict
    the events, ``that`` those that tell of the one event spoken of. ``unread``: there are
    restricting words that reading doesn't know. ``refusal``: why no claim can be made.
    """

    sense: Sense
    place: int
    role: str
    subjects: list[Who] = field(default_factory=list)
    objects: list[Who] = field(default_factory=list)
    tail: list[Item] = field(default_factory=list)
    that: list[Item] = field(default_factory=list)
    counts: list[NumberItem] = field(default_factory=list)
    ordinals: list[OrdinalItem] = field(default_factory=list)
    plural: bool = False
    negated: bool = False
    formal: bool = False
    this: bool = False
    definite: bool = False
    swapped: bool = False
    parent: Frame | None = None
    told_of: Frame | None = None
    unread: bool = False
    refusal: str = ""


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(table("phrases")[name])


def frames(line: Line, words: Words, tree: Tree) -> list[Frame]:
    """The frames of one parsed stretch of a line, in order."""
    builder = _Builder(line, words, tree)
    return builder.build()


_PARTS: Final = {"nsubj", "nsubjpass"}
_OWN_CLAUSE: Final = {"relcl", "advcl"}
_PARTY_PREPOSITIONS: Final = {"with", "between", "of", "to", "among", "by"}
_TAIL_PREPOSITIONS: Final[tuple[tuple[tuple[type, ...], frozenset[str]], ...]] = (
    ((PlaceItem,), frozenset(("in", "at", "to", "near", "outside", "inside", "into", "aboard"))),
    ((TimeItem,), frozenset(("in", "on", "during", "of", "throughout", "around", "at", "from"))),
    (
        (GatheringItem, SeriesItem),
        frozenset(("at", "in", "during", "of", "around", "for", "on", "including")),
    ),
    ((DurationItem,), frozenset(("for", "of", "over", "lasting"))),
)
"""What a place, time, gathering or length that belongs to an event comes after."""


def _goes(item: Item | None, preposition: Node) -> bool:
    """Whether a mention after this preposition belongs to an event."""
    return all(
        preposition.word.lower() in words
        for kinds, words in _TAIL_PREPOSITIONS
        if isinstance(item, kinds)
    )


class _Builder:
    """Builds the frames of one tree; keeps the tree, the line and where each word stands in it."""

    def __init__(self, line: Line, words: Words, tree: Tree) -> None:
        self.line, self.words, self.tree = line, words, tree
        self.items = [line.items[place] for place in words.places]
        self.kids: list[list[Node]] = [[] for _ in tree.nodes]
        for node in tree.nodes:
            if node.head != node.index:
                self.kids[node.head].append(node)
        self.triggers: dict[int, Frame] = {}
        self.carriers: dict[int, list[int]] = {}

    def build(self) -> list[Frame]:
        for node in self.tree.nodes:
            item = self.items[node.index]
            if isinstance(item, WordItem):
                self._trigger(node, item)
        for index, frame in self.triggers.items():
            self._who(index, frame)
        self._attach()
        for index, frame in self.triggers.items():
            frame.refusal = frame.refusal or self._refusal(index, frame)
        return list(self.triggers.values())

    # --- words of meeting ---

    def _trigger(self, node: Node, item: WordItem) -> None:
        verbal = node.tag.startswith("V") or item.noun is None
        chosen = item.verb if verbal and item.verb is not None else item.noun
        if chosen is None:
            return
        sense, form = chosen
        if chosen is item.verb:
            self.triggers[node.index] = Frame(
                sense, self.words.places[node.index], "verb", negated=sense.negated
            )
            return
        role, carrier = self._role(node)
        frame = Frame(sense, self.words.places[node.index], role, plural=form == "plural")
        self.triggers[node.index] = frame
        if carrier is not None:
            self.carriers.setdefault(carrier, []).append(node.index)

    def _role(self, node: Node) -> tuple[str, int | None]:
        """How a noun of meeting stands in its sentence, and the verb that carries it."""
        head = self._conjunct(node)
        if head.head == head.index:
            return ("apposed" if self.words.apposed else "alone"), None
        verb = self.tree.nodes[head.head]
        word = verb.word.lower()
        if head.dep in ("dobj", "attr", "oprd") and word in _set("light"):
            return "light", verb.index
        if head.dep in ("attr", "nsubj", "dobj", "oprd") and word in _set("copulas"):
            return "was", verb.index
        if word in _set("includes"):
            return ("including" if head.dep in _PARTS else "included"), verb.index
        if head.dep in _PARTS and word in _set("happens"):
            return "happened", verb.index
        if head.dep == "appos":
            return "apposed", None
        return "mentioned", None

    def _conjunct(self, node: Node) -> Node:
        while node.dep == "conj":
            node = self.tree.nodes[node.head]
        return node

    # --- who ---

    def _who(self, index: int, frame: Frame) -> None:
        node = self.tree.nodes[index]
        if frame.role == "verb":
            subject = self._subject(node)
            passive = any(kid.dep in ("auxpass", "nsubjpass") for kid in self.kids[index])
            subjects = list(self._parties(subject)) if subject is not None else []
            objects = list(self._objects(node))
            if frame.sense.roles == "host" and passive:
                subjects, objects = objects, subjects
            frame.subjects, frame.objects = subjects, objects
            if subject is not None and self._no(subject):
                frame.negated = True
            frame.negated = frame.negated or self._negated(node)
            if node.dep == "advcl" and node.tag == "VBG":
                frame.parent = self.triggers.get(node.head)
            return
        frame.objects = [*self._owners(node), *self._objects(node)]
        carrier = self.tree.nodes[self._conjunct(node).head]
        frame.negated = self._negated(node)
        frame.definite = any(
            kid.dep == "det" and kid.word.lower() in ("the", "this", "that")
            for kid in self.kids[index]
        )
        if frame.role == "light":
            subject = self._subject(carrier)
            frame.subjects = list(self._parties(subject)) if subject is not None else []
            frame.objects += [w for w in self._objects(carrier) if w not in frame.objects]
            frame.negated = self._negated(carrier) or self._negated(node)
        elif frame.role == "was":
            subject = self._subject(carrier)
            frame.this = subject is not None and subject.word.lower() in (
                "this",
                "it",
                "that",
                "which",
            )
            frame.negated = self._negated(carrier) or self._negated(node)
            if subject is not None and subject.index != index:
                frame.told_of = self.triggers.get(subject.index)

    def _subject(self, node: Node) -> Node | None:
        """The subject of a verb: its own, of the verb it goes with, or the noun it tells of."""
        seen = 0
        while seen < len(self.tree.nodes):
            seen += 1
            for kid in self.kids[node.index]:
                if kid.dep in _PARTS and kid.tag not in ("WDT", "WP"):
                    return kid
            if node.dep in ("relcl", "acl"):
                return self.tree.nodes[node.head]
            if node.dep not in ("conj", "advcl", "xcomp", "dep", "aux") or node.head == node.index:
                return None
            node = self.tree.nodes[node.head]
        return None

    def _parties(self, node: Node) -> Iterator[Who]:
        """The parties that a noun and its conjuncts name; an unknown one for any other noun."""
        item = self.items[node.index]
        if isinstance(item, PartyItem | RosterItem):
            yield item
        elif not (isinstance(item, PlaceItem | TimeItem | GatheringItem) or node.tag == "EX"):
            yield PartyItem((None,), node.word)
        for kid in self.kids[node.index]:
            if kid.dep in ("conj", "appos"):
                yield from self._parties(kid)

    def _objects(self, node: Node) -> Iterator[Who]:
        """The parties after a verb or noun: its object and those after "with", "between", "of"."""
        for kid in self.kids[node.index]:
            if (
                kid.dep in ("dobj", "dative")
                and isinstance(self.items[kid.index], PartyItem | RosterItem)
            ) or (kid.dep == "dobj" and node.tag.startswith("V") and node.index in self.triggers):
                yield from self._parties(kid)
            elif kid.dep in ("prep", "agent") and kid.word.lower() in _PARTY_PREPOSITIONS:
                for below in self.kids[kid.index]:
                    party = isinstance(self.items[below.index], PartyItem | RosterItem)
                    if below.dep == "pobj" and (party or kid.word.lower() in ("with", "between")):
                        yield from self._parties(below)

    def _owners(self, node: Node) -> Iterator[Who]:
        for kid in self.kids[node.index]:
            owns = kid.dep in ("poss", "compound", "nmod")
            if owns and isinstance(self.items[kid.index], PartyItem | RosterItem):
                yield from self._parties(kid)

    def _no(self, node: Node) -> bool:
        item = self.items[node.index]
        if isinstance(item, RosterItem):
            return item.roster is None
        return any(
            kid.dep in ("det", "neg") and kid.word.lower() in ("no", "neither")
            for kid in self.kids[node.index]
        )

    def _negated(self, node: Node) -> bool:
        return any(kid.word.lower() in _set("negations") for kid in self.kids[node.index])

    # --- what else ---

    def _attach(self) -> None:
        for node in self.tree.nodes:
            item = self.items[node.index]
            if isinstance(
                item,
                NumberItem | OrdinalItem | TimeItem | PlaceItem | GatheringItem | SeriesItem
                | DurationItem | ModeItem | SettingItem,
            ):  # fmt: skip
                self._attach_one(node, item)
        self._attach_unparsed()
        for index, frame in self.triggers.items():
            frame.unread = frame.unread or self._has_unread(index)
        for node in self.tree.nodes:
            if node.index in self.triggers and self._purpose(node):
                above = self.tree.nodes[self.tree.nodes[self._conjunct(node).head].head].index
                self.triggers[self.carriers.get(above, [above])[0]].unread = True

    def _attach_one(self, node: Node, item: Item) -> None:
        found = self._trigger_above(node)
        if found is None:
            return
        index, by_carrier = found
        frame = self.triggers[index]
        if isinstance(item, NumberItem):
            frame.counts.append(item)
        elif isinstance(item, OrdinalItem):
            frame.ordinals.append(item)
            frame.swapped = by_carrier and frame.role == "was"
        elif self._told_apart(node, index, frame, by_carrier=by_carrier):
            frame.that.append(item)
        else:
            frame.tail.append(item)

    def _trigger_above(self, node: Node) -> tuple[int, bool] | None:
        """The word of meeting that a mention belongs to, and whether it is by way of its verb."""
        below = node
        for above in self.tree.path(node.index):
            own = above.index in self.triggers and above.index != node.index
            if own and not self._purpose(above):
                return above.index, False
            if above.index in self.carriers:
                return self._carried(above.index, node.index), True
            verb = above.tag.startswith("V") and above.index != node.index
            if verb and above.word.lower() not in _set("passes"):
                return None
            if above.dep == "pobj" and above.index != node.index and not self._may_pass(above):
                return None
            if above.head == above.index or above.dep == "relcl":
                return None
            if below is node and above.dep == "prep" and not _goes(self.items[node.index], above):
                return None
            below = above
        return None

    def _purpose(self, node: Node) -> bool:
        """Whether a noun of meeting only says what another one was for."""
        head = self._conjunct(node)
        above = self.tree.nodes[head.head]
        governed = above.head in self.triggers or above.head in self.carriers
        return head.dep == "pobj" and above.word.lower() == "for" and governed

    def _may_pass(self, node: Node) -> bool:
        return self.items[node.index] is not None

    def _carried(self, carrier: int, index: int) -> int:
        """Of the words of meeting that a verb carries, the last before a mention, or the first."""
        before = [t for t in self.carriers[carrier] if t < index]
        return before[-1] if before else self.carriers[carrier][0]

    def _told_apart(self, node: Node, index: int, frame: Frame, *, by_carrier: bool) -> bool:
        """Whether a mention tells of the one event, rather than restricting which are meant."""
        between = self.words.words[min(index, node.index) : max(index, node.index)]
        if by_carrier and frame.role in ("was", "happened"):
            carriers = [carrier for carrier, on in self.carriers.items() if index in on]
            if any(carrier < node.index for carrier in carriers):
                return True
        if frame.role in ("verb", "light"):
            counted = [
                n for n, item in enumerate(self.items) if isinstance(item, NumberItem) and index < n
            ]
            last = max(counted, default=index)
            return (
                bool(counted) and node.index > last and "," in self.words.words[last : node.index]
            )
        return node.index > index and "," in between

    def _attach_unparsed(self) -> None:
        """Give anchors, capacities and the like to the word of meeting before them."""
        if not self.triggers:
            return
        first, last = self.words.places[0], self.words.places[-1]
        order = sorted(self.triggers.values(), key=lambda f: f.place)
        for place, item in enumerate(self.line.items):
            if isinstance(item, AnchorItem | CapacityItem | RulesItem | AboutItem | HostItem):
                if not (first <= place <= last + 2):
                    continue
                before = [f for f in order if f.place < place]
                frame = before[-1] if before else order[0]
                told = isinstance(item, AboutItem | HostItem) and self._after_carrier(frame, place)
                (frame.that if told else frame.tail).append(item)

    def _after_carrier(self, frame: Frame, place: int) -> bool:
        """Whether a place in the line comes after the copula that carries the frame's noun."""
        return frame.role == "was" and any(
            self.triggers[t] is frame and self.words.places[carrier] < place
            for carrier, carried in self.carriers.items()
            for t in carried
        )

    def _has_unread(self, index: int) -> bool:
        """Whether the word has dependants that reading doesn't know and that may restrict it."""
        for kid in self.kids[index]:
            word = kid.word.lower()
            if self.items[kid.index] is not None or kid.dep in (
                "punct",
                "det",
                "aux",
                "auxpass",
                "cc",
                "neg",
                "case",
                "mark",
                "preconj",
                "predet",
            ):
                continue
            if kid.dep in _PARTS or kid.dep in ("conj", "appos", "dobj", "advcl", "attr"):
                continue
            if word in _set("formal"):
                self.triggers[index].formal = True
            elif kid.dep in ("prep", "agent"):
                if any(below.index in self.triggers for below in self.kids[kid.index]):
                    return True
                if not any(self.items[below.index] is not None for below in self.kids[kid.index]):
                    return True
            elif word not in _set("decorations") and word not in _set("negations"):
                return True
        return False

    # --- why not ---

    def _refusal(self, index: int, frame: Frame) -> str:
        node = self.tree.nodes[index]
        for above in self._clause(index):
            words = {
                kid.word.lower()
                for kid in self.kids[above.index]
                if kid.dep not in ("conj", "prep", "relcl", "advcl")
            }
            if above.word.lower() in _set("unreal") or words & _set("unreal"):
                return "a plan, a wish or a doubt"
        if frame.role == "verb":
            auxiliaries = {
                kid.word.lower() for kid in self.kids[index] if kid.dep in ("aux", "auxpass")
            }
            if "to" in auxiliaries:
                return "an intention"
            if self._inverted(index):
                return "a plan, a wish or a doubt"
            if (
                "had" in auxiliaries
                and frame.negated
                and any(isinstance(i, AnchorItem) for i in frame.tail)
            ):
                return "said of an earlier day than the text's own"
            perfect = auxiliaries & {"has", "have", "had", "having", "'ve", "'d"}
            past = node.tag in ("VBD", "VBN", "VBG") or perfect or "did" in auxiliaries
            if not past and not self._shown_past(frame):
                return "not said of the past"
        if frame.role in ("mentioned", "alone"):
            return "" if frame.role == "mentioned" and frame.tail else "nothing is said of it"
        return ""

    def _inverted(self, index: int) -> bool:
        """Whether an auxiliary stands before the subject: "Had they met", "Should they meet"."""
        helpers = [kid.index for kid in self.kids[index] if kid.dep in ("aux", "auxpass")]
        subjects = [kid.index for kid in self.kids[index] if kid.dep in _PARTS]
        return bool(helpers and subjects) and helpers[0] < subjects[0]

    def _shown_past(self, frame: Frame) -> bool:
        item = self.line.items[frame.place]
        return (
            isinstance(item, WordItem)
            and item.verb is not None
            and item.verb[1] in ("past", "participle")
        )

    def _clause(self, index: int) -> Iterator[Node]:
        """The word and what governs it, up to where its clause stands on its own."""
        for node in self.tree.path(index):
            yield node
            if node.dep in _OWN_CLAUSE:
                return
