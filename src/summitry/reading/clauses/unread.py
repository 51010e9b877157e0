"""Whether a clause says more than its claim does: restricting words that were not read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from summitry.lexicon.tables import table
from summitry.model.claims import Claim, Detail, TookPlace
from summitry.model.events import EventKind
from summitry.model.people import PersonId
from summitry.model.selection import Someone
from summitry.reading.clauses.elsewhere import times_after, times_elsewhere
from summitry.reading.clauses.frame import Frame
from summitry.reading.clauses.omitted import claimed, is_name, omitted, pinned
from summitry.reading.clauses.tense import PERFECT, helpers
from summitry.reading.mentions.calendar import Calendar
from summitry.reading.mentions.items import (
    AboutItem,
    CapacityItem,
    DurationItem,
    EachItem,
    GatheringItem,
    HostItem,
    Item,
    ModeItem,
    NumberItem,
    OfficeItem,
    OrdinalItem,
    PartyItem,
    PauseItem,
    PlaceItem,
    SettingItem,
    TimeItem,
    TitleItem,
    TopicItem,
    WordItem,
)
from summitry.reading.mentions.narrowing import Unreadable
from summitry.reading.trees.parse import Node
from summitry.reading.trees.syntax import SUBJECTS, Syntax, phrases


@dataclass(frozen=True, slots=True)
class Beside:
    """What a frame stands beside: the frames of the same tree, and the document's ``text``.

    ``whole``: its clause may leave out nothing, not even what makes no claim of it false.
    """

    syntax: Syntax
    frames: tuple[Frame, ...]
    calendar: Calendar
    text: str
    whole: bool = False


def all_read(frame: Frame, claims: list[Claim], beside: Beside) -> None:
    """:class:`Unreadable` if the clause of a frame restricts it by words that no claim holds."""
    strict = any(not isinstance(claim, _ASSERTED) for claim in claims)
    if frame.sense.kind is EventKind.VISIT and _capacities(frame) - _people(frame):
        raise Unreadable("the office of somebody else than the visitor was not read")
    node = next(_Clause(frame, beside, strict=strict).unread(), None)
    if node is not None:
        words = _quoted(beside.syntax, node, beside.text)
        raise Unreadable(f"a phrase that restricts it was not read: “{words}”")


_ASSERTED: Final = (TookPlace, Detail)
"""Claims that unread decoration can't turn into their opposites."""
_OWN: Final = {"relcl", "ccomp", "parataxis", "advcl"}
"""How a clause of its own depends on the word above it."""
_JOINED: Final = {"compound", "nmod", "appos", "amod"}
"""How a noun depends on another that is the same."""
_OF_ENCOUNTERS: Final = (ModeItem, SettingItem, HostItem, AboutItem)
"""Mentions that a claim of a visit can't hold."""
_OF_DAYS: Final = re.compile(r"(?:\w+|\d+)-(?:day|week)")
"""Of "a two-day summit": on how many days it was held, which no claim holds."""
_SAYS: Final = re.compile(r"\w|n't$")
"""A word, not a sign."""


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("unread")[name])


@cache
def restricting() -> frozenset[str]:
    """The words that restrict what a clause says, wherever they stand in it."""
    return claimed() | _words("time")


