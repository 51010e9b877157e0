"""What a claim may leave out of its clause: modifiers that can't make it false, nor true.

Of a clause that says that something took place, a modifier may be left out: what is left is true
where the whole is. But where the modifier itself says what a record holds – another day, place,
person, number, length, mode – the whole may be false and what is left true, so such a one may not.
Of a clause that counts, orders or denies events a modifier may choose those meant; there only one
may be left out that is set apart by a comma, is a clause of its own, and comes after the time that
says which event is meant ("in Seoul in March 2012, when an open microphone caught a promise").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from summitry.lexicon.tables import table
from summitry.model.selection import Party
from summitry.reading.clauses.frame import Frame
from summitry.reading.mentions.items import (
    CapacityItem,
    EachItem,
    GatheringItem,
    Item,
    NumberItem,
    OfficeItem,
    PartyItem,
    PlaceItem,
    SeriesItem,
    TimeItem,
    TitleItem,
    WordItem,
)
from summitry.reading.trees.parse import Node
from summitry.reading.trees.syntax import SUBJECTS, Syntax

_CLAUSES: Final = {"advcl", "relcl", "acl"}
_MODIFIERS: Final = {*_CLAUSES, "prep", "npadvmod", "advmod", "appos"}
_LEAST: Final = 2
"""Words of a modifier: a single one has a list of its own."""


def omitted(
    syntax: Syntax, frame: Frame, parties: set[tuple[Party | None, ...]], *, strict: bool
) -> frozenset[int]:
    """The places in the tree of the words that a claim of the frame may leave out.

    ``parties`` are those that some claim holds; ``strict``: the claim counts, orders or denies.
    """
    found: set[int] = set()
    for node in syntax.tree.nodes:
        if node.dep in {*_MODIFIERS, "dep"} and node.index not in found:
            words = sorted(_below(syntax, node))
            if node.dep == "dep" and not _says_where(syntax, words):
                continue
            below = (syntax.tree.nodes[index] for index in words)
            if frame.index in words or len(words) < _LEAST:
                continue
            if _stands_alone(syntax, frame, words) and not strict:
                found.update(words)
                continue
            if _says_where(syntax, words):
                below = (one for one in below if not _is_owner(syntax, one))
            if _tells_of_world(syntax, node, words):
                below = (n for n in below if not isinstance(syntax.items[n.index], PlaceItem))
            if any(_is_claim(syntax, one, parties) for one in below):
                continue
            if _may_go(syntax, frame, node, words, strict=strict):
                found.update(words)
    return frozenset(found)


def _says_where(syntax: Syntax, words: list[int]) -> bool:
    """Of "at Hollybush, the residence of the president": whether words say what a place is."""
    first, nodes = words[0], syntax.tree.nodes
    if first < _LEAST or nodes[first - 1].word != ",":
        return False
    place = isinstance(syntax.items[first - 2], PlaceItem)
    return place and any(nodes[n].word.lower() in _words("sites") for n in words[:_LEAST])


def _word_above(syntax: Syntax, node: Node) -> str:
    return syntax.tree.nodes[node.head].word.lower()


def _tells_of_world(syntax: Syntax, node: Node, words: list[int]) -> bool:
    """Of "while Russia was massing troops on the border": a clause of what others did meanwhile."""
    subject = any(kid.dep in SUBJECTS for kid in syntax.kids[node.index])
    own = (PartyItem, WordItem, TimeItem, GatheringItem, OfficeItem, TitleItem)
    return (
        node.dep == "advcl" and node.tag.startswith("V") and subject
        and not any(isinstance(syntax.items[n], own) for n in words)
    )  # fmt: skip


def _is_owner(syntax: Syntax, node: Node) -> bool:
    """Whether somebody is named as whose something is."""
    above = syntax.tree.nodes[node.head]
    owns = node.dep == "poss" or (node.dep == "pobj" and above.word.lower() == "of")
    return owns and isinstance(syntax.items[node.index], PartyItem | OfficeItem | TitleItem)


def _stands_alone(syntax: Syntax, frame: Frame, words: list[int]) -> bool:
    """Whether words that tell of other things are set apart, beside a time of their own clause.

    Of "in June 1983, when he became ...", "in March 1998, four years after hosting him": what
    follows a comma that follows the time says more of that time. And of "Before Reagan she had
    met Carter in 1979", which says who came first.
    """
    if not pinned(frame) or frame.negated:
        return False
    nodes = [syntax.tree.nodes[index] for index in words]
    first = nodes[0].word.lower()
    if first in _words("setting_beside") and words[0] == 0:
        return all(isinstance(syntax.items[node.index], PartyItem) for node in nodes[1:])
    after = words[0] > frame.index and _set_apart(syntax, words)
    timed = any(isinstance(item, TimeItem) for item in syntax.items[frame.index : words[0]])
    plain = [node.word.lower() for node in nodes[:_LEADING]]
    measured = any(word.rstrip("s") in _words("measures") for word in plain) and any(
        word in _words("leading") for word in plain
    )
    lead = next((n for n, word in enumerate(plain) if measured and word in _words("leading")), 0)
    if not after or not timed or any(_takes_back(syntax, node) for node in nodes[lead:]):
        return False
    travels = any(isinstance(syntax.items[node.index], WordItem) for node in nodes)
    return (first == "when" and not travels) or (
        measured and (any(node.tag.startswith("V") for node in nodes) or _is_event(syntax, nodes))
    )


def _is_event(syntax: Syntax, nodes: list[Node]) -> bool:
    """Of "two weeks before Russia's invasion of Ukraine": how far it was from something else."""
    objects = (node for node in nodes if node.dep == "pobj")
    told = next((n for n in objects if _word_above(syntax, n) in _words("leading")), None)
    kinds = (PartyItem, WordItem, TimeItem, GatheringItem, SeriesItem, OfficeItem, TitleItem)
    other = any(isinstance(syntax.items[node.index], kinds) for node in nodes)
    return told is not None and syntax.items[told.index] is None and not other


def _takes_back(syntax: Syntax, node: Node) -> bool:
    """Whether a word says what somebody was, who received whom, or what wasn't so.

    Such as "president", but not as in "the first president to speak".
    """
    if isinstance(syntax.items[node.index], OfficeItem | TitleItem | CapacityItem):
        following = syntax.tree.nodes[node.index + 1 : node.index + 2]
        told = any(kid.dep in ("relcl", "acl") for kid in syntax.kids[node.index])
        return not (told or any(one.tag == "TO" for one in following))
    return any(part in claimed() for part in node.word.lower().split("-"))


_LEADING: Final = 5
"""Words within which a clause set apart says how long before or after: "just four days after"."""


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("unread")[name])


@cache
def claimed() -> frozenset[str]:
    """The words that say what a record holds, or that take back what is said."""
    return _words("focus") | _words("receiving") | _words("standing") | _words("untrue")


def _may_go(syntax: Syntax, frame: Frame, node: Node, words: list[int], *, strict: bool) -> bool:
    """Whether a modifier that claims nothing itself may be left out."""
    nodes = [syntax.tree.nodes[index] for index in words]
    timed = pinned(frame)
    temporal = any(one.word.lower() in _words("time") for one in nodes)
    measured = any(one.word.lower() in _words("measures") for one in nodes)
    led = timed and _leads(nodes)
    if (measured or temporal) and not led:
        return False
    if strict or frame.negated:
        return (
            timed and not frame.negated
            and node.dep in _CLAUSES and node.index > frame.index and _set_apart(syntax, words)
        )  # fmt: skip
    place = node.dep == "prep" and node.word.lower() in _words("bounds") - {"for", "with"}
    return timed or _says_where(syntax, words) or not (place or temporal)


def _is_claim(syntax: Syntax, node: Node, parties: set[tuple[Party | None, ...]]) -> bool:
    """Whether a word says something of the record's kind, or takes something back."""
    item, word = syntax.items[node.index], node.word.lower()
    if _measures(syntax, node):
        return False
    stands_in = syntax.line.items[syntax.words.places[node.index]] is not None
    if item is not None:
        # An owner who can't be told is no party: "caught his words".
        owner = isinstance(item, PartyItem) and item.word in ("his", "their")
        return not (owner or (isinstance(item, PartyItem) and item.parties in parties))
    if stands_in:
        return False
    counted = node.tag == "CD" or is_name(node)
    return counted or any(part in claimed() for part in (word, *word.split("-")))


