"""Times and places that clauses share: "flew to Kyiv on Monday, where he met Zelensky"."""

from __future__ import annotations

from typing import Final

from summitry.lexicon.tables import table
from summitry.model.events import EventKind, Mode
from summitry.reading.clauses.frame import Frame
from summitry.reading.clauses.triggers import Triggers
from summitry.reading.mentions.items import (
    PlaceItem,
    TimeItem,
)
from summitry.reading.trees.parse import Node
from summitry.reading.trees.syntax import SUBJECTS


def share(found: Triggers) -> None:
    """Give frames the places and times that other clauses say for them, too."""
    shares = _Shares(found)
    for frame in found.frames.values():
        shares.site(frame)
    for frame in found.frames.values():
        shares.share_time(frame)
        shares.within(frame)


_TIMING: Final = {"in", "on", "during"}
_DURING: Final = {"during", "on"}
"""What a stay stands after within which something else took place."""
_SITING: Final = {"relcl", "advcl"}
"""How a clause depends that begins with "where"."""


def _timed(frame: Frame) -> bool:
    """Whether a time is said of a frame itself."""
    return any(isinstance(item, TimeItem) for item in frame.tail)


def _is_stay(frame: Frame) -> bool:
    """Whether a frame is one visit of a time or place, none of several that are counted."""
    visit = frame.sense.kind is EventKind.VISIT and not frame.plural
    return visit and not (frame.counts or frame.ordinals) and bool(frame.tail)


class _Shares:
    def __init__(self, found: Triggers) -> None:
        self.syntax, self.triggers = found.syntax, found.frames

    def site(self, frame: Frame) -> None:
        """Of "in Geneva, where Reagan had met Gorbachev": the place that the clause hangs on."""
        clause = self.syntax.conjunct(self.syntax.tree.nodes[frame.index])
        if frame.role != "verb" or clause.dep not in _SITING or clause.index != frame.index:
            return
        where = [kid for kid in self.syntax.kids[clause.index] if self._is_where(kid)]
        if not where:
            return
        site = self._site_before(where[0])
        if site is None or any(isinstance(item, PlaceItem) for item in frame.tail):
            frame.unread = frame.unread or where[0].word.lower() != "where"
        else:
            frame.tail.append(site)
            frame.sited = True
            self._share_site_time(clause, site, frame)

    def _share_site_time(self, clause: Node, site: PlaceItem, frame: Frame) -> None:
        """Of "flew to Kyiv on Monday, where he met": the time is of both; not with "had met"."""
        kids = self.syntax.kids[clause.index]
        timed = any(isinstance(item, TimeItem) for item in frame.tail)
        if timed or any(kid.word.lower() == "had" for kid in kids):
            return
        above = [f for f in self.triggers.values() if f is not frame and site in f.tail]
        frame.tail += [i for f in above[:1] for i in f.tail if isinstance(i, TimeItem)]

    def _is_where(self, kid: Node) -> bool:
        """Of "where" or "in which"."""
        below = [node.word.lower() for node in self.syntax.kids[kid.index]]
        return kid.word.lower() == "where" or (
            kid.dep == "prep" and kid.word.lower() in ("in", "at") and below == ["which"]
        )

    def _site_before(self, where: Node) -> PlaceItem | None:
        """The place named right before a word, or before one for it: "Helsinki, the city in"."""
        words, items = self.syntax.tree.nodes[: where.index], self.syntax.items
        while words and self._says_no_place(words[-1]):
            timed = isinstance(items[words[-1].index], TimeItem)
            words = words[:-1]
            if timed and words and words[-1].word.lower() in _TIMING:
                words = words[:-1]
        item = items[words[-1].index] if words else None
        return item if isinstance(item, PlaceItem) and not item.belonging else None

    def _says_no_place(self, node: Node) -> bool:
        """Whether a word stands between a place and "where": a sign, a site's noun or a time."""
        item, word = self.syntax.items[node.index], node.word.lower()
        if item is not None:
            return isinstance(item, TimeItem)
        return node.word in (",", "the", "a") or word in table("unread")["sites"]

    def within(self, frame: Frame) -> None:
        """Of "During his visit to London in May 2011 he met the queen": it was then and there."""
        visit, modes = frame.sense.kind is EventKind.VISIT, frame.sense.modes
        if frame.role != "verb" or frame.parent or not (visit or Mode.IN_PERSON in modes):
            return
        for prep in self.syntax.kids[frame.index]:
            if prep.dep == "prep" and prep.word.lower() in _DURING:
                nouns = (self.triggers.get(kid.index) for kid in self.syntax.kids[prep.index])
                frame.parent = next((f for f in nouns if f is not None and _is_stay(f)), None)

    def share_time(self, frame: Frame) -> None:
        """Of "visited Moscow in July 2009 and met Putin": the time of the visit holds of both.

        So do a time before two verbs ("In 2015 he spoke in New York and met Obama"), and that of
        a visit to where somebody met.
        """
        node = self.syntax.tree.nodes[frame.index]
        first = self.triggers.get(self.syntax.conjunct(node).index)
        if node.dep == "relcl" and any(k.word == "where" for k in self.syntax.kids[node.index]):
            path = [above.index for above in self.syntax.tree.path(node.head)]
            visit = next((self.triggers[at] for at in path if at in self.triggers), None)
            if visit is not None and visit.sense.kind is EventKind.VISIT and not _timed(frame):
                frame.tail += [item for item in visit.tail if isinstance(item, TimeItem)]
            return
        if first is None or first is frame or frame.role != "verb" or frame.follows is not None:
            return
        if any(kid.dep in SUBJECTS for kid in self.syntax.kids[node.index]):
            return
        if first.counts and frame.counts and not _timed(first):
            # Of "met three times and spoke twice in 1997": the time may hold of both.
            first.unread = first.unread or _timed(frame)
        met = frame.sense.kind is EventKind.ENCOUNTER and first.sense.kind is EventKind.VISIT
        fronted = {
            id(item) for item in self.syntax.items[: first.index] if isinstance(item, TimeItem)
        }
        if not _timed(frame):
            frame.tail += [
                item for item in first.tail
                if isinstance(item, TimeItem) and (met or id(item) in fronted)
            ]  # fmt: skip