class _Clause:
    """The clause of a frame: the words that depend on its verb, but on no other clause's.

    ``head`` is the verb, or the noun of a clause without one. ``strict``: the claim counts, orders
    or denies events, so that any unknown word may restrict it.
    """

    def __init__(self, frame: Frame, beside: Beside, *, strict: bool) -> None:
        self.strict, self.whole = strict, beside.whole
        self.frame, self.syntax, self.calendar = frame, beside.syntax, beside.calendar
        self.nodes = self.syntax.tree.nodes
        self.frames = {index for one in beside.frames for index in (one.index, *one.absorbed)}
        self.apposed = {
            one.index for one in beside.frames if one.role == "apposed" and one is not frame
        }
        self.sited = {frame.index for frame in beside.frames if frame.sited}
        used = [item for f in beside.frames for item in _items(f)]
        self.used = {id(item) for item in used}
        self.parties = {item.parties for item in used if isinstance(item, PartyItem)}
        self.head = self._head()

    def unread(self) -> Iterator[Node]:
        """The words that restrict the clause and went into no claim."""
        yield from self._governors()
        said = (*self.frame.tail, *self.frame.that)
        if not any(isinstance(item, TimeItem) for one in said for item in _each(one)):
            yield from times_elsewhere(self.syntax, self.head, self.frames)
            yield from times_after(self.syntax, self.head)
        yield from self._likened()
        members = list(self._members(self.head))
        if self.frame.role == "mentioned":
            members += [kid for kid in self.syntax.kids[self.head.head] if kid.dep == "neg"]
        strict = self.strict or self.whole
        may_go = omitted(self.syntax, self.frame, self.parties, strict=strict)
        for node in members:
            item = self.syntax.items[node.index]
            if (
                node.index in may_go
                or node.index in self.frame.again
                or (item is None and self._stands_in(node))
            ):
                continue
            if self._leaves(node) if item is None else self._drops(node, item):
                yield node

    def _likened(self) -> Iterator[Node]:
        """Of "as Trump did": the clause says of somebody else what this one says."""
        for kid in self.syntax.kids[self.head.index]:
            marks = {
                k.word.lower()
                for k in self.syntax.kids[kid.index]
                if k.dep in ("mark", "advmod", "prep")
            }
            helps = kid.word.lower() in phrases("stand_ins")
            if kid.dep == "advcl" and helps and marks & {"as", "like", "than"}:
                yield kid

    def _stands_in(self, node: Node) -> bool:
        """Whether a word only helps to stand for a mention that the next word carries."""
        return self.syntax.line.items[self.syntax.words.places[node.index]] is not None

    # --- which words ---

    def _head(self) -> Node:
        own = self.nodes[self.frame.index]
        if self.frame.role == "mentioned" or self.frame.presumed:
            return self.syntax.conjunct(own)
        for node in self.syntax.tree.path(own.index):
            own = node
            if node.dep in _OWN or (node.dep in ("conj", "acl") and node.tag.startswith("V")):
                break
        return own

    def _members(self, node: Node) -> Iterator[Node]:
        """The words of a clause: what depends on a word, clauses of their own left out."""
        yield node
        for kid in self.syntax.kids[node.index]:
            if not self._is_own(kid):
                yield from self._members(kid)
        if node is self.head and node.dep == "conj":
            yield from self._shared(node)

    def _shared(self, verb: Node) -> Iterator[Node]:
        """What stands before the first of several verbs holds of the others with its subject."""
        first = self.syntax.conjunct(verb)
        if any(kid.dep in SUBJECTS for kid in self.syntax.kids[verb.index]):
            return
        for kid in self.syntax.kids[first.index]:
            if kid.index < first.index and kid.dep in ("prep", "advmod", "npadvmod", "neg"):
                yield from self._members(kid)

    def _is_own(self, node: Node) -> bool:
        """Whether a clause below the frame's stands on its own and restricts nothing."""
        if node.index in self.apposed and node.index > self.frame.index:
            return True
        dated = any(kid.word.lower() == "when" for kid in self.syntax.kids[node.index])
        if node.dep in ("advcl", "acl") or dated:
            return not self._marked(node)
        verb = node.dep == "conj" and node.tag.startswith("V")
        own = verb or node.dep in ("relcl", "parataxis", "ccomp")
        return own and not self._above(self.frame.index, node)

    def _above(self, index: int, node: Node) -> bool:
        """Whether a word is the other or depends on it."""
        return any(above.index == node.index for above in self.syntax.tree.path(index))

    def _marked(self, node: Node) -> bool:
        """Whether a clause begins with a word that restricts: "before he took office"."""
        if node.index in self.sited:
            return False
        if self.frame.upto and any(self._above(index, node) for index in self.frames):
            return False
        first = min(
            (
                kid
                for kid in self.syntax.kids[node.index]
                if kid.dep in ("mark", "advmod", "prep", "aux")
            ),
            key=lambda kid: kid.index,
            default=node,
        )
        if first.word.lower() == "where" and not self.strict and self._is_sited(first):
            return False
        aside = first.index == 0 and first.word.lower() in _words("contrasts")
        if aside and any(self._above(index, node) for index in self.frames):
            return False
        return any(w.word.lower() in restricting() for w in (first, node))

    def _is_sited(self, where: Node) -> bool:
        """Of "in Helsinki, where Trump stood next to him": a clause that tells of a place named."""
        before = [n for n in self.nodes[: where.index] if n.word != ","][-1:]
        kinds = PlaceItem | GatheringItem | TimeItem
        return any(isinstance(self.syntax.items[node.index], kinds) for node in before)

    def _governors(self) -> Iterator[Node]:
        """The words that the clause hangs on and that may not assert it."""
        head, above = self.head, self.nodes[self.head.head]
        word = above.word.lower()
        if head.dep == "relcl" and self.syntax.items[above.index] is None:
            granted = word in _words("granted") and self._follows_by(above)
            ranked = any(isinstance(self.syntax.items[k.index], OrdinalItem | NumberItem)
                         for k in self.syntax.kids[above.index])  # fmt: skip
            if (
                above.tag.startswith("N")
                and (ranked or word not in _words("sites"))
                and not granted
            ):
                yield above
        elif (
            head.dep == "ccomp" and not self._asserts(above, word) and not self._is_result(head)
        ) or (head.dep == "acl" and head.tag not in ("VBG", "VBN")):
            yield above
        first = self.nodes[0]
        cleft = self.frame.role == "verb" and first.word.lower() == "it"
        if cleft and self.nodes[first.head].word.lower() in phrases("copulas"):
            yield first

    def _asserts(self, above: Node, word: str) -> bool:
        """Whether a verb above reports the clause, or tells of another meeting after a comma."""
        reports = word in _words("reports") and not above.tag.startswith("NN")
        return reports or (above.index in self.frames and self.head.index < above.index)

    def _is_result(self, verb: Node) -> bool:
        """Of "liked it so much that he came twice": what came of something did happen."""
        that = next((kid for kid in self.syntax.kids[verb.index] if kid.word == "that"), None)
        before = self.nodes[max(0, verb.head - 1) : that.index] if that is not None else ()
        return that is not None and any(node.word.lower() in ("so", "such") for node in before)

    def _follows_by(self, noun: Node) -> bool:
        """Of "by the time they met"."""
        return noun.dep == "pobj" and self.nodes[noun.head].word.lower() == "by"

    # --- what is left unread ---

    def _leaves(self, node: Node) -> bool:
        """Whether a plain word restricts the clause."""
        word = node.word.lower()
        if not _SAYS.match(word) or self._is_grammar(node) or self._is_topic(node):
            return False
        if _OF_DAYS.fullmatch(word) and not self.strict:
            return False
        if any(part in restricting() for part in (word, *word.split("-"))):
            return True
        if (node.tag == "CD" or is_name(node)) and not self._is_of_scene(node):
            return True
        if self.frame.negated and word in _words("dressing"):
            return True
        if node.tag == "JJS" and node.head == self.frame.index:
            return True
        if node.tag == "RB" and word in _words("pointing"):
            return True
        if node.dep == "prep":
            return self._is_bare(node)
        known = _words("harmless") | _words("sites") | _words("asides")
        return self.strict and word not in known and not self._is_of_site(node)

    def _is_grammar(self, node: Node) -> bool:
        """Whether a word only joins, denies or leads to what was read."""
        word, negated = node.word.lower(), self.frame.negated or self.frame.echoed
        own = node.head in (self.frame.index, self.head.index)
        if negated and word in phrases("negations"):
            return own or node.dep in ("det", "neg", "cc", "preconj")
        before = self.nodes[node.index - 1].word.lower() if node.index else ""
        if negated and before in phrases("negations") and word in _words("stress"):
            return True
        following = self.syntax.words.places[node.index + 1 : node.index + 2]
        after = self.syntax.line.items[following[0]] if following else None
        return (
            (node.dep == "cc" and word in ("and", "but", "or"))
            or (node.dep == "mark" and own and word in _words("contrasts"))
            or (word == "alone" and isinstance(self.syntax.items[node.head], TimeItem))
            or (word == "would" and node.dep == "aux")
            or (self.frame.upto and word in _words("earlier"))
            or (own and word in _words("presuming") and self._is_presumed(node))
            or (word == "respectively" and self.frame.respective)
            or (word in phrases("ahead") and self._tells_ahead(node))
            or (word == "just" and isinstance(after, DurationItem | NumberItem))
            or (word == "just" and own and self._is_recent(node))
            or self._adds(node)
            or (node.dep == "neg" and self._is_presupposed(node))
            or (word == "including" and any(self._above(index, node) for index in self.frames))
            or (word == "then" and node.dep == "advmod" and node.head == self.frame.index)
            or (word in ("where", "which") and self.frame.sited and own)
            or (self.frame.follows is not None and self.syntax.later(self.head) is node)
        )

    def _is_recent(self, just: Node) -> bool:
        """Of "had just met": that it was a short while ago."""
        return bool(helpers(self.syntax, just.head) & PERFECT) and not self.strict

    def _adds(self, node: Node) -> bool:
        """Of "even hosted Putin", "another call came in May": words that only set it beside others.

        They may choose where events are counted, put in order or denied.
        """
        if self.strict or self.frame.negated:
            return False
        word = node.word.lower()
        if word == "even":
            return node.dep == "advmod" and node.head in (self.frame.index, self.head.index)
        noun = self.frame.role in ("happened", "light") and node.head == self.frame.index
        return word == "another" and noun and node.dep == "det" and pinned(self.frame)

    def _is_presupposed(self, negation: Node) -> bool:
        """Of "Their meeting in May 2002 did not produce a treaty": that they met then."""
        verb = self.nodes[negation.head]
        noun = self.syntax.conjunct(self.nodes[self.frame.index])
        owned = any(kid.dep == "poss" for kid in self.syntax.kids[self.frame.index])
        return (
            self.frame.role == "mentioned" and not self.strict and owned and pinned(self.frame)
            and noun.head == verb.index and noun.dep in SUBJECTS
            and verb.word.lower() in _words("effects")
        )  # fmt: skip

    def _is_presumed(self, mark: Node) -> bool:
        """Of "When De Klerk met Mandela in 1989, neither took notes": that they met then."""
        verb = self.head.dep == "advcl" and self.head.index == self.frame.index
        past = self.head.tag in ("VBD", "VBN") and not self.strict
        above = self.nodes[self.head.head]
        around = (above, *self.syntax.kids[above.index], *self.syntax.kids[self.head.index])
        other = any(
            n.word.lower() in _words("doubting")
            or isinstance(self.syntax.items[n.index], OfficeItem | TitleItem)
            for n in around
        )
        news = other or self._ranks(above)
        return verb and past and not news and mark.index < self.head.index and pinned(self.frame)

    def _ranks(self, above: Node) -> bool:
        """Of "When they met in Geneva in 2021, it was their third meeting": which one it was."""
        own = set(_below(self.syntax, self.head))
        it = any(kid.word.lower() in _words("pointers") for kid in self.syntax.kids[above.index])
        return (it and above.word.lower() in phrases("copulas")) and any(
            isinstance(self.syntax.items[index], OrdinalItem | NumberItem)
            or self.nodes[index].word.lower() in _words("ranking")
            for index in _below(self.syntax, above)
            if index not in own
        )

    def _tells_ahead(self, adverb: Node) -> bool:
        """Of "would later meet": what came after what was told before, whenever that was."""
        beside = self.syntax.kids[adverb.head]
        return adverb.dep == "advmod" and any(kid.word.lower() == "would" for kid in beside)

    def _is_bare(self, prep: Node) -> bool:
        """Whether a phrase of time, place or manner holds no mention that was read."""
        word = prep.word.lower()
        known = self.syntax.items[prep.head] is not None
        if not known and prep.head not in (self.head.index, *self.frames):
            return False
        if word in phrases("manners") and not self.strict and pinned(self.frame):
            return False
        if word not in _words("bounds"):
            return word not in _words("topics")
        kids = [k for k in self.syntax.kids[prep.index] if k.dep != "punct"]
        if not kids:
            return False
        item = self.syntax.items[kids[0].index]
        if item is not None:
            return word == "between" and isinstance(item, PlaceItem | GatheringItem)
        word = kids[0].word.lower()
        if self._tells_of_one() and word in _words("sites") | _words("scenes"):
            return False
        if self.strict and word in _words("sites") and self._is_known(kids[0]):
            return True
        if not self.strict and word in _words("scenes"):
            return False
        return word not in (_words("sites") | _words("asides") | _words("harmless"))

    def _tells_of_one(self) -> bool:
        """Of "they first met at a castle": where the one was that the order is said of."""
        frame = self.frame
        return frame.role == "verb" and bool(frame.ordinals) and not frame.counts

    def _is_of_site(self, node: Node) -> bool:
        """Of "they first met at a hilltop castle": a word that says more of where the one was."""
        path = (above.word.lower() for above in self.syntax.tree.path(node.index))
        places = _words("sites") | _words("scenes")
        return self._tells_of_one() and any(word in places for word in path)

    def _is_of_scene(self, node: Node) -> bool:
        """Of "they first met at a memorial service for Nelson Mandela": whose it was."""
        path = (above.word.lower() for above in self.syntax.tree.path(node.index))
        return self._tells_of_one() and any(word in _words("scenes") for word in path)

    def _is_known(self, site: Node) -> bool:
        """Of "twice in the city", "never in a garden": a place of which no name is said."""
        below = _below(self.syntax, site)
        return not any(isinstance(self.syntax.items[index], PlaceItem) for index in below)

    def _drops(self, node: Node, item: Item) -> bool:
        """Whether a mention went into no claim though it belongs to the clause."""
        if isinstance(item, TimeItem):
            written = item.window.written.lower() if item.window is not None else ""
            open_ = self.strict and written.startswith("until") and not self.frame.upto
            if item.window is None or open_:
                return True
        if self._is_topic(node):
            return False
        if isinstance(item, DurationItem) and self.strict:
            return all(item is not one for one in self.frame.that)
        if id(item) in self.used:
            visit = self.strict and self.frame.sense.kind is EventKind.VISIT
            own = any(item is one for one in (*self.frame.tail, *self.frame.that))
            return visit and own and isinstance(item, _OF_ENCOUNTERS)
        match item:
            case PartyItem():
                same = node.dep == "poss" or self._is_same(node, item)
                return not (same or self._is_of_scene(node))
            case PlaceItem():
                return not self._is_around(node, item)
            case WordItem():
                return self.strict and node.index not in self.frames
            case TopicItem():
                return self.strict
            case PauseItem():
                return False
            case OfficeItem() | TitleItem():
                return not self.syntax.says_what(node)
            case _:
                return True

    def _is_same(self, node: Node, party: PartyItem) -> bool:
        """Whether a party was read elsewhere, or only says who the next one is."""
        apposed = isinstance(self.syntax.items[node.head], PartyItem) and node.dep in _JOINED
        unnamed = not any(isinstance(one, Someone) for one in party.parties)
        return party.parties in self.parties or (apposed and unnamed)

    def _is_around(self, node: Node, place: PlaceItem) -> bool:
        """Whether a place is what the place right before it lies in: "Crawford, Texas"."""
        before = self.syntax.items[max(0, node.index - 2) : node.index]
        return any(
            isinstance(item, PlaceItem) and self.calendar.within(item.place, place.place)
            for item in before
        )

    def _is_topic(self, node: Node) -> bool:
        """Whether a word belongs to what a meeting was about or for, or what went on around it."""
        for above in self.syntax.tree.path(node.index):
            word = above.word.lower()
            if above.dep == "prep" and self.syntax.items[above.index] is None:
                if word == "for":
                    return any(kid.index in self.frames for kid in self.syntax.kids[above.index])
                if word in _words("topics"):
                    return not self._is_dated(above)
            if above.index in (self.frame.index, self.head.index):
                return False
        return False

    def _is_dated(self, prep: Node) -> bool:
        """Of "on Tuesday", "over two days", "as a senator": not what a meeting was about."""
        kids = self.syntax.kids[prep.index]
        if any(kid.word.lower() in _words("sites") for kid in kids):
            return True
        below = [*kids, *(deep for kid in kids for deep in self.syntax.kids[kid.index])]
        if not kids or any(self._is_of_time(node) for node in below):
            return True
        one = prep.word.lower() in _words("roles") and any(
            kid.tag in ("NN", "NNP") or self.syntax.items[kid.index] is not None for kid in kids
        )
        return one and not any(deep.dep in ("acl", "relcl", "nsubj") for deep in below)

    def _is_of_time(self, node: Node) -> bool:
        """Whether a word is of a time, a length or a mode."""
        item = self.syntax.items[node.index]
        kinds = TimeItem | DurationItem | ModeItem | NumberItem
        timely = isinstance(item, kinds) or node.tag == "CD"
        return timely or node.word.lower() in (restricting() | _words("means"))