def _measures(syntax: Syntax, node: Node) -> bool:
    """Of "two days before the war": a number that says how long before or after something."""
    number = node.tag == "CD" or isinstance(syntax.items[node.index], NumberItem)
    after = syntax.tree.nodes[node.index + 1 : node.index + 2]
    return number and any(n.word.lower().rstrip("s") in _words("measures") for n in after)


def is_name(node: Node) -> bool:
    """Whether a word that is no mention is a name of something that the record may not have."""
    capital = node.word[0].isupper() and node.index > 0 and node.word != "I"
    return (capital or node.tag.startswith("NNP")) and node.word.lower() not in _words("harmless")


def _leads(nodes: list[Node]) -> bool:
    """Whether words of time lead to what happened then: "weeks before he resigned", not "later"."""
    marks = [n for n, node in enumerate(nodes) if node.word.lower() in _words("leading")]
    return bool(marks) and any(node.tag[0] in "NV" for node in nodes[marks[0] + 1 :])


def pinned(frame: Frame) -> bool:
    """Whether a time or an occasion says which event the frame speaks of."""
    return any(
        (isinstance(item, TimeItem) and item.window is not None)
        or (isinstance(item, GatheringItem) and item.occasion is not None)
        for item in _said(frame)
    )


def _said(frame: Frame) -> Iterator[Item]:
    for item in (*frame.tail, *frame.that):
        yield from item.items if isinstance(item, EachItem) else (item,)


def _set_apart(syntax: Syntax, words: list[int]) -> bool:
    """Whether a comma stands before words and a sign, or nothing, after them."""
    nodes = syntax.tree.nodes
    before, after = nodes[: words[0]], nodes[words[-1] + 1 :]
    apart = bool(before) and before[-1].word in (",", "-", "–")
    return apart and (not after or not after[0].tag[0].isalpha())


def _below(syntax: Syntax, node: Node) -> Iterator[int]:
    yield node.index
    for kid in syntax.kids[node.index]:
        yield from _below(syntax, kid)
