"""Lists of times, places or gatherings in a parsed sentence: "in 2011, 2013 and 2014"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from summitry.reading.mentions.items import (
    EachItem,
    GatheringItem,
    Item,
    PlaceItem,
    SeriesItem,
    TimeItem,
)
from summitry.reading.trees.parse import Node
from summitry.reading.trees.syntax import Syntax, phrases

_KINDS: Final = ((TimeItem,), (PlaceItem,), (GatheringItem, SeriesItem))
"""What stands in lists; of one list all members are of one row."""
_PLAIN: Final = {"det", "punct", "cc", "preconj", "predet"}
"""How words depend that may stand between members and choose nothing."""
_CLAUSAL: Final = {"VBD", "VBP", "VBZ", "VBN", "MD"}
"""Tags of what the last member may be the subject of ("visited Poland and Chile protested")."""
_LONGER: Final = 2
"""A time that many times as long as the one before it may share its month or day."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A list: its members in order, and the mention that they make together."""

    members: tuple[Node, ...]
    item: EachItem


def lists(syntax: Syntax) -> tuple[Listed, ...]:
    """The lists of a tree, those included of which it isn't clear how they are joined."""
    found: list[Listed] = []
    last = -1
    for node in syntax.tree.nodes:
        if node.index <= last or _kind(syntax, node) is None:
            continue
        run = _Run(syntax, node)
        last = run.members[-1].index
        if run.joints:
            found.append(run.listed())
    return tuple(found)


def _kind(syntax: Syntax, node: Node) -> tuple[type, ...] | None:
    """The row of kinds that a word's mention belongs to, if it may stand in a list."""
    item = syntax.items[node.index]
    if isinstance(item, PlaceItem) and item.belonging:
        return None
    return next((row for row in _KINDS if isinstance(item, row)), None)


class _Run:
    """Mentions of one kind, one after another, that hang on the same word.

    ``stems`` are they and the prepositions before them.
    """

    def __init__(self, syntax: Syntax, first: Node) -> None:
        self.syntax, self.members, self.stems = syntax, [first], [first]
        above = syntax.tree.nodes[first.head]
        if _is_preposition(above):
            self.stems.append(above)
        gap: list[Node] = []
        joints: list[str] = []
        self.joints: set[str] = set()
        for node in syntax.tree.nodes[first.index + 1 :]:
            if _kind(syntax, node) == _kind(syntax, first) and gap and self._hangs_on(node, gap):
                self.stems += [node, *filter(_is_preposition, gap)]
                self.members.append(node)
                self.joints |= set(joints)
                gap = []
            elif self._is_plain(node) or _is_preposition(node):
                gap.append(node)
                joints += [node.word.lower()] if node.dep == "cc" else []
            else:
                break

    def _is_plain(self, node: Node) -> bool:
        place = self.syntax.words.places[node.index]
        stands_in = self.syntax.items[node.index] is None and self.syntax.line.items[place]
        return bool(stands_in) or node.dep in _PLAIN or node.word.lower() in phrases("again")

    def _hangs_on(self, node: Node, gap: list[Node]) -> bool:
        """Whether a mention hangs on the same word as the first."""
        stems = [*self.stems, *gap]
        return self._governor(node, stems) == self._governor(self.members[0], stems)

    def _governor(self, node: Node, stems: list[Node]) -> int:
        own = {stem.index for stem in stems}
        above = (up.index for up in self.syntax.tree.path(node.index) if up.index != node.index)
        return next((index for index in above if index not in own), node.index)

    def listed(self) -> Listed:
        """The list as a mention."""
        items = tuple(
            item for node in self.members if (item := self.syntax.items[node.index]) is not None
        )
        clear = not (self._goes_on() or any(self._said_apart()) or _is_uneven(items))
        joint = _joint(self.joints) if clear else ""
        return Listed(tuple(self.members), EachItem(items, joint, self._is_both()))

    def _goes_on(self) -> bool:
        """Whether the last member may belong to a clause that follows instead."""
        after = self.syntax.tree.nodes[self.members[-1].index + 1 :][:1]
        return any(node.tag in _CLAUSAL for node in after)

    def _said_apart(self) -> Iterator[Node]:
        """What is said of some of the members and not of all."""
        own = {node.index for node in self.stems}
        for stem in self.stems:
            for kid in self.syntax.kids[stem.index]:
                last = stem is self.members[-1] and kid.dep == "prep"
                if not (last or kid.index in own or self._is_plain(kid)):
                    yield kid

    def _is_both(self) -> bool:
        first = self.members[0].index
        before = self.syntax.tree.nodes[max(0, first - 3) : first]
        return any(node.word.lower() in phrases("distributive") for node in before)


def _is_preposition(node: Node) -> bool:
    return node.tag in ("IN", "TO")


def _joint(words: set[str]) -> str:
    """The one word that joins the members of a list: "nor" is the "or" of what is denied."""
    joints = {"or" if word in phrases("alternatives") else word for word in words}
    return joints.pop() if len(joints) == 1 else ""


def _is_uneven(items: tuple[Item, ...]) -> bool:
    """Of "June 2012 and 2013", or where a time can't be told: what is meant isn't clear."""
    windows = [item.window for item in items if isinstance(item, TimeItem)]
    lengths = [len(window.possibly) for window in windows if window is not None]
    longer = any(a * _LONGER < b for a, b in pairwise(lengths))
    return longer or None in windows