def _capacities(frame: Frame) -> set[PersonId]:
    """Who the frame's words say held an office."""
    return {who for i in frame.tail if isinstance(i, CapacityItem) for who, _ in i.each}


def _people(frame: Frame) -> set[PersonId]:
    """Who the frame's words name as taking part."""
    items = (i for i in (*frame.subjects, *frame.objects) if isinstance(i, PartyItem))
    return {p.person for item in items for p in item.parties if isinstance(p, Someone)}


def _quoted(syntax: Syntax, node: Node, text: str) -> str:
    """The words of a document that depend on a word, from the first to the last.

    Of a word that begins a clause ("before"), that clause.
    """
    if node.dep == "mark":
        node = syntax.tree.nodes[node.head]
    below = _below(syntax, node)
    places, line = syntax.words.places, syntax.line
    last = max(below)
    mention = line.items[places[last]] is not None
    length = 1 if mention else len(syntax.words.words[last])
    start, end = line.place(places[min(below)], places[last] + length)
    return text[start:end].strip(" ,.")


def _below(syntax: Syntax, node: Node) -> list[int]:
    """The places in the tree of a word and all that depends on it."""
    return [node.index, *(n for kid in syntax.kids[node.index] for n in _below(syntax, kid))]


def _each(item: Item) -> tuple[Item, ...]:
    """The members of a list, or the one mention."""
    return item.items if isinstance(item, EachItem) else (item,)


def _items(frame: Frame) -> Iterator[Item]:
    """The mentions that a frame took."""
    yield from frame.subjects
    yield from frame.objects
    for item in (*frame.tail, *frame.that):
        yield from _each(item)
    yield from frame.passed
    yield from frame.counts
    yield from frame.ordinals
    for ordinal in frame.ordinals:
        yield from ordinal.parties
